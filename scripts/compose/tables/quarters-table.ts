/** The quarters known so far, a column each: in place of charts while there are few. */
import type { Table } from "../../model/document/table.ts";
import { NBSP } from "../../model/format.ts";
import { type Period, quarterNumber, yearOf } from "../../model/period.ts";
import { knownCourse } from "../charts/chart.ts";
import { periodWords } from "../charts/charts-block.ts";
import { figureCell, NOTHING } from "../context/cells.ts";
import type { Context } from "../context/context.ts";
import type { CountedLine } from "../context/lines.ts";

export function quartersTable(c: Context, lines: readonly CountedLine[], axis: readonly Period[]): Table {
  const rows = lines.map((line) => {
    const byStart = new Map(knownCourse(line.whole.series).map((p) => [p.figure.period.first, p.figure]));
    return { line, figures: axis.map((quarter) => byStart.get(quarter.first) ?? null) };
  });
  return {
    ...c.numbering.nextTable(),
    title: `Nombres trimestriels${periodWords(axis)}`,
    columns: [
      { id: "ligne", label: "Ligne", kind: "label" },
      ...axis.map((quarter) => {
        const year = yearOf(quarter.last);
        const number = quarterNumber(quarter);
        return {
          id: `${year}-t${number}`,
          label: `T${number}`,
          group: String(year),
          kind: "number" as const,
          isOfAxis: true as const,
        };
      }),
    ],
    rows: rows.map(({ line, figures }) => ({
      line: line.key,
      level: 0,
      cells: [{ text: line.label }, ...figures.map((f) => (f === null ? NOTHING : figureCell(f)))],
    })),
    champ: "Indicateurs et familles, comme au tableau 1.",
    source: "Mêmes sources que les tableaux détaillés.",
    notes: [
      ...(rows.some(({ figures }) => figures.includes(null))
        ? [`« – »${NBSP}: trimestre que les états de cette ligne n'ont pas donné.`]
        : []),
    ],
  };
}
