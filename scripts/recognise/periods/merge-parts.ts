/** Two parts of a period along one axis, "Année 2026" and "1er trimestre" under it, to the one that they say together. */
import { lengthOf, monthOf, type Period, samePeriod, yearOf } from "../../model/period.ts";
import type { PeriodPart } from "../words/period-part.ts";

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
