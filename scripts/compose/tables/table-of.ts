/**
 * Tables: each column says its head and what stands under it, so that neither is ever without the other. A column that says nothing is left
 * out, and each mark that stands for a number that is not known has its note.
 */
import { VERDICT_WORDS } from "../../model/degree.ts";
import type { Block } from "../../model/document/bulletin.ts";
import type { Table, TableCell, TableColumn, TableRow } from "../../model/document/table.ts";
import { formatNumber } from "../../model/format.ts";
import { ABSENT, NOT_JUDGED, NOTHING, UNKNOWN } from "../context/cells.ts";
import type { Context } from "../context/context.ts";
import type { Line } from "../context/lines.ts";
import { type Maybe, present } from "../words/present.ts";

/** `cell` of one row: a text or a number alone, or a cell. */
export interface Column<R> extends TableColumn {
  readonly cell: (row: R) => TableCell | string | number;
}
const columnOf =
  (kind: TableColumn["kind"]) =>
  <R>(id: string, label: string, cell: Column<R>["cell"], group?: string): Column<R> =>
    group === undefined ? { id, label, kind, cell } : { id, label, group, kind, cell };
/** The heading of the rows, words, numbers, drawings. `group`: heading over several columns that follow each other. */
export const column = {
  label: columnOf("label"),
  text: columnOf("text"),
  number: columnOf("number"),
  drawing: columnOf("sparkline"),
};

type Columns<R> = readonly Maybe<Column<R>>[];

/** What is said around a table. */
type Around = Pick<Table, "title" | "champ" | "source"> & { readonly notes?: readonly Maybe<string>[] };

/** A table of anything: a row each. @param line key of a row for the filter on screen */
export const tableOf = <R>(
  c: Context,
  rows: readonly R[],
  line: (row: R) => string,
  columns: Columns<R>,
  around: Around,
): Table =>
  tableFrom(
    c,
    columns,
    rows.map((row) => ({ line: line(row), level: 0, cells: cellsOf(columns, row) })),
    around,
  );

/** A table of lines: a sub-line is set back. */
export const lineTable = <L extends Line>(
  c: Context,
  lines: readonly L[],
  columns: Columns<L>,
  around: Around,
): Table => tableFrom(c, columns, lines.map(lineRow(columns)), around);

export const lineRow =
  <L extends Line>(columns: Columns<L>) =>
  (line: L): TableRow => ({ line: line.key, level: line.level, cells: cellsOf(columns, line) });

/** @param rows of these columns: those of tableOf and lineRow, with headings of themes or without. */
export function tableFrom<R>(c: Context, columns: Columns<R>, rows: readonly TableRow[], around: Around): Table {
  const { title, champ, source, notes = [] } = around;
  const heads = present(...columns).map(({ cell: _, ...head }) => head);
  const named = c.numbering.nextTable();
  return finishedTable({ ...named, title, columns: heads, rows, champ, source, notes: present(...notes) });
}

function cellsOf<R>(columns: Columns<R>, row: R): readonly TableCell[] {
  return present(...columns).map(({ cell }) => {
    const shown = cell(row);
    if (typeof shown === "number") return { text: formatNumber(shown), sort: shown };
    return typeof shown === "string" ? { text: shown } : shown;
  });
}

/** A table as a block of a section. */
export const tableBlock = (table: Table): Block => ({ kind: "table", table });

/** The heading of the rows and the first number, which the table is about, stay whatever they hold. */
export function finishedTable(table: Table): Table {
  const lines = table.rows.filter(({ isTheme }) => !isTheme);
  const first = table.columns.findIndex(({ kind }) => kind === "number");
  const kept = table.columns.map(
    ({ kind, isOfAxis }, i) =>
      isOfAxis || lines.length === 0 || i === 0 || i === first || lines.some(({ cells }) => says(cells[i], kind)),
  );
  const isKept = (_: unknown, i: number): boolean => kept[i] === true;
  const rows = table.rows.map((row) => ({ ...row, cells: row.cells.filter(isKept) }));
  const marks = new Set(rows.flatMap(({ cells }) => cells.map(({ text }) => text)));
  const absences = Object.values(ABSENT).flatMap(({ mark, note }) => (marks.has(mark) ? [note] : []));
  return { ...table, columns: table.columns.filter(isKept), rows, notes: [...(table.notes ?? []), ...absences] };
}

/** « – » in a column of numbers says something: a break in series, too few facts for a share. */
const says = (cell: TableCell | undefined, kind: TableColumn["kind"]): boolean =>
  cell !== undefined &&
  (cell.sparkline !== undefined ||
    cell.spread !== undefined ||
    !(SILENT.has(cell.text) || (cell.text === NOTHING.text && kind !== "number")));
const SILENT: ReadonlySet<string> = new Set(["", UNKNOWN.text, NOT_JUDGED, VERDICT_WORDS["not-judged"]]);
