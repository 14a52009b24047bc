/** The records of an .xls one by one: what each field of them says, and what is wrong with one that is refused ([MS-XLS]). */
import { CFB } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { MAX_SHEET_BYTES } from "../../../../scripts/read/contract/limits.ts";
import { readXls } from "../../../../scripts/read/sheet/xls.ts";
import { rules, show, source } from "../../source.ts";
import {
  type Book,
  bof,
  type Content,
  EOF,
  f64,
  font,
  format,
  formula,
  label,
  latin,
  number,
  record,
  rich,
  sst,
  text8,
  u16,
  u32,
  type Written,
  xf,
  xls,
} from "../hand-made-xls.ts";

const PLAIN: readonly Written[] = [font(), xf()];
const OLD = 0x0500;
const read = (book: Book) => readXls(source("a.xls", xls(book)));
const inPlain = (...sheet: readonly Written[]) => read({ globals: PLAIN, sheet });
/** The cells of the first row, with what stands beside them. */
const row = async (book: Book): Promise<readonly string[]> => {
  const { value, issues } = await read(book);
  const cells = (value[0]?.rows[0] ?? []).map(({ text, beside = [] }) =>
    [text, ...beside.map((one) => `[${one.kind} ${one.text}]`)].join(" ").trim(),
  );
  return [...cells, ...issues.map(({ rule }) => rule)];
};

