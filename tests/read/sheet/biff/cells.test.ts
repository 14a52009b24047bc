import { describe, expect, it } from "vitest";
import {
  type Content,
  f64,
  font,
  formula,
  label,
  latin,
  number,
  OLD,
  PLAIN,
  rich,
  row,
  sst,
  text8,
  u16,
  u32,
  type Written,
  xf,
} from "../hand-made-xls.ts";

describe("a text", () => {
  it("may be wide, have fonts and a reading, and go on in as many records as it wants", async () => {
    const first = [...u16(4), 0x0d, ...u16(1), ...u32(3), 0x56, 0, 0x153, 0].flatMap((v) =>
      v > 255 ? [0x53, 1] : [v],
    );
    // "Vœls" in four records, then its font change and its reading, then "b"
    const globals: readonly Written[] = [
      font(),
      font({ flags: 8 }),
      xf(),
      [0x00fc, [...u32(2), ...u32(2), ...first.slice(0, -1)]],
      [0x003c, [0, ...latin("l")]],
      [0x003c, []],
      [0x003c, [0, ...latin("s"), ...u16(2, 1)]],
      [0x003c, [1, 2, 3, ...text8("b")]],
    ];
    expect(await row({ globals, sheet: [label(0, 0, 0), label(0, 1, 1)] })).toEqual(["Vœ [struck ls]", "b"]);
  });

  it("of a cell of its own: plain, with fonts, with fonts of Excel 95", async () => {
    const globals = [font(), font({ flags: 8 }), xf()];
    const changes = [...u16(2), ...u16(0, 1, 2, 0)];
    expect(await row({ globals, sheet: [[0x0204, [...u16(0, 0, 0), ...text8("12")]]] })).toEqual(["12"]);
    expect(await row({ globals, sheet: [[0x00d6, [...u16(0, 0, 0), ...text8("119"), ...changes]]] })).toEqual([
      "9 [struck 11]",
    ]);
    const old: Written = [0x00d6, [...u16(0, 0, 0, 3), ...latin("119"), 2, 0, 1, 2, 0]];
    expect(await row({ version: OLD, globals: [font(), font({ flags: 8 }), xf()], sheet: [old] })).toEqual([
      "9 [struck 11]",
    ]);
  });

  it("has the font of its cell until one changes it; a change after its end changes nothing", async () => {
    const globals = [
      font(),
      font({ flags: 8 }),
      xf({ font: 1 }),
      sst(rich("119", [2, 0]), rich("12", [2, 0]), rich("1219", [2, 1], [3, 0])),
    ];
    expect(await row({ globals, sheet: [label(0, 0, 0), label(0, 1, 1), label(0, 2, 2)] })).toEqual([
      "9 [struck 11]",
      "[struck 12]",
      "9 [struck 121]",
    ]);
  });

  it("of 20 000 letters is read whole", async () => {
    const long = "é".repeat(20_000);
    const globals: readonly Written[] = [
      ...PLAIN,
      sst(...[0, 1].map(() => [...u16(8_000), 0, ...latin(long.slice(0, 8_000))])),
    ];
    const more: readonly Written[] = [
      ...PLAIN,
      [0x00fc, [...u32(1), ...u32(1), ...u16(20_000), 0, ...latin(long.slice(0, 8_000))]],
      [0x003c, [0, ...latin(long.slice(8_000, 16_000))]],
      [0x003c, [1, ...u16(...Array<number>(4_000).fill(0xe9))]],
    ];
    expect((await row({ globals, sheet: [label(0, 0, 1)] }))[0]).toBe(long.slice(0, 8_000));
    expect((await row({ globals: more, sheet: [label(0, 0, 0)] }))[0]).toBe(long);
  });
});

