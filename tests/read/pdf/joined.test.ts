/** The pages of a document, joined: tables that go on, heads printed again, headers and footers, rows that a page's end cuts. */
import { describe, expect, test } from "vitest";
import { joinPages } from "../../../scripts/read/pdf/joined.ts";
import { readPdf } from "../../../scripts/read/pdf/pdf.ts";
import type { LaidOutPage } from "../../../scripts/read/pdf/running.ts";
import { unplain } from "../../../scripts/read/plain/rule.ts";
import { rules, show } from "../source.ts";
import { drawnTexts } from "./drawn-texts.ts";
import { fileOf, text } from "./hand-made-pdf.ts";

const BANDS = [
  { x0: 50, x1: 300 },
  { x0: 320, x1: 400 },
];

type Blocks = LaidOutPage["blocks"];
type Table = Blocks[number] & { readonly kind: "table" };

/** A table of labels and one column of figures, without lines around. */
const table = (...rows: readonly (readonly [string, string])[]): Table => ({
  kind: "table",
  bands: BANDS,
  isHeadless: false,
  pitch: 20,
  top: 100,
  rows: rows.map((texts, i) => ({
    top: 100 + 20 * i,
    bottom: 110 + 20 * i,
    cells: texts.map((text, column) => ({ text, row: 0, column, colSpan: 1, rowSpan: 1 })),
  })),
});

/** Of a text: over every column. */
const WIDE = { x0: 0, x1: 600 };

/** "¶300 Note": a text, 300 points down; "¶300x2 Nature 2026": of two side by side; "Nature|2026; Vols|4": a table; "+200 Vols|4": 200 points aside. */
function blockOf(written: string): Blocks[number] {
  const [, top, parts = "1", words = ""] = /^¶(\d+)(?:x(\d))? (.*)$/.exec(written) ?? [];
  if (top !== undefined)
    return { kind: "paragraph", text: words, top: Number(top), bottom: Number(top), parts: Number(parts), ...WIDE };
  const [, aside = "0", rows = ""] = /^(?:([+-]\d+) )?(.*)$/.exec(written) ?? [];
  const own = table(...rows.split("; ").map((row) => row.split("|") as [string, string]));
  return { ...own, bands: BANDS.map(({ x0, x1 }) => ({ x0: x0 + Number(aside), x1: x1 + Number(aside) })) };
}
const pageOf = (blocks: Blocks): LaidOutPage => ({ height: 800, blocks });

/** Pages, a line each, and what is read of them: each text and each row after its place, "2.1" for « page 2, ligne 1 »; then what is refused. */
function joined(...pages: readonly string[]): string {
  const { blocks, cuts, headless } = joinPages(pages.map((page) => pageOf(page.split(" / ").map(blockOf))));
  const told = [
    ...blocks.flatMap((block) =>
      block.kind === "paragraph"
        ? [`${block.name} ¶ ${block.text}`]
        : block.rows.map((row) => `${row.name} ${row.cells.map((cell) => cell.text).join("|")}`),
    ),
    ...cuts.map((place) => `cut ${place}`),
    ...headless.map((place) => `headless ${place}`),
  ];
  return told.map((line) => line.replace(/page (\d+), ligne (\d+)/, "$1.$2")).join(" / ");
}

/** A test for each of these cases, parted by blank lines: its name, its pages, and what is read of them after "=". */
function checkJoined(cases: string): void {
  for (const one of cases.trim().split(/\n\s*\n/)) {
    const [name = "", ...lines] = one.split("\n").map((line) => line.trim());
    test(name, () => expect(joined(...lines.slice(0, -1))).toBe(lines.at(-1)?.replace(/^= /, "")));
  }
}

test.each(["j) Tapages diurnes", "iv. Tapages diurnes", "viii) Tapages diurnes", "k° Tapages diurnes"])(
  "a family without figures at a page's end does not take the line « %s » of the next page",
  (line) => {
    expect(joined("Nature|2026; i) Tranquillité publique|", `${line}|2`)).toBe(
      `1.1 Nature|2026 / 1.2 i) Tranquillité publique| / 2.1 ${line}|2`,
    );
  },
);

