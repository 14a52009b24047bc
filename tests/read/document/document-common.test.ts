/** What the readers of text documents have in common: the grid of their blocks, what stands beside a text, the markers of lists. */
import { describe, expect, test } from "vitest";
import { parseXml } from "../../../scripts/read/container/xml.ts";
import { MAX_COLUMNS, MAX_DEPTH, MAX_ROWS } from "../../../scripts/read/contract/limits.ts";
import { assembleDocument, type Block, paragraph, type TableRow } from "../../../scripts/read/document/document.ts";
import { createFlow, type RowDefinition } from "../../../scripts/read/document/document-flow.ts";
import { writeTable } from "../../../scripts/read/document/table-blocks.ts";
import { besideField } from "../../../scripts/read/document/word-fields.ts";
import { countOf, PREFIXES, rowsOf } from "../../../scripts/read/open-document/open-document.ts";
import { openStyles } from "../../../scripts/read/open-document/open-styles.ts";
import { withMarker } from "../../../scripts/read/seen/list-marker.ts";
import {
  createTextWriter,
  joinLines,
  type Look,
  PLAIN_LOOK,
  type SeenText,
  unseen,
  withBeside,
} from "../../../scripts/read/seen/seen-text.ts";
import { drawsOtherDigits, isSymbolFont, lookInFont } from "../../../scripts/read/seen/symbol-fonts.ts";
import { show, showBeside } from "../source.ts";

type Beside = NonNullable<SeenText["beside"]>[number];
const other = (text: string): Beside => ({ kind: "other", text });
const cellAt = (
  column: number,
  text: string,
  more: { colSpan?: number; rowSpan?: number; beside?: readonly Beside[] } = {},
) => ({
  text,
  column,
  colSpan: 1,
  rowSpan: 1,
  ...more,
});
const rowOf = (...texts: readonly string[]): TableRow => ({ cells: texts.map((text, column) => cellAt(column, text)) });
const tableOf = (...rows: readonly TableRow[]): Block => ({ kind: "table", rows });
const assembled = (...blocks: readonly Block[]): readonly string[] => {
  const { value, issues } = assembleDocument("a.odt", blocks);
  const [grid] = value;
  return [
    ...show(grid).map((line, i) => `${grid?.rowNames?.[i]}: ${line}`),
    ...issues.map(({ rule, message }) => `${rule} ${message}`),
  ];
};

