/** The comparisons of one line and force; they are tested when all lines are known (judge.ts). */

import type { Comparison, ComparisonKind, Figure } from "../model/analysis.ts";
import type { SeriesBreak } from "../model/nomenclature.ts";
import { type Period, shiftYears } from "../model/period.ts";
import { breakBetween } from "./breaks.ts";
import type { Quarter } from "./calendar.ts";
import type { FigureOf } from "./figures.ts";

/** Earlier years whose same quarter is pooled. */
export const POOLED_YEARS = 5;

/**
 * The quarter, and the last twelve months, against the same span of the year before alone and of up to five earlier years pooled; the count
 * since January against that of the year before. Never against the previous quarter: the seasons stand between.
 * A comparison is not to be tested where a figure is missing or a break in series stands between; the pooled one leaves out the
 * years that are missing or before a break.
 */
export function comparisonsOf(figureOf: FigureOf, quarter: Quarter, breaks: readonly SeriesBreak[]): Comparison[] {
  const yearBefore = (period: Period) => [figureOf(shiftYears(period, -1))];
  const of = (kind: ComparisonKind, before: readonly Figure[], period: Period) =>
    compare(kind, before, figureOf(period), breaks);
  const { period, sinceJanuary, year } = quarter;
  return [
    of("quarter", yearBefore(period), period),
    of("quarter-pooled", earlierYears(figureOf, period, breaks), period),
    of("cumulative", yearBefore(sinceJanuary), sinceJanuary),
    of("rolling-year", yearBefore(year), year),
    of("rolling-year-pooled", earlierYears(figureOf, year, breaks), year),
  ];
}

/** The same span of the earlier years that can be pooled, oldest first; when there is none, of the year before. */
function earlierYears(figureOf: FigureOf, span: Period, breaks: readonly SeriesBreak[]): readonly Figure[] {
  const years: Figure[] = [];
  for (let back = POOLED_YEARS; back >= 1; back--) {
    const figure = figureOf(shiftYears(span, -back));
    if (figure.value !== null && !breakBetween(breaks, figure.period, span)) years.push(figure);
  }
  return years.length > 0 ? years : [figureOf(shiftYears(span, -1))];
}

function compare(
  kind: ComparisonKind,
  before: readonly Figure[],
  after: Figure,
  breaks: readonly SeriesBreak[],
): Comparison {
  const acrossBreak = before.map((f) => breakBetween(breaks, f.period, after.period)).find((b) => b !== null) ?? null;
  const values = before.map((f) => f.value);
  const value = values.some((v) => v === null) ? null : values.reduce<number>((sum, v) => sum + (v ?? 0), 0);
  return {
    kind,
    before: { periods: before.map((f) => f.period), values, value },
    after: { periods: [after.period], value: after.value },
    exposure: before.length,
    phi: null,
    p: null,
    pAdjusted: null,
    ratio: null,
    verdict: "not-judged",
    acrossBreak,
  };
}
