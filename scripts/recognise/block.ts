/** One table (block) of a grid: each of its numbers to an outcome. The heart of the program. */
import { quote } from "../model/format.ts";
import type { Provenance, StatementId } from "../model/observation.ts";
import type { Period } from "../model/period.ts";
import { findAfterDelivery } from "./after-delivery.ts";
import { findAnchor } from "./anchor.ts";
import { type Axis, axisOfCell, unite } from "./axis.ts";
import { type Columns, readColumns } from "./columns.ts";
import { type Context, isCount, isTotalRow, type ReadRow, type Tools } from "./context.ts";
import { countOf } from "./count-of.ts";
import { captionFamily, type Family, familiesOf, familyOfCaption, familyOfColumn, familyTotals } from "./families.ts";
import { findForce } from "./force-around.ts";
import { forceOfNumber } from "./force-of.ts";
import type { Block } from "./layout.ts";
import { lineOfNumber } from "./line-of.ts";
import type { Doubt, Outcome, PlacedOutcome } from "./outcome.ts";
import { findOtherCommune } from "./places.ts";
import { findMeasure, measureOf, printed } from "./printed.ts";
import { planRows, type RowPlan, readRow } from "./rows.ts";
import { type SpanContext, spanOf, totalSpan } from "./span-of.ts";
import { chooseStatement } from "./statement.ts";
import { isNote, type Line, type Surroundings, toLine } from "./surroundings.ts";
import { labelDoubt, repeatedDoubt, tableDoubt } from "./table-doubts.ts";
import { axisTrouble } from "./trouble.ts";
import type { View, ViewCell } from "./view.ts";

export interface BlockReading {
  readonly statement: StatementId;
  readonly anchor: Period | null;
  readonly outcomes: readonly PlacedOutcome[];
  readonly columns: Columns;
  readonly plan: RowPlan;
  /** The text just above the table; "" for none. */
  readonly caption: string;
  /** What said the force of the counts: a column or row of the table, a text around it, or no word at all. */
  readonly force: "table" | "around" | "unsaid";
  /** Whether words said the period of the counts, or only the delivery's folder. */
  readonly period: "said" | "folder";
}

/** Reads every number of a block. */
export function readBlock(
  view: View,
  block: Block,
  around: Surroundings,
  tools: Tools,
  captionYears: readonly number[],
): BlockReading {
  const columns = readColumns(view, block);
  const plan = planRows(view, block, columns, tools.settings);
  const axes = columns.values.map((c) => ({ ...c, axis: unite(c.headings.map((h) => axisOfCell(h, false))) }));
  const rows = readRows(view, block, columns, plan);
  const headings = [...block.header.flatMap((r) => view.own(r)), ...rowPeriodCells(view, block, columns, plan)];
  const anchor = findAnchor(around, headings);
  const { statement, doubt } = chooseStatement(tools.nomenclature, around, [
    ...axes.map((c) => c.axis),
    ...rows.map((r) => r.axis),
  ]);
  const context: Context = {
    view,
    block,
    tools,
    around,
    statement,
    hasFamilies: familiesOf(tools.nomenclature, statement),
    columns: axes,
    plan,
    spans: { anchor, bareYears: [...new Set([...bareYears(axes, rows), ...captionYears])], around },
    rowsHaveForces: rows.some((r) => r.axis.force !== null),
    sidesSayForce: rows.some((r) => r.axis.force !== null && r.axis.label !== null),
    sidesSayPeriod: rows.some((r) => r.axis.periods.length > 0 && r.axis.label !== null),
    columnsSayPeriod: axes.some((c) => isCount(c.axis) && c.axis.periods.some((p) => !p.cumulative && !p.rolling)),
    columnsHaveForces: axes.some((c) => c.axis.force !== null),
    transposed: axes.filter((c) => c.axis.matches.length > 0).length >= 2,
    ...familyTotals(block, plan, view, rows),
  };
  const wholeDoubt =
    doubt ??
    findOtherCommune(around.lines, tools.settings) ??
    tableDoubt(view, block, columns, plan) ??
    labelDoubt(view, rows, plan);
  const refuse = (d: Doubt) => rows.flatMap((r) => axes.flatMap((c) => placed(view, r.row, c.column, d)));
  const read = wholeDoubt ? refuse(wholeDoubt) : readCells(context, rows);
  const repeated = repeatedDoubt(read, rows);
  const outcomes = repeated ? refuse(repeated) : read;
  const counts = outcomes.flatMap((o) => (o.outcome.kind === "count" ? [o.outcome] : []));
  const unsaid = !context.rowsHaveForces && !context.columnsHaveForces && counts.length > 0;
  const captions = block.items.flatMap((i) => (i.kind === "line" ? [toLine(i.cell, true)] : []));
  return {
    statement,
    anchor: anchor?.period ?? null,
    outcomes,
    columns,
    plan,
    caption: around.lines.find((l) => l.near)?.text ?? "",
    force: !unsaid ? "table" : findForce(around, captions).kind === "force" ? "around" : "unsaid",
    period: counts.some((c) => c.fromFolder) ? "folder" : "said",
  };
}

