/**
 * A text told mark by mark, as Word's formats tell it (end of paragraph, of cell, of row, each at a depth of tables) -> blocks.
 * Shared by .rtf and .doc, whose rows also say the edges of their cells.
 */

import type { Beside } from "../../model/grid.ts";
import { MAX_DEPTH } from "../contract/limits.ts";
import { joinLines, type SeenText, unseen, withBeside, withLastLine } from "../seen/seen-text.ts";
import { type Block, isBlank, paragraph } from "./document.ts";
import { isCellOffThePage, isOffThePage, LEAST_LINE } from "./paragraph-limits.ts";
import { type Content, inWidth, isCutOff, isPageLayout, textOfCell } from "./table-blocks.ts";
import { type EdgedCell, placeByEdges } from "./table-geometry.ts";

/** Blank between the edges of a cell and its text, in twips. */
export type Sides = Readonly<Partial<Record<"top" | "bottom" | "left" | "right", number>>>;

/** Edges of a row's cells in twips from the margin, left to right. */
export interface RowDefinition {
  readonly left: number;
  /** Height in twips, below 0 where it is exact; 0: as high as its text. */
  readonly height: number;
  /** It stands at a place of its own, beyond the edge of the paper. */
  readonly isAway?: boolean;
  /** Its first cell is the rightmost one. */
  readonly isReversed?: boolean;
  readonly cells: readonly {
    readonly right: number;
    /** Merged with the cell at its left. */
    readonly joinsLeft: boolean;
    readonly merge: EdgedCell["merge"];
    readonly blanks?: Sides;
    /** Why its text is not simply seen: deleted, or crossed by a line. */
    readonly doubt?: Beside["kind"];
  }[];
}

/** Depth 0: outside tables; 1: in a table; 2: in a table within a cell of it. */
export interface Flow {
  readonly endParagraph: (text: SeenText, depth: number) => void;
  readonly endCell: (text: SeenText, depth: number) => void;
  readonly endRow: (definition: RowDefinition, depth: number) => void;
  /** Blocks that stand at this place: a text box. */
  readonly addBlocks: (more: readonly Block[], depth: number) => void;
  /** The blocks; or, in words, what is wrong with the tables. */
  readonly finish: () => readonly Block[] | string;
}

/** A table being written, and the row and cell being written in it. */
interface Level {
  rows: EdgedCell[][];
  cells: Content[];
  cell: Block[];
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
      levels.push({ rows: [], cells: [], cell: [] });
    }
  };
  const target = (depth: number): Block[] => (depth === 0 ? blocks : level(depth).cell);
  const closeTable = (depth: number): void => {
    const at = level(depth);
    if (at.rows.length > 0) target(depth - 1).push({ kind: "table", rows: placeByEdges(at.rows, TOLERANCE) });
    at.rows = [];
  };
  /** What comes next stands at this depth: the tables deeper than that are finished. */
  const closeBelow = (depth: number): void => {
    while (levels.length > depth) {
      const last = level(levels.length);
      // LibreOffice does not end a row whose only cell ends with a table: page layout.
      const isLayout = last.cells.length === 0 && last.cell.some(({ kind }) => kind === "table");
      if (last.cells.length > 0 || !(isLayout || last.cell.every(isNothing)))
        fault ??= "une ligne de tableau n'est pas finie";
      closeTable(levels.length);
      levels.pop();
      if (isLayout) target(levels.length).push(...last.cell.filter((block) => !isNothing(block)));
    }
  };
  const endParagraph = (text: SeenText, depth: number): void => {
    closeBelow(depth);
    // In a cell, a line without text still pushes down those that follow.
    if (depth > 0 || !isBlank(text)) target(depth).push(paragraph(text, name));
  };

  return {
    endParagraph,
    endCell: (text, depth) => {
      endParagraph(text, depth);
      const at = level(depth);
      at.cells.push(at.cell);
      at.cell = [];
    },
    endRow: (definition, depth) => {
      closeBelow(depth);
      const at = level(depth);
      const { cells } = at;
      at.cells = [];
      if (isPageLayout(cells)) {
        // Page layout: the cells are read one after the other, as blocks.
        closeTable(depth);
        const outside = target(depth - 1);
        for (const block of cells.flat()) if (!isNothing(block)) outside.push(block);
      } else if (cells.length > 0) {
        const row = edgedRow(cells, definition);
        if (typeof row === "string") fault ??= row;
        else at.rows.push(row);
      }
    },
    addBlocks: (more, depth) => {
      const inside = target(depth);
      for (const block of more) inside.push(block);
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

/** Its text is seen, in another column. */
const misplaced = (cell: EdgedCell): EdgedCell =>
  cell.text.trim() === "" ? cell : { ...cell, ...withBeside(cell, [{ kind: "unsure", text: "" }]) };

/** Contents and definition of a row -> cells with edges; or, in words, why they do not fit. */
function edgedRow(contents: readonly Content[], definition: RowDefinition): EdgedCell[] | string {
  // A mark of cell lost joins two cells, and those that follow would stand one column too far left.
  if (contents.length !== definition.cells.length)
    return `une ligne de tableau a ${contents.length} cellules et en définit ${definition.cells.length}`;
  const row: EdgedCell[] = [];
  const sides: number[] = [];
  let { left } = definition;
  const isAway = definition.isAway || isOffThePage(left);
  const height = definition.height < 0 ? -definition.height : Number.POSITIVE_INFINITY;
  for (const [i, { right, joinsLeft, merge, blanks = {}, doubt }] of definition.cells.entries()) {
    if (right <= left) return `bords de cellules en désordre (${left}, ${right})`;
    const content = contents[i] ?? [];
    const whole = textOfCell(content);
    const kind = height < LEAST_LINE ? "hidden" : isAway || isCellOffThePage(left) ? "unsure" : doubt;
    const isCut = isCutOff(content, height, (blanks.top ?? 0) + (blanks.bottom ?? 0));
    const seen = isCut ? withLastLine(whole, "covered") : whole;
    const text: SeenText = kind ? { text: "", beside: unseen(kind, [whole]) } : seen;
    const previous = row.at(-1);
    if (joinsLeft && previous) row[row.length - 1] = { ...previous, right, ...joinLines([previous, text]) };
    else {
      row.push({ ...text, left, right, ...(merge ? { merge } : {}) });
      sides.push((blanks.left ?? 0) + (blanks.right ?? 0));
    }
    left = right;
  }
  const placed = definition.isReversed ? row.map(misplaced) : row;
  return placed.map((cell, c) => inWidth(cell, cell.right - cell.left - (sides[c] ?? 0)));
}
