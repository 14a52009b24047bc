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
import { quote } from "../model/format.ts";
import { UserError } from "../model/issue.ts";

/** Written beside, forced to the disk, then renamed over: after a crash the path holds the old text or the new one, whole. Mode 0600. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const beside = join(dirname(path), `.${process.pid}.tmp`); // not after the path's own name, which may be as long as names can be
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

const REFUSALS: Readonly<Record<string, readonly [string, string]>> = {
  ENOSPC: ["le disque est plein", "Libérez de la place, puis relancez la commande."],
  EDQUOT: ["le quota de disque est atteint", "Libérez de la place, puis relancez la commande."],
  EROFS: ["le disque est en lecture seule", "Retirez la protection contre l'écriture, ou choisissez un autre dossier."],
  EACCES: ["ce compte n'en a pas le droit", "Vérifiez les droits du dossier (npm run diagnostic)."],
  EPERM: [
    "ce compte n'en a pas le droit, ou le fichier est ouvert dans un autre programme",
    "Fermez le fichier s'il est ouvert, vérifiez les droits du dossier (npm run diagnostic), puis relancez.",
  ],
  EBUSY: [
    "le fichier est ouvert dans un autre programme",
    "Fermez-le (lecteur PDF, tableur), puis relancez la commande.",
  ],
  ENOENT: ["le chemin n'existe pas", "Vérifiez le nom du dossier donné à la commande."],
  ENOTDIR: ["une partie du chemin n'est pas un dossier", "Vérifiez le nom du dossier donné à la commande."],
};

/** Runs `work` on `path`; a refusal of the system that the operator can settle becomes a UserError, anything else is thrown as it is. */
export function toldInFrench<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const refusal = error instanceof Error && "code" in error ? REFUSALS[String(error.code)] : undefined;
    if (!refusal) throw error;
    throw new UserError(`${quote(path)} : ${refusal[0]}.`, refusal[1]);
  }
}

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
