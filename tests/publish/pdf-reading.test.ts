import { describe, expect, test } from "vitest";
import {
  findStrayMarks,
  linesOf,
  markArtifacts,
  parseToUnicode,
  readPageText,
} from "../../scripts/publish/pdf/content.ts";
import { composeXmp } from "../../scripts/publish/pdf/xmp.ts";

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
    expect(readPageText(linesOf(stream), fonts)).toMatchObject({ tagged: new Map([[7, "12\u202f3"]]), loose: "1" });
  });

  test("a line of several pieces is read whole, whatever the room between them; so is one of drawn letters", () => {
    const line = (shown: string) => readPageText(["/F4 8 Tf", shown], fonts).loose;
    expect(line("[<0011> -12 <0012> 40.5 <0013>] TJ")).toBe("123");
    expect(line("[<00110012>] TJ")).toBe("12");
    expect(line("[<0011> -12 (\\000\\022)] TJ")).toBe("12");
    expect(line("(\\000\\021\\000\\023) Tj")).toBe("13");
  });

  test("all that stands outside of any element is loose, from the head of the page to its foot", () => {
    expect(
      readPageText(linesOf("/F4 8 Tf\n<0011> Tj\n<0012> Tj\n/P <</MCID 1 >>BDC\n<0013> Tj\nEMC\n<0014> Tj"), fonts),
    ).toMatchObject({
      tagged: new Map([[1, "3"]]),
      loose: "124",
    });
  });

  test("a font that has no map gives no false text, and is seen in what is read", () => {
    expect(readPageText(linesOf(stream), new Map()).tagged.get(7)).not.toContain("1");
    expect(readPageText(linesOf(stream), new Map()).tagged.get(7)).toContain("\ufffd");
  });

  test("a glyph that its font does not explain is seen in the text, not left out of it", () => {
    expect(readPageText(["/F4 8 Tf", "<001100990012> Tj"], fonts).loose).toBe("1\ufffd2");
  });

  test("a sequence in an element that has no number of its own is of that element", () => {
    const nested = "/P <</MCID 3 >>BDC\n/F4 8 Tf\n/Span <</Lang (fr)>> BDC\n<0011> Tj\nEMC\n<0012> Tj\nEMC";
    expect(readPageText(linesOf(nested), fonts)).toMatchObject({ tagged: new Map([[3, "12"]]), loose: "" });
  });

  test("what stands in a replaced sequence is replaced with it, however deep", () => {
    const nested =
      "/P <</MCID 3 >>BDC\n/F4 8 Tf\n/Span<</ActualText <FEFF0041> >> BDC\n/Span <</Lang (fr)>> BDC\n<0011> Tj\nEMC\nEMC\nEMC";
    expect(readPageText(linesOf(nested), fonts).tagged.get(3)).toBe("A");
  });

  test("an empty box is told with the character that it stands for, be it among others; a code of one byte is none", () => {
    const boxed =
      "/F4 8 Tf\n<0011> Tj\n/Span<</ActualText <FEFF2423> >> BDC\n<0000> Tj\nEMC\n<00110000> Tj\n<1000> Tj\n<00110012> Tj";
    expect(readPageText(linesOf(boxed), fonts).unprinted).toBe("\u2423\ufffd");
    const drawn = new Map([["F4", { bytes: 1, text: new Map() } as const]]);
    expect(readPageText(["/F4 8 Tf", "<0000> Tj"], drawn).unprinted).toBe("");
  });

  test("what no element holds becomes an artifact, and nothing else changes", () => {
    const lines = markArtifacts(linesOf(stream));
    const marked = `${lines.join("\n")}\n`;
    expect(marked.match(/\/Artifact BMC\n[\s\S]*?\nEMC/g)).toHaveLength(2);
    expect(marked.replace(/\/Artifact BMC\n([\s\S]*?)\nEMC\n/g, "$1\n")).toBe(`${stream}\n`);
    expect(readPageText(lines, fonts).tagged).toEqual(readPageText(linesOf(stream), fonts).tagged);
  });
});

describe("every mark of a page is tagged or an artifact", () => {
  const page = (...lines: readonly string[]) => lines;
  const space = ["/Span<</ActualText <FEFF00A0> >> BDC", "<0003> Tj", "EMC"];

  test("an empty line among those of an artifact changes nothing; empty lines alone are none", () => {
    const tagged = ["/P <</MCID 0 >>BDC", "<0010> Tj", "EMC"];
    expect(markArtifacts(page("q", "", "f", ...tagged, "", ...tagged, "Q"))).toEqual(
      page("/Artifact BMC", "q", "", "f", "EMC", ...tagged, ...tagged, "/Artifact BMC", "Q", "EMC"),
    );
  });

  test("a no-break space of the running header stays in the header's artifact", () => {
    const marked = markArtifacts(page("BT", "<0010> Tj", ...space, "<0011> Tj", "ET"));
    expect(marked).toEqual(page("/Artifact BMC", "BT", "<0010> Tj", ...space, "<0011> Tj", "ET", "EMC"));
    expect(findStrayMarks(marked)).toEqual([]);
  });

  test("the same within an element stays in the element", () => {
    const element = ["/P <</MCID 3 >>BDC", "<0010> Tj", ...space, "EMC"];
    const marked = markArtifacts(page("0 0 5 5 re", "f", ...element));
    expect(marked).toEqual(page("/Artifact BMC", "0 0 5 5 re", "f", "EMC", ...element));
    expect(findStrayMarks(marked)).toEqual([]);
  });

  test.each([
    ["text outside any", ["<0010> Tj"], ["<0010> Tj"]],
    ["text in a sequence without a number", space, ["<0003> Tj"]],
    ["a painted path", ["0 0 m", "5 5 l", "S"], ["S"]],
    ["an artifact in an element", ["/P <</MCID 0 >>BDC", "/Artifact BMC", "EMC", "EMC"], ["/Artifact BMC"]],
    ["an element in an artifact", ["/Artifact BMC", "/P <</MCID 0 >>BDC", "EMC", "EMC"], ["/P <</MCID 0 >>BDC"]],
    ["a sequence that does not end", ["/P <</MCID 0 >>BDC"], ["fin de la page"]],
    ["an end without a beginning", ["EMC"], ["EMC"]],
  ])("%s is told", (_, lines, faults) => {
    expect(findStrayMarks(page(...lines))).toEqual(faults);
  });
});

test("the XMP packet holds no markup from the data", () => {
  const xmp = composeXmp({
    title: "<b>&amp;",
    author: 'a"b & <b>',
    subject: "s",
    day: "2026-04-08",
    fingerprint: "ab".repeat(32),
    program: "p",
  });
  expect(xmp).not.toContain("<b>");
  expect(xmp).toContain("<pdfuaid:part>1</pdfuaid:part>");
  expect(xmp).toContain("<pdfaid:part>2</pdfaid:part>");
  expect(xmp).toContain("<pdfaid:conformance>A</pdfaid:conformance>");
  expect(xmp).toContain("<rdf:li>a&quot;b &amp; &lt;b&gt;</rdf:li>");
  expect(xmp).toContain("<xmp:CreateDate>2026-04-08T00:00:00Z");
  expect(xmp).toContain("<xmp:ModifyDate>2026-04-08T00:00:00Z");
});
