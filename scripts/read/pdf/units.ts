/** Glyphs -> units: pieces of text on one line that surely belong together. Two figures side by side stay two units. */
import type { Glyph, Rule } from "./drawn/marks.ts";
import { type GlyphLine, isBeside, isBlank, isWalled } from "./glyph-lines.ts";
import { onBaselines, type Unit } from "./lines.ts";

/** Gaps in ems (the font's size). A blank is 0.25 em in most fonts; between cells there is more, or another drawing order. */
const TOUCHING = 0.12;
const EXACT = 0.05;
/** Signs that are set apart by so much look like two: a figure "1 2", not a heading whose letters are. */
const BLANK = 0.25;
const KERNED = 0.3;
const WITHIN_ORDER = 1;
const THOUSANDS = 0.35;

/** `walls`: vertical rules; a unit never crosses one. In reading order: by line, then from left to right. */
export const findUnits = (lines: readonly GlyphLine[], walls: readonly Rule[]): readonly Unit[] =>
  lines.flatMap((line) => unitsOfLine(line, wallsAlong(line, walls)));

/**
 * Where two texts are drawn one over the other, as when a cell overflows: of each line the glyphs around. They come mixed
 * ("DestructionC s" for « Destructions » over « Cambriolages »), so that neither can be read.
 */
export const findSuperposed = (lines: readonly GlyphLine[]): readonly GlyphLine[] =>
  lines.flatMap((line) => {
    const drawn = line.filter((glyph) => !isBlank(glyph.text) && !/^[\p{M}\p{Sk}]+$/u.test(glyph.text)); // "´" over "e"
    const at = drawn.findIndex((glyph, i) => {
      const previous = drawn[i - 1];
      if (!previous || (glyph.x0 + glyph.x1) / 2 >= previous.x1) return false;
      return glyph.run !== previous.run || /\d/.test(previous.text + glyph.text); // the letters of a ligature have one place
    });
    return at > 0 ? [around(drawn, at)] : [];
  });

/** Texts that a vertical line cuts within a word: they flow over from their cell, and which part is whose cannot be told. */
export const findOverflow = (glyphs: readonly Glyph[], walls: readonly Rule[]): readonly GlyphLine[] =>
  onBaselines(glyphs).flatMap((line) => {
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
    return at >= 0 ? [around(line, at)] : [];
  });

/** Ten glyphs before, ten from there on: enough to find the place on the page. */
const around = (line: GlyphLine, at: number): GlyphLine => line.slice(Math.max(0, at - 10), at + 10);

/** A unit under way: its text, and the first and the last of its glyphs that are no blanks. */
interface Open {
  text: string;
  readonly first: Glyph;
  last: Glyph;
}

function unitsOfLine(line: GlyphLine, walls: readonly Rule[]): readonly Unit[] {
  const units: Open[] = [];
  let blanks = "";
  for (const [i, glyph] of line.entries()) {
    if (isBlank(glyph.text)) {
      blanks += glyph.text;
      continue;
    }
    const [open, previous] = [units.at(-1), line[i - 1]];
    const between =
      open && previous && !isWalled(open.last, glyph, walls) ? joint(open, previous, blanks, glyph) : null;
    if (open && between !== null) {
      open.text += between + glyph.text;
      open.last = glyph;
    } else units.push({ text: glyph.text, first: glyph, last: glyph });
    blanks = "";
  }
  return units.map(({ text, first, last }) => {
    return { text, x0: first.x0, x1: last.x1, baseline: first.baseline, size: Math.max(first.size, last.size) };
  });
}

/** What stands between the unit and the glyph, after that and these blanks: "", a blank; null when they do not surely belong together. */
function joint({ text, last }: Open, previous: Glyph, blanks: string, glyph: Glyph): string | null {
  const em = Math.min(last.size, glyph.size);
  const gap = glyph.x0 - previous.next;
  const whole = glyph.x0 - last.x1;
  if (whole > WITHIN_ORDER * em) return null;
  // a blank of another text may stand on a figure, and parts nothing of it
  if (glyph.run === last.run && whole <= EXACT * em && isOfFigure(last) && isOfFigure(glyph)) return "";
  if (gap < -0.5 * em && glyph.run !== previous.run) return null;
  // "1" then "012", drawn apart: a figure in thousands, if no wider than a blank.
  const thousands =
    whole <= THOUSANDS * em && /(^|[^\d])\d{1,3}([\s\u00a0\u202f]\d{3})*$/.test(text) && /^\d$/.test(glyph.text);
  // Kerning draws glyphs nearer ("Vo"); a blank that ends a wrapped label may just reach the next column's figure.
  const areDigits = glyph.run === previous.run && /\d$/.test(text) && /^\d$/.test(glyph.text);
  const touches = gap <= (areDigits ? BLANK : TOUCHING) * em && (glyph.run === previous.run || gap >= -KERNED * em);
  if (touches) {
    if (blanks === "") return whole > BLANK * em && /^\d[\d ]*$/.test(text) && /^\d/.test(glyph.text) ? " " : "";
    if (glyph.run !== previous.run && Math.abs(gap) > EXACT * em && /^[\d+\-−–/]$/.test(glyph.text))
      return thousands ? " " : null;
    return /^[\u00a0\u202f]/.test(blanks) ? blanks : " ";
  }
  return glyph.run === previous.run || thousands ? " " : null;
}

const isOfFigure = ({ text }: Glyph): boolean => /^[\d.,]$/.test(text);

/** Those that stand beside some glyph of the line: a page of cells has hundreds, a line a dozen. */
const wallsAlong = (line: GlyphLine, walls: readonly Rule[]): readonly Rule[] => {
  const top = Math.min(...line.map(({ baseline, size }) => baseline - size * 0.7));
  const bottom = Math.max(...line.map(({ baseline }) => baseline));
  return walls.filter((wall) => wall.from <= bottom && wall.to >= top);
};
