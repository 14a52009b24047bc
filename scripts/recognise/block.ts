/** One table (block) of a grid: each of its numbers to an outcome. The heart of the program. */
import { quote } from "../model/format.ts";
import type { ReadFile } from "../model/grid.ts";
import type { Nomenclature } from "../model/nomenclature.ts";
import type { Force, Observation, PrintedFigure, Provenance, StatementId } from "../model/observation.ts";
import { addMonths, monthIndex, type Period, shiftYears } from "../model/period.ts";
import type { Settings } from "../model/settings.ts";
import type { Measure, Words } from "../nomenclature/index.ts";
import { type Axis, axisOfCell, unite } from "./axis.ts";
import { type Columns, readColumns, type ValueColumn } from "./columns.ts";
import type { FacetParser } from "./facets.ts";
import type { Labels } from "./labels.ts";
import type { Block } from "./layout.ts";
import type { NumberReading } from "./number.ts";
import { resolve } from "./resolve.ts";
import { planRows, type RowPlan, readRow } from "./rows.ts";
import { partsOf, type SpanContext, spanOf } from "./span-of.ts";
import { chooseStatement } from "./statement.ts";
import { findAnchor, findForce, findMeasure, isNote, type Line, type Surroundings } from "./surroundings.ts";
import type { View, ViewCell } from "./view.ts";

/** What recognition needs beside the grid. */
export interface Tools {
  readonly words: Words;
  readonly nomenclature: Nomenclature;
  readonly settings: Settings;
  readonly labels: Labels;
  readonly parse: FacetParser;
  readonly file: ReadFile["source"];
}

/** What became of one place of the table. */
export type Outcome =
  | {
      readonly kind: "count";
      readonly observation: Observation;
      readonly because: readonly string[];
      readonly fromFolder: boolean;
    }
  | { readonly kind: "printed"; readonly figure: PrintedFigure; readonly because: readonly string[] }
  | { readonly kind: "ignored"; readonly why: string }
  /** `subject`: the heading or label that is not understood, so that one issue speaks for all its cells. */
  | {
      readonly kind: "not-understood";
      readonly why: string;
      readonly of: "column" | "row" | "cell";
      readonly subject: string;
    }
  /** Two readings: the table is refused. */
  | { readonly kind: "doubt"; readonly text: string; readonly readings: readonly string[] };

export interface PlacedOutcome {
  readonly row: number;
  readonly column: number;
  readonly outcome: Outcome;
}

export interface BlockReading {
  readonly statement: StatementId;
  readonly anchor: Period | null;
  readonly outcomes: readonly PlacedOutcome[];
  readonly columns: Columns;
  readonly plan: RowPlan;
  /** A caption (and no column or row) said the force of at least one count. */
  readonly forceFromCaption: boolean;
  /** No word at all said the force of the counts. */
  readonly forceUnsaid: boolean;
}

interface Family {
  readonly id: string;
  readonly label: string;
  /** The family's own figures have been seen, on its row or its total. */
  readonly counted: boolean;
}

/** The line that a number counts. */
interface LineOf {
  readonly indicator: string | null;
  readonly label: string;
  readonly family: string | null;
  readonly kind: Observation["kind"];
  readonly because: string;
}

interface Context {
  readonly view: View;
  readonly block: Block;
  readonly tools: Tools;
  readonly around: Surroundings;
  readonly statement: StatementId;
  readonly hasFamilies: boolean;
  readonly columns: readonly (ValueColumn & { readonly axis: Axis })[];
  readonly plan: RowPlan;
  readonly spans: Omit<SpanContext, "inBlock">;
  readonly rowsHaveForces: boolean;
  /** Rows say a force, or a period, beside their label: a row that says none is not understood. */
  readonly sidesSayForce: boolean;
  readonly sidesSayPeriod: boolean;
  /** Columns of counts say their period: one that says none is not understood. */
  readonly columnsSayPeriod: boolean;
  readonly columnsHaveForces: boolean;
  readonly transposed: boolean;
  /** Each family that stands in a caption has a total of its own: "Total" is the family's, and not of the table. */
  readonly familyTotals: boolean;
  /** "Total général" is the table's: more than one family stands in it. */
  readonly severalFamilies: boolean;
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
  const wholeDoubt = doubt ?? tableDoubt(block, columns, plan) ?? labelDoubt(view, rows, plan);
  const outcomes = wholeDoubt
    ? rows.flatMap((r) => axes.flatMap((c) => placed(view, r.row, c.column, wholeDoubt)))
    : readCells(context, rows);
  const counts = outcomes.flatMap((o) => (o.outcome.kind === "count" ? [o.outcome] : []));
  const unsaid = !context.rowsHaveForces && !context.columnsHaveForces && counts.length > 0;
  const captions = block.items.flatMap((i) => (i.kind === "line" ? [lineOf(i.cell)] : []));
  const saidByCaption = unsaid && findForce(around, captions).kind === "force";
  return {
    statement,
    anchor: anchor?.period ?? null,
    outcomes,
    columns,
    plan,
    forceFromCaption: saidByCaption,
    forceUnsaid: unsaid && !saidByCaption,
  };
}

