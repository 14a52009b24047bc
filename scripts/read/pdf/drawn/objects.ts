/** The things that a page draws, those within its forms too (ISO 32000-1, 8.10), and the page as pictures of some of them. */
import { tooManyOrders } from "../../contract/limits.ts";
import { damaged, notRead } from "../../contract/reader.ts";
import { type Matrix, multiply } from "./geometry.ts";
import { blankPage, drawPage, type Pdfium, type Picture, type Scratch } from "./pdfium.ts";

/** PDFium's kinds of objects. */
export const KIND = { text: 1, path: 2, image: 3, shading: 4, form: 5 } as const;

export interface PageObject {
  /** PDFium's handle. */
  readonly handle: number;
  readonly kind: number;
  /** From the space that the object stands in to the page's own: the forms' around it. */
  readonly within: Matrix;
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
/** Things drawn on one page; forms within forms. */
const [MOST_OBJECTS, DEEPEST] = [400_000, 30];

/** In the order that they are drawn in. */
export function objectsOf(engine: Pdfium, page: number, scratch: Scratch): readonly PageObject[] {
  const found: PageObject[] = [];
  const walk = (count: number, get: (i: number) => number, within: Matrix, depth: number): void => {
    for (let i = 0; i < count; i++) {
      const handle = get(i);
      const kind = engine.FPDFPageObj_GetType(handle);
      found.push({ handle, kind, within });
      if (found.length > MOST_OBJECTS) notRead(tooManyOrders(MOST_OBJECTS));
      if (depth > DEEPEST) damaged(`des dessins sont imbriqués sur plus de ${DEEPEST} niveaux`);
      if (kind !== KIND.form) continue;
      const inner = multiply(within, matrixOf(engine, handle, scratch));
      const getInner = (n: number): number => engine.FPDFFormObj_GetObject(handle, n);
      walk(engine.FPDFFormObj_CountObjects(handle), getInner, inner, depth + 1);
    }
  };
  walk(engine.FPDFPage_CountObjects(page), (i) => engine.FPDFPage_GetObject(page, i), IDENTITY, 0);
  return found;
}

export function matrixOf(engine: Pdfium, handle: number, scratch: Scratch): Matrix {
  return engine.FPDFPageObj_GetMatrix(handle, scratch.place(0, 4))
    ? (scratch.floats(6) as unknown as Matrix)
    : IDENTITY;
}

/** "ActualText" says another text than the signs that are drawn (14.9.4): with it gone, PDFium tells the signs. */
export function forgetActualText(engine: Pdfium, objects: readonly PageObject[]): void {
  for (const { handle } of objects.filter(({ kind }) => kind === KIND.text))
    for (let i = engine.FPDFPageObj_CountMarks(handle) - 1; i >= 0; i--)
      engine.FPDFPageObjMark_RemoveParam(handle, engine.FPDFPageObj_GetMark(handle, i), "ActualText");
}

/** It is drawn already as it would be for the picture of the text alone. */
function isPlainBlack(engine: Pdfium, handle: number, scratch: Scratch): boolean {
  const [red, green, blue, opacity] = [0, 1, 2, 3].map((i) => scratch.place(i, 4)) as [number, number, number, number];
  return (
    engine.FPDFPageObj_GetFillColor(handle, red, green, blue, opacity) &&
    scratch.wholes(4).join() === "0,0,0,255" &&
    !engine.FPDFPageObj_HasTransparency(handle) &&
    engine.FPDFTextObj_GetTextRenderMode(handle) === 0
  );
}

/** The page as it is, without its own text, and that text alone in black. */
export interface Pictures {
  readonly seen: Picture;
  readonly without: Picture;
  readonly alone: Picture;
  /** Nothing but its own text is drawn: the page without it is blank. */
  readonly isBare: boolean;
  /** Points of the pictures to one of the page. */
  readonly scale: number;
}

/** `own`: the handles of the texts that run along the page; those in other directions are drawings. The page is changed by it. */
export function drawPictures(
  engine: Pdfium,
  page: number,
  scratch: Scratch,
  objects: readonly PageObject[],
  own: ReadonlySet<number>,
  { width, height, scale }: Readonly<Record<"width" | "height" | "scale", number>>,
): Pictures {
  const inPicture = (points: number): number => Math.max(1, Math.round(points * scale));
  const size = { width: inPicture(width), height: inPicture(height) };
  const seen = drawPage(engine, page, size);
  for (const handle of own) engine.FPDFPageObj_SetIsActive(handle, false);
  const holdsTextAlone = objects.every(({ handle, kind }) => kind === KIND.form || own.has(handle));
  const isBare = holdsTextAlone && engine.FPDFPage_GetAnnotCount(page) === 0;
  const without = isBare ? blankPage(size) : drawPage(engine, page, size);
  if (isBare && [...own].every((handle) => isPlainBlack(engine, handle, scratch)))
    return { seen, without, alone: seen, isBare, scale };
  for (const handle of own) {
    engine.FPDFPageObj_SetIsActive(handle, true);
    engine.FPDFPageObj_SetFillColor(handle, 0, 0, 0, 255);
    engine.FPDFPageObj_SetBlendMode(handle, "Normal");
    engine.FPDFTextObj_SetTextRenderMode(handle, 0);
  }
  for (const { handle, kind } of objects)
    if (kind !== KIND.form && !own.has(handle)) engine.FPDFPageObj_SetIsActive(handle, false);
  for (let i = engine.FPDFPage_GetAnnotCount(page) - 1; i >= 0; i--) engine.FPDFPage_RemoveAnnot(page, i);
  return { seen, without, alone: drawPage(engine, page, size), isBare, scale };
}
