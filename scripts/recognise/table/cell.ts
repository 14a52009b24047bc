/** One number of a table: the facets of its row, its column and the texts around joined to an observation, or the reason for none. */
import { quote } from "../../model/format.ts";
import { OTHER_STATEMENT, placeAt } from "../../model/observation.ts";
import type { Dimension, Measure } from "../../nomenclature/index.ts";
import { dataRows } from "../layout/blocks.ts";
import { notUnderstood, type Outcome, ofOtherPlace } from "../layout/outcome.ts";
import { isNear, type Surroundings } from "../layout/surroundings.ts";
import type { ViewCell } from "../layout/view.ts";
import type { Axis } from "../meaning/axis.ts";
import type { Context } from "../meaning/context.ts";
import { countOf } from "../meaning/count-of.ts";
import type { Family } from "../meaning/families.ts";
import { type ForceFinding, forceOfNumber } from "../meaning/force-around.ts";
import { lineOfNumber } from "../meaning/line-of.ts";
import { findPlace, type PlaceFinding } from "../meaning/place-around.ts";
import { printed } from "../meaning/printed.ts";
import { isTotalOfPeriods, type SpanContext, spanOf, totalSpan } from "../meaning/span-of.ts";
import { axisTrouble } from "../meaning/trouble.ts";
import type { PeriodFinding } from "../periods/around.ts";
import { findUnfinished } from "../periods/unfinished.ts";
import { forceInLabel } from "../words/composite-label.ts";
import type { PeriodPart } from "../words/period-part.ts";
import { strongestOf } from "../words/phrases.ts";

/** Numbers under such a heading say something of their row, and are no facts. */
const NO_COUNTS: ReadonlySet<Dimension> = new Set(["number", "unit", "notes", "place"]);

/** Where a row and a column of numbers cross. */
interface Crossing {
  readonly row: number;
  readonly column: Context["columns"][number];
  readonly rowAxis: Axis;
  readonly family: Family | null;
  readonly above: Above;
}

/** The captions over a row within its table and what stands around the table, with what they say: each looked for once. */
export interface Above {
  readonly around: Surroundings;
  readonly place: () => PlaceFinding;
  readonly force: () => ForceFinding;
  readonly period: () => PeriodFinding;
  readonly measure: () => Measure | null;
  /** Of numbers whose row or column says a period. */
  readonly measureOfDated: () => Measure | null;
}

