/** Fonts whose signs are no letters: « 12 » in Wingdings draws two folders, in Code 128 bars. */
import type { Beside } from "../../model/grid.ts";

const SYMBOL_FONT =
  /^(?:symbol|wingdings|webdings|marlett|(?:itc )?zapf ?dingbats|monotype sorts|opensymbol|mt extra|bookshelf symbol)|bar ?code|^idautomation|\bcode ?(?:39|93|128)|\b(?:free )?3 ?of ?9|\b(?:ean|upc)-?1?\d?\b/i;

export const isSymbolFont = (name: string): boolean => SYMBOL_FONT.test(name.trim());

/** "Symbol" has Greek letters, and the digits of all fonts. */
const HAS_DIGITS = /^(?:symbol|opensymbol)\b/i;

/** Do the digits of this font draw something else? */
export const drawsOtherDigits = (name: string): boolean => isSymbolFont(name) && !HAS_DIGITS.test(name.trim());

/**
 * What a text in such a font is: `null`, text like another ("12" in Symbol); "unsure", digits that draw something else; "ornament", a bullet, an
 * arrow or a box, which is no text.
 */
export function symbolText(font: string, text: string): Extract<Beside["kind"], "unsure"> | "ornament" | null {
  if (text.trim() === "") return null;
  if (!/\d/.test(text)) return "ornament";
  return HAS_DIGITS.test(font.trim()) ? null : "unsure";
}
