/** The trend over three years or more. */
import type { Trend } from "../../model/analysis.ts";
import { chiSquareUpper, normalCdf, normalQuantile } from "./distributions.ts";

/** Quarters needed: three years. */
const TREND_QUARTERS = 12;
const LEVEL = 0.95;
const MOST_STEPS = 100;
/** Of the slope, which is of the order of 0.1. */
const TOLERANCE = 1e-12;

/** One quarter known: `time` in years from any origin, `season` its number in the year. */
export interface TrendPoint {
  readonly time: number;
  readonly season: number;
  readonly count: number;
}

/**
 * Yearly rate of change: Poisson regression of the quarterly count on time in years, with an effect for each quarter of the year; the
 * rate is exp(slope) − 1, its interval exp(slope ± 1.96 s) − 1 (Wald). R: glm(y ~ t + factor(q), family = poisson).
 * Counts that vary more than Poisson's ("quasi-poisson"; McCullagh and Nelder 1989, § 6.2.3): s is multiplied by √φ, φ being the greater of the
 * bulletin's (dispersion.ts: one line alone is too short to show it) and the line's own χ² / freedom where χ² exceeds its 95 % quantile.
 * Null with fewer than 12 quarters known, or without a finite estimate (no fact, or all of them at one end).
 */
export function trendOf(points: readonly TrendPoint[], phi: number): Omit<Trend, "told"> | null {
  if (points.length < TREND_QUARTERS) return null;
  // from the middle of the series: the slope is the same, and keeps its digits whatever the origin of time
  const middle = points.reduce((sum, p) => sum + p.time, 0) / points.length;
  const fit = fitSlope(points.map((p) => ({ ...p, time: p.time - middle })));
  if (!fit) return null;
  const isDispersed = fit.freedom > 0 && fit.pearson > chiSquareUpper(1 - LEVEL, fit.freedom);
  const dispersion = Math.max(phi, isDispersed ? fit.pearson / fit.freedom : 1);
  const error = fit.error * Math.sqrt(dispersion);
  const reach = normalQuantile((1 + LEVEL) / 2) * error;
  return {
    yearly: Math.expm1(fit.slope),
    low: Math.expm1(fit.slope - reach),
    high: Math.expm1(fit.slope + reach),
    p: 2 * normalCdf(-Math.abs(fit.slope) / error),
    quarters: points.length,
    method: dispersion > 1 ? "quasi-poisson" : "poisson",
  };
}

/**
 * Maximum likelihood of the slope b. Given the total N of its season, each count is multinomial with shares proportional to
 * exp(b t): the season effects drop out and one unknown is left, with the same estimate and the same error as in the full model
 * (Lancaster 2002, "Orthogonal parameters and panel data"). Newton's steps on Σ t y − Σ N mean(t), whose derivative is −Σ N variance(t).
 * A season without facts says nothing of b.
 */
function fitSlope(
  points: readonly TrendPoint[],
): { readonly slope: number; readonly error: number; readonly pearson: number; readonly freedom: number } | null {
  const seasons = [...Map.groupBy(points, (p) => p.season).values()].filter((season) => total(season) > 0);
  const observed = seasons.flat().reduce((sum, p) => sum + p.time * p.count, 0);
  // all facts in the first or in the last year of their season: the likelihood grows without end
  if (allAt(seasons, Math.min) || allAt(seasons, Math.max)) return null;
  let slope = 0;
  for (let step = 0; step < MOST_STEPS; step++) {
    const fitted = seasons.map((season) => moments(season, slope));
    const information = fitted.reduce((sum, f) => sum + f.variance, 0);
    const move = (observed - fitted.reduce((sum, f) => sum + f.mean, 0)) / information;
    if (Math.abs(move) <= TOLERANCE)
      return {
        slope,
        error: 1 / Math.sqrt(information),
        pearson: fitted.reduce((sum, f) => sum + f.pearson, 0),
        freedom: seasons.flat().length - seasons.length - 1,
      };
    slope += Math.max(-1, Math.min(1, move));
  }
  return null;
}

const allAt = (seasons: readonly (readonly TrendPoint[])[], end: (...times: number[]) => number): boolean =>
  seasons.every((season) => {
    const time = end(...season.map((p) => p.time));
    return season.every((p) => p.count === 0 || p.time === time);
  });

/** Of one season with slope b: N mean(t), N variance(t), and Σ (y − μ)² / μ. */
function moments(season: readonly TrendPoint[], slope: number): { mean: number; variance: number; pearson: number } {
  const facts = total(season);
  const growth = season.map((p) => Math.exp(slope * p.time));
  const whole = growth.reduce((sum, g) => sum + g, 0);
  const expected = growth.map((g) => (facts * g) / whole);
  const mean = season.reduce((sum, p, i) => sum + p.time * (expected[i] ?? 0), 0);
  const centre = mean / facts;
  return {
    mean,
    variance: season.reduce((sum, p, i) => sum + (p.time - centre) ** 2 * (expected[i] ?? 0), 0),
    pearson: season.reduce((sum, p, i) => sum + (p.count - (expected[i] ?? 0)) ** 2 / (expected[i] ?? 1), 0),
  };
}

const total = (season: readonly TrendPoint[]): number => season.reduce((sum, p) => sum + p.count, 0);
