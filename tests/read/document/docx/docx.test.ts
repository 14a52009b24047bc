import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readDocx } from "../../../../scripts/read/document/docx/docx.ts";
import { rules, show, showBeside, source } from "../../source.ts";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const docx = (body: string, others: Record<string, string> = {}) =>
  readDocx(
    source(
      "IS101.docx",
      zipSync(
        Object.fromEntries(
          Object.entries({
            "word/document.xml": `<w:document ${W}><w:body>${body}</w:body></w:document>`,
            ...others,
          }).map(([name, text]) => [name, strToU8(text)]),
        ),
      ),
    ),
  );
const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const cell = (text: string, properties = "") => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
const row = (...cells: readonly string[]) => `<w:tr>${cells.join("")}</w:tr>`;

describe("a .docx document", () => {
  it("keeps spans, merged cells and rows set back", async () => {
    const result = await docx(
      `${p("IS 101")}<w:tbl>${row(cell("Type", '<w:vMerge w:val="restart"/>'), cell("T1", '<w:gridSpan w:val="2"/>'))}${row(
        cell("", "<w:vMerge/>"),
        cell("PN"),
        cell("GN"),
      )}<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell("3")}${cell("4")}</w:tr></w:tbl>`,
    );
    expect(show(result.value[0])).toEqual(["IS 101||", "Type{2x1}|T1{1x2}|^", "^|PN|GN", "|3|4"]);
    expect(result.issues).toEqual([]);
  });

  it("shows inserted text and not deleted text, and tells note marks from figures", async () => {
    const result = await docx(
      '<w:p><w:del><w:r><w:delText>9</w:delText></w:r></w:del><w:ins><w:r><w:t>12</w:t></w:r></w:ins><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r></w:p>',
    );
    expect(show(result.value[0])).toEqual(["12¹"]);
  });

  it("keeps on two lines what a deleted mark of paragraph parted: accepted, it would join two figures", async () => {
    const result = await docx(`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>9</w:t></w:r></w:p>${p("12")}`);
    expect(show(result.value[0])).toEqual(["9\n12"]);
  });

  it("puts page headers first, once, and reads tables within cells as blocks", async () => {
    const header = `<w:hdr ${W}>${p("IS 101 - T1 2026")}</w:hdr>`;
    const inner = `<w:tbl>${row(cell("Homicides"), cell("0"))}</w:tbl>`;
    const result = await docx(`<w:tbl>${row(`<w:tc>${p("Police")}${inner}</w:tc>`)}</w:tbl>`, {
      "word/header1.xml": header,
      "word/header2.xml": header,
    });
    expect(show(result.value[0])).toEqual(["IS 101 - T1 2026|", "Police|", "Homicides|0"]);
    expect(result.value[0]?.rowNames?.[0]).toBe("en-tête de page");
  });

  it("refuses document types, broken XML, endless nesting and tracked changes of cells", async () => {
    const bad = (xml: string) => docx("", { "word/document.xml": xml });
    expect(rules(await bad(`<!DOCTYPE w [<!ENTITY a "b">]><w:document ${W}>&a;</w:document>`))).toEqual([
      "error file-unreadable",
    ]);
    expect(rules(await bad(`<w:document ${W}><w:body>`))).toEqual(["error file-unreadable"]);
    expect(rules(await docx("<w:sdt>".repeat(300) + "</w:sdt>".repeat(300)))).toEqual(["error file-too-large"]);
    expect(rules(await docx(`<w:tbl>${row(cell("1", "<w:cellDel/>"))}</w:tbl>`))).toEqual([
      "error tracked-table-change",
    ]);
  });

  it("is left aside when it has paragraphs without end, in its body or in a cell", async () => {
    const endless = "<w:p><w:r><w:t>1</w:t></w:r></w:p>".repeat(150_000);
    expect(rules(await docx(endless))).toEqual(["warning file-too-large"]);
    const nested = `<w:tbl>${row(`<w:tc><w:tbl>${row(cell("a"))}</w:tbl>${endless}</w:tc>`)}</w:tbl>`;
    expect(rules(await docx(nested))).toEqual(["warning file-too-large"]);
  });

  it("says so when there is no text at all", async () => {
    expect(rules(await docx(""))).toEqual(["error document-without-text"]);
  });
});

const STYLES = `<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
  <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr><w:color w:val="000000"/></w:rPr></w:style>
  <w:style w:type="character" w:styleId="Barre"><w:rPr><w:strike/></w:rPr></w:style>
  <w:style w:type="character" w:styleId="BarreAussi"><w:basedOn w:val="Barre"/><w:rPr><w:b/></w:rPr></w:style>
  <w:style w:type="character" w:styleId="BarreEncore"><w:basedOn w:val="BarreAussi"/></w:style>
  <w:style w:type="character" w:styleId="NonBarre"><w:basedOn w:val="Barre"/><w:rPr><w:strike w:val="0"/></w:rPr></w:style>
  <w:style w:type="character" w:styleId="Boucle"><w:basedOn w:val="Boucle2"/><w:rPr><w:vanish/></w:rPr></w:style>
  <w:style w:type="character" w:styleId="Boucle2"><w:basedOn w:val="Boucle"/></w:style>
  <w:style w:type="character" w:styleId="Creux"><w:rPr><w14:textFill xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:noFill/></w14:textFill></w:rPr></w:style>
  <w:style w:type="character" w:styleId="Renvoi"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="Dehors"><w:pPr><w:ind w:hanging="3000"/></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="DehorsAussi"><w:basedOn w:val="Dehors"/></w:style>
  <w:style w:type="paragraph" w:styleId="Ombre"><w:pPr><w:shd w:val="clear" w:fill="1F3864"/></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="Cache"><w:rPr><w:vanish/></w:rPr></w:style>
  <w:style w:type="table" w:styleId="Retrait"><w:pPr><w:ind w:left="8000"/></w:pPr></w:style>
  <w:style w:type="table" w:styleId="FinEnRetrait"><w:tblStylePr w:type="lastRow"><w:pPr><w:ind w:left="8000"/></w:pPr></w:tblStylePr></w:style>
  <w:style w:type="table" w:styleId="FinMasquee"><w:tblStylePr w:type="lastRow"><w:trPr><w:hidden/></w:trPr></w:tblStylePr></w:style>
  <w:style w:type="table" w:styleId="Marges"><w:tblPr><w:tblCellMar><w:left w:w="6000"/></w:tblCellMar></w:tblPr></w:style>
  <w:style w:type="table" w:styleId="PetitesMarges"><w:basedOn w:val="Marges"/><w:tblPr><w:tblCellMar><w:left w:w="100"/></w:tblCellMar></w:tblPr></w:style>
  <w:style w:type="table" w:styleId="Sombre"><w:tblStylePr w:type="lastRow"><w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr></w:tblStylePr></w:style>
  <w:style w:type="table" w:styleId="Doute"><w:tblStylePr w:type="lastRow"><w:rPr><w:vanish/></w:rPr></w:tblStylePr></w:style>
  <w:style w:type="table" w:styleId="Blanc"><w:tblStylePr w:type="band1Horz"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:tblStylePr></w:style>
  <w:style w:type="table" w:styleId="EnTete"><w:tblStylePr w:type="firstRow"><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr></w:tblStylePr></w:style>
  <w:style w:type="table" w:styleId="Haut"><w:tblStylePr w:type="lastCol"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:tblStylePr></w:style>
  <w:style w:type="table" w:styleId="Grille"><w:rPr><w:dstrike/></w:rPr></w:style></w:styles>`;
