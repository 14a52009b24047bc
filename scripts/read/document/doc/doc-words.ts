/**
 * What the modifications of a .doc say, in the words of .rtf, which says the same of the same document: one way to read both. Format:
 * [MS-DOC] 2.2.5.1 (Sprm), 2.2.5.2 (Prl), 2.9.43 (COLORREF), 2.9.247 (Shd).
 */
import { viewOf } from "../../container/views.ts";
import { wordOfSprm } from "../../plain/doc-sprms.ts";
import {
  type Colour,
  numberOf,
  OF_PARAGRAPH,
  OF_TEXT,
  penColour,
  type ShadeWords,
  wordsOfShade,
} from "../word/word-colours.ts";
import type { Word } from "../word/word-said.ts";

/** A modification: its code, and what it says. */
export type Sprm = readonly [code: number, operand: Uint8Array];

/** Bytes of the operand by the three top bits of the code; 6: told by the first byte. */
const OPERAND_SIZES = [1, 1, 2, 4, 2, 2, 0, 3] as const;
export const T_DEF_TABLE = 0xd608;

/** In order. A list cut short ends there. */
export function* sprmsIn(list: Uint8Array): Generator<Sprm> {
  const view = viewOf(list);
  let at = 0;
  while (at + 2 < list.length) {
    const code = view.getUint16(at, true);
    at += 2;
    let size: number = OPERAND_SIZES[code >> 13] ?? 0;
    if (code === T_DEF_TABLE) {
      if (at + 2 > list.length) return;
      size = view.getUint16(at, true) - 1;
      at += 2;
    } else if (code >> 13 === 6) {
      size = list[at] ?? 0;
      at += 1;
      // PChgTabs: 255 means "count the tabs", and nothing after it can be placed; Word writes it in no table mark.
      if (code === 0xc615 && size === 255) return;
    }
    yield [code, list.subarray(at, at + size)];
    at += size;
  }
}

/** Signed, but for one byte; of a longer operand, whether a byte of it is not 0. */
export function numberIn(operand: Uint8Array): number {
  const view = viewOf(operand);
  if (operand.length === 4) return view.getInt32(0, true);
  if (operand.length === 2) return view.getInt16(0, true);
  return operand.length === 1 ? view.getUint8(0) : operand.some((byte) => byte !== 0) ? 1 : 0;
}

/** Red, green, blue, and 0xff for the usual colour. */
const colourOf = ([red = 0, green = 0, blue = 0, isUsual = 0]: Uint8Array): Colour =>
  isUsual === 0xff ? undefined : [red, green, blue];

/** A pattern by its number: none, solid, a dozen kinds of dots, hatched lines, and finer dots. */
const patternOf = (number: number): Parameters<typeof wordsOfShade>[1] =>
  number === 0 ? "clear" : number === 1 ? "solid" : number < 14 || number >= 35 ? "dots" : "lines";

/** Shd, ten bytes: colour of the pattern, colour behind it, pattern. Shd80, two: five bits for each colour, six for the pattern. */
export function shadeWords(operand: Uint8Array, words: ShadeWords): readonly Word[] {
  const isOlder = operand.length === 2;
  if (!isOlder && operand.length < 10) return [];
  const shade = viewOf(operand).getUint16(isOlder ? 0 : 8, true);
  if (shade === 0xffff) return wordsOfShade(words, "clear", [undefined, undefined]);
  const pattern = isOlder ? shade >> 10 : shade;
  return wordsOfShade(
    words,
    patternOf(pattern),
    isOlder
      ? [penColour(shade & 0x1f), penColour((shade >> 5) & 0x1f)]
      : [colourOf(operand), colourOf(operand.subarray(4))],
  );
}

/** Shades of texts and paragraphs, of this time and older: CShd, CShd80, PShd, PShd80. */
const SHADES: ReadonlyMap<number, ShadeWords> = new Map([
  [0xca71, OF_TEXT],
  [0x4866, OF_TEXT],
  [0xc64d, OF_PARAGRAPH],
  [0x442d, OF_PARAGRAPH],
]);
const [COLOUR, SCRIPT, RAISED, LINE] = [0x6870, 0x2a48, 0x4845, 0x6412];
/** CIco, CHighlight: the ink, and the marker pen, by the ranks of its colours. */
const PENS: ReadonlyMap<number, string> = new Map([
  [0x2a42, "cf"],
  [0x2a0c, "highlight"],
]);
/** A switch of characters that is as its style has it, or the other way. */
const [AS_STYLE, AGAINST_STYLE] = [0x80, 0x81];

/** What a modification says of a text or of its paragraph. `isInStyle`: does its style say it? */
export function wordsOf([code, operand]: Sprm, isInStyle: (word: string) => boolean = () => false): readonly Word[] {
  const shade = SHADES.get(code);
  if (shade) return shadeWords(operand, shade);
  const value = numberIn(operand);
  const pen = PENS.get(code);
  if (pen) return [{ name: pen, value: numberOf(penColour(value)) }];
  if (code === COLOUR) return [{ name: "cf", value: numberOf(colourOf(operand)) }];
  if (code === SCRIPT) return [{ name: ["nosupersub", "super", "sub"][value] ?? "nosupersub", value: null }];
  if (code === RAISED) return [{ name: value < 0 ? "dn" : "up", value: Math.abs(value) }];
  // The height is its low half; its sign says whether it is exact.
  if (code === LINE) return [{ name: "sl", value: (value << 16) >> 16 }];
  const name = wordOfSprm(code);
  const isSwitch = operand.length === 1;
  if (name === undefined || (isSwitch && value === AS_STYLE)) return [];
  return [{ name, value: isSwitch && value === AGAINST_STYLE && isInStyle(name) ? 0 : value }];
}
