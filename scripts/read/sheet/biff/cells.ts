/**
 * The cells of a sheet of an .xls: each has one place, a style and a shared text that exist, a value that is known. Format: [MS-XLS] 2.5.13
 * (Cell), 2.5.217 (RkNumber), 2.4.127 (Formula).
 */
import { viewOf } from "../../container/views.ts";
import type { Formula, Run, StoredCell, StoredValue } from "../workbook/workbook.ts";
import type { Book } from "./book.ts";
import { CONTINUE, createCursor, type FontChange, textIn } from "./cursor.ts";
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
/** Records that hold one cell, with their length where it is fixed; MULRK holds several cells of a row. */
const CELLS = new Map<number, number | null>([
  [NUMBER, 14],
  [RK, 10],
  [LABELSST, 10],
  [BOOLERR, 8],
  [LABEL, null],
  [RSTRING, null],
  [FORMULA, null],
  [MULRK, null],
]);
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
/** Rows of cells, sparse; or what is wrong with one, in words. */
export function readCells(book: Book, records: readonly BiffRecord[]): (StoredCell | undefined)[][] | string {
  const view = viewOf(book.stream);
  const rows: (StoredCell | undefined)[][] = [];
  for (const [i, record] of records.entries()) {
    const { id, at, length } = record;
    const fixed = CELLS.get(id);
    if (fixed === undefined) continue;
    if (length < 6 || (fixed !== null && length !== fixed) || (id === MULRK && (length - 6) % 6 !== 0))
      return "cellule de longueur fausse";
    const row = view.getUint16(at, true);
    const first = view.getUint16(at + 2, true);
    const count = id === MULRK ? (length - 6) / 6 : 1;
    if (first + count > 256) return `cellule hors de la feuille (ligne ${row + 1})`;
    if (id === MULRK && view.getUint16(at + length - 2, true) !== first + count - 1)
      return `ligne ${row + 1} incohérente`;
    rows[row] ??= [];
    const cells = rows[row] ?? [];
    for (let k = 0; k < count; k++) {
      const column = first + k;
      const place = `ligne ${row + 1}, colonne ${column + 1}`;
      if (column in cells) return `cellule double (${place})`;
      const style = book.style(view.getUint16(at + 4 + 6 * k, true));
      if (!style) return `style inconnu (${place})`;
      const value: StoredValue | undefined =
        id === MULRK
          ? { kind: "number", value: rkNumber(view, at + 6 + 6 * k) }
          : storedValue(book, record, () => textAfter(book, records, i));
      if (!value) return `valeur inconnue (${place})`;
      const formula = id === FORMULA ? formulaOf(view, record) : undefined;
      // Some programs write no result at all.
      const isWaiting = value.kind === "text" && value.runs.length === 0 && formula?.mayBeAnother === true;
      cells[column] = { value: isWaiting ? { kind: "waiting" } : value, style, ...(formula && { formula }) };
    }
  }
  return rows;
}

/** undefined: it has none that is known. `result`: of a formula that gives a text. */
function storedValue(book: Book, record: BiffRecord, result: () => string | undefined): StoredValue | undefined {
  const { stream } = book;
  const { id, at, length } = record;
  const view = viewOf(stream);
  if (id === NUMBER) return numberValue(view.getFloat64(at + 6, true));
  if (id === RK) return { kind: "number", value: rkNumber(view, at + 6) };
  if (id === BOOLERR) return logicalValue(stream[at + 6] ?? 0, stream[at + 7] === 1);
  if (id === LABELSST) {
    const shared = book.texts[view.getUint32(at + 6, true)];
    return shared && { kind: "text", runs: runsOf(book, shared.text, shared.fonts) };
  }
  if (id === FORMULA) return length < 22 ? undefined : formulaValue(view, at + 6, result);
  const cursor = createCursor(stream, [{ at: at + 6, length: length - 6 }]);
  const signs = cursor.u16();
  const { text, fonts } = cursor.unicode(signs);
  const changes = id === RSTRING ? fontChanges(cursor) : fonts;
  return cursor.isPastEnd() ? undefined : { kind: "text", runs: runsOf(book, text, changes) };
}

/** After the text of an RString. */
const fontChanges = ({ u16 }: ReturnType<typeof createCursor>): readonly FontChange[] =>
  Array.from({ length: u16() }, () => ({ from: u16(), font: u16() }));

/** Some programs store what no number is, in place of a result: Excel shows an error there. */
const numberValue = (value: number): StoredValue =>
  Number.isFinite(value) ? { kind: "number", value } : { kind: "error", text: "#NUM!" };

const logicalValue = (code: number, isError: boolean): StoredValue =>
  isError ? { kind: "error", text: ERRORS[code] ?? "#ERREUR" } : { kind: "boolean", value: code !== 0 };

/** Eight bytes: a number, or 0xffff in the last two and what else it is in the first. */
function formulaValue(view: DataView, at: number, result: () => string | undefined): StoredValue | undefined {
  if (view.getUint16(at + 6, true) !== 0xffff) return numberValue(view.getFloat64(at, true));
  const kind = view.getUint8(at);
  if (kind === 1 || kind === 2) return logicalValue(view.getUint8(at + 2), kind === 2);
  if (kind !== 0) return kind === 3 ? { kind: "text", runs: [] } : undefined;
  const text = result();
  return text === undefined ? { kind: "waiting" } : { kind: "text", runs: [{ text, font: null }] };
}

/** The text that follows a formula, after the formula that it shares with others. */
function textAfter(book: Book, records: readonly BiffRecord[], index: number): string | undefined {
  let at = index + 1;
  while (records[at]?.id === SHARED || records[at]?.id === CONTINUE) at += 1;
  if (records[at]?.id !== STRING) return undefined;
  let after = at + 1;
  while (records[after]?.id === CONTINUE) after += 1;
  const cursor = createCursor(book.stream, records.slice(at, after));
  const text = textIn(cursor);
  return cursor.isPastEnd() ? undefined : text;
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
  if (fonts.length === 0) return [{ text, font: null }];
  const starts = fonts.filter(({ from }) => from < text.length);
  const head = { text: text.slice(0, starts[0]?.from ?? text.length), font: null };
  const runs = starts.map(({ from, font }, i) => ({
    text: text.slice(from, starts[i + 1]?.from ?? text.length),
    font: book.font(font),
  }));
  return [head, ...runs].filter((run) => run.text !== "");
}

/** Always, or when the file is opened. */
const COMPUTED_ON_OPENING = 0x03;

/** What it computes is written in tokens, which are not followed: its result is what the program that saved the file has shown. */
const formulaOf = (view: DataView, { at, length }: BiffRecord): Formula => ({
  text: "",
  mayBeAnother: length < 22 || (view.getUint16(at + 14, true) & COMPUTED_ON_OPENING) > 0,
});
