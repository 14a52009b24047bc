/** Is the stored result of a formula the one that its cells give? Only what counts and compares cells is computed. */
import { type Expression, hasSubtotal, type Operation, type Reference } from "./expression.ts";
import { isRowHidden, numberOf, type StoredCell, type StoredSheet } from "./workbook.ts";

/** Cells that may be looked at in one file: far more than its formulas need. */
const MOST_LOOKED_AT = 2_000_000;

export type CountedSheet = Pick<StoredSheet, "name" | "rows" | "rowHeight">;

/** null: an empty cell. undefined: it cannot be told. */
type Value = number | string | boolean | null | undefined;

const isOfSubtotal = ({ formula }: StoredCell): boolean =>
  formula !== undefined &&
  (/\bSUBTOTAL\(/.test(formula.text) || (formula.expression !== undefined && hasSubtotal(formula.expression)));

function held(cell: StoredCell | undefined): Value {
  if (!cell) return null;
  const { value } = cell;
  const isText = value.kind === "text" || value.kind === "shown";
  return numberOf(value) ?? (isText ? value.runs.map(({ text }) => text).join("") : undefined);
}

/** A cell that is empty counts for 0; a text, for nothing that is sure. */
const countOf = (value: Value): number | undefined =>
  value === null ? 0 : typeof value === "number" ? value : undefined;

/**
 * Compares a stored result with what its formula gives: undefined where it cannot be told, and once a file names too many cells. Where
 * rows are hidden, a subtotal that is right with or without them is right.
 */
export function createComputedCheck(
  sheets: readonly CountedSheet[],
): (expression: Expression, result: number, sheet: CountedSheet) => boolean | undefined {
  let looked = 0;
  const sheetNamed = (name: string): CountedSheet | undefined =>
    sheets.find((one) => one.name.toUpperCase() === name.toUpperCase());

  const compute = (expression: Expression, home: CountedSheet, leavesHidden: boolean): Value => {
    /** undefined: one of them is no number and no text, or there are too many. */
    const totalOf = ({ area, sheet: name }: Reference, isSubtotal: boolean): number | undefined => {
      const sheet = name === undefined ? home : sheetNamed(name);
      looked += (area.bottom - area.top + 1) * (area.right - area.left + 1);
      if (!sheet || looked > MOST_LOOKED_AT || area.top < 0 || area.left < 0) return undefined;
      let total = 0;
      for (let row = area.top; row <= area.bottom; row++) {
        if (isSubtotal && leavesHidden && isRowHidden(sheet, row)) continue;
        for (let column = area.left; column <= area.right; column++) {
          const cell = sheet.rows[row]?.[column];
          if (cell && isSubtotal && isOfSubtotal(cell)) continue;
          const value = held(cell);
          if (value === undefined) return undefined;
          total += typeof value === "number" ? value : 0;
        }
      }
      return total;
    };
    const cellAt = ({ area, sheet: name }: Reference): Value => {
      const sheet = name === undefined ? home : sheetNamed(name);
      looked += 1;
      // A range outside of a sum gives the cell of the same row or column.
      const isOne = area.top === area.bottom && area.left === area.right;
      return sheet && isOne && area.top >= 0 && area.left >= 0 && looked <= MOST_LOOKED_AT
        ? held(sheet.rows[area.top]?.[area.left])
        : undefined;
    };
    const added = (one: Expression, isSubtotal: boolean): number | undefined =>
      typeof one === "object" && "area" in one ? totalOf(one, isSubtotal) : countOf(valueIn(one));
    const valueIn = (one: Expression): Value => {
      if (typeof one !== "object") return one;
      if ("area" in one) return cellAt(one);
      if (one.call === "SUM") return sumOf(one.on.map((each) => added(each, false)));
      if (one.call === "SUBTOTAL") return sumOf(one.on.slice(1).map((each) => added(each, true)));
      const [first, second, third] = one.on as readonly [Expression, Expression, Expression];
      if (one.call !== "IF") return combined(one.call, valueIn(first), valueIn(second));
      const test = valueIn(first);
      const holds = typeof test === "boolean" ? test : countOf(test);
      return holds === undefined ? undefined : valueIn(holds ? second : third);
    };
    return valueIn(expression);
  };

  return (expression, result, sheet) => {
    const isRight = (leavesHidden: boolean): boolean | undefined => {
      const value = compute(expression, sheet, leavesHidden);
      if (typeof value === "string") return false;
      const count = countOf(value);
      return count === undefined ? undefined : isNear(count, result);
    };
    const whole = isRight(false);
    return whole === false && hasSubtotal(expression) ? isRight(true) : whole;
  };
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a));

const sumOf = (parts: readonly (number | undefined)[]): number | undefined =>
  parts.reduce((total, part) => (total === undefined || part === undefined ? undefined : total + part), 0);

/** Of two values; undefined: it cannot be told. */
function combined(call: Exclude<Operation, "IF" | "SUM" | "SUBTOTAL">, left: Value, right: Value): Value {
  const [a, b] = [countOf(left), countOf(right)];
  const isOfTexts = typeof left === "string" || typeof right === "string";
  if (isOfTexts && (call === "=" || call === "<>")) {
    if (left === undefined || right === undefined || typeof left === "boolean" || typeof right === "boolean")
      return undefined;
    const folded = (value: number | string | null): number | string =>
      typeof value === "string" ? value.toUpperCase() : (value ?? "");
    return (folded(left) === folded(right)) === (call === "=");
  }
  if (a === undefined || b === undefined) return undefined;
  if (call === "+") return a + b;
  if (call === "-") return a - b;
  if (call === "*") return a * b;
  if (call === "/") return b === 0 ? undefined : a / b;
  if (call === "ROUND") return rounded(a, b);
  // Two numbers that differ by a hair are equal for one program, and not for another.
  if (a !== b && isNear(a, b)) return undefined;
  return { "=": a === b, "<>": a !== b, "<": a < b, ">": a > b, "<=": a <= b, ">=": a >= b }[call];
}

/** Halves go away from zero: 2.5 => 3, -2.5 => -3. A hair less than a half is a half, as in a spreadsheet. */
function rounded(value: number, decimals: number): number {
  const power = 10 ** Math.trunc(decimals);
  return (Math.sign(value) * Math.round(Number((Math.abs(value) * power).toPrecision(15)))) / power;
}