/** The number at a crossing: ignored, in trouble, a printed figure, or a count. null: an empty place that counts nothing. */
export function readCell(context: Context, crossing: Crossing, cell: ViewCell | undefined): Outcome | null {
  const { row, column, rowAxis, family, above } = crossing;
  const { axis } = column;
  const heading = axis.texts.join(" / ");
  if (context.plan.periodColumns.get(column.column) === "unreadable")
    return notUnderstood("column", heading, "des nombres sous un en-tête de période");
  const ignored = whyIgnored(context, column, rowAxis);
  if (ignored) return { kind: "ignored", why: ignored };
  const place = placeOfNumber(context, crossing);
  if (typeof place === "object") return place;
  const trouble = axisTrouble(context, column, rowAxis);
  if (trouble) return trouble;
  const line = lineOfNumber(context, axis, rowAxis, family);
  if (line.kind === "not-understood") return line;
  const said = forceOfNumber(context, above.force, axis, rowAxis);
  if ("kind" in said) return said;
  const { force, by: forceBy } = said;
  const labelled =
    line.indicator === null && line.kind === "line" ? forceInLabel(line.label, context.tools.parse(line.label)) : null;
  if (labelled !== null && labelled !== force) {
    const why = "son libellé dit une force, et le tableau une autre"; // "Rodéos gendarmerie" under "Police"
    return notUnderstood("row", line.label, why);
  }
  const axisHasPeriod = axis.periods.length === 1 || rowAxis.periods.length === 1;
  // "Constatés" under a title that also says "élucidés": its row and column first
  const own = strongestOf([axis.measure, rowAxis.measure]);
  const measure = own ?? (axisHasPeriod ? above.measureOfDated() : above.measure()) ?? "count";
  const spans: SpanContext = { ...context.spans, around: above.around, periodAround: above.period };
  const raw = cell ? (context.view.grid.rows[row]?.[column.column]?.text ?? cell.text) : "";
  const where = placeAt(context.view.grid, row, column.column, raw);
  if (measure !== "count")
    return cell ? printed(context, { cell, line, force, measure, column: axis, row: rowAxis, where }, spans) : null;
  const span =
    isTotalOfPeriods(axis) && !context.columnsHaveForces
      ? totalSpan(context.columns, axis, rowAxis, spans)
      : isTotalOfRows(context, rowAxis)
        ? totalSpan(context.rows, rowAxis, axis, spans)
        : spanOf(axis, rowAxis, spans);
  if (span.kind === "doubt") return span;
  const statement = rowAxis.statements[0] ?? context.statement;
  // the police is of the statements: another document says its force, or none
  const isUnsaid = context.statement === OTHER_STATEMENT && forceBy === "nothing";
  const count = countOf(cell?.number, cell !== undefined);
  if (span.kind === "unknown") {
    const subject = heading || rowAxis.texts.join(" / ");
    const isShown = statement === OTHER_STATEMENT && cell !== undefined && count.kind === "value";
    const undated = isShown
      ? { undated: { label: line.label, force: isUnsaid ? null : force, value: count.value, provenance: where } }
      : {};
    return notUnderstood("column", subject, span.why, undated);
  }
  const { period, texts } = span;
  const { folder } = context.around;
  const { anchor } = context.spans;
  const unfinished = findUnfinished({ period, texts, folder, anchor }, context.tools.parse);
  if (unfinished) return unfinished;
  if (cell && isSpread(context, cell))
    return notUnderstood("cell", "fusion", "elle est fusionnée sur plusieurs lignes ou colonnes de nombres");
  if (count.kind !== "value") return count;
  const { indicator, label, family: under, kind, because } = line;
  return {
    kind: "count",
    observation: {
      statement,
      indicator,
      label,
      family: under,
      kind,
      force,
      period,
      value: count.value,
      status: count.status,
      delivery: context.tools.file.delivery,
      provenance: where,
      ...(isUnsaid && { forceUnsaid: true }),
    },
    because: [because, ...(heading ? [`colonne ${quote(heading)}`] : []), ...span.because],
    fromFolder: span.fromFolder === true,
    forceBy,
    isPlaced: place === "ours",
    running: runningText(crossing),
  };
}

/** "Total" under rows of periods, over lines that go across. */
const isTotalOfRows = ({ transposed, rows }: Context, row: Axis): boolean =>
  transposed && row.label === null && isTotalOfPeriods(row) && rows.some(({ axis }) => axis.periods.length > 0);

/** "Cumul 2026" in its row or column; or over a table whose headings say no months. */
function runningText({ above, column, rowAxis }: Crossing): string | null {
  const runs = (p: PeriodPart): boolean => p.cumulative === true || p.rolling === true;
  const own = [column.axis, rowAxis].find(({ periods }) => periods.some(runs));
  if (own) return own.periodTexts.join(" / ");
  const parts = [...column.axis.periods, ...rowAxis.periods];
  if (parts.some((p) => p.within !== undefined || p.full !== undefined)) return null;
  const captions = above.around.lines.filter((l) => isNear(l) && l.facets.statements.length === 0);
  return captions.find((l) => l.facets.periods.some(runs))?.text ?? null;
}

/** A number of another place than the commune, or of which nothing is sure; or what says that it is ours. */
function placeOfNumber(context: Context, { row, column, above }: Crossing): PlaceFinding {
  const { rows, columns } = context.plan.places;
  const [byRow, byColumn] = [rows.get(row), columns.get(column.column)];
  if (byRow?.kind === "elsewhere") return ofOtherPlace(byRow, "row");
  if (byColumn?.kind === "elsewhere") return ofOtherPlace(byColumn, "column");
  if ([byRow, byColumn].some((said) => said?.kind === "ours" && !said.generic)) return "ours";
  // a name that is not known, of a service or of another place: told by what stands around
  const doubtful = byRow ?? byColumn;
  return doubtful ? findPlace(context, above.around, doubtful) : above.place();
}

/** Columns and rows that are understood, and count nothing of the commune. */
function whyIgnored(context: Context, column: Context["columns"][number], rowAxis: Axis): string | null {
  const { plan } = context;
  const { axis } = column;
  const heading = quote(axis.texts.join(" / "));
  if (axis.ignored || rowAxis.ignored) return "ignoré par les réglages";
  if (plan.periodColumns.has(column.column)) return `${heading} : période de la ligne`;
  return axis.dimension && NO_COUNTS.has(axis.dimension) ? `colonne ${heading}` : null;
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
