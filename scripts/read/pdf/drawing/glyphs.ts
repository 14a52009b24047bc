/** One text-showing order of a PDF page -> where each of its glyphs stands. ISO 32000-1, 9.3 (text state), 9.4.4 (advance). */
import type { Beside } from "../../../model/grid.ts";
import type { Rgb } from "../../contract/contrast.ts";
import { withoutUnseen } from "../../contract/unseen.ts";
import type { Area } from "./areas.ts";
import { type Font, isDash, type Sign, trustOf } from "./fonts.ts";
import { apply, type Matrix, multiply, type Point } from "./matrix.ts";

/** How the glyphs of one order are drawn. */
export interface Ink {
  /** Place among all that is drawn on the page: what is drawn later lies above. */
  readonly order: number;
  /** Colours that it is drawn in, filled or stroked; null: not known. */
  readonly colours: readonly (Rgb | null)[];
  /** 0 transparent, 1 opaque. */
  readonly alpha: number;
  readonly clip: Area;
  /** Why it is not simply seen, told by the order itself: its layer is off, it belongs to an annotation. */
  readonly kind: Beside["kind"] | null;
}

export interface DrawnGlyph {
  readonly text: string;
  readonly start: Point;
  readonly end: Point;
  readonly next: Point;
  readonly size: number;
  /** In points, above the line or below it, by the text state. */
  readonly rise: number;
  readonly run: number;
  /** Quarter turns, clockwise, of the writing direction: 0 runs to the right, 1 down; -1: any other slant. */
  readonly turn: number;
  readonly ink: Ink;
}

/** A sign as pdf.js lists it; a number moves back instead, in thousandths of the font's size. */
export type ShownItem = number | (Sign & { readonly width: number; readonly isSpace: boolean });

/** The part of the graphics state that sets text. `x`, `y`: where the next glyph stands; showing moves them on. */
export interface TextState {
  text: Matrix;
  x: number;
  y: number;
  /** Start of the text line. */
  lineX: number;
  lineY: number;
  leading: number;
  font: Font;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  rise: number;
  mode: number;
}

/** Where the glyphs of a page are put down, and how many could not be. */
export interface GlyphSink {
  readonly glyphs: DrawnGlyph[];
  unreadable: number;
  /** Signs that are drawn as others than the file says. */
  readonly lies: Lie[];
}

export interface Lie {
  readonly said: string;
  readonly drawn: string;
}

/** Advance of a glyph: (width × size + char spacing + word spacing) × horizontal scale. */
export function showGlyphs(
  shown: readonly ShownItem[],
  state: TextState & { readonly ctm: Matrix },
  ink: Ink,
  sink: GlyphSink,
): void {
  const { size, scale, charSpacing, wordSpacing, rise, font } = state;
  const direction = size < 0 ? -1 : 1;
  const unit = Math.abs(size) * (font.told.fontMatrix?.[0] ?? 0.001) * direction;
  const matrix = multiply(state.ctm, state.text);
  const [up, down] = [apply(matrix, 0, 0), apply(matrix, 0, size)];
  const height = Math.hypot(down[0] - up[0], down[1] - up[1]);
  const turn = font.told.vertical ? -1 : turnOf(matrix[0] * direction * scale, matrix[1] * direction * scale);
  const isMirrored = matrix[0] * matrix[3] - matrix[1] * matrix[2] > 0 !== scale < 0; // y runs down: upright text turns it
  const isSkewed = Math.abs(cosine([matrix[0], matrix[1]], [matrix[2], matrix[3]])) > MOST_SKEW;
  const raised = size === 0 ? 0 : (rise / Math.abs(size)) * height * direction;
  for (const glyph of shown) {
    if (typeof glyph === "number") {
      if (font.told.vertical) state.y += (glyph * size) / 1000;
      else state.x -= ((glyph * size) / 1000) * scale;
      continue;
    }
    const width = glyph.width * unit;
    const advance = width + charSpacing + (glyph.isSpace ? wordSpacing : 0);
    const start = apply(matrix, state.x, state.y + rise);
    const end = apply(matrix, state.x + width * scale, state.y + rise);
    if (font.told.vertical) state.y -= Math.abs(advance);
    else state.x += advance * scale;
    const text = textOf(glyph.unicode) ?? (isDash(font, glyph) ? "–" : null);
    const trust = ink.kind === "hidden" ? "sure" : trustOf(font, glyph);
    const isTooWide = /\d/.test(glyph.unicode) && Math.abs(width) > WIDEST_FIGURE * Math.abs(size);
    const isUnsure = trust === "unsure" || isMirrored || isSkewed || isTooWide;
    if (typeof trust === "object") sink.lies.push({ said: glyph.unicode, drawn: trust.drawn });
    if (text === null || trust === "unknown") sink.unreadable += ink.kind === "hidden" ? 0 : 1;
    else if (text !== "")
      sink.glyphs.push({
        text,
        start,
        end,
        next: apply(matrix, state.x, state.y + rise),
        size: height,
        rise: raised,
        run: ink.order,
        turn,
        ink: isUnsure && ink.kind === null ? { ...ink, kind: "unsure" } : ink,
      });
  }
}

/** In ems. What is wider leaves a blank behind it, which nothing else tells. */
const WIDEST_FIGURE = 1.2;

/** Of the angle between the line and what stands up on it: that of the steepest italics is 0.4. */
const MOST_SKEW = 0.6;
const cosine = (a: Point, b: Point): number => (a[0] * b[0] + a[1] * b[1]) / (Math.hypot(...a) * Math.hypot(...b) || 1);

/** In the page as shown, y down: (1, 0) => 0, (0, 1) => 1, (-1, 0) => 2, (0, -1) => 3. Within a degree or so. */
function turnOf(dx: number, dy: number): number {
  const angle = (Math.atan2(dy, dx) * 2) / Math.PI;
  const turn = Math.round(angle);
  return Math.abs(angle - turn) > 0.02 ? -1 : (turn + 4) % 4;
}

/** Plain letters, figures and signs need no look. */
const PLAIN = /^[ -~\u00a0-\u00ff]+$/;
const LIGATURES = /[\ufb00-\ufb06]/g;

/**
 * The glyph's characters, ligatures taken apart ("ﬁ" => "fi"), and none where it is of no width. null: control characters or private-use ones; the file gives
 * drawings of characters without saying which they are.
 */
function textOf(unicode: string): string | null {
  if (PLAIN.test(unicode)) return unicode;
  if (/[\p{Cc}\p{Co}\ufffd]/u.test(unicode.replace(/[\t\r\n]/g, ""))) return null;
  return withoutUnseen(unicode).replace(LIGATURES, (ligature) => ligature.normalize("NFKC"));
}
