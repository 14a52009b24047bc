/** Cells known by their edges (those of rows of Word; ranks of columns) -> cells known by grid columns and spans. Edges that are one line: ruled lines of a page, too. */
import { NAMES, unplain } from "../plain/rule.ts";
import { joinLines, type SeenText, seenText, withBeside } from "../plain/seen-text.ts";
import type { PlacedCell, TableRow } from "./document.ts";

/** A cell as drawn: its edges (any unit, left < right), and how it takes part in a vertical merge: told cell by cell, or by its rows. */
export interface EdgedCell extends SeenText {
  readonly left: number;
  readonly right: number;
  readonly merge?: "start" | "continue" | undefined;
  readonly rowSpan?: number;
}

/**
 * Edges nearer than `tolerance` are one column line: Word moves them by a few units from row to row. The tolerance never
 * reaches a quarter of the narrowest cell, so that no real column is lost.
 */
export function placeByEdges(rows: readonly (readonly EdgedCell[])[], tolerance: number): readonly TableRow[] {
  const cells = rows.flat();
  const narrowest = cells.reduce((least, { left, right }) => Math.min(least, right - left), Number.POSITIVE_INFINITY);
  const edges = cells.flatMap(({ left, right }) => [left, right]);
  const clusters = clustersOf(edges, Math.min(tolerance, narrowest / 4));
  const lines = new Map(clusters.flatMap((cluster, line) => cluster.map((edge) => [edge, line] as const)));
  let above: Open = new Map();
  return rows.map((row): TableRow => {
    const open: Open = new Map();
    const placed = row.flatMap((cell) => {
      const column = lines.get(cell.left) ?? 0;
      return place(cell, column, Math.max(1, (lines.get(cell.right) ?? 0) - column), above, open);
    });
    above = open;
    return { cells: placed };
  });
}

/** Cells that those of the next row may go on with, by their columns. */
type Open = Map<string, { -readonly [Key in keyof PlacedCell]: PlacedCell[Key] }>;

/**
 * "start" then "continue" below, same columns => one cell with a row span. A "continue" under nothing that starts or goes on
 * at its columns stands alone; text in a continued cell goes with the cell that it continues. Programs differ on whether they show the
 * text of either: a figure there is in doubt.
 */
function place(written: EdgedCell, column: number, colSpan: number, above: Open, open: Open): readonly PlacedCell[] {
  const isInDoubt = written.merge === "continue" && written.text.trim() !== "";
  const { text, bold, merge, rowSpan = 1 } = written;
  const { beside = [] } = isInDoubt ? withBeside(written, unplain([NAMES.merged])) : written;
  const key = `${column}+${colSpan}`;
  const started = merge === "continue" ? above.get(key) : undefined;
  const cell = started ?? { ...seenText(text, beside), bold, column, colSpan, rowSpan };
  if (merge) open.set(key, cell);
  if (!started) return [cell];
  started.rowSpan += 1;
  if (text.trim() !== "" || beside.length > 0) Object.assign(started, joinLines([started, { text, beside, bold }]));
  return [];
}

/** Sorted positions, those within `tolerance` of their neighbour taken as one (their mean). [0, 1, 50] with 5 => [0.5, 50] */
export const clusterEdges = (edges: readonly number[], tolerance: number): readonly number[] =>
  clustersOf(edges, tolerance).map((cluster) => cluster.reduce((sum, edge) => sum + edge, 0) / cluster.length);

function clustersOf(edges: readonly number[], tolerance: number): readonly (readonly number[])[] {
  const sorted = [...edges].sort((a, b) => a - b);
  const clusters: number[][] = [];
  for (const edge of sorted) {
    const current = clusters.at(-1);
    const last = current?.at(-1);
    if (current && last !== undefined && edge - last <= tolerance) current.push(edge);
    else clusters.push([edge]);
  }
  return clusters;
}
