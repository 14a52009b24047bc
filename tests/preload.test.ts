import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "./temporary-folder.ts";

/** What a command prints in a copy of the program's folder, with the given parts of it. */
function start(root: string, version = process.versions.node) {
  const node = `Object.defineProperty(process, "versions", { value: { node: "${version}" } })`;
  const preload = ["--import", `data:text/javascript,${node}`, "--import", join(root, "scripts", "preload.js")];
  const args = [...preload, "--eval", "console.log('started')"];
  return spawnSync(process.execPath, args, { encoding: "utf8" });
}

test("a command before npm ci says to install first; after it, it starts, but not with an old Node", () => {
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
  expect(start(root, "24.0.0").status).toBe(0);
  expect(start(root, "22.18.0")).toMatchObject({ status: 2, stderr: expect.stringContaining("trop ancien") });
});
