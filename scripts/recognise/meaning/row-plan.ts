/** What each column of a table is for: labels, families, forces and periods, or nothing that counts. Decided once a table. */
import { quote } from "../../model/format.ts";
import { fold } from "../../nomenclature/index.ts";
import { type Block, dataRows } from "../layout/blocks.ts";
import type { Columns, ValueColumn } from "../layout/columns.ts";
import { areRanks } from "../layout/numbering.ts";
import type { Doubt } from "../layout/outcome.ts";
import type { View, ViewCell } from "../layout/view.ts";
import { findPeriodColumns, type PeriodColumns } from "../periods/period-columns.ts";
import { isFamily } from "../words/labels.ts";
import { isCount, isExplained, isUnderstood, NOTHING } from "../words/said.ts";
import type { Tools } from "../words/tools.ts";
import type { Places } from "./axis-places.ts";
import { areRegular, continuedIn, emptyCells } from "./continued.ts";
import { readPlaces } from "./places.ts";

/** Columns whose cells are no part of what a row counts. */
const ASIDE = new Set(["place", "unit", "number", "notes"]);

export interface RowPlan {
  /** The column that names the lines; null in a table that has none (lines across). */
  readonly label: number | null;
  /** Columns of text that are not read, with the reason in French. */
  readonly aside: ReadonlyMap<number, string>;
  /** Columns that say the period of their rows: "Année", "Trimestre", "Début". */
  readonly periodColumns: PeriodColumns;
  /** The column that names families beside the column of labels; null for none. */
  readonly family: number | null;
  readonly places: Places;
  /** Column, then row => the cell that its empty cell continues. */
  readonly down: ReadonlyMap<number, ReadonlyMap<number, ViewCell>>;
  /** A column whose empty cells may or may not continue the one above. */
  readonly doubtful: Doubt | null;
}

/**
 * A column of forces, periods or labels with empty cells, where a format may have lost a vertical merge: each continues the one above, where
 * the same sequence stands under every cell that is filled. Elsewhere nothing tells: an empty force may mean both.
 */
function fillDown(
  view: View,
  rows: readonly number[],
  sides: readonly number[],
  plan: Pick<RowPlan, "label" | "family">,
): Pick<RowPlan, "down" | "doubtful"> {
  const { label } = plan;
  const beside = (row: number, column: number | null): readonly ViewCell[] =>
    sides.flatMap((c) => (c === column ? [] : (view.at(row, c) ?? [])));
  const holed = sides.flatMap((column) => {
    // a label that is merged with those of its forces, or of its periods
    const isLabel = column === label;
    // "Total Police | (empty)" after "Police | janvier", "Police | février": of no month
    const isPart = (row: number): boolean =>
      view.at(row, column) !== undefined || !beside(row, column).some((c) => c.column < column && c.facets.total);
    const isOwn = (row: number): boolean =>
      labelIn(view, row, plan) === view.at(row, column) &&
      (view.at(row, column) !== undefined || rows.includes(row - 1));
    const held = isLabel ? rows.filter((row) => isOwn(row) && beside(row, column).some(saysSide)) : rows.filter(isPart);
    const cells = cellsIn(view, held, column);
    const [first] = cells;
    if (!first || cells.length === held.length || !(isLabel || cells.every(saysSide))) return [];
    const all = continuedIn(view, held, column);
    const isOneRow = ({ head, rows: under }: (typeof all)[number]): boolean =>
      under.length === 1 && head !== undefined && (isLabel || head.facets.total);
    const groups = all.filter((group) => !isOneRow(group));
    const textOf = (row: number): string =>
      (isLabel ? beside(row, column) : label === null ? [] : [view.at(row, label)])
        .map((cell) => fold(cell?.text ?? ""))
        .join("/");
    return [{ column, first, groups, isDoubtful: !areRegular(groups, textOf) }];
  });
  const reach = ({ groups }: (typeof holed)[number]) =>
    new Map(groups.flatMap(({ head, rows: under }) => (head ? under.map((row) => [row, head] as const) : [])));
  const doubtful = holed.find((one) => one.isDoubtful);
  return {
    down: new Map(holed.map((one) => [one.column, reach(one)])),
    doubtful: doubtful ? emptyCells(doubtful.first.text) : null,
  };
}

const lastHeading = (column: ValueColumn): ViewCell | undefined => column.headings.at(-1);

const cellsIn = (view: View, rows: readonly number[], column: number): readonly ViewCell[] =>
  rows.flatMap((row) => view.at(row, column) ?? []);

