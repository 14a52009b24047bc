/** Cells known by their edges (Word's binary and RTF rows; ruled lines) -> cells known by grid columns and spans. */
import { NAMES, unplain } from "../plain/rule.ts";
import { joinLines, type SeenText, seenText, withBeside } from "../plain/seen-text.ts";
import type { TableRow } from "./document.ts";

/** How a cell takes part in a vertical merge: told cell by cell, or by its rows. */
interface Merge {
  readonly merge?: "start" | "continue" | undefined;
  readonly rowSpan?: number;
}

/** A cell as drawn: its edges (any unit, left < right). */
export interface EdgedCell extends SeenText, Merge {
  readonly left: number;
  readonly right: number;
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
  return resolveMerges(
    rows.map((row) =>
      row.map(({ left, right, ...cell }) => {
        const column = lines.get(left) ?? 0;
        return { ...cell, column, colSpan: Math.max(1, (lines.get(right) ?? 0) - column) };
      }),
    ),
  );
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

/** A cell placed in columns, whose vertical merge is still told cell by cell. */
export interface MergingCell extends SeenText, Merge {
  readonly column: number;
  readonly colSpan: number;
}

/**
 * "start" then "continue" below, same columns => one cell with a row span. A "continue" under nothing that starts or goes on
 * at its columns stands alone; text in a continued cell goes with the cell that it continues. Programs differ on whether they show the
 * text of either: a figure there is in doubt.
 */
export function resolveMerges(rows: readonly (readonly MergingCell[])[]): readonly TableRow[] {
  type Growing = { seen: SeenText; readonly column: number; readonly colSpan: number; rowSpan: number };
  let above = new Map<string, Growing>();
  const placed = rows.map((row) => {
    const open = new Map<string, Growing>();
    const cells: Growing[] = [];
    for (const written of row) {
      const text = written.text.trim();
      const isInDoubt = written.merge === "continue" && text !== "";
      const cell = isInDoubt ? withBeside(written, unplain([NAMES.merged])) : written;
      const key = `${cell.column}+${cell.colSpan}`;
      const started = cell.merge === "continue" ? above.get(key) : undefined;
      if (started) {
        started.rowSpan += 1;
        if (text !== "" || cell.beside) started.seen = joinLines([started.seen, cell]);
        open.set(key, started);
        continue;
      }
      const own: Growing = {
        seen: seenText(cell.text, cell.beside ?? []),
        column: cell.column,
        colSpan: cell.colSpan,
        rowSpan: cell.rowSpan ?? 1,
      };
      cells.push(own);
      if (cell.merge) open.set(key, own);
    }
    above = open;
    return cells;
  });
  return placed.map((cells): TableRow => ({ cells: cells.map(({ seen, ...place }) => ({ ...seen, ...place })) }));
}
