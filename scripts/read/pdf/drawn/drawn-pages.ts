/**
 * A PDF's pages as glyphs and straight rules with places, and what of their text a person does not simply see. PDFium tells the
 * characters one by one, for two figures of neighbouring columns must stay two; and it draws the page, which says what is seen.
 */
import { tooManyMarks, tooManyPages } from "../../contract/limits.ts";
import { damaged, notRead } from "../../contract/reader.ts";
import { notedOn } from "./annotations.ts";
import { type Character, charactersOf } from "./characters.ts";
import { figureShapes } from "./digit-shapes.ts";
import { type Matrix, overlap } from "./geometry.ts";
import type { Doubt, PdfPage } from "./marks.ts";
import { drawPictures, forgetActualText, KIND, objectsOf } from "./objects.ts";
import { openPdf, type Pdfium, Scratch, startPdfium } from "./pdfium.ts";
import { linesOf } from "./rules.ts";
import { pageOf } from "./seen-page.ts";

/** Pages of one statement, and characters of one page: a dense page of figures has ten thousand. */
const [MAX_PDF_PAGES, MAX_PDF_MARKS] = [60, 60_000];

export async function readPdfPages(bytes: Uint8Array): Promise<readonly PdfPage[]> {
  const engine = await startPdfium();
  const { pdf, close } = openPdf(engine, bytes);
  const scratch = new Scratch(engine);
  const info = engine.FPDF_GetFormType(pdf) === 0 ? 0 : engine.PDFiumExt_OpenFormFillInfo();
  const form = info === 0 ? 0 : engine.PDFiumExt_InitFormFillEnvironment(pdf, info);
  try {
    const count = engine.FPDF_GetPageCount(pdf);
    if (count > MAX_PDF_PAGES) notRead(tooManyPages(count, MAX_PDF_PAGES));
    if (!engine.FPDF_DocumentHasValidCrossReferenceTable(pdf)) damaged("la table de ses objets est abîmée");
    const pages: PdfPage[] = [];
    for (let number = 0; number < count; number++) {
      const page = engine.FPDF_LoadPage(pdf, number);
      if (page === 0) damaged(`sa page ${number + 1} manque`);
      try {
        const { width, height } = sizeOf(engine, page);
        if (width * height === 0) damaged(`sa page ${number + 1} n'a pas de taille`);
        pages.push(readPage({ engine, page, form, scratch }));
      } finally {
        engine.FPDF_ClosePage(page);
      }
    }
    return pages;
  } finally {
    if (form !== 0) engine.PDFiumExt_ExitFormFillEnvironment(form);
    if (info !== 0) engine.PDFiumExt_CloseFormFillInfo(info);
    scratch.free();
    close();
  }
}

interface Open {
  readonly engine: Pdfium;
  readonly page: number;
  readonly form: number;
  readonly scratch: Scratch;
}

function readPage({ engine, page, form, scratch }: Open): PdfPage {
  const objects = objectsOf(engine, page, scratch);
  forgetActualText(engine, objects);
  const text = engine.FPDFText_LoadPage(page);
  try {
    const count = engine.FPDFText_CountChars(text);
    if (count > MAX_PDF_MARKS) notRead(tooManyMarks(count, MAX_PDF_MARKS));
    const asItLies = charactersOf(engine, text, placeOf(engine, page, scratch), scratch);
    const turns = mainTurn(asItLies);
    engine.FPDFPage_SetRotation(page, engine.FPDFPage_GetRotation(page) + turns);
    const place = placeOf(engine, page, scratch);
    const characters = turns === 0 ? asItLies : charactersOf(engine, text, place, scratch);
    const lines = linesOf(engine, objects, place, scratch);
    const { deleted, ...said } = notedOn(engine, page, form, place, scratch);
    const size = sizeOf(engine, page);
    if (characters.every((character) => character.text.trim() === "")) return { ...size, ...said, ...NO_TEXT };
    const turned = new Set(characters.filter(({ turn }) => turn !== 0).map(({ run }) => run));
    const own = new Set(
      objects.flatMap(({ handle, kind }) => (kind === KIND.text && !turned.has(handle) ? [handle] : [])),
    );
    const pictures = drawPictures(engine, page, scratch, objects, own, { ...size, scale: scaleOf(size) });
    const read = pageOf(characters, lines, pictures, figureShapes(engine, scratch));
    const marked = characters.filter(
      ({ text: sign, ink }) => /\d/.test(sign) && deleted.some((box) => overlap(box, ink)),
    );
    const doubts = marked.map(({ ink }): Doubt => ({ words: "chiffre barré par une annotation", box: ink }));
    return { ...size, ...said, ...read, doubts: [...read.doubts, ...doubts] };
  } finally {
    engine.FPDFText_ClosePage(text);
  }
}

/** It is not drawn: there is nothing to look for in the picture. */
const NO_TEXT = {
  ...{ glyphs: [], unseen: [], doubts: [], signs: [], horizontal: [], vertical: [], turned: [], unreadable: 0 },
} satisfies Partial<PdfPage>;

/** Points of the pictures to one of the page, and of one picture at the most: a sheet of A3. */
const [SCALE, MOST_POINTS] = [3, 9_100_000];

/** A whole number of points along the longer side: the part of one would set the figures at the end of a wide page beside their boxes. */
function scaleOf({ width, height }: { readonly width: number; readonly height: number }): number {
  const longer = Math.max(width, height);
  return Math.max(1, Math.floor(longer * Math.min(SCALE, Math.sqrt(MOST_POINTS / (width * height))))) / longer;
}

/** Of the page as it is shown. */
const sizeOf = (engine: Pdfium, page: number): { readonly width: number; readonly height: number } => ({
  width: engine.FPDF_GetPageWidthF(page),
  height: engine.FPDF_GetPageHeightF(page),
});

/** Points of a virtual sheet to one of the page: PDFium tells whole ones. */
const FINE = 1000;
/** Points of the page: how far apart the places are that PDFium is asked for. */
const APART = 1000;

/** From the page's own space to the page as it is read: in points from its top left corner, y down. */
function placeOf(engine: Pdfium, page: number, scratch: Scratch): Matrix {
  const { width, height } = sizeOf(engine, page);
  const shown = (x: number, y: number): readonly [number, number] => {
    const [w, h] = [Math.round(width * FINE), Math.round(height * FINE)];
    engine.FPDF_PageToDevice(page, 0, 0, w, h, 0, x, y, scratch.place(0, 4), scratch.place(1, 4));
    const [dx = 0, dy = 0] = scratch.wholes(2);
    return [dx / FINE, dy / FINE];
  };
  const [e, f] = shown(0, 0);
  const [ax, ay] = shown(APART, 0);
  const [bx, by] = shown(0, APART);
  return [(ax - e) / APART, (ay - f) / APART, (bx - e) / APART, (by - f) / APART, e, f];
}

/** Quarter turns clockwise after which most of the figures run to the right, whatever its headings do; where there is none, most of the text. */
function mainTurn(characters: readonly Character[]): number {
  const figures = characters.filter(({ text }) => /\d/.test(text));
  const told = figures.length > 0 ? figures : characters.filter(({ text }) => text.trim() !== "");
  const counts = [0, 1, 2, 3].map((turn) => told.filter((c) => c.turn === turn).length);
  return (4 - counts.indexOf(Math.max(...counts))) % 4;
}
