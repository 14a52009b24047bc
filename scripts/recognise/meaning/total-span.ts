/** The period of a total: « Total » after months or quarters, or "Total 2025". */
import { addMonths, comparePeriods, distinctPeriods, monthOf, type Period, yearOf } from "../../model/period.ts";
import { periodOf } from "../periods/resolve.ts";
import { saysNoMonths } from "../words/period-part.ts";
import { isCount } from "../words/said.ts";
import { type Axis, NO_AXIS } from "./axis.ts";
import { partsOf, type SpanContext, type SpanReading, spanOf } from "./span-of.ts";

/** "Total", or "Total 2025", after months or quarters that follow each other: their union, those of its year. */
export function totalSpan(
  columns: readonly { readonly axis: Axis }[],
  column: Axis,
  row: Axis,
  spans: SpanContext,
): SpanReading {
  const [own] = column.periods;
  if (own === undefined) {
    const union = unionOf(partsOfTotal(columns, column), row, spans);
    const before = columns.slice(
      0,
      columns.findIndex(({ axis }) => axis === column),
    );
    const all = unionOf(before, row, spans);
    // "T1 | T2 | Total | T3 | T4 | Total": the second one is of the half year, or of the year
    const mayBeOfAll = union.kind === "period" && all.kind === "period" && isWithinYear(union.period, all.period);
    return mayBeOfAll ? { kind: "unknown", why: "« Total » d'une partie de l'année, ou de toute l'année" } : union;
  }
  const ofYear = columns.filter(({ axis }) => {
    const [part, second] = partsOf(axis, row) ?? [];
    const period = part && !second && !axis.total ? periodOf(part, spans) : undefined;
    return period !== undefined && yearOf(period.first) === own.year && yearOf(period.last) === own.year;
  });
  const union = ofYear.length > 1 ? unionOf(ofYear, row, spans) : undefined;
  return union?.kind === "period" ? union : spanOf(column, row, spans);
}

const isWithinYear = (part: Period, all: Period): boolean =>
  all.first < part.first && yearOf(all.first) === yearOf(part.last);

/** Does the heading say a total of the year, or of all the columns? */
export const isTotalOfPeriods = ({ total, periods }: Axis): boolean =>
  total && (periods.length === 0 || (periods.length === 1 && periods.every(saysNoMonths)));

/**
 * What a bare "Total" sums: the columns before it, from the total before on; those after it where none of them says a period. "T1 | T2 |
 * Total | Année 2025": the year beside it is no part of it. After another total it is that of all before.
 */
function partsOfTotal<T extends { readonly axis: Axis }>(columns: readonly T[], total: Axis): readonly T[] {
  const at = columns.findIndex(({ axis }) => axis === total);
  const before = columns.slice(0, Math.max(at, 0));
  const own = before.slice(before.findLastIndex(({ axis }) => isTotalOfPeriods(axis)) + 1);
  const parts = own.length > 0 ? own : before;
  return parts.some(({ axis }) => axis.periods.length > 0) ? parts : [];
}

function unionOf(columns: readonly { readonly axis: Axis }[], row: Axis, spans: SpanContext): SpanReading {
  const counts = columns.filter(({ axis }) => !axis.total && isCount(axis));
  const dated = counts.filter(({ axis }) => axis.unknown.length > 0 || axis.periods.length > 0);
  const parts = dated.filter(({ axis }) => !axis.periods.some((p) => p.cumulative || p.rolling));
  if (dated.length > 0 && parts.length === 0) return { kind: "unknown", why: "« Total » de cumuls" };
  const periods = parts.flatMap(({ axis }) => {
    const [only, second] = partsOf(axis, row) ?? [];
    return (only && !second && axis.unknown.length === 0 ? periodOf(only, spans) : undefined) ?? [];
  });
  if (periods.length < parts.length && periods.length > 0)
    return { kind: "unknown", why: "« Total » de périodes qui ne sont pas toutes comprises" };
  // one period for each of two forces is one
  const sorted = distinctPeriods(periods).toSorted(comparePeriods);
  const [first] = sorted;
  const last = sorted.at(-1);
  if (!first || !last) return spanOf(NO_AXIS, row, spans);
  const follow = sorted.slice(1).every((p, i) => p.first === addMonths(sorted[i]?.last ?? p.first, 1));
  // in March the total of the year's quarters is the first of them
  const isOfOne = spans.isFillingUp || (spans.isRepeated && monthOf(first.first) === 1);
  if ((first === last && !isOfOne) || !follow)
    return { kind: "unknown", why: "« Total » de périodes qui ne se suivent pas" };
  return {
    kind: "period",
    period: { first: first.first, last: last.last },
    texts: [],
  };
}
