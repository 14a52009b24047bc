/** Colours in the words of a document of Word, and the words that say what is behind a text. */
import { BLACK, type Rgb } from "../../contract/contrast.ts";
import type { Said, Word } from "./word-said.ts";

/** undefined: the usual one. null: it cannot be told. */
export type Colour = Rgb | null | undefined;

/** A colour as the number of a word: 0, the usual one; -1, it cannot be told; or its levels, and one. */
export const numberOf = (colour: Colour): number =>
  colour ? colour.reduce((levels, level) => 256 * levels + level, 0) + 1 : colour === null ? -1 : 0;

function colourOf(number = 0): Colour {
  if (number <= 0) return number === 0 ? undefined : null;
  const levels = number - 1;
  return [levels >> 16, (levels >> 8) & 0xff, levels & 0xff];
}

/** The sixteen colours of the marker pen: .doc names them by their rank, from 1, and .docx by their names (ECMA-376 part 1, 17.18.40). */
const PENS: readonly (readonly [name: string, colour: Rgb])[] = [
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
];

/** By its name, "none" for the usual colour; or by its rank, 0. */
export const penColour = (pen: string | number): Colour =>
  pen === "none" || pen === 0 ? undefined : (PENS.find(([name], i) => pen === name || pen === i + 1)?.[1] ?? null);

/** What words say of a shade: that it has a pattern, the colour behind that; or that the pattern is made of lines. */
export type ShadeWords = readonly [pattern: string, behind: string, lines?: string];
export const OF_TEXT: ShadeWords = ["chshdng", "chcbpat", "chbghoriz"];
export const OF_PARAGRAPH: ShadeWords = ["shading", "cbpat", "bghoriz"];
export const OF_ROW: ShadeWords = ["trshdng", "trcbpat", "trbghoriz"];
export const OF_CELL: ShadeWords = ["clshdng", "clcbpat", "clbghoriz"];
/** Of the cells of the tables that have a style. */
export const OF_STYLE: ShadeWords = ["tscellpct", "tscellcbpat", "tsbghoriz"];

/** `front`: the colour of the pattern; where it covers all, that of the ground. */
export function wordsOfShade(
  [name, behind, lines = ""]: ShadeWords,
  pattern: "clear" | "solid" | "dots" | "lines",
  [front = BLACK, back]: readonly [front: Colour, back: Colour],
): readonly Word[] {
  return [
    { name, value: +(pattern === "dots" || pattern === "lines") },
    { name: behind, value: numberOf(pattern === "solid" ? front : back) },
    ...(pattern === "lines" ? [{ name: lines, value: 1 }] : []),
  ];
}

/** The ink that is said; over the black of a marker pen the usual ink stays black, over a black shade it turns white. */
export function inkOf({ cf, highlight = 0 }: Said["values"]): Colour {
  const own = colourOf(cf);
  return own === undefined && highlight > 0 ? BLACK : own;
}

/** The nearest ground that is said; undefined: none. */
export const groundOf = (values: Said["values"], shades: readonly ShadeWords[]): Colour =>
  shades.map((words) => shadeOf(values, words)).find((colour) => colour !== undefined);

/** How dark a pattern makes it is not computed. */
const shadeOf = (values: Said["values"], [pattern, behind]: ShadeWords): Colour =>
  (values[pattern] ?? 0) > 0 ? null : colourOf(values[behind]);
