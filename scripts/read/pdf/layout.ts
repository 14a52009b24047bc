/** One page of units and rules -> its paragraphs and tables, from top to bottom. */
import type { PlacedCell } from "../document/document.ts";
import { NAMES, unplain } from "../plain/rule.ts";
import { areThousands, bandsBetween, isValue } from "./bands.ts";
import { doubtOf, doubtsBesideTables, doubtsOfTurned, isBesideWords } from "./beside-tables.ts";
import type { PageBlock, PageLayout, PageRow } from "./blocks.ts";
import { captionsBeside } from "./captions.ts";
import type { PdfPage, TurnedText } from "./drawn/marks.ts";
import { findGlyphLines, type GlyphLine } from "./glyph-lines.ts";
import { findLines, type Line, middleOf, textOfLines } from "./lines.ts";
import type { Region } from "./regions.ts";
import { findLattices, type Lattice } from "./ruled.ts";
import { isOwnNumber } from "./running.ts";
import { findOverflow, findSuperposed, findUnits, type Unit } from "./text.ts";
import { readFreeZone } from "./unruled.ts";

/** `number`: of the page, from 1. `drawn`: each cell of a table has all its lines. */
export function readLayout(page: PdfPage, number: number, drawn?: "all lines"): Omit<PageLayout, "loose"> {
  const lines = findGlyphLines(page.glyphs, page.vertical);
  const units = withoutOwnNumber(findUnits(lines, page.vertical), page.height, number);
  const textWidth = Math.max(0, ...units.map((u) => u.x1)) - Math.min(page.width, ...units.map((u) => u.x0));
  const blocks: PageBlock[] = [];
  const doubts: string[] = [...doubtsOfTexts(page, lines)];
  const loose: Line[] = [];
  const lattices = findLattices(page.horizontal, page.vertical);
  const captions = captionsBeside(lattices, units);
  const apart = new Set([...captions.values()].flat());
  let rest: readonly Unit[] = units.filter((unit) => !apart.has(unit));
  const free = (zone: readonly Unit[], lattice?: Lattice): void => {
    const rules = lattice ? { ...lattice, across: [] } : { xs: [], ys: [], across: page.horizontal };
    const read = readFreeZone(zone, { textWidth, height: page.height, number }, rules);
    blocks.push(...read.blocks);
    doubts.push(...read.doubts);
    const isOfTable = (line: Line): boolean =>
      lattice !== undefined && lattice.xs.length > 2 && isBesideWords(line, zone);
    doubts.push(...read.loose.filter(isOfTable).map(doubtOf));
    loose.push(...read.loose.filter((line) => !isOfTable(line)));
  };
  for (const lattice of lattices) {
    const { xs, ys } = lattice;
    const [top = 0, bottom = 0] = [ys[0], ys.at(-1)];
    const [left = 0, end = 0] = [xs[0], xs.at(-1)];
    const isInside = (u: Unit): boolean => {
      const [x, y] = [(u.x0 + u.x1) / 2, middleOf(u)];
      return x >= left - 2 && x <= end + 2 && y >= top - 2 && y <= bottom + 2;
    };
    const inside = rest.filter(isInside);
    const sideways = page.turned
      .filter(({ isUpright }) => isUpright)
      .map(asUnit)
      .filter(isInside);
    const caption = captions.get(lattice) ?? [];
    if (inside.length === 0) {
      rest = [...rest, ...caption];
      continue;
    }
    const cells =
      lattice.regions && lattice.regions.length > 1
        ? fillRegions(lattice, lattice.regions, [...inside, ...sideways], drawn)
        : null;
    if (cells === null && (lattice.regions?.length ?? 2) < 2) continue; // a frame around text
    const outside = rest.filter((u) => !isInside(u));
    free(outside.filter((u) => middleOf(u) < top));
    rest = outside.filter((u) => middleOf(u) >= top);
    if (caption.length > 0) blocks.push({ kind: "paragraph", text: textOfLines(caption), top, parts: 1 });
    if (cells) blocks.push({ kind: "table", rows: cells, bands: bandsBetween(xs), isHeadless: false, top });
    else free(inside, lattice);
  }
  free(rest);
  return { blocks, doubts: [...doubts, ...doubtsBesideTables(loose, blocks), ...doubtsOfTurned(page, blocks)] };
}

function doubtsOfTexts(page: PdfPage, lines: readonly GlyphLine[]): readonly string[] {
  const superposed = findSuperposed(lines);
  const overflow = findOverflow(page.glyphs, page.vertical);
  return [
    ...(superposed === null
      ? []
      : [`des textes sont imprimés l'un sur l'autre, autour de « ${superposed} » ; ils ne peuvent pas être lus.`]),
    ...(overflow === null
      ? []
      : [`un texte déborde de sa cellule, autour de « ${overflow} » ; on ne peut pas dire où il finit.`]),
  ];
}

/** A text that runs up or down the page, at the middle of its place: the head of a narrow column, of a group of rows. */
const asUnit = ({ text, box: { x0, y0, x1, y1 }, size }: TurnedText): Unit => {
  const middle = (x0 + x1) / 2;
  return { text, x0: middle - 1, x1: middle + 1, baseline: (y0 + y1) / 2 + 0.3 * size, size };
};