describe("a workbook", () => {
  it("has several sheets, each with its own cells; those of charts and of macros have none", async () => {
    const names = ["A", "Graphique", "B", "Macro"];
    const types = [0, 2, 0, 1];
    const head = (starts: readonly number[]): Content =>
      [
        bof(5),
        ...PLAIN,
        ...names.map(
          (name, i): Written => [
            0x0085,
            [...u32(starts[i] ?? 0), i === 2 ? 1 : 0, types[i] ?? 0, name.length, 0, ...latin(name)],
          ],
        ),
        EOF,
      ].flatMap(record);
    const book = (third: readonly Written[]) => {
      const sheets = names.map((_, i) =>
        [bof(types[i] === 2 ? 0x20 : 0x10), number(0, 0, i), ...(i === 2 ? third : []), EOF].flatMap(record),
      );
      const starts = sheets.map((_, i) => head([]).length + sheets.slice(0, i).flat().length);
      return readXls(source("a.xls", Uint8Array.from([...head(starts), ...sheets.flat()])));
    };
    const { value, issues } = await book([]);
    expect(issues).toEqual([]);
    expect(value.map((grid) => [grid.part, grid.hidden, ...show(grid)])).toEqual([
      ["A", undefined, "0"],
      ["B", true, "2"],
    ]);
    const damaged = await book([number(0, 0, 3)]);
    expect(damaged.issues[0]?.actual).toBe("feuille « B », cellule double (ligne 1, colonne 1)");
  });

  it("of Excel 95 may be a sheet alone; its stream is called Book", async () => {
    const alone = Uint8Array.from([bof(0x10, OLD), font(), xf(), number(0, 0, 12), EOF].flatMap(record));
    const { value } = await readXls(source("a.xls", alone));
    expect(value.map((grid) => [grid.part, grid.hidden, ...show(grid)])).toEqual([["Feuille 1", undefined, "12"]]);
    const file = CFB.utils.cfb_new();
    CFB.utils.cfb_add(
      file,
      "/Book",
      Buffer.from(xls({ version: OLD, globals: [font(), xf()], sheet: [number(0, 0, 13)] })),
    );
    const bytes = new Uint8Array(CFB.write(file, { type: "buffer" }) as Buffer);
    expect((await readXls(source("a.xls", bytes))).value.map(show)).toEqual([["13"]]);
  });

  it("has no styles at all, dates since 1900 where it says so, and a text after its texts that is not theirs", async () => {
    expect(await row({ sheet: [number(0, 0, 12, 3)] })).toEqual(["12"]);
    const dated = [[0x0022, u16(0)] as const, font(), xf(), xf({ format: 17 })];
    expect(await row({ globals: dated, sheet: [number(0, 0, 46112, 1)] })).toEqual(["mars 2026"]);
    const texts = sst(text8("a"));
    expect(await row({ globals: [...PLAIN, texts, [0x00ff, [0, 0]]], sheet: [label(0, 0, 0)] })).toEqual(["a"]);
  });

  it.each([
    [undefined, 0x9c, "œ"],
    [1252, 0x9c, "œ"],
    [1250, 0xe8, "č"],
    [1251, 0xe9, "й"],
    [1258, 0xd2, "\u0309"],
    [367, 0x41, "A"],
    [866, 0xa9, "й"],
    [874, 0xa1, "ก"],
    [10000, 0x8e, "é"],
    [32768, 0x8e, "é"],
    [32769, 0xe9, "é"],
  ])("of Excel 95 has texts in its code page: %s", async (page, byte, letter) => {
    const globals: readonly Written[] = [...(page === undefined ? [] : [[0x0042, u16(page)] as const]), font(), xf()];
    expect(await row({ version: OLD, globals, sheet: [[0x0204, [...u16(0, 0, 0, 1), byte]]] })).toEqual([letter]);
  });

  it.each([
    [932, [0x82, 0xa0], "あ"],
    [936, [0xc4, 0xe3], "你"],
    [949, [0xb0, 0xa1], "가"],
    [950, [0xa4, 0xa4], "中"],
    [1200, [0x53, 0x01], "œ"],
  ])("of Excel 95 has letters of two bytes in its code page: %s", async (page, bytes, letter) => {
    const globals: readonly Written[] = [[0x0042, u16(page)], font(), xf()];
    expect(await row({ version: OLD, globals, sheet: [[0x0204, [...u16(0, 0, 0, 2), ...bytes]]] })).toEqual([letter]);
  });

  it("of Excel 95 has fonts, formats and fills where that program put them", async () => {
    const old = (name: string, flags = 0, colour = 0x7fff): Written => [
      0x0031,
      [...u16(220, flags, colour, 400, 0), 0, 0, 0, 0, name.length, ...latin(name)],
    ];
    const style = (f: number, form = 0, pattern = 0, fore = 64, back = 65): Written => [
      0x00e0,
      [...u16(f, form, 0, 0, fore | (back << 7), pattern, 0, 0)],
    ];
    const globals: readonly Written[] = [
      ...[old("Arial"), old("Arial", 8), old("Wingdings"), old("Arial", 0, 9)],
      [0x041e, [...u16(164), 3, ...latin(";;;")]],
      [0x041e, [...u16(165), 2, ...latin("0%")]],
      ...[
        style(0),
        style(1),
        style(2),
        style(0, 164),
        style(3),
        style(3, 0, 1, 18),
        style(3, 0, 4, 18, 9),
        style(3, 0, 16, 18, 9),
        style(3, 0, 17, 18, 9),
        style(0, 165),
      ],
    ];
    const sheet = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((i) => number(0, i, 99, i));
    expect(await row({ version: OLD, globals, sheet })).toEqual([
      "99",
      "[struck 99]",
      "99 [unsure ]",
      "[otherwise 99]",
      "[faint 99]",
      "99",
      "[faint 99]",
      "[faint 99]",
      "[faint 99]",
      "9900%",
    ]);
  });

  it.each(Array.from({ length: 19 }, (_, pattern) => pattern))(
    "shows most of its pattern or of its ground: %i",
    async (pattern) => {
      const under = async (fore: number, back: number) => {
        const globals = [font(), font({ colour: 18 }), xf(), xf({ font: 1, pattern, fore, back })];
        return row({ globals, sheet: [number(0, 0, 99, 1)] });
      };
      const isDense = [1, 2, 3, 5, 6, 7, 8, 9, 10].includes(pattern);
      expect(await under(18, 9)).toEqual([isDense ? "[faint 99]" : "99"]);
      expect(await under(9, 18)).toEqual([isDense || pattern === 0 ? "99" : "[faint 99]"]);
    },
  );

  it("has its own colours in their order", async () => {
    const palette: Written = [0x0092, [...u16(2), 9, 9, 9, 0, 255, 255, 250, 0]];
    const white = [font(), font({ colour: 9 }), palette, xf(), xf({ font: 1 })];
    expect(await row({ globals: white, sheet: [number(0, 0, 99, 1)] })).toEqual(["[faint 99]"]);
    const dark = [font(), font({ colour: 8 }), palette, xf(), xf({ font: 1 })];
    expect(await row({ globals: dark, sheet: [number(0, 0, 99, 1)] })).toEqual(["99"]);
    const none = [font(), font({ colour: 18 }), xf(), xf({ font: 1, pattern: 0, fore: 18, back: 18 })];
    expect(await row({ globals: none, sheet: [number(0, 0, 99, 1)] })).toEqual(["99"]);
  });

  it("has sizes in twentieths of a point, and formats by the number that the file gives them", async () => {
    const globals = (height: number) => [font(), font({ height }), xf(), xf({ font: 1 })];
    expect(await row({ globals: globals(40), sheet: [number(0, 0, 99, 1)] })).toEqual(["[faint 99]"]);
    expect(await row({ globals: globals(60), sheet: [number(0, 0, 99, 1)] })).toEqual(["99"]);
    const formats = [font(), format(165, "0%"), format(164, '0" faits"'), xf(), xf({ format: 164 }), xf({ format: 9 })];
    const sheet = [number(0, 0, 9, 1), number(0, 1, 9, 2), number(0, 2, 9)];
    expect(await row({ globals: formats, sheet })).toEqual(["9 faits", "900%", "9"]);
  });
});

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

