/**
 * The drawing orders of one PDF page, as pdf.js lists them -> all that they draw, in their order: glyphs, lines, and the areas
 * that cover what is below. ISO 32000-1: 8.5 (paths), 8.9 (images), 8.11 (optional content); graphics.ts follows colours,
 * text-orders.ts text.
 */
import { BLACK, isFaint, type Rgb } from "../../contract/contrast.ts";
import { type Area, areaOfBox, areaOfOutlines, type Box, intersection } from "./areas.ts";
import { type DrawnGlyph, type GlyphSink, type Ink, type Lie, type ShownItem, showGlyphs } from "./glyphs.ts";
import { followColourOrder, type GraphicsState, initialState, PICTURES, type ShadingColour } from "./graphics.ts";
import { apply, type Matrix, multiply, type Point } from "./matrix.ts";
import { type DrawnLine, type Outline, outlinesOf, sidesOf, THIN, thinLineOf } from "./paths.ts";
import { OPS } from "./pdfjs.ts";
import { type FontsByName, followTextOrder } from "./text-orders.ts";

/** An area painted over what was drawn before it. */
export interface Cover {
  readonly order: number;
  readonly area: Area;
  /** null: a picture or a pattern, whose colours are not known. */
  readonly colour: Rgb | null;
  /** Nothing below it is seen; false: some may be, through holes that are not known. */
  readonly isOpaque: boolean;
}

/** A line that may strike a text out, wherever it runs; `isOfPage`: it is drawn by the page itself, not by an annotation. */
export interface Stroke extends DrawnLine {
  readonly order: number;
  readonly isOfPage: boolean;
}

export interface Drawn {
  readonly glyphs: readonly DrawnGlyph[];
  readonly strokes: readonly Stroke[];
  readonly covers: readonly Cover[];
  /** Things drawn that are no text and may stand for one: pictures, outlines of signs. */
  readonly pictures: readonly Area[];
  /** Annotations that draw text of their own, by pdf.js's name. */
  readonly spoken: ReadonlySet<string>;
  /** Were all orders followed? Beyond the most that is taken of a page, none are. */
  readonly isWhole: boolean;
  readonly unreadable: number;
  readonly lies: readonly Lie[];
}

export interface Orders {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** What the page's orders are followed with. */
export interface Stage {
  /** The page's own space -> points from its top left corner, y down, turned as shown. */
  readonly viewport: Matrix;
  readonly page: Box;
  readonly fonts: FontsByName;
  readonly shadings: ShadingColour;
  /** Is this optional content shown on the screen? */
  readonly isShown: (content: unknown) => boolean;
}

/** Glyphs of one page, and lines: a dense page of figures has ten thousand. What is beyond is left out. */
export const MAX_PDF_MARKS = 60_000;
/** Lines that are not straight make drawings; of these more are taken, to see which text they strike. */
const MAX_STROKES = 200_000;

export const followOrders = (orders: Orders, stage: Stage): Drawn => new Drawing(stage).follow(orders);

class Drawing {
  private readonly stage: Stage;
  private readonly sink: GlyphSink = { glyphs: [], unreadable: 0, lies: [] };
  private readonly strokes: Stroke[] = [];
  private readonly covers: Cover[] = [];
  private readonly pictures: Area[] = [];
  private readonly spoken = new Set<string>();
  private readonly saved: GraphicsState[] = [];
  private state: GraphicsState;
  private order = 0;
  /** For each marked content that is open: is it a layer that is off? */
  private readonly marked: boolean[] = [];
  /** An outline waits to become the clip, by this rule, once its path is told. */
  private pendingClip: "winding" | "even-odd" | null = null;
  private annotation: string | null = null;

  constructor(stage: Stage) {
    this.stage = stage;
    this.state = initialState(stage.viewport, areaOfBox(stage.page));
  }

  follow(orders: Orders): Drawn {
    for (let i = 0; i < orders.fnArray.length && !this.isFull(); i++) {
      this.order = i;
      this.followOne(orders.fnArray[i] ?? 0, (orders.argsArray[i] ?? []) as readonly unknown[]);
    }
    const { strokes, covers, pictures, spoken } = this;
    return { ...this.sink, isWhole: !this.isFull(), strokes, covers, pictures, spoken };
  }

  private isFull(): boolean {
    return this.sink.glyphs.length > MAX_PDF_MARKS || this.strokes.length > MAX_STROKES;
  }

