/** A hundred bulletins take the memory of one. */
import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

test("what a rendering was given is forgotten with the next one", () => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      ...["--expose-gc", "--input-type=module", "-e"],
      `import { renderLecture } from "./scripts/publish/pages.ts";
      const bulletin = { id: "2026-T1", quarterLabel: "", commune: "", marking: "", banner: "", fingerprint: "", programVersion: "" };
      const render = async () => {
        const lecture = { bulletin, files: [] };
        await renderLecture(lecture);
        return new WeakRef(lecture);
      };
      const first = await render();
      await render();
      for (let turn = 0; turn < 5; turn += 1) { globalThis.gc(); await new Promise((done) => setTimeout(done, 10)); }
      console.log(first.deref() === undefined);`,
    ],
    { encoding: "utf8" },
  );
  expect([stdout, stderr]).toEqual(["true\n", ""]);
});
