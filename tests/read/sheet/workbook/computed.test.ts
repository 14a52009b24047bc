/** What the functions of a statement's formulas give, as LibreOffice and Excel do; and where they may differ, nothing. */
import { expect, it } from "vitest";
import { createComputedCheck } from "../../../../scripts/read/sheet/workbook/computed.ts";
import { parseFormula } from "../../../../scripts/read/sheet/workbook/parse-formula.ts";
import { PLAIN_STYLE, type StoredCell } from "../../../../scripts/read/sheet/workbook/workbook.ts";

const cell = (value: number | string | boolean): StoredCell => ({
  style: PLAIN_STYLE,
  value:
    typeof value === "number"
      ? { kind: "number", value }
      : typeof value === "boolean"
        ? { kind: "boolean", value }
        : value.startsWith("#")
          ? { kind: "error", text: value }
          : { kind: "text", runs: [{ text: value, font: null }] },
});

const rows = (values: readonly (readonly (number | string | boolean | null)[])[]): StoredCell[][] =>
  values.map((row) => {
    const cells: StoredCell[] = [];
    row.forEach((value, i) => {
      if (value !== null) cells[i] = cell(value);
    });
    return cells;
  });

/** Label, force, facts, year, clear-up. */
const DATA = rows([
  ["Vols", "PN", 5, 2024, 0.5],
  ["VOLS", "GN", 7, 2025, "nd"],
  ["Tapages", "PN", null, 2026, 3],
  ["Vols (27)", "pn", 2, 2027, "#N/A"],
  ["Été", null, 4, 2028, true],
]);
const HOME = rows([["Vols", "PN", 2026, "*", "absent", "12"]]);

