import { expect, test } from "vitest";
import { joinPages } from "../../scripts/read/pdf/joined.ts";
import type { LaidOutPage } from "../../scripts/read/pdf/running.ts";

/** A page that holds one table of two columns: labels and figures. */
const page = (...rows: readonly (readonly [string, string])[]): LaidOutPage => ({
  height: 800,
  blocks: [
    {
      kind: "table",
      bands: [
        { x0: 50, x1: 300 },
        { x0: 320, x1: 400 },
      ],
      isHeadless: false,
      top: 100,
      rows: rows.map((texts) => ({
        cells: texts.map((text, column) => ({ text, row: 0, column, colSpan: 1, rowSpan: 1 })),
      })),
    },
  ],
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
