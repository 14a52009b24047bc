/** The figures of a file as its paper has them, in as many columns as the terminal has room for: a line each, periods over forces. */

import { type FiguresTable, figuresTable } from "../lectures/index.ts";
import { formatPeriodShort, plural } from "../model/format.ts";
import type { Force, Observation } from "../model/observation.ts";
import { type Period, samePeriod } from "../model/period.ts";
import { shorten } from "./wrap.ts";

const LONGEST_LABEL = 44;
const LEAST_LABEL = 24;
const GAP = "  ";
const MARGIN = "  ";
const FORCES: Readonly<Record<Force, string>> = { PN: "PN", GN: "GN", ensemble: "Ens." };

type Column = FiguresTable["columns"][number];

/** Columns that stand side by side under one period. */
interface Group {
  readonly period: Period;
  readonly columns: readonly Column[];
}

function groupsOf(columns: readonly Column[]): readonly Group[] {
  const groups: { period: Period; columns: Column[] }[] = [];
  for (const column of columns) {
    const last = groups.at(-1);
    if (last && samePeriod(last.period, column.period)) last.columns.push(column);
    else groups.push({ period: column.period, columns: [column] });
  }
  return groups;
}

/**
 * @param most lines that it may take, its heads included.
 * @param screen columns of the terminal.
 */
export function figureLines(observations: readonly Observation[], screen: number, most: number): readonly string[] {
  const { columns, rows } = figuresTable(observations);
  if (rows.length === 0) return [];
  const longest = Math.min(LONGEST_LABEL, Math.max(...rows.map(({ label }) => label.length)));
  const cellsOf = (column: Column): readonly string[] => rows.map(({ cells }) => cells[columns.indexOf(column)] ?? "");
  const widthsOf = ({ period, columns: own }: Group): readonly number[] => {
    const widths = own.map((column) => Math.max(FORCES[column.force].length, ...cellsOf(column).map((c) => c.length)));
    const wanted = formatPeriodShort(period).length;
    const all = widths.reduce((sum, width) => sum + width, 0) + GAP.length * (widths.length - 1);
    return widths.map((width, i) => (i === 0 ? width + Math.max(0, wanted - all) : width));
  };
  const sizeOf = (group: Group): number => widthsOf(group).reduce((sum, width) => sum + width + GAP.length, 0);
  const groups = groupsOf(columns);
  const room = screen - MARGIN.length - Math.min(longest, LEAST_LABEL);
  const kept = keptIn(groups, sizeOf, room);
  const label = Math.min(longest, screen - MARGIN.length - kept.reduce((sum, group) => sum + sizeOf(group), 0));
  const heads = kept.map((group) => {
    const width = sizeOf(group) - GAP.length;
    return formatPeriodShort(group.period).padStart(width);
  });
  const line = (name: string, cells: readonly string[]): string =>
    `${MARGIN}${shorten(name, label).padEnd(label)}${cells.map((cell) => GAP + cell).join("")}`.trimEnd();
  const under = (texts: (column: Column) => string): readonly string[] =>
    kept.flatMap((group) => group.columns.map((column, i) => texts(column).padStart(widthsOf(group)[i] ?? 0)));
  const shown = rows.slice(0, most - 3);
  const left = rows.length - shown.length;
  const gone = groups.length - kept.length;
  const more = [
    ...(left > 0 ? [plural(left, "autre ligne", "autres lignes")] : []),
    ...(gone > 0 ? [plural(gone, "autre période", "autres périodes")] : []),
  ];
  const isOneForce = new Set(columns.map(({ force }) => force)).size === 1; // the sentence says it
  return [
    line("", heads),
    ...(isOneForce
      ? []
      : [
          line(
            "",
            under(({ force }) => FORCES[force]),
          ),
        ]),
    ...shown.map((row) =>
      line(
        row.label,
        under((column) => row.cells[columns.indexOf(column)] ?? ""),
      ),
    ),
    ...(more.length > 0 ? [`${MARGIN}… et ${more.join(", ")} : la page les montre.`] : []),
  ];
}

/** As they stand on the paper; where all have no room, the latest periods. */
function keptIn(groups: readonly Group[], sizeOf: (group: Group) => number, room: number): readonly Group[] {
  let left = room;
  const latest = groups.toSorted((a, b) =>
    a.period.last < b.period.last ? 1 : a.period.last > b.period.last ? -1 : 0,
  );
  const kept = new Set(
    latest.filter((group, i) => {
      left -= sizeOf(group);
      return left >= 0 || i === 0;
    }),
  );
  return groups.filter((group) => kept.has(group));
}