describe("the grid of a document", () => {
  test("names its paragraphs, its tables and their rows, and parts a table from what follows it", () => {
    const blocks = [
      paragraph("IS 101"),
      tableOf(rowOf("Vols", "7")),
      paragraph(" "),
      tableOf(rowOf("Rixes", "8"), rowOf("Viols", "9")),
      paragraph("Source"),
      paragraph("Note", "pied de page"),
    ];
    expect(assembled(...blocks)).toEqual([
      "paragraphe 1: IS 101|",
      "tableau 1, ligne 1: Vols|7",
      "après le tableau 1: |",
      "tableau 2, ligne 1: Rixes|8",
      "tableau 2, ligne 2: Viols|9",
      "après le tableau 2: |",
      "paragraphe 2: Source|",
      "pied de page: Note|",
    ]);
    expect(assembled(tableOf(rowOf("Vols", "7")), paragraph("")).slice(-1)).toEqual(["tableau 1, ligne 1: Vols|7"]);
    expect(assembled(tableOf(), paragraph("a"))).toEqual(["paragraphe 1: a"]);
    expect(assembled(tableOf({ ...rowOf("Vols", "7"), name: "page 1, ligne 2" }))).toEqual(["page 1, ligne 2: Vols|7"]);
  });

  test("covers the places of merged cells, no further than the table goes", () => {
    expect(
      assembled(
        tableOf(
          { cells: [cellAt(0, "a", { rowSpan: 2 }), cellAt(1, "b", { colSpan: 2 })] },
          { cells: [cellAt(1, "c"), cellAt(2, "d")] },
        ),
      ),
    ).toEqual(["tableau 1, ligne 1: a{2x1}|b{1x2}|^", "tableau 1, ligne 2: ^|c|d"]);
    expect(assembled(tableOf(rowOf("x", "y"), { cells: [cellAt(0, "a", { rowSpan: 9 }), cellAt(1, "b")] }))).toEqual([
      "tableau 1, ligne 1: x|y",
      "tableau 1, ligne 2: a|b",
    ]);
  });

  test("is refused where two cells claim one place, which is told", () => {
    const under: TableRow = { cells: [cellAt(0, "c"), cellAt(2, "d", { colSpan: 2 })] };
    expect(
      assembled(
        paragraph("a"),
        tableOf(rowOf("Vols")),
        tableOf(rowOf("w", "x", "y", "z"), { cells: [cellAt(2, "a"), cellAt(3, "b", { rowSpan: 2 })] }, under),
      ),
    ).toEqual([
      "overlapping-cells Le tableau 2 a deux cellules à la même place (ligne 3, colonne 4) : ses fusions de cellules se contredisent. Rien n'a été lu du fichier.",
    ]);
    // The place is that where they meet, below the row of the cell that reaches down to it.
    const low: TableRow = { cells: [cellAt(1, "b")] };
    const reaching: TableRow = { cells: [cellAt(0, "a", { colSpan: 2, rowSpan: 3 })] };
    expect(assembled(tableOf(reaching, { cells: [] }, low))[0]).toContain("(ligne 3, colonne 2)");
    expect(assembled(tableOf({ cells: [cellAt(0, "a", { rowSpan: 3 }), cellAt(1, "b")] }, rowOf("", "c")))).toEqual([
      "overlapping-cells Le tableau 1 a deux cellules à la même place (ligne 2, colonne 1) : ses fusions de cellules se contredisent. Rien n'a été lu du fichier.",
    ]);
  });

  test("is refused beyond the limits, and told when it is empty", () => {
    expect(assembled().map((line) => line.slice(0, 60))).toEqual([
      "document-without-text Le document ne contient aucun texte : ",
    ]);
    const wide = (columns: number) =>
      assembleDocument("a", [tableOf({ cells: [cellAt(columns - 1, "a")] })]).issues.map(({ rule }) => rule);
    expect([wide(MAX_COLUMNS), wide(MAX_COLUMNS + 1)]).toEqual([[], ["file-too-large"]]);
    const long = (paragraphs: number, rows: number) =>
      assembleDocument("a", [
        ...Array.from({ length: paragraphs }, () => paragraph("a")),
        tableOf(...Array.from({ length: rows }, () => rowOf("b"))),
      ]).issues.map(({ rule }) => rule);
    expect([long(0, MAX_ROWS), long(1, MAX_ROWS)]).toEqual([[], ["file-too-large"]]);
  });

  test("keeps the lines of a cell, without the blanks around them", () => {
    expect(assembled(tableOf(rowOf(" 12 \n \n 13", "\n")))).toEqual(["tableau 1, ligne 1: 12\n13|"]);
  });
});

