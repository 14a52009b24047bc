/** What the rows and columns of a block mean, with what is said around it: all that reading its numbers needs. */
import { OTHER_STATEMENT } from "../../model/observation.ts";
import type { Period } from "../../model/period.ts";
import { onceFor } from "../../model/remember.ts";
import { type Block, captionsIn, dataRows } from "../layout/blocks.ts";
import { readColumns } from "../layout/columns.ts";
import { type Surroundings, toLine } from "../layout/surroundings.ts";
import type { View } from "../layout/view.ts";
import { type Axis, NO_AXIS } from "../meaning/axis.ts";
import { labelPlaceDoubt } from "../meaning/axis-places.ts";
import type { Context, Table } from "../meaning/context.ts";
import { cornerOf } from "../meaning/corner.ts";
import { familiesOf } from "../meaning/families.ts";
import { joinHeads } from "../meaning/head-rows.ts";
import { fieldOf } from "../meaning/place-around.ts";
import { planRows } from "../meaning/row-plan.ts";
import { chooseStatement } from "../meaning/statement.ts";
import { columnAxis, readRow } from "../meaning/table-axes.ts";
import { tableDoubt } from "../meaning/table-doubts.ts";
import { findAnchor, isBelied } from "../periods/anchor.ts";
import { areToCome, withoutToCome } from "../periods/to-come.ts";
import { fullPeriod, type PeriodPart, saysOnlyYear } from "../words/period-part.ts";
import { isCount } from "../words/said.ts";
import type { Tools } from "../words/tools.ts";

/** One table where it stands. */
export interface PlacedBlock {
  readonly view: View;
  readonly block: Block;
  readonly around: Surroundings;
  /** Years that stand alone as captions in the grid. */
  readonly captionYears: readonly number[];
}

export function understand({ view, block, around: outside, captionYears }: PlacedBlock, tools: Tools): Context {
  const columns = readColumns(view, block);
  const plan = planRows(view, block, columns, tools);
  const corner = cornerOf(columns, plan, tools);
  const inCorner = corner.map((cell) => toLine(cell, "above")).toReversed();
  const around = { ...outside, lines: [...inCorner, ...outside.lines] };
  const table: Table = { view, block, heads: columns, plan, corner };
  const { axes, held, isAwaiting } = heldIn(table, around.folder);
  const joined = joinHeads(table, held);
  const { rows } = joined;
  const labels = rows.flatMap(({ row, axis }) =>
    plan.label === null || axis.total ? [] : (view.at(row, plan.label) ?? []),
  );
  const said = [...axes, ...rows].map(({ axis }) => axis);
  const inTable = said.flatMap((axis) => (isCount(axis) ? axis.periods : []));
  const found = findAnchor(around, inTable);
  const { statement, doubt } = chooseStatement(tools, around, [
    ...said,
    ...block.header.flatMap((row) => view.own(row).map((c) => ({ ...NO_AXIS, statements: c.facets.statements }))),
  ]);
  // the delivery's quarter and the police are of the statements: another document says its own, or none
  const isOther = statement === OTHER_STATEMENT;
  const explicit = said.flatMap(({ periods }) => periods.flatMap((p) => (p.full ? [] : (fullPeriod(p) ?? []))));
  const isLeft = found !== null && ((isOther && found.source === "folder") || isBelied(found, explicit, around));
  const anchor = isLeft ? null : found;
  return {
    ...table,
    heads: { ...columns, isFillingUp: columns.isFillingUp || isAwaiting },
    tools,
    around,
    placeOf: onceFor((line) => tools.placeIn(fieldOf(line), "line")),
    statement,
    hasFamilies: familiesOf(tools.nomenclature, statement),
    columns: axes,
    spans: { anchor, bareYears: [...new Set([...said.flatMap(bareYear), ...captionYears])], explicit },
    rows,
    rowsHaveForces: rows.some((r) => r.axis.force !== null),
    sidesSayForce: rows.some((r) => r.axis.force !== null && r.axis.label !== null),
    sidesSayPeriod: rows.some((r) => r.axis.periods.length > 0 && r.axis.label !== null),
    columnsSayPeriod: axes.some(({ axis }) => isCount(axis) && axis.periods.some(leavesNoneUnsaid)),
    columnsHaveForces: axes.some((c) => c.axis.force !== null),
    axesSayOneForce: [...axes, ...rows].some(({ axis: { force } }) => force === "PN" || force === "GN"),
    transposed: axes.filter((c) => c.axis.matches.length > 0).length >= 2,
    doubt: doubt ?? tableDoubt(view, block, columns, plan) ?? labelPlaceDoubt(labels, tools) ?? joined.doubt,
  };
}

/** What the columns and rows say that hold something; and whether others are to come. `folder`: the delivery's quarter. */
function heldIn(table: Table, folder: Period | null) {
  const { view, block, heads } = table;
  const rows = dataRows(block);
  const allColumns = heads.values.map((c) => ({ ...c, axis: columnAxis(table, c) }));
  const allRows = rows.map((row) => ({ row, axis: readRow(table, row) }));
  const axes = withoutToCome(allColumns, folder, (c) => rows.flatMap((row) => view.at(row, c.column) ?? []));
  const held = withoutToCome(allRows, folder, ({ row }) => view.own(row));
  const isAwaiting =
    axes.length < allColumns.length ||
    held.length < allRows.length ||
    captionsIn(block).some(({ facets }) => areToCome(facets.periods, folder));
  return { axes, held, isAwaiting };
}

/** "2025" alone in a heading or a row. */
const bareYear = ({ periods: [part, second] }: Axis): readonly number[] =>
  part && !second && typeof part.year === "number" && saysOnlyYear(part) ? [part.year] : [];

/**
 * Beside "T1 2026", a heading that says no period is not understood. "Cumul", "N-1" and "trimestre précédent" are said against the
 * statement's own period, which is that of "Nombre" beside them.
 */
const leavesNoneUnsaid = ({ cumulative, rolling, year, own }: PeriodPart): boolean =>
  !cumulative && !rolling && own !== "before" && !(typeof year === "object" && year.relative < 0);
