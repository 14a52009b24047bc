/** The cells of one data row to what the row says: its line, force, period. */

import type { Block } from "../layout/blocks.ts";
import type { Columns } from "../layout/columns.ts";
import type { View, ViewCell } from "../layout/view.ts";
import { rangeOfRow } from "../periods/date-columns.ts";
import { periodOfNumber } from "../periods/period-columns.ts";
import type { PeriodPart } from "../words/period-part.ts";
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
    if (!cell || seen.has(cell) || plan.aside.has(column) || column === plan.family || cell.number !== undefined)
      continue;
    seen.add(cell);
    const { range, alone } = plan.dates;
    if (column === range?.from || column === range?.to) continue;
    if (alone.has(column) && !cell.facets.declared) {
      axes.push(periodAxis(undefined, [cell.text]));
      continue;
    }
    // beside the labels, a text is understood whole, or the row is not
    axes.push(column === plan.label ? labelAxis(cell) : axisOfCell(cell, false));
  }
  for (const [column, kind] of plan.periodColumns) {
    const cell = view.at(row, column);
    // the settings may say which months: « 2024 » is the 4th quarter of 2024
    const declared = cell?.facets.periods.find((period) => period.full);
    const said = cell?.number?.kind === "whole" ? periodOfNumber(kind, cell.number.value) : undefined;
    axes.push(periodAxis(declared ?? said, [cell?.text ?? ""]));
  }
  if (plan.dates.range) axes.push(datesAxis(view, row, plan.dates.range));
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

/** "01/01/2026 | 31/03/2026" */
function datesAxis(view: View, row: number, range: NonNullable<RowPlan["dates"]["range"]>): Axis {
  const texts = [range.from, range.to].map((c) => view.at(row, c)?.text ?? "");
  return periodAxis(rangeOfRow(view, row, range), texts);
}

/** Cells that say the row's period, or fail to. */
const periodAxis = (part: PeriodPart | undefined, texts: readonly string[]): Axis =>
  part ? { ...NO_AXIS, periods: [part], periodTexts: texts, texts } : { ...NO_AXIS, unknown: texts, texts };

/** A cell of the column of labels: a line known or not, or only a force or a period ("Police", "T1 2026", "Total"). */
function labelAxis(cell: ViewCell): Axis {
  const onlyFacets = isUnderstood(cell.facets) && cell.facets.dimension === null;
  return axisOfCell(cell, !onlyFacets);
}
