/** A page of glyphs and lines, as the reader of PDF has it: letters are 5 points wide and 10 high. */
import type { Glyph, PdfPage, Rule } from "../../../scripts/read/pdf/drawn/marks.ts";
import { drawnTexts } from "./drawn-texts.ts";

let run = 0;
export const glyphsOf = (page: string): Glyph[] =>
  drawnTexts(page, [105, 205, 305]).flatMap(({ x, y, text }) => {
    run += 1;
    return [...text].map((letter, i) => {
      const x0 = x + 5 * i;
      return { text: letter, x0, x1: x0 + 5, next: x0 + 5, baseline: y, size: 10, run };
    });
  });

/** The rest of a page on which nothing else is drawn. */
export const PLAIN: Omit<PdfPage, "glyphs"> = {
  width: 600,
  height: 800,
  unseen: [],
  doubts: [],
  signs: [],
  notes: [],
  horizontal: [],
  vertical: [],
  unreadable: 0,
  turned: [],
  fields: 0,
};
/** All the lines of a table, at these places. */
export function grid(
  xs: readonly number[],
  ys: readonly number[],
): { readonly horizontal: readonly Rule[]; readonly vertical: readonly Rule[] } {
  const [left = 0, right = 0, top = 0, bottom = 0] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
  return {
    horizontal: ys.map((at) => ({ at, from: left, to: right })),
    vertical: xs.map((at) => ({ at, from: top, to: bottom })),
  };
}

/** The same lines, one of them drawn otherwise. */
export const redrawn = (rules: readonly Rule[], index: number, change: Partial<Rule>): readonly Rule[] =>
  rules.map((rule, i) => (i === index ? { ...rule, ...change } : rule));

export const XS = [100, 200, 300];
export const YS = [100, 120, 140];
/** Two columns and two rows, from 100 on, whose texts stand at 105 and 205 on baselines 115 and 135. */
export const RULED = grid(XS, YS);
export const HEAD = "115 Nature | 2026";
