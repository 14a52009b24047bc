/** Lines of text -> a page, as a text editor shows it: each sign as wide as any other, so that columns set with blanks stand. */
import type { Glyph, PdfPage, Rule } from "../pdf/drawn/marks.ts";

/** In points: the size of a sign, its width, and from one line to the next; a line left blank is wider than the rows of a table are apart. */
const [SIZE, WIDTH, LEADING, MARGIN] = [10, 6, 18, 50];
/** "-----  ------  -----": a line drawn with signs, which takes no room between the two that it parts. */
const DRAWN = /^[\s\-_=*+|]+$/;

export function typedPage(text: string): PdfPage {
  const lines = text.split("\n");
  const glyphs: Glyph[] = [];
  const horizontal: Rule[] = [];
  let baseline = MARGIN;
  for (const line of lines) {
    if (line.trim() !== "" && DRAWN.test(line)) {
      const at = baseline + LEADING / 4;
      horizontal.push(...Array.from(line.matchAll(/\S+/g), ({ index, 0: { length } }) => ruleAt(at, index, length)));
      continue;
    }
    baseline += LEADING;
    for (const [column, sign] of [...line].entries()) glyphs.push(glyphAt(sign, column, baseline));
  }
  const width = Math.max(0, ...lines.map(({ length }) => length)) * WIDTH + 2 * MARGIN;
  const nothing = { vertical: [], unseen: [], doubts: [], signs: [], notes: [], turned: [], unreadable: 0, fields: 0 };
  return { width, height: baseline + MARGIN, glyphs, horizontal, ...nothing };
}

const xOf = (column: number): number => MARGIN + column * WIDTH;

const ruleAt = (at: number, column: number, length: number): Rule => ({
  at,
  from: xOf(column),
  to: xOf(column + length),
});

const glyphAt = (text: string, column: number, baseline: number): Glyph => {
  const [x0, x1] = [xOf(column), xOf(column + 1)];
  return { text, x0, x1, next: x1, baseline, size: SIZE, run: baseline };
};
