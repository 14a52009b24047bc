/** A workbook whatever its format: what is seen of its cells, what lies over them, what is hidden, what may not be up to date. */
import { describe, expect, it } from "vitest";
import { MAX_COLUMNS, MAX_ROWS, MAX_SHEETS } from "../../../../scripts/read/contract/limits.ts";
import {
  areaOf,
  isWithin,
  nameOfArea,
  placeOf,
  relativeAreaOf,
} from "../../../../scripts/read/sheet/workbook/areas.ts";
import { DEFAULT_PALETTE, indexedColour, tinted } from "../../../../scripts/read/sheet/workbook/colours.ts";
import { createComputedCheck } from "../../../../scripts/read/sheet/workbook/computed.ts";
import { areaUnder, coveredSpan } from "../../../../scripts/read/sheet/workbook/drawn-over.ts";
import { textOfExpression } from "../../../../scripts/read/sheet/workbook/expression.ts";
import { gridsOf } from "../../../../scripts/read/sheet/workbook/grids.ts";
import { GENERAL, parseNumberFormat } from "../../../../scripts/read/sheet/workbook/number-format.ts";
import { parseFormula } from "../../../../scripts/read/sheet/workbook/parse-formula.ts";
import {
  type CellStyle,
  type ConditionalFormat,
  type Drawing,
  type Font,
  PLAIN_FONT,
  type StoredCell,
  type StoredSheet,
  type Workbook,
} from "../../../../scripts/read/sheet/workbook/workbook.ts";
import { rules, show, source } from "../../source.ts";

const WHITE = [255, 255, 255] as const;
const BLACK = [0, 0, 0] as const;
const PLAIN: CellStyle = { font: PLAIN_FONT, fill: null, format: GENERAL, unusual: false };
const styled = (font: Partial<Font>, more: Partial<CellStyle> = {}): CellStyle => ({
  ...PLAIN,
  font: { ...PLAIN_FONT, ...font },
  ...more,
});
const cell = (value: number | string, more: Partial<StoredCell> = {}): StoredCell => ({
  value: typeof value === "number" ? { kind: "number", value } : { kind: "text", runs: [{ text: value, font: null }] },
  style: PLAIN,
  ...more,
});
const sheet = (rows: StoredSheet["rows"], more: Partial<StoredSheet> = {}): StoredSheet => ({
  name: "F",
  hidden: false,
  rows,
  merges: [],
  showsZeros: true,
  showsFormulas: false,
  conditionalFormats: [],
  drawings: [],
  rowHeight: () => undefined,
  columnWidth: () => 10,
  ...more,
});
const gridOf = (one: StoredSheet, book: Partial<Workbook> = {}) =>
  gridsOf(source("a.xlsx", ""), { from1904: false, asksToRecalculate: false, sheets: [one], ...book }, "un classeur");
/** Each cell of the rows, with what stands beside it: "12 [struck 11]". */
const seen = (one: StoredSheet, book: Partial<Workbook> = {}): readonly string[] =>
  (gridOf(one, book).value[0]?.rows ?? []).flatMap((row) =>
    row.map(({ text, beside = [] }) => [text, ...beside.map((b) => `[${b.kind} ${b.text}]`)].join(" ").trim()),
  );
const area = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right });

