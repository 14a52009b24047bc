/** What leaves the usual folders, and what comes back to them: a bulletin made elsewhere, a backup restored in place. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { backUp } from "../../scripts/custody/backup.ts";
import { hashTree } from "../../scripts/disk/tree.ts";
import { runCommand, runCommandWith } from "../run-main.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { statement } from "./small-world.ts";

const before = process.cwd();
let root: string;
const put = (path: string, text: string): void => {
  mkdirSync(join(root, path, ".."), { recursive: true });
  writeFileSync(join(root, path), text);
};
beforeEach(() => {
  root = temporaryFolder("ailleurs");
  put("data/convention.yaml", "commune: { nom: Ville-Fictive }\netats_attendus: [IS101]\n");
  put("data/2026-T1/IS101.csv", statement("2026-T1", 4));
  process.chdir(root);
});
afterEach(() => process.chdir(before));

test("a bulletin made elsewhere than in dist is not recorded, says so, and nothing is missed afterwards", async () => {
  await runCommand("reception", "2026-T1", "--message", "2026-04-08");
  const { status, stdout, stderr } = await runCommand("build", "--out", "ailleurs");
  expect([status, status === 0 ? "" : stderr]).toEqual([0, ""]);
  expect(stdout).toContain("n'est pas inscrit au registre, et ne se remet pas");
  expect(existsSync(join(root, "ailleurs/2026-T1/bulletin.html"))).toBe(true);
  expect(readFileSync(join(root, "data/registre.jsonl"), "utf8")).not.toContain('"build"');
  expect((await runCommand("registre")).status).toBe(0);
  const usual = await runCommand("build");
  expect([usual.status, usual.stdout.includes("ne se remet pas")]).toEqual([0, false]);
  expect(readFileSync(join(root, "data/registre.jsonl"), "utf8")).toContain('"build"');
});

test("on a new machine a backup goes where it was, and nowhere else; where anything is, nothing is restored", async () => {
  put("dist/2026-T1/bulletin.pdf", "%PDF");
  put("cle/.x", "");
  const archive = join(root, "cle", "sauvegarde.zip.age");
  const passphrase = "quatre mots tres longs ici";
  await backUp({
    ...{ dataDir: "data", outDir: "dist", destination: archive, passphrase, workFactor: 2 },
    ...{ at: "2026-04-09T08:12:00.000Z", programVersion: "1.0.0" },
  });
  const restored = (...answers: readonly string[]) =>
    runCommandWith({ answers: answers.map((typed) => ["Phrase secrète", typed]) }, "restaure", archive);
  const refused = await restored();
  expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining("rien n'est remplacé")]);

  const held = ["data", "dist"].map((folder) => hashTree(join(root, folder)));
  for (const folder of ["data", "dist"]) rmSync(join(root, folder), { recursive: true });
  put("data/LISEZMOI.md", "# Guide"); // as the kit is unpacked
  put("data/demo/2026-T1/IS101.csv", "a");
  expect((await restored("une autre phrase")).status).toBe(2);
  expect(readdirSync(join(root, "data")).toSorted()).toEqual(["LISEZMOI.md", "demo"]);
  const { status, stdout } = await restored(passphrase);
  expect([status, stdout]).toEqual([0, expect.stringMatching(/restaurée dans data et dist : 3 fichiers/)]);
  expect(stdout).not.toContain("déplacez");
  rmSync(join(root, "data/LISEZMOI.md"));
  rmSync(join(root, "data/demo"), { recursive: true });
  expect(["data", "dist"].map((folder) => hashTree(join(root, folder)))).toEqual(held);
  expect(readdirSync(root).toSorted()).toEqual(["cle", "data", "dist"]);
});
