/** The line that a number counts: named by its row, its column or the caption over it; or a total of lines. */
import { quote } from "../../model/format.ts";
import type { Observation } from "../../model/observation.ts";
import { type NotUnderstood, notUnderstood } from "../layout/outcome.ts";
import { isNear } from "../layout/surroundings.ts";
import { lineOf } from "../words/labels.ts";
import type { Axis } from "./axis.ts";
import { type Context, isTotalRow } from "./context.ts";
import type { Family } from "./families.ts";

/** The line that a number counts. */
export interface LineOf {
  readonly indicator: string | null;
  readonly label: string;
  readonly family: string | null;
  readonly kind: Observation["kind"];
  readonly because: string;
}

/** The line: from the row, else from the column, else from the caption. */
export function lineOfNumber(context: Context, column: Axis, row: Axis, family: Family | null): LineOf | NotUnderstood {
  const { statement } = context;
  const rowStatement = row.statements[0] ?? statement;
  if (row.label !== null && column.label !== null)
    return notUnderstood("row", row.label, `deux lignes à la fois : ${quote(row.label)} et ${quote(column.label)}`);
  const label = row.label ?? column.label ?? (context.transposed ? (column.unknown[0] ?? null) : null);
  if (label !== null) {
    const indicator = lineOf((row.label !== null ? row : column).matches, rowStatement);
    const under = indicator ? indicator.family : (family?.id ?? null);
    const because = `${row.label !== null ? "ligne" : "colonne"} ${quote(label)}`;
    return { indicator: indicator?.id ?? null, label, family: under, kind: "line", because };
  }
  // "Homicides | Vols avec armes | Total": of the lines of its row
  if (context.transposed && column.total) {
    const text = column.texts.join(" / ");
    return { indicator: null, label: text, family: null, kind: "total", because: `colonne ${quote(text)}` };
  }
  if (isTotalRow(context, row)) {
    const text = row.texts.join(" / ");
    const because = `ligne ${quote(text)}`;
    if (family?.isTotal) {
      const { id: indicator, label } = family;
      return { indicator, label, family: null, kind: "line", because: `${because} de la famille ${quote(label)}` };
    }
    return { indicator: null, label: text, family: family?.id ?? null, kind: "total", because };
  }
  for (const text of context.around.lines) {
    const { cell } = text;
    const line = cell && isNear(text) ? lineOf(cell.matches, statement) : undefined;
    if (!cell || !line) continue;
    const because = `légende ${quote(cell.text)}`;
    return { indicator: line.id, label: cell.text, family: line.family, kind: "line", because };
  }
  return notUnderstood("row", row.texts.join(" / ") || "ligne sans libellé", "rien ne dit de quelle ligne il s'agit");
}
