/** A sheet of an .xlsx: its rows, columns and areas. */
import { describe, expect, it } from "vitest";
import { show } from "../../source.ts";
import { cellOf, NO_STYLES, one, read, seen, value, type Written } from "../hand-made-xlsx.ts";

describe("a sheet", () => {
  it("its columns: several ranges, the usual width, more than there are", async () => {
    const rows = one(["A", "B", "C"].map((column) => `<c r="${column}1"><v>1</v></c>`).join(""));
    const hidden = async (before: string) => (await read({ rows, before, styles: NO_STYLES })).value[0]?.hiddenColumns;
    expect(
      await hidden('<cols><col min="1" max="1" hidden="1"/><col min="3" max="16384" hidden="true"/></cols>'),
    ).toEqual([0, 2]);
    expect(await hidden('<cols><col min="1" max="1" width="0.69"/><col min="2" max="2" width="0.7"/></cols>')).toEqual([
      0,
    ]);
    expect(await hidden('<sheetFormatPr defaultColWidth="0"/><cols><col min="2" max="2" width="9"/></cols>')).toEqual([
      0, 2,
    ]);
    expect(await hidden('<sheetFormatPr defaultColWidth="0"/><cols><col min="2" max="2"/></cols>')).toEqual([0, 1, 2]);
    expect(await hidden('<cols><col min="1" max="3" hidden="0" width="9"/></cols>')).toBeUndefined();
    expect(await hidden('<cols><col min="1" max="3" style="1"/></cols>')).toBeUndefined();
  });

  it("its rows: hidden, of no height, of the usual height", async () => {
    const rows = (first: string, second: string) =>
      `<row r="1" ${first}><c><v>1</v></c></row><row r="2" ${second}><c><v>2</v></c></row>`;
    const hidden = async (written: Written) => (await read({ styles: NO_STYLES, ...written })).value[0]?.hiddenRows;
    expect(await hidden({ rows: rows('hidden="true"', "") })).toEqual([0]);
    expect(await hidden({ rows: rows('ht="5"', 'ht="4.9"') })).toEqual([1]);
    expect(await hidden({ rows: rows('hidden="0" ht="20"', 'hidden="1" ht="20"') })).toEqual([1]);
    expect(await hidden({ rows: rows("", ""), before: '<sheetFormatPr defaultRowHeight="15"/>' })).toBeUndefined();
  });

  it("a merge said twice is one; merges of two lists are all read", async () => {
    const after =
      '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A1:B1"/><mergeCell ref="x"/><mergeCell/></mergeCells>';
    expect(
      show((await read({ rows: `${value("1")}<row r="2"><c r="B2"><v>2</v></c></row>`, after })).value[0]),
    ).toEqual(["1{1x2}|^", "|2"]);
  });

  it("its view: zeros, and formulas in place of results", async () => {
    const view = (attributes: string) => `<sheetViews><sheetView ${attributes}/></sheetViews>`;
    const zero = (attributes: string) => cellOf({ rows: value("0"), before: view(attributes) });
    expect([await zero('showZeros="1"'), await zero('showZeros="false"')]).toEqual([seen("0"), seen("", "hidden 0")]);
    const formula = (attributes: string) =>
      cellOf({ rows: one('<c r="A1"><f>INDIRECT(B1)</f><v>4</v></c>'), before: view(attributes) });
    expect([await formula('showFormulas="true"'), await formula('showFormulas="0"')]).toEqual([
      seen("4", "unsure"),
      seen("4"),
    ]);
  });
});
