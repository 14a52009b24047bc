import { describe, expect, it } from "vitest";
import { readDoc } from "../../../../scripts/read/document/doc/doc.ts";
import { rules, show, showBeside, source } from "../../source.ts";
import {
  type DocRun,
  IN_TABLE,
  makeCompound,
  makeDocStreams,
  makeFonts,
  makeSheet,
  type Stream,
  sprm,
  words,
} from "./hand-made-doc.ts";

/** The usual colours, and no pattern. */
const USUAL_SHADE = [0, 0, 0, 0xff, 0, 0, 0, 0xff, 0, 0];
/** A row of two cells, of 1 000 twips each; `shade`: of the second. */
const ROW_END = (shade: readonly number[] = [], height = 0): number[] => [
  ...IN_TABLE,
  ...sprm(0x2417, 1),
  ...sprm(0xd608, ...words(1 + 6 + 40 + 1), 2, ...words(0, 1000, 2000), ...Array.from({ length: 40 }, () => 0)),
  ...(shade.length > 0 ? sprm(0xd612, 20, ...USUAL_SHADE, ...shade) : []),
  ...(height === 0 ? [] : sprm(0x9407, ...words(height & 0xffff))),
];
type Options = Parameters<typeof makeDocStreams>[1] & {
  readonly shade?: readonly number[];
  /** Of the row. */
  readonly height?: number;
  readonly row?: readonly number[];
  readonly paragraph?: readonly number[];
  readonly style?: number;
};

/** "Vols" and the cell made of these runs. */
const streams = (
  runs: readonly DocRun[],
  { shade, height, row = [], paragraph = [], style = 0, ...options }: Options = {},
) =>
  makeDocStreams(
    [
      { text: "Vols\x07", paragraph: IN_TABLE },
      ...runs,
      { text: "\x07", paragraph: [...IN_TABLE, ...paragraph], style },
      { text: "\x07", paragraph: [...ROW_END(shade, height), ...row] },
      { text: "fin\r" },
    ],
    options,
  );
const doc = (root: readonly Stream[], embedded: readonly Stream[] = []) =>
  readDoc(source("IS101.doc", makeCompound(root, embedded)));
const figure = async (runs: readonly DocRun[], options?: Options): Promise<string> => {
  const result = await doc(streams(runs, options));
  expect(result.issues).toEqual([]);
  const { text = "", beside = [] } = result.value[0]?.rows[0]?.[1] ?? {};
  return [...(text === "" ? [] : [text]), ...beside.map((one) => `[${one.kind} ${one.text}]`)].join(" ");
};
const run = (text: string, ...characters: readonly number[][]): DocRun => ({ text, characters: characters.flat() });
async function expectFigures(cases: readonly (readonly [runs: readonly DocRun[], read: string, options?: Options])[]) {
  for (const [runs, read, options] of cases)
    expect([runs, options, await figure(runs, options)]).toEqual([runs, options, read]);
}

const STRIKE = 0x0837;
const VANISH = 0x083c;
const WHITE = sprm(0x6870, 255, 255, 255, 0);
const NAVY_SHADE = [0, 0, 0, 0xff, 0, 0, 128, 0, 0, 0];

