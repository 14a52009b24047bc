/** The pages of a PDF as pictures, drawn by the engine that reads them. */
import { toPng } from "../../container/png.ts";
import { openPdf, startPdfium } from "./pdfium.ts";

export interface PagePicture {
  readonly width: number;
  readonly height: number;
  /** Pixels to a point of the page. */
  readonly scale: number;
  readonly png: Uint8Array;
}

/** Of a long document, the first; and pixels to one of its points: an A4 page is 1 000 pixels wide. */
const [MOST_PAGES, SCALE] = [8, 1.68];
/** Of a page larger than paper is, as many pixels at most. */
const MOST_PIXELS = 6_000_000;
const [BLUE_GREEN_RED_ALPHA, WITH_ANNOTATIONS, AS_RGBA] = [4, 0x01, 0x10];

/** @throws {NotRead} as openPdf. */
export async function drawPages(bytes: Uint8Array): Promise<readonly PagePicture[]> {
  const engine = await startPdfium();
  const { pdf, close } = openPdf(engine, bytes);
  try {
    const count = Math.min(engine.FPDF_GetPageCount(pdf), MOST_PAGES);
    return Array.from({ length: count }, (_, number) => {
      const page = engine.FPDF_LoadPage(pdf, number);
      const [wide, high] = [engine.FPDF_GetPageWidthF(page), engine.FPDF_GetPageHeightF(page)];
      const scale = Math.min(SCALE, Math.sqrt(MOST_PIXELS / Math.max(1, wide * high)));
      const [width, height] = [Math.max(1, Math.round(wide * scale)), Math.max(1, Math.round(high * scale))];
      const bitmap = engine.FPDFBitmap_CreateEx(width, height, BLUE_GREEN_RED_ALPHA, 0, 0);
      engine.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
      engine.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, WITH_ANNOTATIONS | AS_RGBA);
      const at = engine.FPDFBitmap_GetBuffer(bitmap);
      const png = toPng(width, height, Buffer.from(engine.pdfium.HEAPU8.buffer, at, 4 * width * height));
      engine.FPDFBitmap_Destroy(bitmap);
      engine.FPDF_ClosePage(page);
      return { width, height, scale, png };
    });
  } finally {
    close();
  }
}
