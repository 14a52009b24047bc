/**
 * Lines -> a block of charts: each line's chart with its number, the sentence beside it and its counts as a table.
 *
 * A chart in a section is one entry of its blocks:
 *   ...charts(c, "IS101", linesOf(c, "IS101").filter((l) => l.key === "homicides"))
 */
import type { Figure, SeriesPoint } from "../../model/analysis.ts";
import type { Block, NumberedChart } from "../../model/document/bulletin.ts";
import type { TableCell } from "../../model/document/table.ts";
import { formatPeriodShort } from "../../model/format.ts";
import type { StatementId } from "../../model/observation.ts";
import { addMonths, monthIndex, monthOf, type Period, yearOf } from "../../model/period.ts";
import { figureCell } from "../context/cells.ts";
import { type Context, statementLabel } from "../context/context.ts";
import { type CountedLine, type Line, linesOf } from "../context/lines.ts";
import { againstItsQuarters, asGiven, quartersIn, sumOf } from "../context/sums.ts";
import { champ, source } from "../sentences/notes.ts";
import { chartReading } from "../sentences/trend-reading.ts";
import { chart, knownCourse } from "./chart.ts";

/** Nothing when none of the lines can be drawn. All charts of a document stand on one time axis. */
export function charts(c: Context, statement: StatementId, lines: readonly Line[]): readonly Block[] {
  const drawn = lines.filter(hasCourse);
  if (drawn.length === 0) return [];
  const axis = timeAxis([...c.nomenclature.statements.flatMap((s) => chartedLines(c, s.id)), ...drawn]);
  return [
    {
      kind: "charts",
      title: `${statementLabel(c, statement)} : nombres trimestriels${periodWords(axis)}`,
      champ: champ(c, statement, drawn),
      source: source(c, statement),
      charts: drawn.map((line) => ({
        number: c.numbering.nextChart(),
        line: line.key,
        chart: chart(c, line, axis),
        reading: chartReading(c, line.whole),
        table: quartersByYear(line.whole.series),
      })),
    },
  ];
}

/** The lines that « Tendances » draws: each family, each line that stands under none, each sub-line of a family without a count. */
export function chartedLines(c: Context, statement: StatementId): readonly CountedLine[] {
  const all = linesOf(c, statement);
  const counted = new Set(all.flatMap((l) => (l.isFamily && l.whole ? [l.whole.indicator ?? l.whole.label] : [])));
  return all.filter(hasCourse).filter((l) => l.level === 0 || !counted.has(l.whole.family ?? ""));
}

/** Two quarters in a row are known: points a year apart draw no course. */
export const hasCourse = (line: Line): line is CountedLine =>
  line.whole?.series.some((p, i, all) => i > 0 && p.figure.value !== null && all[i - 1]?.figure.value !== null) ??
  false;

/** Every quarter from the first that a line knows to the bulletin's: the period that the title names is that of the figures. */
export function timeAxis(lines: readonly CountedLine[]): readonly Period[] {
  const known = lines
    .flatMap((l) => [...knownCourse(l.whole.series), ...l.whole.series.slice(-1)].map((p) => p.figure.period))
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

/** ", T1 2023 à T1 2026" */
export function periodWords(axis: readonly Period[]): string {
  const first = axis[0];
  const last = axis.at(-1);
  return first && last ? `, ${formatPeriodShort(first)} à ${formatPeriodShort(last)}` : "";
}

/** Years beside each chart, the latest: more would fill the page; the whole series is drawn, and stands in donnees.csv. */
const MOST_YEARS = 8;

/**
 * A year a row: its quarters, then its total once the year is over; "–": outside the series held. A total that is not the sum of the quarters
 * beside it says so: "63 transmis".
 */
function quartersByYear(series: readonly SeriesPoint[]): NumberedChart["table"] {
  const course = new Set(knownCourse(series));
  const years = [...Map.groupBy(series, (p) => yearOf(p.figure.period.last))].filter(([, points]) =>
    points.some((p) => course.has(p) || (isFourth(p) && p.rolling.value !== null)),
  );
  const shown = years.slice(-MOST_YEARS);
  const rows = shown.map(([year, points]): readonly TableCell[] => [
    { text: String(year) },
    ...[1, 2, 3, 4].map((n) => {
      const point = points.find((p) => monthOf(p.figure.period.last) === n * 3);
      return point !== undefined && course.has(point) ? figureCell(point.figure) : OUTSIDE;
    }),
    totalCell(series, points.find(isFourth)?.rolling),
  ]);
  const notes = shown.flatMap(([year, points]) => {
    const total = points.find(isFourth)?.rolling;
    const why = total && againstItsQuarters(series, total);
    return total === undefined || why === undefined ? [] : [`${year} : ${asGiven(total)}, ${why}`];
  });
  const [first] = years;
  const [oldest] = shown;
  if (first && oldest && first !== oldest) notes.push(`${first[0]} à ${oldest[0] - 1} : voir donnees.csv`);
  return {
    columns: ["Année", "1er trim.", "2e", "3e", "4e", "Total"],
    rows,
    ...(notes.length === 0 ? {} : { note: notes.join(" ; ") }),
  };
}

const OUTSIDE: TableCell = { text: "–" };

/** The twelve months that end with it are the calendar year. */
const isFourth = (p: SeriesPoint): boolean => monthOf(p.figure.period.last) === 12;

function totalCell(series: readonly SeriesPoint[], total: Figure | undefined): TableCell {
  if (total === undefined) return OUTSIDE;
  const isSum = total.value === null || total.value === sumOf(quartersIn(series, total.period));
  return { ...figureCell(total), ...(isSum ? {} : { text: asGiven(total) }) };
}
