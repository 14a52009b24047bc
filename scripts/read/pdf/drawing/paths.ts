/** The paths drawn on a PDF page -> their outlines, and their straight lines: the rules of tables. ISO 32000-1, 8.5. */
import { areaOfOutlines, boxOf } from "./areas.ts";
import { apply, distance, type Matrix, type Point } from "./matrix.ts";

export interface DrawnLine {
  readonly from: Point;
  readonly to: Point;
}

/** A filled rectangle this thin (points) is a rule, not a background. */
export const THIN = 3;
/** Pieces that a curve is cut into. */
const CURVE_PIECES = 8;

/** Points of one outline in their order; points of a curve among them. */
export type Outline = readonly Point[];

/** Horizontal or vertical to within a point; others are drawings. */
export function isStraight({ from, to }: DrawnLine): boolean {
  const [dx, dy] = [Math.abs(from[0] - to[0]), Math.abs(from[1] - to[1])];
  return Math.min(dx, dy) <= 1 && Math.max(dx, dy) > 1;
}

/** The sides of an outline, when it is stroked. */
export const sidesOf = (points: Outline): readonly DrawnLine[] =>
  points.slice(1).map((to, i) => ({ from: points[i] ?? to, to }));

/** Times its thickness: a shape that is no box is a line only when it is so long. A "1" is not. */
const LINE_LENGTH = 8;

/** A filled outline so thin that it is a line: the line in its middle. */
export function thinLineOf(points: Outline): DrawnLine | null {
  const { x0, y0, x1, y1 } = boxOf(points);
  const isLong = Math.max(x1 - x0, y1 - y0) > LINE_LENGTH * Math.min(x1 - x0, y1 - y0);
  if (!isLong && !areaOfOutlines([points], "winding").isBox) return turnedLineOf(points);
  if (y1 - y0 <= THIN && x1 - x0 > y1 - y0) return { from: [x0, (y0 + y1) / 2], to: [x1, (y0 + y1) / 2] };
  if (x1 - x0 <= THIN && y1 - y0 > x1 - x0) return { from: [(x0 + x1) / 2, y0], to: [(x0 + x1) / 2, y1] };
  return turnedLineOf(points);
}

/** A thin rectangle aslant: the line from the middle of one of its short sides to that of the other. */
function turnedLineOf([a, b, c, d, ...others]: Outline): DrawnLine | null {
  if (!a || !b || !c || !d || others.some(([x, y]) => x !== a[0] || y !== a[1])) return null;
  const between = (p: Point, q: Point): Point => [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2];
  const [one, other] = [distance(a, b), distance(b, c)];
  if (Math.min(one, other) > THIN || Math.max(one, other) < LINE_LENGTH * Math.min(one, other)) return null;
  return one < other ? { from: between(a, b), to: between(c, d) } : { from: between(b, c), to: between(d, a) };
}

/**
 * pdf.js's path array: 0 move, 1 line, 2 cubic curve, 3 quadratic curve, 4 close, each with its coordinates; in the space that
 * `place` leads from. Outlines in the space that it leads to.
 */
export function outlinesOf(path: ArrayLike<number>, place: Matrix): readonly Outline[] {
  const all: Point[][] = [];
  const start = (point: Point): Point[] => {
    const outline = [point];
    all.push(outline);
    return outline;
  };
  const at = (i: number): Point => apply(place, path[i] ?? 0, path[i + 1] ?? 0);
  let current = start(at(1));
  for (let i = 0; i < path.length; ) {
    const code = path[i];
    const from = current.at(-1) ?? at(i + 1);
    if (code === 0) {
      current = start(at(i + 1));
      i += 3;
    } else if (code === 1) {
      current.push(at(i + 1));
      i += 3;
    } else if (code === 4) {
      const [first] = current;
      if (first && current.length > 1) {
        current.push(first);
        current = start(first); // what follows without a move goes on from there
      }
      i += 1;
    } else {
      const isCubic = code === 2;
      const [a, b] = [at(i + 1), at(i + 3)];
      const controls = isCubic ? [from, a, b, at(i + 5)] : [from, a, b];
      for (let piece = 1; piece <= CURVE_PIECES; piece++) current.push(pointOfCurve(controls, piece / CURVE_PIECES));
      i += isCubic ? 7 : 5;
    }
  }
  return all.filter((points) => points.length > 1);
}

/** De Casteljau: the point at share `t` of a curve with these control points. */
function pointOfCurve(controls: readonly Point[], t: number): Point {
  const [first = [0, 0] as Point, ...others] = controls;
  if (others.length === 0) return first;
  return pointOfCurve(
    others.map((to, i): Point => {
      const from = controls[i] ?? to;
      return [from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])];
    }),
    t,
  );
}
