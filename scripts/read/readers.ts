import type { Format } from "../model/grid.ts";
import type { Reader } from "./reader.ts";

/** One line a format. `import()`: a library is loaded only when a file needs it. */
export const READERS: Readonly<Record<Format, () => Promise<Reader>>> = {
  csv: async () => (await import("./csv.ts")).readCsv,
  html: async () => (await import("./html.ts")).readHtml,
  xls: async () => (await import("./spreadsheet.ts")).readSpreadsheet,
  xlsx: async () => (await import("./xlsx.ts")).readXlsx,
  ods: async () => (await import("./ods.ts")).readOds,
  docx: async () => (await import("./docx.ts")).readDocx,
  odt: async () => (await import("./odt.ts")).readOdt,
  doc: async () => (await import("./doc.ts")).readDoc,
  rtf: async () => (await import("./rtf.ts")).readRtf,
  pdf: async () => (await import("./pdf.ts")).readPdf,
};
