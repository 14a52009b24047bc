/** The characters of a page as PDFium tells them, with their places. */
import { apply, type Box, type Matrix, multiply, placed } from "./geometry.ts";
import type { Glyph } from "./marks.ts";
import type { Pdfium, Scratch } from "./pdfium.ts";

export interface Character extends Glyph {
  /** The file draws it without saying what it is, and it is numbered as no letter or figure is: of a figure, the drawing is looked at. */
  readonly isUnknown: boolean;
  /** Around its ink. */
  readonly ink: Box;
  /** Quarter turns, clockwise, of the direction it runs in: 0 to the right; -1: aslant. */
  readonly turn: number;
  /** It is drawn as in a mirror, or bent. */
  readonly isBent: boolean;
  /** How far it is made to lean to the right, as a share of its height: letters of a font that has no italics. */
  readonly lean: number;
}

/** In ems: a blank between two letters of one text. */
const SPACED = 0.35;

/** `place`: from the page's own space to the page as it is read. Blanks that PDFium adds are left out. */
export function charactersOf(engine: Pdfium, text: number, place: Matrix, scratch: Scratch): readonly Character[] {
  const count = engine.FPDFText_CountChars(text);
  const found: Character[] = [];
  for (let i = 0; i < count; i++) {
    const run = engine.FPDFText_GetTextObject(text, i);
    if (run === 0 || engine.FPDFText_IsGenerated(text, i) === 1) continue;
    engine.FPDFText_GetMatrix(text, i, scratch.place(0, 4));
    const own = scratch.floats(6) as unknown as Matrix;
    engine.FPDFText_GetCharOrigin(text, i, scratch.place(0, 8), scratch.place(1, 8));
    const [x = 0, y = 0] = scratch.doubles(2);
    engine.FPDFText_GetCharBox(text, i, ...scratch.edges(8));
    const [left = 0, right = 0, bottom = 0, top = 0] = scratch.doubles(4);
    engine.FPDFText_GetLooseCharBox(text, i, scratch.place(0, 4));
    const [looseLeft = 0, , looseRight = 0] = scratch.floats(4);
    const fontSize = engine.FPDFText_GetFontSize(text, i);
    const sign = fontSize < 0 ? -1 : 1;
    const matrix = multiply(place, [own[0], own[1], own[2], own[3], 0, 0]);
    const [x0, baseline] = apply(place, x, y);
    const isMeasured = Math.abs(own[0]) > 1e-6;
    const wide = isMeasured ? (looseRight - looseLeft) / Math.abs(own[0]) : (top - bottom) / Math.hypot(own[0], own[1]); // in the text's own space
    const x1 = x0 + matrix[0] * sign * wide;
    const size = Math.abs(fontSize) * heightOf(matrix);
    const before = found.at(-1);
    // PDFium tells no widths of signs that do not run to the right: such a sign ends with its ink, or where the next one starts
    if (!isMeasured && before?.run === run && x0 > before.x0 && x0 < before.x1 + SPACED * size)
      found.splice(-1, 1, { ...before, x1: x0, next: x0 });
    const said = unicodeOr0(engine.FPDFText_GetUnicode(text, i));
    const code = engine.FPDFText_IsHyphen(text, i) === 1 ? HYPHEN : said; // at the end of a line PDFium says none
    const isUnknown = engine.FPDFText_HasUnicodeMapError(text, i) === 1 && !(code > 0x20 && code < 0x7f);
    found.push({
      text: code === 0 ? "\ufffd" : String.fromCodePoint(code),
      isUnknown: code === 0 || isUnknown,
      x0,
      x1,
      next: x1,
      baseline,
      ink: placed(place, { x0: left, x1: right, y0: bottom, y1: top }),
      size,
      turn: turnOf(matrix[0] * sign, matrix[1] * sign),
      isBent: isBent(matrix),
      lean: leanOf(matrix),
      run,
    });
  }
  return found;
}

/** A damaged font may say a number that is no character's. */
const unicodeOr0 = (code: number): number => (code > 0x10ffff ? 0 : code);

const HYPHEN = 0x2d;

/** (1, 0) => 0, (0, 1) => 1, (-1, 0) => 2, (0, -1) => 3, y running down; within a degree or so. */
function turnOf(dx: number, dy: number): number {
  const angle = (Math.atan2(dy, dx) * 2) / Math.PI;
  const turn = Math.round(angle);
  return Math.abs(angle - turn) > 0.02 ? -1 : (turn + 4) % 4;
}

/** Of what stands on the line, across it. */
const heightOf = ([a, b, c, d]: Matrix): number => Math.abs(a * d - b * c) / (Math.hypot(a, b) || 1);

const leanOf = (matrix: Matrix): number => {
  const [a, b, c, d] = matrix;
  return (a * c + b * d) / (Math.hypot(a, b) || 1) / (heightOf(matrix) || 1);
};

/** The angle between the line and what stands on it: that of the steepest italics has a cosine of 0.4. */
const MOST_SKEW = 0.6;

/** y runs down: a text that is not mirrored turns it. */
function isBent([a, b, c, d]: Matrix): boolean {
  const cosine = (a * c + b * d) / (Math.hypot(a, b) * Math.hypot(c, d) || 1);
  return a * d - b * c > 0 || Math.abs(cosine) > MOST_SKEW;
}
