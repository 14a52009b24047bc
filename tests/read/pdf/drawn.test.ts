/** What a page draws, as PDFium tells it: its text the right way up, and its lines. */
import { expect, test, vi } from "vitest";
import { readPdfPages } from "../../../scripts/read/pdf/drawn/drawn-pages.ts";
import { startPdfium } from "../../../scripts/read/pdf/drawn/pdfium.ts";
import { readPdf } from "../../../scripts/read/pdf/pdf.ts";
import { source } from "../source.ts";
import { handMadePdf, onePage, pagesOf, stream, text } from "./hand-made-pdf.ts";

const bytesOf = (file: string) => Buffer.from(file, "latin1");

test("a page is read the same, whichever way its content lies on it and however it is to be shown", async () => {
  const row = (y: number, label: string, figure: string) => `${text(60, y, label)} ${text(310, y, figure)}`;
  const lines = [715, 695, 675].map((y) => `50 ${y} m 400 ${y} l S`);
  const walls = [50, 300, 400].map((x) => `${x} 675 m ${x} 715 l S`);
  const content = [row(700, "Nature", "2026"), row(680, "Vols illicites", "1 111"), ...lines, ...walls].join(" ");
  const read = async (placed: string, page = "", drawn = content) => {
    const { value, issues } = await readPdf(source("a.pdf", bytesOf(onePage({ content: `${placed} ${drawn}`, page }))));
    return [...issues, ...value.flatMap(({ rows }) => rows.map((cells) => cells.map((cell) => cell.text).join("|")))];
  };
  const ROWS = ["Nature|2026", "Vols illicites|1 111"];
  expect(await read("")).toEqual(ROWS);
  // up the page; upside down; down the page
  for (const placed of ["0 1 -1 0 800 100 cm", "-1 0 0 -1 595 842 cm", "0 -1 1 0 -200 500 cm"])
    expect([placed, await read(placed)]).toEqual([placed, ROWS]);
  const words = `${text(60, 700, "Nature")} ${text(60, 680, "Vols illicites")}`;
  expect(await read("0 1 -1 0 800 100 cm", "", words)).toEqual(["Nature", "Vols illicites"]);
  for (const turned of ["/Rotate 90", "/Rotate 180", "/Rotate 270"])
    expect([turned, await read("", turned)]).toEqual([turned, ROWS]);
  const bySize = content.replace(/10 Tf (\d+) (\d+) Td/g, "-10 Tf -1 0 0 -1 $1 $2 Tm");
  expect(await read("", "", bySize)).toEqual(ROWS);
});

test("the page lies as its figures do, whatever way its headings run", async () => {
  const heads = ["Vols avec armes en bande organisée", "Cambriolages de logement en bande"];
  const up = (x: number, words: string) => `BT /F1 10 Tf 0 1 -1 0 ${x} 505 Tm (${words.replace("é", "e")}) Tj ET`;
  const lines = [700, 500, 480, 460].map((y) => `50 ${y} m 250 ${y} l S`);
  const walls = [50, 150, 200, 250].map((x) => `${x} 460 m ${x} 700 l S`);
  const row = (y: number, label: string) => `${text(60, y, label)} ${text(160, y, "1")} ${text(210, y, "2")}`;
  const drawn = [up(180, heads[0] ?? ""), up(230, heads[1] ?? ""), ...lines, ...walls];
  const read = async (...texts: readonly string[]) => {
    const { value } = await readPdf(source("a.pdf", bytesOf(onePage({ content: [...drawn, ...texts].join(" ") }))));
    return value.flatMap(({ rows }) => rows.map((cells) => cells.map((cell) => cell.text).join("|")));
  };
  const title = text(50, 720, "IS 101 - Valmont");
  expect(await read(title, row(485, "T1 2025"), row(465, "T1 2026"))).toEqual([
    "IS 101 - Valmont||",
    "|Vols avec armes en bande organisee|Cambriolages de logement en bande",
    "T1 2025|1|2",
    "T1 2026|1|2",
  ]);
});

test("letters that the file says in one sign are read one by one", async () => {
  const font = "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding /ToUnicode 8 0 R >>";
  const map = stream("1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <40> <fb01> endbfchar");
  const content = text(60, 700, "Tra@c").replace("/F1", "/F2");
  const page = onePage({ content, fonts: "/F2 7 0 R", objects: [font, map] });
  const { value } = await readPdf(source("a.pdf", bytesOf(page)));
  expect(value.flatMap(({ rows }) => rows.flat().map((cell) => cell.text))).toEqual(["Trafic"]);
});