const NAMESPACES = `xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:v="urn:schemas-microsoft-com:vml"`;
const run = (text: string, properties = "") => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;

/** A table whose second row holds the paragraph's content beside "Vols". */
const table = (content: string, { paragraph = "", cellOf = "", tableOf = "" } = {}) =>
  docx(
    `<w:tbl ${NAMESPACES}><w:tblPr>${tableOf}</w:tblPr>${row(cell("Homicides"), cell("3"), cell("2"))}<w:tr>${cell("Vols")}<w:tc><w:tcPr>${cellOf}</w:tcPr><w:p><w:pPr>${paragraph}</w:pPr>${content}</w:p></w:tc>${cell("9")}</w:tr></w:tbl>`,
    { "word/styles.xml": STYLES },
  );
type Where = Parameters<typeof table>[1];
const figure = async (content: string, where?: Where): Promise<string> => {
  const { text = "", beside = [] } = (await table(content, where)).value[0]?.rows[1]?.[1] ?? {};
  return [...(text === "" ? [] : [text]), ...beside.map((one) => `[${one.kind} ${one.text}]`)].join(" ");
};
async function expectFigures(cases: readonly (readonly [content: string, read: string, where?: Where])[]) {
  for (const [content, read, where] of cases)
    expect([content, where, await figure(content, where)]).toEqual([content, where, read]);
}

