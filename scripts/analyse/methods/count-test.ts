/** Are two counts different? One method for the p and for the interval, so that they never disagree. */
import { betaCdf, betaQuantile } from "./distributions.ts";

/** Facts counted, and over how much: spans, or inhabitants × years. */
export interface Counted {
  readonly count: number;
  readonly exposure: number;
}

export interface CountTest {
  /** Central p, at most 1, unrounded. */
  readonly p: number;
  /** Interval of the rate after / before; `high` null: unbounded (nothing counted before). */
  readonly ratio: { readonly low: number; readonly high: number | null };
}

/** Of the interval of the rates. */
const LEVEL = 0.95;

/**
 * Compares two counts, of rates λ₀ (before, exposure e₀) and λ₁ (after, e₁), when facts come in series: φ facts are counted for one, φ being
 * how many times more the counts vary than independent facts would (dispersion.ts).
 * φ = 1: given their total, the later count is binomial of share e₁ / (e₀ + e₁) when the rates are equal (Przyborowski and Wilenski
 * 1940), and the tails of a binomial are those of a beta distribution; with φ its two parameters are divided by φ.
 * p: twice the smaller tail, at most 1 ("central"). Interval: Clopper and Pearson's for the share, turned into λ₁ / λ₀ by
 * share / (1 − share) × e₀ / e₁. R, φ = 1: exactci::poisson.exact(tsmethod = "central").
 *
 * Checked on known values: 16 → 25 over equal spans gives p = 0.2110235976; with φ = 1.5, 0.3390870763.
 *
 * @param before, after whole counts, 0 or more; exposures above 0, in one unit. @param phi 1 or more.
 * @throws RangeError when a count is no whole number or an exposure is not above 0: a bug of the caller.
 */
export function compareCounts(before: Counted, after: Counted, phi: number): CountTest {
  const p = centralP(before, after, phi);
  if (before.count + after.count === 0) return { p, ratio: { low: 0, high: null } };
  const alpha = (1 - LEVEL) / 2;
  const scale = before.exposure / after.exposure;
  const [x, y] = [before.count / phi, after.count / phi];
  const low = y === 0 ? 0 : odds(betaQuantile(alpha, y, x + 1)) * scale;
  // 1 − quantile(1 − α, a, b) = quantile(α, b, a): the odds keep their digits when the share is close to 1
  const share = x === 0 ? 0 : betaQuantile(alpha, x, y + 1);
  return { p, ratio: { low, high: share === 0 ? null : scale / odds(share) } };
}

/** The p of compareCounts alone. */
export function centralP(before: Counted, after: Counted, phi: number): number {
  const { lower, upper } = tails(before, after, phi);
  return Math.min(1, 2 * lower, 2 * upper);
}

/** The chance of a later count as small, and of one as large, when the rates are equal; both are 1 when nothing was counted. */
export function tails(
  before: Counted,
  after: Counted,
  phi: number,
): { readonly lower: number; readonly upper: number } {
  for (const { count, exposure } of [before, after])
    if (!(Number.isInteger(count) && count >= 0 && exposure > 0))
      throw new RangeError(`not a count over an exposure: ${count} over ${exposure}`);
  const share = after.exposure / (before.exposure + after.exposure);
  const [x, y] = [before.count / phi, after.count / phi];
  return {
    lower: x === 0 ? 1 : betaCdf(1 - share, x, y + 1), // the other tail, computed by itself: 1 − … would lose its digits
    upper: y === 0 ? 1 : betaCdf(share, y, x + 1),
  };
}

const odds = (share: number): number => share / (1 - share);

/** Smallest p that any split of a total could give, exposures k : 1, k >= 1: all of it after. 8 facts, 1 : 1 => 2 × 2⁻⁸ */
export const smallestP = (total: number, k: number, phi: number): number =>
  centralP({ count: 0, exposure: k }, { count: total, exposure: 1 }, phi);
