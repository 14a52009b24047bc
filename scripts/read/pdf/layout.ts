/** One page of units and rules -> its paragraphs and tables, from top to bottom. */

import type { SeenText } from "../plain/seen-text.ts";
import { bandsBetween } from "./bands.ts";
import { doubtsBesideTables, doubtsOfTurned, isNearTable } from "./beside-tables.ts";
import type { PageBlock, PageLayout } from "./blocks.ts";
import { captionsBeside } from "./captions.ts";

import type { PdfPage, Rule, TurnedText } from "./drawn/marks.ts";
import { findGlyphLines, type GlyphLine, withoutCutEnds } from "./glyph-lines.ts";
import { findLines, type Line, middleOf, type Unit } from "./lines.ts";
import { findParagraphs } from "./paragraphs.ts";
import { findLattices } from "./ruled.ts";
import { fillRegions } from "./ruled-rows.ts";
import { isOwnNumber } from "./running.ts";
import { findOverflow, findSuperposed, findUnits } from "./units.ts";
import { type RuleHints, readFreeZone } from "./unruled.ts";

interface ReadPage extends Omit<PageLayout, "loose"> {
  /** What cannot be read away from any table, in French. */
  readonly elsewhere: readonly string[];
}

/** `number`: of the page, from 1. `drawn`: each cell of a table has all its lines. */
export function readLayout(page: PdfPage, number: number, drawn?: "all lines"): ReadPage {
  const glyphs = withoutCutEnds(page.glyphs, page.vertical);
  const lines = findGlyphLines(glyphs, page.vertical);
  const [typed, texts] = partition(findUnits(lines, page.vertical), isTypedRule);
  const units = withoutOwnNumber(texts, page.height, number);
  const textWidth = Math.max(0, ...units.map((u) => u.x1)) - Math.min(page.width, ...units.map((u) => u.x0));
  const blocks: PageBlock[] = [];
  const doubts: string[] = [];
  const loose: Line[] = [];
  const lattices = findLattices(page).filter(({ regions }) => regions?.length !== 1); // one is a frame around text
  const captions = captionsBeside(lattices, units);
  const apart = new Set([...captions.values()].flat());
  let rest: readonly Unit[] = units.filter((unit) => !apart.has(unit));
  const free = (zone: readonly Unit[], hints: RuleHints): void => {
    const read = readFreeZone(zone, { textWidth, height: page.height, number }, hints);
    blocks.push(...read.blocks);
    doubts.push(...read.doubts);
    loose.push(...read.loose);
  };
  const typedRules = typed.map((unit): Rule => ({ at: middleOf(unit), from: unit.x0, to: unit.x1 }));
  const outsideTables = { xs: [], across: [...page.horizontal, ...typedRules] };
  for (const lattice of lattices) {
    const { xs, ys } = lattice;
    const [top = 0, bottom = 0] = [ys[0], ys.at(-1)];
    const [left = 0, end = 0] = [xs[0], xs.at(-1)];
    const isInside = (u: Unit): boolean => {
      const [x, y] = [(u.x0 + u.x1) / 2, middleOf(u)];
      return x >= left - 2 && x <= end + 2 && y >= top - 2 && y <= bottom + 2;
    };
    const inside = rest.filter(isInside);
    const sideways = page.turned.filter(({ isUpright }) => isUpright).map(asUnit);
    const caption = captions.get(lattice) ?? [];
    if (inside.length === 0) {
      rest = [...rest, ...caption];
      continue;
    }
    const cells =
      lattice.regions && fillRegions(lattice, lattice.regions, [...inside, ...sideways.filter(isInside)], drawn);
    const outside = rest.filter((u) => !isInside(u));
    free(
      outside.filter((u) => middleOf(u) < top),
      outsideTables,
    );
    rest = outside.filter((u) => middleOf(u) >= top);
    blocks.push(...findParagraphs(findLines(caption), textWidth));
    if (cells) blocks.push({ kind: "table", rows: cells, bands: bandsBetween(xs), isHeadless: false, top });
    else free(inside, { xs, across: ys.map((at) => ({ at, from: left, to: end })) });
  }
  free(rest, outsideTables);
  const unclear = unclearTexts({ ...page, glyphs }, lines, blocks);
  return {
    blocks: blocks.map((block) => onPage(block, number)),
    doubts: [...unclear.near, ...doubts, ...doubtsBesideTables(loose, blocks), ...doubtsOfTurned(page, blocks)],
    elsewhere: unclear.elsewhere,
  };
}

function onPage(block: PageBlock, page: number): PageBlock {
  const placed = <T extends SeenText>(seen: T): T => (seen.at ? { ...seen, at: { ...seen.at, page } } : seen);
  if (block.kind === "paragraph") return placed(block);
  return { ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(placed) })) };
}

/** Of each kind the first at a table, and the first elsewhere. */
function unclearTexts(page: PdfPage, lines: readonly GlyphLine[], blocks: readonly PageBlock[]) {
  const isNear = (glyphs: GlyphLine): boolean => glyphs.some((glyph) => isNearTable(glyph, blocks));
  const first = (near: boolean): readonly string[] =>
    [
      { found: findSuperposed(lines), told: SUPERPOSED },
      { found: findOverflow(page.glyphs, page.vertical), told: OVERFLOWN },
    ].flatMap(({ found, told: [what, why] }) => {
      const one = found.find((glyphs) => isNear(glyphs) === near);
      return one ? [`${what}, autour de « ${one.map(({ text }) => text).join("")} » ; ${why}`] : [];
    });
  return { near: first(true), elsewhere: first(false) };
}

const SUPERPOSED = ["des textes sont imprimés l'un sur l'autre", "ils ne peuvent pas être lus."] as const;
const OVERFLOWN = ["un texte déborde de sa cellule", "on ne peut pas dire où il finit."] as const;

/** "----------": a line drawn in letters, as a typewriter does. */
const isTypedRule = ({ text }: Unit): boolean => /^[-_=*+\u2010-\u2015\u2500-\u257f\s]{10,}$/.test(text);

const partition = <T>(items: readonly T[], is: (item: T) => boolean): readonly [readonly T[], readonly T[]] => [
  items.filter(is),
  items.filter((item) => !is(item)),
];

/** A text that runs up or down the page, at the middle of its place: the head of a narrow column, of a group of rows. */
const asUnit = ({ text, box: { x0, y0, x1, y1 }, size }: TurnedText): Unit => {
  const middle = (x0 + x1) / 2;
  return { text, x0: middle - 1, x1: middle + 1, baseline: (y0 + y1) / 2 + 0.3 * size, size };
};

function withoutOwnNumber(units: readonly Unit[], height: number, number: number): readonly Unit[] {
  const lines = findLines(units);
  return isOwnNumber(lines, height, number) ? lines.slice(0, -1).flatMap((line) => line.units) : units;
}