it.each<readonly [formula: string, right: number | "error" | null]>([
  // Lookups.
  ["VLOOKUP(A1,D!A1:C5,3,FALSE)", 5],
  ['VLOOKUP("tapages",D!A1:D5,4,0)', 2026],
  ['VLOOKUP("Tapages",D!A1:C5,3,0)', 0],
  ["VLOOKUP(E1,D!A1:C5,3,FALSE)", "error"],
  ["VLOOKUP(A1,D!A1:C5,4,FALSE)", "error"],
  ["VLOOKUP(D1,D!A1:C5,3,FALSE)", null],
  ["VLOOKUP(A9,D!A1:C5,3,FALSE)", null],
  ["VLOOKUP(A1,D!A1:C5,0,FALSE)", null],
  ["VLOOKUP(A1,D!A:C,3,FALSE)", 5],
  ["VLOOKUP(A1,D!$A:$C,3,FALSE)", 5],
  ["VLOOKUP(A1,D!1:4,3,FALSE)", 5],
  ["VLOOKUP(C1,D!D1:E5,2)", 3],
  ["VLOOKUP(2026.5,D!D1:E5,2,TRUE)", 3],
  ["VLOOKUP(2023,D!D1:E5,2,TRUE)", "error"],
  ["VLOOKUP(2100,D!D:D,1)", 2028],
  ["VLOOKUP(A1,D!A1:C5,3)", null],
  ["VLOOKUP(2026,D!C1:E5,3)", null],
  ['VLOOKUP(A1,D!A1:C5,3,"FALSE")', null],
  ["VLOOKUP(A1,Autre!A1:C5,3,FALSE)", null],
  ["VLOOKUP(2026.0000001,D!D1:E5,2,FALSE)", null],
  ["HLOOKUP(5,D!C1:E3,3,FALSE)", 0],
  ["HLOOKUP(2024,D!C1:E3,2,FALSE)", 2025],
  ["HLOOKUP(2024,D!C1:E3,4,FALSE)", "error"],
  ["MATCH(A1,D!A1:A5,0)", 1],
  ['MATCH("Été",D!A:A,0)', 5],
  ["MATCH(2026,D!D1:D5,1)", 3],
  ["MATCH(2026,D!D1:D5)", 3],
  ["MATCH(2026,D!D1:D5,-1)", null],
  ["MATCH(A1,D!A1:B5,0)", null],
  ["MATCH(E1,D!A1:A5,0)", "error"],
  ["INDEX(D!C1:C5,2)", 7],
  ["INDEX(D!A1:D5,2,3)", 7],
  ["INDEX(D!C2:D2,2)", 2025],
  ["INDEX(D!C1:C5,MATCH(A1,D!A1:A5,0),0)", 5],
  ["INDEX(D!C2:D2,0,1)", 7],
  ["INDEX(D!C1:D5,0,1)", null],
  ["INDEX(D!C1:D5,1,0)", null],
  ["INDEX(D!C1:C5,6)", "error"],
  ["INDEX(D!C1:C5,1,2)", "error"],
  ["INDEX(D!C1:C9,8)", 0],
  ["INDEX(D!C1:C5,MATCH(E1,D!A1:A5,0))", "error"],
  ["_xlfn.XLOOKUP(A1,D!A1:A5,D!C1:C5)", 5],
  ["COM.MICROSOFT.XLOOKUP(5;D!C1:E1;D!C2:E2)", 7],
  ["_xlfn.XLOOKUP(E1,D!A1:A5,D!C1:C5,-1)", -1],
  ["_xlfn.XLOOKUP(E1,D!A1:A5,D!C1:C5)", "error"],
  ["_xlfn.XLOOKUP(A1,D!A1:A5,D!C1:C4)", null],
  // Sums of what is chosen.
  ['SUMIF(D!A1:A5,"vols",D!C1:C5)', 12],
  ["SUMIF(D!A1:A5,A1,D!C1:C5)", 12],
  ["SUMIF(D!A:A,A1,D!C:C)", 12],
  ['SUMIF(D!C1:C5,">=4")', 16],
  ['SUMIF(D!C1:C5,">="&4)', 16],
  ['SUMIF(D!D1:D5,"<>2026",D!D1:D5)', 8104],
  ['SUMIF(D!C1:C5,"<>5")', null],
  ['SUMIF(D!A1:A5,"<>vols",D!D1:D5)', 6081],
  ['SUMIF(D!B1:B5,"<>PN",D!D1:D5)', null],
  ['SUMIF(D!A1:A5,"vol*",D!C1:C5)', null],
  ['SUMIF(D!A1:A5,">b",D!C1:C5)', null],
  ['SUMIF(D!A1:A5,"",D!C1:C5)', null],
  ["SUMIF(D!A1:A5,A1,D!C1:C4)", null],
  ["SUMIF(D!A1:A5,D!C3,D!C1:C5)", null],
  ["SUMIF(D!D1:D5,2026,D!C1:C5)", 0],
  ["SUMIF(D!E1:E5,3,D!D1:D5)", null],
  ['SUMIF(D!D1:D5,"31/03/2026",D!C1:C5)', null],
  ["SUMIF(D!A1:A5,12,D!C1:C5)", null],
  ["SUMIF(D!A1:A3,12,D!C1:C3)", 0],
  ['SUMIF(D!A1:A5,"Vols (27)",D!E1:E5)', "error"],
  ['SUMIFS(D!C1:C5,D!A1:A5,A1,D!B1:B5,"PN")', 5],
  ['SUMIFS(D!C1:C5,D!B1:B5,"PN",D!C1:C5,"<4")', 2],
  ['SUMIFS(D!C1:C5,D!A1:A5,A1,D!B1:B4,"PN")', null],
  ['COUNTIF(D!B1:B5,"PN")', 3],
  ["COUNTIF(D!C1:C5,5)", 1],
  ['COUNTIF(D!E1:E5,"Vols")', null],
  ['COUNTIFS(D!A1:A5,"Vols",D!B1:B5,"GN")', 1],
  ['COUNTIFS(D!A:A,"Vols",D!C:C,">5")', 1],
  ['AVERAGEIF(D!A1:A5,"Vols",D!C1:C5)', 6],
  ['AVERAGEIFS(D!C1:C5,D!B1:B5,"PN",D!A1:A5,"Vols")', 5],
  ['AVERAGEIF(D!A1:A5,"absent",D!C1:C5)', "error"],
  ["SUMPRODUCT(D!C1:C2,D!D1:D2)", 24_295],
  ['SUMPRODUCT((D!A1:A5=A1)*(D!B1:B5="PN")*D!C1:C5)', 5],
  ["SUMPRODUCT(--(D!A1:A5=A1),D!C1:C5)", 12],
  ["SUMPRODUCT(D!C1:C5)", 18],
  ["SUMPRODUCT((D!A1:A5=A1),D!C1:C5)", null],
  ["SUMPRODUCT(D!C1:C5,D!D1:D4)", null],
  ["SUMPRODUCT(D!C1:C5,D!E1:E5)", "error"],
  ["SUMPRODUCT((D!C1:C5>3)*(D!C1:C2))", null],
  // The rest.
  ["AVERAGE(D!C1:C5)", 4.5],
  ["AVERAGE(D!A1:A5)", "error"],
  ["AVERAGE(D!C1:C5,A1)", 4.5],
  ["AVERAGE(D!C1:C5,A1&A1)", null],
  ["COUNT(D!C1:C5)", 4],
  ["COUNT(D!A1:A5,3)", 1],
  ["COUNT(D!E1:E4)", 2],
  ["COUNT(D!E1:E5)", null],
  ["MAX(D!C1:C5,6)-MIN(D!C1:C5)", 5],
  ["MAX(D!A1:A5)", 0],
  ["MIN(D!E1:E4)", "error"],
  ["SUM(D!E1:E3)", 3.5],
  ["SUM(D!E1:E4)", "error"],
  ["SUM(D!E1:E5)", "error"],
  ["SUM(D!E5)", null],
  ["ABS(-5)", 5],
  ["ABS(A1)", null],
  ["ABS(D!E4)", "error"],
  ["INT(-2.5)", -3],
  ["ROUNDUP(2.1,0)", 3],
  ["ROUNDUP(-2.1,0)", -3],
  ["ROUNDDOWN(-2.9,0)", -2],
  ["ROUND(A1,0)", null],
  ["ROUND(D!E4,0)", "error"],
  ["IFERROR(VLOOKUP(E1,D!A1:C5,3,0),7)", 7],
  ["IFERROR(VLOOKUP(A1,D!A1:C5,3,0),7)", 5],
  ["IFERROR(VLOOKUP(D1,D!A1:C5,3,0),7)", null],
  ["IFERROR(A1/0,7)", null],
  ["IFERROR(C1/0,7)", 7],
  ["_xlfn.IFNA(MATCH(E1,D!A1:A5,0),7)", 7],
  ["_xlfn.IFNA(C1/0,7)", "error"],
  ["IF(ISNA(MATCH(E1,D!A1:A5,0)),1,2)", 1],
  ["IF(ISERROR(C1/0),1,2)", 1],
  ["IF(ISNA(C1/0),1,2)", 2],
  ["IF(ISNUMBER(C1),1,2)", 1],
  ["IF(ISNUMBER(A1),1,2)", 2],
  ["IF(ISNUMBER(D!E5),1,2)", null],
  ["IF(AND(C1>2000,C1<2030),1,2)", 1],
  ["IF(AND(C1>2000,C1<2020),1,2)", 2],
  ["IF(OR(C1<2000,C1=2026),1,2)", 1],
  ["IF(OR(C1<2000,C1=2025),1,2)", 2],
  ["IF(OR(D!A1:A5),1,2)", null],
  ["IF(AND(C1/0,1),1,2)", "error"],
  ["IF(A1,1,2)", null],
  ["IF(TRUE,1,2)", 1],
  ["IF(FALSE(),1,2)", 2],
  ["IF(C1/0>1,1,2)", "error"],
  ["IF(C1=2026,3)", 3],
  ["IF(C1=2025,3)", null],
  ["(C1=2026)+1", 2],
  ["TRUE(", null],
  ["MATCH(A1&B1,D!A1:A5,0)", "error"],
  ['MATCH("Vo"&"ls",D!A1:A5,0)', 1],
  ["MATCH(1.5&A1,D!A1:A5,0)", null],
  ["COUNTIF(D!A1:A5)", null],
  ["INDIRECT(A1)", null],
])("%s gives %s", (text, right) => {
  const sheets = [
    { name: "F", rows: HOME, rowHeight: () => undefined },
    { name: "D", rows: DATA, rowHeight: () => undefined },
  ] as const;
  const expression = parseFormula(text);
  const check = (result: number) => expression && createComputedCheck(sheets)(expression, result, sheets[0]);
  const number = typeof right === "number" ? right : 99;
  const told = right === null ? undefined : right === number;
  expect([check(number), check(number + 1)]).toEqual([told, told === undefined ? undefined : false]);
});

it.each<readonly [formula: string, text: string, right: boolean | undefined]>([
  ['"T"&2&" "&C1', "T2 2026", true],
  ['"T"&2&" "&C1', "T2  2026 ", true],
  ['"T"&2&" "&C1', "T2 2025", false],
  ["A1", "Vols", true],
  ["A1", "", false],
  ['IF(C1>2000,12,"")', "", false],
  ['IF(C1<2000,12,"")', "", true],
  ['IF(C1<2000,12,"")', "12", false],
  ["A9", "", undefined],
  ["C1", "2026", false],
  ["C1/0", "#DIV/0!", true],
  ["C1/0", "Err:532", true],
  ["C1/0", "nd", false],
  ["1.5&A1", "1,5Vols", undefined],
  ["INDIRECT(A1)", "12", undefined],
])("%s gives the text « %s »: %s", (text, result, right) => {
  const home = { name: "F", rows: HOME, rowHeight: () => undefined };
  const expression = parseFormula(text);
  expect(expression && createComputedCheck([home])(expression, result, home)).toBe(right);
});
