/** Where a drawing ends that says how large it is, and not over which cells it stands. */

/** Of the rows and columns, in points. */
export interface Sizes {
  readonly height: (row: number) => number;
  readonly width: (column: number) => number;
}

/** Rows and columns that a drawing may reach over: more is no statement. */
const FARTHEST = 20_000;

/** In points: so much of a drawing at its edges is on no cell, and a line along the edge of one hides nothing. */
export const EDGE = 1;

/** The row (or column) that stands so many points after the start of another one. */
export function reached(points: number, sizeOf: (index: number) => number, start = 0): number {
  let index = start;
  for (let left = points; index < FARTHEST && left > sizeOf(index); index++) left -= sizeOf(index);
  return index;
}
