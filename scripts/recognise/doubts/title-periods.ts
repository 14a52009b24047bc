/**
 * A period said twice must agree: a title « cumulés depuis le 1er janvier » over quarters, a title of « 01/01 au 15/03 », of another
 * quarter or of another year than the figures. Held against the figures of the whole file: one table of it may be a reminder; the
 * name of a sheet against those of the sheet.
 */
import { quote } from "../../model/format.ts";
import {
  addMonths,
  comparePeriods,
  isWholeYear,
  lengthOf,
  type Month,
  month,
  monthIndex,
  monthOf,
  type Period,
  samePeriod,
  yearOf,
} from "../../model/period.ts";
import type { Line } from "../layout/nearest-lines.ts";
import { ambiguous, type Doubt, hasCounts } from "../layout/outcome.ts";
import { describePeriod, settlePeriods } from "../periods/resolve.ts";
import { isCutShort } from "../periods/unfinished.ts";
import type { BlockReading } from "../table/block.ts";
import type { OpenTable } from "../table/table.ts";
import { fullPeriod, type PeriodPart } from "../words/period-part.ts";
import type { Facets } from "../words/said.ts";
import { type Doubted, readingsOf } from "./rule.ts";

/** A period of figures that were read. */
interface Span {
  readonly period: Period;
  /** Said to run since January, or over twelve months; or the settings have said its period, whatever the titles say. */
  readonly running: boolean;
}

export function* titlePeriods(tables: readonly OpenTable[]): Iterable<Doubted> {
  const counted = tables.map((t) => readingsOf([t]).filter((r) => hasCounts(r.outcomes)));
  const spans = distinct(counted.flat().flatMap((r) => spansOf(r)));
  for (const sheet of counted) {
    const own = distinct(sheet.flatMap((r) => spansOf(r)));
    for (const reading of sheet) {
      const { titles, sheet: name } = reading;
      const instead =
        titleDoubt(titles, spans, "ce titre") ??
        titleDoubt(titles, distinct(spansOf(reading)), "ce titre", isNotBefore) ??
        titleDoubt(listed(name), own, "le nom de la feuille", sheetAgrees) ??
        titleDoubt(
          [...titles, ...listed(name)],
          spansOf(reading, true),
          "ce texte",
          isWhole,
          "le dossier de la livraison",
        );
      if (instead) yield { reading, instead };
    }
  }
}

/** `fromFolder`: those of counts whose period no text says. */
const spansOf = ({ outcomes, settled }: BlockReading, fromFolder = false): readonly Span[] =>
  outcomes.flatMap(({ outcome }) => {
    if (outcome.kind !== "count" || outcome.fromFolder !== fromFolder) return [];
    const { period } = outcome.observation;
    return [{ period, running: outcome.running !== null || settled.some((p) => samePeriod(p, period)) }];
  });

function distinct(spans: readonly Span[]): readonly Span[] {
  const seen = new Map(spans.map((s) => [`${s.period.first}/${s.period.last}/${s.running}`, s]));
  return [...seen.values()];
}

const listed = (line: Line | null): readonly Line[] => (line === null ? [] : [line]);

function titleDoubt(
  titles: readonly Line[],
  spans: readonly Span[],
  what: string,
  holds: (facets: Facets, spans: readonly Span[]) => boolean = agrees,
  by = "le tableau",
): Doubt | null {
  const latest = latestOf(spans);
  const title = titles.find(({ facets }) => !holds(facets, spans));
  if (!title || !latest) return null;
  const { text } = title;
  return ambiguous(
    text,
    [
      `les faits sont ceux que dit ${by} : ${describePeriod(latest)}`,
      `les faits sont ceux que dit ${what} : ${quote(text)}`,
    ],
    {
      settle: settlePeriods(text, [latest]),
      hint: `Si c'est ${what} qui a raison, demandez au service un fichier dont le tableau dit la même période.`,
    },
  );
}

/** The same of a sheet. */
const sheetAgrees = (facets: Facets, spans: readonly Span[]): boolean =>
  agrees(facets, spans) && isNotBefore(facets, spans);

