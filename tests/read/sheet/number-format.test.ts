/** What number formats make of numbers and texts, as a French spreadsheet shows them; "!": told. */
import { expect, test } from "vitest";
import { builtInFormat, showNumber, showText } from "../../../scripts/read/sheet/workbook/number-format.ts";

const shown = (value: number, code: string): string => {
  const { text, isOdd } = showNumber(value, code, false);
  return `${text}${isOdd ? " !" : ""}`;
};

test.each([
  [1012, "General|0|#,##0|# ##0|#\\ ##0|##,##0|#,##0.00|.0|#.0|00000|_-* #,##0_-;-* #,##0_-|0.00E+00", "1012 !|1012"],
])("%d as %s is the plain number", (value, codes) => {
  const odd = codes.split("|").filter((code) => shown(value, code) !== (code === "0.00E+00" ? "1012 !" : "1012"));
  expect(odd).toEqual([]);
});

test.each([
  // .0 shows 12,0
  [12, ".0", "12"],
  [0.5, "#.##", "0,5"],
  [2.25, "#,###.0", "2,25"],
  [-3, "#,##0_);(#,##0)", "-3"],
  [-3, "0;[Red]-0", "-3"],
  [-3, "0;0", "-3 !"],
  [3, "+0;-0", "+3"],
  [0.456, "0.0%", "45,6%"],
  [0.12, "+0%;-0%", "+12%"],
  [0.9983, '[=0]"-";0%', "100%"],
  [0.12, "[>1]0;0%", "12%"],
  [-0.12, "0;-0%", "-12%"],
  [45, '0.0" %"', "45,0 %"],
  [12, '0" fait(s)"', "12 fait(s)"],
  [1234, '#,##0" faits"', "1234 faits"],
  [2026, '"T1 "0', "T1 2026"],
  [0, '_-* "-"??_-;_-* "-"??_-;_-* "-"??_-;_-@_-', "0"],
  [0, "0;-0;;@", "0 !"],
  [0, '0;-0;"néant"', "0 !"],
  [99, ";;;", "99 !"],
  [99, '"12"', "99 !"],
  [99, '"12"@', "99 !"],
  [12, '"12"0', "12 !"],
  [1234, "0,", "1234 !"],
  [0.5, "# ?/?", "0,5 !"],
  [1200, "0.0E+00", "1200"],
  [12, "[DBNum1]0", "12 !"],
  [12, "[$-2060000]0", "12 !"],
  [12, "[$-60000]0", "12 !"],
  [12, "*x0", "12 !"],
  [12, "[$-40C]0", "12"],
  [12, "#,##0\\ [$€-40C]", "12 €"],
  [46112, "dd/mm/yyyy", "31/03/2026"],
  [46112, "mmm-yy", "mars 2026"],
  [46112, "[$-40C]d\\ mmmm\\ yyyy;@", "31/03/2026"],
  [46112, "yyyy", "2026"],
  [46112, '"T1 "yyyy', "T1 2026"],
  [46112, "d", "31 !"],
  [46112, "yy", "26 !"],
  [0.5, "hh:mm", "12:00"],
  [46112, '"Au "dddd d mmmm yyyy', "Au mardi 31 mars 2026"],
  [12, "[White]0", "12 !"],
  [12, '0"-"', "12 !"],
  [12, "[Couleur 2]0", "12 !"],
  [12, '"[White]"0', "[White]12"],
  [12, "[Color10]+0;[Red]-0", "+12"],
])("%d as %s shows %s", (value, code, wanted) => expect(shown(value, code).replace(/\u00a0/g, " ")).toBe(wanted));

test("a text under the section for texts", () => {
  expect(showText("Vols", "General")).toEqual({ text: "Vols", isOdd: false });
  expect(showText("12", '"n° "@')).toEqual({ text: "n° 12", isOdd: false });
  expect(showText("12", ";;;").isOdd).toBe(true);
  expect(showText("Vols", "0;0;0;[White]@").isOdd).toBe(true);
  expect(showText("12", '0;-0;0;"9"@').isOdd).toBe(true);
});

test("built-in formats are those of France", () => {
  expect([14, 22, 5, 9].map(builtInFormat)).toEqual(["dd/mm/yyyy", "dd/mm/yyyy hh:mm", '#,##0" €";-#,##0" €"', "0%"]);
});
