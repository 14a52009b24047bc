/** Breaks in series: nothing is compared, tested or drawn together across one. */
import type { SeriesPoint } from "../model/analysis.ts";
import type { Indicator, SeriesBreak } from "../model/nomenclature.ts";
import { monthIndex, type Period } from "../model/period.ts";
import type { Settings } from "../model/settings.ts";
import { labelKey } from "../nomenclature/index.ts";

/** Breaks of one line, from the nomenclature and the settings, oldest first. The settings name a line by its id or by its label. */
export function breaksOf(
  statement: string,
  indicator: Indicator | undefined,
  label: string,
  settings: Settings,
): readonly SeriesBreak[] {
  const declared = settings.breaks
    .filter((b) => b.statement === statement)
    .filter((b) => b.indicator === indicator?.id || labelKey(b.indicator) === labelKey(label))
    .map(({ from, reason }) => ({ from, reason }));
  return [...(indicator?.breaks ?? []), ...declared].sort((a, b) => monthIndex(a.from) - monthIndex(b.from));
}

/** The latest break between two periods or within one of them: it starts after `before` starts, and not after `after` ends. */
export const breakBetween = (breaks: readonly SeriesBreak[], before: Period, after: Period): SeriesBreak | null =>
  breaks.findLast(
    (b) => monthIndex(b.from) > monthIndex(before.first) && monthIndex(b.from) <= monthIndex(after.last),
  ) ?? null;

/** The break that starts with a quarter or within it. */
export const breakIn = (breaks: readonly SeriesBreak[], quarter: Period): SeriesBreak | null =>
  breaks.findLast(
    (b) => monthIndex(b.from) >= monthIndex(quarter.first) && monthIndex(b.from) <= monthIndex(quarter.last),
  ) ?? null;

/** The quarters of a series that compare with its latest: those that do not start before the last break that it has seen. */
export function sinceLastBreak(series: readonly SeriesPoint[], breaks: readonly SeriesBreak[]): readonly SeriesPoint[] {
  const latest = series.at(-1);
  const last = latest && breaks.findLast((b) => b.from <= latest.figure.period.last);
  if (!last) return series;
  const origin = series.findIndex((point) => point.figure.period.first >= last.from);
  return origin === -1 ? series.slice(-1) : series.slice(origin);
}