describe("what stands beside a text of a document", () => {
  const beside = (...blocks: readonly Block[]) => {
    const { value, issues } = assembleDocument("a", blocks);
    return [...showBeside(value[0]), ...issues.map(({ rule }) => rule)];
  };
  const inTable = (text: string, ...told: readonly Beside[]) =>
    beside(
      tableOf(
        rowOf("Nature", "T1", "T2"),
        { cells: [cellAt(0, "Vols"), cellAt(1, text, { beside: told }), cellAt(2, "9")] },
        rowOf("Rixes", "8", "7"),
      ),
    );

  test("is told in a table: words, a figure, what covers it; a picture only where a figure is expected", () => {
    expect(inTable("12", { kind: "struck", text: "11" })).toEqual(["12 [struck 11]"]);
    expect(inTable("12", { kind: "covered", text: "" })).toEqual(["12 [covered ]"]);
    expect(inTable("12", other("1"))).toEqual(["12 [other 1]"]);
    expect(inTable("12", other("n°"))).toEqual(["12 [other n°]"]);
    expect(inTable("12", other("en hausse"))).toEqual(["may-look-otherwise"]);
    expect(inTable("12", other(""))).toEqual(["may-look-otherwise"]);
    expect(inTable("", other(""))).toEqual([" [other ]"]);
    expect(inTable("", other("logo"))).toEqual([" [other logo]"]);
    expect(inTable("nd", other(""))).toEqual([]);
    expect(inTable("nd", other("12"))).toEqual(["nd [other 12]"]);
  });

  test("is no picture in the heading of the table, nor in its column of labels", () => {
    const picture = { beside: [other("")] };
    expect(beside(tableOf({ cells: [cellAt(0, "", picture), cellAt(1, "T1")] }, rowOf("Vols", "7")))).toEqual([]);
    expect(beside(tableOf(rowOf("Nature", "T1"), { cells: [cellAt(0, "", picture), cellAt(1, "7")] }))).toEqual([]);
    expect(beside(tableOf({ cells: [cellAt(0, "Nature"), cellAt(1, "", picture)] }, rowOf("Vols", "7")))).toEqual([]);
  });

  test("is told outside tables when it has words, or is a figure", () => {
    const outside = (one: Beside) => beside(paragraph({ text: "IS 101", beside: [one] }));
    expect([
      outside({ kind: "covered", text: "" }),
      outside({ kind: "covered", text: "12" }),
      outside(other("")),
      outside(other("Ville")),
      outside(other("12")),
      outside({ kind: "hidden", text: "a" }),
    ]).toEqual([[], ["IS 101 [covered 12]"], [], [], ["IS 101 [other 12]"], ["IS 101 [hidden a]"]]);
  });
});

describe("the texts of a paragraph", () => {
  const written = (
    ...runs: readonly (readonly [text: string, kind?: Look["kind"], position?: Look["position"]] | Beside)[]
  ): string => {
    const writer = createTextWriter();
    for (const run of runs)
      if ("kind" in run) writer.addBeside(run);
      else writer.add(run[0], { kind: run[1] ?? null, position: run[2] ?? "baseline" });
    const empty = writer.isEmpty() ? " (empty)" : "";
    const { text, beside = [] } = writer.take();
    return `${text}${beside.map((one) => ` [${one.kind} ${one.text}]`).join("")}${empty}`;
  };

  test("of one kind are one while nothing stands between them", () => {
    expect(written(["1", "struck"], ["1", "struck"], ["9"])).toBe("9 [struck 11]");
    expect(written(["1", "struck"], ["9"], ["1", "struck"])).toBe("9 [struck 1] [struck 1]");
    expect(written(["1", "struck"], ["1", "hidden"], ["1", "struck"])).toBe(" [struck 1] [hidden 1] [struck 1]");
    expect(written(["1", "struck"], { kind: "struck", text: "2" }, ["3", "struck"])).toBe(
      " [struck 1] [struck 2] [struck 3]",
    );
    expect(written(["1", "struck"], ["", null], ["1", "struck"])).toBe(" [struck 11]");
  });

  test("raised or lowered are written so, unless they are not seen", () => {
    expect(written(["12"], ["1", null, "raised"], ["2", null, "lowered"])).toBe("12¹₂");
    expect(written(["12"], ["1", "struck", "raised"])).toBe("12 [struck 1]");
  });

  test("of which nothing is seen are none when they are blank", () => {
    const kinds = ["struck", "hidden", "faint", "unsure", "other", "covered"] as const;
    expect(kinds.map((kind) => written([" ", kind]))).toEqual([
      " (empty)",
      " (empty)",
      " (empty)",
      " [unsure  ]",
      " [other  ]",
      " [covered  ]",
    ]);
  });

  test("are forgotten once taken, with the run that was open", () => {
    const writer = createTextWriter();
    writer.add("1", { kind: "struck", position: "baseline" });
    writer.take();
    writer.add("2", { kind: "struck", position: "baseline" });
    writer.endRun();
    writer.add("3", { kind: "struck", position: "baseline" });
    expect(writer.take()).toEqual({
      text: "",
      beside: [
        { kind: "struck", text: "2" },
        { kind: "struck", text: "3" },
      ],
    });
    expect(writer.isEmpty()).toBe(true);
  });

  test("are put one under the other with all that stands beside them, or are told as a whole", () => {
    const parts: readonly SeenText[] = [{ text: "a", beside: [other("1")] }, { text: " " }, { text: " b " }];
    expect(joinLines(parts)).toEqual({ text: "a\n \n b ", beside: [other("1")] });
    expect(unseen("hidden", parts)).toEqual([{ kind: "hidden", text: "a" }, other("1"), { kind: "hidden", text: "b" }]);
    expect(withBeside({ text: "a", beside: [other("1")] }, [other("2")])).toEqual({
      text: "a",
      beside: [other("1"), other("2")],
    });
    expect(withBeside({ text: "a" }, [])).toEqual({ text: "a" });
  });
});

