/** One file, from its bytes to its grids; called in the process that reads. */
import type { ReadFile, SourceFile } from "../model/grid.ts";
import type { Issue, Result } from "../model/issue.ts";
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

/**
 * Its format is null when no reader took it; then an issue says why. An encrypted one is taken for alone (see delivery.ts).
 * @param browser path of the one that the settings name, for the pages that are laid out; null: the one that is found.
 */
export async function read(file: SourceFile, browser: string | null = null): Promise<Result<ReadFile>> {
  const { path, delivery, name, sha256 } = file;
  if (file.bytes.length === 0) return nothing(file, [empty(file)]);
  const found = detect(file);
  if (found.kind === "encrypted") return nothing(file, encryptedIssues(file, []));
  if (found.kind === "refused") return nothing(file, [found.issue]);
  const { value: grids, issues } = await (await READERS[found.format]())(file, browser);
  const own = ownDocument(file, grids);
  if (own) return nothing(file, [own]);
  return { value: { source: { path, delivery, name, sha256 }, format: found.format, grids }, issues };
}
