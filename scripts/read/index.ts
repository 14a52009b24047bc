/**
 * Stage 1 of the main path: bytes -> grids of text, exactly as written.
 *
 *   SourceFile --detect (by content)--> format --its reader--> Grid[]
 *
 * To read a new format: its reader in sheet/, document/ or pdf/, one line in readers.ts, its signature in detect.ts.
 */
import { setImmediate } from "node:timers/promises";
import type { Format, Grid, ReadFile, SourceFile } from "../model/grid.ts";
import type { Issue, Result } from "../model/issue.ts";
import { isSystemFile } from "../model/system-file.ts";
import { encryptedIssue } from "./delivery.ts";
import { detect } from "./detect.ts";
import { ownDocument } from "./own-document.ts";
import { readApart } from "./reader-process.ts";
import { READERS } from "./readers.ts";

export { fileTooLarge, MAX_FILE_BYTES } from "./contract/limits.ts";

const sourceOf = ({ path, delivery, name, sha256 }: SourceFile): ReadFile["source"] => ({
  path,
  delivery,
  name,
  sha256,
});

const formatOf = (file: SourceFile): Format | null => {
  const found = file.bytes.length > 0 ? detect(file) : null;
  return found?.kind === "format" ? found.format : null;
};
/** A table or a document that somebody put there. */
const isContent = (file: SourceFile): boolean => !isSystemFile(file.name) && formatOf(file) !== null;

const nothing = (file: SourceFile, issues: readonly Issue[]): Result<ReadFile> => ({
  value: { source: sourceOf(file), format: null, grids: [] },
  issues,
});

/**
 * Reads one file. Its format is null when no reader took it; then an issue says why. `neighbours`: the other files of the
 * data folder, among which an encrypted container's content is looked for. `apart`: its grids, where another process reads it.
 */
export async function read(
  file: SourceFile,
  neighbours: readonly SourceFile[] = [],
  apart?: Promise<Result<readonly Grid[]>>,
): Promise<Result<ReadFile>> {
  if (file.bytes.length === 0)
    return nothing(file, [
      {
        rule: "file-empty",
        severity: "error",
        message: "Fichier vide : il ne contient aucun octet.",
        hint: "Déchiffrez-le de nouveau ou demandez au service de le renvoyer.",
        place: { file: file.path },
      },
    ]);
  const found = detect(file);
  if (found.kind === "encrypted") return nothing(file, [encryptedIssue(file, neighbours.filter(isContent))]);
  if (found.kind === "refused") return nothing(file, [found.issue]);
  const { value: grids, issues } = await (apart ?? (await READERS[found.format]())(file));
  const own = ownDocument(file, grids);
  if (own) return nothing(file, [own]);
  return { value: { source: sourceOf(file), format: found.format, grids }, issues };
}

/** The formats in which a hostile file may take the most time: another process reads them. */
const APART: readonly (Format | null)[] = ["pdf", "xls", "xlsx"];

/** The files that another process reads, with their formats. */
const filesApart = (files: readonly SourceFile[]) =>
  files.flatMap((file) => {
    const format = formatOf(file);
    return format !== null && APART.includes(format) ? [{ file, format }] : [];
  });

/**
 * Reads all the files, one promise a file, in the order given; system files (Thumbs.db, ~$lock …) are left out. Two processes
 * read at the same time.
 */
export function readEach(files: readonly SourceFile[]): readonly Promise<Result<ReadFile>>[] {
  const own = files.filter((file) => !isSystemFile(file.name));
  const apart = readApart(filesApart(own));
  let before: Promise<unknown> = Promise.resolve();
  return own.map((file) => {
    const elsewhere = apart.get(file.path);
    if (elsewhere) return read(file, files, elsewhere);
    // one after the other; what the other process says is heard between two files
    const reading = before.then(() => setImmediate()).then(() => read(file, files));
    before = reading;
    return reading;
  });
}

/** Reads all the files in the order given. */
export async function readAll(files: readonly SourceFile[]): Promise<Result<readonly ReadFile[]>> {
  const results = await Promise.all(readEach(files));
  return { value: results.map((r) => r.value), issues: results.flatMap((r) => r.issues) };
}
