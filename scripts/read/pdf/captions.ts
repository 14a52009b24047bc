/** Ruled tables side by side, under « Police » and « Gendarmerie » on one line: each has its own part of that line as its caption. */
import { findLines, middleOf, type Unit } from "./lines.ts";
import type { Lattice } from "./ruled.ts";

/** In points: tables side by side begin at one height. */
const LEVEL = 6;
/** In ems: a caption stands no further above its table. */
const NEAR = 3;

/** By table, its part of the line; only of a line that has one for each of the tables, and nothing else. */
export function captionsBeside(
  lattices: readonly Lattice[],
  units: readonly Unit[],
): ReadonlyMap<Lattice, readonly Unit[]> {
  const tables = lattices.filter(({ regions }) => regions !== null);
  const captions = new Map<Lattice, readonly Unit[]>();
  for (const first of tables) {
    const top = topOf(first);
    const group = tables.filter((table) => Math.abs(topOf(table) - top) <= LEVEL);
    const line = findLines(units.filter((unit) => middleOf(unit) < top)).at(-1);
    if (group.length < 2 || !line || top - line.baseline > NEAR * line.size) continue;
    const parts = group.map(({ xs }) =>
      line.units.filter(({ x0, x1 }) => x0 >= (xs[0] ?? 0) - 2 && x1 <= (xs.at(-1) ?? 0) + 2),
    );
    if (parts.flat().length !== line.units.length || parts.some((own) => own.length === 0)) continue;
    for (const [i, table] of group.entries()) captions.set(table, parts[i] ?? []);
  }
  return captions;
}

const topOf = ({ ys }: Lattice): number => ys[0] ?? 0;
