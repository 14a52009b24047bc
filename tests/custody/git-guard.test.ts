import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { listOf } from "../lists.ts";

const root = mkdtempSync(join(tmpdir(), "garde-"));
const git = (...args: string[]) =>
  execFileSync("git", ["-C", root, "-c", "user.name=t", "-c", "user.email=t@t", ...args], { stdio: "pipe" });
git("init", "-q");
git("config", "core.hooksPath", resolve(".githooks"));
afterAll(() => rmSync(root, { recursive: true }));

/** Tries to commit the files; gives what the guard printed, "" when it let them pass. */
function commit(...paths: string[]): string {
  for (const path of paths) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), `${Math.random()}`);
  }
  git("add", "-f", ".");
  const { status, stderr } = spawnSync(
    "git",
    ["-C", root, "-c", "user.name=t", "-c", "user.email=t@t", "commit", "-q", "-m", "x"],
    { encoding: "utf8" },
  );
  if (status !== 0) git("rm", "-q", "-r", "--cached", "-f", ".");
  return status === 0 ? "" : stderr;
}

test("the guide, the examples, the demo and the program are recorded", () => {
  expect(
    commit(
      "data/LISEZMOI.md",
      "data/convention.example.yaml",
      "data/habilitations.example.yaml",
      "data/demo/2025-T1/IS 101 é.csv",
      "scripts/a.ts",
      "scripts/registre.ts",
      "scripts/restaure.ts",
      "tests/fixtures/cas/data/2026-T1/IS101.csv",
      "tests/fixtures/cas/data/convention.yaml",
      "scripts/data/2026.ts",
    ),
  ).toBe("");
});

test.each(
  listOf(`
  data/2026-T1/IS101.xls ; data/habilitations.yaml ; data/registre.jsonl ; data/LISEZMOI.md.bak ;
  data/demonstration/x.csv ; dist/2026-T1/bulletin.pdf ; dist/demo/x.html ; data/2026-T1/é .csv ;
  Data/2026-T1/IS101.xls ; DIST/2026-T1/bulletin.pdf ; restauration/data/convention.yaml ; restauration-2/x.csv ;
  Restauration/dist/2026-T1/index.html ; essai/data/2026-T1/IS101.xls ;
  essai/dist/2026-T1-rectificatif/bulletin.html ; sauvegarde-2026-04-09-081200.zip.age ; registre.jsonl ;
  essai/registre.tete ; essai/habilitations.yaml ; convention.yaml ; poste.json ; copies/exemplaire-03.pdf`),
)("%s is refused, named, and the way out is said", (path) => {
  const printed = commit(path, "scripts/b.ts");
  rmSync(join(root, path));
  expect(printed).toContain("Enregistrement refusé");
  expect(printed).toContain(path);
  expect(printed).toContain("git restore --staged");
});

test("a file moved from the demo to a delivery is refused", () => {
  expect(commit("data/demo/z.csv")).toBe("");
  mkdirSync(join(root, "data/2026-T2"), { recursive: true });
  git("mv", "data/demo/z.csv", "data/2026-T2/z.csv");
  expect(commit()).toContain("data/2026-T2/z.csv");
});
