import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readDocx } from "../../scripts/read/document/docx/docx.ts";
import { rules, show, source } from "./source.ts";

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

  it("is refused when it has paragraphs without end, in its body or in a cell", async () => {
    const endless = "<w:p><w:r><w:t>1</w:t></w:r></w:p>".repeat(150_000);
    expect(rules(await docx(endless))).toEqual(["error file-too-large"]);
    const nested = `<w:tbl>${row(`<w:tc><w:tbl>${row(cell("a"))}</w:tbl>${endless}</w:tc>`)}</w:tbl>`;
    expect(rules(await docx(nested))).toEqual(["error file-too-large"]);
  });

  it("says so when there is no text at all", async () => {
    expect(rules(await docx(""))).toEqual(["error document-without-text"]);
  });
});
