import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { isUnfinished, readIfThere, readTextIfThere, writeWhole } from "../../scripts/disk/files.ts";
import { hashTree, listTree } from "../../scripts/disk/tree.ts";
import { loadDeliveries } from "../../scripts/holdings/deliveries.ts";
import { UserError } from "../../scripts/model/issue.ts";
import { temporaryFolder } from "../temporary-folder.ts";

let root: string;
const at = (name: string): string => join(root, name);
beforeEach(() => {
  root = temporaryFolder("disque");
});
const refusalOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  return "not refused";
};

test("a file that is there is read; one that is not gives nothing", () => {
  writeFileSync(at("a"), "é");
  expect(readIfThere(at("a"))).toEqual(Buffer.from("é"));
  expect(readTextIfThere(at("a"))).toBe("é");
  expect(readIfThere(at("b"))).toBeUndefined();
  expect(readTextIfThere(at("absent/b"))).toBeUndefined();
});

test.skipIf(process.platform === "win32")("what is no file is refused, never taken for nothing nor waited for", () => {
  mkdirSync(at("dossier"));
  execFileSync("mkfifo", [at("tuyau")]);
  symlinkSync(at("absent"), at("lien"));
  symlinkSync(at("boucle"), at("boucle"));
  expect(refusalOf(() => readIfThere(at("dossier")))).toContain("est un dossier, là où il faut un fichier");
  expect(refusalOf(() => readIfThere(at("tuyau")))).toContain("est un fichier spécial");
  expect(refusalOf(() => readIfThere(at("lien")))).toContain("est un lien qui ne mène à rien");
  expect(refusalOf(() => readIfThere(at("boucle")))).toContain("tourne en rond");
});

test("a file is replaced whole, readable by its account only, and leaves nothing beside", () => {
  writeWhole(at("neuf/a"), "ancien");
  writeWhole(at("neuf/a"), "nouveau");
  expect(readFileSync(at("neuf/a"), "utf8")).toBe("nouveau");
  expect(readdirSync(at("neuf"))).toEqual(["a"]);
  if (process.platform !== "win32") expect(statSync(at("neuf/a")).mode & 0o777).toBe(0o600);
});

test("what a killed command began is erased by the next one that writes there; what another is writing stays", () => {
  const { pid } = spawnSync(process.execPath, ["--version"]);
  for (const name of [`.${pid}.tmp`, `.${process.ppid}.tmp`, ".notes.tmp"]) writeFileSync(at(name), "moitié");
  writeWhole(at("a"), "x");
  expect(readdirSync(root).toSorted()).toEqual([`.${process.ppid}.tmp`, ".notes.tmp", "a"].toSorted());
});

test("what killed commands began is all erased, be it alone there", () => {
  const killed = [1, 2].map(() => `.${spawnSync(process.execPath, ["--version"]).pid}.tmp`);
  mkdirSync(at("seul"));
  for (const name of killed) writeFileSync(at(`seul/${name}`), "moitié");
  writeWhole(at("seul/a"), "x");
  expect(readdirSync(at("seul"))).toEqual(["a"]);
});

test("a writing that is refused leaves what stood there, and nothing beside", () => {
  mkdirSync(at("dossier"));
  expect(refusalOf(() => writeWhole(at("dossier"), "x"))).toContain("un dossier porte ce nom");
  expect(readdirSync(root)).toEqual(["dossier"]);
  expect(isUnfinished(`.${process.pid}.tmp`)).toBe(true);
  expect(isUnfinished(".notes.tmp")).toBe(false);
});

test("what systems leave beside the files is neither received, nor hashed, nor read", () => {
  mkdirSync(at("2026-T1"));
  const left = [
    "Thumbs.db",
    "ehthumbs.db",
    ".DS_Store",
    "._IS101.csv",
    "~$IS101.xlsx",
    ".~lock.IS101.ods#",
    ".gitkeep",
  ];
  for (const name of [...left, "IS101.csv", ".~lock.IS101.csv"]) writeFileSync(at(`2026-T1/${name}`), name);
  const seen = ["2026-T1/.~lock.IS101.csv", "2026-T1/IS101.csv"];
  expect(listTree(root)).toEqual(seen);
  expect(hashTree(root).map((file) => file.path)).toEqual(seen);
  expect(loadDeliveries(root).value.files.map((file) => file.path)).toEqual(seen);
});
