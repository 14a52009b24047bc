/**
 * The cells of a sheet of an .xls: each has one place, a style and a shared text that exist, a value that is known. Format: [MS-XLS] 2.5.13
 * (Cell), 2.5.217 (RkNumber), 2.4.127 (Formula).
 */
import { damaged } from "../../contract/reader.ts";
import { uncomputed } from "../../plain/lists.ts";
import { type Run, type StoredCell, type StoredValue, textValue } from "../workbook/workbook.ts";
import type { Book } from "./xls-book.ts";
import { createCursor, type FontChange, textIn } from "./xls-cursor.ts";
import { type BiffRecord, continued, FORMULA, nextRank, wordOf } from "./xls-records.ts";

const BOOLERR = 0x0205;
const LABEL = 0x0204;
const LABELSST = 0x00fd;
const MULRK = 0x00bd;
const NUMBER = 0x0203;
const RK = 0x027e;
const RSTRING = 0x00d6;
const STRING = 0x0207;
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

/** Rows of cells, sparse. @throws {NotRead} one is not whole, or not known. */
export function readCells(book: Book, records: readonly BiffRecord[]): (StoredCell | undefined)[][] {
  const rows: (StoredCell | undefined)[][] = [];
  for (const [i, record] of records.entries()) {
    const { id, content } = record;
    const least = CELLS.get(id);
    if (least === undefined) continue;
    const length = content.byteLength;
    if (length < least || (length > least && !OF_ANY_LENGTH.includes(id))) damaged("cellule de longueur fausse");
    const [row, first] = [wordOf(record, 0), wordOf(record, 2)];
    const count = id === MULRK ? (length - 6) / 6 : 1;
    const saysLast = id !== MULRK || wordOf(record, length - 2) === first + count - 1;
    if (!saysLast || first + count > MOST_COLUMNS) damaged(`cellules hors de la feuille (ligne ${row + 1})`);
    rows[row] ??= [];
    const cells = rows[row] ?? [];
    for (let k = 0; k < count; k++) {
      const style = book.style(wordOf(record, 4 + 6 * k));
      const value =
        id === MULRK
          ? numberValue(rkNumber(content, 6 + 6 * k))
          : storedValue(book, record, () => textAfter(records, i));
      if (first + k in cells || !style || !value)
        return damaged(
          `cellule double, ou de style ou de valeur inconnus (ligne ${row + 1}, colonne ${first + k + 1})`,
        );
      const odd = id === FORMULA && value.kind !== "waiting" && isComputedOnOpening(record) ? [uncomputed("")] : [];
      // What a formula computes is written in tokens, which are not followed.
      cells[first + k] = { value, style, odd, ...(id === FORMULA && { formula: "" }) };
    }
  }
  return rows;
}

/** undefined: it has none that is known. `result`: of a formula that gives a text. */
function storedValue(book: Book, record: BiffRecord, result: () => StoredValue): StoredValue | undefined {
  const { id, content } = record;
  if (id === NUMBER) return numberValue(content.getFloat64(6, true));
  if (id === RK) return numberValue(rkNumber(content, 6));
  if (id === BOOLERR) return logicalValue(content.getUint8(6), content.getUint8(7) === 1);
  if (id === FORMULA) return formulaValue(record, result);
  if (id === LABELSST) {
    const shared = book.texts[content.getUint32(6, true)];
    return shared && { kind: "text", runs: runsOf(book, shared.text, shared.fonts) };
  }
  const { skip, u16, unicode } = createCursor(record);
  skip(6);
  const { text, fonts } = unicode(u16());
  const changes = id === RSTRING ? Array.from({ length: u16() }, () => ({ from: u16(), font: u16() })) : fonts;
  return { kind: "text", runs: runsOf(book, text, changes) };
}

/** Some programs store what no number is, in place of a result: Excel shows an error there. */
const numberValue = (value: number): StoredValue =>
  Number.isFinite(value) ? { kind: "number", value } : textValue("#NUM!");

const logicalValue = (code: number, isError: boolean): StoredValue =>
  textValue(isError ? (ERRORS[code] ?? "#ERREUR") : code !== 0 ? "VRAI" : "FAUX");

const NOT_STORED: StoredValue = { kind: "waiting" };

/** Eight bytes: a number, or 0xffff in the last two and what else it is in the first. */
function formulaValue(record: BiffRecord, result: () => StoredValue): StoredValue | undefined {
  const { content } = record;
  if (wordOf(record, 12) !== 0xffff) return numberValue(content.getFloat64(6, true));
  const kind = content.getUint8(6);
  if (kind === 0) return result();
  if (kind === 3) return isComputedOnOpening(record) ? NOT_STORED : textValue("");
  return kind < 3 ? logicalValue(content.getUint8(8), kind === 2) : undefined;
}

/** The text that follows a formula, before the next cell. */
function textAfter(records: readonly BiffRecord[], formula: number): StoredValue {
  const at = nextRank(records, formula, (id) => id === STRING || CELLS.has(id));
  return records[at]?.id === STRING ? textValue(textIn(createCursor(...continued(records, at)))) : NOT_STORED;
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
function runsOf(book: Book, text: string, fonts: readonly FontChange[]): readonly Run[] {
  const starts = fonts.filter(({ from }) => from < text.length);
  const runs = starts.map(({ from, font }, i) => ({
    text: text.slice(from, starts[i + 1]?.from ?? text.length),
    look: book.font(font),
  }));
  return [{ text: text.slice(0, starts[0]?.from ?? text.length) }, ...runs];
}

/** Always, or when the file is opened: another result may be seen. */
const isComputedOnOpening = (formula: BiffRecord): boolean => (wordOf(formula, 14) & 0x03) > 0;
