/**
 * The drawing orders of one PDF page, as pdf.js lists them -> where each glyph and each straight line stands.
 * ISO 32000-1: 8.4.2 (graphics state), 8.5 (paths); text-orders.ts follows those of text.
 */

import { type DrawnGlyph, type GlyphSink, type ShownItem, showGlyphs, type TextState } from "./glyphs.ts";
import { type Matrix, multiply } from "./matrix.ts";
import { type DrawnLine, linesOfPath } from "./paths.ts";
import { OPS } from "./pdfjs.ts";
import { type FontsByName, followTextOrder, INITIAL_TEXT } from "./text-orders.ts";

export interface Drawn {
  readonly glyphs: readonly DrawnGlyph[];
  readonly lines: readonly DrawnLine[];
  readonly unreadable: number;
  readonly invisible: number;
}

export interface Orders {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** Glyphs of one page, and lines: a dense page of figures has ten thousand. What is beyond is left out. */
export const MAX_PDF_MARKS = 60_000;

/** Graphics state, text part included: what `q` keeps and `Q` gives back. `ctm`: from the space in use to the page as shown. */
interface State extends TextState {
  ctm: Matrix;
}

/** `viewport`: the page's own space -> points from its top left corner, y down, turned as shown. */
export function followOrders(orders: Orders, viewport: Matrix, fonts: FontsByName): Drawn {
  const sink: GlyphSink = { glyphs: [], unreadable: 0, invisible: 0 };
  const lines: DrawnLine[] = [];
  let run = 0;
  let state: State = { ...INITIAL_TEXT, ctm: viewport };
  const saved: State[] = [];
  const isFull = (): boolean => sink.glyphs.length > MAX_PDF_MARKS || lines.length > MAX_PDF_MARKS;
  for (let i = 0; i < orders.fnArray.length && !isFull(); i++) {
    const order = orders.fnArray[i] ?? 0;
    const args = (orders.argsArray[i] ?? []) as readonly unknown[];
    switch (order) {
      case OPS.save:
      case OPS.beginGroup:
        saved.push({ ...state });
        break;
      case OPS.restore:
      case OPS.endGroup:
      case OPS.paintFormXObjectEnd:
        state = saved.pop() ?? state;
        break;
      case OPS.transform:
        state.ctm = multiply(state.ctm, args as unknown as Matrix);
        break;
      case OPS.paintFormXObjectBegin: {
        saved.push({ ...state });
        const matrix = args[0] as Matrix | null;
        if (matrix) state.ctm = multiply(state.ctm, matrix);
        break;
      }
      case OPS.showText:
        run += 1;
        showGlyphs(args[0] as readonly ShownItem[], state, run, sink);
        break;
      case OPS.constructPath: {
        const path = (args[1] as readonly (ArrayLike<number> | null)[])[0];
        if (path) for (const line of linesOfPath(path, state.ctm, paintOf(args[0] as number))) lines.push(line);
        break;
      }
      default:
        followTextOrder(order, args, state, fonts);
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

const paintOf = (order: number): { readonly stroked: boolean; readonly filled: boolean } => ({
  stroked: STROKES.includes(order),
  filled: FILLS.includes(order),
});
