/**
 * A text told mark by mark, as Word's formats tell it (end of paragraph, of cell, of row, each at a depth of tables) -> blocks.
 */
import { MAX_DEPTH } from "../contract/limits.ts";
import { damaged } from "../contract/reader.ts";
import type { Ink } from "../plain/rule.ts";
import { withConstructs } from "../plain/text-writer.ts";
import { type Block, isBlank, paragraph } from "./document.ts";
import { type MarkedText, seenOn } from "./marked-text.ts";
import { type Content, edgedRow, layoutOf, newContent, type RowDefinition } from "./row-definition.ts";
import { isPageLayout, type TableWriter, writeTable } from "./table-blocks.ts";
import { type EdgedCell, placeByEdges } from "./table-geometry.ts";

/** Depth 0: outside tables; 1: in a table; 2: in a table within a cell of it. @throws {NotRead} the tables are damaged. */
export interface Flow {
  readonly endParagraph: (text: MarkedText, depth: number) => void;
  readonly endCell: (text: MarkedText, depth: number) => void;
  readonly endRow: (definition: RowDefinition, depth: number) => void;
  /** Blocks that stand at this place: a text box. */
  readonly addBlocks: (more: readonly Block[], depth: number) => void;
  readonly finish: () => readonly Block[];
}

/** A table being written, and the row and cell being written in it. */
interface Level {
  readonly writer: TableWriter<EdgedCell>;
  readonly cells: Content[];
  cell: Content;
}

const isNothing = (block: Block): boolean => block.kind === "paragraph" && isBlank(block);

/** In twips: about a millimetre. Word moves column lines by a few twips from row to row. */
const TOLERANCE = 60;

/** One after the other: there may be more than a call takes. */
const addAll = <T>(to: T[], more: readonly T[]): void => {
  for (const one of more) to.push(one);
};

/** The tables that are open, one within the other. */
function createLevels() {
  const blocks: Block[] = [];
  const levels: Level[] = []; // levels[0]: depth 1
  const level = (depth: number): Level => {
    if (depth > MAX_DEPTH) damaged(`des tableaux sont imbriqués sur ${depth} niveaux`); // a damaged depth reaches thousands of millions
    for (let found = levels[depth - 1]; ; found = levels[depth - 1]) {
      if (found) return found;
      const writer = writeTable<EdgedCell>((rows) => placeByEdges(rows, TOLERANCE));
      levels.push({ writer, cells: [], cell: newContent() });
    }
  };
  const target = (depth: number): Block[] => (depth === 0 ? blocks : level(depth).cell.blocks);
  /** What comes next stands at this depth: the tables deeper than that are finished. */
  const closeBelow = (depth: number): void => {
    while (levels.length > depth) {
      const { writer, cells, cell } = level(levels.length);
      // LibreOffice does not end a row whose only cell ends with a table: page layout.
      const isLayout = cells.length === 0 && cell.blocks.some(({ kind }) => kind === "table");
      if (cells.length > 0 || !(isLayout || cell.blocks.every(isNothing)))
        damaged("une ligne de tableau n'est pas finie");
      levels.pop();
      addAll(target(levels.length), writer.finish());
      if (isLayout)
        addAll(
          target(levels.length),
          cell.blocks.filter((block) => !isNothing(block)),
        );
    }
  };
  return { blocks, level, target, closeBelow };
}

/** `page`: ink and ground of what stands outside of tables. */
export function createFlow(page: () => Ink): Flow {
  const { blocks, level, target, closeBelow } = createLevels();
  const endParagraph = ({ inks, ...text }: MarkedText, depth: number): void => {
    closeBelow(depth);
    const seen = depth > 0 ? text : withConstructs(text, seenOn(inks, [page()]));
    if (depth > 0 || !isBlank(seen)) target(depth).push(paragraph(seen));
    if (depth === 0) return;
    addAll(level(depth).cell.inks, inks);
  };
  return {
    endParagraph,
    endCell: (text, depth) => {
      endParagraph(text, depth);
      const at = level(depth);
      at.cells.push(at.cell);
      at.cell = newContent();
    },
    endRow: (definition, depth) => {
      closeBelow(depth);
      const at = level(depth);
      const cells = at.cells.splice(0);
      if (isPageLayout(cells.map((cell) => cell.blocks)))
        at.writer.addPageLayout([layoutOf(cells, definition).filter((block) => !isNothing(block))]);
      else if (cells.length > 0) at.writer.add(edgedRow(cells, definition));
    },
    addBlocks: (more, depth) => addAll(target(depth), more),
    finish: () => {
      closeBelow(0);
      return blocks;
    },
  };
}
