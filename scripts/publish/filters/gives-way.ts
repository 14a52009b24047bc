/**
 * What makes way when page one does not hold on its page; the size of its type never does. The steps follow each other, each with those before it,
 * until the page holds (print/fit.ts):
 *
 *   1  the largest gap under the table   2  the twelve months   3  points beyond five, which the next page has
 *   4  rows without sign and without fact   5  rows without sign whose quarter has none   6  rows without sign
 */
import { isAnnounced } from "../../model/degree.ts";
import type { Table, TableRow } from "../../model/document/table.ts";
import { plural } from "../../model/format.ts";

const TWELVE_MONTHS = 2;
const ROWS = [4, 5, 6] as const;
/** Points that stay. */
export const MOST_POINTS = 5;

interface Ways {
  /** A row each: the step at which it goes; null: it stays. */
  readonly rows: readonly (number | null)[];
  readonly columns: readonly (number | null)[];
  /** What is said of the rows that are gone, at each step. */
  readonly left: readonly { readonly step: number; readonly text: string }[];
}

/** Of the table of page one. */
export function waysOf({ rows, columns }: Table): Ways {
  const named = columns.findIndex(({ id }) => id === "trimestre");
  const quarter = named === -1 ? columns.findLastIndex(({ kind }) => kind === "number") : named; // of years, the last
  const own = rows.map((row) => stepOf(row, quarter));
  const steps = own.map((step, i) => {
    if (!rows[i]?.isTheme) return step;
    const next = rows.findIndex((row, j) => j > i && row.isTheme);
    const under = own.slice(i + 1, next === -1 ? undefined : next);
    return under.some((one) => one === null) ? null : Math.max(...under.map((one) => one ?? 0));
  });
  const lines = steps.filter((_, i) => !rows[i]?.isTheme);
  return {
    rows: steps,
    columns: columns.map(({ id }) => (id.startsWith("douze-mois") ? TWELVE_MONTHS : null)),
    left: ROWS.map((step) => ({ step, count: lines.filter((own) => own !== null && own <= step).length }))
      .filter(({ count }) => count > 0)
      .map(({ step, count }) => ({
        step,
        text: `${plural(count, "autre ligne, sans signe, est", "autres lignes, sans signe, sont")} en annexe du bulletin.`,
      })),
  };
}

function stepOf({ cells, isTheme }: TableRow, quarter: number): number | null {
  if (isTheme || cells.some(({ mark }) => mark !== undefined && isAnnounced(mark))) return null;
  const [without, unmarked, other] = ROWS;
  const counts = cells.flatMap(({ sort, from }) => (from && typeof sort === "number" ? [sort] : []));
  if (counts.every((count) => count === 0)) return without;
  return cells[quarter]?.sort === 0 ? unmarked : other;
}
