/** Parts of a period, said along rows, columns and titles, to one span of months, or the readings between which it hesitates. */
import { formatPeriod } from "../../model/format.ts";
import {
  addMonths,
  cumulative,
  lengthOf,
  type Month,
  month,
  monthIndex,
  monthOf,
  type Period,
  periodKey,
  rollingYear,
  samePeriod,
  shiftQuarters,
  shiftYears,
  wholeYear,
  yearOf,
} from "../../model/period.ts";
import type { SettingsWord } from "../layout/outcome.ts";
import type { PeriodPart } from "../words/period-part.ts";

export type Resolution =
  | { readonly kind: "period"; readonly period: Period }
  /** Nothing says which months. */
  | { readonly kind: "unknown"; readonly why: string }
  /** Two readings are possible, or two words contradict each other: in French, each reading spelled out. */
  | { readonly kind: "ambiguous"; readonly periods: readonly Period[]; readonly readings: readonly string[] };

/** The statement's own period, as its titles, headings, file or folder name it. */
export interface Anchor {
  readonly period: Period;
  /** Words that named it, for the explanation: "titre", "nom du fichier". */
  readonly source: "title" | "header" | "sheet" | "file" | "folder";
}

export interface ResolveContext {
  readonly anchor: Anchor | null;
  /** Years that stand alone in headings of the same table: "2025 | 2026". */
  readonly bareYears: readonly number[];
  /** Periods that headings or rows of the same table say in full: "T4 2025" beside "2025". */
  readonly explicit?: readonly Period[];
}

const samePair = (a: readonly [number, number], b: readonly [number, number]): boolean =>
  a[0] === b[0] && a[1] === b[1];

/** "1er trimestre 2026 (2026-01/2026-03)": as a person and as the settings say it. */
export const describePeriod = (p: Period): string => `${formatPeriod(p)} (${periodKey(p)})`;

/** The settings' words that take each of these periods for the text. */
export const settlePeriods = (text: string, periods: readonly Period[]): readonly SettingsWord[] =>
  periods.map((period) => ({ text, reading: periodKey(period) }));

const ambiguous = (...periods: readonly Period[]): Resolution => ({
  kind: "ambiguous",
  periods,
  readings: periods.map(describePeriod),
});
const unknown = (why: string): Resolution => ({ kind: "unknown", why });
const found = (period: Period): Resolution => ({ kind: "period", period });

const yearFrom = (year: PeriodPart["year"], anchor: Anchor | null): number | undefined => {
  if (typeof year === "number") return year;
  if (!anchor) return undefined;
  return yearOf(anchor.period.last) + (year?.relative ?? 0);
};

/** The span of months that a part says, in its table. See recognition.md and domain.md for the words. */
export function resolve(part: PeriodPart, context: ResolveContext): Resolution {
  const { anchor } = context;
  if (part.full) return found(part.full);
  const year = yearFrom(part.year, anchor);
  if (part.rolling) {
    if (!anchor) return unknown("« 12 derniers mois » sans que rien ne dise lesquels");
    const rolling = shiftYears(
      rollingYear(anchor.period),
      (year ?? yearOf(anchor.period.last)) - yearOf(anchor.period.last),
    );
    // "Cumul 2025 (12 derniers mois)": the one or the other
    if (part.cumulative && part.year !== undefined && part.within === undefined) {
      const soFar = { first: month(yearOf(rolling.last), 1), last: rolling.last };
      return samePeriod(soFar, rolling) ? found(soFar) : ambiguous(soFar, rolling);
    }
    // "12 derniers mois 2025", where nothing but the folder says up to which month
    const isYear =
      typeof part.year === "number" && anchor.source === "folder" && part.year < yearOf(anchor.period.last);
    if (part.within === undefined && !isYear) return found(rolling);
    if (part.within && !samePair(part.within, [1, 12]))
      return unknown("« 12 derniers mois » et un autre intervalle à la fois");
    if (part.year === undefined) return found(rolling);
    // "12 mois 2025"
    const whole = wholeYear(yearOf(rolling.last));
    return samePeriod(rolling, whole) ? found(whole) : ambiguous(whole, rolling);
  }
  if (part.cumulative) {
    const last = part.within ? part.within[1] : anchor ? monthOf(anchor.period.last) : undefined;
    if (year === undefined || last === undefined) return unknown("« cumul » sans que rien ne dise jusqu'à quel mois");
    return found({ first: month(year, 1), last: month(year, last) });
  }
  if (part.within) {
    if (year === undefined) return unknown("un trimestre ou un mois sans son année");
    const period: Period = { first: month(year, part.within[0]), last: month(year, part.within[1]) };
    // "4e trimestre" beside "1er trimestre", in the statement of March 2026: of the year before, or of a year to come?
    const toCome =
      part.year === undefined && anchor !== null && monthIndex(period.last) > monthIndex(anchor.period.last);
    return toCome ? ambiguous(shiftYears(period, -1), period) : found(period);
  }
  if (part.rank !== undefined && year !== undefined) return ofRank(part.rank, year, anchor);
  if (part.months !== undefined) return monthsOf(part.months, year, anchor);
  if (part.own) return ownPeriod(part.own, year, anchor);
  if (part.wholeYear && year !== undefined) return wholeYearOf(year, anchor);
  if (typeof part.year === "number") return bareYear(part.year, context);
  if (!anchor) return unknown("aucune période n'est indiquée");
  return found(shiftYears(anchor.period, (year ?? yearOf(anchor.period.last)) - yearOf(anchor.period.last)));
}

