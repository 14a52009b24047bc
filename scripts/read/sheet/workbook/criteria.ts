/** What formulas look for: the criterion of COUNTIF, the key of VLOOKUP. Where programs differ, nothing is told. */
import {
  type Comparing,
  compares,
  type Given,
  indexes,
  isFailure,
  isNear,
  isSameText,
  type Value,
  valueAt,
} from "./formula-values.ts";

/** In a text that is looked for, "*" and "?" stand for others. */
const STANDS_FOR_OTHERS = /[*?~]/;

/** ">=10", "Police", 12: does a cell meet it? undefined: it cannot be told. */
export function criterionOf(wanted: Value): (cell: Value) => boolean | undefined {
  if (typeof wanted === "number") return (cell) => isOfNumber(cell, "=", wanted);
  if (typeof wanted !== "string") return () => undefined;
  const [, sign = "=", text = ""] = /^(<=|>=|<>|<|>|=)?([\s\S]*)$/.exec(wanted) ?? [];
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return (cell) => isOfNumber(cell, sign as Comparing, Number(text));
  return (sign !== "=" && sign !== "<>") || text === "" || STANDS_FOR_OTHERS.test(text)
    ? () => undefined
    : (cell) => isOfText(cell, sign, text);
}

function isOfNumber(cell: Value, sign: Comparing, bound: number): boolean | undefined {
  if (typeof cell === "number") return cell !== bound && isNear(cell, bound) ? undefined : compares(cell, sign, bound);
  // A text that looks like a number is one for a program, and none for another.
  const isOther = cell === null || isFailure(cell) || (typeof cell === "string" && !/\d/.test(cell));
  return isOther && sign !== "<>" ? false : undefined;
}

function isOfText(cell: Value, sign: "=" | "<>", text: string): boolean | undefined {
  if (typeof cell === "string") return isSameText(cell, text) === (sign === "=");
  // "31/03/2026" is a date, which a cell holds as a number.
  const isOther = cell === null || isFailure(cell) || (typeof cell === "number" && !/\d/.test(text));
  return isOther && sign === "=" ? false : undefined;
}

/** The place of the first value that is the one wanted; -1: there is none. undefined: it cannot be told. */
export function placeOfSame(values: readonly Value[], wanted: Value): number | undefined {
  if (typeof wanted !== "number" && typeof wanted !== "string") return undefined;
  if (typeof wanted === "string" && (wanted === "" || STANDS_FOR_OTHERS.test(wanted))) return undefined;
  for (const [i, value] of values.entries()) {
    if (value === undefined || (typeof value === "number" && value !== wanted && isNear(value, Number(wanted))))
      return undefined;
    if (typeof value === "string" && typeof wanted === "string" ? isSameText(value, wanted) : value === wanted)
      return i;
  }
  return -1;
}

/** Of numbers in order, the place of the last that is no greater than the one wanted; -1: there is none. undefined: it cannot be told. */
export function placeOfLast(values: readonly Value[], wanted: Value): number | undefined {
  const filled = values.slice(0, values.findLastIndex((value) => value !== null) + 1);
  const inOrder = filled.every((value, i) => typeof value === "number" && (i === 0 || value > Number(filled[i - 1])));
  return typeof wanted === "number" && inOrder ? filled.findLastIndex((value) => Number(value) <= wanted) : undefined;
}

/** Which operands are areas that are held against the next operand, and which is the area whose cells are taken. */
interface Held {
  readonly areas: readonly number[];
  readonly target: number;
}
/** COUNTIF(A1:A9,"x"), SUMIF(A1:A9,"x",B1:B9) */
export const oneArea = (count: number): Held => ({ areas: [0], target: count > 2 ? 2 : 0 });
/** COUNTIFS(A1:A9,"x",B1:B9,">2") */
export const areasAlone = (count: number): Held => ({ areas: everyOther(0, count), target: 0 });
/** SUMIFS(C1:C9,A1:A9,"x",B1:B9,">2") */
export const areasAfterTarget = (count: number): Held => ({ areas: everyOther(1, count), target: 0 });
const everyOther = (from: number, count: number): readonly number[] =>
  indexes(count).filter((i) => i >= from && (i - from) % 2 === 0);

/** The cells whose fellows in other areas of the same size meet the criteria. */
export const chosen =
  (heldBy: (count: number) => Held) =>
  ({ count, cells, value }: Given): readonly Value[] | undefined => {
    const { areas, target } = heldBy(count);
    const own = cells(target);
    const held = areas.map((i) => ({ cells: cells(i), meets: criterionOf(value(i + 1)) }));
    const height = Math.max(...held.map((one) => one.cells?.rows.length ?? 0), own?.rows.length ?? 0);
    if (!own || held.some((one) => one.cells?.height !== own.height || one.cells.width !== own.width)) return undefined;
    return indexes(height).flatMap((row) =>
      indexes(own.width).flatMap((column) => {
        const met = held.map((one) => one.cells && one.meets(valueAt(one.cells, row, column)));
        if (met.includes(false)) return [];
        return [met.includes(undefined) ? undefined : valueAt(own, row, column)];
      }),
    );
  };
