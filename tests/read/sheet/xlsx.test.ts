/** What a person sees of an .xlsx is what is read: its parts are written here sign by sign, as no library writes them. */
import { describe, expect, it } from "vitest";
import { calendarDate, serialOf } from "../../../scripts/read/sheet/workbook/dates.ts";
import { rules, show } from "../source.ts";
import {
  cellOf,
  DIAGONAL,
  gradient,
  links,
  NO_STYLES,
  NUMBER,
  one,
  read,
  SPACES,
  seen,
  solid,
  styled,
  type Written,
} from "./hand-made-xlsx.ts";

describe("the XML of an .xlsx may be written in any way that Excel reads", () => {
  it.each([
    ["a comment before the value", '<c r="A1"><!-- <v>99</v> --><v>12</v></c>'],
    ["a comment within the value", '<c r="A1"><v>1<!-- 9 -->2</v></c>'],
    ["a processing instruction", '<c r="A1"><?x <v>99</v>?><v>12</v></c>'],
    ["CDATA", '<c r="A1"><v><![CDATA[12]]></v></c>'],
    ["an element of another namespace", '<c r="A1"><o:v>99</o:v><v>12</v></c>'],
    ["an attribute that holds a tag", '<c r="A1" o:a="/>>99"><v>12</v></c>'],
    ["an attribute of another namespace", '<c r="A1" o:t="s"><v>12</v></c>'],
    ["no places", "<c><v>12</v></c>"],
    ["a reference to a sign", '<c r="A1"><v>&#49;2</v></c>'],
    ["an exponent", '<c r="A1"><v>1.2e1</v></c>'],
  ])("%s", async (_, cell) => {
    expect(await cellOf({ rows: one(cell), styles: NO_STYLES })).toEqual(seen("12"));
  });

  it("a folder in capitals, absolute and relative links, a workbook of another name", async () => {
    const sheet = `<worksheet ${SPACES}><sheetData>${one('<c r="A1"><v>12</v></c>')}</sheetData></worksheet>`;
    const book = `<workbook ${SPACES}><sheets><sheet name="A" r:id="r1"/><sheet name="B" r:id="r2"/></sheets></workbook>`;
    const { value, issues } = await read({
      rows: one('<c r="A1"><v>99</v></c>'),
      parts: {
        "_rels/.rels": links({ r1: ["officeDocument", "/XL/book.xml"] }),
        "xl/book.xml": book,
        "xl/_rels/book.xml.rels": links({
          r1: ["worksheet", "/xl/worksheets/Sheet9.xml"],
          r2: ["worksheet", "../other/./x.xml"],
        }),
        "xl/Worksheets/sheet9.xml": sheet,
        "other/x.xml": sheet.replace("12", "13"),
      },
    });
    expect(issues).toEqual([]);
    expect(value.map((grid) => [grid.part, ...show(grid)])).toEqual([
      ["A", "12"],
      ["B", "13"],
    ]);
  });

  it.each([
    ["two texts in a shared text", { texts: "<si><t>99</t><t>12</t></si>" }],
    ["a text and runs", { texts: "<si><t>12</t><r><t>99</t></r></si>" }],
    ["two texts in a run", { texts: "<si><r><t>1</t><t>2</t></r></si>" }],
    ["a text within a text", { texts: "<si><t>1<t>2</t></t></si>" }],
    [
      "parts of which one is chosen",
      { texts: "<si><mc:AlternateContent><t>9</t></mc:AlternateContent><t>12</t></si>" },
    ],
    ["a cell in the place of another row", { rows: '<row r="1"><c r="A2"><v>12</v></c></row>' }],
    ["a row twice", { rows: `${one('<c r="A1"><v>1</v></c>')}${one('<c r="B1"><v>2</v></c>')}` }],
    ["a cell twice", { rows: one('<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>') }],
    ["a style that does not exist", { rows: one('<c r="A1" s="7"><v>12</v></c>') }],
    ["a shared text that does not exist", { rows: one('<c r="A1" t="s"><v>7</v></c>') }],
    ["a value and a text", { rows: one('<c r="A1" t="inlineStr"><is><t>12</t></is><v>9</v></c>') }],
    ["a text in a cell of numbers", { rows: one('<c r="A1"><is><t>12</t></is></c>') }],
    ["a number without end", { rows: one('<c r="A1"><v>1e999</v></c>') }],
    ["an unknown type", { rows: one('<c r="A1" t="x"><v>1</v></c>') }],
    [
      "cells of which some are chosen",
      { rows: one('<mc:AlternateContent><c r="A1"><v>9</v></c></mc:AlternateContent>') },
    ],
    ["two sheets in one", { after: `<sheetData>${one('<c r="A1"><v>1</v></c>')}</sheetData>` }],
    [
      "cells merged twice",
      {
        rows: one('<c r="A1"><v>1</v></c><c r="C1"><v>1</v></c>'),
        after: '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="B1:C1"/></mergeCells>',
      },
    ],
    ["a sheet that is nowhere", { parts: { "xl/_rels/workbook.xml.rels": links({}) } }],
    [
      "two workbooks",
      {
        parts: {
          "_rels/.rels": links({ a: ["officeDocument", "xl/workbook.xml"], b: ["officeDocument", "xl/b.xml"] }),
        },
      },
    ],
    ["two parts that differ by their capitals", { parts: { "xl/worksheets/Sheet1.xml": `<worksheet ${SPACES}/>` } }],
  ])("is refused with %s", async (_, written: Written) => {
    const result = await read({ styles: NO_STYLES, ...written });
    expect(result.value).toEqual([]);
    expect(rules(result)).toEqual(["error file-unreadable"]);
  });

  it("a text keeps its spaces, its escaped signs, and not its phonetic reading", async () => {
    const texts = '<si><t xml:space="preserve">a_x0020_b </t><rPh sb="0" eb="1"><t>99</t></rPh><phoneticPr/></si>';
    expect(await cellOf({ texts, rows: one('<c r="A1" t="s"><v>0</v></c>'), styles: NO_STYLES })).toEqual(seen("a b "));
  });
});

