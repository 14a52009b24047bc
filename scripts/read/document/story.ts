/** A text told mark by mark (the end of a paragraph, of a cell, of a row) -> blocks. */
import { leftAside, sizeFault } from "../contract/limits.ts";
import { damaged, notRead } from "../contract/reader.ts";
import { type Ink, NAMES, seenOn } from "../plain/rule.ts";
import type { SeenText } from "../plain/seen-text.ts";
import { createTextWriter, type RunLook, withConstructs } from "../plain/text-writer.ts";
import { type Block, DOCUMENT_PART, hasInnerTable, isBlank, paragraph } from "./document.ts";
import { type Content, edgedRow, newContent, type RowDefinition } from "./row-definition.ts";
import { type EdgedCell, placeByEdges } from "./table-geometry.ts";

/** `ink`: what a run says of it, on top of what its cell or its page says. */
interface Run extends RunLook {
  readonly ink: Ink;
}

/** In twips: about a millimetre. Word moves column lines by a few twips from row to row. */
const TOLERANCE = 60;

/** One after the other: there may be more than a call takes. */
const addAll = <T>(to: T[], more: Iterable<T>): void => {
  for (const one of more) to.push(one);
};

/** Behind a text box: of which colour it is, is not followed. */
export const IN_BOX = { ground: null } as const;

/** The texts of a table that stands in a cell: they are read as lines of the cell, and that is told. */
const linesOf = (block: Block): readonly SeenText[] =>
  block.kind === "paragraph"
    ? [block]
    : block.rows.flatMap(({ cells }) => cells.map((cell) => withConstructs(cell, [NAMES.table])));

/** Paragraphs, and the tables that they are told between. */
function createBlocks() {
  const blocks: Block[] = [];
  const rows: EdgedCell[][] = [];
  const cells: Content[] = [];
  let cell = newContent();
  const endTable = (): void => {
    const { texts } = cell;
    // LibreOffice does not end a row whose only cell ends with a table.
    const isLayout = cells.length === 0 && texts.some(hasInnerTable);
    if (cells.length > 0 || !(isLayout || texts.every(isBlank))) damaged("une ligne de tableau n'est pas finie");
    if (rows.length > 0) blocks.push({ kind: "table", rows: placeByEdges(rows.splice(0), TOLERANCE) });
    if (isLayout)
      addAll(
        blocks,
        texts.map((text) => paragraph(text)),
      );
    cell = newContent();
  };
  return {
    blocks,
    endTable,
    /** `isInCell`: of the table that is being told. */
    add: (more: readonly Block[], isInCell: boolean): void => {
      if (isInCell) addAll(cell.texts, more.flatMap(linesOf));
      else {
        endTable();
        addAll(blocks, more);
      }
    },
    addInks: (inks: readonly Ink[]): void => addAll(cell.inks, inks),
    /** The text of the cell. */
    endCell: (times: number): string => {
      const { texts } = cell;
      for (let n = 0; n < times; n++) cells.push(cell);
      cell = newContent();
      return texts.map(({ text }) => text).join("\n");
    },
    /** The cells so far are `times` rows of the table. */
    endRow: (definition: RowDefinition, times: number): void => {
      const row = edgedRow(cells.splice(0), definition);
      const size = { rows: rows.length + times, columns: 0, cells: times * row.length, texts: 0 };
      const fault = sizeFault(DOCUMENT_PART, size);
      if (fault) notRead(leftAside(fault)); // before each of them is laid out
      for (let n = 0; n < times && row.length > 0; n++) rows.push(row);
    },
  };
}

export type Story = ReturnType<typeof createStory>;

/**
 * Depth 0: outside tables; 1: in a table; 2: in a table within a cell of it. `page`: ink and ground of what stands outside of tables.
 * @throws {NotRead} the tables are damaged.
 */
export function createStory(page: () => Ink = () => ({})) {
  const { blocks, endTable, addInks, ...table } = createBlocks();
  const { add, take, ...writer } = createTextWriter();
  // Of the paragraph that is being written.
  let inks: Ink[] = [];
  let [above, below]: [Block[], Block[]] = [[], []]; // what its text boxes hold
  let isBegun = false;
  const endParagraph = (depth: number): void => {
    const text = take(depth > 0);
    const seen = withConstructs(text, depth > 1 ? [NAMES.table] : depth === 1 ? [] : seenOn(inks, [page()]));
    const shown = depth > 0 || !isBlank(seen) ? [paragraph(seen)] : [];
    table.add([...above, ...shown, ...below], depth > 0);
    if (depth > 0) addInks(inks);
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
    /** Its text, where it is no cell of a table within another. `times`: it is repeated so many times in its row. */
    endCell: (depth: number, times = 1): string => {
      endParagraph(depth);
      return depth > 1 ? "" : table.endCell(times);
    },
    /** `times`: it is repeated so many times in its table. */
    endRow: (definition: RowDefinition, depth: number, times = 1): void => {
      if (depth === 1) table.endRow(definition, times);
    },
    /** What a text box holds: where it is drawn is not followed, it is read before or after its paragraph. */
    addBox: (more: readonly Block[]): void => addAll(isBegun ? below : above, more),
    /** `depth`: of the text that no mark ends. */
    finish: (depth = 0): readonly Block[] => {
      endParagraph(depth);
      endTable();
      return blocks;
    },
  };
}
