/** What a person sees of an .ods is what is read: its elements are written here as no library writes them. */
import { describe, expect, it } from "vitest";
import { holdsAgainst } from "../../../scripts/read/sheet/ods/data-styles.ts";
import { rules, show } from "../source.ts";
import { cell, first, float, read, row, STRUCK, seen, style, text, texts, WHITE } from "./hand-made-ods.ts";

describe("the value that is stored and the text that is shown", () => {
  it.each([
    ["the same", float("12", "12"), seen("12")],
    ["another number", float("99", "12"), seen("12", "otherwise 99")],
    ["rounded", float("1234.5", "1,235"), seen("1234,5")],
    ["grouped in French", float("1012", "1 012"), seen("1012")],
    ["of the other sign", float("-12", "12"), seen("12", "otherwise -12")],
    ["between brackets", float("-12", "(12)"), seen("-12")],
    ["in thousands", float("12000", "12"), seen("12", "otherwise 12000")],
    ["with a word", float("7", "7 faits"), seen("7 faits")],
    ["two numbers", float("7", "7 sur 9"), seen("7 sur 9", "otherwise 7")],
    ["nothing is shown", float("99", ""), seen("", "otherwise 99")],
    ["no text is stored", float("12", "-none-"), seen("12")],
    ["a zero left blank", float("0", ""), seen("", "otherwise 0")],
    ["a zero as a dash", float("0", " - "), seen("0")],
    ["a value that is no number", float("0x0C", "12"), seen("12", "unsure")],
    ["no value", cell("<text:p>12</text:p>", 'office:value-type="float"'), seen("12", "unsure")],
    [
      "a text that is another",
      cell("<text:p>12</text:p>", 'office:value-type="string" office:string-value="98"'),
      seen("12", "otherwise 98"),
    ],
    [
      "a percentage that is not shown as one",
      cell("<text:p>12</text:p>", 'office:value-type="percentage" office:value="12"'),
      seen("12", "otherwise 1200 %"),
    ],
    [
      "a percentage",
      cell("<text:p>12,5%</text:p>", 'office:value-type="percentage" office:value="0.12501"'),
      seen("12,5 %"),
    ],
    [
      "a date shown as a day",
      cell("<text:p>12</text:p>", 'office:value-type="date" office:date-value="2026-02-12"'),
      seen("12", "otherwise 2026-02-12"),
    ],
    [
      "a boolean shown as a number",
      cell("<text:p>1</text:p>", 'office:value-type="boolean" office:boolean-value="true"'),
      seen("1", "otherwise true"),
    ],
    [
      "a note beside",
      cell(
        "<office:annotation><text:p>99</text:p></office:annotation><text:p>12</text:p>",
        'office:value-type="float" office:value="12"',
      ),
      seen("12"),
    ],
    [
      "a reading above the text",
      text("12<text:ruby><text:ruby-base/><text:ruby-text>9</text:ruby-text></text:ruby>"),
      seen("12"),
    ],
  ])("%s", async (_, one, expected) => {
    expect(await first(row(one))).toEqual(expected);
  });

  const format = (content: string, more = ""): string =>
    `<number:number-style style:name="n">${content}</number:number-style>${more}${style("table-cell", "c", "", 'style:data-style-name="n"')}`;
  it.each([
    ["a plain format", format('<number:number number:decimal-places="0"/>'), seen("99")],
    ["a word", format("<number:number/><number:text> faits</number:text>"), seen("99")],
    ["no number", format("<number:text>12</number:text>"), seen("99", "otherwise 99")],
    ["a digit more", format("<number:number/><number:text>1</number:text>"), seen("99", "otherwise 99")],
    ["thousands", format('<number:number number:display-factor="1000"/>'), seen("99", "otherwise 99")],
    [
      "a condition that does not hold",
      format('<number:number/><style:map style:condition="value()&lt;0" style:apply-style-name="m"/>'),
      seen("99"),
    ],
    [
      "a condition that holds",
      format(
        '<number:number/><style:map style:condition="value()&gt;=10" style:apply-style-name="m"/>',
        '<number:number-style style:name="m"><number:text>12</number:text></number:number-style>',
      ),
      seen("99", "otherwise 99"),
    ],
    [
      "a condition on the sign",
      format(
        '<number:text>-</number:text><number:number/><style:map style:condition="value()&gt;=0" style:apply-style-name="m"/>',
        '<number:number-style style:name="m"><number:number/></number:number-style>',
      ),
      seen("99"),
    ],
    ["white", format(`<style:text-properties ${WHITE}/><number:number/>`), seen("", "faint 99")],
    ["yellow", format('<style:text-properties fo:color="#ffff00"/><number:number/>'), seen("", "faint 99")],
    ["a day", format("<number:day/>").replaceAll("number-style", "date-style"), seen("99", "otherwise 99")],
    ["hours", format("<number:hours/>").replaceAll("number-style", "time-style"), seen("99", "otherwise 99")],
    ["a text", format("<number:text-content/>").replaceAll("number-style", "text-style"), seen("99")],
    [
      "a text with a digit",
      format("<number:text>1</number:text><number:text-content/>").replaceAll("number-style", "text-style"),
      seen("99", "otherwise 99"),
    ],
  ])("a program shows the number by its format: %s", async (_, styles, expected) => {
    expect(await first(row(float("99", "99")), styles)).toEqual(expected);
  });

  it("a zero as a dash, by its format", async () => {
    const accounting = format(
      '<number:number/><style:map style:condition="value()=0" style:apply-style-name="m"/>',
      '<number:number-style style:name="m"><number:text> -</number:text></number:number-style>',
    );
    expect(await first(row(float("0", " -")), accounting)).toEqual(seen("0"));
    expect(await first(row(float("0", "")), accounting)).toEqual(seen("", "otherwise 0"));
  });

  it.each([
    ["of:=SUM([.B1:.C1])", "9", undefined],
    ["of:=SUM([.B1:.C1])", "12", ["stale SUM([.B1:.C1])"]],
    ["of:=[.B1]+[.C1]", "12", ["stale [.B1]+[.C1]"]],
    ["of:=[.B1]*[.C1]", "99", ["stale [.B1]*[.C1]"]],
    ["of:=SUBTOTAL(9;[.B1:.C1])", "9", undefined],
    ["of:=SUBTOTAL(109;[.B1:.C1])", "99", ["stale SUBTOTAL(109;[.B1:.C1])"]],
    ["of:=5+7", "99", ["stale 5+7"]],
    ["of:=ROUND([.B1];0)", "4", undefined],
    ["of:=IF([.B1]>[.C1];1;[$F.C1])", "1", ["stale IF([.B1]>[.C1];1;[$F.C1])"]],
    ["of:=INDIRECT([.B1])", "99", undefined],
  ])("%s stored as %s", async (formula, value, beside) => {
    const cells = float(value, value, `table:formula="${formula}"`) + float("4", "4") + float("5", "5");
    expect((await first(row(cells))).beside).toEqual(beside);
  });
});

