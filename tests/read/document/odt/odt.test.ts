import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readOdt } from "../../../../scripts/read/document/odt/odt.ts";
import { rules, show, showBeside, source } from "../../source.ts";

const NAMES = ["office", "text", "table", "style"]
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(" ");
const OTHERS = `xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" xmlns:field="urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0" xmlns:autre="urn:autre"`;

const style = (family: string, name: string, properties: string, parent = "") =>
  `<style:style style:family="${family}" style:name="${name}" style:parent-style-name="${parent}">${properties}</style:style>`;
const looks = (properties: string) => `<style:text-properties ${properties}/>`;
const AUTOMATIC = [
  style("text", "Barre", looks('style:text-line-through-style="solid"')),
  style("text", "BarreType", looks('style:text-line-through-type="double"')),
  style("text", "NonBarre", looks('style:text-line-through-style="none"'), "Barre"),
  style("text", "Fils", looks('fo:font-size="9pt"'), "Masque"),
  style("text", "Condition", looks('text:display="condition"')),
  style("text", "Exposant", looks('style:text-position="super 58%"')),
  style("text", "Releve", looks('style:text-position="33% 58%"')),
  style("text", "Indice", looks('style:text-position="-33% 58%"')),
  style("text", "Ligne", looks('style:text-position="0% 100%"')),
  style("text", "Blanc", looks('fo:color="#ffffff"')),
  style("text", "BlancSurNoir", looks('fo:color="#ffffff" fo:background-color="#000000"')),
  style("text", "Auto", looks('style:use-window-font-color="true" loext:opacity="0%"'), "Blanc"),
  style("text", "Minuscule", looks('fo:font-size="1pt"')),
  style("text", "Transparent", looks('loext:opacity="0%"')),
  style("text", "Retourne", looks('style:text-rotation-angle="180"')),
  style("text", "Couche", looks('style:text-rotation-angle="90"')),
  style("text", "Serre", looks('fo:letter-spacing="-1cm"')),
  style("text", "Etroit", looks('style:text-scale="20%"')),
  style("text", "Raye", looks('style:text-line-through-text="/"')),
  style("text", "Court", looks('fo:color="#fff"')),
  style("text", "Police", looks('style:font-name="F1"')),
  style("paragraph", "Droite", '<style:paragraph-properties style:writing-mode="rl-tb"/>'),
  '<text:list-style style:name="Nombres"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/></text:list-style>',
  '<text:list-style style:name="Vide"><text:list-level-style-number text:level="1" style:num-format=""/></text:list-style>',
  '<text:list-style style:name="Puces"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>',
  '<text:list-style style:name="Tirets"><text:list-level-style-bullet text:level="1" text:bullet-char="–"/></text:list-style>',
  '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1"/><text:outline-level-style text:level="2" style:num-format=""/></text:outline-style>',
  '<text:list-style style:name="Titres"><text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="."/></text:list-style>',
  '<style:style style:family="paragraph" style:name="Titre" style:list-style-name="Titres"/>',
  style("text", "Symboles", looks('style:font-name="Wingdings"')),
  style("paragraph", "P1", looks('text:display="none"')),
  style("paragraph", "Fond", '<style:paragraph-properties fo:background-color="#000080"/>'),
  style("table-cell", "Nuit", '<style:table-cell-properties fo:background-color="#000080"/>'),
  style("table-cell", "Clair", '<style:table-cell-properties fo:background-color="transparent"/>'),
  style("text", "Petit", looks('fo:font-size="50%"')),
  style("text", "SurLigne", looks('style:text-position="0% 58%"')),
  style("text", "Bleu", looks('fo:color="#000080"')),
  style("text", "Empile", looks('style:text-combine="lines"')),
  style("paragraph", "Dehors", '<style:paragraph-properties fo:margin-left="-10cm"/>'),
  style("paragraph", "TropLoin", '<style:paragraph-properties fo:text-indent="15cm"/>'),
  style("table-row", "Ligne", '<style:table-row-properties style:row-height="0.5cm"/>'),
  style("section", "Marine", '<style:section-properties fo:background-color="#000080"/>'),
  style("text", "Couchee", looks('style:text-rotation-angle="90"')),
  style("text", "Monte", looks('style:text-position="auto 58%"')),
  style("text", "SurLaLigne", looks('fo:color="#0000ff"')),
  style("paragraph", "Remonte", '<style:paragraph-properties fo:margin-top="-2cm"/>'),
  style("table", "HorsPageADroite", '<style:table-properties fo:margin-right="-30cm"/>'),
  style("table-cell", "Repoussee", '<style:table-cell-properties fo:padding-left="10cm"/>'),
  style("table-cell", "Cachee", looks('text:display="none"')),
  style(
    "table-cell",
    "BlancSurBleu",
    `<style:table-cell-properties fo:background-color="#000080"/>${looks('fo:color="#ffffff"')}`,
  ),
  style("table-cell", "BlancSurBlanc", looks('fo:color="#ffffff"')),
  ...["BlancSurBleu", "BlancSurBlanc", "Cachee"].map(
    (name) =>
      `<table:table-template table:name="M${name}"><table:first-row table:style-name="${name}"/><table:body table:style-name="Rien"/></table:table-template>`,
  ),
  style("table", "HorsPage", '<style:table-properties fo:margin-left="-30cm"/>'),
  '<number:number-style style:name="Signes" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"><number:text>12</number:text></number:number-style>',
  '<number:number-style style:name="Entiers" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"><number:number number:decimal-places="0"/><number:text> </number:text></number:number-style>',
  '<style:style style:family="table-cell" style:name="EnSignes" style:data-style-name="Signes"/>',
  '<style:style style:family="table-cell" style:name="EnEntiers" style:data-style-name="Entiers"/>',
  style("paragraph", "SousUnBlanc", '<style:paragraph-properties fo:margin-top="1cm"/>'),
  style("paragraph", "SousUnCadre", '<style:paragraph-properties fo:padding="1cm"/>'),
  style("table-cell", "Rempli", '<style:table-cell-properties fo:padding="1cm"/>'),
  style("table-cell", "RempliEnHaut", '<style:table-cell-properties fo:padding="0cm" fo:padding-top="1cm"/>'),
  style("table-cell", "PeuRempli", '<style:table-cell-properties fo:padding="0.5mm"/>'),
  style("paragraph", "AuDelaDeLaDroite", '<style:paragraph-properties fo:text-align="end" fo:margin-right="-3cm"/>'),
  style("paragraph", "ADroite", '<style:paragraph-properties fo:text-align="end" fo:margin-right="-1mm"/>'),
  style("paragraph", "LignesDUnPoint", '<style:paragraph-properties fo:line-height="1pt"/>'),
  style("paragraph", "LignesDUnDixieme", '<style:paragraph-properties fo:line-height="10%"/>'),
  style("paragraph", "LignesDeDixPoints", '<style:paragraph-properties fo:line-height="10pt"/>'),
  style("paragraph", "LignesDeSeptPoints", '<style:paragraph-properties fo:line-height="7pt"/>'),
  style("paragraph", "LignesEntieres", '<style:paragraph-properties fo:line-height="100%"/>'),
  style("table-column", "Etroite", '<style:table-column-properties style:column-width="5mm"/>'),
  style("table-column", "Large", '<style:table-column-properties style:column-width="2cm"/>'),
  style("table-row", "Plate", '<style:table-row-properties style:row-height="0.01cm"/>'),
  style("graphic", "Dessus", '<style:graphic-properties style:wrap="run-through"/>'),
  style("graphic", "Dessous", '<style:graphic-properties style:wrap="run-through" style:run-through="background"/>'),
].join("");

