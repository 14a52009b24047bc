/** Digits that are a link beside digits that are none, or another: the mark of a note, as « 12 » and a blue « 1 », no « 121 ». */
import type { Box } from "./areas.ts";
import type { DrawnGlyph } from "./glyphs.ts";
import { distance, type Point } from "./matrix.ts";

/** The same glyphs; those that a link parts from the next, or from the one before, are not sure. */
export function partedByLinks(glyphs: readonly DrawnGlyph[], links: readonly Box[]): readonly DrawnGlyph[] {
  if (links.length === 0) return glyphs;
  const linkOf = ({ start, end, size }: DrawnGlyph): number => {
    const [x, y] = [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2 - MIDDLE * size];
    return links.findIndex(({ x0, x1, y0, y1 }) => x >= x0 && x <= x1 && y >= y0 && y <= y1);
  };
  const digits = glyphs.filter(({ text, turn }) => /^\d$/.test(text) && turn === 0);
  const startingIn = Map.groupBy(digits, ({ start }) => squareOf(start));
  const parted = new Set<DrawnGlyph>();
  for (const digit of digits)
    for (const next of NEAR.flatMap((step) => startingIn.get(squareOf(digit.end, step)) ?? [])) {
      const isBeside = distance(digit.end, next.start) < TOUCHING * digit.size && digit.size === next.size;
      if (isBeside && linkOf(digit) !== linkOf(next)) parted.add(digit).add(next);
    }
  return glyphs.map((glyph) =>
    parted.has(glyph) && glyph.ink.kind === null ? { ...glyph, ink: { ...glyph.ink, kind: "unsure" } } : glyph,
  );
}

/** In ems. */
const [MIDDLE, TOUCHING] = [0.35, 0.12];
/** Squares of 8 points, each with its neighbours. */
const SQUARE = 8;
const NEAR: readonly Point[] = [-1, 0, 1].flatMap((x) => [-1, 0, 1].map((y): Point => [x, y]));
const squareOf = ([x, y]: Point, [right, down]: Point = [0, 0]): string =>
  `${Math.floor(x / SQUARE) + right} ${Math.floor(y / SQUARE) + down}`;
