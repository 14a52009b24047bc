/** Line -> ChartData: its quarters on a time axis, and the words that say what the drawing shows. */

import type { Analysis, SeriesPoint } from "../../model/analysis.ts";
import type { ChartData } from "../../model/chart.ts";
import { isAnnounced, VERDICT_WORDS } from "../../model/degree.ts";
import { formatNumber, formatPercent, formatPeriodShort, joinWords, plural, upperFirst } from "../../model/format.ts";
import type { Period } from "../../model/period.ts";
import { type Context, monthAndYear } from "../context/context.ts";
import type { CountedLine } from "../context/lines.ts";
import { saidOf } from "../context/said.ts";
import { newsOf } from "../sentences/news.ts";
import { ordinaryWords } from "../sentences/trend-reading.ts";
import { shapeWords } from "../words/verdicts.ts";
import { formatMean, unitPlural } from "../words/words.ts";
import { eventsOn } from "./events.ts";

/**
 * A quarter of the axis that the line's series does not hold is not known: null.
 * @param title where the whole label has no room
 */
export function chart(c: Context, line: CountedLine, axis: readonly Period[], title = line.label): ChartData {
  const a = line.whole;
  const byStart = new Map(a.series.map((p) => [p.figure.period.first, p]));
  const points = axis.map((p) => byStart.get(p.first));
  const events = eventsOn(c, a.indicator, axis);
  const said = saidOf(a);
  return {
    id: c.numbering.uniqueId(`graphique-${a.statement}-${line.key}`),
    title,
    news: said === null ? "" : newsOf(a, said),
    unit: unitPlural(a.unit ?? "fait"),
    labels: axis.map(formatPeriodShort),
    values: points.map((p) => p?.figure.value ?? null),
    rolling: points.map((p) => p?.rolling.value ?? null),
    range: points.map((p, i) => (p?.range && isDrawn(points, i) ? { low: p.range.low, high: p.range.high } : null)),
    verdict: said?.sign ?? "ordinary",
    course: courseOf(a, points),
    breaks: points.flatMap((p, i) =>
      p?.breakBefore ? [{ before: i, label: `Rupture de série, ${monthAndYear(p.breakBefore.from)}` }] : [],
    ),
    ...(events.length > 0 && { events }),
    alternative: `${alternative(line)}${eventWords(events, axis)}`,
  };
}

const eventWords = (events: NonNullable<ChartData["events"]>, axis: readonly Period[]): string =>
  events.map(({ at, text }) => ` Note de la commune, ${formatPeriodShort(axis[at] as Period)} : ${text}`).join("");

/** Same quarters of earlier years from which a past range says something: of one or two years it would fill the drawing. */
const YEARS_DRAWN = 3;

/** The range of the last quarter, and those of earlier ones that rest on years enough. */
const isDrawn = (points: Points, index: number): boolean =>
  index === points.length - 1 ||
  points.filter((p, i) => i < index && (index - i) % 4 === 0 && p != null && p.figure.value !== null).length >=
    YEARS_DRAWN;

type Points = readonly (SeriesPoint | undefined)[];

/**
 * What is told over the years: one line that rises or falls by the same share each year, or the mean of either side of a change of level. Of a
 * level that has changed, and no one knows how, no line is drawn.
 */
function courseOf({ shape }: Analysis, points: Points): ChartData["course"] {
  if (!shape?.told || shape.kind === "changed") return [];
  const start = points.findIndex((p) => p?.figure.period.first === shape.since.first);
  if (start < 0) return [];
  const isTrend = shape.kind === "trend";
  const parts = isTrend ? [[start, points.length] as const] : [[0, start] as const, [start, points.length] as const];
  const growth = isTrend ? (1 + shape.change) ** 0.25 : 1;
  return parts.map(([from, to]) => {
    // The quarter of the bulletin is no part of what was fitted. Of counts, the fitted ones have the same sum.
    const known = points.flatMap((p, i) =>
      i >= from && i < Math.min(to, points.length - 1) && p?.figure.value != null
        ? [{ count: p.figure.value, weight: growth ** (i - from) }]
        : [],
    );
    const level = known.reduce((sum, { count }) => sum + count, 0) / known.reduce((sum, { weight }) => sum + weight, 0);
    return {
      label: isTrend ? `${formatPercent(shape.change)} par an` : `${formatMean(level, 1)} en moyenne`,
      values: points.map((_, i) => (i >= from && i < to ? level * growth ** (i - from) : null)),
    };
  });
}

/** "Homicides, 13 trimestres : de 0 à 1, dernier 0 (ordinaire : de 0 à 5)." */
function alternative({ label, whole: a }: CountedLine): string {
  const course = knownCourse(a.series);
  const values = course.flatMap((p) => p.figure.value ?? []);
  const last = course.at(-1);
  const said = saidOf(a);
  const breaks = a.series.flatMap((p) => (p.breakBefore === null ? [] : [monthAndYear(p.breakBefore.from)]));
  return [
    `${label}, ${plural(course.length, "trimestre")} : de ${formatNumber(Math.min(...values))} à ${formatNumber(Math.max(...values))}, dernier ` +
      `${last?.figure.value == null ? "non disponible" : formatNumber(last.figure.value)}${last?.range ? ` (${ordinaryWords(last.range)})` : ""}.`,
    ...(said && isAnnounced(said.sign) ? [`${upperFirst(VERDICT_WORDS[said.sign])}.`] : []),
    ...(said?.shape ? [`${upperFirst(shapeWords(said.shape))}.`] : []),
    ...(breaks.length === 0 ? [] : [`Rupture de série : ${joinWords(breaks)}.`]),
  ].join(" ");
}

/** From the first quarter that is known: a series may begin with quarters of which only the year is. */
export const knownCourse = (series: readonly SeriesPoint[]): readonly SeriesPoint[] => {
  const first = series.findIndex((p) => p.figure.value !== null);
  return first === -1 ? [] : series.slice(first);
};
