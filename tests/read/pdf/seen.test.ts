/**
 * What a person sees of a PDF is what is read: for each way to show one figure and to hold another, a page in which one cell is
 * drawn so. Its text is that which is seen; the rest is told beside it, or refused.
 */
import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { trustOf } from "../../../scripts/read/pdf/drawing/fonts.ts";
import type { Stroke } from "../../../scripts/read/pdf/drawing/painting.ts";
import { findSigns } from "../../../scripts/read/pdf/drawing/signs.ts";
import { readPdf } from "../../../scripts/read/pdf/pdf.ts";
import { rules, source } from "../source.ts";
import { type OnePage, onePage, stream, text } from "./hand-made-pdf.ts";

const ROWS: readonly (readonly [y: number, texts: readonly (readonly [x: number, words: string])[]])[] = [
  [
    740,
    [
      [60, "Indicateur"],
      [300, "T1 2026"],
      [420, "T1 2025"],
    ],
  ],
  [
    715,
    [
      [60, "Homicides"],
      [310, "1"],
      [430, "2"],
    ],
  ],
  [
    693,
    [
      [60, "Coups et blessures"],
      [310, "21"],
      [430, "17"],
    ],
  ],
  [
    671,
    [
      [60, "Cambriolages"],
      [430, "9"],
    ],
  ],
  [
    649,
    [
      [60, "Recels"],
      [310, "34"],
      [430, "31"],
    ],
  ],
];
const TABLE = ROWS.flatMap(([y, texts]) => texts.map(([x, words]) => text(x, y, words))).join("\n");

/** The cell of « Cambriolages » in T1 2026: `drawn` stands about x 310, y 671. */
async function cell(drawn: string, more: Omit<OnePage, "content"> = {}, before = "") {
  const file = onePage({ ...more, content: `${before}\n${TABLE}\n${drawn}` });
  const result = await readPdf(source("IS101.pdf", Buffer.from(file, "latin1")));
  const row = result.value[0]?.rows.find((cells) => cells[0]?.text === "Cambriolages");
  const others = (row ?? []).filter((_, c) => c !== 1).flatMap((one) => one.beside ?? []);
  return {
    text: row?.[1]?.text,
    beside: row?.[1]?.beside?.map(({ kind, text: words }) => `${kind} ${words}`.trim()),
    others,
    rules: rules(result),
  };
}
const seen = (words: string, beside?: readonly string[]) => ({ text: words, beside, others: [], rules: [] });

const at = (x: number, words: string): string => text(x, 671, words);
/** Orders around a text, within BT … ET. */
const set = (order: string, drawn: string): string => drawn.replace("Tj", `${order} Tj`);
const GSTATES =
  "/ExtGState << /Gone << /ca 0 /CA 0 >> /Pale << /ca .07 /CA .07 >> /Multiply << /BM /Multiply >> /Screen << /BM /Screen >> /Half << /ca .5 >> >>";
const LAYER = {
  catalogue: "/OCProperties << /OCGs [7 0 R 8 0 R] /D << /OFF [7 0 R] >> >>",
  resources: "/Properties << /Off 7 0 R /On 8 0 R >>",
};
const LAYERS = ["<< /Type /OCG /Name (Ancien) >>", "<< /Type /OCG /Name (Nouveau) >>"];
/** Objects 9 and 10: a font that says this character of the sign named one. */
const toUnicodeFont = (character: string): readonly string[] => [
  "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 10 0 R >>",
  stream(
    `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <31> <${character}> endbfchar endcmap end end`,
  ),
];
const annotation = (entries: string): Omit<OnePage, "content"> => ({
  page: "/Annots [7 0 R]",
  objects: [`<< /Type /Annot /F 4 /Rect [308 668 330 682] ${entries} >>`],
});

test("a plain figure has nothing beside it", async () => {
  expect(await cell(at(310, "12"))).toEqual(seen("12"));
});