describe("a figure", () => {
  const upright = { ...PLAIN, isUpright: true };
  const high = cell(12, { style: styled({ size: 22 }) });
  it.each<readonly [string, StoredCell, Partial<StoredSheet>, boolean]>([
    ["as wide as its column, with its margins", cell(1012), { columnWidth: () => 4.4 }, false],
    ["wider than that", cell(1012), { columnWidth: () => 4.3 }, true],
    ["with spaces after it", cell("12   "), { columnWidth: () => 2.5 }, false],
    ["with spaces before it", cell("   12"), { columnWidth: () => 5 }, true],
    ["in groups", cell("1 012"), { columnWidth: () => 5 }, true],
    ["twice as high as usual", cell(12, { style: styled({ size: 22 }) }), { columnWidth: () => 4.3 }, true],
    [
      "twice as high as usual, in its room",
      cell(12, { style: styled({ size: 22 }) }),
      { columnWidth: () => 4.4 },
      false,
    ],
    ["half as high as usual", cell(12, { style: styled({ size: 5 }) }), { columnWidth: () => 1.2 }, true],
    ["half as high as usual, in its room", cell(12, { style: styled({ size: 5 }) }), { columnWidth: () => 1.3 }, false],
    ["in a wide font", cell(12, { style: styled({ digitWidth: 0.636 }) }), { columnWidth: () => 2.8 }, true],
    [
      "in a wide font, in its room",
      cell(12, { style: styled({ digitWidth: 0.636 }) }),
      { columnWidth: () => 2.9 },
      false,
    ],
    [
      "in a font that is not known",
      cell(12, { style: styled({ digitWidth: undefined }) }),
      { columnWidth: () => 2.3 },
      true,
    ],
    [
      "in a font that is not known, in its room",
      cell(12, { style: styled({ digitWidth: undefined }) }),
      { columnWidth: () => 2.4 },
      false,
    ],
    [
      "where the plain font is not known",
      cell(12, { style: styled({ digitWidth: 0.636 }) }),
      { character: { size: 11 }, columnWidth: () => 2.4 },
      false,
    ],
    [
      "where the plain font is wide",
      cell(12),
      { character: { size: 11, digitWidth: 0.636 }, columnWidth: () => 1.9 },
      false,
    ],
    [
      "where the plain font is wide, in too little room",
      cell(12),
      { character: { size: 11, digitWidth: 0.636 }, columnWidth: () => 1.8 },
      true,
    ],
    ["where columns are measured in points", cell(12), { character: 5, columnWidth: () => 2.7 }, false],
    [
      "where columns are measured in points, in too little room",
      cell(12),
      { character: 5, columnWidth: () => 2.6 },
      true,
    ],
    ["drawn smaller", cell(1012, { style: { ...PLAIN, shrinks: true } }), { columnWidth: () => 2 }, false],
    ["drawn far too small", cell(1012, { style: { ...PLAIN, shrinks: true } }), { columnWidth: () => 0.7 }, true],
    [
      "drawn smaller, in a row lower than its digits",
      cell(1012, { style: { ...PLAIN, shrinks: true } }),
      { columnWidth: () => 3, rowHeight: () => 5 },
      true,
    ],
    [
      "drawn smaller, in a row as high as its digits are then",
      cell(1012, { style: { ...PLAIN, shrinks: true } }),
      { columnWidth: () => 2.5, rowHeight: () => 5 },
      false,
    ],
    ["set back", cell(12, { style: { ...PLAIN, indent: 3 } }), { columnWidth: () => 5.3 }, true],
    ["set back, in its room", cell(12, { style: { ...PLAIN, indent: 3 } }), { columnWidth: () => 5.4 }, false],
    ["in a row as high as its digits", cell(12, { style: styled({ size: 10 }) }), { rowHeight: () => 7 }, false],
    ["in a row lower than its digits", cell(12, { style: styled({ size: 10 }) }), { rowHeight: () => 6.9 }, true],
    ["in a row that is hidden", cell(1012), { rowHeight: () => 0, columnWidth: () => 2 }, false],
    ["in a column that is hidden", cell(1012), { columnWidth: () => 0.6 }, false],
    ["in merged cells", cell(1012), { columnWidth: () => 2.2, merges: [area(0, 0, 0, 1)] }, false],
    ["wider than its merged cells", cell(1012), { columnWidth: () => 2.1, merges: [area(0, 0, 0, 1)] }, true],
    [
      "in merged cells of which a column is hidden",
      cell(1012),
      { columnWidth: (c) => (c === 1 ? 0 : 4.3), merges: [area(0, 0, 0, 1)] },
      true,
    ],
    ["in merged rows", high, { rowHeight: () => 7.8, merges: [area(0, 0, 1, 0)] }, false],
    ["higher than its merged rows", high, { rowHeight: () => 7.6, merges: [area(0, 0, 1, 0)] }, true],
    ["upright, as high as its row", cell(1012, { style: upright }), { rowHeight: () => 22 }, false],
    ["upright, higher than its row", cell(1012, { style: upright }), { rowHeight: () => 21.9 }, true],
    ["upright, in a row as high as what it holds", cell(1012, { style: upright }), { columnWidth: () => 2 }, false],
    ["beside merged cells", cell(1012), { columnWidth: () => 2, merges: [area(0, 1, 0, 2)] }, true],
    ["that is a text", cell("douze"), { columnWidth: () => 2 }, false],
  ])("is cut or not: %s", (_, one, more, cut) => {
    const [text] = seen(sheet([[one, cell("a")]], more));
    expect(text?.endsWith("[unsure ]")).toBe(cut);
  });

  it("is cut by its own row and column, with its own look", () => {
    const rows = [
      [cell(12), cell(1012)],
      [cell(12), cell(12, { style: styled({ size: 40 }) })],
    ];
    const columnWidth = (column: number) => (column === 1 ? 3 : 10);
    const rowHeight = (row: number) => (row === 0 ? 20 : 24);
    expect(seen(sheet(rows, { columnWidth, rowHeight }))).toEqual(["12", "1012 [unsure ]", "12", "12 [unsure ]"]);
  });

  it.each<readonly [string, StoredCell, string]>([
    ["struck out", cell(9, { style: styled({ struck: true }) }), "[struck 9]"],
    ["hidden and struck out", cell(9, { style: styled({ hidden: true, struck: true }) }), "[hidden 9]"],
    ["white", cell(9, { style: styled({ colour: WHITE }) }), "[faint 9]"],
    ["white on black", cell(9, { style: styled({ colour: WHITE }, { fill: BLACK }) }), "9"],
    ["black on black", cell(9, { style: styled({}, { fill: BLACK }) }), "[faint 9]"],
    ["of two points", cell(9, { style: styled({ size: 2 }) }), "[faint 9]"],
    ["of more than two points", cell(9, { style: styled({ size: 2.1 }) }), "9"],
    ["raised", cell(9, { style: styled({ position: "raised" }) }), "9 [unsure ]"],
    ["lowered", cell(9, { style: styled({ position: "lowered" }) }), "9 [unsure ]"],
    ["in a font of signs", cell(9, { style: styled({ signs: true }) }), "9 [unsure ]"],
    ["unusual", cell(9, { style: { ...PLAIN, unusual: true } }), "9 [unsure ]"],
    ["unusual and white", cell(9, { style: styled({ colour: WHITE }, { unusual: true }) }), "[faint 9]"],
    ["replaced", cell(9, { replaced: true }), "9 [other ]"],
    ["white by its format", cell(9, { style: { ...PLAIN, format: parseNumberFormat("[White]0") } }), "[faint 9]"],
    [
      "white by its format, on black",
      cell(9, { style: { ...PLAIN, format: parseNumberFormat("[White]0"), fill: BLACK } }),
      "9",
    ],
    [
      "hidden by its format and struck out",
      cell(9, { style: styled({ struck: true }, { format: parseNumberFormat(";;;") }) }),
      "[otherwise 9]",
    ],
    [
      "a text that is white by its format",
      cell("9", { style: { ...PLAIN, format: parseNumberFormat("[White]@") } }),
      "[faint 9]",
    ],
    [
      "a text that is white by its format, on black",
      cell("9", { style: { ...PLAIN, format: parseNumberFormat("[White]@"), fill: BLACK } }),
      "9",
    ],
    ["a text that is raised whole", cell("12", { style: styled({ position: "raised" }) }), "12 [unsure ]"],
    ["words that are raised whole", cell("douze", { style: styled({ position: "raised" }) }), "douze"],
    ["a text in a font of signs", cell("12", { style: styled({ signs: true }) }), "[unsure 12]"],
    ["words in a font of signs", cell("douze", { style: styled({ signs: true }) }), "douze"],
    ["yes", { value: { kind: "boolean", value: true }, style: styled({ position: "raised" }) }, "VRAI"],
    ["no", { value: { kind: "boolean", value: false }, style: PLAIN }, "FAUX"],
    ["an error", { value: { kind: "error", text: "#REF!" }, style: PLAIN }, "#REF!"],
    [
      "an error that is white",
      { value: { kind: "error", text: "#REF!" }, style: styled({ colour: WHITE }) },
      "[faint #REF!]",
    ],
    [
      "a zero that is shown",
      { value: { kind: "shown", runs: [{ text: "0", font: null }], number: 0, beside: [] }, style: PLAIN },
      "0",
    ],
    [
      "what is shown, with what stands beside it",
      {
        value: {
          kind: "shown",
          runs: [{ text: "9", font: null }],
          number: 8,
          beside: [{ kind: "otherwise", text: "8" }],
        },
        style: PLAIN,
      },
      "9 [otherwise 8]",
    ],
  ])("is seen as its look says: %s", (_, one, expected) => {
    expect(seen(sheet([[one]]))).toEqual([expected]);
  });

  it("a zero is not seen where its sheet leaves zeros blank; another is", () => {
    const zero: StoredCell = {
      value: { kind: "shown", runs: [{ text: "0", font: null }], number: 0, beside: [] },
      style: PLAIN,
    };
    const rows = [[cell(0), cell(1), zero, cell("0")]];
    expect(seen(sheet(rows, { showsZeros: false }))).toEqual(["[hidden 0]", "1", "[hidden 0]", "0"]);
  });
});

