/** How far labels are set back: "    Cambriolages", "- Cambriolages" under "Atteintes aux biens". */

import type { View, ViewCell } from "../layout/view.ts";
import { lineOf } from "../words/labels.ts";
import type { Context } from "./context.ts";

/** Leading spaces of the text as sent, and a dash or bullet for one more. */
export function depthOf(view: View, cell: ViewCell): number {
  const text = view.grid.rows[cell.row]?.[cell.column]?.text ?? "";
  return text.length - text.trimStart().length + (/^\s*[-–—•·▪►>*]\s/.test(text) ? 1 : 0);
}

/**
 * Row => depth of its label, where the table sets the lines of its families back; null where it does not: one line of the
 * nomenclature that stands as far left as its family is enough.
 */
export function findDepths(context: Context): ReadonlyMap<number, number> | null {
  const { view, plan, statement } = context;
  if (plan.label === null) return null;
  const depths = new Map<number, number>();
  let family: number | null = null;
  let setBack = false;
  for (const item of context.block.items) {
    const cell = item.kind === "line" ? item.cell : view.at(item.row, plan.label);
    if (!cell) continue;
    const depth = depthOf(view, cell);
    if (item.kind === "data") depths.set(item.row, depth);
    const known = lineOf(cell.matches, statement);
    if (known?.family === null) family = depth;
    else if (known && family !== null && depth <= family) return null;
    else if (family !== null && depth > family) setBack = true;
  }
  return setBack ? depths : null;
}
