/** Rows of an HTML table as they come -> cells at their columns, layout tables taken apart. HTML Standard, 4.9.12, "forming a table". */
import { MAX_COLUMNS } from "../../contract/limits.ts";
import type { Block, PlacedCell, TableRow } from "../document.ts";
import { isPageLayout, textOfCell } from "../table-blocks.ts";

/** A cell being read, with what stands in it. */
export interface OpenCell {
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly blocks: Block[];
}

/** Rows that stand together: those of a thead, of a tbody, of a tfoot, or those outside them. */
interface RowGroup {
  readonly name: string;
  readonly rows: TableRow[];
}

/** A table being read. */
export interface OpenTable {
  groups: RowGroup[];
  /** Cells of the row being read; null between rows. */
  row: OpenCell[] | null;
  cell: OpenCell | null;
  /** Columns still covered by a row span, with the number of rows left: `[2, 0, 0]`. */
  covered: number[];
  /** Rows that held a table: page layout, read as its content; and the tables cut by them. */
  readonly blocks: Block[];
}

export const createTable = (): OpenTable => ({ groups: [], row: null, cell: null, covered: [], blocks: [] });

/** The rows that follow are of another group: what reached down from above ends here. */
export function endGroup(table: OpenTable, next: string): void {
  table.covered = [];
  table.groups.push({ name: next, rows: [] });
}

/** Ends the table so far. */
export function endTable(table: OpenTable): void {
  const rows = inShownOrder(table.groups).flatMap((group) => withinGroup(group.rows));
  if (rows.length > 0) table.blocks.push({ kind: "table", rows: withinWidth(rows) });
  table.groups = [];
  table.covered = [];
}

/** The first thead is shown at the top and the first tfoot at the bottom, wherever they are written. */
function inShownOrder(groups: readonly RowGroup[]): readonly RowGroup[] {
  const head = groups.find(({ name, rows }) => name === "thead" && rows.length > 0);
  const foot = groups.find(({ name, rows }) => name === "tfoot" && rows.length > 0);
  const between = groups.filter((group) => group !== head && group !== foot);
  return [...(head ? [head] : []), ...between, ...(foot ? [foot] : [])];
}

const withinGroup = (rows: readonly TableRow[]): readonly TableRow[] =>
  rows.map((row, r) => ({
    cells: row.cells.map((cell) => ({ ...cell, rowSpan: Math.min(cell.rowSpan, rows.length - r) })),
  }));

/** A cell that says to span hundreds of columns spans those that the others have. */
function withinWidth(rows: readonly TableRow[]): readonly TableRow[] {
  const cells = rows.flatMap((row) => row.cells);
  if (!cells.some((cell) => cell.colSpan > MAX_COLUMNS)) return rows;
  const width = cells.reduce(
    (most, { column, colSpan }) => Math.max(most, column + (colSpan > MAX_COLUMNS ? 1 : colSpan)),
    0,
  );
  return rows.map((row) => ({
    cells: row.cells.map((cell) => ({ ...cell, colSpan: Math.min(cell.colSpan, width - cell.column) })),
  }));
}

/** Places the cells in the first columns left free by the row spans above. */
export function addRow(table: OpenTable, row: readonly OpenCell[]): void {
  if (isPageLayout(row.map((cell) => cell.blocks))) {
    endTable(table);
    for (const block of row.flatMap((cell) => cell.blocks)) table.blocks.push(block);
    return;
  }
  const cells: PlacedCell[] = [];
  const next = table.covered.map((left) => Math.max(0, left - 1));
  let column = 0;
  for (const { colSpan, rowSpan, blocks } of row) {
    while ((table.covered[column] ?? 0) > 0) column++;
    cells.push({ ...textOfCell(blocks), column, colSpan, rowSpan });
    // Too wide: what follows, if anything does, makes assembleDocument refuse the page.
    if (rowSpan > 1) for (let c = column; c < Math.min(column + colSpan, MAX_COLUMNS); c++) next[c] = rowSpan - 1;
    column += colSpan;
  }
  table.covered = Array.from(next, (left) => left ?? 0);
  if (table.groups.length === 0) table.groups.push({ name: "tbody", rows: [] });
  table.groups.at(-1)?.rows.push({ cells });
}
