/** The line that a number counts: named by its row, its column or the caption over it; or a total of lines. */
import { quote } from "../../model/format.ts";
import type { Observation } from "../../model/observation.ts";
import { type NotUnderstood, notUnderstood } from "../layout/outcome.ts";
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
    const where = row.label !== null ? "ligne" : "colonne";
    const under = indicator
      ? indicator.family === null
        ? null
        : (family?.id ?? indicator.family)
      : context.hasFamilies
        ? (family?.id ?? null)
        : null;
    return {
      indicator: indicator?.id ?? null,
      label,
      family: under,
      kind: "line",
      because: `${where} ${quote(label)}`,
    };
  }
  if (isTotalRow(context, row)) {
    const text = row.texts.join(" / ");
    if (family?.isTotal)
      return {
        indicator: family.id,
        label: family.label,
        family: null,
        kind: "line",
        because: `ligne ${quote(text)} de la famille ${quote(family.label)}`,
      };
    return { indicator: null, label: text, family: family?.id ?? null, kind: "total", because: `ligne ${quote(text)}` };
  }
  for (const around of context.around.lines) {
    const indicator = around.near ? lineOf(around.cell?.matches ?? [], statement) : undefined;
    if (indicator && around.cell)
      return {
        indicator: indicator.id,
        label: around.cell.text,
        family: indicator.family,
        kind: "line",
        because: `légende ${quote(around.cell.text)}`,
      };
  }
  return notUnderstood("row", row.texts.join(" / ") || "ligne sans libellé", "rien ne dit de quelle ligne il s'agit");
}
