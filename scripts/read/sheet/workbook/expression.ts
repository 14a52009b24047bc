/** A formula as a tree: what the formulas of all formats become, when they only count, compare and look up cells. */
import { type Area, nameOfArea } from "./areas.ts";

/** `sheet`: by name; undefined: that of the formula. */
export interface Reference {
  readonly area: Area;
  readonly sheet?: string;
}

export type Expression =
  | number
  | string
  | boolean
  | Reference
  | { readonly call: Operation; readonly on: readonly Expression[] };

/** Weakest first. */
export const SIGNS = [["=", "<>", "<=", ">=", "<", ">"], ["&"], ["+", "-"], ["*", "/"]] as const;
/** The functions that are computed here, and how many operands they take, at least and at most. */
const OPERANDS = {
  ABS: [1, 1],
  AND: [1, 255],
  AVERAGE: [1, 255],
  AVERAGEIF: [2, 3],
  AVERAGEIFS: [3, 255],
  COUNT: [1, 255],
  COUNTIF: [2, 2],
  COUNTIFS: [2, 254],
  HLOOKUP: [3, 4],
  IF: [2, 3],
  IFERROR: [2, 2],
  IFNA: [2, 2],
  INDEX: [2, 3],
  INT: [1, 1],
  ISERROR: [1, 1],
  ISNA: [1, 1],
  ISNUMBER: [1, 1],
  MATCH: [2, 3],
  MAX: [1, 255],
  MIN: [1, 255],
  OR: [1, 255],
  ROUND: [2, 2],
  ROUNDDOWN: [2, 2],
  ROUNDUP: [2, 2],
  SUBTOTAL: [2, 255],
  SUM: [1, 255],
  SUMIF: [2, 3],
  SUMIFS: [3, 255],
  SUMPRODUCT: [1, 255],
  VLOOKUP: [3, 4],
  XLOOKUP: [3, 4],
} as const;
export type Sign = (typeof SIGNS)[number][number];
export type FunctionName = keyof typeof OPERANDS;
export type Operation = Sign | FunctionName;

export const isSign = (call: Operation): call is Sign => !isFunction(call);
const isFunction = (call: string): call is FunctionName => Object.hasOwn(OPERANDS, call);

/** "_xlfn.XLOOKUP" and "COM.MICROSOFT.XLOOKUP" are functions that a format did not know at first. */
export function functionNamed(name: string): FunctionName | undefined {
  const own = name.toUpperCase().replace(/^(?:_XLFN|COM\.MICROSOFT)\./, "");
  return isFunction(own) ? own : undefined;
}

/** The functions of SUBTOTAL that add up: 109 leaves out the rows that are hidden by hand, too. */
const isAddition = (code: Expression | undefined): boolean => code === 9 || code === 109;

/** undefined: a function that is given what it does not take. */
export function calling(call: Operation, on: readonly Expression[]): Expression | undefined {
  const [least, most] = isFunction(call) ? OPERANDS[call] : [2, 2];
  const isKnown = on.length >= least && on.length <= most && (call !== "SUBTOTAL" || isAddition(on[0]));
  return isKnown ? { call, on } : undefined;
}

/** Every call in it, itself first. */
const callsIn = (one: Expression): readonly Operation[] =>
  typeof one === "object" && "call" in one ? [one.call, ...one.on.flatMap(callsIn)] : [];

export const hasSubtotal = (one: Expression): boolean => callsIn(one).includes("SUBTOTAL");
/** What chooses or joins may give an empty text; what counts never does. */
const MAY_GIVE_TEXT: readonly Operation[] = ["&", "HLOOKUP", "IF", "IFERROR", "IFNA", "INDEX", "VLOOKUP", "XLOOKUP"];
export const isOfNumbers = (one: Expression): boolean =>
  typeof one !== "string" && !callsIn(one).some((call) => MAY_GIVE_TEXT.includes(call));

/** "B2+B3-5", "SUM(B2:B4)": for a file that does not write its formulas as text. */
export function textOfExpression(one: Expression): string {
  if (typeof one === "number") return String(one);
  if (typeof one === "boolean") return one ? "TRUE" : "FALSE";
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
