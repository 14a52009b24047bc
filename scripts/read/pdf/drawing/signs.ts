/**
 * Signs drawn with lines: a "1" that is one stroke, a "2" of seven bars, a curve. Among all the lines of a page, those that hold
 * together by themselves, no larger than a letter, and touch no line of a table.
 */
import { type Box, boxOf } from "./areas.ts";
import { distance, type Point } from "./matrix.ts";
import type { Stroke } from "./painting.ts";

/** In points: what is lower is a dash or an underline, what is larger no sign. */
const [LOWEST, LARGEST] = [4, 25];
/** In points: lines nearer than this hold together. */
const NEAR = 2;

const lengthOf = ({ from, to }: Stroke): number => distance(from, to);

/** `strikes`: lines that strike text out are told elsewhere. */
export function findSigns(strokes: readonly Stroke[], strikes: ReadonlySet<Stroke>): readonly Box[] {
  const short = strokes.filter((stroke) => lengthOf(stroke) <= LARGEST && !strikes.has(stroke));
  const boxes = groupsOf(short).map((group) => ({ box: boxOf(group.flatMap(({ from, to }) => [from, to])), group }));
  const touchesLong = createTouch(strokes.filter((stroke) => lengthOf(stroke) > LARGEST));
  return boxes
    .filter(({ box: { x0, y0, x1, y1 } }) => y1 - y0 >= LOWEST && y1 - y0 <= LARGEST && x1 - x0 <= LARGEST)
    .filter(({ group }) => !group.some(({ from, to }) => touchesLong(from) || touchesLong(to)))
    .map(({ box }) => box);
}

/** Lines joined at their ends, directly or by others. */
function groupsOf(strokes: readonly Stroke[]): readonly (readonly Stroke[])[] {
  const parents = strokes.map((_, i) => i);
  const rootOf = (i: number): number => {
    let at = i;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at] ?? at] ?? at;
      at = parents[at] ?? at;
    }
    return at;
  };
  const at = new Map<string, number>();
  for (const [i, { from, to }] of strokes.entries())
    for (const point of [from, to])
      for (const key of placesNear(point)) {
        const other = at.get(key);
        if (other === undefined) at.set(key, i);
        else parents[rootOf(i)] = rootOf(other);
      }
  return [...Map.groupBy(strokes, (_, i) => rootOf(i)).values()];
}

/** Squares of the page that a point stands in, in two grids half a square apart: near points share one. */
function placesNear([x, y]: Point): readonly string[] {
  return [0, 0.5].map((shift) => `${shift} ${Math.floor(x / NEAR + shift)} ${Math.floor(y / NEAR + shift)}`);
}

/** Does a point stand on one of these lines? Only those that run straight across or down are lines of a table. */
function createTouch(long: readonly Stroke[]): (point: Point) => boolean {
  const isAcross = ({ from, to }: Stroke): boolean => Math.abs(to[1] - from[1]) <= 1;
  const across = Map.groupBy(long.filter(isAcross), ({ from }) => Math.round(from[1] / NEAR));
  const down = Map.groupBy(
    long.filter(({ from, to }) => Math.abs(to[0] - from[0]) <= 1),
    ({ from }) => Math.round(from[0] / NEAR),
  );
  const isOn = (lines: ReadonlyMap<number, readonly Stroke[]>, [own, other]: readonly [0 | 1, 0 | 1], point: Point) =>
    [-1, 0, 1].some((shift) =>
      lines.get(Math.round(point[own] / NEAR) + shift)?.some(({ from, to }) => {
        const [low, high] = [Math.min(from[other], to[other]), Math.max(from[other], to[other])];
        return point[other] >= low - NEAR && point[other] <= high + NEAR;
      }),
    );
  return (point) => isOn(across, [1, 0], point) || isOn(down, [0, 1], point);
}
