/** One period as far as one text says it: "1er trimestre" has no year, "2026" no months; and two that say it together. */
import { lengthOf, monthOf, type Period, samePeriod, span, wholeYear, yearOf } from "../../model/period.ts";

/** A year, or one counted from the statement's own: N => 0, N-1 => -1. */
type YearWord = number | { readonly relative: number };

/** "au 15 mars 2026": the last day that is counted; `year` null where it is not said. */
export interface EndDay {
  readonly day: number;
  readonly month: number;
  readonly year: number | null;
}

/** One period as far as it is said. Absent: not said. */
export interface PeriodPart {
  readonly year?: YearWord;
  /** Months within the year: "1er trimestre" => 1–3. */
  readonly within?: readonly [number, number];
  /** "2/2026": the second quarter, or the second month. */
  readonly rank?: number;
  /** "Année 2025": the whole year, unless a neighbour says a part of it. */
  readonly wholeYear?: true;
  /** January to the end of the statement's own period, or to the end of `within`. */
  readonly cumulative?: true;
  /** Twelve months that end with the statement's own period. */
  readonly rolling?: true;
  /** "9 mois": as many, of which nothing says the first. */
  readonly months?: number;
  /**
   * "Trimestre N", "même période": the statement's own period. before: "trimestre précédent". year: "année en cours", which may be the
   * months gone by as well, unless another word says the months.
   */
  readonly own?: "quarter" | "half" | "period" | "before" | "year";
  /** Both ends said in full. */
  readonly full?: Period;
}

/** "2026", "N-1": a year, and no word for its months. */
export const saysOnlyYear = (part: PeriodPart): boolean => part.year !== undefined && Object.keys(part).length === 1;

/** "2026", "Année 2026": no months of it. */
export const saysNoMonths = (part: PeriodPart): boolean =>
  saysOnlyYear(part) || (part.wholeYear === true && !part.within);

/** A part that says both its year and its months. */
export function fullPeriod(part: PeriodPart): Period | undefined {
  if (part.full) return part.full;
  if (typeof part.year !== "number" || part.rolling) return undefined;
  if (part.within) return span(part.year, part.cumulative ? 1 : part.within[0], part.within[1]);
  return part.wholeYear && !part.cumulative ? wholeYear(part.year) : undefined;
}

const within = (outer: readonly [number, number], inner: readonly [number, number]): boolean =>
  outer[0] <= inner[0] && inner[1] <= outer[1];

/** Two parts along one axis, the outer first ("Année 2026", then "1er trimestre"); undefined when they contradict each other. */
export function mergeParts(outer: PeriodPart, inner: PeriodPart): PeriodPart | undefined {
  if (outer.full && inner.full && !samePeriod(outer.full, inner.full)) return undefined;
  if (outer.full || inner.full) {
    const full = outer.full ?? inner.full;
    const other = outer.full ? inner : outer;
    return full && agrees(full, other) ? { full } : undefined;
  }
  const year = mergeYears(outer.year, inner.year);
  if (year === null) return undefined;
  if (outer.within && inner.within && !within(outer.within, inner.within)) return undefined;
  // "Trimestre" over "Année précédente" is the quarter
  const own = inner.own === "year" && outer.own ? { own: outer.own } : {};
  return { ...outer, ...inner, ...(year === undefined ? {} : { year }), ...own };
}

/** A full span and a looser word agree when the word says nothing else: "T1 2026" over "01/01/2026 au 31/03/2026". */
function agrees(full: Period, part: PeriodPart): boolean {
  const year = typeof part.year === "number" ? part.year : yearOf(full.last);
  if (year !== yearOf(full.last) && year !== yearOf(full.first)) return false;
  if (part.rolling) return lengthOf(full) === 12;
  if (part.cumulative) return monthOf(full.first) === 1;
  return !part.within || (monthOf(full.first) === part.within[0] && monthOf(full.last) === part.within[1]);
}

/** undefined: no year said; null: two years. A relative year under an explicit one counts from it: "2026" over "N-1" => 2025. */
function mergeYears(outer: PeriodPart["year"], inner: PeriodPart["year"]): PeriodPart["year"] | null {
  if (outer === undefined) return inner;
  if (inner === undefined) return outer;
  if (typeof inner === "object" && typeof outer === "number") return outer + inner.relative;
  if (typeof outer === "object" && typeof inner === "object") return outer.relative === inner.relative ? inner : null;
  return outer === inner ? inner : null;
}
