/** The values of formulas: what cells hold, what signs make of two of them. */

export interface Failure {
  /** "#N/A" */
  readonly error: string;
}

/** null: an empty cell. undefined: it cannot be told. */
export type Value = number | string | boolean | null | Failure | undefined;

/** Cells of an area: as many rows as are filled of the `height` that the formula names. */
export interface Cells {
  readonly rows: readonly (readonly Value[])[];
  readonly height: number;
  readonly width: number;
}

export const valueAt = ({ rows }: Cells, row: number, column: number): Value =>
  row < rows.length ? rows[row]?.[column] : null;

/** What a function is given: each operand is computed when it is asked for. */
export interface Given {
  readonly count: number;
  readonly value: (index: number) => Value;
  /** Of an area, or of what is computed cell by cell: "(A1:A9=B1)*C1:C9". */
  readonly cells: (index: number) => Cells | undefined;
  readonly isArea: (index: number) => boolean;
}

export const NOT_FOUND: Failure = { error: "#N/A" };

export const indexes = (length: number): readonly number[] => Array.from({ length }, (_, i) => i);

export const isFailure = (value: Value): value is Failure => typeof value === "object" && value !== null;

/** A cell that is empty counts for 0; a text, for nothing that is sure. */
export const countOf = (value: Value): number | undefined =>
  value === null ? 0 : typeof value === "number" ? value : undefined;

export const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a));

/** "vols" and "VOLS" are one text for a workbook. */
export const isSameText = (a: string, b: string): boolean => a.toUpperCase() === b.toUpperCase();

export type Comparing = "=" | "<>" | "<" | ">" | "<=" | ">=";

export const compares = (a: number, sign: Comparing, b: number): boolean =>
  ({ "=": a === b, "<>": a !== b, "<": a < b, ">": a > b, "<=": a <= b, ">=": a >= b })[sign];

export type Calculating = "+" | "-" | "*" | "/" | "&";

/** Of two values; undefined: it cannot be told. */
export function combined(call: Comparing | Calculating, left: Value, right: Value): Value {
  if (isFailure(left)) return left;
  if (isFailure(right)) return right;
  if (call === "&") return joined(textOf(left), textOf(right));
  if (call === "+" || call === "-" || call === "*" || call === "/") return calculated(call, left, right);
  const isOfTexts = typeof left === "string" || typeof right === "string";
  if (isOfTexts && (call === "=" || call === "<>")) return areSame(left, right, call);
  const [a, b] = [countOf(left), countOf(right)];
  if (a === undefined || b === undefined) return undefined;
  // Two numbers that differ by a hair are equal for one program, and not for another.
  return a !== b && isNear(a, b) ? undefined : compares(a, call, b);
}

/** TRUE counts for 1: "(A1:A9=B1)*C1:C9". */
const operandOf = (value: Value): number | undefined => (typeof value === "boolean" ? Number(value) : countOf(value));

function calculated(call: "+" | "-" | "*" | "/", left: Value, right: Value): Value {
  const [a, b] = [operandOf(left), operandOf(right)];
  if (a === undefined || b === undefined) return undefined;
  if (call === "+") return a + b;
  if (call === "-") return a - b;
  if (call === "*") return a * b;
  return b === 0 ? { error: "#DIV/0!" } : a / b;
}

function areSame(left: Value, right: Value, call: "=" | "<>"): boolean | undefined {
  if (left === undefined || right === undefined || typeof left === "boolean" || typeof right === "boolean")
    return undefined;
  const isSame = typeof (left ?? "") === typeof (right ?? "") && isSameText(String(left ?? ""), String(right ?? ""));
  return isSame === (call === "=");
}

/** Of a number with decimals, it depends on the language. */
const textOf = (value: Value): string | undefined =>
  value === null ? "" : typeof value === "string" || Number.isInteger(value) ? String(value) : undefined;

const joined = (left: string | undefined, right: string | undefined): string | undefined =>
  left === undefined || right === undefined ? undefined : left + right;

/** One that is a single cell goes with each cell of the other. */
export function cellByCell(left: Cells, right: Cells, combine: (a: Value, b: Value) => Value): Cells | undefined {
  const isOne = ({ height, width }: Cells): boolean => height === 1 && width === 1;
  const [height, width] = [Math.max(left.height, right.height), Math.max(left.width, right.width)];
  const isAlike = [left, right].every((cells) => isOne(cells) || (cells.height === height && cells.width === width));
  if (!isAlike) return undefined;
  const filled = Math.max(left.rows.length, right.rows.length);
  const at = (cells: Cells, row: number, column: number): Value =>
    isOne(cells) ? valueAt(cells, 0, 0) : valueAt(cells, row, column);
  const rows = indexes(filled).map((row) =>
    indexes(width).map((column) => combine(at(left, row, column), at(right, row, column))),
  );
  return { rows, height, width };
}
