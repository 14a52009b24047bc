/** The paths drawn on a PDF page -> its straight lines, horizontal or vertical: the rules of tables. ISO 32000-1, 8.5. */
import { apply, type Matrix, type Point } from "./matrix.ts";

export interface DrawnLine {
  readonly from: Point;
  readonly to: Point;
}

/** A filled rectangle this thin (points) is a rule, not a background. */
const THIN = 3;

/** `path`: pdf.js's codes and coordinates, in the space that `place` leads from; lines in the space that it leads to. */
export function linesOfPath(
  path: ArrayLike<number>,
  place: Matrix,
  paint: { readonly stroked: boolean; readonly filled: boolean },
): readonly DrawnLine[] {
  const lines: DrawnLine[] = [];
  const add = (from: Point, to: Point): void => {
    if (isStraight(from, to)) lines.push({ from, to });
  };
  for (const points of subpaths(path)) {
    const placed = points.map(([x, y]) => apply(place, x, y));
    if (paint.stroked)
      for (const [i, to] of placed.entries()) {
        const from = placed[i - 1];
        if (from) add(from, to);
      }
    if (!paint.filled) continue;
    let [x0, y0] = placed[0] ?? [0, 0];
    let [x1, y1] = [x0, y0];
    for (const [x, y] of placed) {
      [x0, x1] = [Math.min(x0, x), Math.max(x1, x)];
      [y0, y1] = [Math.min(y0, y), Math.max(y1, y)];
    }
    if (y1 - y0 <= THIN && x1 - x0 > y1 - y0) add([x0, (y0 + y1) / 2], [x1, (y0 + y1) / 2]);
    else if (x1 - x0 <= THIN && y1 - y0 > x1 - x0) add([(x0 + x1) / 2, y0], [(x0 + x1) / 2, y1]);
  }
  return lines;
}

/** Horizontal or vertical to within a point; others are drawings. */
function isStraight(from: Point, to: Point): boolean {
  const [dx, dy] = [Math.abs(from[0] - to[0]), Math.abs(from[1] - to[1])];
  return Math.min(dx, dy) <= 1 && Math.max(dx, dy) > 1;
}

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
