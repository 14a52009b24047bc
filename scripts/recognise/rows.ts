/** The cells of one data row to what the row says: its line, force, period. */
import type { Settings } from "../model/settings.ts";
import { fold } from "../nomenclature/index.ts";
import { type Axis, axisOfCell, NO_AXIS, unite } from "./axis.ts";
import type { Columns, ValueColumn } from "./columns.ts";
import { isExplained, saysSomething } from "./facets.ts";
import type { Block } from "./layout.ts";
import type { PeriodPart } from "./period-part.ts";
import { type Places, readPlaces } from "./places.ts";
import type { View, ViewCell } from "./view.ts";

/** Columns whose cells are no part of what a row counts. */
const ASIDE = new Set(["place", "unit", "number", "notes"]);

export interface RowPlan {
  /** The column that names the lines; null in a table that has none (lines across). */
  readonly label: number | null;
  /** Columns of text that are not read, with the reason in French. */
  readonly aside: ReadonlyMap<number, string>;
  /** Columns of numbers that say a period: "Année", "Trimestre", "Mois". */
  readonly periodColumns: ReadonlyMap<number, PeriodColumn>;
  /** The column that names families beside the column of labels; null for none. */
  readonly family: number | null;
  /** Cells that continue the one above where a format lost a vertical merge: column, then row. */
  readonly down: ReadonlyMap<number, ReadonlyMap<number, ViewCell>>;
  /** A column whose empty cells may or may not continue the one above. */
  readonly doubtful: { readonly text: string; readonly readings: readonly string[] } | null;
  readonly places: Places;
}

const lastHeading = (column: ValueColumn): ViewCell | undefined => column.headings.at(-1);

/** What the numbers of a column say of the row's period. `unreadable`: they say one, and nothing tells which. */
type PeriodColumn = "year" | "quarter" | "half" | "month" | "year-month" | "unreadable";

