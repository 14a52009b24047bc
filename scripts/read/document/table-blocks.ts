/** The rows of a text document's table, as they come -> blocks. */

import type { Beside } from "../../model/grid.ts";
import { isFigure } from "../plain/short-rows.ts";
import { joinLines, type SeenText, seenText, unseen, withLastLine } from "../seen/seen-text.ts";
import { type Block, isBlank, paragraph, type TableRow } from "./document.ts";
import { isBelowRow, isWiderThan } from "./paragraph-limits.ts";

/** What stands in a cell. */
export type Content = readonly Block[];

/** A figure alone in its cell, within a table of one cell: a frame around it. */
function framedFigure(content: Content): SeenText | undefined {
  const [frame, ...more] = content.filter((block) => block.kind === "table" || !isBlank(block));
  const [cell, ...others] = frame?.kind === "table" ? frame.rows.flatMap((row) => row.cells) : [];
  return cell && isFigure(cell.text) && others.length + more.length === 0
    ? seenText(cell.text, cell.beside ?? [])
    : undefined;
}

/** The paragraphs of a cell, one a line. */
export const textOfCell = (content: Content): SeenText =>
  framedFigure(content) ?? joinLines(content.map((block) => (block.kind === "paragraph" ? block : { text: "" })));

/** In a row of exact height: does the last line that holds a text stand below its end? `padding`: the blanks above and under the text of the cell. */
export function isCutOff(content: Content, height: number, padding = 0): boolean {
  let lines = 0;
  let blanks = padding;
  let isLastCutOff = false;
  for (const block of content) {
    if (block.kind !== "paragraph") continue;
    blanks += block.above ?? 0;
    const own = block.text.split("\n");
    const last = own.findLastIndex((line) => line.trim() !== "");
    if (last >= 0) isLastCutOff = isBelowRow(lines + last, height, blanks, block.size);
    lines += own.length;
  }
  return isLastCutOff;
}

/** A cell of that width: a figure that it cuts in two, or in three, may be read as several. */
export const inWidth = <T extends SeenText>(cell: T, width: number): T =>
  isFigure(cell.text) && isWiderThan(width, cell) ? withLastLine(cell, "unsure") : cell;

/** What is drawn there may be another text. */
export const inDoubt = (block: Block): Block => {
  const doubted = <T extends SeenText>(seen: T): T => ({
    ...seen,
    text: "",
    beside: [{ kind: "unsure", text: seen.text }, ...(seen.beside ?? [])],
  });
  return block.kind === "paragraph"
    ? doubted(block)
    : { ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(doubted) })) };
};

/** Blocks that are not shown, or of which one cannot say: all their texts stand beside nothing. */
export const withoutText = (blocks: readonly Block[], kind: Beside["kind"]): Block => {
  const texts = blocks.flatMap((block): readonly SeenText[] =>
    block.kind === "paragraph" ? [block] : block.rows.flatMap((row) => row.cells),
  );
  return paragraph({ text: "", beside: unseen(kind, texts) });
};

/** A row that holds a table within a cell is page layout, and no row: its cells are read one after the other, as blocks. */
export const isPageLayout = (cells: readonly Content[]): boolean =>
  cells.some((content) => content.some((block) => block.kind === "table") && !framedFigure(content));

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
