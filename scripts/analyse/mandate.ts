/** The facts since the mandate began: the whole quarters since that day, added up; shown beside an earlier span, never tested. */
import type { Figure, Mandate } from "../model/analysis.ts";
import type { SeriesBreak } from "../model/nomenclature.ts";
import {
  lengthOf,
  monthIndex,
  type Period,
  quarterOfDay,
  quartersOf,
  shiftQuarters,
  shiftYears,
} from "../model/period.ts";
import { breakBetween } from "./breaks.ts";
import type { FigureOf } from "./figures.ts";

/** From the first quarter that begins on that day or after it, to the bulletin's; null when there is none. ("2026-03-22", T3 2026) => 2026-04/2026-09 */
export function mandateSpan(since: string | null, quarter: Period): Period | null {
  if (since === null) return null;
  const own = quarterOfDay(since);
  const { first } = since === `${own.first}-01` ? own : shiftQuarters(own, 1);
  return monthIndex(first) > monthIndex(quarter.first) ? null : { first, last: quarter.last };
}

/** Whole years earlier, so that the seasons are the same: two quarters are held against those of the year before, six against those of two years before. */
export function mandateOf(figureOf: FigureOf, span: Period | null, breaks: readonly SeriesBreak[]): Mandate | null {
  if (span === null) return null;
  const earlier = shiftYears(span, -Math.ceil(lengthOf(span) / 12));
  const quarters = figuresIn(figureOf, span);
  return {
    after: sumOf(span, quarters, breaks),
    before: sumOf(earlier, figuresIn(figureOf, earlier), breaks),
    known: quarters.filter(({ value }) => value !== null).length,
    acrossBreak: breakBetween(breaks, earlier, span),
  };
}

const figuresIn = (figureOf: FigureOf, span: Period): readonly Figure[] => (quartersOf(span) ?? []).map(figureOf);

/** The quarters as the tables print them, added up: a half-year that was sent and is not their sum has no part in it. */
function sumOf(period: Period, quarters: readonly Figure[], breaks: readonly SeriesBreak[]): Figure {
  const [only] = quarters;
  if (only && quarters.length === 1) return only;
  const values = quarters.flatMap(({ value }) => value ?? []);
  const from = quarters.flatMap((figure) => figure.from);
  if (values.length < quarters.length || breakBetween(breaks, period, period))
    return { period, value: null, status: "missing", from };
  return { period, value: values.reduce((sum, value) => sum + value, 0), status: "derived", from };
}
