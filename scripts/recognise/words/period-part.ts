/** One period as far as one text says it: "1er trimestre" has no year, "2026" no months. Parts are joined in resolve.ts. */
import { month, type Period, wholeYear } from "../../model/period.ts";

/** A year, or one counted from the statement's own: N => 0, N-1 => -1. */
export type YearWord = number | { readonly relative: number };

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
  if (part.within) {
    const first = part.cumulative ? 1 : part.within[0];
    return { first: month(part.year, first), last: month(part.year, part.within[1]) };
  }
  return part.wholeYear && !part.cumulative ? wholeYear(part.year) : undefined;
}
