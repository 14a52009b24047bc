/** The cells of one data row to what the row says: its line, force, period. */
import { type Axis, axisOfCell, NO_AXIS, unite } from "../meaning/axis.ts";
import { periodOfNumber } from "../periods/columns.ts";
import { isExplained, saysSomething } from "../words/facets.ts";
import type { Columns } from "./columns.ts";
import type { RowPlan } from "./row-plan.ts";
import type { View, ViewCell } from "./view.ts";

/** What the row says. `label` is inherited from the row above where the format lost a vertical merge. */
export function readRow(view: View, row: number, columns: Columns, plan: RowPlan, above: Axis | null): Axis {
  const axes: Axis[] = [];
  const seen = new Set<ViewCell>();
  for (const { column } of columns.texts) {
    const cell = view.at(row, column) ?? plan.down.get(column)?.get(row);
    if (!cell || seen.has(cell) || plan.aside.has(column) || column === plan.family || cell.number !== undefined)
      continue;
    seen.add(cell);
    axes.push(column === plan.label ? labelAxis(cell) : sideAxis(cell));
  }
  for (const [column, kind] of plan.periodColumns) {
    const cell = view.at(row, column);
    const part = cell?.number?.kind === "whole" ? periodOfNumber(kind, cell.number.value) : undefined;
    const texts = [cell?.text ?? ""];
    axes.push(
      part ? { ...NO_AXIS, periods: [part], periodTexts: texts, texts } : { ...NO_AXIS, unknown: texts, texts },
    );
  }
  const own = unite(axes);
  const labelCell = plan.label === null ? undefined : view.at(row, plan.label);
  if (
    own.label === null &&
    !labelCell &&
    above?.label != null &&
    (own.force !== null || own.total || own.periods.length > 0)
  )
    return { ...own, label: above.label, matches: above.matches, texts: [above.label, ...own.texts] };
  return own;
}

/** A cell of the column of labels: a line known or not, or only a force or a period ("Police", "T1 2026", "Total"). */
function labelAxis(cell: ViewCell): Axis {
  if (cell.matches.length > 0) return axisOfCell(cell, true);
  const onlyFacets = saysSomething(cell.facets) && isExplained(cell.facets) && cell.facets.dimension === null;
  return axisOfCell(cell, !onlyFacets);
}

/** A cell beside the labels: understood whole, or the row is not. */
const sideAxis = (cell: ViewCell): Axis => axisOfCell(cell, false);
