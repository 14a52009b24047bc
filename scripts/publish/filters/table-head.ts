/** Columns -> the rows of a table's head: groups above, columns below. */
import type { TableColumn } from "../../model/document/table.ts";

export interface Head {
  readonly label: string;
  readonly kind: TableColumn["kind"] | "group";
  readonly scope: "col" | "colgroup";
  readonly colspan: number;
  readonly rowspan: number;
  /** First column of a group: a little white stands before it. */
  readonly first: boolean;
  /** Index of the column that is sorted when the head is pressed; null for a group or a column of drawings. */
  readonly column: number | null;
}

/** Does each column open a group, or words after figures? Its cells stand a little apart from those before. */
export const groupStarts = (columns: readonly TableColumn[]): readonly boolean[] =>
  columns.map((column, i) => {
    const before = columns[i - 1];
    if (!before) return false;
    return column.group !== before.group || (column.kind === "text" && before.kind === "number");
  });

/** One row when no column has a group; otherwise two, columns without a group spanning both. */
export function headRows(columns: readonly TableColumn[]): readonly (readonly Head[])[] {
  const first = groupStarts(columns);
  const headOf = (column: TableColumn, i: number, rowspan: number): Head => ({
    label: column.label,
    kind: column.kind,
    scope: "col",
    colspan: 1,
    rowspan,
    first: first[i] ?? false,
    column: column.kind === "sparkline" ? null : i,
  });
  if (columns.every((column) => column.group === undefined)) return [columns.map((column, i) => headOf(column, i, 1))];
  const upper: Head[] = [];
  columns.forEach((column, i) => {
    const group = column.group;
    if (group === undefined) upper.push(headOf(column, i, 2));
    else if (columns[i - 1]?.group !== group) {
      const end = columns.findIndex((other, j) => j > i && other.group !== group);
      const colspan = (end === -1 ? columns.length : end) - i;
      const scope = colspan > 1 ? "colgroup" : "col";
      upper.push({ label: group, kind: "group", scope, colspan, rowspan: 1, first: i > 0, column: null });
    }
  });
  const lower = columns.flatMap((column, i) => (column.group === undefined ? [] : [headOf(column, i, 1)]));
  return [upper, lower];
}
