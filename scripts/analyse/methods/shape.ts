/** What a series shows over three years or more: a course, or one change of level. */

import type { Shape } from "../../model/analysis.ts";
import { type Period, quarterNumber } from "../../model/period.ts";
import { normalCdf, normalQuantile } from "./distributions.ts";
import { type Slope, slopeOf } from "./slope.ts";

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
