/** Lines above the figures of an unruled table -> its heading rows, with the columns that each heading spans. */
import type { PlacedCell } from "../document/document.ts";
import { type Band, bandOf, hasValue } from "./bands.ts";
import type { PageRow } from "./blocks.ts";
import { extentOf, joinLines, type Line, spotOf, textOf, type Unit } from "./lines.ts";
import { ALIGNED, APART_EMS, LONGER, WIDEST_LEADING } from "./measures.ts";
import type { RowContext } from "./rows.ts";
import { type HeadCell, type Heading, placeHeadings } from "./spans.ts";

export interface Head {
  /** Lines above that are not the table's. */
  readonly before: readonly Line[];
  readonly rows: readonly PageRow[];
  readonly doubts: readonly string[];
}

export function readHead(lines: readonly Line[], { bands, pitch, leading }: RowContext): Head {
  let start = lines.length;
  while (start > 0 && isHeadLine(lines, start - 1, bands)) start -= 1;
  const doubts: string[] = [];
  const levels: (readonly Heading[])[] = [];
  const placedLast: (Heading | undefined)[] = bands.map(() => undefined); // for each column, its heading nearest to the next level
  const cells = findCells(lines.slice(start), pitch > LONGER * leading ? LONGER * leading : 0);
  const tangled = cells.find((cell) =>
    cells.some((other) => other !== cell && areLevel(cell, other) && !areApart(cell, other)),
  );
  if (tangled) doubts.push(`on ne peut pas dire où finit le titre « ${textOf(tangled.units)} ».`);
  for (const level of findLevels(cells)) {
    const below = [...new Set(placedLast)].filter((h) => h !== undefined);
    const placed = placeHeadings(level, { bands, below });
    if (placed.doubt !== undefined) doubts.push(placed.doubt);
    for (const h of placed.headings) placedLast.fill(h, h.first, h.last + 1);
    levels.unshift(placed.headings);
  }
  const rows = joinWrapped(levels).map(
    (headings): PageRow => ({
      top: Math.min(...headings.map((h) => topOf(h))),
      bottom: Math.max(...headings.map((h) => bottomOf(h))),
      cells: headings
        .map(
          (h): PlacedCell => ({
            text: textOfHeading(h),
            ...spotOf(h.units),
            column: h.first,
            colSpan: h.last - h.first + 1,
            rowSpan: 1,
          }),
        )
        .sort((a, b) => a.column - b.column),
    }),
  );
  return { before: lines.slice(0, start), rows, doubts };
}

/** A heading right above another over the same columns is one with it: wrapped, or two things said of the same columns. */
function joinWrapped(levels: readonly (readonly Heading[])[]): readonly (readonly Heading[])[] {
  const joined = levels.map((level) => [...level]);
  for (const [i, level] of joined.entries()) {
    const below = joined[i + 1] ?? [];
    for (const [at, lower] of below.entries()) {
      const upper = level.find((h) => h.first > 0 && h.first === lower.first && h.last === lower.last);
      const gap = upper ? Math.min(...lower.units.map((u) => u.baseline)) - bottomOf(upper) : 0;
      if (!upper || gap > WIDEST_LEADING * (lower.units[0]?.size ?? 0)) continue;
      below[at] = { ...lower, ...cellOf([...upper.units, ...lower.units]) };
      level.splice(level.indexOf(upper), 1);
    }
  }
  return withLabels(joined.filter((level) => level.length > 0));
}

/** The heading of the labels, which may stand at the middle of the head's height, goes with the last row of the others. */
function withLabels(levels: readonly (readonly Heading[])[]): readonly (readonly Heading[])[] {
  const others = levels.map((level) => level.filter((h) => h.first > 0)).filter((level) => level.length > 0);
  const units = levels.flatMap((level) => level.filter((h) => h.first === 0).flatMap((h) => h.units));
  if (units.length === 0 || others.length === 0) return levels;
  return [...others.slice(0, -1), [{ ...cellOf(units), first: 0, last: 0 }, ...(others.at(-1) ?? [])]];
}

/** Units one under the other, a line apart, with a common middle or edge: one heading, wrapped. `reach`: distance at most. */
function findCells(lines: readonly Line[], reach: number): readonly HeadCell[] {
  const cells: Unit[][] = [];
  for (const unit of lines.flatMap((line) => line.units)) {
    const host = cells.find((cell) => {
      const last = cell.at(-1);
      return last !== undefined && unit.baseline - last.baseline <= reach && areInLine(last, unit);
    });
    if (host) host.push(unit);
    else cells.push([unit]);
  }
  return cells.map(cellOf);
}

const cellOf = (units: readonly Unit[]): HeadCell => ({ units, ...extentOf(units) });

const areInLine = (a: Unit, b: Unit): boolean => {
  const near = ALIGNED * b.size;
  return (
    b.baseline > a.baseline + near &&
    (Math.abs(a.x0 - b.x0) < near || Math.abs(a.x1 - b.x1) < near || Math.abs(a.x0 + a.x1 - b.x0 - b.x1) < 2 * near)
  );
};

/** Overlapping in height. */
const areLevel = (a: HeadCell, b: HeadCell): boolean => topOf(a) < bottomOf(b) && topOf(b) < bottomOf(a);

/** One at the left of the other. */
const areApart = (a: HeadCell, b: HeadCell): boolean => a.x0 >= b.x1 || a.x1 <= b.x0;

const topOf = ({ units }: HeadCell): number => Math.min(...units.map((u) => u.baseline - 0.7 * u.size));
const bottomOf = ({ units }: HeadCell): number => Math.max(...units.map((u) => u.baseline));

/** Cells side by side, overlapping in height, are one level; lowest level first. */
function findLevels(cells: readonly HeadCell[]): readonly (readonly HeadCell[])[] {
  const levels: HeadCell[][] = [];
  for (const cell of [...cells].sort((a, b) => bottomOf(b) - bottomOf(a))) {
    const level = levels.at(-1);
    if (level?.every((other) => areApart(cell, other)) && level.some((other) => areLevel(cell, other)))
      level.push(cell);
    else levels.push([cell]);
  }
  return levels;
}

const textOfHeading = (heading: Heading): string =>
  joinLines([...heading.units].sort((a, b) => a.baseline - b.baseline || a.x0 - b.x0).map((u) => u.text));

/** Several texts side by side; one that stands over the figures; the label's own, among or just below such lines. */
function isHeadLine(lines: readonly Line[], i: number, bands: readonly Band[]): boolean {
  const [line, below, label] = [lines[i], lines[i + 1], bands[0]];
  if (!line || !label || hasValue(line) || isPoint(line)) return false;
  if (below && below.baseline - line.baseline > APART_EMS * line.size) return false;
  if (line.units.length >= 2 || line.x0 >= label.x1) return true;
  return (
    line.units.every((unit) => bandOf(bands, unit) === 0 && unit.x1 <= (bands[1]?.x0 ?? 0)) &&
    isHeadLine(lines, i - 1, bands)
  );
}

/** « • Point » : a point of a list above the table. */
const isPoint = ({ units: [first] }: Line): boolean => first !== undefined && /^(?:\p{So}|[•·*–—-])$/u.test(first.text);
