import { describe, expect, test } from "vitest";
import { markArtifacts, parseToUnicode, readPageText } from "../../scripts/publish/pdf/content.ts";
import { parsePdfValue, pdfText } from "../../scripts/publish/pdf/syntax.ts";
import { composeXmp } from "../../scripts/publish/pdf/xmp.ts";

describe("values of a PDF", () => {
  test("every kind is told from the others", () => {
    const { value } = parsePdfValue(
      "<</A /B#20C /N -1.5 /R 12 0 R /T [true null (a\\(b\\)\\051) <FEFF00E9>] /E <<>>>>",
      0,
    );
    expect(value).toEqual(
      new Map<string, unknown>([
        ["A", "/B C"],
        ["N", -1.5],
        ["R", { ref: 12 }],
        ["T", [true, null, { text: "a(b))" }, { text: "é" }]],
        ["E", new Map()],
      ]),
    );
  });
  test("brackets nest in a string", () => {
    expect(parsePdfValue("(a (b) c) /Next", 0)).toEqual({ value: { text: "a (b) c" }, end: 9 });
  });
  test("what is no value is refused", () => {
    expect(() => parsePdfValue("endobj", 0)).toThrow("PDF value expected");
    expect(() => parsePdfValue("(open", 0)).toThrow("without end");
  });
  test("a text comes back from its own writing", () => {
    expect(parsePdfValue(pdfText("Édition (n° 1) – 𝟙"), 0).value).toEqual({ text: "Édition (n° 1) – 𝟙" });
  });
});

const font = parseToUnicode(`1 begincodespacerange <0000> <FFFF> endcodespacerange
2 beginbfchar <0003> <0020> <0007> <00660069> endbfchar
1 beginbfrange <0010> <0019> <0030> endbfrange`);
const fonts = new Map([["F4", font]]);

describe("content of a page", () => {
  test("a font's map gives ranges and ligatures", () => {
    expect(font.text.get(0x12)).toBe("2");
    expect(font.text.get(7)).toBe("fi");
    expect(font.bytes).toBe(2);
  });

  const stream = `q
BT
/F4 8 Tf
1 0 0 -1 5 5 Tm
<0011> Tj
ET
/NonStruct <</MCID 7 >>BDC
BT
/F4 16 Tf
<00110012> Tj
/Span<</ActualText <FEFF202F> >> BDC
<0003> Tj
EMC
56.69 0 Td <0013> Tj
ET
Q
EMC
0 0 5 5 re
f`;

  test("text goes to its element; a glyph that stands for a character gives the character; the margin is loose", () => {
    expect(readPageText(stream, fonts)).toEqual({ tagged: new Map([[7, "12\u202f3"]]), loose: "1" });
  });

  test("a font that has no map gives no false text", () => {
    expect(readPageText(stream, new Map()).tagged.get(7)).not.toContain("1");
  });

  test("what no element holds becomes an artifact, and nothing else changes", () => {
    const marked = markArtifacts(stream);
    expect(marked.match(/\/Artifact BMC\n[\s\S]*?\nEMC/g)).toHaveLength(2);
    expect(marked.replace(/\/Artifact BMC\n([\s\S]*?)\nEMC\n/g, "$1\n")).toBe(`${stream}\n`);
    expect(readPageText(marked, fonts).tagged).toEqual(readPageText(stream, fonts).tagged);
  });
});

test("the XMP packet holds no markup from the data", () => {
  const xmp = composeXmp({
    title: "<b>&amp;",
    author: 'a"b',
    subject: "s",
    day: "2026-04-08",
    fingerprint: "ab".repeat(32),
    program: "p",
  });
  expect(xmp).not.toContain("<b>");
  expect(xmp).toContain("<pdfuaid:part>1</pdfuaid:part>");
  expect(xmp).toContain("<xmp:CreateDate>2026-04-08T00:00:00Z");
});
