/** A statement as it is laid out, before any format: lines of text, blank lines and tables with spans. */
import { type Cell, COVERED, EMPTY } from "../../../scripts/model/grid.ts";

export type Block =
  /** One line of text: a title, a caption, a note. In a spreadsheet it starts in `column` (0 by default) and takes `colSpan` columns. */
  | { readonly kind: "line"; readonly text: string; readonly column?: number; readonly colSpan?: number }
  | { readonly kind: "blank" }
  /**
   * Rectangular: a merged cell stands once, COVERED fills the places that it takes. `head` rows repeat on a new page. Rows (.xlsx,
   * .docx, .html) and columns (.xlsx) may be hidden, counted from 0.
   */
  | {
      readonly kind: "table";
      readonly rows: readonly (readonly WrittenCell[])[];
      readonly head: number;
      readonly hiddenRows?: readonly number[];
      readonly hiddenColumns?: readonly number[];
    };

/** A cell, with what stands beside its text: what is struck out or hidden comes before it, a raised note mark after it. */
export interface WrittenCell extends Cell {
  readonly raised?: string;
}

/** A piece of a cell's text in one style. */
export interface Run {
  readonly text: string;
  readonly style: "plain" | "struck" | "hidden" | "raised";
}
export const runsOf = ({ text, beside = [], raised = "" }: WrittenCell): readonly Run[] =>
  [
    ...beside.flatMap(({ kind, text: own }) =>
      kind === "struck" || kind === "hidden" ? [{ text: own, style: kind }] : [],
    ),
    { text, style: "plain" as const },
    { text: raised, style: "raised" as const },
  ].filter((run) => run.text !== "");

export interface Sheet {
  readonly name: string;
  readonly hidden?: true;
  readonly blocks: readonly Block[];
}

export const line = (text: string): Block => ({ kind: "line", text });
export const blank: Block = { kind: "blank" };

/** A cell of text, with its spans when it has some. */
export const cell = (text: string, colSpan = 1, rowSpan = 1): Cell => ({
  text,
  ...(colSpan > 1 ? { colSpan } : {}),
  ...(rowSpan > 1 ? { rowSpan } : {}),
});

/** Rows of text => rows of cells. */
export const textRows = (rows: readonly (readonly string[])[]): Cell[][] =>
  rows.map((row) => row.map((text) => (text === "" ? EMPTY : { text })));

/**
 * Puts COVERED wherever a span reaches, and fills short rows with empty cells. Input rows hold the cells as HTML would:
 * only the cells that start there. [["a" over 2 columns], ["b", "c"]] => [["a", COVERED], ["b", "c"]]
 */
export function layOut(rows: readonly (readonly Cell[])[]): Cell[][] {
  const grid: Cell[][] = rows.map(() => []);
  rows.forEach((row, r) => {
    let c = 0;
    for (const item of row) {
      while (grid[r]?.[c]) c++;
      for (let dr = 0; dr < (item.rowSpan ?? 1); dr++)
        for (let dc = 0; dc < (item.colSpan ?? 1); dc++) {
          const target = grid[r + dr];
          if (target) target[c + dc] = dr || dc ? COVERED : item;
        }
      c += item.colSpan ?? 1;
    }
  });
  const width = Math.max(0, ...grid.map((row) => row.length));
  return grid.map((row) => Array.from({ length: width }, (_, c) => row[c] ?? EMPTY));
}
