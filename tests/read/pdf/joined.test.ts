import { describe, expect, test } from "vitest";
import { joinPages } from "../../../scripts/read/pdf/joined.ts";
import { readPdf } from "../../../scripts/read/pdf/pdf.ts";
import type { LaidOutPage } from "../../../scripts/read/pdf/running.ts";
import { rules, source } from "../source.ts";
import { handMadePdf, pagesOf, text } from "./hand-made-pdf.ts";

const BANDS = [
  { x0: 50, x1: 300 },
  { x0: 320, x1: 400 },
];

type Table = LaidOutPage["blocks"][number] & { readonly kind: "table" };

/** A table of labels and one column of figures. */
const table = (...rows: readonly (readonly [string, string])[]): Table => ({
  kind: "table",
  bands: BANDS,
  isHeadless: false,
  top: 100,
  rows: rows.map((texts, i) => ({
    top: 100 + 20 * i,
    bottom: 110 + 20 * i,
    cells: texts.map((text, column) => ({ text, row: 0, column, colSpan: 1, rowSpan: 1 })),
  })),
});
const page = (...rows: readonly (readonly [string, string])[]): LaidOutPage => ({
  height: 800,
  blocks: [table(...rows)],
});
const textPage = (text: string, parts = 1): LaidOutPage => ({
  height: 800,
  blocks: [{ kind: "paragraph", text, top: 300, parts }],
});
const joined = (...pages: readonly LaidOutPage[]) =>
  joinPages(pages).blocks.flatMap((block) =>
    block.kind === "table" ? block.rows.map((row) => row.cells.map((cell) => cell.text).join("|")) : [],
  );

test.each(["j) Tapages diurnes", "iv. Tapages diurnes", "viii) Tapages diurnes", "k° Tapages diurnes"])(
  "a family without figures at a page's end does not take the line « %s » of the next page",
  (line) => {
    const rows = joined(page(["Nature", "2026"], ["i) Tranquillité publique", ""]), page([line, "2"]));
    expect(rows).toEqual(["Nature|2026", "i) Tranquillité publique|", `${line}|2`]);
  },
);

test("a text that the page before left below its table stays a text, when the first label of the next page begins a line", () => {
  const note = { kind: "paragraph", text: "Données provisoires", top: 300, parts: 1 } as const;
  const first = page(["Nature", "2026"], ["Vols", "4"]);
  const pages = [{ ...first, blocks: [...first.blocks, note] }, page(["Homicides", "2"])];
  expect(joined(...pages)).toEqual(["Nature|2026", "Vols|4", "Homicides|2"]);
  expect(
    joinPages(pages)
      .blocks.filter((block) => block.kind === "paragraph")
      .map((block) => block.text),
  ).toEqual(["Données provisoires"]);
});

test("a text at a page's end is the title of the rows that follow under the same head, and the table goes on", () => {
  const title = { kind: "paragraph", text: "Atteintes aux biens", top: 300, parts: 1 } as const;
  const first = page(["Nature", "2026"], ["Rixes", "4"]);
  const pages = [{ ...first, blocks: [...first.blocks, title] }, page(["Nature", "2026"], ["Vols", "2"])];
  expect(joinPages(pages).blocks).toHaveLength(1);
  expect(joined(...pages)).toEqual(["Nature|2026", "Rixes|4", "Atteintes aux biens", "Vols|2"]);
});