describe("a sum", () => {
  const cell = (place: number, column: number): Content => [0x44, ...u16(place, column | 0xc000)];
  const A1 = cell(0, 0);
  const B1 = cell(0, 1);
  const AREA = [0x25, ...u16(0, 0, 0xc000, 0xc001)];
  it.each<readonly [string, number, Content, string]>([
    ["A1-B1", -1, [...A1, ...B1, 4], ""],
    ["A1-B1 as B1-A1", 1, [...A1, ...B1, 4], "A1-B1"],
    ["A1-(B1-3)", 2, [...A1, ...B1, 0x1e, ...u16(3), 4, 0x15, 4], ""],
    ["A1-(B1-3), one sign lost", -4, [...A1, ...B1, 0x1e, ...u16(3), 4, 0x15, 4], "A1-B1+3"],
    ["+A1", 4, [...A1, 0x12], ""],
    ["+A1 that is not", 5, [...A1, 0x12], "A1"],
    ["A1+0.5", 4.5, [...A1, 0x1f, ...f64(0.5), 3], ""],
    ["A1+0.5 that is not", 4, [...A1, 0x1f, ...f64(0.5), 3], "A1+0.5"],
    ["A1+40000", 40_004, [...A1, 0x1e, ...u16(40_000), 3], ""],
    ["SUM with spaces, computed each time", 9, [0x19, 0x01, 0, 0, ...AREA, 0x19, 0x40, 0, 3, 0x19, 0x10, 0, 0], ""],
    ["SUM with spaces that is not", 8, [0x19, 0x40, 0, 3, ...AREA, 0x19, 0x10, 0, 0], "SUM(A1:B1)"],
    ["SUM of three", 14, [...A1, ...B1, ...B1, 0x42, 3, ...u16(4)], ""],
    ["SUM of three that is not", 15, [...A1, ...B1, ...B1, 0x42, 3, ...u16(4)], "SUM(A1)+SUM(B1)+SUM(B1)"],
    ["SUM asked of the user", 8, [...AREA, 0x42, 0x81, ...u16(0x8004)], "SUM(A1:B1)"],
    ["another function", 8, [...AREA, 0x42, 1, ...u16(5)], ""],
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
  ])("%s", async (_, value, tokens, stale) => {
    const sheet = [number(0, 0, 4), number(0, 1, 5), formula(0, 2, value, tokens)];
    expect((await row({ globals: PLAIN, sheet }))[2]).toBe(
      `${value}`.replace(".", ",") + (stale && ` [stale ${stale}]`),
    );
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

describe("the rows, columns and areas of a sheet", () => {
  const rows = [0, 1, 2].flatMap((r) => [0, 1, 2].map((c) => number(r, c, 1)));
  const height = (index: number, twentieths: number): Written => [0x0208, u16(index, 0, 3, twentieths, 0, 0, 0, 0)];
  it.each<readonly [string, readonly Written[], unknown, unknown]>([
    ["a row of five points", [height(1, 100)], undefined, undefined],
    ["a row lower than that", [height(1, 99)], [1], undefined],
    ["a row whose height is the usual one", [height(1, 0x8000 | 255)], undefined, undefined],
    ["rows of no height unless said", [[0x0225, u16(0, 0)], height(1, 255)], [0, 2], undefined],
    ["rows of the usual height", [[0x0225, u16(0, 255)]], undefined, undefined],
    [
      "columns of which each says its own",
      [
        [0x007d, u16(0, 0, 2000, 0, 1)],
        [0x007d, u16(1, 1, 2000, 0, 0)],
        [0x007d, u16(2, 2, 170, 0, 0)],
      ],
      undefined,
      [0, 2],
    ],
    [
      "columns of no width unless said",
      [
        [0x0055, u16(0)],
        [0x007d, u16(1, 1, 2000, 0, 0)],
      ],
      undefined,
      [0, 2],
    ],
  ])("%s", async (_, more, hiddenRows, hiddenColumns) => {
    const { value } = await inPlain(...more, ...rows);
    expect([value[0]?.hiddenRows, value[0]?.hiddenColumns]).toEqual([hiddenRows, hiddenColumns]);
  });

  it("several merges in a record, no more than it holds, and in several records", async () => {
    const merges: readonly Written[] = [
      [0x00e5, u16(9, 0, 0, 0, 1, 1, 2, 0, 0)],
      [0x00e5, u16(1, 1, 2, 1, 2)],
    ];
    const { value } = await inPlain(
      number(0, 0, 1),
      number(0, 2, 2),
      number(1, 0, 3),
      number(1, 1, 4),
      number(2, 3, 5),
      ...merges,
    );
    expect(show(value[0])).toEqual(["1{1x2}|^|2|", "3{2x1}|4{2x2}|^|", "^|^|^|5"]);
  });

  it("a view that shows zeros, and results", async () => {
    const window = (flags: number): Written => [0x023e, u16(flags, 0, 0, 0, 0)];
    expect(await row({ globals: PLAIN, sheet: [number(0, 0, 0), window(0x10)] })).toEqual(["0"]);
    expect(await row({ globals: PLAIN, sheet: [formula(0, 0, 4, [0x17]), window(0x10)] })).toEqual(["4"]);
    expect(await row({ globals: PLAIN, sheet: [number(0, 0, 0), window(0x01)] })).toEqual(["[hidden 0]"]);
  });
});

describe("a conditional format", () => {
  const HAS_FORMAT = 1 << 25;
  const HAS_FONT = 1 << 26;
  const HAS_PATTERN = 1 << 29;
  /** A font that sets its colour, and strike or script where they are given. */
  const look = ({
    colour = -1,
    struck = undefined as boolean | undefined,
    script = undefined as number | undefined,
  } = {}): Content => [
    ...Array<number>(68).fill(0),
    ...u32(struck ? 0x80 : 0),
    ...u16(400, script ?? 0),
    ...u32(0),
    ...u32(colour >>> 0),
    ...u32(0),
    ...u32(struck === undefined ? 0x80 : 0),
    ...u32(script === undefined ? 1 : 0),
    ...Array<number>(22).fill(0),
  ];
  const WHITE = look({ colour: 9 });
  const over = (...areas: readonly (readonly [number, number, number, number])[]): Written => [
    0x01b0,
    [...u16(1, 0), ...u16(0, 0, 0, 0), ...u16(areas.length), ...areas.flatMap((area) => u16(...area))],
  ];
  const rule = (
    type: number,
    operator: number,
    [first, second = []]: readonly Content[],
    flags: number,
    change: Content,
    own = 0,
  ): Written => [
    0x01b1,
    [
      type,
      operator,
      ...u16(first?.length ?? 0, second.length),
      ...u32(flags),
      ...u16(own),
      ...change,
      ...(first ?? []),
      ...second,
    ],
  ];
  const A1: Written = over([0, 0, 0, 0]);
  const figure = async (globals: readonly Written[], ...laid: readonly Written[]) =>
    (await row({ globals, sheet: [number(0, 0, 99), ...laid] }))[0];
  const int = (value: number): Content => [0x1e, ...u16(value)];

  it.each([
    ["between", 1, [98, 100], true],
    ["between, the larger first", 1, [100, 99], true],
    ["between lower ones", 1, [1, 98], false],
    ["not between", 2, [1, 98], true],
    ["not between, at its bound", 2, [1, 99], false],
    ["equal", 3, [99], true],
    ["equal to another", 3, [98], false],
    ["not equal", 4, [98], true],
    ["not equal to itself", 4, [99], false],
    ["greater", 5, [98], true],
    ["greater than itself", 5, [99], false],
    ["less", 6, [100], true],
    ["less than itself", 6, [99], false],
    ["greater or equal", 7, [99], true],
    ["greater or equal to more", 7, [100], false],
    ["less or equal", 8, [99], true],
    ["less or equal to less", 8, [98], false],
  ])("that compares: %s", async (_, operator, bounds, holds) => {
    const integers = bounds.map(int);
    expect(await figure(PLAIN, A1, rule(1, operator, integers, HAS_FONT, WHITE))).toBe(holds ? "[faint 99]" : "99");
    const doubles = bounds.map((bound): Content => [0x1f, ...f64(bound)]);
    expect(await figure(PLAIN, A1, rule(1, operator, doubles, HAS_FONT, WHITE))).toBe(holds ? "[faint 99]" : "99");
  });

  it.each<readonly [string, number, number, readonly Content[], string]>([
    ["a formula that is true", 2, 0, [[0x1d, 1]], "[faint 99]"],
    ["a formula that is false", 2, 0, [[0x1d, 0]], "99"],
    ["a formula that is a number", 2, 0, [int(1)], "[faint 99]"],
    ["a bound that is a cell", 1, 5, [[0x44, ...u16(0, 1)]], "99 [unsure ]"],
    ["a second bound that is a cell", 1, 1, [int(1), [0x44, ...u16(0, 1)]], "99 [unsure ]"],
    ["an operator that is none", 1, 0, [int(1)], "99 [unsure ]"],
    ["an operator of later", 1, 9, [int(1)], "99 [unsure ]"],
    ["no formula", 2, 0, [[]], "99 [unsure ]"],
    ["more than a constant", 2, 0, [[0x1e, 1, 0, 3]], "99 [unsure ]"],
  ])("with %s", async (_, type, operator, formulas, text) => {
    expect(await figure(PLAIN, A1, rule(type, operator, formulas, HAS_FONT, WHITE))).toBe(text);
  });

  it("whose formulas are longer than it is leaves a doubt", async () => {
    const [id, content] = rule(1, 5, [int(1)], HAS_FONT, WHITE);
    expect(await figure(PLAIN, A1, [id, content.with(3, 9)])).toBe("99 [unsure ]");
  });

  it("lies over its own areas, all of them and no others", async () => {
    const white = rule(2, 0, [[0x1d, 1]], HAS_FONT, WHITE);
    const nothing = rule(2, 0, [[0x1d, 0]], 0, []); // it does not hold
    expect(await figure(PLAIN, over([1, 5, 0, 5]), white)).toBe("99");
    expect(await figure(PLAIN, over([0, 5, 1, 5]), white)).toBe("99");
    expect(await figure(PLAIN, over([3, 4, 3, 4], [0, 0, 0, 0]), white)).toBe("[faint 99]");
    expect(await figure(PLAIN, A1, nothing, over([3, 4, 3, 4]), white)).toBe("99");
    expect(await figure(PLAIN, A1, nothing, white)).toBe("[faint 99]");
  });

  it("changes what it says of the font, and nothing else", async () => {
    const changed = (change: Content, globals = PLAIN) =>
      figure(globals, A1, rule(2, 0, [[0x1d, 1]], HAS_FONT, change));
    const struck = [font({ flags: 8 }), xf()];
    const raised = [font({ script: 1 }), xf()];
    expect(await changed(look({ struck: true }))).toBe("[struck 99]");
    expect(await changed(look(), struck)).toBe("[struck 99]");
    expect(await changed(look({ struck: false }), struck)).toBe("99");
    expect(await changed(look({ script: 1 }))).toBe("99 [unsure ]");
    expect(await changed(look(), raised)).toBe("99 [unsure ]");
    expect(await changed(look({ script: 0 }), raised)).toBe("99");
    expect(await changed(look(), [font({ colour: 9 }), xf()])).toBe("[faint 99]");
    expect(await changed(look({ colour: 8 }), [font({ colour: 9 }), xf()])).toBe("99");
  });

  it("changes the number format: one of the program by its number, its own by its code", async () => {
    const holds: readonly Content[] = [[0x1d, 1]];
    expect(await figure(PLAIN, A1, rule(2, 0, holds, HAS_FORMAT, [0, 9]))).toBe("9900%");
    const code: Content = [...u16(9), ...text8('0"!"')].slice(0);
    expect(await figure(PLAIN, A1, rule(2, 0, holds, HAS_FORMAT, code, 1))).toBe("99!");
    const all = HAS_FORMAT | HAS_FONT;
    expect(await figure(PLAIN, A1, rule(2, 0, holds, all, [...code, ...look({ struck: true })], 1))).toBe(
      "[struck 99!]",
    );
    expect(await figure(PLAIN, A1, rule(2, 0, holds, all, [0, 9, ...look({ struck: true })]))).toBe("[struck 9900%]");
  });

  const pattern = (kind: number, fore: number, back: number): Content =>
    u32(((kind << 10) | (fore << 16) | (back << 23)) >>> 0);
  it.each([
    ["a solid ground, in its second colour", 0, pattern(1, 10, 8), "[faint 99]"],
    ["a solid ground that is not told", 0, pattern(0, 10, 8), "[faint 99]"],
    ["a solid ground of one colour", 0, pattern(1, 8, 0), "[faint 99]"],
    ["dots on a ground", 0, pattern(4, 10, 8), "[faint 99]"],
    ["dots on another ground", 0, pattern(4, 8, 10), "99"],
    ["a ground after an alignment", 1 << 27, [...Array<number>(8).fill(0), ...pattern(1, 10, 8)], "[faint 99]"],
    ["a ground after a border", 1 << 28, [...Array<number>(8).fill(0), ...pattern(1, 10, 8)], "[faint 99]"],
    ["a ground after both", (1 << 27) | (1 << 28), [...Array<number>(16).fill(0), ...pattern(1, 10, 8)], "[faint 99]"],
    ["a ground after a font", HAS_FONT, [...look({ colour: 10 }), ...pattern(1, 8, 10)], "[faint 99]"],
  ])("lays %s", async (_, flags, change, text) => {
    expect(await figure(PLAIN, A1, rule(2, 0, [[0x1d, 1]], flags | HAS_PATTERN, change))).toBe(text);
  });
});

describe("what is drawn over a sheet", () => {
  const atom = (instance: number, type: number, content: Content, version = 0): Content => [
    ...u16((instance << 4) | version, type),
    ...u32(content.length),
    ...content,
  ];
  const anchor = (...places: readonly number[]): Content => atom(0, 0xf010, u16(0, ...places));
  const shape = (...content: readonly Content[]): Written => [0x00ec, atom(0, 0xf004, content.flat(), 15)];
  const object = (type: number): Written => [0x005d, u16(0x15, 18, type, 1, 0, 0, 0, 0, 0, 0, 0)];
  const OVER = anchor(0, 0, 0, 0, 1, 0, 1, 0);
  const figure = async (...drawn: readonly Written[]) =>
    (await row({ globals: PLAIN, sheet: [number(0, 0, 99), ...drawn] }))[0];
  const COVERED = "[covered 99]";

  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0x0b, 0x0c, 0x1e])("an object of kind %i covers a figure", async (kind) => {
    expect(await figure(shape(OVER), object(kind))).toBe(COVERED);
  });

  it.each<readonly [string, readonly number[], string]>([
    ["a row and a column", [0, 0, 0, 0, 1, 0, 1, 0], COVERED],
    ["four fifths of a row", [0, 0, 0, 0, 1, 0, 0, 205], COVERED],
    ["the row from a fifth of it on", [0, 0, 0, 51, 1, 0, 1, 0], COVERED],
    ["less than the last fifth of the row", [0, 0, 0, 206, 1, 0, 1, 0], "99"],
    ["less than the last fifth of the column", [0, 820, 0, 0, 1, 0, 1, 0], "99"],
    ["the column from its middle on", [0, 512, 0, 0, 1, 0, 1, 0], COVERED],
    ["the next row", [0, 0, 1, 0, 1, 0, 2, 0], "99"],
  ])("a picture covers what it lies over: %s", async (_, places, text) => {
    expect(await figure(shape(anchor(...places)), object(8))).toBe(text);
  });

  const options = (...properties: readonly (readonly [id: number, value: number])[]): Content =>
    atom(
      properties.length,
      0xf00b,
      properties.flatMap(([id, value]) => [...u16(id), ...u32(value)]),
      3,
    );
  it.each<readonly [string, Content, string]>([
    ["says nothing of its filling", options([0x0181, 9]), COVERED],
    ["is not filled, said after others", options([0x0181, 9], [0x01bf, 0x100000]), "99"],
    ["is not filled, said with a mark", options([0x41bf, 0x100000]), "99"],
    ["is filled, said after others", options([0x0181, 0x100000], [0x01bf, 0x100010]), COVERED],
    ["does not say whether it is", options([0x01bf, 0x10]), COVERED],
    [
      "has fewer properties than it counts",
      [...u16((9 << 4) | 3, 0xf00b), ...u32(6), ...u16(0x0181), ...u32(0)],
      COVERED,
    ],
  ])("a shape that %s", async (_, properties, text) => {
    expect(await figure(shape(properties, OVER), object(2))).toBe(text);
  });

  it("each object has the shape before it, and only one; one that has none covers nothing", async () => {
    const beside = shape(anchor(5, 0, 5, 0, 6, 0, 6, 0));
    expect(await figure(shape(OVER), object(8), beside, object(8))).toBe(COVERED);
    expect(await figure(beside, object(8), shape(OVER), object(0x19))).toBe("99");
    expect(await figure(beside, object(8), object(8))).toBe("99");
    expect(await figure(shape(OVER), object(0x19), object(8))).toBe("99");
    // a piece that holds no shape leaves the one before it
    expect(await figure(shape(OVER), [0x00ec, atom(0, 0xf00d, [])], object(8))).toBe(COVERED);
    // a group, whose own anchor comes first
    expect(
      await figure(
        [
          0x00ec,
          atom(0, 0xf003, [...atom(0, 0xf004, anchor(5, 0, 5, 0, 6, 0, 6, 0), 15), ...atom(0, 0xf004, OVER, 15)], 15),
        ],
        object(0),
      ),
    ).toBe(COVERED);
    expect(await figure(shape(atom(0, 0xf010, u16(0, 0, 0, 0, 0, 1, 0, 1)), OVER), object(8))).toBe(COVERED);
    expect(await figure([0x00ec, anchor(0, 0, 0, 0, 1, 0, 1, 0).slice(0, -2)], object(8))).toBe("99");
  });

  it("of Excel 95 says itself where it is", async () => {
    const old = (...places: readonly number[]): Written => [0x005d, u16(0, 0, 8, 1, 0, ...places)];
    const cells = (drawn: Written) => row({ version: OLD, globals: [font(), xf()], sheet: [number(0, 0, 99), drawn] });
    expect(await cells(old(0, 0, 0, 0, 1, 0, 1, 0))).toEqual([COVERED]);
    expect(await cells(old(3, 0, 0, 0, 4, 0, 1, 0))).toEqual(["99"]);
  });

  const text = (content: string, length = content.length): readonly Written[] => [
    [0x01b6, [...u16(0, 0, 0, 0, 0, length), ...u16(16, 0, 0)]],
    [0x003c, [0, ...latin(content)]],
  ];
  const clear = shape(options([0x01bf, 0x100000]), OVER);
  it("hides what is under it when it is not filled but holds a text, and only its own", async () => {
    expect(await figure(clear, object(6), ...text("12"))).toBe(COVERED);
    expect(await figure(clear, object(6), ...text(" "))).toBe("99");
    expect(await figure(clear, object(6), ...text("12", 0))).toBe("99");
    expect(await figure(clear, object(6), text("12")[0] ?? EOF, number(0, 1, 1))).toBe("99");
    expect(await figure(clear, object(6), number(0, 1, 1), number(0, 2, 1), number(0, 3, 1), ...text("12"))).toBe("99");
  });

  it("shows a picture alone: the sheet is told", async () => {
    expect(rules(await inPlain(shape(OVER), object(8)))).toEqual([
      "warning sheet-only-drawings",
      "error file-without-content",
    ]);
    expect(rules(await inPlain(shape(OVER), object(1)))).toEqual(["error file-without-content"]);
  });
});

describe("an .xls is refused, and why is told", () => {
  const ONE = number(0, 0, 12);
  it.each<readonly [string, Book, string]>([
    [
      "a cell twice",
      { sheet: [number(2, 0, 1), number(2, 1, 1), number(2, 1, 1)] },
      "feuille « IS 101 », cellule double (ligne 3, colonne 2)",
    ],
    ["a cell that is longer", { sheet: [[0x0203, [...u16(0, 0, 0), ...f64(1), 0]]] }, "cellule de longueur fausse"],
    ["a cell of a false length", { sheet: [[0x0203, [0, 0, 0, 0, 0, 0]]] }, "cellule de longueur fausse"],
    [
      "several cells of a false length",
      { sheet: [[0x00bd, [...u16(0, 0), ...u16(0), ...u32(2), ...u16(0), 0]]] },
      "cellule de longueur fausse",
    ],
    ["a text cell without its text", { sheet: [[0x0204, u16(0, 0)]] }, "cellule de longueur fausse"],
    ["a cell outside the sheet", { sheet: [number(3, 256, 1)] }, "cellule hors de la feuille (ligne 4)"],
    [
      "cells that end outside the sheet",
      { sheet: [[0x00bd, [...u16(0, 255), ...u16(0), ...u32(2), ...u16(0), ...u32(2), ...u16(256)]]] },
      "cellule hors de la feuille (ligne 1)",
    ],
    [
      "several cells that do not end where they say",
      { sheet: [[0x00bd, [...u16(6, 4, 0), ...u32(2), ...u16(5)]]] },
      "ligne 7 incohérente",
    ],
    ["a style that does not exist", { sheet: [number(0, 2, 1, 1)] }, "style inconnu (ligne 1, colonne 3)"],
    [
      "a shared text that does not exist",
      { globals: [...PLAIN, sst(text8("a"))], sheet: [label(1, 0, 1)] },
      "valeur inconnue (ligne 2, colonne 1)",
    ],
    [
      "a result of no kind",
      { sheet: [[0x0006, [...u16(0, 0, 0), 4, 0, 0, 0, 0, 0, 255, 255, ...u16(0, 0, 0, 0)]]] },
      "valeur inconnue",
    ],
    ["a formula that is cut", { sheet: [[0x0006, [...u16(0, 0, 0), ...f64(4), 0, 0]]] }, "valeur inconnue"],
    ["a text that is cut", { sheet: [[0x0204, [...u16(0, 0, 0, 5), 0, 0x41]]] }, "valeur inconnue"],
    [
      "shared texts that are cut",
      { globals: [...PLAIN, [0x00fc, [...u32(2), ...u32(2), ...text8("a"), ...u16(5), 0]]] },
      "textes partagés coupés",
    ],
    ["a record that does not exist", { sheet: [[0x1100, []]] }, "enregistrement inconnu 0x1100"],
    ["a mark that holds something", { sheet: [[0xffff, [0]]] }, "enregistrement inconnu 0xffff"],
    ["a sheet of no kind", { sheet: [ONE, [0x0809, [0, 6]]] }, "feuille sans nature"],
    ["a sheet that is not where it is said to be", { off: 4 }, "feuille introuvable"],
    [
      "a sheet whose name is cut",
      { globals: [...PLAIN, [0x0085, [...u32(0), 0, 0, 9, 0, 0x41]]] },
      "feuille introuvable",
    ],
    ["a code page of DOS", { globals: [[0x0042, u16(437)], ...PLAIN] }, "page de codes inconnue"],
    ["a code page after those of Windows", { globals: [[0x0042, u16(1259)], ...PLAIN] }, "page de codes inconnue"],
  ])("%s", async (_, book, words) => {
    const result = await read({ globals: PLAIN, ...book });
    expect(result.value).toEqual([]);
    expect(rules(result)).toEqual(["error file-unreadable"]);
    expect(result.issues[0]?.message).toContain("un classeur Excel (.xls)");
    expect(result.issues[0]?.actual).toContain(words);
  });

  it("a record of later versions, and the empty mark of LibreOffice, are passed over", async () => {
    expect(await row({ globals: PLAIN, sheet: [[0x10ff, [1]], [0xffff, []], ONE] })).toEqual(["12"]);
    expect(await row({ globals: PLAIN, sheet: [ONE, [0x1066, []]] })).toEqual(["12"]);
  });

  it.each([0x0009, 0x0209, 0x0409])("of before Excel 5 (%i): what it is, and what to do", async (id) => {
    const result = await readXls(source("a.xls", Uint8Array.from(record([id, [0, 0, 16, 0]]))));
    expect(rules(result)).toEqual(["error file-format-unknown"]);
    expect(result.issues[0]).toMatchObject({
      message: expect.stringContaining("Excel 4 ou plus ancien"),
      hint: expect.stringContaining("enregistrez-le en .xlsx"),
      place: { file: "2026-T1/a.xls" },
    });
  });

  it("with a password: Excel; cut: where; too large: left aside", async () => {
    expect((await read({ globals: [[0x002f, [0, 0]]] })).issues[0]?.message).toContain("(Excel)");
    const whole = xls({ globals: PLAIN, sheet: [ONE] });
    const why = async (bytes: Uint8Array) => (await readXls(source("a.xls", bytes))).issues[0]?.actual;
    expect(await why(whole.subarray(0, -4))).toBe("feuille coupée avant sa fin");
    expect(await why(whole.subarray(0, -7))).toBe("enregistrement coupé");
    expect(await why(Uint8Array.of(9, 8, 0))).toBe("aucune feuille");
    const file = CFB.utils.cfb_new();
    CFB.utils.cfb_add(file, "/Other", Buffer.alloc(9));
    expect(await why(new Uint8Array(CFB.write(file, { type: "buffer" }) as Buffer))).toBe("flux du classeur coupé");
    const padded = new Uint8Array(MAX_SHEET_BYTES + 1);
    padded.set(whole);
    expect((await readXls(source("a.xls", padded.subarray(0, -1)))).issues).toEqual([]);
    expect(rules(await readXls(source("a.xls", padded)))).toEqual(["warning file-too-large"]);
  });
});

it("the header and footer of the pages stand beside the cells", async () => {
  const pages = (text: (words: string) => Content): readonly Written[] => [
    [0x0014, text("&CVille de Bourg")],
    [0x0015, []],
    [0x0015, text("&P")],
    number(0, 0, 12),
  ];
  expect((await inPlain(...pages(text8))).value[0]?.besides).toEqual(["Ville de Bourg"]);
  const old = (words: string): Content => [words.length, ...latin(words)];
  const { value } = await read({ globals: PLAIN, sheet: pages(old), version: OLD });
  expect(value[0]?.besides).toEqual(["Ville de Bourg"]);
});
