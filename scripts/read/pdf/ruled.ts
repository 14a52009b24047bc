/** Horizontal and vertical rules of a page -> lattices: the cells that the drawn lines enclose. */
import { clusterEdges } from "../document/table-geometry.ts";
import { touching } from "./drawn/geometry.ts";
import { boxesOf, type Rule, type Rules } from "./drawn/marks.ts";

/** A rectangle of the lattice with no line through it; rows and columns count from 0, ends excluded. */
export interface Region {
  readonly row: number;
  readonly rowEnd: number;
  readonly column: number;
  readonly columnEnd: number;
  /** It ends its row, and no line ends it. */
  readonly isOpen: boolean;
}

export interface Lattice {
  /** Column lines and row lines, in points. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Every place belongs to exactly one region; null when the lines enclose shapes that are not rectangles. */
  readonly regions: readonly Region[] | null;
}

/** Points. Two lines this near are one: a browser draws the borders of two neighbouring cells apart. */
export const NEAR = 4;
/** Places of one lattice: 60 columns by 800 rows. A page has no room for more cells; a hatching has. */
const MAX_PLACES = 48_000;

/** Lines that touch make one lattice; from top to bottom. */
export function findLattices(rules: Rules): readonly Lattice[] {
  return groupTouching(rules)
    .filter((group) => group.horizontal.length >= 2)
    .map(buildLattice)
    .filter((lattice) => lattice.xs.length >= 2 && lattice.ys.length >= 2)
    .sort((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0));
}

function groupTouching({ horizontal, vertical }: Rules): readonly Rules[] {
  const boxes = boxesOf({ horizontal, vertical });
  return groupsOf(boxes.length, touching(boxes, NEAR)).map((group) => ({
    horizontal: group.flatMap((i) => horizontal[i] ?? []),
    vertical: group.flatMap((i) => vertical[i - horizontal.length] ?? []),
  }));
}

type Pair = readonly [number, number];

/** What is joined, directly or through others: indices, in the order of their first. */
function groupsOf(count: number, pairs: Iterable<Pair>): readonly (readonly number[])[] {
  const parent = Array.from({ length: count }, (_, i) => i);
  const rootOf = (i: number): number => {
    let at = i;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at;
      at = parent[at] ?? at;
    }
    return at;
  };
  for (const [a, b] of pairs) parent[rootOf(b)] = rootOf(a);
  return [...Map.groupBy(parent.keys(), rootOf).values()];
}

function buildLattice({ horizontal, vertical }: Rules): Lattice {
  // Lines that run past the outermost crossing lines enclose open cells: their ends count as edges too.
  const ends = (rules: readonly Rule[]): readonly number[] =>
    rules.length === 0 ? [] : [Math.min(...rules.map((r) => r.from)), Math.max(...rules.map((r) => r.to))];
  const xs = clusterEdges([...vertical.map((r) => r.at), ...ends(horizontal)], NEAR);
  const ys = clusterEdges([...horizontal.map((r) => r.at), ...ends(vertical)], NEAR);
  const isDense = (xs.length - 1) * (ys.length - 1) > MAX_PLACES;
  return parting({ xs, ys, regions: isDense ? null : findRegions(xs, ys, { horizontal, vertical }) });
}

/** Without the lines that part no cells: those under figures that are underlined. */
function parting({ xs, ys, regions }: Lattice): Lattice {
  if (!regions) return { xs, ys, regions };
  const rows = [...new Set(regions.flatMap(({ row, rowEnd }) => [row, rowEnd]))].sort((a, b) => a - b);
  return {
    xs,
    ys: rows.map((row) => ys[row] ?? 0),
    regions: regions.map((region) => ({
      ...region,
      row: rows.indexOf(region.row),
      rowEnd: rows.indexOf(region.rowEnd),
    })),
  };
}

/** Places that no line parts, each group a rectangle; null: one is none. */
function findRegions(
  xs: readonly number[],
  ys: readonly number[],
  { horizontal, vertical }: Rules,
): readonly Region[] | null {
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  const right = openSides(xs, ys, vertical); // by column, then by row
  const below = openSides(ys, xs, horizontal); // by row, then by column
  const pairs = Array.from({ length: rows * columns }, (_, place): readonly Pair[] => {
    const [row, column] = [Math.floor(place / columns), place % columns];
    return [
      ...(right[column]?.[row] ? [[place, place + 1] as const] : []),
      ...(below[row]?.[column] ? [[place, place + columns] as const] : []),
    ];
  });
  const atEnd = vertical.filter((rule) => Math.abs(rule.at - (xs.at(-1) ?? 0)) <= NEAR);
  const regions: Region[] = [];
  for (const places of groupsOf(rows * columns, pairs.flat())) {
    const inRow = places.map((place) => place % columns);
    const [row, rowEnd] = [Math.floor((places[0] ?? 0) / columns), Math.floor((places.at(-1) ?? 0) / columns) + 1];
    const [column, columnEnd] = [Math.min(...inRow), Math.max(...inRow) + 1];
    if ((rowEnd - row) * (columnEnd - column) !== places.length) return null;
    const isOpen = columnEnd === columns && !isWall(atEnd, ys[row] ?? 0, ys[rowEnd] ?? 0);
    regions.push({ row, rowEnd, column, columnEnd, isOpen });
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
