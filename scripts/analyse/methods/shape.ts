/** What a series shows over four years or more: a course, or a change of level. */

import type { Level, Shape } from "../../model/analysis.ts";
import { type Period, quarterNumber } from "../../model/period.ts";
import { normalCdf, normalQuantile } from "./distributions.ts";
import { levelAt, type Point, type Slope, slopeOf } from "./slope.ts";

/** Quarters needed: four years. */
const LEAST_QUARTERS = 16;
/** Quarters before a change of level, and after it. */
const LEAST_BEFORE = 4;
const LEAST_AFTER = 3;
/** What an interval leaves out, both ends together. */
const ALPHA = 0.05;
/** Share of the error of all courses that is the trend's; the steps have the rest together. */
const TREND_SHARE = 0.7;
/**
 * By how much log-likelihood (over φ) one must fit better than the other to be told as what it is: a trend seems to go on, a step has a date. Where
 * neither leads, the level has changed, and no more is said.
 */
const LEAD = { trend: 1, step: 2.5 } as const;
/** The quarters in which a step may have come: those that fit as well but for so much log-likelihood (over φ). */
const DATE_SLACK = 3;
/** A level has dates where the latest of them leaves it so many quarters, the bulletin's own among them: one of four is so never dated (calibrate). */
const DATED_FROM = 6;
/** So many, and a quarter is set against it. */
const USUAL_FROM = 5;

/** One quarter known: `time` in quarters from any origin. */
export interface KnownQuarter {
  readonly period: Period;
  readonly time: number;
  readonly count: number;
}

export interface Fitted extends Omit<Shape, "told" | "denied"> {
  /** Of the logarithm of the change. */
  readonly error: number;
  /** Time of the first quarter of the new level; null for a trend. */
  readonly start: number | null;
  /** Has it lasted long enough for a quarter to be set against it? */
  readonly isUsual: boolean;
}

interface Course extends Slope {
  readonly start: KnownQuarter;
}

/**
 * Both are fitted by the same regression (slopeOf): on time in years, and on before / after each quarter that leaves a year before it and three quarters
 * after. p: the smaller of the trend's and of the best step's, each by Bonferroni: TREND_SHARE of the error, and the rest for all the steps together.
 * Null with fewer than 16 quarters known, or without a finite estimate.
 */
export function shapeOf(quarters: readonly KnownQuarter[], phi: number): Fitted | null {
  const [first] = quarters;
  const last = quarters.at(-1);
  if (!first || !last || quarters.length < LEAST_QUARTERS) return null;
  const courseOf = (start: KnownQuarter, x: (time: number) => number): readonly Course[] => {
    const slope = slopeOf(pointsOf(quarters, x), phi);
    return slope ? [{ start, ...slope }] : [];
  };
  const [trend] = courseOf(first, yearsFrom(quarters));
  const starts = quarters.slice(LEAST_BEFORE, 1 - LEAST_AFTER);
  const steps = starts.flatMap((start) => courseOf(start, after(start.time)));
  const step = steps.toSorted((a, b) => b.fit - a.fit)[0];
  const best = trend ?? step;
  if (!best) return null;
  const lead = trend && step ? trend.fit - step.fit : trend ? Infinity : -Infinity;
  const kind = lead > LEAD.trend ? "trend" : lead < -LEAD.step ? "step" : "changed";
  const told = kind === "trend" ? best : (step ?? best);
  const ofTrend = trend ? waldP(trend) / TREND_SHARE : 1;
  const ofStep = step ? (waldP(step) * starts.length) / (1 - TREND_SHARE) : 1;
  const likely = steps.filter((one) => one.fit >= told.fit - DATE_SLACK).map(({ start }) => start);
  const [from, to] = [likely[0], likely.at(-1)];
  const age = to === undefined ? 0 : last.time + 2 - to.time;
  const isUsual = kind === "trend" || age >= USUAL_FROM;
  const isDated = kind === "step" && age >= DATED_FROM && from && to;
  return withReach({
    kind,
    isUsual,
    start: kind === "trend" ? null : told.start.time,
    since: kind === "step" ? told.start.period : first.period,
    between: isDated ? { first: from.period, last: to.period } : null,
    change: Math.expm1(told.slope),
    error: told.error,
    low: 0,
    high: 0,
    p: Math.min(ofTrend, ofStep, 1),
    quarters: quarters.length,
  });
}

/** @param chosen share of the lines whose course is told; 1: its interval is not that of a chosen one */
export function withReach(fitted: Fitted, chosen = 1): Fitted {
  const slope = Math.log1p(fitted.change);
  const reach = normalQuantile(1 - (ALPHA * chosen) / 2) * fitted.error;
  return { ...fitted, low: Math.expm1(slope - reach), high: Math.expm1(slope + reach) };
}

/** The level that a course gives for a quarter, of those that made it or of later ones. */
export function levelsOf(quarters: readonly KnownQuarter[], { start }: Fitted, phi: number) {
  const x = start === null ? yearsFrom(quarters) : after(start);
  const points = pointsOf(quarters, x);
  const slope = slopeOf(points, phi);
  return ({ time, season }: { readonly time: number; readonly season: number }): Level | null =>
    slope && levelAt(points, slope, phi, { x: x(time), season });
}

const pointsOf = (quarters: readonly KnownQuarter[], x: (time: number) => number): readonly Point[] =>
  quarters.map(({ period, time, count }) => ({ x: x(time), season: quarterNumber(period), count }));

/** From the middle of the series: the slope is the same, and keeps its digits whatever the origin of time. */
function yearsFrom(quarters: readonly KnownQuarter[]): (time: number) => number {
  const middle = quarters.reduce((sum, { time }) => sum + time, 0) / quarters.length;
  return (time) => (time - middle) / 4;
}

const after =
  (start: number) =>
  (time: number): number =>
    time < start ? 0 : 1;

const waldP = ({ slope, error }: Slope): number => 2 * normalCdf(-Math.abs(slope) / error);
