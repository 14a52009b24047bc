/** What the test can see, so that readers know what it cannot. */
import { chanceToShow, type Pair, pOf } from "./step-down.ts";

/** Levels of the table on the method page, in facts a quarter. */
export const POWER_LEVELS = [0, 1, 2, 5, 10, 20, 50] as const;

/**
 * Smallest later count at which one more line of a bulletin would be announced as a rise: its adjusted p, the other lines being as they
 * are, falls under `level`.
 * smallestRise(10, { exposure: 1, phi: 1, others: [], level: 0.05 }) => 23
 *
 * @param before facts in each of the `exposure` earlier spans, which are pooled.
 * @param others the other lines of the bulletin.
 */
export function smallestRise(
  before: number,
  {
    exposure,
    phi,
    others,
    level,
  }: { readonly exposure: number; readonly phi: number; readonly others: readonly Pair[]; readonly level: number },
): number {
  for (let after = before + 1; ; after++) {
    const own: Pair = { before: before * exposure, after, exposure };
    const p = pOf(own, phi);
    if (p < level && chanceOfAny(p, [own, ...others], phi, level) < level) return after;
  }
}

/** The sum of the chances, as far as it is under the level. */
function chanceOfAny(p: number, pairs: readonly Pair[], phi: number, level: number): number {
  let sum = 0;
  for (const pair of pairs) {
    sum += chanceToShow(p, pair, phi);
    if (sum >= level) break;
  }
  return sum;
}
