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

/** One quarter known: `time` in quarters from any origin. */
export interface KnownQuarter {
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
 * Both are fitted by the same regression (slope.ts): on time in years, and on before / after each quarter that leaves a year on either side.
 * The one that fits better is told. p: Bonferroni, half of the error for the trend, half for all the steps together.
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
  const courses = [
    ...course("trend", first.period, ({ time }) => (time - middle) / 4, 1),
    ...starts.flatMap((start) =>
      course("step", start.period, ({ time }) => (time < start.time ? 0 : 1), starts.length),
    ),
  ];
  const [best] = courses.sort((a, b) => b.fit - a.fit);
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
