/** What stands in a cell of a text document. */
import type { Ink } from "../plain/rule.ts";
import { joinLines, type SeenText, seenText } from "../plain/seen-text.ts";
import { isFigure } from "../plain/short-rows.ts";
import { type Block, isBlank } from "./document.ts";

export interface Content {
  readonly blocks: Block[];
  /** Of its texts, as they say them. */
  readonly inks: Ink[];
}
export const newContent = (): Content => ({ blocks: [], inks: [] });

/** A figure alone in its cell, within a table of one cell: a frame around it. */
function framedFigure(blocks: readonly Block[]): SeenText | undefined {
  const [frame, ...more] = blocks.filter((block) => block.kind === "table" || !isBlank(block));
  const [cell, ...others] = frame?.kind === "table" ? frame.rows.flatMap((row) => row.cells) : [];
  return cell && isFigure(cell.text) && others.length + more.length === 0
    ? seenText(cell.text, cell.beside ?? [])
    : undefined;
}

/** The paragraphs of a cell, one a line. */
export const textOfCell = (blocks: readonly Block[]): SeenText =>
  framedFigure(blocks) ?? joinLines(blocks.map((block) => (block.kind === "paragraph" ? block : { text: "" })));

/** A row that holds a table within a cell is page layout, and no row: its cells are read one after the other, as blocks. */
export const isPageLayout = (cells: readonly Content[]): boolean =>
  cells.some(({ blocks }) => blocks.some((block) => block.kind === "table") && !framedFigure(blocks));