describe("struck out", () => {
  test.each([
    ["by a line", "309 674 m 317 674 l S"],
    ["by a thin rectangle", "309 673.5 8 0.8 re f"],
    ["by a line drawn before it", ""],
    ["by a thin picture", "q 8 0 0 .8 309 673.5 cm /P1 Do Q"],
    ["by a thin shading", "q 309 673.5 8 .8 re W n /S sh Q"],
  ])("%s, a figure is not joined to the next", async (_, line) => {
    const before = line === "" ? "309 674 m 317 674 l S" : "";
    const shading =
      "/Shading << /S << /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 1 0] /Extend [true true] /Function << /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [0] /N 1 >> >> >>";
    expect(await cell(`${at(310, "9")} ${at(317, "12")} ${line}`, { resources: shading }, before)).toEqual(
      seen("12", ["struck 9"]),
    );
  });

  test("a line below, or above, strikes nothing out", async () => {
    expect(await cell(`${at(310, "12")} 308 669 m 324 669 l S 308 679 m 324 679 l S`)).toEqual(seen("12"));
  });

  test.each([
    [671.5, seen("99")],
    [672.5, seen("", ["struck 99"])],
    [676.5, seen("", ["struck 99"])],
    [677.5, seen("99")],
  ])("by a line at %f points, that runs through it or along its edge", async (y, expected) => {
    expect(await cell(`${at(310, "99")} 309 ${y} m 322 ${y} l S`)).toEqual(expected);
  });

  test("a line that is not drawn strikes nothing out", async () => {
    const more = { resources: GSTATES };
    expect(await cell(`${at(310, "12")} q /Gone gs 309 674 m 322 674 l S 309 673 14 2 re f Q`, more)).toEqual(
      seen("12"),
    );
  });

  test("a line that its frame cuts away, wholly or there, strikes nothing out; one along the frame's edge is seen", async () => {
    const framed = (x: number, y: number, line: string) => `${at(310, "99")} q ${x} ${y} 100 20 re W n ${line} Q`;
    const line = "200 674 m 322 674 l S";
    expect(await cell(framed(200, 600, line))).toEqual(seen("99"));
    expect(await cell(framed(200, 600, "200 673.5 122 1 re f"))).toEqual(seen("99"));
    expect(await cell(framed(209, 665, line))).toEqual(seen("99"));
    expect(await cell(framed(209, 665, "322 674 m 200 674 l S"))).toEqual(seen("99"));
    expect(await cell(framed(300, 665, line))).toEqual(seen("", ["struck 99"]));
    expect(await cell(framed(300, 674.5, line))).toEqual(seen("", ["struck 99"]));
  });

  test("in a cell with lines around, the line that strikes it out parts no cells", async () => {
    const grid = [0, 1, 2].map((i) => `300 ${660 + 20 * i} m 420 ${660 + 20 * i} l S`).join(" ");
    const walls = [300, 360, 420].map((x) => `${x} 660 m ${x} 700 l S`).join(" ");
    const texts = [
      text(305, 685, "Nature"),
      text(365, 685, "2026"),
      text(305, 665, "Vols"),
      text(362, 665, "1234567890"),
    ];
    const drawn = onePage({ content: `${grid} ${walls} ${texts.join(" ")} 360 668.5 m 420 668.5 l S` });
    const result = await readPdf(source("IS101.pdf", Buffer.from(drawn, "latin1")));
    expect(result.value[0]?.rows.map((row) => row.map((one) => one.text))).toEqual([
      ["Nature", "2026"],
      ["Vols", ""],
    ]);
    expect(result.value[0]?.rows[1]?.[1]?.beside).toEqual([{ kind: "struck", text: "1234567890" }]);
  });

  test("a text that leans beyond any italics is not sure", async () => {
    const leaning = (skew: number): string => `BT /F1 10 Tf 1 0 ${skew} 1 310 671 Tm (12) Tj ET`;
    expect(await cell(leaning(1.7))).toEqual(seen("12", ["unsure 12"]));
    expect(await cell(leaning(0.3))).toEqual(seen("12"));
  });

  test("by a line aslant or a cross, a figure is not sure", async () => {
    expect(await cell(`${at(310, "99")} 310 670 m 321 679 l S`)).toEqual(seen("99", ["unsure 99"]));
    const turned = "q .94 .34 -.34 .94 316 674 cm -20 -.5 40 1 re f Q";
    expect(await cell(`${at(310, "99")} ${turned}`)).toEqual(seen("99", ["unsure 99"]));
    expect(await cell(`${at(310, "99")} 260 668 m 325 682 l S`)).toEqual(seen("99", ["unsure 99"]));
    expect(await cell(`${at(310, "12")} 260 668 m 305 682 l S`)).toEqual(seen("12"));
    const wave = Array.from({ length: 13 }, (_, i) => `${310 + i} ${674 + (i % 2)} ${i === 0 ? "m" : "l"}`).join(" ");
    expect(await cell(`${at(310, "99")} ${wave} S`)).toEqual(seen("99", ["unsure 99"]));
  });

  test("by an annotation, whether it draws its line or not", async () => {
    const quads = "/QuadPoints [308 682 330 682 308 668 330 668]";
    expect(await cell(at(310, "99"), annotation(`/Subtype /StrikeOut ${quads}`))).toEqual(seen("", ["struck 99"]));
    expect(await cell(at(310, "99"), annotation("/Subtype /StrikeOut"))).toEqual(seen("", ["struck 99"]));
  });
});

describe("hidden", () => {
  test("in a layer that is off; one that is on is read", async () => {
    const drawn = `/OC /Off BDC ${at(310, "9")} EMC /OC /On BDC ${at(315.56, "12")} EMC`;
    expect(await cell(drawn, { ...LAYER, objects: LAYERS })).toEqual(seen("12", ["hidden 9"]));
    // Within a layer that is off, nothing is seen, whatever it stands in.
    const inner = `/OC /Off BDC /Span BMC ${at(290, "9")} EMC /OC /On BDC ${at(305, "8")} EMC EMC ${at(315.56, "12")}`;
    expect(await cell(inner, { ...LAYER, objects: LAYERS })).toEqual(seen("12", ["hidden 9", "hidden 8"]));
  });

  test("in a form or a picture of a layer that is off", async () => {
    const form = stream(
      at(310, "9"),
      "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /OC 7 0 R /Resources << /Font << /F1 3 0 R >> >>",
    );
    const picture = stream(
      "\0",
      "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /OC 7 0 R",
    );
    const more = { ...LAYER, forms: "/Form 9 0 R /Picture 10 0 R", objects: [...LAYERS, form, picture] };
    expect(await cell(`/Form Do ${at(315.56, "12")} q 40 0 0 14 305 668 cm /Picture Do Q`, more)).toEqual(
      seen("12", ["hidden 9"]),
    );
  });

  test("a sign that the file does not tell, or one aslant, is no fault in a layer that is off", async () => {
    const unknown = toUnicodeFont("E000");
    const fonts = { fonts: "/F2 9 0 R", objects: [...LAYERS, ...unknown] };
    const off = (drawn: string): string => `/OC /Off BDC ${drawn} EMC ${at(315.56, "12")}`;
    const sign = at(310, "1").replace("/F1", "/F2");
    expect((await cell(off(sign), { ...LAYER, ...fonts })).rules).toEqual([]);
    expect((await cell(sign, { ...LAYER, ...fonts })).rules).toEqual(["error pdf-unreadable-text"]);
    const replaced = { fonts: "/F2 9 0 R", objects: [...LAYERS, ...toUnicodeFont("FFFD")] };
    expect((await cell(sign, { ...LAYER, ...replaced })).rules).toEqual(["error pdf-unreadable-text"]);
    const aslant = "BT /F1 10 Tf .8 .6 -.6 .8 200 300 Tm (Copie) Tj ET";
    expect((await cell(off(aslant), { ...LAYER, objects: LAYERS })).rules).toEqual([]);
    expect((await cell(aslant, { ...LAYER, objects: LAYERS })).rules).toEqual(["error pdf-slanted-text"]);
  });

  test("drawn in the mode that draws nothing", async () => {
    expect(await cell(`${set("3 Tr", at(310, "9"))} ${set("0 Tr", at(315.56, "12"))}`)).toEqual(
      seen("12", ["hidden 9"]),
    );
  });
});

