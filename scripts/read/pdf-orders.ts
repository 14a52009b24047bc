/**
 * The drawing orders of one PDF page, as pdf.js lists them -> where each glyph and each straight line stands.
 * ISO 32000-1: 8.3.4 (transformations), 8.5 (paths), 9.3 and 9.4 (text state, advance of a glyph).
 */
import "./pdf-globals.ts"; // before pdf.js
import { OPS } from "pdfjs-dist/legacy/build/pdf.mjs";

export type Matrix = readonly [number, number, number, number, number, number];
type Point = readonly [number, number];

export interface DrawnGlyph {
  readonly text: string;
  readonly start: Point;
  readonly end: Point;
  readonly next: Point;
  readonly size: number;
  readonly run: number;
  /** Quarter turns, clockwise, of the writing direction: 0 runs to the right, 1 down; -1: any other slant. */
  readonly turn: number;
}
export interface Drawn {
  readonly glyphs: readonly DrawnGlyph[];
  readonly lines: readonly { readonly from: Point; readonly to: Point }[];
  readonly unreadable: number;
  readonly invisible: number;
}

/** What of a font pdf.js tells to place its glyphs. */
export interface PdfFont {
  readonly fontMatrix?: readonly number[];
  readonly vertical?: boolean;
}
interface PdfGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
}

const multiply = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
];
const apply = (m: Matrix, x: number, y: number): Point => [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];

/** Graphics state, text part included: what `q` keeps and `Q` gives back. */
interface State {
  ctm: Matrix;
  text: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
  font: PdfFont;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
}

/** A filled rectangle this thin (points) is a rule, not a background. */
const THIN = 3;
/** Modes 3 and 7 draw nothing (9.3.6): the text layer that a scanner guessed. */
const INVISIBLE: readonly number[] = [3, 7];

