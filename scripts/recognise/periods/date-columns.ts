/** Columns of dates: "Début | Fin" say the row's span of months; one date under "Période" does not say it. */
import type { Columns, ValueColumn } from "../layout/columns.ts";
import type { View, ViewCell } from "../layout/view.ts";
import { type Day, dayRange } from "../words/period-items.ts";
import type { PeriodPart } from "../words/period-part.ts";

/** Columns whose every cell is a date. */
export interface DateColumns {
  /** The first and the last day; null unless just two columns of dates are headed so. */
  readonly range: { readonly from: number; readonly to: number } | null;
  /** A date alone under "Période" or "Date": of the row's figures, and nothing tells how many months they are of. */
  readonly alone: ReadonlySet<number>;
}

const DATE = /^(?:(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|(\d{4})-(\d{2})-(\d{2}))$/;
const START = /d[ée]but|^du\b|^de\b|^depuis|^premier/i;
const END = /\bfin|^au\b|^jusqu|^dernier/i;

/** "31/03/2026", "2026-03-31" */
function dateOf(cell: ViewCell | undefined): Day | undefined {
  const [, d, m, y, y2, m2, d2] = DATE.exec(cell?.text ?? "") ?? [];
  const [day, month, year] = [d ?? d2, m ?? m2, y ?? y2].map(Number);
  return day && month && year ? { day, month, year } : undefined;
}

const headingOf = ({ headings }: ValueColumn): string => (headings.at(-1)?.text ?? "").replaceAll("_", " ");

export function findDateColumns(view: View, rows: readonly number[], columns: Columns): DateColumns {
  const dates = columns.texts.filter(
    ({ column }) => rows.length > 0 && rows.every((r) => dateOf(view.at(r, column)) !== undefined),
  );
  const from = dates.filter((c) => START.test(headingOf(c)));
  const to = dates.filter((c) => END.test(headingOf(c)));
  const [first, last] = [from[0], to[0]];
  if (first && last && from.length === 1 && to.length === 1 && first !== last)
    return { range: { from: first.column, to: last.column }, alone: new Set() };
  const alone = dates.filter((c) => {
    const heading = c.headings.at(-1)?.facets;
    return from.includes(c) || to.includes(c) || (heading?.dimension === "period" && heading.residual === "");
  });
  return { range: null, alone: new Set(alone.map((c) => c.column)) };
}

/** The span of a row; undefined for days that are no whole months. */
export function rangeOfRow(
  view: View,
  row: number,
  { from, to }: NonNullable<DateColumns["range"]>,
): PeriodPart | undefined {
  const [first, last] = [dateOf(view.at(row, from)), dateOf(view.at(row, to))];
  const [item] = first && last ? dayRange(first, last) : [];
  return item?.kind === "full" ? { full: item.period } : undefined;
}
