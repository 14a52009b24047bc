/** Ruled tables side by side, under « Police » and « Gendarmerie » on one line: each has its own part of that line as its caption. */
import { findLines, type Line, middleOf } from "./lines.ts";
import type { Lattice } from "./ruled.ts";
import type { Unit } from "./units.ts";

/** In points: tables side by side begin at one height. */
const LEVEL = 6;
/** In ems: a caption stands no further above its table. */
const NEAR = 3;

interface Placed {
  readonly lattice: Lattice;
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

/** By table, its part of the line; only of a line that has one for each of the tables, and nothing else. */
export function captionsBeside(
  lattices: readonly Lattice[],
  units: readonly Unit[],
): ReadonlyMap<Lattice, readonly Unit[]> {
  const placed = lattices
    .filter(({ regions }) => (regions?.length ?? 0) > 1)
    .map(
      (lattice): Placed => ({
        lattice,
        left: lattice.xs[0] ?? 0,
        right: lattice.xs.at(-1) ?? 0,
        top: lattice.ys[0] ?? 0,
      }),
    );
  const captions = new Map<Lattice, readonly Unit[]>();
  for (const first of placed) {
    if (captions.has(first.lattice)) continue;
    const group = placed.filter(({ top }) => Math.abs(top - first.top) <= LEVEL);
    if (group.length < 2) continue;
    const line = findLines(units.filter((unit) => middleOf(unit) < first.top)).at(-1);
    if (!line || first.top - line.baseline > NEAR * line.size) continue;
    const parts = group.map((table) => ({ table, own: partOver(table, line) }));
    const taken = parts.reduce((sum, { own }) => sum + own.length, 0);
    if (taken !== line.units.length || parts.some(({ own }) => own.length === 0)) continue;
    for (const { table, own } of parts) captions.set(table.lattice, own);
  }
  return captions;
}

const partOver = ({ left, right }: Placed, line: Line): readonly Unit[] =>
  line.units.filter((unit) => unit.x0 >= left - 2 && unit.x1 <= right + 2);
