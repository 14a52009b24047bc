/** Parts of a page, in points: a box, or any shape known by its box and by which points it holds. */
import type { Point } from "./matrix.ts";

/** y runs down: y0 is the top. */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export interface Area {
  readonly box: Box;
  /** Does the whole box belong to it? */
  readonly isBox: boolean;
  /** What it takes to tell of one point: the sides that are looked at. */
  readonly cost: number;
  readonly holds: (x: number, y: number) => boolean;
}

export const areaOfBox = (box: Box): Area => ({
  box,
  isBox: true,
  cost: 1,
  holds: (x, y) => x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1,
});

export function boxOf(points: readonly Point[]): Box {
  let [x0, y0] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [x1, y1] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [x, y] of points) {
    [x0, x1] = [Math.min(x0, x), Math.max(x1, x)];
    [y0, y1] = [Math.min(y0, y), Math.max(y1, y)];
  }
  return { x0, y0, x1, y1 };
}

/** Around it, from its top left corner. */
export const cornersOf = ({ x0, y0, x1, y1 }: Box): readonly Point[] => [
  [x0, y0],
  [x1, y0],
  [x1, y1],
  [x0, y1],
];

/** What the outlines enclose. ISO 32000-1, 8.5.3.3: by winding number, or by even and odd crossings. */
export function areaOfOutlines(outlines: readonly (readonly Point[])[], rule: "winding" | "even-odd"): Area {
  const box = boxOf(outlines.flat());
  const [only] = outlines;
  if (only && outlines.length === 1 && isUprightBox(only)) return areaOfBox(box);
  const bounds = areaOfBox(box);
  return {
    box,
    isBox: false,
    cost: outlines.reduce((sum, { length }) => sum + length, 1),
    holds: (x, y) => {
      if (!bounds.holds(x, y)) return false;
      let winding = 0;
      let crossings = 0;
      for (const outline of outlines)
        for (const [i, [bx, by]] of outline.entries()) {
          const [ax, ay] = outline[(i || outline.length) - 1] ?? [bx, by];
          if (ay > y === by > y || x >= ax + ((y - ay) / (by - ay)) * (bx - ax)) continue;
          winding += by > ay ? 1 : -1;
          crossings += 1;
        }
      return rule === "winding" ? winding !== 0 : crossings % 2 === 1;
    },
  };
}

/** Four corners, each side along the page's own. */
function isUprightBox(outline: readonly Point[]): boolean {
  const corners = outline.filter(([x, y], i) => {
    const next = outline[(i + 1) % outline.length];
    return !next || Math.abs(next[0] - x) > 0.01 || Math.abs(next[1] - y) > 0.01;
  });
  return (
    corners.length === 4 &&
    corners.every(([x, y], i) => {
      const [nx, ny] = corners[(i + 1) % 4] ?? [x, y];
      return Math.abs(nx - x) < 0.01 || Math.abs(ny - y) < 0.01;
    })
  );
}

/** What belongs to both. */
export function intersection(a: Area, b: Area): Area {
  const box = {
    x0: Math.max(a.box.x0, b.box.x0),
    y0: Math.max(a.box.y0, b.box.y0),
    x1: Math.min(a.box.x1, b.box.x1),
    y1: Math.min(a.box.y1, b.box.y1),
  };
  if (a.isBox && b.isBox) return areaOfBox(box);
  const bounds = areaOfBox(box);
  return {
    box,
    isBox: false,
    cost: a.cost + b.cost,
    holds: (x, y) => bounds.holds(x, y) && a.holds(x, y) && b.holds(x, y),
  };
}

/** Between which shares of its length a line lies in the box; null: nowhere. */
export function partWithin(
  [ax, ay]: Point,
  [bx, by]: Point,
  { x0, y0, x1, y1 }: Box,
): readonly [number, number] | null {
  let [start, end] = [0, 1];
  for (const [a, b, low, high] of [
    [ax, bx, x0, x1],
    [ay, by, y0, y1],
  ] as const) {
    if (a === b) {
      if (a < low || a > high) return null;
      continue;
    }
    const shares = [(low - a) / (b - a), (high - a) / (b - a)];
    start = Math.max(start, Math.min(...shares));
    end = Math.min(end, Math.max(...shares));
  }
  return end > start ? [start, end] : null;
}
