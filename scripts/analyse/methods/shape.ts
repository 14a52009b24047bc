/** What a series shows over three years or more: a course, or one change of level. */
import type { Shape } from "../../model/analysis.ts";
import { type Period, quarterNumber } from "../../model/period.ts";
import { chiSquareUpper, normalCdf, normalQuantile } from "./distributions.ts";

/** Quarters needed: three years. */
const LEAST_QUARTERS = 12;
/** Quarters on either side of a change of level: a year. */
const LEAST_SIDE = 4;
const LEVEL = 0.95;
/**
 * By how much log-likelihood (over φ) a trend must fit better than the best step to be told in its place: it says more, for it seems to go on.
 * Simulated, 7 then 14 facts a quarter and the reverse, two years before the end of four, five and seven years, φ 1, 1.6 and 2 (1 500 each): of the
 * steps told, at most 17 % are called a trend at 1, 10 % at 1.5, 9 % at 2; of trends of 30 % a year from 14 facts, over five years, 8 to 37 % are
 * called a step at 1, 11 to 45 % at 1.5, 15 to 54 % at 2; over seven years 0 to 3 %.
 */
const TREND_LEAD = 1.5;

/** One quarter known: `time` in quarters from any origin. */
interface KnownQuarter {
  readonly period: Period;
  readonly time: number;
  readonly count: number;
}

interface Course extends Slope {
  readonly kind: Shape["kind"];
  readonly since: Period;
  readonly p: number;
}

/**
 * Both are fitted by the same regression (slopeOf): on time in years, and on before / after each quarter that leaves a year on either side.
 * The step that fits best is told, or the trend where it fits better by TREND_LEAD. p: Bonferroni, half of the error for the trend, half for all the steps together.
 * Null with fewer than 12 quarters known, or without a finite estimate.
 */
export function shapeOf(quarters: readonly KnownQuarter[], phi: number): Omit<Shape, "told"> | null {
  const [first] = quarters;
  if (!first || quarters.length < LEAST_QUARTERS) return null;
  const course = (kind: Shape["kind"], since: Period, x: (q: KnownQuarter) => number, tried: number): Course[] => {
    const slope = slopeOf(
      quarters.map((q) => ({ x: x(q), season: quarterNumber(q.period), count: q.count })),
      phi,
    );
    return slope ? [{ kind, since, ...slope, p: Math.min(1, 2 * tried * waldP(slope)) }] : [];
  };
  // from the middle of the series: the slope is the same, and keeps its digits whatever the origin of time
  const middle = quarters.reduce((sum, { time }) => sum + time, 0) / quarters.length;
  const starts = quarters.slice(LEAST_SIDE, 1 - LEAST_SIDE);
  const [trend] = course("trend", first.period, ({ time }) => (time - middle) / 4, 1);
  const [step] = starts
    .flatMap((start) => course("step", start.period, ({ time }) => (time < start.time ? 0 : 1), starts.length))
    .sort((a, b) => b.fit - a.fit);
  const best = trend && step ? (trend.fit > step.fit + TREND_LEAD ? trend : step) : (trend ?? step);
  if (!best) return null;
  const reach = normalQuantile((1 + LEVEL) / 2) * best.error;
  return {
    kind: best.kind,
    since: best.since,
    change: Math.expm1(best.slope),
    low: Math.expm1(best.slope - reach),
    high: Math.expm1(best.slope + reach),
    p: best.p,
    quarters: quarters.length,
  };
}

const waldP = ({ slope, error }: Slope): number => 2 * normalCdf(-Math.abs(slope) / error);

const MOST_STEPS = 100;
/** Of the slope, which is of the order of 0.1. */
const TOLERANCE = 1e-12;
/** A line varies more than Poisson's where its Pearson χ² exceeds this quantile. */
const DISPERSION_LEVEL = 0.05;

/** One quarter known: `x` what it may move with, `season` its number in the year. */
interface Point {
  readonly x: number;
  readonly season: number;
  readonly count: number;
}

