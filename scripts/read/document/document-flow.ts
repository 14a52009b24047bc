/**
 * A text told mark by mark, as Word's formats tell it (end of paragraph, of cell, of row, each at a depth of tables) -> blocks.
 * Shared by .rtf and .doc, whose rows also say the edges of their cells.
 */
import { type Rgb, WHITE } from "../contract/contrast.ts";
import { MAX_DEPTH } from "../contract/limits.ts";
import { LEAST, NAMES } from "../plain/rule.ts";
import { joinLines } from "../seen/seen-text.ts";
import { type Block, isBlank, paragraph } from "./document.ts";
import { type Ground, type MarkedText, onGround, withConstructs } from "./marked-text.ts";
import { isPageLayout, textOfCell } from "./table-blocks.ts";
import { type EdgedCell, placeByEdges } from "./table-geometry.ts";

/** Edges of a row's cells in twips from the margin, left to right. */
export interface RowDefinition {
  readonly left: number;
  /** In twips, where it is exact: what is left of it for the lines of its cells. */
  readonly exactHeight?: number | undefined;
  /** What is said of the row that is not plain. */
  readonly constructs: Iterable<string>;
  readonly cells: readonly CellDefinition[];
}
export interface CellDefinition {
  readonly right: number;
  /** Merged with the cell at its left. */
  readonly joinsLeft: boolean;
  readonly merge: EdgedCell["merge"];
  /** undefined: what is behind its table. */
  readonly ground?: Ground | undefined;
  readonly constructs: Iterable<string>;
}

/** Depth 0: outside tables; 1: in a table; 2: in a table within a cell of it. */
export interface Flow {
  readonly endParagraph: (text: MarkedText, depth: number) => void;
  readonly endCell: (text: MarkedText, depth: number) => void;
  readonly endRow: (definition: RowDefinition, depth: number) => void;
  /** Blocks that stand at this place: a text box. */
  readonly addBlocks: (more: readonly Block[], depth: number) => void;
  /** The blocks; or, in words, what is wrong with the tables. */
  readonly finish: () => readonly Block[] | string;
}

/** What stands in a cell. */
interface Content {
  readonly blocks: Block[];
  readonly inks: Rgb[];
  /** In twips: the blanks that its paragraphs leave above them. */
  above: number;
}
const newContent = (): Content => ({ blocks: [], inks: [], above: 0 });

/** A table being written, and the row and cell being written in it. */
interface Level {
  rows: EdgedCell[][];
  cells: Content[];
  cell: Content;
}

const isNothing = (block: Block): boolean => block.kind === "paragraph" && isBlank(block);

/** In twips: about a millimetre. Word moves column lines by a few twips from row to row. */
const TOLERANCE = 60;

/** `name`: how the paragraphs are called ("en-tête de page"); none for the body. */
export function createFlow(name?: string): Flow {
  const blocks: Block[] = [];
  const levels: Level[] = []; // levels[0]: depth 1
  let fault: string | null = null;

  const level = (told: number): Level => {
    const depth = Math.min(told, MAX_DEPTH);
    if (told > MAX_DEPTH) fault ??= `des tableaux sont imbriqués sur ${told} niveaux`; // a damaged depth reaches thousands of millions
    for (let found = levels[depth - 1]; ; found = levels[depth - 1]) {
      if (found) return found;
      levels.push({ rows: [], cells: [], cell: newContent() });
    }
  };
  const target = (depth: number): Block[] => (depth === 0 ? blocks : level(depth).cell.blocks);
  const closeTable = (depth: number): void => {
    const at = level(depth);
    if (at.rows.length > 0) target(depth - 1).push({ kind: "table", rows: placeByEdges(at.rows, TOLERANCE) });
    at.rows = [];
  };
  /** What comes next stands at this depth: the tables deeper than that are finished. */
  const closeBelow = (depth: number): void => {
    while (levels.length > depth) {
      const last = level(levels.length);
      const { blocks: left } = last.cell;
      // LibreOffice does not end a row whose only cell ends with a table: page layout.
      const isLayout = last.cells.length === 0 && left.some(({ kind }) => kind === "table");
      if (last.cells.length > 0 || !(isLayout || left.every(isNothing)))
        fault ??= "une ligne de tableau n'est pas finie";
      closeTable(levels.length);
      levels.pop();
      if (isLayout) target(levels.length).push(...left.filter((block) => !isNothing(block)));
    }
  };
  const endParagraph = ({ inks, above = 0, ...text }: MarkedText, depth: number): void => {
    closeBelow(depth);
    if (depth > 0) level(depth).cell.inks.push(...inks);
    if (depth > 0) level(depth).cell.above += above;
    const seen = depth > 0 ? text : withConstructs(text, onGround(inks, WHITE));
    if (depth > 0 || !isBlank(seen)) target(depth).push(paragraph(seen, name));
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
      const { cells } = at;
      at.cells = [];
      if (isPageLayout(cells.map((cell) => cell.blocks))) {
        // Page layout: the cells are read one after the other, as blocks.
        closeTable(depth);
        const outside = target(depth - 1);
        for (const block of cells.flatMap((cell, c) => onCell(cell, definition, c)))
          if (!isNothing(block)) outside.push(block);
      } else if (cells.length > 0) {
        const row = edgedRow(cells, definition);
        if (typeof row === "string") fault ??= row;
        else at.rows.push(row);
      }
    },
    addBlocks: (more, depth) => {
      target(depth).push(...more);
    },
    finish: () => {
      closeBelow(0);
      return fault ?? blocks;
    },
  };
}