describe("a figure that a person does not see as it is stored", () => {
  it.each([
    ["struck out", { font: "<strike/>" }, seen("", "struck 99")],
    ["not struck out", { font: '<strike val="0"/>' }, seen("99")],
    ["white", { font: '<color rgb="FFFFFFFF"/>' }, seen("", "faint 99")],
    ["white, of the theme", { font: '<color theme="0"/>' }, seen("", "faint 99")],
    ["white, of the palette", { font: '<color indexed="9"/>' }, seen("", "faint 99")],
    ["nearly white, of the theme", { font: '<color theme="1" tint="0.95"/>' }, seen("", "faint 99")],
    ["white on blue", { font: '<color theme="0"/>', fill: solid("1F497D") }, seen("99")],
    ["white on white", { font: '<color theme="0"/>', fill: solid("FFFFFF") }, seen("", "faint 99")],
    ["blue on blue", { font: '<color rgb="FF1F497D"/>', fill: solid("1F497D") }, seen("", "faint 99")],
    ["black on black", { fill: solid("000000") }, seen("", "faint 99")],
    ["grey", { font: '<color rgb="FFA6A6A6"/>' }, seen("99")],
    ["a point high", { font: '<sz val="1"/>' }, seen("", "faint 99")],
    ["raised as a whole", { font: '<vertAlign val="superscript"/>' }, seen("99", "unsure")],
    ["written over and over", { alignment: '<alignment horizontal="fill"/>' }, seen("99", "unsure")],
    ["far from its edge", { alignment: '<alignment horizontal="left" indent="9"/>' }, seen("99", "unsure")],
    ["near its edge", { alignment: '<alignment horizontal="left" indent="1"/>' }, seen("99")],
    ["from right to left", { alignment: '<alignment readingOrder="2"/>' }, seen("99", "unsure")],
    ["crossed out", { borders: `<border diagonalUp="1">${DIAGONAL}</border>` }, seen("99", "unsure")],
    ["crossed out the other way", { borders: `<border diagonalDown="1">${DIAGONAL}</border>` }, seen("99", "unsure")],
    ["with a diagonal that is not drawn", { borders: `<border>${DIAGONAL}</border>` }, seen("99")],
    ["with a diagonal of no style", { borders: '<border diagonalUp="1"><diagonal/></border>' }, seen("99")],
    ["larger than its column", { font: '<sz val="72"/>' }, seen("99", "unsure")],
    ["in the colour of the window", { font: '<color indexed="65"/>' }, seen("", "faint 99")],
    ["as dark as one end of its fill", { fill: gradient("FFFFFF", "000000") }, seen("", "faint 99")],
    ["on a light fill that runs", { fill: gradient("FFFFFF", "DDDDDD") }, seen("99")],
    ["in a font of bars by its maker", { font: '<name val="IDAutomationHC39M"/>' }, seen("99", "unsure")],
    ["in a font of signs", { font: '<name val="Wingdings"/>' }, seen("99", "unsure")],
    ["in a font of bars", { font: '<name val="Code 128"/>' }, seen("99", "unsure")],
    ["in a font of signs that nobody knows", { font: '<name val="X"/><charset val="2"/>' }, seen("99", "unsure")],
    ["in a font of Greek letters", { font: '<name val="Symbol"/><charset val="2"/>' }, seen("99")],
    ["with a power that leaves digits out", { format: "0E+00" }, seen("99", "otherwise 99")],
    ["with a power that leaves none out", { format: "0.0E+00" }, seen("99")],
    ["by a format of texts alone, with a digit", { format: '"1"@' }, seen("99", "unsure")],
    ["by a format of texts alone", { format: "@" }, seen("99")],
    ["hidden by its format", { format: ";;;" }, seen("", "otherwise 99")],
    ["another by its format", { format: '"12"' }, seen("12", "otherwise 99")],
    ["with a digit more", { format: '0"1"' }, seen("991", "otherwise 99")],
    ["with a word", { format: '0" faits"' }, seen("99 faits")],
    ["among words", { format: '"total de "0" en 2026"' }, seen("total de 99 en 2026")],
    ["by a condition", { format: '[>10]"12";0' }, seen("12", "otherwise 99")],
    ["by a condition that does not hold", { format: '[>100]"12";0' }, seen("99")],
    ["by the second of two conditions", { format: '[=1]"un";[=99]"deux";0' }, seen("deux", "otherwise 99")],
    ["by neither of two conditions", { format: '[=1]"un";[=2]"deux";0' }, seen("99")],
    ["in thousands with a decimal", { format: "0.0," }, seen("0,1", "otherwise 99")],
    ["in thousands", { format: "0," }, seen("0", "otherwise 99")],
    ["filled with digits", { format: "*10" }, seen("99", "unsure")],
    ["filled with spaces", { format: '_-* #,##0_-;-* #,##0_-;_-* "-"_-' }, seen("99")],
    ["with zeros before", { format: "0 000" }, seen("99")],
    ["beside another number", { format: '"12 / "0' }, seen("12 / 99", "otherwise 99")],
    ["as two numbers", { format: '0"-"0' }, seen("9-9", "otherwise 99")],
    ["in white by its format", { format: "[White]0" }, seen("", "faint 99")],
    ["in red by its format", { format: "[Red]0" }, seen("99")],
    ["in yellow by its format", { format: "[Yellow]0" }, seen("", "faint 99")],
    ["in white by its format, in French", { format: "[Blanc]0" }, seen("", "faint 99")],
    ["in a light colour by its number", { format: "[Color 19]0" }, seen("", "faint 99")],
    ["in a dark colour by its number, in French", { format: "[Couleur11]0" }, seen("99")],
    [
      "in black on black by its format",
      { format: "[Black]0", font: '<color rgb="FFFFFFFF"/>', fill: solid("000000") },
      seen("", "faint 99"),
    ],
    ["as a day", { format: "d" }, seen("8", "otherwise 99")],
    ["as a year of two digits", { format: "yy" }, seen("00", "otherwise 99")],
    ["as hours", { format: "[h]" }, seen("2376", "otherwise 99")],
    ["as hours and minutes", { format: "hhmm" }, seen("0000", "otherwise 99")],
    ["as minutes and seconds", { format: "mmss" }, seen("0000", "otherwise 99")],
    ["in other digits", { format: "[$-2000401]0" }, seen("99", "unsure")],
    ["in an unusual format of Excel", { format: "##,##0.0" }, seen("99")],
    ["in another one", { format: "#,###.00###" }, seen("99")],
    ["per cent", { format: "0%" }, seen("9900%")],
    ["with a sign that is not its own", { format: "-0" }, seen("-99", "otherwise 99")],
  ])("%s", async (_, style, expected) => {
    expect(await cellOf({ rows: NUMBER, styles: styled(style) })).toEqual(expected);
  });

  it.each([
    ["0;0", "5", "otherwise -5"],
    ["0;(0)", "-5"],
    ["[<10]0;0.0", "-5", "unsure"],
    ["+0;-0", "-5"],
    ["General", "-5"],
  ])("a negative number under %s", async (format, text, ...beside) => {
    const rows = one('<c r="A1" s="1"><v>-5</v></c>');
    expect(await cellOf({ rows, styles: styled({ format }) })).toEqual(seen(text, ...beside));
  });

  it.each([
    ['0;-0;"-"', "", "0"],
    ["0;-0;;@", "", "", "otherwise 0"],
    ['0;-0;"nd"', "", "nd", "otherwise 0"],
    ["0", '<sheetViews><sheetView showZeros="0"/></sheetViews>', "", "hidden 0"],
    ["0.00", "", "0"],
  ])("zero under %s %s", async (format, before, text, ...beside) => {
    const rows = one('<c r="A1" s="1"><v>0</v></c>');
    expect(await cellOf({ rows, before, styles: styled({ format }) })).toEqual(seen(text, ...beside));
  });

  it.each([
    [";;;", "", "otherwise 99"],
    ['0;0;0;"12"', "12", "otherwise 99"],
    ['"n° "@', "n° 99"],
    ["0;-0", "99"],
    ["@", "99"],
  ])("a text under %s", async (format, text, ...beside) => {
    const rows = one('<c r="A1" s="1" t="str"><v>99</v></c>');
    expect(await cellOf({ rows, styles: styled({ format }) })).toEqual(seen(text, ...beside));
  });

  const run = (text: string, properties: string) => `<r><rPr>${properties}</rPr><t>${text}</t></r>`;
  it.each([
    ["struck out", run("11", "<strike/>") + run("9", ""), "9", "struck 11"],
    ["raised", run("12", "") + run("1", '<vertAlign val="superscript"/>'), "12¹"],
    ["lowered", run("12", "") + run("1", '<vertAlign val="subscript"/>'), "12₁"],
    ["white", run("9", '<color rgb="FFFFFFFF"/>') + run("12", ""), "12", "faint 9"],
    ["tiny", run("9", '<sz val="1"/>') + run("12", '<sz val="11"/>'), "12", "faint 9"],
    ["struck out in two pieces", run("1", "<strike/>") + run("2", "<b/><strike/>"), "", "struck 12"],
    ["far smaller", `${run("12", '<sz val="11"/>')}${run("5", '<sz val="6"/>')}`, "125", "unsure 125"],
    ["in the font of the cell, struck out", `<r><t>11</t></r>${run("9", "")}`, "9", "struck 11"],
  ])("a piece of text %s", async (_, runs, text, ...beside) => {
    const isCell = runs.startsWith("<r><t>");
    const written = {
      texts: `<si>${runs}</si>`,
      rows: one(`<c r="A1" t="s" s="${isCell ? 1 : 0}"><v>0</v></c>`),
      styles: styled({ font: "<strike/>" }),
    };
    expect(await cellOf(written)).toEqual(seen(text, ...beside));
  });

  it("a year after the number of its quarter is not taken for thousands", async () => {
    const rows = one('<c r="A1" s="1"><v>2026</v></c>');
    expect(await cellOf({ rows, styles: styled({ format: '"T1 "0' }) })).toEqual(seen("T1 2026"));
  });

  it("a picture in the cell, or formulas that are shown in place of their results", async () => {
    const styles = NO_STYLES;
    expect(await cellOf({ rows: one('<c r="A1" t="e" vm="1"><v>#VALUE!</v></c>'), styles })).toEqual(
      seen("#VALUE!", "other"),
    );
    const before = '<sheetViews><sheetView showFormulas="1"/></sheetViews>';
    expect(await cellOf({ before, rows: one('<c r="A1"><f>INDIRECT(B1)</f><v>12</v></c>'), styles })).toEqual(
      seen("12", "unsure"),
    );
  });
});

