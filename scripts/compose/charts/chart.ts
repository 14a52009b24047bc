/** Line -> ChartData: its quarters on a time axis, and the words that say what the drawing shows. */
import type { SeriesPoint } from "../../model/analysis.ts";
import type { ChartData } from "../../model/chart.ts";
import { formatNumber, formatPeriodShort, plural } from "../../model/format.ts";
import type { Period } from "../../model/period.ts";
import { type Context, monthAndYear } from "../context/context.ts";
import type { CountedLine } from "../context/lines.ts";
import { rangeWords } from "../sentences/overview.ts";
import { joinWords, unitPlural } from "../words/words.ts";

/** A quarter of the axis that the line's series does not hold is not known: null. */
export function chart(c: Context, line: CountedLine, axis: readonly Period[]): ChartData {
  const a = line.whole;
  const byStart = new Map(a.series.map((p) => [p.figure.period.first, p]));
  const points = axis.map((p) => byStart.get(p.first));
  const at = (position: SeriesPoint["position"]) => points.flatMap((p, i) => (p?.position === position ? [i] : []));
  return {
    id: c.numbering.uniqueId(`graphique-${a.statement}-${line.key}`),
    title: line.label,
    unit: unitPlural(a.unit ?? "fait"),
    labels: axis.map(formatPeriodShort),
    values: points.map((p) => p?.figure.value ?? null),
    rolling: points.map((p) => p?.rolling.value ?? null),
    range: points.map((p) => (p?.range ? { low: p.range.low, high: p.range.high } : null)),
    above: at("above"),
    below: at("below"),
    breaks: points.flatMap((p, i) =>
      p?.breakBefore ? [{ before: i, label: `Rupture de série, ${monthAndYear(p.breakBefore.from)}` }] : [],
    ),
    alternative: alternative(line),
  };
}

/** "Homicides, 13 trimestres : de 0 à 1, dernier 0, intervalle attendu de 0 à 2. Aucun trimestre hors de son intervalle." */
function alternative({ label, whole: a }: CountedLine): string {
  const course = knownCourse(a.series);
  const values = course.flatMap((p) => p.figure.value ?? []);
  const last = course.at(-1);
  const outside = course.filter((p) => p.position === "above" || p.position === "below");
  const breaks = a.series.flatMap((p) => (p.breakBefore === null ? [] : [monthAndYear(p.breakBefore.from)]));
  // All of them, however many: a list that says « hors de leur intervalle » leaves none out.
  const outsideWords = joinWords(
    outside.map(
      (p) => `${formatPeriodShort(p.figure.period)} (${p.position === "above" ? "au-dessus" : "en dessous"})`,
    ),
  );
  return [
    `${label}, ${plural(course.length, "trimestre")} : de ${formatNumber(Math.min(...values))} à ${formatNumber(Math.max(...values))}, dernier ` +
      `${last?.figure.value == null ? "non disponible" : formatNumber(last.figure.value)}${last?.range ? `, intervalle attendu ${rangeWords(last.range)}` : ""}.`,
    outside.length === 0 ? "Aucun trimestre hors de son intervalle." : `Hors de leur intervalle : ${outsideWords}.`,
    ...(breaks.length === 0 ? [] : [`Rupture de série : ${joinWords(breaks)}.`]),
  ].join(" ");
}

/** From the first quarter that is known: a series may begin with quarters of which only the year is. */
export const knownCourse = (series: readonly SeriesPoint[]): readonly SeriesPoint[] => {
  const first = series.findIndex((p) => p.figure.value !== null);
  return first === -1 ? [] : series.slice(first);
};
