/**
 * What the months of a figure are beside the quarter of its delivery: "the quarter, a year before" is 2025-01/2025-03 in a file of
 * 2026-T1, and 2025-04/2025-06 in the next one of the same template.
 */
import {
  addMonths,
  distinctPeriods,
  isQuarter,
  isWholeYear,
  lengthOf,
  type Month,
  month,
  monthIndex,
  monthOf,
  type Period,
  wholeYear,
  yearOf,
} from "../model/period.ts";

/** `before`: months from the end of the span to the end of the quarter. */
export type Span =
  /** So many months: the quarter, the twelve months, the quarter before. */
  | { readonly is: "months"; readonly length: number; readonly before: number }
  /** From January of the year that it ends in. */
  | { readonly is: "since-january"; readonly before: number }
  /** From a month that does not move: a mandate. */
  | { readonly is: "since"; readonly first: Month; readonly before: number }
  /** Months of a calendar year, told from the quarter's year: "T1" of a table of the year, the whole year before. */
  | { readonly is: "of-year"; readonly first: number; readonly last: number; readonly years: number }
  /** A whole year, told from the last one that is over. */
  | { readonly is: "whole-year"; readonly years: number };

const lastWholeYear = ({ last }: Period): number => yearOf(last) - (monthOf(last) === 12 ? 0 : 1);

/** The months that it is, for a quarter. */
function spanAt(span: Span, quarter: Period): Period {
  switch (span.is) {
    case "months": {
      const last = addMonths(quarter.last, -span.before);
      return { first: addMonths(last, 1 - span.length), last };
    }
    case "since-january": {
      const last = addMonths(quarter.last, -span.before);
      return { first: month(yearOf(last), 1), last };
    }
    case "since":
      return { first: span.first, last: addMonths(quarter.last, -span.before) };
    case "whole-year":
      return wholeYear(lastWholeYear(quarter) + span.years);
    case "of-year": {
      const year = yearOf(quarter.last) + span.years;
      return { first: month(year, span.first), last: month(year, span.last) };
    }
  }
}

/**
 * All that a period may be beside a quarter: of 2026-T1, 2026-01/2026-03 is the quarter, and the count since January.
 * @param isOfYear its table has a place for each quarter or month of the year: they stay where they are.
 */
export function spansOf(period: Period, quarter: Period, isOfYear: boolean): readonly Span[] {
  const before = monthIndex(quarter.last) - monthIndex(period.last);
  const length = lengthOf(period);
  const [first, last] = [monthOf(period.first), monthOf(period.last)];
  const isInOneYear = yearOf(period.first) === yearOf(period.last);
  const years = yearOf(period.last) - yearOf(quarter.last);
  const spans: Span[] = [{ is: "months", length, before }];
  // a whole year runs on no longer, but in the fourth quarter
  if (isInOneYear && first === 1 && (length < 12 || before % 12 === 0)) spans.push({ is: "since-january", before });
  if (length > 12) spans.push({ is: "since", first: period.first, before });
  if (isWholeYear(period)) spans.push({ is: "whole-year", years: yearOf(period.last) - lastWholeYear(quarter) });
  if (isWholeYear(period) || (isInOneYear && isOfYear)) spans.push({ is: "of-year", first, last, years });
  return spans;
}

/** The same months in the year of the quarter, with which they end: of 2025-01/2025-06, 2026-01/2026-06; null where they do not, or are of it. */
export function inYearOf({ first, last }: Period, quarter: Period): Period | null {
  const apart = monthIndex(quarter.last) - monthIndex(last);
  return apart > 0 && apart % 12 === 0 ? { first: addMonths(first, apart), last: quarter.last } : null;
}

/** The different months that they are, for a quarter. */
export const periodsAt = (spans: readonly Span[], quarter: Period): readonly Period[] =>
  distinctPeriods(spans.map((span) => spanAt(span, quarter)));

/** A period that was said for one quarter, for another: a count since January runs on, a whole year follows the years. */
export function movedPeriod(period: Period, from: Period, to: Period): Period {
  const runsOn = !isQuarter(period) && monthOf(period.last) === monthOf(from.last);
  const is = isWholeYear(period) ? "of-year" : runsOn ? "since-january" : "months";
  const spans = spansOf(period, from, false);
  const [months] = spans;
  const span = spans.find((one) => one.is === is) ?? months;
  return span ? spanAt(span, to) : period;
}