/** "2/2026": a quarter gone by, or a month of the statement's own period; a doubt where it may be the one and the other, or neither. */
function ofRank(rank: number, year: number, anchor: Anchor | null): Resolution {
  const asMonth: Period = { first: month(year, rank), last: month(year, rank) };
  if (rank > 4) return found(asMonth);
  const asQuarter: Period = { first: month(year, 3 * rank - 2), last: month(year, 3 * rank) };
  if (!anchor) return ambiguous(asQuarter, asMonth);
  const own = shiftYears(anchor.period, year - yearOf(anchor.period.last));
  const isQuarter = asQuarter.last <= own.last;
  const isMonth = own.first <= asMonth.first && asMonth.last <= own.last;
  if (isQuarter === isMonth) return ambiguous(asQuarter, asMonth);
  return found(isQuarter ? asQuarter : asMonth);
}

/** "9 mois" in a statement of September: since January, which is also the last nine. */
function monthsOf(count: number, year: number | undefined, anchor: Anchor | null): Resolution {
  if (!anchor || year === undefined) return unknown(`« ${count} mois » sans que rien ne dise lesquels`);
  const { last } = anchor.period;
  if (monthOf(last) === count) return found({ first: month(year, 1), last: month(year, count) });
  const shift = year - yearOf(last);
  return ambiguous(
    { first: month(year, 1), last: month(year, count) },
    shiftYears({ first: addMonths(last, 1 - count), last }, shift),
  );
}

function ownPeriod(own: NonNullable<PeriodPart["own"]>, year: number | undefined, anchor: Anchor | null): Resolution {
  if (!anchor || year === undefined) return unknown("« trimestre » sans que rien ne dise lequel");
  const shift = year - yearOf(anchor.period.last);
  if (own === "period") return found(shiftYears(anchor.period, shift));
  if (own === "year") return yearOrSoFar(shiftYears(anchor.period, shift));
  const length = own === "quarter" || own === "before" ? 3 : own === "half" ? 6 : 1;
  const last: Month = anchor.period.last;
  if (monthOf(last) % length !== 0)
    return unknown(`la période de l'état ne finit pas avec un ${own === "half" ? "semestre" : "trimestre"}`);
  const latest = shiftYears({ first: addMonths(last, 1 - length), last }, shift);
  return found(own === "before" ? shiftQuarters(latest, -1) : latest);
}

/** "Année en cours" in a statement of September: its quarter of that year, or the months gone by. */
function yearOrSoFar(own: Period): Resolution {
  const soFar = cumulative(own);
  return samePeriod(soFar, own) ? found(own) : ambiguous(own, soFar);
}

/** "Année 2026" in a statement of September 2026 cannot be the whole year: it may be the months gone by. */
function wholeYearOf(year: number, anchor: Anchor | null): Resolution {
  if (!anchor || year < yearOf(anchor.period.last) || monthOf(anchor.period.last) === 12) return found(wholeYear(year));
  if (year > yearOf(anchor.period.last)) return unknown(`l'année ${year} n'est pas commencée à la date de l'état`);
  return ambiguous(cumulative(anchor.period), wholeYear(year));
}

/** A year beside the statement's own quarter: the months since January, or the whole of it once it is over. */
function besideQuarter(year: number, own: Period): Resolution {
  const soFar = cumulative(shiftYears(own, year - yearOf(own.last)));
  const isOver = year < yearOf(own.last) || monthOf(own.last) === 12;
  const readings = [
    ...(lengthOf(soFar) > lengthOf(own) ? [soFar] : []),
    ...(isOver && lengthOf(soFar) < 12 ? [wholeYear(year)] : []),
  ];
  const [only, other] = readings;
  if (!only) return unknown(`l'année ${year} à côté de ${describePeriod(own)}`);
  return other ? ambiguous(only, other) : found(only);
}

/**
 * "2025 | 2026" alone in headings: the statement's own quarter of each year, unless whole years are just as possible.
 * A whole year that is not over cannot be meant: then the quarter is.
 */
function bareYear(year: number, { anchor, bareYears, explicit = [] }: ResolveContext): Resolution {
  if (!anchor) return found(wholeYear(year));
  const own = anchor.period;
  const ownYear = yearOf(own.last);
  const asOwn = shiftYears(own, year - ownYear);
  if (lengthOf(own) === 12 && monthOf(own.first) === 1) return found(wholeYear(year));
  // "2025" beside "T4 2025" is not that quarter again
  const said = bareYears.some((y) => explicit.some((p) => samePeriod(p, shiftYears(own, y - ownYear))));
  if (said) return besideQuarter(year, own);
  const latest = Math.max(year, ...bareYears);
  if (latest > ownYear) return unknown(`l'année ${latest} est postérieure à la période de l'état`);
  if (latest < ownYear || monthOf(own.last) === 12) return ambiguous(asOwn, wholeYear(year));
  if (anchor.source === "folder" && !samePeriod(cumulative(own), own)) return ambiguous(asOwn, cumulative(asOwn));
  return found(asOwn);
}
