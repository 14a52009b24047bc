/** Cells known by their edges (Word's binary and RTF rows; ruled lines) -> cells known by grid columns and spans. */
import { NAMES, unplain } from "../plain/rule.ts";
import { joinLines, type SeenText, seenText, withBeside } from "../plain/seen-text.ts";
import type { TableRow } from "./document.ts";

/** A cell as drawn: its edges (any unit, left < right), and how it takes part in a vertical merge. */
export interface EdgedCell extends SeenText {
  readonly left: number;
  readonly right: number;
  readonly merge?: "start" | "continue";
}

/**
 * Edges nearer than `tolerance` are one column line: Word moves them by a few units from row to row. The tolerance never
 * reaches a quarter of the narrowest cell, so that no real column is lost.
 */
export function placeByEdges(rows: readonly (readonly EdgedCell[])[], tolerance: number): readonly TableRow[] {
  const narrowest = Math.min(...rows.flat().map((cell) => cell.right - cell.left));
  const lines = clusterEdges(
    rows.flatMap((row) => row.flatMap((cell) => [cell.left, cell.right])),
    Math.min(tolerance, narrowest / 4),
  );
  return resolveMerges(
    rows.map((row) =>
      row.map((cell) => {
        const column = nearest(lines, cell.left);
        return {
          ...seenText(cell.text, cell.beside ?? []),
          column,
          colSpan: Math.max(1, nearest(lines, cell.right) - column),
          ...mergeOf(cell),
        };
      }),
    ),
  );
}

const mergeOf = (cell: { readonly merge?: "start" | "continue" }) => (cell.merge ? { merge: cell.merge } : {});

/** Sorted positions, those within `tolerance` of their neighbour taken as one (their mean). [0, 1, 50] with 5 => [0.5, 50] */
export function clusterEdges(edges: readonly number[], tolerance: number): readonly number[] {
  const sorted = [...edges].sort((a, b) => a - b);
  const clusters: number[][] = [];
  for (const edge of sorted) {
    const current = clusters.at(-1);
    const last = current?.at(-1);
    if (current && last !== undefined && edge - last <= tolerance) current.push(edge);
    else clusters.push([edge]);
  }
  return clusters.map((cluster) => cluster.reduce((sum, edge) => sum + edge, 0) / cluster.length);
}

/** Index of the line nearest to the position. */
const nearest = (lines: readonly number[], position: number): number => {
  let best = 0;
  for (const [i, line] of lines.entries())
    if (Math.abs(line - position) < Math.abs((lines[best] ?? 0) - position)) best = i;
  return best;
};

/** A cell placed in columns, whose vertical merge is still told cell by cell. */
export interface MergingCell extends SeenText {
  readonly column: number;
  readonly colSpan: number;
  readonly merge?: "start" | "continue";
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
        rowSpan: 1,
      };
      cells.push(own);
      if (cell.merge) open.set(key, own);
    }
    above = open;
    return cells;
  });
  return placed.map((cells): TableRow => ({ cells: cells.map(({ seen, ...place }) => ({ ...seen, ...place })) }));
}
