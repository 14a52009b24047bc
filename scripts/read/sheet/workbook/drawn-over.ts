/** The cells under a drawing, from its anchors: one rule for the workbooks of all formats. */
import type { Area } from "./areas.ts";

/** Where a drawing begins or ends: in this row (or column), at this share of its height (or width). */
export interface Edge {
  readonly index: number;
  readonly share: number;
}

/** Of the rows and columns, in points. */
export interface Sizes {
  readonly height: (row: number) => number;
  readonly width: (column: number) => number;
}

/** Rows and columns that a drawing may reach over: more is no statement. */
const FARTHEST = 20_000;

/** The row (or column) so far beyond the start of another. */
export function edgeAt(length: number, sizeOf: (index: number) => number, start = 0): Edge {
  let index = start;
  let left = length;
  for (; index < FARTHEST && left > sizeOf(index); index++) left -= sizeOf(index);
  return { index, share: left / Math.max(1, sizeOf(index)) };
}

/** A drawing that only bites so much of a cell at its edge lets its figure be seen. */
const BITE = 0.25;

/** From the anchor of its top left corner to that of its bottom right one; undefined: it stands on no cell. */
export function areaUnder(top: Edge, bottom: Edge, left: Edge, right: Edge): Area | undefined {
  const [rows, columns] = [spanBetween(top, bottom), spanBetween(left, right)];
  const area = { top: rows.first, bottom: rows.last, left: columns.first, right: columns.last };
  return area.top <= area.bottom && area.left <= area.right ? area : undefined;
}

function spanBetween(start: Edge, end: Edge): { readonly first: number; readonly last: number } {
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

/** A shape that leans may reach any cell around it: where is not computed. */
export const EVERYWHERE: Area = { top: 0, left: 0, bottom: FARTHEST, right: FARTHEST };