describe("faint", () => {
  test.each([
    ["white on white", `1 g ${at(310, "9")} 0 g`],
    ["nearly white", `.95 g ${at(310, "9")} 0 g`],
    ["black on black", `305 668 10.5 14 re f ${at(310, "9")}`],
    ["transparent", `q /Gone gs ${at(310, "9")} Q`],
    ["nearly transparent", `q /Pale gs ${at(310, "9")} Q`],
    ["a point high", text(310, 671, "9", 1)],
    ["squeezed", set("5 Tz", at(310, "9")).replace(" ET", " 100 Tz ET")],
  ])("%s, a figure is told and not joined", async (_, drawn) => {
    expect(await cell(`${drawn} ${at(317, "12")}`, { resources: GSTATES })).toEqual(seen("12", ["faint 9"]));
  });

  test("white on dark is seen", async () => {
    expect(await cell(`0 .2 .5 rg 300 665 60 18 re f 1 g ${at(310, "12")} 0 g`)).toEqual(seen("12"));
  });
});

describe("covered", () => {
  test.each([
    ["a white box", "1 g 305 668 20 14 re f 0 g"],
    ["a picture", "q 20 0 0 14 305 668 cm /P1 Do Q"],
    ["a thick line", "8 w 305 675 m 325 675 l S"],
    ["a round shape", "1 g 300 660 m 300 690 l 330 690 l 335 690 335 660 330 660 c f 0 g"],
  ])("by %s drawn later, a figure is told", async (_, cover) => {
    const { text: words, beside, rules: said } = await cell(`${at(310, "99")} ${cover}`);
    expect({ words, said }).toEqual({ words: "", said: [] });
    expect(beside).toContain("covered 99");
  });

  test("a ground drawn before it, and a highlighter, cover nothing", async () => {
    expect(await cell(`.9 g 300 665 60 18 re f 0 g ${at(310, "12")}`)).toEqual(seen("12"));
    const highlighted = `${at(310, "12")} q /Multiply gs 1 1 0 rg 305 668 20 14 re f Q`;
    expect(await cell(highlighted, { resources: GSTATES })).toEqual(seen("12"));
  });

  test("what lets it through covers nothing, or leaves it unsure", async () => {
    const half = `${at(310, "12")} q /Half gs 1 g 305 668 20 14 re f Q q /Gone gs 1 g 305 668 20 14 re f Q`;
    expect(await cell(half, { resources: GSTATES })).toEqual(seen("12"));
    const picture = "q 20 0 0 14 305 668 cm /P1 Do Q";
    const mixed = await cell(`${at(310, "12")} q /Multiply gs ${picture} Q`, { resources: GSTATES });
    expect(mixed).toEqual(seen("12", ["unsure 12"]));
    const masked = stream(
      "\0",
      "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /SMask 4 0 R",
    );
    const through = { forms: "/Through 7 0 R", objects: [masked] };
    expect(await cell(`${at(310, "12")} ${picture.replace("/P1", "/Through")}`, through)).toEqual(
      seen("12", ["unsure 12"]),
    );
  });

  test("what lets a grey figure through, but too little of it, makes it faint; a ground that lets white through is seen", async () => {
    const resources = "/ExtGState << /Veil << /ca .75 >> >>";
    const veil = (ink: string, colour: string): string =>
      `${ink} ${at(310, "99")} q /Veil gs ${colour} 305 668 20 14 re f Q`;
    expect(await cell(veil("0 g", "1 g"), { resources })).toEqual(seen("99"));
    expect(await cell(veil(".65 g", "1 g"), { resources })).toEqual(seen("", ["faint 99"]));
    expect(await cell(veil("0 g", "0 g"), { resources })).toEqual(seen("99"));
    expect(await cell(veil(".5 g", "0 g"), { resources })).toEqual(seen("99"));
    const onDark = (ink: string): string => `q /Veil gs 0 g 305 668 20 14 re f Q ${ink} ${at(310, "99")} 0 g`;
    expect(await cell(onDark("1 g"), { resources })).toEqual(seen("99"));
    expect(await cell(onDark(".25 g"), { resources })).toEqual(seen("", ["faint 99"]));
  });

  test("by several sheets that each let something through", async () => {
    const sheets = (count: number): string =>
      `${at(310, "99")} q /Half gs 1 g ${"305 668 20 14 re f ".repeat(count)} Q`;
    expect(await cell(sheets(2), { resources: GSTATES })).toEqual(seen("99"));
    expect(await cell(sheets(3), { resources: GSTATES })).toEqual(seen("", ["covered 99"]));
  });

  test("white that is mixed to the lighter colour leaves it unsure", async () => {
    const mixed = `${at(310, "99")} q /Screen gs 1 g 305 668 20 14 re f Q`;
    expect(await cell(mixed, { resources: GSTATES })).toEqual(seen("99", ["unsure 99"]));
  });

  /** A picture of 4 by 2 points over x 250 to 370, y 666 to 696, of which these are painted. */
  const logo = (...rows: readonly (readonly number[])[]) => {
    const grey = "/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8";
    const points = deflateSync(Uint8Array.from(rows.flat().map((point) => 255 * point))).toString("latin1");
    return {
      forms: "/Logo 7 0 R",
      objects: [
        stream("\0", `${grey} /Width 1 /Height 1 /SMask 8 0 R`),
        stream(points, `${grey} /Width 4 /Height 2 /Filter /FlateDecode`),
      ],
    };
  };
  const DRAWN = "q 120 0 0 30 250 666 cm /Logo Do Q";
  test("by a picture, only where its mask says that it is painted", async () => {
    expect(await cell(`${at(310, "12")} ${DRAWN}`, logo([1, 0, 0, 1], [0, 0, 0, 1]))).toEqual(seen("12"));
    expect(await cell(`${at(310, "12")} ${DRAWN}`, logo([0, 0, 0, 0], [0, 0, 0, 0]))).toEqual(seen("12"));
    const stencil = (...rows: readonly number[]) => {
      const points = deflateSync(Uint8Array.from(rows)).toString("latin1");
      const entries = "/Type /XObject /Subtype /Image /ImageMask true /BitsPerComponent 1 /Width 4 /Height 2";
      return { forms: "/Logo 7 0 R", objects: [stream(points, `${entries} /Filter /FlateDecode`)] };
    };
    expect(await cell(`${at(310, "12")} ${DRAWN}`, stencil(0b0110_0000, 0b1110_0000))).toEqual(seen("12"));
    expect(await cell(`${at(310, "99")} ${DRAWN}`, stencil(0b1101_0000, 0b1101_0000))).toEqual(
      seen("", ["covered 99", "other"]),
    );
    const keyed = (...points: readonly number[]) => {
      const entries = "/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8 /Width 4 /Height 1";
      const data = deflateSync(Uint8Array.from(points)).toString("latin1");
      return { forms: "/Logo 7 0 R", objects: [stream(data, `${entries} /Mask [255 255] /Filter /FlateDecode`)] };
    };
    expect(await cell(`${at(310, "12")} ${DRAWN}`, keyed(0, 255, 255, 0))).toEqual(seen("12"));
    expect(await cell(`${at(310, "99")} ${DRAWN}`, keyed(255, 255, 254, 254))).toEqual(
      seen("", ["covered 99", "other"]),
    );
    const hides = await cell(`${at(310, "99")} ${DRAWN}`, logo([0, 0, 1, 0], [0, 0, 1, 0]));
    expect([hides.text, hides.beside?.includes("covered 99")]).toEqual(["", true]);
  });

  test("a part of a picture that stands beside a figure may be one of its digits", async () => {
    const beside = await cell(`${at(312, "2")} ${DRAWN}`, logo([0, 0, 0, 0], [0, 1, 0, 0]));
    expect(beside).toEqual(seen("2", ["unsure"]));
  });

  test("by a button, which has a ground of its own", async () => {
    const button = (look: string) => ({
      catalogue: "/AcroForm << /Fields [7 0 R] >>",
      ...annotation(`/Subtype /Widget /FT /Btn /Ff 65536 /T (a) ${look}`),
    });
    expect(await cell(at(310, "99"), button("/MK << /CA (12) /BG [1 1 1] >>"))).toEqual(seen("", ["covered 99"]));
    expect(await cell(at(310, "12"), button(""))).toEqual(seen("12"));
  });

  test("cut off by the box of a form", async () => {
    const form = (entries: string): string =>
      stream(
        at(310, "99"),
        `/Type /XObject /Subtype /Form /BBox [0 0 50 50] /Resources << /Font << /F1 3 0 R >> >> ${entries}`,
      );
    for (const entries of ["", "/Group << /S /Transparency >>"])
      expect(await cell("/Form Do", { forms: "/Form 7 0 R", objects: [form(entries)] })).toEqual(
        seen("", ["covered 99"]),
      );
  });

  test("cut off by a frame with a hole, told by even and odd crossings", async () => {
    const hole = "300 660 80 30 re 305 665 40 20 re";
    expect(await cell(`q ${hole} W* n ${at(310, "99")} Q`)).toEqual(seen("", ["covered 99"]));
    expect(await cell(`q ${hole} W n ${at(310, "12")} Q`)).toEqual(seen("12"));
  });

  test("cut off by a frame, whole or in part", async () => {
    expect(await cell(`q 0 0 50 50 re W n ${at(310, "99")} Q`)).toEqual(seen("", ["covered 99"]));
    expect(await cell(`q 305 668 10.3 20 re W n ${at(310, "91")} Q`)).toEqual(seen("9", ["covered 1"]));
    expect(await cell(`q 305 668 9 20 re W n ${at(310, "9")} Q`)).toEqual(seen("", ["covered 9"])); // its right third
    expect(await cell(`q 300 660 80 30 re W n ${at(310, "12")} Q`)).toEqual(seen("12"));
  });

  test("by frames that each show a band of it, as some printers draw: together they show it whole", async () => {
    const band = (y: number, height: number, words: string): string =>
      `q 300 ${y} 60 ${height} re W n ${at(310, words)} Q`;
    expect(await cell(`${band(674, 20, "12")} ${band(660, 14, "12")}`)).toEqual(seen("12"));
    expect((await cell(`${band(676, 20, "99")} ${band(660, 12, "99")}`)).text).toBe("");
    expect((await cell(`${band(674, 20, "12")} ${band(660, 14, "99")}`)).text).toBe("");
    // In another colour, or another place, it is another text.
    expect((await cell(`${band(676, 20, "12")} 1 g ${at(310, "12")} 0 g`)).text).toBe("");
  });

  test("by a mark of what is to be deleted", async () => {
    expect(await cell(at(310, "99"), annotation("/Subtype /Redact"))).toEqual(seen("", ["covered 99"]));
  });
});

