/** Is the stored result of a formula the one that its cells give? Only what counts and compares cells is computed. */
import { MAX_COLUMNS } from "../../contract/limits.ts";
import { type Expression, hasSubtotal, isSign, type Reference } from "./expression.ts";
import {
  type Cells,
  cellByCell,
  combined,
  countOf,
  type Given,
  indexes,
  isFailure,
  isNear,
  type Value,
  valueAt,
} from "./formula-values.ts";
import { COMPUTE } from "./functions.ts";
import { isRowHidden, numberOf, type StoredCell, type StoredSheet, textOf } from "./workbook.ts";

/** Cells that may be looked at in one file: far more than its formulas need. */
const MOST_LOOKED_AT = 2_000_000;

export type CountedSheet = Pick<StoredSheet, "name" | "rows" | "rowHeight">;

const isOfSubtotal = ({ formula }: StoredCell): boolean =>
  formula !== undefined &&
  (/\bSUBTOTAL\(/.test(formula.text) || (formula.expression !== undefined && hasSubtotal(formula.expression)));

function held(cell: StoredCell | undefined): Value {
  if (!cell) return null;
  const { value } = cell;
  if (value.kind === "error") return { error: value.text };
  return numberOf(value) ?? textOf(value);
}

/**
 * Compares a stored result with what its formula gives: undefined where it cannot be told, and once a file names too many cells. Where
 * rows are hidden, a subtotal that is right with or without them is right.
 */
export function createComputedCheck(
  sheets: readonly CountedSheet[],
): (expression: Expression, result: number | string, sheet: CountedSheet) => boolean | undefined {
  let looked = 0;
  const sheetNamed = (name: string): CountedSheet | undefined =>
    sheets.find((one) => one.name.toUpperCase() === name.toUpperCase());

  const cellsOf = (
    { area, sheet: name }: Reference,
    home: CountedSheet,
    isPassedOver: (sheet: CountedSheet, row: number, cell: StoredCell) => boolean = () => false,
  ): Cells | undefined => {
    const sheet = name === undefined ? home : sheetNamed(name);
    if (!sheet || area.top < 0 || area.left < 0) return undefined;
    const { top, left, bottom, right } = area;
    // Below the last row, and beyond what may be read, all is empty: "A:C" is three columns of a million cells.
    const height = Math.max(0, Math.min(bottom, sheet.rows.length - 1) - top + 1);
    const width = Math.max(0, Math.min(right, MAX_COLUMNS) - left + 1);
    looked += Math.max(1, height * width);
    if (looked > MOST_LOOKED_AT) return undefined;
    const valueIn = (row: number, column: number): Value => {
      const cell = sheet.rows[row]?.[column];
      return cell && isPassedOver(sheet, row, cell) ? null : held(cell);
    };
    const rows = indexes(height).map((row) => indexes(width).map((column) => valueIn(top + row, left + column)));
    return { rows, height: bottom - top + 1, width: right - left + 1 };
  };

  const compute = (expression: Expression, home: CountedSheet, leavesHidden: boolean): Value => {
    /** Other subtotals are passed over, and rows that are hidden may be. */
    const isPassedOver = (sheet: CountedSheet, row: number, cell: StoredCell): boolean =>
      isOfSubtotal(cell) || (leavesHidden && isRowHidden(sheet, row));

    const valueIn = (one: Expression): Value => {
      if (typeof one !== "object") return one;
      // A range outside of a sum gives the cell of the same row or column.
      if ("area" in one) return isOneCell(one) ? valueOfOne(cellsOf(one, home)) : undefined;
      const { call, on } = one;
      if (isSign(call)) return combined(call, valueIn(operand(on, 0)), valueIn(operand(on, 1)));
      const given = (operands: readonly Expression[], isOver?: typeof isPassedOver): Given => ({
        count: operands.length,
        value: (i) => valueIn(operand(operands, i)),
        cells: (i) => cellsIn(operand(operands, i), isOver),
        isArea: (i) => isReference(operand(operands, i)),
      });
      return call === "SUBTOTAL" ? COMPUTE.SUM(given(on.slice(1), isPassedOver)) : COMPUTE[call](given(on));
    };
    /** Of an area, or of signs between areas, cell by cell. */
    const cellsIn = (one: Expression, isOver?: typeof isPassedOver): Cells | undefined => {
      if (isReference(one)) return cellsOf(one, home, isOver);
      if (typeof one !== "object" || !isSign(one.call)) return { rows: [[valueIn(one)]], height: 1, width: 1 };
      const { call, on } = one;
      const [left, right] = [cellsIn(operand(on, 0)), cellsIn(operand(on, 1))];
      return left && right && cellByCell(left, right, (a, b) => combined(call, a, b));
    };
    return valueIn(expression);
  };

  return (expression, result, sheet) => {
    const isRight = (leavesHidden: boolean): boolean | undefined => {
      const value = compute(expression, sheet, leavesHidden);
      if (isFailure(value)) return typeof result === "string" && isError(result);
      if (typeof value === "string") return typeof result === "string" && oneLine(value) === oneLine(result);
      const count = countOf(value);
      if (count === undefined) return undefined;
      // An empty cell is shown as 0, or as nothing.
      return typeof result === "number" ? isNear(count, result) : value === null ? undefined : false;
    };
    const whole = isRight(false);
    return whole === false && hasSubtotal(expression) ? isRight(true) : whole;
  };
}

const operand = (on: readonly Expression[], index: number): Expression => on[index] ?? 0;
const isReference = (one: Expression): one is Reference => typeof one === "object" && "area" in one;
const isOneCell = ({ area }: Reference): boolean => area.top === area.bottom && area.left === area.right;
const valueOfOne = (cells: Cells | undefined): Value => cells && valueAt(cells, 0, 0);
/** "#REF!", "Err:502" */
const isError = (text: string): boolean => /^(?:#|Err:)/.test(text);
const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
