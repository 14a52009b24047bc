/** Line -> ChartData: its quarters on a time axis, and the words that say what the drawing shows. */

import { type Analysis, readingOf, type SeriesPoint } from "../../model/analysis.ts";
import type { ChartData } from "../../model/chart.ts";
import { isAnnounced, VERDICT_WORDS } from "../../model/degree.ts";
import { formatNumber, formatPeriodShort, joinWords, plural } from "../../model/format.ts";
import type { Period } from "../../model/period.ts";
import { type Context, monthAndYear } from "../context/context.ts";
import type { CountedLine } from "../context/lines.ts";
import { ordinaryWords } from "../sentences/overview.ts";
import { finding, shapeWords } from "../words/verdicts.ts";
import { unitPlural, upperFirst } from "../words/words.ts";
import { eventsOn } from "./events.ts";

/** A quarter of the axis that the line's series does not hold is not known: null. */
export function chart(c: Context, line: CountedLine, axis: readonly Period[]): ChartData {
  const a = line.whole;
  const byStart = new Map(a.series.map((p) => [p.figure.period.first, p]));
  const points = axis.map((p) => byStart.get(p.first));
  const events = eventsOn(c, a.indicator, axis);
  return {
    id: c.numbering.uniqueId(`graphique-${a.statement}-${line.key}`),
    title: line.label,
    news: finding(a),
    unit: unitPlural(a.unit ?? "fait"),
    labels: axis.map(formatPeriodShort),
    values: points.map((p) => p?.figure.value ?? null),
    rolling: points.map((p) => p?.rolling.value ?? null),
    range: points.map((p, i) => (p?.range && isDrawn(points, i) ? { low: p.range.low, high: p.range.high } : null)),
    verdict: readingOf(a)?.verdict ?? "not-judged",
    step: stepOf(a, points),
    breaks: points.flatMap((p, i) =>
      p?.breakBefore ? [{ before: i, label: `Rupture de série, ${monthAndYear(p.breakBefore.from)}` }] : [],
    ),
    ...(events.length > 0 && { events }),
    alternative: `${alternative(line)}${eventWords(events, axis)}`,
  };
}

const eventWords = (events: NonNullable<ChartData["events"]>, axis: readonly Period[]): string =>
  events.map(({ at, number }) => ` Note ${number} de la commune : ${formatPeriodShort(axis[at] as Period)}.`).join("");

/** Same quarters of earlier years from which a past range says something: of one or two years it would fill the drawing. */
const YEARS_DRAWN = 3;

/** The range of the last quarter, and those of earlier ones that rest on years enough. */
const isDrawn = (points: readonly (SeriesPoint | undefined)[], index: number): boolean =>
  index === points.length - 1 ||
  points.filter((p, i) => i < index && (index - i) % 4 === 0 && p != null && p.figure.value !== null).length >=
    YEARS_DRAWN;

/** The change of level that is told, as the means of the quarters on either side. */
function stepOf({ shape }: Analysis, points: readonly (SeriesPoint | undefined)[]): ChartData["step"] {
  if (!shape?.told || shape.kind !== "step") return null;
  const before = points.findIndex((p) => p?.figure.period.first === shape.since.first);
  const mean = (own: readonly (SeriesPoint | undefined)[]): number => {
    const known = own.flatMap((p) => p?.figure.value ?? []);
    return known.reduce((sum, n) => sum + n, 0) / Math.max(1, known.length);
  };
  return before < 0 ? null : { before, from: mean(points.slice(0, before)), to: mean(points.slice(before, -1)) };
}

/** "Homicides, 13 trimestres : de 0 à 1, dernier 0 (ordinaire : de 0 à 5)." */
function alternative({ label, whole: a }: CountedLine): string {
  const course = knownCourse(a.series);
  const values = course.flatMap((p) => p.figure.value ?? []);
  const last = course.at(-1);
  const breaks = a.series.flatMap((p) => (p.breakBefore === null ? [] : [monthAndYear(p.breakBefore.from)]));
  const verdict = readingOf(a)?.verdict ?? "not-judged";
  return [
    `${label}, ${plural(course.length, "trimestre")} : de ${formatNumber(Math.min(...values))} à ${formatNumber(Math.max(...values))}, dernier ` +
      `${last?.figure.value == null ? "non disponible" : formatNumber(last.figure.value)}${last?.range ? ` (${ordinaryWords(last.range)})` : ""}.`,
    ...(isAnnounced(verdict) ? [`${upperFirst(VERDICT_WORDS[verdict])}.`] : []),
    ...(a.shape?.told && !a.shape.denied ? [`${upperFirst(shapeWords(a.shape))}.`] : []),
    ...(breaks.length === 0 ? [] : [`Rupture de série : ${joinWords(breaks)}.`]),
  ].join(" ");
}

/** From the first quarter that is known: a series may begin with quarters of which only the year is. */
export const knownCourse = (series: readonly SeriesPoint[]): readonly SeriesPoint[] => {
  const first = series.findIndex((p) => p.figure.value !== null);
  return first === -1 ? [] : series.slice(first);
};