  private followOne(order: number, args: readonly unknown[]): void {
    const { state } = this;
    switch (order) {
      case OPS.save:
        this.save();
        break;
      case OPS.restore:
      case OPS.endGroup:
      case OPS.paintFormXObjectEnd:
        this.restore();
        break;
      case OPS.beginGroup:
        this.startGroup(args[0] as Group);
        break;
      case OPS.paintFormXObjectBegin:
        this.save();
        this.place(args[0] as Matrix | null, args[1] as ArrayLike<number> | null);
        break;
      case OPS.beginAnnotation:
        this.startAnnotation(args);
        break;
      case OPS.endAnnotation:
        this.annotation = null;
        this.restore();
        break;
      case OPS.transform:
        state.ctm = multiply(state.ctm, args as unknown as Matrix);
        break;
      case OPS.beginMarkedContentProps:
        this.marked.push(args[0] === "OC" && !this.stage.isShown(args[1]));
        break;
      case OPS.beginMarkedContent:
        this.marked.push(false);
        break;
      case OPS.endMarkedContent:
        this.marked.pop();
        break;
      case OPS.showText:
        this.showText(args[0] as readonly ShownItem[]);
        break;
      case OPS.clip:
        this.pendingClip = "winding";
        break;
      case OPS.eoClip:
        this.pendingClip = "even-odd";
        break;
      case OPS.constructPath:
        this.paintPath(args[0] as number, (args[1] as readonly (ArrayLike<number> | null)[])[0] ?? null);
        break;
      case OPS.shadingFill:
        this.cover(state.clip, this.stage.shadings(String(args[0])), state.fillAlpha, true);
        break;
      default:
        if (PICTURES.includes(order)) this.paintPicture(order);
        else {
          followTextOrder(order, args, state, this.stage.fonts);
          followColourOrder(order, args, state, this.stage.shadings);
        }
    }
  }

  private save(): void {
    this.saved.push({ ...this.state });
  }

  private restore(): void {
    this.state = this.saved.pop() ?? this.state;
  }

  /** A space of its own, cut to a box: that of a form or an annotation. */
  private place(matrix: Matrix | null, box: ArrayLike<number> | null): void {
    const { state } = this;
    if (matrix) state.ctm = multiply(state.ctm, Array.from(matrix) as unknown as Matrix);
    if (!box) return;
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = Array.from(box);
    const corners = [
      apply(state.ctm, x0, y0),
      apply(state.ctm, x1, y0),
      apply(state.ctm, x1, y1),
      apply(state.ctm, x0, y1),
    ];
    state.clip = intersection(state.clip, areaOfOutlines([corners], "winding"));
  }

  /** Transparency applies to the group as a whole, and starts anew within it. ISO 32000-1, 11.6.6. */
  private startGroup({ smask, matrix, bbox }: Group): void {
    this.save();
    const { state } = this;
    state.groupAlpha *= state.fillAlpha;
    Object.assign(state, { fillAlpha: 1, strokeAlpha: 1, blend: "source-over" });
    if (smask) state.isMask = true;
    const { ctm } = state;
    this.place(matrix ?? null, bbox ?? null);
    state.ctm = ctm; // the form that follows sets its space itself
  }

  private startAnnotation(args: readonly unknown[]): void {
    const [id, rect, transform, matrix] = args as readonly [string, ArrayLike<number> | null, Matrix, Matrix];
    this.save();
    this.state = initialState(this.stage.viewport, areaOfBox(this.stage.page));
    this.place(null, rect);
    this.place(transform, null);
    this.place(matrix, null);
    this.annotation = id;
  }

  private get isHidden(): boolean {
    return this.state.isMask || this.marked.includes(true);
  }

  private showText(shown: readonly ShownItem[]): void {
    const { state } = this;
    const isStroked = [1, 2, 5, 6].includes(state.mode);
    const isFilled = [0, 2, 4, 6].includes(state.mode);
    const ink: Ink = {
      order: this.order,
      colours: [...(isFilled ? [state.fill] : []), ...(isStroked ? [state.stroke] : [])],
      alpha: state.groupAlpha * Math.max(isFilled ? state.fillAlpha : 0, isStroked ? state.strokeAlpha : 0),
      clip: state.clip,
      kind: this.kindOfText(),
    };
    const before = this.sink.glyphs.length;
    showGlyphs(shown, state, ink, this.sink);
    if (this.annotation !== null && this.sink.glyphs.length > before) this.spoken.add(this.annotation);
  }

  private kindOfText(): Ink["kind"] {
    const { mode, isMasked, blend } = this.state;
    if (this.isHidden || mode === 3) return "hidden"; // 9.3.6: nothing is drawn; often a text that a scanner guessed
    if (this.annotation !== null) return "other";
    if (mode === 7 || isMasked || !PLAIN_BLENDS.includes(blend)) return "unsure"; // 7: only what is drawn through it is seen
    return null;
  }

