/** The regions of a lattice, and the units within it -> the rows of its table. */
import type { PlacedCell } from "../document/document.ts";
import { NAMES, unplain } from "../plain/rule.ts";
import { areThousands, bandsBetween, isValue } from "./bands.ts";
import type { PageRow } from "./blocks.ts";
import { findLines, type Line, middleOf, spotOf, textOfLines, type Unit } from "./lines.ts";
import type { Lattice, Region } from "./ruled.ts";
import { placeHeadings } from "./spans.ts";

/**
 * Units to the regions that hold them. null when the lines do not part the figures: a region with two figures one above the
 * other, or side by side, is a table whose lines are not all drawn.
 */
export function fillRegions(
  lattice: Lattice,
  regions: readonly Region[],
  units: readonly Unit[],
  drawn?: "all lines",
): readonly PageRow[] | null {
  const held = Map.groupBy(units, (unit) => {
    const [column, row] = [placeOf(lattice.xs, (unit.x0 + unit.x1) / 2), placeOf(lattice.ys, middleOf(unit))];
    return regions.find((r) => r.column <= column && column < r.columnEnd && r.row <= row && row < r.rowEnd);
  });
  const kept = keptRows(lattice.ys, regions, held);
  const rows = new Map<number, PlacedCell[]>(kept.map((row) => [row, []]));
  const labels = new Map<number, readonly Line[]>();
  const single = new Set(
    regions
      .filter((r) => isSingleFigure(held.get(r) ?? []))
      .flatMap((r) => Array.from({ length: r.rowEnd - r.row }, (_, i) => r.row + i)),
  );
  for (const region of regions) {
    const content = held.get(region) ?? [];
    if (drawn && region.isOpen && content.length === 0) continue; // the row lacks this cell
    const isInDoubt = isCrowded(content, single.has(region.row));
    if (isInDoubt && !drawn) return null;
    const covers = kept.filter((row) => region.row <= row && row < region.rowEnd);
    const own = {
      text: textOfLines(content),
      ...spotOf(content),
      ...(isInDoubt && { beside: unplain([NAMES.twoNumbers]) }),
      column: region.column,
      colSpan: region.columnEnd - region.column,
    };
    if (region.column === 0) labels.set(covers[0] ?? -1, findLines(content));
    const parts = isInDoubt ? [own] : partsOf(own, content, lattice.xs);
    rows.get(covers[0] ?? -1)?.push(...parts.map((part) => ({ ...part, rowSpan: covers.length })));
  }
  return [...rows].map(([row, cells]) => ({
    cells: cells.sort((a, b) => a.column - b.column),
    top: lattice.ys[row] ?? 0,
    bottom: lattice.ys[row + 1] ?? 0,
    label: labels.get(row) ?? [],
  }));
}

type Part = Omit<PlacedCell, "rowSpan">;

/** Headings side by side with no line between them, "Police   Gendarmerie" over four columns: each is over its own, or that is told. */
function partsOf(cell: Part, units: readonly Unit[], xs: readonly number[]): readonly Part[] {
  const { column, colSpan } = cell;
  if (column === 0 || colSpan === 1 || !findLines(units).some(hasGap)) return [cell];
  const bands = bandsBetween(xs.slice(column - 1, column + colSpan + 1));
  const level = units.map((unit) => ({ units: [unit], x0: unit.x0, x1: unit.x1 }));
  const parts = placeHeadings(level, { bands, below: [] }).headings.map(
    ({ units: own, first, last }): Part => ({
      text: textOfLines(own),
      ...spotOf(own),
      column: column - 1 + first,
      colSpan: last - first + 1,
    }),
  );
  const areWhole = parts.reduce((sum, part) => sum + part.colSpan, 0) === colSpan;
  return areWhole ? parts : [{ ...cell, beside: unplain([NAMES.sideBySide]) }];
}

/** In points: less high than any text. */
const TOO_LOW = 6;

/** Rows without a text of their own at the table's ends, or lower than a text, are doubled lines: they are left out. */
function keptRows(
  ys: readonly number[],
  regions: readonly Region[],
  held: ReadonlyMap<Region | undefined, readonly Unit[]>,
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
