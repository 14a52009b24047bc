/**
 * A PDF's pages as glyphs and straight rules with positions. pdf.js parses the file and the drawing orders; this file follows
 * them (ISO 32000-1, 8.3 coordinates, 9.4 text) glyph by glyph: pdf.js's own text extraction joins what stands near, and two
 * figures of neighbouring columns must stay two. Nothing is drawn, no font is loaded, no link or script is followed.
 */

import { type Attempt, attempt } from "../../contract/reader.ts";
import type { PdfFont } from "./glyphs.ts";
import type { Matrix, Point } from "./matrix.ts";
import { type Drawn, followOrders, MAX_PDF_MARKS } from "./orders.ts";
import { getDocument, OPS, type PDFPageProxy } from "./pdfjs.ts";
import { catchStrayFaults } from "./strays.ts";

/** A glyph in points, x to the right and y DOWN from the page's top left corner, as the page is shown. */
export interface Glyph {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  /** Where the next glyph of the same order would start: x1 and the letter spacing. */
  readonly next: number;
  readonly baseline: number;
  readonly size: number;
  /** Number of the order that drew it: glyphs of one order were one text for the program that wrote the PDF. */
  readonly run: number;
}

/** A straight line or thin rectangle, horizontal or vertical: `at` is its y or x, `from`–`to` its extent. */
export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly horizontal: readonly Rule[];
  readonly vertical: readonly Rule[];
  /** Glyphs whose character the file does not tell, and glyphs of an invisible layer (text guessed from a scan). */
  readonly unreadable: number;
  readonly invisible: number;
  /** Glyphs that do not run along the page's main direction. */
  readonly slanted: number;
  /** Filled-in form fields: their text is not in the page. */
  readonly fields: number;
}

/** Pages of one statement, and drawing orders of one page. */
export const MAX_PDF_PAGES = 60;
export const MAX_PDF_ORDERS = 400_000;
/** Of a picture written within the drawing orders; the others are not decoded at all. */
const MAX_INLINE_PIXELS = 1_000_000;

interface TooMany {
  readonly kind: "too-many-pages" | "too-many-orders" | "too-many-marks";
  readonly count: number;
}
export type PdfPages =
  | { readonly kind: "pages"; readonly pages: readonly PdfPage[] }
  | TooMany
  | { readonly kind: "password" }
  | { readonly kind: "unreadable"; readonly words: string };

/** One file at a time: a fault that pdf.js tells in the background is taken as the file's that is being read. */
export async function readPdfPages(bytes: Uint8Array): Promise<PdfPages> {
  const strays = catchStrayFaults();
  const read = await parsePages(bytes);
  const words = await strays.end();
  return words === null || read.kind !== "pages" ? read : { kind: "unreadable", words };
}

async function parsePages(bytes: Uint8Array): Promise<PdfPages> {
  const task = getDocument({
    data: withoutPictures(bytes), // pdf.js takes the buffer over
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    disableAutoFetch: true,
    disableStream: true,
    disableRange: true,
    enableXfa: false,
    stopAtErrors: true,
    maxImageSize: MAX_INLINE_PIXELS,
    isOffscreenCanvasSupported: false,
  });
  try {
    const opened = await attempt(() => task.promise);
    if (!opened.ok)
      return /password/i.test(opened.words) ? { kind: "password" } : { kind: "unreadable", words: opened.words };
    const pdf = opened.value;
    if (pdf.numPages > MAX_PDF_PAGES) return { kind: "too-many-pages", count: pdf.numPages };
    const pages: PdfPage[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const read = await readPage(() => pdf.getPage(number));
      if (!read.ok) return { kind: "unreadable", words: read.words };
      if ("kind" in read.value) return read.value;
      pages.push(read.value);
    }
    return { kind: "pages", pages };
  } finally {
    await task.destroy();
  }
}

