/** Statements of families: under which family a line stands, and whether a "Total" is the family's own figure. */
import type { Indicator, Nomenclature } from "../../model/nomenclature.ts";
import type { StatementId } from "../../model/observation.ts";
import type { ViewCell } from "../layout/view.ts";
import { isFamily, lineOf } from "../words/labels.ts";
import type { Axis } from "./axis.ts";
import type { Context, ReadRow } from "./context.ts";
import { depthOf } from "./depth.ts";
import type { Table } from "./row-axis.ts";

export interface Family {
  readonly id: string;
  readonly label: string;
  /** The family's own figures have been seen, on its row or its total. */
  readonly counted: boolean;
  /** How far its label is set back; null where it stands in a column of its own. */
  readonly depth: number | null;
}

export const familiesOf = (n: Nomenclature, statement: StatementId): boolean =>
  n.statements.some((s) => s.id === statement && s.indicators.some((i) => i.family !== null));

/** Families named by captions or in a column: is each followed by a total before the next one begins? */
export function familyTotals(
  { view, block, plan, corner }: Table,
  rows: readonly ReadRow[],
): Pick<Context, "familyTotals" | "severalFamilies"> {
  const axes = new Map(rows.map((r) => [r.row, r.axis]));
  const namesFamily = (cell: ViewCell | undefined): boolean =>
    cell?.matches.some((m) => isFamily(m.indicator)) === true;
  const totals: boolean[] = [...block.lines, ...corner].some(namesFamily) ? [false] : [];
  let last: string | undefined;
  for (const item of block.items) {
    const cell = item.kind === "line" ? item.cell : plan.family === null ? undefined : view.at(item.row, plan.family);
    const id = namesFamily(cell) ? cell?.matches[0]?.indicator.id : undefined;
    if (id !== undefined && id !== last) {
      totals.push(false);
      last = id;
    }
    const axis = item.kind === "data" ? axes.get(item.row) : undefined;
    if (axis && axis.label === null && axis.total && totals.length > 0) totals[totals.length - 1] = true;
  }
  // a family that stands on a row of its own has its figures there: "Total" is then of the table
  const onRows = rows.some(({ axis }) => axis.matches.some((m) => isFamily(m.indicator)));
  return { familyTotals: totals.length > 0 && !onRows && totals.every((t) => t), severalFamilies: totals.length > 1 };
}

/** "Total général" is no family's. */
export const isGeneral = (axis: Axis): boolean => axis.texts.some((t) => /g[ée]n[ée]ral/i.test(t));

/** "Famille | Libellé": the family stands in a column of its own. */
export function familyOfColumn(context: Context, row: number, current: Family | null): Family | null {
  const cell = context.plan.family === null ? undefined : context.view.at(row, context.plan.family);
  if (!cell || !context.hasFamilies) return current;
  const id = familyIn(context, cell)?.id ?? cell.text;
  return current?.id === id ? current : { id, label: cell.text, counted: false, depth: null };
}

export function captionFamily(context: Context): Family | null {
  for (const line of context.around.lines) {
    const family = line.cell && line.near ? familyOfCaption(context, line.cell) : null;
    if (family) return family;
  }
  return null;
}

/** The family of the table's statement that the cell names. */
function familyIn({ statement }: Context, { matches }: ViewCell): Indicator | undefined {
  const named = lineOf(matches, statement);
  return named?.family === null ? named : undefined;
}

/** The family that a caption names, in a statement of families. */
export function familyOfCaption(context: Context, cell: ViewCell): Family | null {
  if (!context.hasFamilies) return null;
  const named = familyIn(context, cell);
  return named ? { id: named.id, label: cell.text, counted: false, depth: depthOf(context.view, cell) } : null;
}

const TOTAL_OF = /^\s*(?:sous[- ]?|s[/.])?total\b/i;

/**
 * "Total Atteintes aux biens" under the lines that it adds up, where no family stands over its lines: by row, the family that its total
 * closes. null: families stand over their lines.
 */
export function closedFamilies(context: Context, rows: readonly ReadRow[]): ReadonlyMap<number, Family> | null {
  const { block, hasFamilies, plan, statement } = context;
  if (!hasFamilies || plan.family !== null || captionFamily(context)) return null;
  if (block.lines.some((cell) => familyIn(context, cell))) return null;
  const lines = rows.filter((row) => !row.heading);
  const totalOf = ({ axis }: ReadRow): Indicator | undefined => {
    const named = lineOf(axis.matches, statement);
    return named?.family === null ? named : undefined;
  };
  const totals = lines.filter(totalOf);
  const areTotals = totals.every(({ axis }) => TOTAL_OF.test(axis.label ?? ""));
  const [first] = lines;
  if (totals.length === 0 || !areTotals || first === undefined || totalOf(first)) return null;
  const closed = new Map<number, Family>();
  let family: Family | null = null;
  for (const row of lines.toReversed()) {
    const named = totalOf(row);
    if (named) family = { id: named.id, label: row.axis.label ?? named.label, counted: true, depth: null };
    else if (family) closed.set(row.row, family);
  }
  return closed;
}