/** Pages of which no row is sure where it was cut, and the place that is told. */
const CUTS: readonly (readonly [string, readonly LaidOutPage[], string])[] = [
  [
    "figures alone at the top of a page, below a table",
    [page(["Nature", "2026"], ["Vols", "4"]), textPage("146")],
    "page 2, ligne 1",
  ],
  [
    "a heading at the end of a page, its table on the next",
    [textPage("Nature 2026", 2), page(["Vols", "4"])],
    "page 2, ligne 1",
  ],
  [
    "a label of which each page has a part",
    [page(["Nature", "2026"], ["Violences physiques", ""]), page(["non crapuleuses", "4"])],
    "page 2, ligne 1",
  ],
  [
    "a label that the next page's first text ends",
    [page(["Nature", "2026"], ["Violences", "4"]), textPage("physiques")],
    "page 2, ligne 1",
  ],
  ["a figure in thousands", [page(["Nature", "2026"], ["Vols", "4"]), page(["", "146"])], "page 2, ligne 1"],
  [
    "a label that goes on on the next page, beside figures on both",
    [page(["Nature", "2026"], ["Vols", "4"]), page(["sans violence", "7"])],
    "page 2, ligne 1",
  ],
  [
    "a label that goes on on the next page, in a table of other columns",
    [
      page(["Nature", "2026"], ["Vols", "4"]),
      { height: 800, blocks: [{ ...table(["sans violence", "7"]), bands: [] }] },
    ],
    "page 2, ligne 1",
  ],
  [
    "a heading alone at the end of a page, above a table of other columns",
    [page(["Nature", "Faits"]), { height: 800, blocks: [{ ...table(["Vols", "7"]), bands: [] }] }],
    "page 2, ligne 1",
  ],
  [
    "a heading alone at the end of a page, with a year in its corner",
    [page(["2026", "Faits"]), { height: 800, blocks: [{ ...table(["Vols", "7"]), bands: [] }] }],
    "page 2, ligne 1",
  ],
  [
    "a row of thousands without its label, within a page",
    [page(["Nature", "2026"], ["Vols", "4"], ["", "146"])],
    "page 1, ligne 3",
  ],
];

test.each(CUTS)("%s: the row cut in two is told", (_, pages, place) => {
  expect(joinPages(pages).cuts).toEqual([place]);
});

test("the head of a table is left out where it is printed again, and kept where its columns are shared out otherwise", () => {
  const head = (colSpan: number): Table => {
    const [first, ...others] = table(["Nature", "2026"], ["Vols", "4"]).rows;
    const cells = (first?.cells ?? []).map((cell) => (cell.column > 0 ? { ...cell, colSpan } : cell));
    return { ...table(), rows: [{ top: 100, bottom: 110, cells }, ...others] };
  };
  const after = (colSpan: number) =>
    joined(page(["Nature", "2026"], ["Recels", "7"]), { height: 800, blocks: [head(colSpan)] });
  expect(after(1)).toEqual(["Nature|2026", "Recels|7", "Vols|4"]);
  expect(after(2)).toEqual(["Nature|2026", "Recels|7", "Nature|2026", "Vols|4"]);
});

test("a table that goes on whole is not told as cut", () => {
  expect(joinPages([page(["Nature", "2026"], ["Vols", "4"]), page(["Recels", "146"])]).cuts).toEqual([]);
});

test("a table whose columns no heading names is told, unless it goes on with the table before it, or the title names its only one", () => {
  const wide = (...bands: readonly (readonly [x0: number, x1: number])[]): LaidOutPage["blocks"] => [
    { ...table(["Vols", "4"]), isHeadless: true, bands: bands.map(([x0, x1]) => ({ x0, x1 })) },
  ];
  const three = wide([50, 300], [320, 400], [420, 480]);
  const headless = (...blocks: readonly LaidOutPage["blocks"][]) =>
    joinPages(blocks.map((own) => ({ height: 800, blocks: own }))).headless;
  const [head] = page(["Nature", "2026"]).blocks;
  const note = { kind: "paragraph", text: "Note", top: 300, parts: 1 } as const;
  expect(headless(three)).toEqual(["page 1, ligne 1"]);
  expect(headless(head ? [head] : [], three)).toEqual(["page 2, ligne 1"]);
  expect(
    headless([{ ...table(["Nature", "2026"]), bands: three[0]?.kind === "table" ? three[0].bands : [] }], three),
  ).toEqual([]);
  const one = wide([50, 300], [320, 400]);
  const moved = wide([50, 300], [390, 470]);
  expect([headless(one), headless(head ? [head, ...one] : []), headless(head ? [head, ...moved] : [])]).toEqual([
    [],
    [],
    [],
  ]);
  const wider: LaidOutPage["blocks"] = [{ ...table(["Nature", "2026"]), bands: [...BANDS, { x0: 420, x1: 500 }] }];
  expect(headless([...wider, ...moved])).toEqual(["page 1, ligne 2"]);
  expect(headless([...wider, note, ...moved])).toEqual(["page 1, ligne 3"]);
});

