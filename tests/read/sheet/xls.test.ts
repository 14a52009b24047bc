/** What a person sees of an .xls is what is read: its records are written here one by one, as no library writes them. */
import { CFB } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { readXls } from "../../../scripts/read/sheet/xls.ts";
import { rules, show, source } from "../source.ts";
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
  PLAIN,
  read,
  record,
  rich,
  sst,
  text8,
  u16,
  u32,
  type Written,
  xf,
  xls,
} from "./hand-made-xls.ts";

const cellOf = async (book: Book) => {
  const { value, issues } = await read(book);
  const [cell] = value[0]?.rows[0] ?? [];
  return {
    text: cell?.text,
    beside: cell?.beside?.map(({ kind, text }) => `${kind} ${text}`.trim()),
    issues: issues.length,
  };
};
const seen = (text: string, ...beside: string[]) => ({
  text,
  beside: beside.length > 0 ? beside : undefined,
  issues: 0,
});

describe("the records of an old workbook", () => {
  const ONE = number(0, 0, 12);
  it("are read: numbers of all kinds, texts, formulas", async () => {
    const { value, issues } = await read({
      globals: [...PLAIN, sst(text8("Vols"), [...u16(2), 1, 0x53, 1, 0x41, 0])],
      sheet: [
        label(0, 0, 0),
        number(0, 1, 1.5),
        [0x027e, [...u16(0, 2, 0), ...u32((12 << 2) | 2)]], // RK, an integer
        [0x027e, [...u16(0, 3, 0), ...u32((1250 << 2) | 3)]], // a hundred times too large
        [0x00bd, [...u16(0, 4, 0), ...u32((7 << 2) | 2), ...u16(0), ...u32(0x40220000), ...u16(5)]], // MULRK: 7, 9.0
        [0x0205, [...u16(0, 6, 0), 1, 0]],
        [0x0205, [...u16(0, 7, 0), 42, 1]],
        label(1, 0, 1),
        [0x0006, [...u16(1, 1, 0), 0, 0, 0, 0, 0, 0, 255, 255, ...u16(0, 0, 0, 0)]],
        [0x0207, text8("douze")],
        [0x0204, [...u16(1, 2, 0), ...text8("libre")]],
        [0x0006, [...u16(1, 3, 0), 3, 0, 0, 0, 0, 0, 255, 255, ...u16(0, 0, 0, 0)]],
      ],
    });
    expect(issues).toEqual([]);
    expect(show(value[0])).toEqual(["Vols|1,5|12|12,5|7|9|VRAI|#N/A", "œA|douze|libre|||||"]);
  });

  it("go on in the next record, where a text says again whether it is wide", async () => {
    const { value } = await read({
      globals: [
        ...PLAIN,
        [0x00fc, [...u32(2), ...u32(2), ...u16(4), 0, ...latin("Vo")]],
        [0x003c, [1, ...u16(0x6c, 0x153), ...text8("b")]],
      ],
      sheet: [label(0, 0, 0), label(0, 1, 1)],
    });
    expect(show(value[0])).toEqual(["Vol\u0153|b"]);
  });

  it("of Excel 5 hold texts in a code page", async () => {
    const { value, issues } = await read({
      version: 0x0500,
      globals: [[0x0042, u16(1252)], font(), [0x041e, [164, 0, 1, ...latin("0")]], xf()],
      sheet: [
        [0x0204, [...u16(0, 0, 0, 3), ...latin("\u00e9t\u00e9")]],
        // 11 struck by nothing, its fonts in one byte each
        [0x00d6, [...u16(0, 1, 0, 2), ...latin("12"), 1, 1, 0]],
        number(0, 2, 3),
      ],
    });
    expect(issues).toEqual([]);
    expect(show(value[0])).toEqual(["été|12|3"]);
  });

  it("of a chart within the sheet are not its own", async () => {
    const { value } = await read({ globals: PLAIN, sheet: [ONE, bof(0x20), number(0, 0, 99), number(0, 1, 99), EOF] });
    expect(show(value[0])).toEqual(["12"]);
  });

  it("of a workbook embedded in another are not read for its own", async () => {
    const file = CFB.utils.cfb_new();
    CFB.utils.cfb_add(file, "/MBD00A1/Workbook", Buffer.from(xls({ globals: PLAIN, sheet: [number(0, 0, 99)] })));
    CFB.utils.cfb_add(file, "/Workbook", Buffer.from(xls({ globals: PLAIN, sheet: [ONE] })));
    const bytes = new Uint8Array(CFB.write(file, { type: "buffer" }) as Buffer);
    expect(show((await readXls(source("a.xls", bytes))).value[0])).toEqual(["12"]);
  });

  it("may be followed by the zeros of the last sector", async () => {
    const bytes = Uint8Array.from([...xls({ globals: PLAIN, sheet: [ONE] }), ...Array(512).fill(0)]);
    expect(show((await readXls(source("a.xls", bytes))).value[0])).toEqual(["12"]);
  });

  it("may be parted by zeros", async () => {
    const whole = [...xls({ globals: PLAIN, sheet: [ONE], off: 5 })];
    const length = [bof(16), ONE, EOF].flatMap(record).length;
    const apart = Uint8Array.from([...whole.slice(0, -length), 0, 0, 0, 0, 0, ...whole.slice(-length)]);
    expect(show((await readXls(source("a.xls", apart))).value[0])).toEqual(["12"]);
  });

  it("that come after anything else are none of the workbook's: it is refused", async () => {
    const whole = [...xls({ globals: PLAIN, sheet: [ONE], off: 4 })];
    const length = [bof(16), ONE, EOF].flatMap(record).length;
    const apart = Uint8Array.from([...whole.slice(0, -length), 1, 0, 0, 0, ...whole.slice(-length)]);
    const result = await readXls(source("a.xls", apart));
    expect([...rules(result), result.issues[0]?.actual]).toEqual(["error file-unreadable", "feuille introuvable"]);
  });
});

