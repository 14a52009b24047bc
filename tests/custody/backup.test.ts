import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { Encrypter } from "age-encryption";
import { zipSync } from "fflate";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { isHarmlessPath, packArchive, unpackArchive } from "../../scripts/custody/archive.ts";
import { type Backup, backUp, chooseDestination } from "../../scripts/custody/backup.ts";
import { encrypt } from "../../scripts/custody/encryption.ts";
import { appendRegister } from "../../scripts/custody/register/register.ts";
import { assertEmpty, placesIn, restore } from "../../scripts/custody/restore.ts";
import { sha256 } from "../../scripts/disk/sha256.ts";
import { UserError } from "../../scripts/model/issue.ts";
import { NIGHTLY } from "../draws.ts";
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
const isSaved = (name: string): boolean => name !== "demo" && name !== "registre.verrou";
const asked = (): Backup => ({
  dataDir: at("data"),
  outDir: at("dist"),
  destination: at("cle"),
  passphrase: PASSPHRASE,
  at: "2026-04-09T08:12:00.000Z",
  programVersion: "1.0.0",
});
const make = (over: Partial<Backup> = {}) => backUp({ ...asked(), workFactor: 2, ...over });

test("a backup holds data, settings, register and bulletins, tells nothing of them, and comes back the same", async () => {
  const { value, issues } = await make();
  expect(value.path).toBe(at("cle/sauvegarde-2026-04-09-081200.zip.age"));
  expect(issues.map((i) => i.rule)).toEqual(["backup-on-same-disk"]);
  const bytes = readFileSync(value.path);
  expect(bytes.subarray(0, 21).toString()).toBe("age-encryption.org/v1");
  expect(bytes.includes("2026-T1")).toBe(false);
  expect(value.sha256).toBe(sha256(bytes));
  expect(await restore(value.path, placesIn(at("neuf")), PASSPHRASE)).toEqual({
    madeAt: "2026-04-09T08:12:00.000Z",
    files: 4,
  });
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

test.skipIf(process.platform === "win32")("what is restored is the account's alone, whatever its umask", async () => {
  const { value } = await make();
  const before = process.umask(0);
  try {
    mkdirSync(at("neuf"), { mode: 0o700 });
    await restore(value.path, placesIn(at("neuf")), PASSPHRASE);
  } finally {
    process.umask(before);
  }
  const found = readdirSync(at("neuf"), { recursive: true, withFileTypes: true });
  expect(found.length).toBeGreaterThan(4);
  expect(found.map((e) => (statSync(join(e.parentPath, e.name)).mode & 0o777).toString(8))).toEqual(
    found.map((e) => (e.isDirectory() ? "700" : "600")),
  );
});

test.skipIf(process.platform === "win32")("a link is left out", async () => {
  symlinkSync(at("data/convention.yaml"), at("data/2026-T1/lien"));
  expect((await make()).value.files).toBe(4);
});

test("a wrong passphrase, a cut file and a changed byte restore nothing", async () => {
  const { value } = await make();
  await expect(restore(value.path, placesIn(at("neuf")), "autre phrase secrète")).rejects.toThrow(
    /ne s'ouvre pas avec cette phrase secrète/,
  );
  const bytes = readFileSync(value.path);
  writeFileSync(at("cle/coupe.age"), bytes.subarray(0, -10));
  await expect(restore(at("cle/coupe.age"), placesIn(at("neuf")), PASSPHRASE)).rejects.toThrow(
    /incomplet ou a été modifié/,
  );
  await expect(restore(at("data/convention.yaml"), placesIn(at("neuf")), PASSPHRASE)).rejects.toThrow(
    /n'est pas une sauvegarde de ce programme/,
  );
  const changed = Buffer.from(bytes);
  changed.writeUInt8((changed.at(-30) ?? 0) ^ 1, changed.length - 30);
  writeFileSync(at("cle/change.age"), changed);
  await expect(restore(at("cle/change.age"), placesIn(at("neuf")), PASSPHRASE)).rejects.toThrow(
    /incomplet ou a été modifié/,
  );
  const header = bytes.indexOf("\n---") + 1;
  const payload = bytes.indexOf("\n", header) + 1;
  for (const length of [0, 1, 15, 16, 17, 40].map((more) => payload + more)) {
    writeFileSync(at("cle/coupe.age"), bytes.subarray(0, length));
    await expect(restore(at("cle/coupe.age"), placesIn(at("neuf")), PASSPHRASE)).rejects.toThrow(
      /incomplet ou a été modifié/,
    );
  }
  expect(existsSync(at("neuf"))).toBe(false);
});

test("nothing that is there already is ever replaced", async () => {
  const { value } = await make();
  await expect(restore(value.path, placesIn(root), PASSPHRASE)).rejects.toThrow(/est déjà là : rien n'a été restauré/);
  expect(() => assertEmpty(at("data"))).toThrow(/n'est pas vide/);
  assertEmpty(at("neuf"));
});

test("a backup never lies in what it saves, nor replaces another, nor goes to a folder that is not there", async () => {
  await expect(make({ destination: at("data/2026-T1") })).rejects.toThrow(/ne peut pas être mise dans/);
  await expect(make({ destination: at("dist/x.age") })).rejects.toThrow(/ne peut pas être mise dans/);
  await expect(make({ destination: at("absent/x.age") })).rejects.toThrow("Le dossier de « x.age » n'existe pas.");
  await expect(make({ destination: at("absent") })).rejects.toThrow(/^Le dossier « .*absent » n'existe pas\.$/);
  await make();
  await expect(make()).rejects.toThrow(/existe déjà/);
  expect(readdirSync(at("cle"))).toHaveLength(1);
});

test.skipIf(process.platform !== "linux")(
  "a place where nothing can be written is refused before the phrase is asked",
  () => {
    expect(() => chooseDestination({ ...asked(), destination: "/proc/x.age" })).toThrow("/proc/x.age");
    expect(chooseDestination(asked())).toContain(at("cle"));
    expect(readdirSync(at("cle"))).toEqual([]);
  },
);

test("a path that leads out of the folder is refused, and nothing is written", async () => {
  const hostile = (path: string) => zipSync({ "MANIFESTE.json": LABEL, [path]: Buffer.from("x") });
  for (const path of ["data\\..\\evil", "data/C:evil", "data/nul.txt", "data/x.", "data/a\u001b"])
    expect(isHarmlessPath(path, "win32")).toBe(false);
  for (const path of [
    "data/../../evil",
    "/etc/evil",
    "data\\..\\evil",
    "C:/evil",
    "evil",
    "data//x",
    "dist/..",
    "data",
    "data/.",
  ]) {
    expect(isHarmlessPath(path)).toBe(false);
    writeFileSync(at("cle/h.age"), await encrypt(hostile(path), PASSPHRASE, 2));
    await expect(restore(at("cle/h.age"), placesIn(at("neuf")), PASSPHRASE)).rejects.toThrow(/sortirait du dossier/);
  }
  expect(existsSync(at("neuf"))).toBe(false);
  expect(existsSync(at("evil"))).toBe(false);
  expect(isHarmlessPath("data/2026-T1/IS 101 (1).xls", "win32")).toBe(true);
});

test.skipIf(process.platform === "win32")("a file is saved and comes back whatever its name", async () => {
  const names = ["IS 101 : T1.xls", "a\\b.csv", "\u202e\u001b[31m=cmd|x.csv", "fin.", "n".repeat(255)];
  for (const name of names) writeFileSync(at(`data/2026-T1/${name}`), name);
  const { value } = await make();
  await restore(value.path, placesIn(at("neuf")), PASSPHRASE);
  for (const name of names) expect(readFileSync(at(`neuf/data/2026-T1/${name}`), "utf8")).toBe(name);
});

test("a backup told of is the one that was written: its size, and how many files it holds", async () => {
  const { value } = await make();
  expect([value.files, value.bytes]).toEqual([4, readFileSync(value.path).length]);
});

test("a passphrase costs 2 to the power of 17 to try, unless a test says otherwise", async () => {
  const { setScryptWorkFactor } = Encrypter.prototype;
  const cost = vi.spyOn(Encrypter.prototype, "setScryptWorkFactor").mockImplementation(function (this: Encrypter) {
    setScryptWorkFactor.call(this, 2);
  });
  await backUp(asked());
  expect(cost.mock.calls).toEqual([[17]]);
  cost.mockRestore();
});

test.runIf(NIGHTLY)("a backup at that cost says it, and comes back", async () => {
  const { value } = await backUp(asked());
  expect(readFileSync(value.path).toString("latin1")).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S+ 17\n/);
  expect((await restore(value.path, placesIn(at("neuf")), PASSPHRASE)).files).toBe(4);
});

test("two backups of the same moment hold the same bytes once opened, whatever the clock of the machine", () => {
  const pack = () => packArchive([], "2026-04-09T08:12:00.000Z", "1.0.0");
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-04-09T08:12:00Z") });
  const first = pack();
  vi.setSystemTime(new Date("2027-01-01T00:00:00Z"));
  expect(pack()).toEqual(first);
  vi.useRealTimers();
});

/** What a backup says of itself. */
const LABEL = Buffer.from(JSON.stringify({ format: 1, madeAt: "2026-04-09T08:12:00.000Z", programVersion: "1" }));

test("an archive that does not say what it is is refused", () => {
  const parts = { "data/a": Buffer.from("x") };
  const cut = zipSync({ "MANIFESTE.json": LABEL, ...parts });
  expect(unpackArchive(cut).files).toEqual([{ path: "data/a", bytes: new Uint8Array([0x78]), sha256: sha256("x") }]);
  expect(() => unpackArchive(zipSync(parts))).toThrow(/ne dit pas ce qu'elle est/);
  const later = Buffer.from(LABEL.toString().replace('"format":1', '"format":2'));
  expect(() => unpackArchive(zipSync({ "MANIFESTE.json": later, ...parts }))).toThrow(/ne dit pas ce qu'elle est/);
  expect(() => unpackArchive(Buffer.from("not a zip"))).toThrow(/n'est pas une archive/);
  for (const length of [10, 60, 150]) expect(() => unpackArchive(cut.subarray(0, length))).toThrow(/sauvegarde/);
});

test("a backup of an earlier version, which lists its files, comes back all the same", async () => {
  const label = { ...JSON.parse(LABEL.toString()), files: [{ path: "data/a", sha256: sha256("x"), size: 1 }] };
  const zip = zipSync({ "MANIFESTE.json": Buffer.from(JSON.stringify(label)), "data/a": Buffer.from("x") });
  writeFileSync(at("cle/ancien.age"), await encrypt(zip, PASSPHRASE, 2));
  expect((await restore(at("cle/ancien.age"), placesIn(at("neuf")), PASSPHRASE)).files).toBe(1);
});

test("paths that cannot stand together leave nothing behind", async () => {
  const zip = zipSync({ "MANIFESTE.json": LABEL, "data/a": Buffer.from("x"), "data/a/b": Buffer.from("x") });
  writeFileSync(at("cle/h.age"), await encrypt(zip, PASSPHRASE, 2));
  const refused = restore(at("cle/h.age"), placesIn(at("neuf")), PASSPHRASE);
  await expect(refused).rejects.toMatchObject({ name: "UserError" });
  expect(readdirSync(at("neuf"))).toEqual([]);
});

test("a header that no backup has is refused at once, however long", async () => {
  const age = (rest: string) => Buffer.from(`age-encryption.org/v1\n${rest}`);
  const salt = "A".repeat(22);
  const body = "B".repeat(43);
  const refusals = [
    [age("-> scrypt ".padEnd(50 << 20, "x")), /n'est pas une sauvegarde/],
    [age("-> X25519 abc\n".repeat(1000)), /n'est pas une sauvegarde/],
    [age(`-> scrypt ${salt} 20\n${body}\n--- ${body}\n`), /plus de mémoire/],
    [Buffer.alloc(0), /n'est pas une sauvegarde/],
  ] as const;
  for (const [bytes, words] of refusals) {
    writeFileSync(at("cle/h.age"), bytes);
    await expect(restore(at("cle/h.age"), placesIn(at("neuf")), PASSPHRASE)).rejects.toThrow(words);
  }
  await expect(restore(at("cle/absent.age"), placesIn(at("neuf")), PASSPHRASE)).rejects.toMatchObject({
    name: "UserError",
  });
  await expect(restore(at("cle"), placesIn(at("neuf")), PASSPHRASE)).rejects.toMatchObject({ name: "UserError" });
});

test("what a killed restoring left is taken away by the next one", async () => {
  const { value } = await make();
  mkdirSync(at("neuf/.restauration-en-cours/data"), { recursive: true });
  writeFileSync(at("neuf/.restauration-en-cours/data/moitie"), "x");
  writeFileSync(at("neuf/.restauration-en-cours/data/registre.jsonl"), "half of another backup");
  await restore(value.path, placesIn(at("neuf")), PASSPHRASE);
  expect(readdirSync(at("neuf")).toSorted()).toEqual(["data", "dist"]);
  expect(readdirSync(at("neuf/data")).toSorted()).toEqual(readdirSync(at("data")).filter(isSaved).toSorted());
});

test("a backup of thousands of files comes back whole", () => {
  const files = Array.from({ length: 3000 }, (_, i) => ({
    path: `data/2026-T1/${i}`,
    bytes: Buffer.from("x"),
    sha256: sha256("x"),
  }));
  expect(unpackArchive(packArchive(files, "2026-04-09T08:12:00.000Z", "1")).files).toHaveLength(3000);
});

describe("killed late, a backup that nobody recorded never bears the name of one", () => {
  const kept = () => readdirSync(at("cle")).toSorted();
  const NAME = "sauvegarde-2026-04-09-081200.zip.age";
  /** Of no process: it has ended. */
  const { pid: ENDED } = spawnSync(process.execPath, ["--version"]);
  const left = (pid: number, text = "whole"): string => {
    writeFileSync(at(`cle/a.age.${pid}.en-cours`), text);
    return sha256(text);
  };
  const inRegister = (hash: string): void => {
    rmSync(at("data/registre.jsonl"));
    appendRegister(at("data"), {
      ...{ at: "2026-04-08T08:12:00.000Z", who: "agent", action: "backup" },
      ...{ archive: "E:/a.age", sha256: hash, files: 1 },
    });
  };

  test("it is whole under another name when it is recorded, and named after that", async () => {
    const seen: unknown[] = [];
    const record = vi.fn(({ sha256: hash }: { readonly sha256: string }) => {
      const [only = "", ...others] = kept();
      seen.push(only.startsWith(`${NAME}.`), others, sha256(readFileSync(at(`cle/${only}`))) === hash);
    });
    const { value } = await make({ record });
    expect([record.mock.calls, seen, kept()]).toEqual([[[value]], [true, [], true], [NAME]]);
  });

  test("what cannot be recorded is taken away", async () => {
    const record = (): never => {
      throw new UserError("full", "");
    };
    await expect(make({ record })).rejects.toThrow("full");
    expect(kept()).toEqual([]);
  });

  test("the next one names what was recorded, takes away what was not, leaves what is being made", () => {
    left(ENDED);
    left(process.pid);
    chooseDestination(asked());
    expect(kept()).toEqual([`a.age.${process.pid}.en-cours`]);
    inRegister(left(ENDED));
    chooseDestination(asked());
    expect(kept()).toEqual(["a.age", `a.age.${process.pid}.en-cours`]);
    rmSync(at("cle/a.age"));
    left(ENDED, "not recorded");
    chooseDestination(asked());
    expect(kept()).toEqual([`a.age.${process.pid}.en-cours`]);
    writeFileSync(at("cle/a.age"), "another");
    left(ENDED);
    chooseDestination(asked());
    expect(readFileSync(at("cle/a.age"), "utf8")).toBe("another");
    expect(kept()).toEqual(["a.age", `a.age.${process.pid}.en-cours`]);
  });
});
