/** The rows (or columns) that a drawing stands on: whole ones, from the first to the last. One rule for the workbooks of all formats. */
import type { Area } from "./areas.ts";

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

/** The last one, of a drawing that ends so far into one: it may end where that begins. */
export const lastOf = (first: number, end: number, into: number): number => Math.max(first, into > 0 ? end : end - 1);

/** By the anchor of Excel's older formats: the column and the row where it begins, then where it ends, each with how far into it. */
export function areaAt([left = 0, , top = 0, , right = 0, across = 0, bottom = 0, down = 0]: readonly number[]): Area {
  return { top, left, bottom: lastOf(top, bottom, down), right: lastOf(left, right, across) };
}
