/** Numbers and signs that a program draws before the text of a list: no text of the file, but seen beside it. */
import { type SeenText, withBeside } from "./seen-text.ts";

/** A number that the program finds by itself: which one is not computed here. */
export const NUMBER_SIGN = "n°";

/** What may be read with the figure that follows: a number, or the sign of one. A bullet is no text. */
const SAYS_SOMETHING = /[\d°+<>~±\u2010-\u2015\u2212-]/;
const IS_FIGURE = /^[\d\s\u00a0\u202f.,()+-]+$/;

/**
 * A cell of a table with the marker of its list: "1." before "Cambriolages" changes nothing; before "2", one reads two figures; alone in
 * its cell it is the text, and the figure if it is one.
 */
export function withMarker(seen: SeenText, marker: string): SeenText {
  const sign = marker.trim();
  const text = seen.text.trim();
  if (!SAYS_SOMETHING.test(sign)) return seen;
  if (text === "" && !seen.beside && !/^(?:\d|n°)+$/.test(sign)) return { text: sign };
  if (text === "") return withBeside(seen, [{ kind: "other", text: sign }]);
  return IS_FIGURE.test(text) ? withBeside(seen, [{ kind: "unsure", text: sign }]) : seen;
}