test("below a table that has figures, a list of others is told only where it stands under its figures, and nothing is between", () => {
  const bands = [...BANDS, { x0: 420, x1: 500 }];
  const above: Table = { ...table(["Nature", "2026"], ["Vols", "4"]), bands };
  const note = { kind: "paragraph", text: "Chiffres de la commune", top: 300, parts: 1 } as const;
  const list = (x0: number, isHeadless: boolean): Table => ({
    ...table(["Habitants", "6"], ["Logements", "2"]),
    bands: [BANDS[0] ?? { x0, x1: x0 }, { x0, x1: x0 + 50 }],
    isHeadless,
  });
  const told = (...blocks: LaidOutPage["blocks"]) => joinPages([{ height: 800, blocks }]).headless.length;
  for (const isHeadless of [true, false])
    expect([
      told(above, list(380, isHeadless)),
      told(above, list(200, isHeadless)),
      told(above, note, list(380, isHeadless)),
      told({ ...above, rows: above.rows.slice(0, 1) }, note, list(380, isHeadless)),
    ]).toEqual([1, 0, 0, 1]);
  const named = { ...list(380, false), rows: table(["Nature", "2025"], ["Logements", "2"]).rows };
  expect(told(above, named)).toBe(0);
});

describe("figures without lines right under a head that has lines around", () => {
  /** Edges of the head's columns, and their names; then rows of texts, each at its place. */
  const read = async (
    head: readonly (readonly [edge: number, name: string])[],
    rows: readonly (readonly (readonly [x: number, words: string])[])[],
    between = "",
  ) => {
    const edges = [...head.map(([edge]) => edge), 500];
    const lines = [...[733, 755].map((y) => `50 ${y} m 500 ${y} l S`), ...edges.map((x) => `${x} 733 m ${x} 755 l S`)];
    const names = head.flatMap(([edge, name]) => (name === "" ? [] : [text(edge + 4, 740, name)]));
    const texts = rows.flatMap((row, i) => row.map(([x, words]) => text(x, 700 - 20 * i, words)));
    const content = [...lines, ...names, between, ...texts].join(" ");
    const result = await readPdf(source("IS101.pdf", Buffer.from(handMadePdf(pagesOf([content])), "latin1")));
    const shown = result.value[0]?.rows.map((row) => row.map((cell) => cell.text).join("|")) ?? [];
    return [...shown.filter((row) => row.replaceAll("|", "") !== ""), ...rules(result)];
  };
  const HEADS = [
    [50, "Nature"],
    [280, "2026"],
    [400, "2025"],
  ] as const;
  const figures = (x: number) =>
    [
      [
        [60, "Vols"],
        [x, "4"],
      ],
      [
        [60, "Rixes"],
        [x, "7"],
      ],
    ] as const;
  test("stand in its columns, of which some may be empty", async () => {
    expect(await read(HEADS, figures(430))).toEqual(["Nature|2026|2025", "Vols||4", "Rixes||7"]);
    expect(await read(HEADS, figures(310))).toEqual(["Nature|2026|2025", "Vols|4|", "Rixes|7|"]);
    const blank = [[50, "Nature"], [250, ""], ...HEADS.slice(1)] as const;
    const two = figures(310).map((row, i) => [...row, [430, String(i)]] as const);
    expect(await read(blank, two)).toEqual(["Nature||2026|2025", "Vols||4|0", "Rixes||7|1"]);
  });
  test("stand there too with a note between", async () => {
    const note = text(60, 718, "(en nombre de faits)");
    const rows = await read(HEADS, figures(430), note);
    expect(rows.filter((row) => row.includes("4") || row.includes("7"))).toEqual(["Vols||4", "Rixes||7"]);
  });
  test("are refused where a column of theirs is in none of its own", async () => {
    expect(await read(HEADS, figures(397))).toContain("error ambiguous-header");
    expect(await read(HEADS, figures(510))).toContain("error ambiguous-header");
  });
});