describe("a row that is cut in two, or may be, is told:", () => {
  checkJoined(`
    figures alone at the top of a page, below a table
      Nature|2026; Vols|4
      ¶300 146
      = 1.1 Nature|2026 / 1.2 Vols|4 / cut 2.1

    a heading at the end of a page, its table on the next
      ¶600x2 Nature 2026
      Vols|4
      = 1.1 ¶ Nature 2026 / 2.1 Vols|4 / cut 2.1

    such a heading above the number of its page
      ¶600x2 Nature 2026 / ¶780 1
      Vols|4
      = 1.1 ¶ Nature 2026 / 2.1 Vols|4 / cut 2.1

    not a heading with a text, or its own table, between it and the next page's table
      ¶600x2 Nature 2026
      ¶100 Police / Vols|4
      = 1.1 ¶ Nature 2026 / 2.1 ¶ Police / 2.2 Vols|4

    not a heading above its own table
      ¶600x2 Nature 2026 / Nature|2026; Vols|4
      Nature|2026; Rixes|5
      = 1.1 ¶ Nature 2026 / 1.2 Nature|2026 / 1.3 Vols|4 / 2.2 Rixes|5

    a label of which each page has a part
      Nature|2026; Violences physiques|
      non crapuleuses|4
      = 1.1 Nature|2026 / 1.2 Violences physiques| / 2.1 non crapuleuses|4 / cut 2.1

    not a part of the line above, nor an item of a list, at the top of a page
      Nature|2026; Vols|4
      dont tentatives|3; - à main armée|2
      = 1.1 Nature|2026 / 1.2 Vols|4 / 2.1 dont tentatives|3 / 2.2 - à main armée|2

    a label that the next page's first text ends
      Nature|2026; Violences|4
      ¶300 physiques
      = 1.1 Nature|2026 / 1.2 Violences|4 / cut 2.1

    not a text that goes on with one that the page before left below its table
      Nature|2026; Violences|4 / ¶300 Une hausse
      ¶300 des faits
      = 1.1 Nature|2026 / 1.2 Violences|4 / 1.3 ¶ Une hausse / 2.1 ¶ des faits

    a figure in thousands
      Nature|2026; Vols|4
      |146
      = 1.1 Nature|2026 / 1.2 Vols|4 / 2.1 |146 / cut 2.1

    a label that goes on on the next page, beside figures on both
      Nature|2026; Vols|4
      sans violence|7
      = 1.1 Nature|2026 / 1.2 Vols|4 / 2.1 sans violence|7 / cut 2.1

    a label that goes on on the next page, in a table of other columns
      Nature|2026; Vols|4
      +200 sans violence|7
      = 1.1 Nature|2026 / 1.2 Vols|4 / 2.1 sans violence|7 / cut 2.1

    a heading alone at the end of a page, above a table of other columns
      Nature|Faits
      +200 Vols|7
      = 1.1 Nature|Faits / 2.1 Vols|7 / cut 2.1

    a heading alone at the end of a page, with a year in its corner
      2026|Faits
      +200 Vols|7
      = 1.1 2026|Faits / 2.1 Vols|7 / cut 2.1

    a row of thousands without its label, within a page
      Nature|2026; Vols|4; |146
      = 1.1 Nature|2026 / 1.2 Vols|4 / 1.3 |146 / cut 1.3

    not a table that goes on whole
      Nature|2026; Vols|4
      Recels|146
      = 1.1 Nature|2026 / 1.2 Vols|4 / 2.1 Recels|146

    not figures alone below their own page's table
      Nature|2026; Vols|4 / ¶300 146
      = 1.1 Nature|2026 / 1.2 Vols|4

    not figures alone after a text that the page before left below its table
      Nature|2026; Vols|4 / ¶300 Source : police
      ¶300 146
      = 1.1 Nature|2026 / 1.2 Vols|4 / 1.3 ¶ Source : police

    a whole row after such a text, where all labels are in small letters
      nature|2026; vols|4; rixes|3 / ¶300 Violences physiques
      coups|7
      = 1.1 nature|2026 / 1.2 vols|4 / 1.3 rixes|3 / 1.4 ¶ Violences physiques / 2.1 coups|7 / cut 2.1

    not figures alone where no table is before them
      ¶300 a
      ¶100 146
      = 1.1 ¶ a

    not a table of other columns whose label begins a line
      Nature|2026; Vols|4
      +200 Rixes|5
      = 1.1 Nature|2026 / 1.2 Vols|4 / 2.1 Rixes|5

    not a heading of years alone
      Nature|2026
      +200 Rixes|5
      = 1.1 Nature|2026 / 2.1 Rixes|5
  `);
});

