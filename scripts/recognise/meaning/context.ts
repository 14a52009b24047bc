/** What is known of one table while its numbers are read. */
import type { StatementId } from "../../model/observation.ts";
import type { Block } from "../layout/blocks.ts";
import type { Columns, ValueColumn } from "../layout/columns.ts";
import type { Doubt } from "../layout/outcome.ts";
import type { Line, Surroundings } from "../layout/surroundings.ts";
import type { View, ViewCell } from "../layout/view.ts";
import type { ResolveContext } from "../periods/resolve.ts";
import type { PlaceSaid } from "../words/place-said.ts";
import type { Tools } from "../words/tools.ts";
import type { Axis } from "./axis.ts";
import type { RowPlan } from "./row-plan.ts";

/** A table whose columns are planned. */
export interface Table {
  readonly view: View;
  readonly block: Block;
  readonly heads: Columns;
  readonly plan: RowPlan;
  /** The headings over the labels that speak of the whole table. */
  readonly corner: readonly ViewCell[];
}

export interface Context extends Table {
  readonly tools: Tools;
  readonly around: Surroundings;
  /** The place that a line of text says: asked once, for it may stand over thousands of rows. */
  readonly placeOf: (line: Line) => PlaceSaid | null;
  readonly statement: StatementId;
  readonly hasFamilies: boolean;
  readonly columns: readonly (ValueColumn & { readonly axis: Axis })[];
  readonly spans: ResolveContext;
  readonly rows: readonly ReadRow[];
  readonly rowsHaveForces: boolean;
  /** Rows say a force, or a period, beside their label: a row that says none is not understood. */
  readonly sidesSayForce: boolean;
  readonly sidesSayPeriod: boolean;
  /** Columns of counts say their period: one that says none is not understood. */
  readonly columnsSayPeriod: boolean;
  readonly columnsHaveForces: boolean;
  /** A column or a row is said to be of the police, or of the gendarmerie. */
  readonly axesSayOneForce: boolean;
  readonly transposed: boolean;
  /** Why none of its numbers can be read; null: they can. */
  readonly doubt: Doubt | null;
}

export interface ReadRow {
  readonly row: number;
  readonly axis: Axis;
  /** Names the line of the rows under it, and has no figure of its own. */
  readonly heading?: true;
}

/** The statement of a number: as its row or its column says, else that of the table. */
export const statementAt = ({ statement }: Pick<Context, "statement">, column: Axis, row: Axis): StatementId =>
  row.statements[0] ?? column.statements[0] ?? statement;

/** "Total", "Ensemble" in the column of labels: a total of lines, unless rows are forces. */
export const isTotalRow = ({ transposed }: Pick<Context, "transposed">, row: Axis): boolean =>
  row.label === null && !transposed && (row.total || row.force === "ensemble");