/** The blocks of several stories, one after the other; or what is wrong with the first that has a fault. */
export function joinStories(stories: readonly (readonly Block[] | string)[]): readonly Block[] | string {
  const fault = stories.find((story) => typeof story === "string");
  return fault ?? stories.filter((story) => typeof story !== "string").flat();
}

/** The same blocks, with these constructs wherever a text stands. */
export const withConstructsIn = (blocks: readonly Block[], constructs: readonly string[]): readonly Block[] =>
  blocks.map((block) =>
    block.kind === "paragraph"
      ? withConstructs(block, constructs)
      : {
          ...block,
          rows: block.rows.map((row) => ({
            ...row,
            cells: row.cells.map((cell) => (isBlank(cell) ? cell : withConstructs(cell, constructs))),
          })),
        },
  );

/** What stands in a cell of page layout: the tables in it let see its ground. */
function onCell({ blocks, inks }: Content, definition: RowDefinition, index: number): readonly Block[] {
  const { ground = WHITE, constructs = [] } = definition.cells[index] ?? {};
  const isColoured = ground === null || ground.some((level, i) => level !== WHITE[i]);
  return withConstructsIn(blocks, [
    ...definition.constructs,
    ...constructs,
    ...onGround(inks, ground),
    ...(isColoured ? [NAMES.ink] : []),
  ]);
}

/** Contents and definition of a row -> cells with edges; or, in words, why they do not fit. */
function edgedRow(contents: readonly Content[], { left, exactHeight, constructs, cells }: RowDefinition) {
  // A mark of cell lost joins two cells, and those that follow would stand one column too far left.
  if (contents.length !== cells.length)
    return `une ligne de tableau a ${contents.length} cellules et en définit ${cells.length}`;
  const row: EdgedCell[] = [];
  let from = left;
  for (const [i, cell] of cells.entries()) {
    const { right, joinsLeft, merge, ground } = cell;
    if (right <= from) return `bords de cellules en désordre (${from}, ${right})`;
    const { blocks, inks, above } = contents[i] ?? newContent();
    const whole = textOfCell(blocks);
    const told = [
      ...constructs,
      ...cell.constructs,
      ...onGround(inks, ground === undefined ? WHITE : ground),
      ...(right - from < LEAST.line && /\d\d/.test(whole.text) ? [NAMES.column] : []),
    ];
    const height = above + whole.text.split("\n").length * LEAST.line;
    if (exactHeight !== undefined && exactHeight < height) told.push(NAMES.clipped);
    const seen = isBlank(whole) ? whole : withConstructs(whole, told);
    const previous = row.at(-1);
    if (joinsLeft && previous) row[row.length - 1] = { ...previous, right, ...joinLines([previous, seen]) };
    else row.push({ ...seen, left: from, right, ...(merge ? { merge } : {}) });
    from = right;
  }
  return row;
}
