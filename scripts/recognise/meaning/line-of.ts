/** The line that a number counts: named by its row, its column or the caption over it; or a total of lines. */
import { quote } from "../../model/format.ts";
import type { Observation } from "../../model/observation.ts";
import { type NotUnderstood, notUnderstood } from "../layout/outcome.ts";
import { isNear } from "../layout/surroundings.ts";
import { lineOf } from "../words/labels.ts";
import type { Axis } from "./axis.ts";
import { type Context, isTotalRow, statementAt } from "./context.ts";
import type { Family } from "./families.ts";

/** The line that a number counts. */
export interface LineOf {
  readonly indicator: string | null;
  readonly label: string;
  readonly family: string | null;
  readonly kind: Observation["kind"];
}

/** The line: from the row, else from the column, else from the caption. */
export function lineOfNumber(context: Context, column: Axis, row: Axis, family: Family | null): LineOf | NotUnderstood {
  const { statement } = context;
  if (row.label !== null && column.label !== null)
    return notUnderstood("row", row.label, `deux lignes à la fois : ${quote(row.label)} et ${quote(column.label)}`);
  const label = row.label ?? column.label ?? (context.transposed ? (column.unknown[0] ?? null) : null);
  if (label !== null) {
    const indicator = lineOf((row.label !== null ? row : column).matches, statementAt(context, column, row));
    const under = indicator ? indicator.family : (family?.id ?? null);
    return { indicator: indicator?.id ?? null, label, family: under, kind: "line" };
  }
  // "Homicides | Vols avec armes | Total": of the lines of its row
  if (context.transposed && column.total)
    return { indicator: null, label: column.texts.join(" / "), family: null, kind: "total" };
  if (isTotalRow(context, row)) {
    const text = row.texts.join(" / ");
    if (family?.isTotal) return { indicator: family.id, label: family.label, family: null, kind: "line" };
    return { indicator: null, label: text, family: family?.id ?? null, kind: "total" };
  }
  for (const text of context.around.lines) {
    const { cell } = text;
    const line = cell && isNear(text) ? lineOf(cell.matches, statement) : undefined;
    if (cell && line) return { indicator: line.id, label: cell.text, family: line.family, kind: "line" };
  }
  return notUnderstood("row", row.texts.join(" / ") || "ligne sans libellé", "rien ne dit de quelle ligne il s'agit");
}
