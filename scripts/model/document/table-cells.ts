/** The cells of a bulletin, by the ids that its pages and its control sheet link to. */
import type { Bulletin } from "./bulletin.ts";
import type { TableCell } from "./table.ts";

/**
 * Every cell of a bulletin's tables in the order of the document, with its HTML id: "t1-r3-c2", and of its charts' figures: "f2-r3-c2"; rows of
 * the body and columns counted from 1, as components/table.njk and chart.njk print them.
 */
export function* tableCells({ sections }: Pick<Bulletin, "sections">): Generator<{
  readonly id: string;
  /** What its row is about: "Homicides"; "Homicides, 2025" beside a chart. */
  readonly label: string;
  readonly cell: TableCell;
}> {
  for (const { blocks } of sections)
    for (const block of blocks)
      if (block.kind === "table") {
        const rows = block.table.rows.map(({ cells }) => ({ label: cells[0]?.text ?? "", cells }));
        yield* cellsOf(block.table.id, rows);
      } else if (block.kind === "charts")
        for (const { number, chart, table } of block.charts) {
          const rows = table.rows.map((cells) => ({ label: `${chart.title}, ${cells[0]?.text ?? ""}`, cells }));
          yield* cellsOf(`f${number}`, rows);
        }
}

function* cellsOf(
  table: string,
  rows: readonly { readonly label: string; readonly cells: readonly TableCell[] }[],
): Generator<{ readonly id: string; readonly label: string; readonly cell: TableCell }> {
  for (const [r, { label, cells }] of rows.entries())
    for (const [c, cell] of cells.entries()) yield { id: `${table}-r${r + 1}-c${c + 1}`, label, cell };
}