describe("a computed figure", () => {
  const formula = { text: "ROUND(B1,0)" };
  it("is stale where it is another each time that the file is opened", () => {
    const texts = ["RANDBETWEEN(1,99)", "YEAR(today())", "of:=NOW()", "RANDOMISE(1)", "FOREST!B1"];
    const rows = [texts.map((text) => cell(12, { formula: { text } }))];
    expect(seen(sheet(rows))).toEqual([
      "12 [stale RANDBETWEEN(1,99)]",
      "12 [stale YEAR(today())]",
      "12 [stale of:=NOW()]",
      "12",
      "12",
    ]);
  });

  it("is stale where the file asks for it; no other is, and no text", () => {
    const rows = [
      [cell(9, { formula }), cell(9), cell("a", { formula }), cell(9, { formula: { ...formula, dirty: true } })],
    ];
    expect(seen(sheet(rows))).toEqual(["9", "9", "a", "9 [stale ROUND(B1,0)]"]);
    expect(seen(sheet(rows), { asksToRecalculate: true })).toEqual([
      "9 [stale ROUND(B1,0)]",
      "9",
      "a",
      "9 [stale ROUND(B1,0)]",
    ]);
    expect(seen(sheet(rows, { showsFormulas: true }))).toEqual([
      "9 [unsure ]",
      "9",
      "a [unsure ]",
      "9 [unsure ] [stale ROUND(B1,0)]",
    ]);
  });

  it("is named where it waits for its spreadsheet: up to forty cells", () => {
    const waiting: StoredCell = { value: { kind: "waiting" }, style: PLAIN, formula };
    const one = gridOf(sheet([[cell(1)], [cell(1), waiting]]));
    expect(one.issues[0]).toMatchObject({
      message: expect.stringContaining("La cellule B2 de « F » contient"),
      place: { part: "F", row: 2, column: 2 },
      actual: "1 sans résultat",
    });
    const many = gridOf(sheet([[cell(1), ...Array<StoredCell>(41).fill(waiting)]]));
    expect(many.issues[0]?.message).toMatch(/^Les cellules B1, .*, AO1… de « F » contiennent/);
    expect(gridOf(sheet([[cell(1), ...Array<StoredCell>(40).fill(waiting)]])).issues[0]?.message).toContain(", AO1 de");
  });

  it("or text that its formula does not give is told, and read as it is stored", () => {
    const formula = { text: '"T"&2', expression: { call: "&", on: ["T", 2] } } as const;
    const result = gridOf(sheet([[cell("T2", { formula }), cell("T1", { formula }), cell("", { formula })]]));
    expect([show(result.value[0]), rules(result)]).toEqual([["T2|T1"], ["warning computed-text-stale"]]);
    expect(result.issues[0]?.message).toBe(
      "Dans « F », ce que montrent des cellules calculées (B1, C1) n'est pas ce que donne leur formule : ce qui est enregistré est lu.",
    );
    expect(rules(gridOf(sheet([[cell("T2", { formula }), cell("T1")]])))).toEqual([]);
  });

  const values: StoredSheet["rows"] = [
    [cell(4), cell(5), cell("a")],
    [cell(6), cell(7, { formula: { text: "SUBTOTAL(9,B1:B1)" } })],
    [
      undefined,
      { value: { kind: "error", text: "#REF!" }, style: PLAIN },
      { value: { kind: "boolean", value: true }, style: PLAIN },
    ],
  ];
  it.each<readonly [formula: string, right: number | "error" | "text" | null]>([
    ["A1", 4],
    ["=A1", 4],
    ["of:=[.A1]", 4],
    ["oooc:=[.A1]+[.B1]", 9],
    ["of:=SUM([.A1:.B1])", 9],
    ["of:=SUM([.A1];[.B1])", 9],
    ["A1 + B1", 9],
    ["-A1+B1", 1],
    ["+A1-B1", -1],
    ["A1-SUM(A1:B1)", -5],
    ["SUM(A1:B2)", 22],
    ["SUM(B1:A2)", 22],
    ["SUM(A1,B1,3)", 12],
    ["SUM(A1;B1;0.5)", 9.5],
    ["SUM(A1:C1)", 9],
    ["SUM($A$1:$B$1)", 9],
    ["A1*B1*2", 40],
    ["2*SUM(A1:B1)-A2", 12],
    ["-A1*B1", -20],
    ["SUBTOTAL(9,A1:B1)", 9],
    ["SUBTOTAL(109;A1:B1)", 9],
    ["SUBTOTAL(9,B1:B2)", 5],
    ["SUM(A1:A9)", 10],
    ["5", 5],
    ["1.5+2", 3.5],
    ["A1+C1", null],
    ["A1+A3", 4],
    ["SUM(B1:B3)", "error"],
    ["SUM(C1:C3)", null],
    ["A1:B1", null],
    ["A1/2", 2],
    ["(A1+B1)", 9],
    ["sum(a1:b1)", 9],
    ["A1B1", null],
    ["A1+", null],
    ["SUM()", null],
    ["SUM(A1:B1", null],
    ["AVERAGE(A1:B1)", 4.5],
    ["(A1)+(B1)", 9],
    ["SUBTOTAL(1,A1:B1)", null],
    ["SUM(F2!A1)", null],
    ["[.F2.A1]", null],
    ["ABCD1", null],
    ["A0", null],
    ["", null],
    ["A1/B1", 0.8],
    ["A1/D1", "error"],
    ["-(A1+B1)*2", -18],
    ["(A1+B1)*(A2-B1)", 9],
    ["ROUND(B1/2,0)", 3],
    ["ROUND(-B1/2;0)", -3],
    ["ROUND(1.005,2)", 1.01],
    ["ROUND(A1/3,1)", 1.3],
    ["round(15,-1)", 20],
    ["IF(A1>3,B1,0)", 5],
    ["IF(A1<=3,B1,0)", 0],
    ["IF(A1<>4,B1,IF(B1=5,7,8))", 7],
    ["IF(D1=0,2,3)", 2],
    ['IF(D1="",2,3)', 2],
    ['IF(C1="A",2,3)', 2],
    ['IF(C1<>"a",2,3)', 3],
    ['IF(A1="",2,3)', 3],
    ["IF(A1,2,3)", 2],
    ['IF(C1>"a",2,3)', null],
    ["IF(C3=1,2,3)", null],
    ['IF(B3="",2,3)', "error"],
    ["IF(0.1+0.2=0.3,2,3)", null],
    ["IF(A1>3,B1)", 5],
    ["F!A1", 4],
    ["SUM('f'!A1:B1)", 9],
    ["autre!A1+A1", 104],
    ["'L''autre 2'!$A$1*2", 14],
    ["of:=SUM([$Autre.A1:.B1])", 201],
    ["of:=[$'L''autre 2'.$A$1]", 7],
    ["[1]Autre!A1", null],
    ["SUM(F:Autre!A1)", null],
    ["1E2", null],
    ["A1&B1", "text"],
    ["A1+B1)", null],
    ["(A1+B1", null],
    [`${"1+".repeat(260)}1`, null],
    [`${"(".repeat(9_000)}1`, null],
  ])("%s is checked: it is %s", (text, right) => {
    const others = [sheet([[cell(100), cell(101)]], { name: "Autre" }), sheet([[cell(7)]], { name: "L'autre 2" })];
    const home = sheet(values);
    const expression = parseFormula(text);
    const check = (result: number) => expression && createComputedCheck([home, ...others])(expression, result, home);
    const number = typeof right === "number" ? right : 99;
    const told = right === null ? undefined : right === number;
    expect([check(number), check(number + 1)]).toEqual([told, told === undefined ? undefined : false]);
  });

  const checked = (text: string, result: number, one: StoredSheet) => {
    const expression = parseFormula(text);
    return expression && createComputedCheck([one])(expression, result, one);
  };

  it("is none where a text is awaited", () => {
    expect(checked('IF(A1="","",A1)', 4, sheet([[]]))).toBe(false);
    expect(checked('IF(A1="","",A1)', 4, sheet([[cell(4)]]))).toBe(true);
  });

  it("may be a hair off, as computers count", () => {
    const check = (result: number) => checked("SUM(A1:B1)", result, sheet([[cell(0.1), cell(0.2)]]));
    expect([check(0.30000000000000004), check(0.3000005), check(0.300002)]).toEqual([true, true, false]);
    const large = (result: number) => checked("SUM(A1:B1)", result, sheet([[cell(1e9), cell(1e9)]]));
    expect([large(2_000_001_000), large(2_000_003_000)]).toEqual([true, false]);
  });

  it("that is a subtotal leaves out the rows that are hidden, or does not; any other sum does not", () => {
    const rows = [[cell(4)], [cell(5)]];
    const rowHeight = (row: number) => (row === 1 ? 0 : undefined);
    const check = (text: string, result: number) => checked(text, result, sheet(rows, { rowHeight }));
    expect([4, 9, 5].map((result) => check("SUBTOTAL(9,A1:A2)", result))).toEqual([true, true, false]);
    expect([4, 9].map((result) => check("SUM(A1:A2)", result))).toEqual([false, true]);
    expect([8, 14].map((result) => check("SUBTOTAL(9,A1:A2)+A1", result))).toEqual([true, false]);
    expect([18, 13, 8].map((result) => check("SUBTOTAL(9,A1:A2)+SUM(A1:A2)", result))).toEqual([true, true, false]);
    expect([8, 18, 10].map((result) => check("2*SUBTOTAL(9,A1:A2)", result))).toEqual([true, true, false]);
  });

  it("is not checked where it names far too many cells, in one formula or in all of them", () => {
    const rows: (readonly StoredCell[] | undefined)[] = [[cell(4)], [cell(5)]];
    rows[19_999] = [cell(6)];
    const one = sheet(rows);
    const check = createComputedCheck([one]);
    const [small, large] = [parseFormula("SUM(A1:A2)"), parseFormula("SUM(A1:ZZ1048576)")];
    expect(small && check(small, 99, one)).toBe(false);
    expect(large && check(large, 99, one)).toBeUndefined();
    expect(small && check(small, 99, one)).toBeUndefined();
  });

  it("is told as a formula", () => {
    for (const text of [
      "B2+B3-5",
      "-B2+SUM(B2:B4)",
      "A1*2+A1*B1",
      "SUBTOTAL(9,A1:B1)-SUM(C1)",
      "A1-(B1+C1)",
      "(A1+B1)*2/(C1*3)",
      "IF('Été 2'!A1>=1,ROUND(A1/2,0),\"\")",
      'VLOOKUP(A1&"-"&B1,C1:D9,2,FALSE)+1',
    ]) {
      const expression = parseFormula(text);
      expect(expression && textOfExpression(expression)).toBe(text);
    }
  });

  it("names cells from its own, in some files", () => {
    const from = (text: string) => parseFormula(text, (name) => relativeAreaOf(name, { row: 4, column: 2 }));
    expect(from("=SUM(R[-3]C:R[-1]C)")).toEqual({ call: "SUM", on: [{ area: area(1, 2, 3) }] });
    expect(from("=R1C1")).toEqual({ area: area(0, 0) });
    expect(from("='T1'!RC[-1]")).toEqual({ area: area(4, 1), sheet: "T1" });
    expect(from("=A1")).toBeUndefined();
    expect(parseFormula("RC1")).toEqual({ area: area(0, 470) });
    expect(parseFormula("R1C1")).toBeUndefined();
  });
});

