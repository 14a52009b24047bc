/** The state that a page's orders are followed in: kept and given back, set anew for a form, a group or an annotation; ISO 32000-1, 8.4.2. */
import { areaOfBox, areaOfOutlines, type Box, intersection } from "./areas.ts";
import { type GraphicsState, initialState } from "./graphics.ts";
import { apply, type Matrix, multiply } from "./matrix.ts";

/** A page as shown. */
export interface PageSpace {
  /** The page's own space -> points from its top left corner, y down, turned as shown. */
  readonly viewport: Matrix;
  readonly page: Box;
}

/** Transparency that applies to all that is drawn within it. */
export interface Group {
  readonly smask?: unknown;
  readonly matrix?: Matrix | null;
  readonly bbox?: ArrayLike<number> | null;
}

export class Pen {
  state: GraphicsState;
  /** Which of the page's orders is followed: a later one is drawn above. */
  order = 0;
  /** Of an annotation that draws itself, its name; null: the page itself draws. */
  annotation: string | null = null;
  /** For each marked content that is open: is it a layer that is off? */
  readonly marked: boolean[] = [];
  private readonly saved: GraphicsState[] = [];
  private readonly space: PageSpace;

  constructor(space: PageSpace) {
    this.space = space;
    this.state = initialState(space.viewport, areaOfBox(space.page));
  }

  /** What is drawn now is not seen. */
  get isHidden(): boolean {
    return this.state.isMask || this.marked.includes(true);
  }

  save(): void {
    this.saved.push({ ...this.state });
  }

  restore(): void {
    this.state = this.saved.pop() ?? this.state;
  }

  /** A space of its own, cut to a box: that of a form or an annotation. */
  place(matrix: Matrix | null, box: ArrayLike<number> | null): void {
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
  startGroup({ smask, matrix, bbox }: Group): void {
    this.save();
    const { state } = this;
    state.groupAlpha *= state.fillAlpha;
    Object.assign(state, { fillAlpha: 1, strokeAlpha: 1, blend: "source-over" });
    if (smask) state.isMask = true;
    const { ctm } = state;
    this.place(matrix ?? null, bbox ?? null);
    state.ctm = ctm; // the form that follows sets its space itself
  }

  startAnnotation(args: readonly unknown[]): void {
    const [id, rect, transform, matrix] = args as readonly [string, ArrayLike<number> | null, Matrix, Matrix];
    this.save();
    this.state = initialState(this.space.viewport, areaOfBox(this.space.page));
    this.place(null, rect);
    this.place(transform, null);
    this.place(matrix, null);
    this.annotation = id;
  }

  endAnnotation(): void {
    this.annotation = null;
    this.restore();
  }
}
