/** Texts longer than their cell, over which the next cell writes its own, as a spreadsheet prints them: what is seen of them ends at the wall. */
import type { Glyph, Rule } from "./drawn/marks.ts";
import { isBeside, isBlank } from "./glyph-lines.ts";

/** In ems: on one line. */
const SAME_LINE = 0.25;

/** The glyphs of a page without what of a text lies beyond its wall, where another text begins; a text of figures stays, and is a doubt. */
export function withoutCutEnds(glyphs: readonly Glyph[], walls: readonly Rule[]): readonly Glyph[] {
  const cut = new Set<Glyph>();
  for (const own of Map.groupBy(glyphs, ({ run }) => run).values()) {
    const first = own.find(({ text }) => !isBlank(text));
    if (!first) continue;
    for (const wall of walls) {
      if (wall.at <= first.x1 || !isBeside(wall, first)) continue;
      const beyond = own.filter(({ x1 }) => x1 > wall.at + 1);
      if (beyond.some(({ text }) => /\d/.test(text)) || !isWrittenOver(beyond, wall, glyphs)) continue;
      for (const glyph of beyond) cut.add(glyph);
    }
  }
  return cut.size === 0 ? glyphs : glyphs.filter((glyph) => !cut.has(glyph));
}

const isWrittenOver = (beyond: readonly Glyph[], wall: Rule, glyphs: readonly Glyph[]): boolean =>
  beyond.some(
    (glyph) =>
      !isBlank(glyph.text) &&
      glyphs.some(
        (other) =>
          other.run !== glyph.run &&
          !isBlank(other.text) &&
          other.x0 >= wall.at - 1 &&
          Math.abs(other.baseline - glyph.baseline) < SAME_LINE * glyph.size &&
          other.x0 < glyph.x1 &&
          other.x1 > glyph.x0,
      ),
  );
