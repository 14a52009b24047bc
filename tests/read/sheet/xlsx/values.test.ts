/** The value of a cell of an .xlsx, and its formula. */
import { describe, expect, it } from "vitest";
import { rules, show } from "../../source.ts";
import { cellOf, NO_STYLES, one, read, seen, styled, value, type Written } from "../hand-made-xlsx.ts";

describe("a value", () => {
  it.each([
    ["<v> 12 </v>", "", "12"],
    ["<v>+5</v>", "", "5"],
    ["<v>.5</v>", "", "0,5"],
    ["<v>5.</v>", "", "5"],
    ["<v>1.25E+1</v>", 't="n"', "12,5"],
    ["<v>125e-1</v>", "", "12,5"],
    ["<v>1.5e10</v>", "", "15000000000"],
    ["<v>1</v>", 't="b"', "VRAI"],
    ["<v>true</v>", 't="b"', "VRAI"],
    ["<v>0</v>", 't="b"', "FAUX"],
    ["<v>false</v>", 't="b"', "FAUX"],
    ["<v> #REF! </v>", 't="e"', "#REF!"],
    ["<v> a </v>", 't="str"', " a "],
    ["<v>a_x000A_b_x00e9_</v>", 't="str"', "a\nbé"],
    ["<v>a</v>", 't="inlineStr"', "a"],
    ["<is><t>a</t></is>", 't="inlineStr"', "a"],
    ["<is><r><t>a</t></r><r><rPr/><t>b</t></r><r/></is>", 't="inlineStr"', "ab"],
    ["<is><r><t>a_x000A_</t></r><r><t> </t></r><r><t>b</t></r></is>", 't="inlineStr"', "a\n b"],
    ["<v>1</v>", 't="s"', "deux"],
  ])("is read by its type: %s %s", async (content, type, text) => {
    const rows = one(`<c r="A1" ${type}>${content}</c><c r="B1"><v>7</v></c>`);
    const result = await read({ rows, texts: "<si><t>un</t></si><si><t>deux</t></si>" });
    expect(result.issues).toEqual([]);
    expect(show(result.value[0])[0]).toBe(`${text}|7`);
  });

  it("that is a date of the standard is a day, and unsure where no format of dates shows it", async () => {
    const written = (format: string) => ({ rows: value("2026-03-31", 't="d" s="1"'), styles: styled({ format }) });
    expect(await cellOf(written("mmm-yy"))).toEqual(seen("mars 2026"));
    expect(await cellOf(written("0"))).toEqual(seen("46112", "other"));
  });

  it("that is none is an empty cell, or a formula that waits", async () => {
    for (const [content, type] of [
      ["<v></v>", ""],
      ["<v> </v>", 't="n"'],
      ["<v/>", 't="s"'],
      ["", ""],
    ]) {
      const rows = (formula: string) => one(`<c r="A1" ${type}>${formula}${content}</c><c r="B1"><v>7</v></c>`);
      expect(show((await read({ rows: rows("") })).value[0])).toEqual(["|7"]);
      expect(rules(await read({ rows: rows("<f>C1</f>") }))).toEqual(["warning formula-without-value"]);
    }
    const empty = one('<c r="A1" t="str"><f>C1</f><v></v></c><c r="B1"><v>7</v></c>');
    expect((await read({ rows: empty })).issues).toEqual([]);
  });

  it("stands where its cell says, or after the one before it; so does its row", async () => {
    const rows =
      '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row r="3"><c r="B3"><v>4</v></c></row><row><c><v>5</v></c></row>';
    expect(show((await read({ rows })).value[0])).toEqual(["1|||2|3", "||||", "|4|||", "5||||"]);
  });
});

describe("a formula", () => {
  const computed = (cells: string): Written => ({
    styles: NO_STYLES,
    rows: `${one('<c r="A1"><v>4</v></c><c r="B1"><v>5</v></c><c r="C1"><v>6</v></c>')}<row r="2">${cells}</row>`,
  });
  const stale = async (cells: string) =>
    (await read(computed(cells))).value[0]?.rows[1]?.map(({ beside }) => beside?.[0]?.kind === "stale");

  it("that cells share moves over rows and columns, each group by itself; its text may come again", async () => {
    expect(
      await stale(
        '<c r="A2"><f t="shared" si="0" ref="A2:B2">A1+1</f><v>5</v></c><c r="B2"><f t="shared" si="0"/><v>6</v></c><c r="C2"><f t="shared" si="0"/><v>6</v></c>',
      ),
    ).toEqual([false, false, true]);
    expect(
      await stale(
        '<c r="A2"><f t="shared" si="0">A1+1</f><v>5</v></c><c r="B2"><f t="shared" si="1">A1+2</f><v>6</v></c><c r="C2"><f t="shared" si="1"/><v>7</v></c>',
      ),
    ).toEqual([false, false, false]);
    expect(await stale('<c r="A2"><f t="shared" si="3"/><v>9</v></c><c r="B2"><f t="shared"/><v>9</v></c>')).toEqual([
      false,
      false,
      false,
    ]);
  });

  it("of several cells at once, or of a table of data, is not checked; of one cell it is", async () => {
    expect(await stale('<c r="A2"><f t="array" ref="A2:B2">A1+B1</f><v>1</v></c>')).toEqual([false, false, false]);
    expect(await stale('<c r="A2"><f t="array" ref="A2">A1+B1</f><v>1</v></c>')).toEqual([true, false, false]);
    expect(await stale('<c r="A2"><f t="dataTable" ref="A2:A3">A1+B1</f><v>1</v></c>')).toEqual([false, false, false]);
    expect(await stale('<c r="A2"><f t="normal">A1+B1</f><v>1</v></c>')).toEqual([true, false, false]);
  });
});