async function readPage(open: () => Promise<PDFPageProxy>): Promise<Attempt<PdfPage | TooMany>> {
  const got = await attempt(async () => {
    const page = await open();
    return { page, orders: await ordersOf(page), annotations: await page.getAnnotations() };
  });
  if (!got.ok) return got;
  const { page, orders, annotations } = got.value;
  if (orders.fnArray.length > MAX_PDF_ORDERS)
    return { ok: true, value: { kind: "too-many-orders", count: orders.fnArray.length } };
  const fields = annotations.filter(
    (a) => a.subtype === "Widget" && typeof a.fieldValue === "string" && a.fieldValue.trim() !== "",
  ).length;
  const fontOf = (name: string): PdfFont => (page.commonObjs.has(name) ? page.commonObjs.get(name) : {});
  const { transform, width, height } = page.getViewport({ scale: 1 }); // applies /Rotate
  const drawn = followOrders(orders, transform as unknown as Matrix, fontOf);
  const marks = Math.max(drawn.glyphs.length, drawn.lines.length);
  if (marks > MAX_PDF_MARKS) return { ok: true, value: { kind: "too-many-marks", count: marks } };
  return { ok: true, value: { ...upright(drawn, width, height), fields } };
}

/**
 * The page's drawing orders, all of them. Where one cannot be followed, pdf.js resolves with the orders before it, as if the
 * page ended there, and tells the fault only to a drawing under way (`displayReadyCapability` of its own state): we listen there.
 */
async function ordersOf(page: PDFPageProxy): Promise<Awaited<ReturnType<PDFPageProxy["getOperatorList"]>>> {
  const pending = page.getOperatorList({ annotationMode: 0 });
  const { _intentStates: states } = page as unknown as { readonly _intentStates: Map<string, Record<string, unknown>> };
  let fault: unknown = null;
  for (const state of states.values())
    state.displayReadyCapability = {
      resolve: () => undefined,
      reject: (reason: unknown) => {
        fault = reason;
      },
    };
  const orders = await pending;
  if (fault !== null) throw fault;
  const isLost = orders.fnArray.some((order, i) => order === OPS.setFont && orders.argsArray[i]?.[0] === NO_FONT);
  if (isLost) throw new Error("une police n'est pas dans le fichier");
  return orders;
}

/** pdf.js's name of a font that it did not find: it leaves out all that is written in it. */
const NO_FONT = "g_font_error";

/**
 * A copy in which pictures are of a kind that pdf.js passes over ("/Subtype /PS", of old), for it decodes even those that are
 * never drawn: a scanned page costs a second, a hostile one the machine's memory. Same length, so that all offsets hold.
 */
function withoutPictures(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(bytes);
  const writer = Buffer.from(copy.buffer);
  for (const { index, 0: entry } of writer.toString("latin1").matchAll(/\/Subtype\s*\/Image\b/g))
    writer.write(entry.replace("/Image", "/PS   "), index, "latin1");
  return copy;
}

/** Text drawn sideways on a page that is not turned: the whole page is turned until most glyphs run to the right. */
function upright(drawn: Drawn, width: number, height: number): Omit<PdfPage, "fields"> {
  const turns = [0, 1, 2, 3].map((turn) => drawn.glyphs.filter((g) => g.turn === turn).length);
  const main = turns.indexOf(Math.max(...turns));
  const turned = main % 2 === 1;
  const [w, h] = turned ? [height, width] : [width, height];
  /** A point of the page as shown -> its x and its y on the page turned so that direction `main` points right. */
  const across = ([x, y]: Point): number => (main === 0 ? x : main === 1 ? y : main === 2 ? width - x : height - y);
  const down = ([x, y]: Point): number => (main === 0 ? y : main === 1 ? width - x : main === 2 ? height - y : x);
  const glyphs: Glyph[] = [];
  let slanted = 0;
  for (const g of drawn.glyphs) {
    if (g.turn !== main) {
      slanted += 1;
      continue;
    }
    const [x0, x1, baseline] = [across(g.start), across(g.end), down(g.start)];
    if (x1 < 0 || x0 > w || baseline < 0 || baseline > h + g.size) continue; // outside the sheet
    glyphs.push({ text: g.text, x0, x1, next: across(g.next), baseline, size: g.size, run: g.run });
  }
  const horizontal: Rule[] = [];
  const vertical: Rule[] = [];
  for (const { from, to } of drawn.lines) {
    const [ax, ay, bx, by] = [across(from), down(from), across(to), down(to)];
    if (Math.abs(ay - by) <= Math.abs(ax - bx))
      horizontal.push({ at: (ay + by) / 2, from: Math.min(ax, bx), to: Math.max(ax, bx) });
    else vertical.push({ at: (ax + bx) / 2, from: Math.min(ay, by), to: Math.max(ay, by) });
  }
  const { unreadable, invisible } = drawn;
  return { width: w, height: h, glyphs, horizontal, vertical, unreadable, invisible, slanted };
}
