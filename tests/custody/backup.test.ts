import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { beforeEach, expect, test } from "vitest";
import { isHarmlessPath, unpackArchive } from "../../scripts/custody/archive.ts";
import { type Backup, backUp, restore } from "../../scripts/custody/backup.ts";
import { encrypt } from "../../scripts/custody/encryption.ts";
import { newPassphrase } from "../../scripts/custody/passphrase.ts";
import { sha256 } from "../../scripts/disk/sha256.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const PASSPHRASE = "cheval agrafe pile correcte";
let root: string;
const at = (path: string): string => join(root, path);
beforeEach(() => {
  root = temporaryFolder("sauvegarde");
  for (const folder of ["data/2026-T1", "data/demo", "dist/2026-T1", "dist/demonstration", "cle"])
    mkdirSync(at(folder), { recursive: true });
  writeFileSync(at("data/2026-T1/IS 101 é.xls"), "figures");
  writeFileSync(at("data/registre.jsonl"), "register");
  writeFileSync(at("data/convention.yaml"), "settings");
  writeFileSync(at("data/demo/a.csv"), "demo");
  writeFileSync(at("dist/demonstration/index.html"), "demo");
  writeFileSync(at("data/registre.verrou"), "");
  writeFileSync(at("dist/2026-T1/bulletin.pdf"), "%PDF");
});
const make = (over: Partial<Backup> = {}) =>
  backUp({
    dataDir: at("data"),
    outDir: at("dist"),
    destination: at("cle"),
    passphrase: PASSPHRASE,
    at: "2026-04-09T08:12:00.000Z",
    programVersion: "1.0.0",
    workFactor: 2,
    ...over,
  });

test("a backup holds data, settings, register and bulletins, tells nothing of them, and comes back the same", async () => {
  const { value, issues } = await make();
  expect(value.path).toBe(at("cle/sauvegarde-2026-04-09-081200.zip.age"));
  expect(issues.map((i) => i.rule)).toEqual(["backup-on-same-disk"]);
  const bytes = readFileSync(value.path);
  expect(bytes.subarray(0, 21).toString()).toBe("age-encryption.org/v1");
  expect(bytes.includes("2026-T1")).toBe(false);
  expect(value.sha256).toBe(sha256(bytes));
  expect(await restore(value.path, at("neuf"), PASSPHRASE)).toEqual({ madeAt: "2026-04-09T08:12:00.000Z", files: 4 });
  for (const path of [
    "data/2026-T1/IS 101 é.xls",
    "data/registre.jsonl",
    "data/convention.yaml",
    "dist/2026-T1/bulletin.pdf",
  ])
    expect(readFileSync(at(`neuf/${path}`), "utf8")).toBe(readFileSync(at(path), "utf8"));
  expect(existsSync(at("neuf/data/demo"))).toBe(false);
  expect(existsSync(at("neuf/dist/demonstration"))).toBe(false);
});

test.skipIf(process.platform === "win32")("a link is left out, and named", async () => {
  symlinkSync(at("data/convention.yaml"), at("data/2026-T1/lien"));
  const { value, issues } = await make();
  expect(value.files).toBe(4);
  expect(issues.map((i) => [i.rule, i.place?.file])).toContainEqual(["backup-link-left-out", "2026-T1/lien"]);
});

test("a wrong passphrase, a cut file and a changed byte restore nothing", async () => {
  const { value } = await make();
  await expect(restore(value.path, at("neuf"), "autre phrase secrète")).rejects.toThrow(
    /ne s'ouvre pas avec cette phrase secrète/,
  );
  const bytes = readFileSync(value.path);
  writeFileSync(at("cle/coupe.age"), bytes.subarray(0, -10));
  await expect(restore(at("cle/coupe.age"), at("neuf"), PASSPHRASE)).rejects.toThrow(/incomplet ou a été modifié/);
  await expect(restore(at("data/convention.yaml"), at("neuf"), PASSPHRASE)).rejects.toThrow(
    /n'est pas une sauvegarde de ce programme/,
  );
  const changed = Buffer.from(bytes);
  changed.writeUInt8((changed.at(-30) ?? 0) ^ 1, changed.length - 30);
  writeFileSync(at("cle/change.age"), changed);
  await expect(restore(at("cle/change.age"), at("neuf"), PASSPHRASE)).rejects.toThrow(/incomplet ou a été modifié/);
  expect(existsSync(at("neuf"))).toBe(false);
});