describe("the marker of a list", () => {
  const marked = (text: string, marker: string, beside?: readonly Beside[]): string => {
    const seen = withMarker(beside ? { text, beside } : { text }, marker);
    return `${seen.text}${(seen.beside ?? []).map((one) => ` [${one.kind} ${one.text}]`).join("")}`;
  };
  test("says something beside a figure, or alone, when it is a figure or a sign of one", () => {
    const cases: readonly (readonly [string, string])[] = [
      ["2", "1."],
      ["2", "n°."],
      ["2", "-"],
      ["2", "•"],
      ["2", ""],
      ["2", "a)"],
      ["1 012,5", "1."],
      ["(2)", "1."],
      ["Vols", "1."],
      ["Vols 2", "1."],
      ["", "1."],
      ["", "1"],
      ["", "n°"],
      ["", "n°."],
      ["", "1)"],
      ["", "•"],
      ["", "–"],
    ];
    expect(cases.map(([text, marker]) => `${text} + ${marker} = ${marked(text, marker)}`)).toEqual([
      "2 + 1. = 2 [unsure 1.]",
      "2 + n°. = 2 [unsure n°.]",
      "2 + - = 2 [unsure -]",
      "2 + • = 2",
      "2 +  = 2",
      "2 + a) = 2",
      "1 012,5 + 1. = 1 012,5 [unsure 1.]",
      "(2) + 1. = (2) [unsure 1.]",
      "Vols + 1. = Vols",
      "Vols 2 + 1. = Vols 2",
      " + 1. = 1.",
      " + 1 =  [other 1]",
      " + n° =  [other n°]",
      " + n°. = n°.",
      " + 1) = 1)",
      " + • = ",
      " + – = –",
    ]);
    expect(marked("", "–", [other("3")])).toBe(" [other 3] [other –]");
    expect(marked(" 2 ", " 1. ")).toBe(" 2  [unsure 1.]");
  });
  test("of a field is shown by those that have a result of their own", () => {
    expect(
      [
        " SEQ Tableau ",
        "PAGE",
        "",
        "  ",
        "TC x",
        "tc x",
        "TCX",
        "HYPERLINK a",
        "FORMTEXT",
        "FORMULA",
        "XE x",
        "SET a 1",
      ].filter((instruction) => besideField({ instruction, isShown: false, isDirty: false }).length > 0),
    ).toEqual([" SEQ Tableau ", "PAGE", "TCX", "FORMULA"]);
    expect(
      [
        "=SUM(ABOVE)",
        " PAGE ",
        "NUMPAGES",
        "SECTION",
        "SECTIONPAGES",
        "DATE",
        "TIME",
        "LISTNUM",
        "AUTONUM",
        "AUTONUMLGL",
        "PAGEREF a",
        "CREATEDATE",
        "SEQ a",
      ].filter((instruction) => besideField({ instruction, isShown: true, isDirty: false }).length === 0),
    ).toEqual(["PAGEREF a", "CREATEDATE", "SEQ a"]);
  });
});

