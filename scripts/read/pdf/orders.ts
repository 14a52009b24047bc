/**
 * The drawing orders of one PDF page, as pdf.js lists them -> where each glyph and each straight line stands.
 * ISO 32000-1: 8.4.2 (graphics state), 8.5 (paths), 9.3 and 9.4 (text state and positions).
 */
import "./globals.ts"; // before pdf.js
import { OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
import { type DrawnGlyph, type GlyphSink, type PdfFont, type ShownItem, showGlyphs, type TextState } from "./glyphs.ts";
import { IDENTITY, type Matrix, multiply } from "./matrix.ts";
import { type DrawnLine, linesOfPath } from "./paths.ts";

export interface Drawn {
  readonly glyphs: readonly DrawnGlyph[];
  readonly lines: readonly DrawnLine[];
  readonly unreadable: number;
  readonly invisible: number;
}

/** Glyphs of one page, and lines: a dense page of figures has ten thousand. What is beyond is left out. */
export const MAX_PDF_MARKS = 60_000;

/** Graphics state, text part included: what `q` keeps and `Q` gives back. */
interface State extends TextState {
  /** Start of the text line. */
  lineX: number;
  lineY: number;
  leading: number;
}

/** `viewport`: the page's own space -> points from its top left corner, y down, turned as shown. */
export function followOrders(
  orders: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] },
  viewport: Matrix,
  fontOf: (name: string) => PdfFont,
): Drawn {
  const sink: GlyphSink = { glyphs: [], unreadable: 0, invisible: 0 };
  const lines: DrawnLine[] = [];
  let run = 0;
  let state: State = {
    ...{ ctm: viewport, text: IDENTITY, x: 0, y: 0, lineX: 0, lineY: 0, font: {}, size: 0 },
    ...{ charSpacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0, mode: 0 },
  };
  const saved: State[] = [];
  const save = (): void => {
    saved.push({ ...state });
  };
  const restore = (): void => {
    state = saved.pop() ?? state;
  };
  const startText = (text: Matrix): void => {
    Object.assign(state, { text, x: 0, y: 0, lineX: 0, lineY: 0 });
  };
  const moveText = (x: number, y: number): void => {
    state.lineX += x;
    state.lineY += y;
    state.x = state.lineX;
    state.y = state.lineY;
  };
  const setFont = (name: string, size: number): void => {
    state.font = fontOf(name);
    state.size = size;
  };

  const isFull = (): boolean => sink.glyphs.length > MAX_PDF_MARKS || lines.length > MAX_PDF_MARKS;
  for (let i = 0; i < orders.fnArray.length && !isFull(); i++) {
    const args = (orders.argsArray[i] ?? []) as readonly unknown[];
    const a = (args[0] ?? 0) as number;
    const b = (args[1] ?? 0) as number;
    switch (orders.fnArray[i]) {
      case OPS.save:
      case OPS.beginGroup:
        save();
        break;
      case OPS.restore:
      case OPS.endGroup:
      case OPS.paintFormXObjectEnd:
        restore();
        break;
      case OPS.transform:
        state.ctm = multiply(state.ctm, args as unknown as Matrix);
        break;
      case OPS.paintFormXObjectBegin: {
        save();
        const matrix = args[0] as Matrix | null;
        if (matrix) state.ctm = multiply(state.ctm, matrix);
        break;
      }
      case OPS.beginText:
        startText(IDENTITY);
        break;
      case OPS.setTextMatrix:
        startText(textMatrix(args));
        break;
      case OPS.moveText:
        moveText(a, b);
        break;
      case OPS.setLeadingMoveText:
        state.leading = b;
        moveText(a, b);
        break;
      case OPS.setLeading:
        state.leading = -a;
        break;
      case OPS.nextLine:
        moveText(0, state.leading);
        break;
      case OPS.setCharSpacing:
        state.charSpacing = a;
        break;
      case OPS.setWordSpacing:
        state.wordSpacing = a;
        break;
      case OPS.setHScale:
        state.scale = a / 100;
        break;
      case OPS.setTextRise:
        state.rise = a;
        break;
      case OPS.setTextRenderingMode:
        state.mode = a;
        break;
      case OPS.setFont:
        setFont(String(args[0]), b);
        break;
      case OPS.setGState:
        for (const [key, value] of args[0] as readonly (readonly [string, readonly [string, number]])[])
          if (key === "Font") setFont(value[0], value[1]);
        break;
      case OPS.showText:
        run += 1;
        showGlyphs(args[0] as readonly ShownItem[], state, run, sink);
        break;
      case OPS.constructPath: {
        const path = (args[1] as readonly (ArrayLike<number> | null)[])[0];
        const paint = { stroked: STROKES.includes(a), filled: FILLS.includes(a) };
        if (path) for (const line of linesOfPath(path, state.ctm, paint)) lines.push(line);
        break;
      }
    }
  }
  return { ...sink, lines };
}

const STROKES: readonly number[] = [
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
];
const FILLS: readonly number[] = [
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
];

/** pdf.js gives the six numbers as one array within the arguments, or as the arguments themselves. */
const textMatrix = (args: readonly unknown[]): Matrix =>
  (typeof args[0] === "number" ? args : Array.from(args[0] as ArrayLike<number>)) as unknown as Matrix;
