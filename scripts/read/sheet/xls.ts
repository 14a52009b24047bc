/** .xls (Excel 5 to 2003) and SpreadsheetML 2003 -> one grid a sheet, from the records or the tree that were verified. */
import type { Grid, SourceFile } from "../../model/grid.ts";
import type { Issue, Result } from "../../model/issue.ts";
import { isCompound, openCompound } from "../container/compound.ts";
import { parseXml } from "../container/xml.ts";
import { partIssue } from "../container/xml-parts.ts";
import { fileTooLarge, MAX_SHEET_BYTES } from "../contract/limits.ts";
import { passwordProtected, refused, unreadable } from "../contract/reader.ts";
import { BOOK_RECORDS, readBook } from "./biff/book.ts";
import { readRecords } from "./biff/records.ts";
import { readBiffSheet, SHEET_RECORDS } from "./biff/sheet.ts";
import { gridsOf } from "./workbook/grids.ts";
import type { StoredSheet } from "./workbook/workbook.ts";
import { readXml2003, XML_PREFIXES } from "./xml-2003.ts";

const FORMAT = "un classeur Excel (.xls)";
const WANTED: ReadonlySet<number> = new Set([...BOOK_RECORDS, ...SHEET_RECORDS]);

export async function readXls(file: SourceFile): Promise<Result<readonly Grid[]>> {
  if (file.bytes.length > MAX_SHEET_BYTES) return refused(fileTooLarge(file.path, file.bytes.length, MAX_SHEET_BYTES));
  const compound = isCompound(file.bytes);
  if (!compound && file.bytes[0] !== 9) return readXml(file);
  const open = compound ? openCompound(file.bytes) : undefined;
  const stream = compound ? (open?.stream("Workbook") ?? open?.stream("Book")) : file.bytes;
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
  return gridsOf(file, { from1904: book.from1904, asksToRecalculate: false, sheets }, FORMAT);
}

function readXml(file: SourceFile): Result<readonly Grid[]> {
  const xml = parseXml(file.bytes, XML_PREFIXES);
  if (!xml.ok) return refused(partIssue(file, FORMAT, "classeur XML", xml));
  const book = readXml2003(xml.root);
  if (book.kind === "damaged") return refused(unreadable(file, FORMAT, book.words));
  return book.kind === "shifted" ? refused(shifted(file, book.words)) : gridsOf(file, book.workbook, FORMAT);
}

/** No spreadsheet opens it well: to save it again from there would keep the fault. */
const shifted = (file: SourceFile, words: string): Issue => ({
  rule: "file-unreadable",
  severity: "error",
  message:
    "Ce classeur au format « XML Excel 2003 » a perdu la place de ses cellules : sous une cellule fusionnée, des textes sont décalés d'une colonne vers la gauche. Rien n'en a été lu.",
  hint: "Ouvrez le classeur dont il a été tiré (non ce fichier : un tableur l'ouvre décalé) et enregistrez-le en .xlsx, ou demandez au service l'état en .xlsx.",
  place: { file: file.path },
  actual: words,
  expected: "un classeur .xlsx, .ods ou .xls",
});

const ancient = (file: SourceFile): Issue => ({
  rule: "file-format-unknown",
  severity: "error",
  message: "Ce fichier est un classeur d'Excel 4 ou plus ancien (avant 1994) : le programme ne le lit pas.",
  hint: "Ouvrez-le dans un tableur (LibreOffice par exemple) et enregistrez-le en .xlsx.",
  place: { file: file.path },
  actual: "un classeur d'avant 1994",
  expected: "un classeur .xls d'Excel 5 ou plus récent, .xlsx ou .ods",
});
