/** The elements of an .odt, one by one: what is read of each, "=>" between them; rows after "/", what stands beside in brackets. */
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readOdt } from "../../../../scripts/read/document/odt/odt.ts";
import { PREFIXES } from "../../../../scripts/read/open-document/open-document.ts";
import { onOneLine, source, withReadings } from "../../source.ts";

const NAMESPACES = `${Object.entries(PREFIXES)
  .map(([uri, prefix]) => `xmlns:${prefix}="${uri}"`)
  .join(" ")} xmlns:autre="urn:autre"`;
interface More {
  /** Automatic styles of the text. */
  readonly styles?: string;
  /** Master styles of styles.xml; none: there is no such file. */
  readonly master?: string;
  readonly parts?: Readonly<Record<string, string>>;
}
async function read(body: string, { styles = "", master, parts = {} }: More = {}): Promise<string> {
  const files = {
    "content.xml": `<office:document-content ${NAMESPACES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ...(master === undefined
      ? {}
      : { "styles.xml": `<office:document-styles ${NAMESPACES}>${master}</office:document-styles>` }),
    ...parts,
  };
  const bytes = zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
  const result = await readOdt(source("IS101.odt", bytes));
  return onOneLine(result);
}
const all = (bodies: readonly string[], around: (body: string) => string = (body) => body, more?: More) =>
  withReadings(bodies, (body) => read(around(body), more));
const p = (content: string, attributes = ""): string => `<text:p ${attributes}>${content}</text:p>`;
const cell = (content: string, attributes = ""): string =>
  `<table:table-cell ${attributes}>${content}</table:table-cell>`;
const row = (cells: string, attributes = ""): string => `<table:table-row ${attributes}>${cells}</table:table-row>`;
const table = (...rows: readonly string[]): string => `<table:table>${rows.join("")}</table:table>`;
/** A figure beside « Vols », above another row. */
const figure = (content: string, attributes = ""): string =>
  table(row(cell(p("Vols")) + cell(content, attributes)), row(cell(p("Rixes")) + cell(p("8"))));

describe("the text of a paragraph", () => {
  test("with its blanks, tabs, lines, links, fields and what is left out", async () => {
    expect(
      await all(
        [
          "a  b\n c",
          "a<text:s/>b",
          '1<text:s text:c="3"/>2',
          "a<text:tab/>b",
          "a<text:line-break/>b",
          "<text:a>x</text:a>y",
          "<text:span>x</text:span>y",
          "<text:page-number>3</text:page-number>",
          "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>n</text:p></text:note-body></text:note>a",
          "<office:annotation><text:p>n</text:p></office:annotation>a<office:annotation-end/>",
          "<text:script>x</text:script>a",
          "<autre:x>9</autre:x>a",
          "<text:change-start/>a<text:change-end/>",
          '<text:variable-set text:display="none">9</text:variable-set>a',
          "<text:sequence-decls><text:p>x</text:p></text:sequence-decls>a",
          "<text:bookmark/>a",
          '<text:hidden-text text:is-hidden="true" text:string-value="9"/>a',
          '<text:hidden-text text:is-hidden="true">8</text:hidden-text>a',
          '<text:hidden-text text:is-hidden="false">8</text:hidden-text>a',
          '<text:hidden-text text:string-value="9"/>a',
          '<text:hidden-paragraph text:is-hidden="true"/>a',
          "<text:hidden-paragraph/>a",
        ],
        (content) => p(content),
      ),
    ).toEqual([
      "a  b\n c => a b c",
      "a<text:s/>b => a b",
      '1<text:s text:c="3"/>2 => 1   2',
      "a<text:tab/>b => a\tb",
      "a<text:line-break/>b => a\nb",
      "<text:a>x</text:a>y => xy",
      "<text:span>x</text:span>y => xy",
      "<text:page-number>3</text:page-number> => 3",
      "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>n</text:p></text:note-body></text:note>a => a",
      "<office:annotation><text:p>n</text:p></office:annotation>a<office:annotation-end/> => a",
      "<text:script>x</text:script>a => a [hidden x]",
      "<autre:x>9</autre:x>a => a [unsure 9]",
      "<text:change-start/>a<text:change-end/> => a",
      '<text:variable-set text:display="none">9</text:variable-set>a => a [hidden 9]',
      "<text:sequence-decls><text:p>x</text:p></text:sequence-decls>a => a",
      "<text:bookmark/>a => a",
      '<text:hidden-text text:is-hidden="true" text:string-value="9"/>a => a [hidden 9]',
      '<text:hidden-text text:is-hidden="true">8</text:hidden-text>a => a [hidden 8]',
      '<text:hidden-text text:is-hidden="false">8</text:hidden-text>a => 8a',
      '<text:hidden-text text:string-value="9"/>a => a [unsure 9]',
      '<text:hidden-paragraph text:is-hidden="true"/>a =>  [hidden a]',
      "<text:hidden-paragraph/>a =>  [unsure a]",
    ]);
  });

  test("deleted under tracked changes is told where it was, in a paragraph or between two", async () => {
    const region = (id: string, content: string, attribute = "text:id") =>
      `<text:changed-region ${attribute}="${id}"><text:deletion>${content}</text:deletion></text:changed-region>`;
    const changes = `<text:tracked-changes>${region("a", p("11"))}${region("b", `${p("x")}<text:h>y</text:h>`)}<text:changed-region text:id="c"><text:insertion/></text:changed-region>${region("d", p("13"), "xml:id")}</text:tracked-changes>`;
    expect(
      await all(
        [
          '<text:change text:change-id="a"/>9',
          '<text:change text:change-id="b"/>9',
          '<text:change text:change-id="c"/>9',
          '<text:change text:change-id="d"/>9',
          '<text:change text:change-id="z"/>9',
          "9",
        ],
        (content) => changes + figure(p(content)),
      ),
    ).toEqual([
      '<text:change text:change-id="a"/>9 => Vols|9 / Rixes|8 [struck 11]',
      '<text:change text:change-id="b"/>9 => Vols|9 / Rixes|8 [struck x\ny]',
      '<text:change text:change-id="c"/>9 => Vols|9 / Rixes|8',
      '<text:change text:change-id="d"/>9 => Vols|9 / Rixes|8 [struck 13]',
      '<text:change text:change-id="z"/>9 => Vols|9 / Rixes|8',
      "9 => Vols|9 / Rixes|8",
    ]);
    expect(await read(`${changes}${p("a")}<text:change text:change-id="b"/>${p("c")}`)).toBe("a /  / c [struck x\ny]");
  });
});

describe("rows and cells", () => {
  test("repeated, spanning, covered, in groups and headers", async () => {
    const two = (cells: string) => table(row(cell(p("a")) + cell(p("b")) + cell(p("c"))), row(cells));
    expect(
      await all(
        [
          cell(p("x"), 'table:number-columns-repeated="2"') + cell(p("y")),
          `${cell(p("x"), 'table:number-columns-spanned="2"')}<table:covered-table-cell/>${cell(p("y"))}`,
          `<table:covered-table-cell/>${cell(p("y"))}`,
          `<table:covered-table-cell table:number-columns-repeated="2"/>${cell(p("y"))}`,
          cell("", 'table:number-columns-repeated="2"') + cell(p("y")),
        ],
        two,
      ),
    ).toEqual([
      '<table:table-cell table:number-columns-repeated="2"><text:p >x</text:p></table:table-cell><table:table-cell ><text:p >y</text:p></table:table-cell> => a|b|c / x|x|y',
      '<table:table-cell table:number-columns-spanned="2"><text:p >x</text:p></table:table-cell><table:covered-table-cell/><table:table-cell ><text:p >y</text:p></table:table-cell> => a|b|c / x{1x2}|^|y',
      "<table:covered-table-cell/><table:table-cell ><text:p >y</text:p></table:table-cell> => a|b|c / |y|",
      '<table:covered-table-cell table:number-columns-repeated="2"/><table:table-cell ><text:p >y</text:p></table:table-cell> => a|b|c / ||y',
      '<table:table-cell table:number-columns-repeated="2"></table:table-cell><table:table-cell ><text:p >y</text:p></table:table-cell> => a|b|c / ||y',
    ]);
    const spanned = table(
      row(cell(p("a"), 'table:number-rows-spanned="2"') + cell(p("1"))),
      row(`<table:covered-table-cell/>${cell(p("2"))}`),
      row(cell(p("b")) + cell(p("3"))),
    );
    expect(await read(spanned)).toBe("a{2x1}|1 / ^|2 / b|3");
    expect(await read(table(row(cell(p("a")), 'table:number-rows-repeated="3"'), row(cell(p("b")))))).toBe(
      "a / a / a / b",
    );
    expect(
      await read(
        `<table:table><table:table-header-rows>${row(cell(p("t")))}</table:table-header-rows><table:table-rows>${row(cell(p("a")))}</table:table-rows><table:table-row-group>${row(cell(p("b")))}</table:table-row-group></table:table>`,
      ),
    ).toBe("t / a / b");
    expect(
      await read(table(row(cell(p("x") + table(row(cell(p("1")) + cell(p("2"))))) + cell(p("y"))), row(cell(p("b"))))),
    ).toBe("x| / 1|2 / | / y| / b|");
  });

  test("that are hidden tell what they held beside the row that follows, or after the table", async () => {
    const styles =
      '<style:style style:family="table-row" style:name="Bas"><style:table-row-properties style:row-height="0.05cm"/></style:style><style:style style:family="table-row" style:name="Haut"><style:table-row-properties style:row-height="0.5cm"/></style:style>';
    expect(
      await all(
        [
          'table:visibility="collapse"',
          'table:visibility="filter"',
          'table:visibility="visible"',
          'table:style-name="Bas"',
          'table:style-name="Haut"',
        ],
        (attributes) => table(row(cell(p("x")) + cell(p("9")), attributes), row(cell(p("y")) + cell(p("8")))),
        { styles },
      ),
    ).toEqual([
      'table:visibility="collapse" => y|8 [hidden x] [hidden 9]',
      'table:visibility="filter" => y|8 [hidden x] [hidden 9]',
      'table:visibility="visible" => x|9 / y|8',
      'table:style-name="Bas" => y|8 [hidden x] [hidden 9]',
      'table:style-name="Haut" => x|9 / y|8',
    ]);
    expect(
      await read(
        table(row(cell(p("y")) + cell(p("8"))), row(cell(p("x")) + cell(p("9")), 'table:visibility="collapse"')),
      ),
    ).toBe("y|8 / | / | [hidden x] [hidden 9]");
    const hidden = (text: string) => row(cell(p(text)), 'table:visibility="collapse"');
    expect(await read(table(hidden("1"), hidden("2"), row(cell(p("y"))), hidden("3"), row(cell(p("z")))))).toBe(
      "y / z [hidden 1] [hidden 2] [hidden 3]",
    );
  });

  test("that hold a number which is not the one of their text", async () => {
    const stored = (type: string, value: string, text: string) =>
      figure(p(text), `office:value-type="${type}" office:value="${value}"`);
    expect(
      await Promise.all(
        [
          ["float", "12", "12"],
          ["float", "13", "12"],
          ["float", "1012", "1 012"],
          ["float", "12.5", "12,5"],
          ["float", "12.5", "12.5"],
          ["float", "13.5", "12,5"],
          ["float", "11.5", "12,5"],
          ["float", "12", ""],
          ["float", "12", "nd"],
          ["percentage", ".12", "12"],
          ["string", "13", "12"],
        ].map(
          async ([type = "", value = "", text = ""]) =>
            `${type} ${value} ${text} => ${await read(stored(type, value, text))}`,
        ),
      ),
    ).toEqual([
      "float 12 12 => Vols|12 / Rixes|8",
      "float 13 12 => Vols|12 / Rixes|8 [otherwise 13]",
      "float 1012 1 012 => Vols|1 012 / Rixes|8",
      "float 12.5 12,5 => Vols|12,5 / Rixes|8",
      "float 12.5 12.5 => Vols|12.5 / Rixes|8",
      "float 13.5 12,5 => Vols|12,5 / Rixes|8 [otherwise 13.5]",
      "float 11.5 12,5 => Vols|12,5 / Rixes|8 [otherwise 11.5]",
      "float 12  => Vols| / Rixes|8",
      "float 12 nd => Vols|nd / Rixes|8",
      "percentage .12 12 => Vols|12 / Rixes|8",
      "string 13 12 => Vols|12 / Rixes|8",
    ]);
  });

  test("that are computed again when the file is opened", async () => {
    const sum = (value: string) =>
      figure(p("12"), `table:formula="ooow:sum&lt;B2:B3&gt;" office:value-type="float" office:value="${value}"`);
    expect([await read(sum("12")), await read(sum("13"))]).toEqual([
      "Vols|12 / Rixes|8 [stale sum<B2:B3>]",
      "Vols|12 / Rixes|8 [stale sum<B2:B3>] [otherwise 13]",
    ]);
  });

  test("that hold a number which their format draws with signs of its own", async () => {
    const styles =
      '<number:number-style style:name="S"><number:text>12</number:text></number:number-style><style:style style:family="table-cell" style:name="C" style:data-style-name="S"/>';
    const signs = (text: string, stored = 'office:value="7"') =>
      figure(p(text), `table:style-name="C" office:value-type="float" ${stored}`);
    expect([
      await read(signs("12"), { styles }),
      await read(signs(""), { styles }),
      await read(signs("12", ""), { styles }),
    ]).toEqual(["Vols|12 / Rixes|8 [otherwise 7]", "Vols| / Rixes|8", "Vols|12 / Rixes|8"]);
    // One that chooses by conditions what it writes, or that draws no digit at all, is not that of a plain number.
    const formats = [
      '<number:number/><style:map style:condition="value()&gt;5" style:apply-style-name="T"/>',
      "<number:number/><number:text> </number:text>",
      "<number:number/>",
      "<number:number><number:embedded-text>1</number:embedded-text></number:number>",
      "",
    ];
    const drawn: string[] = [];
    for (const format of formats)
      drawn.push(
        await read(signs("12", 'office:value="12"'), {
          styles: styles.replace("<number:text>12</number:text>", format),
        }),
      );
    expect(drawn).toEqual([
      "Vols|12 / Rixes|8 [otherwise 12]",
      "Vols|12 / Rixes|8",
      "Vols|12 / Rixes|8",
      "Vols|12 / Rixes|8 [otherwise 12]",
      "Vols|12 / Rixes|8 [otherwise 12]",
    ]);
  });

  test("on the ground of the cell, of the row, of the table or of the page, whichever is nearest", async () => {
    const ground = (family: string, colour = "#000080") =>
      `<style:style style:family="${family}" style:name="G"><style:${family}-properties fo:background-color="${colour}"/></style:style>`;
    const ink =
      '<style:style style:family="text" style:name="I"><style:text-properties fo:color="#000080"/></style:style>';
    const word = (where: string) => {
      const named = (family: string) => (family === where ? 'table:style-name="G"' : "");
      return `<table:table ${named("table")}>${row(cell(p("Vols")) + cell(p('<text:span text:style-name="I">7</text:span>'), named("table-cell")), named("table-row"))}</table:table>`;
    };
    const found: string[] = [];
    for (const family of ["table", "table-row", "table-cell", "none"])
      found.push(
        `${family} => ${await read(word(family), { styles: ink + (family === "none" ? "" : ground(family)) })}`,
      );
    expect(found).toEqual([
      "table => Vols| [faint 7]",
      "table-row => Vols| [faint 7]",
      "table-cell => Vols| [faint 7]",
      "none => Vols|7",
    ]);
  });
});

describe("the look of a text", () => {
  const styleOf = (family: string, name: string, properties: string, more = "") =>
    `<style:style style:family="${family}" style:name="${name}">${more}<style:text-properties ${properties}/></style:style>`;
  const inSpan = (properties: string) =>
    read(figure(p('<text:span text:style-name="S">12</text:span>')), { styles: styleOf("text", "S", properties) });
  const looks = (properties: readonly string[]) => withReadings(properties, inSpan);

  test("at each of its bounds", async () => {
    expect(
      await looks([
        ...["90", "91", "269", "270", "300"].map((angle) => `style:text-rotation-angle="${angle}"`),
        ...["9% 100%", "-9% 100%", "10% 58%", "-10% 58%", "33% 100%", "0% 58%", "super", "sub 58%"].map(
          (at) => `style:text-position="${at}"`,
        ),
        ...["style", "type", "text"].map((part) => `style:text-line-through-${part}="solid"`),
        'style:font-name="Arial" fo:font-family="Wingdings"',
        'fo:font-family="Wingdings"',
        ...["-3pt", "-3.1pt", "-1mm", "-1.1mm"].map((spacing) => `fo:letter-spacing="${spacing}"`),
      ]),
    ).toEqual([
      'style:text-rotation-angle="90" => Vols|12 / Rixes|8',
      'style:text-rotation-angle="91" => Vols| / Rixes|8 [unsure 12]',
      'style:text-rotation-angle="269" => Vols| / Rixes|8 [unsure 12]',
      'style:text-rotation-angle="270" => Vols|12 / Rixes|8',
      'style:text-rotation-angle="300" => Vols|12 / Rixes|8',
      'style:text-position="9% 100%" => Vols|12 / Rixes|8',
      'style:text-position="-9% 100%" => Vols|12 / Rixes|8',
      'style:text-position="10% 58%" => Vols|¹² / Rixes|8',
      'style:text-position="-10% 58%" => Vols|₁₂ / Rixes|8',
      'style:text-position="33% 100%" => Vols|¹² / Rixes|8',
      'style:text-position="0% 58%" => Vols|12 / Rixes|8',
      'style:text-position="super" => Vols|¹² / Rixes|8',
      'style:text-position="sub 58%" => Vols|₁₂ / Rixes|8',
      'style:text-line-through-style="solid" => Vols| / Rixes|8 [struck 12]',
      'style:text-line-through-type="solid" => Vols| / Rixes|8 [struck 12]',
      'style:text-line-through-text="solid" => Vols| / Rixes|8 [struck 12]',
      'style:font-name="Arial" fo:font-family="Wingdings" => Vols|12 / Rixes|8',
      'fo:font-family="Wingdings" => Vols| / Rixes|8 [unsure 12]',
      'fo:letter-spacing="-3pt" => Vols|12 / Rixes|8',
      'fo:letter-spacing="-3.1pt" => Vols| / Rixes|8 [unsure 12]',
      'fo:letter-spacing="-1mm" => Vols|12 / Rixes|8',
      'fo:letter-spacing="-1.1mm" => Vols| / Rixes|8 [unsure 12]',
    ]);
  });

  test("is that of its paragraph, where a span says something else", async () => {
    const around = [
      'style:text-line-through-style="solid"',
      'style:text-position="super 58%"',
      'fo:color="#ffffff"',
      'text:display="none"',
      'style:text-rotation-angle="180"',
      'style:font-name="Wingdings"',
      'loext:opacity="5%"',
      'fo:font-size="2pt"',
    ];
    const within = (properties: string) =>
      read(figure(p('<text:span text:style-name="S">12</text:span>', 'text:style-name="P"')), {
        styles: styleOf("paragraph", "P", properties) + styleOf("text", "S", 'fo:font-weight="bold"'),
      });
    expect(await withReadings(around, within)).toEqual([
      'style:text-line-through-style="solid" => Vols| / Rixes|8 [struck 12]',
      'style:text-position="super 58%" => Vols|¹² / Rixes|8',
      'fo:color="#ffffff" => Vols| / Rixes|8 [faint 12]',
      'text:display="none" => Vols| / Rixes|8 [hidden 12]',
      'style:text-rotation-angle="180" => Vols| / Rixes|8 [unsure 12]',
      'style:font-name="Wingdings" => Vols| / Rixes|8 [unsure 12]',
      'loext:opacity="5%" => Vols| / Rixes|8 [faint 12]',
      'fo:font-size="2pt" => Vols| / Rixes|8 [faint 12]',
    ]);
  });

  test("is in doubt where its line begins out of its cell, in whichever unit that is said", async () => {
    const lengths = "-9pt -11pt -0.13in -0.16in -0.3cm -0.4cm -3mm -4mm -13px -14px -0.8pc -0.9pc -12pouces".split(" ");
    const found: string[] = [];
    for (const length of lengths) {
      const margin = `<style:paragraph-properties fo:margin-left="${length}"/>`;
      const told = await read(figure(p("12", 'text:style-name="P"')), {
        styles: styleOf("paragraph", "P", "", margin),
      });
      if (told.includes("[")) found.push(length);
    }
    expect(found).toEqual(["-11pt", "-0.16in", "-0.4cm", "-4mm", "-14px", "-0.9pc"]);
  });

  test("in the style of its column, where its cell names none", async () => {
    const styles = `<style:style style:family="table-cell" style:name="N"><style:table-cell-properties fo:background-color="#000080"/></style:style>${styleOf("text", "S", 'fo:color="#000080"')}`;
    const navy = (text: string) => cell(p(`<text:span text:style-name="S">${text}</text:span>`));
    const columns =
      '<table:table-column table:number-columns-repeated="2"/><table:table-column table:default-cell-style-name="N"/>';
    const rows = [
      row(navy("1") + navy("2") + navy("3")),
      row(navy("4").replace("<table:table-cell ", '<table:table-cell table:number-columns-repeated="2" ') + navy("5")),
    ];
    expect(await read(table(columns, ...rows), { styles })).toBe("1|2| / 4|4| [faint 3] [faint 5]");
  });

  test("in a table of a text box, as LibreOffice names it", async () => {
    const named = table(
      row(`${cell(p("Vols"))}${cell(p("12"), 'table:number-columns-spanned="2"')}<table:covered-table-cell/>`),
    )
      .replaceAll("<table:", "<loext:")
      .replaceAll("</table:", "</loext:");
    expect(await read(p(`<draw:custom-shape text:anchor-type="as-char">${named}</draw:custom-shape>`))).toBe(
      "Vols|12{1x2}|^",
    );
  });

  test("in a text box is on the ground of the box, or of what is behind it", async () => {
    const styles = styleOf("text", "S", 'fo:color="#ffffff"');
    const white = '<text:span text:style-name="S">12</text:span>';
    const inside = `<draw:text-box>${p(white)}</draw:text-box>`;
    const box = `<draw:frame text:anchor-type="as-char" draw:style-name="G">${inside}</draw:frame>`;
    const shape = `<draw:custom-shape text:anchor-type="as-char" draw:style-name="G">${p(white)}</draw:custom-shape>`;
    const onPage = box.replace("as-char", "page");
    const filled = (attributes: string, body: string) =>
      read(body, {
        styles: `${styles}${styleOf("graphic", "G", "").replace("text-properties", `graphic-properties ${attributes}`)}`,
      });
    const faint = " [faint 12]";
    expect(await read(p(white), { styles })).toBe(faint);
    for (const [attributes, ...readings] of [
      ["", faint, "12", faint],
      ['draw:fill="none"', faint, faint, faint],
      ['draw:fill="none" fo:background-color="#000080"', faint, faint, faint],
      ['fo:background-color="#000080"', "12", "12", "12"],
      ['draw:fill-color="#000080"', faint, "12", faint],
      ['draw:fill="solid" draw:fill-color="#000080"', "12", "12", "12"],
      ['draw:fill="solid" draw:fill-color="#ffffff"', faint, faint, faint],
      ['draw:fill="solid" draw:fill-color="#ffffff" draw:opacity="50%"', "12", "12", "12"],
      ['draw:fill="gradient" draw:fill-color="#ffffff"', "12", "12", "12"],
    ] as const) {
      const found = [
        await filled(attributes, p(box)),
        await filled(attributes, p(shape)),
        await filled(attributes, onPage),
      ];
      expect([attributes, ...found.map((one) => one.replace(" may-look-otherwise", ""))]).toEqual([
        attributes,
        ...readings,
      ]);
    }
    expect(await filled("", p(`<draw:g text:anchor-type="as-char">${box}</draw:g>`))).toBe("12");
  });
});

describe("lists, headings, sections and boxes", () => {
  const level = (n: number, suffix: string) =>
    `<text:list-level-style-number text:level="${n}" style:num-format="1" style:num-suffix="${suffix}"/>`;
  const styles = `<text:list-style style:name="L">${level(1, ".")}${level(2, ")")}</text:list-style><text:list-style style:name="M">${level(1, ":")}</text:list-style><text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-suffix="."/></text:list-style><style:style style:family="paragraph" style:name="P" style:list-style-name="M"/><style:style style:family="paragraph" style:name="T" style:list-style-name="L"/><text:outline-style><text:outline-level-style text:level="1" style:num-format="1"/></text:outline-style>`;
  const item = (content: string) => `<text:list-item>${content}</text:list-item>`;
  test("draw their numbers before the first paragraph of an item, by the style of the list that is nearest", async () => {
    const list = (content: string, name = 'text:style-name="L"') => `<text:list ${name}>${content}</text:list>`;
    expect(
      await all(
        [
          list(item(p("2"))),
          list(item(p("2") + p("3"))),
          list(item(p("2")), 'text:style-name="N"'), // a list that numbers nothing
          list(item(p("2")), ""),
          list(item(p("2", 'text:style-name="P"')), ""),
          list(item(p("2", 'text:style-name="P"'))),
          list(item(list(item(p("2")), ""))),
          list(item(list(item(p("2")), 'text:style-name="M"'))),
          list(`<text:list-header>${p("2")}</text:list-header>`),
          list(item(p("Vols"))),
          "<text:h>2</text:h>",
          '<text:h text:outline-level="2">2</text:h>',
          '<text:h text:outline-level="1" text:is-list-header="true">2</text:h>',
          '<text:h text:outline-level="2" text:style-name="T">2</text:h>',
          p("2", 'text:style-name="T"'),
        ],
        (content) => figure(content),
        { styles },
      ),
    ).toEqual([
      '<text:list text:style-name="L"><text:list-item><text:p >2</text:p></text:list-item></text:list> => Vols|2 / Rixes|8 [unsure n°.]',
      '<text:list text:style-name="L"><text:list-item><text:p >2</text:p><text:p >3</text:p></text:list-item></text:list> => Vols|2\n3 / Rixes|8 [unsure n°.]',
      '<text:list text:style-name="N"><text:list-item><text:p >2</text:p></text:list-item></text:list> => Vols|2 / Rixes|8',
      "<text:list ><text:list-item><text:p >2</text:p></text:list-item></text:list> => Vols|2 / Rixes|8",
      '<text:list ><text:list-item><text:p text:style-name="P">2</text:p></text:list-item></text:list> => Vols|2 / Rixes|8 [unsure n°:]',
      '<text:list text:style-name="L"><text:list-item><text:p text:style-name="P">2</text:p></text:list-item></text:list> => Vols|2 / Rixes|8 [unsure n°.]',
      '<text:list text:style-name="L"><text:list-item><text:list ><text:list-item><text:p >2</text:p></text:list-item></text:list></text:list-item></text:list> => Vols|2 / Rixes|8 [unsure n°)] [unsure n°.]',
      '<text:list text:style-name="L"><text:list-item><text:list text:style-name="M"><text:list-item><text:p >2</text:p></text:list-item></text:list></text:list-item></text:list> => Vols|2 / Rixes|8 [unsure n°.]',
      '<text:list text:style-name="L"><text:list-header><text:p >2</text:p></text:list-header></text:list> => Vols|2 / Rixes|8',
      '<text:list text:style-name="L"><text:list-item><text:p >Vols</text:p></text:list-item></text:list> => Vols|Vols / Rixes|8',
      "<text:h>2</text:h> => Vols|2 / Rixes|8 [unsure n°]",
      '<text:h text:outline-level="2">2</text:h> => Vols|2 / Rixes|8',
      '<text:h text:outline-level="1" text:is-list-header="true">2</text:h> => Vols|2 / Rixes|8',
      '<text:h text:outline-level="2" text:style-name="T">2</text:h> => Vols|2 / Rixes|8 [unsure n°)]',
      '<text:p text:style-name="T">2</text:p> => Vols|2 / Rixes|8',
    ]);
    expect(await all([list(item(p("2"))), "<text:h>2</text:h>"], (content) => content, { styles })).toEqual([
      '<text:list text:style-name="L"><text:list-item><text:p >2</text:p></text:list-item></text:list> => 2',
      "<text:h>2</text:h> => 2",
    ]);
  });

  test("are told when they are hidden, read apart when they are boxes", async () => {
    expect(
      await all([
        `<text:section>${p("a")}</text:section>`,
        `<text:section text:display="none">${p("a")}${figure(p("9"))}</text:section>`,
        `<text:section text:display="condition">${p("a")}</text:section>`,
        `<text:section text:display="true">${p("a")}</text:section>`,
        `<text:table-of-content><text:index-body>${p("a")}</text:index-body></text:table-of-content>`,
        p(`a<draw:frame><draw:text-box>${p("b")}${p("c")}</draw:text-box></draw:frame>`),
        p(`a<draw:custom-shape>${p("b")}</draw:custom-shape>`),
        `<draw:frame text:anchor-type="page"><draw:text-box>${p("b")}</draw:text-box></draw:frame>${p("a")}`,
        p("a<draw:frame><draw:image/></draw:frame>"),
      ]),
    ).toEqual([
      "<text:section><text:p >a</text:p></text:section> => a",
      '<text:section text:display="none"><text:p >a</text:p><table:table><table:table-row ><table:table-cell ><text:p >Vols</text:p></table:table-cell><table:table-cell ><text:p >9</text:p></table:table-cell></table:table-row><table:table-row ><table:table-cell ><text:p >Rixes</text:p></table:table-cell><table:table-cell ><text:p >8</text:p></table:table-cell></table:table-row></table:table></text:section> =>  [hidden a] [hidden Vols] [hidden 9] [hidden Rixes] [hidden 8]',
      '<text:section text:display="condition"><text:p >a</text:p></text:section> =>  [unsure a]',
      '<text:section text:display="true"><text:p >a</text:p></text:section> => a',
      "<text:table-of-content><text:index-body><text:p >a</text:p></text:index-body></text:table-of-content> => a",
      "<text:p >a<draw:frame><draw:text-box><text:p >b</text:p><text:p >c</text:p></draw:text-box></draw:frame></text:p> => a / b / c",
      "<text:p >a<draw:custom-shape><text:p >b</text:p></draw:custom-shape></text:p> => a / b",
      '<draw:frame text:anchor-type="page"><draw:text-box><text:p >b</text:p></draw:text-box></draw:frame><text:p >a</text:p> => b / a may-look-otherwise',
      "<text:p >a<draw:frame><draw:image/></draw:frame></text:p> => a",
    ]);
  });

  test("that hold a text and lie over another are told", async () => {
    const box = (attributes: string, anchor = "paragraph") =>
      read(p(`a<draw:custom-shape text:anchor-type="${anchor}" draw:style-name="G">${p("b")}</draw:custom-shape>`), {
        styles: `<style:style style:family="graphic" style:name="G"><style:graphic-properties ${attributes}/></style:style>`,
      });
    expect(await box('style:wrap="run-through"')).toBe("a / b may-look-otherwise");
    expect(await box('style:wrap="run-through" style:run-through="background"')).toBe("a / b");
    expect(await box('style:wrap="run-through"', "as-char")).toBe("a / b");
    expect(await box('style:wrap="parallel"')).toBe("a / b");
  });

  test("that lie over the text, or over a figure, are told", async () => {
    const graphics = (name: string, attributes: string) =>
      `<style:style style:family="graphic" style:name="${name}"><style:graphic-properties ${attributes}/></style:style>`;
    const more = {
      styles:
        graphics("Sur", 'style:wrap="run-through"') +
        graphics("Sous", 'style:wrap="run-through" style:run-through="background"') +
        graphics("Cote", 'style:wrap="parallel"'),
    };
    const drawings = [
      '<draw:frame draw:style-name="Sur"><draw:image/></draw:frame>',
      '<draw:frame draw:style-name="Sous"><draw:image/></draw:frame>',
      '<draw:frame draw:style-name="Cote"><draw:image/></draw:frame>',
      '<draw:a draw:style-name="Sur"/>',
      '<draw:line text:anchor-type="as-char"/>',
      '<draw:line text:anchor-type="paragraph"/>',
      '<draw:line draw:style-name="Sous"/>',
      "<draw:frame><draw:image/><svg:desc>12</svg:desc></draw:frame>",
    ];
    expect(await all(drawings, (drawing) => p(`a${drawing}`), more)).toEqual([
      '<draw:frame draw:style-name="Sur"><draw:image/></draw:frame> => a may-look-otherwise',
      '<draw:frame draw:style-name="Sous"><draw:image/></draw:frame> => a',
      '<draw:frame draw:style-name="Cote"><draw:image/></draw:frame> => a',
      '<draw:a draw:style-name="Sur"/> => a may-look-otherwise',
      '<draw:line text:anchor-type="as-char"/> => a',
      '<draw:line text:anchor-type="paragraph"/> => a may-look-otherwise',
      '<draw:line draw:style-name="Sous"/> => a',
      "<draw:frame><draw:image/><svg:desc>12</svg:desc></draw:frame> => a [other 12]",
    ]);
    expect(await all(drawings, (drawing) => figure(p(`7${drawing}`)), more)).toEqual([
      '<draw:frame draw:style-name="Sur"><draw:image/></draw:frame> => Vols|7 / Rixes|8 [covered ]',
      '<draw:frame draw:style-name="Sous"><draw:image/></draw:frame> => Vols|7 / Rixes|8',
      '<draw:frame draw:style-name="Cote"><draw:image/></draw:frame> => Vols|7 / Rixes|8 may-look-otherwise',
      '<draw:a draw:style-name="Sur"/> => Vols|7 / Rixes|8 [covered ]',
      '<draw:line text:anchor-type="as-char"/> => Vols|7 / Rixes|8 may-look-otherwise',
      '<draw:line text:anchor-type="paragraph"/> => Vols|7 / Rixes|8 [covered ]',
      '<draw:line draw:style-name="Sous"/> => Vols|7 / Rixes|8',
      "<draw:frame><draw:image/><svg:desc>12</svg:desc></draw:frame> => Vols|7 / Rixes|8 [other 12]",
    ]);
    expect(await read(`${p("a")}<draw:line text:anchor-type="page"/>`)).toBe("a may-look-otherwise");
  });
});

describe("pages and files", () => {
  test("headers stand first, footers last, each text once", async () => {
    const master = `<office:master-styles><style:master-page style:name="A" style:next-style-name="B"><style:header>${p("h")}</style:header><style:header-left>${p("l")}</style:header-left><style:header-first>${p("h")}</style:header-first><style:footer>${p("f")}</style:footer><style:footer-first>${p("g")}${table(row(cell(p("t"))))}</style:footer-first></style:master-page><style:master-page style:name="B"><style:header>${p("h")}</style:header></style:master-page></office:master-styles>`;
    expect(await read(p("a"), { master })).toBe("h / l / a / f / g / t");
  });
  test("are those that the text calls, with those that follow; the others are shown nowhere", async () => {
    const page = (name: string, next = "", attributes = "") =>
      `<style:master-page style:name="${name}" ${next && `style:next-style-name="${next}"`}><style:header ${attributes}>${p(name)}</style:header></style:master-page>`;
    const master = page("Autre") + page("Standard") + page("Suivie", "Suite") + page("Suite", "Suivie");
    const calling = (family: string, name: string, called: string, parent = "") =>
      `<style:style style:family="${family}" style:name="${name}" style:master-page-name="${called}" style:parent-style-name="${parent}"/>`;
    const styles = `${calling("paragraph", "S", "Suivie")}${calling("table", "A", "Autre")}${calling("paragraph", "Vide", "", "S")}<style:style style:family="paragraph" style:name="Fils" style:parent-style-name="S"/>`;
    const called = (body: string) => read(body, { styles, master });
    const a = p("a");
    expect(await called(a)).toBe("Standard / a");
    expect(await called(p("a", 'text:style-name="S"'))).toBe("Suivie / Suite / a");
    expect(await called(p("a", 'text:style-name="Fils"'))).toBe("Suivie / Suite / a");
    expect(await called(p("a", 'text:style-name="Vide"'))).toBe("Standard / a");
    expect(await called(`<text:section>${a}${p("b", 'text:style-name="S"')}</text:section>`)).toBe(
      "Standard / Suivie / Suite / a / b",
    );
    expect(await called(a + table(row(cell(a))).replace("<table:table>", '<table:table table:style-name="A">'))).toBe(
      "Standard / Autre / a / a",
    );
    expect(await read(a, { master: page("Standard", "", 'style:display="false"') })).toBe("a");
  });

  test("have a ground, that of the pages called Standard, or of the first ones", async () => {
    const page = (name: string, layout: string) =>
      `<style:master-page style:name="${name}" style:page-layout-name="${layout}"/>`;
    const layouts = `<style:page-layout style:name="Navy"><style:page-layout-properties fo:background-color="#000080"/></style:page-layout><style:page-layout style:name="Plain"><style:page-layout-properties/></style:page-layout><style:page-layout style:name="None"><style:page-layout-properties draw:fill="none" fo:background-color="#000080"/></style:page-layout><style:page-layout style:name="Solid"><style:page-layout-properties draw:fill="solid" draw:fill-color="#000080"/></style:page-layout>`;
    const styles =
      '<style:style style:family="text" style:name="I"><style:text-properties fo:color="#000080"/></style:style>';
    const on = (...pages: readonly string[]) =>
      read(p('<text:span text:style-name="I">7</text:span>'), { styles, master: layouts + pages.join("") });
    expect([
      await on(page("A", "Navy"), page("B", "Plain")),
      await on(page("A", "Plain"), page("B", "Navy")),
      await on(page("A", "Plain"), page("Standard", "Navy")),
      await on(page("A", "None")),
      await on(page("A", "Solid")),
      await on(),
    ]).toEqual([" [faint 7]", "7", " [faint 7]", "7", " [faint 7]", "7"]);
  });
  test("are refused without their text, and told of their own fonts", async () => {
    const face =
      "<office:font-face-decls><style:font-face><svg:font-face-src><svg:font-face-uri/></svg:font-face-src></style:font-face></office:font-face-decls>";
    expect([
      await read(p("a"), { master: face }),
      await read(p("a"), { parts: { "content.xml": `<office:document-content ${NAMESPACES}/>` } }),
      await read(p("a"), { parts: { "content.xml": "<a" } }),
      await read(""),
    ]).toEqual([
      "a may-look-otherwise",
      " file-unreadable content.xml sans texte",
      " file-unreadable content.xml : 1:2: document must contain a root element.",
      " document-without-text",
    ]);
  });
});

test("a text whose style names another one for some places is not sure where that one may not be seen", async () => {
  const conditional = (text: string) =>
    `<style:style style:family="paragraph" style:name="Corps"><style:map style:condition="table()" style:apply-style-name="Autre"/></style:style><style:style style:family="paragraph" style:name="Autre"><style:text-properties ${text}/></style:style>`;
  const cellOf = (text: string) => read(figure(p("12", 'text:style-name="Corps"')), { styles: conditional(text) });
  expect([await cellOf('fo:color="#ffffff"'), await cellOf('fo:font-weight="bold"')]).toEqual([
    "Vols| / Rixes|8 [unsure 12]",
    "Vols|12 / Rixes|8",
  ]);
});

test("a text at the right of the page is read outside of tables", async () => {
  const styles =
    '<style:style style:family="paragraph" style:name="Droite"><style:paragraph-properties fo:margin-left="10cm"/></style:style>';
  const name = p("Arras", 'text:style-name="Droite"');
  expect(await read(name, { styles })).toBe("Arras");
  expect(await read(figure(p("12", 'text:style-name="Droite"')), { styles })).toBe("Vols| / Rixes|8 [unsure 12]");
});

test("the colour of a text is that of its nearest style that says one, whatever those further say of the usual colour", async () => {
  const usual = 'style:use-window-font-color="true" loext:opacity="0%"';
  const styles = (text: string) =>
    `<style:default-style style:family="paragraph"><style:text-properties ${text}/></style:default-style><style:style style:family="paragraph" style:name="Blanc"><style:text-properties fo:color="#ffffff"/></style:style><style:style style:family="paragraph" style:name="BlancClair"><style:text-properties fo:color="#ffffff" loext:opacity="100%"/></style:style><style:style style:family="paragraph" style:name="Usuel" style:parent-style-name="Blanc"><style:text-properties ${text}/></style:style><style:style style:family="paragraph" style:name="Clair"><style:text-properties fo:color="#000000" loext:opacity="10%"/></style:style>`;
  expect(
    await all(["", "Blanc", "BlancClair", "Usuel", "Clair"], (style) => figure(p("12", `text:style-name="${style}"`)), {
      styles: styles(usual),
    }),
  ).toEqual([
    " => Vols|12 / Rixes|8",
    "Blanc => Vols| / Rixes|8 [faint 12]",
    "BlancClair => Vols| / Rixes|8 [faint 12]",
    "Usuel => Vols|12 / Rixes|8",
    "Clair => Vols| / Rixes|8 [faint 12]",
  ]);
});
