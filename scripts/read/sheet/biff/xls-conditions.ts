/** Conditional formats of an .xls: what they may lay over cells, whether or not they apply ([MS-XLS] 2.4.42, 2.4.56, 2.5.92 to 2.5.96). */
import { BLACK } from "../../contract/contrast.ts";
import type { Ink } from "../../plain/rule.ts";
import type { Area } from "../workbook/areas.ts";
import { NOT_PLAIN, type Overlay } from "../workbook/workbook.ts";
import { type Book, fillOf } from "./xls-book.ts";
import { areasIn } from "./xls-cursor.ts";
import type { BiffRecord } from "./xls-records.ts";

const CONDFMT = 0x01b0;
const CF = 0x01b1;
/** Those of Excel 2007 and later: bars, icons, scales of colours and what else .xls did not know. */
const CONDFMT12 = 0x0879;
const CF12 = 0x087a;

/** Of a record that older programs pass over. */
const FUTURE_HEADER = 12;

/** Each group of areas, then its rules. */
export function conditionsOf(book: Book, records: readonly BiffRecord[]): readonly Overlay[] {
  let areas: readonly Area[] = [];
  return records.flatMap((record): readonly Overlay[] => {
    if (record.id === CONDFMT) areas = areasIn(record, 12);
    else if (record.id === CONDFMT12) areas = areasIn(record, FUTURE_HEADER + 12);
    if (record.id === CF) return [{ areas, laid: laidBy(book, record) }];
    return record.id === CF12 ? [{ areas, laid: NOT_PLAIN }] : [];
  });
}

const HAS_FORMAT = 1 << 25;
const HAS_FONT = 1 << 26;
const HAS_ALIGNMENT = 1 << 27;
const HAS_BORDER = 1 << 28;
const HAS_PATTERN = 1 << 29;
const FONT_BYTES = 118;

/** Ink and fill that the rule lays over the style of a cell; another number format or a line through it are not plain. */
function laidBy(book: Book, { content }: BiffRecord): Overlay["laid"] {
  const flags = content.byteLength < 12 ? HAS_FORMAT : content.getUint32(6, true);
  const [font, block] = [12, 12 + ((flags & HAS_FONT) !== 0 ? FONT_BYTES : 0)];
  const pattern = block + ((flags & HAS_ALIGNMENT) !== 0 ? 8 : 0) + ((flags & HAS_BORDER) !== 0 ? 8 : 0);
  const isPatterned = (flags & HAS_PATTERN) !== 0;
  if ((flags & HAS_FORMAT) !== 0 || (isPatterned ? pattern + 4 : block) > content.byteLength) return NOT_PLAIN;
  const int = (offset: number): number => content.getInt32(font + offset, true);
  const isSaid = (flags & HAS_FONT) !== 0;
  const isStruck = isSaid && (int(68) & 0x80) !== 0 && (int(88) & 0x80) === 0;
  if (isStruck) return NOT_PLAIN;
  const ink = isSaid && int(80) >= 0 ? { ink: book.colour(int(80)) ?? BLACK } : {};
  const fill = isPatterned ? groundOf(book, content.getUint32(pattern, true)) : {};
  return { ...ink, ...fill };
}

/** A solid fill has its colour in the ground, as in the conditional formats of .xlsx. */
function groundOf(book: Book, word: number): Ink {
  const [pattern, fore, back] = [(word >>> 10) & 0x3f, (word >>> 16) & 0x7f, (word >>> 23) & 0x7f];
  return pattern <= 1 ? fillOf(1, back || fore, book.colour) : fillOf(pattern, fore | (back << 7), book.colour);
}