describe("a conditional format", () => {
  const dxfs = (dxf: string): string => styled({ more: `<dxfs><dxf>${dxf}</dxf></dxfs>` });
  const rule = (attributes: string, formulas: string): string =>
    `<conditionalFormatting sqref="A1:B5"><cfRule dxfId="0" priority="1" ${attributes}>${formulas}</cfRule></conditionalFormatting>`;
  const TRUE = rule('type="expression"', "<formula>TRUE</formula>");
  const OPEN = rule('type="expression"', "<formula>$C1&gt;2</formula>");
  const over = (bound: number) => rule('type="cellIs" operator="greaterThan"', `<formula>${bound}</formula>`);
  const FORMAT = '<numFmt numFmtId="165" formatCode="&quot;12&quot;"/>';
  const WHITE = '<font><color rgb="FFFFFFFF"/></font>';
  it.each([
    ["that holds shows its number format", FORMAT, TRUE, seen("12", "otherwise 99")],
    ["that holds makes it white", WHITE, over(50), seen("", "faint 99")],
    ["that does not hold changes nothing", WHITE, over(100), seen("99")],
    ["that may hold makes the figure unsure", "<font><strike/></font>", OPEN, seen("99", "unsure")],
    [
      "that only colours is nothing",
      '<font><b/><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill>',
      OPEN,
      seen("99"),
    ],
    [
      "white on a dark fill is seen",
      `${WHITE}<fill><patternFill><bgColor rgb="FFC00000"/></patternFill></fill>`,
      OPEN,
      seen("99"),
    ],
    ["bars in place of the figure", "", rule('type="dataBar"', '<dataBar showValue="0"/>'), seen("", "otherwise 99")],
    [
      "a scale of colours as dark as the ink",
      "",
      rule('type="colorScale"', '<colorScale><color rgb="FF000000"/></colorScale>'),
      seen("99", "unsure"),
    ],
    [
      "a scale of light colours",
      "",
      rule('type="colorScale"', '<colorScale><color rgb="FFF8696B"/><color rgb="FF63BE7B"/></colorScale>'),
      seen("99"),
    ],
    ["bars beside the figure", "", rule('type="dataBar"', "<dataBar/>"), seen("99")],
    [
      "bars as dark as the ink",
      "",
      rule('type="dataBar"', '<dataBar><color rgb="FF000000"/></dataBar>'),
      seen("99", "unsure"),
    ],
    ["over a whole column", WHITE, over(50).replace("A1:B5", "A:A"), seen("", "faint 99")],
    ["over whole rows", WHITE, over(50).replace("A1:B5", "1:2"), seen("", "faint 99")],
    ["over another column", WHITE, over(50).replace("A1:B5", "B:B"), seen("99")],
  ])("%s", async (_, dxf, after, expected) => {
    expect(await cellOf({ rows: one('<c r="A1"><v>99</v></c>'), after, styles: dxfs(dxf) })).toEqual(expected);
  });
});

