/** Which cells a drawing hides: one rule for the workbooks of all formats. */
import type { Area } from "./areas.ts";

/** Where a drawing begins or ends: in this row (or column), at this share of its height (or width). */
export interface Edge {
  readonly index: number;
  readonly share: number;
}

/** The edge so far beyond the start of a row (or column), `most` rows away at the most; `sizeOf`: their sizes, in the unit of the length. */
export function edgeAt(length: number, sizeOf: (index: number) => number, most: number, start = 0): Edge {
  let index = start;
  let left = length;
  while (index < most && left > sizeOf(index)) {
    left -= sizeOf(index);
    index += 1;
  }
  return { index, share: left / Math.max(1, sizeOf(index)) };
}

/** Rows or columns, both included; none where the last is before the first. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** A drawing that only bites so much of a cell at its edge lets its figure be seen. */
const BITE = 0.2;

/** The rows (or columns) between two edges whose content a person does not see whole. */
export function coveredSpan(start: Edge, end: Edge): Span {
  // A line drawn through a row of figures strikes them out; one drawn at its edge does not.
  if (start.index === end.index && end.share - start.share < BITE) {
    const middle = (start.share + end.share) / 2;
    return { first: start.index, last: middle > BITE && middle < 1 - BITE ? start.index : start.index - 1 };
  }
  return {
    first: start.share > 1 - BITE ? start.index + 1 : start.index,
    last: end.share < BITE ? end.index - 1 : end.index,
  };
}

/** Where the box of a shape begins and ends along the rows (or the columns), from the start of the sheet. */
export interface Reach {
  readonly from: number;
  readonly to: number;
  readonly sizeOf: (index: number) => number;
  /** Rows (or columns) that it may reach over. */
  readonly most: number;
}

/**
 * How far a shape leans, in radians, up to half a right angle. A shape that is turned by about 90° has, in the files of Excel, the place
 * that it has once turned by 90°: only what is beyond moves it off these cells.
 */
export const leanOf = (degrees: number): number => (Math.abs(degrees - 90 * Math.round(degrees / 90)) * Math.PI) / 180;

/** The cells under a shape that leans, about the middle of its box. Both reaches are in one unit. */
export function spansUnderLeaning(
  down: Reach,
  across: Reach,
  lean: number,
): { readonly rows: Span; readonly columns: Span } {
  const [sin, cos] = [Math.sin(lean), Math.cos(lean)];
  const halfOf = ({ from, to }: Reach): number => (to - from) / 2;
  const turned = ({ from, to, sizeOf, most }: Reach, reach: number): Span => {
    const middle = (from + to) / 2;
    return coveredSpan(edgeAt(middle - reach, sizeOf, most), edgeAt(middle + reach, sizeOf, most));
  };
  return {
    rows: turned(down, halfOf(down) * cos + halfOf(across) * sin),
    columns: turned(across, halfOf(across) * cos + halfOf(down) * sin),
  };
}

/** How far an edge is from the start of the sheet. */
export const lengthTo = ({ index, share }: Edge, sizeOf: (index: number) => number): number =>
  Array.from({ length: index }, (_, i) => sizeOf(i)).reduce((sum, size) => sum + size, 0) + share * sizeOf(index);

export const areaUnder = (rows: Span, columns: Span): readonly Area[] =>
  rows.first <= rows.last && columns.first <= columns.last
    ? [{ top: rows.first, bottom: rows.last, left: columns.first, right: columns.last }]
    : [];
