import {
  addMonths,
  cumulative,
  isWholeYear,
  lengthOf,
  monthOf,
  type Period,
  periodKey,
  quarter,
  rollingYear,
  samePeriod,
  shiftQuarters,
  shiftYears,
  span,
  wholeYear,
  yearOf,
} from "../../model/period.ts";
import type { Asking } from "../../model/question.ts";
import type { PeriodPart } from "../words/period-part.ts";

export type Resolution =
  | { readonly kind: "period"; readonly period: Period }
  /** Nothing says which months. */
  | { readonly kind: "unknown"; readonly why: string }
  /** Two readings are possible, or two words contradict each other. */
  | { readonly kind: "ambiguous"; readonly periods: readonly Period[] };

/** The statement's own period, as its titles, headings, file or folder name it. */
export interface Anchor {
  readonly period: Period;
  /** Where it is named. */
  readonly source: "title" | "header" | "sheet" | "file" | "folder";
}

export interface ResolveContext {
  readonly anchor: Anchor | null;
  /** Years that stand alone in headings of the same table: "2025 | 2026". */
  readonly bareYears: readonly number[];
  /** Periods that headings or rows of the same table say in full: "T4 2025" beside "2025". */
  readonly explicit?: readonly Period[];
}

/** Which of these periods is it? */
export const askPeriods = (periods: readonly Period[]): Omit<Asking, "text"> => ({
  kind: "period",
  may: periods.map(periodKey),
});

const unknown = (why: string): Resolution => ({ kind: "unknown", why });
const found = (period: Period): Resolution => ({ kind: "period", period });
/** One of these; where they are the same, that one. */
const either = (...periods: readonly [Period, Period]): Resolution =>
  samePeriod(...periods) ? found(periods[0]) : { kind: "ambiguous", periods };

/** The one span of months that a part says, for those who need no reason. */
export function periodOf(part: PeriodPart, context: ResolveContext): Period | undefined {
  const r = resolve(part, context);
  return r.kind === "period" ? r.period : undefined;
}

/** The span of months that a part says, in its table. */
export function resolve(part: PeriodPart, context: ResolveContext): Resolution {
  const { anchor } = context;
  const { within } = part;
  if (part.full) return found(part.full);
  const ownYear = anchor ? yearOf(anchor.period.last) : undefined;
  const year = typeof part.year === "number" ? part.year : ownYear && ownYear + (part.year?.relative ?? 0);
  /** The statement's own period, of the year that is said. */
  const own = anchor && year !== undefined ? shiftYears(anchor.period, year - yearOf(anchor.period.last)) : undefined;
  if (part.rolling)
    return own ? rollingOf(part, own, context) : unknown("« 12 derniers mois » sans que rien ne dise lesquels");
  if (part.cumulative) {
    const last = within?.[1] ?? (own && monthOf(own.last));
    if (year === undefined || last === undefined) return unknown("« cumul » sans que rien ne dise jusqu'à quel mois");
    return found(span(year, 1, last));
  }
  if (within) {
    if (year === undefined) return unknown("un trimestre ou un mois sans son année");
    const period = span(year, ...within);
    // "4e trimestre" beside "1er trimestre", in the statement of March 2026: of the year before, or of a year to come?
    const toCome = part.year === undefined && anchor !== null && period.last > anchor.period.last;
    return toCome ? either(shiftYears(period, -1), period) : found(period);
  }
  if (part.rank !== undefined && year !== undefined) return ofRank(part.rank, year);
  if (part.months !== undefined) return monthsOf(part.months, own);
  if (part.own) return ownPeriod(part.own, own);
  if (part.wholeYear && year !== undefined) return wholeYearOf(year, anchor);
  if (typeof part.year === "number") return bareYear(part.year, context, own);
  return own ? found(own) : unknown("aucune période n'est indiquée");
}

function rollingOf(
  { cumulative: runs, within, year, wholeYear: isYear }: PeriodPart,
  own: Period,
  { anchor }: ResolveContext,
): Resolution {
  const rolling = rollingYear(own);
  // "Cumul 2025 (12 derniers mois)": the one or the other
  if (runs && year !== undefined && !within) return either(cumulative(rolling), rolling);
  if (within && lengthOf(span(2000, ...within)) < 12)
    return unknown("« 12 derniers mois » et un autre intervalle à la fois");
  // "Année 2025 (12 mois)", once it is over
  if (isYear && within && anchor && own.last < anchor.period.last) return found(wholeYear(yearOf(own.last)));
  // "12 mois 2025"; or "12 derniers mois 2025", where nothing but the folder says up to which month
  const isOver = typeof year === "number" && anchor?.source === "folder" && year < yearOf(anchor.period.last);
  return year !== undefined && (within || isOver) ? either(wholeYear(yearOf(own.last)), rolling) : found(rolling);
}

/** "2/2026": a quarter, or a month. */
const ofRank = (rank: number, year: number): Resolution =>
  rank > 4 ? found(span(year, rank, rank)) : either(quarter(year, rank), span(year, rank, rank));

/** "9 mois" in a statement of September: since January, which is also the last nine. */
function monthsOf(count: number, own: Period | undefined): Resolution {
  if (!own) return unknown(`« ${count} mois » sans que rien ne dise lesquels`);
  return either(span(yearOf(own.last), 1, count), { first: addMonths(own.last, 1 - count), last: own.last });
}

function ownPeriod(which: NonNullable<PeriodPart["own"]>, own: Period | undefined): Resolution {
  if (!own) return unknown("« trimestre » sans que rien ne dise lequel");
  if (which === "period") return found(own);
  // "Année en cours" in a statement of September: its quarter of that year, or the months gone by
  if (which === "year") return either(own, cumulative(own));
  const length = which === "half" ? 6 : 3;
  if (monthOf(own.last) % length !== 0)
    return unknown(`la période de l'état ne finit pas avec un ${which === "half" ? "semestre" : "trimestre"}`);
  const latest = { first: addMonths(own.last, 1 - length), last: own.last };
  return found(which === "before" ? shiftQuarters(latest, -1) : latest);
}

/** "Année 2026" in a statement of September 2026 cannot be the whole year: it may be the months gone by. */
function wholeYearOf(year: number, anchor: Anchor | null): Resolution {
  if (!anchor || year < yearOf(anchor.period.last) || monthOf(anchor.period.last) === 12) return found(wholeYear(year));
  if (year > yearOf(anchor.period.last)) return unknown(`l'année ${year} n'est pas commencée à la date de l'état`);
  return either(cumulative(anchor.period), wholeYear(year));
}

/**
 * "2025 | 2026" alone in headings: the statement's own quarter of each year, unless whole years are just as possible.
 * A whole year that is not over cannot be meant: then the quarter is.
 */
function bareYear(year: number, { anchor, bareYears, explicit = [] }: ResolveContext, asOwn?: Period): Resolution {
  if (!anchor || !asOwn || isWholeYear(anchor.period)) return found(wholeYear(year));
  const own = anchor.period;
  const ownYear = yearOf(own.last);
  // "2025" beside "T4 2025" is not that quarter again
  const said = bareYears.some((y) => explicit.some((p) => samePeriod(p, shiftYears(own, y - ownYear))));
  if (said) return either(cumulative(asOwn), wholeYear(year));
  const latest = Math.max(year, ...bareYears);
  if (latest > ownYear) return unknown(`l'année ${latest} est postérieure à la période de l'état`);
  if (latest < ownYear || monthOf(own.last) === 12) return either(asOwn, wholeYear(year));
  return anchor.source === "folder" ? either(asOwn, cumulative(asOwn)) : found(asOwn);
}
