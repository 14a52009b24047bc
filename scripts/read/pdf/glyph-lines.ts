/** Glyphs of a page -> its lines of text: each glyph once, marks on the line that they stand at. */
import { superscript } from "../document/document.ts";
import type { Glyph } from "./drawing/page.ts";

/** Baselines this near are one line. */
const SAME_LINE = 0.2;

export const isBlank = (text: string): boolean => text.trim() === "";

/** Glyphs of one line of text, from left to right. */
export type GlyphLine = readonly Glyph[];

/** The lines of a page from top to bottom, each glyph once, raised marks on the line that they stand at. */
export const findGlyphLines = (glyphs: readonly Glyph[]): readonly GlyphLine[] =>
  linesOf(lowerRaised(withoutOverprints(glyphs)));

/** Glyphs by baseline, top to bottom; in each, from left to right. */
export function linesOf(glyphs: readonly Glyph[]): readonly GlyphLine[] {
  const lines: Glyph[][] = [];
  for (const glyph of [...glyphs].sort((a, b) => a.baseline - b.baseline)) {
    const last = lines.at(-1)?.at(-1);
    if (last && glyph.baseline - last.baseline < SAME_LINE * Math.min(glyph.size, last.size)) lines.at(-1)?.push(glyph);
    else lines.push([glyph]);
  }
  return lines.map((line) => line.sort((a, b) => a.x0 - b.x0));
}

/** More squares of 4 points than a page is high (200 inches at the most). */
const SQUARES = 10_000;

/** Bold is at times drawn as the same glyph twice, a hair apart, by two orders. */
function withoutOverprints(glyphs: readonly Glyph[]): readonly Glyph[] {
  const seen = new Map<string, Map<number, Glyph[]>>(); // by text, then by squares of 4 points
  return glyphs.filter((glyph) => {
    if (isBlank(glyph.text)) return true;
    const near = 0.12 * glyph.size;
    const square = Math.round(glyph.x0 / 4) * SQUARES + Math.round(glyph.baseline / 4);
    const alike = seen.get(glyph.text) ?? new Map<number, Glyph[]>();
    seen.set(glyph.text, alike);
    for (const dx of [-SQUARES, 0, SQUARES])
      for (const dy of [-1, 0, 1])
        for (const other of alike.get(square + dx + dy) ?? [])
          if (
            other.run !== glyph.run &&
            Math.abs(other.x0 - glyph.x0) < near &&
            Math.abs(other.baseline - glyph.baseline) < near
          )
            return false;
    const held = alike.get(square);
    if (held) held.push(glyph);
    else alike.set(square, [glyph]);
    return true;
  });
}

/** Small glyphs raised beside a larger one are its mark and go on its line: "1" + "er" => "1er", "12" + "1" => "12¹". */
function lowerRaised(glyphs: readonly Glyph[]): readonly Glyph[] {
  const hosts = new Map<number, Glyph>(); // by run
  const starts = new Map<number, Glyph>();
  for (const glyph of glyphs) if (!isBlank(glyph.text) && !starts.has(glyph.run)) starts.set(glyph.run, glyph);
  const largest = Math.max(0, ...glyphs.map((g) => g.size));
  for (const [run, small] of starts) {
    if (small.size >= 0.85 * largest) continue;
    const host = glyphs.find(
      (large) =>
        large.run !== run &&
        small.size < 0.85 * large.size &&
        large.baseline - small.baseline > 0.15 * large.size &&
        large.baseline - small.baseline < 0.7 * large.size &&
        Math.abs(small.x0 - large.x1) < 0.3 * large.size &&
        !isBlank(large.text),
    );
    if (host) hosts.set(run, host);
  }
  return glyphs.map((glyph) => {
    const host = hosts.get(glyph.run);
    return host ? { ...glyph, text: superscript(glyph.text), baseline: host.baseline, size: host.size } : glyph;
  });
}
