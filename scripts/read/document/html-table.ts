/** Rows of an HTML table as they come -> cells at their columns, layout tables taken apart. */

import { MAX_COLUMNS } from "../contract/limits.ts";
import type { RowShape } from "../contract/short-rows.ts";
import type { Block, PlacedCell, TableRow } from "./document.ts";
import { isPageLayout, textOfCell } from "./table-blocks.ts";

/** A cell being read, with what stands in it. */
export interface OpenCell {
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly blocks: Block[];
}

/** A table being read. */
export interface OpenTable {
  rows: TableRow[];
  /** Cells of the row being read; null between rows. */
  row: OpenCell[] | null;
  cell: OpenCell | null;
  /** Columns still covered by a row span, with the number of rows left: `[2, 0, 0]`. */
  covered: number[];
  /** Rows that held a table: page layout, read as its content; and the tables cut by them. */
  readonly blocks: Block[];
}

/** Ends the table so far. */
export const flush = (table: OpenTable): void => {
  if (table.rows.length > 0) table.blocks.push({ kind: "table", rows: table.rows });
  table.rows = [];
  table.covered = [];
};

/** Places the cells in the first columns left free by the row spans above (HTML, "forming a table"). */
export function addRow(table: OpenTable, row: readonly OpenCell[]): void {
  if (isPageLayout(row.map((cell) => cell.blocks))) {
    flush(table);
    for (const block of row.flatMap((cell) => cell.blocks)) table.blocks.push(block);
    return;
  }
  const cells: PlacedCell[] = [];
  const next = table.covered.map((left) => Math.max(0, left - 1));
  let column = 0;
  for (const { colSpan, rowSpan, blocks } of row) {
    while ((table.covered[column] ?? 0) > 0) column++;
    const text = textOfCell(blocks);
    cells.push({ ...text, column, colSpan, rowSpan });
    // Too wide: one such cell is enough for assembleDocument to refuse the page.
    if (column + colSpan > MAX_COLUMNS) break;
    if (rowSpan > 1) for (let c = column; c < column + colSpan; c++) next[c] = rowSpan - 1;
    column += colSpan;
  }
  table.covered = Array.from(next, (left) => left ?? 0);
  table.rows.push({ cells });
}

/** Widths and texts of the rows of a table. */
export function shapesOf(rows: readonly TableRow[]): readonly RowShape[] {
  const ends = rows.map(() => 0);
  for (const [r, row] of rows.entries())
    for (const { column, colSpan, rowSpan } of row.cells)
      for (let y = r; y < Math.min(r + rowSpan, rows.length); y++) ends[y] = Math.max(ends[y] ?? 0, column + colSpan);
  return rows.map(({ cells }, r) => ({ width: ends[r] ?? 0, texts: cells.map((cell) => cell.text) }));
}