/** "Police", "T1 2026", "Total": under "Faits élucidés" too, which then speaks of the whole table (corner.ts). */
const saysSide = ({ facets }: ViewCell): boolean =>
  isExplained(facets) && (facets.force !== null || facets.total || facets.periods.length > 0);

/** « Unité : victime », and not « pour 1 000 habitants » or « mis en cause », which say what the row counts. */
const isOfCounts = (dimension: string, cells: readonly ViewCell[]): boolean =>
  dimension !== "unit" || cells.every(({ facets }) => isCount(facets));

/** Decides once a table what each column of text is for. */
export function planRows(view: View, block: Block, columns: Columns, tools: Tools): RowPlan {
  const rows = dataRows(block);
  const aside = new Map<number, string>();
  const family = findFamilyColumn(view, rows, columns);
  const places = readPlaces(view, block, columns, tools);
  let label: { readonly column: number; readonly score: number } | null = null;
  for (const column of columns.texts) {
    const heading = lastHeading(column);
    const dimension = heading?.facets.dimension ?? null;
    const cells = cellsIn(view, rows, column.column);
    const named = heading ? `colonne ${quote(heading.text)}` : "colonne sans en-tête";
    const matched = cells.filter((c) => c.matches.length > 0).length;
    if (column.headings.some((h) => h.facets.ignored)) aside.set(column.column, `${named} ignorée (réglages)`);
    else if (matched === 0 && areRanks(cells.map((c) => c.text))) aside.set(column.column, named);
    else if (
      (dimension && ASIDE.has(dimension) && matched === 0 && isOfCounts(dimension, cells)) ||
      places.texts.has(column.column)
    )
      aside.set(column.column, named);
    else if (heading && matched === 0 && column.headings.some((h) => !isCount(h.facets)) && !cells.every(saysSide))
      aside.set(column.column, `texte sous ${quote(heading.text)}`);
    if (aside.has(column.column) || dimension === "force" || dimension === "period") continue;
    if (family === column.column) continue;
    const unexplained = cells.filter((c) => !isUnderstood(c.facets)).length;
    const score = matched * 1000 + (dimension === "indicator" ? 500 : 0) + unexplained;
    if (score > 0 && (label === null || score > label.score)) label = { column: column.column, score };
  }
  const labelColumn = label?.column ?? null;
  const sides = columns.texts.map((t) => t.column).filter((c) => !aside.has(c));
  // "Moyenne 2023-2025" across: an empty cell beside it is of no fact
  const counted = rows.filter((row) => sides.every((c) => isCount(view.at(row, c)?.facets ?? NOTHING)));
  return {
    label: labelColumn,
    aside,
    periodColumns: findPeriodColumns(view, rows, columns),
    family,
    ...fillDown(view, counted, sides, { label: labelColumn, family }),
    places,
  };
}

const isFamilyLevel = (cell: ViewCell): boolean =>
  cell.matches.length > 0 && cell.matches.every((m) => isFamily(m.indicator));

/** The cell that names the line of a row: that of the labels, or of the family, whose own figures stand where that one is empty. */
export function labelIn(view: View, row: number, { label, family }: Pick<RowPlan, "label" | "family">) {
  const own = family === null ? undefined : view.at(row, family);
  return (
    (label === null ? undefined : view.at(row, label)) ?? (own?.row === row && own.rowSpan === 1 ? own : undefined)
  );
}

/** "Famille | Type d'infractions": a column headed so, or one that only names families beside another that names lines. */
function findFamilyColumn(view: View, rows: readonly number[], columns: Columns): number | null {
  const headed = columns.texts.find((t) => lastHeading(t)?.facets.dimension === "family");
  const named = columns.texts.find(({ column }) => cellsIn(view, rows, column).every(isFamilyLevel));
  // "Catégorie | Infraction": the one beside that of the lines
  const indicators = columns.texts.filter((t) => lastHeading(t)?.facets.dimension === "indicator");
  const matched = ({ column }: ValueColumn): number =>
    cellsIn(view, rows, column).filter((c) => c.matches.length > 0).length;
  const [lines, category] = indicators.toSorted((a, b) => matched(b) - matched(a));
  const beside =
    lines && category && category.column < lines.column && matched(category) < matched(lines) ? category : undefined;
  const found = headed ?? named ?? beside;
  if (!found) return null;
  const other = columns.texts.some(
    ({ column, headings }) =>
      column !== found.column &&
      !ASIDE.has(headings.at(-1)?.facets.dimension ?? "") &&
      cellsIn(view, rows, column).some((c) => c.matches.length > 0 || !isExplained(c.facets)),
  );
  return other ? found.column : null;
}
