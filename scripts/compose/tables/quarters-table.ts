/** The counts of every quarter known, a line a row, a quarter a column, and the total of each year that is over. */
import type { Figure, SeriesPoint } from "../../model/analysis.ts";
import type { Table, TableCell } from "../../model/document/table.ts";
import { NBSP } from "../../model/format.ts";
import { type Period, quarterNumber, yearOf } from "../../model/period.ts";
import { knownCourse } from "../charts/chart.ts";
import { periodWords, timeAxis } from "../charts/charts-block.ts";
import { figureCell, NOTHING } from "../context/cells.ts";
import type { Context } from "../context/context.ts";
import { type CountedLine, shortName } from "../context/lines.ts";
import { sumNotes } from "../context/sums.ts";
import { type Column, column, lineTable } from "../tables/table-of.ts";

/** Quarters that a page holds across: five years, of counts that have three figures at most; three years of longer ones. The whole stands in donnees.csv. */
const MOST_QUARTERS = { short: 20, long: 12 } as const;

export function quartersTable(c: Context, lines: readonly CountedLine[]): Table {
  const isLong = lines.some(({ whole }) => whole.series.some(({ rolling }) => (rolling.value ?? 0) > 999));
  const whole = timeAxis(lines);
  const axis = whole.slice(-MOST_QUARTERS[isLong ? "long" : "short"]);
  // Of a year of which a quarter stands before the axis, the total would stand under less than its facts.
  const yearsTold = axis.filter((quarter, i) => quarterNumber(quarter) === 4 && i > 2);
  const columns: readonly Column<CountedLine>[] = [
    column.label("ligne", "Ligne", (line) => shortName(c, line)),
    ...axis.flatMap((quarter): readonly Column<CountedLine>[] => {
      const [year, number] = [String(yearOf(quarter.last)), quarterNumber(quarter)];
      const at = (line: CountedLine): TableCell => cellOf(pointAt(knownCourse(line.whole.series), quarter)?.figure);
      const total = (line: CountedLine): TableCell => cellOf(pointAt(line.whole.series, quarter)?.rolling);
      return [
        { ...column.number(`${year}-t${number}`, `T${number}`, at, year), isOfAxis: true },
        ...(yearsTold.includes(quarter) ? [column.number(`${year}`, "Total", total, year)] : []),
      ];
    }),
  ];
  return lineTable(c, lines, columns, {
    title: `Nombres trimestriels${periodWords(axis)}`,
    champ: "Toutes les lignes des états.",
    source: "Mêmes sources qu'au tableau 1.",
    notes: [
      lines.some(({ whole }) => axis.some((quarter) => !pointAt(knownCourse(whole.series), quarter))) &&
        `« – »${NBSP}: trimestre que les états de cette ligne n'ont pas donné.`,
      axis.length < whole.length && "Les trimestres d'avant sont dans donnees.csv.",
      sumNotes(lines, (a) => yearsTold.flatMap((quarter) => pointAt(a.series, quarter)?.rolling ?? [])),
    ],
  });
}

const cellOf = (figure: Figure | undefined): TableCell => (figure === undefined ? NOTHING : figureCell(figure));

const pointAt = (series: readonly SeriesPoint[], quarter: Period): SeriesPoint | undefined =>
  series.find(({ figure }) => figure.period.first === quarter.first);
