/** What the sheets of an .xls share: fonts, formats, styles, texts ([MS-XLS] 2.4.122, 2.4.126, 2.4.353, 2.4.265, 2.4.28). */
import type { Rgb } from "../../contract/contrast.ts";
import { damaged } from "../../contract/reader.ts";
import { SHEET } from "../../plain/lists.ts";
import { type Ink, NAMES } from "../../plain/rule.ts";
import { DEFAULT_PALETTE, indexedColour } from "../workbook/colours.ts";
import { builtInFormat } from "../workbook/number-format.ts";
import { type CellStyle, fontSaid, INDENT, isUpright, PLAIN_STYLE, styledBy } from "../workbook/workbook.ts";
import { type Cursor, createCursor, type StoredText, textIn } from "./xls-cursor.ts";
import { type BiffRecord, continued, type Substream, wordOf } from "./xls-records.ts";

const BOUNDSHEET = 0x0085;
const DATEMODE = 0x0022;
const FONT = 0x0031;
const FORMAT = 0x041e;
const PALETTE = 0x0092;
const SST = 0x00fc;
const XF = 0x00e0;

export interface SheetRef {
  readonly name: string;
  readonly hidden: boolean;
  readonly records: readonly BiffRecord[];
}

export interface Book {
  readonly from1904: boolean;
  readonly sheets: readonly SheetRef[];
  readonly texts: readonly StoredText[];
  readonly font: (index: number) => CellStyle;
  /** Code of a number format. */
  readonly format: (index: number) => string;
  readonly colour: (index: number) => Rgb | null;
  /** undefined: there is no such style. */
  readonly style: (index: number) => CellStyle | undefined;
}

/** @throws {NotRead} */
export function readBook(substreams: readonly Substream[]): Book {
  const records = substreams[0]?.records ?? [];
  const all = (id: number): readonly BiffRecord[] => records.filter((record) => record.id === id);
  const cursors = (id: number): readonly Cursor[] => all(id).map((record) => createCursor(record));
  const palette = cursors(PALETTE).flatMap((cursor) =>
    Array.from({ length: Math.min(56, cursor.u16()) }, (): Rgb => {
      const colour: Rgb = [cursor.u8(), cursor.u8(), cursor.u8()];
      cursor.skip(1);
      return colour;
    }),
  );
  const colour = (index: number): Rgb | null => indexedColour(index, palette.length > 0 ? palette : DEFAULT_PALETTE);
  const fonts = cursors(FONT).map((cursor) => readFont(cursor, colour));
  // No font has number 4.
  const font = (index: number): CellStyle => fonts[index < 4 ? index : index - 1] ?? PLAIN_STYLE;
  const formats = new Map(cursors(FORMAT).map((cursor) => [cursor.u16(), textIn(cursor)]));
  const format = (index: number): string => formats.get(index) ?? builtInFormat(index);
  const styles = all(XF).map((record) => readStyle(record, { font, format, colour }));
  return {
    from1904: cursors(DATEMODE)[0]?.u16() === 1,
    sheets: readSheetRefs(cursors(BOUNDSHEET), substreams),
    texts: readTexts(records),
    font,
    format,
    colour,
    style: (index) => styles[index] ?? (styles.length === 0 ? PLAIN_STYLE : undefined),
  };
}

/** Sheets of cells, in their order: charts and macros have none to read. */
function readSheetRefs(cursors: readonly Cursor[], substreams: readonly Substream[]): readonly SheetRef[] {
  if (cursors.length === 0) damaged("aucune feuille n'est nommée");
  return cursors.flatMap((cursor) => {
    const start = cursor.u32();
    const { records } = substreams.find((one) => one.start === start) ?? damaged("feuille introuvable");
    const [state, type] = [cursor.u8(), cursor.u8()];
    const name = textIn(cursor, cursor.u8());
    return type === 0 ? [{ name, hidden: (state & 3) !== 0, records }] : [];
  });
}

/** The least weight of the letters that are bold; those of a text weigh 400. */
const BOLD = 700;
const POSITIONS = ["line", "raised", "lowered"] as const;

function readFont(cursor: Cursor, colour: Book["colour"]): CellStyle {
  const [height, flags, index] = [cursor.u16(), cursor.u16(), cursor.u16()];
  const [weight, script] = [cursor.u16(), cursor.u16()];
  cursor.skip(2);
  const charset = cursor.u8();
  cursor.skip(1);
  const font = textIn(cursor, cursor.u8());
  const unseen = (flags & 0x08) > 0 ? ("struck" as const) : undefined;
  const own = { constructs: [], unseen, position: POSITIONS[script], font, charset, bold: weight >= BOLD };
  return styledBy(PLAIN_STYLE, fontSaid(own, colour(index), height / 20));
}

type Looks = Pick<Book, "font" | "format" | "colour">;

function readStyle(record: BiffRecord, { font, format, colour }: Looks): CellStyle {
  const word = (offset: number): number => wordOf(record, offset);
  const own = font(word(0));
  return {
    ...own,
    format: format(word(2)),
    ink: { ...own.ink, ...fillOf(word(16) >>> 10, word(18), colour) },
    indent: (word(8) & 0x0f) * INDENT,
    isUpright: isUpright(word(6) >>> 8),
    constructs: [
      ...own.constructs,
      ...((word(6) & 7) === 4 ? [SHEET.repeated] : []),
      ...(((word(8) >>> 6) & 3) === 2 ? [NAMES.reversed] : []),
      ...(isCrossed(word) ? [NAMES.crossed] : []),
    ],
  };
}

/** Up, down or both, by a border that has a style. */
const isCrossed = (word: (offset: number) => number): boolean =>
  word(12) >>> 14 !== 0 && ((word(16) >>> 5) & 0x0f) !== 0;

/** Solid, and those that cover a half of the ground or more: grey of 50 and 75 %, broad stripes and checks. */
const DENSE = [1, 2, 3, 5, 6, 7, 8, 9, 10];

/** `colours`: of the pattern in the low seven bits, of its ground in the next seven. */
export function fillOf(pattern: number, colours: number, colour: Book["colour"]): Ink {
  const ground = pattern === 0 ? null : colour(DENSE.includes(pattern) ? colours & 0x7f : (colours >>> 7) & 0x7f);
  return ground ? { ground } : {};
}

/** The shared texts. Some programs count more of them than there are. */
function readTexts(records: readonly BiffRecord[]): readonly StoredText[] {
  const first = records.findIndex(({ id }) => id === SST);
  if (first < 0) return [];
  const cursor = createCursor(...continued(records, first));
  cursor.skip(4);
  const count = cursor.u32();
  const texts: StoredText[] = [];
  while (texts.length < count && !cursor.isAtEnd()) texts.push(cursor.unicode(cursor.u16()));
  return texts;
}
