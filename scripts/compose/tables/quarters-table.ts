/** The quarters known so far, a column each: in place of charts while there are few. */
import type { Table } from "../../model/document/table.ts";
import { NBSP } from "../../model/format.ts";
import { type Period, quarterNumber, yearOf } from "../../model/period.ts";
import { knownCourse } from "../charts/chart.ts";
import { periodWords } from "../charts/charts-block.ts";
import { figureCell, NOTHING } from "../context/cells.ts";
import type { Context } from "../context/context.ts";
import type { CountedLine } from "../context/lines.ts";
import { type Column, column, tableOf } from "./table-of.ts";

export function quartersTable(c: Context, lines: readonly CountedLine[], axis: readonly Period[]): Table {
  const rows = lines.map((line) => {
    const byStart = new Map(knownCourse(line.whole.series).map((p) => [p.figure.period.first, p.figure]));
    return { line, figures: axis.map((quarter) => byStart.get(quarter.first) ?? null) };
  });
  const columns: readonly Column<(typeof rows)[number]>[] = [
    column.label("ligne", "Ligne", ({ line }) => line.label),
    ...axis.map((quarter, i): Column<(typeof rows)[number]> => {
      const [year, number] = [yearOf(quarter.last), quarterNumber(quarter)];
      const cell = ({ figures }: (typeof rows)[number]) => (figures[i] ? figureCell(figures[i]) : NOTHING);
      return { ...column.number(`${year}-t${number}`, `T${number}`, cell, String(year)), isOfAxis: true };
    }),
  ];
  return tableOf(c, rows, ({ line }) => line.key, columns, {
    title: `Nombres trimestriels${periodWords(axis)}`,
    champ: "Indicateurs et familles, comme au tableau 1.",
    source: "Mêmes sources que les tableaux détaillés.",
    notes: [
      rows.some(({ figures }) => figures.includes(null)) &&
        `« – »${NBSP}: trimestre que les états de cette ligne n'ont pas donné.`,
    ],
  });
}
