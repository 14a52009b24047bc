/** A workbook saved as "Feuille de calcul XML" (SpreadsheetML 2003), often named .xls: what a person sees of it is what is read. */
import { describe, expect, it } from "vitest";
import { readXls } from "../../../scripts/read/sheet/xls.ts";
import { rules, show, showBeside, source } from "../source.ts";

const seen = (text: string, ...beside: string[]) => ({
  text,
  beside: beside.length > 0 ? beside : undefined,
  issues: 0,
});

describe("a workbook in XML (SpreadsheetML 2003)", () => {
  const xml = (rows: string, { styles = "", columns = "", options = "", book = "", more = "", table = "" } = {}) =>
    readXls(
      source(
        "a.xls",
        `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:html="http://www.w3.org/TR/REC-html40">${book}<Styles>${styles}</Styles><Worksheet ss:Name="IS101"><Table ${table}>${columns}${rows}</Table><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel">${options}</WorksheetOptions>${more}</Worksheet></Workbook>`,
      ),
    );
  const cell = (data: string, attributes = "", type = "Number"): string =>
    `<Cell ${attributes}><Data ss:Type="${type}">${data}</Data></Cell>`;
  const first = async (...given: Parameters<typeof xml>) => {
    const { value, issues } = await xml(...given);
    const [one] = value[0]?.rows[0] ?? [];
    return {
      text: one?.text,
      beside: one?.beside?.map(({ kind, text }) => `${kind} ${text}`.trim()),
      issues: issues.length,
    };
  };
  const styled = (style: string) => ({ styles: `<Style ss:ID="s">${style}</Style>` });
  const NUMBER = `<Row>${cell("99", 'ss:StyleID="s"')}</Row>`;
  const DIAGONAL = (line: string): string => `<Border ss:Position="DiagonalLeft" ss:LineStyle="${line}"/>`;
  it.each([
    ["struck out", '<Font ss:StrikeThrough="1"/>', seen("", "struck 99")],
    ["not struck out", '<Font ss:StrikeThrough="0"/>', seen("99")],
    ["raised", '<Font ss:VerticalAlign="Superscript"/>', seen("99", "unsure")],
    ["lowered", '<Font ss:VerticalAlign="Subscript"/>', seen("99", "unsure")],
    ["white", '<Font ss:Color="#FFFFFF"/>', seen("", "faint 99")],
    ["white on blue", '<Font ss:Color="#FFFFFF"/><Interior ss:Color="#1F497D" ss:Pattern="Solid"/>', seen("99")],
    [
      "white, its fill having no pattern",
      '<Font ss:Color="#FFFFFF"/><Interior ss:Color="#1F497D"/>',
      seen("", "faint 99"),
    ],
    [
      "white, its fill being none",
      '<Font ss:Color="#FFFFFF"/><Interior ss:Color="#1F497D" ss:Pattern="None"/>',
      seen("", "faint 99"),
    ],
    ["tiny", '<Font ss:Size="2"/>', seen("", "faint 99")],
    [
      "black under black stripes",
      '<Interior ss:Color="#FFFFFF" ss:Pattern="HorzStripe" ss:PatternColor="#000000"/>',
      seen("", "faint 99"),
    ],
    ["under thin stripes", '<Interior ss:Color="#FFFFFF" ss:Pattern="ThinHorzStripe"/>', seen("99")],
    ["small", '<Font ss:Size="2.5"/>', seen("99")],
    ["in a font of signs", '<Font ss:FontName="Wingdings"/>', seen("99", "unsure")],
    ["in a font of signs that nobody knows", '<Font ss:FontName="X" x:CharSet="2"/>', seen("99", "unsure")],
    ["from right to left", '<Alignment ss:ReadingOrder="RightToLeft"/>', seen("99", "unsure")],
    ["repeated over its column", '<Alignment ss:Horizontal="Fill"/>', seen("99", "unsure")],
    ["on the right", '<Alignment ss:Horizontal="Right" ss:ReadingOrder="LeftToRight"/>', seen("99")],
    ["crossed out", `<Borders>${DIAGONAL("Continuous")}</Borders>`, seen("99", "unsure")],
    ["with a diagonal of no style", `<Borders>${DIAGONAL("None")}</Borders>`, seen("99")],
    ["far from its edge", '<Alignment ss:Indent="9"/>', seen("99", "unsure")],
    ["near its edge", '<Alignment ss:Indent="1"/>', seen("99")],
    ["hidden by its format", '<NumberFormat ss:Format=";;;"/>', seen("", "otherwise 99")],
  ])("%s", async (_, style, expected) => {
    expect(await first(NUMBER, styled(style))).toEqual(expected);
  });

  it.each([
    ["General Number", "46112,5625"],
    ["General Date", "31/03/2026 13:30"],
    ["Long Date", "31/03/2026"],
    ["Medium Date", "31/03/2026"],
    ["Short Date", "31/03/2026"],
    ["Long Time", "13:30:00"],
    ["Medium Time", "1:30 PM"],
    ["Short Time", "13:30"],
    ["Currency", "46\u202f112,56 €"],
    ["Euro Currency", "46\u202f112,56 €"],
    ["Fixed", "46112,5625"],
    ["Standard", "46112,5625"],
    ["Percent", "4611256,25%"],
    ["Scientific", "46112,5625", "otherwise 46112,5625"],
    ["Yes/No", "Oui", "otherwise 46112,5625"],
    ["True/False", "Vrai", "otherwise 46112,5625"],
    ["On/Off", "Actif", "otherwise 46112,5625"],
  ])("a format by its name: %s", async (name, text, ...beside) => {
    const format = styled(`<NumberFormat ss:Format="${name}"/>`);
    expect(await first(NUMBER.replace("99", "46112.5625"), format)).toEqual(seen(text, ...beside));
  });

  it.each([
    ["Yes/No", "Oui", "Non"],
    ["True/False", "Vrai", "Faux"],
    ["On/Off", "Actif", "Inactif"],
  ])("a format by its name says no of zero, and yes of less: %s", async (name, yes, no) => {
    const format = styled(`<NumberFormat ss:Format="${name}"/>`);
    expect(await first(NUMBER.replace("99", "0"), format)).toEqual(seen(no, "otherwise 0"));
    expect(await first(NUMBER.replace("99", "-1"), format)).toEqual(seen(yes, "otherwise -1"));
  });

  it("of conditional formats, the first that holds is the only one", async () => {
    const two = (first: string) =>
      formats("R1C1", compared("Greater", first), "font-weight:700").replace(
        "</ConditionalFormatting>",
        "<Condition><Qualifier>Greater</Qualifier><Value1>9</Value1><Format Style='color:white'/></Condition></ConditionalFormatting>",
      );
    expect(await first(NUMBER, { more: two("98") })).toEqual(seen("99"));
    expect(await first(NUMBER, { more: two("99") })).toEqual(HIDDEN);
  });

  const formats = (range: string, condition: string, css: string): string =>
    `<ConditionalFormatting xmlns="urn:schemas-microsoft-com:office:excel"><Range> ${range} </Range><Condition>${condition}<Format Style='${css}'/></Condition></ConditionalFormatting>`;
  const compared = (qualifier: string, one: string, two = ""): string =>
    `<Qualifier> ${qualifier} </Qualifier><Value1>${one}</Value1>${two === "" ? "" : `<Value2>${two}</Value2>`}`;
  const HIDDEN = seen("", "faint 99");
  it.each([
    ["that holds", compared("Greater", "98"), HIDDEN],
    ["that does not hold", compared("Greater", "99"), seen("99")],
    ["at its bound", compared("GreaterOrEqual", "99"), HIDDEN],
    ["under its bound", compared("GreaterOrEqual", "99.25"), seen("99")],
    ["less", compared("Less", "100"), HIDDEN],
    ["not less", compared("Less", "99"), seen("99")],
    ["less or equal", compared("LessOrEqual", "=99"), HIDDEN],
    ["neither less nor equal", compared("LessOrEqual", "98"), seen("99")],
    ["equal", compared("Equal", "99.0"), HIDDEN],
    ["not equal", compared("Equal", "98"), seen("99")],
    ["that is not the same", compared("NotEqual", "98"), HIDDEN],
    ["that is the same", compared("NotEqual", "99"), seen("99")],
    ["between", compared("Between", "99", "-1"), HIDDEN],
    ["not between", compared("Between", "1", "98"), seen("99")],
    ["outside", compared("NotBetween", "1", "98"), HIDDEN],
    ["not outside", compared("NotBetween", "1", "100"), seen("99")],
    ["that would have to be computed", "<Value1>R1C1&gt;R2C1</Value1>", seen("99", "unsure")],
    ["with a cell for its bound", compared("Greater", "R1C1"), seen("99", "unsure")],
    ["with a bound that is no number", compared("Greater", "50%"), seen("99", "unsure")],
    ["that no program knows", compared("Any", "1"), seen("99", "unsure")],
    ["with one bound of two", compared("Between", "1"), seen("99", "unsure")],
  ])("a conditional format %s", async (_, condition, expected) => {
    expect(await first(NUMBER, { more: formats("R1C1:R2C2", condition, "color:white") })).toEqual(expected);
  });

  it.each([
    ["R1C1", true],
    ["R2C1", false],
    ["R1C2", false],
    ["C1", true],
    ["C2:C3", false],
    ["R1", true],
    ["R1:R1", true],
    ["R2:R9", false],
    ["R11C1", false],
    ["R1C1:R12C34", true],
    ["R12C34:R56C78", false],
    ["R1C11", false],
    ["R9C9, R1C1:R1C2", true],
    ["R1C1:R1C2,R9C9", true],
    ["", false],
    ["Any", false],
    ["AR1C1", false],
    ["R1C1A", false],
    ["R1C1:Any", false],
  ])("a conditional format lies over %j: %s", async (range, over) => {
    const more = formats(range, compared("Greater", "1"), "color:white");
    expect(await first(NUMBER, { more })).toEqual(over ? HIDDEN : seen("99"));
  });

  it.each(["R1", "R1:R1", "C1:C3", "R1C1:R2C3"])("a conditional format lies over all of %s", async (range) => {
    const more = formats(range, compared("Greater", "1"), "color:white");
    const { value } = await xml(`<Row>${cell("9").repeat(3)}</Row>`, { more });
    expect(show(value[0])).toEqual(["||"]);
  });

  it.each([
    ["color : #FFFFFF", HIDDEN],
    ["COLOR:White", HIDDEN],
    ["color:black; background:black", HIDDEN],
    ["background:#000000", HIDDEN],
    ["color:white;background: blue;background:#1f497d", seen("99")],
    ["text-line-through:single", seen("", "struck 99")],
    ["text-decoration:line-through", seen("", "struck 99")],
    ["text-line-through:none", seen("99")],
    ["font-weight:700", seen("99")],
    ["", seen("99")],
  ])("a conditional format changes what its style says: %s", async (css, expected) => {
    const more = formats("R1C1", compared("Greater", "1"), css);
    expect(await first(NUMBER, { more })).toEqual(expected);
    expect(await first(NUMBER, { more: more.replace("Format Style", "Format x:Style") })).toEqual(expected);
  });

  it("a conditional format without a style changes nothing, and one over a white cell keeps it white", async () => {
    const more = formats("R1C1", compared("Greater", "1"), "font-weight:700").replace(/<Format [^>]*>/, "");
    expect(await first(NUMBER, { more })).toEqual(seen("99"));
    const white = styled('<Font ss:Color="#FFFFFF"/><Interior ss:Color="#FF0000" ss:Pattern="Solid"/>');
    expect(await first(NUMBER, { more, ...white })).toEqual(seen("99"));
    expect(await first(NUMBER, { more, ...styled('<Font ss:Color="#FFFFFF"/>') })).toEqual(HIDDEN);
  });

  it("a date that no format of dates shows", async () => {
    const date = `<Row>${cell("1900-01-12T00:00:00.000", 'ss:StyleID="s"', "DateTime")}</Row>`;
    expect(await first(date)).toEqual(seen("12", "other"));
    expect(await first(date, styled('<NumberFormat ss:Format="Short Date"/>'))).toEqual(seen("12/01/1900"));
  });

  it("a style is laid over its parent, and all over the default one", async () => {
    const styles =
      '<Style ss:ID="Default"><Font ss:StrikeThrough="1"/></Style><Style ss:ID="s"><NumberFormat/></Style>';
    expect(await first(NUMBER, { styles })).toEqual(seen("", "struck 99"));
    const parent =
      '<Style ss:ID="p"><Font ss:StrikeThrough="1"/><NumberFormat ss:Format="0%"/><Alignment ss:Horizontal="Fill"/><Interior ss:Color="#FF0000" ss:Pattern="Solid"/></Style>';
    const child = (content: string) =>
      first(NUMBER, { styles: `${parent}<Style ss:ID="s" ss:Parent="p">${content}</Style>` });
    expect(await child("")).toEqual(seen("", "struck 9900%"));
    expect(await child("<Font/>")).toEqual(seen("9900%", "unsure"));
    expect(await child('<Font/><Alignment ss:Horizontal="Left"/>')).toEqual(seen("9900%"));
    expect(await child('<Font ss:Color="#FFFFFF"/><Alignment/><NumberFormat ss:Format="0"/>')).toEqual(seen("99"));
    expect(await child('<Font ss:Color="#FF0000"/><Alignment/>')).toEqual(seen("", "faint 9900%"));
    expect(await first(`<Row>${cell("99")}</Row>`, { styles: styles.replace('ss:ID="s"', 'ss:ID="t"') })).toEqual(
      seen("", "struck 99"),
    );
    expect(await first(`<Row ss:StyleID="s">${cell("99")}</Row>`, styled('<Font ss:StrikeThrough="1"/>'))).toEqual(
      seen("", "struck 99"),
    );
    expect(await first(NUMBER.replace("<Row>", '<Row ss:StyleID="t">'), styled("<Font/>"))).toEqual(seen("99"));
    const back = '<Style ss:ID="p"><Alignment ss:Horizontal="Left" ss:Indent="9"/></Style>';
    const indented = (content: string) =>
      first(NUMBER, { styles: `${back}<Style ss:ID="s" ss:Parent="p">${content}</Style>` });
    expect([await indented(""), await indented("<Alignment/>")]).toEqual([seen("99", "unsure"), seen("99")]);
    const loop = '<Style ss:ID="s" ss:Parent="t"/><Style ss:ID="t" ss:Parent="s"/>';
    expect(await first(NUMBER, { styles: loop })).toEqual(seen("99"));
  });

  it.each([
    ["<html:S>11</html:S>9", "9", "struck 11"],
    ["12<html:Sup>1</html:Sup>", "12¹"],
    ["12<html:Sub>1</html:Sub>", "12₁"],
    ["12<html:S><html:Sup>1</html:Sup></html:S>", "12", "struck 1"],
    ['<html:Font html:Size="2">9</html:Font>12', "12", "faint 9"],
    ['<html:Font html:Size="8">9</html:Font>12', "912", "unsure 912"],
    ['<html:Font html:Size="10">9</html:Font>12', "912"],
    ['<html:Font html:Face="X" x:CharSet="2">9</html:Font>12', "12", "unsure 9"],
    ['<html:Font html:Color="#FFFFFF"><html:Font html:Size="11">9</html:Font></html:Font>12', "12", "faint 9"],
    ['<html:Font html:Color="#FFFFFF">9</html:Font>12', "12", "faint 9"],
    ['<html:Font html:Face="Wingdings">9</html:Font>12', "12", "unsure 9"],
    ["<html:B>1</html:B>2", "12"],
  ])("%s", async (data, text, ...beside) => {
    expect(await first(`<Row>${cell(data, "", "String")}</Row>`)).toEqual(seen(text, ...beside));
  });

  it("a figure that is wider than its column, or higher than its row, is cut", async () => {
    const rows = (height: string): string => `<Row ss:Height="${height}">${cell("1012")}</Row>`;
    expect(await first(rows("15"), { columns: '<Column ss:Width="20"/>' })).toEqual(seen("1012", "unsure"));
    expect(await first(rows("15"), { columns: '<Column ss:Width="24"/>' })).toEqual(seen("1012"));
    expect(await first(rows("6"))).toEqual(seen("1012", "unsure"));
    const shrunk = (value: string) =>
      first(`<Row ss:Height="15">${cell("1012", 'ss:StyleID="t"')}</Row>`, {
        columns: '<Column ss:Width="12"/>',
        styles: `<Style ss:ID="t"><Alignment ss:ShrinkToFit="${value}"/></Style>`,
      });
    expect([await shrunk("1"), await shrunk("0")]).toEqual([seen("1012"), seen("1012", "unsure")]);
    const turned = (alignment: string) =>
      first(`<Row ss:Height="15">${cell("1012", 'ss:StyleID="t"')}</Row>`, {
        styles: `<Style ss:ID="t"><Alignment ${alignment}/></Style>`,
      });
    expect(await turned('ss:Rotate="90"')).toEqual(seen("1012", "unsure"));
    expect(await turned('ss:Rotate="-90"')).toEqual(seen("1012", "unsure"));
    expect(await turned('ss:Rotate="45"')).toEqual(seen("1012"));
    expect(await turned('ss:VerticalText="1"')).toEqual(seen("1012", "unsure"));
  });

  it("rows, columns and sheets that are hidden; places, merges, dates since 1904", async () => {
    const rows = `<Row>${cell("1")}${cell("2", 'ss:Index="3"')}</Row><Row ss:Hidden="1">${cell("3", 'ss:MergeAcross="1"')}</Row><Row ss:Index="4" ss:Height="0">${cell("4")}</Row>`;
    const { value } = await xml(rows, {
      columns: '<Column ss:Index="2" ss:Hidden="1"/>',
      options: "<Visible>SheetVeryHidden</Visible>",
    });
    expect(show(value[0])).toEqual(["1||2", "3{1x2}|^|", "||", "4||"]);
    expect([value[0]?.hidden, value[0]?.hiddenRows, value[0]?.hiddenColumns]).toEqual([true, [1, 3], [1]]);
    expect(
      await first(NUMBER.replace("99", "46112"), {
        ...styled('<NumberFormat ss:Format="mmm-yy"/>'),
        book: '<ExcelWorkbook xmlns="urn:schemas-microsoft-com:office:excel"><Date1904/></ExcelWorkbook>',
      }),
    ).toEqual(seen("avril 2030"));
    expect(
      await first(NUMBER.replace("99", "46112"), {
        ...styled('<NumberFormat ss:Format="mmm-yy"/>'),
        book: '<ExcelWorkbook xmlns="urn:schemas-microsoft-com:office:excel"><ProtectStructure>False</ProtectStructure></ExcelWorkbook>',
      }),
    ).toEqual(seen("mars 2026"));
    expect(await first(`<Row>${cell("0")}</Row>`, { options: "<DoNotDisplayZeros/>" })).toEqual(seen("", "hidden 0"));
    expect(await first(`<Row>${cell("0")}</Row>`, { options: "<Visible>SheetVisible</Visible>" })).toEqual(seen("0"));
  });

  it.each([
    [
      "several rows that are hidden at once",
      '<Row/><Row ss:Hidden="1" ss:Span="2"/>ROW',
      ["", "", "", "", "1"],
      [1, 2, 3],
      undefined,
    ],
    ["several rows that are empty at once", '<Row ss:Span="1"/>ROW', ["", "", "1"], undefined, undefined],
    ["a row that says how high it is", '<Row ss:Height="5"/>ROW', ["", "1"], undefined, undefined],
    ["a row that is lower than a sign", '<Row ss:Height="4.9"/>ROW', ["", "1"], [0], undefined],
    ["a row that is shown", '<Row ss:Hidden="0"/>ROW', ["", "1"], undefined, undefined],
    [
      "columns that are hidden",
      '<Column/><Column ss:Hidden="1" ss:Span="1"/><Column/>WIDE',
      ["1|2|3|4"],
      undefined,
      [1, 2],
    ],
    ["columns after others", '<Column ss:Span="1"/><Column ss:Hidden="1"/>WIDE', ["1|2|3|4"], undefined, [2]],
    [
      "a column that is narrower than a sign",
      '<Column ss:Width="3.6"/><Column ss:Width="3.7"/>WIDE',
      ["1|2|3|4"],
      undefined,
      [0],
    ],
  ])("%s", async (_, written, shown, hiddenRows, hiddenColumns) => {
    const wide = `<Row>${["1", "2", "3", "4"].map((value) => cell(value)).join("")}</Row>`;
    const { value } = await xml(written.replace("ROW", `<Row>${cell("1")}</Row>`).replace("WIDE", wide));
    expect(show(value[0])).toEqual(shown);
    expect([value[0]?.hiddenRows, value[0]?.hiddenColumns]).toEqual([hiddenRows, hiddenColumns]);
  });

  it("rows of no height, and columns of no width, unless they say their own", async () => {
    const { value } = await xml(`<Row>${cell("1")}${cell("2")}</Row><Row ss:Height="15">${cell("3")}</Row>`, {
      columns: '<Column ss:Index="2" ss:Width="48"/>',
      table: 'ss:DefaultRowHeight="0" ss:DefaultColumnWidth="0"',
    });
    expect([value[0]?.hiddenRows, value[0]?.hiddenColumns]).toEqual([[0], [0]]);
    const usual = await xml(`<Row>${cell("1")}</Row>`, {
      table: 'ss:DefaultRowHeight="15" ss:DefaultColumnWidth="60"',
    });
    expect([usual.value[0]?.hiddenRows, usual.value[0]?.hiddenColumns]).toEqual([undefined, undefined]);
  });

  it("merges over rows and columns, after which the next cell stands", async () => {
    const rows = `<Row>${cell("1", 'ss:MergeAcross="1" ss:MergeDown="1"')}${cell("2")}</Row><Row>${cell("3", 'ss:Index="3"')}</Row>`;
    expect(show((await xml(rows)).value[0])).toEqual(["1{2x2}|^|2", "^|^|3"]);
    const down = `<Row>${cell("1", 'ss:MergeDown="1"')}${cell("2")}</Row><Row>${cell("3", 'ss:Index="2"')}</Row>`;
    expect(show((await xml(down)).value[0])).toEqual(["1{2x1}|2", "^|3"]);
  });

  it.each([
    ["DateTime", "2026-03-31T00:00:00.000", "46112", "other"],
    ["Boolean", "1", "VRAI"],
    ["Boolean", "0", "FAUX"],
    ["Error", " #REF! ", "#REF!"],
    ["Number", " 12 ", "12"],
    ["Number", "1.25E+1", "12,5"],
    ["Number", "12e-1", "1,2"],
    ["Number", "1.5E10", "15000000000", "unsure"],
    ["Number", ".25", "0,25"],
    ["Number", "+12.", "12"],
    ["String", "a<html:B>b<html:I>c</html:I></html:B>", "abc"],
    ["String", "a&#10;b", "a\nb"],
  ])("a value that is a %s: %s", async (type, data, text, ...beside) => {
    expect(await first(`<Row>${cell(data, "", type)}</Row>`)).toEqual(seen(text, ...beside));
  });

  it("a formula: its result, a result that is awaited, formulas shown in place of their results", async () => {
    const computed = cell("12", 'ss:Formula="=INDIRECT(R[1]C)"');
    const sum = `<Row>${cell("12", 'ss:Formula="=RC[1]+RC[2]"')}${cell("7")}${cell("6")}</Row>`;
    expect(await first(sum)).toEqual(seen("12", "stale =RC[1]+RC[2]"));
    expect(await first(sum.replace(">6<", ">5<"))).toEqual(seen("12"));
    expect(await first(`<Row>${computed}</Row>`)).toEqual(seen("12"));
    expect(await first(`<Row>${computed}</Row>`, { options: "<DisplayFormulas/>" })).toEqual(seen("12", "unsure"));
    expect(await first(`<Row>${cell("12")}</Row>`, { options: "<DisplayFormulas/>" })).toEqual(seen("12"));
    const waiting = await xml(`<Row>${cell("1")}<Cell ss:Formula="=R[1]C"/></Row>`);
    expect(rules(waiting)).toEqual(["warning formula-without-value"]);
    expect(waiting.issues[0]?.message).toContain("La cellule B1 de « IS101 »");
    for (const type of ["Number", "String"])
      expect(rules(await xml(`<Row>${cell("1")}${cell("", 'ss:Formula="=R[1]C"', type)}</Row>`))).toEqual([
        "warning formula-without-value",
      ]);
  });

  it("several sheets, of which one has no name, and none of what a workbook may leave out", async () => {
    const sheets = ['<Worksheet ss:Name="A">', "<Worksheet>"].map(
      (open, i) => `${open}<Table><Row>${cell(String(i))}</Row></Table></Worksheet>`,
    );
    const { value, issues } = await readXls(
      source(
        "a.xls",
        `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">${sheets.join("")}<Worksheet ss:Name="Vide"/></Workbook>`,
      ),
    );
    expect(issues).toEqual([]);
    expect(value.map((grid) => [grid.part, grid.hidden, ...show(grid)])).toEqual([
      ["A", undefined, "0"],
      ["Feuille 2", undefined, "1"],
    ]);
    expect(value.flatMap(showBeside)).toEqual([]);
  });

  it.each([
    [
      "a number that is none",
      `<Row/><Row>${cell("1")}${cell("1x2")}</Row>`,
      "feuille 1, ligne 2, cellule 2, nombre impossible « 1x2 »",
    ],
    ["a number that ends otherwise", `<Row>${cell("12x")}</Row>`, "nombre impossible « 12x »"],
    ["a number that begins otherwise", `<Row>${cell("x12")}</Row>`, "nombre impossible"],
    ["a number of another base", `<Row>${cell("0x0C")}</Row>`, "nombre impossible « 0x0C »"],
    ["a number without end", `<Row>${cell("1e999")}</Row>`, "nombre impossible"],
    ["a long number that is none", `<Row>${cell("x".repeat(99))}</Row>`, `« ${"x".repeat(40)} »`],
    ["a date that is none", `<Row>${cell("2026-02-30", "", "DateTime")}</Row>`, "date impossible « 2026-02-30 »"],
    [
      "two values",
      `<Row>${cell("1")}<Cell><Data ss:Type="Number">1</Data><Data ss:Type="Number">2</Data></Cell></Row>`,
      "ligne 1, cellule 2 de plusieurs valeurs",
    ],
    ["a number in pieces", `<Row>${cell("1<html:B>2</html:B>")}</Row>`, "valeur de plusieurs façons"],
    ["a row that goes back", '<Row ss:Index="3"/><Row ss:Index="2"/>', "ligne « 2 » impossible"],
    ["a row within others", '<Row ss:Span="2"/><Row ss:Index="3"/>', "ligne « 3 » impossible"],
    ["a row of no number", '<Row ss:Index="x"/>', "ligne « x » impossible"],
    [
      "a cell that goes back",
      `<Row>${cell("1", 'ss:Index="3"')}${cell("1", 'ss:Index="2"')}</Row>`,
      "cellule « 2 » impossible",
    ],
    [
      "a cell within a merge",
      `<Row>${cell("1", 'ss:MergeAcross="2"')}${cell("1", 'ss:Index="3"')}</Row>`,
      "cellule « 3 » impossible",
    ],
    [
      "a merge of no number",
      `<Row>${cell("1")}${cell("1", 'ss:MergeAcross="x"')}</Row>`,
      "fusion de la cellule 2 impossible",
    ],
    ["a merge of half a row", `<Row>${cell("1", 'ss:MergeDown="0.5"')}</Row>`, "fusion de la cellule 1 impossible"],
    ["a row too far", '<Row ss:Index="1048577"/>', "ligne « 1048577 » impossible"],
    ["a cell too far", `<Row>${cell("1", 'ss:Index="16385"')}</Row>`, "cellule « 16385 » impossible"],
    ["an unknown type", `<Row>${cell("1", "", "Any")}</Row>`, "type inconnu « Any »"],
    ["no type", "<Row><Cell><Data>1</Data></Cell></Row>", "type inconnu « »"],
  ])("is refused with %s, which is named", async (_, rows, words) => {
    const result = await xml(rows);
    expect(rules(result)).toEqual(["error file-unreadable"]);
    expect(result.issues[0]?.actual?.replace("«  »", "« »")).toContain(words);
  });

  it("is refused with a row below a merge that does not say its place, as LibreOffice writes and opens it", async () => {
    const rows = `<Row>${cell("1", 'ss:MergeDown="1"')}${cell("2")}</Row><Row>${cell("3")}${cell("4")}</Row>`;
    const { value, issues } = await xml(rows);
    expect(value).toEqual([]);
    expect(issues).toMatchObject([
      {
        rule: "file-unreadable",
        message: expect.stringContaining("décalés d'une colonne"),
        hint: expect.stringContaining("le classeur dont il a été tiré"),
        actual: "feuille 1, ligne 2, cellule 1 sous une fusion, sans dire sa place",
      },
    ]);
  });

  it("is refused when it is no workbook, or no XML", async () => {
    const other = await readXls(source("a.xls", '<?xml version="1.0"?><a/>'));
    expect([...rules(other), other.issues[0]?.actual]).toEqual(["error file-unreadable", "XML sans classeur"]);
    const cut = await readXls(source("a.xls", '<?xml version="1.0"?><a>'));
    expect(cut.issues[0]?.message).toContain("un classeur Excel (.xls)");
    expect(cut.issues[0]?.actual).toContain("classeur XML : ");
  });
});