describe("what a person sees of an .xls", () => {
  const style = (f: Written, x: Parameters<typeof xf>[0] = {}, ...more: readonly Written[]): readonly Written[] => [
    font(),
    f,
    ...more,
    xf(),
    xf({ font: 1, ...x }),
  ];
  const NINETY_NINE = [number(0, 0, 99, 1)];
  it.each([
    ["struck out", style(font({ flags: 8 })), seen("", "struck 99")],
    ["white", style(font({ colour: 9 })), seen("", "faint 99")],
    ["white by a number that no palette changes", style(font({ colour: 1 })), seen("", "faint 99")],
    ["white on blue", style(font({ colour: 9 }), { pattern: 1, fore: 18 }), seen("99")],
    ["blue on blue", style(font({ colour: 18 }), { pattern: 1, fore: 18 }), seen("", "faint 99")],
    ["blue under blue stripes", style(font({ colour: 18 }), { pattern: 5, fore: 18, back: 9 }), seen("", "faint 99")],
    ["blue under thin stripes", style(font({ colour: 18 }), { pattern: 11, fore: 18, back: 9 }), seen("99")],
    [
      "of a colour of its own palette",
      style(font({ colour: 8 }), {}, [0x0092, [...u16(1), 255, 255, 250, 0]]),
      seen("", "faint 99"),
    ],
    ["a point high", style(font({ height: 20 })), seen("", "faint 99")],
    ["raised", style(font({ script: 1 })), seen("99", "unsure")],
    ["repeated", style(font(), { align: 4 }), seen("99", "unsure")],
    ["from right to left", style(font(), { order: 2 }), seen("99", "unsure")],
    ["crossed out", style(font(), { diagonal: 1 }), seen("99", "unsure")],
    ["far from its edge", style(font(), { indent: 9 }), seen("99", "unsure")],
    ["near its edge", style(font(), { indent: 1 }), seen("99")],
    ["larger than its column", style(font({ height: 1440 })), seen("99", "unsure")],
    ["in a font of signs", style(font({ name: "Webdings" })), seen("99", "unsure")],
    ["in a font of signs that nobody knows", style(font({ charset: 2 })), seen("99", "unsure")],
    ["hidden by its format", style(font(), { format: 164 }, format(164, ";;;")), seen("", "otherwise 99")],
    ["another by its format", style(font(), { format: 164 }, format(164, '"12"')), seen("12", "otherwise 99")],
    ["in a format of the program", style(font(), { format: 3 }), seen("99")],
  ])("%s", async (_, globals, expected) => {
    expect(await cellOf({ globals, sheet: NINETY_NINE })).toEqual(expected);
  });

  it.each([
    ["raised", [2, 1], { script: 1 }, "121", "12¹", undefined],
    ["lowered", [2, 1], { script: 2 }, "121", "12₁", undefined],
    ["struck out", [0, 1], { flags: 8 }, "11", "", ["struck 11"]],
  ] as const)("a piece of text that is %s", async (_, change, look, text, shown, beside) => {
    const globals = [font(), font(look), xf(), sst(rich(text, change))];
    expect(await cellOf({ globals, sheet: [label(0, 0, 0)] })).toEqual({ text: shown, beside, issues: 0 });
  });

  it("there is no font of number 4", async () => {
    const globals = [font(), font(), font(), font(), font({ flags: 8 }), xf(), sst(rich("119", [0, 5], [2, 0]))];
    expect(await cellOf({ globals, sheet: [label(0, 0, 0)] })).toEqual(seen("9", "struck 11"));
  });

  const rows = [0, 1, 2].flatMap((r) => [number(r, 0, r), number(r, 1, 1), number(r, 2, 1)]);
  const row = (index: number, height: number, flags: number): Written => [
    0x0208,
    u16(index, 0, 3, height, 0, 0, flags, 0),
  ];
  it.each([
    ["a hidden row", row(1, 300, 0x20), [1], undefined],
    ["a row of no height", row(1, 10, 0), [1], undefined],
    ["a row that is shown", row(1, 300, 0x100), undefined, undefined],
    ["rows hidden unless said", [0x0225, u16(2, 300)], [0, 1, 2], undefined],
    ["a hidden column", [0x007d, u16(1, 2, 2000, 0, 1)], undefined, [1, 2]],
    ["a column of no width", [0x007d, u16(1, 1, 20, 0, 0)], undefined, [1]],
  ] as readonly [string, Written, unknown, unknown][])("%s", async (_, more, hiddenRows, hiddenColumns) => {
    const { value } = await read({ globals: PLAIN, sheet: [more, ...rows] });
    expect([value[0]?.hiddenRows, value[0]?.hiddenColumns]).toEqual([hiddenRows, hiddenColumns]);
  });

  it.each([1, 2])("a hidden sheet (%i)", async (state) => {
    expect(
      (await read({ globals: PLAIN, sheet: NINETY_NINE.map(([id, c]) => [id, c.with(4, 0)]), state })).value[0]?.hidden,
    ).toBe(true);
  });

  it("merges, zeros that are left blank, formulas that are shown, dates since 1904", async () => {
    const merged = await read({
      globals: PLAIN,
      sheet: [number(0, 0, 1), number(1, 1, 2), [0x00e5, u16(1, 0, 0, 0, 1)]],
    });
    expect(show(merged.value[0])).toEqual(["1{1x2}|^", "|2"]);
    const window = (flags: number): Written => [0x023e, u16(flags, 0, 0, 0, 0)];
    expect(await cellOf({ globals: PLAIN, sheet: [number(0, 0, 0), window(0x6)] })).toEqual(seen("", "hidden 0"));
    expect(await cellOf({ globals: PLAIN, sheet: [formula(0, 0, 4, [0x17]), window(0x11)] })).toEqual(
      seen("4", "unsure"),
    );
    const dated = [[0x0022, u16(1)] as const, font(), xf(), xf({ format: 17 })];
    expect(await cellOf({ globals: dated, sheet: [number(0, 0, 46112, 1)] })).toEqual(seen("avril 2030"));
  });

  const reference = (row: number, column: number): Content => [0x44, ...u16(row, column | 0xc000)];
  const area = (top: number, bottom: number, left: number, right: number): Content => [
    0x25,
    ...u16(top, bottom, left | 0xc000, right | 0xc000),
  ];
  const SUM = [0x19, 0x10, 0, 0];
  it.each([
    ["SUM(A1:B1) that is right", 9, [...area(0, 0, 0, 1), ...SUM], undefined],
    ["SUM(A1:B1) that is not", 12, [...area(0, 0, 0, 1), ...SUM], ["stale SUM(A1:B1)"]],
    ["A1+B1-3", 12, [...reference(0, 0), ...reference(0, 1), 3, 0x1e, ...u16(3), 4], ["stale A1+B1-3"]],
    ["SUM of two operands", 9, [...reference(0, 0), ...reference(0, 1), 0x42, 2, ...u16(4)], undefined],
    ["a product", 20, [...reference(0, 0), ...reference(0, 1), 5], undefined],
    ["a product that is not", 12, [...reference(0, 0), ...reference(0, 1), 5], ["stale A1*B1"]],
    ["(A1+B1)*2", 12, [...reference(0, 0), ...reference(0, 1), 3, 0x1e, ...u16(2), 5], ["stale (A1+B1)*2"]],
    ["a quotient", 0.8, [...reference(0, 0), ...reference(0, 1), 6], undefined],
    ["a quotient that is not", 12, [...reference(0, 0), ...reference(0, 1), 6], ["stale A1/B1"]],
    ["a subtotal", 9, [0x1e, ...u16(109), ...area(0, 0, 0, 1), 0x42, 2, ...u16(344)], undefined],
    [
      "a subtotal that is not",
      12,
      [0x1e, ...u16(9), ...area(0, 0, 0, 1), 0x42, 2, ...u16(344)],
      ["stale SUBTOTAL(9,A1:B1)"],
    ],
    ["an average as subtotal", 12, [0x1e, ...u16(1), ...area(0, 0, 0, 1), 0x42, 2, ...u16(344)], undefined],
    ["a formula that cells share", 12, [0x01, ...u16(0, 2)], ["stale A1+B1"]],
  ])("a computed figure: %s", async (_, value, tokens, beside) => {
    const relative = (column: number): Content => [0x4c, ...u16(0, (column & 0xff) | 0xc000)];
    const shared: Written = [0x04bc, [...u16(0, 0), 2, 2, 0, 1, ...u16(11), ...relative(-2), ...relative(-1), 3]];
    const sheet = [number(0, 0, 4), number(0, 1, 5), formula(0, 2, value, tokens), shared];
    const { value: grids } = await read({ globals: PLAIN, sheet });
    expect(grids[0]?.rows[0]?.[2]?.beside?.map(({ kind, text }) => `${kind} ${text}`)).toEqual(beside);
  });

  it.each([
    ["A$1: its column alone follows", 0, 0x4000, ["stale A1+5"]],
    ["$A1: its row alone follows", 0xffff, 0x8000, ["stale A1+5"]],
  ])("a formula that cells share, with %s", async (_, row, flags, beside) => {
    const column = flags === 0x4000 ? 0xfe : 0;
    const tokens = [0x4c, ...u16(row, column | flags), 0x1e, ...u16(5), 3];
    const shared: Written = [0x04bc, [...u16(1, 1), 2, 2, 0, 1, ...u16(tokens.length), ...tokens]];
    const sheet = [number(0, 0, 4), number(1, 0, 7), formula(1, 2, 12, [0x01, ...u16(1, 2)]), shared];
    const { value: grids } = await read({ globals: PLAIN, sheet });
    expect(grids[0]?.rows[1]?.[2]?.beside?.map(({ kind, text }) => `${kind} ${text}`)).toEqual(beside);
  });

  it("a formula whose text is missing", async () => {
    const lost: Written = [0x0006, [...u16(0, 0, 0), 0, 0, 0, 0, 0, 0, 255, 255, ...u16(0, 0, 0, 0)]];
    expect(rules(await read({ globals: PLAIN, sheet: [lost, number(1, 0, 1)] }))).toEqual([
      "warning formula-without-value",
    ]);
  });

  it("more shared texts are counted than there are", async () => {
    const globals = [...PLAIN, [0x00fc, [...u32(9), ...u32(9), ...text8("a")]] as const];
    expect(await cellOf({ globals, sheet: [label(0, 0, 0)] })).toEqual(seen("a"));
  });

  it("a formula to be computed when the file is opened", async () => {
    const later = (value: Content, tokens: Content): Written => [
      0x0006,
      [...u16(0, 0, 0), ...value, ...u16(3, 0, 0), ...u16(tokens.length), ...tokens],
    ];
    const EMPTY = [3, 0, 0, 0, 0, 0, 255, 255];
    expect(await cellOf({ globals: PLAIN, sheet: [later(f64(4), [0x17])] })).toEqual(seen("4", "stale"));
    expect(await cellOf({ globals: PLAIN, sheet: [later(f64(4), [0x1e, 4, 0])] })).toEqual(seen("4"));
    const waiting = await read({ globals: PLAIN, sheet: [later(EMPTY, [0x17]), number(1, 0, 1)] });
    expect(rules(waiting)).toEqual(["warning formula-without-value"]);
    const sum: Written = [0x0006, [...u16(0, 0, 0), ...EMPTY, ...u16(0, 0, 0), ...u16(3), 0x1e, 4, 0]];
    expect(rules(await read({ globals: PLAIN, sheet: [sum, number(1, 0, 1)] }))).toEqual([
      "warning formula-without-value",
    ]);
    // IF(1=1,"",4) and ="" are empty texts: nothing is missing.
    const NOTHING = [0x17, 0, 0];
    const choice = [0x1e, ...u16(1), 0x1e, ...u16(1), 0x0b, ...NOTHING, 0x1e, ...u16(4), 0x42, 3, ...u16(1)];
    for (const tokens of [choice, NOTHING]) {
      const empty: Written = [0x0006, [...u16(0, 0, 0), ...EMPTY, ...u16(0, 0, 0, tokens.length), ...tokens]];
      expect(rules(await read({ globals: PLAIN, sheet: [empty, number(1, 0, 1)] }))).toEqual([]);
    }
  });

  it("a computed figure of a sheet saved before it was computed", async () => {
    const unknown = formula(0, 0, 4, [0x17]);
    const of = async (...before: readonly Written[]) => cellOf({ globals: PLAIN, sheet: [...before, unknown] });
    expect(await of([0x005e, u16(0)])).toEqual(seen("4", "stale"));
    expect(await of([0x000d, u16(0)], [0x005f, u16(0)])).toEqual(seen("4", "stale"));
    expect(await of([0x000d, u16(1)], [0x005f, u16(0)])).toEqual(seen("4"));
    expect(await of([0x000d, u16(0)], [0x005f, u16(1)])).toEqual(seen("4"));
  });

  const anchor = (...places: readonly number[]): Content => [...u16(0, 0xf010), ...u32(18), ...u16(0, ...places)];
  const options = (flags: number): Content => [...u16(0x13, 0xf00b), ...u32(6), ...u16(0x01bf), ...u32(flags)];
  const RECTANGLE: Content = [...u16(0x12, 0xf00a), ...u32(8), ...u32(1), ...u32(0)];
  const drawing = (content: Content): Written => [0x00ec, [...u16(0x0f, 0xf004), ...u32(content.length), ...content]];
  const object = (type: number): Written => [0x005d, u16(0x15, 18, type, 1, 0, 0, 0, 0, 0, 0, 0)];
  const OVER = anchor(0, 0, 0, 0, 1, 0, 1, 0);
  it.each([
    ["a picture", [drawing(OVER), object(8)], "", ["covered 99"]],
    ["a picture beside it", [drawing(anchor(1, 0, 0, 0, 2, 0, 1, 0)), object(8)], "99", undefined],
    ["a comment", [drawing(OVER), object(0x19)], "99", undefined],
    ["the arrow of a filter", [drawing(OVER), object(0x14)], "99", undefined],
    [
      "a shape that is not filled",
      [drawing([...RECTANGLE, ...options(0x100000), ...OVER]), object(2)],
      "99",
      undefined,
    ],
    ["a shape whose filling is not told", [drawing([...options(0), ...OVER]), object(2)], "", ["covered 99"]],
    ["a shape that is filled", [drawing([...options(0x100010), ...OVER]), object(2)], "", ["covered 99"]],
    ["a line through it", [drawing(anchor(0, 0, 0, 128, 1, 0, 0, 130)), object(1)], "", ["covered 99"]],
    ["a line under it", [drawing(anchor(0, 0, 0, 250, 1, 0, 0, 255)), object(1)], "99", undefined],
  ] as readonly [string, readonly Written[], string, readonly string[] | undefined][])(
    "under %s",
    async (_, drawn, text, beside) => {
      const cell = await cellOf({ globals: PLAIN, sheet: [number(0, 0, 99), ...drawn] });
      expect([cell.text, cell.beside]).toEqual([text, beside]);
    },
  );

  it("a text box that holds the figure of a cell that is empty", async () => {
    const box: readonly Written[] = [
      drawing([...options(0x100000), ...OVER]),
      object(6),
      [0x01b6, [...u16(0, 0, 0, 0, 0, 2), ...u16(16, 0, 0)]],
      [0x003c, [0, ...latin("12")]],
    ];
    const { value } = await read({ globals: PLAIN, sheet: [number(0, 1, 3), ...box] });
    expect(value[0]?.rows[0]?.[0]?.beside).toEqual([{ kind: "other", text: "12" }]);
    // as Excel writes it: what says that there is a text stands between the object and the text
    const apart = [...box.slice(0, 2), [0x00ec, [...u16(0, 0xf00d), ...u32(0)]] as const, ...box.slice(2)];
    const { value: same } = await read({ globals: PLAIN, sheet: [number(0, 1, 3), ...apart] });
    expect(same[0]?.rows[0]?.[0]?.beside).toEqual([{ kind: "other", text: "12" }]);
    expect((await cellOf({ globals: PLAIN, sheet: [number(0, 0, 99), ...box] })).beside).toEqual(["covered 99"]);
  });

  it("what no number is, stored in place of one, is an error as Excel shows it", async () => {
    expect(await cellOf({ globals: PLAIN, sheet: [number(0, 0, Number.NaN)] })).toEqual(seen("#NUM!"));
  });

  it("a figure that is wider than its column is shown as signs", async () => {
    const narrow: Written = [0x007d, u16(0, 0, 640, 0, 0)];
    expect(await cellOf({ globals: PLAIN, sheet: [number(0, 0, 1012), narrow] })).toEqual(seen("1012", "unsure"));
    expect(await cellOf({ globals: PLAIN, sheet: [number(0, 0, 12), narrow] })).toEqual(seen("12"));
    const of = (own: string, usual: string) =>
      cellOf({
        globals: [font({ name: usual }), font({ name: own }), xf(), xf({ font: 1 })],
        sheet: [number(0, 0, 12, 1), narrow],
      });
    expect(await of("Arial", "Arial")).toEqual(seen("12"));
    expect(await of("Verdana", "Arial")).toEqual(seen("12", "unsure"));
    expect(await of("Verdana", "Verdana")).toEqual(seen("12"));
    const shrunk = (indent: number) =>
      cellOf({ globals: [font(), xf({ indent })], sheet: [number(0, 0, 1012), narrow] });
    expect([await shrunk(0x10), await shrunk(0x20)]).toEqual([seen("1012"), seen("1012", "unsure")]);
    const low: Written = [0x0208, u16(0, 0, 1, 300, 0, 0, 0, 0)];
    const turned = (rotation: number) =>
      cellOf({ globals: [font(), xf(), xf({ align: rotation << 8 })], sheet: [low, number(0, 0, 1012, 1)] });
    expect(await turned(90)).toEqual(seen("1012", "unsure"));
    expect(await turned(45)).toEqual(seen("1012"));
  });

  const HAS_FORMAT = 1 << 25;
  const HAS_FONT = 1 << 26;
  /** White; strike is kept. */
  const fontChange = (colour: number, struck = false): Content => [
    ...Array(64).fill(0),
    ...u32(0),
    ...u32(struck ? 0x80 : 0),
    ...u16(400, 0),
    ...u32(0),
    ...u32(colour),
    ...u32(0),
    ...u32(struck ? 0 : 0x80),
    ...u32(1),
    ...Array(22).fill(0),
  ];
  const condition = (
    type: number,
    operator: number,
    flags: number,
    change: Content,
    first: Content,
  ): readonly Written[] => [
    [0x01b0, [...u16(1, 0), ...u16(0, 0, 0, 0), ...u16(1), ...u16(0, 5, 0, 5)]],
    [0x01b1, [type, operator, ...u16(first.length, 0), ...u32(flags), ...u16(0), ...change, ...first]],
  ];
  const integer = (value: number): Content => [0x1e, ...u16(value)];
  it.each([
    ["that holds makes it white", condition(1, 5, HAS_FONT, fontChange(9), integer(50)), seen("", "faint 99")],
    ["that does not hold changes nothing", condition(1, 5, HAS_FONT, fontChange(9), integer(100)), seen("99")],
    [
      "that may hold makes it unsure",
      condition(2, 0, HAS_FONT, fontChange(-1, true), [0x44, ...u16(0, 1)]),
      seen("99", "unsure"),
    ],
    ["that only colours is nothing", condition(2, 0, HAS_FONT, fontChange(10), [0x44, ...u16(0, 1)]), seen("99")],
    [
      "says nothing of a strike that it does not set",
      condition(2, 0, HAS_FONT, fontChange(10).with(68, 0x80), [0x44, ...u16(0, 1)]),
      seen("99"),
    ],
    [
      "is not looked at after one that holds, though that one says nothing",
      [...condition(1, 5, 0, [], integer(50)), ...condition(1, 5, HAS_FONT, fontChange(9), integer(50)).slice(1)],
      seen("99"),
    ],
    [
      "is looked at after one that does not hold",
      [...condition(1, 5, 0, [], integer(100)), ...condition(1, 5, HAS_FONT, fontChange(9), integer(50)).slice(1)],
      seen("", "faint 99"),
    ],
    ["has a number format", condition(2, 0, HAS_FORMAT, [0, 9], [0x1d, 1]), seen("9900%")],
  ])("a conditional format %s", async (_, written, expected) => {
    expect(await cellOf({ globals: PLAIN, sheet: [number(0, 0, 99), ...written] })).toEqual(expected);
  });
});

