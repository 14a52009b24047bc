import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { appendRegister } from "../../scripts/custody/index.ts";
import { runCommandWith } from "../run-main.ts";
import { temporaryFolder } from "../temporary-folder.ts";

let root: string;
beforeEach(() => {
  root = temporaryFolder("desinstalle");
  for (const folder of ["data", "dist", "cache"]) mkdirSync(join(root, folder));
  writeFileSync(join(root, "cache/profil"), "");
});
const uninstall = (...answers: readonly string[]) =>
  runCommandWith(
    { tools: { outside: [join(root, "cache")] }, answers: answers.map((typed) => ["Une sauvegarde à jour", typed]) },
    "desinstalle",
    ...["--data", join(root, "data"), "--out", join(root, "dist")],
  );

test("a backup is asked for before anything is erased; then what remains is said", async () => {
  writeFileSync(join(root, "data/convention.yaml"), "commune: { nom: Ville-Fictive }\n");
  const at = "2026-04-09T08:00:00.000Z";
  const who = userInfo().username;
  expect((await uninstall("non")).stdout).toMatch(/Aucune sauvegarde n'a jamais été faite.*\nRien n'a été effacé/);
  expect(existsSync(join(root, "cache"))).toBe(true);
  appendRegister(join(root, "data"), { at, who, action: "backup", archive: "x", sha256: "0".repeat(64), files: 1 });
  appendRegister(join(root, "data"), { at, who, action: "sharing", group: "g" });
  const { status, stdout } = await uninstall("oui");
  expect(stdout).toContain("le 9 avril 2026 ; 1 ligne au registre depuis");
  expect(stdout).toContain(join(root, "dist"));
  expect([status, existsSync(join(root, "cache")), existsSync(join(root, "data"))]).toEqual([0, false, true]);
});

test("where nothing of a commune is, nothing is asked", async () => {
  const { status } = await uninstall();
  expect([status, existsSync(join(root, "cache"))]).toEqual([0, false]);
});
