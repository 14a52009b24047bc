/**
 * Lines -> what draws them: some large, each with its number and the sentence beside it; all the others small, by theme, on one scale a theme.
 *
 * A large chart in a section is one entry of its blocks:
 *   ...charts(c, linesOf(c, "IS101").filter((l) => l.key === "homicides"))
 */
import type { ChartData } from "../../model/chart.ts";
import type { Block, CurvesOfTheme, NumberedChart } from "../../model/document/bulletin.ts";
import { formatNumber, formatPeriodShort, upperFirst } from "../../model/format.ts";
import { comparePeriods, type Period, shiftQuarters } from "../../model/period.ts";
import type { Context } from "../context/context.ts";
import { type CountedLine, countedLines, type Line, shortName } from "../context/lines.ts";
import { linesByTheme } from "../context/themes.ts";
import { chartReading } from "../sentences/trend-reading.ts";
import { unitPlural } from "../words/words.ts";
import { chart, knownCourse } from "./chart.ts";

/** Nothing when none of the lines can be drawn. All charts of a document stand on one time axis. */
export function charts(c: Context, lines: readonly Line[]): readonly Block[] {
  const drawn = lines.filter(hasCourse);
  if (drawn.length === 0) return [];
  const axis = timeAxis([...chartedLines(c), ...drawn]);
  return [
    {
      kind: "charts",
      title: `Nombres trimestriels${periodWords(axis)}`,
      champ: "Indicateurs et familles des états.",
      source: "Mêmes sources qu'au tableau 1.",
      charts: drawn.map((line) => ({
        number: c.numbering.nextChart(),
        line: line.key,
        chart: chart(c, line, axis),
        reading: `${upperFirst(unitPlural(line.whole.unit ?? "fait"))} par trimestre. ${chartReading(c, line.whole)}`,
      })),
    },
  ];
}

/** Each line small, with those of its theme. */
export function curves(
  c: Context,
  lines: readonly CountedLine[],
  { title, notes, to }: Pick<Extract<Block, { kind: "curves" }>, "title" | "notes" | "to">,
): readonly Block[] {
  if (lines.length === 0) return [];
  const axis = timeAxis(chartedLines(c));
  const themes = linesByTheme(c, lines).map(({ label, lines: own }): CurvesOfTheme => {
    const drawn = own.map((line) => ({ line: line.key, chart: chart(c, line, axis, shortName(c, line)) }));
    const top = roundUp(Math.max(...drawn.map((one) => highest(one.chart))));
    return {
      label,
      scale: `de 0 à ${formatNumber(top)}`,
      curves: drawn.map((one) => ({ ...one, chart: { ...one.chart, top } })),
    };
  });
  return [
    {
      kind: "curves",
      number: c.numbering.nextChart(),
      title: `${title}${periodWords(axis)}`,
      themes,
      notes: [
        "Une échelle par thème, la même pour toutes ses lignes. Le point est le dernier trimestre, avec son nombre.",
        ...notes,
      ],
      to,
    },
  ];
}

/** For the wall: each line large, on the axis of all. */
export const largeCharts = (
  c: Context,
  lines: readonly CountedLine[],
): readonly Pick<NumberedChart, "chart" | "line">[] =>
  lines.map((line) => ({ line: line.key, chart: chart(c, line, timeAxis(chartedLines(c))) }));

/** All that is drawn of one line, at its highest. */
const highest = ({ values, range }: ChartData): number =>
  Math.max(0, range.at(-1)?.high ?? 0, ...values.map((value) => value ?? 0));

/** An end of a scale that is said easily: 4 at least, then fives, tens, fifties. */
function roundUp(count: number): number {
  const step = count <= 10 ? 1 : count <= 50 ? 5 : 10 ** Math.floor(Math.log10(count)) / 2;
  return Math.max(4, Math.ceil(count / step) * step);
}

/** Every line whose quarters can be drawn. */
export const chartedLines = (c: Context): readonly CountedLine[] => countedLines(c).filter(hasCourse);

/** Two quarters in a row are known: points a year apart draw no course. */
export const hasCourse = (line: Line): line is CountedLine =>
  line.whole?.series.some((p, i, all) => i > 0 && p.figure.value !== null && all[i - 1]?.figure.value !== null) ??
  false;

/** Every quarter from the first that a line knows to the bulletin's: the period that the title names is that of the figures. */
export function timeAxis(lines: readonly CountedLine[]): readonly Period[] {
  const known = lines
    .flatMap((l) => [...knownCourse(l.whole.series), ...l.whole.series.slice(-1)].map((p) => p.figure.period))
    .sort(comparePeriods);
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return [];
  const axis = [first];
  for (let next = shiftQuarters(first, 1); comparePeriods(next, last) <= 0; next = shiftQuarters(next, 1))
    axis.push(next);
  return axis;
}

/** ", T1 2023 à T1 2026" */
export function periodWords(axis: readonly Period[]): string {
  const first = axis[0];
  const last = axis.at(-1);
  return first && last ? `, ${formatPeriodShort(first)} à ${formatPeriodShort(last)}` : "";
}