describe("no text of the page", () => {
  test("words of an annotation are told where they stand", async () => {
    const form = stream(
      "BT /F1 10 Tf 2 3 Td (12) Tj ET",
      "/Type /XObject /Subtype /Form /BBox [0 0 22 14] /Resources << /Font << /F1 3 0 R >> >>",
    );
    const free = annotation("/Subtype /FreeText /Contents (12) /DA (/Helv 10 Tf 0 g) /AP << /N 8 0 R >>");
    expect(await cell("", { ...free, objects: [...(free.objects ?? []), form] })).toEqual(seen("", ["other 12"]));
    expect(await cell(at(310, "9"), annotation("/Subtype /Text /Contents (99)"))).toEqual(seen("9", ["other 99"]));
    // It draws a box, and says something.
    const box = stream("1 13 m 20 13 l S", "/Type /XObject /Subtype /Form /BBox [0 0 22 14]");
    const stamp = annotation("/Subtype /Stamp /Contents (99) /AP << /N 8 0 R >>");
    expect(await cell(at(310, "9"), { ...stamp, objects: [...(stamp.objects ?? []), box] })).toEqual(
      seen("9", ["other 99"]),
    );
  });

  test("an annotation that the screen does not show says nothing and does nothing", async () => {
    for (const entries of ["/Subtype /StrikeOut", "/Subtype /Redact", "/Subtype /Text /Contents (99)"]) {
      const { page, objects = [] } = annotation(entries);
      const hidden = objects.map((object) => object.replace("/F 4", "/F 2"));
      expect(await cell(at(310, "12"), { page: page ?? "", objects: hidden })).toEqual(seen("12"));
    }
  });

  test("a box to tick is no figure; a field that is filled in is refused", async () => {
    const catalogue = "/AcroForm << /Fields [7 0 R] >>";
    const tick = { catalogue, ...annotation("/Subtype /Widget /FT /Btn /T (a) /V /Oui /AS /Oui") };
    expect((await cell(at(310, "12"), tick)).rules).toEqual([]);
    const field = { catalogue, ...annotation("/Subtype /Widget /FT /Tx /T (a) /V (12) /DA (/F1 10 Tf 0 g)") };
    expect((await cell("", field)).rules).toEqual(["error pdf-form"]);
  });

  test("a pattern that draws text of its own is told", async () => {
    const pattern = stream(
      "BT /F1 10 Tf 10 11 Td (12) Tj ET",
      "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 60 30] /XStep 60 /YStep 30 /Matrix [1 0 0 1 300 660] /Resources << /Font << /F1 3 0 R >> >>",
    );
    const more = { resources: "/Pattern << /Pt 7 0 R >>", objects: [pattern] };
    expect(await cell("/Pattern cs /Pt scn 305 665 30 18 re f", more)).toEqual(seen("", ["other"]));
  });

  test("a thing too high for text, or too low, is none", async () => {
    expect(await cell("q 10 0 0 40 296 645 cm /P1 Do Q")).toEqual(seen(""));
    expect(await cell("q 10 0 0 14 296 669 cm /P1 Do Q")).toEqual(seen("", ["other"]));
    expect(await cell("310 671 m 312 672.5 313 670 315 671 c 315 671.5 l 310 671.5 l f")).toEqual(seen(""));
  });

  test("the lines of an annotation part no cells", async () => {
    const form = stream("5.6 0 m 5.6 14 l S", "/Type /XObject /Subtype /Form /BBox [0 0 22 14]");
    const { page, objects = [] } = annotation("/Subtype /Stamp /AP << /N 8 0 R >>");
    expect(await cell(at(310, "12"), { page: page ?? "", objects: [...objects, form] })).toEqual(seen("12"));
    expect((await cell(`${at(310, "12")} 313.6 668 m 313.6 682 l S`)).rules).toEqual(["error ambiguous-header"]);
  });

  test("a link, and a highlight without words, say nothing", async () => {
    expect(await cell(at(310, "12"), annotation("/Subtype /Link /Contents (99)"))).toEqual(seen("12"));
    expect(await cell(at(310, "12"), annotation("/Subtype /Underline"))).toEqual(seen("12"));
  });

  test("a link on some digits of a figure leaves it unsure; one on all of them, beside it or on the mark of a note does not", async () => {
    const link = (drawn: string, x0: number, x1: number) =>
      cell(drawn, {
        page: "/Annots [7 0 R]",
        objects: [`<< /Type /Annot /Subtype /Link /F 4 /Rect [${x0} 666 ${x1} 684] >>`],
      });
    expect((await link(at(310, "121"), 321, 328)).beside).toEqual(["unsure 21"]);
    expect((await link(at(310, "121"), 308, 316)).beside).toEqual(["unsure 12"]);
    expect(await link(at(310, "121"), 308, 328)).toEqual(seen("121"));
    expect(await link(at(310, "121"), 328, 340)).toEqual(seen("121"));
    expect(await link(`${at(310, "12")} ${text(321.12, 675, "1", 6)}`, 321, 328)).toEqual(seen("12¹"));
  });

  test("a picture in the place of a figure, or against one, is told; one further off is not", async () => {
    expect(await cell("q 12 0 0 10 310 669 cm /P1 Do Q")).toEqual(seen("", ["other"]));
    expect(await cell(`q 6 0 0 8 309 671 cm /P1 Do Q ${at(316, "2")}`)).toEqual(seen("2", ["unsure"]));
    expect(await cell(`q 6 0 0 8 295 671 cm /P1 Do Q ${at(316, "2")}`)).toEqual(seen("2"));
  });

  test("signs drawn with lines are told: a bar beside a figure, seven bars alone, a curve", async () => {
    const bar = (x: number) => `${x} 671 m ${x} 679 l S`;
    expect(await cell(`${bar(308)} ${at(311, "2")}`)).toEqual(seen("2", ["unsure"]));
    const seven = "311 679 m 316 679 l 316 675 l 311 675 l 311 671 l 316 671 l S";
    expect(await cell(seven)).toEqual(seen("", ["other"]));
    const boxes = "311 678 5 1 re f 315 675 1 4 re f 311 674.5 5 1 re f 311 671 1 4 re f 311 671 5 1 re f";
    expect(await cell(boxes)).toEqual(seen("", ["other"]));
    expect(await cell(`305 679 m 309 679 309 674 305 674 c 302 674 302 679 305 679 c S ${at(311, "2")}`)).toEqual(
      seen("2", ["unsure"]),
    );
  });

  test("lines that belong to a table, to a dash or to a frame are no signs", async () => {
    const frame = "300 665 m 350 665 l S 300 685 m 350 685 l S 300 665 m 300 685 l S 350 665 m 350 685 l S";
    expect(await cell(`${at(311, "2")} ${frame}`)).toEqual(seen("2"));
    const side = (x0: number, y0: number, x1: number, y1: number): Stroke => ({
      from: [x0, y0],
      to: [x1, y1],
      order: 0,
      isOfPage: true,
    });
    const box = (x: number) => [
      side(x, 0, x + 15, 0),
      side(x + 15, 0, x + 15, 18),
      side(x + 15, 18, x, 18),
      side(x, 18, x, 0),
    ];
    expect(findSigns(box(0), new Set())).toEqual([{ x0: 0, y0: 0, x1: 15, y1: 18 }]);
    expect(findSigns([0, 15, 30].flatMap(box), new Set())).toEqual([]);
    expect(findSigns(box(0), new Set(box(0)))).toHaveLength(1);
    expect(findSigns([side(0, 0, 100, 0), side(50, 0, 50, 10)], new Set())).toEqual([]);
    expect(findSigns([side(0, 0, 6, 0)], new Set())).toEqual([]);
    const [first, ...others] = box(0);
    expect(first && findSigns([first, ...others], new Set([first, ...others]))).toEqual([]);
    const dashes = [0, 6, 12, 18].map((x) => `${300 + x} 668 m ${303 + x} 668 l S`).join(" ");
    expect(await cell(`${at(311, "2")} ${dashes}`)).toEqual(seen("2"));
  });

  test("a figure drawn over another of the same order is in doubt, one drawn twice is bold", async () => {
    const kerned = (content: string) => cell(`BT /F1 10 Tf 310 671 Td [${content}] TJ ET`);
    expect((await kerned("(9) 556 (1) (2)")).beside?.[0]).toMatch(/^unsure/);
    expect((await kerned("(1) 80 (2)")).beside).toBeUndefined();
  });

  test("black laid over a figure hides it, whatever the way of mixing colours", async () => {
    const laid = (colour: string) =>
      cell(`${at(310, "12")} q /Multiply gs ${colour} rg 305 668 20 14 re f Q`, { resources: GSTATES });
    expect((await laid("0 0 0")).beside?.[0]).toBe("faint 12");
    expect((await laid("1 1 0")).beside).toBeUndefined();
  });

  test("signs drawn as outlines are told", async () => {
    const one = "310 671 m 313 671 l 313 678 l 311.5 678 l 310 676.5 l h f";
    expect(await cell(one)).toEqual(seen("", ["other"]));
    expect(await cell(`${one} ${at(315.56, "2")}`)).toEqual(seen("2", ["unsure"]));
  });
});

