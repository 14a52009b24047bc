/** The headings over the labels: "Police", "Cumul", "Taux", "Ville-Haute" there speak of the whole table, as captions do. */
import type { Columns } from "../layout/columns.ts";
import type { ViewCell } from "../layout/view.ts";
import { isCount } from "../words/said.ts";
import type { Tools } from "../words/tools.ts";
import type { RowPlan } from "./row-plan.ts";

/** "Infractions", "Type de faits", "Service" head a column and say nothing else. */
function speaks({ text, facets }: ViewCell, { placeIn }: Tools): boolean {
  return (
    facets.force !== null ||
    facets.periods.length > 0 ||
    facets.unreadable.length > 0 ||
    facets.until.length > 0 ||
    !isCount(facets) ||
    facets.residual !== "" ||
    facets.ours ||
    placeIn(text, "line") !== null
  );
}

/**
 * The headings at the left of the numbers that say more than what their column holds, top to bottom. Over cells that are set
 * aside ("stable", names of communes) only a line speaks: "Cambriolages de logement"; beside heads that are lines it is one of them.
 */
export function cornerOf({ texts, blank, values }: Columns, { aside }: RowPlan, tools: Tools): readonly ViewCell[] {
  const first = values[0]?.column ?? 0;
  const overNumbers = new Set(values.flatMap((v) => v.headings));
  const areLines = [...overNumbers].some((h) => h.matches.length > 0);
  const headings = [...texts, ...blank]
    .filter((t) => t.column < first)
    .flatMap((t) => t.headings.filter((h) => !aside.has(t.column) || h.matches.length > 0));
  return [...new Set(headings)].filter(
    (h) => !overNumbers.has(h) && !(areLines && h.matches.length > 0) && speaks(h, tools),
  );
}
