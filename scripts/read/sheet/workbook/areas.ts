/** Places and areas of a sheet, by the names that a spreadsheet gives them. Rows and columns count from 0. */

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

/** A shape that leans, or whose end is not said, may reach any cell. */
export const EVERYWHERE: Area = { top: 0, left: 0, bottom: 20_000, right: 20_000 };

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
