/** The rows of a table in order, each number under the captions and the family that stand over it. */

import { once } from "../../model/remember.ts";
import type { PlacedOutcome } from "../layout/outcome.ts";
import { isNote, type Line, nearestLines, toLine } from "../layout/surroundings.ts";
import type { Context } from "../meaning/context.ts";
import { findFamilies } from "../meaning/families.ts";
import { findPlace } from "../meaning/place-around.ts";
import { readCell } from "./cell.ts";

/** Rows in order, with the captions and the family that stand over each. */
export function readCells(context: Context): readonly PlacedOutcome[] {
  const { view, block, rows, tools } = context;
  const axes = new Map(rows.flatMap((r) => (r.heading ? [] : [[r.row, r.axis] as const])));
  const families = findFamilies(context);
  const placeUnder = (captions: readonly Line[]) => once(() => findPlace(context, captions));
  let inBlock: readonly Line[] = [];
  let placeAround = placeUnder(inBlock);
  return block.items.flatMap((item): readonly PlacedOutcome[] => {
    if (item.kind === "line") {
      if (isNote(item.cell, tools.words)) return [];
      inBlock = nearestLines([toLine(item.cell, true), ...inBlock]);
      placeAround = placeUnder(inBlock);
      return [];
    }
    const { row } = item;
    const rowAxis = axes.get(row);
    if (!rowAxis) return [];
    const under = { row, rowAxis, family: families.get(row) ?? null, inBlock, placeAround };
    return context.columns.flatMap((column): readonly PlacedOutcome[] => {
      const cell = view.at(row, column.column);
      if (cell && cell.column !== column.column) return []; // merged from a column before: read there
      const outcome = readCell(context, { ...under, column });
      return outcome ? [{ row, column: column.column, outcome }] : [];
    });
  });
}
