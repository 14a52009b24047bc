/** The rows of a text document's table, as they come -> blocks. */
import type { Block, TableRow } from "./document.ts";
import { joinLines, type SeenText } from "./seen-text.ts";

/** What stands in a cell. */
export type Content = readonly Block[];

/** The paragraphs of a cell, one a line. */
export const textOfCell = (content: Content): SeenText =>
  joinLines(content.map((block) => (block.kind === "paragraph" ? block : { text: "" })));

/** A row that holds a table within a cell is page layout, and no row: its cells are read one after the other, as blocks. */
export const isPageLayout = (cells: readonly Content[]): boolean =>
  cells.some((content) => content.some((block) => block.kind === "table"));

export interface TableWriter<Row> {
  readonly add: (row: Row) => void;
  /** Ends the table so far, and puts these cells after it. */
  readonly addPageLayout: (cells: readonly Content[]) => void;
  readonly finish: () => readonly Block[];
}

/** `place`: the rows of one table, which it gives their columns and spans. */
export function writeTable<Row>(place: (rows: readonly Row[]) => readonly TableRow[]): TableWriter<Row> {
  const blocks: Block[] = [];
  let rows: Row[] = [];
  const flush = (): void => {
    if (rows.length > 0) blocks.push({ kind: "table", rows: place(rows) });
    rows = [];
  };
  return {
    add: (row) => {
      rows.push(row);
    },
    addPageLayout: (cells) => {
      flush();
      for (const block of cells.flat()) blocks.push(block);
    },
    finish: () => {
      flush();
      return blocks;
    },
  };
}
