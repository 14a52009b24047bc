/** .xls (BIFF 5 and 8, SpreadsheetML 2003) and .xlsx -> one grid a sheet. Wraps SheetJS (@e965/xlsx). */
import { type CellObject, type DenseWorkSheet, type Range, read, set_cptable, type WorkBook } from "@e965/xlsx";
import type { Grid, SourceFile } from "../../model/grid.ts";
import type { Result } from "../../model/issue.ts";
import { isCompound, openCompound } from "../container/compound.ts";
import { parseXml, type XmlElement } from "../container/xml.ts";
import { fileTooLarge, MAX_ROWS, MAX_SHEET_BYTES, tooManyRows } from "../contract/limits.ts";
import { attempt, passwordProtected, refused, unreadable } from "../contract/reader.ts";
import { verifyBiff } from "./biff.ts";
import { gridsOf } from "./grids.ts";
import { GENERAL, parseNumberFormat } from "./number-format.ts";
import { PLAIN_FONT, type StoredCell, type StoredSheet, type StoredValue } from "./workbook.ts";

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

async function readWorkbook(file: SourceFile, bytes: Uint8Array, format: string): Promise<Result<readonly Grid[]>> {
  const parsed = await attempt(() => quietly(() => parseWorkbook(bytes)));
  if (!parsed.ok)
    return refused(
      /password|encrypt/i.test(parsed.words)
        ? passwordProtected(file, "Excel")
        : unreadable(file, format, parsed.words),
    );
  const workbook = parsed.value;
  const sheets = workbook.SheetNames.flatMap((name, i): StoredSheet[] => {
    const sheet = workbook.Sheets[name] as DenseWorkSheet | undefined;
    if (!sheet) return [];
    const rows: (StoredCell | undefined)[][] = [];
    (sheet["!data"] ?? []).forEach((cells, r) => {
      rows[r] = (cells ?? []).map((cell) => storedOf(cell));
    });
    return [
      {
        name,
        hidden: (workbook.Workbook?.Sheets?.[i]?.Hidden ?? 0) > 0,
        rows,
        merges: (sheet["!merges"] ?? []).map(({ s, e }: Range) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
        isRowHidden: (row) => sheet["!rows"]?.[row]?.hidden === true,
        isColumnHidden: (column) => sheet["!cols"]?.[column]?.hidden === true,
        showsZeros: true,
        showsFormulas: false,
        conditionalFormats: [],
        underDrawings: [],
        hasDrawings: false,
      },
    ];
  });
  const from1904 = workbook.Workbook?.WBProps?.date1904 === true;
  return gridsOf(file, { from1904, asksToRecalculate: false, sheets }, format);
}

function storedOf(cell: CellObject | undefined): StoredCell | undefined {
  if (!cell) return undefined;
  const format = typeof cell.z === "string" ? parseNumberFormat(cell.z) : GENERAL;
  const style = { font: PLAIN_FONT, fill: null, format, repeated: false };
  const value = storedValue(cell);
  return value && { value, style };
}

function storedValue({ t, v, f, w }: CellObject): StoredValue | undefined {
  if (t === "z") return f === undefined ? undefined : { kind: "waiting" };
  if (v === undefined || v === "") return undefined;
  if (t === "n" && typeof v === "number") return { kind: "number", value: v };
  if (t === "b") return { kind: "boolean", value: v === true };
  return t === "s"
    ? { kind: "text", runs: [{ text: String(v), font: null }] }
    : { kind: "error", text: w ?? String(v) };
}
