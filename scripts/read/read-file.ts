/** One file, from its bytes to its grids; called in the process that reads. */
import type { ReadFile, SourceFile } from "../model/grid.ts";
import type { Issue, Result } from "../model/issue.ts";
import { MAX_FILE_BYTES } from "./contract/limits.ts";
import { encryptedIssues } from "./delivery.ts";
import { detect } from "./detect.ts";
import { ownDocument } from "./own-document.ts";
import { READERS } from "./readers.ts";

/** A file of which nothing was read, and why. */
export const nothing = ({ path, delivery, name, sha256 }: SourceFile, issues: readonly Issue[]): Result<ReadFile> => ({
  value: { source: { path, delivery, name, sha256 }, format: null, grids: [] },
  issues,
});

const empty = (file: SourceFile): Issue => ({
  rule: "file-empty",
  severity: "error",
  message: "Fichier vide : il ne contient aucun octet.",
  hint: "Déchiffrez-le de nouveau ou demandez au service de le renvoyer.",
  place: { file: file.path },
});

/** What is asked of the process that reads. */
export interface ReadingJob {
  readonly file: SourceFile;
  /** It is a public base, of which the lines with one of these codes are wanted. */
  readonly codes?: readonly string[];
  /** Path of the browser that the settings name, for the pages that are laid out; null: the one that is found. */
  readonly browser?: string | null;
}

/**
 * Its format is null when no reader took it; then an issue says why. An encrypted one is taken for alone (see delivery.ts).
 */
export async function read(
  file: SourceFile,
  { codes, browser = null }: Omit<ReadingJob, "file"> = {},
): Promise<Result<ReadFile>> {
  const { path, delivery, name, sha256 } = file;
  if (file.bytes.length === 0) return nothing(file, [empty(file)]);
  const found = detect(file, codes && MAX_FILE_BYTES);
  if (found.kind === "encrypted") return nothing(file, encryptedIssues(file, []));
  if (found.kind === "refused") return nothing(file, [found.issue]);
  const { value: grids, issues } = await (codes && found.format === "csv"
    ? (await import("./sheet/public-base.ts")).readPublicBase(file, codes)
    : (await READERS[found.format]())(file, browser));
  const own = ownDocument(file, grids);
  if (own) return nothing(file, [own]);
  return { value: { source: { path, delivery, name, sha256 }, format: found.format, grids }, issues };
}
