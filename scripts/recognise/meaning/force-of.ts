/** The force whose facts a number counts. */
import { quote } from "../../model/format.ts";
import type { Force } from "../../model/observation.ts";
import type { Line } from "../layout/nearest-lines.ts";
import type { Doubt } from "../layout/outcome.ts";
import { isExplained } from "../words/said.ts";
import type { Axis } from "./axis.ts";
import { type Context, isTotalRow } from "./context.ts";
import { findForce, saidForce } from "./force-around.ts";

export function forceOfNumber(context: Context, column: Axis, row: Axis, inBlock: readonly Line[]): Force | Doubt {
  const columnForce = column.force ?? (column.total && context.columnsHaveForces ? "ensemble" : null);
  const totalOfForces = row.total && (row.label !== null || (context.transposed && context.rowsHaveForces));
  const rowForce =
    row.force === "ensemble" && isTotalRow(context, row) ? null : (row.force ?? (totalOfForces ? "ensemble" : null));
  if (columnForce && rowForce && columnForce !== rowForce)
    return {
      kind: "doubt",
      text: `${row.texts.join(" / ")} × ${column.texts.join(" / ")}`,
      readings: [
        `la force de la colonne ${quote(column.texts.join(" / "))}`,
        `celle de la ligne ${quote(row.texts.join(" / "))}`,
      ],
    };
  const own = columnForce ?? rowForce;
  if (own) return own;
  const lost = lostCaption(context, inBlock);
  if (lost) return lost;
  const finding = findForce(context.around, inBlock);
  if (finding.kind === "force") return finding.force;
  return finding.kind === "doubt" ? finding : "ensemble";
}

/**
 * "Police", its rows, then a caption that is not understood, then rows: are these still of the police? A caption right under
 * "Police", or one that stands under another force too, is a part of the table and leaves no doubt.
 */
function lostCaption({ captions }: Context, inBlock: readonly Line[]): Doubt | null {
  const [nearest, ...further] = inBlock;
  const { cell, facets } = nearest ?? {};
  if (!cell || !facets || isExplained(facets) || facets.declared || cell.matches.length > 0) return null;
  const at = further.findIndex((l) => saidForce(l.facets) !== null);
  const said = further[at];
  if (!said?.cell) return null;
  const between = (captions.rowsAbove.get(cell) ?? 0) > (captions.rowsAbove.get(said.cell) ?? 0);
  const repeated = (captions.times.get(cell.text) ?? 0) > 1;
  if (!between || repeated) return null;
  return {
    kind: "doubt",
    text: cell.text,
    readings: [
      `les lignes sous ${quote(cell.text)} sont encore de ${quote(said.text)}`,
      `${quote(cell.text)} dit une autre force, qui n'est pas comprise`,
    ],
    settle: [{ text: cell.text, reading: "ignorer" }],
    hint: "Si c'est la lecture 2, remplacez-y « ignorer » par police, gendarmerie ou ensemble.",
  };
}
