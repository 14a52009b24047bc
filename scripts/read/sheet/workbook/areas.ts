/** Places and areas of a sheet, by the names that a spreadsheet gives them; the cells under a drawing. Rows and columns count from 0. */
export interface SheetPlace {
  readonly row: number;
  readonly column: number;
}

/** Cells from a corner to the other, both included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const isWithin = ({ top, left, bottom, right }: Area, row: number, column: number): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

/** "A" => 0, "AB" => 27 */
const columnIndex = (letters: string): number =>
  [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** "B3", "$B$3" => row 2, column 1; undefined for anything else. */
export function placeOf(name: string): SheetPlace | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(name) ?? [];
  return letters === undefined ? undefined : { row: Number(digits) - 1, column: columnIndex(letters) };
}

/** "B:B" => "B$1:B$1048576", "5:6" => "$A5:$XFD6" */
const wholeRange = (range: string): string =>
  range.replace(/^(\$?[A-Z]+):(\$?[A-Z]+)$/, "$1$$1:$2$$1048576").replace(/^(\$?\d+):(\$?\d+)$/, "$$A$1:$$XFD$2");

/** "A1:C2", "B:B", "5:6"; "A1" is one cell. undefined for anything else. */
export function areaOf(range: string): Area | undefined {
  const [from = "", to = from] = wholeRange(range).split(":");
  const start = placeOf(from);
  const end = placeOf(to);
  return start && end ? areaBetween(start, end) : undefined;
}

const areaBetween = (start: SheetPlace, end: SheetPlace): Area => ({
  top: Math.min(start.row, end.row),
  left: Math.min(start.column, end.column),
  bottom: Math.max(start.row, end.row),
  right: Math.max(start.column, end.column),
});

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
