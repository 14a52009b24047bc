/** .xls (BIFF 5 and 8, SpreadsheetML 2003) and .xlsx -> one grid a sheet. Wraps SheetJS (@e965/xlsx). */
import { type CellObject, type DenseWorkSheet, type Range, read, SSF, set_cptable, type WorkBook } from "@e965/xlsx";
import { type Cell, COVERED, type Grid, type SourceFile } from "../../model/grid.ts";
import type { Issue, Result } from "../../model/issue.ts";
import { isCompound, openCompound } from "../container/compound.ts";
import { parseXml, type XmlElement } from "../container/xml.ts";
import {
  fileTooLarge,
  MAX_COLUMNS,
  MAX_ROWS,
  MAX_SHEET_BYTES,
  MAX_SHEETS,
  tooManyRows,
  tooManySheets,
} from "../contract/limits.ts";
import { attempt, passwordProtected, refused, unreadable } from "../contract/reader.ts";
import { type RawGrid, shape } from "../contract/shape.ts";
import { verifyBiff } from "./biff.ts";
import { displayNumber, isScaled } from "./display.ts";
import { type CellPlace, formulasWithoutValue, scaledNumbers, textsUnderMerges } from "./sheet-issues.ts";

/**
 * Throws what the library throws. WTF: true, or a sheet that it cannot read would be left out in silence. Macros are not
 * loaded, formulas not computed, links not followed: values are those that the file holds.
 */
const parseWorkbook = (bytes: Uint8Array): WorkBook =>
  read(bytes, {
    type: "array",
    dense: true,
    cellNF: true,
    cellFormula: true,
    cellHTML: false,
    cellText: true,
    sheetStubs: true,
    nodim: true,
    bookVBA: false,
    raw: true,
    WTF: true,
  });

/** SheetJS tells of what it does not know on the console; the program's own output must stay clean. */
function quietly<T>(call: () => T): T {
  const { error, warn, log } = console;
  const silent = (): void => undefined;
  Object.assign(console, { error: silent, warn: silent, log: silent });
  try {
    return call();
  } finally {
    Object.assign(console, { error, warn, log });
  }
}

const FORMAT = "un classeur Excel (.xls)";

export async function readSpreadsheet(file: SourceFile): Promise<Result<readonly Grid[]>> {
  if (file.bytes.length > MAX_SHEET_BYTES) return refused(fileTooLarge(file.path, file.bytes.length, MAX_SHEET_BYTES));
  if (isText(file.bytes)) {
    // SheetJS reads what it can of cut XML.
    const xml = parseXml(file.bytes, {});
    if (!xml.ok) return refused(unreadable(file, FORMAT, xml.words));
    if (reachesTooFar(xml.root)) return refused(tooManyRows(file.path, "feuille", MAX_ROWS + 1));
    return readWorkbook(file, file.bytes, FORMAT);
  }
  const open = isCompound(file.bytes) ? openCompound(file.bytes) : undefined;
  const modern = open?.stream("Workbook");
  const stream = isCompound(file.bytes) ? (modern ?? open?.stream("Book")) : file.bytes;
  if (!stream) return refused(unreadable(file, FORMAT, "flux du classeur coupé"));
  const verdict = verifyBiff(stream);
  if (verdict === "protected") return refused(passwordProtected(file, "Excel"));
  if (verdict !== "whole") return refused(unreadable(file, FORMAT, verdict.damage));
  // Excel 5/95 and older hold text in a code page; its tables take 120 ms to load.
  if (!modern) set_cptable(await import("@e965/xlsx/dist/cpexcel.full.mjs"));
  return readWorkbook(file, file.bytes, FORMAT);
}

/** SpreadsheetML 2003: XML, in any Unicode encoding. */
const isText = (bytes: Uint8Array): boolean => bytes[0] !== 9 && !isCompound(bytes);

/** Merges, repeats and jumps of SpreadsheetML are written out by SheetJS, cell by cell: none may pass the limits. */
const reachesTooFar = (element: XmlElement): boolean =>
  ["MergeAcross", "MergeDown", "Index", "Span"].some(
    (name) => Number(element.attributes[`?:${name}`] ?? 0) > MAX_ROWS,
  ) || element.children.some((child) => typeof child !== "string" && reachesTooFar(child));

