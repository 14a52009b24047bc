/** A formula as a tree: what the formulas of all formats become, when they only count and compare cells. */
import { type Area, nameOfArea } from "./areas.ts";

/** `sheet`: by name; undefined: that of the formula. */
export interface Reference {
  readonly area: Area;
  readonly sheet?: string;
}

export type Expression = number | string | Reference | { readonly call: Operation; readonly on: readonly Expression[] };

/** Weakest first. */
export const SIGNS = [
  ["=", "<>", "<=", ">=", "<", ">"],
  ["+", "-"],
  ["*", "/"],
] as const;
const FUNCTIONS = ["SUM", "SUBTOTAL", "ROUND", "IF"] as const;
export type Sign = (typeof SIGNS)[number][number];
export type FunctionName = (typeof FUNCTIONS)[number];
export type Operation = Sign | FunctionName;

export const functionNamed = (name: string): FunctionName | undefined => FUNCTIONS.find((known) => known === name);

/** The functions of SUBTOTAL that add up: 109 leaves out the rows that are hidden by hand, too. */
const isAddition = (code: Expression | undefined): boolean => code === 9 || code === 109;

/** undefined: a function that is given what it does not take. */
export function calling(call: Operation, on: readonly Expression[]): Expression | undefined {
  const known =
    call === "SUM"
      ? on.length > 0
      : call === "SUBTOTAL"
        ? on.length > 1 && isAddition(on[0])
        : call === "IF"
          ? on.length === 3
          : on.length === 2;
  return known ? { call, on } : undefined;
}

/** Every call in it, itself first. */
const callsIn = (one: Expression): readonly Operation[] =>
  typeof one === "object" && "call" in one ? [one.call, ...one.on.flatMap(callsIn)] : [];

export const hasSubtotal = (one: Expression): boolean => callsIn(one).includes("SUBTOTAL");
/** IF may give an empty text; what counts never does. */
export const isOfNumbers = (one: Expression): boolean => typeof one !== "string" && !callsIn(one).includes("IF");

/** "B2+B3-5", "SUM(B2:B4)": for a file that does not write its formulas as text. */
export function textOfExpression(one: Expression): string {
  if (typeof one === "number") return String(one);
  if (typeof one === "string") return `"${one}"`;
  if ("area" in one) return `${one.sheet === undefined ? "" : `'${one.sheet}'!`}${nameOfArea(one.area)}`;
  const [first = 0, second = 0] = one.on;
  const level = strengthOf(one);
  if (level < 0) return `${one.call}(${one.on.map(textOfExpression).join(",")})`;
  const within = (part: Expression, isWeak: boolean): string =>
    isWeak ? `(${textOfExpression(part)})` : textOfExpression(part);
  const isSigned = one.call === "-" && first === 0;
  const [left, right] = [strengthOf(first), strengthOf(second)];
  const before = isSigned ? "" : within(first, left >= 0 && left < level);
  return `${before}${one.call}${within(second, right >= 0 && right <= level)}`;
}

/** Of its sign; -1: it has none. */
const strengthOf = (one: Expression): number =>
  typeof one === "object" && "call" in one ? SIGNS.findIndex((signs) => signs.some((sign) => sign === one.call)) : -1;
