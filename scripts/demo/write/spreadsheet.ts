/** Sheets to .xlsx, .xls (BIFF8) and .ods: the only file that writes with SheetJS. */
import * as XLSX from "@e965/xlsx";
import type { Cell } from "../../model/grid.ts";
import { rowsOf } from "./rows.ts";
import type { Sheet } from "./sheet.ts";

export interface SpreadsheetOptions {
  /** text: every cell is a string. number: counts, signed changes and percentages are numbers with a format. */
  readonly values: "text" | "number";
  /** Format of the counts when they are numbers. "#,##0" is what a French Excel shows as "1 012" and stores so. */
  readonly countFormat: "General" | "# ##0" | "#,##0";
}
export const PLAIN_SPREADSHEET: SpreadsheetOptions = { values: "number", countFormat: "General" };

const BOOK_TYPES = { xlsx: "xlsx", xls: "biff8", ods: "ods" } as const;
export type SpreadsheetFormat = keyof typeof BOOK_TYPES;

/** "1 012" => number 1012; "+5" => 5 shown as "+5"; "-16,67 %" => -0.1667 shown as a percentage; other text stays text. */
function typed(text: string, format: SpreadsheetFormat, options: SpreadsheetOptions): XLSX.CellObject {
  if (options.values === "number") {
    if (/^(0|[1-9]\d*|[1-9]\d{0,2}([ \u00a0\u202f]\d{3})+)$/.test(text))
      return { t: "n", v: Number(text.replace(/\D/g, "")), z: options.countFormat };
    // SheetJS writes no signed format in OpenDocument: there, a change stays text.
    if (format !== "ods" && /^[+-]\d+$/.test(text)) return { t: "n", v: Number(text), z: "+0;-0;0" };
    if (/^[+-]?\d+,\d\d[ \u00a0\u202f]?%$/.test(text)) {
      // Rounded to the printed digits, so that the file holds 0.1667 and not 0.16669999999999999
      const percent = Number(text.replace(/[^\d,+-]/g, "").replace(",", "."));
      return { t: "n", v: Number((percent / 100).toFixed(6)), z: "0.00%" };
    }
  }
  return { t: "s", v: text };
}

function worksheet(sheet: Sheet, format: SpreadsheetFormat, options: SpreadsheetOptions): XLSX.WorkSheet {
  const ws: XLSX.WorkSheet = {};
  const merges: XLSX.Range[] = [];
  const rows: (readonly Cell[])[] = rowsOf(sheet);
  rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (cell.text !== "") ws[XLSX.utils.encode_cell({ r, c })] = typed(cell.text, format, options);
      const { rowSpan = 1, colSpan = 1 } = cell;
      if (rowSpan > 1 || colSpan > 1) merges.push({ s: { r, c }, e: { r: r + rowSpan - 1, c: c + colSpan - 1 } });
    });
  });
  const width = Math.max(1, ...rows.map((row) => row.length));
  ws["!ref"] = XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(0, rows.length - 1), c: width - 1 } });
  if (merges.length > 0) ws["!merges"] = merges;
  return ws;
}

/** Bytes of the workbook; the same bytes for the same sheets (no date is written). */
export function writeSpreadsheet(
  sheets: readonly Sheet[],
  format: SpreadsheetFormat,
  options: SpreadsheetOptions = PLAIN_SPREADSHEET,
): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const sheet of sheets) XLSX.utils.book_append_sheet(book, worksheet(sheet, format, options), sheet.name);
  book.Workbook = { Sheets: sheets.map((sheet) => ({ name: sheet.name, Hidden: sheet.hidden ? 1 : 0 })) };
  return new Uint8Array(XLSX.write(book, { bookType: BOOK_TYPES[format], type: "array", compression: true }));
}
