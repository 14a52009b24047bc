/** The functions of formulas that look a value up in a row or a column. */
import { placeOfLast, placeOfSame } from "./criteria.ts";
import { type Cells, type Failure, type Given, isFailure, NOT_FOUND, type Value, valueAt } from "./formula-values.ts";

const NO_SUCH_CELL: Failure = { error: "#REF!" };

/** The place of what is looked for, in a row or a column; from 0. */
function placeOf(values: readonly Value[] | undefined, wanted: Value, isExact: boolean | undefined) {
  if (isFailure(wanted)) return wanted;
  if (!values || isExact === undefined) return undefined;
  const place = isExact ? placeOfSame(values, wanted) : placeOfLast(values, wanted);
  return place === -1 ? NOT_FOUND : place;
}

/** FALSE or 0: the value itself is looked for. */
const isExactIn = ({ count, value }: Given, index: number): boolean | undefined => {
  const mode = index < count ? value(index) : true;
  return typeof mode === "boolean" || typeof mode === "number" ? Number(mode) === 0 : undefined;
};

/** A single row or column. */
const lineOf = (cells: Cells | undefined): readonly Value[] | undefined =>
  cells && (cells.width === 1 || cells.height === 1) ? cells.rows.flat() : undefined;

export const lookup =
  (isDown: boolean) =>
  (given: Given): Value => {
    const cells = given.cells(1);
    const keys = isDown ? cells?.rows.map(([key]) => key) : cells?.rows[0];
    const place = placeOf(keys, given.value(0), isExactIn(given, 3));
    const step = given.value(2);
    if (typeof place !== "number" || !cells) return place;
    if (typeof step !== "number" || step < 1) return undefined;
    const other = Math.trunc(step) - 1;
    if (other >= (isDown ? cells.width : cells.height)) return NO_SUCH_CELL;
    return isDown ? valueAt(cells, place, other) : valueAt(cells, other, place);
  };

export function anyLookup(given: Given): Value {
  const [keys, results] = [given.cells(1), given.cells(2)];
  const place = placeOf(lineOf(keys), given.value(0), true);
  if (place === NOT_FOUND && given.count === 4) return given.value(3);
  if (typeof place !== "number") return place;
  if (keys?.height !== results?.height || keys?.width !== results?.width) return undefined;
  return results && (results.width === 1 ? valueAt(results, place, 0) : valueAt(results, 0, place));
}

export function match(given: Given): Value {
  const mode = given.count > 2 ? given.value(2) : 1;
  const place = placeOf(lineOf(given.cells(1)), given.value(0), mode === 0 ? true : mode === 1 ? false : undefined);
  return typeof place === "number" ? place + 1 : place;
}

export function index({ count, cells, value }: Given): Value {
  const area = cells(0);
  const [first, second] = [value(1), count > 2 ? value(2) : 1];
  if (!area || typeof first !== "number" || typeof second !== "number") return isFailure(first) ? first : undefined;
  const isAcross = count === 2 && area.height === 1;
  const [row, column] = isAcross ? [1, first] : [first, second];
  if (row > area.height || column > area.width) return NO_SUCH_CELL;
  // 0: the whole of it, which is one cell where there is one.
  if ((row < 1 && area.height > 1) || (column < 1 && area.width > 1)) return undefined;
  return valueAt(area, Math.max(0, Math.trunc(row) - 1), Math.max(0, Math.trunc(column) - 1));
}
