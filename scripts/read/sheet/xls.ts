/** .xls (Excel 97 to 2003) -> one grid a sheet, from the records that were verified. */
import type { Grid, SourceFile } from "../../model/grid.ts";
import type { Issue, Result } from "../../model/issue.ts";
import { isCompound, openCompound } from "../container/compound.ts";
import { fileTooLarge, MAX_SHEET_BYTES } from "../contract/limits.ts";
import { passwordProtected, refused, unreadable } from "../contract/reader.ts";
import { BOOK_RECORDS, readBook } from "./biff/book.ts";
import { readRecords } from "./biff/records.ts";
import { readBiffSheet, SHEET_RECORDS } from "./biff/sheet.ts";
import { gridsOf } from "./workbook/grids.ts";
import type { StoredSheet } from "./workbook/workbook.ts";

const FORMAT = "un classeur Excel (.xls)";
const WANTED: ReadonlySet<number> = new Set([...BOOK_RECORDS, ...SHEET_RECORDS]);

export async function readXls(file: SourceFile): Promise<Result<readonly Grid[]>> {
  if (file.bytes.length > MAX_SHEET_BYTES) return refused(fileTooLarge(file.path, file.bytes.length, MAX_SHEET_BYTES));
  const open = isCompound(file.bytes) ? openCompound(file.bytes) : undefined;
  const stream = open ? (open.stream("Workbook") ?? open.stream("Book")) : file.bytes;
  if (!stream) return refused(unreadable(file, FORMAT, "flux du classeur coupé"));
  const records = readRecords(stream, WANTED);
  if (records.kind === "protected") return refused(passwordProtected(file, "Excel"));
  if (records.kind === "ancient") return refused(ancient(file));
  if (records.kind === "damaged") return refused(unreadable(file, FORMAT, records.words));
  const book = readBook(stream, records.substreams);
  if (typeof book === "string") return refused(unreadable(file, FORMAT, book));
  const sheets: StoredSheet[] = [];
  for (const ref of book.sheets) {
    const sheet = readBiffSheet(book, ref);
    if (typeof sheet === "string") return refused(unreadable(file, FORMAT, `feuille « ${ref.name} », ${sheet}`));
    sheets.push(sheet);
  }
  return gridsOf(file, { from1904: book.from1904, sheets }, FORMAT);
}

const ancient = (file: SourceFile): Issue => ({
  rule: "file-format-unknown",
  severity: "error",
  message: "Ce fichier est un classeur d'Excel 95 ou plus ancien : le programme ne le lit pas.",
  hint: "Ouvrez-le dans un tableur (LibreOffice par exemple) et enregistrez-le en .xlsx.",
  place: { file: file.path },
  actual: "un classeur d'avant 1997",
  expected: "un classeur .xls d'Excel 97 ou plus récent, .xlsx ou .ods",
});
