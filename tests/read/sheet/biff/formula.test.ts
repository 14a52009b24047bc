import { describe, expect, it } from "vitest";
import {
  type Content,
  f64,
  font,
  formula,
  inPlain,
  latin,
  number,
  OLD,
  PLAIN,
  row,
  u16,
  type Written,
  xf,
} from "../hand-made-xls.ts";

describe("a sum", () => {
  const cell = (place: number, column: number): Content => [0x44, ...u16(place, column | 0xc000)];
  const A1 = cell(0, 0);
  const B1 = cell(0, 1);
  const AREA = [0x25, ...u16(0, 0, 0xc000, 0xc001)];
  const E_ACUTE = [0x17, 1, 1, ...u16(0xe9)];
  /** IF(A1 sign 3, B1, IF("é"="é", 7, 8)) */
  const IF = (sign: number): Content => [
    ...[...A1, 0x1e, ...u16(3), sign, 0x19, 0x02, 9, 0, ...B1, 0x19, 0x08, 9, 0],
    ...[...E_ACUTE, 0x17, 1, 0, 0xe9, 0x0b, 0x1e, ...u16(7), 0x1e, ...u16(8), 0x42, 3, ...u16(1)],
    ...[0x19, 0x08, 3, 0, 0x42, 3, ...u16(1)],
  ];
  it.each<readonly [string, number, Content, string]>([
    ["A1-B1", -1, [...A1, ...B1, 4], ""],
    ["A1-B1 as B1-A1", 1, [...A1, ...B1, 4], "A1-B1"],
    ["A1-(B1-3)", 2, [...A1, ...B1, 0x1e, ...u16(3), 4, 0x15, 4], ""],
    ["A1-(B1-3), one sign lost", -4, [...A1, ...B1, 0x1e, ...u16(3), 4, 0x15, 4], "A1-(B1-3)"],
    ["+A1", 4, [...A1, 0x12], ""],
    ["+A1 that is not", 5, [...A1, 0x12], "A1"],
    ["A1+0.5", 4.5, [...A1, 0x1f, ...f64(0.5), 3], ""],
    ["A1+0.5 that is not", 4, [...A1, 0x1f, ...f64(0.5), 3], "A1+0.5"],
    ["A1+40000", 40_004, [...A1, 0x1e, ...u16(40_000), 3], ""],
    ["SUM with spaces, computed each time", 9, [0x19, 0x01, 0, 0, ...AREA, 0x19, 0x40, 0, 3, 0x19, 0x10, 0, 0], ""],
    ["SUM with spaces that is not", 8, [0x19, 0x40, 0, 3, ...AREA, 0x19, 0x10, 0, 0], "SUM(A1:B1)"],
    ["SUM of three", 14, [...A1, ...B1, ...B1, 0x42, 3, ...u16(4)], ""],
    ["SUM of three that is not", 15, [...A1, ...B1, ...B1, 0x42, 3, ...u16(4)], "SUM(A1,B1,B1)"],
    ["SUM asked of the user", 8, [...AREA, 0x42, 0x81, ...u16(0x8004)], "SUM(A1:B1)"],
    ["another function", 8, [...AREA, 0x42, 1, ...u16(12)], ""],
    ["AVERAGE that is not", 8, [...AREA, 0x42, 1, ...u16(5)], "AVERAGE(A1:B1)"],
    ["ABS", 1, [...A1, ...B1, 4, 0x41, ...u16(24)], ""],
    ["ABS that is not", -1, [...A1, ...B1, 4, 0x41, ...u16(24)], "ABS(A1-B1)"],
    ["another function of one", 8, [...A1, 0x41, ...u16(20)], ""],
    ["VLOOKUP, with FALSE", 5, [...A1, ...AREA, 0x1e, ...u16(2), 0x1d, 0, 0x42, 4, ...u16(102)], ""],
    [
      "VLOOKUP that is not, with TRUE",
      4,
      [...A1, ...AREA, 0x1e, ...u16(2), 0x1d, 1, 0x42, 4, ...u16(102)],
      "VLOOKUP(A1,A1:B1,2,TRUE)",
    ],
    ["COUNTIF with a sign", 2, [...AREA, 0x17, 1, 0, 62, 0x1e, ...u16(3), 0x08, 0x41, ...u16(346)], ""],
    [
      "COUNTIF that is not",
      1,
      [...AREA, 0x17, 1, 0, 62, 0x1e, ...u16(3), 0x08, 0x41, ...u16(346)],
      'COUNTIF(A1:B1,">"&3)',
    ],
    ["a choice of results", 8, [...AREA, 0x19, 0x04, 0, 0, 0x19, 0x10, 0, 0], ""],
    ["an area alone", 8, AREA, ""],
    ["an area of one cell", 8, [0x25, ...u16(0, 0, 0xc000, 0xc000)], "A1"],
    ["an area of one row of two cells, plus a cell", 8, [...AREA, ...A1, 3], ""],
    ["an addition of one operand", 8, [...A1, 3], ""],
    ["a product of one operand", 8, [...A1, 5], ""],
    ["a sum of no operand", 8, [0x19, 0x10, 0, 0], ""],
    ["two results", 8, [...A1, ...B1], ""],
    ["a subtotal of a sum", 8, [...AREA, ...A1, 0x42, 2, ...u16(344)], ""],
    ["tokens that are cut", 8, [0x44, 0, 0, 0], ""],
    ["an integer that is cut", 8, [0x1e, 4], ""],
    ["no token", 8, [], ""],
    ["far too many tokens", 8, [...A1, ...Array.from({ length: 600 }, () => [...B1, 3]).flat()], ""],
    ["a minus sign", 4, [...A1, 0x13], "-A1"],
    ["a minus sign before nothing", 4, [0x13], ""],
    ["ROUND", 3, [...B1, 0x1e, ...u16(2), 6, 0x1e, ...u16(0), 0x41, ...u16(27)], ""],
    ["ROUND that is not", 2, [...B1, 0x1e, ...u16(2), 6, 0x1e, ...u16(0), 0x41, ...u16(27)], "ROUND(B1/2,0)"],
    ["another function of two", 2, [...B1, ...A1, 0x41, ...u16(39)], ""],
    ["IF, with its jumps", 5, IF(0x0d), ""],
    ["IF that is not", 7, IF(0x0d), 'IF(A1>3,B1,IF("é"="é",7,8))'],
    ["IF, otherwise", 7, IF(0x0a), ""],
    ...([0x09, 0x0b, 0x0c, 0x0e] as const).map(
      (sign) => [`IF by the sign ${sign}`, sign === 0x0c || sign === 0x0e ? 5 : 7, IF(sign), ""] as const,
    ),
    ["a text that is cut", 8, [0x17, 3, 0, 65], ""],
  ])("%s", async (_, value, tokens, stale) => {
    const sheet = [number(0, 0, 4), number(0, 1, 5), formula(0, 2, value, tokens)];
    expect((await row({ globals: PLAIN, sheet }))[2]).toBe(
      `${value}`.replace(".", ",") + (stale && ` [stale ${stale}]`),
    );
  });

  it.each<readonly [string, number, Content, string]>([
    ["a cell", 4, [0x5a, ...u16(1, 0, 0)], ""],
    ["a cell that is not", 5, [0x5a, ...u16(1, 0, 0)], "'IS 101'!A1"],
    ["an area", 9, [0x3b, ...u16(1, 0, 0, 0, 1), 0x19, 0x10, 0, 0], ""],
    ["an area that is not", 5, [0x3b, ...u16(1, 0, 0, 0, 1), 0x19, 0x10, 0, 0], "SUM('IS 101'!A1:B1)"],
    ["of another file", 5, [0x5a, ...u16(0, 0, 0)], ""],
    ["of several sheets", 5, [0x5a, ...u16(2, 0, 0)], ""],
    ["of no sheet", 5, [0x5a, ...u16(3, 0, 0)], ""],
    ["of nothing", 5, [0x5a, ...u16(9, 0, 0)], ""],
  ])("of a sheet that it names: %s", async (_, value, tokens, stale) => {
    const books: Written[] = [
      [0x01ae, [...u16(1, 9), ...latin("autre.xls")]],
      [0x01ae, u16(1, 0x0401)],
      [0x0017, u16(4, ...[0, 0, 0], ...[1, 0, 0], ...[1, 0, 1], ...[1, 5, 5])],
    ];
    const sheet = [number(0, 0, 4), number(0, 1, 5), formula(0, 2, value, tokens)];
    expect((await row({ globals: [...PLAIN, ...books], sheet }))[2]).toBe(`${value}${stale && ` [stale ${stale}]`}`);
  });

  it("of Excel 95 is not checked: its tokens are others", async () => {
    const sheet = [number(0, 0, 4), number(0, 1, 5), formula(0, 2, 8, [...A1, ...B1, 3])];
    expect((await row({ version: OLD, globals: [font(), xf()], sheet }))[2]).toBe("8");
  });

  it("that cells share: areas follow each of them, and each has the formula of its own group", async () => {
    const area: Content = [0x2d, ...u16(0xffff, 0xffff, 0xc000, 0xc001), 0x19, 0x10, 0, 0];
    const shared = (tokens: Content): Written => [0x04bc, [...u16(1, 1), 0, 1, 0, 2, ...u16(tokens.length), ...tokens]];
    const sheet = [
      ...[number(0, 0, 4), number(0, 1, 5), number(0, 2, 6)],
      ...[formula(1, 0, 9, [0x01, ...u16(1, 0)]), shared(area), formula(1, 1, 10, [0x01, ...u16(1, 0)])],
      ...[formula(1, 2, 12, [0x01, ...u16(1, 2)]), shared([0x4c, ...u16(0xffff, 0xc000), 0x1e, ...u16(6), 3])],
    ];
    const { value } = await inPlain(...sheet);
    expect(value[0]?.rows[1]?.map((one) => one.beside?.[0]?.text)).toEqual([undefined, "SUM(B1:C1)", undefined]);
  });
});
