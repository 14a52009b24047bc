/** Sheets to .xlsx, .xls (BIFF8) and .ods: the only file that writes with SheetJS. */
import * as XLSX from "@e965/xlsx";
import { escapeXml } from "../../../scripts/model/text/xml.ts";
import { rowsOf } from "./rows.ts";
import { type Run, runsOf, type Sheet, type WrittenCell } from "./sheet.ts";

export interface SpreadsheetOptions {
  /** text: every cell is a string. number: counts, signed changes and percentages are numbers with a format. */
  readonly values: "text" | "number";
  /** Format of the counts when they are numbers. "#,##0" is what a French Excel shows as "1 012" and stores so. */
  readonly countFormat: "General" | "# ##0" | "#,##0";
}
const PLAIN_SPREADSHEET: SpreadsheetOptions = { values: "number", countFormat: "General" };

const BOOK_TYPES = { xlsx: "xlsx", xls: "biff8", ods: "ods" } as const;
export type SpreadsheetFormat = keyof typeof BOOK_TYPES;

/** "1 012" => number 1012; "+5" => 5 shown as "+5"; "-16,67 %" => -0.1667 shown as a percentage; other text stays text. */
function typed(text: string, format: SpreadsheetFormat, options: SpreadsheetOptions): XLSX.CellObject {
  if (options.values === "number") {
    if (/^(0|[1-9]\d*|[1-9]\d{0,2}([ \u00a0\u202f]\d{3})+)$/.test(text))
      return { t: "n", v: Number(text.replace(/\D/g, "")), z: options.countFormat };
    // SheetJS writes no signed format in OpenDocument, and shows no percentage as one: there, a change stays text.
    if (format !== "ods" && /^[+-]\d+$/.test(text)) return { t: "n", v: Number(text), z: "+0;-0;0" };
    if (format !== "ods" && /^[+-]?\d+,\d\d[ \u00a0\u202f]?%$/.test(text)) {
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
  const rows = rowsOf(sheet);
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
  hide(ws, sheet);
  return ws;
}

/** Hidden rows and columns; SheetJS writes them in .xlsx. */
function hide(ws: XLSX.WorkSheet, sheet: Sheet): void {
  const rows: XLSX.RowInfo[] = [];
  const columns: XLSX.ColInfo[] = [];
  let first = 0;
  for (const block of sheet.blocks) {
    if (block.kind === "table") {
      for (const r of block.hiddenRows ?? []) rows[first + r] = { hidden: true };
      for (const c of block.hiddenColumns ?? []) columns[c] = { hidden: true };
    }
    first += block.kind === "table" ? block.rows.length : 1;
  }
  if (rows.length > 0) ws["!rows"] = rows;
  if (columns.length > 0) ws["!cols"] = columns;
}

const STYLES: Readonly<Record<Run["style"], string>> = {
  plain: "",
  struck: "<rPr><strike/></rPr>",
  hidden: "",
  raised: '<rPr><vertAlign val="superscript"/></rPr>',
};
const richText = (cell: WrittenCell): string =>
  runsOf(cell)
    .filter(({ style }) => style !== "hidden") // a spreadsheet hides no part of a cell
    .map(({ text, style }) => `<r>${STYLES[style]}<t xml:space="preserve">${escapeXml(text)}</t></r>`)
    .join("");

/** SheetJS writes no text in several styles: such cells are written again in the sheet's XML. */
function withRichText(bytes: Uint8Array, sheets: readonly Sheet[]): Uint8Array {
  const rich = sheets.map((sheet) =>
    rowsOf(sheet).flatMap((row, r) =>
      row.flatMap((cell, c) => (cell.beside || cell.raised ? [{ at: XLSX.utils.encode_cell({ r, c }), cell }] : [])),
    ),
  );
  if (rich.every((cells) => cells.length === 0)) return bytes;
  const archive = XLSX.CFB.read(bytes, { type: "array" });
  rich.forEach((cells, i) => {
    const part = XLSX.CFB.find(archive, `/xl/worksheets/sheet${i + 1}.xml`);
    if (!part) throw new Error(`no sheet ${i + 1} in the workbook`);
    let xml = new TextDecoder().decode(new Uint8Array(part.content));
    for (const { at, cell } of cells)
      xml = xml.replace(
        new RegExp(`<c r="${at}"[^>]*>.*?</c>`),
        () => `<c r="${at}" t="inlineStr"><is>${richText(cell)}</is></c>`,
      );
    part.content = [...new TextEncoder().encode(xml)];
    part.size = part.content.length;
  });
  return new Uint8Array(XLSX.CFB.write(archive, { fileType: "zip", type: "array" }) as ArrayBuffer);
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
  const bytes = new Uint8Array(XLSX.write(book, { bookType: BOOK_TYPES[format], type: "array", compression: true }));
  return format === "xlsx" ? withRichText(bytes, sheets) : bytes;
}
