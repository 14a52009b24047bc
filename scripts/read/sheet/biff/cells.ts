/**
 * The cells of a sheet of an .xls: each has one place, a style and a shared text that exist, a value that is known. Format: [MS-XLS] 2.5.13
 * (Cell), 2.5.217 (RkNumber), 2.4.127 (Formula).
 */
import { viewOf } from "../../container/views.ts";
import { type Formula, type Run, type StoredCell, type StoredValue, textValue } from "../workbook/workbook.ts";
import type { Book } from "./book.ts";
import { CONTINUE, type Cursor, createCursor, type StoredText, textIn } from "./cursor.ts";
import type { BiffRecord } from "./records.ts";

const BOOLERR = 0x0205;
const FORMULA = 0x0006;
const LABEL = 0x0204;
const LABELSST = 0x00fd;
const MULRK = 0x00bd;
const NUMBER = 0x0203;
const RK = 0x027e;
const RSTRING = 0x00d6;
const STRING = 0x0207;
const SHARED = 0x04bc;
/** Records that hold one cell, with their length, or the least that it may be; MULRK holds several cells of a row. */
const CELLS = new Map<number, number>([
  [NUMBER, 14],
  [RK, 10],
  [LABELSST, 10],
  [BOOLERR, 8],
  [LABEL, 9],
  [RSTRING, 9],
  [FORMULA, 22],
  [MULRK, 12],
]);
const OF_ANY_LENGTH = [LABEL, RSTRING, FORMULA, MULRK];
export const CELL_RECORDS = [...CELLS.keys(), STRING, SHARED, CONTINUE];

const ERRORS: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
};
/** A sheet has no more columns. */
const MOST_COLUMNS = 256;

/** Rows of cells, sparse; or what is wrong with one, in words. */
export function readCells(book: Book, records: readonly BiffRecord[]): (StoredCell | undefined)[][] | string {
  const view = viewOf(book.stream);
  const rows: (StoredCell | undefined)[][] = [];
  for (const [i, record] of records.entries()) {
    const { id, at, length } = record;
    const least = CELLS.get(id);
    if (least === undefined) continue;
    if (length < least || (length > least && !OF_ANY_LENGTH.includes(id))) return "cellule de longueur fausse";
    const row = view.getUint16(at, true);
    const first = view.getUint16(at + 2, true);
    const count = id === MULRK ? (length - 6) / 6 : 1;
    const saysLast = id !== MULRK || view.getUint16(at + length - 2, true) === first + count - 1;
    if (!saysLast || first + count > MOST_COLUMNS) return `cellules hors de la feuille (ligne ${row + 1})`;
    rows[row] ??= [];
    const cells = rows[row] ?? [];
    for (let k = 0; k < count; k++) {
      const style = book.style(view.getUint16(at + 4 + 6 * k, true));
      const value =
        id === MULRK
          ? numberValue(rkNumber(view, at + 6 + 6 * k))
          : storedValue(book, record, () => records.slice(i + 1));
      if (first + k in cells || !style || !value)
        return `cellule double, ou de style ou de valeur inconnus (ligne ${row + 1}, colonne ${first + k + 1})`;
      cells[first + k] = { value, style, ...(id === FORMULA && { formula: formulaOf(view, record) }) };
    }
  }
  return rows;
}

/** What comes after a record. */
type Next = () => readonly BiffRecord[];

/** undefined: it has none that is known. */
function storedValue(book: Book, record: BiffRecord, next: Next): StoredValue | undefined {
  const { id, at, length } = record;
  const view = viewOf(book.stream);
  if (id === NUMBER) return numberValue(view.getFloat64(at + 6, true));
  if (id === RK) return numberValue(rkNumber(view, at + 6));
  if (id === BOOLERR) return logicalValue(view.getUint8(at + 6), view.getUint8(at + 7) === 1);
  if (id === FORMULA) return formulaValue(book, record, next);
  if (id === LABELSST) {
    const shared = book.texts[view.getUint32(at + 6, true)];
    return shared && { kind: "text", runs: runsOf(book, shared) };
  }
  const cursor = createCursor(book.stream, [{ at: at + 6, length: length - 6 }]);
  const { text, fonts } = cursor.unicode(cursor.u16());
  const runs = runsOf(book, { text, fonts: id === RSTRING ? fontChanges(cursor) : fonts });
  return cursor.isPastEnd() ? undefined : { kind: "text", runs };
}

/** After the text of an RString. */
const fontChanges = ({ u16 }: Cursor): StoredText["fonts"] =>
  Array.from({ length: u16() }, () => ({ from: u16(), font: u16() }));

/** Some programs store what no number is, in place of a result: Excel shows an error there. */
const numberValue = (value: number): StoredValue =>
  Number.isFinite(value) ? { kind: "number", value } : textValue("#NUM!");

const logicalValue = (code: number, isError: boolean): StoredValue =>
  textValue(isError ? (ERRORS[code] ?? "#ERREUR") : code !== 0 ? "VRAI" : "FAUX");

/** Eight bytes: a number, or 0xffff in the last two and what else it is in the first. */
function formulaValue(book: Book, record: BiffRecord, next: Next): StoredValue | undefined {
  const view = viewOf(book.stream);
  const at = record.at + 6;
  if (view.getUint16(at + 6, true) !== 0xffff) return numberValue(view.getFloat64(at, true));
  const kind = view.getUint8(at);
  if (kind === 1 || kind === 2) return logicalValue(view.getUint8(at + 2), kind === 2);
  if (kind !== 0)
    return kind !== 3 ? undefined : formulaOf(view, record).mayBeAnother ? { kind: "waiting" } : textValue("");
  return textAfter(book, next()) ?? { kind: "waiting" };
}

/** The text that follows a formula, after the formula that it shares with others. */
function textAfter(book: Book, next: readonly BiffRecord[]): StoredValue | undefined {
  const [first, ...more] = next.slice(next.findIndex(({ id }) => id !== SHARED && id !== CONTINUE));
  if (first?.id !== STRING) return undefined;
  const end = more.findIndex(({ id }) => id !== CONTINUE);
  const cursor = createCursor(book.stream, [first, ...more.slice(0, end < 0 ? undefined : end)]);
  const text = textIn(cursor);
  return cursor.isPastEnd() ? undefined : textValue(text);
}

/** A signed integer of 30 bits or the upper half of a double; one in two a hundred times too large. */
function rkNumber(view: DataView, at: number): number {
  const raw = view.getUint32(at, true);
  let value = raw >> 2;
  if ((raw & 2) === 0) {
    const double = new DataView(new ArrayBuffer(8));
    double.setUint32(4, raw & ~3, true);
    value = double.getFloat64(0, true);
  }
  return (raw & 1) > 0 ? value / 100 : value;
}

/** The first signs have the font of the cell, until one changes it. */
function runsOf(book: Book, { text, fonts }: StoredText): readonly Run[] {
  const starts = fonts.filter(({ from }) => from < text.length);
  const runs = starts.map(({ from, font }, i) => ({
    text: text.slice(from, starts[i + 1]?.from ?? text.length),
    font: book.font(font),
  }));
  return [{ text: text.slice(0, starts[0]?.from ?? text.length), font: null }, ...runs];
}

/** Always, or when the file is opened. */
const COMPUTED_ON_OPENING = 0x03;

/** What it computes is written in tokens, which are not followed: its result is what the program that saved the file has shown. */
const formulaOf = (view: DataView, { at }: BiffRecord): Formula => ({
  text: "",
  mayBeAnother: (view.getUint16(at + 14, true) & COMPUTED_ON_OPENING) > 0,
});
