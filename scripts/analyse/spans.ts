/** Spans that are not printed, from those that are: half-year − quarter, year − cumulative, months summed … one mechanism. */
import type { Provenance } from "../model/observation.ts";

/** A count known over the months `first` to `end` (indices of model/period.ts; `end` excluded). */
export interface KnownSpan {
  readonly first: number;
  readonly end: number;
  readonly value: number;
  /** Deliveries since: 0 for the latest. */
  readonly age: number;
  readonly from: readonly Provenance[];
}

export interface DerivedSpan {
  readonly value: number;
  /** Where the parts stand, in the order of the way. */
  readonly from: readonly Provenance[];
}

/** A subtraction costs more than any number of additions, a step more than any age: a revision between two deliveries would hide in a difference. */
const COST = { subtraction: 1_000_000, step: 1_000, age: 1 } as const;
/** A way with more subtractions mixes too many deliveries to be trusted. */
const MOST_SUBTRACTIONS = 2;

interface Reached {
  readonly cost: number;
  readonly value: number;
  readonly subtractions: number;
  readonly from: readonly Provenance[];
}

/**
 * Derives the count from `first` to `end`. The boundaries of months are the points of a graph and each known span is a step, forwards
 * with its count, backwards with minus its count: the second quarter is the way April → January (− first quarter) → July
 * (+ half-year). The way with the fewest subtractions is taken, then with the fewest steps, then of the latest deliveries (Dijkstra).
 * Null when there is no way, or when the result is negative: the deliveries then contradict each other.
 */
export function deriveSpan(known: readonly KnownSpan[], first: number, end: number): DerivedSpan | null {
  const open = new Map<number, Reached>([[first, { cost: 0, value: 0, subtractions: 0, from: [] }]]);
  const closed = new Set<number>();
  for (;;) {
    const next = cheapest(open);
    if (!next) return null;
    const [point, way] = next;
    if (point === end) return way.value < 0 ? null : { value: way.value, from: way.from };
    open.delete(point);
    closed.add(point);
    for (const span of known) {
      const forwards = span.first === point;
      if (!forwards && span.end !== point) continue;
      const target = forwards ? span.end : span.first;
      const subtractions = way.subtractions + (forwards ? 0 : 1);
      if (closed.has(target) || subtractions > MOST_SUBTRACTIONS) continue;
      const cost = way.cost + (forwards ? 0 : COST.subtraction) + COST.step + COST.age * span.age;
      if (cost >= (open.get(target)?.cost ?? Number.POSITIVE_INFINITY)) continue;
      const value = way.value + (forwards ? span.value : -span.value);
      open.set(target, { cost, value, subtractions, from: [...way.from, ...span.from] });
    }
  }
}

function cheapest(open: ReadonlyMap<number, Reached>): [number, Reached] | undefined {
  let best: [number, Reached] | undefined;
  for (const entry of open) if (!best || entry[1].cost < best[1].cost) best = entry;
  return best;
}
