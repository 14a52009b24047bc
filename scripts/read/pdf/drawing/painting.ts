/** What the page paints: lines, and the areas that cover what is below. ISO 32000-1: 8.5.3 (paths), 8.9 (images). */
import { BLACK, isFaint, type Rgb } from "../../contract/contrast.ts";
import { type Area, areaOfOutlines, type Box, cornersOf, intersection, partWithin } from "./areas.ts";
import { apply, inverse, type Point, scaleOf } from "./matrix.ts";
import { type DrawnLine, type Outline, sidesOf, THIN, thinLineOf } from "./paths.ts";
import { OPS } from "./pdfjs.ts";
import type { Pen } from "./pen.ts";
import type { PictureMask } from "./picture-masks.ts";

/** An area painted over what was drawn before it. */
export interface Cover {
  readonly order: number;
  readonly area: Area;
  /** null: a picture or a pattern, whose colours are not known. */
  readonly colour: Rgb | null;
  /** Of what is below, how much is hidden: all is 1. */
  readonly alpha: number;
  /** It is so all over its area; false: what is below may be seen through holes that are not known. */
  readonly isOpaque: boolean;
}

/** A line that may strike a text out, wherever it runs; `isOfPage`: it is drawn by the page itself, not by an annotation. */
export interface Stroke extends DrawnLine {
  readonly order: number;
  readonly isOfPage: boolean;
}

export class Painting {
  readonly strokes: Stroke[] = [];
  readonly covers: Cover[] = [];
  /** Things drawn that are no text and may stand for one: pictures, outlines of signs. */
  readonly pictures: Area[] = [];
  private readonly pen: Pen;

  constructor(pen: Pen) {
    this.pen = pen;
  }

  /** `order`: how pdf.js names what is done with the path: filled, stroked, both. */
  paintPath(order: number, outlines: readonly Outline[]): void {
    const { state, isHidden } = this.pen;
    if (isHidden) return;
    if (STROKES.includes(order) && state.strokeAlpha * state.groupAlpha > SEEN_ALPHA) this.stroke(outlines);
    if (FILLS.includes(order) && state.fillAlpha * state.groupAlpha > SEEN_ALPHA)
      this.fill(outlines, EVEN_ODD.includes(order) ? "even-odd" : "winding");
  }

  private stroke(outlines: readonly Outline[]): void {
    const { state } = this.pen;
    const width = state.lineWidth * scaleOf(state.ctm);
    for (const outline of outlines)
      for (const side of sidesOf(outline)) {
        this.addLine(side);
        if (width > THIN)
          this.cover(areaOfOutlines([bandAround(side, width)], "winding"), state.stroke, state.strokeAlpha);
      }
  }

  private fill(outlines: readonly Outline[], rule: "winding" | "even-odd"): void {
    const { state } = this.pen;
    for (const outline of outlines) this.takeLine(outline);
    const area = intersection(state.clip, areaOfOutlines(outlines, rule));
    // What is painted through a frame that is no box has its shape.
    if (state.hasDrawnPattern || !state.clip.isBox || outlines.some(isSign)) this.pictures.push(area);
    this.cover(area, state.fill, state.fillAlpha);
  }

  /** What is painted so thin that it is a line strikes a text out as a line does, and parts the cells of a table. */
  private takeLine(outline: Outline): void {
    const line = thinLineOf(outline);
    if (line) this.addLine(line);
  }

  /** Only what its frame leaves of it is seen. */
  private addLine({ from, to }: DrawnLine): void {
    const { x0, y0, x1, y1 } = this.pen.state.clip.box;
    const ends = partWithin(from, to, { x0: x0 - EDGE, y0: y0 - EDGE, x1: x1 + EDGE, y1: y1 + EDGE });
    if (!ends) return;
    const at = (share: number): Point => [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
    const line = { from: at(ends[0]), to: at(ends[1]) };
    this.strokes.push({ ...line, order: this.pen.order, isOfPage: this.pen.annotation === null });
  }

  paintShading(colour: Rgb | null): void {
    const { clip, fillAlpha, groupAlpha } = this.pen.state;
    if (!this.pen.isHidden && fillAlpha * groupAlpha > SEEN_ALPHA) {
      if (clip.isBox) this.takeLine(cornersOf(clip.box));
      else this.pictures.push(clip);
    }
    this.cover(clip, colour, fillAlpha, true);
  }

  /** `mask`: the parts of it that are painted, where they are known. */
  paintPicture(order: number, mask: PictureMask | null): void {
    const { state } = this.pen;
    if (this.pen.isHidden || state.fillAlpha * state.groupAlpha <= SEEN_ALPHA) return;
    const placed = (box: Box): Area => {
      const outline = cornersOf(box).map(([x, y]) => apply(state.ctm, x, 1 - y));
      return intersection(state.clip, areaOfOutlines([outline], "winding"));
    };
    const area = placed(WHOLE);
    if (mask) {
      this.pictures.push(...mask.parts.map(placed));
      const back = inverse(state.ctm);
      const hides = (x: number, y: number): boolean => {
        const [across, up] = apply(back, x, y);
        return mask.opacityAt(across, 1 - up) >= COVERING_ALPHA;
      };
      const painted = { ...area, isBox: false, holds: (x: number, y: number) => area.holds(x, y) && hides(x, y) };
      this.cover(painted, null, state.fillAlpha, !state.isMasked);
      return;
    }
    this.takeLine(cornersOf(WHOLE).map(([x, y]) => apply(state.ctm, x, y)));
    this.pictures.push(area);
    const isMask = order === OPS.paintImageMaskXObject || order === OPS.paintSolidColorImageMask;
    this.cover(area, null, state.fillAlpha, !isMask && !state.isMasked);
  }

  /** Paints an area over what lies below, unless it lets it through. */
  cover(
    area: Area,
    colour: Rgb | null,
    alpha: number,
    isOpaque = colour !== null || !this.pen.state.hasDrawnPattern,
  ): void {
    const { state } = this.pen;
    const whole = alpha * state.groupAlpha;
    if (this.pen.isHidden || whole <= SEEN_ALPHA) return;
    const { x0, y0, x1, y1 } = area.box;
    if (x1 - x0 < 1 || y1 - y0 < 1) return;
    // A highlighter's colour, through which black is seen.
    if (DARKENING.includes(state.blend) && colour !== null && !isFaint(BLACK, colour)) return;
    const letsThrough = state.blend !== "source-over" || state.isMasked;
    this.covers.push({ order: this.pen.order, area, colour, alpha: whole, isOpaque: isOpaque && !letsThrough });
  }
}

/** In points: of a line along the edge of a frame, half is seen. */
const EDGE = 1;
/** What is less opaque is not seen; what is more hides what is below. */
const SEEN_ALPHA = 0.1;
export const COVERING_ALPHA = 0.8;
/** Of two colours these keep the darker. */
const DARKENING: readonly string[] = ["multiply", "darken"];
/** A picture is drawn in a square of its own. */
const WHOLE: Box = { x0: 0, y0: 0, x1: 1, y1: 1 };

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
