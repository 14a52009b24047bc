/** The cells of a bulletin, by the ids that its pages and its control sheet link to. */
import type { Bulletin } from "./bulletin.ts";
import type { TableCell } from "./table.ts";

/**
 * Every cell of a bulletin's tables in the order of the document, with its HTML id: "t1-r3-c2"; rows of the body and
 * columns counted from 1, as components/table.njk prints them.
 */
export function* tableCells({ sections }: Pick<Bulletin, "sections">): Generator<{
  readonly id: string;
  /** What its row is about: "Homicides". */
  readonly label: string;
  readonly cell: TableCell;
}> {
  for (const { blocks } of sections)
    for (const block of blocks) {
      if (block.kind !== "table") continue;
      for (const [r, { cells }] of block.table.rows.entries())
        for (const [i, cell] of cells.entries())
          yield { id: `${block.table.id}-r${r + 1}-c${i + 1}`, label: cells[0]?.text ?? "", cell };
    }
}
