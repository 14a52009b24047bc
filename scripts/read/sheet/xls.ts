/** .xls (Excel 97 to 2003) -> one grid a sheet, from the records that were verified. */
import { isCompound, openCompound } from "../container/compound.ts";
import { fileTooLarge, MAX_SHEET_BYTES } from "../contract/limits.ts";
import { damaged, notRead, refusing } from "../contract/reader.ts";
import { type Book, readBook, type SheetRef } from "./biff/xls-book.ts";
import { readCells } from "./biff/xls-cells.ts";
import { conditionsOf } from "./biff/xls-conditions.ts";
import { areasIn, createCursor, textIn } from "./biff/xls-cursor.ts";
import { readDrawings } from "./biff/xls-drawings.ts";
import { type BiffRecord, readRecords, wordOf } from "./biff/xls-records.ts";
import { gridsOf } from "./workbook/grids.ts";
import { pageTexts } from "./workbook/page-texts.ts";
import type { StoredSheet } from "./workbook/workbook.ts";

export const readXls = refusing("un classeur Excel (.xls)", async (file) => {
  const { bytes } = file;
  if (bytes.length > MAX_SHEET_BYTES) notRead(fileTooLarge(bytes.length, MAX_SHEET_BYTES));
  const open = isCompound(bytes) ? openCompound(bytes) : undefined;
  const stream = open ? (open.stream("Workbook") ?? open.stream("Book")) : bytes;
  const book = readBook(readRecords(stream ?? damaged("flux du classeur coupé")));
  return gridsOf(file, { from1904: book.from1904, sheets: book.sheets.map((ref) => readBiffSheet(book, ref)) });
});

const ROW = 0x0208;
const COLINFO = 0x007d;
const DEFAULT_ROW = 0x0225;
const DEFAULT_WIDTH = 0x0055;
const MERGES = 0x00e5;
const WINDOW = 0x023e;
/** The sheet was saved before its formulas were computed. */
const UNCALCULATED = 0x005e;
/** 0: a person asks for the formulas to be computed; and 0: they are not computed when the file is saved. */
const CALC_MODE = 0x000d;
const CALC_ON_SAVE = 0x005f;
const HEADER = 0x0014;
const FOOTER = 0x0015;

/** In characters. */
const USUAL_WIDTH = 8;

/** @throws {NotRead} */
function readBiffSheet(book: Book, { name, hidden, records }: SheetRef): StoredSheet {
  const all = (id: number): readonly BiffRecord[] => records.filter((record) => record.id === id);
  const points = (height: number): number => (height & 0x7fff) / 20;
  const heights = new Map(
    all(ROW).map((row) => [wordOf(row, 0), (wordOf(row, 12) & 0x20) > 0 ? 0 : points(wordOf(row, 6))] as const),
  );
  const [usual] = all(DEFAULT_ROW);
  const usuallyHidden = usual !== undefined && ((wordOf(usual, 0) & 2) > 0 || points(wordOf(usual, 2)) === 0);
  const columns = all(COLINFO).map((column) => ({
    first: wordOf(column, 0),
    last: wordOf(column, 2),
    width: (wordOf(column, 8) & 1) > 0 ? 0 : wordOf(column, 4) / 256,
  }));
  const [usualWidth] = all(DEFAULT_WIDTH).map((width) => wordOf(width, 0));
  const [window] = all(WINDOW);
  const isLeftToPerson = [CALC_MODE, CALC_ON_SAVE].every((id) => all(id).some((record) => wordOf(record, 0) === 0));
  const rowHeight = (row: number): number | undefined => heights.get(row) ?? (usuallyHidden ? 0 : undefined);
  const columnWidth = (index: number): number =>
    columns.find(({ first, last }) => index >= first && index <= last)?.width ?? usualWidth ?? USUAL_WIDTH;
  return {
    name,
    hidden,
    rows: readCells(book, records),
    isComputed: all(UNCALCULATED).length === 0 && !isLeftToPerson,
    merges: all(MERGES).flatMap((record) => areasIn(record)),
    showsZeros: window === undefined || (wordOf(window, 0) & 0x10) > 0,
    showsFormulas: window !== undefined && (wordOf(window, 0) & 0x01) > 0,
    overlays: conditionsOf(book, records),
    ...readDrawings(records),
    pageTexts: [...all(HEADER), ...all(FOOTER)]
      .filter(({ content }) => content.byteLength > 0)
      .flatMap((record) => pageTexts(textIn(createCursor(record)))),
    rowHeight,
    columnWidth,
  };
}