const isCount = (axis: Axis): boolean => axis.measure === null || axis.measure === "count";

const lineOf = (cell: ViewCell): Line => ({ text: cell.text, facets: cell.facets, cell, near: true });
const familiesOf = (n: Nomenclature, statement: StatementId): boolean =>
  n.statements.find((s) => s.id === statement)?.indicators.some((i) => i.family !== null) ?? false;

const placed = (view: View, row: number, column: number, outcome: Outcome): PlacedOutcome[] =>
  view.at(row, column) ? [{ row, column, outcome }] : [];

function tableDoubt(block: Block, columns: Columns, plan: RowPlan): Outcome | null {
  if (block.doubtfulYears)
    return {
      kind: "doubt",
      text: block.doubtfulYears.text,
      readings: [
        `la ligne ${quote(block.doubtfulYears.text)} est un en-tête dont les nombres sont des années`,
        `la ligne ${quote(block.doubtfulYears.text)} est une ligne de faits`,
      ],
    };
  if (columns.ambiguous)
    return { kind: "doubt", text: columns.ambiguous.cell.text, readings: columns.ambiguous.readings };
  if (plan.doubtful) return { kind: "doubt", ...plan.doubtful };
  if (plan.places.doubtful !== null)
    return {
      kind: "doubt",
      text: plan.places.doubtful,
      readings: [
        `la colonne ${quote(plan.places.doubtful)} nomme plusieurs lieux, et un seul est la commune (clé « commune » des réglages)`,
        "tous les lieux nommés font partie de la commune",
      ],
    };
  return null;
}

interface ReadRow {
  readonly row: number;
  readonly axis: Axis;
}

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

/**
 * Where empty labels continue the one above, each label must stand at the head of the same sequence (Police, Gendarmerie,
 * Total): a label set in the middle of its rows (PDF) would otherwise give its first row to the line before.
 */
