/** Why a number is not read: its heading or its row is not understood, contradicts itself, or is silent where others speak. */
import { quote } from "../../model/format.ts";
import { doubtful, notUnderstood, type Outcome } from "../layout/outcome.ts";
import { isCount } from "../words/said.ts";
import type { Axis } from "./axis.ts";
import { type Context, isTotalRow } from "./context.ts";
import { reminderForce, titleDates } from "./reminder.ts";

const CONFLICT = "il dit à la fois deux forces, deux périodes ou deux lignes";

export function axisTrouble(context: Context, column: Context["columns"][number], row: Axis): Outcome | null {
  const { axis } = column;
  const heading = axis.texts.join(" / ");
  if (axis.conflict) return doubtful(heading, CONFLICT);
  if (row.conflict) return doubtful(row.texts.join(" / "), CONFLICT);
  const asLabel = context.transposed && row.label === null && axis.unknown.length === 1;
  const [unknownHeading] = axis.unknown;
  if (unknownHeading !== undefined && !asLabel)
    return notUnderstood("column", unknownHeading, `l'en-tête ${quote(unknownHeading)} n'est pas compris`, {
      teachable: true,
    });
  const [unknownText] = row.unknown;
  if (unknownText === "")
    return notUnderstood(
      "row",
      row.texts.filter((t) => t !== "").join(" / "),
      "une cellule vide y tient la place d'une période",
    );
  if (unknownText !== undefined)
    return notUnderstood("row", unknownText, `le texte ${quote(unknownText)} n'est pas compris`, { teachable: true });
  const lonely = context.block.header.length === 0 ? context.columns.length > 1 : column.headings.length === 0;
  if (lonely) return notUnderstood("column", `colonne ${column.column + 1}`, "la colonne n'a pas d'en-tête");
  const silence = silenceOf(context, axis, row);
  if (silence)
    return context.sidesSayForce || context.sidesSayPeriod
      ? notUnderstood("row", row.texts.join(" / ") || "ligne sans libellé", silence)
      : notUnderstood("column", heading || `colonne ${column.column + 1}`, silence);
  if (axis.dimension !== null && axis.measure === null)
    return notUnderstood("column", heading, `des nombres sous l'en-tête ${quote(heading)}`);
  return null;
}

/**
 * Where its neighbours say a force or a period, a column or row that says none is not read by default: its heading may have
 * been lost on the way (a PDF, a merge that a format dropped).
 */
function silenceOf(context: Context, column: Axis, row: Axis): string | null {
  if (!isCount(column) || !isCount(row) || isTotalRow(context, row)) return null;
  if (column.total && isOfUnknown(context)) return "c'est le total de colonnes qui ne sont pas lues";
  const saysForce =
    reminderForce(context, column) !== null || column.force !== null || column.total || row.force !== null || row.total;
  if (!saysForce && (context.columnsHaveForces || context.sidesSayForce))
    return "rien ne dit de quelle force sont ces faits, alors que le reste du tableau le dit";
  const saysPeriod =
    titleDates(context) ||
    column.periods.length > 0 ||
    row.periods.length > 0 ||
    (column.total && !context.columnsHaveForces);
  if (!saysPeriod && (context.columnsSayPeriod || context.sidesSayPeriod))
    return "rien ne dit de quelle période sont ces faits, alors que le reste du tableau le dit";
  return null;
}

/** "CPN Valmont | Total": nothing beside the total is understood. */
function isOfUnknown({ columns, transposed }: Context): boolean {
  const others = columns.filter(({ axis }) => isCount(axis) && !axis.total);
  return !transposed && others.length > 0 && others.every(({ axis }) => axis.unknown.length > 0 || axis.ignored);
}
