/** The column lines, row lines and walls of a lattice -> the cells that they enclose. */
import type { Rule } from "./drawn/marks.ts";

/** A rectangle of the lattice with no line through it; rows and columns count from 0, ends excluded. */
export interface Region {
  readonly row: number;
  readonly rowEnd: number;
  readonly column: number;
  readonly columnEnd: number;
  /** It ends its row, and no line ends it. */
  readonly isOpen: boolean;
}

/** Points. Two lines this near are one: a browser draws the borders of two neighbouring cells apart. */
export const NEAR = 4;
/** Share of a side that its lines must cover to count as a wall. */
const COVERED_SHARE = 0.6;

/** Is the side from `from` to `to` drawn? `rules`: those at its position. */
function isWall(rules: readonly Rule[], from: number, to: number): boolean {
  const covered = rules
    .map((r) => [Math.max(from, r.from), Math.min(to, r.to)] as const)
    .filter(([start, end]) => end > start)
    .sort((a, b) => a[0] - b[0]);
  let length = 0;
  let reached = from;
  for (const [start, end] of covered) {
    length += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return length >= COVERED_SHARE * (to - from);
}

export function findRegions(
  xs: readonly number[],
  ys: readonly number[],
  horizontal: readonly Rule[],
  vertical: readonly Rule[],
): readonly Region[] | null {
  const rows = ys.length - 1;
  const columns = xs.length - 1;
  const owner = new Map<number, number>(); // place -> index of its region
  const regions: Region[] = [];
  const key = (row: number, column: number): number => row * columns + column;
  const right = openSides(xs, ys, vertical); // by column, then by row
  const below = openSides(ys, xs, horizontal); // by row, then by column
  const atEnd = vertical.filter((rule) => Math.abs(rule.at - (xs.at(-1) ?? 0)) <= NEAR);
  const openRight: Open = (row, column) => right[column]?.[row] ?? false;
  const openBelow: Open = (row, column) => below[row]?.[column] ?? false;
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      if (owner.has(key(row, column))) continue;
      const places = flood([row, column], openRight, openBelow);
      const rs = places.map(([r]) => r);
      const cs = places.map(([, c]) => c);
      const [top, rowEnd] = [Math.min(...rs), Math.max(...rs) + 1];
      const [left, columnEnd] = [Math.min(...cs), Math.max(...cs) + 1];
      if ((rowEnd - top) * (columnEnd - left) !== places.length) return null;
      for (const [r, c] of places) owner.set(key(r, c), regions.length);
      const isOpen = columnEnd === columns && !isWall(atEnd, ys[top] ?? 0, ys[rowEnd] ?? 0);
      regions.push({ row: top, rowEnd, column: left, columnEnd, isOpen });
    }
  return regions;
}

/** After each interval of `edges` but the last: which of the intervals of `across` have no line at its end? */
const openSides = (
  edges: readonly number[],
  across: readonly number[],
  rules: readonly Rule[],
): readonly (readonly boolean[])[] =>
  edges.slice(1, -1).map((edge) => {
    const near = rules.filter((rule) => Math.abs(rule.at - edge) <= NEAR);
    return across.slice(1).map((end, i) => !isWall(near, across[i] ?? 0, end));
  });

/** Row and column of the lattice, from 0. */
type Place = readonly [number, number];
/** Has the place no line at its right, or below it? */
type Open = (row: number, column: number) => boolean;

/** Places reached from `start` without crossing a wall. */
function flood(start: Place, openRight: Open, openBelow: Open): readonly Place[] {
  const keyOf = ([row, column]: Place): string => `${row} ${column}`;
  const seen = new Set([keyOf(start)]);
  const waiting = [start];
  const found: Place[] = [];
  for (let place = waiting.pop(); place; place = waiting.pop()) {
    found.push(place);
    const [row, column] = place;
    const next: Place[] = [];
    if (openRight(row, column)) next.push([row, column + 1]);
    if (openBelow(row, column)) next.push([row + 1, column]);
    if (openRight(row, column - 1)) next.push([row, column - 1]);
    if (openBelow(row - 1, column)) next.push([row - 1, column]);
    for (const neighbour of next) {
      if (seen.has(keyOf(neighbour))) continue;
      seen.add(keyOf(neighbour));
      waiting.push(neighbour);
    }
  }
  return found;
}