describe("in modes that mix with what is drawn", () => {
  test("drawn through a frame that has its shape, a figure is told", async () => {
    const frame = "q 310 671 m 314 671 l 314 678 l 312 674 l h W n";
    const shading =
      "/Shading << /S << /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 1 0] /Extend [true true] /Function << /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [0] /N 1 >> >> >>";
    expect(await cell(`${frame} 300 660 30 30 re f Q`)).toEqual(seen("", ["other"]));
    expect(await cell(`${frame} /S sh Q`, { resources: shading })).toEqual(seen("", ["other"]));
    expect(await cell(`q 310 671 4 7 re W n 300 660 30 30 re f Q`)).toEqual(seen(""));
  });

  test("in outlines so thick that they fill it, or drawn in pieces, a figure is not sure", async () => {
    const stroked = (mode: number, width: number, dash: string) =>
      cell(`q ${width} w ${dash} ${set(`${mode} Tr`, at(310, "12"))} Q`);
    for (const [mode, width, dash] of [
      [2, 0.5, ""],
      [2, 1.4, ""],
      [2, 0.5, "[3] 0 d"],
      [1, 0.5, "[] 0 d"],
    ] as const)
      expect(await stroked(mode, width, dash)).toEqual(seen("12"));
    for (const [mode, width, dash] of [
      [2, 1.6, ""],
      [1, 1.6, ""],
      [1, 0.5, "[3] 0 d"],
    ] as const)
      expect(await stroked(mode, width, dash)).toEqual(seen("12", ["unsure 12"]));
  });

  test("as a frame for what is drawn through it, a figure is not sure", async () => {
    expect(await cell(`q ${set("7 Tr", at(310, "99"))} Q`)).toEqual(seen("99", ["unsure 99"]));
  });

  test("lighter than its ground only, a figure is not sure", async () => {
    expect(await cell(`q /Screen gs ${at(310, "99")} Q`, { resources: GSTATES })).toEqual(seen("99", ["unsure 99"]));
  });
});