describe("the look of a cell or of a piece of its text", () => {
  it.each([
    ["struck out", texts(STRUCK), seen("", "struck 99")],
    ["struck out, by type", texts('style:text-line-through-type="double"'), seen("", "struck 99")],
    ["white", texts(WHITE), seen("", "faint 99")],
    ["white on blue", `${texts(WHITE)}<style:table-cell-properties fo:background-color="#1f497d"/>`, seen("99")],
    ["black on black", '<style:table-cell-properties fo:background-color="#000000"/>', seen("", "faint 99")],
    ["a point high", texts('fo:font-size="1pt"'), seen("", "faint 99")],
    ["hidden", texts('text:display="none"'), seen("", "hidden 99")],
    ["repeated", '<style:table-cell-properties style:repeat-content="true"/>', seen("99", "unsure")],
    ["crossed out", '<style:table-cell-properties style:diagonal-bl-tr="0.5pt solid #ff0000"/>', seen("99", "unsure")],
    ["not crossed out", '<style:table-cell-properties style:diagonal-bl-tr="none"/>', seen("99")],
    ["larger than its column", texts('fo:font-size="72pt"'), seen("99", "unsure")],
    ["the usual one", texts('fo:color="#000000" fo:font-size="10pt"'), seen("99")],
  ])("%s", async (_, properties, expected) => {
    expect(await first(row(float("99", "99")), style("table-cell", "c", properties))).toEqual(expected);
    // by a parent of the shared styles, and by the default of all cells
    const child = style("table-cell", "c", "", 'style:parent-style-name="p"');
    expect(await first(row(float("99", "99")), child, style("table-cell", "p", properties))).toEqual(expected);
    const usual = `<style:default-style style:family="table-cell">${properties}</style:default-style>`;
    expect(await first(row(float("99", "99")), "", usual)).toEqual(expected);
  });

  it("automatic ink, to which LibreOffice gives no opacity, is seen; its own white over it is not", async () => {
    const usual = `<style:default-style style:family="table-cell">${texts('style:use-window-font-color="true" loext:opacity="0%"')}</style:default-style>`;
    expect(await first(row(float("99", "99")), "", usual)).toEqual(seen("99"));
    const white = style("table-cell", "c", texts(WHITE));
    expect(await first(row(float("99", "99")), white, usual)).toEqual(seen("", "faint 99"));
    const clear = style("table-cell", "c", texts('fo:color="#000000" loext:opacity="0%"'));
    expect(await first(row(float("99", "99")), clear, usual)).toEqual(seen("", "faint 99"));
  });

  const span = (content: string): string => `<text:span text:style-name="s">${content}</text:span>`;
  it.each([
    ["struck out", STRUCK, `${span("11")}9`, seen("9", "struck 11")],
    ["raised", 'style:text-position="super 58%"', `12${span("1")}`, seen("12¹")],
    ["lowered", 'style:text-position="-33% 58%"', `12${span("1")}`, seen("12₁")],
    ["white", WHITE, `${span("9")}12`, seen("12", "faint 9")],
    ["hidden", 'text:display="none"', `${span("9")}12`, seen("12", "hidden 9")],
    ["bold", 'fo:font-weight="bold"', `${span("1")}2`, seen("12")],
  ])("a piece of text: %s", async (_, properties, content, expected) => {
    expect(await first(row(text(content)), style("text", "s", texts(properties)))).toEqual(expected);
  });

  it("a piece of a number struck out", async () => {
    const cells = row(float("9", `${span("11")}9`));
    expect((await first(cells, style("text", "s", texts(STRUCK)))).beside).toEqual(["struck 11", "otherwise 9"]);
  });

  const white = style("table-cell", "w", texts(WHITE));
  const map = (condition: string): string =>
    `${white}${style("table-cell", "c", `<style:map style:condition="${condition}" style:apply-style-name="w"/>`)}`;
  it.each([
    ["that holds", map("cell-content()&gt;50"), seen("", "faint 99")],
    ["that does not hold", map("cell-content()&gt;100"), seen("99")],
    ["that may hold", map("is-true-formula([.B1]&gt;2)"), seen("99", "unsure")],
  ])("a condition %s", async (_, styles, expected) => {
    expect(await first(row(float("99", "99")), styles)).toEqual(expected);
  });

  it.each([
    [
      "a condition that shows another figure",
      '<calcext:condition calcext:apply-style-name="f" calcext:value="&gt;50"/>',
      "unsure",
    ],
    ["a condition that shows it as it is", '<calcext:condition calcext:apply-style-name="g" calcext:value="&gt;50"/>'],
    ["a condition on today's date", '<calcext:date-is calcext:style="w" calcext:date="today"/>', "unsure"],
    ["bars as dark as the ink", '<calcext:data-bar calcext:positive-color="#000000"/>', "unsure"],
    ["bars beside the figure", '<calcext:data-bar calcext:positive-color="#638ec6"/>'],
  ])("%s", async (_, inner, ...beside) => {
    const formats = `<calcext:conditional-formats><calcext:conditional-format calcext:target-range-address="F.A1:F.A1">${inner}</calcext:conditional-format></calcext:conditional-formats>`;
    const numbers =
      '<number:number-style style:name="n12"><number:text>12</number:text></number:number-style><number:number-style style:name="n"><number:number/></number:number-style>';
    const named =
      style("table-cell", "f", "", 'style:data-style-name="n12"') +
      style("table-cell", "g", "", 'style:data-style-name="n"');
    expect(await first(row(float("99", "99")) + formats, white + numbers + named)).toEqual(seen("99", ...beside));
  });

  it("a condition of the whole table names a style as people see it", async () => {
    const formats =
      '<calcext:conditional-formats><calcext:conditional-format calcext:target-range-address="F.A1:F.B9"><calcext:condition calcext:apply-style-name="en blanc" calcext:value="&gt;50"/></calcext:conditional-format></calcext:conditional-formats>';
    const named = style("table-cell", "en_20_blanc", texts(WHITE), 'style:display-name="en blanc"');
    expect(await first(row(float("99", "99")) + formats, named)).toEqual(seen("", "faint 99"));
  });

  it.each([
    ["F.A1:F.B9", true],
    ["F.C1:F.C9 F.A1:F.A9", true],
    ["'IS 101'.A1:'IS 101'.B9", true],
    ["'L''état 101'.C1 'L''état 101'.A1:'L''état 101'.B9", true],
    ["'IS 101'.B1:'IS 101'.B9", false],
  ])("a condition of the whole table, over %s", async (ranges, isHidden) => {
    const formats = `<calcext:conditional-formats><calcext:conditional-format calcext:target-range-address="${ranges}"><calcext:condition calcext:apply-style-name="w" calcext:value="&gt;50"/></calcext:conditional-format></calcext:conditional-formats>`;
    expect(await first(row(float("99", "99")) + formats, white)).toEqual(isHidden ? seen("", "faint 99") : seen("99"));
  });
});

