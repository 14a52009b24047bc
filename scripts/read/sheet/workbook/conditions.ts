/** Conditions on the value of a cell that need no computing: a figure held against constants. */
import { meets } from "./number-format.ts";
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

const SIGNS: Readonly<Partial<Record<Operator, string>>> = {
  equal: "=",
  notEqual: "<>",
  greaterThan: ">",
  greaterThanOrEqual: ">=",
  lessThan: "<",
  lessThanOrEqual: "<=",
};

/** Open for anything but a number, and for an operator that is none of these. */
export const holdsFor =
  (operator: Operator | undefined, first: number, second: number | undefined): Condition["holds"] =>
  (value) => {
    const number = numberOf(value);
    if (number === undefined || operator === undefined) return undefined;
    const sign = SIGNS[operator];
    if (sign !== undefined) return meets(number, { operator: sign, bound: first });
    if (second === undefined || !/between$/i.test(operator)) return undefined;
    const isBetween = number >= Math.min(first, second) && number <= Math.max(first, second);
    return isBetween === (operator === "between");
  };
