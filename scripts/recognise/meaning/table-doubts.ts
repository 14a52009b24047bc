/** Doubts over a whole table: its header, its rows or its places may be read in two ways. */

import { CHOICES } from "../../model/question.ts";
import { type Block, dataRows } from "../layout/blocks.ts";
import type { Columns } from "../layout/columns.ts";
import { asking, type Doubt, doubtful } from "../layout/outcome.ts";
import type { View, ViewCell } from "../layout/view.ts";
import { isCount } from "../words/said.ts";
import type { RowPlan } from "./row-plan.ts";

export function tableDoubt(view: View, block: Block, columns: Columns, plan: RowPlan): Doubt | null {
  if (block.doubtfulYears)
    return doubtful(block.doubtfulYears.text, "les nombres de sa ligne sont des années, ou des nombres de faits");
  const spans = headlessDoubt(view, block, columns) ?? columns.doubt ?? plan.doubtful;
  return spans ?? measureDoubt(columns) ?? plan.places.doubt;
}

/** "Taux 2025 | 2026", where no other column counts the facts of 2025: is 2026 a rate too? */
function measureDoubt({ values }: Columns): Doubt | null {
  const all = values.flatMap(({ headings: [heading, second] }) => (heading && !second ? [heading] : []));
  const periodOf = ({ facets }: ViewCell): string => JSON.stringify(facets.periods);
  for (const [i, heading] of all.entries()) {
    const left = all[i - 1];
    const isBare = isCount(heading.facets) && heading.facets.measure === null && heading.facets.periods.length === 1;
    if (!left || !isBare || isCount(left.facets) || left.facets.periods.length !== 1) continue;
    if (all.some((other) => isCount(other.facets) && periodOf(other) === periodOf(left))) continue;
    return asking(heading.text, { kind: "head", may: [CHOICES.count, CHOICES.other] });
  }
  return null;
}

const isWhole = (view: View, row: number, column: number): boolean => view.at(row, column)?.number?.kind === "whole";

/**
 * A column of whole numbers without a heading, at the right of one that has some, in a header without merged cells: the span
 * of its neighbour may have been lost, and then the neighbour counts only a part.
 */
function headlessDoubt(view: View, block: Block, columns: Columns): Doubt | null {
  if (block.header.some((r) => view.own(r).some((c) => c.colSpan > 1))) return null;
  const rows = dataRows(block);
  for (const [i, { column, headings }] of columns.values.entries()) {
    const heading = columns.values[i - 1]?.headings[0];
    if (headings.length > 0 || heading === undefined || !rows.some((r) => isWhole(view, r, column))) continue;
    return doubtful(heading.text, "il couvre aussi la colonne à sa droite, sans en-tête, ou la sienne seule");
  }
  return null;
}
