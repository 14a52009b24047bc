/** A row as its document defines it (edges, merges, grounds), with what stands in its cells -> cells with their edges. */
import { damaged } from "../contract/reader.ts";
import { type Construct, type Ink, LEAST, NAMES, seenOn } from "../plain/rule.ts";
import { joinLines, type SeenText } from "../plain/seen-text.ts";
import { withConstructs, withoutConstructs } from "../plain/text-writer.ts";
import { type Block, isBlank } from "./document.ts";
import type { EdgedCell } from "./table-geometry.ts";

/** What stands in a cell: its paragraphs, and the inks of their texts, as they say them. */
export interface Content {
  readonly texts: SeenText[];
  readonly inks: Ink[];
}
export const newContent = (): Content => ({ texts: [], inks: [] });

/** Edges of a row's cells in twips from the margin, left to right. */
export interface RowDefinition {
  readonly left: number;
  /** In twips, where it is exact. */
  readonly exactHeight?: number | undefined;
  /** The text of the page runs around its table. */
  readonly isApart?: boolean;
  /** What is said of the row that is not plain. */
  readonly constructs: Iterable<string>;
  readonly cells: readonly CellDefinition[];
}
export interface CellDefinition {
  /** Where it does not begin at the end of the one before. */
  readonly left?: number;
  /** By another one of its row, or of a row above: nothing of it is shown. */
  readonly isCovered?: boolean;
  readonly right: number;
  /** In twips, where it is not told by the edges. */
  readonly width?: number | undefined;
  /** Merged with the cell at its left. */
  readonly joinsLeft?: boolean;
  readonly merge?: EdgedCell["merge"];
  /** Rows that it takes, where no mark in the rows below says that it goes on. */
  readonly rowSpan?: number;
  /** Ink and ground that its texts may have, by the part of the table that it stands in. */
  readonly inks: readonly Ink[];
  readonly constructs: Iterable<string>;
}

/** In twips: the width of a column of which only the rank is told, by which edges are made of ranks. */
export const COLUMN = 2 * LEAST.line;

/** The same blocks, with these constructs wherever a text stands. */
export const withConstructsIn = (blocks: readonly Block[], constructs: readonly string[]): readonly Block[] =>
  blocks.map((block) =>
    block.kind === "paragraph"
      ? withConstructs(block, constructs)
      : {
          ...block,
          rows: block.rows.map((row) => ({
            ...row,
            cells: row.cells.map((cell) => withConstructs(cell, constructs)),
          })),
        },
  );

const isFramed = ({ beside = [] }: SeenText): boolean => beside.some(({ text }) => text === NAMES.frame);

/** What hides nothing in such a row: one that may grow shows the texts that are pushed down; in a table that stands apart, Word says of each text that it stands in a frame. */
function plainIn({ exactHeight, isApart = false }: RowDefinition, contents: readonly Content[]): readonly Construct[] {
  const isOneFrame = isApart && contents.every(({ texts }) => texts.every((text) => isBlank(text) || isFramed(text)));
  return [...(exactHeight === undefined ? [NAMES.lowered] : []), ...(isOneFrame ? [NAMES.frame] : [])];
}

/** Contents and definition of a row -> cells with edges. @throws {NotRead} they do not fit. */
export function edgedRow(contents: readonly Content[], definition: RowDefinition): EdgedCell[] {
  const { left, exactHeight, constructs, cells } = definition;
  // A mark of cell lost joins two cells, and those that follow would stand one column too far left.
  if (contents.length !== cells.length)
    damaged(`une ligne de tableau a ${contents.length} cellules et en définit ${cells.length}`);
  const plain = plainIn(definition, contents);
  const row: EdgedCell[] = [];
  let end = left;
  for (const [i, cell] of cells.entries()) {
    const { left: from = end, right, width = right - from, joinsLeft, merge, rowSpan = 1 } = cell;
    if (cell.isCovered) continue;
    if (right <= from) damaged(`bords de cellules en désordre (${from}, ${right})`);
    const content = contents[i] ?? newContent();
    const whole = joinLines(content.texts);
    const told = [...constructs, ...cell.constructs, ...seenOn(content.inks, cell.inks)];
    if (width < LEAST.line && /\d\d/.test(whole.text)) told.push(NAMES.column);
    const lines = whole.text.trimEnd().split("\n").length;
    if (exactHeight !== undefined && exactHeight < lines * LEAST.line) told.push(NAMES.clipped);
    const seen = withoutConstructs(withConstructs(whole, told), plain);
    const previous = row.at(-1);
    if (joinsLeft && previous) row[row.length - 1] = { ...previous, right, ...joinLines([previous, seen]) };
    else row.push({ ...seen, left: from, right, merge, rowSpan });
    end = right;
  }
  return row;
}