test("a thin shape four times as long is a line, also where its ends are slanted; a figure is none", async () => {
  const border = (length: number) => `100 700 m ${100 + length} 700 l ${99.5 + length} 701 l 100.5 701 l f`;
  const figure = "100 600 m 102.5 600 l 102.5 607 l 101.5 607 l 100 605 l f";
  const lines = async (content: string) => {
    const [page] = await readPdfPages(bytesOf(handMadePdf(pagesOf([`${text(60, 750, "Vols")} ${content}`]))));
    return `${page?.horizontal.length} ${page?.vertical.length}`;
  };
  const shapes = [border(4.1), border(3.9), "100 700 1 5 re f", "100 700 4 17 re f", figure];
  expect(await Promise.all(shapes.map(lines))).toEqual(["1 0", "0 0", "0 1", "0 0", "0 0"]);
  // of the colour of a ground: along its edge, and within it
  const onGround = (y: number) => `0.5 g 0.5 G 100 600 200 50 re f 100 ${y} m 300 ${y} l S`;
  expect([await lines(onGround(650)), await lines(onGround(625))]).toEqual(["1 0", "0 0"]);
});

test("a stroke that stands alone is a sign, as a figure may be; one that meets the lines of a table is one of them", async () => {
  const signs = async (content: string) => {
    const [page] = await readPdfPages(bytesOf(handMadePdf(pagesOf([`${text(60, 750, "Vols")} ${content}`]))));
    return page?.signs.length;
  };
  const stroke = "100 700 m 100 712 l S";
  const [near, far] = [2, 4].map((by) => `80 ${700 - by} m 140 ${700 - by} l S 80 ${712 + by} m 140 ${712 + by} l S`);
  expect([await signs(stroke), await signs(`${stroke} ${near}`), await signs(`${stroke} ${far}`)]).toEqual([1, 0, 1]);
  const thick = (width: number) => `${near} ${width} w ${stroke}`;
  expect([await signs(thick(2.5)), await signs(thick(6))]).toEqual([0, 1]); // a bar is no line
});

test("a page is drawn no more often than it can show: not at all without text, once of plain black text alone", async () => {
  const engine = await startPdfium();
  const spy = vi.spyOn(engine, "FPDF_RenderPageBitmap");
  const drawn = async (content: string, page = "", resources = ""): Promise<number> => {
    spy.mockClear();
    await readPdfPages(bytesOf(onePage({ content, page, resources })));
    return spy.mock.calls.length;
  };
  const scan = "595 0 0 842 0 0 cm /P1 Do";
  const line = "100 600 m 300 600 l S";
  const note = "/Annots [<< /Type /Annot /Subtype /Square /Rect [50 50 200 200] /IC [1 1 1] >>]";
  try {
    expect([await drawn(scan), await drawn(`${scan} ${line}`), await drawn(text(60, 700, "   "))]).toEqual([0, 0, 0]);
    expect(await drawn(text(60, 700, "Vols 12"))).toBe(1);
    expect(await drawn(`${text(60, 700, "Vols 12")} ${line}`)).toBe(3);
    expect(await drawn(`${text(60, 700, "Vols")} 1 g ${text(100, 700, "12")}`)).toBe(2);
    expect(await drawn(`${text(60, 700, "Vols")} 3 Tr ${text(100, 700, "12")}`)).toBe(2);
    for (const faint of ["/ca 0.3", "/BM /Screen"])
      expect(await drawn(`/GS gs ${text(60, 700, "Vols 12")}`, "", `/ExtGState << /GS << ${faint} >> >>`)).toBe(2);
    expect(await drawn(text(60, 700, "Vols 12"), note)).toBe(3);
  } finally {
    spy.mockRestore();
  }
});

test("text alone on its page that is white, unpainted or transparent is not seen", async () => {
  const unseen = async (before: string, resources = ""): Promise<string> => {
    const content = `${text(60, 700, "Vols")} ${before} ${text(100, 700, "12")}`;
    const [page] = await readPdfPages(bytesOf(onePage({ content, resources })));
    return (page?.unseen ?? []).map((glyph) => glyph.text).join("");
  };
  const faint = "/ExtGState << /GS << /ca 0 >> >>";
  expect([await unseen(""), await unseen("1 g"), await unseen("3 Tr"), await unseen("/GS gs", faint)]).toEqual([
    ...["", "12", "12", "12"],
  ]);
});
