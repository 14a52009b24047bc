/**
 * Stage 1 of the main path: bytes -> grids of text, exactly as written.
 *
 *   SourceFile --detect (by content)--> format --its reader--> Grid[]
 *
 * To read a new format: its reader in this folder, one line in READERS, its signature in detect.ts.
 */
import type { Format, Grid, ReadFile, SourceFile } from "../model/grid.ts";
import type { Issue, Result } from "../model/issue.ts";
import { detect } from "./detect.ts";
import { isSystemFile, zedIssue } from "./delivery.ts";
import { fileTooLarge, MAX_FILE_BYTES } from "./limits.ts";
import type { Reader } from "./reader.ts";

export { isSystemFile } from "./delivery.ts";
export { fileTooLarge, MAX_FILE_BYTES } from "./limits.ts";

/** One line a format. `import()`: a library is loaded only when a file needs it. */
const READERS: Partial<Record<Format, () => Promise<Reader>>> = {
  csv: async () => (await import("./csv.ts")).readCsv,
  html: async () => (await import("./html.ts")).readHtml,
  xls: async () => (await import("./spreadsheet.ts")).readSpreadsheet,
  xlsx: async () => (await import("./spreadsheet.ts")).readSpreadsheet,
  ods: async () => (await import("./spreadsheet.ts")).readSpreadsheet,
};
