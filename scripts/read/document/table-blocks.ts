/** The rows of a text document's table, as they come -> blocks. */
import { joinLines, type SeenText, seenText } from "../plain/seen-text.ts";
import { isFigure } from "../plain/short-rows.ts";
import { type Block, isBlank, type TableRow } from "./document.ts";

/** A figure alone in its cell, within a table of one cell: a frame around it. */
function framedFigure(content: readonly Block[]): SeenText | undefined {
  const [frame, ...more] = content.filter((block) => block.kind === "table" || !isBlank(block));
  const [cell, ...others] = frame?.kind === "table" ? frame.rows.flatMap((row) => row.cells) : [];
  return cell && isFigure(cell.text) && others.length + more.length === 0
    ? seenText(cell.text, cell.beside ?? [])
    : undefined;
}

/** The paragraphs of a cell, one a line. */
export const textOfCell = (content: readonly Block[]): SeenText =>
  framedFigure(content) ?? joinLines(content.map((block) => (block.kind === "paragraph" ? block : { text: "" })));

/** A row that holds a table within a cell is page layout, and no row: its cells are read one after the other, as blocks. */
export const isPageLayout = (cells: readonly (readonly Block[])[]): boolean =>
  cells.some((content) => content.some((block) => block.kind === "table") && !framedFigure(content));

export interface TableWriter<Cell> {
  readonly add: (cells: readonly Cell[]) => void;
  /** Ends the table so far, and puts these cells after it. */
  readonly addPageLayout: (cells: readonly (readonly Block[])[]) => void;
  readonly finish: () => readonly Block[];
}

/** `place`: the rows of one table, which it gives their columns and spans. */
export function writeTable<Cell extends SeenText>(
  place: (rows: readonly (readonly Cell[])[]) => readonly TableRow[],
): TableWriter<Cell> {
  const blocks: Block[] = [];
  let rows: (readonly Cell[])[] = [];
  const flush = (): void => {
    if (rows.length > 0) blocks.push({ kind: "table", rows: place(rows) });
    rows = [];
  };
  return {
    add: (cells) => void rows.push(cells),
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
