/** All the lines of a bulletin at once. */
import { centralP, tails } from "./count-test.ts";

/** The counts of one line: `before` over `exposure` spans, `after` over one. */
export interface Pair {
  readonly before: number;
  readonly after: number;
  readonly exposure: number;
}

/** Rounding must not put a line under its own p. */
const ROUNDING = 1e-9;

/**
 * The chance that a line shows p <= t when nothing has changed, knowing its total: the largest attainable lower tail that is at most
 * t / 2, and the same of the upper tail. A line too small to show anything costs nothing.
 * The tails are monotonic in the later count: each is found by halves.
 */
export function chanceToShow(t: number, { before, after, exposure }: Pair, phi: number): number {
  if (t >= 1) return 1;
  const total = before + after;
  const most = (t * (1 + ROUNDING)) / 2;
  const at = (y: number) => tails({ count: total - y, exposure }, { count: y, exposure: 1 }, phi);
  // lower grows with y: the last y whose tail is small enough; upper falls: the first one
  const last = lastWhere(total, (y) => at(y).lower <= most);
  const first = total - lastWhere(total, (back) => at(total - back).upper <= most);
  const lower = last < 0 ? 0 : at(last).lower;
  const upper = first > total ? 0 : at(first).upper;
  return Math.min(1, lower + upper);
}

/** The last of 0 … n where a condition holds that is true at first, then false; −1 when it never is. */
function lastWhere(n: number, holds: (i: number) => boolean): number {
  let [holding, failing] = [-1, n + 1];
  while (failing - holding > 1) {
    const middle = (holding + failing) >> 1;
    if (holds(middle)) holding = middle;
    else failing = middle;
  }
  return holding;
}

/**
 * Adjusted p of each line, in the order given: p sorted, a₍ᵢ₎ = max(a₍ᵢ₋₁₎, p₍ᵢ₎, Σ over j >= i of chanceToShow(p₍ᵢ₎, line j)), at most 1. The
 * chance that any line of a bulletin in which nothing has changed has an adjusted p <= α is at most α (step-down of Holm 1979, with the
 * discreteness of Tarone 1990).
 */
export function stepDown(pairs: readonly Pair[], phi: number): readonly number[] {
  const tested = pairs.map((pair, index) => ({ pair, index, p: pOf(pair, phi) })).sort((a, b) => a.p - b.p);
  const adjusted = new Array<number>(pairs.length).fill(1);
  let least = 0;
  tested.forEach(({ index, p }, i) => {
    if (least < 1) {
      let sum = 0;
      for (let j = i; j < tested.length && sum < 1; j++) {
        const other = tested[j];
        if (other) sum += chanceToShow(p, other.pair, phi);
      }
      least = Math.max(least, p, Math.min(1, sum));
    }
    adjusted[index] = least;
  });
  return adjusted;
}

export const pOf = ({ before, after, exposure }: Pair, phi: number): number =>
  centralP({ count: before, exposure }, { count: after, exposure: 1 }, phi);
