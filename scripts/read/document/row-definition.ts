/** A row as Word's older formats define it (edges, merges, grounds), with what stands in its cells -> cells with their edges. */
import { type Rgb, WHITE } from "../contract/contrast.ts";
import { damaged } from "../contract/reader.ts";
import { LEAST, NAMES } from "../plain/rule.ts";
import { joinLines } from "../plain/seen-text.ts";
import { withConstructs } from "../plain/text-writer.ts";
import type { Block } from "./document.ts";
import { type Ground, onGround } from "./marked-text.ts";
import { textOfCell } from "./table-blocks.ts";
import type { EdgedCell } from "./table-geometry.ts";

/** Edges of a row's cells in twips from the margin, left to right. */
export interface RowDefinition {
  readonly left: number;
  /** In twips, where it is exact. */
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

/** What stands in a cell. */
export interface Content {
  readonly blocks: Block[];
  readonly inks: Rgb[];
}
export const newContent = (): Content => ({ blocks: [], inks: [] });

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

/** Page layout: its cells are read one after the other, as blocks. Behind the tables in a cell, its ground is seen. */
export const layoutOf = (cells: readonly Content[], { constructs, cells: defined }: RowDefinition): readonly Block[] =>
  cells.flatMap(({ blocks, inks }, index) => {
    const { ground = WHITE, constructs: own = [] } = defined[index] ?? {};
    const isColoured = ground === null || ground.some((level, i) => level !== WHITE[i]);
    const told = [...constructs, ...own, ...onGround(inks, ground), ...(isColoured ? [NAMES.ink] : [])];
    return withConstructsIn(blocks, told);
  });

/** Contents and definition of a row -> cells with edges. @throws {NotRead} they do not fit. */
export function edgedRow(
  contents: readonly Content[],
  { left, exactHeight, constructs, cells }: RowDefinition,
): EdgedCell[] {
  // A mark of cell lost joins two cells, and those that follow would stand one column too far left.
  if (contents.length !== cells.length)
    damaged(`une ligne de tableau a ${contents.length} cellules et en définit ${cells.length}`);
  const row: EdgedCell[] = [];
  let from = left;
  for (const [i, cell] of cells.entries()) {
    const { right, joinsLeft, merge, ground } = cell;
    if (right <= from) damaged(`bords de cellules en désordre (${from}, ${right})`);
    const { blocks, inks } = contents[i] ?? newContent();
    const whole = textOfCell(blocks);
    const told = [
      ...constructs,
      ...cell.constructs,
      ...onGround(inks, ground === undefined ? WHITE : ground),
      ...(right - from < LEAST.line && /\d\d/.test(whole.text) ? [NAMES.column] : []),
    ];
    if (exactHeight !== undefined && exactHeight < whole.text.split("\n").length * LEAST.line) told.push(NAMES.clipped);
    const seen = withConstructs(whole, told);
    const previous = row.at(-1);
    if (joinsLeft && previous) row[row.length - 1] = { ...previous, right, ...joinLines([previous, seen]) };
    else row.push({ ...seen, left: from, right, ...(merge ? { merge } : {}) });
    from = right;
  }
  return row;
}
