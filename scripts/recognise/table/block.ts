/** One table (block) of a grid: each of its numbers to an outcome. The heart of the program. */
import { OTHER_STATEMENT, type StatementId } from "../../model/observation.ts";
import type { Period } from "../../model/period.ts";
import { fold } from "../../nomenclature/index.ts";
import { type Block, captionsIn } from "../layout/blocks.ts";
import { type Columns, readColumns } from "../layout/columns.ts";
import { type Line, nearestLines, toLine } from "../layout/nearest-lines.ts";
import { type Doubt, type Outcome, type PlacedOutcome, undatedOf } from "../layout/outcome.ts";
import type { Surroundings } from "../layout/surroundings.ts";
import type { View, ViewCell } from "../layout/view.ts";
import { type Axis, NO_AXIS } from "../meaning/axis.ts";
import { columnAxis } from "../meaning/column-axis.ts";
import { type Context, countCaptions, type ReadRow, type Tools } from "../meaning/context.ts";
import { cornerOf, withCorner } from "../meaning/corner.ts";
import { familiesOf, familyTotals } from "../meaning/families.ts";
import { findForce } from "../meaning/force-around.ts";
import { joinForceRows } from "../meaning/force-rows.ts";
import { type LabelPlaces, placeLabels } from "../meaning/label-places.ts";
import { findPlace, type PlacedTexts } from "../meaning/place-around.ts";
import { type PlannedTable, readRow } from "../meaning/row-axis.ts";
import { planRows, type RowPlan } from "../meaning/row-plan.ts";
import { chooseStatement } from "../meaning/statement.ts";
import { labelDoubt, repeatedDoubt, tableDoubt, withoutRepeatedLabels } from "../meaning/table-doubts.ts";
import { joinUnderLines } from "../meaning/under-lines.ts";
import { findAnchor } from "../periods/anchor.ts";
import { fullPeriod, saysOnlyYear } from "../words/period-part.ts";
import { isCount, isExplained } from "../words/said.ts";
import { readCells } from "./cells.ts";
import { type DatedTexts, datedTexts } from "./dated-texts.ts";

export interface BlockReading extends DatedTexts {
  readonly statement: StatementId;
  readonly anchor: Period | null;
  readonly outcomes: readonly PlacedOutcome[];
  readonly columns: Columns;
  readonly plan: RowPlan;
  /** Folded texts that speak of its counts: captions, titles, headings, labels. */
  readonly texts: ReadonlySet<string>;
  /** The text just above the table; "" for none. */
  readonly caption: string;
  /** What said the force of the counts: a column or row of the table, a text around it, or no word at all. */
  readonly force: "table" | "around" | "unsaid";
  /** What said the period of the counts: columns or rows of the table, a text around it, or only the delivery's folder. */
  readonly period: "table" | "around" | "folder";
  /** Whose facts it counts: said by its rows, columns or a text around it, or by none. */
  readonly place: "said" | "unsaid" | "doubt";
}

/** One table where it stands. */
interface PlacedBlock {
  readonly view: View;
  readonly block: Block;
  readonly around: Surroundings;
  /** Years that stand alone as captions in the grid. */
  readonly captionYears: readonly number[];
  readonly notePlace: PlacedTexts["notePlace"];
}

/** Reads every number of a block. */
export function readBlock(
  { view, block, around: outside, captionYears, notePlace }: PlacedBlock,
  tools: Tools,
): BlockReading {
  const columns = readColumns(view, block);
  const planned = planRows(view, block, columns, tools);
  const corner = cornerOf(columns, planned, tools);
  const around = withCorner(outside, corner);
  const table: PlannedTable = { view, block, columns, plan: planned };
  const axes = columns.values.map((c) => ({ ...c, axis: columnAxis(table, c) }));
  const joined = joinUnderLines({ view, block, columns, corner }, readRows(table));
  const headed = joinForceRows(joined.rows);
  const labelled = placeLabels(view, planned, headed.rows, tools);
  const { rows } = labelled;
  const plan = withLabelPlaces(planned, labelled);
  const headings = [...block.header.flatMap((r) => view.own(r)), ...rowPeriodCells(table)];
  const spread = [...rows.flatMap((r) => r.axis.periods), ...joinedHeadings(view, block, tools)];
  const found = findAnchor(around, headings, spread);
  const { statement, doubt } = chooseStatement(tools.nomenclature, around, [
    ...axes.map((c) => c.axis),
    ...rows.map((r) => r.axis),
    ...block.header.flatMap((row) => view.own(row).map((c) => ({ ...NO_AXIS, statements: c.facets.statements }))),
  ]);
  // the delivery's quarter and the police are of the statements: another document says its own, or none
  const isOther = statement === OTHER_STATEMENT;
  const anchor = isOther && found?.source === "folder" ? null : found;
  const placeTexts: PlacedTexts = { ...tools, view, header: block.header, notePlace };
  const context: Context = {
    view,
    block,
    tools,
    around,
    statement,
    hasFamilies: familiesOf(tools.nomenclature, statement),
    columns: axes,
    plan,
    captions: countCaptions(block),
    placeTexts,
    spans: {
      anchor,
      bareYears: [...new Set([...bareYears(axes, rows), ...captionYears])],
      explicit: [...axes, ...rows].flatMap(({ axis }) =>
        axis.periods.flatMap((p) => (p.full ? [] : (fullPeriod(p) ?? []))),
      ),
      around: isOther ? ownWords(around) : around,
    },
    rowAxes: rows.map(({ axis }) => ({ axis })),
    rowsHaveForces: rows.some((r) => r.axis.force !== null),
    sidesSayForce: rows.some((r) => r.axis.force !== null && r.axis.label !== null),
    sidesSayPeriod: rows.some((r) => r.axis.periods.length > 0 && r.axis.label !== null),
    columnsSayPeriod: axes.some((c) => isCount(c.axis) && c.axis.periods.some((p) => !p.cumulative && !p.rolling)),
    columnsHaveForces: axes.some((c) => c.axis.force !== null),
    transposed: axes.filter((c) => c.axis.matches.length > 0).length >= 2,
    ...familyTotals({ view, block, plan, corner }, rows),
  };
  const wholeDoubt =
    doubt ?? tableDoubt(view, block, columns, plan) ?? labelDoubt(view, rows, plan) ?? joined.doubt ?? headed.doubt;
  const refuse = (d: Doubt) => rows.flatMap((r) => axes.flatMap((c) => placed(view, r.row, c.column, d)));
  const read = wholeDoubt ? refuse(wholeDoubt) : readCells(context, rows);
  const repeated = repeatedDoubt(read, rows);
  const told = repeated ? refuse(repeated) : withoutRepeatedLabels(read, rows);
  const counts = told.flatMap((o) => (o.outcome.kind === "count" ? [o.outcome] : []));
  const captions = nearestLines(captionsIn(block).map((cell) => toLine(cell, true)));
  const force = forceSaid(
    context,
    captions,
    told.some(({ outcome }) => outcome.kind === "count" || undatedOf(outcome)),
  );
  const outcomes = isOther && force === "unsaid" ? told.map(withoutForce) : told;
  return {
    statement,
    anchor: anchor?.period ?? null,
    outcomes,
    columns,
    plan,
    texts: new Set([...around.lines.map((l) => l.text), ...textsOf(view, block)].map(fold)),
    caption: outside.lines.find((l) => l.near)?.text ?? "",
    force,
    period: counts.some((c) => c.fromFolder)
      ? "folder"
      : context.columnsSayPeriod || context.sidesSayPeriod
        ? "table"
        : "around",
    place: placeOfBlock(context),
    ...datedTexts(around),
  };
}

