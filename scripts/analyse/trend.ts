/** Method 7, second half: the trend over three years or more. */
import type { Trend } from "../model/analysis.ts";
import { chiSquareUpper, normalCdf, normalQuantile } from "./distributions.ts";
import { fitPoisson } from "./poisson-regression.ts";

/** Quarters needed: three years. */
export const TREND_QUARTERS = 12;
const LEVEL = 0.95;

/**
 * Yearly rate of change: Poisson regression of the quarterly count on time in years, with an effect for each quarter of the year; the
 * rate is exp(slope) − 1, its interval exp(slope ± 1.96 s) − 1 (Wald). R: glm(y ~ t + factor(q), family = poisson).
 * Where the Pearson χ² exceeds its 95 % quantile, the counts vary more than Poisson's and s is multiplied by √(χ² / freedom)
 * ("quasi-poisson", McCullagh and Nelder 1989, § 6.2.3).
 * A quarter of the year in which no fact was ever counted says nothing of the slope and is left out.
 * Null with fewer than 12 quarters known, or without a finite estimate.
 *
 * @param points the counts known, `time` in quarters (any origin), `season` 1 to 4.
 */
export function trendOf(
  points: readonly { readonly time: number; readonly season: number; readonly count: number }[],
): Trend | null {
  if (points.length < TREND_QUARTERS) return null;
  const seasons = [1, 2, 3, 4].filter((s) => points.some((p) => p.season === s && p.count > 0));
  const useful = points.filter((p) => seasons.includes(p.season));
  // time from the middle: the columns are then nearly orthogonal, and the fit exact to its last digits
  const origin = useful.reduce((total, p) => total + p.time, 0) / Math.max(useful.length, 1);
  const rows = useful.map((p) => [(p.time - origin) / 4, ...seasons.map((s) => (p.season === s ? 1 : 0))]);
  const fit = fitPoisson(
    rows,
    useful.map((p) => p.count),
  );
  const slope = fit?.coefficients[0];
  if (!fit || slope === undefined) return null;
  const dispersed = fit.pearson > chiSquareUpper(1 - LEVEL, fit.freedom);
  const error = (fit.errors[0] ?? 0) * (dispersed ? Math.sqrt(fit.pearson / fit.freedom) : 1);
  const reach = normalQuantile((1 + LEVEL) / 2) * error;
  return {
    yearly: Math.expm1(slope),
    low: Math.expm1(slope - reach),
    high: Math.expm1(slope + reach),
    p: 2 * normalCdf(-Math.abs(slope) / error),
    quarters: points.length,
    method: dispersed ? "quasi-poisson" : "poisson",
  };
}
