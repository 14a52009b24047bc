/** "POLICE NATIONALE | 12", then its lines, then "GENDARMERIE NATIONALE | 3" and its own: a row of a force heads the lines under it. */
import { quote } from "../../model/format.ts";
import { fold } from "../../nomenclature/index.ts";
import { ambiguous, type Doubt } from "../layout/outcome.ts";
import type { ReadRow } from "./context.ts";

/** A row that says one force, and no line. */
const isForce = ({ axis }: ReadRow): boolean =>
  axis.label === null &&
  (axis.force === "PN" || axis.force === "GN") &&
  axis.periods.length === 0 &&
  axis.unknown.length === 0 &&
  axis.conflict === null &&
  !axis.ignored;

/** A line, or a total of lines, that says no force of its own. */
const mayStandUnder = ({ axis }: ReadRow): boolean => axis.force === null && (axis.label !== null || axis.total);

/**
 * The rows of a table, those under a force joined to it. Where the first row is of a force and a line follows, each force must head the
 * same lines; otherwise nothing tells whose they are. Two rows of forces that follow each other are totals of the table.
 */
export function joinForceRows(rows: readonly ReadRow[]): {
  readonly rows: readonly ReadRow[];
  readonly doubt: Doubt | null;
} {
  const [first, second] = rows;
  if (!first || !isForce(first) || second === undefined || second.axis.label === null) return { rows, doubt: null };
  const groups: { readonly head: ReadRow; readonly under: ReadRow[] }[] = [];
  for (const row of rows)
    if (isForce(row)) groups.push({ head: row, under: [] });
    else groups.at(-1)?.under.push(row);
  const sequence = (under: readonly ReadRow[]): string => under.map((r) => fold(r.axis.texts.join("/"))).join("|");
  const model = sequence(groups[0]?.under ?? []);
  const isRegular = groups.every(({ under }) => under.every(mayStandUnder) && sequence(under) === model);
  if (!isRegular) return { rows, doubt: doubtOver(first) };
  const joined = groups.flatMap(({ head, under }) => [
    { ...head, axis: { ...head.axis, total: true } },
    ...under.map((row) => ({
      ...row,
      axis: { ...row.axis, force: head.axis.force, texts: [...head.axis.texts, ...row.axis.texts] },
    })),
  ]);
  return { rows: joined, doubt: null };
}

function doubtOver({ axis }: ReadRow): Doubt {
  const text = axis.texts.join(" / ");
  return ambiguous(text, [
    `les lignes sous ${quote(text)} sont celles de cette force`,
    `${quote(text)} est un total du tableau, et ses lignes sont celles des deux forces`,
  ]);
}