function forceSaid({ rowsHaveForces, columnsHaveForces, around }: Context, captions: readonly Line[], counts: boolean) {
  if (rowsHaveForces || columnsHaveForces || !counts) return "table";
  return findForce(around, captions).kind === "force" ? "around" : "unsaid";
}

const withLabelPlaces = (plan: RowPlan, { places, doubt }: LabelPlaces): RowPlan =>
  places.size === 0 && doubt === null
    ? plan
    : {
        ...plan,
        places: {
          ...plan.places,
          rows: new Map([...plan.places.rows, ...places]),
          doubt: plan.places.doubt ?? doubt,
        },
      };

/** Of another document, a year among words that are not understood ("Délibération n° 2013-45") is no period. */
const ownWords = (around: Surroundings): Surroundings => ({
  ...around,
  lines: around.lines.filter(
    ({ facets }) => isExplained(facets) || facets.periods.some((p) => fullPeriod(p) !== undefined),
  ),
});

function withoutForce(o: PlacedOutcome): PlacedOutcome {
  const { outcome } = o;
  const undated = undatedOf(outcome);
  if (outcome.kind === "count")
    return { ...o, outcome: { ...outcome, observation: { ...outcome.observation, forceUnsaid: true } } };
  return undated && outcome.kind === "not-understood"
    ? { ...o, outcome: { ...outcome, undated: { ...undated, force: null } } }
    : o;
}

function placeOfBlock({ plan, around, placeTexts, block }: Context): BlockReading["place"] {
  const { rows, columns, everywhere } = plan.places;
  if (rows.size > 0 || columns.size > 0) return "said";
  const captions = nearestLines(captionsIn(block).map((cell) => toLine(cell, true)));
  const { kind } = findPlace(around, captions, everywhere, placeTexts);
  return kind === "unsaid" || kind === "doubt" ? kind : "said";
}

/** "Du | 01/01/2026 | au | 31/03/2026" above the headings: one period, in cells that say none. */
const joinedHeadings = (view: View, block: Block, { parse }: Tools): Axis["periods"] =>
  block.header.slice(0, -1).flatMap((row) => {
    const cells = view.own(row);
    const silent = cells.length > 2 && cells.every((c) => c.facets.periods.length === 0);
    return silent ? parse(cells.map((c) => c.text).join(" ")).periods : [];
  });

const placed = (view: View, row: number, column: number, outcome: Outcome): PlacedOutcome[] =>
  view.at(row, column) ? [{ row, column, outcome }] : [];

/** Headings, captions and labels of a table; its numbers left aside. */
const textsOf = (view: View, block: Block): readonly string[] => [
  ...block.header.flatMap((row) => view.own(row).map((c) => c.text)),
  ...block.items.flatMap((item) =>
    item.kind === "line" ? [item.cell.text] : view.own(item.row).flatMap((c) => (c.number ? [] : [c.text])),
  ),
];

function readRows(table: PlannedTable): readonly ReadRow[] {
  let above: Axis | null = null;
  return table.block.items.flatMap((item) => {
    if (item.kind === "line") {
      above = null;
      return [];
    }
    const axis: Axis = readRow(table, item.row, above);
    above = axis;
    return [{ row: item.row, axis }];
  });
}

/** Cells of rows that say periods, for the anchor of a table whose periods go down. */
const rowPeriodCells = ({ view, block, columns, plan }: PlannedTable): readonly ViewCell[] =>
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
  return parts.flatMap((p) => (typeof p.year === "number" && saysOnlyYear(p) ? [p.year] : []));
}
