/** Tables with merged heads. A column is given by its headings, from the top down, and the text of each of its cells. */
import type { Cell } from "../../scripts/model/grid.ts";
import { type Block, cell, layOut } from "./write/sheet.ts";

/** `path`: headings from the top down: ["1er trimestre 2026", "Police"]. `text`: the cell of line i. */
export interface Column {
  readonly path: readonly string[];
  readonly text: (line: number) => string;
}

const sameStart = (a: readonly string[], b: readonly string[], length: number): boolean =>
  a.slice(0, length).every((heading, i) => heading === b[i]);

/**
 * Head rows: neighbours with the same headings are merged; a path that ends early reaches down to the last row.
 * [["2026","PN"],["2026","GN"],["Évol."]] => 2026 over PN and GN, « Évol. » over two rows.
 */
export function headRows(paths: readonly (readonly string[])[], corner: readonly string[]): Cell[][] {
  const depth = Math.max(1, ...paths.map((path) => path.length));
  return Array.from({ length: depth }, (_, level) => {
    const row: Cell[] = level === 0 ? corner.map((text) => cell(text, 1, depth)) : [];
    for (let c = 0; c < paths.length; ) {
      const path = paths[c] ?? [];
      let span = 1;
      const heading = path[level];
      const isLast = level === path.length - 1;
      while (!isLast && sameStart(path, paths[c + span] ?? [], level + 1) && c + span < paths.length) span++;
      if (heading !== undefined) row.push(cell(heading, span, isLast ? depth - level : 1));
      c += span;
    }
    return row;
  });
}

/** A table: labels in the first column, then the columns given. `corner` is the heading of the labels. */
export function columnsTable(corner: string, labels: readonly string[], columns: readonly Column[]): Block {
  const head = headRows(
    columns.map((column) => column.path),
    [corner],
  );
  const body = labels.map((label, i) => [cell(label), ...columns.map((column) => cell(column.text(i)))]);
  return { kind: "table", rows: layOut([...head, ...body]), head: head.length };
}