/** A sheet, or a title, is of the latest year under it: "2025" is no name for "T1 2025 | T1 2026". */
function isNotBefore({ periods }: Facets, spans: readonly Span[]): boolean {
  const years = periods.flatMap((p) => (typeof p.year === "number" && !p.within ? [p.year] : []));
  const latest = latestOf(spans);
  return !latest || years.length === 0 || years.length < periods.length || Math.max(...years) >= yearOf(latest.last);
}

const latestOf = (spans: readonly Span[]): Period | undefined =>
  spans.map((s) => s.period).toSorted((a, b) => comparePeriods(b, a) || lengthOf(a) - lengthOf(b))[0];

/** It says no range of days, and no end before that of the figures: "au 15 mars 2026". */
function isWhole({ unreadable, until }: Facets, spans: readonly Span[]): boolean {
  const latest = latestOf(spans);
  return unreadable.length === 0 && !(latest && until.some((day) => isCutShort(day, latest)));
}

/**
 * Does each period of the title have figures? "T3 2026 et cumul" has enough with those of one of the two; "T1 2026 - 12 mois glissants" is of
 * twelve months.
 */
function agrees(facets: Facets, spans: readonly Span[]): boolean {
  if (!isWhole(facets, spans)) return false;
  const { periods } = facets;
  const running = periods.filter((p) => (p.cumulative || p.rolling) && !p.within && !p.full);
  const others = periods.filter((p) => !running.includes(p));
  if (periods.some((p) => p.rolling && p.within) && !coverYear(spans)) return false;
  if (others.length > 0) return others.every((part) => hasFigures(part, spans));
  return running.length === 0 || running.some((p) => (p.rolling ? coverYear(spans) : spans.some(isRunning)));
}

/** Twelve months of figures, as one count or as the counts of their months or quarters. */
const coverYear = (spans: readonly Span[]): boolean => monthsOf(spans).size >= 12;

const monthsOf = (spans: readonly Span[]): ReadonlySet<Month> =>
  new Set(
    spans.flatMap(({ period }) => Array.from({ length: lengthOf(period) }, (_, i) => addMonths(period.first, i))),
  );

/** A count since January: said so, or the first quarter or half-year. */
const isRunning = ({ period, running }: Span): boolean => running || monthOf(period.first) === 1;

function hasFigures(part: PeriodPart, spans: readonly Span[]): boolean {
  const full = fullPeriod(part);
  if (full && (!part.wholeYear || part.within))
    return haveAll(full, part.cumulative === true, spans) || areYearsBefore(full, spans) || isSending(full, spans);
  const { within, year } = part;
  if (within)
    return yearsOf(spans).some((y) =>
      haveAll({ first: month(y, within[0]), last: month(y, within[1]) }, part.cumulative === true, spans),
    );
  return typeof year !== "number" || spans.some(({ period }) => yearOf(period.last) === year);
}

const yearsOf = (spans: readonly Span[]): readonly number[] => [
  ...new Set(spans.map(({ period }) => yearOf(period.last))),
];

/** "IS 101 - avril 2026" over the first quarter: when it was sent. */
function isSending(title: Period, spans: readonly Span[]): boolean {
  const latest = Math.max(...spans.map(({ period }) => monthIndex(period.last)));
  const after = monthIndex(title.last) - latest;
  return lengthOf(title) === 1 && after > 0 && after <= 3;
}

/**
 * Figures of the title's own period: all its months, as one count or as several of which one may be lost, or a count since January
 * until its end. Over "Mars 2025 | Mars 2026" alone, a first quarter is the one or the other.
 */
function haveAll(title: Period, cumulative: boolean, spans: readonly Span[]): boolean {
  const isLast = ({ period }: Span): boolean => period.last === title.last;
  if (spans.some((s) => isLast(s) && (cumulative ? isRunning(s) : s.running))) return true;
  const within = spans.filter(
    ({ period: { first, last } }) =>
      monthIndex(first) >= monthIndex(title.first) && monthIndex(last) <= monthIndex(title.last),
  );
  return within.some(isLast) && (within.some((s) => !isLast(s)) || monthsOf(within).size === lengthOf(title));
}

/** "1er trimestre 2026" over whole years that are over: what the statement reminds of. */
const areYearsBefore = (title: Period, spans: readonly Span[]): boolean =>
  spans.every(({ period }) => isWholeYear(period) && monthIndex(period.last) <= monthIndex(title.last));