test("fonts of signs are known by their names, and which of them have digits", () => {
  const names = [
    "Wingdings",
    "wingdings 2",
    "Webdings",
    "Symbol",
    "Symbol MT",
    "OpenSymbol",
    "ITC Zapf Dingbats",
    "ZapfDingbats",
    "Monotype Sorts",
    "Code 39",
    "Code128",
    "Free 3 of 9",
    "EAN-13",
    "UPC",
    "Barcode",
    "Arial",
    "Codec",
    "Ean",
    "Oceanic",
    "MT Extra",
  ];
  expect(names.map((name) => `${name} ${isSymbolFont(name)} ${drawsOtherDigits(name)}`)).toEqual([
    "Wingdings true true",
    "wingdings 2 true true",
    "Webdings true true",
    "Symbol true false",
    "Symbol MT true false",
    "OpenSymbol true false",
    "ITC Zapf Dingbats true true",
    "ZapfDingbats true true",
    "Monotype Sorts true true",
    "Code 39 true true",
    "Code128 true true",
    "Free 3 of 9 true true",
    "EAN-13 true true",
    "UPC true true",
    "Barcode true true",
    "Arial false false",
    "Codec false false",
    "Ean true true",
    "Oceanic false false",
    "MT Extra true true",
  ]);
  expect(
    [
      ["Wingdings", "12"],
      ["Wingdings", "é"],
      ["Wingdings", " "],
      ["Wingdings", "a1"],
      ["Symbol", "12"],
      [" Symbol ", "a"],
    ].map(([font = "", text = ""]) => lookInFont(PLAIN_LOOK, text, font)?.kind),
  ).toEqual(["unsure", undefined, null, "unsure", null, undefined]);
});

