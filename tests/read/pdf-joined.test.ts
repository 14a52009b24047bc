import { expect, test } from "vitest";
import { joinPages } from "../../scripts/read/pdf/joined.ts";
import { readPdf } from "../../scripts/read/pdf/pdf.ts";
import type { LaidOutPage } from "../../scripts/read/pdf/running.ts";
import { handMadePdf, pagesOf, text } from "./hand-made-pdf.ts";
import { rules, source } from "./source.ts";

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

test("a label that the page's end cuts is made whole", () => {
  const rows = joined(page(["Nature", "2026"], ["Violences physiques", ""]), page(["non crapuleuses", "4"]));
  expect(rows).toEqual(["Nature|2026", "Violences physiques non crapuleuses|4"]);
});

test.each(["j) Tapages diurnes", "iv. Tapages diurnes", "k° Tapages diurnes"])(
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
    "a row of thousands without its label, within a page",
    [page(["Nature", "2026"], ["Vols", "4"], ["", "146"])],
    "page 1, ligne 3",
  ],
];

test.each(CUTS)("%s: the row cut in two is told", (_, pages, place) => {
  expect(joinPages(pages).cuts).toEqual([place]);
});

test("a table that goes on whole is not told as cut", () => {
  expect(joinPages([page(["Nature", "2026"], ["Vols", "4"]), page(["Recels", "146"])]).cuts).toEqual([]);
});

test("a table whose columns no heading names is told, unless it goes on with the table before it", () => {
  const headless: LaidOutPage = { height: 800, blocks: [{ ...table(["Vols", "4"]), isHeadless: true }] };
  const elsewhere: LaidOutPage = { height: 800, blocks: [{ ...table(["Vols", "4"]), isHeadless: true, bands: [] }] };
  expect(joinPages([headless]).headless).toEqual(["page 1, ligne 1"]);
  expect(joinPages([page(["Nature", "2026"]), elsewhere]).headless).toEqual(["page 2, ligne 1"]);
  expect(joinPages([page(["Nature", "2026"]), headless]).headless).toEqual([]);
  const afterBlank = { height: 800, blocks: [...page(["Nature", "2026"], ["Vols", "4"]).blocks, ...headless.blocks] };
  expect(joinPages([afterBlank]).headless).toEqual([]);
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