const placed = (view: View, row: number, column: number, outcome: Outcome): PlacedOutcome[] =>
  view.at(row, column) ? [{ row, column, outcome }] : [];

function readRows(view: View, block: Block, columns: Columns, plan: RowPlan): readonly ReadRow[] {
  let above: Axis | null = null;
  return block.items.flatMap((item) => {
    if (item.kind === "line") {
      above = null;
      return [];
    }
    const axis: Axis = readRow(view, item.row, columns, plan, above);
    above = axis;
    return [{ row: item.row, axis }];
  });
}

/** Cells of rows that say periods, for the anchor of a table whose periods go down. */
const rowPeriodCells = (view: View, block: Block, columns: Columns, plan: RowPlan): readonly ViewCell[] =>
  block.items.flatMap((i) =>
    i.kind === "line"
      ? []
      : columns.texts.flatMap((c) => {
          const cell = view.at(i.row, c.column);
          return cell && !plan.aside.has(c.column) && cell.matches.length === 0 && cell.facets.residual === ""
            ? [cell]
            : [];
        }),
  );

function bareYears(columns: readonly { readonly axis: Axis }[], rows: readonly ReadRow[]): readonly number[] {
  const parts = [...columns.map((c) => c.axis), ...rows.map((r) => r.axis)].flatMap((a) =>
    a.periods.length === 1 ? a.periods : [],
  );
  return parts.flatMap((p) => (typeof p.year === "number" && Object.keys(p).length === 1 ? [p.year] : []));
}

/** Is one number merged over several lines or columns of numbers? Which of them it counts, nothing says. */
function isSpread({ columns, block }: Context, cell: ViewCell): boolean {
  if (cell.number?.kind === "absent" || (cell.colSpan === 1 && cell.rowSpan === 1)) return false;
  const covered = (at: number, from: number, span: number) => at >= from && at < from + span;
  const over = columns.filter((c) => covered(c.column, cell.column, cell.colSpan)).length;
  const rows = block.items.filter((i) => i.kind === "data" && covered(i.row, cell.row, cell.rowSpan)).length;
  return over > 1 || rows > 1;
}

const mergedCell: Outcome = {
  kind: "not-understood",
  why: "elle est fusionnée sur plusieurs lignes ou colonnes de nombres",
  of: "cell",
  subject: "fusion",
};

/** Rows in order, with the captions and the family that stand over each. */
function readCells(context: Context, rows: readonly ReadRow[]): readonly PlacedOutcome[] {
  const { view, block, tools } = context;
  const byRow = new Map(rows.map((r) => [r.row, r.axis]));
  const outcomes: PlacedOutcome[] = [];
  const inBlock: Line[] = [];
  let family: Family | null = captionFamily(context);
  for (const item of block.items) {
    if (item.kind === "line") {
      if (isNote(item.cell.text, tools.words)) continue;
      inBlock.unshift(toLine(item.cell, true));
      family = familyOfCaption(context, item.cell) ?? family;
      continue;
    }
    const axis = byRow.get(item.row);
    if (!axis) continue;
    family = familyOfColumn(context, item.row, family);
    const named = axis.matches.find((m) => m.statement === context.statement)?.indicator;
    const totals = isTotalRow(context, axis) && family !== null && !family.counted && context.familyTotals;
    const current: Family | null = family;
    if (named && named.family === null && context.hasFamilies)
      family = { id: named.id, label: axis.label ?? named.label, counted: true };
    for (const column of context.columns) {
      if (view.at(item.row, column.column)?.column !== column.column && view.at(item.row, column.column) !== undefined)
        continue;
      const outcome = readCell(context, item.row, column, axis, current, inBlock);
      if (outcome) outcomes.push({ row: item.row, column: column.column, outcome });
    }
    if (totals && family) family = { ...family, counted: true };
  }
  return outcomes;
}