describe("what is not shown of an .ods", () => {
  const three = [1, 2, 3].map((n) => float(String(n), String(n))).join("");
  const low = style("table-row", "low", '<style:table-row-properties style:row-height="0cm"/>');
  const narrow = style("table-column", "low", '<style:table-column-properties style:column-width="0.01in"/>');
  it.each([
    ["a hidden row", row(three) + row(three, 'table:visibility="collapse"') + row(three), [1], undefined],
    ["a row that is filtered out", row(three) + row(three, 'table:visibility="filter"') + row(three), [1], undefined],
    [
      "rows of a closed group",
      `${row(three)}<table:table-row-group table:display="false">${row(three, 'table:number-rows-repeated="2"')}</table:table-row-group>${row(three)}`,
      [1, 2],
      undefined,
    ],
    ["a row of no height", row(three) + row(three, 'table:style-name="low"') + row(three), [1], undefined],
    [
      "a hidden column",
      `<table:table-column/><table:table-column table:visibility="collapse"/>${row(three)}`,
      undefined,
      [1],
    ],
    [
      "columns of no width",
      `<table:table-columns><table:table-column/><table:table-column table:style-name="low" table:number-columns-repeated="2"/></table:table-columns>${row(three)}`,
      undefined,
      [1, 2],
    ],
  ])("%s", async (_, rows, hiddenRows, hiddenColumns) => {
    const { value } = await read(rows, low + narrow);
    expect([value[0]?.hiddenRows, value[0]?.hiddenColumns]).toEqual([hiddenRows, hiddenColumns]);
  });

  it("a cell that is secret, where its sheet is protected", async () => {
    const secret = style("table-cell", "c", '<style:table-cell-properties style:cell-protect="hidden-and-protected"/>');
    const shown = (more: string) => first(row(float("99", "99")), secret, "", "", more);
    expect(await shown('table:protected="true"')).toEqual(seen("", "hidden 99"));
    expect(await shown("")).toEqual(seen("99"));
  });

  it("a figure under a picture", async () => {
    const picture = '<draw:frame table:end-cell-address="F.B1"><draw:image/></draw:frame>';
    const one = cell(`${picture}<text:p>9</text:p>`, 'office:value-type="float" office:value="9"');
    const { value } = await read(row(one + three));
    expect(value[0]?.rows[0]?.map((c) => c.beside?.map((b) => `${b.kind} ${b.text}`).join())).toEqual([
      "covered 9",
      "covered 1",
      undefined,
      undefined,
    ]);
  });

  it("a text box that holds the figure of a cell that is empty", async () => {
    const box = "<draw:custom-shape><text:p>12</text:p></draw:custom-shape>";
    const { value } = await read(row(cell(box) + three));
    expect(value[0]?.rows[0]?.[0]?.beside).toEqual([{ kind: "other", text: "12" }]);
  });

  it("is refused where a figure is repeated without end", async () => {
    const rows = row(float("12", "12", 'table:number-columns-repeated="1000000000000000"') + float("9", "9"));
    expect(rules(await read(rows))).toEqual(["warning file-too-large"]);
    const many = row(float("12", "12"), 'table:number-rows-repeated="1000000000000000"') + row(float("9", "9"));
    expect(rules(await read(many))).toEqual(["warning file-too-large"]);
  });

  it("a place far below that is empty costs nothing", async () => {
    const rows = row(float("12", "12")) + row("<table:table-cell/>", 'table:number-rows-repeated="1000000000000000"');
    expect(show((await read(rows)).value[0])).toEqual(["12"]);
  });
});