describe("a table of a sheet", () => {
  const table = (style: string, more = "") =>
    cellOf({
      rows: `${one('<c r="A1"><v>99</v></c>')}<row r="2"><c r="A2"><v>1</v></c></row>`,
      styles: styled({
        more: '<dxfs><dxf><font><color rgb="FFFFFFFF"/></font></dxf></dxfs><tableStyles><tableStyle name="own"><tableStyleElement type="wholeTable" dxfId="0"/></tableStyle></tableStyles>',
      }),
      parts: {
        "xl/worksheets/_rels/sheet1.xml.rels": links({ t: ["table", "../tables/table1.xml"] }),
        "xl/tables/table1.xml": `<table ${SPACES} ref="A1:A2" ${more}><tableStyleInfo name="${style}"/></table>`,
      },
    });
  it("has the heads that its cells say, whatever its part calls its columns; its totals are checked", async () => {
    const totals = async (formula: string, total: number) => {
      const rows = ['t="str"><v>T1 2026</v>', "><v>4</v>", "><v>5</v>", `><f>${formula}</f><v>${total}</v>`];
      const { value } = await read({
        styles: NO_STYLES,
        rows: rows.map((cell, i) => `<row r="${i + 1}"><c r="A${i + 1}" ${cell}</c></row>`).join(""),
        parts: {
          "xl/worksheets/_rels/sheet1.xml.rels": links({ t: ["table", "../tables/table1.xml"] }),
          "xl/tables/table1.xml": `<table ${SPACES} ref="A1:A4" displayName="Faits" totalsRowCount="1"><tableColumns><tableColumn name="T1 2025"/></tableColumns></table>`,
        },
      });
      return value[0]?.rows.map(([cell]) => [cell?.text, ...(cell?.beside?.map(({ kind }) => kind) ?? [])].join(" "));
    };
    expect(await totals("SUBTOTAL(109,Faits[T1 2025])", 9)).toEqual(["T1 2026", "4", "5", "9"]);
    expect(await totals("SUBTOTAL(109,Faits[T1 2025])", 12)).toEqual(["T1 2026", "4", "5", "12 stale"]);
    expect(await totals("SUM(Faits[T1 2025])", 9)).toEqual(["T1 2026", "4", "5", "9"]);
    expect(await totals("SUBTOTAL(109,Autres[T1 2025])", 12)).toEqual(["T1 2026", "4", "5", "12"]);
  });

  it("leaves a doubt where its own style may hide a figure", async () => {
    expect(await table("own", 'headerRowCount="0"')).toEqual(seen("99", "unsure"));
    expect(await table("TableStyleMedium2", 'headerRowCount="0"')).toEqual(seen("99"));
  });
});

describe("a figure of a table of Excel's own styles", () => {
  const ink = (rgb: string): string => `<sz val="11"/><color rgb="FF${rgb}"/>`;
  const NONE = "";
  it.each([
    ["white in a dark one", "TableStyleDark3", ink("FFFFFF"), NONE, seen("99")],
    ["of no colour in a dark one", "TableStyleDark1", NONE, NONE, seen("99")],
    ["black in a dark one", "TableStyleDark7", ink("000000"), NONE, seen("99")],
    ["as dark as a dark one", "TableStyleDark1", ink("404040"), NONE, seen("", "faint 99")],
    ["as dark as a dark one, on a fill of its own", "TableStyleDark1", ink("404040"), solid("FFFFFF"), seen("99")],
    ["white in one that is dark at its header only", "TableStyleDark8", ink("FFFFFF"), NONE, seen("", "faint 99")],
    ["dark grey in another", "TableStyleMedium2", ink("404040"), NONE, seen("99")],
  ])("%s", async (_, style, font, fill, expected) => {
    const { value } = await read({
      rows: `${one('<c r="A1" t="str"><v>T1</v></c>')}<row r="2"><c r="A2" s="1"><v>99</v></c></row>`,
      styles: styled({ font, fill }),
      parts: {
        "xl/worksheets/_rels/sheet1.xml.rels": links({ t: ["table", "../tables/table1.xml"] }),
        "xl/tables/table1.xml": `<table ${SPACES} ref="A1:A2"><tableStyleInfo name="${style}"/></table>`,
      },
    });
    const [cell] = value[0]?.rows[1] ?? [];
    const beside = cell?.beside?.map(({ kind, text }) => `${kind} ${text}`);
    expect({ text: cell?.text, beside, issues: 0 }).toEqual(expected);
  });
});

