/** Method 1: the comparisons of one line and force, tested one by one; words come when all lines are known (table.ts). */
import type { Comparison, ComparisonKind, Figure } from "../model/analysis.ts";
import type { SeriesBreak } from "../model/nomenclature.ts";
import { type Period, shiftYears } from "../model/period.ts";
import { breakBetween } from "./breaks.ts";
import type { Quarter } from "./calendar.ts";
import type { FigureOf } from "./figures.ts";
import { compareCounts } from "./methods/exact-test.ts";

/** Earlier years whose same quarter is pooled. */
export const POOLED_YEARS = 5;

/**
 * The quarter against the same quarter a year earlier and against those of up to five earlier years pooled; the cumulative count and
 * the rolling year against those of a year earlier. Never against the previous quarter: the seasons stand between.
 * A comparison is not tested where a figure is missing or a break in series stands between; the pooled one leaves out the
 * years that are missing or before a break, and is not tested when none is left.
 */
export function comparisonsOf(figureOf: FigureOf, quarter: Quarter, breaks: readonly SeriesBreak[]): Comparison[] {
  const against = (kind: ComparisonKind, period: Period) =>
    compare(kind, [figureOf(shiftYears(period, -1))], figureOf(period), breaks);
  return [
    against("quarter", quarter.period),
    compare("quarter-pooled", earlierYears(figureOf, quarter.period, breaks), figureOf(quarter.period), breaks),
    against("cumulative", quarter.sinceJanuary),
    against("rolling-year", quarter.year),
  ];
}

/** The same quarter of the earlier years that can be pooled, oldest first; when there is none, of the year before. */
function earlierYears(figureOf: FigureOf, quarter: Period, breaks: readonly SeriesBreak[]): readonly Figure[] {
  const years: Figure[] = [];
  for (let back = POOLED_YEARS; back >= 1; back--) {
    const figure = figureOf(shiftYears(quarter, -back));
    if (figure.value !== null && !breakBetween(breaks, figure.period, quarter)) years.push(figure);
  }
  return years.length > 0 ? years : [figureOf(shiftYears(quarter, -1))];
}

function compare(
  kind: ComparisonKind,
  before: readonly Figure[],
  after: Figure,
  breaks: readonly SeriesBreak[],
): Comparison {
  const acrossBreak = before.map((f) => breakBetween(breaks, f.period, after.period)).find((b) => b !== null) ?? null;
  const value = before.some((f) => f.value === null) ? null : before.reduce((sum, f) => sum + (f.value ?? 0), 0);
  const exposure = before.length;
  const test =
    value === null || after.value === null || acrossBreak
      ? null
      : compareCounts({ count: value, exposure }, { count: after.value, exposure: 1 });
  return {
    kind,
    before: { periods: before.map((f) => f.period), value },
    after: { periods: [after.period], value: after.value },
    exposure,
    p: test?.p ?? null,
    pAdjusted: null,
    ratio: test?.ratio ?? null,
    reading: "not-tested",
    acrossBreak,
  };
}
