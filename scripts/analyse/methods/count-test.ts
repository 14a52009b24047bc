/** Are two counts different? One method for the p and for the interval, so that they never disagree. */
import type { Comparison } from "../../model/analysis.ts";
import { betaCdf, betaQuantile } from "./distributions.ts";

/** The counts of one line: `before` over `exposure` spans, `after` over one; `phi` facts are counted for one, 1 or more. */
export interface Pair {
  readonly before: number;
  readonly after: number;
  readonly exposure: number;
  readonly phi: number;
}

/** What an interval leaves out, both ends together. */
const ALPHA = 0.05;

/**
 * The p of two counts, of rates λ₀ (before, exposure e₀) and λ₁ (after, e₁ = 1), when facts come in series: φ facts are counted for one, φ being
 * how many times more the counts vary than independent facts would (dispersion.ts).
 * φ = 1: given their total, the later count is binomial of share e₁ / (e₀ + e₁) when the rates are equal (Przyborowski and Wilenski
 * 1940), and the tails of a binomial are those of a beta distribution; with φ its two parameters are divided by φ.
 * p: twice the smaller tail, at most 1 ("central"). R, φ = 1: exactci::poisson.exact(tsmethod = "central").
 *
 * Checked on known values: 16 → 25 over equal spans gives p = 0.2110235976; with φ = 1.5, 0.3390870763.
 *
 * @param pair whole counts, 0 or more; an exposure above 0.
 * @throws RangeError when a count is no whole number or an exposure is not above 0: a bug of the caller.
 */
export const centralP = (pair: Pair): number => Math.min(1, 2 * lowerTail(pair), 2 * upperTail(pair));

/**
 * Interval of λ₁ / λ₀ by the method of centralP, so that p and interval never disagree: Clopper and Pearson's for the share, turned into
 * a ratio by share / (1 − share) × e₀ / e₁. R, φ = 1 and `announced` 1: exactci::poisson.exact(tsmethod = "central").
 *
 * @param announced share of the lines judged together that are announced, this one among them; 1 when it was not chosen. An interval that is shown
 * because its line was chosen is widened to the level 1 − 0.05 × share (Benjamini and Yekutieli 2005, selected intervals).
 */
export function ratioOf({ before, after, exposure, phi }: Pair, announced = 1): NonNullable<Comparison["ratio"]> {
  if (before + after === 0) return { low: 0, high: null };
  const alpha = (ALPHA * announced) / 2;
  const [x, y] = [before / phi, after / phi];
  const low = y === 0 ? 0 : odds(betaQuantile(alpha, y, x + 1)) * exposure;
  // 1 − quantile(1 − α, a, b) = quantile(α, b, a): the odds keep their digits when the share is close to 1
  const share = x === 0 ? 0 : betaQuantile(alpha, x, y + 1);
  return { low, high: share === 0 ? null : exposure / odds(share) };
}

/** The chance of a later count as small when the rates are equal; 1 when nothing was counted before. */
export function lowerTail(pair: Pair): number {
  const { x, y, share } = factsOf(pair);
  return x === 0 ? 1 : betaCdf(1 - share, x, y + 1); // the other tail, computed by itself: 1 − … would lose its digits
}

/** The chance of a later count as large when the rates are equal; 1 when nothing is counted after. */
export function upperTail(pair: Pair): number {
  const { x, y, share } = factsOf(pair);
  return y === 0 ? 1 : betaCdf(share, y, x + 1);
}

/** What counts as facts before and after, and the share of the exposure that is after. */
function factsOf({ before, after, exposure, phi }: Pair) {
  if (![before, after].every((count) => Number.isInteger(count) && count >= 0) || !(exposure > 0))
    throw new RangeError(`not counts over an exposure: ${before} over ${exposure}, then ${after}`);
  return { x: before / phi, y: after / phi, share: 1 / (exposure + 1) };
}

const odds = (share: number): number => share / (1 - share);
