/** The cells of one data row to what the row says: its line, force, period. */

import type { Block } from "../layout/blocks.ts";
import type { Columns } from "../layout/columns.ts";
import type { View, ViewCell } from "../layout/view.ts";
import { periodsInRow } from "../periods/period-columns.ts";
import { isUnderstood } from "../words/said.ts";
import { type Axis, axisOfCell, NO_AXIS, unite } from "./axis.ts";
import type { RowPlan } from "./row-plan.ts";

/** A table whose columns are planned. */
export interface Table {
  readonly view: View;
  readonly block: Block;
  readonly columns: Columns;
  readonly plan: RowPlan;
  /** The headings over the labels that speak of the whole table. */
  readonly corner: readonly ViewCell[];
}

/** What the row says. `label` is inherited from the row above where the format lost a vertical merge. */
export function readRow({ view, columns, plan }: Table, row: number, above: Axis | null): Axis {
  const axes: Axis[] = [];
  const seen = new Set<ViewCell>();
  for (const { column } of columns.texts) {
    const cell = view.at(row, column) ?? plan.down.get(column)?.get(row);
    const isPeriod = plan.periodColumns.has(column) && !cell?.facets.declared;
    if (!cell || seen.has(cell) || plan.aside.has(column) || isPeriod || column === plan.family || cell.number)
      continue;
    seen.add(cell);
    // beside the labels, a text is understood whole, or the row is not
    axes.push(column === plan.label ? labelAxis(cell) : axisOfCell(cell, false));
  }
  for (const { part, texts } of periodsInRow(view, row, plan.periodColumns))
    axes.push(
      part ? { ...NO_AXIS, periods: [part], periodTexts: texts, texts } : { ...NO_AXIS, unknown: texts, texts },
    );
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
  const onlyFacets = isUnderstood(cell.facets) && cell.facets.dimension === null;
  return axisOfCell(cell, !onlyFacets);
}
