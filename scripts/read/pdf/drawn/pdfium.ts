/**
 * The engine that draws the pages of a PDF and tells their characters: PDFium, in one file of WebAssembly. It reaches neither the
 * network nor the disk, and follows no link or script. Wraps @embedpdf/pdfium.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { init, type WrappedPdfiumModule } from "@embedpdf/pdfium";
import { luminance } from "../../contract/contrast.ts";
import { damaged, notRead, passwordProtected } from "../../contract/reader.ts";

/** What PDFium can be asked, and its memory, which may be another after each question. */
export type Pdfium = Omit<WrappedPdfiumModule, "pdfium"> & { readonly pdfium: Heap };

interface Heap {
  readonly HEAPU8: Uint8Array;
  readonly wasmExports: {
    readonly malloc: (size: number) => number;
    readonly free: (at: number) => void;
  } & Readonly<Record<Often, (...numbers: readonly number[]) => number>>;
}

/** Asked of each character and of each text, with numbers alone: directly, for the library's way round takes longer than the answer. */
const OFTEN = [
  "FPDFText_GetTextObject",
  "FPDFText_IsGenerated",
  "FPDFText_GetMatrix",
  "FPDFText_GetCharOrigin",
  "FPDFText_GetCharBox",
  "FPDFText_GetLooseCharBox",
  "FPDFText_GetFontSize",
  "FPDFText_GetUnicode",
  "FPDFText_IsHyphen",
  "FPDFText_HasUnicodeMapError",
  "FPDFPage_GetObject",
  "FPDFPageObj_GetType",
  "FPDFPageObj_CountMarks",
  "FPDFPageObj_GetMark",
  "FPDFPageObj_SetIsActive",
  "FPDFTextObj_GetTextRenderMode",
] as const satisfies readonly (keyof WrappedPdfiumModule)[];
type Often = (typeof OFTEN)[number];

let engine: Promise<Pdfium> | undefined;

/** Started once in a process. */
export function startPdfium(): Promise<Pdfium> {
  engine ??= (async () => {
    const wasm = readFileSync(fileURLToPath(import.meta.resolve("@embedpdf/pdfium/pdfium.wasm")));
    // its own declarations leave its memory out
    const started = (await init({ wasmBinary: wasm.buffer as ArrayBuffer })) as unknown as Pdfium;
    started.PDFiumExt_Init();
    const { wasmExports } = started.pdfium;
    return Object.assign(started, Object.fromEntries(OFTEN.map((name) => [name, wasmExports[name]])));
  })();
  return engine;
}

/** PDFium's error of a document that asks for a password, or is encrypted in a way that it does not know. */
const [PASSWORD, SECURITY] = [4, 5];

interface OpenedPdf {
  /** PDFium's handle. */
  readonly pdf: number;
  /** Until then, the bytes are kept in its memory. */
  readonly close: () => void;
}

export function openPdf(engine: Pdfium, bytes: Uint8Array): OpenedPdf {
  const at = engine.pdfium.wasmExports.malloc(bytes.length);
  engine.pdfium.HEAPU8.set(bytes, at);
  const free = (): void => engine.pdfium.wasmExports.free(at);
  const pdf = engine.FPDF_LoadMemDocument(at, bytes.length, "");
  if (pdf !== 0) {
    const close = (): void => {
      engine.FPDF_CloseDocument(pdf);
      free();
    };
    return { pdf, close };
  }
  const error = engine.FPDF_GetLastError();
  free();
  if (error === PASSWORD || error === SECURITY) notRead((file) => passwordProtected(file, "PDF"));
  return damaged("ce n'est pas un PDF entier");
}

/** Room for what PDFium writes beside its answer: numbers at places that are given to it. */
export class Scratch {
  private readonly engine: Pdfium;
  private readonly at: number;

  constructor(engine: Pdfium) {
    this.engine = engine;
    this.at = engine.pdfium.wasmExports.malloc(64);
  }

  /** Eight doubles, sixteen floats or whole numbers at the most. */
  place(index: number, bytes: 4 | 8): number {
    return this.at + index * bytes;
  }

  /** Of the four edges of a box. */
  edges(bytes: 4 | 8): [number, number, number, number] {
    return [this.place(0, bytes), this.place(1, bytes), this.place(2, bytes), this.place(3, bytes)];
  }

  doubles(count: number): readonly number[] {
    return [...new Float64Array(this.engine.pdfium.HEAPU8.buffer, this.at, count)];
  }

  floats(count: number): readonly number[] {
    return [...new Float32Array(this.engine.pdfium.HEAPU8.buffer, this.at, count)];
  }

  wholes(count: number): readonly number[] {
    return [...new Int32Array(this.engine.pdfium.HEAPU8.buffer, this.at, count)];
  }

  free(): void {
    this.engine.pdfium.wasmExports.free(this.at);
  }
}

/** A page as grey levels as bright as its colours, row by row: 0 black, 255 white. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly levels: Uint8Array;
}

/** A page that nothing is drawn on. */
export const blankPage = ({ width, height }: Pick<Picture, "width" | "height">): Picture => ({
  width,
  height,
  levels: new Uint8Array(width * height).fill(255),
});

/** PDFium's bitmap of blue, green, red and opacity, the only one on which it mixes colours as pages ask; and its flag for annotations. */
const [BLUE_GREEN_RED_ALPHA, WITH_ANNOTATIONS] = [4, 1];

export function drawPage(
  engine: Pdfium,
  page: number,
  { width, height }: { readonly width: number; readonly height: number },
): Picture {
  const bitmap = engine.FPDFBitmap_CreateEx(width, height, BLUE_GREEN_RED_ALPHA, 0, 0);
  engine.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
  engine.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, WITH_ANNOTATIONS);
  const at = engine.FPDFBitmap_GetBuffer(bitmap);
  const bytes = Buffer.from(engine.pdfium.HEAPU8.buffer, at, 4 * width * height);
  const colours = new Int32Array(engine.pdfium.HEAPU8.buffer, at, width * height); // -1: white
  const { levels } = blankPage({ width, height });
  const white = Buffer.alloc(4 * width, 255);
  for (let row = 0; row < levels.length; row += width)
    if (bytes.compare(white, 0, 4 * width, 4 * row, 4 * (row + width)) !== 0)
      for (let i = row; i < row + width; i++) {
        const colour = colours[i] ?? -1;
        if (colour !== -1) levels[i] = greyOf(colour);
      }
  engine.FPDFBitmap_Destroy(bitmap);
  return { width, height, levels };
}

/** Steps of brightness, from black to white. */
const STEPS = 4095;
const [BLUE, GREEN, RED] = [[0, 0, 1] as const, [0, 1, 0] as const, [1, 0, 0] as const].map((share) =>
  Uint16Array.from({ length: 256 }, (_, level) =>
    Math.round(STEPS * luminance(share.map((part) => part * level) as never)),
  ),
) as [Uint16Array, Uint16Array, Uint16Array];
const GREYS = ((): Uint8Array => {
  const greys = new Uint8Array(STEPS + 3);
  for (let level = 0; level < 256; level++) greys.fill(level, Math.round(STEPS * luminance([level, level, level])));
  return greys;
})();

/** The grey as bright as a colour. */
const greyOf = (colour: number): number =>
  GREYS[(BLUE[colour & 255] ?? 0) + (GREEN[(colour >> 8) & 255] ?? 0) + (RED[(colour >> 16) & 255] ?? 0)] ?? 255;
