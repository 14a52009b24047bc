/** .xls (Excel 97 to 2003) -> one grid a sheet, from the records that were verified. */
import { isCompound, openCompound } from "../container/compound.ts";
import { fileTooLarge, MAX_SHEET_BYTES } from "../contract/limits.ts";
import { damaged, notRead, refusing } from "../contract/reader.ts";
import { readBook } from "./biff/xls-book.ts";
import { readRecords } from "./biff/xls-records.ts";
import { readBiffSheet } from "./biff/xls-sheet.ts";
import { gridsOf } from "./workbook/grids.ts";

export const readXls = refusing("un classeur Excel (.xls)", async (file) => {
  const { bytes } = file;
  if (bytes.length > MAX_SHEET_BYTES) notRead(({ path }) => fileTooLarge(path, bytes.length, MAX_SHEET_BYTES));
  const open = isCompound(bytes) ? openCompound(bytes) : undefined;
  const stream = open ? (open.stream("Workbook") ?? open.stream("Book")) : bytes;
  const book = readBook(readRecords(stream ?? damaged("flux du classeur coupé")));
  return gridsOf(file, { from1904: book.from1904, sheets: book.sheets.map((ref) => readBiffSheet(book, ref)) });
});