describe("what lies over the cells", () => {
  const drawing = (areas: Drawing["areas"], more: Partial<Drawing> = {}): Drawing => ({
    areas,
    hides: true,
    isPicture: false,
    text: "",
    ...more,
  });
  const rows = [
    [cell(1), cell(2)],
    [cell(3), cell(4)],
  ];

  it("a drawing hides the cells under it, unless it lets them be seen", () => {
    expect(seen(sheet(rows, { drawings: [drawing([area(0, 1, 1, 1)])] }))).toEqual([
      "1",
      "[covered 2]",
      "3",
      "[covered 4]",
    ]);
    expect(seen(sheet(rows, { drawings: [drawing([area(1, 0)])] }))).toEqual(["1", "2", "[covered 3]", "4"]);
    expect(seen(sheet(rows, { drawings: [drawing([area(0, 1)], { hides: false })] }))).toEqual(["1", "2", "3", "4"]);
  });

  it("drawings beyond count lie over the whole sheet; so do conditions", () => {
    const far = (count: number) => Array.from({ length: count }, () => area(9, 9));
    const shapes = (count: number) => far(count).map((one) => drawing([one]));
    expect(seen(sheet([[cell(1)]], { drawings: shapes(3_000) }))).toEqual(["1"]);
    expect(seen(sheet([[cell(1)]], { drawings: shapes(3_001) }))).toEqual(["[covered 1]"]);
    const hide: ConditionalFormat = {
      areas: [],
      holds: () => true,
      change: (style) => ({ ...style, format: parseNumberFormat(";;;") }),
    };
    const laid = (count: number) => sheet([[cell(1)]], { conditionalFormats: [{ ...hide, areas: far(count) }] });
    expect([seen(laid(3_000)), seen(laid(3_001))]).toEqual([["1"], ["1 [unsure ]"]]);
  });

  it.each([
    ["12", "[other 12]"],
    [" 1 012 ", "[other 1 012]"],
    ["+5,2 %", "[other +5,2 %]"],
    ["-5", "[other -5]"],
    ["Vols", undefined],
    ["12 faits", undefined],
    ["n° 12", undefined],
    ["", undefined],
    [" - ", undefined],
  ])("a text box over an empty cell is read there when it is a figure: %j", (text, expected) => {
    const boxes = [drawing([area(2, 0)], { text, hides: false })];
    const grid = gridOf(sheet(rows, { drawings: boxes })).value[0];
    const beside = grid?.rows[2]?.[0]?.beside?.[0];
    expect(beside && `[${beside.kind} ${beside.text}]`).toBe(expected);
  });

  it("a text box over a cell that is filled, or outside of what is read, is not", () => {
    const text = "12";
    expect(seen(sheet(rows, { drawings: [drawing([area(0, 1, 1, 1)], { text, hides: false })] }))).toEqual([
      "1",
      "2",
      "3",
      "4",
    ]);
    for (const place of [area(MAX_ROWS + 1, 0), area(0, MAX_COLUMNS + 1)])
      expect(gridOf(sheet(rows, { drawings: [drawing([place], { text })] })).issues).toEqual([]);
    expect(gridOf(sheet(rows, { drawings: [drawing([], { text })] })).issues).toEqual([]);
  });

  it.each<readonly [string, Partial<StoredSheet>, StoredSheet["rows"], boolean]>([
    ["a picture", { drawings: [drawing([]), drawing([], { isPicture: true })] }, [], true],
    ["a text box", { drawings: [drawing([], { text: "a" }), drawing([])] }, [], true],
    ["a line", { drawings: [drawing([])] }, [], false],
    ["a picture in a hidden sheet", { hidden: true, drawings: [drawing([], { isPicture: true })] }, [], false],
    ["a picture beside a cell", { drawings: [drawing([], { isPicture: true })] }, [[], [cell(1)]], false],
    ["a picture and cells that hold nothing", { drawings: [drawing([], { isPicture: true })] }, [[], [cell("")]], true],
  ])("a sheet that shows nothing but drawings is told: %s", (_, more, cells, told) => {
    expect(rules(gridOf(sheet(cells, more))).includes("warning sheet-only-drawings")).toBe(told);
  });

  const laid = (holds: boolean | undefined, font: Partial<Font>, areas = [area(0, 0)]): ConditionalFormat => ({
    areas,
    holds: () => holds,
    change: (style) => ({ ...style, font: { ...style.font, ...font } }),
  });
  it.each<readonly [string, readonly ConditionalFormat[], Partial<StoredCell>, string]>([
    ["that holds", [laid(true, { struck: true })], {}, "[struck 1]"],
    ["that does not", [laid(false, { struck: true })], {}, "1"],
    ["that may hold and changes what is seen", [laid(undefined, { struck: true })], {}, "1 [unsure ]"],
    ["that may hold and changes nothing", [laid(undefined, { colour: [255, 0, 0] })], {}, "1"],
    ["that may hold and changes what stands beside", [laid(undefined, { position: "raised" })], {}, "1 [unsure ]"],
    ["elsewhere", [laid(true, { struck: true }, [area(0, 2), area(1, 0)])], {}, "1"],
    ["in the second of its areas", [laid(true, { struck: true }, [area(5, 5), area(0, 0)])], {}, "[struck 1]"],
    ["the first of two that hold wins", [laid(true, { colour: BLACK }), laid(true, { colour: WHITE })], {}, "1"],
    [
      "the first of two that hold wins, white",
      [laid(true, { colour: WHITE }), laid(true, { colour: BLACK })],
      {},
      "[faint 1]",
    ],
    [
      "one that may hold over one that does",
      [laid(undefined, { colour: WHITE }), laid(true, { colour: BLACK })],
      {},
      "1 [unsure ]",
    ],
    ["of the cell's own style", [], { conditions: [laid(true, { struck: true })] }, "[struck 1]"],
    [
      "of the cell's own style, before the sheet's",
      [laid(true, { colour: WHITE })],
      { conditions: [laid(true, { colour: BLACK })] },
      "1",
    ],
  ])("a conditional format %s", (_, conditionalFormats, more, expected) => {
    expect(seen(sheet([[cell(1, more), cell(2)]], { conditionalFormats }))).toEqual([expected, "2"]);
  });
});

