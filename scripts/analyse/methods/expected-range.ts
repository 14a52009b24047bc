/** What a quarter could be expected to be, from the same quarter of the earlier years. */

import type { ExpectedRange } from "../../model/analysis.ts";
import { remember } from "../../model/remember.ts";
import { chiSquareUpper, negativeBinomialQuantile } from "./distributions.ts";

/** Earlier years that the range rests on. */
const RANGE_YEARS = { least: 3, most: 5 } as const;
/** Level of the prediction interval. */
const LEVEL = 0.95;
/** As `limit54` of R's surveillance::algo.farrington: no alarm under 5 facts in the last 4 quarters. */
const GUARD = { facts: 5, quarters: 4 } as const;
/** Over-dispersion is believed when the Pearson χ² of the earlier quarters exceeds this quantile. */
const DISPERSION_LEVEL = 0.05;

/** Counts of a series, one a quarter, oldest first; null: not known. */
type Counts = readonly (number | null)[];

/**
 * Prediction interval for the quarter at `index`, both ends included, from the quarters at `origin` (the first since a break in
 * series) and after; null with fewer than 3 earlier years, or too few facts.
 *
 * The count to come is negative binomial of mean m = (S + ½)/k and variance φ m (1 + 1/k), S being the sum of the same quarter of
 * k earlier years: φ m for the quarter itself, φ m / k for what is not known of its mean. With φ = 1 this is exactly the
 * predictive distribution of a Poisson count under Jeffreys' prior, NB(S + ½, k/(k + 1)) (Krishnamoorthy and Peng 2011). The ends are its
 * 2.5 % and 97.5 % quantiles.
 * φ: the Pearson χ² of all quarters of the last five years around the mean of their season, by its degrees of freedom, where it
 * exceeds its 95 % quantile ("negative-binomial"); else 1 ("poisson").
 * Guard: a count is no alarm while it makes fewer than 5 facts with the last three quarters. Where that alone would widen the range (0 or 1
 * homicide a year: "0 to 4"), the facts are too few for a range, and there is none.
 *
 * @returns indices of the earlier quarters it rests on, oldest first.
 */
export function expectedRange(
  counts: Counts,
  origin: number,
  index: number,
): (Omit<ExpectedRange, "basis"> & { readonly basis: readonly number[] }) | null {
  const basis = sameQuarters(counts, origin, index);
  if (basis.length < RANGE_YEARS.least) return null;
  const dispersion = overDispersion(counts, origin, index);
  const { low, high } = interval(sum(counts, basis), basis.length, dispersion ?? 1);
  if (high < GUARD.facts - 1 - recent(counts, origin, index)) return null;
  return {
    low,
    high,
    method: dispersion === null ? "poisson" : "negative-binomial",
    basis,
  };
}

const interval = remember((facts: number, years: number, dispersion: number) => {
  const mean = (facts + 0.5) / years;
  const size = mean ** 2 / (dispersion * mean * (1 + 1 / years) - mean);
  const low = negativeBinomialQuantile((1 - LEVEL) / 2, mean, size);
  const high = negativeBinomialQuantile((1 + LEVEL) / 2, mean, size);
  return { low, high };
});

/** Indices of the same quarter of the last five years, where its count is known; oldest first. */
function sameQuarters(counts: Counts, origin: number, index: number): readonly number[] {
  const found: number[] = [];
  for (let years = RANGE_YEARS.most; years >= 1; years--) {
    const i = index - 4 * years;
    if (i >= origin && counts[i] !== null) found.push(i);
  }
  return found;
}

/** What χ² exceeds by chance in 5 % of cases, for the few degrees of freedom that occur: 4 quarters × 4 years at most. */
const CRITICAL = Array.from({ length: 4 * (RANGE_YEARS.most - 1) + 1 }, (_, freedom) =>
  freedom === 0 ? 0 : chiSquareUpper(DISPERSION_LEVEL, freedom),
);

/** Pearson χ² by its degrees of freedom where it shows over-dispersion; else null. Run for every quarter: no list is made. */
function overDispersion(counts: Counts, origin: number, index: number): number | null {
  let chiSquare = 0;
  let freedom = 0;
  for (let end = index; end > index - 4; end--) {
    let [known, facts, squares] = [0, 0, 0];
    for (let i = end - 4; i >= Math.max(origin, end - 4 * RANGE_YEARS.most); i -= 4) {
      const count = counts[i] ?? null;
      if (count === null) continue;
      known++;
      facts += count;
      squares += count * count;
    }
    if (facts === 0) continue; // one count alone adds nothing either
    // Σ (y − m)² / m with m = facts / known
    chiSquare += (squares * known) / facts - facts;
    freedom += known - 1;
  }
  return chiSquare <= (CRITICAL[freedom] ?? 0) ? null : chiSquare / freedom;
}

/** Facts known in the three quarters before `index`: one that is not known adds none, which only makes the guard more careful. */
function recent(counts: Counts, origin: number, index: number): number {
  let facts = 0;
  for (let i = Math.max(origin, index - GUARD.quarters + 1); i < index; i++) facts += counts[i] ?? 0;
  return facts;
}

const sum = (counts: Counts, indices: readonly number[]): number =>
  indices.reduce((total, i) => total + (counts[i] ?? 0), 0);
