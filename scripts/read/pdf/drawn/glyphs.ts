/** Characters that are seen -> glyphs of the page's text: ligatures taken apart. */
import { withoutUnseen } from "../../contract/raised.ts";
import type { Character } from "./characters.ts";
import type { Glyph } from "./marks.ts";

/** What the file does not say: no character, control characters, private ones. */
const SAYS_NOTHING = /[\p{Cc}\p{Co}\p{Cn}\ufffd]/u;
const LIGATURES = /[\ufb00-\ufb06]/g;
export const UNKNOWN = "\ufffd";

/** The character's text, "" where it is of no width; UNKNOWN where the file does not say it. */
export function textOf({ text, isUnknown, ink, size, origin }: Character): string {
  if (!isUnknown && !SAYS_NOTHING.test(text.replace(/[\t\r\n]/g, "")))
    return withoutUnseen(text).replace(LIGATURES, (ligature) => ligature.normalize("NFKC"));
  const [wide, high] = [ink.x1 - ink.x0, ink.y1 - ink.y0];
  const raised = (origin[1] - ink.y1) / (size || 1);
  // LaTeX's own fonts have « – » among the control characters
  return high > 0 && high <= 0.1 * size && wide >= 4 * high && raised > 0.1 && raised < 0.5 ? "–" : UNKNOWN;
}

/** In ems: signs so near are one word. */
const TOUCHING = 0.12;
/** In ems: letters that are spaced out are further apart than they are wide by no more than this. */
const MOST_SPACING = 0.3;

/** `characters`: in their order. A sign that says nothing is text only within a word: a bullet is none. */
export function glyphsOf(
  characters: readonly Character[],
): readonly { readonly glyph: Glyph; readonly from: Character }[] {
  const spacing = spacingOf(characters);
  const said = characters.map((character) => ({ character, text: textOf(character) }));
  const touches = (i: number, n: number): boolean => {
    const [a, b] = n > i ? [said[i], said[n]] : [said[n], said[i]];
    const other = said[n];
    return (
      a !== undefined &&
      b !== undefined &&
      other !== undefined &&
      /[\p{L}\d]|\ufffd/u.test(other.text) &&
      Math.abs(a.character.origin[1] - b.character.origin[1]) < 0.1 * a.character.size &&
      Math.abs(b.character.origin[0] - a.character.end[0]) < TOUCHING * a.character.size
    );
  };
  return said.flatMap(({ character, text }, i) => {
    if (text === "" || (text === UNKNOWN && !touches(i, i - 1) && !touches(i, i + 1))) return [];
    const { origin, end, size, run } = character;
    const glyph: Glyph = {
      text,
      x0: origin[0],
      x1: end[0],
      next: end[0] + (spacing.get(run) ?? 0),
      baseline: origin[1],
      size,
      run,
    };
    return [{ glyph, from: character }];
  });
}

/** By run, the blank that it leaves after each of its letters. */
function spacingOf(characters: readonly Character[]): ReadonlyMap<number, number> {
  const gaps = new Map<number, number[]>();
  for (const [i, { run, origin, size }] of characters.entries()) {
    const before = characters[i - 1];
    if (before?.run !== run || before.text.trim() === "") continue;
    gaps.set(run, [...(gaps.get(run) ?? []), Math.min(origin[0] - before.end[0], MOST_SPACING * size + 1)]);
  }
  return new Map(
    [...gaps].flatMap(([run, all]) => {
      const least = Math.min(...all);
      const size = characters.find((c) => c.run === run)?.size ?? 0;
      return all.length >= 3 && least > 0 && least <= MOST_SPACING * size ? [[run, least]] : [];
    }),
  );
}