/** `bytes`: the file's own, or the same workbook repacked. */
export async function readWorkbook(
  file: SourceFile,
  bytes: Uint8Array,
  format: string,
): Promise<Result<readonly Grid[]>> {
  const parsed = await attempt(() => quietly(() => parseWorkbook(bytes)));
  if (!parsed.ok)
    return refused(
      /password|encrypt/i.test(parsed.words)
        ? passwordProtected(file, "Excel")
        : unreadable(file, format, parsed.words),
    );
  const workbook = parsed.value;
  if (workbook.SheetNames.length > MAX_SHEETS) return refused(tooManySheets(file.path, workbook.SheetNames.length));
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const raws: RawGrid[] = [];
  const issues: Issue[] = [];
  for (const [i, part] of workbook.SheetNames.entries()) {
    const sheet = workbook.Sheets[part] as DenseWorkSheet | undefined;
    if (!sheet) return refused(unreadable(file, format, `feuille « ${part} » absente`));
    const rows: Cell[][] = [];
    const waiting: CellPlace[] = [];
    const scaled: CellPlace[] = [];
    // Sparse: forEach leaves the holes out, a lone cell at row 1 048 576 costs nothing.
    (sheet["!data"] ?? []).forEach((cells, r) => {
      if (!cells) return;
      const row: Cell[] = [];
      cells.forEach((cell, c) => {
        if (!cell) return;
        if (cell.t === "z" && cell.f !== undefined) waiting.push([r, c]);
        if (cell.t === "n" && typeof cell.z === "string" && isScaled(cell.z)) scaled.push([r, c]);
        const text = textOf(cell, date1904);
        if (text !== "") row[c] = { text };
      });
      rows[r] = row;
    });
    issues.push(...formulasWithoutValue(file.path, part, waiting), ...scaledNumbers(file.path, part, scaled));
    const lost = (sheet["!merges"] ?? []).flatMap(({ s, e }: Range) => merge(rows, s.r, s.c, e.r, e.c));
    issues.push(...textsUnderMerges(file.path, part, lost));
    raws.push({ part, rows, ...((workbook.Workbook?.Sheets?.[i]?.Hidden ?? 0) > 0 && { hidden: true }) });
  }
  return shape(file, raws, issues);
}

/** Text as typed; a number as display.ts says; an error as the sheet shows it: "#REF!". */
function textOf(cell: CellObject, date1904: boolean): string {
  if (cell.v === undefined || cell.t === "z") return "";
  if (cell.t === "s") return String(cell.v);
  if (cell.t === "b") return cell.v ? "VRAI" : "FAUX";
  if (cell.t === "n" && typeof cell.v === "number") {
    const format = typeof cell.z === "string" ? cell.z : "General";
    const date = SSF.is_date(format) ? (SSF.parse_date_code(cell.v, { date1904 }) ?? undefined) : undefined;
    return displayNumber({ value: cell.v, format, shown: cell.w ?? "", ...(date && { date }) });
  }
  return cell.w ?? String(cell.v);
}

/**
 * Spans at the top left corner, COVERED elsewhere, up to the limits only: a merge may claim the whole sheet. Gives the
 * places whose text the merge hides, as it does on the screen.
 */
function merge(
  rows: (Cell | undefined)[][],
  top: number,
  left: number,
  bottom: number,
  right: number,
): readonly CellPlace[] {
  const lastRow = Math.min(bottom, rows.length - 1, MAX_ROWS);
  const lastColumn = Math.min(right, MAX_COLUMNS);
  if (lastRow < top || lastColumn < left || (lastRow === top && lastColumn === left)) return [];
  const hidden: CellPlace[] = [];
  const corner = rows[top]?.[left]?.text ?? "";
  for (let r = top; r <= lastRow; r++) {
    rows[r] ??= [];
    const row = rows[r] ?? [];
    for (let c = left; c <= lastColumn; c++) {
      if (row[c]?.text && (r !== top || c !== left)) hidden.push([r, c]);
      row[c] = COVERED;
    }
  }
  const rowSpan = lastRow - top + 1;
  const colSpan = lastColumn - left + 1;
  const first = rows[top];
  if (first) first[left] = { text: corner, ...(rowSpan > 1 && { rowSpan }), ...(colSpan > 1 && { colSpan }) };
  return hidden;
}
