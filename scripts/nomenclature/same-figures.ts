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

/** Are all the figures of the one those of the other, and hardly by chance? */
export function isCopy(one: readonly Observation[], other: readonly Observation[]): boolean {
  const known = valuesOf(other);
  let chance = 1;
  for (const [line, value] of valuesOf(one)) {
    if (known.get(line) !== value) return false;
    chance *= chanceOf(value);
  }
  return chance < RARE;
}
