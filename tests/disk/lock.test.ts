/** A lock lasts until it is given back. */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { takeLock } from "../../scripts/disk/lock.ts";
import { temporaryFolder } from "../temporary-folder.ts";

test("what something else has put into its file is thrown away: a lock holds nothing", () => {
  const path = join(temporaryFolder("verrou"), ".verrou");
  writeFileSync(path, '{"pid":1}');
  const lock = { path, patienceMs: 0, busy: { message: "pris", hint: "attendez" } };
  using _held = takeLock(lock);
  expect(() => takeLock(lock)).toThrow("pris");
});

test("what is held by « using » is given back where its block ends, and not before, whatever is collected meanwhile", () => {
  const path = join(temporaryFolder("verrou"), ".verrou");
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      ...["--expose-gc", "--input-type=module", "-e"],
      `import { takeLock } from "./scripts/disk/lock.ts";
      const lock = { path: ${JSON.stringify(path)}, patienceMs: 0, busy: { message: "pris", hint: "attendez" } };
      const attempt = () => { try { return takeLock(lock); } catch (error) { return error.message; } };
      {
        using _held = takeLock(lock);
        for (let turn = 0; turn < 5; turn += 1) { globalThis.gc(); await new Promise((done) => setTimeout(done, 10)); }
        console.log(attempt());
      }
      globalThis.second = attempt();
      console.log(typeof globalThis.second);`,
    ],
    { encoding: "utf8" },
  );
  expect([stdout, stderr]).toEqual(["pris\nobject\n", ""]);
  // that process has ended without giving its second one back
  takeLock({ path, patienceMs: 0, busy: { message: "pris", hint: "attendez" } })[Symbol.dispose]();
});
