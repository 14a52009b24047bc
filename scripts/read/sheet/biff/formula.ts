/** Formulas of an .xls, as tokens in reverse Polish order ([MS-XLS] 2.5.198): only those that add and multiply cells are understood. */
import { viewOf } from "../../container/views.ts";
import type { Area, SheetPlace } from "../workbook/areas.ts";
import { isAddition, productOf } from "../workbook/sums.ts";
import type { Factor, Sum, Term } from "../workbook/workbook.ts";

const ADD = 0x03;
const SUBTRACT = 0x04;
const MULTIPLY = 0x05;
const PLUS_SIGN = 0x12;
const PARENTHESES = 0x15;
const ATTRIBUTE = 0x19;
const INTEGER = 0x1e;
const NUMBER = 0x1f;
const SUM_FUNCTION = 4;
const SUBTOTAL_FUNCTION = 344;

/** `base`: the cell of a formula that several share, whose references are relative to it. undefined: anything else than sums. */
export function sumOfTokens(tokens: Uint8Array, base: SheetPlace): Sum | undefined {
  const view = viewOf(tokens);
  const stack: (readonly Term[])[] = [];
  const pop = (count: number): (readonly Term[])[] | undefined =>
    stack.length >= count ? stack.splice(stack.length - count) : undefined;
  const push = (of: Area | number): void => {
    stack.push([{ sign: 1, factors: [{ of, how: "cell" }] }]);
  };
  const summed = (count: number, how: Factor["how"]): boolean => {
    const operands = pop(count);
    if (!operands) return false;
    if (how === "subtotal" && !isAddition(operands.shift()?.[0]?.factors[0]?.of)) return false;
    stack.push(
      operands.flat().map((term) => ({ ...term, factors: term.factors.map((factor) => ({ ...factor, how })) })),
    );
    return true;
  };
  /** Row and column of a reference; the high bits of the column say what is relative. */
  const place = (row: number, column: number, relative: boolean): SheetPlace => ({
    row: relative && (column & 0x8000) > 0 ? (row + base.row) & 0xffff : row,
    column: relative && (column & 0x4000) > 0 ? ((column & 0xff) + base.column) & 0xff : column & 0xff,
  });
  let at = 0;
  const has = (bytes: number): boolean => at + bytes <= tokens.length;
  while (at < tokens.length) {
    const raw = tokens[at] ?? 0;
    const token = raw >= 0x40 ? (raw & 0x1f) | 0x20 : raw;
    at += 1;
    if (token === ADD || token === SUBTRACT) {
      const [left, right] = pop(2) ?? [];
      if (!left || !right) return undefined;
      const turned = token === ADD ? right : right.map((term): Term => ({ ...term, sign: term.sign === 1 ? -1 : 1 }));
      stack.push([...left, ...turned]);
    } else if (token === MULTIPLY) {
      const [left, right] = pop(2) ?? [];
      const product = left && right && productOf(left, right);
      if (!product) return undefined;
      stack.push(product);
    } else if (token === INTEGER && has(2)) {
      push(view.getUint16(at, true));
      at += 2;
    } else if (token === NUMBER && has(8)) {
      push(view.getFloat64(at, true));
      at += 8;
    } else if ((token === 0x24 || token === 0x2c) && has(4)) {
      const { row, column } = place(view.getUint16(at, true), view.getUint16(at + 2, true), token === 0x2c);
      push({ top: row, bottom: row, left: column, right: column });
      at += 4;
    } else if ((token === 0x25 || token === 0x2d) && has(8)) {
      const from = place(view.getUint16(at, true), view.getUint16(at + 4, true), token === 0x2d);
      const to = place(view.getUint16(at + 2, true), view.getUint16(at + 6, true), token === 0x2d);
      push({ top: from.row, bottom: to.row, left: from.column, right: to.column });
      at += 8;
    } else if (token === ATTRIBUTE && has(3)) {
      const kind = tokens[at] ?? 0;
      at += 3;
      // 0x10: SUM of one operand; 0x40: spaces; 0x01: to be computed each time.
      if ((kind & ~0x51) !== 0 || ((kind & 0x10) > 0 && !summed(1, "sum"))) return undefined;
    } else if (token === 0x22 && has(3)) {
      const called = view.getUint16(at + 1, true) & 0x7fff;
      const how = called === SUM_FUNCTION ? "sum" : called === SUBTOTAL_FUNCTION ? "subtotal" : undefined;
      if (!how || !summed((tokens[at] ?? 0) & 0x7f, how)) return undefined;
      at += 3;
    } else if (token !== PARENTHESES && token !== PLUS_SIGN) return undefined;
  }
  const [result] = stack;
  // A range outside SUM is no sum: it gives the cell of the same row or column.
  const isPlain = result?.every(({ factors }) =>
    factors.every(({ of, how }) => how !== "cell" || typeof of === "number" || isCell(of)),
  );
  return stack.length === 1 && result && isPlain ? { terms: result } : undefined;
}

const isCell = ({ top, left, bottom, right }: Area): boolean => top === bottom && left === right;
