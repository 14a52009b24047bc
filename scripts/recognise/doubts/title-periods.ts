/**
 * A period said twice must agree: a title « cumulés depuis le 1er janvier » over quarters, a title of « 01/01 au 15/03 », of another
 * quarter or of another year than the figures. Held against the figures of the whole file: one table of it may be a reminder; the
 * name of a sheet against those of the sheet.
 */
import {
  addMonths,
  comparePeriods,
  contains,
  isWholeYear,
  lengthOf,
  monthOf,
  type Period,
  parsePeriodKey,
  periodKey,
  samePeriod,
  span,
  yearOf,
} from "../../model/period.ts";
import { fold, type Words } from "../../nomenclature/index.ts";
import { captionsIn } from "../layout/blocks.ts";
import { asking, countsIn, type Doubt, ofKind } from "../layout/outcome.ts";
import type { Line } from "../layout/surroundings.ts";
import { askPeriods } from "../periods/resolve.ts";
import { isCutShort } from "../periods/unfinished.ts";
import type { BlockReading } from "../table/block.ts";
import type { OpenTable } from "../table/table.ts";
import { fullPeriod, type PeriodPart } from "../words/period-part.ts";
import { type Facets, isCount, isExplained, isNamedAfterFigures } from "../words/said.ts";
import type { Tools } from "../words/tools.ts";
import { isScope } from "../words/vocabulary.ts";
import { countedIn, type Doubted, readingsOf } from "./rule.ts";

/** A period of figures that were read. */
interface Span {
  readonly period: Period;
  /** Said to run since January, or over twelve months; or the settings have said its period, whatever the titles say. */
  readonly running: boolean;
}

export function* titlePeriods(tables: readonly OpenTable[], { words }: Tools): Iterable<Doubted> {
  const counted = tables.map((t) => countedIn([t]));
  const ofFile = spansOf(counted.flat());
  const asked = askedIn(readingsOf(tables));
  for (const readings of counted) {
    const ofSheet = spansOf(readings);
    for (const reading of readings) {
      const { lines, notes, sheet } = reading.around;
      const titles = [
        ...lines.filter(saysPeriod),
        ...notes.filter((l) => saysPeriod(l) && speaksOfFigures(l, words) && !isMonthAfter(l, ofFile)),
      ];
      const name = lines.some(isSettled) || !saysPeriod(sheet) ? [] : [sheet];
      const instead =
        titleDoubt(titles, ofFile, (f, spans) => agrees(f, [...spans, ...asked])) ??
        titleDoubt(titles.filter(isOverAll(reading)), spansOf([reading]), isNotBefore) ??
        titleDoubt(name, ofSheet, (f, spans) => agrees(f, spans) && isNotBefore(f, spans)) ??
        titleDoubt([...titles, ...name], spansOf([reading], true), isWhole) ??
        titleDoubt(titles, spansOf([reading], true), agrees);
      if (instead) yield { reading, instead };
    }
  }
}

/** "Cumul 2025" over the first lines, where "Cumul 2026" stands over the next, is a caption as the second, and no title of both. */
const isOverAll = ({ block }: BlockReading): ((line: Line) => boolean) => {
  const hasDatedCaptions = captionsIn(block).some(({ facets }) => facets.periods.length > 0);
  return ({ where, facets }) => !hasDatedCaptions || where !== "above" || facets.statements.length > 0;
};

const isSettled = ({ facets }: Line): boolean => facets.isPeriodTold && facets.periods.length > 0;

/** A title of the table, and no sentence beside it: understood, or named after a document or after facts. */
function saysPeriod({ facets, text }: Line): boolean {
  const { isPeriodTold, mentions, periods, residual, statements, unreadable, until } = facets;
  const saysEnd = until.length > 0 && mentions.includes("figures");
  const isOfFigures = statements.length > 0 || residual === "" || saysEnd || isScope(text);
  const isTitle = isOfFigures || (isNamedAfterFigures(facets) && !/\.\s*$/.test(text));
  return !isPeriodTold && isTitle && periods.length + unreadable.length + until.length > 0;
}

/** A note, or a line under the table: "Champ : …", "Données arrêtées au 15 mars 2026", "Cumul sur 12 mois glissants"; « Mars est provisoire » is none. */
const speaksOfFigures = ({ facets, text }: Line, { provisional }: Words): boolean =>
  isScope(text) ||
  facets.until.length > 0 ||
  (isExplained(facets) && isCount(facets) && fold(text).search(provisional) === -1);

