/** The headings of one column to what the column says: its line, force, period, measure. */
import { dataRows } from "../layout/blocks.ts";
import type { Columns } from "../layout/columns.ts";
import { isSigned, type ViewCell } from "../layout/view.ts";
import { isOwnPeriod, isYearOf } from "../periods/period-columns.ts";
import { type Axis, axisOfCell, NO_AXIS, unite } from "./axis.ts";
import type { Table } from "./row-axis.ts";

/** What the headings of a column say together; two periods over "+1" and "-3" say the change from the one to the other. */
export function columnAxis(
  { view, block, plan, columns }: Table,
  { column, headings }: Columns["values"][number],
): Axis {
  const place = plan.places.columns.get(column);
  if (place?.kind === "elsewhere") return NO_AXIS;
  const cellAxis = (h: ViewCell): Axis => {
    if (isYearOf(h, columns)) return { ...NO_AXIS, total: true, texts: [h.text] };
    if (isOwnPeriod(h, columns)) return { ...NO_AXIS, periods: [{ own: "period" }], texts: [h.text] };
    const own = axisOfCell(h, false);
    return place ? { ...own, unknown: [], dimension: null } : own;
  };
  const axis = unite(headings.map(cellAxis));
  const cells = dataRows(block).flatMap((row) => view.at(row, column) ?? []);
  const compares = cells.some(isSigned) || headings.some((h) => comparesBackwards(h.text));
  return axis.measure === null && axis.periods.length > 1 && compares ? { ...axis, measure: "change" } : axis;
}

/** "2026/2025", "T1 2026 - T1 2025": the later before the earlier is how a change is headed; "T1 2026 T1 2025" are two headings in one. */
function comparesBackwards(text: string): boolean {
  const [later, earlier, third] = [...text.matchAll(/(?<!\d)20\d\d(?!\d)/g)];
  if (!later || !earlier || third || Number(later[0]) - Number(earlier[0]) !== 1) return false;
  return /[/:–—-]|\b(?:vs|sur|par|contre)\b/.test(text.slice(later.index, earlier.index));
}