describe("what a person sees of a .doc cell", () => {
  it("leaves struck text, and text deleted under revision marks, beside the figure", async () => {
    await expectFigures([
      [[run("11", sprm(STRIKE, 1)), run("9")], "9 [struck 11]"],
      [[run("11", sprm(0x2a53, 1)), run("9")], "9 [struck 11]"],
      [[run("11", sprm(0x0800, 1)), run("9", sprm(0x0801, 1))], "9 [struck 11]"],
      [[run("11", sprm(STRIKE, 0), sprm(0x0800, 0))], "11"],
    ]);
  });

  it("leaves hidden text beside the figure, and what only the mark of a paragraph should say in doubt", async () => {
    await expectFigures([
      [[run("9", sprm(VANISH, 1)), run("12")], "12 [hidden 9]"],
      [[run("9", sprm(0x0818, 1)), run("12")], "12 [unsure 9]"],
      [[run("12", sprm(VANISH, 0))], "12"],
    ]);
  });

  it("follows the style sheet: styles of paragraphs and of characters, those that they are based on, and what contradicts them", async () => {
    const sheet = makeSheet([
      { kind: 1, list: [] },
      { kind: 1, list: sprm(STRIKE, 1) },
      { kind: 1, basedOn: 1, list: sprm(0x0835, 1) },
      { kind: 2, list: sprm(VANISH, 1) },
      { kind: 2, basedOn: 3, list: [] },
      { kind: 1, basedOn: 5, list: sprm(STRIKE, 1) },
      { kind: 2, list: sprm(0x2a48, 1) },
    ]);
    const style = (number: number) => sprm(0x4a30, ...words(number));
    await expectFigures([
      [[run("11")], "[struck 11]", { sheet, style: 1 }],
      [[run("11")], "[struck 11]", { sheet, style: 2 }],
      [[run("11")], "[struck 11]", { sheet, style: 5 }],
      [[run("11")], "[struck 11]", { sheet, paragraph: sprm(0x4600, ...words(1)) }],
      [[run("11", sprm(STRIKE, 0))], "11", { sheet, style: 1 }],
      [[run("11", sprm(STRIKE, 0x81))], "11", { sheet, style: 1 }],
      [[run("11", sprm(STRIKE, 0x80))], "[struck 11]", { sheet, style: 1 }],
      [[run("11", sprm(STRIKE, 0x81))], "[struck 11]", { sheet }],
      [[run("9", style(3)), run("12")], "12 [hidden 9]", { sheet }],
      [[run("9", style(4)), run("12")], "12 [hidden 9]", { sheet }],
      [[run("9", style(4), sprm(VANISH, 0)), run("12")], "912", { sheet }],
      [[run("12"), run("1", style(6))], "12¹", { sheet }],
    ]);
  });

  it("follows what a quick save changed in a whole piece of text", async () => {
    await expectFigures([
      [[run("12")], "[struck 12]", { piece: (0x57 << 1) | (1 << 8) }],
      [[run("12")], "12", { piece: 0x57 << 1 }],
      [[run("12")], "[hidden 12]", { piece: 1, lists: sprm(VANISH, 1) }],
    ]);
  });

  it("writes note marks above or under the line", async () => {
    await expectFigures([
      [[run("12"), run("1", sprm(0x2a48, 1))], "12¹"],
      [[run("12"), run("1", sprm(0x2a48, 2))], "12₁"],
      [[run("12"), run("1", sprm(0x4845, ...words(6)))], "12¹"],
      [[run("12"), run("1", sprm(0x4845, ...words(-6)))], "12₁"],
    ]);
  });

  it("tells white text and specks, unless the cell, the paragraph or the text is shaded", async () => {
    await expectFigures([
      [[run("9", WHITE), run("12")], "12 [faint 9]"],
      [[run("9", sprm(0x2a42, 8)), run("12")], "12 [faint 9]"],
      [[run("9", sprm(0x4a43, ...words(2))), run("12")], "12 [faint 9]"],
      [[run("12", WHITE)], "12", { shade: NAVY_SHADE }],
      [
        [run("12", WHITE)],
        "[faint 12]",
        {
          shade: Array.from({ length: 10 }, () => 0)
            .with(3, 0xff)
            .with(7, 0xff),
        },
      ],
      [[run("12", WHITE)], "12", { paragraph: sprm(0xc64d, 10, ...NAVY_SHADE) }],
      [[run("12", WHITE, sprm(0xca71, 10, ...NAVY_SHADE))], "12"],
      [[run("12", WHITE, sprm(0x2a0c, 1))], "12"],
      [[run("9", sprm(0x2a0c, 1)), run("12", sprm(0x2a0c, 7))], "12 [faint 9]"],
      [[run("12", sprm(0x6870, 0, 0, 128, 0))], "12"],
      [[run("12", sprm(0x6870, 255, 255, 255, 255))], "12"],
    ]);
  });

  it("is not sure of symbols, and tells pictures and what floats over a figure", async () => {
    const symbol = (code: number) => run("(", sprm(0x6a09, ...words(0, code)), sprm(0x0855, 1));
    await expectFigures([
      [[run("1"), symbol(0xf032)], "1 [unsure 2]"],
      [[run("12"), symbol(0xf0e9)], "12"],
      [[run("12(")], "12("],
      [[run("12", sprm(0x4a4f, ...words(1)))], "[unsure 12]", { fonts: makeFonts("Arial", "Wingdings") }],
      [[run("12", sprm(0x4a4f, ...words(0)))], "12", { fonts: makeFonts("Arial", "Wingdings") }],
      [[run("12"), run("\x08", sprm(0x0855, 1))], "12 [covered ]"],
      [[run("\x01", sprm(0x0855, 1))], ""],
    ]);
    const table = makeDocStreams(
      [
        ["Homicides", "3"],
        ["Vols", "\x01"],
        ["Vols", "12"],
      ].flatMap(([label, cell]) => [
        { text: `${label}\x07`, paragraph: IN_TABLE },
        { text: `${cell}\x07`, characters: cell === "\x01" ? sprm(0x0855, 1) : [], paragraph: IN_TABLE },
        { text: "\x07", paragraph: ROW_END() },
      ]),
    );
    expect(showBeside((await doc(table)).value[0])).toEqual([]);
  });

  it("is not sure of letters one over the other, of a frame, of an order from right to left, nor of a figure in a list", async () => {
    await expectFigures([
      [[run("12", sprm(0x8840, ...words(0x10000 - 400)))], "[unsure 12]"],
      [[run("12", sprm(0x8840, ...words(0x10000 - 10)))], "12"],
      [[run("12", sprm(0xca76, 8, ...Array.from({ length: 8 }, () => 1)))], "[unsure 12]"],
      [[run("12", sprm(0x085a, 1))], "[unsure 12]"],
      [[run("9", sprm(0x4852, ...words(20))), run("12")], "12 [faint 9]"],
      [[run("12")], "[unsure 12]", { paragraph: sprm(0x2441, 1) }],
      [[run("12")], "12", { paragraph: sprm(0x2441, 0) }],
      [[run("12")], "[unsure 12]", { paragraph: sprm(0x841a, ...words(500)) }],
      [[run("12")], "[unsure 12]", { paragraph: sprm(0x442b, ...words(20)) }],
      [[run("12")], "[unsure 12]", { paragraph: sprm(0x8411, ...words(0x10000 - 3000)) }],
      [[run("12")], "[unsure 12]", { paragraph: [...sprm(0x2461, 2), ...sprm(0x845d, ...words(0x10000 - 3000))] }],
      [[run("12")], "[unsure 12]", { paragraph: [...sprm(0x2403, 2), ...sprm(0x840e, ...words(0x10000 - 3000))] }],
      [[run("12")], "12", { paragraph: [...sprm(0x2403, 0), ...sprm(0x840e, ...words(0x10000 - 3000))] }],
      [[run("12")], "12", { paragraph: [...sprm(0x2403, 2), ...sprm(0x840e, ...words(0x10000 - 200))] }],
      [[run("12")], "[unsure 12]", { paragraph: sprm(0x845e, ...words(0x10000 - 3000)) }],
      [[run("12")], "[unsure 12]", { paragraph: sprm(0x845e, ...words(5_001)) }],
      [[run("12")], "12 [unsure 12]", { paragraph: sprm(0x845e, ...words(5_000)) }],
      [[run("12")], "12", { paragraph: sprm(0x845e, ...words(700)) }],
      [[run("12")], "12", { paragraph: [...sprm(0x845e, ...words(360)), ...sprm(0x8460, ...words(0x10000 - 360))] }],
      [[run("12")], "[unsure 12]", { paragraph: sprm(0x6412, ...words(0x10000 - 20, 0)) }],
      [[run("12")], "12 [unsure 12]", { paragraph: sprm(0x6412, ...words(0x10000 - 129, 0)) }],
      [[run("12")], "12", { paragraph: sprm(0x6412, ...words(0x10000 - 130, 0)) }],
      [[run("12")], "12", { paragraph: sprm(0x6412, ...words(20, 1)) }],
      [[run("12")], "[unsure 12]", { paragraph: sprm(0x8418, ...words(500)) }],
      [[run("2")], "2 [unsure n°.]", { paragraph: sprm(0x460b, ...words(1)) }],
      [[run("2")], "2", { paragraph: sprm(0x460b, ...words(0)) }],
      [[run("Vols")], "Vols", { paragraph: sprm(0x460b, ...words(1)) }],
      [
        [run("9", sprm(0x6870, 0, 0, 128, 0), sprm(0xca71, 10, 0, 0, 128, 0, 0, 0, 0, 0xff, 1, 0)), run("12")],
        "12 [faint 9]",
      ],
    ]);
  });

  it("refuses a cell that ends outside of tables: its row would be read as a text between two", async () => {
    const row = [
      { text: "Vols\x07", paragraph: IN_TABLE },
      { text: "12\x07", paragraph: IN_TABLE },
      { text: "\x07", paragraph: ROW_END() },
    ];
    const outside = [{ text: "Rixes\x07" }, { text: "8\x07" }, { text: "\x07", paragraph: sprm(0x2417, 1) }];
    expect(rules(await doc(makeDocStreams(row)))).toEqual([]);
    expect(rules(await doc(makeDocStreams([...row, ...outside])))).toEqual(["error file-unreadable"]);
  });

  it("reads a text in a frame of its own outside of tables", async () => {
    const frame = sprm(0x8418, ...words(500));
    const { value } = await doc(makeDocStreams([{ text: "Commissariat\r", paragraph: frame }]));
    expect([show(value[0]), showBeside(value[0])]).toEqual([["Commissariat"], []]);
  });

  it("is not sure of a figure that its tab stops, or the blanks of its cell, set beyond its cell", async () => {
    /** Places cleared, then places set, each with its kind: 0 at the left, 3 decimal. */
    const tabs = (code: number, cleared: readonly number[], set: readonly (readonly [number, number])[]) => {
      const tolerances = code === 0xc615 ? cleared.map(() => 0) : [];
      const [places, kinds] = [set.map(([at]) => at), set.map(([, kind]) => kind)];
      const operand = [cleared.length, ...words(...cleared, ...tolerances), set.length, ...words(...places), ...kinds];
      return sprm(code, operand.length, ...operand);
    };
    const padding = (code: number, first: number, limit: number, sides: number, twips: number, unit = 3) =>
      sprm(code, 6, first, limit, sides, unit, ...words(twips));
    const unsure = "12 [unsure 12]";
    await expectFigures([
      [[run("\t12")], unsure, { paragraph: tabs(0xc60d, [], [[801, 0]]) }],
      [[run("\t12")], "12", { paragraph: tabs(0xc60d, [], [[800, 0]]) }],
      [[run("12")], "12", { paragraph: tabs(0xc60d, [], [[801, 0]]) }],
      [[run("12")], unsure, { paragraph: tabs(0xc615, [], [[1001, 3]]) }],
      [[run("12")], "12", { paragraph: tabs(0xc615, [], [[1000, 3]]) }],
      [[run("12")], "12", { paragraph: [...tabs(0xc60d, [], [[1001, 3]]), ...tabs(0xc615, [1001], [])] }],
      [[run("12")], unsure, { paragraph: [...tabs(0xc60d, [], [[1001, 3]]), ...tabs(0xc615, [1002], [])] }],
      [[run("12")], unsure, { row: padding(0xd634, 0, 1, 2 + 8, 401) }],
      [[run("12")], "12", { row: padding(0xd634, 0, 1, 2 + 8, 400) }],
      [[run("12")], unsure, { row: padding(0xd632, 1, 2, 8, 801) }],
      [[run("12")], "12", { row: padding(0xd632, 0, 1, 8, 801) }],
      [[run("12")], "12", { row: padding(0xd632, 1, 2, 8, 801, 0) }],
      [[run("12")], "12 [covered 12]", { height: -240, row: padding(0xd634, 0, 1, 1 + 4, 41) }],
      [[run("12")], "12", { height: -240, row: padding(0xd634, 0, 1, 1 + 4, 40) }],
    ]);
  });

  it("is not sure of a figure that only the style of its paragraph, or one that it is based on, numbers or sets elsewhere", async () => {
    const sheet = makeSheet([
      { kind: 1, list: [], paragraph: sprm(0x460b, ...words(1)) },
      { kind: 1, basedOn: 0, list: [] },
      { kind: 1, basedOn: 0, list: [], paragraph: sprm(0x460b, ...words(0)) },
      { kind: 1, list: [], paragraph: sprm(0x8418, ...words(500)) },
    ]);
    for (const [style, read] of [
      [0, "2 [unsure n°.]"],
      [1, "2 [unsure n°.]"],
      [2, "2"],
      [3, "[unsure 2]"],
    ] as const)
      expect([style, await figure([run("2")], { sheet, style })]).toEqual([style, read]);
    expect(await figure([run("2")], { sheet, paragraph: sprm(0x460b, ...words(0)) })).toBe("2");
  });

  it("hides the text of a row of exact height that is next to nothing", async () => {
    for (const [height, read] of [
      [-20, "[hidden 12]"],
      [-300, "12"],
      [20, "12"],
      [0, "12"],
    ] as const)
      expect([height, await figure([run("12")], { height })]).toEqual([height, read]);
    const underBlank = (twips: number) =>
      figure([run("12")], { height: -300, paragraph: sprm(0xa413, ...words(twips)) });
    const gaps = (twips: number) => figure([run("12")], { row: sprm(0x9602, ...words(twips)) });
    expect(await gaps(450)).toBe("12 [unsure 12]");
    expect(await gaps(70)).toBe("12");
    expect(await underBlank(400)).toBe("12 [covered 12]");
    expect(await underBlank(60)).toBe("12");
  });

  it("warns of a drawing laid on the page outside the cells, and of a picture beside a figure", async () => {
    const drawn = async (flags: number, at = 9) =>
      rules(await doc(streams([run("12")], { drawings: [{ at, flags }] })));
    const NO_WRAP = 3 << 5;
    expect(await drawn(NO_WRAP)).toEqual(["warning may-look-otherwise"]);
    expect(await drawn(NO_WRAP | 0x4000)).toEqual([]);
    expect(await drawn(2 << 5)).toEqual([]);
    expect(await drawn(NO_WRAP, 6)).toEqual([]);
    expect(rules(await doc(streams([run("12"), run("\x01", sprm(0x0855, 1))])))).toEqual([
      "warning may-look-otherwise",
    ]);
  });

  it("is not sure of a text of the colour that lies behind the pages, but where its cell has another", async () => {
    const record = (version: number, kind: number, ...bytes: number[]) => [
      ...words(version, kind, bytes.length, 0),
      ...bytes,
    ];
    const shape = (flags: number, colour: readonly number[]) =>
      record(
        0xf,
        0xf004,
        ...record(2, 0xf00a, ...words(1, 0, flags, 0)),
        ...record(0x23, 0xf00b, ...words(0x80, 0, 0, 0x181), ...colour, 0),
      );
    const drawn = (flags: number, colour: readonly number[]) => [
      ...record(0xf, 0xf000, ...record(0, 0xf006, 0, 0)),
      0,
      ...record(0xf, 0xf002, ...record(0x10, 0xf008, 0, 0), ...shape(0xa00, [255, 255, 255]), ...shape(flags, colour)),
    ];
    const [navy, blue] = [[0, 0, 128], sprm(0x6870, 0, 0, 128, 0)];
    const over = (content: number[], shade?: readonly number[]) => ({ content, ...(shade && { shade }) });
    await expectFigures([
      [[run("9", blue), run("12")], "12 [unsure 9]", over(drawn(0xc00, navy))],
      [[run("9", blue), run("12")], "912", over(drawn(0x800, navy))],
      [[run("12", blue)], "12", over(drawn(0xc00, [255, 255, 0]))],
      [[run("12", blue)], "12", over(drawn(0xc00, navy), [0, 0, 0, 0xff, 255, 255, 0, 0, 0, 0])],
      [[run("12", blue)], "12", over(drawn(0xc00, navy).slice(0, -3))],
    ]);
  });

  it("is not sure of a crossed cell, nor of a table at a place off the page", async () => {
    const borders = (code: number, set: number, kind: number) =>
      code === 0xd62f ? sprm(code, 11, 1, 2, set, 0, 0, 0, 0, 8, kind, 0, 0) : sprm(code, 7, 1, 2, set, 8, kind, 0, 0);
    for (const [row, read] of [
      [borders(0xd62f, 0x10, 1), "12 [covered 12]"],
      [borders(0xd620, 0x20, 1), "12 [covered 12]"],
      [borders(0xd62f, 0x10, 0), "12"],
      [borders(0xd62f, 0x0f, 1), "12"],
      [sprm(0x940e, ...words(15_001)), "12 [unsure 12]"],
      [sprm(0x940f, ...words(-3_001 & 0xffff)), "12 [unsure 12]"],
      [sprm(0x940e, ...words(15_000)), "12"],
    ] as const)
      expect([row, await figure([run("12")], { row })]).toEqual([row, read.replace(/^12 (?=\[)/, "")]);
  });

  it("sees a coloured text on the shade of its own cell, or of its paragraph", async () => {
    const navy = sprm(0x6870, 0, 0, 128, 0);
    await expectFigures([
      [[run("12", navy)], "[faint 12]", { shade: NAVY_SHADE }],
      [[run("12", WHITE)], "12", { shade: NAVY_SHADE }],
      [[run("12", WHITE)], "[faint 12]", { shade: USUAL_SHADE }],
      [[run("12", navy)], "[faint 12]", { paragraph: sprm(0xc64d, 10, ...NAVY_SHADE) }],
      [[run("1", navy), run("2", navy)], "[faint 12]", { shade: NAVY_SHADE }],
    ]);
  });

  it("is not sure of a figure beside a field whose result is not in the file", async () => {
    await expectFigures([
      [[run("2\x13 SEQ x \x15")], "2 [other n°]"],
      [[run('12\x13 XE "a" \x15')], "12"],
      [[run("1"), run("\x02", sprm(0x0855, 1))], "1 [other n°]"],
      [[run("12"), run("\x02", sprm(0x0855, 1), sprm(0x2a48, 1))], "12"],
      [[run("1"), run("\x02", sprm(0x0855, 1), sprm(0x2a48, 1)), run("2")], "12 [unsure 12]"],
      [[run("12\x02")], "12"],
      [[run("1"), run("\x00", sprm(0x0855, 1))], "1 [other n°]"],
      [[run("12\x13 HYPERLINK x \x14\x15")], "12"],
    ]);
  });

  it("leaves out the instruction of a field, within another too", async () => {
    await expectFigures([
      [[run("\x13 PAGE \x1412\x15")], "12 [stale PAGE]"],
      [[run("\x13 IF \x13 X \x147\x15 \x1412\x153")], "123"],
    ]);
  });

  it("takes digits much smaller than their neighbours, or a link beside digits, for another number, and warns of sums of the table", async () => {
    await expectFigures([
      [[run("12"), run("9", sprm(0x4a43, ...words(10)))], "129 [unsure 129]"],
      [[run("1"), run("2", sprm(0x4a43, ...words(19)))], "12"],
      [[run("12\x13 HYPERLINK x \x149\x15")], "129 [unsure 129]"],
      [[run("\x13 HYPERLINK x \x14129\x15")], "129"],
      [[run("9", sprm(0x4852, ...words(20))), run("12")], "12 [faint 9]"],
      [[run("\x13 =SUM(ABOVE) \x1412\x15")], "12 [stale =SUM(ABOVE)]"],
    ]);
  });
});

describe("the file of a .doc", () => {
  it("holds the text of its text boxes, before its own", async () => {
    const box = "12 rue\r";
    const result = await doc(makeDocStreams([{ text: "IS 101\r" }, { text: box }], { boxes: box.length }));
    expect(show(result.value[0])).toEqual(["12 rue", "IS 101"]);
    expect(result.value[0]?.rowNames?.[0]).toBe("zone de texte");
  });

  it("is read from its own streams, and not from those of an object that it holds", async () => {
    const own = streams([run("12")]);
    const embedded = streams([run("99")]);
    for (const [root, inside] of [
      [own, embedded],
      [own.toReversed(), embedded],
    ] as const)
      expect(show((await doc(root, inside)).value[0])).toEqual(["Vols|12", "|", "fin|"]);
    expect(rules(await doc([{ name: "1Table", bytes: new Uint8Array(8) }], own))).toEqual(["error file-unreadable"]);
  });

  it("is named, with what to do, when it is of Word 6 or 95", async () => {
    for (const mark of [0xa5dc, 0xa5db]) {
      const old = new Uint8Array(4096);
      old.set(words(mark));
      const result = await doc([{ name: "WordDocument", bytes: old }]);
      expect(rules(result)).toEqual(["error file-format-old"]);
      expect(result.issues[0]?.hint).toContain(".docx");
    }
    const early = new Uint8Array(4096);
    early.set(words(0xa5ec, 0x65));
    expect(rules(await doc([{ name: "WordDocument", bytes: early }]))).toEqual(["error file-format-old"]);
  });
});
