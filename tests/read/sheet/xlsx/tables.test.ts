/** The tables of a sheet of an .xlsx, and their styles. */
import { describe, expect, it } from "vitest";
import { show } from "../../source.ts";
import {
  cellOf,
  links,
  NO_STYLES,
  NUMBER,
  one,
  read,
  SPACES,
  seen,
  solid,
  styled,
  value,
  type Written,
} from "../hand-made-xlsx.ts";

describe("a table of a sheet", () => {
  const withTable = (attributes: string, { columns = "", style = "", styles = "", rows = "" } = {}): Written => ({
    rows,
    styles,
    parts: {
      "xl/worksheets/_rels/sheet1.xml.rels": links({ t: ["table", "../tables/table1.xml"] }),
      "xl/tables/table1.xml": `<table ${SPACES} ${attributes}><tableColumns>${columns}</tableColumns><tableStyleInfo name="${style}"/></table>`,
    },
  });

  it("has a header whose fill is not known: neither white nor black is hidden there, unless its cell has a fill", async () => {
    const white = {
      styles: styled({ font: '<color rgb="FFFFFFFF"/>' }),
      rows: `${NUMBER}<row r="2"><c r="A2" s="1"><v>98</v></c></row>`,
    };
    const shown = async (attributes: string, more = white) =>
      (await read(withTable(attributes, more))).value[0]?.rows.map(([cell]) => cell?.text);
    expect(await shown('ref="A1:A2"')).toEqual(["99", ""]);
    expect(await shown('ref="A1:A2" headerRowCount="1"')).toEqual(["99", ""]);
    expect(await shown('ref="A1:A2" headerRowCount="0"')).toEqual(["", ""]);
    expect(await shown('ref="A2:A3"')).toEqual(["", "98"]);
    expect(await shown('ref="B1:C2"')).toEqual(["", ""]);
    expect(await shown("")).toEqual(["", ""]);
    const filled = { ...white, styles: styled({ font: '<color rgb="FFFFFFFF"/>', fill: solid("FFFFFF") }) };
    expect(await shown('ref="A1:A2"', filled)).toEqual(["", ""]);
  });

  it("has a header of its own, beside that of another table", async () => {
    const table = (ref: string) => `<table ${SPACES} ref="${ref}"><tableColumns/></table>`;
    const { value } = await read({
      styles: styled({ font: '<color rgb="FFFFFFFF"/>' }),
      rows: `<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="1"><v>2</v></c><c r="C1" s="1"><v>3</v></c></row>`,
      parts: {
        "xl/worksheets/_rels/sheet1.xml.rels": links({
          t: ["table", "../tables/table1.xml"],
          u: ["table", "../tables/table2.xml"],
        }),
        "xl/tables/table1.xml": table("A1:A2"),
        "xl/tables/table2.xml": table("C1:C2"),
      },
    });
    expect(show(value[0])).toEqual(["1||3"]);
  });

  it("has columns that formulas name, under its header and above its totals", async () => {
    const rows = `${one('<c r="B1"><v>1</v></c><c r="C1"><v>2</v></c>')}<row r="2"><c r="B2"><v>3</v></c><c r="C2"><v>4</v></c></row><row r="3"><c r="B3"><v>5</v></c><c r="C3"><v>6</v></c></row>`;
    const columns = '<tableColumn name="un"/><tableColumn name="T 2"/>';
    const isStale = async (attributes: string, formula: string, total: number) => {
      const sum = `<row r="5"><c r="A5"><f>${formula}</f><v>${total}</v></c></row>`;
      const { value: grids } = await read(
        withTable(`ref="B1:C3" displayName="F" ${attributes}`, { columns, rows: rows + sum, styles: NO_STYLES }),
      );
      return grids[0]?.rows[4]?.[0]?.beside !== undefined;
    };
    expect([await isStale("", "SUM(F[un])", 8), await isStale("", "SUM(F[un])", 9)]).toEqual([false, true]);
    expect([await isStale("", "SUM(F[T 2])", 10), await isStale("", "SUM(F[T 2])", 8)]).toEqual([false, true]);
    expect([
      await isStale('headerRowCount="0"', "SUM(F[un])", 9),
      await isStale('headerRowCount="0"', "SUM(F[un])", 8),
    ]).toEqual([false, true]);
    expect([
      await isStale('totalsRowCount="1"', "SUM(F[un])", 3),
      await isStale('totalsRowCount="1"', "SUM(F[un])", 8),
    ]).toEqual([false, true]);
    expect(await isStale("", "SUM(F[trois])", 99)).toBe(false);
    expect([await isStale("", "SUM([un])", 8), await isStale("", "SUM([un])", 9)]).toEqual([false, true]);
    const ofRow = "F[[#This Row],[un]]+F[[#This Row],[T 2]]/2";
    expect([await isStale("", ofRow, 0), await isStale("", ofRow, 1)]).toEqual([false, true]);
    expect(await isStale("", "F[[#This Row],[trois]]", 99)).toBe(false);
    expect([
      await isStale("", "2*SUM(F[un])-SUM(F[T 2])", 6),
      await isStale("", "2*SUM(F[un])-SUM(F[T 2])", 7),
    ]).toEqual([false, true]);
  });

  it("has a style of the file's own, of which each element may hide a figure of the table", async () => {
    const styles = (elements: string) =>
      styled({
        more: `<dxfs><dxf><font><b/></font></dxf><dxf><font><color rgb="FFFFFFFF"/></font></dxf></dxfs><tableStyles><tableStyle name="autre"><tableStyleElement dxfId="1"/></tableStyle><tableStyle name="own">${elements}</tableStyle></tableStyles>`,
      });
    const of = (elements: string, ref = "A1:A2") =>
      cellOf(
        withTable(`ref="${ref}" headerRowCount="0"`, { style: "own", styles: styles(elements), rows: value("99") }),
      );
    expect(await of('<tableStyleElement dxfId="0"/><tableStyleElement dxfId="1"/>')).toEqual(seen("99", "unsure"));
    expect(await of('<tableStyleElement dxfId="0"/><tableStyleElement dxfId="9"/><tableStyleElement/>')).toEqual(
      seen("99"),
    );
    expect(await of('<tableStyleElement dxfId="1"/>', "B1:B2")).toEqual(seen("99"));
  });

  it("has a style of white on dark, over which the colour and the fill of a cell of its own stand", async () => {
    const dark = `<dxf><font><color rgb="FFFFFFFF"/></font><fill><patternFill><bgColor rgb="FF000000"/></patternFill></fill></dxf>`;
    const of = (font: string, fill: string, style: string) =>
      cellOf(
        withTable('ref="A1:A2" headerRowCount="0"', {
          style: "own",
          styles: styled({
            font,
            fill,
            more: `<dxfs>${dark}</dxfs><tableStyles><tableStyle name="own"><tableStyleElement dxfId="0"/></tableStyle></tableStyles>`,
          }).replace('<font><sz val="11"/>', '<font><color theme="1"/>'),
          rows: value("99", style),
        }),
      );
    const black = '<color rgb="FF000000"/>';
    expect(await of("", "", "")).toEqual(seen("99"));
    expect(await of("<b/>", "", 's="1"')).toEqual(seen("99"));
    expect(await of(black, "", 's="1"')).toEqual(seen("99", "unsure"));
    expect(await of(black, solid("FFFFFF"), 's="1"')).toEqual(seen("99"));
    expect(await of("", solid("FFFFFF"), 's="1"')).toEqual(seen("99", "unsure"));
  });
});
