/** Empty cells of a column that continue the one above, where a format has lost a vertical merge; or that say nothing. */
import { type Doubt, doubtful } from "../layout/outcome.ts";
import type { View, ViewCell } from "../layout/view.ts";

/** A cell with the rows that it may reach: its own, those that it is merged over, and those under it where the column is empty. */
interface Continued {
  /** undefined for the empty cells above the first that is filled. */
  readonly head: ViewCell | undefined;
  readonly rows: readonly number[];
}

export function continuedIn(view: View, rows: readonly number[], column: number): readonly Continued[] {
  const groups: (Continued & { readonly rows: number[] })[] = [];
  for (const row of rows) {
    const cell = view.at(row, column);
    const last = groups.at(-1);
    if (last && (cell === undefined || cell === last.head)) last.rows.push(row);
    else groups.push({ head: cell, rows: [row] });
  }
  return groups;
}

/** Has each its head, and do the same lines stand under each? */
export const areRegular = (groups: readonly Continued[], lineOf: (row: number) => string): boolean =>
  groups[0]?.head !== undefined && new Set(groups.map(({ rows }) => rows.map(lineOf).join("|"))).size < 2;

export const emptyCells = (text: string): Doubt =>
  doubtful(text, "une cellule vide, dessous, peut continuer celle du dessus, ou ne rien dire");
