/** Fonts whose signs are no letters: « 12 » in Wingdings draws two folders, in Code 128 bars. */
import type { Beside } from "../../model/grid.ts";
import type { Look } from "./seen-text.ts";

const SYMBOL_FONT =
  /^(?:symbol|wingdings|webdings|marlett|(?:itc )?zapf ?dingbats|monotype sorts|opensymbol|mt extra|bookshelf symbol)|bar ?code|^idautomation|\bcode ?(?:39|93|128)|\b(?:free )?3 ?of ?9|\b(?:ean|upc)-?1?\d?\b/i;

export const isSymbolFont = (name: string): boolean => SYMBOL_FONT.test(name.trim());

/** "Symbol" has Greek letters, and the digits of all fonts. */
const HAS_DIGITS = /^(?:symbol|opensymbol)\b/i;

/** Do the digits of this font draw something else? */
export const drawsOtherDigits = (name: string): boolean => isSymbolFont(name) && !HAS_DIGITS.test(name.trim());

/** A text in a font, as it looks there; null: a bullet, an arrow or a box, which is no text. `hasOwnSigns`: its letters draw others. */
export function lookInFont(look: Look, text: string, font: string, hasOwnSigns = isSymbolFont(font)): Look | null {
  if (!hasOwnSigns || text.trim() === "") return look;
  const isUnsure = /\d/.test(text) ? !HAS_DIGITS.test(font.trim()) : holdsSign(text);
  if (isUnsure) return { ...look, kind: look.kind ?? "unsure" };
  return /\d/.test(text) ? look : null;
}

/** F031 in Symbol is drawn as « 1 »: a letter of the text holds the code of a sign that is no bullet. */
const holdsSign = (text: string): boolean =>
  (text.match(/[\uf000-\uf0ff]/g) ?? []).some((letter) => besideSymbol(letter.charCodeAt(0)).length > 0);

/** A sign by its code in its font: F032 in Arial is drawn as « 2 »; an arrow of Wingdings is no text. */
export function besideSymbol(code: number): readonly Beside[] {
  const low = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  const sign = Number.isNaN(low) ? "?" : String.fromCodePoint(low % 0x110000);
  // 0x80 to 0x95 in Wingdings: digits within a circle
  return /[\d?]/.test(sign) || (low >= 0x80 && low <= 0x95) ? [{ kind: "unsure", text: sign }] : [];
}
