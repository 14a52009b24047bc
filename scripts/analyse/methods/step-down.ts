/** All the lines of a bulletin at once. */
import { centralP, lowerTail, type Pair, upperTail } from "./count-test.ts";

/** Rounding must not put a line under its own p. */
const ROUNDING = 1e-9;

/**
 * The chance that a line shows p <= t when nothing has changed, knowing its total: the largest attainable lower tail that is at most
 * t / 2, and the same of the upper tail. A line too small to show anything costs nothing.
 * The tails are monotonic in the later count: each is found by halves.
 */
export function chanceToShow(t: number, { before, after, exposure, phi }: Pair): number {
  if (t >= 1) return 1;
  const total = before + after;
  const most = (t * (1 + ROUNDING)) / 2;
  const split = (y: number): Pair => ({ before: total - y, after: y, exposure, phi });
  // lower grows with y: the last y whose tail is small enough; upper falls: the first one
  const last = lastWhere(total, (y) => lowerTail(split(y)) <= most);
  const first = total - lastWhere(total, (back) => upperTail(split(total - back)) <= most);
  const lower = last < 0 ? 0 : lowerTail(split(last));
  const upper = first > total ? 0 : upperTail(split(first));
  return Math.min(1, lower + upper);
}

/** The last of 0 … n where a condition holds that is true at first, then false; −1 when it never is. */
export function lastWhere(n: number, holds: (i: number) => boolean): number {
  let [holding, failing] = [-1, n + 1];
  while (failing - holding > 1) {
    const middle = (holding + failing) >> 1;
    if (holds(middle)) holding = middle;
    else failing = middle;
  }
  return holding;
}

/** The chance that any of the lines shows p <= t, as far as it is under 1. */
function chanceOfAny(t: number, pairs: readonly Pair[]): number {
  let sum = 0;
  for (const pair of pairs) {
    sum += chanceToShow(t, pair);
    if (sum >= 1) return 1;
  }
  return sum;
}

/**
 * Adjusted p of each line, in the order given: p sorted, a₍ᵢ₎ = max(a₍ᵢ₋₁₎, p₍ᵢ₎, Σ over j >= i of chanceToShow(p₍ᵢ₎, line j)), at most 1. The
 * chance that any line of a bulletin in which nothing has changed has an adjusted p <= α is at most α (step-down of Holm 1979, with the
 * discreteness of Tarone 1990).
 */
export function stepDown(pairs: readonly Pair[]): readonly number[] {
  const tested = pairs.map((pair, index) => ({ pair, index, p: centralP(pair) })).sort((a, b) => a.p - b.p);
  const ordered = tested.map(({ pair }) => pair);
  const adjusted = new Array<number>(pairs.length).fill(1);
  let least = 0;
  tested.forEach(({ index, p }, i) => {
    if (least < 1) least = Math.max(least, p, chanceOfAny(p, ordered.slice(i)));
    adjusted[index] = least;
  });
  return adjusted;
}

/** Halves of the way between two p: the ends of a range are whole numbers, far fewer would do. */
const HALVINGS = 12;
/** Under it, no line that a bulletin can hold has its p. */
const LEAST_P = 1e-15;

/**
 * The p under which one more line would be announced, the others being as they are: the largest t at which the lines that are not
 * announced have together less than `level` of a chance to show it. A line is announced if, and only if, its own p is at most t.
 *
 * @param adjusted of `pairs`, by stepDown.
 */
export function thresholdOf(pairs: readonly Pair[], adjusted: readonly number[], level: number): number {
  const isAnnounced = (_: Pair, i: number): boolean => (adjusted[i] ?? 1) < level;
  const rest = pairs.filter((pair, i) => !isAnnounced(pair, i));
  let low = Math.max(LEAST_P, ...pairs.filter(isAnnounced).map(centralP));
  let high = Math.min(level, ...rest.map(centralP));
  for (let i = 0; i < HALVINGS && low < high; i++) {
    const middle = Math.sqrt(low * high);
    if (chanceOfAny(middle, rest) < level) low = middle;
    else high = middle;
  }
  return low;
}