describe("raised", () => {
  test.each([
    ["by the text state, in the same size", `${at(310, "12")} ${set("5 Ts", at(321.12, "1"))}`],
    ["in the same size", `${at(310, "12")} ${text(321.12, 675, "1")}`],
    ["by the text state, hardly", `${at(310, "12")} ${set("1 Ts", at(321.12, "1"))}`],
    ["in a small size", `${at(310, "12")} ${text(321.12, 675, "1", 6)}`],
    ["in a quarter of the size", `${at(310, "12")} ${text(321.12, 677, "1", 2.5)}`],
    ["small, on the line itself", `${at(310, "12")} ${text(321.12, 671, "1", 5)}`],
  ])("%s, digits stay told apart from the figure", async (_, drawn) => {
    expect(await cell(drawn)).toEqual(seen("12¹"));
  });

  test("lowered, a digit is written so", async () => {
    expect((await cell(`${at(310, "12")} ${set("-1 Ts", at(321.12, "1"))}`)).text).toBe("12₁");
  });

  test("between brackets, a mark is told as it is", async () => {
    expect(await cell(`${at(310, "12")} ${text(321.12, 675, "(1)", 6)}`)).toEqual(seen("12(1)"));
  });

  test("set apart by as much as a blank, digits are two figures; letters and what follows them are one word", async () => {
    const apart = (spacing: number, words: string) => cell(`BT ${spacing} Tc /F1 10 Tf 310 675 Td (${words}) Tj ET`);
    expect(await apart(2, "12")).toEqual(seen("12"));
    expect((await apart(3, "12")).text).toBe("1 2");
    expect((await apart(3, "a12")).text).toBe("a12");
  });

  test("before a figure, digits are never its thousands", async () => {
    expect((await cell(`${text(310, 675, "1")} ${at(317, "234")}`)).text).not.toBe("1 234");
    expect((await cell(`${text(306, 675, "1")} ${at(316, "234")}`)).rules).toContain("error ambiguous-header");
  });
});