describe("what stands at the top and at the bottom of pages", () => {
  checkJoined(`
    is read once: headers where they come first, footers at the end; page numbers are not
      ¶40 Ville - T1 2026 / ¶300 Corps 1 / ¶760 Édité le 01/04/2026 / ¶780 1/3
      ¶40 Ville - T1 2026 / ¶300 Corps 2 / ¶760 Édité le 02/04/2026 / ¶780 2/3
      ¶40 Ville - T1 2026 / ¶300 Corps 3 / ¶760 Édité le 03/04/2026 / ¶780 3/3
      = 1.1 ¶ Ville - T1 2026 / 1.2 ¶ Corps 1 / 2.1 ¶ Corps 2 / 3.1 ¶ Corps 3 / 1.3 ¶ Édité le 01/04/2026

    is the same but for its figures, and nearly at the same place
      ¶40 Ville 1 / ¶300 a
      ¶42 Ville 2 / ¶300 b
      = 1.1 ¶ Ville 1 / 1.2 ¶ a / 2.1 ¶ b

    is the same in other letters
      ¶40 Ville / ¶300 a
      ¶40 VILLE  / ¶300 b
      = 1.1 ¶ Ville / 1.2 ¶ a / 2.1 ¶ b

    is of a page alone at another place
      ¶40 Ville / ¶300 a
      ¶60 Ville / ¶300 b
      = 1.1 ¶ Ville / 1.2 ¶ a / 2.1 ¶ Ville / 2.2 ¶ b

    is of a page alone with other words
      ¶40 Ville / ¶300 a
      ¶40 Commune / ¶300 b
      = 1.1 ¶ Ville / 1.2 ¶ a / 2.1 ¶ Commune / 2.2 ¶ b

    does not part a table that goes on
      ¶40 Ville / Nature|2026; Vols|4 / ¶780 Page 1
      ¶40 Ville / Nature|2026; Rixes|5 / ¶780 Page 2
      = 1.1 ¶ Ville / 1.2 Nature|2026 / 1.3 Vols|4 / 2.2 Rixes|5

    leaves a text below it that parts the table
      ¶40 Ville / Nature|2026; Vols|4 / ¶780 Page 1
      ¶100 Gendarmerie / ¶40 Ville / Nature|2026; Rixes|5 / ¶780 Page 2
      = 1.1 ¶ Ville / 1.2 Nature|2026 / 1.3 Vols|4 / 2.1 ¶ Gendarmerie / 2.2 Nature|2026 / 2.3 Rixes|5
  `);

  test("is what stands in an eighth of its height, nearly: 96 points of 800", () => {
    const isNumber = (top: number) => joined(`¶${top} page 7 / ¶300 a`) === "1.1 ¶ a";
    expect([95, 96, 97, 703, 704, 705].filter(isNumber)).toEqual([95, 96, 704, 705]);
  });
});

