/** A number of facts: its period and its value, and the observation that they make with its place, its line and its force. */
import { OTHER_STATEMENT, type Provenance } from "../../model/observation.ts";
import { dataRows } from "../layout/blocks.ts";
import { notUnderstood, type Outcome } from "../layout/outcome.ts";
import type { ViewCell } from "../layout/view.ts";
import type { Axis } from "../meaning/axis.ts";
import { type Context, statementAt } from "../meaning/context.ts";
import { countOf } from "../meaning/count-of.ts";
import type { ForceOf } from "../meaning/force-around.ts";
import type { LineOf } from "../meaning/line-of.ts";
import { type SpanContext, spanOf } from "../meaning/span-of.ts";
import { isTotalOfPeriods, totalSpan } from "../meaning/total-span.ts";
import { findOtherDay, findUnfinished } from "../periods/unfinished.ts";
import { isFamily } from "../words/labels.ts";
import { isCount } from "../words/said.ts";
import { type Crossing, runs } from "./crossing.ts";

/** What is known of a number of facts, but for its period and its value. */
interface Counted {
  readonly isPlaced: boolean;
  readonly line: LineOf;
  readonly force: ForceOf;
  readonly where: Provenance;
  readonly spans: SpanContext;
}

export function readCount(context: Context, crossing: Crossing, cell: ViewCell | undefined, counted: Counted): Outcome {
  const { rowAxis, column } = crossing;
  const { isPlaced, line, force, where, spans } = counted;
  const span = spanOfNumber(context, column.axis, rowAxis, spans);
  if (span.kind === "doubt") return span;
  const statement = statementAt(context, column.axis, rowAxis);
  const isUnsaid = force.by === "nothing";
  const { folder } = context.around;
  const hasEnded = span.kind === "period" && folder !== null && span.period.last <= folder.last;
  const saysNone = hasEnded && !isSum(context, crossing) && !holdsUnseen(context, crossing);
  const count = countOf(cell, saysNone ? crossing.above.marksOfNone(force.force, line.family) : NO_MARKS);
  if (span.kind === "unknown") {
    const subject = column.axis.texts.join(" / ") || rowAxis.texts.join(" / ");
    const isShown = statement === OTHER_STATEMENT && cell !== undefined && count.kind === "value";
    const undated = isShown
      ? { undated: { label: line.label, force: isUnsaid ? null : force.force, value: count.value, provenance: where } }
      : {};
    return notUnderstood("column", subject, span.why, undated);
  }
  const { period, texts } = span;
  const { anchor } = context.spans;
  const unfinished =
    findOtherDay(period, column.axis.texts) ?? findUnfinished({ period, texts, folder, anchor }, context.tools.parse);
  if (unfinished) return unfinished;
  if (cell && isSpread(context, cell))
    return notUnderstood("cell", "fusion", "elle est fusionnée sur plusieurs lignes ou colonnes de nombres");
  if (count.kind !== "value") return count;
  const { indicator, label, family, kind } = line;
  return {
    kind: "count",
    observation: {
      statement,
      indicator,
      label,
      family,
      kind,
      force: force.force,
      period,
      value: count.value,
      status: count.status,
      delivery: context.tools.file.delivery,
      provenance: where,
      ...(isUnsaid && { forceUnsaid: true }),
    },
    fromFolder: span.fromFolder === true,
    forceBy: force.by,
    isPlaced,
    running: runningText(crossing),
  };
}

const NO_MARKS: ReadonlySet<string> = new Set();

/** A family or a total is left blank beside its parts, whatever stands in them: no mark makes it zero. */
const isSum = ({ columns }: Context, { column, rowAxis }: Crossing): boolean =>
  holdsParts(rowAxis) || (holdsParts(column.axis) && columns.some(({ axis }) => isCount(axis) && !holdsParts(axis)));

/** "12" struck out, a formula without its result: a cell that is read as empty, where a person may see a figure. */
const holdsUnseen = ({ view }: Context, { row, column }: Crossing): boolean =>
  view.grid.rows[row]?.[column.column]?.beside !== undefined;

const holdsParts = ({ total, force, matches }: Axis): boolean =>
  total || force === "ensemble" || matches.some(({ indicator }) => isFamily(indicator));

function spanOfNumber(context: Context, column: Axis, row: Axis, spans: SpanContext): ReturnType<typeof spanOf> {
  if (isTotalOfPeriods(column) && !context.columnsHaveForces) return totalSpan(context.columns, column, row, spans);
  return isTotalOfRows(context, row) ? totalSpan(context.rows, row, column, spans) : spanOf(column, row, spans);
}

/** "Total" under rows of periods, over lines that go across. */
const isTotalOfRows = ({ transposed, rows }: Context, row: Axis): boolean =>
  transposed && row.label === null && isTotalOfPeriods(row) && rows.some(({ axis }) => axis.periods.length > 0);

/** "Cumul 2026" in its row or column; or over a table whose headings say no months. */
function runningText({ above, column, rowAxis }: Crossing): string | null {
  const own = [column.axis, rowAxis].find(({ periods }) => periods.some(runs));
  if (own) return own.periodTexts.join(" / ");
  const parts = [...column.axis.periods, ...rowAxis.periods];
  if (parts.some((p) => p.within !== undefined || p.full !== undefined)) return null;
  return above.running();
}

/** Is one number merged over several lines or columns of numbers? Which of them it counts, nothing says. */
function isSpread({ columns, block, view }: Context, cell: ViewCell): boolean {
  if (cell.number?.kind === "absent" || (cell.colSpan === 1 && cell.rowSpan === 1)) return false;
  const covered = (at: number, from: number, span: number) => at >= from && at < from + span;
  const over = columns.filter((c) => covered(c.column, cell.column, cell.colSpan)).length;
  const counted = dataRows(block);
  // the last line of a table, whose number the one above covers, is left with its label alone
  const isLine = (r: number) => counted.includes(r) || view.own(r).some((c) => c.matches.length > 0);
  const rows = Array.from({ length: cell.rowSpan }, (_, i) => cell.row + i).filter(isLine).length;
  return over > 1 || rows > 1;
}
