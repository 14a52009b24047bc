/**
 * What a person does not simply see on a page -> told in the cell or the paragraph where it stands (Beside, in model/grid.ts), never joined
 * to its text; what is hidden or struck out elsewhere is left to be told of the page as a whole.
 */
import type { Beside } from "../../model/grid.ts";
import type { PlacedCell } from "../document/document.ts";
import { type SeenText, withBeside } from "../plain/seen-text.ts";
import { type Band, isValue } from "./bands.ts";
import type { Aside, PageBlock, PageRow, TextBlock } from "./blocks.ts";
import { type Box, overlap } from "./drawn/geometry.ts";
import type { Glyph, PdfPage } from "./drawn/marks.ts";
import { findGlyphLines, isBlank } from "./glyph-lines.ts";
import { findUnits } from "./units.ts";

/** Texts of one kind that stand together are one; things drawn that are no text are told where they may stand for one. */
export function findAsides(page: PdfPage): readonly Aside[] {
  const texts = [...Map.groupBy(page.unseen, (glyph) => glyph.kind)].flatMap(([kind, glyphs]) =>
    findUnits(findGlyphLines(glyphs, []), []).map(({ text, x0, x1, baseline, size }): Aside => {
      return { kind, text, box: { x0, x1, y0: baseline - 0.7 * size, y1: baseline } };
    }),
  );
  const seen = page.glyphs.filter((glyph) => !isBlank(glyph.text));
  return [
    ...texts,
    ...page.doubts.map(({ words, box }): Aside => ({ kind: "unplain", text: words, box })),
    ...page.signs.flatMap((box) => asideOf(box, seen)),
  ];
}

/** In ems of the text beside it: a picture this near to a figure may be one of its digits; one further off is an arrow, a logo. */
const TOUCHING = 0.6;
/** A thing drawn: nothing to tell of it when text stands on it, for it is their ground. */
function asideOf(box: Box, seen: readonly Glyph[]): readonly Aside[] {
  const level = seen.filter((glyph) => glyph.baseline > box.y0 && glyph.baseline - 0.7 * glyph.size < box.y1);
  const gapOf = (glyph: Glyph): number => Math.max(glyph.x0 - box.x1, box.x0 - glyph.x1);
  if (level.some((glyph) => gapOf(glyph) < -0.5 * (glyph.x1 - glyph.x0))) return [];
  const touches = level.some((glyph) => gapOf(glyph) < TOUCHING * glyph.size);
  return [
    { kind: "unplain", text: "signe dessiné", box, matters: (text) => isBlank(text) || (touches && isValue(text)) },
  ];
}

export interface Told {
  readonly blocks: readonly PageBlock[];
  /** Texts that are not seen, and that no cell of figures tells. */
  readonly left: readonly Aside[];
}

export function tellAsides(blocks: readonly PageBlock[], asides: readonly Aside[]): Told {
  const left: Aside[] = [];
  const told = new Map<SeenText, Aside[]>();
  for (const aside of asides) {
    const held = blocks.map((block) => textAt(block, aside.box)).find((found) => found !== undefined);
    const isTold = held && aside.matters?.(held.text) !== false && ("column" in held || aside.kind === "unplain");
    if (isTold) told.set(held, [...(told.get(held) ?? []), aside]);
    const isOfFigure = isTold && (isValue(held.text) || isValue(aside.text));
    if (aside.kind !== "unplain" && !isOfFigure) left.push(aside);
  }
  const withTold = <T extends SeenText>(held: T): T =>
    withBeside(held, once((told.get(held) ?? []).map(({ kind, text }) => ({ kind, text }))));
  return {
    blocks: blocks.map((block) =>
      block.kind === "paragraph"
        ? withTold(block)
        : { ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(withTold) })) },
    ),
    left,
  };
}

/** A doubt of several figures of one cell is one. */
const once = (besides: readonly Beside[]): readonly Beside[] =>
  besides.filter((one, i) => i === besides.findIndex(({ kind, text }) => kind === one.kind && text === one.text));

/** In points: how far above its baseline the ink of a figure may end. */
const ABOVE = 2;

/** The paragraph, or the cell of a table, in which most of the box stands. */
function textAt(block: PageBlock, box: Box): PlacedCell | TextBlock | undefined {
  if (block.kind === "paragraph")
    return overlap(box, { ...block, y0: block.top - ABOVE, y1: block.bottom }) ? block : undefined;
  const at = rowAt(block.rows, box);
  const column = columnAt(block.bands, box);
  if (at === null || column === null) return undefined;
  return block.rows
    .slice(0, at + 1)
    .flatMap(({ cells }, r) => cells.filter(({ rowSpan }) => at < r + rowSpan))
    .find((cell) => cell.column <= column && column < cell.column + cell.colSpan);
}

/** The row that shares most of its height. */
function rowAt(rows: readonly PageRow[], box: Box): number | null {
  let best: number | null = null;
  let most = 0;
  for (const [r, { top, bottom }] of rows.entries()) {
    const shared = (Math.min(bottom, box.y1) - Math.max(top, box.y0)) / Math.min(bottom - top, box.y1 - box.y0);
    if (shared > Math.max(most, 0.4)) [best, most] = [r, shared];
  }
  return best;
}

/** In points: what stands further beside a column is not in it. */
const NEAR_COLUMN = 30;

/** The column that it overlaps, or the nearest. */
function columnAt(bands: readonly Band[], box: Box): number | null {
  const gaps = bands.map((band) => Math.max(band.x0 - box.x1, box.x0 - band.x1));
  const least = Math.min(...gaps);
  return least <= NEAR_COLUMN ? gaps.indexOf(least) : null;
}
