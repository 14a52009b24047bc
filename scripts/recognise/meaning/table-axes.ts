/** What the headings of a column say together, and the cells of a row: its line, force, period, measure. */
import { dataRows } from "../layout/blocks.ts";
import type { Columns } from "../layout/columns.ts";
import { isSigned, type ViewCell } from "../layout/view.ts";
import { isOwnPeriod, isYearOf, periodsInRow } from "../periods/period-columns.ts";
import { isFamily } from "../words/labels.ts";
import { isUnderstood } from "../words/said.ts";
import { type Axis, axisOfCell, NO_AXIS, unite } from "./axis.ts";
import type { Table } from "./context.ts";
import { labelIn } from "./row-plan.ts";

/** What the headings of a column say together; two periods over "+1" and "-3" say the change from the one to the other. */
export function columnAxis({ view, block, plan, heads }: Table, { column, headings }: Columns["values"][number]): Axis {
  const place = plan.places.columns.get(column);
  if (place?.kind === "elsewhere") return NO_AXIS;
  const isUnderFamily = headings.some((h, i) => i < headings.length - 1 && isFamilyHead(h)) && areLines(heads);
  const cellAxis = (h: ViewCell): Axis => {
    if (isYearOf(h, heads)) return { ...NO_AXIS, total: true, texts: [h.text] };
    if (isOwnPeriod(h, heads)) return { ...NO_AXIS, periods: [{ own: "period" }], texts: [h.text] };
    const own = axisOfCell(h, isUnderFamily && h === headings.at(-1));
    if (!place) return own;
    // "Ensemble de la commune" is said of the territory; beside a column of one force, of both
    const isWhole = place.kind === "ours" && place.generic && own.total && !saysOneForce(heads);
    return { ...own, unknown: [], dimension: null, ...(isWhole ? { total: false } : {}) };
  };
  const said = unite(headings.map(cellAxis));
  // "Homicides | Vols avec armes | Ensemble des faits": of the lines, and of no two forces
  const isOfLines = said.force === "ensemble" && said.label === null && areLines(heads) && !saysOneForce(heads);
  const axis = isOfLines ? { ...said, force: null, total: true } : said;
  const cells = dataRows(block).flatMap((row) => view.at(row, column) ?? []);
  const isChange = axis.measure === null && axis.periods.length > 1 && cells.some(isSigned);
  return isChange ? { ...axis, measure: "change" } : axis;
}

const isFamilyHead = ({ matches }: ViewCell): boolean => matches.some(({ indicator }) => isFamily(indicator));

/** Families over their lines, that go across: what stands lowest under a family names a line, known or not. */
const areLines = ({ values }: Columns): boolean =>
  values.filter(({ headings }) => headings.at(-1)?.matches.some(({ indicator }) => !isFamily(indicator))).length > 1;

const saysOneForce = ({ values }: Columns): boolean =>
  values.some(({ headings }) => headings.some(({ facets: { force } }) => force === "PN" || force === "GN"));

/** What the row says. */
export function readRow({ view, heads, plan }: Table, row: number): Axis {
  const axes: Axis[] = [];
  const seen = new Set<ViewCell>();
  const labelCell = labelIn(view, row, plan) ?? plan.down.get(plan.label ?? -1)?.get(row);
  for (const { column } of heads.texts) {
    const cell = view.at(row, column) ?? plan.down.get(column)?.get(row);
    const isPeriod = plan.periodColumns.has(column) && !cell?.facets.declared;
    const isFamily = column === plan.family && cell !== labelCell;
    if (!cell || seen.has(cell) || plan.aside.has(column) || isPeriod || isFamily || cell.number) continue;
    seen.add(cell);
    // beside the labels, a text is understood whole, or the row is not
    axes.push(cell === labelCell ? labelAxis(cell) : axisOfCell(cell, false));
  }
  for (const { part, texts } of periodsInRow(view, row, plan.periodColumns))
    axes.push(
      part ? { ...NO_AXIS, periods: [part], periodTexts: texts, texts } : { ...NO_AXIS, unknown: texts, texts },
    );
  return unite(axes.map((axis) => (isOfLines(axis, axes) ? { ...axis, force: null, total: true } : axis)));
}

/** "Police | Atteintes aux biens | Ensemble": of all the lines, where another text of the row says the force. */
const isOfLines = (axis: Axis, all: readonly Axis[]): boolean =>
  axis.force === "ensemble" && axis.label === null && all.some(({ force }) => force === "PN" || force === "GN");

/** A cell of the column of labels: a line known or not, or only a force or a period ("Police", "T1 2026", "Total"). */
function labelAxis(cell: ViewCell): Axis {
  const onlyFacets = isUnderstood(cell.facets) && cell.facets.dimension === null;
  return axisOfCell(cell, !onlyFacets);
}
