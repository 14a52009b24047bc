/** Fonts by their names and their sets of characters, as workbooks write them. */
import { drawsOtherDigits, isSymbolFont } from "../../seen/symbol-fonts.ts";

/** The set of a font that has its own signs. */
const SIGNS = 2;

/** Of the size of a font: how wide its digits are. */
const DIGIT_WIDTHS: readonly (readonly [name: RegExp, width: number])[] = [
  [/^(?:arial|liberation sans) narrow$/i, 0.456],
  [/^(?:times new roman|liberation serif)$/i, 0.5],
  [/^(?:calibri|carlito)$/i, 0.507],
  [/^segoe ui$/i, 0.539],
  [/^tahoma$/i, 0.546],
  [/^(?:cambria|caladea)$/i, 0.554],
  [/^(?:arial|helvetica|liberation sans)$/i, 0.556],
  [/^(?:courier new|liberation mono)$/i, 0.6],
  [/^(?:verdana|dejavu sans)$/i, 0.636],
];

/** undefined: it is not known. */
export const digitWidth = (name: string): number | undefined =>
  DIGIT_WIDTHS.find(([known]) => known.test(name.trim()))?.[1];

/** Do its digits draw something else? "Wingdings"; a font of signs that is not known by its name. */
export const hasOtherDigits = (name: string, charset: number): boolean =>
  drawsOtherDigits(name) || (charset === SIGNS && !isSymbolFont(name));
