/** Horizontal and vertical rules of a page -> lattices: the cells that the drawn lines enclose. */
import { clusterEdges } from "../document/tables.ts";
import type { Rule } from "./drawn/marks.ts";
import { findRegions, NEAR, type Region } from "./regions.ts";

export interface Lattice {
  /** Column lines and row lines, in points. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Every place belongs to exactly one region; null when the lines enclose shapes that are not rectangles. */
  readonly regions: readonly Region[] | null;
}

/** Places of one lattice: 60 columns by 800 rows. A page has no room for more cells; a hatching has. */
const MAX_PLACES = 48_000;

/** Lines that touch make one lattice; from top to bottom. */
export function findLattices(horizontal: readonly Rule[], vertical: readonly Rule[]): readonly Lattice[] {
  return groupTouching(horizontal, vertical)
    .filter((group) => group.horizontal.length >= 2)
    .map(buildLattice)
    .filter((lattice) => lattice.xs.length >= 2 && lattice.ys.length >= 2)
    .sort((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0));
}

interface Group {
  readonly horizontal: readonly Rule[];
  readonly vertical: readonly Rule[];
}

function groupTouching(horizontal: readonly Rule[], vertical: readonly Rule[]): readonly Group[] {
  const all = [...horizontal.map((rule) => ({ rule, flat: true })), ...vertical.map((rule) => ({ rule, flat: false }))];
  const parent = all.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at;
      at = parent[at] ?? at;
    }
    return at;
  };
  // From top to bottom: no rule that begins below the end of one touches it, nor do those after it.
  const topOf = ({ rule, flat }: Oriented): number => (flat ? rule.at : rule.from);
  const byTop = all.map((rule, i) => ({ rule, i, top: topOf(rule) })).sort((a, b) => a.top - b.top);
  for (const [n, a] of byTop.entries()) {
    const end = (a.rule.flat ? a.rule.rule.at : a.rule.rule.to) + NEAR;
    for (let m = n + 1; m < byTop.length; m++) {
      const b = byTop[m];
      if (!b || b.top > end) break;
      if (touch(a.rule, b.rule)) parent[root(b.i)] = root(a.i);
    }
  }
  const groups = new Map<number, { horizontal: Rule[]; vertical: Rule[] }>();
  for (const [i, { rule, flat }] of all.entries()) {
    const group = groups.get(root(i)) ?? { horizontal: [], vertical: [] };
    (flat ? group.horizontal : group.vertical).push(rule);
    groups.set(root(i), group);
  }
  return [...groups.values()];
}

interface Oriented {
  readonly rule: Rule;
  readonly flat: boolean;
}
function touch(a: Oriented, b: Oriented): boolean {
  if (a.flat === b.flat)
    return (
      Math.abs(a.rule.at - b.rule.at) <= NEAR && a.rule.from <= b.rule.to + NEAR && b.rule.from <= a.rule.to + NEAR
    );
  return (
    a.rule.at >= b.rule.from - NEAR &&
    a.rule.at <= b.rule.to + NEAR &&
    b.rule.at >= a.rule.from - NEAR &&
    b.rule.at <= a.rule.to + NEAR
  );
}

function buildLattice({ horizontal, vertical }: Group): Lattice {
  // Lines that run past the outermost crossing lines enclose open cells: their ends count as edges too.
  const ends = (rules: readonly Rule[]): readonly number[] =>
    rules.length === 0 ? [] : [Math.min(...rules.map((r) => r.from)), Math.max(...rules.map((r) => r.to))];
  const xs = clusterEdges([...vertical.map((r) => r.at), ...ends(horizontal)], NEAR);
  const ys = clusterEdges([...horizontal.map((r) => r.at), ...ends(vertical)], NEAR);
  const isDense = (xs.length - 1) * (ys.length - 1) > MAX_PLACES;
  return parting({ xs, ys, regions: isDense ? null : findRegions(xs, ys, horizontal, vertical) });
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
