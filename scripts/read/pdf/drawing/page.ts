/**
 * A PDF's pages as glyphs and straight rules with positions, and what of their text a person does not simply see. pdf.js parses the
 * file and its drawing orders, which are followed here (ISO 32000-1, 8.3 coordinates, 9.4 text) glyph by glyph: pdf.js's own text
 * extraction joins what stands near, and two figures of neighbouring columns must stay two. Nothing is drawn, no font is loaded, no
 * link or script is followed.
 */

import { type Attempt, attempt } from "../../contract/reader.ts";
import { readAnnotations } from "./annotations.ts";
import type { Font, PdfFont } from "./fonts.ts";
import { colourOfShading } from "./graphics.ts";
import { partedByLinks } from "./links.ts";
import type { PdfPage } from "./marks.ts";
import type { Matrix } from "./matrix.ts";
import { followOrders, MAX_PDF_MARKS } from "./orders.ts";
import { isStraight } from "./paths.ts";
import { getDocument, OPS, type PDFDocumentProxy, type PDFPageProxy } from "./pdfjs.ts";
import { type SmallPictures, withSmallPictures } from "./pictures.ts";
import { look } from "./sight.ts";
import { catchStrayFaults } from "./strays.ts";
import type { FontsByName } from "./text-orders.ts";
import { upright } from "./upright.ts";

/** Pages of one statement, and drawing orders of one page. */
export const MAX_PDF_PAGES = 60;
export const MAX_PDF_ORDERS = 400_000;
/** Of a picture written within the drawing orders; the others are not decoded. */
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
  const small = withSmallPictures(bytes);
  const task = getDocument({
    data: small.bytes, // pdf.js takes the buffer over
    verbosity: 0,
    disableFontFace: true,
    fontExtraProperties: true,
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
    const layers = await attempt(() => pdf.getOptionalContentConfig({ intent: "display" }));
    if (!layers.ok) return { kind: "unreadable", words: layers.words };
    const pages: PdfPage[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const read = await readPage(() => pdf.getPage(number), layers.value, small.maskOf);
      if (!read.ok) return { kind: "unreadable", words: read.words };
      if ("kind" in read.value) return read.value;
      pages.push(read.value);
    }
    return { kind: "pages", pages };
  } finally {
    await task.destroy();
  }
}

async function readPage(
  open: () => Promise<PDFPageProxy>,
  layers: Awaited<ReturnType<PDFDocumentProxy["getOptionalContentConfig"]>>,
  masks: SmallPictures["maskOf"],
): Promise<Attempt<PdfPage | TooMany>> {
  const got = await attempt(async () => {
    const page = await open();
    return { page, orders: await ordersOf(page), annotations: await page.getAnnotations({ intent: "any" }) };
  });
  if (!got.ok) return got;
  const { page, orders, annotations } = got.value;
  if (orders.fnArray.length > MAX_PDF_ORDERS)
    return { ok: true, value: { kind: "too-many-orders", count: orders.fnArray.length } };
  const { transform, width, height } = page.getViewport({ scale: 1 }); // applies /Rotate
  const viewport = transform as unknown as Matrix;
  const drawn = followOrders(orders, {
    viewport,
    page: { x0: 0, y0: 0, x1: width, y1: height },
    fonts: fontsOf(page),
    shadings: (name) => (page.objs.has(name) ? colourOfShading(page.objs.get(name)) : null),
    masks,
    isShown: (content) => content === null || layers.isVisible(content),
  });
  const marks = Math.max(drawn.glyphs.length, drawn.strokes.filter(isStraight).length);
  if (marks > MAX_PDF_MARKS) return { ok: true, value: { kind: "too-many-marks", count: marks } };
  if (!drawn.isWhole) return { ok: true, value: { kind: "too-many-marks", count: drawn.strokes.length } };
  const noted = readAnnotations(annotations, viewport, drawn.spoken);
  const glyphs = partedByLinks(drawn.glyphs, noted.links);
  const whole = {
    ...drawn,
    glyphs,
    strokes: [...drawn.strokes, ...noted.strokes],
    covers: [...drawn.covers, ...noted.covers],
  };
  const sight = look(whole);
  const sides = whole.covers.reduce((sum, { area }) => sum + area.cost, whole.strokes.length);
  if (!sight) return { ok: true, value: { kind: "too-many-marks", count: sides + whole.glyphs.length } };
  return { ok: true, value: { ...upright(whole, sight, [width, height], noted.pictures), fields: noted.fields } };
}

/** By pdf.js's name: what it tells of a font, with the outlines of its signs. */
function fontsOf({ commonObjs }: PDFPageProxy): FontsByName {
  const find = <T>(name: string): T | undefined => (commonObjs.has(name) ? (commonObjs.get(name) as T) : undefined);
  const fonts = new Map<string, Font>();
  return (name) => {
    const font = fonts.get(name) ?? {
      told: find<PdfFont>(name) ?? {},
      pathOf: (sign) => find<{ readonly path: ArrayLike<number> }>(`${name}_path_${sign}`)?.path ?? null,
      trusts: new Map(),
    };
    fonts.set(name, font);
    return font;
  };
}

/**
 * The page's drawing orders, all of them. Where one cannot be followed, pdf.js resolves with the orders before it, as if the
 * page ended there, and tells the fault only to a drawing under way (`displayReadyCapability` of its own state): we listen there.
 */
async function ordersOf(page: PDFPageProxy): Promise<Awaited<ReturnType<PDFPageProxy["getOperatorList"]>>> {
  const pending = page.getOperatorList({ annotationMode: 1 }); // with what annotations draw
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