describe("a value", () => {
  const special = (kind: number, code = 0, flags = 0, tokens: Content = []): Written => [
    0x0006,
    [...u16(0, 0, 0), kind, 0, code, 0, 0, 0, 255, 255, ...u16(flags, 0, 0, tokens.length), ...tokens],
  ];
  it.each([
    [0, "#NULL!"],
    [7, "#DIV/0!"],
    [15, "#VALUE!"],
    [23, "#REF!"],
    [29, "#NAME?"],
    [36, "#NUM!"],
    [42, "#N/A"],
    [43, "#ERREUR"],
  ])("that is the error %i is shown as %s, in a cell and as a result", async (code, text) => {
    expect(await row({ globals: PLAIN, sheet: [[0x0205, [...u16(0, 0, 0), code, 1]]] })).toEqual([text]);
    expect(await row({ globals: PLAIN, sheet: [special(2, code)] })).toEqual([text]);
  });

  it.each([
    [0, "FAUX"],
    [1, "VRAI"],
  ])("that is true or false, %i, is shown as %s, in a cell and as a result", async (code, text) => {
    expect(await row({ globals: PLAIN, sheet: [[0x0205, [...u16(0, 0, 0), code, 0]]] })).toEqual([text]);
    expect(await row({ globals: PLAIN, sheet: [special(1, code)] })).toEqual([text]);
  });

  it.each([
    [(12 << 2) | 2, "12"],
    [(-12 << 2) | 2, "-12"],
    [(-1250 << 2) | 3, "-12,5"],
    [0x40220000, "9"],
    [0x40220001, "0,09"],
  ])("in four bytes, %i, is %s", async (raw, text) => {
    expect(await row({ globals: PLAIN, sheet: [[0x027e, [...u16(0, 0, 0), ...u32(raw >>> 0)]]] })).toEqual([text]);
  });

  it("of several cells of a row: each has its own style", async () => {
    const rk = (value: number): Content => u32((value << 2) | 2);
    const sheet: Written[] = [
      [0x00bd, [...u16(0, 1), ...u16(0), ...rk(7), ...u16(1), ...rk(8), ...u16(0), ...rk(9), ...u16(3)]],
    ];
    expect(await row({ globals: [font(), font({ flags: 8 }), xf(), xf({ font: 1 })], sheet })).toEqual([
      "",
      "7",
      "[struck 8]",
      "9",
    ]);
  });

  it("that a formula gives: a text after it, after what it shares, in several records; an empty text", async () => {
    const shared: Written = [0x04bc, [...u16(0, 0), 0, 0, 0, 1, ...u16(1), 0x17]];
    const text: Written = [0x0207, text8("douze")];
    expect(await row({ globals: PLAIN, sheet: [special(0), text] })).toEqual(["douze"]);
    expect(await row({ globals: PLAIN, sheet: [special(0), shared, text] })).toEqual(["douze"]);
    const cut: readonly Written[] = [
      [0x0207, [...u16(5), 0, ...latin("do")]],
      [0x003c, [0, ...latin("uze")]],
    ];
    expect(await row({ globals: PLAIN, sheet: [special(0), ...cut, number(0, 1, 3)] })).toEqual(["douze", "3"]);
    const old: Written = [0x0207, [...u16(3), ...latin("\u00e9t\u00e9")]];
    expect(await row({ version: OLD, globals: [font(), xf()], sheet: [special(0), old] })).toEqual(["été"]);
    expect(await row({ globals: PLAIN, sheet: [special(3), number(0, 1, 3)] })).toEqual(["", "3"]);
    expect(await row({ globals: PLAIN, sheet: [special(0), number(0, 1, 3), text] })).toEqual([
      "",
      "3",
      "formula-without-value",
    ]);
    expect(await row({ globals: PLAIN, sheet: [special(0), [0x0207, [...u16(5), 0, 0x64]], number(0, 1, 3)] })).toEqual(
      ["", "3", "formula-without-value"],
    );
  });

  it("that waits for its spreadsheet: always computed, computed on opening, a sum that is an empty text", async () => {
    const flagged = (flags: number): Written => [0x0006, [...u16(0, 0, 0), ...f64(4), ...u16(flags, 0, 0, 1), 0x17]];
    expect(await row({ globals: PLAIN, sheet: [flagged(1)] })).toEqual(["4 [stale ]"]);
    expect(await row({ globals: PLAIN, sheet: [flagged(2)] })).toEqual(["4 [stale ]"]);
    expect(await row({ globals: PLAIN, sheet: [flagged(8)] })).toEqual(["4"]);
    expect(await row({ version: OLD, globals: [font(), xf()], sheet: [flagged(2)] })).toEqual(["4 [stale ]"]);
    for (const sheet of [[special(3, 0, 2)], [special(3, 0, 0, [0x1e, 4, 0])]])
      expect(await row({ globals: PLAIN, sheet: [...sheet, number(0, 1, 3)] })).toEqual([
        "",
        "3",
        "formula-without-value",
      ]);
    const uncalculated: Written[] = [[0x005e, u16(0)], number(0, 0, 3), formula(0, 1, 4, [0x17])];
    expect(await row({ globals: PLAIN, sheet: uncalculated })).toEqual(["3", "4 [stale ]"]);
  });
});
