/** Formulas of an .xls, as tokens in reverse Polish order ([MS-XLS] 2.5.198): only those that count and compare cells are understood. */
import { viewOf } from "../../container/views.ts";
import type { Area, SheetPlace } from "../workbook/areas.ts";
import { calling, type Expression, type FunctionName, type Sign } from "../workbook/expression.ts";

const SIGNS = new Map<number, Sign>([
  [0x03, "+"],
  [0x04, "-"],
  [0x05, "*"],
  [0x06, "/"],
  [0x09, "<"],
  [0x0a, "<="],
  [0x0b, "="],
  [0x0c, ">="],
  [0x0d, ">"],
  [0x0e, "<>"],
  [0x08, "&"],
]);
const FUNCTIONS = new Map<number, FunctionName>([
  [0, "COUNT"],
  [1, "IF"],
  [2, "ISNA"],
  [3, "ISERROR"],
  [4, "SUM"],
  [5, "AVERAGE"],
  [6, "MIN"],
  [7, "MAX"],
  [24, "ABS"],
  [25, "INT"],
  [27, "ROUND"],
  [29, "INDEX"],
  [36, "AND"],
  [37, "OR"],
  [64, "MATCH"],
  [101, "HLOOKUP"],
  [102, "VLOOKUP"],
  [128, "ISNUMBER"],
  [212, "ROUNDUP"],
  [213, "ROUNDDOWN"],
  [228, "SUMPRODUCT"],
  [344, "SUBTOTAL"],
  [345, "SUMIF"],
  [346, "COUNTIF"],
]);
/** Those that take a number of operands that is not written: all but these take two. */
const OF_ONE_OPERAND: readonly (FunctionName | undefined)[] = ["ABS", "INT", "ISERROR", "ISNA", "ISNUMBER"];
const PLUS_SIGN = 0x12;
const MINUS_SIGN = 0x13;
const PARENTHESES = 0x15;
const TEXT = 0x17;
const ATTRIBUTE = 0x19;
const TRUTH = 0x1d;
const INTEGER = 0x1e;
const NUMBER = 0x1f;
const FIXED_FUNCTION = 0x21;
const FUNCTION = 0x22;
const CELL = 0x24;
const AREA = 0x25;
const RELATIVE_CELL = 0x2c;
const RELATIVE_AREA = 0x2d;
const CELL_ELSEWHERE = 0x3a;
const AREA_ELSEWHERE = 0x3b;
/** Bits of an attribute: SUM of one operand; and what changes nothing: spaces, to be computed each time, the jumps of IF. */
const SUMS = 0x10;
const HARMLESS = 0x40 | 0x01 | 0x02 | 0x08;

/** More tokens than a statement's formulas have. */
const MOST_TOKENS = 500;

export interface FormulaPlace {
  /** The cell of a formula that several share, whose references are relative to it. */
  readonly base: SheetPlace;
  /** The sheet of a reference to another one; undefined: of another file, or several sheets. */
  readonly sheetAt: (index: number) => string | undefined;
}

/** undefined: it does more, or its tokens are cut. */
export function expressionOfTokens(tokens: Uint8Array, { base, sheetAt }: FormulaPlace): Expression | undefined {
  const view = viewOf(tokens);
  const stack: Expression[] = [];
  let at = 0;
  /** The start of the next bytes; past the end, what is read there is not used. */
  const skip = (bytes: number): number => {
    at += bytes;
    return at - bytes;
  };
  const byte = (): number => tokens[skip(1)] ?? 0;
  const word = (): number => byte() | (byte() << 8);

  const call = (operation: Sign | FunctionName | undefined, count: number): Expression | undefined => {
    const operands = stack.splice(Math.max(0, stack.length - count));
    return operation && operands.length === count ? calling(operation, operands) : undefined;
  };
  /** The high bits of the column say what is relative. */
  const place = (row: number, column: number, isRelative: boolean): SheetPlace => ({
    row: isRelative && (column & 0x8000) > 0 ? (row + base.row) & 0xffff : row,
    column: isRelative && (column & 0x4000) > 0 ? ((column & 0xff) + base.column) & 0xff : column & 0xff,
  });
  const area = (isOne: boolean, isRelative: boolean): Area => {
    const rows = [word(), isOne ? undefined : word()] as const;
    const columns = [word(), isOne ? undefined : word()] as const;
    const from = place(rows[0], columns[0], isRelative);
    const to = place(rows[1] ?? rows[0], columns[1] ?? columns[0], isRelative);
    return { top: from.row, bottom: to.row, left: from.column, right: to.column };
  };
  const elsewhere = (isOne: boolean): Expression | undefined => {
    const sheet = sheetAt(word());
    const there = area(isOne, false);
    return sheet === undefined ? undefined : { area: there, sheet };
  };
  const text = (): string => {
    const length = byte();
    const isWide = (byte() & 1) > 0;
    const from = skip(isWide ? 2 * length : length);
    return new TextDecoder(isWide ? "utf-16le" : "latin1").decode(tokens.subarray(from, at));
  };

  /** What the token puts on the stack, from what it takes from it; undefined: it is not understood. */
  const made = (token: number): Expression | undefined => {
    if (SIGNS.has(token)) return call(SIGNS.get(token), 2);
    if (token === MINUS_SIGN) {
      const turned = stack.pop();
      return turned === undefined ? undefined : calling("-", [0, turned]);
    }
    if (token === TEXT) return text();
    if (token === INTEGER) return word();
    if (token === NUMBER) return at + 8 <= tokens.length ? view.getFloat64(skip(8), true) : undefined;
    if (token === CELL || token === RELATIVE_CELL) return { area: area(true, token === RELATIVE_CELL) };
    if (token === AREA || token === RELATIVE_AREA) return { area: area(false, token === RELATIVE_AREA) };
    if (token === CELL_ELSEWHERE || token === AREA_ELSEWHERE) return elsewhere(token === CELL_ELSEWHERE);
    if (token === TRUTH) return byte() > 0;
    if (token === FIXED_FUNCTION) {
      const known = FUNCTIONS.get(word());
      return call(known, OF_ONE_OPERAND.includes(known) ? 1 : 2);
    }
    if (token !== FUNCTION) return undefined;
    const count = byte() & 0x7f;
    return call(FUNCTIONS.get(word() & 0x7fff), count);
  };

  for (let count = 0; at < tokens.length; count++) {
    const raw = byte();
    const token = raw >= 0x40 ? (raw & 0x1f) | 0x20 : raw;
    if (token === PARENTHESES || token === PLUS_SIGN) continue;
    const attribute = token === ATTRIBUTE ? byte() : undefined;
    if (attribute !== undefined) skip(2);
    if (attribute !== undefined && (attribute & ~(SUMS | HARMLESS)) !== 0) return undefined;
    if (attribute !== undefined && (attribute & SUMS) === 0) continue;
    const one = attribute === undefined ? made(token) : call("SUM", 1);
    if (one === undefined || at > tokens.length || count > MOST_TOKENS) return undefined;
    stack.push(one);
  }
  return stack.length === 1 ? stack[0] : undefined;
}
