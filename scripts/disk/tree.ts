/** The files under a folder, their paths and hashes; links are not followed. */
import { type Dirent, existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { quote } from "../model/format.ts";
import { UserError } from "../model/issue.ts";
import { compareText } from "../model/order.ts";
import { toldInFrench } from "./refusal.ts";
import { sha256, sha256OfFile } from "./sha256.ts";
import { isSystemFile } from "./system-file.ts";

export interface FileHash {
  /** Relative to the folder asked, with "/". */
  readonly path: string;
  readonly sha256: string;
}
export interface HeldFile extends FileHash {
  readonly bytes: Uint8Array;
}

/**
 * Is this not the name that the system holds? One that is not UTF-8, from an old archive, comes out with a replacement character, and
 * no path leads to it any more: "IS101\xE9.xls" => "IS101\uFFFD.xls"
 */
export const isMisread = (folder: string, name: string): boolean =>
  name.includes("\ufffd") && lstatSync(join(folder, name), { throwIfNoEntry: false }) === undefined;
/** After the name and a colon, and what to do. */
export const MISREAD = "ce nom est écrit dans un codage que le programme ne lit pas";
export const RENAME =
  "Renommez-le dans le gestionnaire de fichiers, par exemple sans accents, puis relancez la commande.";

interface Found {
  /** Relative to the folder asked, with "/". */
  readonly path: string;
  /** "misread": a file or a folder that no path leads to, see isMisread; "other": a link, a pipe. */
  readonly kind: "file" | "misread" | "other";
}

/** What lies under the folder, however deep, in order, without what systems leave there. @throws UserError where a folder cannot be read. */
export function* walkTree(folder: string, under = ""): Iterable<Found> {
  const here = join(folder, under);
  for (const entry of entriesOf(here)) {
    const path = under === "" ? entry.name : `${under}/${entry.name}`;
    if (isMisread(here, entry.name)) yield { path, kind: "misread" };
    else if (entry.isDirectory()) yield* walkTree(folder, path);
    else if (!entry.isFile()) yield { path, kind: "other" };
    else if (!isSystemFile(entry.name)) yield { path, kind: "file" };
  }
}

/** What a folder holds, in order. */
export const entriesOf = (folder: string): readonly Dirent[] =>
  toldInFrench(folder, () => readdirSync(folder, { withFileTypes: true })).toSorted((a, b) =>
    compareText(a.name, b.name),
  );

/** Paths of all the files under the folder; links are left out. @throws UserError where a name or a folder cannot be read. */
export const listTree = (folder: string, under = ""): readonly string[] =>
  [...walkTree(folder, under)].flatMap(({ path, kind }) => {
    if (kind === "misread") throw new UserError(`${quote(join(folder, path))} : ${MISREAD}.`, RENAME);
    return kind === "file" ? [path] : [];
  });

/** Names in a folder; none where it is not there. */
export const namesIn = (folder: string): readonly string[] =>
  existsSync(folder) ? toldInFrench(folder, () => readdirSync(folder)) : [];

export function holdFile(folder: string, path: string): HeldFile {
  const full = join(folder, path);
  const bytes = toldInFrench(full, () => readFileSync(full));
  return { path, bytes, sha256: sha256(bytes) };
}

export function hashFile(folder: string, path: string): FileHash {
  const full = join(folder, path);
  return { path, sha256: toldInFrench(full, () => sha256OfFile(full)) };
}

/** Path and SHA-256 of every file under `folder/under`, in order; paths are relative to `folder`. */
export const hashTree = (folder: string, under = ""): readonly FileHash[] =>
  listTree(folder, under).map((path) => hashFile(folder, path));
