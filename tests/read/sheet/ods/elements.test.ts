/** The elements of an .ods one by one: what each of them says of a figure, and what is wrong with a file that is refused. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { MAX_SHEETS } from "../../../../scripts/read/contract/limits.ts";
import { readOds } from "../../../../scripts/read/sheet/ods.ts";
import { rules, show, source } from "../../source.ts";
import { bytes, cell, first, float, read, row, STRUCK, seen, style, text, texts, WHITE } from "../hand-made-ods.ts";

const typed = (type: string, value: string, shown: string | undefined): string =>
  cell(shown === undefined ? "" : `<text:p>${shown}</text:p>`, `office:value-type="${type}" ${value}`);

describe("a figure that is stored and shown", () => {
  it.each<readonly [stored: string, shown: string, expected: string]>([
    ["12", " 12 ", "12"],
    ["1234.5", "1 234,5", "1234,5"],
    ["1234.5", "1.234,5", "1234,5"],
    ["1234.5", "1,234.5", "1234,5"],
    ["1234.5", "1'234.5", "1234,5"],
    ["1234.5", "1’234,5", "1234,5"],
    ["1234.5", "1235", "1234,5"],
    ["1234.5", "1234", "1234,5"],
    ["1234.5", "1236", "1236 [otherwise 1234,5]"],
    ["1234.56", "1234,6", "1234,56"],
    ["1234.56", "1234,5", "1234,5 [otherwise 1234,56]"],
    ["1234567", "1.234.567", "1234567"],
    ["1234567", "1,234,567", "1234567"],
    ["1.234", "1,234", "1,234"],
    ["1234", "1,234", "1234"],
    ["1e3", "1000", "1000"],
    ["+5", "+5", "+5"],
    [".5", "0,5", "0,5"],
    ["5", "05", "5"],
    ["-12", "-12", "-12"],
    ["-12", "−12", "-12"],
    ["-12", "- 12", "-12"],
    ["-12", "(12)", "-12"],
    ["-12", "-12 faits", "-12 faits"],
    ["-12", "12-", "12- [otherwise -12]"],
    ["-12", "12", "12 [otherwise -12]"],
    ["12", "-12", "-12 [otherwise 12]"],
    ["12", "0.012", "0.012 [otherwise 12]"],
    ["103", "10'3", "10'3 [otherwise 103]"],
    ["1012", "10 12", "10 12 [otherwise 1012]"],
    ["1012", "1.012", "1012"],
    ["1012", "01012", "1012"],
    ["12", "(12)", "(12) [otherwise 12]"],
    ["-12", "-€12", "-€12"],
    ["-0.3", "0", "-0,3"],
    ["-0.3", "-0", "-0,3"],
    ["0.3", "-0", "0,3"],
    ["0", "-", "0"],
    ["0", " – ", "0"],
    ["0", "- €", "0"],
    ["0", "--", "0"],
    ["5", "-", "- [otherwise 5]"],
    ["0", "néant", "néant [otherwise 0]"],
    ["7", "7 faits", "7 faits"],
    ["1234", "1 234 faits", "1234 faits"],
    ["7", "7 sur 9", "7 sur 9 [otherwise 7]"],
    ["7", "n° 7", "n° 7"],
    ["12", "12 €", "12 €"],
    ["0x0C", "12", "12 [unsure]"],
    ["12 ", "12", "12"],
    ["x12", "12", "12 [unsure]"],
    ["12x", "12", "12 [unsure]"],
    ["1e999", "12", "12 [unsure]"],
  ])("%s as %j", async (stored, shown, expected) => {
    const found = await first(row(float(stored, shown)));
    expect([found.text, ...(found.beside ?? []).map((one) => `[${one}]`)].join(" ").trim()).toBe(expected);
  });

  it.each<readonly [string, string, string, string | undefined, string]>([
    ["percentage", "0.125", "a percentage", "12,5%", "12,5 %"],
    ["percentage", "0.125", "a percentage in English", "12.50 %", "12,50 %"],
    ["percentage", "0.125", "a percentage with a sign", "+13%", "+13 %"],
    ["percentage", "-0.125", "a negative percentage", "-12,5%", "-12,5 %"],
    ["percentage", "12.345", "a large percentage", "1.234,5%", "1234,5 %"],
    ["percentage", "0.125", "another percentage", "25%", "25% [otherwise 13 %]"],
    ["percentage", "0.125", "a percentage of the other sign", "-12,5%", "-12,5% [otherwise 12,5 %]"],
    ["percentage", "0.125", "a percentage that is not shown", undefined, "13 %"],
    ["percentage", "12", "a percentage that is shown as its number", "12", "12 [otherwise 1200 %]"],
    ["float", "0.125", "a number that is shown as a percentage", "12,5%", "12,5 %"],
    ["currency", "12", "an amount", "12 €", "12 €"],
  ])("%s %s: %s", async (type, value, _, shown, expected) => {
    const found = await first(row(typed(type, `office:value="${value}"`, shown)));
    expect([found.text, ...(found.beside ?? []).map((one) => `[${one}]`)].join(" ")).toBe(expected);
  });

  it.each<readonly [string, string, string | undefined, ReturnType<typeof seen>]>([
    ["date", 'office:date-value="2026-03-31"', "31/03/26", seen("31/03/2026")],
    ["date", 'office:date-value="2026-03-31T12:00:00"', " 3/31/2026 ", seen("31/03/2026")],
    ["date", 'office:date-value="2026-03-31"', "2026-03-31", seen("31/03/2026")],
    ["date", 'office:date-value="2026-03-31"', "mars-26", seen("mars 2026")],
    ["date", 'office:date-value="2026-12-31"', "déc. 2026", seen("décembre 2026")],
    ["date", 'office:date-value="2026-03-31"', "T1 2026", seen("T1 2026")],
    ["date", 'office:date-value="2026-03-31"', "mars 026", seen("mars 026")],
    ["date", 'office:date-value="2026-02-12"', "12", seen("12", "otherwise 2026-02-12")],
    ["date", 'office:date-value="2026-02-12"', " 2026 ", seen(" 2026 ")],
    ["date", 'office:date-value="mars"', "31/03/26", seen("31/03/26")],
    ["date", 'office:date-value="2014-02-20"', "41690", seen("41690", "otherwise 2014-02-20")],
    ["date", "", "12", seen("12", "otherwise")],
    ["time", 'office:time-value="PT12H"', "12", seen("12", "otherwise PT12H")],
    ["time", 'office:time-value="PT12H"', "12:00", seen("12:00")],
    ["boolean", 'office:boolean-value="true"', "TRUE", seen("VRAI")],
    ["boolean", 'office:boolean-value="false"', "FALSE", seen("FAUX")],
    ["boolean", 'office:boolean-value="true"', undefined, seen("VRAI")],
    ["boolean", 'office:boolean-value="true"', "1", seen("1", "otherwise true")],
    ["boolean", 'office:boolean-value="true"', "1000", seen("1000", "otherwise true")],
    ["string", "", "1 012", seen("1 012")],
    ["string", 'office:string-value="a  b"', " a b ", seen(" a b ")],
    ["string", 'office:string-value="98"', "12", seen("12", "otherwise 98")],
    ["string", 'office:string-value="98"', undefined, seen("", "otherwise 98")],
    ["float", 'office:value="12"', undefined, seen("12")],
    ["float", "", undefined, seen("", "unsure")],
  ])("a %s, %s, shown as %j", async (type, value, shown, expected) => {
    expect(await first(row(typed(type, value, shown) + text("x")))).toEqual(expected);
  });

  it.each([
    ["a<text:s/>b<text:s text:c='3'/>c", "a b   c"],
    ["a<text:tab/>b<text:line-break/>c", "a\tb\nc"],
    ["a \n  b", "a b"],
    ["<text:a>12</text:a>", "12"],
    ["1<text:note><text:note-body>9</text:note-body></text:note>2", "12"],
    ["1<draw:frame><draw:text-box>9</draw:text-box></draw:frame>2", "12"],
    ["1<office:annotation-end/>2", "12"],
  ])("a text written %s", async (content, shown) => {
    expect((await first(row(text(content)))).text).toBe(shown);
  });

  it("a text of several paragraphs is one of several lines; nothing is an empty cell", async () => {
    const two = cell("<text:p>a</text:p><text:p>b</text:p>", 'office:value-type="string"');
    expect(show((await read(row(two + cell("") + cell("<text:p></text:p>") + text("z")))).value[0])).toEqual([
      "a\nb|||z",
    ]);
    const empty = (formula: string) => read(row(text("a") + cell("<text:p/>", `table:formula="of:=${formula}"`)));
    expect(rules(await empty("IF(2&gt;3;1;&quot;&quot;)"))).toEqual([]);
    expect(rules(await empty("IF(3&gt;2;1;&quot;&quot;)"))).toEqual(["warning computed-text-stale"]);
    expect(rules(await read(row(text("a") + cell("", 'table:formula="of:=1"'))))).toEqual([
      "warning formula-without-value",
    ]);
  });

  it("a text that is hidden, within another, is told beside", async () => {
    expect(await first(row(text("1<text:hidden-text>9</text:hidden-text>2")))).toEqual(seen("12", "hidden 9"));
    const styles = style("text", "s", texts(STRUCK)) + style("text", "w", texts(WHITE));
    const nested = '<text:span text:style-name="s">1<text:span text:style-name="w">2</text:span></text:span>3';
    expect(await first(row(text(nested)), styles)).toEqual(seen("3", "struck 12"));
  });
});

describe("the number format of a figure", () => {
  const data = (content: string, more = "", kind = "number"): string =>
    `<number:${kind}-style style:name="n">${content}</number:${kind}-style>${more}${style("table-cell", "c", "", 'style:data-style-name="n"')}`;
  const map = (condition: string): string => `<style:map style:condition="${condition}" style:apply-style-name="m"/>`;
  const OTHER = '<number:number-style style:name="m"><number:text>12</number:text></number:number-style>';
  const ITSELF = '<number:number-style style:name="m"><number:number/></number:number-style>';
  it.each<readonly [string, string, ReturnType<typeof seen>]>([
    ["a number", data("<number:number/>"), seen("99")],
    ["a number with a power", data("<number:scientific-number/>"), seen("99")],
    ["a fraction", data("<number:fraction/>"), seen("99")],
    ["two numbers", data("<number:number/><number:number/>"), seen("99", "otherwise 99")],
    ["no number", data("<number:text>x</number:text>"), seen("99", "otherwise 99")],
    ["a digit after a letter", data("<number:number/><number:text>x1</number:text>"), seen("99", "otherwise 99")],
    ["a digit beside", data("<number:number/><number:text>1</number:text>"), seen("99", "otherwise 99")],
    [
      "a digit within",
      data('<number:number><number:embedded-text number:position="1">1</number:embedded-text></number:number>'),
      seen("99", "otherwise 99"),
    ],
    [
      "a digit that fills",
      data("<number:fill-character>1</number:fill-character><number:number/>"),
      seen("99", "otherwise 99"),
    ],
    ["spaces that fill", data("<number:fill-character> </number:fill-character><number:number/>"), seen("99")],
    ["thousands", data('<number:number number:display-factor="1000"/>'), seen("99", "otherwise 99")],
    ["ones", data('<number:number number:display-factor="1"/>'), seen("99")],
    [
      "an amount",
      data("<number:number/><number:currency-symbol>€</number:currency-symbol>", "", "currency"),
      seen("99"),
    ],
    [
      "a percentage",
      data('<number:number number:decimal-places="1"/><number:text>%</number:text>', "", "percentage"),
      seen("9900,0 %"),
    ],
    ["another by a condition", data(`<number:number/>${map("value()&gt;=99")}`, OTHER), seen("99", "otherwise 99")],
    [
      "another by a second condition",
      data(`<number:number/>${map("value()&lt;0")}${map("value()=99")}`, OTHER),
      seen("99", "otherwise 99"),
    ],
    ["itself by a condition", data(`<number:text>12</number:text>${map("value()&gt;0")}`, ITSELF), seen("99")],
    ["a condition that does not hold", data(`<number:number/>${map("value()&gt;99")}`, OTHER), seen("99")],
    ["a condition to be computed", data(`<number:number/>${map("value()&gt;[.A1]")}`, OTHER), seen("99", "unsure")],
    ["a format that is nowhere", data(`<number:number/>${map("value()&gt;0")}`), seen("99", "unsure")],
    ["white", data(`<style:text-properties ${WHITE}/><number:number/>`), seen("", "faint 99")],
    ["white in short", data('<style:text-properties fo:color="#FFF"/><number:number/>'), seen("", "faint 99")],
    ["red", data('<style:text-properties fo:color="#ff0000"/><number:number/>'), seen("99")],
    [
      "white by a condition that holds",
      data(
        `<number:number/>${map("value()&gt;0")}`,
        ITSELF.replace("<number:number/>", `<style:text-properties ${WHITE}/><number:number/>`),
      ),
      seen("", "faint 99"),
    ],
  ])("is %s", async (_, styles, expected) => {
    expect(await first(row(float("99", "99")), styles)).toEqual(expected);
  });

  it("is that of the style, of its parent, of the usual style, in either part of the file", async () => {
    const format = '<number:number-style style:name="n"><number:text>12</number:text></number:number-style>';
    const own = 'style:data-style-name="n"';
    const figure = (...styles: readonly string[]) => first(row(float("99", "99")), ...styles);
    const doubt = seen("99", "otherwise 99");
    expect(await figure(style("table-cell", "c", "", own), format)).toEqual(doubt);
    expect(
      await figure(
        style("table-cell", "c", "", 'style:parent-style-name="p"') + style("table-cell", "p", "", own),
        format,
      ),
    ).toEqual(doubt);
    expect(await figure(format, style("table-cell", "c", "", own))).toEqual(doubt);
    const plain = '<number:number-style style:name="n"><number:number/></number:number-style>';
    expect(await figure(plain + style("table-cell", "c", "", own), format)).toEqual(seen("99"));
    expect(await figure(format + style("table-cell", "c", "", own), plain)).toEqual(doubt);
    const bare = '<table:table-cell office:value-type="float" office:value="99"><text:p>99</text:p></table:table-cell>';
    expect(await first(row(bare), format, style("table-cell", "Default", "", own))).toEqual(doubt);
    const column = '<table:table-column table:default-cell-style-name="c"/>';
    expect(await first(column + row(bare), style("table-cell", "c", "", own), format)).toEqual(doubt);
  });

  it("has so many decimals where a percentage is not written", async () => {
    const percent = (attributes: string) => data(`<number:number ${attributes}/>`, "", "percentage");
    const figure = (attributes: string) =>
      first(row(typed("percentage", 'office:value="0.125"', undefined)), percent(attributes));
    expect(await figure('number:decimal-places="2"')).toEqual(seen("12,50 %"));
    expect(await figure("")).toEqual(seen("13 %"));
    expect(await figure('number:decimal-places="x"')).toEqual(seen("13 %"));
    // written bare, and left to the style
    expect(await first(row(float("0.125", "0,125")), percent('number:decimal-places="1"'))).toEqual(seen("12,5 %"));
    expect(await first(row(float("0.125", "12,5")), percent('number:decimal-places="1"'))).toEqual(seen("12,5 %"));
    expect(await first(row(float("0.125", "7")), percent('number:decimal-places="1"'))).toEqual(
      seen("7", "otherwise 12,5 %"),
    );
  });

  it("a zero may be a dash, or nothing, by it", async () => {
    const zero = (content: string) =>
      data(
        `<number:number/>${map("value()=0")}`,
        `<number:number-style style:name="m">${content}</number:number-style>`,
      );
    expect(await first(row(float("0", "-")), zero("<number:text>-</number:text>"))).toEqual(seen("0"));
    expect(await first(row(float("0", "0")), zero("<number:text>1</number:text>"))).toEqual(seen("0", "otherwise 0"));
    expect(await first(row(float("0", "")), zero("<number:text>1</number:text>"))).toEqual(seen("", "otherwise 0"));
  });
});

describe("the look of a figure", () => {
  const look = (content: string, shared = "") =>
    first(row(float("99", "99")), style("table-cell", "c", content), shared);
  it.each([
    ['style:text-line-through-style="none"', seen("99")],
    ['style:text-line-through-style="none" style:text-line-through-type="none"', seen("99")],
    ['style:text-line-through-type="single"', seen("", "struck 99")],
    ['text:display="true"', seen("99")],
    ['text:display="condition"', seen("", "hidden 99")],
    ['style:text-position="super 58%"', seen("99", "unsure")],
    ['style:text-position="33% 58%"', seen("99", "unsure")],
    ['style:text-position="sub 58%"', seen("99", "unsure")],
    ['style:text-position="-33% 58%"', seen("99", "unsure")],
    ['style:text-position="0% 100%"', seen("99")],
    ['fo:font-size="2pt"', seen("", "faint 99")],
    ['fo:font-size="0.05cm"', seen("", "faint 99")],
    ['fo:font-size="0.5mm"', seen("", "faint 99")],
    ['fo:font-size="0.02in"', seen("", "faint 99")],
    ['fo:font-size="2px"', seen("", "faint 99")],
    ['fo:font-size="0.1pc"', seen("", "faint 99")],
    ['fo:font-size="0.3cm"', seen("99")],
    ['fo:font-size="4mm"', seen("99")],
    ['fo:font-size="0.1in"', seen("99")],
    ['fo:font-size="10px"', seen("99")],
    ['fo:font-size="1pc"', seen("99")],
    ['fo:font-size="18%"', seen("", "faint 99")],
    ['fo:font-size="20%"', seen("99")],
    ['fo:color="#000000" loext:opacity="14%"', seen("", "faint 99")],
    ['fo:color="#000000" loext:opacity="15%"', seen("99")],
    ['style:use-window-font-color="true" fo:color="#ffffff"', seen("99")],
    ['style:use-window-font-color="false" fo:color="#ffffff"', seen("", "faint 99")],
    ['fo:font-family="&apos;Code 128&apos;"', seen("", "unsure 99")],
  ])("with %s", async (properties, expected) => {
    expect(await look(texts(properties))).toEqual(expected);
  });

  it.each([
    ['<style:table-cell-properties fo:background-color="#000000"/>', seen("", "faint 99")],
    ['<style:table-cell-properties fo:background-color="transparent"/>', seen("99")],
    ['<style:table-cell-properties style:rotation-angle="91"/>', seen("99", "unsure")],
    ['<style:table-cell-properties style:rotation-angle="269"/>', seen("99", "unsure")],
    ['<style:table-cell-properties style:rotation-angle="270"/>', seen("99")],
    ['<style:table-cell-properties style:repeat-content="false"/>', seen("99")],
    ['<style:table-cell-properties style:diagonal-bl-tr="0.06pt solid #000000"/>', seen("99", "unsure")],
    ['<style:table-cell-properties style:diagonal-tl-br="0.06pt solid #000000"/>', seen("99", "unsure")],
    ['<style:table-cell-properties style:diagonal-bl-tr="none" style:diagonal-tl-br=""/>', seen("99")],
    // as Gnumeric writes it
    ['<style:table-cell-properties style:diagonal-bl-tr="0.000cm none #c7c7c7"/>', seen("99")],
    ['<style:paragraph-properties style:writing-mode="lr-tb"/>', seen("99")],
    ['<style:paragraph-properties fo:margin-left="60pt"/>', seen("99", "unsure")],
    ['<style:paragraph-properties fo:margin-left="2.5cm"/>', seen("99", "unsure")],
    ['<style:paragraph-properties fo:margin-left="0.5cm"/>', seen("99")],
  ])("with %s", async (properties, expected) => {
    expect(await look(properties)).toEqual(expected);
  });

  it("a piece of text has the look of its own style, laid over that of its cell", async () => {
    const cells = row(text('<text:span text:style-name="s">1</text:span>2'));
    const own = (properties: string, around = "") =>
      first(cells, style("text", "s", texts(properties)) + style("table-cell", "c", texts(around)));
    expect(await own('style:text-line-through-style="none"', STRUCK)).toEqual(seen("1", "struck 2"));
    expect(await own('fo:font-weight="bold"', STRUCK)).toEqual(seen("", "struck 12"));
    expect(await own('fo:color="#000000"', WHITE)).toEqual(seen("1", "faint 2"));
    expect(await own('fo:font-size="20%"', 'fo:font-size="10pt"')).toEqual(seen("2", "faint 1"));
    expect(await own('fo:font-size="21%"', 'fo:font-size="10pt"')).toEqual(seen("12", "unsure 12"));
    expect(await own('fo:font-size="90%"', 'fo:font-size="10pt"')).toEqual(seen("12"));
    expect(await own('text:display="true"', 'text:display="none"')).toEqual(seen("1", "hidden 2"));
    expect(await own('style:text-position="0% 100%"', 'style:text-position="super 58%"')).toEqual(seen("1²"));
    expect(await own('fo:font-weight="bold"', 'style:text-position="super 58%"')).toEqual(seen("12", "unsure"));
    const bold = row(float("1012", '<text:span text:style-name="s">1</text:span> 012'));
    expect(await first(bold, style("text", "s", texts('fo:font-weight="bold"')))).toEqual(seen("1012"));
    const unnamed = await first(row(text("<text:span>1</text:span>2")), style("table-cell", "c", texts(STRUCK)));
    expect(unnamed).toEqual(seen("", "struck 12"));
  });

  it("of a protected sheet, a secret cell is hidden; of another sheet it is not", async () => {
    const secret = style("table-cell", "c", '<style:table-cell-properties style:cell-protect="hidden-and-protected"/>');
    const figure = (styles: string, sheet: string) => first(row(float("99", "99")), styles, "", "", sheet);
    expect(await figure(secret, 'table:protected="true"')).toEqual(seen("", "hidden 99"));
    expect(await figure(secret, 'table:protected="false"')).toEqual(seen("99"));
    expect(await figure(secret, "")).toEqual(seen("99"));
    expect(await figure(secret.replace("hidden-and-protected", "protected"), 'table:protected="true"')).toEqual(
      seen("99"),
    );
  });
});

describe("a condition", () => {
  const white = style("table-cell", "w", texts(WHITE));
  const map = (condition: string, applied = "w"): string =>
    `<style:map style:condition="${condition}" style:apply-style-name="${applied}"/>`;
  it("of the style of a cell: of its figure, not of its text; the first that holds", async () => {
    const own = (maps: string, cells = row(float("99", "99"))) =>
      first(cells, white + style("table-cell", "k", "") + style("table-cell", "c", maps));
    expect(await own(map("cell-content()=99"))).toEqual(seen("", "faint 99"));
    expect(await own(map("cell-content()!=99"))).toEqual(seen("99"));
    expect(await own(map("cell-content()=99", "k") + map("cell-content()&gt;0"))).toEqual(seen("99"));
    expect(await own(map("cell-content()=99"), row(text("99")))).toEqual(seen("99", "unsure"));
  });

  const laid = (content: string, ranges = "F.A1:F.A1") =>
    `<calcext:conditional-formats><calcext:conditional-format calcext:target-range-address="${ranges}">${content}</calcext:conditional-format></calcext:conditional-formats>`;
  const CONDITION = '<calcext:condition calcext:apply-style-name="w" calcext:value="&gt;50"/>';
  it.each([
    ["F.A1:F.A1", true],
    ["F.A1", true],
    ["F.B1:F.B9 F.A1:F.A9", true],
    ["F.B1:F.B9", false],
    ["F.A2:F.A9", false],
    ["'Feuille 1.x'.A1:'Feuille 1.x'.B2", true],
    ["Mois.T1.A1:Mois.T1.B2", true],
    ["", false],
  ])("of the table lies over %j: %s", async (ranges, lies) => {
    expect(await first(row(float("99", "99")) + laid(CONDITION, ranges), white)).toEqual(
      lies ? seen("", "faint 99") : seen("99"),
    );
  });

  it("of the table: the first wins; bars and icons hide figures, not texts; colours of a scale, whichever", async () => {
    const figure = (content: string, cells = row(float("99", "99"))) =>
      first(cells + laid(content), white + style("table-cell", "k", ""));
    expect(await figure(CONDITION.replace('"w"', '"k"') + CONDITION)).toEqual(seen("99"));
    expect(await figure(CONDITION.replace("50", "99"))).toEqual(seen("99"));
    expect(await figure(CONDITION.replace("&gt;50", "unique"))).toEqual(seen("99", "unsure"));
    const bar = '<calcext:data-bar calcext:show-value="false"/>';
    expect(await figure(bar, row(text("a")))).toEqual(seen("a"));
    expect(await figure("<calcext:data-bar/>")).toEqual(seen("99"));
    const entries = ["#ff0000", "#000000"]
      .map((colour) => `<calcext:color-scale-entry calcext:color="${colour}"/>`)
      .join("");
    expect(await figure(`<calcext:color-scale>${entries}</calcext:color-scale>`)).toEqual(seen("99", "unsure"));
  });
});

describe("the rows and columns of a sheet", () => {
  const three = [1, 2, 3].map((n) => float(String(n), String(n))).join("");
  const sized = (of: "row" | "column", size: string): string =>
    style(
      `table-${of}`,
      "s",
      `<style:table-${of}-properties style:${of === "row" ? "row-height" : "column-width"}="${size}"/>`,
    );
  const hidden = async (rows: string, styles = "") => {
    const { value } = await read(rows, styles);
    return [value[0]?.hiddenRows, value[0]?.hiddenColumns];
  };
  it.each([
    ["5pt", undefined],
    ["4.9pt", [1]],
    ["0.17cm", [1]],
    ["0.3cm", undefined],
    ["x", undefined],
  ])("a row of %s", async (height, expected) => {
    const rows = row(three) + row(three, 'table:style-name="s"') + row(three);
    expect(await hidden(rows, sized("row", height))).toEqual([expected, undefined]);
  });

  it.each([
    ["4pt", undefined],
    ["3.8pt", [1]],
    ["0.1cm", [1]],
    ["x", undefined],
  ])("a column of %s", async (width, expected) => {
    const columns = '<table:table-column/><table:table-column table:style-name="s"/>';
    expect(await hidden(columns + row(three), sized("column", width))).toEqual([undefined, expected]);
  });

  it("in groups and headers, closed or not, repeated", async () => {
    expect(
      await hidden(
        `<table:table-header-rows>${row(three)}</table:table-header-rows><table:table-rows>${row(three, 'table:visibility="collapse"')}</table:table-rows>${row(three)}`,
      ),
    ).toEqual([[1], undefined]);
    expect(
      await hidden(
        `<table:table-row-group table:display="false"><table:table-row-group>${row(three)}</table:table-row-group></table:table-row-group>${row(three)}`,
      ),
    ).toEqual([[0], undefined]);
    expect(
      await hidden(
        `<table:table-row-group table:display="true">${row(three)}</table:table-row-group>${row(three, 'table:visibility="visible"')}`,
      ),
    ).toEqual([undefined, undefined]);
    const columns =
      '<table:table-header-columns><table:table-column/></table:table-header-columns><table:table-column-group table:display="false"><table:table-column table:number-columns-repeated="2"/></table:table-column-group>';
    expect(await hidden(columns + row(three))).toEqual([undefined, [1, 2]]);
    expect(
      await hidden(
        `<table:table-column table:visibility="filter" table:number-columns-repeated="2"/><table:table-column/>${row(three)}`,
      ),
    ).toEqual([undefined, [0, 1]]);
  });

  it("a style of a column is that of its cells that name none, whichever is repeated", async () => {
    const bare =
      '<table:table-cell office:value-type="float" office:value="9" table:number-columns-repeated="3"><text:p>9</text:p></table:table-cell>';
    const columns =
      '<table:table-column table:number-columns-repeated="2" table:default-cell-style-name="k"/><table:table-column table:default-cell-style-name="w"/>';
    const styles = style("table-cell", "w", texts(WHITE)) + style("table-cell", "k", "");
    expect(show((await read(columns + row(bare), styles)).value[0])).toEqual(["9|9|9"]);
    const one = bare.replace(' table:number-columns-repeated="3"', "");
    expect(show((await read(columns + row(one + one + one), styles)).value[0])).toEqual(["9|9|"]);
    expect(
      show((await read(columns + row(one + one + one, 'table:default-cell-style-name="k"'), styles)).value[0]),
    ).toEqual(["9|9|9"]);
  });

  it("merges over rows and columns, cells that they cover, cells that are repeated", async () => {
    const corner = float("1", "1", 'table:number-columns-spanned="2" table:number-rows-spanned="2"');
    const covered = "<table:covered-table-cell/>";
    expect(
      show((await read(row(corner + covered + float("2", "2")) + row(covered + covered + float("3", "3")))).value[0]),
    ).toEqual(["1{2x2}|^|2", "^|^|3"]);
    const down = float("1", "1", 'table:number-rows-spanned="2"');
    expect(show((await read(row(down + float("2", "2")) + row(covered + float("3", "3")))).value[0])).toEqual([
      "1{2x1}|2",
      "^|3",
    ]);
    expect(
      show(
        (
          await read(
            row(
              `<table:table-cell table:number-columns-repeated="2"/>${float("1", "1", 'table:number-columns-repeated="2"')}${float("2", "2")}`,
            ),
          )
        ).value[0],
      ),
    ).toEqual(["||1|1|2"]);
    expect(
      show(
        (
          await read(
            row(float("1", "1")) +
              row("<table:table-cell/>", 'table:number-rows-repeated="2"') +
              row(float("2", "2"), 'table:number-rows-repeated="2"') +
              row(float("3", "3")),
          )
        ).value[0],
      ),
    ).toEqual(["1", "", "", "2", "2", "3"]);
  });

  it("formulas are told as they are written, and are stale where they are not their sum", async () => {
    const sum = (formula: string, value: string) =>
      first(row(float(value, value, `table:formula="${formula}"`) + float("4", "4") + float("5", "5")));
    expect(await sum("oooc:=[.B1]+[.C1]", "9")).toEqual(seen("9"));
    expect(await sum("oooc:=[.B1]+[.C1]", "8")).toEqual(seen("8", "stale [.B1]+[.C1]"));
    expect(await sum("of:=[.B1]-[.C1]", "-1")).toEqual(seen("-1"));
    expect(await sum("msoxl:=B1+C1", "8")).toEqual(seen("8"));
  });
});

describe("what is drawn over a sheet", () => {
  const shapes = (content: string, columns = "", styles = "") =>
    read(
      `<table:shapes>${content}</table:shapes>${columns}${[1, 2, 3].map((r) => row([1, 2, 3].map((c) => float(`${r}${c}`, `${r}${c}`)).join(""))).join("")}`,
      styles,
    );
  const covered = async (...given: Parameters<typeof shapes>) =>
    (await shapes(...given)).value[0]?.rows
      .flatMap((cells) => cells.flatMap(({ beside }) => (beside?.[0]?.kind === "covered" ? [beside[0].text] : [])))
      .join(" ");
  const rect = (x: string, y: string, width: string, height: string) =>
    `<draw:rect svg:x="${x}" svg:y="${y}" svg:width="${width}" svg:height="${height}"/>`;
  it.each([
    [rect("0pt", "0pt", "64pt", "12.8pt"), "11"],
    [rect("0pt", "0pt", "128pt", "25.6pt"), "11 12 21 22"],
    [rect("64pt", "12.8pt", "64pt", "12.8pt"), "22"],
    [rect("1.2in", "0.2in", "0.5in", "0.1in"), "22"],
    [rect("32pt", "6.4pt", "64pt", "12.8pt"), "11 12 21 22"],
    [rect("60pt", "0pt", "64pt", "12.8pt"), "12"],
    [rect("0pt", "11pt", "64pt", "12.8pt"), "21"],
    [rect("200pt", "0pt", "64pt", "12.8pt"), ""],
    ['<draw:line svg:x1="128pt" svg:x2="0pt" svg:y1="19pt" svg:y2="19pt"/>', "21 22"],
    ['<draw:line svg:x1="10pt" svg:x2="60pt" svg:y1="12pt" svg:y2="12.5pt"/>', ""],
    ['<draw:line svg:x1="32pt" svg:x2="32pt" svg:y1="0pt" svg:y2="38pt"/>', "11 21 31"],
    [
      `<draw:g><draw:g>${rect("0pt", "0pt", "64pt", "12.8pt")}</draw:g>${rect("64pt", "0pt", "64pt", "12.8pt")}</draw:g>`,
      "11 12",
    ],
    ['<office:annotation office:display="true" svg:x="0pt" svg:y="0pt" svg:width="64pt" svg:height="12.8pt"/>', "11"],
    ['<draw:rect svg:width="64pt" svg:height="12.8pt" draw:transform="translate (64pt 12.8pt)"/>', "22"],
    [
      '<draw:rect svg:width="64pt" svg:height="30pt" draw:transform="rotate (1.5707963) translate (64pt 38.4pt)"/>',
      "12 22 32",
    ],
    ['<draw:rect svg:width="64pt" svg:height="12.8pt" draw:transform="translate (-64pt 0pt)"/>', ""],
    ['<office:annotation svg:x="0pt" svg:y="0pt" svg:width="64pt" svg:height="12.8pt"/>', ""],
    ['<draw:rect svg:x="nul" svg:y="0pt" svg:width="64pt" svg:height="12.8pt"/>', "11"],
  ])("%s covers %j", async (shape, places) => {
    expect(await covered(shape)).toBe(places);
  });

  it("counts hidden rows and columns for nothing, and others as wide and high as they are", async () => {
    const shape = rect("64pt", "0pt", "64pt", "12.8pt");
    expect(await covered(shape, '<table:table-column table:visibility="collapse"/>')).toBe("13");
    const wide = style("table-column", "s", '<style:table-column-properties style:column-width="128pt"/>');
    expect(await covered(shape, '<table:table-column table:style-name="s"/>', wide)).toBe("11");
  });

  it("in a cell, to the cell where it ends; its text and pictures too", async () => {
    const drawn = async (shape: string, own = float("9", "9")) => {
      const { value, issues } = await read(
        row(own.replace("<text:p>", `${shape}<text:p>`) + float("1", "1")) + row(float("2", "2") + float("3", "3")),
      );
      return [
        ...(value[0]?.rows ?? []).flatMap((cells) =>
          cells.map(({ beside }) => (beside?.[0]?.kind === "covered" ? "x" : "-")),
        ),
        ...issues.map(({ rule }) => rule),
      ].join("");
    };
    expect(await drawn('<draw:frame table:end-cell-address="F.B2"/>')).toBe("xxxx");
    expect(await drawn('<draw:frame table:end-cell-address="F.x.A2"/>')).toBe("x-x-");
    expect(await drawn("<draw:frame/>")).toBe("x---");
    expect(await drawn('<draw:g><draw:frame table:end-cell-address="F.B1"/></draw:g>')).toBe("xx--");
    expect(await drawn('<draw:g><draw:g><draw:frame table:end-cell-address="F.B2"/></draw:g></draw:g>')).toBe("xxxx");
    const frame = (more: string) => drawn(`<draw:frame table:end-cell-address="F.B2" ${more}/>`);
    expect(await frame('svg:x="1pt" svg:y="1pt" table:end-x="60pt" table:end-y="12pt"')).toBe("xxxx");
    expect(await frame('svg:x="60pt" svg:y="1pt" table:end-x="60pt" table:end-y="12pt"')).toBe("-x-x");
    expect(await frame('svg:x="1pt" svg:y="12pt" table:end-x="60pt" table:end-y="12pt"')).toBe("--xx");
    expect(await frame('svg:x="1pt" svg:y="1pt" table:end-x="5pt" table:end-y="12pt"')).toBe("x-x-");
    expect(await frame('svg:x="1pt" svg:y="1pt" table:end-x="60pt" table:end-y="1pt"')).toBe("xx--");
    expect(await drawn('<office:annotation office:display="true"><text:p>a</text:p></office:annotation>')).toBe("-x--");
  });

  it("is seen through a frame that is not filled, and through a shape of which nothing is drawn", async () => {
    const style = (name: string, properties: string) =>
      `<style:style style:name="${name}" style:family="graphic"><style:graphic-properties ${properties}/></style:style>`;
    const styles = style("e", 'draw:fill="none"') + style("n", 'draw:fill="none" draw:stroke="none"');
    const under = async (shape: string) => {
      const placed = shape.replace(/ /, ' svg:x="0pt" svg:y="0pt" svg:width="60pt" svg:height="12pt" ');
      const { value } = await read(`<table:shapes>${placed}</table:shapes>${row(float("9", "9"))}`, styles);
      return value[0]?.rows[0]?.[0]?.beside?.[0]?.kind;
    };
    const custom = (type: string, name: string, text = "") =>
      `<draw:custom-shape draw:style-name="${name}">${text}<draw:enhanced-geometry draw:type="${type}"/></draw:custom-shape>`;
    const seen = [
      '<draw:rect draw:style-name="e"/>',
      '<draw:ellipse draw:style-name="e"/>',
      '<draw:circle draw:style-name="e"/>',
      custom("rectangle", "e"),
      custom("round-rectangle", "e"),
      custom("ooxml-rect", "e"),
      custom("ooxml-roundRect", "e"),
      custom("mso-spt11", "n"),
    ];
    for (const shape of seen) expect([shape, await under(shape)]).toEqual([shape, undefined]);
    const covering = [
      '<draw:rect draw:style-name="other"/>',
      '<draw:polyline draw:style-name="e"/>',
      '<draw:frame draw:style-name="n"><draw:image/></draw:frame>',
      custom("mso-spt11", "e"),
      custom("rectangle", "e", "<text:p>a</text:p>"),
    ];
    for (const shape of covering) expect([shape, await under(shape)]).toEqual([shape, "covered"]);
  });

  it("a sheet that shows a picture alone is told; a line alone is nothing", async () => {
    const only = async (shape: string) =>
      rules(await read(`<table:shapes>${shape}</table:shapes>${row("<table:table-cell/>")}`));
    expect(await only('<draw:frame svg:width="9pt" svg:height="9pt"><draw:image/></draw:frame>')).toEqual([
      "warning sheet-only-drawings",
      "error file-without-content",
    ]);
    expect(await only("<draw:frame><draw:text-box><text:p>a</text:p></draw:text-box></draw:frame>")).toEqual([
      "warning sheet-only-drawings",
      "error file-without-content",
    ]);
    expect(await only("<draw:line/>")).toEqual(["error file-without-content"]);
  });
});

describe("an .ods", () => {
  const parts = unzipSync(bytes(row(float("1", "1"))));
  const file = (name: string, change: (xml: string) => string) =>
    readOds(
      source("a.ods", zipSync({ ...parts, [name]: strToU8(change(strFromU8(parts[name] ?? new Uint8Array()))) })),
    );

  it.each([
    ["a part that is cut", "content.xml", (xml: string) => xml.replace("</table:table>", ""), "content.xml : "],
    ["styles that are cut", "styles.xml", (xml: string) => `${xml}<`, "styles.xml : "],
    [
      "no spreadsheet",
      "content.xml",
      (xml: string) => xml.replaceAll("office:spreadsheet", "office:text"),
      "content.xml sans classeur",
    ],
  ])("is refused with %s", async (_, name, change, words) => {
    const result = await file(name, change);
    expect(rules(result)).toEqual(["error file-unreadable"]);
    expect(result.issues[0]?.message).toContain("un classeur OpenDocument (.ods)");
    expect(result.issues[0]?.actual).toContain(words);
  });

  it("is refused without its content, or when its zip is damaged", async () => {
    const { "content.xml": _, ...others } = parts;
    const without = await readOds(source("a.ods", zipSync(others)));
    expect(without.issues[0]?.actual).toBe("content.xml sans classeur");
    expect(rules(await readOds(source("a.ods", zipSync(parts).subarray(0, -9))))).toEqual(["error file-unreadable"]);
  });

  it("has at most sixty sheets, by name, or by number where they have none", async () => {
    const sheets = (count: number) => `<table:table>${row(float("1", "1"))}</table:table>`.repeat(count);
    const whole = (count: number) =>
      file("content.xml", (xml) => xml.replace("</table:table>", `</table:table>${sheets(count - 1)}`));
    expect((await whole(MAX_SHEETS)).value.map(({ part }) => part)).toEqual([
      "F",
      ...Array.from({ length: MAX_SHEETS - 1 }, (_, i) => `Feuille${i + 2}`),
    ]);
    expect(rules(await whole(MAX_SHEETS + 1))).toEqual(["warning file-too-large"]);
  });

  it("is read without its styles and settings; a view among others may leave zeros blank", async () => {
    const { "content.xml": content = new Uint8Array() } = parts;
    expect(show((await readOds(source("a.ods", zipSync({ "content.xml": content })))).value[0])).toEqual(["1"]);
    const item = (name: string, value: string) =>
      `<config:config-item config:name="${name}"> ${value} </config:config-item>`;
    const zero = (settings: string) => first(row(float("0", "0")), "", "", settings);
    expect(await zero(item("ShowGrid", "false") + item("ShowZeroValues", "true"))).toEqual(seen("0"));
    expect(await zero(item("ShowGrid", "true") + item("ShowZeroValues", "false"))).toEqual(seen("", "hidden 0"));
  });
});
