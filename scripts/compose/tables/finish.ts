/** What every table is given at the end: no column that says nothing, and a note for each mark that stands for a number that is not known. */
import { VERDICT_WORDS } from "../../model/degree.ts";
import type { Section } from "../../model/document/bulletin.ts";
import type { Table, TableCell, TableColumn } from "../../model/document/table.ts";
import { ABSENT, NOTHING, UNKNOWN } from "../context/cells.ts";

export const finished = (sections: readonly Section[]): readonly Section[] =>
  sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((b) => (b.kind === "table" ? { ...b, table: finishedTable(b.table) } : b)),
  }));

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
const SILENT: ReadonlySet<string> = new Set(["", UNKNOWN.text, VERDICT_WORDS["not-judged"]]);
