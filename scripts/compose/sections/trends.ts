/** « Tendances »: a figure for each indicator and each family, in the order of the tables, on one time axis. */
import type { Analysis, SeriesPoint } from "../../model/analysis.ts";
import type { Block, Figure, Section } from "../../model/bulletin.ts";
import type { ChartData } from "../../model/chart.ts";
import { formatNumber, formatPeriodShort, plural } from "../../model/format.ts";
import type { StatementId } from "../../model/observation.ts";
import { addMonths, monthIndex, monthOf, type Period, yearOf } from "../../model/period.ts";
import { figureText } from "../context/cells.ts";
import { type Context, monthAndYear, statementLabel } from "../context/context.ts";
import { type Line, linesOf } from "../context/lines.ts";
import { champ, source } from "../sentences/notes.ts";
import { rangesOverview } from "../sentences/overview.ts";
import { figureReading, rangeWords } from "../sentences/trend-reading.ts";
import { joinNames, joinWords, unitPlural } from "../words/words.ts";

export function trendsSection(c: Context): Section | undefined {
  const drawn = c.nomenclature.statements.map((s) => ({ statement: s.id, lines: drawnLines(c, s.id) }));
  const all = drawn.flatMap(({ lines }) => lines);
  if (all.length === 0) return undefined;
  const axis = timeAxis(all);
  const overview = rangesOverview(all);
  return {
    id: "tendances",
    title: "Tendances",
    blocks: [
      {
        kind: "paragraph",
        text:
          "Chaque graphique montre les nombres de tous les trimestres connus. La bande est l'intervalle attendu : les " +
          "nombres que les mêmes trimestres des années précédentes rendent ordinaires. Une marque signale un trimestre " +
          "hors de la bande ; le pointillé est la moyenne par trimestre des douze derniers mois.",
      },
      ...(overview === "" ? [] : [{ kind: "paragraph" as const, text: overview }]),
      ...drawn.flatMap(({ statement, lines }) => figuresOf(c, statement, lines, axis)),
    ],
  };
}

/**
 * A figure for each family, each line that stands under none, and each sub-line whose family was sent without a count. Only
 * a series that knows two quarters in a row: points a year apart draw no course.
 */
function drawnLines(c: Context, statement: StatementId): readonly Line[] {
  const all = linesOf(c, statement);
  const counted = new Set(all.flatMap((l) => (l.isFamily && l.whole ? [l.whole.indicator ?? l.whole.label] : [])));
  return all.filter(
    (l) =>
      (l.level === 0 || !counted.has(l.whole?.family ?? "")) &&
      l.whole?.series.some((p, i, all) => i > 0 && p.figure.value !== null && all[i - 1]?.figure.value !== null),
  );
}

/** Every quarter from the first that a line knows to the last: the axis that all drawings share. */
function timeAxis(lines: readonly Line[]): readonly Period[] {
  const known = lines
    .flatMap((l) => l.whole?.series.map((p) => p.figure.period) ?? [])
    .sort((a, b) => monthIndex(a.first) - monthIndex(b.first));
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return [];
  const axis = [first];
  for (let next = quarterAfter(first); monthIndex(next.first) <= monthIndex(last.first); next = quarterAfter(next))
    axis.push(next);
  return axis;
}

const quarterAfter = (p: Period): Period => ({ first: addMonths(p.first, 3), last: addMonths(p.last, 3) });

function figuresOf(
  c: Context,
  statement: StatementId,
  lines: readonly Line[],
  axis: readonly Period[],
): readonly Block[] {
  if (lines.length === 0) return [];
  const trends = lines.filter((l) => l.whole?.trend != null).length;
  return [
    {
      kind: "figures",
      title: `${statementLabel(c, statement)} : nombres trimestriels${periodWords(axis)}`,
      champ: champ(c, statement, lines),
      source: source(c, statement),
      figures: lines.flatMap((l) => (l.whole === null ? [] : [figure(c, l, l.whole, trends, axis)])),
    },
  ];
}

/** ", T1 2023 à T1 2026" */
function periodWords(axis: readonly Period[]): string {
  const first = axis[0];
  const last = axis.at(-1);
  return first && last ? `, ${formatPeriodShort(first)} à ${formatPeriodShort(last)}` : "";
}

function figure(c: Context, line: Line, a: Analysis, trends: number, axis: readonly Period[]): Figure {
  return {
    number: c.numbering.nextFigure(),
    line: line.key,
    chart: chart(c, line, a, axis),
    reading: figureReading(c, a, trends),
    table: quartersByYear(a.series),
  };
}

/** A quarter of the axis that the line's series does not hold is not known: null. */
function chart(c: Context, line: Line, a: Analysis, axis: readonly Period[]): ChartData {
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
    alternative: alternative(line, a),
  };
}

/** "Homicides, 13 trimestres : de 0 à 1, dernier 0, intervalle attendu de 0 à 2. Aucun trimestre hors de son intervalle." */
function alternative(line: Line, a: Analysis): string {
  const values = a.series.flatMap((p) => p.figure.value ?? []);
  const last = a.series.at(-1);
  const outside = a.series.filter((p) => p.position === "above" || p.position === "below");
  const breaks = a.series.flatMap((p) => (p.breakBefore === null ? [] : [monthAndYear(p.breakBefore.from)]));
  const outsideWords = joinNames(
    outside.map(
      (p) => `${formatPeriodShort(p.figure.period)} (${p.position === "above" ? "au-dessus" : "en dessous"})`,
    ),
  );
  return [
    `${line.label}, ${plural(a.series.length, "trimestre")} : de ${formatNumber(Math.min(...values))} à ${formatNumber(Math.max(...values))}, dernier ` +
      `${last?.figure.value == null ? "non disponible" : formatNumber(last.figure.value)}${last?.range ? `, intervalle attendu ${rangeWords(last.range)}` : ""}.`,
    outside.length === 0 ? "Aucun trimestre hors de son intervalle." : `Hors de leur intervalle : ${outsideWords}.`,
    ...(breaks.length === 0 ? [] : [`Rupture de série : ${joinWords(breaks)}.`]),
  ].join(" ");
}

/** Quarters down, years across, then the year's total once its four quarters are known; "–": outside the series held. */
function quartersByYear(series: readonly SeriesPoint[]): Figure["table"] {
  const years = [...new Set(series.map((p) => yearOf(p.figure.period.last)))];
  const point = (year: number, n: number) =>
    series.find((p) => yearOf(p.figure.period.last) === year && monthOf(p.figure.period.last) === n * 3);
  const cell = (year: number, n: number): string => {
    const found = point(year, n);
    return found === undefined ? "–" : figureText(found.figure);
  };
  const total = (year: number): string => {
    const fourth = point(year, 4);
    return fourth === undefined ? "–" : figureText(fourth.rolling);
  };
  return {
    columns: ["Trimestre", ...years.map(String)],
    rows: [
      ...[1, 2, 3, 4].map((n) => [n === 1 ? "1er" : `${n}e`, ...years.map((y) => cell(y, n))]),
      ["Année", ...years.map(total)],
    ],
  };
}