describe("a table told mark by mark", () => {
  const row = (
    edges: readonly number[],
    more: Partial<RowDefinition> = {},
    joins: readonly number[] = [],
  ): RowDefinition => ({
    left: edges[0] ?? 0,
    height: 0,
    cells: edges.slice(1).map((right, i) => ({ right, joinsLeft: joins.includes(i), merge: undefined })),
    ...more,
  });
  const flowing = (
    name: string | undefined,
    ...marks: readonly ((flow: ReturnType<typeof createFlow>) => void)[]
  ): readonly string[] => {
    const flow = createFlow(name);
    for (const mark of marks) mark(flow);
    const blocks = flow.finish();
    if (typeof blocks === "string") return [blocks];
    return blocks.flatMap((block) =>
      block.kind === "paragraph"
        ? [`${block.name ?? ""}¶ ${block.text}`]
        : block.rows.map(({ cells }) =>
            cells
              .map(
                ({ text, column, colSpan, beside = [] }) =>
                  `${column}+${colSpan} ${text}${beside.map((one) => `[${one.kind} ${one.text}]`).join("")}`,
              )
              .join("|"),
          ),
    );
  };
  const p =
    (text: string, depth = 0) =>
    (flow: ReturnType<typeof createFlow>) =>
      flow.endParagraph({ text }, depth);
  const c =
    (text: string, depth = 1) =>
    (flow: ReturnType<typeof createFlow>) =>
      flow.endCell({ text }, depth);
  const r =
    (definition: RowDefinition, depth = 1) =>
    (flow: ReturnType<typeof createFlow>) =>
      flow.endRow(definition, depth);

  test("is placed by the edges of its cells, within three millimetres, and ends at the next paragraph", () => {
    expect(
      flowing(
        undefined,
        c("a"),
        c("b"),
        r(row([0, 1000, 2000])),
        c("c"),
        c("d"),
        r(row([0, 1060, 2000])),
        p("fin"),
        c("e"),
        r(row([0, 500])),
      ),
    ).toEqual(["0+1 a|1+1 b", "0+1 c|1+1 d", "¶ fin", "0+1 e"]);
    expect(
      flowing(undefined, c("a"), c("b"), r(row([0, 1000, 2000])), c("c"), c("d"), r(row([0, 1061, 2000]))),
    ).toEqual(["0+1 a|1+2 b", "0+2 c|2+1 d"]);
  });
  test("joins the cells that are merged with the one at their left, with their texts", () => {
    expect(
      flowing(
        undefined,
        c("a"),
        c("b"),
        c("c"),
        r(row([0, 1000, 2000, 3000], {}, [1])),
        c("d"),
        c("e"),
        c("f"),
        r(row([0, 1000, 2000, 3000], {}, [0, 2])),
      ),
    ).toEqual(["0+2 a\nb|2+1 c", "0+1 d|1+2 e\nf"]);
  });
  test("hides the text of a row too low for it", () => {
    const read = (height: number) => `${height}: ${flowing(undefined, c("a"), r(row([0, 1000], { height })))}`;
    expect([-1, -109, -110, 0, 20].map(read)).toEqual([
      "-1: 0+1 [hidden a]",
      "-109: 0+1 [hidden a]",
      "-110: 0+1 a",
      "0: 0+1 a",
      "20: 0+1 a",
    ]);
    // Two lines have room in a row so high: the third is cut off, and nothing of the empty cells beside.
    expect(flowing(undefined, c(""), c("a\nb\nc"), c(""), r(row([0, 1000, 2000, 3000], { height: -400 })))).toEqual([
      "0+1 |1+1 a\nb\nc[covered c]|2+1 ",
    ]);
  });
  test("has paragraphs in its cells, and tables in them", () => {
    expect(flowing("pied de page", p("x"), p("1", 1), c("2"), r(row([0, 1000])))).toEqual([
      "pied de page¶ x",
      "0+1 1\n2",
    ]);
    expect(
      flowing(
        undefined,
        p("1", 1),
        c("a", 2),
        r(row([0, 500]), 2),
        c("b"),
        c("z"),
        r(row([0, 1000, 2000])),
        c("y"),
        c("w"),
        r(row([0, 1000, 2000])),
      ),
    ).toEqual(["¶ 1", "0+1 a", "¶ b", "¶ z", "0+1 y|1+1 w"]);
  });
  test("ends at a row of page layout, and another one begins after it", () => {
    const layout = [c("x", 2), r(row([0, 500]), 2), c("", 1), r(row([0, 1000]))];
    expect(flowing(undefined, c("a"), r(row([0, 1000])), ...layout, c("b"), r(row([0, 1000])))).toEqual([
      "0+1 a",
      "0+1 x",
      "0+1 b",
    ]);
  });
  test("may be as deep as the limits allow", () => {
    const deep = (depth: number) => flowing(undefined, c("a", depth), r(row([0, 1000]), depth)).length;
    expect([deep(MAX_DEPTH), flowing(undefined, c("a", MAX_DEPTH + 1), r(row([0, 1000]), MAX_DEPTH + 1))]).toEqual([
      1,
      ["des tableaux sont imbriqués sur 201 niveaux"],
    ]);
    const depths = Array.from({ length: MAX_DEPTH }, (_, i) => MAX_DEPTH - i);
    const marks = depths.flatMap((depth) => [c(String(depth), depth), r(row([0, 1000]), depth)]);
    expect(flowing(undefined, ...marks).slice(0, 3)).toEqual(["0+1 200", "¶ 199", "¶ 198"]);
  });
  test("is refused when a row is not finished, or has not the cells that it defines", () => {
    expect(flowing(undefined, c("a"), p("b"))).toEqual(["une ligne de tableau n'est pas finie"]);
    expect(flowing(undefined, p("a", 1), p("b"))).toEqual(["une ligne de tableau n'est pas finie"]);
    expect(flowing(undefined, c("a"), c("b"), r(row([0, 1000])))).toEqual([
      "une ligne de tableau a 2 cellules et en définit 1",
    ]);
    expect(flowing(undefined, c("a"), r(row([0, 0])))).toEqual(["bords de cellules en désordre (0, 0)"]);
  });
});

