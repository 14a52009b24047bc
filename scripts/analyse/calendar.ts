/** The quarters that a bulletin goes through, with the spans that end with each: made once, used by every line. */
import type { Observation } from "../model/observation.ts";
import { cumulative, monthIndex, type Period, quarterNumber, rollingYear, shiftQuarters } from "../model/period.ts";

export interface Quarter {
  readonly period: Period;
  /** January to the end of the quarter. */
  readonly sinceJanuary: Period;
  /** The twelve months that end with the quarter. */
  readonly year: Period;
  /** 1 to 4. */
  readonly season: number;
  /** monthIndex of the first and last month. */
  readonly first: number;
  readonly last: number;
}

/** Oldest first, no gap; the last is the bulletin's own. */
export type Calendar = readonly Quarter[];

/** From the quarter in which the earliest span of the observations starts, to the bulletin's. */
export function calendarOf(observations: readonly Observation[], quarter: Period): Calendar {
  const end = monthIndex(quarter.first);
  const earliest = observations.reduce((least, o) => Math.min(least, monthIndex(o.period.first)), end);
  const count = Math.ceil((end - earliest) / 3) + 1;
  return Array.from({ length: count }, (_, i) => {
    const period = shiftQuarters(quarter, i - count + 1);
    return {
      period,
      sinceJanuary: cumulative(period),
      year: rollingYear(period),
      season: quarterNumber(period),
      first: monthIndex(period.first),
      last: monthIndex(period.last),
    };
  });
}