describe("a font that draws something else than the file says", () => {
  const font = (entries: string): string => `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica ${entries} >>`;
  const drawn = at(310, "12").replace("/F1", "/F2");

  test("is told: « 7 » for a sign named one", async () => {
    const more = { fonts: "/F2 9 0 R", objects: [...LAYERS, ...toUnicodeFont("0037")] };
    expect((await cell(drawn, more)).rules).toEqual(["error pdf-lying-font"]);
    // What is not drawn draws nothing else.
    expect((await cell(`${drawn.replace("Td", "Td 3 Tr")} 0 Tr ${at(330, "12")}`, more)).rules).toEqual([]);
  });

  test.each(["00A0", "200B", "002A", "00B9", "002D"])(
    "is told: a blank, a mark or a dash (%s) for a sign named one",
    async (said) => {
      const more = { fonts: "/F2 9 0 R", objects: [...LAYERS, ...toUnicodeFont(said)] };
      for (const digits of ["12", "21"]) {
        const { rules } = await cell(at(310, digits).replace("/F1", "/F2"), more);
        expect(rules).toEqual(["error pdf-lying-font"]);
      }
    },
  );

  test("is not sure of figures that the file says to be wider than any: « 1      2 »", async () => {
    const wide = (width: number) =>
      cell(drawn, {
        fonts: "/F2 7 0 R",
        objects: [font(`/Encoding /WinAnsiEncoding /FirstChar 49 /LastChar 50 /Widths [${width} 556]`)],
      });
    expect(await wide(1000)).toEqual(seen("12"));
    expect((await wide(1500)).beside).toEqual(["unsure 1"]);
  });

  test("is no lie when the file changes the name and says so: the sign of code 31 is a seven", async () => {
    const more = { fonts: "/F2 7 0 R", objects: [font("/Encoding << /Differences [49 /seven] >>")] };
    expect(await cell(drawn, more)).toEqual(seen("72"));
  });

  test("is not sure when its signs have numbers and their drawings are not in the file", async () => {
    const numbered =
      "<< /Type /Font /Subtype /Type0 /BaseFont /Inconnue /Encoding /Identity-H /DescendantFonts [8 0 R] /ToUnicode 10 0 R >>";
    const descendant =
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Inconnue /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 9 0 R /DW 556 >>";
    const descriptor =
      "<< /Type /FontDescriptor /FontName /Inconnue /Flags 4 /FontBBox [0 0 600 700] /ItalicAngle 0 /Ascent 700 /Descent 0 /CapHeight 700 /StemV 80 >>";
    const mapOf = (second: string) =>
      stream(
        `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange 2 beginbfchar <0001> <0031> <0002> <${second}> endbfchar endcmap end end`,
      );
    const order = "BT /F2 10 Tf 310 671 Td <00010002> Tj ET";
    const cellOf = (second: string, widths = "/DW 556") =>
      cell(order, {
        fonts: "/F2 7 0 R",
        objects: [numbered, descendant.replace("/DW 556", widths), descriptor, mapOf(second)],
      });
    expect(await cellOf("0032")).toEqual(seen("12", ["unsure 12"]));
    // A sign of no width that takes room.
    expect((await cellOf("200B")).rules).toEqual(["error pdf-unreadable-text"]);
    expect(await cellOf("200B", "/DW 556 /W [2 [0]]")).toEqual(seen("1", ["unsure 1"]));
  });

  /** A font whose signs of codes 49 and 50 are drawn so by the file itself. */
  const ownFont = (one: string, two: string) => ({
    fonts: "/F2 7 0 R",
    objects: [
      "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 600 700] /FontMatrix [.001 0 0 .001 0 0] /FirstChar 49 /LastChar 50 /Widths [556 556] /Encoding << /Differences [49 /one /two] >> /CharProcs << /one 8 0 R /two 9 0 R >> /Resources << >> >>",
      stream(`556 0 d0 ${one}`),
      stream(`556 0 d0 ${two}`),
    ],
  });
  const polygon = (points: string): string => {
    const [first, ...others] = points.split(", ");
    return `${first} m ${others.map((point) => `${point} l`).join(" ")} h f`;
  };
  const ONE = polygon("300 0, 300 700, 220 700, 50 560, 50 460, 200 560, 200 0");
  const TWO = polygon(
    "50 0, 450 0, 450 80, 170 80, 380 300, 450 430, 450 560, 380 660, 270 700, 150 690, 60 620, 60 520, 170 600, 260 620, 340 580, 360 500, 330 400, 50 100",
  );
  const SEVEN = polygon("50 700, 450 700, 450 620, 240 0, 140 0, 350 610, 50 610");

  test("is read when its own drawings are those of the figures", async () => {
    expect(await cell(drawn, ownFont(ONE, TWO))).toEqual(seen("12"));
  });

  /** A picture of points, as LaTeX's own fonts have for each sign: 10 of them across, by rows. */
  const points = (rows: string): string => {
    const all = rows.split(" ");
    const hex = all.map((row) =>
      Number.parseInt([...row.padEnd(16, ".")].map((point) => (point === "#" ? 0 : 1)).join(""), 2)
        .toString(16)
        .padStart(4, "0"),
    );
    return `q 500 0 0 700 0 0 cm BI /W 10 /H ${all.length} /IM true /BPC 1 /F /AHx ID ${hex.join("")}> EI Q`;
  };
  const POINTS_ONE = points(
    "....##.... ..####.... ######.... ##..##.... ....##.... ....##.... ....##.... ....##.... ....##.... ....##.... ....##.... ....##.... ########## ##########",
  );
  const POINTS_SEVEN = points(
    "########## ########## ........## ........## .......##. ......##.. ......##.. .....##... .....##... ....##.... ....##.... ...##..... ...##..... ...##.....",
  );

  test("is read when its figures are pictures of points", async () => {
    expect(await cell(drawn, ownFont(POINTS_ONE, TWO))).toEqual(seen("12"));
    expect((await cell(drawn, ownFont(POINTS_SEVEN, TWO))).beside).toEqual(["unsure 1"]);
  });

  test.each([
    ["a dash", "0 250, 500 250, 500 290, 0 290", false],
    ["a thick line", "0 250, 500 250, 500 400, 0 400", true],
    ["a line at the foot", "0 -20, 500 -20, 500 20, 0 20", true],
  ])("that does not name a sign is looked at: %s", async (_, outline, isRefused) => {
    const { objects, fonts } = ownFont(ONE, polygon(outline));
    const unnamed = objects.map((object) =>
      object
        .replaceAll("/two", "/a21")
        .replace("[49 /one /a21]", "[21 /a21 49 /one]")
        .replace(
          "/FirstChar 49 /LastChar 50 /Widths [556 556]",
          `/FirstChar 21 /LastChar 49 /Widths [${"556 ".repeat(29)}]`,
        ),
    );
    const words = at(310, "\x15").replace("/F1", "/F2");
    const { rules: said } = await cell(`${at(280, "x")} ${words}`, { fonts, objects: unnamed });
    expect(said.includes("error pdf-unreadable-text")).toBe(isRefused);
  });

  test.each([
    ["a seven drawn for a one", SEVEN, TWO],
    ["nothing drawn for a one", "", TWO],
    ["a picture drawn for a one", "500 0 0 700 0 0 cm BI /W 1 /H 1 /IM true ID \0 EI", TWO],
    ["a line drawn for a one", ONE.replace(/f$/, "S"), TWO],
    ["a picture drawn over a one", `${ONE} q 50 0 0 70 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \0 EI Q`, TWO],
  ])("is not sure, or refused: %s", async (_, one, two) => {
    const { beside, rules: said } = await cell(drawn, ownFont(one, two));
    expect({ beside, said }).toEqual({ beside: ["unsure 1"], said: [] });
  });

  test.each([
    ["a blank that draws a one", "0020", ONE, ["error pdf-unreadable-text"]],
    ["a sign without width that draws a one", "200B", ONE, ["error pdf-unreadable-text"]],
    ["a blank that draws a line", "00A0", "0 0 m 500 700 l S", ["error pdf-unreadable-text"]],
    ["a blank that draws nothing", "0020", "", []],
  ])("is refused, or read: %s", async (_, unicode, one, told) => {
    const { objects, fonts } = ownFont(one, TWO);
    const map = stream(
      `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <31> <${unicode}> endbfchar endcmap end end`,
    );
    const named = objects.map((object) => object.replace("/FirstChar", "/ToUnicode 10 0 R /FirstChar"));
    expect((await cell(drawn, { fonts, objects: [...named, map] })).rules).toEqual(told);
  });

  test("has not all that its text says: a blank that is not in it is drawn by nothing", () => {
    const told = { told: {}, pathOf: () => [0, 0, 0, 1, 1, 0, 1, 1, 1], trusts: new Map() };
    expect(trustOf({ ...told, trusts: new Map() }, { unicode: " ", isInFont: false })).toBe("sure");
    expect(trustOf(told, { unicode: " ", isInFont: true })).toBe("unknown");
  });

  test("is not sure of a note mark that is as high as a figure", async () => {
    const star = (one: string) => {
      const { objects, fonts } = ownFont(one, TWO);
      const starred = objects.map((object) => object.replaceAll("/one", "/asterisk"));
      return cell(`${at(310, "2")} ${at(315.6, "1").replace("/F1", "/F2")}`, { fonts, objects: starred });
    };
    expect((await star(ONE)).beside).toEqual(["unsure *"]);
    expect(await star(polygon("0 400, 300 400, 300 700, 0 700"))).toEqual(seen("2*"));
  });

  test("is not sure of a two that is a mere blot", async () => {
    expect((await cell(drawn, ownFont(ONE, polygon("0 0, 400 0, 400 700, 0 700")))).beside).toEqual(["unsure 2"]);
  });

  test("is not sure of a seven for which nothing is drawn", async () => {
    const { objects, fonts } = ownFont("", TWO);
    const sevens = objects.map((object) => object.replaceAll("/one", "/seven"));
    expect((await cell(drawn, { fonts, objects: sevens })).beside).toEqual(["unsure 7"]);
  });

  test("is refused when it draws quite another figure: a seven for a six", async () => {
    const { objects, fonts } = ownFont(SEVEN, TWO);
    const six = objects.map((object) => object.replaceAll("/one", "/six"));
    expect((await cell(drawn, { fonts, objects: six })).rules).toEqual(["error pdf-lying-font"]);
  });

  test("is not sure when it is of barcodes or pictures, mirrored, or filled with a pattern", async () => {
    const barcode = font("/Encoding /WinAnsiEncoding").replace("Helvetica", "Code39");
    expect((await cell(drawn, { fonts: "/F2 7 0 R", objects: [barcode] })).beside).toEqual(["unsure 12"]);
    expect((await cell(at(310, "12").replace("310 671 Td", "1 0 0 -1 310 678 Tm"))).beside).toEqual(["unsure 12"]);
    const pattern = stream(
      "1 0 0 rg 0 0 5 5 re f",
      "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 60 30] /XStep 60 /YStep 30 /Resources << >>",
    );
    const more = { resources: "/Pattern << /Pt 7 0 R >>", objects: [pattern] };
    expect((await cell(`q /Pattern cs /Pt scn ${at(310, "12")} Q`, more)).beside).toEqual(["unsure 12"]);
  });
});