describe("a table on two pages", () => {
  test("goes on when its columns overlap those of the first page, all of them", () => {
    const rows = (by: string) => joined("Nature|2026; Vols|4", `${by} Nature|2026; Rixes|5`).split(" / ").length;
    expect(["+79", "+80", "-79", "-80"].map(rows)).toEqual([3, 4, 3, 4]);
    const [two, three] = [table(["Nature", "2026"]), table(["Nature", "2026"])];
    const wider = { ...three, bands: [...BANDS, { x0: 420, x1: 500 }] };
    expect(joinPages([pageOf([two]), pageOf([wider])]).blocks).toHaveLength(2);
  });

  test("has its head left out where it is printed again, and kept where its columns are shared out otherwise", () => {
    const [head, row] = table(["Nature", "2026"], ["Vols", "4"]).rows;
    const rowsOf = (colSpan: number) => {
      const cells = (head?.cells ?? []).map((cell) => (cell.column > 0 ? { ...cell, colSpan } : cell));
      const again = { ...table(), rows: head && row ? [{ ...head, cells }, row] : [] };
      const pages = [pageOf([table(["Nature", "2026"], ["Recels", "7"])]), pageOf([again])];
      return joinPages(pages).blocks.flatMap((block) => (block.kind === "table" ? block.rows : [])).length;
    };
    expect([rowsOf(1), rowsOf(2)]).toEqual([3, 4]);
  });

  checkJoined(`
    repeats its head
      Police|; Nature|2026; Vols|4
      Police|; Nature|2026; Rixes|5
      = 1.1 Police| / 1.2 Nature|2026 / 1.3 Vols|4 / 2.3 Rixes|5

    repeats a part of it
      Police|; Nature|2026; Vols|4
      Police|; Rixes|5
      = 1.1 Police| / 1.2 Nature|2026 / 1.3 Vols|4 / 2.2 Rixes|5

    repeats none of it
      Police|; Nature|2026; Vols|4
      Rixes|5
      = 1.1 Police| / 1.2 Nature|2026 / 1.3 Vols|4 / 2.1 Rixes|5

    is printed twice
      Nature|2026; Vols|4
      Nature|2026; Vols|4
      = 1.1 Nature|2026 / 1.2 Vols|4

    has its head alone on the first page
      Nature|2026
      Vols|4
      = 1.1 Nature|2026 / 2.1 Vols|4

    does not go on below another text of its page
      Nature|2026; Vols|4
      ¶200 Gendarmerie / Nature|2026; Rixes|5
      = 1.1 Nature|2026 / 1.2 Vols|4 / 2.1 ¶ Gendarmerie / 2.2 Nature|2026 / 2.3 Rixes|5

    goes on under the same head again; texts that it left behind, a row below one another, are titles of the rows that follow
      Nature|2026; Vols|4 / ¶150 Atteintes aux biens / ¶170 Contrefaçons
      Nature|2026; Rixes|5
      = 1.1 Nature|2026 / 1.2 Vols|4 / 1.3 Atteintes aux biens / 1.4 Contrefaçons / 2.2 Rixes|5

    goes on so on a third page, from where it ends on the second
      Nature|2026; Vols|4
      Nature|2026; Rixes|5; Recels|6; Tapages|7 / ¶190 Contrefaçons
      Nature|2026; Dégradations|8
      = 1.1 Nature|2026 / 1.2 Vols|4 / 2.2 Rixes|5 / 2.3 Recels|6 / 2.4 Tapages|7 / 2.5 Contrefaçons / 3.2 Dégradations|8

    does not go on where they stand further below: one may be its caption
      Nature|2026; Vols|4 / ¶150 Source : police / ¶200 Gendarmerie
      Nature|2026; Rixes|5
      = 1.1 Nature|2026 / 1.2 Vols|4 / 1.3 ¶ Source : police / 1.4 ¶ Gendarmerie / 2.1 Nature|2026 / 2.2 Rixes|5

    is joined after a text that it left behind, where the first label of the next page begins a line
      Nature|2026; Vols|4 / ¶300 Données provisoires
      Homicides|2
      = 1.1 Nature|2026 / 1.2 Vols|4 / 1.3 ¶ Données provisoires / 2.1 Homicides|2

    is another one on the same page
      Nature|2026; Vols|4 / Nature|2026; Rixes|5
      = 1.1 Nature|2026 / 1.2 Vols|4 / 1.3 Nature|2026 / 1.4 Rixes|5

    is another one below a text, with other columns
      Nature|2026
      ¶100 Police / +200 Rixes|5
      = 1.1 Nature|2026 / 2.1 ¶ Police / 2.2 Rixes|5
  `);
});

test("a text below a table that lines enclose is no row of it", () => {
  const { pitch: _, ...ruled } = table(["Nature", "2026"], ["Vols", "4"]);
  const { blocks } = joinPages([pageOf([ruled, blockOf("¶150 Gendarmerie")]), pageOf([ruled])]);
  expect(blocks.map(({ kind }) => kind)).toEqual(["table", "paragraph", "table"]);
});

