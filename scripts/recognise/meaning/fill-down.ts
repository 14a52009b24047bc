/** Empty cells that continue the one above, where a format has lost a vertical merge. */
import { fold } from "../../nomenclature/index.ts";
import { ambiguous, type Doubt } from "../layout/outcome.ts";
import type { View, ViewCell } from "../layout/view.ts";
import { isExplained } from "../words/said.ts";

export interface FilledDown {
  /** Column, then row => the cell that the row continues. */
  readonly down: ReadonlyMap<number, ReadonlyMap<number, ViewCell>>;
  /** A column whose empty cells may or may not continue the one above. */
  readonly doubtful: Doubt | null;
}

/**
 * A column of forces or periods with empty cells: each continues the one above when the lines under each repeat one sequence;
 * otherwise an empty cell may as well mean "ensemble", and the table is a doubt.
 */
export function fillDown(
  view: View,
  rows: readonly number[],
  sides: readonly number[],
  label: number | null,
): FilledDown {
  const down = new Map<number, Map<number, ViewCell>>();
  let doubtful: Doubt | null = null;
  for (const column of sides) {
    const cells = rows.map((row) => ({ row, cell: view.at(row, column) }));
    const filled = cells.flatMap(({ cell }) => (cell ? [cell] : []));
    const says = filled.every(
      (c) => isExplained(c.facets) && (c.facets.force !== null || c.facets.total || c.facets.periods.length > 0),
    );
    if (filled.length === cells.length || filled.length === 0 || !says) continue;
    const groups: { readonly head: ViewCell; readonly rows: number[] }[] = [];
    for (const { row, cell } of cells) {
      const last = groups.at(-1);
      if (cell && cell !== last?.head) groups.push({ head: cell, rows: [row] });
      else last?.rows.push(row);
    }
    const labelsOf = (group: { readonly rows: readonly number[] }): string =>
      group.rows.map((row) => (label === null ? "" : fold(view.at(row, label)?.text ?? ""))).join("|");
    const [first] = groups;
    const model = first && labelsOf(first);
    if (!first || cells[0]?.cell === undefined || groups.some((g) => labelsOf(g) !== model))
      doubtful ??= ambiguous(filled[0]?.text ?? "", [
        `une cellule vide sous « ${filled[0]?.text ?? ""} » continue celle du dessus`,
        "une cellule vide ne dit rien (les deux forces, ou la période du titre)",
      ]);
    else down.set(column, new Map(groups.flatMap((g) => g.rows.map((row): [number, ViewCell] => [row, g.head]))));
  }
  return { down, doubtful };
}