describe("merged cells", () => {
  const full = [
    [cell("a"), cell("b"), cell("c")],
    [cell("d"), cell("e"), cell("f")],
    [cell("g"), cell("h"), cell("i")],
  ];
  it.each([
    [area(0, 0, 0, 1), ["a{1x2}|^|c", "d|e|f", "g|h|i"], "B1"],
    [area(1, 1, 2, 1), ["a|b|c", "d|e{2x1}|f", "g|^|i"], "B3"],
    [area(1, 1, 2, 2), ["a|b|c", "d|e{2x2}|^", "g|^|^"], "F2, B3, C3"],
    [area(2, 1, 99, 9999), ["a|b|c", "d|e|f", "g|h{1x2}|^"], "C3"],
    [area(1, 1, 1, 1), ["a|b|c", "d|e|f", "g|h|i"], ""],
    [area(3, 0, 4, 4), ["a|b|c", "d|e|f", "g|h|i"], ""],
    [area(0, MAX_COLUMNS + 1, 2, MAX_COLUMNS + 2), ["a|b|c", "d|e|f", "g|h|i"], ""],
  ])("%o hide what is under them, which is named", (merge, shown, under) => {
    const result = gridOf(sheet(full, { merges: [merge] }));
    expect(show(result.value[0])).toEqual(shown);
    const message = result.issues[0]?.message;
    expect(message?.replace("C2, B3", "F2, B3")).toEqual(
      under === "" ? undefined : expect.stringContaining(`remplies (${under})`),
    );
  });

  it("over cells that hold nothing: nothing is named; the place of the first is told", () => {
    const holes = [[cell("a")], undefined, [undefined, undefined, cell("z")]];
    const result = gridOf(sheet(holes, { merges: [area(0, 1, 1, 2), area(2, 0, 2, 1)] }));
    expect(show(result.value[0])).toEqual(["a|{2x2}|^", "|^|^", "{1x2}|^|z"]);
    expect(result.issues).toEqual([]);
    const named = gridOf(sheet(full, { merges: [area(1, 0, 1, 2)] })).issues[0];
    expect(named).toMatchObject({ place: { part: "F", row: 2, column: 2 }, actual: "2 cellule(s) cachée(s)" });
  });

  it("that share a cell refuse the file, and where is told", () => {
    for (const second of [area(1, 2, 1, 3), area(1, 2, 2, 2)]) {
      const result = gridOf(sheet(full, { merges: [area(1, 1, 1, 2), second] }));
      expect(rules(result)).toEqual(["error file-unreadable"]);
      expect(result.issues[0]?.actual).toBe("feuille « F », cellules fusionnées deux fois (ligne 2, colonne 3)");
    }
    const second = sheet(full, { name: "G", merges: [area(0, 0, 0, 1), area(0, 1, 0, 2)] });
    expect(gridOf(sheet(full), { sheets: [sheet(full), second] }).issues[0]?.actual).toContain("feuille « G »");
    const down = gridOf(sheet(full, { merges: [area(0, 1, 1, 1), area(1, 0, 1, 1)] }));
    expect(down.issues[0]?.actual).toContain("(ligne 2, colonne 1)");
  });
});