test("a text left behind that becomes such a title keeps the doubt told in it", () => {
  const beside = unplain("chiffre couvert");
  const left = { ...blockOf("¶140 Vols"), beside };
  const { blocks } = joinPages(
    [[blockOf("Nature|2026; Rixes|4"), left], [blockOf("Nature|2026; Recels|5")]].map(pageOf),
  );
  expect(blocks).toMatchObject([{ rows: [{}, {}, { cells: [{ text: "Vols", beside }] }, {}] }]);
});

test("a table whose columns no heading names is told, unless it goes on with the table before it, or the title names its only one", () => {
  const wide = (...bands: readonly (readonly [x0: number, x1: number])[]): Blocks => [
    { ...table(["Vols", "4"]), isHeadless: true, bands: bands.map(([x0, x1]) => ({ x0, x1 })) },
  ];
  const three = wide([50, 300], [320, 400], [420, 480]);
  const headless = (...blocks: readonly Blocks[]) => joinPages(blocks.map(pageOf)).headless;
  const head = table(["Nature", "2026"]);
  const note = { kind: "paragraph", text: "Note", top: 300, bottom: 300, parts: 1, ...WIDE } as const;
  expect(headless(three)).toEqual(["page 1, ligne 1"]);
  expect(headless([head], three)).toEqual(["page 2, ligne 1"]);
  expect(
    headless([{ ...table(["Nature", "2026"]), bands: three[0]?.kind === "table" ? three[0].bands : [] }], three),
  ).toEqual([]);
  const one = wide([50, 300], [320, 400]);
  const moved = wide([50, 300], [390, 470]);
  expect([headless(one), headless([head, ...one]), headless([head, ...moved])]).toEqual([[], [], []]);
  const wider: Blocks = [{ ...table(["Nature", "2026"]), bands: [...BANDS, { x0: 420, x1: 500 }] }];
  expect(headless([...wider, ...moved])).toEqual(["page 1, ligne 2"]);
  expect(headless([...wider, note, ...moved])).toEqual(["page 1, ligne 3"]);
});

test("below a table that has figures, a list of others is told only where it stands under its figures, and nothing is between", () => {
  const bands = [...BANDS, { x0: 420, x1: 500 }];
  const above: Table = { ...table(["Nature", "2026"], ["Vols", "4"]), bands };
  const note = { kind: "paragraph", text: "Chiffres de la commune", top: 300, bottom: 300, parts: 1, ...WIDE } as const;
  const list = (x0: number, isHeadless: boolean): Table => ({
    ...table(["Habitants", "6"], ["Logements", "2"]),
    bands: [BANDS[0] ?? { x0, x1: x0 }, { x0, x1: x0 + 50 }],
    isHeadless,
  });
  const told = (...blocks: Blocks) => joinPages([pageOf(blocks)]).headless.length;
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
  /** Of each column of the head, the edge and the name; then the rows of texts, as in drawn-texts.ts but from the bottom of the page. */
  const read = async (head: string, page: string): Promise<readonly string[]> => {
    const columns = head.split("|").map((column) => /(\d+) ?(.*)/.exec(column.trim()) ?? []);
    const edges = [...columns.map(([, edge]) => edge), 500];
    const lines = [...[733, 755].map((y) => `50 ${y} m 500 ${y} l S`), ...edges.map((x) => `${x} 733 m ${x} 755 l S`)];
    const names = columns.map(([, edge, name = ""]) => text(Number(edge) + 4, 740, name));
    const texts = drawnTexts(page, []).map((drawn) => text(drawn.x, drawn.y, drawn.text));
    const result = await readPdf(fileOf([...lines, ...names, ...texts].join(" ")));
    return [...show(result.value[0]).filter((row) => row.replaceAll("|", "") !== ""), ...rules(result)];
  };
  const HEADS = "50 Nature | 280 2026 | 400 2025";
  const figures = (x: number, more = "") => `700 @60 Vols | @${x} 4 ${more} / 680 @60 Rixes | @${x} 7 ${more}`;
  test("stand in its columns, of which some may be empty", async () => {
    expect(await read(HEADS, figures(430))).toEqual(["Nature|2026|2025", "Vols||4", "Rixes||7"]);
    expect(await read(HEADS, figures(310))).toEqual(["Nature|2026|2025", "Vols|4|", "Rixes|7|"]);
    const withBlank = await read("50 Nature | 250 | 280 2026 | 400 2025", figures(310, "| @430 1"));
    expect(withBlank).toEqual(["Nature||2026|2025", "Vols||4|1", "Rixes||7|1"]);
  });
  test("stand there too with a note between", async () => {
    const rows = await read(HEADS, `718 @60 (en nombre de faits) / ${figures(430)}`);
    expect(rows.filter((row) => row.includes("4") || row.includes("7"))).toEqual(["Vols||4", "Rixes||7"]);
  });
  test("are refused where a column of theirs is in none of its own", async () => {
    expect(await read(HEADS, figures(397))).toContain("error ambiguous-header");
    expect(await read(HEADS, figures(510))).toContain("error ambiguous-header");
  });
});

