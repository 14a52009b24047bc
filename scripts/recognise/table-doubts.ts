/** Doubts over a whole table: its header, its rows or its places may be read in two ways. */
import { quote } from "../model/format.ts";
import type { Columns } from "./columns.ts";
import type { ReadRow } from "./context.ts";
import type { Block } from "./layout.ts";
import type { Doubt } from "./outcome.ts";
import type { RowPlan } from "./rows.ts";
import type { View } from "./view.ts";

export function tableDoubt(block: Block, columns: Columns, plan: RowPlan): Doubt | null {
  if (block.doubtfulYears)
    return {
      kind: "doubt",
      text: block.doubtfulYears.text,
      readings: [
        `la ligne ${quote(block.doubtfulYears.text)} est un en-tête dont les nombres sont des années`,
        `la ligne ${quote(block.doubtfulYears.text)} est une ligne de faits`,
      ],
    };
  if (columns.ambiguous)
    return { kind: "doubt", text: columns.ambiguous.cell.text, readings: columns.ambiguous.readings };
  if (plan.doubtful) return { kind: "doubt", ...plan.doubtful };
  if (plan.places.doubtful !== null)
    return {
      kind: "doubt",
      text: plan.places.doubtful,
      readings: [
        `la colonne ${quote(plan.places.doubtful)} nomme plusieurs lieux, et un seul est la commune (clé « commune » des réglages)`,
        "tous les lieux nommés font partie de la commune",
      ],
    };
  return null;
}

/**
 * Where empty labels continue the one above, each label must stand at the head of the same sequence (Police, Gendarmerie,
 * Total): a label set in the middle of its rows (PDF) would otherwise give its first row to the line before.
 */
export function labelDoubt(view: View, rows: readonly ReadRow[], plan: RowPlan): Doubt | null {
  if (plan.label === null) return null;
  const { label } = plan;
  const groups: { readonly label: string | null; readonly sides: string[] }[] = [];
  for (const { row, axis } of rows) {
    const cell = view.at(row, label);
    const sides = axis.texts
      .filter((t) => t !== axis.label)
      .join("/")
      .toLowerCase();
    const last = groups.at(-1);
    if (cell === undefined && last) last.sides.push(sides);
    else if (cell !== undefined && cell.row < row && last) last.sides.push(sides);
    else groups.push({ label: cell?.text ?? null, sides: [sides] });
  }
  const continued = rows.some(({ row, axis }) => view.at(row, label) === undefined && axis.label !== null);
  if (!continued) return null;
  const [first] = groups;
  const named = groups.filter((g) => g.label !== null && g.sides.length > 1);
  const same = named.every((g) => g.sides.join("|") === named[0]?.sides.join("|"));
  if (first?.label !== null && same) return null;
  return {
    kind: "doubt",
    text: named[0]?.label ?? "",
    readings: ["une ligne sans libellé continue celle du dessus", "elle appartient à la ligne du dessous"],
  };
}