/** "Avril 2026" under the figures of March: the month in which it was made. */
function isMonthAfter({ facets: { periods } }: Line, spans: readonly Span[]): boolean {
  const latest = latestOf(spans);
  const [only, other] = periods.map(fullPeriod);
  return (
    other === undefined &&
    only !== undefined &&
    lengthOf(only) === 1 &&
    latest !== undefined &&
    only.first > latest.last
  );
}

/** Each once. `fromFolder`: those of counts whose period no text says. */
function spansOf(readings: readonly BlockReading[], fromFolder = false): readonly Span[] {
  const spans = readings.flatMap(({ around, outcomes }) => {
    const settled = around.lines.filter(isSettled).flatMap((l) => l.facets.periods.flatMap((p) => fullPeriod(p) ?? []));
    const own = countsIn(outcomes).filter((count) => count.fromFolder === fromFolder);
    return own.map(
      ({ running, observation: { period } }): Span => ({
        period,
        running: running !== null || settled.some((p) => samePeriod(p, period)),
      }),
    );
  });
  return [...new Map(spans.map((s) => [`${periodKey(s.period)} ${s.running}`, s])).values()];
}

/** Months that figures may be of, and that are asked about: the question about them comes before one about the title. */
const askedIn = (readings: readonly BlockReading[]): readonly Span[] =>
  readings
    .flatMap(({ outcomes }) => ofKind(outcomes, "doubt"))
    .flatMap(({ outcome: { asks } }) => (asks?.kind === "period" ? asks.may : []))
    .flatMap((key) => parsePeriodKey(key) ?? [])
    .map((period) => ({ period, running: false }));

function titleDoubt(
  titles: readonly Line[],
  spans: readonly Span[],
  holds: (facets: Facets, spans: readonly Span[]) => boolean,
): Doubt | null {
  const latest = latestOf(spans);
  const title = titles.find(({ facets }) => !holds(facets, spans));
  return title && latest ? asking(title.text, askPeriods([latest]), HINT) : null;
}
const HINT = "Si c'est ce texte qui a raison, demandez au service un fichier dont le tableau dit la même période.";

/** A sheet, or a title, is of the latest year under it: "2025" is no name for "T1 2025 | T1 2026". */
function isNotBefore({ periods }: Facets, spans: readonly Span[]): boolean {
  const years = periods.flatMap((p) => (typeof p.year === "number" && !p.within && !p.own ? [p.year] : []));
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

/** Does each period of the title have figures? "T3 2026 et cumul" has enough with those of one of the two. */
function agrees(facets: Facets, spans: readonly Span[]): boolean {
  if (!isWhole(facets, spans)) return false;
  const runs = (p: PeriodPart): boolean => (p.cumulative || p.rolling) === true && !p.within && !p.full;
  const { periods } = facets;
  const others = periods.filter((p) => !runs(p));
  if (others.length > 0) return others.every((part) => hasFigures(part, spans));
  const isRunning = ({ period, running }: Span): boolean => running || monthOf(period.first) === 1;
  return periods.length === 0 || periods.some((p) => (p.rolling ? isCovered(spans, 12) : spans.some(isRunning)));
}

function hasFigures(part: PeriodPart, spans: readonly Span[]): boolean {
  const { cumulative, rolling, within, wholeYear, year } = part;
  if (rolling) return isCovered(spans, 12);
  if (!within && !part.full)
    return typeof year !== "number" || spans.some(({ period }) => yearOf(period.last) === year);
  const full = wholeYear && !within ? undefined : fullPeriod(part);
  const titles = full ? [full] : spans.map(({ period }) => span(yearOf(period.last), ...(within ?? [1, 12])));
  // "1er trimestre 2026" over whole years that are over: what the statement reminds of
  const areYearsBefore = spans.every(({ period }) => isWholeYear(period) && full && period.last <= full.last);
  return areYearsBefore || titles.some((title) => haveAll(title, cumulative === true, spans));
}

/** As one count, or as the counts of their months or quarters. */
const isCovered = (spans: readonly Span[], months: number): boolean =>
  new Set(spans.flatMap(({ period }) => Array.from({ length: lengthOf(period) }, (_, i) => addMonths(period.first, i))))
    .size >= months;

/**
 * Figures of the title's own period: all its months, as one count or as several of which one may be lost, or a count since January
 * until its end. Over "Mars 2025 | Mars 2026" alone, a first quarter is the one or the other.
 */
function haveAll(title: Period, cumulative: boolean, spans: readonly Span[]): boolean {
  const isLast = ({ period }: Span): boolean => period.last === title.last;
  if (spans.some((s) => isLast(s) && (s.running || (cumulative && monthOf(s.period.first) === 1)))) return true;
  const within = spans.filter(({ period }) => contains(title, period));
  return within.some(isLast) && (within.some((s) => !isLast(s)) || isCovered(within, lengthOf(title)));
}