describe("the look that a cell of an .ods has from elsewhere", () => {
  const bare = '<table:table-cell office:value-type="float" office:value="99"><text:p>99</text:p></table:table-cell>';
  const white = style("table-cell", "w", texts(WHITE));
  const column = (more: string): string => `<table:table-column ${more}/>`;

  it("from its row or its column, when it names no style", async () => {
    expect(await first(column('table:default-cell-style-name="w"') + row(bare), white)).toEqual(seen("", "faint 99"));
    expect(await first(row(bare, 'table:default-cell-style-name="w"'), white)).toEqual(seen("", "faint 99"));
    expect(await first(column('table:default-cell-style-name="w"') + row(float("99", "99")), white)).toEqual(
      seen("99"),
    );
  });

  it("from a font whose digits draw something else, by its name or the name of its family", async () => {
    const faces = '<style:font-face style:name="F1" svg:font-family="\'Wingdings\'"/>';
    for (const name of ['style:font-name="Wingdings"', 'fo:font-family="Code 128"', 'style:font-name="F1"'])
      expect(await first(row(float("99", "99")), style("table-cell", "c", texts(name)) + faces)).toEqual(
        seen("", "unsure 99"),
      );
    expect(await first(row(float("99", "99")), style("table-cell", "c", texts('style:font-name="Symbol"')))).toEqual(
      seen("99"),
    );
  });

  it("from a transparent ink, a size that is a small share, a turn upside down, an order from right to left", async () => {
    const look = (content: string) => first(row(float("99", "99")), style("table-cell", "c", content));
    expect(await look(texts('loext:opacity="0%"'))).toEqual(seen("", "faint 99"));
    expect(await look(texts('fo:font-size="5%"'))).toEqual(seen("", "faint 99"));
    expect(await look(texts('fo:font-size="58%"'))).toEqual(seen("99"));
    expect(await look('<style:table-cell-properties style:rotation-angle="180"/>')).toEqual(seen("99", "unsure"));
    expect(await look('<style:table-cell-properties style:rotation-angle="90"/>')).toEqual(seen("99"));
    expect(await look('<style:paragraph-properties style:writing-mode="rl-tb"/>')).toEqual(seen("99", "unsure"));
  });

  it("from a view that leaves zeros blank: the cell is seen empty", async () => {
    const zeros = '<config:config-item config:name="ShowZeroValues">false</config:config-item>';
    expect(await first(row(float("0", "0")), "", "", zeros)).toEqual(seen("", "hidden 0"));
    expect(await first(row(float("0", "0")), "", "", zeros.replace("false", "true"))).toEqual(seen("0"));
  });

  it("from bars or icons in place of the figure, or a scale of colours as dark as the ink", async () => {
    const laid = (content: string): string =>
      `<calcext:conditional-formats><calcext:conditional-format calcext:target-range-address="F.A1:F.A1">${content}</calcext:conditional-format></calcext:conditional-formats>`;
    const look = (content: string) => first(row(float("99", "99")) + laid(content));
    expect(await look('<calcext:data-bar calcext:show-value="false"/>')).toEqual(seen("", "hidden 99"));
    expect(await look('<calcext:icon-set calcext:show-value="false"/>')).toEqual(seen("", "hidden 99"));
    const entries = '<calcext:formatting-entry calcext:show-value="false"/><calcext:formatting-entry/>';
    expect(await look(`<calcext:icon-set>${entries}</calcext:icon-set>`)).toEqual(seen("", "hidden 99"));
    expect(await look('<calcext:data-bar calcext:show-value="true"/>')).toEqual(seen("99"));
    const scale = (colour: string): string =>
      `<calcext:color-scale><calcext:color-scale-entry calcext:color="${colour}"/></calcext:color-scale>`;
    expect(await look(scale("#000000"))).toEqual(seen("99", "unsure"));
    expect(await look(scale("#ff0000"))).toEqual(seen("99"));
  });

  it("a text within an element that no standard names is not joined to the figure", async () => {
    expect(await first(row(text('12<o:x xmlns:o="urn:other">9</o:x>')))).toEqual(seen("12", "hidden 9"));
  });

  it("a figure on two lines of a cell of numbers is none; neither is a table within a cell", async () => {
    expect(
      await first(row(cell("<text:p>1</text:p><text:p>2</text:p>", 'office:value-type="float" office:value="12"'))),
    ).toEqual(seen("1\n2", "unsure"));
    expect(await first(row(cell(`<table:table>${row(float("12", "12"))}</table:table>`)))).toEqual(seen("", "other"));
  });
});

