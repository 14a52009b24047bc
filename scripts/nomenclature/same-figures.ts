/** Two columns of figures that are the same line by line: by chance, or one copied from the other. */
import { isCount, type Observation } from "../model/observation.ts";
import { lineKey } from "./line.ts";

/** Honest counts of a quiet town repeat: a copy is spoken of where less than one pair of quarters in a hundred would. */
const RARE = 0.01;

/** Of a count whose mean is itself, the chance to come out again: none is certain, 1 two times in five, 10 one time in eight. */
const chanceOf = (count: number): number => {
  let chance = Math.exp(-count);
  for (let k = 1; k <= count; k++) chance *= count / k;
  return chance;
};

const valuesOf = (column: readonly Observation[]): ReadonlyMap<string, number> =>
  new Map(column.filter(isCount).map((o) => [lineKey(o), o.value]));

/**
 * How many lines of the one have the figure of the other, where that is hardly by chance; 0: it may be chance. A third of them at most may
 * have been typed anew: among 20 000 pairs of honest quarters of nine lines, of towns of 5 to 3 000 facts, five at most were taken for a
 * copy (counts drawn around their means).
 */
export function copiedLines(one: readonly Observation[], other: readonly Observation[]): number {
  const [own, known] = [valuesOf(one), valuesOf(other)];
  const same = [...own].flatMap(([line, value]) => (known.get(line) === value ? [value] : []));
  const anew = own.size - same.length;
  if (anew * 3 > own.size) return 0;
  const chance = same.reduce((product, value) => product * chanceOf(value), waysToPick(anew, own.size));
  return chance < RARE ? same.length : 0;
}

/** Two of nine lines, whichever they are: 36. */
function waysToPick(some: number, all: number): number {
  let ways = 1;
  for (let k = 0; k < some; k++) ways *= (all - k) / (k + 1);
  return ways;
}

/** Are all the figures of the one those of the other, and hardly by chance? */
export function isCopy(one: readonly Observation[], other: readonly Observation[]): boolean {
  const same = copiedLines(one, other);
  return same > 0 && same === valuesOf(one).size;
}
