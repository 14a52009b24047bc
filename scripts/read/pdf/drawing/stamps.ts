/**
 * Texts that run in another direction than the page's: the page number of a landscape table on an upright page (LaTeX), « CONFIDENTIEL »
 * across a page. A page number in the margin, or a word in letters much larger than the rest, is no part of a table.
 */
import { type Box, boxOf } from "./areas.ts";
import type { DrawnGlyph } from "./glyphs.ts";
import type { PdfPage } from "./marks.ts";
import type { Point } from "./matrix.ts";

/** "2", "Page 2/3", "2 sur 3" */
const PAGE_NUMBER = /^(?:page\s*)?\d{1,3}(?:\s*(?:\/|sur)\s*\d{1,3})?$/i;
/** In points, from an edge of the page. */
const MARGIN = 72;
/** Times the largest letters of the rest. */
const LARGE = 1.5;

/** `turned`: a point of the page as shown, to its place on the page turned upright. */
export function partStamps(
  others: readonly DrawnGlyph[],
  {
    glyphs,
    horizontal,
    vertical,
    width,
    height,
  }: Pick<PdfPage, "glyphs" | "horizontal" | "vertical" | "width" | "height">,
  turned: (point: Point) => Point,
): Pick<PdfPage, "slanted" | "stamps"> {
  if (others.length === 0) return { slanted: 0, stamps: [] };
  const rest = boxOf([
    ...glyphs.flatMap(({ x0, x1, baseline, size }): Point[] => [
      [x0, baseline - size],
      [x1, baseline],
    ]),
    ...horizontal.flatMap(({ at, from, to }): Point[] => [
      [from, at],
      [to, at],
    ]),
    ...vertical.flatMap(({ at, from, to }): Point[] => [
      [at, from],
      [at, to],
    ]),
  ]);
  const largest = Math.max(0, ...glyphs.map(({ size }) => size));
  let slanted = 0;
  const stamps: string[] = [];
  for (const run of Map.groupBy(others, (glyph) => glyph.run).values()) {
    const text = run
      .map((glyph) => glyph.text)
      .join("")
      .trim();
    const box = boxOf(run.flatMap(({ start, end }) => [turned(start), turned(end)]));
    const isWord = /^[^\d]+$/.test(text) && run.every(({ size }) => size >= LARGE * largest);
    const nearest = Math.min(box.x0, box.y0, width - box.x1, height - box.y1);
    if (PAGE_NUMBER.test(text) && nearest <= MARGIN && isClear(box, rest)) continue;
    if (isWord && text !== "") stamps.push(text);
    else slanted += run.length;
  }
  return { slanted, stamps };
}

const isClear = (a: Box, b: Box): boolean => a.x0 > b.x1 || a.x1 < b.x0 || a.y0 > b.y1 || a.y1 < b.y0;