  private paintPath(order: number, path: ArrayLike<number> | null): void {
    const { state } = this;
    const outlines = path ? outlinesOf(path, state.ctm) : [];
    if (outlines.length > 0 && !this.isHidden) {
      if (STROKES.includes(order) && state.strokeAlpha * state.groupAlpha > SEEN_ALPHA) this.stroke(outlines);
      if (FILLS.includes(order) && state.fillAlpha * state.groupAlpha > SEEN_ALPHA)
        this.fill(outlines, EVEN_ODD.includes(order) ? "even-odd" : "winding");
    }
    if (this.pendingClip && outlines.length > 0)
      state.clip = intersection(state.clip, areaOfOutlines(outlines, this.pendingClip));
    this.pendingClip = null;
  }

  private stroke(outlines: readonly Outline[]): void {
    const { state } = this;
    const [a, b, c, d] = state.ctm;
    const width = state.lineWidth * Math.sqrt(Math.abs(a * d - b * c));
    for (const outline of outlines)
      for (const side of sidesOf(outline)) {
        this.strokes.push({ ...side, order: this.order, isOfPage: this.annotation === null });
        if (width > THIN)
          this.cover(areaOfOutlines([bandAround(side, width)], "winding"), state.stroke, state.strokeAlpha);
      }
  }

  private fill(outlines: readonly Outline[], rule: "winding" | "even-odd"): void {
    const { state } = this;
    for (const outline of outlines) {
      const line = thinLineOf(outline);
      if (line) this.strokes.push({ ...line, order: this.order, isOfPage: this.annotation === null });
    }
    const area = intersection(state.clip, areaOfOutlines(outlines, rule));
    if (state.hasDrawnPattern || outlines.some(isSign)) this.pictures.push(area);
    this.cover(area, state.fill, state.fillAlpha);
  }

  private paintPicture(order: number): void {
    const { state } = this;
    if (this.isHidden || state.fillAlpha * state.groupAlpha <= SEEN_ALPHA) return;
    const square: readonly Point[] = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ];
    const corners = square.map(([x, y]) => apply(state.ctm, x, y));
    const area = intersection(state.clip, areaOfOutlines([corners], "winding"));
    this.pictures.push(area);
    const isMask = order === OPS.paintImageMaskXObject || order === OPS.paintSolidColorImageMask;
    this.cover(area, null, state.fillAlpha, !isMask && !state.isMasked);
  }

  /** Paints an area over what lies below, unless it lets it through. */
  private cover(
    area: Area,
    colour: Rgb | null,
    alpha: number,
    isOpaque = colour !== null || !this.state.hasDrawnPattern,
  ): void {
    const { state } = this;
    if (this.isHidden || alpha * state.groupAlpha < COVERING_ALPHA) return;
    const { x0, y0, x1, y1 } = area.box;
    if (x1 - x0 < 1 || y1 - y0 < 1) return;
    const letsThrough = state.blend !== "source-over" || state.isMasked;
    // A highlighter's colour, through which black is seen.
    if (letsThrough && state.blend !== "source-over" && colour !== null && !isFaint(BLACK, colour)) return;
    this.covers.push({ order: this.order, area, colour, isOpaque: isOpaque && !letsThrough });
  }
}

interface Group {
  readonly smask?: unknown;
  readonly matrix?: Matrix | null;
  readonly bbox?: ArrayLike<number> | null;
}

/** What is less opaque is not seen; what is more hides what is below. */
const SEEN_ALPHA = 0.1;
const COVERING_ALPHA = 0.8;
/** Black on white stays black on white. */
const PLAIN_BLENDS: readonly string[] = ["source-over", "multiply", "darken"];

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
const EVEN_ODD: readonly number[] = [OPS.eoFill, OPS.eoFillStroke, OPS.closeEOFillStroke];

/** Neither a line nor a ground. */
const isSign = (outline: Outline): boolean =>
  thinLineOf(outline) === null && !areaOfOutlines([outline], "winding").isBox;

/** The four corners of a line as wide as it is drawn. */
function bandAround({ from, to }: DrawnLine, width: number): readonly Point[] {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy) || 1;
  const [x, y] = [(-dy / length) * (width / 2), (dx / length) * (width / 2)];
  return [
    [from[0] + x, from[1] + y],
    [to[0] + x, to[1] + y],
    [to[0] - x, to[1] - y],
    [from[0] - x, from[1] - y],
  ];
}