describe("what is drawn over the sheet of an .ods", () => {
  /** A figure in the second column of the second row, under something drawn on the sheet. */
  const under = (shape: string, columns = "") =>
    read(
      `<table:shapes>${shape}</table:shapes>${columns}${row(float("1", "1") + float("2", "2"))}${row(float("3", "3") + float("99", "99"))}`,
    );
  const at = 'svg:x="70pt" svg:y="13pt" svg:width="40pt" svg:height="12pt"';

  it.each([
    `<draw:rect ${at}/>`,
    `<draw:custom-shape ${at}/>`,
    `<draw:polyline ${at}/>`,
    `<draw:control ${at}/>`,
    `<draw:frame ${at}><draw:image/></draw:frame>`,
    `<draw:g><draw:rect ${at}/></draw:g>`,
    '<draw:line svg:x1="70pt" svg:x2="110pt" svg:y1="19pt" svg:y2="19pt"/>',
    '<draw:rect svg:width="40pt" svg:height="12pt" draw:transform="translate (70pt 13pt)"/>',
    '<draw:rect svg:width="12pt" svg:height="40pt" draw:transform="rotate (1.5707963) translate (70pt 25pt)"/>',
  ])("hides the figure under %s", async (shape) => {
    const { value } = await under(shape);
    expect(value[0]?.rows[1]?.[1]).toEqual({ text: "", beside: [{ kind: "covered", text: "99" }] });
    expect(show(value[0])[0]).toBe("1|2");
  });

  it("counts from the widths of the columns, and lies over nothing elsewhere", async () => {
    const wide = style("table-column", "co", '<style:table-column-properties style:column-width="200pt"/>');
    const { value } = await read(
      `<table:shapes><draw:rect ${at}/></table:shapes><table:table-column table:style-name="co"/>${row(float("1", "1"))}${row(float("3", "3") + float("99", "99"))}`,
      wide,
    );
    expect(show(value[0])[1]).toBe("|99");
    const below = await under('<draw:rect svg:x="70pt" svg:y="300pt" svg:width="40pt" svg:height="12pt"/>');
    expect(show(below.value[0])).toEqual(["1|2", "3|99"]);
  });

  it("a comment that is always shown lies beside its cell", async () => {
    const noted = (display: string): string =>
      row(
        cell(
          `<office:annotation office:display="${display}"><text:p>12</text:p></office:annotation><text:p>1</text:p>`,
          'office:value-type="float" office:value="1"',
        ) + float("99", "99"),
      );
    expect((await read(noted("true"))).value[0]?.rows[0]?.[1]?.beside).toEqual([{ kind: "covered", text: "99" }]);
    expect((await read(noted("false"))).value[0]?.rows[0]?.[1]?.beside).toBeUndefined();
  });

  it("a figure is as wide as its font has it", async () => {
    const wide = (width: string) =>
      style("table-column", "co", `<style:table-column-properties style:column-width="${width}"/>`);
    const column = wide("14pt");
    const of = (name: string, width = "14pt") =>
      first(
        `<table:table-column table:style-name="co"/>${row(float("12", "12"))}`,
        wide(width) + style("table-cell", "c", `<style:text-properties fo:font-family="${name}" fo:font-size="10pt"/>`),
      );
    expect(await of("Arial")).toEqual(seen("12"));
    expect(await of("Verdana")).toEqual(seen("12", "unsure"));
    expect(await of("Arial", "13.2pt")).toEqual(seen("12"));
    expect(await of("Arial", "13pt")).toEqual(seen("12", "unsure"));
    const shrunk = (value: string) =>
      first(
        `<table:table-column table:style-name="co"/>${row(float("1012", "1012"))}`,
        column + style("table-cell", "c", `<style:table-cell-properties style:shrink-to-fit="${value}"/>`),
      );
    expect([await shrunk("true"), await shrunk("false")]).toEqual([seen("1012"), seen("1012", "unsure")]);
  });

  it("a figure that is wider than its column is shown as signs", async () => {
    const narrow = style("table-column", "co", '<style:table-column-properties style:column-width="12pt"/>');
    const figures = (value: string) =>
      first(`<table:table-column table:style-name="co"/>${row(float(value, value))}`, narrow);
    expect(await figures("123456")).toEqual(seen("123456", "unsure"));
    expect(await figures("1")).toEqual(seen("1"));
    const indented = (margin: string) =>
      first(
        row(float("12", "12")),
        style("table-cell", "c", `<style:paragraph-properties fo:margin-left="${margin}"/>`),
      );
    expect(await indented("80pt")).toEqual(seen("12", "unsure"));
    expect(await indented("10pt")).toEqual(seen("12"));
  });

  it.each([
    ['style:rotation-angle="90"', true],
    ['style:rotation-angle="270"', true],
    ['style:rotation-angle="45"', false],
    ['style:direction="ttb"', true],
    ['style:direction="ltr"', false],
  ])("a figure turned by %s stands along the height of its row, or does not", async (turn, isCut) => {
    const look =
      style("table-cell", "c", `<style:table-cell-properties ${turn}/>`) +
      style("table-row", "r", '<style:table-row-properties style:row-height="13pt"/>');
    const turned = await first(
      row(float("1012", "1012")).replace("<table:table-row", '<table:table-row table:style-name="r"'),
      look,
    );
    expect(turned).toEqual(seen("1012", ...(isCut ? ["unsure"] : [])));
  });
});

