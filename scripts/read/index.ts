/**
 * Stage 1 of the main path: bytes -> grids of text, as a person sees them.
 *
 *   SourceFile --detect (by content)--> format --its reader--> Grid[]
 *
 * To read a new format: its reader in sheet/, document/ or pdf/, one line in READERS, its signature in detect.ts.
 */
import type { Format, ReadFile, SourceFile } from "../model/grid.ts";
import { anError, type Issue, type Result } from "../model/issue.ts";
import type { Reader } from "./contract/reader.ts";
import { encryptedIssues, isContentOf } from "./delivery.ts";
import { detect } from "./detect.ts";
import { ownDocument } from "./own-document.ts";

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

/** One line a format. `import()`: a library is loaded only when a file needs it. */
export const READERS: Readonly<Record<Format, () => Promise<Reader>>> = {
  csv: async () => (await import("./sheet/csv.ts")).readCsv,
  html: async () => (await import("./document/html/html.ts")).readHtml,
  xls: async () => (await import("./sheet/xls.ts")).readXls,
  xlsx: async () => (await import("./sheet/xlsx.ts")).readXlsx,
  ods: async () => (await import("./sheet/ods.ts")).readOds,
  docx: async () => (await import("./document/docx/docx.ts")).readDocx,
  odt: async () => (await import("./document/odt/odt.ts")).readOdt,
  doc: async () => (await import("./document/doc/doc.ts")).readDoc,
  rtf: async () => (await import("./document/rtf/rtf.ts")).readRtf,
  pdf: async () => (await import("./pdf/pdf.ts")).readPdf,
};

/** A file of which nothing was read, and why. */
const nothing = ({ path, delivery, name, sha256 }: SourceFile, issues: readonly Issue[]): Result<ReadFile> => ({
  value: { source: { path, delivery, name, sha256 }, format: null, grids: [] },
  issues,
});

const empty = (file: SourceFile): Issue => anError("file-empty", { place: { file: file.path } });

/**
 * Its format is null when no reader took it; then an issue says why. An encrypted one is told as if it had come alone (see delivery.ts).
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
