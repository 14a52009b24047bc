/** A text told mark by mark (the end of a paragraph, of a cell, of a row, each at a depth of tables) -> blocks. */
import { MAX_DEPTH, sizeFault } from "../contract/limits.ts";
import { damaged, notRead } from "../contract/reader.ts";
import { type Ink, seenOn } from "../plain/rule.ts";
import { createTextWriter, type RunLook, withConstructs } from "../plain/text-writer.ts";
import { type Content, isPageLayout, newContent } from "./cell-content.ts";
import { type Block, DOCUMENT_PART, isBlank, paragraph } from "./document.ts";
import { edgedRow, layoutOf, type RowDefinition } from "./row-definition.ts";
import { type EdgedCell, placeByEdges } from "./table-geometry.ts";

/** `ink`: what a run says of it, on top of what its cell or its page says. */
interface Run extends RunLook {
  readonly ink: Ink;
}

/** A table being written, and the row and cell being written in it. */
interface Level {
  /** What stands before its rows: tables ended by a row of page layout, and this one. */
  readonly before: Block[];
  readonly rows: EdgedCell[][];
  readonly cells: Content[];
  cell: Content;
}

const isNothing = (block: Block): boolean => block.kind === "paragraph" && isBlank(block);

/** In twips: about a millimetre. Word moves column lines by a few twips from row to row. */
const TOLERANCE = 60;

/** One after the other: there may be more than a call takes. */
const addAll = <T>(to: T[], more: Iterable<T>): void => {
  for (const one of more) to.push(one);
};

/** Ends the table so far. */
function endTable({ before, rows }: Level): readonly Block[] {
  if (rows.length > 0) before.push({ kind: "table", rows: placeByEdges(rows.splice(0), TOLERANCE) });
  return before;
}

/** The cells so far are `times` rows of the table, or page layout, before which the table ends. */
function endRow(at: Level, definition: RowDefinition, times: number): void {
  const cells = at.cells.splice(0);
  if (isPageLayout(cells)) {
    endTable(at);
    addAll(
      at.before,
      layoutOf(cells, definition).filter((block) => !isNothing(block)),
    );
  } else if (cells.length > 0) {
    const row = edgedRow(cells, definition);
    const size = { rows: at.rows.length + times, columns: 0, cells: times * row.length, texts: 0 };
    const fault = sizeFault(DOCUMENT_PART, size);
    if (fault) notRead(fault); // before each of them is laid out
    for (let n = 0; n < times; n++) at.rows.push(row);
  }
}

/** The tables that are open, one within the other. */
function createLevels() {
  const blocks: Block[] = [];
  const levels: Level[] = []; // levels[0]: depth 1
  const level = (depth: number): Level => {
    if (depth > MAX_DEPTH) damaged(`des tableaux sont imbriqués sur ${depth} niveaux`); // a damaged depth reaches thousands of millions
    for (let found = levels[depth - 1]; ; found = levels[depth - 1]) {
      if (found) return found;
      levels.push({ before: [], rows: [], cells: [], cell: newContent() });
    }
  };
  const target = (depth: number): Block[] => (depth === 0 ? blocks : level(depth).cell.blocks);
  /** What comes next stands at this depth: the tables deeper than that are finished. */
  const closeBelow = (depth: number): void => {
    while (levels.length > depth) {
      const closed = level(levels.length);
      const { cells, cell } = closed;
      // LibreOffice does not end a row whose only cell ends with a table: page layout.
      const isLayout = cells.length === 0 && cell.blocks.some(({ kind }) => kind === "table");
      if (cells.length > 0 || !(isLayout || cell.blocks.every(isNothing)))
        damaged("une ligne de tableau n'est pas finie");
      levels.pop();
      addAll(target(levels.length), endTable(closed));
      if (isLayout)
        addAll(
          target(levels.length),
          cell.blocks.filter((block) => !isNothing(block)),
        );
    }
  };
  return { blocks, level, target, closeBelow };
}

/** Behind a text box: of which colour it is, is not followed. */
export const IN_BOX = { ground: null } as const;

export type Story = ReturnType<typeof createStory>;

/**
 * Depth 0: outside tables; 1: in a table; 2: in a table within a cell of it. `page`: ink and ground of what stands outside of tables.
 * @throws {NotRead} the tables are damaged.
 */
export function createStory(page: () => Ink = () => ({})) {
  const { blocks, level, target, closeBelow } = createLevels();
  const { add, take, ...writer } = createTextWriter();
  // Of the paragraph that is being written.
  let inks: Ink[] = [];
  let [above, below]: [Block[], Block[]] = [[], []]; // what its text boxes hold
  let isBegun = false;
  const endParagraph = (depth: number): void => {
    closeBelow(depth);
    const text = take(depth > 0);
    const seen = depth > 0 ? text : withConstructs(text, seenOn(inks, [page()]));
    const shown = depth > 0 || !isBlank(seen) ? [paragraph(seen)] : [];
    addAll(target(depth), [...above, ...shown, ...below]);
    if (depth > 0) addAll(level(depth).cell.inks, inks);
    [inks, above, below, isBegun] = [[], [], [], false];
  };
  return {
    ...writer,
    add: (text: string, { ink, ...look }: Run): void => {
      isBegun ||= text.trim() !== "";
      if (text.trim() !== "" && !look.unseen) inks.push(ink);
      add(text, look);
    },
    endParagraph,
    /** What stands in the cell. `times`: it is repeated so many times in its row. */
    endCell: (depth: number, times = 1): Content => {
      endParagraph(depth);
      const at = level(depth);
      const { cell } = at;
      for (let n = 0; n < times; n++) at.cells.push(cell);
      at.cell = newContent();
      return cell;
    },
    /** `times`: it is repeated so many times in its table. */
    endRow: (definition: RowDefinition, depth: number, times = 1): void => {
      closeBelow(depth);
      endRow(level(depth), definition, times);
    },
    /** What a text box holds: where it is drawn is not followed, it is read before or after its paragraph. */
    addBox: (more: readonly Block[]): void => addAll(isBegun ? below : above, more),
    /** `depth`: of the text that no mark ends. */
    finish: (depth = 0): readonly Block[] => {
      endParagraph(depth);
      closeBelow(0);
      return blocks;
    },
  };
}