describe("rows, columns and sheets that are not shown", () => {
  const rows = [1, 2, 3]
    .map(
      (r) =>
        `<row r="${r}" ROW${r}><c r="A${r}"><v>${r}</v></c><c r="B${r}"><v>${r}0</v></c><c r="C${r}"><v>1</v></c></row>`,
    )
    .join("");
  const withRow = (attributes: string): string => rows.replace("ROW2", attributes).replace(/ROW\d/g, "");
  it.each([
    ["a hidden row", { rows: withRow('hidden="1"') }, [1], undefined],
    ["a row of no height", { rows: withRow('ht="0" customHeight="1"') }, [1], undefined],
    ["a low row", { rows: withRow('ht="7.5"') }, undefined, undefined],
    [
      "rows of no height unless said",
      { rows: withRow('ht="15"'), before: '<sheetFormatPr defaultRowHeight="0"/>' },
      [0, 2],
      undefined,
    ],
    [
      "hidden columns",
      { rows: withRow(""), before: '<cols><col min="2" max="3" hidden="1" width="9"/></cols>' },
      undefined,
      [1, 2],
    ],
    [
      "a column of no width",
      { rows: withRow(""), before: '<cols><col min="2" max="2" width="0.1"/></cols>' },
      undefined,
      [1],
    ],
  ])("%s", async (_, written: Written, hiddenRows, hiddenColumns) => {
    const { value } = await read({ styles: NO_STYLES, ...written });
    expect([value[0]?.hiddenRows, value[0]?.hiddenColumns]).toEqual([hiddenRows, hiddenColumns]);
  });

  it("a figure is as wide as its font has it, held against the first font of the file", async () => {
    const of = (own: string, usual: string) =>
      cellOf({
        before: '<cols><col min="1" max="1" width="2.5"/></cols>',
        rows: one('<c r="A1" s="1"><v>12</v></c>'),
        styles: `<fonts>${[usual, own].map((name) => `<font><name val="${name}"/><sz val="11"/></font>`).join("")}</fonts><cellXfs><xf/><xf fontId="1"/></cellXfs>`,
      });
    expect(await of("Calibri", "Calibri")).toEqual(seen("12"));
    expect(await of("Verdana", "Calibri")).toEqual(seen("12", "unsure"));
    expect(await of("Verdana", "Verdana")).toEqual(seen("12"));
    const shrunk = (value: string) =>
      cellOf({
        before: '<cols><col min="1" max="1" width="2.5"/></cols>',
        rows: one('<c r="A1" s="0"><v>1012</v></c>'),
        styles: `<cellXfs><xf><alignment shrinkToFit="${value}"/></xf></cellXfs>`,
      });
    expect([await shrunk("1"), await shrunk("0")]).toEqual([seen("1012"), seen("1012", "unsure")]);
  });

  it("a figure that is wider than its column is shown as signs", async () => {
    const wide = '<row r="1"><c r="A1"><v>1012</v></c><c r="B1"><v>12</v></c><c r="C1"><v>1012</v></c></row>';
    const cells = async (after = "") => {
      const before = '<cols><col min="1" max="2" width="2.5"/></cols>';
      const { value } = await read({ styles: NO_STYLES, rows: wide, before, after });
      return value[0]?.rows[0]?.map(({ beside }) => beside?.[0]?.kind);
    };
    expect(await cells()).toEqual(["unsure", undefined, undefined]);
  });

  it("a figure that is higher than its row is cut, unless the row is as high as what it holds", async () => {
    const high = (attributes: string) =>
      cellOf({
        styles: styled({ font: '<sz val="22"/>' }),
        rows: `<row r="1" ${attributes}><c r="A1" s="1"><v>9</v></c></row>`,
      });
    expect(await high('ht="12" customHeight="1"')).toEqual(seen("9", "unsure"));
    expect(await high("")).toEqual(seen("9"));
  });

  it.each([
    [0, false],
    [45, false],
    [46, true],
    [90, true],
    [91, false],
    [135, false],
    [136, true],
    [180, true],
    [255, true],
  ])("a figure turned by %i stands along the height of its row, or does not", async (textRotation, isCut) => {
    const turned = await cellOf({
      styles: styled({ alignment: `<alignment textRotation="${textRotation}"/>` }),
      rows: '<row r="1" ht="15" customHeight="1"><c r="A1" s="1"><v>1012</v></c></row>',
    });
    expect(turned).toEqual(seen("1012", ...(isCut ? ["unsure"] : [])));
  });

  it("a text that begins with many blanks goes over its column", async () => {
    const blanks = (count: number) =>
      cellOf({ styles: NO_STYLES, rows: one(`<c r="A1" t="inlineStr"><is><t>${" ".repeat(count)}12</t></is></c>`) });
    expect((await blanks(12)).beside).toEqual(["unsure"]);
    expect((await blanks(2)).beside).toBeUndefined();
  });

  it("a date that no format of dates shows", async () => {
    const date = '<c r="A1" t="d" STYLE><v>2026-01-12</v></c>';
    expect(await cellOf({ rows: one(date.replace("STYLE", "")), styles: styled({}) })).toEqual(seen("46034", "other"));
    expect(await cellOf({ rows: one(date.replace("STYLE", 's="1"')), styles: styled({ format: "yyyy" }) })).toEqual(
      seen("2026"),
    );
  });

  it.each(['state="hidden"', 'state="veryHidden"'])("a sheet, %s", async (state) => {
    const { value } = await read({ rows: NUMBER, styles: styled({}), state });
    expect(value[0]?.hidden).toBe(true);
  });
});