test("a file with a row cut in two, or without a heading, is refused", async () => {
  const read = async (...contents: readonly string[]) =>
    rules(await readPdf(source("IS101.pdf", Buffer.from(handMadePdf(pagesOf(contents)), "latin1"))));
  const row = (y: number, label: string, ...figures: readonly string[]): string =>
    [text(50, y, label), ...figures.map((figure, i) => text(300 + 60 * i, y, figure))].join(" ");
  const head = row(700, "Nature", "2025", "2026");
  expect(await read(`${head} ${row(680, "Homicides", "1", "2")} ${row(660, "Vols", "3", "4")}`)).toEqual([]);
  expect(await read(`${row(680, "Homicides", "1", "2")} ${row(660, "Vols", "3", "4")}`)).toEqual([
    "error ambiguous-header",
  ]);
  expect(
    await read(`${head} ${row(680, "Homicides", "1", "2")} ${row(660, "Vols", "3", "4")}`, text(50, 500, "146")),
  ).toContain("error pdf-cut-figures");
});

test("the number of a page under a column is no figure of it; another number there is refused", async () => {
  const read = async (number: string, y: number) => {
    const rows = Array.from({ length: 6 }, (_, i): readonly [number, string] => [150 - 14 * i, `Ligne ${i + 1}`]);
    const drawn = rows.map(([top, label]) =>
      [text(50, top, label), text(300, top, "7"), text(360, top, "8")].join(" "),
    );
    const head = [text(50, 164, "Nature"), text(300, 164, "2025"), text(360, 164, "2026")].join(" ");
    const page = [head, ...drawn, text(302, y, number)].join(" ");
    const result = await readPdf(source("IS101.pdf", Buffer.from(handMadePdf(pagesOf([page])), "latin1")));
    return result.issues.length > 0 ? rules(result) : (result.value[0]?.rows.at(-1)?.map((cell) => cell.text) ?? []);
  };
  expect(await read("1", 62)).toEqual(["Ligne 6", "7", "8"]);
  expect(await read("2", 62)).toEqual(["error ambiguous-header"]);
  expect(await read("1", 66)).toEqual(["error ambiguous-header"]); // as near as a row: a figure without its label?
});

/** What is read of pages whose blocks stand at these places, each row with the place where it is found. */
function document(...pages: readonly LaidOutPage["blocks"][]): readonly string[] {
  const { blocks, cuts, headless } = joinPages(pages.map((own) => ({ height: 800, blocks: own })));
  return [
    ...blocks.flatMap((block) =>
      block.kind === "paragraph"
        ? [`${block.name} ¶ ${block.text}`]
        : block.rows.map((row) => `${row.name} ${row.cells.map((cell) => cell.text).join("|")}`),
    ),
    ...cuts.map((place) => `cut ${place}`),
    ...headless.map((place) => `headless ${place}`),
  ];
}
const words = (text: string, top: number, parts = 1) => ({ kind: "paragraph", text, top, parts }) as const;
const HEAD = ["Nature", "2026"] as const;