test("a row that the page's end breaks between drawn lines is one where its label had no room; else the file is refused", async () => {
  /** Rows in a grid, "Vols|4; Rixes|5", the first at this height. */
  const page = (y: number, rows: string): string => {
    const texts = rows.split("; ").map((row) => row.split("|"));
    const end = y + 15 - 20 * texts.length;
    const lines = [50, 150, 250].map((x) => `${x} ${y + 15} m ${x} ${end} l S`);
    const across = [-1, ...texts.keys()].map((i) => `50 ${y - 5 - 20 * i} m 250 ${y - 5 - 20 * i} l S`);
    const words = texts.flatMap((row, i) => row.map((cell, column) => text(55 + 100 * column, y - 20 * i, cell)));
    return [...lines, ...across, ...words].join(" ");
  };
  const read = async (label: string, rest: string) => {
    const [first, second] = [`Ville|; Nature|2026; Rixes|1; ${label}|4`, `Ville|; Nature|2026; ${rest}|; Recels|5`];
    const result = await readPdf(fileOf(page(100, first), page(780, second)));
    return [...show(result.value[0]), ...rules(result)];
  };
  expect(await read("Vols avec violence", "PHYSIQUE")).toEqual([
    "Ville|",
    "Nature|2026",
    "Rixes|1",
    "Vols avec violence PHYSIQUE|4",
    "Recels|5",
  ]);
  expect(await read("Vols", "physique")).toContain("error pdf-cut-figures");
});

test("a file with a row cut in two, or without a heading, is refused", async () => {
  const read = async (...contents: readonly string[]) => rules(await readPdf(fileOf(...contents)));
  const row = (y: number, label: string, ...figures: readonly string[]): string =>
    [text(50, y, label), ...figures.map((figure, i) => text(300 + 60 * i, y, figure))].join(" ");
  const rows = `${row(680, "Homicides", "1", "2")} ${row(660, "Vols", "3", "4")}`;
  const whole = `${row(700, "Nature", "2025", "2026")} ${rows}`;
  expect([await read(whole), await read(rows)]).toEqual([[], ["error ambiguous-header"]]);
  expect(await read(whole, text(300, 500, "146"))).toContain("error pdf-cut-figures");
});

test("the number of a page under a column is no figure of it; another number there is refused", async () => {
  const read = async (number: string, y: number) => {
    const rows = Array.from({ length: 6 }, (_, i): readonly [number, string] => [150 - 14 * i, `Ligne ${i + 1}`]);
    const drawn = rows.map(([top, label]) =>
      [text(50, top, label), text(300, top, "7"), text(360, top, "8")].join(" "),
    );
    const head = [text(50, 164, "Nature"), text(300, 164, "2025"), text(360, 164, "2026")].join(" ");
    const page = [head, ...drawn, text(302, y, number)].join(" ");
    const result = await readPdf(fileOf(page));
    return result.issues.length > 0 ? rules(result) : show(result.value[0]).slice(-1);
  };
  expect(await read("1", 62)).toEqual(["Ligne 6|7|8"]);
  expect(await read("2", 62)).toEqual(["error ambiguous-header"]);
  expect(await read("1", 66)).toEqual(["error ambiguous-header"]); // as near as a row: a figure without its label?
});