const PERIOD_HEADINGS: ReadonlyMap<string, PeriodColumn> = new Map(
  (
    [
      ["année", "year"],
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

/**
 * "Année", "Trimestre", "Période" over numbers that say a period and count nothing. "Trimestre" over counts is the statement's
 * own quarter, unless another column says "Nombre": then the table is in long form.
 */
function periodColumnOf(column: ValueColumn, cells: readonly ViewCell[], longForm: boolean): PeriodColumn | undefined {
  const heading = lastHeading(column);
  if (!heading) return undefined;
  const named = PERIOD_HEADINGS.get(fold(heading.text));
  const all = (pattern: RegExp) => cells.every((c) => pattern.test(c.text));
  if (heading.facets.dimension !== "period" && !(named && longForm)) return undefined;
  if (all(/^(?:19|20)\d\d$/)) return "year";
  if (all(/^20\d\d(?:0[1-9]|1[0-2])$/)) return "year-month";
  if (named && named !== "year") return named;
  return "unreadable";
}

/** Decides once a table what each column of text is for. */
export function planRows(view: View, block: Block, columns: Columns, settings: Settings): RowPlan {
  const rows = block.items.flatMap((i) => (i.kind === "data" ? [i.row] : []));
  const aside = new Map<number, string>();
  const family = findFamilyColumn(view, rows, columns);
  let label: { readonly column: number; readonly score: number } | null = null;
  for (const column of columns.texts) {
    const heading = lastHeading(column);
    const dimension = heading?.facets.dimension ?? null;
    const cells = rows.map((r) => view.at(r, column.column)).filter((c) => c !== undefined);
    const matched = cells.filter((c) => c.matches.length > 0).length;
    if (column.headings.some((h) => h.facets.ignored))
      aside.set(column.column, `colonne « ${heading?.text ?? ""} » ignorée (réglages)`);
    else if (dimension && ASIDE.has(dimension) && matched === 0)
      aside.set(column.column, `colonne « ${heading?.text ?? ""} »`);
    else if (matched === 0 && column.headings.some((h) => h.facets.measure !== null && h.facets.measure !== "count"))
      aside.set(column.column, `texte sous « ${heading?.text ?? ""} »`);
    if (aside.has(column.column) || dimension === "force" || dimension === "period") continue;
    if (family === column.column) continue;
    const unexplained = cells.filter((c) => !isExplained(c.facets) || !saysSomething(c.facets)).length;
    const score = matched * 1000 + (dimension === "indicator" ? 500 : 0) + unexplained;
    if (score > 0 && (label === null || score > label.score)) label = { column: column.column, score };
  }
  const longForm = columns.values.some((v) => v.headings.some((h) => h.facets.measure === "count"));
  const periodColumns = new Map<number, PeriodColumn>();
  for (const value of columns.values) {
    const kind = periodColumnOf(
      value,
      rows.map((r) => view.at(r, value.column)).filter((c) => c !== undefined),
      longForm,
    );
    if (kind) periodColumns.set(value.column, kind);
  }
  const labelColumn = label?.column ?? null;
  const sides = columns.texts.map((t) => t.column).filter((c) => c !== labelColumn && c !== family && !aside.has(c));
  return {
    label: labelColumn,
    aside,
    periodColumns,
    family,
    ...fillDown(view, rows, sides, labelColumn),
    places: readPlaces(view, rows, [...columns.texts, ...columns.values], settings),
  };
}

const isFamilyLevel = (cell: ViewCell): boolean =>
  cell.matches.length > 0 && cell.matches.every((m) => m.indicator.family === null && m.indicator.index.length === 0);

/** "Famille | Type d'infractions": a column headed so, or one that only names families beside another that names lines. */
function findFamilyColumn(view: View, rows: readonly number[], columns: Columns): number | null {
  const headed = columns.texts.find((t) => lastHeading(t)?.facets.dimension === "family");
  const cellsOf = (c: number) => rows.map((r) => view.at(r, c)).filter((cell) => cell !== undefined);
  const named = columns.texts.find(({ column }) => {
    const cells = cellsOf(column);
    return cells.length > 0 && cells.every(isFamilyLevel);
  });
  const found = headed ?? named;
  if (!found) return null;
  const other = columns.texts.some(
    ({ column, headings }) =>
      column !== found.column &&
      !ASIDE.has(headings.at(-1)?.facets.dimension ?? "") &&
      cellsOf(column).some((c) => c.matches.length > 0 || !isExplained(c.facets)),
  );
  return other ? found.column : null;
}

/**
 * A column of forces or periods with empty cells: each continues the one above when the lines under each repeat one sequence;
 * otherwise an empty cell may as well mean "ensemble", and the table is a doubt.
 */
function fillDown(
  view: View,
  rows: readonly number[],
  sides: readonly number[],
  label: number | null,
): Pick<RowPlan, "down" | "doubtful"> {
  const down = new Map<number, Map<number, ViewCell>>();
  let doubtful: RowPlan["doubtful"] = null;
  for (const column of sides) {
    const cells = rows.map((row) => ({ row, cell: view.at(row, column) }));
    const filled = cells.flatMap(({ cell }) => (cell ? [cell] : []));
    const says = filled.every(
      (c) => isExplained(c.facets) && (c.facets.force !== null || c.facets.total || c.facets.periods.length > 0),
    );
    if (filled.length === cells.length || filled.length === 0 || !says) continue;
    const groups: { readonly head: ViewCell; readonly rows: number[] }[] = [];
    for (const { row, cell } of cells) {
      const last = groups.at(-1);
      if (cell && cell !== last?.head) groups.push({ head: cell, rows: [row] });
      else last?.rows.push(row);
    }
    const labelsOf = (group: { readonly rows: readonly number[] }): string =>
      group.rows.map((row) => (label === null ? "" : fold(view.at(row, label)?.text ?? ""))).join("|");
    const [first] = groups;
    if (!first || cells[0]?.cell === undefined || groups.some((g) => labelsOf(g) !== labelsOf(first)))
      doubtful ??= {
        text: filled[0]?.text ?? "",
        readings: [
          `une cellule vide sous « ${filled[0]?.text ?? ""} » continue celle du dessus`,
          "une cellule vide ne dit rien (les deux forces, ou la période du titre)",
        ],
      };
    else down.set(column, new Map(groups.flatMap((g) => g.rows.map((row): [number, ViewCell] => [row, g.head]))));
  }
  return { down, doubtful };
}

function periodOfNumber(kind: PeriodColumn, value: number): PeriodPart | undefined {
  if (kind === "unreadable") return undefined;
  if (kind === "year") return { year: value };
  if (kind === "year-month") return { year: Math.floor(value / 100), within: [value % 100, value % 100] };
  const length = kind === "quarter" ? 3 : kind === "half" ? 6 : 1;
  return value >= 1 && value * length <= 12 ? { within: [(value - 1) * length + 1, value * length] } : undefined;
}

/** What the row says. `label` is inherited from the row above where the format lost a vertical merge. */
export function readRow(view: View, row: number, columns: Columns, plan: RowPlan, above: Axis | null): Axis {
  const axes: Axis[] = [];
  const seen = new Set<ViewCell>();
  for (const { column } of columns.texts) {
    const cell = view.at(row, column) ?? plan.down.get(column)?.get(row);
    if (!cell || seen.has(cell) || plan.aside.has(column) || column === plan.family || cell.number !== undefined)
      continue;
    seen.add(cell);
    axes.push(column === plan.label ? labelAxis(cell) : sideAxis(cell));
  }
  for (const [column, kind] of plan.periodColumns) {
    const cell = view.at(row, column);
    const part = cell?.number?.kind === "whole" ? periodOfNumber(kind, cell.number.value) : undefined;
    const texts = [cell?.text ?? ""];
    axes.push(
      part ? { ...NO_AXIS, periods: [part], periodTexts: texts, texts } : { ...NO_AXIS, unknown: texts, texts },
    );
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
