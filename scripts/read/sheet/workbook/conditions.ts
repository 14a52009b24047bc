/** Conditions on the value of a cell that need no computing: a figure held against constants. */
import { type Condition, numberOf } from "./workbook.ts";

export type Operator =
  | "equal"
  | "notEqual"
  | "greaterThan"
  | "greaterThanOrEqual"
  | "lessThan"
  | "lessThanOrEqual"
  | "between"
  | "notBetween";

/** Open for anything but a number, and for an operator that is none of these. */
export const holdsFor =
  (operator: Operator | undefined, first: number, second: number | undefined): Condition["holds"] =>
  (value) => {
    const number = numberOf(value);
    return number === undefined ? undefined : compare(number, operator, [first, second]);
  };

function compare(
  value: number,
  operator: Operator | undefined,
  [first, second]: readonly [number, number | undefined],
): boolean | undefined {
  switch (operator) {
    case "equal":
      return value === first;
    case "notEqual":
      return value !== first;
    case "greaterThan":
      return value > first;
    case "greaterThanOrEqual":
      return value >= first;
    case "lessThan":
      return value < first;
    case "lessThanOrEqual":
      return value <= first;
    case "between":
      return second === undefined ? undefined : value >= Math.min(first, second) && value <= Math.max(first, second);
    case "notBetween":
      return second === undefined ? undefined : value < Math.min(first, second) || value > Math.max(first, second);
    default:
      return undefined;
  }
}
