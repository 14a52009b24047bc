/** What a sheet says and the demo's own deliveries do not show: read back from the file that is written of it. */
import { expect, test } from "vitest";
import { read } from "../../scripts/read/index.ts";
import { readPdf } from "../../scripts/read/pdf/pdf.ts";
import { readXlsx } from "../../scripts/read/sheet/xlsx.ts";
import { show, showBeside, source } from "../read/source.ts";
import { PRINTED_REPORT, writeDocx, writeHtml, writeOdt, writePdf, writeRtf, writeSpreadsheet } from "./write/index.ts";
import type { Sheet } from "./write/sheet.ts";

const row = (...texts: readonly string[]) => texts.map((text) => ({ text }));

test("hidden rows are those of their own table, below a title and another table", async () => {
  const sheet: Sheet = {
    name: "IST",
    blocks: [
      { kind: "line", text: "Titre" },
      { kind: "table", head: 1, rows: [row("Nature", "2026"), row("Vols", "7")] },
      { kind: "blank" },
      { kind: "table", head: 1, rows: [row("Nature", "2026"), row("Rixes", "8")], hiddenRows: [1], hiddenColumns: [1] },
    ],
  };
  const { value } = await readXlsx(source("IST.xlsx", writeSpreadsheet([sheet], "xlsx")));
  expect(value.map(({ hiddenRows, hiddenColumns }) => ({ hiddenRows, hiddenColumns }))).toEqual([
    { hiddenRows: [5], hiddenColumns: [1] },
  ]);
});

test("a table longer than its page has its head on each page where that is asked, and is read as one", async () => {
  const rows = [row("Nature", "2026"), ...Array.from({ length: 60 }, (_, i) => row(`Vols ${i}`, `${i}`))];
  const sheet: Sheet = { name: "IST", blocks: [{ kind: "table", head: 1, rows }] };
  const written = (repeatHead: boolean) => writePdf([sheet], { ...PRINTED_REPORT, repeatHead });
  const [once, often] = [await written(false), await written(true)];
  expect(often.length).toBeGreaterThan(once.length);
  for (const bytes of [once, often]) {
    const { value, issues } = await readPdf(source("IST.pdf", bytes));
    expect(issues).toEqual([]);
    expect(show(value[0])).toEqual(rows.map((cells) => cells.map(({ text }) => text).join("|")));
  }
});

const STYLED: readonly Sheet[] = [
  { name: "Notice", blocks: [{ kind: "line", text: "Sans chiffres" }] },
  {
    name: "IST",
    blocks: [
      {
        kind: "table",
        head: 1,
        rows: [
          row("Nature", "2026"),
          [{ text: "Vols" }, { text: "7", raised: "1" }],
          [{ text: "Rixes" }, { text: "8", beside: [{ kind: "struck", text: "5" }] }],
          [{ text: "Tapages" }, { text: "9", beside: [{ kind: "hidden", text: "6" }] }],
        ],
      },
    ],
  },
];
test.each<readonly [name: string, bytes: Uint8Array]>([
  ["IST.xlsx", writeSpreadsheet(STYLED, "xlsx")],
  ["IST.docx", writeDocx(STYLED)],
  ["IST.odt", writeOdt(STYLED)],
  ["IST.rtf", writeRtf(STYLED)],
  ["IST.xls", writeHtml(STYLED, { encoding: "utf-8", tables: "parts", heads: true })],
])("%s: what is struck out, hidden or raised is so in the file", async (name, bytes) => {
  const { value } = await read(source(name, bytes));
  const { grids } = value;
  const [, ...lines] = grids.flatMap(show);
  const isPage = name === "IST.xls"; // read as it is printed: its figures are in doubt
  expect(lines).toEqual(["Nature|2026", "Vols|7¹", isPage ? "Rixes|58" : "Rixes|8", "Tapages|9"]);
  // no style of a spreadsheet hides a part of a cell; what a page of the web hides is nowhere in it
  const told = { "IST.xlsx": ["8 [unplain texte barré]"], "IST.xls": ["58 [unplain chiffre barré]"] }[name];
  expect(grids.flatMap(showBeside)).toEqual(told ?? ["8 [struck 5]", "9 [hidden 6]"]);
});
