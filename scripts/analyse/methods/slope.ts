/** How a quarterly count moves with something else: time, or before and after a quarter. */
import type { Level } from "../../model/analysis.ts";
import { chiSquareUpper } from "./distributions.ts";

const MOST_STEPS = 100;
/** Of the slope, which is of the order of 0.1. */
const TOLERANCE = 1e-12;
/** A line varies more than Poisson's where its Pearson χ² exceeds this quantile. */
const DISPERSION_LEVEL = 0.05;

/** One quarter known: `x` what it may move with, `season` its number in the year. */
export interface Point {
  readonly x: number;
  readonly season: number;
  readonly count: number;
}

export interface Slope {
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

/**
 * The level of one more quarter by a slope, and the facts that would give it as surely. The variance of its logarithm: φ / facts of its season, and
 * that of the slope at the distance of x from the middle of the season's facts.
 */
export function levelAt(
  points: readonly Point[],
  { slope, error }: Slope,
  phi: number,
  at: Pick<Point, "x" | "season">,
): Level | null {
  const season = points.filter((p) => p.season === at.season);
  const facts = total(season);
  if (facts === 0) return null;
  const growth = season.map((p) => Math.exp(slope * (p.x - at.x)));
  const whole = growth.reduce((sum, g) => sum + g, 0);
  const middle = season.reduce((sum, p, i) => sum + p.x * (growth[i] ?? 0), 0) / whole;
  const variance = phi / facts + ((at.x - middle) * error) ** 2;
  return { mean: facts / whole, facts: Math.max(1, Math.round(phi / variance)) };
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