describe("a conditional format of Excel 2007 and later in an .xls", () => {
  const HEADER = Array(12).fill(0);
  const OVER: Written = [0x0879, [...HEADER, ...u16(1, 0), ...u16(0, 0, 0, 0), ...u16(1), ...u16(0, 5, 0, 5)]];
  /** Type, look, then what is its own. */
  const rule = (type: number, own: Content, look: Content = []): Written => [
    0x087a,
    [
      ...HEADER,
      type,
      0,
      ...u16(0, 0),
      ...u32(look.length),
      ...(look.length > 0 ? look : [0, 0]),
      ...u16(0),
      ...Array(22).fill(0),
      ...own,
    ],
  ];
  const figure = (written: Written) => cellOf({ globals: PLAIN, sheet: [number(0, 0, 99), OVER, written] });
  it("hides the figure under bars or icons alone", async () => {
    expect(await figure(rule(4, [0, 0, 0, 0, 10, 90]))).toEqual(seen("99", "unsure"));
    expect(await figure(rule(4, [0, 0, 0, 2, 10, 90]))).toEqual(seen("99"));
    expect(await figure(rule(6, [0, 0, 0, 3, 0, 1]))).toEqual(seen("99", "unsure"));
    expect(await figure(rule(6, [0, 0, 0, 3, 0, 0]))).toEqual(seen("99"));
  });
  it("leaves a doubt where its look may hide the figure", async () => {
    const format = [...u32(1 << 25), ...u16(0), 0, 9];
    expect(await figure(rule(5, [], format))).toEqual(seen("99", "unsure"));
    expect(await figure(rule(5, []))).toEqual(seen("99"));
  });
});