it.each([
  ["<10", [true, false, false]],
  ["value()<=10", [true, true, false]],
  ["cell-content()>10", [false, false, true]],
  ["value()>=10", [false, true, true]],
  ["=10", [false, true, false]],
  ["cell_content() != 10", [true, false, true]],
  ["<>10", [true, false, true]],
  ["value()<[.A1]", [undefined, undefined, undefined]],
])("the condition %s holds of 9, 10 and 11 as it says", (condition, expected) => {
  expect([9, 10, 11].map((value) => holdsAgainst(condition, value))).toEqual(expected);
});

describe("the pages of a sheet", () => {
  const page = (name: string, content: string) =>
    `<style:master-page style:name="${name}">${content}</style:master-page>`;
  const header = (content: string, more = "") => `<style:header ${more}>${content}</style:header>`;
  const para = (content: string) => `<text:p>${content}</text:p>`;
  const besidesOf = async (masters: string, master?: string) => {
    const named = master === undefined ? "" : style("table", "t", "", `style:master-page-name="${master}"`);
    const { value } = await read(row(text("Vols")), named, masters, "", 'table:style-name="t"');
    return value[0]?.besides;
  };
  it("have a header and a footer that its style names, those of the usual one where it names none", async () => {
    const own = page(
      "Mairie",
      `${header(`<style:region-left>${para("Commune de <text:span>Fécamp</text:span>")}</style:region-left>`)}<style:footer>${para("Page<text:s/><text:page-number>1</text:page-number>")}</style:footer>`,
    );
    const usual = page("Default", header(para("<text:sheet-name>???</text:sheet-name>") + para("IS<text:tab/>101")));
    expect(await besidesOf(own + usual, "Mairie")).toEqual(["Commune de Fécamp", "Page"]);
    expect(await besidesOf(own + usual)).toEqual(["IS 101"]);
    expect(await besidesOf(own, "Autre")).toBeUndefined();
  });
  it("show no header that is said not to be displayed; the first page may have its own", async () => {
    expect(await besidesOf(page("Default", header(para("Fécamp"), 'style:display="false"')))).toBeUndefined();
    const first = `<style:header-first>${para("Fécamp")}</style:header-first>`;
    expect(await besidesOf(page("Default", first))).toEqual(["Fécamp"]);
  });
});
