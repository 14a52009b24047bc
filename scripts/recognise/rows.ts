/** The cells of one data row to what the row says: its line, force, period. */
import type { Settings } from "../model/settings.ts";
import { fold } from "../nomenclature/index.ts";
import { type Axis, axisOfCell, NO_AXIS, unite } from "./axis.ts";
import type { Columns, ValueColumn } from "./columns.ts";
import { isExplained, saysSomething } from "./facets.ts";
import type { Block } from "./layout.ts";
import type { PeriodPart } from "./period-text.ts";
import type { View, ViewCell } from "./view.ts";

/** Columns whose cells are no part of what a row counts. */
const ASIDE = new Set(["place", "unit", "number", "notes"]);

export interface RowPlan {
  /** The column that names the lines; null in a table that has none (lines across). */
  readonly label: number | null;
  /** Columns of text that are not read, with the reason in French. */
  readonly aside: ReadonlyMap<number, string>;
  /** Columns of numbers that say a period: "Année", "Trimestre", "Mois". */
  readonly periodColumns: ReadonlyMap<number, "year" | "quarter" | "half" | "month">;
  readonly places: {
    /** Rows of another commune than the settings' one. */
    readonly elsewhere: ReadonlySet<number>;
    /** Heading of a column that names several places, none of them this commune. */
    readonly doubtful: string | null;
  };
}

const lastHeading = (column: ValueColumn): ViewCell | undefined => column.headings.at(-1);

const PERIOD_COLUMNS: ReadonlyMap<string, "year" | "quarter" | "half" | "month"> = new Map(
  (
    [
      ["annee", "year"],
      ["an", "year"],
      ["exercice", "year"],
      ["trimestre", "quarter"],
      ["trim", "quarter"],
      ["n° trimestre", "quarter"],
      ["semestre", "half"],
      ["mois", "month"],
    ] as const
  ).map(([word, kind]) => [fold(word), kind]),
);

/** Decides once a table what each column of text is for. */
export function planRows(view: View, block: Block, columns: Columns, settings: Settings): RowPlan {
  const rows = block.items.flatMap((i) => (i.kind === "data" ? [i.row] : []));
  const aside = new Map<number, string>();
  let label: { readonly column: number; readonly score: number } | null = null;
  for (const column of columns.texts) {
    const heading = lastHeading(column);
    const dimension = heading?.facets.dimension ?? null;
    const cells = rows.map((r) => view.at(r, column.column)).filter((c) => c !== undefined);
    if (column.headings.some((h) => h.facets.ignored))
      aside.set(column.column, `colonne « ${heading?.text ?? ""} » ignorée (réglages)`);
    else if (dimension && ASIDE.has(dimension)) aside.set(column.column, `colonne « ${heading?.text ?? ""} »`);
    if (aside.has(column.column) || dimension === "force" || dimension === "period" || dimension === "family") continue;
    const matched = cells.filter((c) => c.matches.length > 0).length;
    const unexplained = cells.filter((c) => !isExplained(c.facets) || !saysSomething(c.facets)).length;
    const score = matched * 1000 + (dimension === "indicator" ? 500 : 0) + unexplained;
    if (score > 0 && (label === null || score > label.score)) label = { column: column.column, score };
  }
  const longForm = columns.values.some((v) => v.headings.some((h) => h.facets.measure === "count"));
  const periodColumns = new Map<number, "year" | "quarter" | "half" | "month">();
  for (const value of columns.values) {
    const kind = PERIOD_COLUMNS.get(fold(lastHeading(value)?.text ?? ""));
    if (kind && (longForm || kind === "year")) periodColumns.set(value.column, kind);
  }
  return { label: label?.column ?? null, aside, periodColumns, places: readPlaces(view, rows, columns, settings) };
}

/** Rows of other communes, and whether the table holds several communes while nothing says which one counts. */
function readPlaces(view: View, rows: readonly number[], columns: Columns, settings: Settings): RowPlan["places"] {
  const own = [settings.commune.name, settings.commune.insee ?? ""].map(fold).filter((t) => t !== "");
  const elsewhere = new Set<number>();
  let doubtful: string | null = null;
  for (const column of [...columns.texts, ...columns.values]) {
    if (lastHeading(column)?.facets.dimension !== "place") continue;
    const texts = rows.map((r) => ({ row: r, text: fold(view.at(r, column.column)?.text ?? "") }));
    if (new Set(texts.map((t) => t.text)).size <= 1) continue;
    if (!settings.isDefault && texts.some((t) => own.includes(t.text)))
      for (const t of texts) if (!own.includes(t.text)) elsewhere.add(t.row);
    if (settings.isDefault || !texts.some((t) => own.includes(t.text))) doubtful ??= lastHeading(column)?.text ?? "";
  }
  return { elsewhere, doubtful };
}

function periodOfNumber(kind: "year" | "quarter" | "half" | "month", value: number): PeriodPart | undefined {
  if (kind === "year") return value >= 1990 && value <= 2100 ? { year: value } : undefined;
  const length = kind === "quarter" ? 3 : kind === "half" ? 6 : 1;
  return value >= 1 && value * length <= 12 ? { within: [(value - 1) * length + 1, value * length] } : undefined;
}

/** What the row says. `label` is inherited from the row above where the format lost a vertical merge. */
export function readRow(view: View, row: number, columns: Columns, plan: RowPlan, above: Axis | null): Axis {
  const axes: Axis[] = [];
  const seen = new Set<ViewCell>();
  for (const { column, headings } of columns.texts) {
    const cell = view.at(row, column);
    if (!cell || seen.has(cell) || plan.aside.has(column) || cell.number !== undefined) continue;
    seen.add(cell);
    if (headings.at(-1)?.facets.dimension === "family" && column !== plan.label)
      axes.push({ ...NO_AXIS, texts: [cell.text] });
    else axes.push(column === plan.label ? labelAxis(cell) : sideAxis(cell));
  }
  for (const [column, kind] of plan.periodColumns) {
    const number = view.at(row, column)?.number;
    const part = number?.kind === "whole" ? periodOfNumber(kind, number.value) : undefined;
    if (part) axes.push({ ...NO_AXIS, periods: [part], texts: [view.at(row, column)?.text ?? ""] });
  }
  const own = unite(axes);
  const labelCell = plan.label === null ? undefined : view.at(row, plan.label);
  if (
    own.label === null &&
    !labelCell &&
    above?.label != null &&
    (own.force !== null || own.total || own.periods.length > 0)
  )
    return { ...own, label: above.label, matches: above.matches, texts: [above.label, ...own.texts] };
  return own;
}

/** A cell of the column of labels: a line known or not, or only a force or a period ("Police", "T1 2026", "Total"). */
function labelAxis(cell: ViewCell): Axis {
  if (cell.matches.length > 0) return axisOfCell(cell, true);
  const onlyFacets = saysSomething(cell.facets) && isExplained(cell.facets) && cell.facets.dimension === null;
  return axisOfCell(cell, !onlyFacets);
}

/** A cell beside the labels: understood whole, or the row is not. */
const sideAxis = (cell: ViewCell): Axis => axisOfCell(cell, false);
