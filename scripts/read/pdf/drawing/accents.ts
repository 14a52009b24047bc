/** Accents that a page draws as signs of their own over a letter, as LaTeX's first fonts do: "´" and "e" are « é ». */
import type { Glyph } from "./marks.ts";

const ACCENTS: Readonly<Record<string, string>> = {
  "´": "\u0301",
  "`": "\u0300",
  ˆ: "\u0302",
  "^": "\u0302",
  "¨": "\u0308",
  "˜": "\u0303",
  "¸": "\u0327",
};

/** Of the letter's size: how far the middles of the two may lie apart, and their lines. */
const [APART, RAISED] = [0.3, 0.5];

/** The letter with its accent, where the second is drawn over the first: the accent of most comes first, the cedilla after. */
export function withAccent(first: Glyph, second: Glyph): Glyph | null {
  const [letter, mark] = second.text in ACCENTS ? [first, second] : [second, first];
  const accent = ACCENTS[mark.text];
  if (accent === undefined) return null;
  const base = letter.text.replace("ı", "i");
  if (!/^\p{L}$/u.test(base)) return null;
  const apart = Math.abs((letter.x0 + letter.x1) / 2 - (mark.x0 + mark.x1) / 2);
  if (apart > APART * letter.size || Math.abs(letter.baseline - mark.baseline) > RAISED * letter.size) return null;
  const text = `${base}${accent}`.normalize("NFC");
  return text.length === 1 ? { ...letter, text } : null;
}