describe("the elements of OpenDocument", () => {
  const NS = Object.entries(PREFIXES)
    .map(([uri, prefix]) => `xmlns:${prefix}="${uri}"`)
    .join(" ");
  const parsed = (xml: string) => {
    const read = parseXml(new TextEncoder().encode(`<office:document ${NS}>${xml}</office:document>`), PREFIXES);
    if (!read.ok) throw new Error(read.reason);
    return read.root;
  };
  test("count what is repeated, within bounds", () => {
    const count = (value: string) => {
      const [element] = parsed(`<text:s text:c="${value}"/>`).children;
      return typeof element === "string" || !element ? 0 : countOf(element, "text:c", 5);
    };
    expect(["1", "2", "5", "6", "0", "-1", "1.5", "x", ""].map(count)).toEqual([1, 2, 5, 5, 1, 1, 1, 1, 1]);
    expect(
      rowsOf(
        parsed(
          "<table:table-header-rows><table:table-row/></table:table-header-rows><table:table-row/><table:table-rows><table:table-row/></table:table-rows><table:table-row-group><table:table-row/></table:table-row-group><table:table-cell><table:table-row/></table:table-cell>",
        ),
      ),
    ).toHaveLength(4);
  });
  test("say what their style says, or its parents, or the default of their family", () => {
    const style = (name: string, properties: string, more = "") =>
      `<style:style style:family="text" style:name="${name}" ${more}>${properties}</style:style>`;
    const size = (points: number) => `<style:text-properties fo:font-size="${points}pt"/>`;
    const shared = `<style:default-style style:family="text">${size(8)}</style:default-style>${style("A", size(9))}${style("B", "", 'style:parent-style-name="A"')}${style("C", '<style:text-properties fo:color="#000"/>', 'style:parent-style-name="B"')}${style("D", "")}${style("E", size(10))}<style:style style:family="paragraph" style:name="A">${size(20)}</style:style>${style("L", "", 'style:parent-style-name="L"')}`;
    const own = `${style("E", size(11))}<style:font-face style:name="F" svg:font-family="'Wing dings'"/>`;
    const styles = openStyles([parsed(shared), parsed(own)]);
    const found = (name: string | undefined, family = "text") =>
      styles.property(family, name, "style:text-properties", "fo:font-size");
    expect([
      found("A"),
      found("B"),
      found("C"),
      found("D"),
      found("E"),
      found("L"),
      found("Z"),
      found(undefined),
      found("A", "paragraph"),
      found("Z", "paragraph"),
    ]).toEqual(["9pt", "9pt", "9pt", "8pt", "11pt", "8pt", "8pt", "8pt", "20pt", undefined]);
    expect([styles.fontFamily("F"), styles.fontFamily("G")]).toEqual(["Wing dings", "G"]);
  });
  test("say what is drawn before the items of a list, level by level", () => {
    const level = (name: string, n: number, attributes: string) =>
      `<text:list-level-style-${name} text:level="${n}" ${attributes}/>`;
    const list = `<text:list-style style:name="L">${level("number", 1, 'style:num-format="1" style:num-prefix="(" style:num-suffix=")"')}${level("bullet", 2, 'text:bullet-char="–"')}${level("number", 3, 'style:num-format=""')}${level("image", 4, 'style:num-format="1"')}${level("bullet", 5, "")}</text:list-style>`;
    const styles = openStyles([parsed(list)]);
    expect([1, 2, 3, 4, 5, 6].map((n) => styles.listMarker("L", n))).toEqual(["(n°)", "–", "", "", "", ""]);
    expect([styles.listMarker(undefined, 1), styles.listMarker("M", 1), styles.headingMarker(1)]).toEqual(["", "", ""]);
  });
});

test("a row of page layout ends the table, whose rows follow in another", () => {
  const writer = writeTable<TableRow>((rows) => rows);
  writer.add(rowOf("a"));
  writer.addPageLayout([[paragraph("b"), paragraph("c")], [paragraph("d")]]);
  writer.add(rowOf("e"));
  expect(
    writer
      .finish()
      .map((block) =>
        block.kind === "table" ? block.rows.map((row) => row.cells[0]?.text).join("/") : `¶${block.text}`,
      ),
  ).toEqual(["a", "¶b", "¶c", "¶d", "e"]);
});