test("a folder that holds anything is never restored into", async () => {
  const { value } = await make();
  await expect(restore(value.path, at("data"), PASSPHRASE)).rejects.toThrow(/n'est pas vide/);
});

test("a backup never lies in what it saves, nor replaces another, nor goes to a folder that is not there", async () => {
  await expect(make({ destination: at("data/2026-T1") })).rejects.toThrow(/ne peut pas être mise dans/);
  await expect(make({ destination: at("dist/x.age") })).rejects.toThrow(/ne peut pas être mise dans/);
  await expect(make({ destination: at("absent/x.age") })).rejects.toThrow(/n'existe pas/);
  await expect(make({ destination: at("absent") })).rejects.toThrow(/n'existe pas/);
  await make();
  await expect(make()).rejects.toThrow(/existe déjà/);
  expect(readdirSync(at("cle"))).toHaveLength(1);
});

test("a path that leads out of the folder is refused, and nothing is written", async () => {
  const hostile = (path: string) => {
    const list = {
      format: 1,
      madeAt: "2026-04-09T08:12:00.000Z",
      programVersion: "1",
      files: [{ path, sha256: sha256("x") }],
    };
    return zipSync({ "MANIFESTE.json": Buffer.from(JSON.stringify(list)), [path]: Buffer.from("x") });
  };
  for (const path of ["data\\..\\evil", "data/C:evil", "data/nul.txt", "data/x.", "data/a\u001b"])
    expect(isHarmlessPath(path, "win32")).toBe(false);
  for (const path of ["data/../../evil", "/etc/evil", "data\\..\\evil", "C:/evil", "evil", "data//x", "dist/.."]) {
    expect(isHarmlessPath(path)).toBe(false);
    writeFileSync(at("cle/h.age"), await encrypt(hostile(path), PASSPHRASE, 2));
    await expect(restore(at("cle/h.age"), at("neuf"), PASSPHRASE)).rejects.toThrow(/sortirait du dossier/);
  }
  expect(existsSync(at("neuf"))).toBe(false);
  expect(existsSync(at("evil"))).toBe(false);
  expect(isHarmlessPath("data/2026-T1/IS 101 (1).xls", "win32")).toBe(true);
});

test.skipIf(process.platform === "win32")("a file is saved and comes back whatever its name", async () => {
  const names = ["IS 101 : T1.xls", "a\\b.csv", "\u202e\u001b[31m=cmd|x.csv", "fin.", "n".repeat(255)];
  for (const name of names) writeFileSync(at(`data/2026-T1/${name}`), name);
  const { value } = await make();
  await restore(value.path, at("neuf"), PASSPHRASE);
  for (const name of names) expect(readFileSync(at(`neuf/data/2026-T1/${name}`), "utf8")).toBe(name);
});

test("an archive whose list and files disagree is refused", () => {
  const list = (files: object[]) =>
    Buffer.from(JSON.stringify({ format: 1, madeAt: "2026-04-09T08:12:00.000Z", programVersion: "1", files }));
  const one = { path: "data/a", sha256: sha256("x") };
  expect(() => unpackArchive(zipSync({ "MANIFESTE.json": list([one]), "data/a": Buffer.from("y") }))).toThrow(
    /n'est pas le fichier/,
  );
  expect(() => unpackArchive(zipSync({ "MANIFESTE.json": list([]), "data/a": Buffer.from("x") }))).toThrow(
    /n'est pas le fichier/,
  );
  expect(() => unpackArchive(zipSync({ "MANIFESTE.json": list([one]) }))).toThrow(/il manque/);
  expect(() => unpackArchive(zipSync({ "data/a": Buffer.from("x") }))).toThrow(/n'a pas de liste/);
  expect(() => unpackArchive(Buffer.from("not a zip"))).toThrow(/n'est pas une archive/);
});

test("a new passphrase is typed twice, the same, and long enough", async () => {
  const typed = (...answers: string[]) => newPassphrase(async () => answers.shift() ?? "");
  expect(await typed(PASSPHRASE, PASSPHRASE)).toBe(PASSPHRASE);
  await expect(typed(PASSPHRASE, `${PASSPHRASE} `)).rejects.toThrow(/diffèrent/);
  await expect(typed("court", "court")).rejects.toThrow(/moins de 16 caractères/);
});