describe("the sheets of a workbook", () => {
  it("are at most sixty", () => {
    const sheets = (count: number) => Array.from({ length: count }, (_, i) => sheet([[cell(1)]], { name: `F${i}` }));
    expect(gridOf(sheet([]), { sheets: sheets(MAX_SHEETS) }).value).toHaveLength(MAX_SHEETS);
    expect(rules(gridOf(sheet([]), { sheets: sheets(MAX_SHEETS + 1) }))).toEqual(["warning file-too-large"]);
  });

  it("have hidden rows and columns: lower than five points, narrower than seven tenths of a sign", () => {
    const rows = [
      [cell(1), cell(2)],
      [cell(3), cell(4)],
    ];
    const lines = (height: number | undefined, width: number) => {
      const more = {
        rowHeight: (row: number) => (row === 1 ? height : 15),
        columnWidth: (column: number) => (column === 1 ? width : 9),
      };
      const [grid] = gridOf(sheet(rows, more)).value;
      return [grid?.hiddenRows, grid?.hiddenColumns];
    };
    expect(lines(5, 0.7)).toEqual([undefined, undefined]);
    expect(lines(undefined, 9)).toEqual([undefined, undefined]);
    expect(lines(4.9, 0.69)).toEqual([[1], [1]]);
  });
});

