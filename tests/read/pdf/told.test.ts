/** What is told of a PDF, word for word: the page, the place, what to do. And what of its bytes is looked at before it is read. */

import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { refusing } from "../../../scripts/read/contract/reader.ts";
import { tellAsides } from "../../../scripts/read/pdf/asides.ts";
import type { Aside, PageBlock } from "../../../scripts/read/pdf/blocks.ts";
import { readPdfPages } from "../../../scripts/read/pdf/drawn/drawn-pages.ts";
import { findGlyphLines } from "../../../scripts/read/pdf/glyph-lines.ts";
import { readPdf } from "../../../scripts/read/pdf/pdf.ts";
import { checkStreams, findOtherLooks } from "../../../scripts/read/pdf/streams.ts";
import { quotedBy, spoken } from "../../spoken.ts";
import { rules, show, showBeside, source } from "../source.ts";
import { fileOf, handMadePdf, onePage, pagesOf, stream, text } from "./hand-made-pdf.ts";

const plain = (words: string): string => words.replace(/[\u00a0\u202f]/g, " ");
const row = (y: number, label: string, ...figures: readonly string[]): string =>
  [text(50, y, label), ...figures.map((figure, i) => text(300 + 60 * i, y, figure))].join(" ");
const TABLE = [row(700, "Nature", "2025", "2026"), row(680, "Homicides", "1", "2"), row(660, "Vols", "3", "4")].join(
  " ",
);

async function told(...pages: readonly string[]): Promise<readonly string[]> {
  const { issues } = await readPdf(fileOf(...pages));
  return issues.map(spoken).map(({ severity, rule, message }) => `${severity} ${rule} ${plain(message)}`);
}