describe("what a person sees of a .docx cell", () => {
  it("leaves struck, deleted and moved text beside the figure, by the run, its style or the table's", async () => {
    await expectFigures([
      [run("11", "<w:strike/>") + run("9"), "9 [struck 11]"],
      [run("11", "<w:dstrike/>") + run("9"), "9 [struck 11]"],
      [
        run("1", "<w:strike/>") + run("1", '<w:strike w:val="true"/>') + run("9", '<w:strike w:val="0"/>'),
        "9 [struck 11]",
      ],
      [run("11", '<w:rStyle w:val="Barre"/>') + run("9"), "9 [struck 11]"],
      [run("11", '<w:rStyle w:val="BarreAussi"/>') + run("9"), "9 [struck 11]"],
      [run("11", '<w:rStyle w:val="BarreEncore"/>') + run("9"), "9 [struck 11]"],
      [run("11", '<w:rStyle w:val="NonBarre"/>'), "11"],
      [run("11", '<w:rStyle w:val="Barre"/><w:strike w:val="0"/>'), "11"],
      [run("11"), "[struck 11]", { tableOf: '<w:tblStyle w:val="Grille"/>' }],
      ["<w:del><w:r><w:delText>11</w:delText></w:r></w:del><w:ins><w:r><w:t>9</w:t></w:r></w:ins>", "9 [struck 11]"],
      [`<w:moveFrom>${run("11")}</w:moveFrom><w:moveTo>${run("9")}</w:moveTo>`, "9 [struck 11]"],
    ]);
  });

  it("leaves hidden text beside the figure, by the run or by its style, and the instruction of a field out", async () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    await expectFigures([
      [run("9", "<w:vanish/>") + run("12"), "12 [hidden 9]"],
      [run("9", '<w:rStyle w:val="Boucle"/>') + run("12"), "12 [hidden 9]"],
      [run("9"), "[hidden 9]", { paragraph: '<w:pStyle w:val="Cache"/>' }],
      [run("9", '<w:vanish w:val="0"/>'), "9", { paragraph: '<w:pStyle w:val="Cache"/>' }],
      [run("9", "<w:specVanish/>") + run("12"), "12 [unsure 9]"],
      [run("12"), "[unsure 12]", { tableOf: '<w:tblStyle w:val="Doute"/>' }],
      [run("12"), "12", { tableOf: '<w:tblStyle w:val="Sombre"/>' }],
      [run("12"), "[unsure 12]", { tableOf: '<w:tblStyle w:val="Retrait"/>' }],
      [run("12"), "12", { tableOf: '<w:tblStyle w:val="Retrait"/>', paragraph: '<w:ind w:left="0"/>' }],
      [run("12"), "[unsure 12]", { tableOf: '<w:tblStyle w:val="FinEnRetrait"/>' }],
      [run("12"), "[unsure 12]", { tableOf: '<w:tblStyle w:val="FinMasquee"/>' }],
      [run("12"), "[unsure 12]", { tableOf: '<w:tblStyle w:val="Marges"/>' }],
      [run("12"), "12", { tableOf: '<w:tblStyle w:val="PetitesMarges"/>' }],
      [mark("begin") + run("9") + mark("separate") + run("12") + mark("end"), "12"],
      [
        `${mark("begin")}${mark("begin")}${run("7")}${mark("separate")}${run("8")}${mark("end")}${mark("separate")}${run("12")}${mark("end")}${run("3")}`,
        "123",
      ],
      [mark("begin") + run("9") + mark("end") + run("12"), "12"],
    ]);
  });

  it("follows the style of paragraphs that name none, and what the document says of all", async () => {
    const styles = (content: string) => ({ "word/styles.xml": `<w:styles ${W}>${content}</w:styles>` });
    const usual = styles(
      '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:strike/></w:rPr></w:style>',
    );
    expect(showBeside((await docx(p("11"), usual)).value[0])).toEqual([" [struck 11]"]);
    const all = styles("<w:docDefaults><w:rPrDefault><w:rPr><w:strike/></w:rPr></w:rPrDefault></w:docDefaults>");
    expect(showBeside((await docx(p("11"), all)).value[0])).toEqual([" [struck 11]"]);
  });

  it("writes note marks above or under the line, by the run or by its style", async () => {
    await expectFigures([
      [run("12") + run("1", '<w:rStyle w:val="Renvoi"/>'), "12¹"],
      [run("12") + run("1", '<w:vertAlign w:val="superscript"/>'), "12¹"],
      [run("12") + run("1", '<w:position w:val="6"/>'), "12¹"],
      [run("12", '<w:position w:val="-2"/>'), "12"],
      [run("12") + run("1", '<w:vertAlign w:val="subscript"/>'), "12₁"],
      [run("12") + run("1", '<w:position w:val="-6"/>'), "12₁"],
      [run("12", '<w:rStyle w:val="Renvoi"/><w:vertAlign w:val="baseline"/>'), "12"],
    ]);
  });

  it("tells text that can hardly be seen on what is behind it", async () => {
    const white = '<w:color w:val="FFFFFF"/>';
    const navy = '<w:shd w:val="clear" w:color="auto" w:fill="1F3864"/>';
    await expectFigures([
      [run("9", white) + run("12"), "12 [faint 9]"],
      [run("9", '<w:sz w:val="2"/>') + run("12"), "12 [faint 9]"],
      [run("9", '<w:w w:val="20"/>') + run("12"), "12 [faint 9]"],
      [run("9", '<w:color w:val="000000" w:themeColor="background1"/>') + run("12"), "12 [faint 9]"],
      [run("12", '<w:color w:val="7F7F7F" w:themeColor="background1" w:themeShade="7F"/>'), "12"],
      [run("9", "<w14:textFill><w14:noFill/></w14:textFill>") + run("12"), "12 [faint 9]"],
      [run("12", white), "[faint 12]", { cellOf: '<w:shd w:val="clear" w:fill="FFFFFF"/>' }],
      [run("12", white), "12", { cellOf: navy }],
      [run("12", '<w:color w:val="1F3864"/>'), "[faint 12]", { cellOf: navy }],
      [run("12", white), "12", { paragraph: navy }],
      [run("12", white + navy), "12"],
      [run("12", `${white}<w:highlight w:val="black"/>`), "12"],
      [`${run("9", '<w:highlight w:val="black"/>')}${run("12", '<w:highlight w:val="yellow"/>')}`, "12 [faint 9]"],
      [run("12", white), "12", { cellOf: '<w:shd w:val="pct50" w:fill="FFFFFF"/>' }],
      [run("12", white), "12", { tableOf: '<w:tblStyle w:val="Sombre"/>' }],
      [run("12", white), "12", { tableOf: navy }],
      [run("12", '<w:color w:val="auto"/><w:sz w:val="10"/>'), "12"],
    ]);
  });

  it("sees what letters are filled with, colours of the marker pen and of the theme, and a shade that is solid", async () => {
    const fill = (content: string): string =>
      run("9", `<w14:textFill><w14:solidFill>${content}</w14:solidFill></w14:textFill>`) + run("12");
    const faint = "12 [faint 9]";
    await expectFigures([
      [fill('<w14:srgbClr w14:val="FFFFFF"/>'), faint],
      [fill('<w14:schemeClr w14:val="bg1"/>'), faint],
      [
        run(
          "9",
          '<w:color w:val="000000"/><w14:textFill><w14:solidFill><w14:srgbClr w14:val="FFFFFF"/></w14:solidFill></w14:textFill>',
        ) + run("12"),
        faint,
      ],
      [fill('<w14:srgbClr w14:val="000000"><w14:alpha w14:val="100000"/></w14:srgbClr>'), faint],
      [fill('<w14:srgbClr w14:val="BFBFBF"><w14:alpha w14:val="70000"/></w14:srgbClr>'), faint],
      [fill('<w14:srgbClr w14:val="BFBFBF"><w14:alpha w14:val="20000"/></w14:srgbClr>'), "912"],
      [fill('<w14:srgbClr w14:val="000000"><w14:alpha w14:val="85000"/></w14:srgbClr>'), "912"],
      [fill('<w14:schemeClr w14:val="tx1"/>'), "912"],
      [
        fill('<w14:schemeClr w14:val="tx1"><w14:lumMod w14:val="5000"/><w14:lumOff w14:val="95000"/></w14:schemeClr>'),
        faint,
      ],
      [fill('<w14:schemeClr w14:val="bg1"><w14:lumMod w14:val="50000"/></w14:schemeClr>'), "912"],
      [fill('<w14:schemeClr w14:val="lt1"><w14:lumMod w14:val="95000"/></w14:schemeClr>'), faint],
      [fill('<w14:srgbClr w14:val="C00000"/>'), "912"],
      [run("9", '<w:rStyle w:val="Creux"/>') + run("12"), "12 [faint 9]"],
      [
        run(
          "12",
          '<w:rStyle w:val="Creux"/><w14:textFill><w14:solidFill><w14:srgbClr w14:val="C00000"/></w14:solidFill></w14:textFill>',
        ),
        "12",
      ],
      [run("9", '<w:color w:val="000080"/><w:highlight w:val="darkBlue"/>') + run("12"), faint],
      [run("12", '<w:color w:val="000080"/><w:highlight w:val="yellow"/>'), "12"],
      [run("12", '<w:color w:val="808080"/><w:highlight w:val="lightGray"/>'), "12"],
      [run("9", '<w:color w:val="808080"/><w:highlight w:val="darkGray"/>') + run("12"), faint],
      [run("9", '<w:color w:val="000000" w:themeColor="text1" w:themeTint="05"/>') + run("12"), faint],
      [run("9", '<w:color w:val="000000" w:themeColor="dark1" w:themeTint="05"/>') + run("12"), faint],
      [run("12", '<w:color w:val="7F7F7F" w:themeColor="text1" w:themeTint="80"/>'), "12"],
      [run("9", '<w:color w:val="E7E6E6" w:themeColor="background2"/>') + run("12"), faint],
      [run("9", '<w:color w:val="000000"/>'), "[faint 9]", { cellOf: '<w:shd w:val="solid" w:color="000000"/>' }],
      [run("9", '<w:color w:val="FFFFFF"/>'), "9", { cellOf: '<w:shd w:val="solid"/>' }],
      [run("9", '<w:color w:val="000000"/>'), "[faint 9]", { cellOf: '<w:shd w:themeFill="text1"/>' }],
      [run("9", '<w:color w:val="FFFFFF"/>'), "9", { cellOf: '<w:shd w:themeFill="text1"/>' }],
      [
        run("9", '<w:color w:val="FFFFFF"/>'),
        "[faint 9]",
        { cellOf: '<w:shd w:themeFill="background1" w:fill="336699"/>' },
      ],
      [run("9", '<w:color w:val="FFFFFF"/>'), "9", { cellOf: '<w:shd w:themeFill="accent1"/>' }],
    ]);
  });

  it("is not sure of symbols, of formulas that are more than a number, and of what other programs show", async () => {
    const math = (content: string) => `<m:oMath>${content}</m:oMath>`;
    const choice = (first: string, second: string, requires = "wps") =>
      `<mc:AlternateContent><mc:Choice Requires="${requires}">${first}</mc:Choice><mc:Fallback>${second}</mc:Fallback></mc:AlternateContent>`;
    await expectFigures([
      [`<w:r><w:t>1</w:t><w:sym w:font="Arial" w:char="F032"/></w:r>`, "1 [unsure 2]"],
      [`<w:r><w:sym w:font="Wingdings" w:char="F08C"/></w:r>`, "[unsure \u008c]"],
      [`<w:r><w:t>12</w:t><w:sym w:font="Wingdings" w:char="F0E9"/></w:r>`, "12"],
      [run("12", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'), "[unsure 12]"],
      [run("12", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Arial"/>'), "[unsure 12]"],
      [run("12", '<w:rFonts w:ascii="Arial" w:hAnsi="Wingdings"/>'), "12"],
      [run("12", '<w:rFonts w:ascii="Symbol"/>'), "12"],
      [math("<m:r><w:rPr><w:b/></w:rPr><m:t>12</m:t></m:r>"), "12"],
      [
        math("<m:sSup><m:sSupPr/><m:e><m:r><m:t>12</m:t></m:r></m:e><m:sup><m:r><m:t>1</m:t></m:r></m:sup></m:sSup>"),
        "[unsure 121]",
      ],
      [choice(run("12"), run("12")), "12"],
      [choice(run("12"), run("9")), "[unsure 12]"],
      [`<w:r>${choice("<w:t>12</w:t>", "<w:t>9</w:t>")}</w:r>`, "[unsure 12]"],
      [choice(run("9"), run("12"), "inconnu"), "12"],
      [choice(run("12"), ""), "12"],
      [`<w:bdo w:val="rtl">${run("12")}</w:bdo>`, "[unsure 12]"],
      [`<w:moveFrom><w:bdo w:val="ltr">${run("9")}</w:bdo></w:moveFrom>${run("12")}`, "12 [struck 9]"],
      [`<w:moveFrom>${choice(run("9"), run("9"))}</w:moveFrom>${run("12")}`, "12 [struck 9]"],
    ]);
    const paragraphs = await docx(
      `${choice(p("IS 101 - T1 2026"), p("IS 101 - T2 2026")).replace("<mc:", `<mc:`)}`.replace(
        "AlternateContent>",
        `AlternateContent ${NAMESPACES}>`,
      ),
    );
    expect(showBeside(paragraphs.value[0])).toEqual([" [unsure IS 101 - T1 2026]"]);
  });

  it("is not sure of a figure beside a number or a sign that Word draws before it, and reads a label or a bullet as it is", async () => {
    const lists = (format: string, text: string) => ({
      "word/styles.xml": `<w:styles ${W}><w:style w:type="paragraph" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`,
      "word/numbering.xml": `<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    });
    const LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const numbered = async (text: string, format: string, marker: string, properties = LIST) => {
      const item = `<w:p><w:pPr>${properties}</w:pPr>${run(text)}</w:p>`;
      const { value } = await docx(
        `<w:tbl>${row(cell("Homicides"), cell("3"), cell("2"))}<w:tr>${cell("Vols")}<w:tc>${item}</w:tc>${cell("9")}</w:tr></w:tbl>`,
        lists(format, marker),
      );
      const { text: seen, beside = [] } = value[0]?.rows[1]?.[1] ?? {};
      return [seen, ...beside.map((one) => `[${one.kind} ${one.text}]`)].join(" ");
    };
    expect(await numbered("2", "decimal", "%1.")).toBe("2 [unsure n°.]");
    expect(await numbered("2", "decimal", "%1.", '<w:pStyle w:val="L"/>')).toBe("2 [unsure n°.]");
    expect(await numbered("2", "decimal", "%1.", '<w:pStyle w:val="L"/><w:numPr><w:numId w:val="0"/></w:numPr>')).toBe(
      "2",
    );
    expect(await numbered("2", "bullet", "-")).toBe("2 [unsure -]");
    expect(await numbered("2", "bullet", "•")).toBe("2");
    expect(await numbered("2", "none", "1")).toBe("2 [unsure 1]");
    expect(await numbered("Vols", "decimal", "%1.")).toBe("Vols");
    expect(await numbered("", "decimal", "%1.")).toBe("n°.");
    expect(await numbered("", "decimal", "%1")).toBe(" [other n°]");
  });

  it("is not sure of what Word finds as it shows the page: a field without its result, the mark of a note on the line", async () => {
    const field = (instruction: string): string =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    await expectFigures([
      [field(" SEQ x "), "[other n°]"],
      [`${field(" AUTONUM ")}${run("2")}`, "2 [other n°]"],
      [`${field(' TC "x" ')}${run("12")}`, "12"],
      [`${run("12")}<w:r><w:footnoteReference w:id="1"/></w:r>`, "12 [other n°]"],
      [`${run("12")}<w:r><w:rPr><w:rStyle w:val="Renvoi"/></w:rPr><w:footnoteReference w:id="1"/></w:r>`, "12"],
      [
        `${run("1")}<w:r><w:rPr><w:rStyle w:val="Renvoi"/></w:rPr><w:footnoteReference w:id="1"/></w:r>${run("2")}`,
        "12 [unsure 12]",
      ],
      [`<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>${run("12")}</w:sdtContent></w:sdt>`, "[unsure 12]"],
      [`<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run("12")}</w:sdtContent></w:sdt>`, "[unsure 12]"],
    ]);
  });

  it("is not sure of a figure out of its cell, or cut off by the line", async () => {
    await expectFigures([
      [run("12"), "[unsure 12]", { paragraph: '<w:ind w:firstLine="-3000"/>' }],
      [run("12"), "[unsure 12]", { paragraph: '<w:ind w:left="360" w:hanging="3000"/>' }],
      [run("12"), "[unsure 12]", { paragraph: '<w:ind w:start="-3000"/>' }],
      [run("12"), "12", { paragraph: '<w:ind w:left="360" w:hanging="360"/>' }],
      [run("12"), "[unsure 12]", { paragraph: '<w:spacing w:line="20" w:lineRule="exact"/>' }],
      [run("12"), "12", { paragraph: '<w:spacing w:line="144" w:lineRule="exact"/>' }],
      [run("12"), "12 [unsure 12]", { paragraph: '<w:spacing w:line="142" w:lineRule="exact"/>' }],
      [run("Vols"), "Vols", { paragraph: '<w:spacing w:line="142" w:lineRule="exact"/>' }],
      [run("12"), "12", { paragraph: '<w:spacing w:line="20" w:lineRule="auto"/>' }],
      [run("12"), "[unsure 12]", { paragraph: '<w:pStyle w:val="Dehors"/>' }],
      [run("12"), "[unsure 12]", { paragraph: '<w:pStyle w:val="DehorsAussi"/>' }],
      [run("12"), "12", { paragraph: '<w:pStyle w:val="DehorsAussi"/><w:ind w:left="3000"/>' }],
      [run("12"), "12", { paragraph: '<w:pStyle w:val="DehorsAussi"/><w:ind w:hanging="0"/>' }],
      [run("12", '<w:color w:val="1F3864"/>'), "[faint 12]", { paragraph: '<w:pStyle w:val="Ombre"/>' }],
    ]);
  });

  it("is not sure of letters one over the other, of a frame, of an order from right to left", async () => {
    await expectFigures([
      [run("12", '<w:spacing w:val="-200"/>'), "[unsure 12]"],
      [run("12", '<w:spacing w:val="-10"/>'), "12"],
      [run("12", '<w:fitText w:val="1"/>'), "[unsure 12]"],
      [run("12", "<w:rtl/>"), "[unsure 12]"],
      [run("12 345"), "[unsure 12 345]", { paragraph: "<w:bidi/>" }],
      [run("12 345"), "12 345", { paragraph: '<w:bidi w:val="0"/>' }],
      [run("12"), "[unsure 12]", { paragraph: '<w:framePr w:hAnchor="page"/>' }],
    ]);
  });

  it("takes digits much smaller than their neighbours, or a link beside digits, for another number", async () => {
    const link = (text: string) => `<w:hyperlink w:anchor="n">${run(text)}</w:hyperlink>`;
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const fieldOf = (instruction: string, result: string) =>
      `${mark("begin")}<w:r><w:instrText>${instruction}</w:instrText></w:r>${mark("separate")}${result}${mark("end")}`;
    await expectFigures([
      [run("12") + run("9", '<w:sz w:val="12"/>'), "129 [unsure 129]"],
      [run("9", '<w:sz w:val="8"/>') + run("12"), "912 [unsure 912]"],
      [run("9", '<w:sz w:val="6"/>') + run("12"), "12 [faint 9]"],
      [run("1") + run("2", '<w:sz w:val="20"/>'), "12"],
      [run("12") + link("9"), "129 [unsure 129]"],
      [run("12") + fieldOf(" HYPERLINK x ", run("9")), "129 [unsure 129]"],
      [fieldOf(" HYPERLINK x ", run("129")), "129"],
      [link("12"), "12"],
      [run("12", '<w:w w:val="10"/>'), "[faint 12]"],
      [run("12", '<w:eastAsianLayout w:vert="1"/>'), "[unsure 12]"],
    ]);
  });

  it("is not sure of figures that the style of their table may hide, crossed cells, tables off the page", async () => {
    const styled = (name: string) => ({ tableOf: `<w:tblStyle w:val="${name}"/>` });
    await expectFigures([
      [run("12"), "[unsure 12]", styled("Blanc")],
      [run("12"), "12", styled("EnTete")],
      [run("12", '<w:color w:val="1F3864"/>'), "[unsure 12]", styled("EnTete")],
      [run("12", '<w:color w:val="FF0000"/>'), "12", styled("EnTete")],
      [run("12"), "[unsure 12]", styled("Haut")],
      [run("12"), "12 [covered 12]", { cellOf: '<w:tcBorders><w:tl2br w:val="single"/></w:tcBorders>' }],
      [run("12"), "12", { cellOf: '<w:tcBorders><w:tl2br w:val="nil"/></w:tcBorders>' }],
      [run("12"), "12", { tableOf: '<w:tblInd w:w="-3000"/>' }],
      [run("12"), "[unsure 12]", { tableOf: '<w:tblInd w:w="-3001"/>' }],
      [run("12"), "12", { tableOf: '<w:tblInd w:w="9000"/>' }],
      [run("12"), "[unsure 12]", { tableOf: '<w:tblInd w:w="9001"/>' }],
      [run("12"), "12", { tableOf: '<w:tblpPr w:tblpX="15000" w:tblpY="-3000"/>' }],
      [run("12"), "[unsure 12]", { tableOf: '<w:tblCellMar><w:left w:w="9000"/></w:tblCellMar>' }],
      [run("12"), "[unsure 12]", { cellOf: '<w:tcMar><w:start w:w="5001"/></w:tcMar>' }],
      [run("12"), "12", { cellOf: '<w:tcMar><w:left w:w="5000"/><w:right w:w="9000"/></w:tcMar>' }],
      [
        run("12", '<w:color w:val="000000"/>'),
        "[faint 12]",
        { cellOf: '<w:shd w:val="pct95" w:color="000000" w:fill="FFFFFF"/>' },
      ],
      [
        run("12", '<w:color w:val="FFFFFF"/>'),
        "[faint 12]",
        { cellOf: '<w:shd w:val="pct5" w:color="auto" w:fill="auto"/>' },
      ],
      [run("12", '<w:color w:val="000000"/>'), "12", { cellOf: '<w:shd w:val="pct25" w:color="auto" w:fill="auto"/>' }],
      [run("12"), "[unsure 12]", { tableOf: '<w:tblpPr w:tblpX="15001"/>' }],
      [run("12"), "[unsure 12]", { tableOf: '<w:tblpPr w:tblpY="-3001"/>' }],
      [run("12"), "[unsure 12]", { paragraph: '<w:ind w:left="9000"/>' }],
      [run("12"), "[unsure 12]", { paragraph: '<w:jc w:val="right"/><w:ind w:right="-2500"/>' }],
      [run("12"), "[unsure 12]", { paragraph: '<w:jc w:val="end"/><w:ind w:end="-2500"/>' }],
      [run("12"), "12", { paragraph: '<w:jc w:val="right"/><w:ind w:right="-200"/>' }],
      [run("12"), "12", { paragraph: '<w:ind w:right="-2500"/>' }],
      ['<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>12</w:t></w:r></w:fldSimple>', "12 [stale NUMPAGES]"],
      ['<w:fldSimple w:instr=" REF a " w:dirty="1"><w:r><w:t>12</w:t></w:r></w:fldSimple>', "12 [stale REF a]"],
      ['<w:fldSimple w:instr=" REF a "><w:r><w:t>12</w:t></w:r></w:fldSimple>', "12"],
      ['<w:fldSimple w:instr=" REF a "/>', "[other n°]"],
      [`${run("7", "<w:webHidden/>")}${run("12")}`, "12 [unsure 7]"],
    ]);
    const standard = STYLES.replace(
      'w:type="table" w:styleId="Doute"',
      'w:type="table" w:default="1" w:styleId="Doute"',
    );
    const result = await docx(`<w:tbl>${row(cell("Vols"), cell("12"))}</w:tbl>`, { "word/styles.xml": standard });
    expect(showBeside(result.value[0])).toEqual([" [unsure Vols]", " [unsure 12]"]);
  });

  it("is not sure of a figure whose cell is too narrow for it", async () => {
    const inColumns = async (properties: string, cellOf = "") =>
      showBeside(
        (
          await docx(
            `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="500"/></w:tblGrid><w:tr>${cell("Vols")}<w:tc><w:tcPr>${cellOf}</w:tcPr>${p("123")}</w:tc></w:tr></w:tbl>`,
          )
        ).value[0],
      );
    const fixed = '<w:tblLayout w:type="fixed"/>';
    const told = ["123 [unsure 123]"];
    const width = (twips: number) => `<w:tcW w:w="${twips}" w:type="dxa"/>`;
    const margins = (name: string, twips: number) =>
      `<w:${name}><w:left w:w="${twips}"/><w:right w:w="${twips}"/></w:${name}>`;
    expect(await inColumns(fixed)).toEqual(told);
    expect(await inColumns("")).toEqual([]);
    expect(await inColumns("", width(500))).toEqual(told);
    expect(await inColumns(fixed, width(600))).toEqual([]);
    expect(await inColumns("", '<w:tcW w:w="500" w:type="pct"/>')).toEqual([]);
    expect(await inColumns(fixed + margins("tblCellMar", 20))).toEqual([]);
    expect(await inColumns(fixed + margins("tblCellMar", 20), margins("tcMar", 101))).toEqual(told);
    expect(await inColumns(fixed, '<w:hMerge w:val="restart"/>')).toEqual([]);
    const set = async (properties: string, runs = "", width = 2000) =>
      showBeside(
        (
          await docx(
            `<w:tbl><w:tr>${cell("Vols")}<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr><w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${runs}</w:rPr>${properties.includes("left") ? "<w:tab/>" : ""}<w:t>123</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`,
          )
        ).value[0],
      );
    const stop = (kind: string, at: number) => `<w:tabs><w:tab w:val="${kind}" w:pos="${at}"/></w:tabs>`;
    expect(await set("", '<w:sz w:val="60"/>', 1100)).toEqual(told);
    expect(await set("", '<w:sz w:val="60"/>', 1120)).toEqual([]);
    expect(await set('<w:ind w:left="1500"/>')).toEqual(told);
    expect(await set('<w:ind w:left="1500" w:hanging="100"/>')).toEqual([]);
    expect(await set('<w:ind w:right="1500"/>')).toEqual(told);
    expect(await set('<w:ind w:left="-100" w:right="1480"/>')).toEqual([]);
    expect(await set(stop("left", 1500))).toEqual(["\t123 [unsure 123]"].map((one) => one.trim()));
    expect(await set(stop("left", 1400))).toEqual([]);
    expect(await set(stop("decimal", 1800))).toEqual(told);
    expect(await set(stop("decimal", 1700))).toEqual([]);
    expect(await set(stop("clear", 1800))).toEqual([]);
  });

  it("is not sure of what stands below the last line of a row of exact height", async () => {
    const inRow = async (paragraphs: string, properties: string) =>
      showBeside(
        (await docx(`<w:tbl><w:tr><w:trPr>${properties}</w:trPr><w:tc>${paragraphs}</w:tc></w:tr></w:tbl>`)).value[0],
      );
    const exact = '<w:trHeight w:val="280" w:hRule="exact"/>';
    expect(await inRow(`<w:p/><w:p/>${p("12")}`, exact)).toEqual(["12 [covered 12]"]);
    expect(await inRow(`<w:p><w:pPr><w:spacing w:before="2000"/></w:pPr>${run("12")}</w:p>`, exact)).toEqual([
      "12 [covered 12]",
    ]);
    const padded = (top: number) => `<w:tcPr><w:tcMar><w:top w:w="${top}" w:type="dxa"/></w:tcMar></w:tcPr>${p("12")}`;
    expect(await inRow(padded(400), exact)).toEqual(["12 [covered 12]"]);
    expect(await inRow(padded(100), exact)).toEqual([]);
    const inTable = await docx(
      `<w:tbl><w:tblPr><w:tblCellMar><w:top w:w="400"/></w:tblCellMar></w:tblPr><w:tr><w:trPr>${exact}</w:trPr>${cell("12")}</w:tr></w:tbl>`,
    );
    expect(showBeside(inTable.value[0])).toEqual(["12 [covered 12]"]);
    expect(await inRow(`${p("12")}<w:p/>`, exact)).toEqual([]);
    expect(await inRow(`<w:p/><w:p/>${p("12")}`, '<w:trHeight w:val="280"/>')).toEqual([]);
  });

  it("sees what the page has behind its text, a row or a cell around, where Word paints it", async () => {
    const page = async (settings: string, colour = "336699") =>
      showBeside(
        (
          await readDocx(
            source(
              "a.docx",
              zipSync({
                "word/document.xml": strToU8(
                  `<w:document ${W}><w:background w:color="${colour}"/><w:body><w:tbl>${row(`<w:tc><w:p>${run("9", '<w:color w:val="336699"/>')}${run("12")}</w:p></w:tc>`)}</w:tbl></w:body></w:document>`,
                ),
                "word/settings.xml": strToU8(`<w:settings ${W}>${settings}</w:settings>`),
              }),
            ),
          )
        ).value[0],
      );
    expect(await page("<w:displayBackgroundShape/>")).toEqual(["12 [faint 9]"]);
    expect(await page("<w:displayBackgroundShape/>", "FFFFFF")).toEqual([]);
    expect(await page('<w:displayBackgroundShape w:val="0"/>')).toEqual([]);
    expect(await page("")).toEqual([]);
    const blue = `<w:tc><w:p>${run("9", '<w:color w:val="336699"/>')}${run("12")}</w:p></w:tc>`;
    const shade = '<w:shd w:val="clear" w:fill="336699"/>';
    for (const body of [
      `<w:tbl><w:tr><w:tblPrEx>${shade}</w:tblPrEx>${blue}</w:tr></w:tbl>`,
      `<w:tbl><w:tr><w:tc><w:tcPr>${shade}</w:tcPr><w:tbl>${row(blue)}</w:tbl><w:p/></w:tc></w:tr></w:tbl>`,
    ])
      expect(showBeside((await docx(body)).value[0])).toEqual(["12 [faint 9]"]);
  });

  it("is not sure of what comes from another part of the file, be it a cell, a row or a table", async () => {
    const bound = (content: string) =>
      `<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    for (const body of [
      `<w:tbl>${row(cell("Vols"), bound(cell("12")))}</w:tbl>`,
      `<w:tbl>${row(cell("Vols"), `<w:tc>${bound(p("12"))}</w:tc>`)}</w:tbl>`,
    ])
      expect(showBeside((await docx(body)).value[0])).toEqual([" [unsure 12]"]);
    for (const body of [
      `<w:tbl>${bound(row(cell("Vols"), cell("12")))}</w:tbl>`,
      bound(`<w:tbl>${row(cell("Vols"), cell("12"))}</w:tbl>`),
    ])
      expect(showBeside((await docx(body)).value[0])).toEqual([" [unsure Vols]", " [unsure 12]"]);
  });

  it("warns of a sum of the table or a field computed again, of a folded heading, of a theme of its own, of shapes and boxes over the text", async () => {
    const field = (instruction: string, result: string, dirty = "0") =>
      `<w:r><w:fldChar w:fldCharType="begin" w:dirty="${dirty}"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    await expectFigures([
      [field(" =SUM(ABOVE) ", run("12")), "12 [stale =SUM(ABOVE)]"],
      [field(" REF a ", run("12"), "1"), "12 [stale REF a]"],
      [run("1") + field(" PAGE ", run("2")), "12 [stale PAGE]"],
      [`<w:r><w:instrText>9</w:instrText></w:r>${run("12")}`, "12 [unsure 9]"],
      [`${run("12")}<w:r><w:delInstrText>9</w:delInstrText></w:r>`, "12 [unsure 9]"],
      [field(" REF a ", run("12")), "12"],
      [field(` IF ${field(" X ", run("7")).replaceAll("w:t>", "w:instrText>")} = 7 `, run("12")), "12"],
      [field(" EQ \\f(1;2) ", ""), "[other n°]"],
      [field(" ADVANCE \\l 20 ", "") + run("12"), "12 [other n°]"],
    ]);
    const rest = `<w:tbl>${row(cell("Vols"), cell("12"))}</w:tbl>`;
    const warned = async (before: string, others = {}) => rules(await docx(before + rest, others));
    const box = `<w:txbxContent>${p("99")}</w:txbxContent>`;
    const inVml = (shape: string) =>
      `<w:p ${NAMESPACES} xmlns:w10="urn:schemas-microsoft-com:office:word"><w:r><w:pict>${shape}</w:pict></w:r></w:p>`;
    const absolute = '<v:rect style="position:absolute">';
    for (const before of [
      `<w:p><w:pPr><w15:collapsed xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"/></w:pPr>${run("IS 101")}</w:p>`,
      inVml(`${absolute}</v:rect>`),
      `<w:p ${NAMESPACES}><w:r><w:drawing><wp:anchor behindDoc="0"><wp:extent cx="4000000" cy="9"/><wp:wrapNone/>${box}</wp:anchor></w:drawing></w:r></w:p>`,
    ])
      expect(await warned(before)).toEqual(["warning may-look-otherwise"]);
    for (const before of [
      inVml(`${absolute}<w10:wrap type="square"/></v:rect>`),
      inVml(`${absolute}<v:imagedata/></v:rect>`),
    ])
      expect(await warned(before)).toEqual([]);
    const theme = (content: string) => ({
      "word/theme/theme1.xml": `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${content}</a:theme>`,
    });
    for (const content of [
      '<a:dk1><a:srgbClr val="FFFFFF"/></a:dk1>',
      '<a:lt1><a:srgbClr val="000000"/></a:lt1>',
      '<a:latin typeface="Wingdings"/>',
    ])
      expect(await warned("", theme(content))).toEqual(["warning may-look-otherwise"]);
    expect(await warned("", theme('<a:dk1><a:srgbClr val="000000"/></a:dk1><a:latin typeface="Aptos"/>'))).toEqual([]);
    expect(
      await warned("", { "word/settings.xml": `<w:settings ${W}><w:clrSchemeMapping w:t1="light1"/></w:settings>` }),
    ).toEqual(["warning may-look-otherwise"]);
    expect(await warned('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>')).toEqual(["error file-unreadable"]);
  });

  it("warns of a drawing laid before the text outside the cells: not of a small picture, nor of one that the text runs around", async () => {
    const drawn = async (content: string, wrap = "", size = 'cx="4000000" cy="4000000"', behind = "0") =>
      rules(
        await docx(
          `<w:p ${NAMESPACES} xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:r><w:drawing><wp:anchor behindDoc="${behind}"><wp:extent ${size}/>${wrap}${content}</wp:anchor></w:drawing></w:r></w:p><w:tbl>${row(cell("Vols"), cell("12"))}</w:tbl>`,
        ),
      );
    expect(await drawn("", "<wp:wrapNone/>")).toEqual(["warning may-look-otherwise"]);
    expect(await drawn("<pic:pic/>")).toEqual(["warning may-look-otherwise"]);
    expect(await drawn("<pic:pic/>", "", 'cx="900000" cy="900000"')).toEqual([]);
    expect(await drawn("", "<wp:wrapSquare/>")).toEqual([]);
    expect(await drawn("", "<wp:wrapNone/>", 'cx="4000000" cy="4000000"', "1")).toEqual([]);
  });

  it("warns of the fonts that the file brings, and is not sure of one that it says to have signs", async () => {
    const fonts = (content: string) =>
      docx(`<w:tbl>${row(cell("Vols"), `<w:tc><w:p>${run("12", '<w:rFonts w:ascii="X"/>')}</w:p></w:tc>`)}</w:tbl>`, {
        "word/fontTable.xml": `<w:fonts ${W}><w:font w:name="X">${content}</w:font></w:fonts>`,
      });
    expect(rules(await fonts("<w:embedRegular/>"))).toEqual(["warning may-look-otherwise"]);
    expect(rules(await fonts(""))).toEqual([]);
    for (const signs of ['<w:charset w:val="02"/>', '<w:altName w:val="Wingdings"/>'])
      expect(showBeside((await fonts(signs)).value[0])).toEqual([" [unsure 12]"]);
    expect(showBeside((await fonts('<w:charset w:val="00"/>')).value[0])).toEqual([]);
  });

  it("reads a text in a frame of its own outside of tables, as letterheads are set", async () => {
    const frame = '<w:framePr w:w="3000" w:x="100" w:y="100"/>';
    await expectFigures([[run("12"), "[unsure 12]", { paragraph: frame }]]);
    const letter = await docx(`<w:p><w:pPr>${frame}</w:pPr>${run("Commissariat")}</w:p>`);
    expect([show(letter.value[0]), showBeside(letter.value[0])]).toEqual([["Commissariat"], []]);
  });

  it("tells small text above, lists of choices and pictures in place of a figure, and what floats over one", async () => {
    const drawing = (inside: string) => `<w:r><w:drawing>${inside}</w:drawing></w:r>`;
    await expectFigures([
      [`<w:r><w:ruby><w:rt>${run("9")}</w:rt><w:rubyBase>${run("12")}</w:rubyBase></w:ruby></w:r>`, "12⁹"],
      [
        `<w:r><w:ruby><w:rubyBase>${run("12")}</w:rubyBase><w:rt>${run("n° 9")}</w:rt></w:ruby></w:r>`,
        "12 [other n° 9]",
      ],
      [
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="9"/><w:listEntry w:val="12"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
        "[other 12]",
      ],
      [drawing('<wp:inline><wp:docPr descr="Logo"/></wp:inline>'), "[other Logo]"],
      [run("12") + drawing('<wp:inline><wp:docPr descr="en hausse"/></wp:inline>'), "12"],
      [run("2") + drawing('<wp:inline><wp:docPr descr="1"/></wp:inline>'), "2 [other 1]"],
      [run("12") + drawing('<wp:anchor behindDoc="0"/>'), "12 [covered ]"],
      [run("12") + drawing('<wp:anchor behindDoc="1"/>'), "12"],
      [`${run("12")}<w:r><w:pict><v:rect style="position:absolute"/></w:pict></w:r>`, "12 [covered ]"],
      [`${run("12")}<w:r><w:pict><v:rect style="position:absolute;z-index:-1"/></w:pict></w:r>`, "12"],
      ["<w:r><w:object><v:shape/></w:object></w:r>", "[other ]"],
      ["<w:r><w:pgNum/></w:r>", "[other ]"],
      ["<w:r><w:dayShort/></w:r>", "[other ]"],
    ]);
    const logo = await docx(`<w:p ${NAMESPACES}>${drawing("<wp:anchor/>")}${run("2026")}</w:p>`);
    expect(showBeside(logo.value[0])).toEqual([]);
  });

  it("leaves a row that is deleted, hidden or of no height, and tells what it held beside the next", async () => {
    const gone = (properties: string, rows = row(cell("Vols"), cell("12"))) =>
      docx(
        `<w:tbl>${row(cell("Homicides"), cell("1"))}<w:tr><w:trPr>${properties}</w:trPr>${cell("Vols")}${cell("99")}</w:tr>${rows}</w:tbl>`,
      );
    for (const [properties, kind] of [
      ["<w:del/>", "struck"],
      ["<w:hidden/>", "hidden"],
      ['<w:trHeight w:hRule="exact" w:val="20"/>', "hidden"],
    ] as const) {
      const { value } = await gone(properties);
      expect(show(value[0])).toEqual(["Homicides|1", "Vols|12"]);
      expect(showBeside(value[0])).toEqual([`Vols [${kind} Vols][${kind} 99]`]);
      expect(showBeside((await gone(properties, "")).value[0])).toEqual([`Homicides [${kind} Vols][${kind} 99]`]);
    }
    for (const properties of [
      "<w:ins/>",
      '<w:hidden w:val="0"/>',
      '<w:trHeight w:val="20"/>',
      '<w:trHeight w:hRule="exact" w:val="300"/>',
    ])
      expect(show((await gone(properties)).value[0])).toEqual(["Homicides|1", "Vols|99", "Vols|12"]);
  });

  it("is not sure of what another program's elements hold, in a run, a paragraph, a row, a table or the text", async () => {
    const foreign = (content: string) => `<x:y xmlns:x="urn:autre">${content}</x:y>`;
    const rowOf = (...cells: readonly string[]) => row(cell("Vols"), ...cells);
    const text = "<w:t>1</w:t>";
    for (const [body, told] of [
      [`<w:tbl>${rowOf(`<w:tc><w:p>${foreign(run("1"))}${run("2")}</w:p></w:tc>`)}</w:tbl>`, "2 [unsure 1]"],
      [`<w:tbl>${rowOf(`<w:tc><w:p><w:r>${foreign(text)}<w:t>2</w:t></w:r></w:p></w:tc>`)}</w:tbl>`, "2 [unsure 1]"],
      [`<w:tbl>${rowOf(cell("2"), foreign(cell("1")))}</w:tbl>`, "Vols [unsure 1]"],
      [`<w:tbl>${rowOf(cell("2"))}${foreign(rowOf(cell("1")))}</w:tbl>`, "Vols [unsure Vols1]"],
      [`${foreign(p("1"))}<w:tbl>${rowOf(cell("2"))}</w:tbl>`, " [unsure 1]"],
    ] as const)
      expect([body, showBeside((await docx(body)).value[0])]).toEqual([body, [told]]);
    expect(showBeside((await docx(`${foreign("")}${p("2026")}`)).value[0])).toEqual([]);
  });

  it("is not sure of a figure in a cell that goes on from above, where programs differ on what they show", async () => {
    const merged = (start: string, text: string) =>
      docx(`<w:tbl>${row(cell("Vols"), cell("", start))}${row(cell("Viols"), cell(text, "<w:vMerge/>"))}</w:tbl>`);
    for (const start of ["", '<w:vMerge w:val="restart"/>'])
      expect(showBeside((await merged(start, "12")).value[0])).toEqual([
        "12 [unplain texte sous une cellule fusionnée]",
      ]);
    expect(showBeside((await merged("", "")).value[0])).toEqual([]);
  });

  it("is refused when Word would insert another file as it opens it", async () => {
    expect(rules(await docx(`${p("IS 101")}<w:altChunk/>`))).toEqual(["error document-part-not-read"]);
  });

  it("looks up styles and lists in the parts that the document names, wherever they stand", async () => {
    const relations = (...targets: readonly (readonly [type: string, target: string])[]) =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets.map(([type, target]) => `<Relationship Type="http://x/${type}" Target="${target}"/>`).join("")}</Relationships>`;
    const styles = (look: string) =>
      `<w:styles ${W}><w:style w:type="character" w:styleId="h"><w:rPr>${look}</w:rPr></w:style></w:styles>`;
    const body = '<w:p><w:r><w:rPr><w:rStyle w:val="h"/></w:rPr><w:t>99</w:t></w:r><w:r><w:t>12</w:t></w:r></w:p>';
    const places: readonly (readonly [part: string, target: string])[] = [
      ["word/styles2.xml", "styles2.xml"],
      ["word/Styles.xml", "styles.xml"],
      ["styles.xml", "../styles.xml"],
      ["a/b.xml", "/a/b.xml"],
      ["word\\a\\b.xml", "a/b.xml"],
    ];
    const found = [];
    for (const [part, target] of places) {
      const named = { "word/_rels/document.xml.rels": relations(["styles", target]), [part]: styles("<w:vanish/>") };
      const decoy = part === "word/Styles.xml" ? {} : { "word/styles.xml": styles("") };
      const { value } = await docx(body, { ...decoy, ...named });
      found.push(...showBeside(value[0]));
    }
    expect(found).toEqual(places.map(() => "12 [hidden 99]"));
    expect(showBeside((await docx(body, { "word/styles.xml": styles("<w:vanish/>") })).value[0])).toEqual([
      "12 [hidden 99]",
    ]);
  });

  it("reads the part that the file names as its document, and the headers that this one names", async () => {
    const relations = (...targets: readonly (readonly [type: string, target: string])[]) =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets.map(([type, target]) => `<Relationship Type="http://x/${type}" Target="${target}"/>`).join("")}</Relationships>`;
    const document = (text: string) => `<w:document ${W}><w:body>${p(text)}</w:body></w:document>`;
    const header = (text: string) => `<w:hdr ${W}>${p(text)}</w:hdr>`;
    const result = await docx("99", {
      "_rels/.rels": relations(["theme", "word/theme.xml"], ["officeDocument", "/word/document2.xml"]),
      "word/document2.xml": document("12"),
      "word/_rels/document2.xml.rels": relations(["header", "header2.xml"], ["styles", "styles.xml"]),
      "word/header1.xml": header("oublié"),
      "word/header2.xml": header("IS 101"),
    });
    expect(show(result.value[0])).toEqual(["IS 101", "12"]);
    const kinds = ["default", "first", "even", "first"];
    const onPages = async (section: string, settings = "") => {
      const references = kinds.map((kind, i) => `<w:headerReference w:type="${kind}" r:id="r${i}"/>`).join("");
      const named = relations(...kinds.map((_, i) => ["header", `header${i}.xml`] as const));
      const ids = kinds.reduce(
        (text, _, i) => text.replace("<Relationship Type", `<Relationship Id="r${i}" Type`),
        named,
      );
      const { value } = await docx(
        `${p("12")}<w:sectPr xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${references}${section}</w:sectPr>`,
        {
          "word/settings.xml": `<w:settings ${W}>${settings}</w:settings>`,
          "word/_rels/document.xml.rels": ids,
          ...Object.fromEntries(kinds.map((kind, i) => [`word/header${i}.xml`, header(kind)])),
        },
      );
      return show(value[0]);
    };
    expect(await onPages("")).toEqual(["default", "12"]);
    expect(await onPages("<w:titlePg/>")).toEqual(["default", "first", "12"]);
    expect(await onPages('<w:titlePg w:val="0"/>')).toEqual(["default", "12"]);
    expect(await onPages("", "<w:evenAndOddHeaders/>")).toEqual(["default", "even", "12"]);
    expect(rules(await docx("99", { "_rels/.rels": relations(["officeDocument", "word/autre.xml"]) }))).toEqual([
      "error file-unreadable",
    ]);
  });
});
