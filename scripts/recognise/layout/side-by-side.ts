/** Tables that stand side by side, each with its own column of labels: one grid becomes one a table, as if the others were not there. */
import { type Cell, EMPTY, type Grid } from "../../model/grid.ts";
import type { View, ViewCell } from "./view.ts";

/** Lines that a column must name to be one of labels. */
const FEW = 2;

interface Side {
  readonly from: number;
  readonly to: number;
}

const isWithin = ({ from, to }: Side, column: number): boolean => column >= from && column < to;

/** The grids of the tables, left to right; undefined where there is one table at most from left to right. */
export function splitSides(view: View): readonly Grid[] | undefined {
  const rows = Array.from({ length: view.height }, (_, row) => row);
  const labelled = (column: number): readonly number[] => rows.filter((r) => ownAt(view, r, column)?.matches.length);
  const columns = Array.from({ length: view.width }, (_, c) => c).filter((c) => labelled(c).length >= FEW);
  const [first, ...others] = columns;
  if (first === undefined || others.length === 0) return undefined;
  const both = labelled(first).filter((r) => others.every((c) => ownAt(view, r, c)?.matches.length));
  const hasNumbers = (from: number, to: number): boolean =>
    both.some((r) => view.own(r).some((c) => c.column > from && c.column < to && c.number !== undefined));
  const areTables = columns.every((c, i) => hasNumbers(c, columns[i + 1] ?? view.width));
  const [top] = both;
  if (both.length < FEW || !areTables || top === undefined) return undefined;
  const starts = columns.map((c, i) => (i === 0 ? 0 : startOf(view, columns[i - 1] ?? 0, c)));
  const sides = starts.map((from, i): Side => ({ from, to: starts[i + 1] ?? view.width }));
  return sides.map((side) => only(view, side, sides, headTop(view, top)));
}

const ownAt = (view: View, row: number, column: number): ViewCell | undefined =>
  view.own(row).find((c) => c.column === column);

/** A table begins after the last empty column before its labels; at its labels where there is none. */
function startOf(view: View, before: number, labels: number): number {
  for (let c = labels - 1; c > before; c--)
    if (
      Array.from({ length: view.height }, (_, r) => view.at(r, c)).every(
        (cell) => cell === undefined || cell.colSpan > 1,
      )
    )
      return c + 1;
  return labels;
}

/** The first of the rows that stand without a gap above the lines: headings and captions of the tables. */
function headTop(view: View, top: number): number {
  let row = top;
  while (row > 0 && view.own(row - 1).length > 0) row--;
  return row;
}

/** One table, with the titles that stand over all of them. */
function only(view: View, side: Side, sides: readonly Side[], top: number): Grid {
  const { grid } = view;
  const rows = grid.rows.map((cells, row): readonly Cell[] => {
    const own = view.own(row);
    const filled = sides.filter((s) => own.some((c) => isWithin(s, c.column)));
    const [title] = own;
    const isText = own.every((c) => c.number === undefined);
    if (title && isText && filled.length === 1 && isShared(title, sides, row < top)) {
      const { beside } = cells[title.column] ?? EMPTY;
      const text: Cell = { text: title.text, ...(beside && { beside }) };
      return cells.map((_, c) => (c === side.from ? text : EMPTY));
    }
    return cells.map((cell, c) => (isWithin(side, c) ? cell : EMPTY));
  });
  return { ...grid, rows };
}

/** A title over all tables: apart from them, merged over more than one, or one that names the statement or its period. */
const isShared = (cell: ViewCell, [first]: readonly Side[], isAbove: boolean): boolean =>
  first !== undefined &&
  isWithin(first, cell.column) &&
  (isAbove || cell.column + cell.colSpan > first.to || cell.facets.statements.length > 0);
