/**
 * Lines -> a block of charts: each line's chart with its number, the sentence beside it and its counts as a table.
 *
 * A chart in a section is one entry of its blocks:
 *   ...charts(c, "IS101", linesOf(c, "IS101").filter((l) => l.key === "homicides"))
 */
import type { SeriesPoint } from "../../model/analysis.ts";
import type { Block, NumberedChart } from "../../model/bulletin.ts";
import { formatPeriodShort } from "../../model/format.ts";
import type { StatementId } from "../../model/observation.ts";
import { addMonths, monthIndex, monthOf, type Period, yearOf } from "../../model/period.ts";
import { figureText } from "../context/cells.ts";
import { type Context, statementLabel } from "../context/context.ts";
import { type CountedLine, type Line, linesOf } from "../context/lines.ts";
import { champ, source } from "../sentences/notes.ts";
import { chartReading } from "../sentences/trend-reading.ts";
import { chart } from "./chart.ts";

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
const hasCourse = (line: Line): line is CountedLine =>
  line.whole?.series.some((p, i, all) => i > 0 && p.figure.value !== null && all[i - 1]?.figure.value !== null) ??
  false;

/** Every quarter from the first that a line knows to the last. */
function timeAxis(lines: readonly CountedLine[]): readonly Period[] {
  const known = lines
    .flatMap((l) => l.whole.series.map((p) => p.figure.period))
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
function periodWords(axis: readonly Period[]): string {
  const first = axis[0];
  const last = axis.at(-1);
  return first && last ? `, ${formatPeriodShort(first)} à ${formatPeriodShort(last)}` : "";
}

/** Quarters down, years across, then the year's total once its four quarters are known; "–": outside the series held. */
function quartersByYear(series: readonly SeriesPoint[]): NumberedChart["table"] {
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
