/** Glyphs -> units: pieces of text on one line that surely belong together. Two figures side by side stay two units. */
import { superscript } from "./document.ts";
import type { Glyph, Rule } from "./pdf-page.ts";

export interface Unit {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly baseline: number;
  readonly size: number;
}

/** Gaps in ems (the font's size). A blank is 0.25 em in most fonts; between cells there is more, or another drawing order. */
const TOUCHING = 0.12;
const EXACT = 0.05;
const KERNED = 0.3;
const WITHIN_ORDER = 1;
const THOUSANDS = 0.35;
/** Baselines this near are one line. */
const SAME_LINE = 0.2;

const isBlank = (text: string): boolean => text.trim() === "";

/** Glyphs of one line of text, from left to right. */
export type GlyphLine = readonly Glyph[];

/** The lines of a page from top to bottom, each glyph once, raised marks on the line that they stand at. */
export const findGlyphLines = (glyphs: readonly Glyph[]): readonly GlyphLine[] =>
  linesOf(lowerRaised(withoutOverprints(glyphs)));

/** `walls`: vertical rules; a unit never crosses one. In reading order: by line, then from left to right. */
export const findUnits = (lines: readonly GlyphLine[], walls: readonly Rule[]): readonly Unit[] =>
  lines.flatMap((line) => unitsOfLine(line, wallsAlong(line, walls)));

/**
 * Where two texts are drawn one over the other, as when a cell overflows: the text around, or null. Their glyphs come mixed
 * ("DestructionC s" for « Destructions » over « Cambriolages »), so that neither can be read.
 */
export function findSuperposed(lines: readonly GlyphLine[]): string | null {
  for (const line of lines) {
    const drawn = line.filter((glyph) => !isBlank(glyph.text) && !/^[\p{M}\p{Sk}]+$/u.test(glyph.text)); // "´" over "e"
    const at = drawn.findIndex((glyph, i) => {
      const previous = drawn[i - 1];
      return previous !== undefined && glyph.run !== previous.run && (glyph.x0 + glyph.x1) / 2 < previous.x1;
    });
    if (at > 0)
      return drawn
        .slice(Math.max(0, at - 10), at + 10)
        .map((glyph) => glyph.text)
        .join("");
  }
  return null;
}

/** A text that a vertical line cuts within a word: it flows over from its cell, and which part is whose cannot be told. */
export function findOverflow(glyphs: readonly Glyph[], walls: readonly Rule[]): string | null {
  for (const line of linesOf(glyphs)) {
    const beside = wallsAlong(line, walls);
    const at = line.findIndex((glyph, i) => {
      if (isBlank(glyph.text)) return false;
      const next = line[i + 1];
      const goesOn =
        next && next.run === glyph.run && !isBlank(next.text) && next.x0 - glyph.next < TOUCHING * glyph.size;
      return (
        beside.some((wall) => isBeside(wall, glyph) && wall.at > glyph.x0 + 1 && wall.at < glyph.x1 - 1) ||
        (goesOn && isWalled(glyph, next, beside))
      );
    });
    if (at >= 0)
      return line
        .slice(Math.max(0, at - 10), at + 10)
        .map((glyph) => glyph.text)
        .join("");
  }
  return null;
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

/** Glyphs by baseline, top to bottom; in each, from left to right. */
function linesOf(glyphs: readonly Glyph[]): readonly GlyphLine[] {
  const lines: Glyph[][] = [];
  for (const glyph of [...glyphs].sort((a, b) => a.baseline - b.baseline)) {
    const last = lines.at(-1)?.at(-1);
    if (last && glyph.baseline - last.baseline < SAME_LINE * Math.min(glyph.size, last.size)) lines.at(-1)?.push(glyph);
    else lines.push([glyph]);
  }
  return lines.map((line) => line.sort((a, b) => a.x0 - b.x0));
}

function unitsOfLine(line: GlyphLine, walls: readonly Rule[]): readonly Unit[] {
  const units: Unit[] = [];
  let text = "";
  let first: Glyph | undefined;
  let last: Glyph | undefined; // last that is not blank
  let previous: Glyph | undefined;
  let blanks = "";
  const finish = (): void => {
    if (first && last)
      units.push({ text, x0: first.x0, x1: last.x1, baseline: first.baseline, size: Math.max(first.size, last.size) });
    text = "";
    first = undefined;
    last = undefined;
    blanks = "";
  };
  for (const glyph of line) {
    if (isBlank(glyph.text)) {
      if (last) blanks += glyph.text;
      previous = glyph;
      continue;
    }
    const join = last && previous ? joint(text, last, previous, glyph, blanks) : null;
    if (join === null || (last && isWalled(last, glyph, walls))) {
      finish();
      first = glyph;
      text = glyph.text;
    } else text += join + glyph.text;
    blanks = "";
    last = glyph;
    previous = glyph;
  }
  finish();
  return units;
}

/** What stands between the text so far and the glyph: "", a blank; null when they do not surely belong together. */
function joint(text: string, last: Glyph, previous: Glyph, glyph: Glyph, blanks: string): string | null {
  const em = Math.min(last.size, glyph.size);
  const gap = glyph.x0 - previous.next;
  const whole = glyph.x0 - last.x1;
  if (whole > WITHIN_ORDER * em) return null;
  if (gap < -0.5 * em && glyph.run !== previous.run) return null;
  // "1" then "012", drawn apart: a figure in thousands, if no wider than a blank.
  const thousands =
    whole <= THOUSANDS * em && /(^|[^\d])\d{1,3}([\s\u00a0\u202f]\d{3})*$/.test(text) && /^\d$/.test(glyph.text);
  // Kerning draws glyphs nearer ("Vo"); a blank that ends a wrapped label may just reach the next column's figure.
  const touches = gap <= TOUCHING * em && (glyph.run === previous.run || gap >= -KERNED * em);
  if (touches) {
    if (blanks === "") return "";
    if (glyph.run !== previous.run && Math.abs(gap) > EXACT * em && /^[\d+\-−–/]$/.test(glyph.text))
      return thousands ? " " : null;
    return /^[\u00a0\u202f]/.test(blanks) ? blanks : " ";
  }
  return glyph.run === previous.run || thousands ? " " : null;
}

const isWalled = (left: Glyph, right: Glyph, walls: readonly Rule[]): boolean =>
  walls.some((wall) => wall.at > left.x0 && wall.at >= left.x1 - 1 && wall.at <= right.x0 + 1 && isBeside(wall, left));

/** Those that stand beside some glyph of the line: a page of cells has hundreds, a line a dozen. */
function wallsAlong(line: GlyphLine, walls: readonly Rule[]): readonly Rule[] {
  let [top, bottom] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { baseline, size } of line) {
    top = Math.min(top, baseline - size * 0.7);
    bottom = Math.max(bottom, baseline);
  }
  return walls.filter((wall) => wall.from <= bottom && wall.to >= top);
}

const isBeside = (wall: Rule, glyph: Glyph): boolean =>
  wall.from <= glyph.baseline && wall.to >= glyph.baseline - glyph.size * 0.7;

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