describe("the page where it is", () => {
  test("of figures that a page's end cuts", async () => {
    expect(await told(TABLE, text(300, 500, "146"))).toEqual([
      "error pdf-cut-figures À la ligne 1 de la page 2, une ligne du tableau ou son en-tête semble coupé en deux, par exemple par la fin de la page (« 4 » au-dessus de « 146 » pour 4 146) : rien ne dit à quoi ses nombres se rapportent.",
    ]);
  });
  test("of no figure at its head that stands under the labels, as those of a chart's axis do", async () => {
    expect(await told(TABLE, [text(50, 700, "10"), text(50, 680, "5"), text(50, 660, "0")].join(" "))).toEqual([
      "info pdf-unseen-text Page 2 : des nombres ne sont dans aucun tableau : « 10 », « 5 », « 0 ». Rien n'en est lu.",
    ]);
  });
  test("of a raised mark before its note: none, it is the note's", async () => {
    const note = `${text(50, 624, "1", 7)} ${text(55, 620, "y compris la zone commerciale")}`;
    expect(await told(`${TABLE} ${note}`)).toEqual([]);
  });
  test("of a table without a heading", async () => {
    expect(
      await told(text(50, 700, "IS 101"), [row(680, "Homicides", "1", "2"), row(660, "Vols", "3", "4")].join(" ")),
    ).toEqual([
      "error ambiguous-header À la ligne 1 de la page 2 commence un tableau dont aucun en-tête ne nomme les colonnes : rien ne dit ce que comptent ses chiffres.",
    ]);
  });
  test("of no text in another direction: it stands beside the tables", async () => {
    const stamp = (word: string, size: number) => `${TABLE} BT /F1 ${size} Tf .8 .6 -.6 .8 100 500 Tm (${word}) Tj ET`;
    const besides = async (...pages: readonly string[]) => {
      const { value, issues } = await readPdf(fileOf(...pages));
      return [issues.length, value.map((grid) => grid.besides ?? [])];
    };
    expect(await besides(TABLE)).toEqual([0, [[]]]);
    expect(await besides(TABLE, stamp("Copie", 10))).toEqual([0, [["Copie"]]]);
    expect(await besides(stamp("COPIE 2", 60), stamp("COPIE 2", 60))).toEqual([0, [["COPIE 2"]]]);
    const inTable = `${TABLE} BT /F1 10 Tf .8 .6 -.6 .8 305 675 Tm (COPIE 2) Tj ET`; // a figure of the table may look so
    expect((await told(inTable))[0]).toMatch(
      /^error ambiguous-header Page 1 : « COPIE 2 » est écrit dans un autre sens/,
    );
  });
  test("of no text that runs up the margin: it stands beside the tables, and a number of the page alone nowhere", async () => {
    const besides = async (words: string, x = 560, y = 400) => {
      const { value } = await readPdf(fileOf(`${TABLE} BT /F1 10 Tf 0 1 -1 0 ${x} ${y} Tm (${words}) Tj ET`));
      return value.map((grid) => grid.besides ?? []);
    };
    expect(await besides("Commune de Valmont")).toEqual([["Commune de Valmont"]]);
    expect(await besides("T1 2026")).toEqual([["T1 2026"]]);
    expect(await besides("1/2")).toEqual([[]]);
    // within the table, it is told
    expect(await besides("dont mineurs", 340, 670)).toEqual([[]]);
  });
  test("not of a page number that stands aside in the margin", async () => {
    const turned = (words: string, x: number, y: number) =>
      `${TABLE} BT /F1 10 Tf 0 1 -1 0 ${x} ${y} Tm (${words}) Tj ET`;
    expect(await told(turned("1", 560, 400))).toEqual([]);
    expect(await told(turned("Page 1/2", 560, 400))).toEqual([]);
    expect(await told(turned("T1 2026", 560, 400))).toEqual([]);
    expect((await told(turned("dont mineurs", 340, 670)))[0]).toMatch(
      /^error ambiguous-header Page 1 : « dont mineurs »/,
    );
  });
  test("not of a text that runs up or down in pieces: they are one", async () => {
    const piece = (words: string, y: number, x = 60) => `BT /F1 10 Tf 0 1 -1 0 ${x} ${y} Tm (${words}) Tj ET`;
    const down = (words: string, y: number) => `BT /F1 10 Tf 0 -1 1 0 90 ${y} Tm (${words}) Tj ET`;
    const up = [
      piece("Po", 300),
      piece("lic", 312.23),
      piece("e nat.", 321.67),
      piece("Autre", 346.69, 75),
      piece("Nord", 400, 75),
    ];
    const bytes = handMadePdf(pagesOf([[TABLE, ...up, down("Gend", 400), down("armerie", 375.5)].join(" ")]));
    const [page] = await readPdfPages(Buffer.from(bytes, "latin1"));
    expect(page?.turned.map(({ text: words }) => words)).toEqual(["Police nat.", "Autre", "Nord", "Gendarmerie"]);
  });
  test("not of the figures of a very wide page", async () => {
    const figures = Array.from({ length: 130 }, (_, i) => text(20.3 + 31 * i, 300.7, "6 5 8 9 3", 7));
    const wide = pagesOf([figures.join(" ")]).map((object) => object.replace("[0 0 595 842]", "[0 0 4053.24 595]"));
    const pages = await readPdfPages(Buffer.from(handMadePdf(wide), "latin1"));
    expect(pages[0]?.glyphs.length).toBe(9 * 130);
    expect(pages[0]?.doubts).toEqual([]);
  });
  test("of two texts one over the other", async () => {
    expect(await told(TABLE, `${text(50, 700, "Destructions")} ${text(60, 700, "Cambriolages")}`)).toEqual([
      "info pdf-unseen-text Page 2, hors des tableaux : des textes sont imprimés l'un sur l'autre, autour de « DeCsatrmucbtr » ; ils ne peuvent pas être lus.",
    ]);
  });
  test("of a page without text, or with nothing but hidden text", async () => {
    expect(await told(TABLE, "", TABLE)).toEqual([
      "warning pdf-page-without-text La page 2 ne contient aucun texte : page blanche, ou image dont les chiffres ne peuvent pas être lus.",
    ]);
    expect(await told(TABLE, text(50, 700, "x").replace("Td", "Td 3 Tr"))).toEqual([
      "info pdf-unseen-text Page 2 : du texte est masqué : « x ». Rien n'en est lu.",
      "warning pdf-page-without-text La page 2 ne contient aucun texte : page blanche, ou image dont les chiffres ne peuvent pas être lus.",
    ]);
    expect(await told("", text(50, 700, "x").replace("Td", "Td 3 Tr"))).toEqual([
      "error pdf-without-text Le texte que ce PDF enregistre ne se voit pas : c'est d'ordinaire celui d'une image numérisée, qu'un logiciel a deviné. Ses chiffres ne sont pas sûrs, rien n'en a été lu.",
    ]);
    expect(await told(text(50, 700, " "))).toEqual([
      "error pdf-without-text Ce PDF ne contient aucun texte : c'est sans doute un document numérisé. Rien n'a pu en être lu.",
    ]);
  });
});

