/** A backup that does not come back from the disk as it was written is no backup. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { packArchive } from "../../scripts/custody/archive.ts";
import { backUp } from "../../scripts/custody/backup.ts";
import { encrypt } from "../../scripts/custody/encryption.ts";
import { sha256 } from "../../scripts/disk/sha256.ts";
import { UserError } from "../../scripts/model/issue.ts";
import { temporaryFolder } from "../temporary-folder.ts";

/** What the disk gives back instead of what was written, by the end of the file's name. */
const disk = vi.hoisted(() => ({
  givesBack: (_path: string, bytes: Buffer): Buffer => bytes,
  /** Of an archive, before it has its name too. */
  isArchive: (path: string): boolean => /\.age(\.\d+\.en-cours)?$/.test(path),
}));
vi.mock("node:fs", async (original) => {
  const fs = await original<typeof import("node:fs")>();
  const readFile = (path: string): Buffer => disk.givesBack(path, fs.readFileSync(path));
  return {
    ...fs,
    readFileSync: (path: string, ...how: []) => (disk.isArchive(path) ? readFile(path) : fs.readFileSync(path, ...how)),
  };
});

const PASSPHRASE = "cheval agrafe pile correcte";
const AT = "2026-04-09T08:12:00.000Z";
let root: string;
const at = (path: string): string => join(root, path);
const make = () =>
  backUp({
    dataDir: at("data"),
    outDir: at("dist"),
    destination: at("cle"),
    passphrase: PASSPHRASE,
    at: AT,
    programVersion: "1.0.0",
    workFactor: 2,
  });
const file = (path: string, content: string) => ({ path, bytes: Buffer.from(content), sha256: sha256(content) });
const archiveOf = async (...files: ReturnType<typeof file>[]): Promise<Buffer> =>
  Buffer.from(await encrypt(packArchive(files, AT, "1.0.0"), PASSPHRASE, 2));

beforeEach(() => {
  disk.givesBack = (_, bytes) => bytes;
  root = temporaryFolder("relecture");
  for (const folder of ["data/2026-T1", "dist", "cle"]) mkdirSync(at(folder), { recursive: true });
  writeFileSync(at("data/2026-T1/a.csv"), "a;1");
  writeFileSync(at("data/2026-T1/b.csv"), "b;2");
});

test("a disk that gives back what was written keeps the backup", async () => {
  const { value } = await make();
  expect(value.files).toBe(2);
  expect(existsSync(value.path)).toBe(true);
});

test.each([
  ["a changed byte", async (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -30), Buffer.alloc(30)])],
  ["an end cut off", async (bytes: Buffer) => bytes.subarray(0, -10)],
  ["nothing", async () => Buffer.alloc(0)],
  ["one file less", () => archiveOf(file("data/2026-T1/a.csv", "a;1"))],
  [
    "one file more",
    () => archiveOf(file("data/2026-T1/a.csv", "a;1"), file("data/2026-T1/b.csv", "b;2"), file("data/c.csv", "c")),
  ],
  ["another content", () => archiveOf(file("data/2026-T1/a.csv", "a;1"), file("data/2026-T1/b.csv", "b;3"))],
  ["another name", () => archiveOf(file("data/2026-T1/a.csv", "a;1"), file("data/2026-T1/c.csv", "b;2"))],
])("%s in what is read back: the backup is refused, and taken away", async (_, change) => {
  const written = await make();
  const changed = await change(readFileSync(written.value.path));
  rmSync(written.value.path);
  disk.givesBack = (path, bytes) => (disk.isArchive(path) ? changed : bytes);
  const refusal = await make().catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(UserError);
  expect(String(refusal)).toContain("n'était pas ce qui a été écrit : elle a été effacée");
  expect(readdirSync(at("cle"))).toEqual([]);
});
