/** Glyphs of a page -> its lines of text: each glyph once, marks on the line that they stand at. */
import { subscript, superscript } from "../contract/raised.ts";
import type { Glyph, Rule } from "./drawn/marks.ts";
import { onBaselines } from "./lines.ts";

export const isBlank = (text: string): boolean => text.trim() === "";

/** Glyphs of one line of text, from left to right. */
export type GlyphLine = readonly Glyph[];

/** The lines of a page from top to bottom, each glyph once, raised marks on the line that they stand at. `walls`: vertical rules. */
export const findGlyphLines = (glyphs: readonly Glyph[], walls: readonly Rule[]): readonly GlyphLine[] =>
  onBaselines(lowerRaised(withoutOverprints(onBaselines(glyphs)), walls));

/** Does a vertical rule stand between them? */
export const isWalled = (left: Glyph, right: Glyph, walls: readonly Rule[]): boolean =>
  walls.some((wall) => wall.at > left.x0 && wall.at >= left.x1 - 1 && wall.at <= right.x0 + 1 && isBeside(wall, left));

export const isBeside = (wall: Rule, glyph: Glyph): boolean =>
  wall.from <= glyph.baseline && wall.to >= glyph.baseline - glyph.size * 0.7;

/** In ems: the same sign twice, so near, is a bold one, drawn by two orders. */
const BOLD = 0.12;

const withoutOverprints = (lines: readonly GlyphLine[]): readonly Glyph[] =>
  lines.flatMap((line) =>
    line.filter((glyph, i) => {
      for (let k = i - 1; k >= 0; k--) {
        const before = line[k];
        if (!before || glyph.x0 - before.x0 >= BOLD * glyph.size) return true;
        if (before.text === glyph.text && before.run !== glyph.run && !isBlank(glyph.text)) return false;
      }
      return true;
    }),
  );

/** Of a host's size: what is smaller is a mark of it; and how far beside it, and above or below its line, a mark stands. */
const SMALLER = 0.85;
const BESIDE = 0.3;
const RAISED = 0.15;
const HIGHEST = 0.75;

/**
 * Glyphs set off from the line of the one before them are its mark, and go on its line: "1" + "er" => "1er", "12" + "1" => "12¹". They are
 * smaller, or raised, or lowered; never in the next cell. Raised digits before the first letter of a note are the note's; small ones before a
 * larger figure are none of its own: "⁹12".
 */
function lowerRaised(glyphs: readonly Glyph[], walls: readonly Rule[]): readonly Glyph[] {
  const seen = glyphs.filter((glyph) => !isBlank(glyph.text));
  const endingNear = indexBy(seen, ({ x1 }) => x1);
  const beginningNear = indexBy(
    seen.filter(({ text }) => /^[\p{L}\d]/u.test(text)),
    ({ x0 }) => x0,
  );
  const hosts = new Map<number, { readonly host: Glyph; readonly isTold: boolean }>(); // by run
  for (const [run, mark] of Map.groupBy(seen, (glyph) => glyph.run)) {
    const [start, end] = [mark[0], mark.at(-1)];
    if (!start || !end) continue;
    const host =
      endingNear(start.x0, start.baseline).find(
        (large) => isMarkOf(start, large, start.x0 - large.x1) && !isWalled(large, start, walls),
      ) ??
      (mark.every(({ text }) => /^\d+$/.test(text))
        ? beginningNear(end.x1, start.baseline).find(
            (large) =>
              (!/^\d/.test(large.text) || start.size < SMALLER * large.size) &&
              isMarkOf(start, large, large.x0 - end.x1) &&
              !isWalled(end, large, walls),
          )
        : undefined);
    if (host) hosts.set(run, { host, isTold: start.text.startsWith("(") }); // "(1)" is no figure
  }
  return glyphs.map((glyph) => {
    const found = hosts.get(glyph.run);
    if (!found) return glyph;
    const { host, isTold } = found;
    const isLowered = glyph.baseline - host.baseline > RAISED * host.size;
    const text = isTold ? glyph.text : isLowered ? subscript(glyph.text) : superscript(glyph.text);
    return { ...glyph, text, baseline: host.baseline, size: host.size };
  });
}

/** @param gap in points, between the mark and its host. */
function isMarkOf(mark: Glyph, host: Glyph, gap: number): boolean {
  const raised = (host.baseline - mark.baseline) / host.size;
  if (Math.abs(gap) >= BESIDE * host.size || Math.abs(raised) >= HIGHEST) return false;
  const areFigures = /\d$/.test(host.text) && /^\d/.test(mark.text);
  const isSmaller = mark.size < SMALLER * host.size;
  if (areFigures) return isSmaller || Math.abs(raised) > RAISED;
  return isSmaller && raised > RAISED;
}

type Near = (x: number, baseline: number) => readonly Glyph[];

/** Glyphs by where they end, or begin -> those that do about there, on about that line. */
function indexBy(glyphs: readonly Glyph[], edge: (glyph: Glyph) => number): Near {
  const largest = Math.max(1, ...glyphs.map(({ size }) => size));
  const columnOf = (x: number): number => Math.floor(x / (BESIDE * largest));
  const rowOf = (y: number): number => Math.floor(y / (HIGHEST * largest));
  const rows = new Map(
    [...Map.groupBy(glyphs, ({ baseline }) => rowOf(baseline))].map(([row, own]) => [
      row,
      Map.groupBy(own, (glyph) => columnOf(edge(glyph))),
    ]),
  );
  const around = [-1, 0, 1];
  return (x, baseline) =>
    around.flatMap((right) =>
      around.flatMap((down) => rows.get(rowOf(baseline) + down)?.get(columnOf(x) + right) ?? []),
    );
}

// Texts longer than their cell, over which the next cell writes its own, as a spreadsheet prints them: what is seen of them ends at the wall.

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
