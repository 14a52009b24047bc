import type { Format } from "../model/grid.ts";
import type { Reader } from "./contract/reader.ts";

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
