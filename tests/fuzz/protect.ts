/**
 * Ranges of an intact file whose bytes are its content itself. In a format without checksums, a digit changed in a cell gives
 * another valid file, and no reader can tell: such changes are left out here, by construction, and nowhere else.
 */
import type { Format } from "../../scripts/model/grid.ts";
import type { Protected, Range } from "./mutate.ts";

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

/** Ranges of the matches of a pattern, one byte a character. */
const matches = (bytes: Uint8Array, pattern: RegExp): Range[] =>
  [...latin1(bytes).matchAll(pattern)].map((m) => ({ start: m.index, end: m.index + m[0].length }));

/** CSV: all but the separators, quotes, ends of lines and marks of encoding. */
const csv = (bytes: Uint8Array): Protected => matches(bytes, /[^;,\t"\r\n\0\xef\xbb\xbf\xfe\xff]+/g);

/** HTML: the text between tags, and the values of attributes (a colspan is content). */
const html = (bytes: Uint8Array): Protected => [...matches(bytes, />[^<]+</g), ...matches(bytes, /="[^"]*"/g)];

/** The places between the matches of a pattern. */
function between(bytes: Uint8Array, pattern: RegExp): Range[] {
  const open = matches(bytes, pattern);
  const starts = [0, ...open.map((r) => r.end)];
  const ends = [...open.map((r) => r.start), bytes.length];
  return starts.map((start, i) => ({ start, end: ends[i] ?? start })).filter((r) => r.end > r.start);
}

/** RTF: all but groups and the names of control words. Their numbers are content: the positions of the cells' edges. */
const rtf = (bytes: Uint8Array): Protected => between(bytes, /[{}]|\\[a-z]+|\\(?=['*])/g);

/** BIFF8 records whose payload is content: cells, strings, merged cells, names of sheets. */
const CONTENT_RECORDS: readonly number[] = [0x0203, 0x027e, 0x00bd, 0x00fd, 0x0204, 0x00fc, 0x003c, 0x00e5, 0x0085];
const BOF = 0x0809;

/** .xls: the content records, walked from the workbook's first record to the end of the file. */
function xls(bytes: Uint8Array): Protected {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ranges: Range[] = [];
  let at = 512;
  while (at + 4 < bytes.length && view.getUint16(at, true) !== BOF) at += 64;
  while (at + 4 <= bytes.length) {
    const [type, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    if (CONTENT_RECORDS.includes(type)) ranges.push({ start: at + 4, end: at + 4 + length });
    at += 4 + length;
    // Between two sheets, and after the last, there is nothing but records: an end of file record has no payload.
    if (type === 0 && length === 0) break;
  }
  return ranges;
}

const CELL_MARK = 0x07;
const PARAGRAPH_MARK = 0x0d;
/** Shortest run of characters that is taken for the document's text. */
const TEXT_LENGTH = 200;

/** .doc: the characters of the text; the marks of cells and paragraphs stay open to damage. */
function doc(bytes: Uint8Array): Protected {
  const isMark = (byte: number): boolean => byte === CELL_MARK || byte === PARAGRAPH_MARK;
  const isText = (byte: number, i: number): boolean =>
    isMark(byte) || byte >= 0x20 || (byte === 0 && (bytes[i - 1] ?? 0) !== 0);
  return runs(bytes, isText)
    .filter((run) => run.end - run.start >= TEXT_LENGTH)
    .flatMap(({ start, end }) =>
      runs(bytes.subarray(start, end), (byte) => !isMark(byte)).map((r) => ({
        start: start + r.start,
        end: start + r.end,
      })),
    );
}

/** The longest stretches of bytes that satisfy `is`. */
function runs(bytes: Uint8Array, is: (byte: number, i: number) => boolean): Range[] {
  const found: Range[] = [];
  let start: number | undefined;
  for (let i = 0; i <= bytes.length; i++) {
    const byte = bytes[i];
    const inside = byte !== undefined && is(byte, i);
    if (inside) start ??= i;
    else if (start !== undefined) {
      found.push({ start, end: i });
      start = undefined;
    }
  }
  return found;
}

/** The content bytes of a file of that format; none where a checksum guards them (zip). */
export function protectedRanges(format: Format, bytes: Uint8Array): Protected {
  if (format === "csv") return csv(bytes);
  if (format === "html") return html(bytes);
  if (format === "rtf") return rtf(bytes);
  if (format === "xls") return xls(bytes);
  if (format === "doc") return doc(bytes);
  return [];
}
