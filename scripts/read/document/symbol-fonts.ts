/** Fonts whose signs are no letters: « 12 » in Wingdings draws two folders. */
import type { Beside } from "../../model/grid.ts";

const SYMBOL_FONT =
  /^(?:symbol|wingdings|webdings|marlett|(?:itc )?zapf ?dingbats|opensymbol|mt extra|bookshelf symbol)/i;

export const isSymbolFont = (name: string): boolean => SYMBOL_FONT.test(name.trim());

/** "Symbol" has Greek letters, and the digits of all fonts. */
const HAS_DIGITS = /^(?:symbol|opensymbol)\b/i;

/**
 * What a text in such a font is: `null`, text like another ("12" in Symbol); "unsure", digits that draw something else; "ornament", a bullet, an
 * arrow or a box, which is no text.
 */
export function symbolText(font: string, text: string): Extract<Beside["kind"], "unsure"> | "ornament" | null {
  if (text.trim() === "") return null;
  if (!/\d/.test(text)) return "ornament";
  return HAS_DIGITS.test(font.trim()) ? null : "unsure";
}
