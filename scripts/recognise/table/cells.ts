/** The rows of a table in order, each number under the captions and the family that stand over it. */

import { once } from "../../model/remember.ts";
import { type Line, nearestLines, toLine } from "../layout/nearest-lines.ts";
import type { PlacedOutcome } from "../layout/outcome.ts";
import { isNote } from "../layout/surroundings.ts";
import { type Context, isTotalRow, type ReadRow } from "../meaning/context.ts";
import { findDepths } from "../meaning/depth.ts";
import { captionFamily, closedFamilies, type Family, familyOfCaption, familyOfColumn } from "../meaning/families.ts";
import { findPlace } from "../meaning/place-around.ts";
import { lineOf } from "../words/labels.ts";
import { readCell } from "./cell.ts";

/** Rows in order, with the captions and the family that stand over each. */
export function readCells(context: Context, rows: readonly ReadRow[]): readonly PlacedOutcome[] {
  const { view, block, tools } = context;
  const byRow = new Map(rows.flatMap((r) => (r.heading ? [] : [[r.row, r.axis] as const])));
  const outcomes: PlacedOutcome[] = [];
  let inBlock: readonly Line[] = [];
  const placeUnder = (captions: readonly Line[]) => once(() => findPlace(context, captions));
  let placeAround = placeUnder(inBlock);
  let family: Family | null = captionFamily(context);
  const depths = findDepths(context);
  const closed = closedFamilies(context, rows);
  for (const item of block.items) {
    if (item.kind === "line") {
      if (isNote(item.cell, tools.words)) continue;
      inBlock = nearestLines([toLine(item.cell, true), ...inBlock]);
      placeAround = placeUnder(inBlock);
      family = familyOfCaption(context, item.cell) ?? family;
      continue;
    }
    const axis = byRow.get(item.row);
    if (!axis) continue;
    family = familyOfColumn(context, item.row, family);
    const named = lineOf(axis.matches, context.statement);
    const totals = isTotalRow(context, axis) && family !== null && !family.counted && context.familyTotals;
    const depth = depths?.get(item.row) ?? null;
    const leaves = !named && axis.label !== null && isOutside(depth, family);
    if (leaves) family = null;
    const current: Family | null = closed ? (closed.get(item.row) ?? null) : family;
    if (named?.family === null && context.hasFamilies)
      family = { id: named.id, label: axis.label ?? named.label, counted: true, depth };
    else if (leaves && axis.label !== null) family = { id: axis.label, label: axis.label, counted: true, depth };
    for (const column of context.columns) {
      const cell = view.at(item.row, column.column);
      if (cell && cell.column !== column.column) continue; // merged from a column before: read there
      const outcome = readCell(context, {
        row: item.row,
        column,
        rowAxis: axis,
        family: current,
        inBlock,
        placeAround,
      });
      if (outcome) outcomes.push({ row: item.row, column: column.column, outcome });
    }
    if (totals && family) family = { ...family, counted: true };
  }
  return outcomes;
}

/** An unknown line that is not set back, after the lines of a family that are: it is none of them. */
const isOutside = (depth: number | null, family: Family | null): boolean =>
  depth !== null && family !== null && family.depth !== null && depth <= family.depth;