describe("what stands at the top and at the bottom of pages", () => {
  test("is read once: headers where they come first, footers at the end; page numbers are not", () => {
    const pages = [1, 2, 3].map((n) => [
      words("Ville - T1 2026", 40),
      words(`Corps ${n}`, 300),
      words(`Édité le 0${n}/04/2026`, 760),
      words(`${n}/3`, 780),
    ]);
    expect(document(...pages)).toEqual([
      "page 1, ligne 1 ¶ Ville - T1 2026",
      "page 1, ligne 2 ¶ Corps 1",
      "page 2, ligne 1 ¶ Corps 2",
      "page 3, ligne 1 ¶ Corps 3",
      "page 1, ligne 3 ¶ Édité le 01/04/2026",
    ]);
  });

  test("is of a page alone when no other page has it, at the same place, but for its figures", () => {
    expect(document([words("Ville 1", 40), words("a", 300)], [words("Ville 2", 42), words("b", 300)])).toEqual([
      "page 1, ligne 1 ¶ Ville 1",
      "page 1, ligne 2 ¶ a",
      "page 2, ligne 1 ¶ b",
    ]);
    expect(document([words("Ville", 40), words("a", 300)], [words("Ville", 60), words("b", 300)])).toEqual([
      "page 1, ligne 1 ¶ Ville",
      "page 1, ligne 2 ¶ a",
      "page 2, ligne 1 ¶ Ville",
      "page 2, ligne 2 ¶ b",
    ]);
    expect(document([words("Ville", 40), words("a", 300)], [words("VILLE ", 40), words("b", 300)])).toEqual([
      "page 1, ligne 1 ¶ Ville",
      "page 1, ligne 2 ¶ a",
      "page 2, ligne 1 ¶ b",
    ]);
    expect(document([words("Ville", 40), words("a", 300)], [words("Commune", 40), words("b", 300)])).toEqual([
      "page 1, ligne 1 ¶ Ville",
      "page 1, ligne 2 ¶ a",
      "page 2, ligne 1 ¶ Commune",
      "page 2, ligne 2 ¶ b",
    ]);
  });

  test("is what stands in an eighth of its height, nearly: 96 points of 800", () => {
    const isNumber = (top: number) => document([words("page 7", top), words("a", 300)]).length === 1;
    expect([95, 96, 97, 703, 704, 705].filter(isNumber)).toEqual([95, 96, 704, 705]);
  });

  test("does not part a table that goes on", () => {
    const first = [words("Ville", 40), table(HEAD, ["Vols", "4"]), words("Page 1", 780)];
    const second = [words("Ville", 40), table(HEAD, ["Rixes", "5"]), words("Page 2", 780)];
    expect(document(first, second)).toEqual([
      "page 1, ligne 1 ¶ Ville",
      "page 1, ligne 2 Nature|2026",
      "page 1, ligne 3 Vols|4",
      "page 2, ligne 2 Rixes|5",
    ]);
    expect(document(first, [words("Gendarmerie", 100), ...second])).toEqual([
      "page 1, ligne 1 ¶ Ville",
      "page 1, ligne 2 Nature|2026",
      "page 1, ligne 3 Vols|4",
      "page 2, ligne 1 ¶ Gendarmerie",
      "page 2, ligne 2 Nature|2026",
      "page 2, ligne 3 Rixes|5",
    ]);
  });
});