function withoutOwnNumber(units: readonly Unit[], height: number, number: number): readonly Unit[] {
  const lines = findLines(units);
  return isOwnNumber(lines, height, number) ? lines.slice(0, -1).flatMap((line) => line.units) : units;
}

/**
 * Units to the regions that hold them. null when the lines do not part the figures: a region with two figures one above the
 * other, or side by side, is a table whose lines are not all drawn.
 */
function fillRegions(
  lattice: Lattice,
  regions: readonly Region[],
  units: readonly Unit[],
  drawn?: "all lines",
): readonly PageRow[] | null {
  const held = new Map<Region, Unit[]>(regions.map((region) => [region, []]));
  const owners = ownersOf(lattice, regions);
  for (const unit of units) {
    const column = placeOf(lattice.xs, (unit.x0 + unit.x1) / 2);
    const row = placeOf(lattice.ys, middleOf(unit));
    const region = owners[row]?.[column];
    if (region) held.get(region)?.push(unit);
  }
  const kept = keptRows(lattice.ys, regions, held);
  const rows = new Map<number, PlacedCell[]>(kept.map((row) => [row, []]));
  const single = new Set(
    regions
      .filter((r) => isSingleFigure(held.get(r) ?? []))
      .flatMap((r) => Array.from({ length: r.rowEnd - r.row }, (_, i) => r.row + i)),
  );
  for (const region of regions) {
    const content = held.get(region) ?? [];
    const isInDoubt = isCrowded(content, single.has(region.row));
    if (isInDoubt && !drawn) return null;
    const covers = kept.filter((row) => region.row <= row && row < region.rowEnd);
    rows.get(covers[0] ?? -1)?.push({
      text: textOfLines(content),
      ...(isInDoubt && { beside: unplain([NAMES.twoNumbers]) }),
      column: region.column,
      colSpan: region.columnEnd - region.column,
      rowSpan: covers.length,
    });
  }
  return [...rows].map(([row, cells]) => ({
    cells: cells.sort((a, b) => a.column - b.column),
    top: lattice.ys[row] ?? 0,
    bottom: lattice.ys[row + 1] ?? 0,
  }));
}

/** The region of each place, by row and column: each belongs to exactly one. */
function ownersOf(lattice: Lattice, regions: readonly Region[]): readonly (readonly (Region | undefined)[])[] {
  const owners = lattice.ys.slice(1).map((): (Region | undefined)[] => lattice.xs.slice(1).map(() => undefined));
  for (const region of regions)
    for (const row of owners.slice(region.row, region.rowEnd)) row.fill(region, region.column, region.columnEnd);
  return owners;
}

/** In points: less high than any text. */
const TOO_LOW = 6;

/** Rows without a text of their own at the table's ends, or lower than a text, are doubled lines: they are left out. */
function keptRows(
  ys: readonly number[],
  regions: readonly Region[],
  held: ReadonlyMap<Region, readonly Unit[]>,
): readonly number[] {
  const rows = ys.slice(1).map((_, row) => row);
  const hasText = (row: number): boolean =>
    regions.some((r) => r.row === row && r.rowEnd === row + 1 && (held.get(r)?.length ?? 0) > 0);
  const first = rows.find(hasText) ?? 0;
  const last = rows.findLast(hasText) ?? rows.length - 1;
  /** The first row of a text that no other row of its own shows. */
  const isOnlyPlace = (row: number): boolean =>
    regions.some(
      (r) =>
        r.row === row && (held.get(r)?.length ?? 0) > 0 && !rows.slice(r.row, r.rowEnd).some((other) => hasText(other)),
    );
  return rows.filter(
    (row) =>
      hasText(row) || isOnlyPlace(row) || (row > first && row < last && (ys[row + 1] ?? 0) - (ys[row] ?? 0) >= TOO_LOW),
  );
}

/** Index of the interval of sorted `edges` that holds the position; the nearest one beyond the ends. */
const placeOf = (edges: readonly number[], position: number): number => {
  let place = 0;
  while (place < edges.length - 2 && position >= (edges[place + 1] ?? 0)) place += 1;
  return place;
};

const isSingleFigure = (units: readonly Unit[]): boolean => units.length === 1 && units.every((u) => isValue(u.text));

/**
 * Figures side by side; or one above the other, unless a figure in thousands was wrapped ("17" above "228") while another
 * figure of the row stands alone.
 */
function isCrowded(units: readonly Unit[], rowHasSingleFigure: boolean): boolean {
  const lines = findLines(units);
  const figures = lines.filter((line) => line.units.some(isFigure));
  if (figures.some(hasGap)) return true;
  if (figures.length < 2 || !isAllFigures(lines)) return false;
  return !(rowHasSingleFigure && areThousands(units));
}
/** "15, 16, 17," above "18" is one list of numbers: the lines of the état 4001 that an indicator adds up. */
const isFigure = ({ text }: Unit): boolean => isValue(text) && !/,(?:\s|$)/.test(text);
const isAllFigures = (lines: readonly Line[]): boolean => lines.every((line) => line.units.every(isFigure));
const hasGap = (line: Line): boolean =>
  line.units.some((unit, i) => {
    const previous = line.units[i - 1];
    return previous !== undefined && unit.x0 - previous.x1 > line.size;
  });