/** `viewport`: the page's own space -> points from its top left corner, y down, turned as shown. */
export function followOrders(
  orders: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] },
  viewport: Matrix,
  fontOf: (name: string) => PdfFont,
): Drawn {
  const glyphs: DrawnGlyph[] = [];
  const lines: { from: Point; to: Point }[] = [];
  let unreadable = 0;
  let invisible = 0;
  let run = 0;
  const identity: Matrix = [1, 0, 0, 1, 0, 0];
  let state: State = {
    ...{ ctm: viewport, text: identity, x: 0, y: 0, lineX: 0, lineY: 0, font: {}, size: 0 },
    ...{ charSpacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0, mode: 0 },
  };
  const saved: State[] = [];
  const save = (): void => {
    saved.push({ ...state });
  };
  const restore = (): void => {
    state = saved.pop() ?? state;
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

  /** Advance of a glyph (9.4.4): (width × size + char spacing + word spacing) × horizontal scale; a number moves back. */
  const show = (shown: readonly (PdfGlyph | number)[]): void => {
    run += 1;
    const { size, scale, charSpacing, wordSpacing, rise, font } = state;
    const direction = size < 0 ? -1 : 1;
    const unit = Math.abs(size) * (font.fontMatrix?.[0] ?? 0.001) * direction;
    const matrix = multiply(state.ctm, state.text);
    for (const glyph of shown) {
      if (typeof glyph === "number") {
        if (font.vertical) state.y += (glyph * size) / 1000;
        else state.x -= ((glyph * size) / 1000) * scale;
        continue;
      }
      const width = glyph.width * unit;
      const advance = width + charSpacing + (glyph.isSpace ? wordSpacing : 0);
      const start = apply(matrix, state.x, state.y + rise);
      const end = apply(matrix, state.x + width * scale, state.y + rise);
      if (font.vertical) state.y -= Math.abs(advance);
      else state.x += advance * scale;
      const next = apply(matrix, state.x, state.y + rise);
      const [up, down] = [apply(matrix, 0, 0), apply(matrix, 0, size)];
      const height = Math.hypot(down[0] - up[0], down[1] - up[1]);
      if (INVISIBLE.includes(state.mode)) {
        if (glyph.unicode.trim() !== "") invisible += 1;
        continue;
      }
      if (isUnreadable(glyph.unicode)) {
        unreadable += 1;
        continue;
      }
      const text = glyph.unicode.replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize("NFKC"));
      const turn = font.vertical ? -1 : turnOf(matrix[0] * direction * scale, matrix[1] * direction * scale);
      glyphs.push({ text, start, end, next, size: height, run, turn });
    }
  };

  const draw = (path: ArrayLike<number>, paint: number): void => {
    const stroked = STROKES.includes(paint);
    for (const points of subpaths(path)) {
      const placed = points.map(([x, y]) => apply(state.ctm, x, y));
      if (stroked)
        for (const [i, to] of placed.entries()) {
          const from = placed[i - 1];
          if (from) addLine(lines, from, to);
        }
      if (!FILLS.includes(paint)) continue;
      const xs = placed.map((p) => p[0]);
      const ys = placed.map((p) => p[1]);
      const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
      if (y1 - y0 <= THIN && x1 - x0 > y1 - y0) addLine(lines, [x0, (y0 + y1) / 2], [x1, (y0 + y1) / 2]);
      else if (x1 - x0 <= THIN && y1 - y0 > x1 - x0) addLine(lines, [(x0 + x1) / 2, y0], [(x0 + x1) / 2, y1]);
    }
  };

  for (const [i, order] of orders.fnArray.entries()) {
    const args = (orders.argsArray[i] ?? []) as readonly unknown[];
    const [a = 0, b = 0] = args as readonly number[];
    switch (order) {
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
        Object.assign(state, { text: identity, x: 0, y: 0, lineX: 0, lineY: 0 });
        break;
      case OPS.setTextMatrix:
        Object.assign(state, { text: textMatrix(args), x: 0, y: 0, lineX: 0, lineY: 0 });
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
        show(args[0] as readonly (PdfGlyph | number)[]);
        break;
      case OPS.constructPath: {
        const path = (args[1] as readonly (ArrayLike<number> | null)[])[0];
        if (path) draw(path, a);
        break;
      }
    }
  }
  return { glyphs, lines, unreadable, invisible };
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

/** Codes of pdf.js's path arrays: 0 move, 1 line, 2 cubic curve, 3 quadratic curve, 4 close. A curve ends its subpath's use as a line. */
function subpaths(path: ArrayLike<number>): readonly (readonly Point[])[] {
  const all: Point[][] = [];
  let current: Point[] = [];
  const at = (i: number): number => path[i] ?? 0;
  for (let i = 0; i < path.length; ) {
    const code = at(i);
    if (code === 0) {
      current = [[at(i + 1), at(i + 2)]];
      all.push(current);
      i += 3;
    } else if (code === 1) {
      current.push([at(i + 1), at(i + 2)]);
      i += 3;
    } else if (code === 4) {
      const first = current[0];
      if (first) current.push(first);
      i += 1;
    } else {
      const end = i + (code === 2 ? 5 : 3);
      current = [[at(end), at(end + 1)]];
      all.push(current);
      i = end + 2;
    }
  }
  return all.filter((points) => points.length > 1);
}

/** Horizontal or vertical to within a point; others are drawings. */
function addLine(lines: { from: Point; to: Point }[], from: Point, to: Point): void {
  const [dx, dy] = [Math.abs(from[0] - to[0]), Math.abs(from[1] - to[1])];
  if (Math.min(dx, dy) <= 1 && Math.max(dx, dy) > 1) lines.push({ from, to });
}

/** In the page as shown, y down: (1, 0) => 0, (0, 1) => 1, (-1, 0) => 2, (0, -1) => 3. Within a degree or so. */
function turnOf(dx: number, dy: number): number {
  const angle = (Math.atan2(dy, dx) * 2) / Math.PI;
  const turn = Math.round(angle);
  return Math.abs(angle - turn) > 0.02 ? -1 : (turn + 4) % 4;
}

/** Control characters and private-use ones: the file gives drawings of characters without saying which they are. */
const isUnreadable = (unicode: string): boolean => /[\p{Cc}\p{Co}\ufffd]/u.test(unicode.replace(/[\t\r\n]/g, ""));