interface Slope {
  /** Of the logarithm of the count, for one more of x. */
  readonly slope: number;
  /** Standard error, facts counted φ for one. */
  readonly error: number;
  /** Log-likelihood by φ, but for what is the same of any x. */
  readonly fit: number;
}

/**
 * Poisson regression of the quarterly count on x with an effect for each quarter of the year, by maximum likelihood. Given the total N of its
 * season, each count is multinomial with shares proportional to exp(b x): the season effects drop out and one unknown is left, with the
 * same estimate and the same error as in the full model (Lancaster 2002, "Orthogonal parameters and panel data"). Newton's steps on
 * Σ x y − Σ N mean(x), whose derivative is −Σ N variance(x). R: glm(y ~ x + factor(q), family = poisson).
 * The error is multiplied by √φ ("quasi-poisson"; McCullagh and Nelder 1989, § 6.2.3), φ being the greater of `phi` (of the town: one line alone is
 * too short to show it) and the line's own χ² / freedom where χ² exceeds its 95 % quantile.
 * Null without a finite estimate: no fact, or all of them at one end of x.
 */
export function slopeOf(points: readonly Point[], phi: number): Slope | null {
  const seasons = [...Map.groupBy(points, (p) => p.season).values()].filter((season) => total(season) > 0);
  if (allAt(seasons, Math.min) || allAt(seasons, Math.max)) return null;
  const observed = seasons.flat().reduce((sum, p) => sum + p.x * p.count, 0);
  let slope = 0;
  for (let step = 0; step < MOST_STEPS; step++) {
    const fitted = seasons.map((season) => moments(season, slope));
    const sumOf = (part: keyof Moments): number => fitted.reduce((sum, f) => sum + f[part], 0);
    const information = sumOf("variance");
    const move = (observed - sumOf("mean")) / information;
    if (Math.abs(move) <= TOLERANCE) {
      const freedom = seasons.flat().length - seasons.length - 1;
      const pearson = sumOf("pearson");
      const isDispersed = freedom > 0 && pearson > chiSquareUpper(DISPERSION_LEVEL, freedom);
      const dispersion = Math.max(phi, isDispersed ? pearson / freedom : 1);
      return { slope, error: Math.sqrt(dispersion / information), fit: sumOf("likelihood") / phi };
    }
    slope += Math.max(-1, Math.min(1, move));
  }
  return null;
}

/** All facts at one end of x in every season: the likelihood grows without end. */
const allAt = (seasons: readonly (readonly Point[])[], end: (...x: number[]) => number): boolean =>
  seasons.every((season) => {
    const last = end(...season.map((p) => p.x));
    return season.every((p) => p.count === 0 || p.x === last);
  });

interface Moments {
  readonly mean: number;
  readonly variance: number;
  readonly pearson: number;
  readonly likelihood: number;
}

/** Of one season with slope b: N mean(x), N variance(x), Σ (y − μ)² / μ, Σ y log(share). */
function moments(season: readonly Point[], slope: number): Moments {
  const facts = total(season);
  const growth = season.map((p) => Math.exp(slope * p.x));
  const whole = growth.reduce((sum, g) => sum + g, 0);
  const shares = growth.map((g) => g / whole);
  const sum = (of: (point: Point, share: number) => number): number =>
    season.reduce((all, point, i) => all + of(point, shares[i] ?? 0), 0);
  const mean = sum((p, share) => p.x * share);
  return {
    mean: facts * mean,
    variance: facts * sum((p, share) => (p.x - mean) ** 2 * share),
    pearson: sum((p, share) => (p.count - facts * share) ** 2 / (facts * share)),
    likelihood: sum((p, share) => (p.count === 0 ? 0 : p.count * Math.log(share))),
  };
}

const total = (season: readonly Point[]): number => season.reduce((sum, p) => sum + p.count, 0);
