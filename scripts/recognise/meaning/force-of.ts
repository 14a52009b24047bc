/** The force whose facts a number counts. */
import { quote } from "../../model/format.ts";
import type { Force } from "../../model/observation.ts";
import type { Line } from "../layout/nearest-lines.ts";
import { ambiguous, type Doubt } from "../layout/outcome.ts";
import type { Axis } from "./axis.ts";
import { type Context, isTotalRow } from "./context.ts";
import { findForce } from "./force-around.ts";

export function forceOfNumber(context: Context, column: Axis, row: Axis, inBlock: readonly Line[]): Force | Doubt {
  const columnForce = column.force ?? (column.total && context.columnsHaveForces ? "ensemble" : null);
  const totalOfForces = row.total && (row.label !== null || (context.transposed && context.rowsHaveForces));
  const rowForce =
    row.force === "ensemble" && isTotalRow(context, row) ? null : (row.force ?? (totalOfForces ? "ensemble" : null));
  if (columnForce && rowForce && columnForce !== rowForce)
    return ambiguous(`${row.texts.join(" / ")} × ${column.texts.join(" / ")}`, [
      `la force de la colonne ${quote(column.texts.join(" / "))}`,
      `celle de la ligne ${quote(row.texts.join(" / "))}`,
    ]);
  const own = columnForce ?? rowForce;
  if (own) return own;
  const finding = findForce(context.around, inBlock);
  if (finding.kind === "force") return finding.force;
  return finding.kind === "doubt" ? finding : "ensemble";
}
