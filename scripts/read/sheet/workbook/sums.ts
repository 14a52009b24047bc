/**
 * The formulas that only add and multiply cells ("SUM(B2:B4)", "SUBTOTAL(109,B2:B4)", "B2+B3-B4", "B2*12"): their stored result can be
 * checked without computing a workbook. Any other formula is left alone.
 */
import { areaOf, nameOfArea, type Shift } from "./areas.ts";
import {
  type Factor,
  isRowHidden,
  numberOf,
  type StoredCell,
  type StoredSheet,
  type Sum,
  type Term,
} from "./workbook.ts";

const FACTOR = String.raw`(?:(?:SUM|SUBTOTAL)\([^()]*\)|[$A-Z0-9.:]+)`;
const TERM = new RegExp(String.raw`^([+-]?)(${FACTOR}(?:\*${FACTOR})*)(?=[+-]|$)`);

/** "SUM(B2:B4)+5" => two terms; "ROUND(B2,0)" => undefined. `[.B2:.B4]` of OpenDocument is B2:B4. */
export function parseSum(formula: string, shift?: Shift): Sum | undefined {
  const plain = formula
    .replace(/^(?:of:|oooc:)?=/, "")
    .replace(/\[\.([^\]:]*)(?::\.([^\]:]*))?\]/g, (_, from: string, to?: string) => (to ? `${from}:${to}` : from))
    .replace(/\s/g, "")
    .replace(/^\((.*)\)$/, "$1")
    .toUpperCase();
  const terms: Term[] = [];
  let rest = plain;
  while (rest !== "") {
    const [all, sign, product = ""] = TERM.exec(rest) ?? [];
    if (all === undefined || (terms.length > 0 && sign === "")) return undefined;
    let multiplied: readonly Term[] | undefined = [{ sign: sign === "-" ? -1 : 1, factors: [] }];
    for (const factor of product.split("*")) {
      const added = parseFactor(factor, shift);
      multiplied = added && multiplied && productOf(multiplied, added);
    }
    if (!multiplied) return undefined;
    terms.push(...multiplied);
    rest = rest.slice(all.length);
  }
  return terms.length > 0 ? { terms } : undefined;
}

/** The functions of SUBTOTAL that add up: 109 leaves out the rows that are hidden by hand, too. */
export const isAddition = (code: Factor["of"] | undefined): boolean => code === 9 || code === 109;

/** "B2", "12", "SUM(B2:B4,C5)" => its terms, to be added up. */
function parseFactor(factor: string, shift: Shift | undefined): readonly Term[] | undefined {
  const [, name, content] = /^(SUM|SUBTOTAL)\((.*)\)$/.exec(factor) ?? [];
  const how = name === undefined ? "cell" : name === "SUM" ? "sum" : "subtotal";
  const written = content === undefined ? [factor] : content.split(/[;,]/);
  const operands = written.map((one) => (/^\d+(?:\.\d+)?$/.test(one) ? Number(one) : areaOf(one, shift)));
  if (how === "subtotal" && !isAddition(operands.shift())) return undefined;
  if (how === "cell" && factor.includes(":")) return undefined; // a range alone is no sum
  const terms = operands.flatMap((of): Term[] => (of === undefined ? [] : [{ sign: 1, factors: [{ of, how }] }]));
  return terms.length === operands.length ? terms : undefined;
}

/** More terms than a statement's formulas have. */
const MOST_TERMS = 1_000;

/** (a + b) × c => a × c + b × c */
export function productOf(left: readonly Term[], right: readonly Term[]): readonly Term[] | undefined {
  if (left.length * right.length > MOST_TERMS) return undefined;
  return left.flatMap((a) =>
    right.map((b): Term => ({ sign: a.sign === b.sign ? 1 : -1, factors: [...a.factors, ...b.factors] })),
  );
}

/** Cells that may be looked at in one file: far more than its sums need. */
const MOST_LOOKED_AT = 2_000_000;

const isSubtotal = ({ terms }: Sum): boolean =>
  terms.some(({ factors }) => factors.some(({ how }) => how === "subtotal"));

/**
 * Compares stored results with the cells that they add up or multiply; it gives up, saying nothing, when a file names too many. Where rows
 * are hidden, a subtotal that is right with or without them is right.
 */
export function createSumCheck(): (
  sum: Sum,
  result: number,
  sheet: Pick<StoredSheet, "rows" | "rowHeight">,
) => boolean {
  let looked = 0;
  return (sum, result, sheet) => {
    /** undefined: it cannot be told. */
    const totalOf = ({ of, how }: Factor, leavesHidden: boolean): number | undefined => {
      if (typeof of === "number") return of;
      looked += (of.bottom - of.top + 1) * (of.right - of.left + 1);
      if (looked > MOST_LOOKED_AT || of.top < 0 || of.left < 0) return undefined;
      let total = 0;
      for (let row = of.top; row <= of.bottom; row++) {
        if (how === "subtotal" && leavesHidden && isRowHidden(sheet, row)) continue;
        for (let column = of.left; column <= of.right; column++) {
          const cell: StoredCell | undefined = sheet.rows[row]?.[column];
          if (!cell || (how === "subtotal" && isOfSubtotal(cell))) continue;
          const number = numberOf(cell.value);
          const isText = cell.value.kind === "text" || cell.value.kind === "shown";
          if (number === undefined && (!isText || how === "cell")) return undefined;
          total += number ?? 0;
        }
      }
      return total;
    };
    const isRight = (leavesHidden: boolean): boolean => {
      let total = 0;
      for (const { sign, factors } of sum.terms) {
        let product: number = sign;
        for (const factor of factors) {
          const value = totalOf(factor, leavesHidden);
          if (value === undefined) return true;
          product *= value;
        }
        total += product;
      }
      return Math.abs(total - result) <= 1e-6 * Math.max(1, Math.abs(total));
    };
    return isRight(false) || (isSubtotal(sum) && isRight(true));
  };
}

const isOfSubtotal = ({ formula }: StoredCell): boolean =>
  formula !== undefined &&
  (/\bSUBTOTAL\(/.test(formula.text) || (formula.sum !== undefined && isSubtotal(formula.sum)));

/** "B2+B3-5", "SUM(B2:B4)": for a file that does not write its formulas as text. */
export const textOfSum = ({ terms }: Sum): string =>
  terms
    .map(({ sign, factors }, i) => `${sign < 0 ? "-" : i > 0 ? "+" : ""}${factors.map(textOfFactor).join("*")}`)
    .join("");

function textOfFactor({ of, how }: Factor): string {
  const name = typeof of === "number" ? String(of) : nameOfArea(of);
  return how === "cell" ? name : how === "sum" ? `SUM(${name})` : `SUBTOTAL(9,${name})`;
}