describe("a drawing over cells", () => {
  const anchor = (
    content: string,
    from = "<xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>0</xdr:row><xdr:rowOff>0</xdr:rowOff>",
    to = "<xdr:col>2</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff>",
  ) =>
    `<xdr:twoCellAnchor><xdr:from>${from}</xdr:from><xdr:to>${to}</xdr:to>${content}<xdr:clientData/></xdr:twoCellAnchor>`;
  const drawn = (
    anchors: string,
    rows = one('<c r="A1"><v>1</v></c><c r="B1"><v>99</v></c><c r="C1"><v>3</v></c>'),
  ): Written => ({
    styles: NO_STYLES,
    rows,
    parts: {
      "xl/worksheets/_rels/sheet1.xml.rels": links({ d: ["drawing", "../drawings/drawing1.xml"] }),
      "xl/drawings/drawing1.xml": `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${anchors}</xdr:wsDr>`,
    },
  });
  const PICTURE = '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="x"/></xdr:nvPicPr></xdr:pic>';
  const LINE = "<xdr:cxnSp/>";
  const unfilled = (form: string, line = ""): string =>
    `<xdr:sp><xdr:spPr><a:prstGeom prst="${form}"/><a:noFill/>${line}</xdr:spPr></xdr:sp>`;
  const place = (row: number, rowOff: number, col = 1) =>
    `<xdr:col>${col}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${rowOff}</xdr:rowOff>`;
  it.each([
    ["a picture hides the figure", anchor(PICTURE), ["covered 99"]],
    ["a hidden picture does not", anchor(PICTURE.replace("name=", 'hidden="1" name=')), undefined],
    ["a frame without fill and text does not", anchor(unfilled("rect")), undefined],
    ["neither does a round one", anchor(unfilled("ellipse")), undefined],
    ["a cross without fill does", anchor(unfilled("mathMultiply")), ["covered 99"]],
    ["a line that is a shape does", anchor(unfilled("line")), ["covered 99"]],
    ["a shape of which nothing is drawn does not", anchor(unfilled("line", "<a:ln><a:noFill/></a:ln>")), undefined],
    [
      "a text box without fill does",
      anchor(
        "<xdr:sp><xdr:spPr><a:noFill/></xdr:spPr><xdr:txBody><a:p><a:r><a:t>12</a:t></a:r></a:p></xdr:txBody></xdr:sp>",
      ),
      ["covered 99"],
    ],
    ["a line through the figure does", anchor(LINE, place(0, 95_000), place(0, 95_000, 2)), ["covered 99"]],
    ["a line under the figure does not", anchor(LINE, place(0, 185_000), place(0, 185_000, 2)), undefined],
    ["a picture that only touches its edge does not", anchor(PICTURE, place(0, 180_000), place(4, 0, 2)), undefined],
    [
      "one of a size, not of cells, does",
      `<xdr:oneCellAnchor><xdr:from>${place(0, 0)}</xdr:from><xdr:ext cx="600000" cy="190000"/>${PICTURE}</xdr:oneCellAnchor>`,
      ["covered 99"],
    ],
    [
      "one placed on the sheet does",
      `<xdr:absoluteAnchor><xdr:pos x="600075" y="0"/><xdr:ext cx="600000" cy="190000"/>${PICTURE}</xdr:absoluteAnchor>`,
      ["covered 99"],
    ],
  ])("%s", async (_, anchors, beside) => {
    const { value } = await read(drawn(anchors));
    const cells = value[0]?.rows[0] ?? [];
    expect(cells.map((cell) => cell.beside?.map(({ kind, text }) => `${kind} ${text}`))).toEqual([
      undefined,
      beside,
      undefined,
    ]);
  });

  it.each([
    ["that stands on its cells", 0, ["B2", "C2", "D2"]],
    ["turned by 90°, whose place is that once turned", 90, ["B2", "C2", "D2"]],
    ["turned by 270°", -90, ["B2", "C2", "D2"]],
    ["that leans by 45°", 45, ["B1", "C1", "D1", "B2", "C2", "D2", "B3", "C3", "D3"]],
    ["that leans to the other side", 315, ["B1", "C1", "D1", "B2", "C2", "D2", "B3", "C3", "D3"]],
    ["that leans by 45° beyond 90°", 135, ["B1", "C1", "D1", "B2", "C2", "D2", "B3", "C3", "D3"]],
    ["that hardly leans", 1, ["B2", "C2", "D2"]],
  ])("a shape %s", async (_, degrees, covered) => {
    const rows = [1, 2, 3].map(
      (r) => `<row r="${r}">${["A", "B", "C", "D", "E"].map((c) => `<c r="${c}${r}"><v>9</v></c>`).join("")}</row>`,
    );
    const shape = `<xdr:sp><xdr:spPr><a:xfrm rot="${degrees * 60_000}"/></xdr:spPr></xdr:sp>`;
    for (const anchors of [
      anchor(shape, place(1, 0), place(2, 0, 4)),
      `<xdr:oneCellAnchor><xdr:from>${place(1, 0)}</xdr:from><xdr:ext cx="1800225" cy="190500"/>${shape}</xdr:oneCellAnchor>`,
      `<xdr:absoluteAnchor><xdr:pos x="600075" y="190500"/><xdr:ext cx="1800225" cy="190500"/>${shape}</xdr:absoluteAnchor>`,
    ]) {
      const { value } = await read(drawn(anchors, rows.join("")));
      const under = value[0]?.rows.flatMap((cells, r) =>
        cells.flatMap((cell, c) => (cell.beside ? `${"ABCDE"[c]}${r + 1}` : [])),
      );
      expect(under).toEqual(covered);
    }
  });

  it("a group is hidden with all its shapes, not with one of them", async () => {
    const group = (...hidden: readonly string[]): string =>
      anchor(
        `<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id="1" name="g"/></xdr:nvGrpSpPr>${hidden.map((own) => `<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="s" ${own}/></xdr:nvSpPr></xdr:sp>`).join("")}</xdr:grpSp>`,
      );
    const besides = async (shape: string) => (await read(drawn(shape))).value[0]?.rows[0]?.[1]?.beside;
    expect(await besides(group('hidden="1"', ""))).toEqual([{ kind: "covered", text: "99" }]);
    expect(await besides(group('hidden="1"', 'hidden="1"'))).toBeUndefined();
  });

  it.each([
    [
      "a comment that is shown",
      '<x:ClientData ObjectType="Note"><x:Anchor>1, 0, 0, 0, 2, 0, 1, 0</x:Anchor><x:Visible/>',
      true,
    ],
    [
      "a comment that its style shows",
      '<x:ClientData ObjectType="Note"><x:Anchor>1, 0, 0, 0, 2, 0, 1, 0</x:Anchor><v:a style="visibility:visible"/>',
      true,
    ],
    ["a comment that is not", '<x:ClientData ObjectType="Note"><x:Anchor>1, 0, 0, 0, 2, 0, 1, 0</x:Anchor>', false],
    ["a button", '<x:ClientData ObjectType="Button"><x:Anchor>1, 0, 0, 0, 2, 0, 1, 0</x:Anchor>', true],
    ["a button elsewhere", '<x:ClientData ObjectType="Button"><x:Anchor>5, 0, 0, 0, 6, 0, 1, 0</x:Anchor>', false],
  ])("in the drawings of old, which are no XML: %s", async (_, shape, hides) => {
    const { value } = await read({
      styles: NO_STYLES,
      rows: one('<c r="A1"><v>1</v></c><c r="B1"><v>99</v></c>'),
      parts: {
        "xl/worksheets/_rels/sheet1.xml.rels": links({ v: ["vmlDrawing", "../drawings/vmlDrawing1.vml"] }),
        "xl/drawings/vmlDrawing1.vml": `<xml><v:shape style='position:absolute'><v:textbox><br>${shape}</x:ClientData></v:shape></xml>`,
      },
    });
    expect(value[0]?.rows[0]?.[1]?.beside).toEqual(hides ? [{ kind: "covered", text: "99" }] : undefined);
  });

  it("a text box that holds the figure of a cell that is empty", async () => {
    const box = (text: string) =>
      anchor(`<xdr:sp><xdr:spPr/><xdr:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></xdr:txBody></xdr:sp>`);
    const rows = one('<c r="A1"><v>1</v></c><c r="C1"><v>3</v></c>');
    const besideOf = async (text: string) => (await read(drawn(box(text), rows))).value[0]?.rows[0]?.[1]?.beside;
    expect(await besideOf("12")).toEqual([{ kind: "other", text: "12" }]);
    expect(await besideOf("Vols")).toBeUndefined();
  });

  it("words of a text box, and of the pages' header and footer, stand beside the cells", async () => {
    const box = anchor("<xdr:sp><xdr:txBody><a:p><a:r><a:t>Commune de Fécamp</a:t></a:r></a:p></xdr:txBody></xdr:sp>");
    const pages =
      '<headerFooter><oddHeader>&amp;L&amp;"Arial,Gras"&amp;12Ville de Fécamp&amp;RPage &amp;P</oddHeader><oddFooter>&amp;CR&amp;&amp;D</oddFooter></headerFooter>';
    const { value } = await read({ ...drawn(box), after: pages });
    expect(value[0]?.besides).toEqual(["Commune de Fécamp", "Ville de Fécamp", "Page", "R&D"]);
    expect((await read(drawn(anchor(PICTURE)))).value[0]).not.toHaveProperty("besides");
  });

  it("a sheet that holds nothing else is told", async () => {
    const result = await read(drawn(anchor(PICTURE), ""));
    expect(rules(result)).toEqual(["warning sheet-only-drawings", "error file-without-content"]);
  });
});

