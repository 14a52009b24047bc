/**
 * Stage 1 of the main path: bytes -> grids of text, exactly as written.
 *
 *   SourceFile --detect (by content)--> format --its reader--> Grid[]
 *
 * To read a new format: its reader in sheet/, document/ or pdf/, one line in readers.ts, its signature in detect.ts.
 */
import type { ReadFile, SourceFile } from "../model/grid.ts";
import type { Result } from "../model/issue.ts";
import { isSystemFile } from "../model/system-file.ts";
import { encryptedIssues, isContentOf } from "./delivery.ts";
import { detect } from "./detect.ts";
import { type Reader, readApart } from "./reader-process.ts";

export { fileTooLarge, MAX_FILE_BYTES } from "./contract/limits.ts";
export { read } from "./read-file.ts";
export type { Reader } from "./reader-process.ts";

/** The one that reads the files of the program. */
const APART: Reader = (jobs) => readApart(jobs);

const isEncrypted = ({ issues }: Result<ReadFile>): boolean =>
  issues.some(({ rule }) => rule === "file-still-encrypted");

/** Encrypted containers of a delivery whose content is not told by its name: is it there? */
export function sealedFiles(files: readonly SourceFile[]): {
  readonly sealed: readonly SourceFile[];
  readonly open: number;
} {
  const sealed = files.filter((file) => file.bytes.length > 0 && detect(file).kind === "encrypted");
  const open = files.filter((file) => !sealed.includes(file));
  return {
    sealed: sealed.filter((container) => !open.some((file) => isContentOf(container, file))),
    open: open.length,
  };
}

interface ReadingOptions {
  /** Files beside them that need not be read, and that may be the content of an encrypted one. */
  readonly known?: readonly SourceFile[];
  /** Path of the browser that the settings name; null: the one that is found. */
  readonly browser?: string | null;
}

/**
 * Reads all the files, one promise a file, in the order given; system files (Thumbs.db, ~$lock …) are left out.
 */
export function readEach(
  files: readonly SourceFile[],
  reader: Reader = APART,
  { known = [], browser = null }: ReadingOptions = {},
): readonly Promise<Result<ReadFile>>[] {
  const own = files.filter((file) => !isSystemFile(file.name));
  const readings = reader(own.map((file) => ({ file, browser })));
  return own.map(async (file, i) => {
    const reading = (await readings[i]) as Result<ReadFile>;
    if (!isEncrypted(reading)) return reading;
    const others = await Promise.all(readings);
    const content = [...known, ...own.filter((_, j) => others[j]?.value.format !== null)];
    return { ...reading, issues: encryptedIssues(file, content) };
  });
}

const joined = (results: readonly Result<ReadFile>[]): Result<readonly ReadFile[]> => ({
  value: results.map((r) => r.value),
  issues: results.flatMap((r) => r.issues),
});

/** Reads all the files in the order given. */
export const readAll = async (files: readonly SourceFile[]): Promise<Result<readonly ReadFile[]>> =>
  joined(await Promise.all(readEach(files)));

/** The public bases of data/reference/, for the territories of these codes ("99", "99001"). */
export const readBases = async (
  files: readonly SourceFile[],
  codes: readonly string[],
  reader: Reader = APART,
): Promise<Result<readonly ReadFile[]>> => joined(await Promise.all(reader(files.map((file) => ({ file, codes })))));
