/** The rows of a table in order, each number under the captions and the family that stand over it. */
import type { PlacedOutcome } from "../layout/outcome.ts";
import { isNote, toLine } from "../layout/surroundings.ts";
import type { Context } from "../meaning/context.ts";
import { familyOver, findFamilies } from "../meaning/families.ts";
import { readCell } from "./cell.ts";
import { textsOver } from "./crossing.ts";

export function readCells(context: Context): readonly PlacedOutcome[] {
  const { view, block, rows, tools } = context;
  const axes = new Map(rows.flatMap((r) => (r.heading ? [] : [[r.row, r.axis] as const])));
  const families = findFamilies(context);
  let above = textsOver(context, context.around);
  return block.items.flatMap((item): readonly PlacedOutcome[] => {
    if (item.kind === "line") {
      const { around } = above;
      if (!isNote(view, item.cell, tools.words))
        above = textsOver(context, { ...around, lines: [toLine(item.cell, "within"), ...around.lines] });
      return [];
    }
    const { row } = item;
    const rowAxis = axes.get(row);
    if (!rowAxis) return [];
    const family = families.get(row);
    return context.columns.flatMap((column): readonly PlacedOutcome[] => {
      const cell = view.at(row, column.column);
      if (cell && cell.column !== column.column) return []; // merged from a column before: read there
      const crossing = { row, rowAxis, family: family ?? familyOver(context, column), above, column };
      const outcome = readCell(context, crossing, cell);
      return outcome && (cell || outcome.kind === "count") ? [{ row, column: column.column, outcome }] : [];
    });
  });
}
