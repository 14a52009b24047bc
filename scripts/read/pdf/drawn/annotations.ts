/** The annotations of a page (ISO 32000-1, 12.5): what they draw is in the pictures; here is what they say without drawing it. */
import { type Box, type Matrix, placed } from "./geometry.ts";
import type { Pdfium, Scratch } from "./pdfium.ts";

interface Noted {
  readonly notes: readonly string[];
  /** Struck out or marked to be deleted. */
  readonly deleted: readonly Box[];
  /** Filled-in form fields: their text is not in the page. */
  readonly fields: number;
}

/** PDFium's kinds: a link, a window that opens, a field of a form. */
const [LINK, POPUP, WIDGET] = [2, 16, 20];
/** Struck out, and marked to be deleted: not every program draws these. */
const DELETED = [12, 28];
/** Flags of what the screen does not show: hidden, to be printed only (12.5.3). */
const OFF = 2 | 32;
/** PDFium's kinds of fields that hold no text: none, a button to push, a box to tick, one of several. */
const BUTTONS = [0, 1, 2, 3];

/** `form`: PDFium's handle of the document's form; 0: there is none. */
export function notedOn(engine: Pdfium, page: number, form: number, place: Matrix, scratch: Scratch): Noted {
  const notes: string[] = [];
  const deleted: Box[] = [];
  let fields = 0;
  for (let i = 0; i < engine.FPDFPage_GetAnnotCount(page); i++) {
    const annotation = engine.FPDFPage_GetAnnot(page, i);
    const kind = engine.FPDFAnnot_GetSubtype(annotation);
    if ((engine.FPDFAnnot_GetFlags(annotation) & OFF) === 0) {
      engine.FPDFAnnot_GetRect(annotation, scratch.place(0, 4));
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = scratch.floats(4);
      const text = wordsAt(engine, (at, size) => engine.FPDFAnnot_GetStringValue(annotation, "Contents", at, size));
      if (DELETED.includes(kind)) deleted.push(placed(place, { x0, y0, x1, y1 }));
      if (kind === WIDGET) {
        const isText = !BUTTONS.includes(engine.FPDFAnnot_GetFormFieldType(form, annotation));
        const value = wordsAt(engine, (at, size) => engine.FPDFAnnot_GetFormFieldValue(form, annotation, at, size));
        if (isText && value !== "") fields += 1;
      } else if (kind !== LINK && kind !== POPUP && text !== "") notes.push(text);
    }
    engine.FPDFPage_CloseAnnot(annotation);
  }
  return { notes, deleted, fields };
}

/** `write`: asked for the size in bytes first, then to write the words in UTF-16. */
function wordsAt(engine: Pdfium, write: (at: number, size: number) => number): string {
  const size = write(0, 0);
  if (size <= 2) return "";
  const at = engine.pdfium.wasmExports.malloc(size);
  write(at, size);
  const words = new TextDecoder("utf-16le").decode(engine.pdfium.HEAPU8.slice(at, at + size - 2));
  engine.pdfium.wasmExports.free(at);
  return words.trim();
}