test("an underline through the tails of its letters strikes nothing out", async () => {
  const under = (y: number) => `${TABLE} ${text(50, 640, "Cambriolages")} .6 w 50 ${y} m 120 ${y} l S`;
  expect(await told(under(639.4))).toEqual([]);
  expect((await told(under(642.5)))[0]).toMatch(/^warning pdf-unseen-text Page 1 : du texte est barré/);
});

test("a blank that stands on a figure of another text parts nothing", async () => {
  const content = `${TABLE} ${row(640, "Rixes", "12", "345")} ${text(301, 640, " ")} ${text(367, 640, "   ")}`;
  const last = async (page: string) => show((await readPdf(fileOf(page))).value[0]).at(-1);
  expect(await last(content)).toBe("Rixes|12|345");
  const near = `${TABLE} ${text(50, 640, "Rixes")} ${text(300, 640, "12 ")} ${text(311.12, 640, "34")}`;
  expect(await last(near)).not.toContain("1234");
});

test("a figure of a title that is covered is told in it, in its second line too; of a figure of a chart, nothing is", async () => {
  const covered = (x: number, y: number) => `1 g ${x} ${y} 4 8 re f 0 g`;
  const title = [text(50, 760, "Faits constates par la police et la gendarmerie de A", 20), text(50, 738, "2026", 20)];
  const read = async (drawn: string) => {
    const page = [...title, TABLE, text(50, 100, "40"), drawn].join(" ");
    const { value } = await readPdf(fileOf(page));
    return showBeside(value[0]);
  };
  expect(await read(covered(84, 740))).toEqual([expect.stringMatching(/2026 \[unplain chiffre/)]);
  expect(await read(covered(57, 100))).toEqual([]);
});

test("a doubt is told in the paragraph on whose lines it stands; a hidden figure there is told of the page", async () => {
  const block: PageBlock = { kind: "paragraph", text: "En 2026", x0: 50, x1: 90, top: 100, bottom: 112, parts: 1 };
  const isToldAt = (y1: number): boolean => {
    const doubt: Aside = { kind: "unplain", text: "chiffre couvert", box: { x0: 60, x1: 65, y0: y1 - 7, y1 } };
    return tellAsides([block], [doubt]).blocks.some((one) => "beside" in one);
  };
  expect([98, 99, 118, 119].map(isToldAt)).toEqual([false, true, true, false]);
  const hidden = text(120, 760, "2025").replace("Td", "Td 3 Tr");
  expect(await told(`${text(50, 760, "Annee")} ${text(160, 760, "civile")} ${TABLE} ${hidden}`)).toEqual([
    "info pdf-unseen-text Page 1 : du texte est masqué : « 2025 ». Rien n'en est lu.",
  ]);
});

test("the foot of a page is that of its own height, and no text of the document", async () => {
  const low = `${row(380, "Recels", "5", "6")} ${text(280, 20, "Page 2 sur 2")}`;
  const objects = pagesOf([TABLE, low]).map((object, i) => (i === 6 ? object.replace("595 842", "595 420") : object));
  const { value, issues } = await readPdf(source("IS101.pdf", Buffer.from(handMadePdf(objects), "latin1")));
  expect([show(value[0]), issues]).toEqual([["Nature|2025|2026", "Homicides|1|2", "Vols|3|4", "Recels|5|6"], []]);
});

test("a file of which a part is far larger than a statement is left aside", async () => {
  const large = deflateSync(Buffer.alloc(25 * 2 ** 20)).toString("latin1");
  const objects = [...pagesOf([TABLE]), stream(large, "/Filter /FlateDecode")];
  const { value, issues } = await readPdf(source("IS101.pdf", Buffer.from(handMadePdf(objects), "latin1")));
  expect([value, issues.map(({ severity, rule }) => `${severity} ${rule}`)]).toEqual([[], ["warning file-too-large"]]);
});

test("a file of too many pages is told so", async () => {
  expect(await told(...Array.from({ length: 61 }, () => ""))).toEqual([
    "warning file-too-large Fichier laissé de côté, rien n'en a été lu : 61 pages, pour 60 au plus. Ce n'est pas un état trimestriel d'une commune.",
  ]);
});

describe("texts that are not seen", () => {
  const white = (words: readonly string[]) =>
    `1 g ${words.map((word, i) => text(50, 500 - 20 * i, word)).join(" ")} 0 g`;
  test("are listed up to the sixth, the others counted; signs without a letter or a figure are none", async () => {
    expect(await told(`${TABLE} ${white(["a1", "a2", "a3", "a4", "a5", "a6"])}`)).toEqual([
      "info pdf-unseen-text Page 1 : du texte est masqué : « a1 », « a2 », « a3 », « a4 », « a5 », « a6 ». Rien n'en est lu.",
    ]);
    expect(await told(`${TABLE} ${white(["a1", "a2", "a3", "a4", "a5", "a6", "a7"])}`)).toEqual([
      "info pdf-unseen-text Page 1 : du texte est masqué : « a1 », « a2 », « a3 », « a4 », « a5 », « a6 », et 1 autre. Rien n'en est lu.",
    ]);
    expect(await told(`${TABLE} ${white(["a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "--"])}`)).toEqual([
      "info pdf-unseen-text Page 1 : du texte est masqué : « a1 », « a2 », « a3 », « a4 », « a5 », « a6 », et 2 autres. Rien n'en est lu.",
    ]);
    expect(await told(`${TABLE} ${white(["--", "..."])}`)).toEqual([]);
    expect(await told(`${TABLE} ${white(["mot ".repeat(20)])}`)).toEqual([
      "info pdf-unseen-text Page 1 : du texte est masqué : « mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot ». Rien n'en est lu.",
    ]);
  });
  test("are none where the file draws letters without saying which: in a title, a heading or a label, its figures are told", async () => {
    const objects = [
      "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 600 700] /FontMatrix [.001 0 0 .001 0 0] /CharProcs << /g1 8 0 R >> /Encoding << /Type /Encoding /Differences [1 /g1] >> /FirstChar 1 /LastChar 1 /Widths [600] /Resources << >> >>",
      stream("600 0 0 0 600 700 d1 100 0 80 700 re f 100 600 300 100 re f"),
    ];
    const beside = async (x: number, y: number, codes: string) => {
      const content = `${TABLE} BT /F2 10 Tf ${x} ${y} Td <${codes}> Tj ET`;
      const file = source("IS101.pdf", Buffer.from(onePage({ content, fonts: "/F2 7 0 R", objects }), "latin1"));
      return showBeside((await readPdf(file)).value[0]);
    };
    const unknown = "[unplain signe dont le PDF ne dit pas la lettre]";
    expect(await beside(72, 660, "0101")).toEqual([`Vols \ufffd\ufffd ${unknown}`]);
    expect(await beside(425, 700, "0101")).toEqual([`\ufffd\ufffd ${unknown}`]);
    expect(await beside(50, 640, "01")).toEqual([]); // a bullet alone
  });
  test("are told by their kind, page by page", async () => {
    const struck = `${text(50, 400, "Ancien")} 48 403 m 90 403 l S`;
    expect(
      await told(TABLE, `${TABLE} ${white(["Blanc"])} ${struck} ${text(50, 300, "Cache").replace("Td", "Td 3 Tr")}`),
    ).toEqual([
      "info pdf-unseen-text Page 2 : du texte est masqué : « Blanc », « Cache ». Rien n'en est lu.",
      "warning pdf-unseen-text Page 2 : du texte est barré : « Ancien ». Rien n'en est lu.",
    ]);
  });
});

describe("the streams of a PDF", () => {
  /** The words of the fault; "" where there is none. */
  const found = async (file: string): Promise<string> => {
    const read = refusing("un PDF", async ({ bytes }) => {
      checkStreams(bytes);
      return { value: [], issues: [] };
    });
    const { issues } = await read(source("a.pdf", Buffer.from(file, "latin1")));
    return issues.map(quotedBy).join();
  };
  const TOLD = expect.stringMatching(/^à l'octet \d+, une partie ne se décompresse pas$/);
  const compressed = (content: string, entries = "/Filter /FlateDecode") => {
    const data = deflateSync(Buffer.from(content)).toString("latin1");
    return `1 0 obj\n${stream(data, entries)}\nendobj\n`;
  };
  const damaged = (file: string) => {
    const at = file.indexOf("\nendstream") - 1;
    return `${file.slice(0, at)}${String.fromCharCode(file.charCodeAt(at) ^ 1)}${file.slice(at + 1)}`;
  };
  test("that are whole are well, whatever ends their keyword", async () => {
    expect(await found(compressed("BT ET"))).toBe("");
    expect(await found(compressed("BT ET").replace("stream\n", "stream\r\n"))).toBe("");
    expect(await found(compressed("BT ET") + compressed("BT ET"))).toBe("");
    expect(await found("")).toBe("");
  });
  test("of which a byte has changed are told, the second as well as the first, by where they start", async () => {
    for (const entries of [
      "/Filter /FlateDecode",
      "/Filter [/FlateDecode]",
      "/Filter/Fl",
      "/Filter [ /Fl /ASCII85Decode ]",
    ])
      expect([entries, await found(damaged(compressed("BT ET", entries)))]).toEqual([entries, TOLD]);
    expect(await found(damaged(compressed("BT ET").replace("stream\n", "stream\r\n")))).toEqual(TOLD);
    const first = compressed("BT ET");
    expect(await found(first + damaged(compressed("BT ET")))).toEqual(TOLD);
    expect(await found(damaged(first))).toContain(`octet ${first.indexOf("stream\n") + 7}`);
  });
  test("of another filter are not looked at, nor what is no stream", async () => {
    expect(await found(damaged(compressed("BT ET", "/Filter /DCTDecode")))).toBe("");
    expect(await found(damaged(compressed("BT ET", "/Filter [/ASCII85Decode /FlateDecode]")))).toBe("");
    expect(await found(damaged(compressed("BT ET", "")))).toBe("");
    expect(await found(damaged(compressed("BT ET")).replace("stream\n", "streams"))).toBe("");
    expect(await found(damaged(compressed("BT ET")).replace(" obj", ""))).toBe("");
    expect(await found(`${compressed("BT ET")}${damaged(compressed("x", "/Filter /DCTDecode"))}`)).toBe("");
  });
});

describe("inks, layers, forms and files that programs show or do not", () => {
  const looks = (...objects: readonly string[]) => findOtherLooks(Buffer.from(objects.join("\n"), "latin1")).length;
  test("are told of their file", async () => {
    const inks = "/ColorSpace << /C1 [/Separation /None /DeviceGray << /FunctionType 2 /Domain [0 1] /N 1 >>] >>";
    const file = onePage({ content: `${text(60, 700, "Cambriolages")} ${text(300, 700, "99")}`, resources: inks });
    const result = await readPdf(source("a.pdf", Buffer.from(file, "latin1")));
    expect(rules(result)).toEqual(["warning may-look-otherwise"]);
    expect(spoken(result.issues[0]).message).toContain("« None »");
  });
  test("by their names, once each, wherever the file's objects are", () => {
    const ink = "[ /DeviceN [/None /None] /DeviceCMYK 8 0 R ]";
    const zoom = "<< /Event /View /OCGs [3 0 R] /Category [/View /Zoom] >>";
    const print = "<< /Print << /PrintState /OFF >> >>";
    const packed = deflateSync(`1 0 ${ink}`).toString("latin1");
    expect([looks(ink), looks(zoom), looks(print), looks("/ViewState/OFF"), looks(ink, zoom, print)]).toEqual([
      1, 1, 1, 1, 2,
    ]);
    expect(looks(`1 0 obj\n${stream(packed, "/Type /ObjStm /Filter /FlateDecode")}\nendobj`)).toBe(1);
    expect(looks(`1 0 obj\n${stream(packed, "/Filter /FlateDecode")}\nendobj`)).toBe(0);
    const usual = "[/Separation /Nonette /DeviceCMYK 8 0 R] [/DeviceN [/None /Cyan] /DeviceCMYK 8 0 R]";
    expect(looks(usual, "/Category [/Print /View] /Zoom", "/PrintState /ON")).toBe(0);
    expect([looks("/NeedsRendering true"), looks("/Collection << >>"), looks("/Collection 9 0 R")]).toEqual([1, 1, 1]);
    expect(looks("/NeedsRendering false", "(/Collection d'hiver)", "/XFA 9 0 R")).toBe(0);
  });
});

test("a figure that stands a hair lower in the next cell is no mark of the one before", () => {
  const glyph = (text: string, x0: number, baseline: number, run: number) =>
    ({ text, x0, x1: x0 + 5, next: x0 + 5, baseline, size: 10, run }) as const;
  const seen = (...walls: readonly number[]): readonly string[] =>
    findGlyphLines(
      [glyph("2", 0, 100, 1), glyph("1", 6, 102.5, 2)],
      walls.map((at) => ({ at, from: 80, to: 120 })),
    ).map((line) => line.map(({ text }) => text).join(""));
  expect([seen(), seen(5.5)]).toEqual([["2₁"], ["2", "1"]]);
});
