/** Sums and the four operations on cells of the file: right, wrong ("!"), or not understood ("?"). */
import { expect, test } from "vitest";
import { createFormulaCheck } from "../../../scripts/read/sheet/workbook/formulas.ts";
import { PLAIN_STYLE, type StoredCell, type StoredSheet } from "../../../scripts/read/sheet/workbook/workbook.ts";

const cell = (held: number | string): StoredCell => ({
  value:
    typeof held === "number" ? { kind: "number", value: held } : { kind: "text", runs: [{ text: held, font: null }] },
  style: PLAIN_STYLE,
});
const sheet = (name: string, rows: readonly (readonly (number | string)[])[]): StoredSheet => ({
  name,
  hidden: false,
  rows: rows.map((row) => row.map(cell)),
  merges: [],
  showsZeros: true,
  showsFormulas: false,
  overlays: [],
  drawings: [],
  pageTexts: [],
  comments: [],
  rowHeight: () => undefined,
  columnWidth: () => 10,
});
const HOME = sheet("IS 101", [
  [1, 2, "x"],
  [3, 4, 5],
]);
const check = createFormulaCheck([HOME, sheet("L'autre", [[7]])]);
const verdict = (text: string, result: number, shift?: { rows: number; columns: number }): string => {
  const right = check({ text, mayBeAnother: false, ...(shift && { shift }) }, result, HOME);
  return right === undefined ? "?" : right ? "right" : "!";
};

test.each([
  ["SUM(A1:B2)", 10, "right"],
  ["SUM(A1:B2)", 11, "!"],
  ["SUM(A1:C2)", 15, "right"],
  ["SUM($A$1:$A$2,B2)+1", 9, "right"],
  ["SUM(A:A)", 4, "right"],
  ["SUM(A1:A2;B1:B2)", 10, "right"],
  ["A1+B1*B2", 9, "right"],
  ["-(A1-B2)/A2", 1, "right"],
  ["A2/B1", 1.5, "right"],
  ["A2/B1", 1.6, "!"],
  ["B1-A1-A1", 0, "right"],
  ["'L''autre'!A1+A1", 8, "right"],
  ["D9+A1", 1, "right"],
  ["A1/D9", 0, "?"],
  ["A1+C1", 1, "?"],
  ["AVERAGE(A1:A2)", 2, "?"],
  ["IF(A1>0,1,2)", 1, "?"],
  ["[1]Feuil1!A1", 1, "?"],
  ["Ailleurs!A1", 1, "?"],
  ["SUM(A1:A2", 4, "?"],
  ["A1:B1", 3, "?"],
])("%s = %d: %s", (text, result, wanted) => expect(verdict(text, result)).toBe(wanted));

test("a shared formula moves its references, but for those that are fixed", () => {
  expect(verdict("SUM(A1:B1)", 7, { rows: 1, columns: 0 })).toBe("right");
  expect(verdict("$A$1+B1", 5, { rows: 1, columns: 0 })).toBe("right");
});