describe("transparency and masks", () => {
  const form = (entries: string): string =>
    stream(
      at(310, "9"),
      `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> ${entries}`,
    );

  test("of a whole group hide its text", async () => {
    const more = { resources: GSTATES, forms: "/Form 7 0 R", objects: [form("/Group << /S /Transparency >>")] };
    expect(await cell(`q /Gone gs /Form Do Q ${at(317, "12")}`, more)).toEqual(seen("12", ["faint 9"]));
  });

  test("leave it unsure what is seen, and the mask itself is no text", async () => {
    const masked = "/ExtGState << /Masked << /SMask << /S /Luminosity /G 7 0 R >> >> >>";
    const more = { resources: masked, objects: [form("/Group << /S /Transparency /CS /DeviceGray >>")] };
    expect(await cell(`q /Masked gs ${at(330, "12")} Q`, more)).toEqual(seen("12", ["hidden 9", "unsure 12"]));
  });

  test("white text on a ground that runs from one dark colour to another is seen", async () => {
    const shading =
      "/Shading << /Dark << /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 595 0] /Function << /FunctionType 2 /Domain [0 1] /C0 [0 0 .5] /C1 [0 .2 .6] /N 1 >> >> >>";
    expect(await cell(`q 300 665 60 18 re W n /Dark sh 1 g ${at(310, "12")} Q`, { resources: shading })).toEqual(
      seen("12"),
    );
    expect(await cell(`q 60 0 0 18 300 665 cm /P1 Do Q 1 g ${at(310, "12")} 0 g`)).toEqual(seen("12", ["unsure 12"]));
  });
});

test("what stands between two rows is told of neither", async () => {
  const { text: words, beside, rules: said } = await cell(`${at(310, "12")} 1 g ${text(310, 679, "99")} 0 g`);
  expect({ words, beside, said }).toEqual({ words: "12", beside: undefined, said: ["warning pdf-unseen-text"] });
});

test("what stands far beside the columns is not told of their figures", async () => {
  const { text: words, beside, rules: said } = await cell(`${at(310, "12")} 1 g ${at(500, "99")} 0 g`);
  expect({ words, beside, said }).toEqual({ words: "12", beside: undefined, said: ["warning pdf-unseen-text"] });
});

test("what stands outside the cells of figures is told of its page", async () => {
  const { rules: said, text: words } = await cell(`${at(310, "12")} 1 g ${text(60, 780, "ACHICOURT")} 0 g`);
  expect({ said, words }).toEqual({ said: ["warning pdf-unseen-text"], words: "12" });
});