function labelDoubt(view: View, rows: readonly ReadRow[], plan: RowPlan): Outcome | null {
  if (plan.label === null) return null;
  const { label } = plan;
  const groups: { readonly label: string | null; readonly sides: string[] }[] = [];
  for (const { row, axis } of rows) {
    const cell = view.at(row, label);
    const sides = axis.texts
      .filter((t) => t !== axis.label)
      .join("/")
      .toLowerCase();
    const last = groups.at(-1);
    if (cell === undefined && last) last.sides.push(sides);
    else if (cell !== undefined && cell.row < row && last) last.sides.push(sides);
    else groups.push({ label: cell?.text ?? null, sides: [sides] });
  }
  const continued = rows.some(({ row, axis }) => view.at(row, label) === undefined && axis.label !== null);
  if (!continued) return null;
  const [first] = groups;
  const named = groups.filter((g) => g.label !== null && g.sides.length > 1);
  const same = named.every((g) => g.sides.join("|") === named[0]?.sides.join("|"));
  if (first?.label !== null && same) return null;
  return {
    kind: "doubt",
    text: named[0]?.label ?? "",
    readings: ["une ligne sans libellé continue celle du dessus", "elle appartient à la ligne du dessous"],
  };
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

/** Families named by captions or in a column: is each followed by a total before the next one begins? */
function familyTotals(
  block: Block,
  plan: RowPlan,
  view: View,
  rows: readonly ReadRow[],
): Pick<Context, "familyTotals" | "severalFamilies"> {
  const axes = new Map(rows.map((r) => [r.row, r.axis]));
  const isFamily = (cell: ViewCell | undefined): boolean =>
    cell?.matches.some((m) => m.indicator.family === null && m.indicator.index.length === 0) ?? false;
  const totals: boolean[] = block.lines.some(isFamily) ? [false] : [];
  let last: string | undefined;
  for (const item of block.items) {
    const cell = item.kind === "line" ? item.cell : plan.family === null ? undefined : view.at(item.row, plan.family);
    const id = isFamily(cell) ? cell?.matches[0]?.indicator.id : undefined;
    if (id !== undefined && id !== last) {
      totals.push(false);
      last = id;
    }
    const axis = item.kind === "data" ? axes.get(item.row) : undefined;
    if (axis && axis.label === null && axis.total && totals.length > 0) totals[totals.length - 1] = true;
  }
  return { familyTotals: totals.length > 0 && totals.every((t) => t), severalFamilies: totals.length > 1 };
}

/** "Total général" is no family's. */
const isGeneral = (axis: Axis): boolean => axis.texts.some((t) => /g[ée]n[ée]ral/i.test(t));

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
      inBlock.unshift(lineOf(item.cell));
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

/** "Famille | Libellé": the family stands in a column of its own. */
function familyOfColumn(context: Context, row: number, current: Family | null): Family | null {
  const cell = context.plan.family === null ? undefined : context.view.at(row, context.plan.family);
  if (!cell || !context.hasFamilies) return current;
  const match = cell.matches.find((m) => m.statement === context.statement && m.indicator.family === null);
  const id = match?.indicator.id ?? cell.text;
  return current?.id === id ? current : { id, label: cell.text, counted: false };
}

function captionFamily(context: Context): Family | null {
  for (const line of context.around.lines) {
    const family = line.cell && line.near ? familyOfCaption(context, line.cell) : null;
    if (family) return family;
  }
  return null;
}

/** A caption that names a family; or, in a statement of families, one that is not understood: a family as sent. */
function familyOfCaption(context: Context, cell: ViewCell): Family | null {
  if (!context.hasFamilies) return null;
  const match = cell.matches.find((m) => m.statement === context.statement && m.indicator.family === null);
  return match ? { id: match.indicator.id, label: cell.text, counted: false } : null;
}

/** "Total", "Ensemble" in the column of labels: a total of lines, unless rows or columns are forces. */
const isTotalRow = (context: Context, row: Axis): boolean =>
  row.label === null &&
  !context.transposed &&
  (row.total || (row.force === "ensemble" && !rowsAreForces(context, row)));

const rowsAreForces = (context: Context, row: Axis): boolean => context.rowsHaveForces && row.label !== null;

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
  if ("kind" in line && line.kind === "not-understood") return cell ? line : null;
  const force = forceOfNumber(context, axis, rowAxis, inBlock);
  if (typeof force === "object") return cell ? force : null;
  const axisHasPeriod = axis.periods.length === 1 || rowAxis.periods.length === 1;
  const measure = measureOf(axis.measure, rowAxis.measure, () => findMeasure(context.around, inBlock, axisHasPeriod));
  const spans: SpanContext = { ...context.spans, inBlock };
  const where: Provenance = provenance(context, row, column.column, cell);
  if (measure !== "count")
    return cell ? printed(context, cell, line as LineOf, force, measure, axis, rowAxis, spans, where) : null;
  const span =
    axis.total && axis.periods.length === 0 && !context.columnsHaveForces
      ? totalSpan(context, rowAxis, spans)
      : spanOf(axis, rowAxis, spans);
  if (span.kind === "doubt") return cell ? span : null;
  if (span.kind === "unknown")
    return cell
      ? { kind: "not-understood", why: span.why, of: "column", subject: heading || rowAxis.texts.join(" / ") }
      : null;
  const count = countOf(cell?.number, cell !== undefined);
  if (count.kind !== "value") return count;
  const { indicator, label, family: under, kind, because } = line as LineOf;
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

function axisTrouble(context: Context, column: Context["columns"][number], row: Axis): Outcome | null {
  const { axis } = column;
  const heading = axis.texts.join(" / ");
  if (axis.conflict) return { kind: "doubt", text: heading, readings: [axis.conflict, "un en-tête mal placé"] };
  if (row.conflict)
    return { kind: "doubt", text: row.texts.join(" / "), readings: [row.conflict, "une cellule mal placée"] };
  const asLabel = context.transposed && row.label === null && axis.unknown.length === 1;
  const [unknownHeading] = axis.unknown;
  if (unknownHeading !== undefined && !asLabel)
    return {
      kind: "not-understood",
      why: `l'en-tête ${quote(unknownHeading)} n'est pas compris`,
      of: "column",
      subject: unknownHeading,
    };
  const [unknownText] = row.unknown;
  if (unknownText !== undefined)
    return {
      kind: "not-understood",
      why: `le texte ${quote(unknownText)} n'est pas compris`,
      of: "row",
      subject: unknownText,
    };
  const lonely = context.block.header.length === 0 ? context.columns.length > 1 : column.headings.length === 0;
  if (lonely)
    return {
      kind: "not-understood",
      why: "la colonne n'a pas d'en-tête",
      of: "column",
      subject: `colonne ${column.column + 1}`,
    };
  const silence = silenceOf(context, axis, row);
  if (silence)
    return { kind: "not-understood", why: silence, of: "column", subject: heading || `colonne ${column.column + 1}` };
  if (axis.dimension !== null && axis.measure === null)
    return {
      kind: "not-understood",
      why: `des nombres sous l'en-tête ${quote(heading)}`,
      of: "column",
      subject: heading,
    };
  return null;
}

/**
 * Where its neighbours say a force or a period, a column or row that says none is not read by default: its heading may have
 * been lost on the way (a PDF, a merge that a format dropped).
 */
function silenceOf(context: Context, column: Axis, row: Axis): string | null {
  if (!isCount(column) || !isCount(row) || isTotalRow(context, row)) return null;
  const saysForce = column.force !== null || column.total || row.force !== null || row.total;
  if (!saysForce && (context.columnsHaveForces || context.sidesSayForce))
    return "rien ne dit de quelle force sont ces faits, alors que le reste du tableau le dit";
  const saysPeriod =
    column.periods.length > 0 || row.periods.length > 0 || (column.total && !context.columnsHaveForces);
  if (!saysPeriod && (context.columnsSayPeriod || context.sidesSayPeriod))
    return "rien ne dit de quelle période sont ces faits, alors que le reste du tableau le dit";
  return null;
}

type NotUnderstood = Extract<Outcome, { kind: "not-understood" }>;

/** The line: from the row, else from the column, else from the caption. */
function lineOfNumber(context: Context, column: Axis, row: Axis, family: Family | null): LineOf | NotUnderstood {
  const { statement } = context;
  const rowStatement = row.statements[0] ?? statement;
  const pick = (axis: Axis) => axis.matches.find((m) => m.statement === rowStatement)?.indicator;
  if (row.label !== null && column.label !== null)
    return {
      kind: "not-understood",
      why: `deux lignes à la fois : ${quote(row.label)} et ${quote(column.label)}`,
      of: "row",
      subject: row.label,
    };
  const label = row.label ?? column.label ?? (context.transposed ? (column.unknown[0] ?? null) : null);
  if (label !== null) {
    const indicator = pick(row.label !== null ? row : column);
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
    if (family && !family.counted && context.familyTotals && !(isGeneral(row) && context.severalFamilies))
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
    const match = around.near ? around.cell?.matches.find((m) => m.statement === statement) : undefined;
    if (match && around.cell)
      return {
        indicator: match.indicator.id,
        label: around.cell.text,
        family: match.indicator.family,
        kind: "line",
        because: `légende ${quote(around.cell.text)}`,
      };
  }
  return {
    kind: "not-understood",
    why: "rien ne dit de quelle ligne il s'agit",
    of: "row",
    subject: row.texts.join(" / ") || "ligne sans libellé",
  };
}

function forceOfNumber(context: Context, column: Axis, row: Axis, inBlock: readonly Line[]): Force | Outcome {
  const columnForce = column.force ?? (column.total && context.columnsHaveForces ? "ensemble" : null);
  const totalOfForces = row.total && (row.label !== null || (context.transposed && context.rowsHaveForces));
  const rowForce =
    row.label === null && row.force === "ensemble" && isTotalRow(context, row)
      ? null
      : (row.force ?? (totalOfForces ? "ensemble" : null));
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
  const finding = findForce(context.around, inBlock);
  if (finding.kind === "force") return finding.force;
  if (finding.kind === "doubt")
    return { kind: "doubt", text: inBlock[0]?.text ?? context.around.lines[0]?.text ?? "", readings: finding.readings };
  return "ensemble";
}

const ORDER: readonly Measure[] = ["other", "rate", "change-percent", "change"];
function measureOf(column: Measure | null, row: Measure | null, fromLines: () => Measure | null): Measure {
  const own = ORDER.find((m) => m === column || m === row);
  return own ?? fromLines() ?? "count";
}

/** "Total" after months or quarters that follow each other: their union. */
function totalSpan(context: Context, row: Axis, spans: SpanContext) {
  const parts = context.columns.filter((c) => !c.axis.total).map((c) => partsOf(c.axis, row));
  const periods = parts.flatMap((p) => {
    const [only, second] = p ?? [];
    const r = only && !second ? resolve(only, spans) : undefined;
    return r?.kind === "period" ? [r.period] : [];
  });
  const sorted = periods.toSorted((a, b) => monthIndex(a.first) - monthIndex(b.first));
  const [first] = sorted;
  const last = sorted.at(-1);
  if (!first || !last) return spanOf(unite([]), row, spans);
  const contiguous =
    sorted.length > 1 && sorted.every((p, i) => i === 0 || p.first === addMonths(sorted[i - 1]?.last ?? p.first, 1));
  if (!contiguous) return { kind: "unknown" as const, why: "« Total » de périodes qui ne se suivent pas" };
  return {
    kind: "period" as const,
    period: { first: first.first, last: last.last },
    because: ["total des périodes de la ligne"],
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

type CountOf =
  | {
      readonly kind: "value";
      readonly value: number | null;
      readonly status: "normal" | "missing" | "confidential" | "not-applicable";
    }
  | Extract<Outcome, { kind: "not-understood" | "doubt" }>;

/** A count is a whole number, or a reason for having none; an empty cell is not zero. */
function countOf(number: NumberReading | undefined, filled: boolean): CountOf {
  if (!filled) return { kind: "value", value: null, status: "missing" };
  const refused = (why: string): CountOf => ({ kind: "not-understood", why, of: "cell", subject: why });
  if (!number) return refused("du texte dans une colonne de nombres");
  switch (number.kind) {
    case "whole":
      return Number.isSafeInteger(number.value)
        ? { kind: "value", value: number.value, status: "normal" }
        : refused("un nombre trop grand");
    case "absent":
      return { kind: "value", value: null, status: number.status };
    case "two-ways":
      return { kind: "doubt", text: number.readings.join(" / "), readings: number.readings };
    case "signed":
      return refused("un nombre avec un signe ne peut pas être un nombre de faits");
    case "decimal":
      return refused("un nombre à virgule ne peut pas être un nombre de faits");
    default:
      return refused("un pourcentage ne peut pas être un nombre de faits");
  }
}

/** A printed change, rate or other measure: kept to be checked or shown, never a count. */
function printed(
  context: Context,
  cell: ViewCell,
  line: LineOf,
  force: Force,
  measure: Exclude<Measure, "count">,
  column: Axis,
  row: Axis,
  spans: SpanContext,
  where: Provenance,
): Outcome {
  const { number } = cell;
  const heading = column.texts.join(" / ");
  if (!number) return { kind: "ignored", why: `texte sous ${quote(heading)}` };
  if (number.kind === "absent" || number.kind === "two-ways")
    return { kind: "ignored", why: `${quote(heading)} sans valeur` };
  const isChange = measure === "change" || measure === "change-percent";
  const asPercent = number.kind === "percent" || (measure === "change-percent" && number.kind !== "change");
  const kind = !isChange ? measure : asPercent ? "change-percent" : "change";
  const value = number.kind === "change" ? number.facts : number.value;
  const precision = number.kind === "change" || number.kind === "whole" ? 0.5 : number.precision;
  return {
    kind: "printed",
    figure: {
      statement: row.statements[0] ?? context.statement,
      indicator: line.indicator,
      label: line.label,
      force,
      measure: kind,
      value,
      precision,
      between: betweenOf(column, row, spans),
      delivery: context.tools.file.delivery,
      provenance: where,
    },
    because: [line.because, `colonne ${quote(heading)}`],
  };
}

/** The two periods that a heading compares: "Variation 2025/2026", "Évolution du cumul". */
function betweenOf(column: Axis, row: Axis, spans: SpanContext): readonly [Period, Period] | null {
  const parts = partsOf(column, row) ?? [];
  const periods = parts.flatMap((p) => {
    const r = resolve(p, spans);
    return r.kind === "period" ? [r.period] : [];
  });
  const [a, b] = periods;
  if (a && b && periods.length === 2) return monthIndex(a.last) <= monthIndex(b.last) ? [a, b] : [b, a];
  if (a && periods.length === 1 && parts.length === 1) return [shiftYears(a, -1), a];
  return null;
}