describe("a computed figure", () => {
  const formulas = (cells: string, workbook = ""): Written => ({
    styles: NO_STYLES,
    workbook,
    rows: `<row r="1"><c r="A1"><v>4</v></c><c r="B1"><v>5</v></c>${cells}</row>`,
  });
  const MANY = `SUM(${Array.from({ length: 40 }, () => "A1").join()})`;
  it.each([
    ["SUM(A1:B1)", 9, []],
    ["SUM(A1:B1)", 12, ["stale SUM(A1:B1)"]],
    ["SUM(A1,B1)+3", 12, []],
    ["$A$1+B1", 12, ["stale $A$1+B1"]],
    ["A1-B1", -1, []],
    ["5+7", 99, ["stale 5+7"]],
    ["SUM(A1:B1)*2", 18, []],
    ["SUM(A1:B1)*2", 99, ["stale SUM(A1:B1)*2"]],
    ["A1*B1-1", 19, []],
    ["A1*B1", 99, ["stale A1*B1"]],
    ["A1*B1/2", 10, []],
    ["A1*B1/2", 99, ["stale A1*B1/2"]],
    ["ROUND(B1/2,0)", 3, []],
    ["ROUND(B1/2,0)", 2, ["stale ROUND(B1/2,0)"]],
    ["IF(A1=4,B1,0)", 0, ["stale IF(A1=4,B1,0)"]],
    ["IS101!A1+B1", 12, ["stale IS101!A1+B1"]],
    ["SUBTOTAL(9,A1:B1)", 9, []],
    ["SUBTOTAL(109,A1:B1)", 12, ["stale SUBTOTAL(109,A1:B1)"]],
    ["SUBTOTAL(1,A1:B1)", 12, []],
    ["A1:B1", 99, []],
    ["A1+D1", 99, []],
    ["SUM(A1,D1)", 99, ["stale SUM(A1,D1)"]],
    [`${MANY}*${MANY}`, 25600, []],
    [`${MANY}*${MANY}`, 99, [`stale ${MANY}*${MANY}`]],
    ["SUBTOTAL(9,A1,A1:A2)", 8, []],
    ["INDIRECT(A1)", 99, []],
    ["Feuil2!A1+B1", 99, []],
    ["SUM(A1:C1)", 99, ["stale SUM(A1:C1)"]],
  ])("%s stored as %i", async (formula, value, beside) => {
    const { value: grids, issues } = await read(
      formulas(`<c r="C1"><f>${formula}</f><v>${value}</v></c><c r="D1" t="str"><v>5</v></c>`),
    );
    expect(grids[0]?.rows[0]?.[2]?.beside?.map(({ kind, text }) => `${kind} ${text}`) ?? []).toEqual(beside);
    expect(issues).toEqual([]);
  });

  it("a subtotal passes over other subtotals, and may pass over hidden rows", async () => {
    const column = async (total: number) => {
      const cells = [
        "<v>4</v>",
        "<f>SUBTOTAL(9,A1:A1)</f><v>4</v>",
        "<v>5</v>",
        `<f>SUBTOTAL(109,A1:A3)</f><v>${total}</v>`,
      ];
      const rows = cells.map(
        (cell, i) => `<row r="${i + 1}"${i === 2 ? ' hidden="1"' : ""}><c r="A${i + 1}">${cell}</c></row>`,
      );
      const { value } = await read({ styles: NO_STYLES, rows: rows.join("") });
      return value[0]?.rows[3]?.[0]?.beside?.map(({ kind }) => kind) ?? [];
    };
    expect(await column(9)).toEqual([]);
    expect(await column(4)).toEqual([]);
    expect(await column(13)).toEqual(["stale"]);
  });

  it("a formula that cells share moves with them", async () => {
    const row = (r: number, c: string) =>
      `<row r="${r}"><c r="A${r}"><v>${r}</v></c><c r="B${r}"><v>5</v></c>${c}</row>`;
    const shared = (attributes: string, v: number, text = "") =>
      `<f t="shared" si="0" ${attributes}>${text}</f><v>${v}</v></c>`;
    const rows =
      row(1, `<c r="C1">${shared('ref="C1:C3"', 6, "A1+$B$1")}`) +
      row(2, `<c r="C2">${shared("", 7)}`) +
      row(3, `<c r="C3">${shared("", 9)}`);
    const { value } = await read({ styles: NO_STYLES, rows });
    expect(value[0]?.rows.map((cells) => cells[2]?.beside?.length ?? 0)).toEqual([0, 0, 1]);
  });

  it.each([
    '<calcPr fullCalcOnLoad="1"/>',
    '<calcPr calcCompleted="0"/>',
    '<calcPr calcMode="manual" calcOnSave="0"/>',
  ])("is told when the file says %s", async (calcPr) => {
    const { value } = await read(formulas('<c r="C1"><f>INDIRECT(A1)</f><v>4</v></c>', calcPr));
    expect(value[0]?.rows[0]?.map((cell) => cell.beside?.[0]?.kind)).toEqual([undefined, undefined, "stale"]);
  });

  it("is right when it is the sum that it says, whatever the file asks", async () => {
    const { value } = await read(formulas('<c r="C1"><f>SUM(A1:B1)</f><v>9</v></c>', '<calcPr fullCalcOnLoad="1"/>'));
    expect(value[0]?.rows[0]?.some((cell) => cell.beside)).toBe(false);
  });

  it("is nothing to tell otherwise", async () => {
    const saved = await read(formulas('<c r="C1"><f>INDIRECT(A1)</f><v>4</v></c>', '<calcPr calcOnSave="0"/>'));
    expect(saved.value[0]?.rows[0]?.some((cell) => cell.beside)).toBe(false);
    const { value } = await read(
      formulas('<c r="C1"><f>INDIRECT(A1)</f><v>4</v></c>', '<calcPr calcId="191029" calcMode="manual"/>'),
    );
    expect(value[0]?.rows[0]?.some((cell) => cell.beside)).toBe(false);
  });
});

