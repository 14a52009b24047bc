/** Formulas of an .xls, from tokens in reverse Polish order ([MS-XLS] 2.5.198) to text: only SUM and + - * / on cells are understood. */
import { columnName } from "../../../model/format.ts";
import { viewOf } from "../../container/views.ts";
import type { SheetPlace } from "../workbook/areas.ts";

const SIGNS: Readonly<Record<number, string>> = { 3: "+", 4: "-", 5: "*", 6: "/" };
const [PLUS_SIGN, MINUS_SIGN, PARENTHESES, ATTRIBUTE, INTEGER, NUMBER] = [0x12, 0x13, 0x15, 0x19, 0x1e, 0x1f];
const [FUNCTION, CELL, AREA, RELATIVE_CELL, RELATIVE_AREA] = [0x22, 0x24, 0x25, 0x2c, 0x2d];
const [CELL_ELSEWHERE, AREA_ELSEWHERE] = [0x3a, 0x3b];
const SUM = 4;
/** Bits of an attribute: SUM of one operand; and what changes nothing: spaces, to be computed each time. */
const SUMS = 0x10;
const HARMLESS = 0x40 | 0x01;

export interface FormulaPlace {
  /** The cell of a formula that several share, whose references are relative to it. */
  readonly base: SheetPlace;
  /** The sheet of a reference to another one; undefined: of another file, or several sheets. */
  readonly sheetAt: (index: number) => string | undefined;
}

/** "SUM(B2:B9)+C4"; undefined: it does more, or its tokens are cut. */
export function textOfTokens(tokens: Uint8Array, { base, sheetAt }: FormulaPlace): string | undefined {
  const view = viewOf(tokens);
  const stack: string[] = [];
  let at = 0;
  /** The start of the next bytes; past the end, what is read there is not used. */
  const skip = (bytes: number): number => {
    at += bytes;
    return at - bytes;
  };
  const byte = (): number => tokens[skip(1)] ?? 0;
  const word = (): number => byte() | (byte() << 8);
  /** The high bits of the column say what is relative. */
  const nameOf = (row: number, column: number, isRelative: boolean): string => {
    const across = isRelative && (column & 0x4000) > 0 ? ((column & 0xff) + base.column) & 0xff : column & 0xff;
    return `${columnName(across + 1)}${(isRelative && (column & 0x8000) > 0 ? (row + base.row) & 0xffff : row) + 1}`;
  };
  const range = (isOne: boolean, isRelative: boolean): string => {
    const rows = isOne ? [word()] : [word(), word()];
    return rows
      .map((row) => [row, word()] as const)
      .map(([row, column]) => nameOf(row, column, isRelative))
      .join(":");
  };
  const elsewhere = (isOne: boolean): string | undefined => {
    const sheet = sheetAt(word());
    const there = range(isOne, false);
    return sheet === undefined ? undefined : `'${sheet.replaceAll("'", "''")}'!${there}`;
  };
  const sum = (count: number): string | undefined =>
    count > stack.length ? undefined : `SUM(${stack.splice(stack.length - count).join(",")})`;

  /** What the token puts on the stack, from what it takes from it; undefined: it is not understood. */
  const made = (token: number): string | undefined => {
    const sign = SIGNS[token];
    if (sign !== undefined) return stack.length < 2 ? undefined : `(${stack.splice(-2).join(sign)})`;
    if (token === MINUS_SIGN) return stack.length > 0 ? `(0-${stack.pop()})` : undefined;
    if (token === INTEGER) return String(word());
    if (token === NUMBER) return at + 8 <= tokens.length ? String(view.getFloat64(skip(8), true)) : undefined;
    if (token === CELL || token === RELATIVE_CELL) return range(true, token === RELATIVE_CELL);
    if (token === AREA || token === RELATIVE_AREA) return range(false, token === RELATIVE_AREA);
    if (token === CELL_ELSEWHERE || token === AREA_ELSEWHERE) return elsewhere(token === CELL_ELSEWHERE);
    if (token !== FUNCTION) return undefined;
    const count = byte() & 0x7f;
    return (word() & 0x7fff) === SUM ? sum(count) : undefined;
  };

  while (at < tokens.length) {
    const raw = byte();
    const token = raw >= 0x40 ? (raw & 0x1f) | 0x20 : raw;
    if (token === PARENTHESES || token === PLUS_SIGN) continue;
    const attribute = token === ATTRIBUTE ? byte() : undefined;
    if (attribute !== undefined) skip(2);
    if (attribute !== undefined && (attribute & ~(SUMS | HARMLESS)) !== 0) return undefined;
    if (attribute !== undefined && (attribute & SUMS) === 0) continue;
    const one = attribute === undefined ? made(token) : sum(1);
    if (one === undefined || at > tokens.length) return undefined;
    stack.push(one);
  }
  return stack.length === 1 ? stack[0] : undefined;
}
