/** The rows of a table in order, each number under the captions and the family that stand over it. */

import { once } from "../../model/remember.ts";
import type { PlacedOutcome } from "../layout/outcome.ts";
import { isNote, type Surroundings, toLine } from "../layout/surroundings.ts";
import type { Context } from "../meaning/context.ts";
import { findFamilies } from "../meaning/families.ts";
import { findForce } from "../meaning/force-around.ts";
import { findPlace } from "../meaning/place-around.ts";
import { findMeasure } from "../meaning/printed.ts";
import { findPeriodLine } from "../periods/around.ts";
import { type Above, readCell } from "./cell.ts";

/** Rows in order, with the captions and the family that stand over each. */
export function readCells(context: Context): readonly PlacedOutcome[] {
  const { view, block, rows, tools } = context;
  const axes = new Map(rows.flatMap((r) => (r.heading ? [] : [[r.row, r.axis] as const])));
  const families = findFamilies(context);
  const under = (around: Surroundings): Above => ({
    around,
    place: once(() => findPlace(context, around)),
    force: once(() => findForce(around)),
    period: once(() => findPeriodLine(around)),
    measure: once(() => findMeasure(around, false)),
    measureOfDated: once(() => findMeasure(around, true)),
  });
  let above = under(context.around);
  return block.items.flatMap((item): readonly PlacedOutcome[] => {
    if (item.kind === "line") {
      const { around } = above;
      if (!isNote(item.cell, tools.words))
        above = under({ ...around, lines: [toLine(item.cell, "within"), ...around.lines] });
      return [];
    }
    const { row } = item;
    const rowAxis = axes.get(row);
    if (!rowAxis) return [];
    const crossed = { row, rowAxis, family: families.get(row) ?? null, above };
    return context.columns.flatMap((column): readonly PlacedOutcome[] => {
      const cell = view.at(row, column.column);
      if (cell && cell.column !== column.column) return []; // merged from a column before: read there
      const outcome = readCell(context, { ...crossed, column }, cell);
      return outcome && (cell || outcome.kind === "count") ? [{ row, column: column.column, outcome }] : [];
    });
  });
}
