/** Conditional formats of an .xls: what they may lay over cells, whether or not they apply ([MS-XLS] 2.4.42, 2.4.56, 2.5.92 to 2.5.96). */
import { viewOf } from "../../container/views.ts";
import { SHEET } from "../../plain/lists.ts";
import type { Area } from "../workbook/areas.ts";
import { type CellStyle, type Overlay, withOdd } from "../workbook/workbook.ts";
import { type Book, fillOf, positionOf } from "./book.ts";
import { areasIn, createCursor } from "./cursor.ts";
import type { BiffRecord } from "./records.ts";

const CONDFMT = 0x01b0;
const CF = 0x01b1;
/** Those of Excel 2007 and later: bars, icons, scales of colours and what else .xls did not know. */
const CONDFMT12 = 0x0879;
const CF12 = 0x087a;
export const CONDITION_RECORDS = [CONDFMT, CF, CONDFMT12, CF12];

type Change = (style: CellStyle) => CellStyle;

/** Each group of areas, then its rules. */
export function conditionsOf(book: Book, records: readonly BiffRecord[]): readonly Overlay[] {
  let areas: readonly Area[] = [];
  return records.flatMap((record): readonly Overlay[] => {
    if (record.id === CONDFMT) areas = areasIn(book.stream, record, 12);
    else if (record.id === CONDFMT12) areas = areasIn(book.stream, record, FUTURE_HEADER + 12);
    const isRule = record.id === CF || record.id === CF12;
    const change = isRule ? (record.id === CF ? changeOf(book, record) : laterChange(book, record)) : undefined;
    return change ? [{ areas, change }] : [];
  });
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

/** A rule of Excel 2007 and later: bars or icons, which may stand in place of the figures; otherwise the look that it lays over them. */
function laterChange(book: Book, { id, at, length }: BiffRecord): Change | undefined {
  const type = book.stream[at + FUTURE_HEADER];
  if (type === BARS || type === ICONS) return (style) => withOdd(style, SHEET.replaced);
  const look = FUTURE_HEADER + 6;
  const hasLook = look + 4 <= length && viewOf(book.stream).getUint32(at + look, true) > 0;
  return hasLook ? changeOf(book, { id, at: at + look - 2, length: length - look + 2 }) : undefined;
}

/** Number format, font and fill that the rule lays over the style of a cell. */
function changeOf(book: Book, { at: start, length }: BiffRecord): Change | undefined {
  if (length < 12) return undefined;
  const view = viewOf(book.stream);
  const flags = view.getUint32(start + 6, true);
  const end = start + length;
  let at = start + 12;
  const changes: Change[] = [];
  if ((flags & HAS_FORMAT) !== 0 && at + 2 <= end) {
    const isOwn = (view.getUint16(start + 10, true) & 1) > 0;
    const size = isOwn ? view.getUint16(at, true) : 2;
    const cursor = createCursor(book.stream, [{ at: at + 2, length: Math.max(0, size - 2) }]);
    const format = isOwn ? cursor.unicode(cursor.u16()).text : book.format(book.stream[at + 1] ?? 0);
    changes.push((style) => ({ ...style, format }));
    at += size;
  }
  if ((flags & HAS_FONT) !== 0 && at + FONT_BYTES <= end) {
    changes.push(fontChange(book, view, at));
    at += FONT_BYTES;
  }
  at += ((flags & HAS_ALIGNMENT) !== 0 ? 8 : 0) + ((flags & HAS_BORDER) !== 0 ? 8 : 0);
  if ((flags & HAS_PATTERN) !== 0 && at + 4 <= end) {
    const word = view.getUint32(at, true);
    const pattern = (word >>> 10) & 0x3f;
    const [fore, back] = [(word >>> 16) & 0x7f, (word >>> 23) & 0x7f];
    // A solid fill has its colour in the ground, as in the conditional formats of .xlsx.
    const grounds = fillOf(pattern === 0 ? 1 : pattern, pattern <= 1 ? back || fore : fore | (back << 7), book.colour);
    changes.push((style) => ({ ...style, grounds }));
  }
  return changes.length > 0 ? (style) => changes.reduce((laid, change) => change(laid), style) : undefined;
}

/** What is not set is as in the cell. */
function fontChange(book: Book, view: DataView, at: number): Change {
  const int = (offset: number): number => view.getInt32(at + offset, true);
  const [look, script, colour, unset] = [int(68), int(74), int(80), int(88)];
  const isStruck = (look & 0x80) !== 0 && (unset & 0x80) === 0;
  const keepsScript = int(92) !== 0;
  return (style) => ({
    ...style,
    font: {
      ...style.font,
      odd: isStruck ? [...style.font.odd, SHEET.struck] : style.font.odd,
      ...(!keepsScript && { position: positionOf(script & 0xffff) }),
      ...(colour >= 0 && { ink: book.colour(colour) }),
    },
  });
}
