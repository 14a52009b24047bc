/** The colours of a document of Word, by the numbers that .rtf gives them, and the words that say what is behind a text. */
import { mixed, type Rgb } from "../../contract/contrast.ts";
import type { Said, Word } from "./word-said.ts";

/** undefined: the usual one. null: it cannot be told. */
export type Colour = Rgb | null | undefined;
export type Palette = Colour[];

/** The sixteen colours of the marker pen: .doc names them by their rank, from 1, and .docx by their names (ECMA-376 part 1, 17.18.40). */
const PEN_COLOURS: ReadonlyMap<string, Rgb> = new Map([
  ["black", [0, 0, 0]],
  ["blue", [0, 0, 255]],
  ["cyan", [0, 255, 255]],
  ["green", [0, 255, 0]],
  ["magenta", [255, 0, 255]],
  ["red", [255, 0, 0]],
  ["yellow", [255, 255, 0]],
  ["white", [255, 255, 255]],
  ["darkBlue", [0, 0, 128]],
  ["darkCyan", [0, 128, 128]],
  ["darkGreen", [0, 128, 0]],
  ["darkMagenta", [128, 0, 128]],
  ["darkRed", [128, 0, 0]],
  ["darkYellow", [128, 128, 0]],
  ["darkGray", [128, 128, 128]],
  ["lightGray", [192, 192, 192]],
]);

/** Of a document that says its colours by themselves: 0, the usual one; those of the marker pen; those that it mixes. */
export const newPalette = (): Palette => [undefined, ...PEN_COLOURS.values()];

export function numberOf(palette: Palette, colour: Colour): number {
  const known = palette.findIndex((one) => String(one) === String(colour));
  return known >= 0 ? known : palette.push(colour) - 1;
}

/** "none" => 0 */
export const penNumber = (palette: Palette, name: string): number =>
  numberOf(palette, name === "none" ? undefined : (PEN_COLOURS.get(name) ?? null));

/** What words say of a shade: the share of its dots in ten thousandths, their colour, the colour behind them; or that it is made of lines. */
export type ShadeWords = readonly [dots: string, of: string, behind: string, lines?: string];
export const OF_TEXT: ShadeWords = ["chshdng", "chcfpat", "chcbpat", "chbghoriz"];
export const OF_PARAGRAPH: ShadeWords = ["shading", "cfpat", "cbpat", "bghoriz"];
export const OF_ROW: ShadeWords = ["trshdng", "trcfpat", "trcbpat", "trbghoriz"];
export const OF_CELL: ShadeWords = ["clshdng", "clcfpat", "clcbpat", "clbghoriz"];
/** Of the cells of the tables that have a style. */
export const OF_STYLE: ShadeWords = ["tscellpct", "tscellcfpat", "tscellcbpat", "tsbghoriz"];

/** `share`: hundredths of dots; undefined: the pattern is made of lines. */
export function wordsOfShade(
  [dots, of, behind, lines = ""]: ShadeWords,
  share: number | undefined,
  [front, back]: readonly [number, number],
): readonly Word[] {
  return [
    { name: dots, value: 100 * (share ?? 0) },
    { name: of, value: front },
    { name: behind, value: back },
    ...(share === undefined ? [{ name: lines, value: 1 }] : []),
  ];
}

/** The ground that is said; undefined: none. */
export function groundOf(values: Said["values"], [dots, of, behind]: ShadeWords, palette: Palette): Colour {
  const [front, back] = [of, behind].map((word) => ((values[word] ?? 0) > 0 ? palette[values[word] ?? 0] : undefined));
  const share = (values[dots] ?? 0) / 10_000;
  if (share === 0) return back;
  return front === null || back === null ? null : mixed(front, back, share);
}