describe("a table on two pages", () => {
  const moved = (own: Table, by: number): Table => ({
    ...own,
    bands: own.bands.map(({ x0, x1 }) => ({ x0: x0 + by, x1: x1 + by })),
  });

  test("goes on when its columns overlap those of the first page, all of them", () => {
    const pages = (by: number) =>
      document([table(HEAD, ["Vols", "4"])], [moved(table(HEAD, ["Rixes", "5"]), by)]).length;
    expect([79, 80, -79, -80].map(pages)).toEqual([3, 4, 3, 4]);
    const three = { ...table(HEAD, ["Rixes", "5"]), bands: [...BANDS, { x0: 420, x1: 500 }] };
    expect(document([table(HEAD, ["Vols", "4"])], [three])).toEqual([
      "page 1, ligne 1 Nature|2026",
      "page 1, ligne 2 Vols|4",
      "page 2, ligne 1 Nature|2026",
      "page 2, ligne 2 Rixes|5",
    ]);
  });

  test("repeats its head, or not, or a part of it", () => {
    const first = table(["Police", ""], HEAD, ["Vols", "4"]);
    expect(document([first], [table(["Police", ""], HEAD, ["Rixes", "5"])])).toEqual([
      "page 1, ligne 1 Police|",
      "page 1, ligne 2 Nature|2026",
      "page 1, ligne 3 Vols|4",
      "page 2, ligne 3 Rixes|5",
    ]);
    expect(document([first], [table(["Police", ""], ["Rixes", "5"])])).toEqual([
      "page 1, ligne 1 Police|",
      "page 1, ligne 2 Nature|2026",
      "page 1, ligne 3 Vols|4",
      "page 2, ligne 2 Rixes|5",
    ]);
    expect(document([first], [table(["Rixes", "5"])])).toEqual([
      "page 1, ligne 1 Police|",
      "page 1, ligne 2 Nature|2026",
      "page 1, ligne 3 Vols|4",
      "page 2, ligne 1 Rixes|5",
    ]);
    expect(document([table(HEAD, ["Vols", "4"])], [table(HEAD, ["Vols", "4"])])).toEqual([
      "page 1, ligne 1 Nature|2026",
      "page 1, ligne 2 Vols|4",
    ]);
  });

  test("does not go on below another text of its page; a text that it left behind is one of its rows", () => {
    expect(document([table(HEAD, ["Vols", "4"])], [words("Gendarmerie", 200), table(HEAD, ["Rixes", "5"])])).toEqual([
      "page 1, ligne 1 Nature|2026",
      "page 1, ligne 2 Vols|4",
      "page 2, ligne 1 ¶ Gendarmerie",
      "page 2, ligne 2 Nature|2026",
      "page 2, ligne 3 Rixes|5",
    ]);
    expect(
      document([table(HEAD, ["Vols", "4"]), words("Source : police", 300)], [table(HEAD, ["Rixes", "5"])]),
    ).toEqual([
      "page 1, ligne 1 Nature|2026",
      "page 1, ligne 2 Vols|4",
      "page 1, ligne 3 Source : police",
      "page 2, ligne 2 Rixes|5",
    ]);
    expect(document([table(HEAD, ["Vols", "4"]), table(HEAD, ["Rixes", "5"])])).toEqual([
      "page 1, ligne 1 Nature|2026",
      "page 1, ligne 2 Vols|4",
      "page 1, ligne 3 Nature|2026",
      "page 1, ligne 4 Rixes|5",
    ]);
  });

  test("is refused where a heading, or figures alone, stand at a page's end or start", () => {
    expect(document([words("Nature 2026", 600, 2)], [table(["Vols", "4"])])).toEqual([
      "page 1, ligne 1 ¶ Nature 2026",
      "page 2, ligne 1 Vols|4",
      "cut page 2, ligne 1",
    ]);
    expect(document([words("Nature 2026", 600, 2), words("1", 780)], [table(["Vols", "4"])])).toEqual([
      "page 1, ligne 1 ¶ Nature 2026",
      "page 2, ligne 1 Vols|4",
      "cut page 2, ligne 1",
    ]);
    expect(document([words("Nature 2026", 600, 2)], [words("Police", 100), table(["Vols", "4"])])).toEqual([
      "page 1, ligne 1 ¶ Nature 2026",
      "page 2, ligne 1 ¶ Police",
      "page 2, ligne 2 Vols|4",
    ]);
    expect(document([words("Nature 2026", 600, 2), table(HEAD, ["Vols", "4"])], [table(HEAD, ["Rixes", "5"])])).toEqual(
      [
        "page 1, ligne 1 ¶ Nature 2026",
        "page 1, ligne 2 Nature|2026",
        "page 1, ligne 3 Vols|4",
        "page 2, ligne 2 Rixes|5",
      ],
    );
    expect(document([table(HEAD, ["Vols", "4"]), words("146", 300)])).toEqual([
      "page 1, ligne 1 Nature|2026",
      "page 1, ligne 2 Vols|4",
    ]);
    expect(document([words("a", 300)], [words("146", 100)])).toEqual(["page 1, ligne 1 ¶ a"]);
    expect(document([table(HEAD)], [table(["Vols", "4"])])).toEqual([
      "page 1, ligne 1 Nature|2026",
      "page 2, ligne 1 Vols|4",
    ]);
    expect(document([table(HEAD, ["Vols", "4"])], [moved(table(["Rixes", "5"]), 200)])).toEqual([
      "page 1, ligne 1 Nature|2026",
      "page 1, ligne 2 Vols|4",
      "page 2, ligne 1 Rixes|5",
    ]);
    expect(document([table(HEAD)], [moved(table(["Rixes", "5"]), 200)])).toEqual([
      "page 1, ligne 1 Nature|2026",
      "page 2, ligne 1 Rixes|5",
    ]);
    expect(document([table(HEAD)], [words("Police", 100), moved(table(["Rixes", "5"]), 200)])).toEqual([
      "page 1, ligne 1 Nature|2026",
      "page 2, ligne 1 ¶ Police",
      "page 2, ligne 2 Rixes|5",
    ]);
  });
});