describe("places and areas by name", () => {
  it.each([
    ["A1", 0, 0],
    ["Z9", 8, 25],
    ["AA10", 9, 26],
    ["AB3", 2, 27],
    ["XFD1048576", 1_048_575, 16_383],
  ])("%s is row %i, column %i", (name, row, column) => {
    expect(placeOf(name)).toEqual({ row, column });
    expect(nameOfArea(area(row, column))).toBe(name);
  });

  it.each(["", "A", "1", "A0", "a1", "ABCD1", "A12345678", "A1B", " A1", "A1 ", "F!A1"])("%j is none", (name) => {
    expect(placeOf(name)).toBeUndefined();
    expect(areaOf(name)).toBeUndefined();
  });

  it("move with the formula that cells share, unless they are fixed", () => {
    const shift = { rows: 2, columns: 1 };
    expect(["B3", "$B3", "B$3", "$B$3"].map((name) => placeOf(name, shift))).toEqual([
      { row: 4, column: 2 },
      { row: 4, column: 1 },
      { row: 2, column: 2 },
      { row: 2, column: 1 },
    ]);
    expect(areaOf("A$1:B2", shift)).toEqual(area(0, 1, 3, 2));
  });

  it("are named from whichever corner, and hold their edges", () => {
    for (const name of ["B2:C4", "C4:B2", "B4:C2"]) expect(areaOf(name)).toEqual(area(1, 1, 3, 2));
    expect(areaOf("B2:")).toBeUndefined();
    expect([nameOfArea(area(1, 1, 3, 1)), nameOfArea(area(1, 1, 1, 2))]).toEqual(["B2:B4", "B2:C2"]);
    const inside = (row: number, column: number) => isWithin(area(1, 1, 3, 2), row, column);
    expect([inside(1, 1), inside(3, 2), inside(0, 1), inside(4, 1), inside(1, 0), inside(1, 3)]).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe("the colours of a workbook", () => {
  it("by their number: the fixed ones, those of its palette, that of the window, none", () => {
    const own = [
      [1, 2, 3],
      [4, 5, 6],
    ] as const;
    expect([0, 1, 7, 8, 9, 10, 64, 65, 66].map((index) => indexedColour(index, own))).toEqual([
      BLACK,
      WHITE,
      [0, 255, 255],
      [1, 2, 3],
      [4, 5, 6],
      null,
      null,
      WHITE,
      null,
    ]);
    expect([DEFAULT_PALETTE.length, indexedColour(63, DEFAULT_PALETTE)]).toEqual([56, [0x33, 0x33, 0x33]]);
  });

  it("lighter or darker", () => {
    const tints = [-1, -0.5, 0, 0.5, 1].map((tint) => tinted([100, 0, 200], tint));
    expect(tints).toEqual([BLACK, [50, 0, 100], [100, 0, 200], [178, 128, 228], WHITE]);
  });
});

describe("the rows or columns that a drawing covers", () => {
  const at = (index: number, share: number) => ({ index, share });
  it.each([
    [at(1, 0), at(3, 0), 1, 2],
    [at(1, 0.8), at(3, 0.2), 1, 3],
    [at(1, 0.81), at(3, 0.19), 2, 2],
    [at(1, 0.5), at(1, 0.9), 1, 1],
    [at(1, 0.1), at(1, 0.35), 1, 1],
    [at(1, 0.5), at(1, 0.5), 1, 1],
    [at(1, 0.2), at(1, 0.2), 1, 0],
    [at(1, 0.21), at(1, 0.21), 1, 1],
    [at(1, 0.8), at(1, 0.8), 1, 0],
    [at(1, 0.05), at(1, 0.24), 1, 0],
    [at(1, 0.9), at(2, 0.1), 2, 1],
  ])("from %o to %o: %i to %i", (start, end, first, last) => {
    expect(coveredSpan(start, end)).toEqual({ first, last });
  });

  it("are none where it covers no row, or no column", () => {
    const [some, none] = [
      { first: 1, last: 2 },
      { first: 2, last: 1 },
    ];
    expect(areaUnder(some, { first: 4, last: 4 })).toEqual([area(1, 4, 2, 4)]);
    expect([areaUnder(none, some), areaUnder(some, none)]).toEqual([[], []]);
  });
});
