/** Blocks to one grid of cells, as a spreadsheet or a CSV file lays them one under another. */
import { COVERED, EMPTY } from "../../../scripts/model/grid.ts";
import type { Sheet, WrittenCell } from "./sheet.ts";

/** The rows of a sheet, ragged: a blank is a row without cells. */
export function rowsOf(sheet: Sheet): (readonly WrittenCell[])[] {
  return sheet.blocks.flatMap((block): (readonly WrittenCell[])[] => {
    if (block.kind === "blank") return [[]];
    if (block.kind === "table") return [...block.rows];
    const colSpan = block.colSpan ?? 1;
    const before = Array.from({ length: block.column ?? 0 }, () => EMPTY);
    const covered = Array.from({ length: colSpan - 1 }, () => COVERED);
    return [[...before, { text: block.text, ...(colSpan > 1 ? { colSpan } : {}) }, ...covered]];
  });
}
