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

/** RTF: text, characters by their code, and the numbers of control words (positions of the cells' edges). */
const rtf = (bytes: Uint8Array): Protected => [
  ...matches(bytes, /(?<=^|[\s{}]|\\[a-z]+-?\d*)[^\\{}]+/g),
  ...matches(bytes, /\\'[0-9a-f]{2}/g),
  ...matches(bytes, /-?\d+/g),
];

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

/** .doc: the characters of the text, in either of Word's two encodings; cell marks and paragraph marks stay open to damage. */
const doc = (bytes: Uint8Array): Protected => matches(bytes, /(?:[\x20-\x7e\x80-\xff]\0?){4,}/g);

/** The content bytes of a file of that format; none where a checksum guards them (zip). */
export function protectedRanges(format: Format, bytes: Uint8Array): Protected {
  if (format === "csv") return csv(bytes);
  if (format === "html") return html(bytes);
  if (format === "rtf") return rtf(bytes);
  if (format === "xls") return xls(bytes);
  if (format === "doc") return doc(bytes);
  return [];
}