function readCell(
  context: Context,
  row: number,
  column: Context["columns"][number],
  rowAxis: Axis,
  family: Family | null,
  inBlock: readonly Line[],
): Outcome | null {
  const { view, tools, plan } = context;
  const cell = view.at(row, column.column);
  const { axis } = column;
  const heading = axis.texts.join(" / ");
  if (plan.places.elsewhere.has(row)) return cell ? { kind: "ignored", why: "autre commune" } : null;
  if (axis.ignored || rowAxis.ignored) return cell ? { kind: "ignored", why: "ignoré par les réglages" } : null;
  if (plan.periodColumns.has(column.column))
    return cell ? { kind: "ignored", why: `${quote(heading)} : période de la ligne` } : null;
  if (axis.dimension && ["number", "unit", "notes", "place", "period"].includes(axis.dimension))
    return cell ? { kind: "ignored", why: `colonne ${quote(heading)}` } : null;
  const trouble = axisTrouble(context, column, rowAxis);
  if (trouble) return cell ? trouble : null;
  const line = lineOfNumber(context, axis, rowAxis, family);
  if (line.kind === "not-understood") return cell ? line : null;
  const force = forceOfNumber(context, axis, rowAxis, inBlock);
  if (typeof force === "object") return cell ? force : null;
  const axisHasPeriod = axis.periods.length === 1 || rowAxis.periods.length === 1;
  const measure = measureOf(axis.measure, rowAxis.measure, () => findMeasure(context.around, inBlock, axisHasPeriod));
  const spans: SpanContext = { ...context.spans, inBlock };
  const where: Provenance = provenance(context, row, column.column, cell);
  if (measure !== "count")
    return cell ? printed(context, cell, line, force, measure, axis, rowAxis, spans, where) : null;
  const span =
    axis.total && axis.periods.length === 0 && !context.columnsHaveForces
      ? totalSpan(context.columns, rowAxis, spans)
      : spanOf(axis, rowAxis, spans);
  if (span.kind === "doubt") return cell ? span : null;
  if (span.kind === "unknown")
    return cell
      ? { kind: "not-understood", why: span.why, of: "column", subject: heading || rowAxis.texts.join(" / ") }
      : null;
  const after = findAfterDelivery(span.period, context.around.folder, span.texts);
  if (after) return cell ? after : null;
  if (cell && isSpread(context, cell)) return mergedCell;
  const count = countOf(cell?.number, cell !== undefined);
  if (count.kind !== "value") return count;
  const { indicator, label, family: under, kind, because } = line;
  const statement = rowAxis.statements[0] ?? context.statement;
  return {
    kind: "count",
    observation: {
      statement,
      indicator,
      label,
      family: under,
      kind,
      force,
      period: span.period,
      value: count.value,
      status: count.status,
      delivery: tools.file.delivery,
      provenance: where,
    },
    because: [because, ...(heading ? [`colonne ${quote(heading)}`] : []), ...span.because],
    fromFolder: span.fromFolder === true,
  };
}

function provenance(context: Context, row: number, column: number, cell: ViewCell | undefined): Provenance {
  const { grid } = context.view;
  const name = grid.rowNames?.[row];
  return {
    file: grid.file,
    part: grid.part,
    row: row + 1,
    column: column + 1,
    raw: cell ? (grid.rows[row]?.[column]?.text ?? cell.text) : "",
    ...(name === undefined ? {} : { name }),
  };
}
