/**
 * The formulas that only add cells up ("SUM(B2:B4)", "B2+B3-B4", "5+7"): their stored result can be checked without computing a
 * workbook. Any other formula is left alone.
 */
import { areaOf, nameOfArea, type Shift } from "./areas.ts";
import { numberOf, type StoredValue, type Sum, type Term } from "./workbook.ts";

/** "SUM(B2:B4)+5" => two terms; "ROUND(B2,0)" => undefined. `[.B2:.B4]` of OpenDocument is B2:B4. */
export function parseSum(formula: string, shift?: Shift): Sum | undefined {
  const plain = formula
    .replace(/^(?:of:|oooc:)?=/, "")
    .replace(/\[\.([^\]:]*)(?::\.([^\]:]*))?\]/g, (_, from: string, to?: string) => (to ? `${from}:${to}` : from))
    .replace(/\s/g, "");
  const terms: Term[] = [];
  let rest = plain;
  while (rest !== "") {
    const [all, sign, content, operand] = /^([+-]?)(?:SUM\(([^()]*)\)|([$A-Z0-9.:]+))(?=[+-]|$)/.exec(rest) ?? [];
    if (all === undefined || (terms.length > 0 && sign === "")) return undefined;
    const operands = content === undefined ? [operand ?? ""] : content.split(/[;,]/);
    for (const one of operands) {
      const of = /^\d+(?:\.\d+)?$/.test(one) ? Number(one) : areaOf(one, shift);
      const isRange = content === undefined && one.includes(":");
      if (of === undefined || isRange) return undefined;
      terms.push({ sign: sign === "-" ? -1 : 1, of, passesTexts: content !== undefined });
    }
    rest = rest.slice(all.length);
  }
  return terms.length > 0 ? { terms } : undefined;
}

/** Cells that may be looked at in one file: far more than its sums need. */
const MOST_LOOKED_AT = 2_000_000;

/** Compares stored results with the cells that they add up; it gives up, saying nothing, when a file names too many. */
export function createSumCheck(): (
  sum: Sum,
  result: number,
  at: (row: number, column: number) => StoredValue | undefined,
) => boolean {
  let looked = 0;
  return ({ terms }, result, at) => {
    let total = 0;
    for (const { sign, of, passesTexts } of terms) {
      if (typeof of === "number") {
        total += sign * of;
        continue;
      }
      looked += (of.bottom - of.top + 1) * (of.right - of.left + 1);
      if (looked > MOST_LOOKED_AT || of.top < 0 || of.left < 0) return true;
      for (let row = of.top; row <= of.bottom; row++)
        for (let column = of.left; column <= of.right; column++) {
          const value = at(row, column);
          const number = value && numberOf(value);
          if (number !== undefined) total += sign * number;
          else if (value && !((value.kind === "text" || value.kind === "shown") && passesTexts)) return true;
        }
    }
    return Math.abs(total - result) <= 1e-6 * Math.max(1, Math.abs(total));
  };
}

/** "B2+B3-5", "SUM(B2:B4)": for a file that does not write its formulas as text. */
export const textOfSum = ({ terms }: Sum): string =>
  terms
    .map(({ sign, of, passesTexts }, i) => {
      const name = typeof of === "number" ? String(of) : nameOfArea(of);
      return `${sign < 0 ? "-" : i > 0 ? "+" : ""}${passesTexts ? `SUM(${name})` : name}`;
    })
    .join("");
