/** Columns of dates: "Début | Fin" say the row's span of months; one date under "Période" does not say it. */
import type { Columns, ValueColumn } from "../layout/columns.ts";
import type { View } from "../layout/view.ts";
import type { PeriodPart } from "../words/period-part.ts";
import { findPeriods } from "../words/period-text.ts";

/** Columns whose every cell is a date. */
export interface DateColumns {
  /** The first and the last day; null unless just two columns of dates are headed so. */
  readonly range: { readonly from: number; readonly to: number } | null;
  /** A date alone under "Période" or "Date": of the row's figures, and nothing tells how many months they are of. */
  readonly alone: ReadonlySet<number>;
}

const DATE = /^(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2})$/;
const START = /d[ée]but|^du\b|^de\b|^depuis|^premier/i;
const END = /\bfin|^au\b|^jusqu|^dernier/i;

/** "2026-03-31" => "31/03/2026" */
const asWritten = (text: string): string => text.replace(/^(\d{4})-(\d{2})-(\d{2})$/, "$3/$2/$1");

const headingOf = ({ headings }: ValueColumn): string => (headings.at(-1)?.text ?? "").replaceAll("_", " ");

export function findDateColumns(view: View, rows: readonly number[], columns: Columns): DateColumns {
  const dates = columns.texts.filter(
    ({ column }) => rows.length > 0 && rows.every((r) => DATE.test(view.at(r, column)?.text ?? "")),
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
  const [first = "", last = ""] = [from, to].map((column) => asWritten(view.at(row, column)?.text ?? ""));
  return findPeriods(`du ${first} au ${last}`).parts.find((part) => part.full);
}
