/** Conditional formats of an .xls that change what a person sees ([MS-XLS] 2.4.42, 2.4.56, 2.5.92 to 2.5.96). */
import { viewOf } from "../../container/views.ts";
import type { Area } from "../workbook/areas.ts";
import { holdsFor, type Operator } from "../workbook/conditions.ts";
import { parseNumberFormat } from "../workbook/number-format.ts";
import { type CellStyle, type ConditionalFormat, withHiddenText } from "../workbook/workbook.ts";
import { type Book, fillOf, positionOf } from "./book.ts";
import { areasIn, createCursor } from "./cursor.ts";
import type { BiffRecord } from "./records.ts";

const CONDFMT = 0x01b0;
const CF = 0x01b1;
/** Those of Excel 2007 and later: bars, icons, scales of colours and what else .xls did not know. */
const CONDFMT12 = 0x0879;
const CF12 = 0x087a;
export const CONDITION_RECORDS = [CONDFMT, CF, CONDFMT12, CF12];

const OPERATORS: readonly (Operator | undefined)[] = [
  undefined,
  "between",
  "notBetween",
  "equal",
  "notEqual",
  "greaterThan",
  "lessThan",
  "greaterThanOrEqual",
  "lessThanOrEqual",
];

/** Each group of areas, then its rules. */
export function conditionsOf(book: Book, records: readonly BiffRecord[]): readonly ConditionalFormat[] {
  const formats: ConditionalFormat[] = [];
  let areas: readonly Area[] = [];
  for (const record of records)
    if (record.id === CONDFMT) areas = areasIn(book.stream, record, 12);
    else if (record.id === CONDFMT12) areas = areasIn(book.stream, record, FUTURE_HEADER + 12);
    else if (record.id === CF12 && record.length >= FUTURE_HEADER + 12) {
      const change = laterChange(book, record);
      if (change) formats.push({ areas, holds: () => undefined, change });
    } else if (record.id === CF && record.length >= 12) {
      const change = changeOf(book, record);
      // Of these, the first that holds is the only one.
      formats.push({ areas, holds: holdsOf(book, record), change: change ?? ((style) => style), stops: true });
    }
  return formats;
}

/** A constant of a formula: an integer, a number, or TRUE; undefined for anything else. */
function constantOf(tokens: Uint8Array): number | undefined {
  const view = viewOf(tokens);
  if (tokens[0] === 0x1e && tokens.length === 3) return view.getUint16(1, true);
  if (tokens[0] === 0x1f && tokens.length === 9) return view.getFloat64(1, true);
  return tokens[0] === 0x1d && tokens.length === 2 ? tokens[1] : undefined;
}

function holdsOf({ stream }: Book, { at, length }: BiffRecord): ConditionalFormat["holds"] {
  const view = viewOf(stream);
  const [type, operator] = [stream[at], stream[at + 1] ?? 0];
  const [firstLength, secondLength] = [view.getUint16(at + 2, true), view.getUint16(at + 4, true)];
  const end = at + length;
  if (firstLength + secondLength > length) return () => undefined;
  const first = constantOf(stream.subarray(end - secondLength - firstLength, end - secondLength));
  const second = constantOf(stream.subarray(end - secondLength, end));
  if (first === undefined) return () => undefined;
  return type === 2 ? () => first !== 0 : holdsFor(OPERATORS[operator], first, second);
}

const HAS_FORMAT = 1 << 25;
const HAS_FONT = 1 << 26;
const HAS_ALIGNMENT = 1 << 27;
const HAS_BORDER = 1 << 28;
const HAS_PATTERN = 1 << 29;
const FONT_BYTES = 118;

/** Of a record that older programs pass over. */
const FUTURE_HEADER = 12;
const BARS = 4;
const ICONS = 6;

/** A rule of Excel 2007 and later: bars or icons in place of the figures; otherwise the look that it lays over them. */
function laterChange(book: Book, record: BiffRecord): ((style: CellStyle) => CellStyle) | undefined {
  const { stream } = book;
  const view = viewOf(stream);
  const start = record.at + FUTURE_HEADER;
  const end = record.at + record.length;
  const word = (at: number): number => (at + 2 <= end ? view.getUint16(at, true) : 0);
  const type = stream[start];
  const lookAt = start + 6;
  const lookLength = lookAt + 4 <= end ? view.getUint32(lookAt, true) : 0;
  if (type !== BARS && type !== ICONS)
    return lookLength > 0 ? changeOf(book, { ...record, at: lookAt - 2, length: end - lookAt + 2 }) : undefined;
  // Two formulas, a third one, the order of the rule and its template: then what is its own.
  const formulas = lookAt + 4 + (lookLength || 2) + word(start + 2) + word(start + 4);
  const own = formulas + 2 + word(formulas) + 22;
  const flags = stream[own + (type === BARS ? 3 : 5)] ?? 0;
  const hidesValue = type === BARS ? (flags & 2) === 0 : (flags & 1) > 0;
  return hidesValue ? withHiddenText : undefined;
}

/** Number format, font and fill that the rule lays over the style of a cell. */
function changeOf(book: Book, record: BiffRecord): ((style: CellStyle) => CellStyle) | undefined {
  const view = viewOf(book.stream);
  const flags = view.getUint32(record.at + 6, true);
  const isOwnFormat = (view.getUint16(record.at + 10, true) & 1) > 0;
  let at = record.at + 12;
  const end = record.at + record.length;
  const changes: ((style: CellStyle) => CellStyle)[] = [];
  if ((flags & HAS_FORMAT) !== 0 && at + 2 <= end) {
    const size = isOwnFormat ? view.getUint16(at, true) : 2;
    const cursor = createCursor(book.stream, [{ at: at + 2, length: Math.max(0, size - 2) }]);
    const format = isOwnFormat
      ? parseNumberFormat(cursor.unicode(cursor.u16()).text)
      : book.format(book.stream[at + 1] ?? 0);
    changes.push((style) => ({ ...style, format }));
    at += size;
  }
  if ((flags & HAS_FONT) !== 0 && at + FONT_BYTES <= end) {
    const [look, script, colour, unset] = [68, 74, 80, 88].map((offset) => view.getInt32(at + offset, true)) as [
      number,
      number,
      number,
      number,
    ];
    const keepsStrike = (unset & 0x80) !== 0;
    const keepsScript = view.getInt32(at + 92, true) !== 0;
    changes.push((style) => ({
      ...style,
      font: {
        ...style.font,
        ...(!keepsStrike && { struck: (look & 0x80) !== 0 }),
        ...(!keepsScript && { position: positionOf(script & 0xffff) }),
        ...(colour >= 0 && { colour: book.colour(colour) }),
      },
    }));
    at += FONT_BYTES;
  }
  at += ((flags & HAS_ALIGNMENT) !== 0 ? 8 : 0) + ((flags & HAS_BORDER) !== 0 ? 8 : 0);
  if ((flags & HAS_PATTERN) !== 0 && at + 4 <= end) {
    const word = view.getUint32(at, true);
    const pattern = (word >>> 10) & 0x3f;
    const [fore, back] = [(word >>> 16) & 0x7f, (word >>> 23) & 0x7f];
    // A solid fill has its colour in the ground, as in the conditional formats of .xlsx.
    const fill = fillOf(pattern === 0 ? 1 : pattern, pattern <= 1 ? back || fore : fore | (back << 7), book.colour);
    changes.push((style) => ({ ...style, fill }));
  }
  return changes.length > 0 ? (style) => changes.reduce((laid, change) => change(laid), style) : undefined;
}
