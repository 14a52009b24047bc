/**
 * The drawing orders of one PDF page, as pdf.js lists them -> all that they draw, in their order: glyphs, lines, and the areas
 * that cover what is below. ISO 32000-1, 8.11 (optional content); graphics.ts follows colours, text-orders.ts text, painting.ts what is
 * painted, pen.ts what is kept and given back.
 */
import { type Area, areaOfOutlines, intersection } from "./areas.ts";
import { type DrawnGlyph, type GlyphSink, type Ink, type Lie, type ShownItem, showGlyphs } from "./glyphs.ts";
import { followColourOrder, PICTURES, type ShadingColour } from "./graphics.ts";
import { type Matrix, multiply, scaleOf } from "./matrix.ts";
import { type Cover, Painting, type Stroke } from "./painting.ts";
import { outlinesOf } from "./paths.ts";
import { OPS } from "./pdfjs.ts";
import { type Group, type PageSpace, Pen } from "./pen.ts";
import type { SmallPictures } from "./pictures.ts";
import { type FontsByName, followTextOrder } from "./text-orders.ts";

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
export interface Stage extends PageSpace {
  readonly fonts: FontsByName;
  readonly shadings: ShadingColour;
  readonly masks: SmallPictures["maskOf"];
  /** Is this optional content shown on the screen? */
  readonly isShown: (content: unknown) => boolean;
}

/** Glyphs of one page, and lines: a dense page of figures has ten thousand. What is beyond is left out. */
export const MAX_PDF_MARKS = 60_000;
/** Lines that are not straight make drawings; of these more are taken, to see which text they strike. */
const MAX_STROKES = 200_000;

export const followOrders = (orders: Orders, stage: Stage): Drawn => new Drawing(stage).follow(orders);

/** Of the picture that an order paints; 0: pdf.js does not tell it. */
const widthOf = ([picture]: readonly unknown[]): number =>
  Number((picture as { readonly width?: unknown } | undefined)?.width ?? 0);

class Drawing {
  private readonly stage: Stage;
  private readonly sink: GlyphSink = { glyphs: [], unreadable: 0, lies: [] };
  private readonly pen: Pen;
  private readonly painting: Painting;
  private readonly spoken = new Set<string>();
  /** An outline waits to become the clip, by this rule, once its path is told. */
  private pendingClip: "winding" | "even-odd" | null = null;

  constructor(stage: Stage) {
    this.stage = stage;
    this.pen = new Pen(stage);
    this.painting = new Painting(this.pen);
  }

  follow(orders: Orders): Drawn {
    for (let i = 0; i < orders.fnArray.length && !this.isFull(); i++) {
      this.pen.order = i;
      this.followOne(orders.fnArray[i] ?? 0, (orders.argsArray[i] ?? []) as readonly unknown[]);
    }
    const { strokes, covers, pictures } = this.painting;
    return { ...this.sink, isWhole: !this.isFull(), strokes, covers, pictures, spoken: this.spoken };
  }

  private isFull(): boolean {
    return this.sink.glyphs.length > MAX_PDF_MARKS || this.painting.strokes.length > MAX_STROKES;
  }

  private followOne(order: number, args: readonly unknown[]): void {
    const { pen, painting } = this;
    switch (order) {
      case OPS.save:
        pen.save();
        break;
      case OPS.restore:
      case OPS.endGroup:
      case OPS.paintFormXObjectEnd:
        pen.restore();
        break;
      case OPS.beginGroup:
        pen.startGroup(args[0] as Group);
        break;
      case OPS.paintFormXObjectBegin:
        pen.save();
        pen.place(args[0] as Matrix | null, args[1] as ArrayLike<number> | null);
        break;
      case OPS.beginAnnotation:
        pen.startAnnotation(args);
        break;
      case OPS.endAnnotation:
        pen.endAnnotation();
        break;
      case OPS.transform:
        pen.state.ctm = multiply(pen.state.ctm, args as unknown as Matrix);
        break;
      case OPS.beginMarkedContentProps:
        pen.marked.push(args[0] === "OC" && !this.stage.isShown(args[1]));
        break;
      case OPS.beginMarkedContent:
        pen.marked.push(false);
        break;
      case OPS.endMarkedContent:
        pen.marked.pop();
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
        this.followPath(args[0] as number, (args[1] as readonly (ArrayLike<number> | null)[])[0] ?? null);
        break;
      case OPS.shadingFill:
        painting.paintShading(this.stage.shadings(String(args[0])));
        break;
      default:
        if (PICTURES.includes(order)) painting.paintPicture(order, this.stage.masks(widthOf(args)));
        else {
          followTextOrder(order, args, pen.state, this.stage.fonts);
          followColourOrder(order, args, pen.state, this.stage.shadings);
        }
    }
  }

  private showText(shown: readonly ShownItem[]): void {
    const { state, order, annotation } = this.pen;
    const isStroked = isOutlined(state.mode);
    const isFilled = [0, 2, 4, 6].includes(state.mode);
    const ink: Ink = {
      order,
      colours: [...(isFilled ? [state.fill] : []), ...(isStroked ? [state.stroke] : [])],
      alpha: state.groupAlpha * Math.max(isFilled ? state.fillAlpha : 0, isStroked ? state.strokeAlpha : 0),
      clip: state.clip,
      kind: this.kindOfText(),
    };
    const before = this.sink.glyphs.length;
    showGlyphs(shown, state, ink, this.sink);
    if (annotation !== null && this.sink.glyphs.length > before) this.spoken.add(annotation);
  }

  private kindOfText(): Ink["kind"] {
    const { state, isHidden, annotation } = this.pen;
    const { mode, isMasked, blend } = state;
    if (isHidden || mode === 3) return "hidden"; // 9.3.6: nothing is drawn; often a text that a scanner guessed
    if (annotation !== null) return "other";
    if (mode === 7 || isMasked || !PLAIN_BLENDS.includes(blend)) return "unsure"; // 7: only what is drawn through it is seen
    return isOutlined(mode) && this.isBlurred(mode) ? "unsure" : null;
  }

  /** Outlines in pieces alone, or so thick that they fill the signs. */
  private isBlurred(mode: number): boolean {
    const { state } = this.pen;
    const size = Math.abs(state.size) * scaleOf(state.text);
    return (state.isDashed && mode % 4 === 1) || state.lineWidth > THICKEST_OUTLINE * size;
  }

  private followPath(order: number, path: ArrayLike<number> | null): void {
    const { state } = this.pen;
    const outlines = path ? outlinesOf(path, state.ctm) : [];
    if (outlines.length > 0) this.painting.paintPath(order, outlines);
    if (this.pendingClip && outlines.length > 0)
      state.clip = intersection(state.clip, areaOfOutlines(outlines, this.pendingClip));
    this.pendingClip = null;
  }
}

/** Modes of text whose signs are stroked (9.3.6): 1 and 5 alone, 2 and 6 filled too. */
const isOutlined = (mode: number): boolean => [1, 2, 5, 6].includes(mode);
/** In ems: bold that is made by outlines has 0.05 at the most. */
const THICKEST_OUTLINE = 0.15;

/** Black on white stays black on white. */
const PLAIN_BLENDS: readonly string[] = ["source-over", "multiply", "darken"];
