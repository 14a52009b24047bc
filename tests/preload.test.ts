import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "./temporary-folder.ts";

/** What a command prints in a copy of the program's folder, with the given parts of it. */
function start(root: string) {
  const args = ["--import", join(root, "scripts", "preload.js"), "--eval", "console.log('started')"];
  return spawnSync(process.execPath, args, { encoding: "utf8" });
}

test("a command before npm ci says to install first; after it, it starts", () => {
  const root = temporaryFolder("installation");
  mkdirSync(join(root, "scripts", "process"), { recursive: true });
  for (const file of ["scripts/preload.js", "scripts/process/no-network.js"]) copyFileSync(file, join(root, file));
  writeFileSync(join(root, "package.json"), '{ "type": "module" }');
  const before = start(root);
  expect(before).toMatchObject({ status: 2, stdout: "" });
  expect(before.stderr).toContain("npm ci");
  mkdirSync(join(root, "node_modules"));
  expect(start(root).status).toBe(2); // an installation that was cut short
  writeFileSync(join(root, "node_modules", ".package-lock.json"), "{}");
  expect(start(root)).toMatchObject({ status: 0, stdout: "started\n" });
});
