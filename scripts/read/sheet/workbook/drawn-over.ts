/**
 * The cells under a drawing, from its anchors: one rule for the workbooks of all formats. An edge is a place along the rows (or columns):
 * 3.25 is a quarter of the way through the one with index 3.
 */
import type { Area } from "./areas.ts";

/** Of the rows and columns, in points. */
export interface Sizes {
  readonly height: (row: number) => number;
  readonly width: (column: number) => number;
}

/** Rows and columns that a drawing may reach over: more is no statement. */
const FARTHEST = 20_000;

/** The edge so far, in points, beyond the start of a row (or column). */
export function edgeAt(length: number, sizeOf: (index: number) => number, start = 0): number {
  let index = start;
  let left = length;
  for (; index < FARTHEST && left > sizeOf(index); index++) left -= sizeOf(index);
  return index + left / Math.max(1, sizeOf(index));
}

/** A drawing that only bites so much of a cell at its edge lets its figure be seen; a line through its middle does not. */
const BITE = 0.25;

/** From the edges of its top left corner to those of its bottom right one; undefined: it stands on no cell. */
export function areaUnder(top: number, bottom: number, left: number, right: number): Area | undefined {
  const [first, last] = [(edge: number) => Math.floor(edge + BITE), (edge: number) => Math.ceil(edge - BITE) - 1];
  const area = { top: first(top), bottom: last(bottom), left: first(left), right: last(right) };
  return area.top <= area.bottom && area.left <= area.right ? area : undefined;
}

/** A shape that leans may reach any cell around it: where is not computed. */
export const EVERYWHERE: Area = { top: 0, left: 0, bottom: FARTHEST, right: FARTHEST };
