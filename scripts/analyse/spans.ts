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

/** `from`: where the parts stand, in the order of the way. */
type DerivedSpan = Pick<KnownSpan, "value" | "from">;

/** A subtraction costs more than any number of additions, a step more than any age: a revision between two deliveries would hide in a difference. */
const COST = { subtraction: 1_000_000, step: 1_000, age: 1 } as const;
/** A way with more subtractions mixes too many deliveries to be trusted. */
const MOST_SUBTRACTIONS = 2;

/** The cheapest way found to one boundary; `span` is its last step. */
interface Way {
  readonly point: number;
  readonly cost: number;
  readonly value: number;
  readonly subtractions: number;
  readonly span: KnownSpan | null;
  readonly previous: Way | null;
}

/**
 * Makes the function that derives the count from `first` to `end`. The boundaries of months are the points of a graph and each known
 * span is a step, forwards with its count, backwards with minus its count: the second quarter is the way April → January (− first
 * quarter) → July (+ half-year). The way with the fewest subtractions is taken, then with the fewest steps, then of the latest
 * deliveries (Dijkstra). Null when there is no way, or when the result is negative: the deliveries then contradict each other.
 */
export function spanDeriver(known: readonly KnownSpan[]): (first: number, end: number) => DerivedSpan | null {
  const forwards = Map.groupBy(known, (span) => span.first);
  const backwards = Map.groupBy(known, (span) => span.end);
  return (first, end) => {
    const open = new Map<number, Way>();
    const closed = new Set<number>();
    let way: Way | undefined = { point: first, cost: 0, value: 0, subtractions: 0, span: null, previous: null };
    for (; way; way = cheapest(open)) {
      const here: Way = way;
      if (here.point === end) return here.value < 0 ? null : { value: here.value, from: partsOf(here) };
      open.delete(here.point);
      closed.add(here.point);
      const steps = [
        ...(forwards.get(here.point) ?? []).map((span) => step(here, span, 1)),
        ...(backwards.get(here.point) ?? []).map((span) => step(here, span, -1)),
      ];
      for (const next of steps) {
        const known = open.get(next.point)?.cost ?? Number.POSITIVE_INFINITY;
        if (!closed.has(next.point) && next.subtractions <= MOST_SUBTRACTIONS && next.cost < known)
          open.set(next.point, next);
      }
    }
    return null;
  };
}

/** One step more: over the span forwards (1), which adds its count, or backwards (-1), which takes it away. */
function step(way: Way, span: KnownSpan, sign: 1 | -1): Way {
  const isSubtraction = sign === -1;
  return {
    point: isSubtraction ? span.first : span.end,
    cost: way.cost + COST.step + COST.age * span.age + (isSubtraction ? COST.subtraction : 0),
    value: way.value + sign * span.value,
    subtractions: way.subtractions + (isSubtraction ? 1 : 0),
    span,
    previous: way,
  };
}

function cheapest(open: ReadonlyMap<number, Way>): Way | undefined {
  let best: Way | undefined;
  for (const way of open.values()) if (!best || way.cost < best.cost) best = way;
  return best;
}

function partsOf(way: Way): readonly Provenance[] {
  const parts: (readonly Provenance[])[] = [];
  for (let at: Way | null = way; at; at = at.previous) if (at.span) parts.push(at.span.from);
  return parts.reverse().flat();
}
