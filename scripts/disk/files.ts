/** Writing that is whole or not at all, and reading of trees; a refusal of the disk is told in French. */
import { createHash } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { type DiskRefusal, findDiskRefusal } from "../model/disk-refusal.ts";
import { quote } from "../model/format.ts";
import { UserError } from "../model/issue.ts";

/** Written beside, forced to the disk, then renamed over: after a crash the path holds the old text or the new one, whole. Mode 0600. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const beside = join(dirname(path), `.${process.pid}.tmp`); // not after the path's own name, which may be as long as a name can be
  toldInFrench(path, () => {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    try {
      const fd = openSync(beside, "w", 0o600);
      try {
        writeAll(fd, typeof content === "string" ? Buffer.from(content) : content);
        fsyncSync(fd);
      } finally {
        closeSync(fd);
      }
      renameSync(beside, path);
    } catch (error) {
      rmSync(beside, { force: true });
      throw error;
    }
  });
}

/** writeSync may write less than it is given. */
export function writeAll(fd: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done);
}

/** Runs `work` on `path`; a refusal of the system that the operator can settle becomes a UserError, anything else is thrown as it is. */
export function toldInFrench<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const isAbsent = error instanceof Error && "code" in error && error.code === "ENOENT";
    const refusal = findDiskRefusal(error) ?? (isAbsent ? ABSENT : undefined);
    if (!refusal || error instanceof UserError) throw error;
    throw new UserError(`${quote(path)} : ${refusal.what}.`, refusal.remedy);
  }
}

/** The paths of these commands are typed by the operator: elsewhere, a file that is not there is a bug. */
const ABSENT: DiskRefusal = { what: "le chemin n'existe pas", remedy: "Vérifiez le nom donné à la commande." };

export interface FileHash {
  /** Relative to the folder asked, with "/". */
  readonly path: string;
  readonly sha256: string;
}
export interface HeldFile extends FileHash {
  readonly bytes: Uint8Array;
}

/** Files that systems and office programs leave by themselves. */
const LEFT_BY_SYSTEM = /^(Thumbs\.db|desktop\.ini|\.DS_Store|~\$.*|\.~lock\..*)$/i;

/** Paths of all the files under the folder, in order, relative, with "/". Links are not followed; what systems leave is left out. */
export function listTree(folder: string, under = ""): readonly string[] {
  const here = join(folder, under);
  return toldInFrench(here, () => readdirSync(here, { withFileTypes: true }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = under === "" ? entry.name : `${under}/${entry.name}`;
      if (entry.isDirectory()) return listTree(folder, path);
      return entry.isFile() && !LEFT_BY_SYSTEM.test(entry.name) ? [path] : [];
    });
}

/** Links under the folder, relative paths: what listTree leaves out and a person would miss. */
export const listLinks = (folder: string): readonly string[] =>
  toldInFrench(folder, () => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isSymbolicLink())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));

/** Hexadecimal SHA-256. */
export const sha256 = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

export function holdFile(folder: string, path: string): HeldFile {
  const full = join(folder, path);
  const bytes = toldInFrench(full, () => readFileSync(full));
  return { path, bytes, sha256: sha256(bytes) };
}

/** Path and SHA-256 of every file under `folder/under`, in order; paths are relative to `folder`. */
export const hashTree = (folder: string, under = ""): readonly FileHash[] =>
  listTree(folder, under).map((path) => ({ path, sha256: holdFile(folder, path).sha256 }));