describe("dates", () => {
  it.each([
    ["1900-01-15", 15],
    ["1900-03-01", 61],
    ["2026-03-31T12:00:00.000", 46112.5],
    ["1900-02-29", 60],
  ])("%s is stored as %d, and back", (iso, serial) => {
    expect(serialOf(iso)).toBe(serial);
    const { y, m, d, H } = calendarDate(serial, false) ?? {};
    expect([y, m, d, H]).toEqual([...iso.slice(0, 10).split("-").map(Number), serial % 1 === 0 ? 0 : 12]);
  });

  it("a day that is in no calendar is no date", () => {
    expect(["2026-02-31", "2026-13-01", "2026-00-10", "2026-01-00"].map(serialOf)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("there is none before the calendar, nor after year 9999", () => {
    expect([calendarDate(-1, false), calendarDate(2_958_466, false)]).toEqual([undefined, undefined]);
    expect(calendarDate(60, false)).toMatchObject({ y: 1900, m: 2, d: 29 });
  });

  const rows = one('<c r="A1" s="1"><v>46112</v></c>');
  it.each([
    ["mmm-yy", "", "mars 2026"],
    ["mmm-yy", '<workbookPr date1904="1"/>', "avril 2030"],
    ["dd/mm/yyyy", '<workbookPr date1904="true"/>', "01/04/2030"],
    ['"T1 "yyyy', "", "T1 2026"],
    ["yyyy", "", "2026"],
    ["[$-40C]d mmmm yyyy", "", "31/03/2026"],
  ])("%s %s", async (format, workbook, text) => {
    expect(await cellOf({ rows, workbook, styles: styled({ format }) })).toEqual(seen(text));
  });
});
