/** One file: read when it is there, written whole or not at all. What the disk refuses is told in French. */

import { closeSync, fsyncSync, lstatSync, readdirSync, readFileSync, rmSync, statSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { quote } from "../model/format.ts";
import { UserError } from "../model/issue.ts";
import { isAlive } from "./alive.ts";
import { rename } from "./held.ts";
import { toldInFrench } from "./refusal.ts";
import { makeFolder, openWithRights } from "./rights.ts";

/**
 * Bytes of a file; undefined where there is none. What stands there and is no file – a folder, a pipe that would be waited for
 * without end, a link that leads nowhere – is refused, not taken for nothing.
 * @throws UserError
 */
export function readIfThere(path: string): Buffer | undefined {
  return isThere(path) ? toldInFrench(path, () => readFileSync(path)) : undefined;
}

/** The same, as UTF-8 text. */
export const readTextIfThere = (path: string): string | undefined => readIfThere(path)?.toString("utf8");

/**
 * The name under which a file stands that people name themselves, where it is not the right one: Notepad calls it "convention.yaml.txt", and
 * the system shows "convention.yaml". undefined: it is there under its name, or not at all.
 */
export function misnamed(folder: string, name: string): string | undefined {
  if (isThere(join(folder, name))) return undefined;
  const [stem = ""] = name.split(".");
  const forms = new RegExp(`^${stem}\\.(?:ya?ml|txt)(?:\\.txt)?$`, "i");
  const names = toldInFrench(folder, () =>
    statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder) : [],
  );
  return names.find((each) => forms.test(each));
}

/**
 * As readIfThere. Without a word, one under another name would be taken for a folder without settings; and what a link leads to is no file
 * of the folder: it is changed from elsewhere, and no backup holds it.
 * @throws UserError where it is there under such a name only, or is a link.
 */
export function readNamedIfThere(folder: string, name: string): Buffer | undefined {
  const path = join(folder, name);
  if (toldInFrench(path, () => lstatSync(path, { throwIfNoEntry: false }))?.isSymbolicLink())
    throw new UserError(
      `${quote(path)} est un lien vers un autre fichier, qui n'est pas lu : il faut le fichier lui-même.`,
      "Remplacez le lien par une copie du fichier, puis relancez la commande.",
    );
  const other = misnamed(folder, name);
  if (other === undefined) return readIfThere(path);
  throw new UserError(
    `${quote(join(folder, other))} n'est pas lu : le programme attend ${quote(name)}.`,
    `Renommez-le ${quote(name)} (« npm run trimestre » le propose). Dans l'Explorateur de Windows, Affichage, ${quote("Extensions de noms de fichiers")} montre le nom entier.`,
  );
}

/** Does a file stand there? @throws UserError when it is anything but a file. */
export function isThere(path: string): boolean {
  const found = toldInFrench(path, () => statSync(path, { throwIfNoEntry: false }));
  if (found?.isFile()) return true;
  if (!found && toldInFrench(path, () => lstatSync(path, { throwIfNoEntry: false })) === undefined) return false;
  const kind = found ? (found.isDirectory() ? "un dossier" : "un fichier spécial") : "un lien qui ne mène à rien";
  throw new UserError(
    `${quote(path)} est ${kind}, là où il faut un fichier.`,
    "Renommez-le ou déplacez-le, mettez le bon fichier à sa place, puis relancez la commande.",
  );
}

/**
 * Written beside, forced to the disk, then renamed over: after a crash the path holds the old text or the new one, whole. What a
 * killed command began beside it is erased.
 */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const beside = join(dirname(path), unfinishedName()); // the path's own name and ".tmp" may be longer than a name can be
  toldInFrench(path, () => {
    makeFolder(dirname(path));
    eraseUnfinished(dirname(path));
    try {
      const fd = openWithRights(beside, "w");
      try {
        writeAll(fd, typeof content === "string" ? Buffer.from(content) : content);
        fsyncSync(fd);
      } finally {
        closeSync(fd);
      }
      rename(beside, path);
    } catch (error) {
      rmSync(beside, { force: true });
      throw error;
    }
  });
}

/** Erased by the next command that writes there, should a kill leave it. */
export const unfinishedName = (): string => `.${process.pid}.tmp`;
const UNFINISHED = /^\.(\d+)\.tmp$/;
/** Name of a file that writeWhole began, when a kill did not let it end: ".1234.tmp" */
export const isUnfinished = (name: string): boolean => UNFINISHED.test(name);

function eraseUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [, pid] = UNFINISHED.exec(name) ?? [];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}

/** writeSync may write less than it is given. */
export function writeAll(fd: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done);
}