const odt = (body: string) =>
  readOdt(
    source(
      "IS101.odt",
      zipSync({
        "content.xml": strToU8(
          `<office:document-content ${NAMES} ${OTHERS}><office:font-face-decls><style:font-face style:name="F1" svg:font-family="Wingdings"/></office:font-face-decls><office:automatic-styles>${AUTOMATIC}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
        ),
        "styles.xml": strToU8(
          `<office:document-styles ${NAMES} ${OTHERS}><office:styles>${style("text", "Masque", looks('text:display="none"'))}</office:styles></office:document-styles>`,
        ),
      }),
    ),
  );
const p = (content: string, name = "") => `<text:p text:style-name="${name}">${content}</text:p>`;
const cell = (content: string, name = "") =>
  `<table:table-cell table:style-name="${name}">${content}</table:table-cell>`;
const row = (cells: string, attributes = "") => `<table:table-row ${attributes}>${cells}</table:table-row>`;
const table = (...rows: readonly string[]) => `<table:table>${rows.join("")}</table:table>`;
const span = (name: string, text: string) => `<text:span text:style-name="${name}">${text}</text:span>`;

const figure = async (content: string, { cellOf = "", paragraph = "", before = "" } = {}): Promise<string> => {
  const result = await odt(
    before +
      table(
        row(cell(p("Homicides")) + cell(p("3")) + cell(p("2"))),
        row(cell(p("Vols")) + cell(p(content, paragraph), cellOf) + cell(p("9"))),
      ),
  );
  const { text = "", beside = [] } = result.value[0]?.rows.find((cells) => cells[0]?.text === "Vols")?.[1] ?? {};
  return [...(text === "" ? [] : [text]), ...beside.map((one) => `[${one.kind} ${one.text}]`)].join(" ");
};
/** Of a cell that holds something else than a paragraph. */
const content = async (inside: string): Promise<string> => {
  const { value } = await odt(table(row(cell(p("Homicides")) + cell(p("3"))), row(cell(p("Vols")) + cell(inside))));
  const { text: seen, beside = [] } = value[0]?.rows[1]?.[1] ?? {};
  return [seen, ...beside.map((one) => `[${one.kind} ${one.text}]`)].join(" ");
};
async function expectFigures(
  cases: readonly (readonly [content: string, read: string, where?: Parameters<typeof figure>[1]])[],
) {
  for (const [content, read, where] of cases)
    expect([content, where, await figure(content, where)]).toEqual([content, where, read]);
}

describe("what a person sees of an .odt cell", () => {
  it("leaves struck and deleted text beside the figure", async () => {
    const changes = `<text:tracked-changes><text:changed-region text:id="ct1"><text:deletion><autre:info>2026</autre:info>${p("11")}</text:deletion></text:changed-region></text:tracked-changes>`;
    await expectFigures([
      [`${span("Barre", "11")}9`, "9 [struck 11]"],
      [`${span("BarreType", "1")}${span("Barre", "1")}9`, "9 [struck 11]"],
      [span("Barre", `11${span("NonBarre", "9")}`), "9 [struck 11]"],
      ['<text:change text:change-id="ct1"/>9', "9 [struck 11]", { before: changes }],
    ]);
  });

  it("leaves hidden text beside the figure, by a style, its parent, a field or a section", async () => {
    await expectFigures([
      [`${span("Masque", "9")}12`, "12 [hidden 9]"],
      [`${span("Fils", "9")}12`, "12 [hidden 9]"],
      ["9", "[hidden 9]", { paragraph: "P1" }],
      ['<text:hidden-paragraph text:is-hidden="true"/>9', "[hidden 9]"],
      ['<text:hidden-paragraph text:is-hidden="false"/>9', "9"],
      ["<text:hidden-paragraph/>9", "[unsure 9]"],
      ['<text:hidden-text text:is-hidden="true" text:string-value="9"/>12', "12 [hidden 9]"],
      ['<text:hidden-text text:is-hidden="false">1</text:hidden-text>2', "12"],
      [`${span("Condition", "9")}12`, "12 [unsure 9]"],
      ["<office:annotation><text:p>9</text:p></office:annotation>12", "12"],
      [
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>9</text:p></text:note-body></text:note>12",
        "12",
      ],
    ]);
    const section = await odt(
      `<text:section text:display="none">${table(row(cell(p("Vols")) + cell(p("99"))))}</text:section>${p("IS 101")}<text:section>${p("visible")}</text:section>`,
    );
    expect(show(section.value[0])).toEqual(["", "IS 101", "visible"]);
    expect(showBeside(section.value[0])).toEqual([" [hidden Vols][hidden 99]"]);
  });

  it("writes note marks above or under the line", async () => {
    await expectFigures([
      [`12${span("Exposant", "1")}`, "12¹"],
      [`12${span("Releve", "1")}`, "12¹"],
      [`12${span("Indice", "1")}`, "12₁"],
      [span("Exposant", span("Ligne", "12")), "12"],
    ]);
  });

  it("tells text that can hardly be seen on what is behind it", async () => {
    await expectFigures([
      [`${span("Blanc", "9")}12`, "12 [faint 9]"],
      [`${span("Minuscule", "9")}12`, "12 [faint 9]"],
      [`${span("Transparent", "9")}12`, "12 [faint 9]"],
      [span("Blanc", "12"), "[faint 12]", { cellOf: "Clair" }],
      [span("Blanc", "12"), "12", { cellOf: "Nuit" }],
      [span("Blanc", "12"), "12", { paragraph: "Fond" }],
      [span("BlancSurNoir", "12"), "12"],
      [span("Auto", "12"), "12"],
    ]);
  });

  it("is not sure of a text upside down, squeezed or from right to left, nor of a font of signs under another name", async () => {
    await expectFigures([
      [span("Retourne", "66"), "[unsure 66]"],
      [span("Couche", "66"), "66"],
      [span("Serre", "12"), "[unsure 12]"],
      [`${span("Etroit", "9")}12`, "12 [faint 9]"],
      [`${span("Raye", "9")}12`, "12 [struck 9]"],
      [`${span("Court", "9")}12`, "12 [faint 9]"],
      [span("Police", "12"), "[unsure 12]"],
      ["12 345", "[unsure 12 345]", { paragraph: "Droite" }],
      ["<text:script>9</text:script>12", "12 [hidden 9]"],
      ['<text:variable-set text:display="none">9</text:variable-set>12', "12 [hidden 9]"],
    ]);
  });

  it("is not sure of a figure beside the number of its heading", async () => {
    const heading = async (attributes: string, text = "2") => content(`<text:h ${attributes}>${text}</text:h>`);
    expect(await heading('text:outline-level="1"')).toBe("2 [unsure n°]");
    expect(await heading('text:outline-level="1"', "Vols")).toBe("Vols");
    expect(await heading('text:outline-level="2"')).toBe("2");
    expect(await heading('text:outline-level="1" text:is-list-header="true"')).toBe("2");
    expect(await heading('text:outline-level="2" text:style-name="Titre"')).toBe("2 [unsure n°.]");
  });

  it("is not sure of a figure beside the number that a list draws before it", async () => {
    const list = (name: string, text: string) =>
      content(`<text:list text:style-name="${name}"><text:list-item>${p(text)}</text:list-item></text:list>`);
    expect(await list("Nombres", "2")).toBe("2 [unsure n°.]");
    expect(await list("Tirets", "2")).toBe("2 [unsure –]");
    expect(await list("Puces", "2")).toBe("2");
    expect(await list("Vide", "2")).toBe("2");
    expect(await list("Nombres", "Vols")).toBe("Vols");
    expect(await list("Nombres", "")).toBe("n°.");
  });

  it("warns of a drawing laid over the page outside the cells", async () => {
    const found = async (drawing: string) => (await odt(`${drawing}${p("12")}`)).issues.map(({ rule }) => rule);
    expect(await found('<draw:rect text:anchor-type="page"/>')).toEqual(["may-look-otherwise"]);
    expect(await found(p('<draw:rect text:anchor-type="paragraph"/>'))).toEqual(["may-look-otherwise"]);
    expect(await found(p('<draw:frame draw:style-name="Dessous"><draw:image/></draw:frame>'))).toEqual([]);
    expect(await found(p('<draw:frame text:anchor-type="as-char"><draw:image/></draw:frame>'))).toEqual([]);
  });

  it("warns of the fonts that the file brings", async () => {
    const face =
      '<style:font-face style:name="F2"><svg:font-face-src><svg:font-face-uri/></svg:font-face-src></style:font-face>';
    expect((await odt(`${face}${p("12")}`)).issues.map(({ rule }) => rule)).toEqual(["may-look-otherwise"]);
    expect((await odt(p("12"))).issues).toEqual([]);
  });

  it("reads links, fields and controls, and is not sure of symbols and of what another program put there", async () => {
    const entries = ["9", "12"]
      .map((n) => `<field:param field:name="Dropdown_ListEntry" field:value="${n}"/>`)
      .join("");
    await expectFigures([
      ["<text:a>12</text:a>", "12"],
      ["1<text:user-field-get>2</text:user-field-get>", "12 [stale user-field-get]"],
      ["1<text:date>2</text:date>", "12 [stale date]"],
      ["1<text:date text:fixed='true'>2</text:date>", "12"],
      ["1<text:text-input>2</text:text-input>", "12"],
      ["<text:chapter>Nord</text:chapter>12", "Nord12"],
      [`${span("Couchee", "9")}12`, "912 [unsure 912]"],
      [span("Couchee", "12"), "12"],
      [span("Monte", "9"), "⁹"],
      ["12<text:a>9</text:a>", "129 [unsure 129]"],
      ["<loext:content-control>12</loext:content-control>", "12"],
      ["<loext:content-control loext:showing-place-holder='true'>12</loext:content-control>", "[unsure 12]"],
      ["<text:placeholder>12</text:placeholder>", "[unsure 12]"],
      [
        `<field:fieldmark>${entries}<field:param field:name="Dropdown_Selected" field:value="1"/></field:fieldmark>`,
        "[other 12]",
      ],
      [`<field:fieldmark>${entries}</field:fieldmark>`, "[other 9]"],
      ["<field:fieldmark>12</field:fieldmark>", "[unsure 12]"],
      [`${span("Symboles", "12")}`, "[unsure 12]"],
      [`${span("Symboles", "é")}12`, "12"],
      ["<autre:champ>9</autre:champ>12", "12 [unsure 9]"],
      ["<text:ruby><text:ruby-base>12</text:ruby-base><text:ruby-text>9</text:ruby-text></text:ruby>", "12⁹"],
      [
        "<text:ruby><text:ruby-base>12</text:ruby-base><text:ruby-text>n° 9</text:ruby-text></text:ruby>",
        "12 [other n° 9]",
      ],
    ]);
  });

  it("tells a stored number that is not the one of the text", async () => {
    const stored = async (value: string, text: string, type = "float") =>
      showBeside(
        (
          await odt(
            table(
              row(
                cell(p("Vols")) +
                  `<table:table-cell office:value-type="${type}" office:value="${value}">${p(text)}</table:table-cell>`,
              ),
            ),
          )
        ).value[0],
      );
    expect(await stored("99", "12")).toEqual(["12 [otherwise 99]"]);
    for (const [value, text, type] of [
      ["1012", "1 012"],
      ["12.5", "12,5"],
      ["0.12", "12 %", "percentage"],
      ["99", "nd"],
      ["99", "12", "string"],
    ] as const)
      expect(await stored(value, text, type)).toEqual([]);
  });

  it("tells a picture in place of a figure and what is laid over one, and reads the text of a drawing apart", async () => {
    await expectFigures([
      ["<draw:frame><draw:image/><svg:desc>12</svg:desc></draw:frame>", "[other 12]"],
      ["<draw:frame><draw:image/></draw:frame>", "[other ]"],
      ["12<draw:frame><draw:image/><svg:title>9</svg:title></draw:frame>", "12"],
      ['12<draw:frame draw:style-name="Dessus"><draw:image/></draw:frame>', "12 [covered ]"],
      ['12<draw:frame draw:style-name="Dessous"><draw:image/></draw:frame>', "12"],
      ["12<draw:line/>", "12 [covered ]"],
      ['12<draw:line text:anchor-type="as-char"/>', "12"],
    ]);
    const box = await odt(
      p(
        `12<draw:custom-shape>${p("9")}</draw:custom-shape><draw:frame><draw:text-box>${p("8")}</draw:text-box></draw:frame>`,
      ),
    );
    expect(show(box.value[0])).toEqual(["12", "9", "8"]);
  });

  it("leaves a row that is hidden or of no height, and tells what it held beside the next", async () => {
    const vols = row(cell(p("Vols")) + cell(p("12")));
    for (const attributes of ['table:visibility="collapse"', 'table:visibility="filter"', 'table:style-name="Plate"']) {
      const hidden = row(cell(p("Vols")) + cell(p("99")), attributes);
      const { value } = await odt(table(hidden, vols));
      expect(show(value[0])).toEqual(["Vols|12"]);
      expect(showBeside(value[0])).toEqual(["Vols [hidden Vols][hidden 99]"]);
      expect(showBeside((await odt(table(vols, hidden))).value[0])).toEqual([" [hidden Vols][hidden 99]"]);
    }
  });

  it("takes digits much smaller than their neighbours for another number, and is not sure of signs one over the other", async () => {
    await expectFigures([
      [`12${span("Petit", "9")}`, "129 [unsure 129]"],
      [`${span("SurLigne", "9")}12`, "912 [unsure 912]"],
      [`${span("Empile", "9")}12`, "12 [unsure 9]"],
      ["12", "[unsure 12]", { paragraph: "Dehors" }],
      ["12", "[unsure 12]", { paragraph: "TropLoin" }],
      ["<text:number>9</text:number>12", "12"],
      ["12<text:bibliography-mark>9</text:bibliography-mark>", "12 [other n°]"],
      ["<text:measure>9</text:measure>12", "12 [unsure 9]"],
    ]);
    expect(
      await content(
        `<text:numbered-paragraph text:level="1" text:style-name="Nombres">${p("2")}</text:numbered-paragraph>`,
      ),
    ).toBe("2 [unsure n°.]");
  });

  it("sees what the column, the section or the page has behind a text", async () => {
    const blue = p(`${span("Bleu", "9")}12`);
    const faint = ["12 [faint 9]"];
    const column = '<table:table-column table:default-cell-style-name="Nuit"/>';
    expect(
      showBeside(
        (await odt(`<table:table>${column}${row(`<table:table-cell>${blue}</table:table-cell>`)}</table:table>`))
          .value[0],
      ),
    ).toEqual(faint);
    const twoColumns = column.replace("/>", ' table:number-columns-repeated="2"/>');
    const last = row(`<table:table-cell/><table:table-cell>${blue}</table:table-cell>`);
    expect(showBeside((await odt(`<table:table>${twoColumns}${last}</table:table>`)).value[0])).toEqual(faint);
    expect(
      showBeside(
        (await odt(`<text:section text:style-name="Marine">${table(row(cell(blue)))}</text:section>`)).value[0],
      ),
    ).toEqual(faint);
    const page = async (properties: string) =>
      showBeside(
        (
          await readOdt(
            source(
              "a.odt",
              zipSync({
                "content.xml": strToU8(
                  `<office:document-content ${NAMES} ${OTHERS}><office:automatic-styles>${AUTOMATIC}</office:automatic-styles><office:body><office:text>${table(row(cell(blue)))}</office:text></office:body></office:document-content>`,
                ),
                "styles.xml": strToU8(
                  `<office:document-styles ${NAMES} ${OTHERS}><office:automatic-styles><style:page-layout style:name="L"><style:page-layout-properties ${properties}/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"/></office:master-styles></office:document-styles>`,
                ),
              }),
            ),
          )
        ).value[0],
      );
    expect(await page('fo:background-color="#000080"')).toEqual(faint);
    expect(await page('draw:fill="solid" draw:fill-color="#000080"')).toEqual(faint);
    expect(await page('draw:fill="none" fo:background-color="#000080"')).toEqual([]);
    const picture =
      '<style:style style:family="table-cell" style:name="I"><style:table-cell-properties><style:background-image xlink:href="a.png" xmlns:xlink="http://www.w3.org/1999/xlink"/></style:table-cell-properties></style:style>';
    expect(rules(await odt(picture + table(row(cell(p("12"))))))).toEqual(["warning may-look-otherwise"]);
  });

  it("is not sure of a text that the template of its table, or the style of its cell, may hide, nor of one of the colour that it puts behind", async () => {
    const templated = async (name: string, inside: string) =>
      showBeside((await odt(`<table:table table:template-name="${name}">${row(inside)}</table:table>`)).value[0]);
    const blue = cell(p(`${span("Bleu", "9")}12`));
    expect(await templated("MBlancSurBleu", cell(p("12")))).toEqual([]);
    expect(await templated("MBlancSurBleu", blue)).toEqual(["12 [unsure 9]"]);
    expect(await templated("Autre", blue)).toEqual([]);
    for (const name of ["MBlancSurBlanc", "MCachee"])
      expect([name, await templated(name, cell(p("12")))]).toEqual([name, [" [unsure 12]"]]);
    for (const name of ["Cachee", "Repoussee"])
      expect([name, await templated("Autre", cell(p("12"), name))]).toEqual([name, [" [unsure 12]"]]);
  });

  it("is not sure of a figure beside the mark of a note on its line, nor of a text moved up by its paragraph", async () => {
    const note = "<text:note text:note-class='footnote'><text:note-citation>9</text:note-citation></text:note>";
    const marked = async (style: string) => {
      const told = `<text:notes-configuration text:note-class="footnote" text:citation-body-style-name="${style}"/>`;
      return showBeside((await odt(told + table(row(cell(p(`12${note}`)))))).value[0]);
    };
    expect(await marked("SurLaLigne")).toEqual(["12 [other n°]"]);
    expect(await marked("Exposant")).toEqual([]);
    expect(showBeside((await odt(table(row(cell(p("12", "Remonte")))))).value[0])).toEqual([" [unsure 12]"]);
  });

  it("is not sure of what a format writes of its own, of a table off the page", async () => {
    const stored = (name: string) =>
      `<table:table-cell table:style-name="${name}" office:value-type="float" office:value="99">${p("99")}</table:table-cell>`;
    expect(showBeside((await odt(table(row(stored("EnSignes"))))).value[0])).toEqual(["99 [otherwise 99]"]);
    expect(showBeside((await odt(table(row(stored("EnEntiers"))))).value[0])).toEqual([]);
    for (const name of ["HorsPage", "HorsPageADroite"]) {
      const away = `<table:table table:style-name="${name}">${row(cell(p("12")))}</table:table>`;
      expect(showBeside((await odt(away)).value[0])).toEqual(["12 [unsure 12]"]);
    }
  });

  it("is not sure of what stands below the end of its row: under other lines, under blanks", async () => {
    const inRow = async (inside: string, cellOf = "") =>
      showBeside((await odt(table(row(cell(inside, cellOf), 'table:style-name="Ligne"')))).value[0]);
    expect(await inRow(p("") + p("") + p("12"))).toEqual(["12 [covered 12]"]);
    expect(await inRow(p("12"))).toEqual([]);
    expect(await inRow(p("12", "SousUnBlanc"))).toEqual(["12 [covered 12]"]);
    expect(await inRow(p("12", "SousUnCadre"))).toEqual(["12 [covered 12]"]);
    expect(await inRow(p("12"), "Rempli")).toEqual(["12 [covered 12]"]);
    expect(await inRow(p("12"), "RempliEnHaut")).toEqual(["12 [covered 12]"]);
    expect(await inRow(p("12"), "PeuRempli")).toEqual([]);
  });

  it("is not sure of a figure whose cell is too narrow for it, nor of one in which a note is called", async () => {
    const inColumns = async (name: string, attributes = "", cellOf = "") => {
      const figures = `<table:table-cell table:style-name="${cellOf}" ${attributes}>${p("123")}</table:table-cell>`;
      const columns = `<table:table-column/><table:table-column table:number-columns-repeated="2" table:style-name="${name}"/>`;
      return showBeside((await odt(`<table:table>${columns}${row(cell(p("Vols")) + figures)}</table:table>`)).value[0]);
    };
    expect(await inColumns("Etroite")).toEqual(["123 [unsure 123]"]);
    expect(await inColumns("Etroite", 'table:number-columns-spanned="2"')).toEqual([]);
    expect(await inColumns("Large")).toEqual([]);
    expect(await inColumns("Large", "", "Rempli")).toEqual(["123 [unsure 123]"]);
    expect(await inColumns("")).toEqual([]);
    const note = "<text:note text:note-class='footnote'><text:note-citation>9</text:note-citation></text:note>";
    await expectFigures([
      [`1${note}2`, "12 [unsure 12]"],
      [`1${note} 234`, "1 234 [unsure 1 234]"],
      [`1 ${note}${span("", " ")}234`, "1  234 [unsure 1  234]"],
      [`12${note}`, "12"],
      [`${note}12`, "12"],
      [`1${note} à 234`, "1 à 234"],
    ]);
  });

  it("is not sure of lines so low that each is drawn over the one before, or that end beyond their cell", async () => {
    await expectFigures([
      ["12", "[unsure 12]", { paragraph: "AuDelaDeLaDroite" }],
      ["12", "12", { paragraph: "ADroite" }],
      ["12", "[unsure 12]", { paragraph: "LignesDUnPoint" }],
      ["12", "[unsure 12]", { paragraph: "LignesDUnDixieme" }],
      ["12", "12", { paragraph: "LignesDeDixPoints" }],
      ["12", "12 [unsure 12]", { paragraph: "LignesDeSeptPoints" }],
      ["12", "12", { paragraph: "LignesEntieres" }],
    ]);
  });
});
