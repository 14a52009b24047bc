/** Is the stored result of SUM and + - * / on cells of the file the one that these cells give? Other formulas are not understood. */
import { MAX_COLUMNS } from "../../contract/limits.ts";
import { type Area, areaOf } from "./areas.ts";
import { type Formula, numberOf, type StoredSheet } from "./workbook.ts";

const TOKEN =
  /\s*((?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\d_.]*)!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?(?![\p{L}\d(])|(?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\d_.]*)!)?\$?[A-Z]{1,3}:\$?[A-Z]{1,3}(?![\p{L}\d(])|\d+(?:\.\d+)?|SUM\(|[-+*/(),;])/iuy;

/** More than a statement's formulas have. */
const MOST_TOKENS = 500;
/** Cells that may be looked at in one file: far more than its formulas need. */
const MOST_LOOKED_AT = 2_000_000;

function tokensOf(text: string): readonly string[] | undefined {
  const tokens: string[] = [];
  const end = text.trimEnd().length;
  for (let from = 0; from < end; from = TOKEN.lastIndex) {
    TOKEN.lastIndex = from;
    const token = TOKEN.exec(text)?.[1];
    if (token === undefined || tokens.length === MOST_TOKENS) return undefined;
    tokens.push(token);
  }
  return tokens;
}

/** The cells that a reference names in a sheet. */
type Look = (reference: string) => { readonly values: readonly number[]; readonly isSure: boolean } | undefined;

/** undefined: it does more than add, subtract, multiply and divide, or a cell that it counts holds no number. */
function compute(tokens: readonly string[], look: Look): number | undefined {
  let at = 0;
  const take = (wanted: RegExp): string | undefined => {
    const token = tokens[at];
    if (token === undefined || !wanted.test(token)) return undefined;
    at += 1;
    return token;
  };
  const chain = (signs: RegExp, next: () => number | undefined): number | undefined => {
    let left = next();
    for (let sign = take(signs); sign !== undefined; sign = take(signs)) {
      const right = next();
      if (left === undefined || right === undefined) return undefined;
      left = sign === "+" ? left + right : sign === "-" ? left - right : sign === "*" ? left * right : left / right;
    }
    return left;
  };
  const whole = (): number | undefined => chain(/^[+-]$/, () => chain(/^[*/]$/, operand));
  const closed = (inner: number | undefined): number | undefined => (take(/^\)$/) === undefined ? undefined : inner);
  const operand = (): number | undefined => {
    if (take(/^\+$/)) return operand();
    if (take(/^-$/)) return chain(/^$/, () => negated(operand()));
    if (take(/^\($/)) return closed(whole());
    if (take(/^SUM\($/i)) return closed(sum());
    const number = take(/^\d+(?:\.\d+)?$/);
    if (number !== undefined) return Number(number);
    const cell = look(take(/\d$/) ?? "");
    return cell?.isSure && cell.values.length <= 1 ? (cell.values[0] ?? 0) : undefined;
  };
  /** In a sum, an area counts the numbers that it holds. */
  const sum = (): number | undefined => {
    let total: number | undefined = 0;
    do {
      const isAlone = /^[,;)]$/.test(tokens[at + 1] ?? "");
      const area = isAlone ? look(tokens[at] ?? "") : undefined;
      if (area) at += 1;
      const part = area ? area.values.reduce((all, one) => all + one, 0) : whole();
      total = total === undefined || part === undefined ? undefined : total + part;
    } while (take(/^[,;]$/) !== undefined);
    return total;
  };
  const result = whole();
  return at === tokens.length ? result : undefined;
}

const negated = (value: number | undefined): number | undefined => (value === undefined ? undefined : -value);

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a));

/** undefined where that cannot be told. */
export function createFormulaCheck(
  sheets: readonly StoredSheet[],
): (formula: Formula, result: number, home: StoredSheet) => boolean | undefined {
  let looked = 0;
  return ({ text, shift }, result, home) => {
    const tokens = tokensOf(text);
    const look: Look = (reference) => {
      const cut = reference.lastIndexOf("!");
      const name = reference
        .slice(0, Math.max(0, cut))
        .replace(/^'(.*)'$/, "$1")
        .replaceAll("''", "'");
      const sheet = cut < 0 ? home : sheets.find((one) => one.name.toUpperCase() === name.toUpperCase());
      const area = areaOf(reference.slice(cut + 1).toUpperCase(), shift);
      if (!sheet || !area || area.top < 0 || area.left < 0) return undefined;
      looked += 1 + Math.max(0, sheet.rows.length - area.top) * (Math.min(area.right, MAX_COLUMNS) - area.left + 1);
      return looked > MOST_LOOKED_AT ? undefined : numbersIn(sheet, area);
    };
    const value = tokens && compute(tokens, look);
    return value === undefined || !Number.isFinite(value) ? undefined : isNear(value, result);
  };
}

/** Its numbers; not sure where a text or an error stands among them. */
function numbersIn({ rows }: StoredSheet, { top, left, bottom, right }: Area) {
  const cells = rows
    .slice(top, bottom + 1)
    .flatMap((row) => row?.slice(left, right + 1) ?? [])
    .filter(Boolean);
  const values = cells.flatMap((cell) => (cell ? (numberOf(cell.value) ?? []) : []));
  return { values, isSure: values.length === cells.length };
}
