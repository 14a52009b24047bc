/** Places on a page, in points from its top left corner, x to the right and y down, as the page is read. */

export type Point = readonly [x: number, y: number];
/** As PDF writes it: (x, y) => (a x + c y + e, b x + d y + f). ISO 32000-1, 8.3.3. */
export type Matrix = readonly [number, number, number, number, number, number];

export const apply = ([a, b, c, d, e, f]: Matrix, x: number, y: number): Point => [
  a * x + c * y + e,
  b * x + d * y + f,
];

/** First `inner`, then `outer`. */
export const multiply = (outer: Matrix, inner: Matrix): Matrix => {
  const [e, f] = apply(outer, inner[4], inner[5]);
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    e,
    f,
  ];
};

export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export const boxOf = (points: readonly Point[]): Box => {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    x0 = Math.min(x0, x);
    x1 = Math.max(x1, x);
    y0 = Math.min(y0, y);
    y1 = Math.max(y1, y);
  }
  return { x0, y0, x1, y1 };
};

/** Of a box in another space, the box around its four corners. */
export const placed = (matrix: Matrix, { x0, y0, x1, y1 }: Box): Box =>
  boxOf([apply(matrix, x0, y0), apply(matrix, x1, y0), apply(matrix, x0, y1), apply(matrix, x1, y1)]);

export const scaled = ({ x0, y0, x1, y1 }: Box, scale: number): Box => ({
  x0: x0 * scale,
  y0: y0 * scale,
  x1: x1 * scale,
  y1: y1 * scale,
});

export const overlap = (a: Box, b: Box): boolean => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

/** Boxes that stand no further apart than that, by their indices: from top to bottom, for none that begins below the end of one touches it. */
export function* touching(boxes: readonly Box[], distance: number): Generator<readonly [number, number]> {
  const byTop = boxes.map((box, i) => ({ box, i })).sort((a, b) => a.box.y0 - b.box.y0);
  for (const [n, a] of byTop.entries())
    for (let m = n + 1; m < byTop.length; m++) {
      const b = byTop[m];
      if (!b || b.box.y0 > a.box.y1 + distance) break;
      if (a.box.x0 <= b.box.x1 + distance && b.box.x0 <= a.box.x1 + distance) yield [a.i, b.i];
    }
}
