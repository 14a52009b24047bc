/** Columns whose cells are places: "Commune", "Code INSEE", "Unité"; empty cells, totals and codes among them. */
import { foldPlace, type PlaceKey } from "../../nomenclature/index.ts";
import type { Columns, ValueColumn } from "../layout/columns.ts";
import type { Doubt } from "../layout/outcome.ts";
import type { View, ViewCell } from "../layout/view.ts";
import type { Elsewhere, PlaceSaid } from "../words/place-said.ts";
import type { Tools } from "../words/tools.ts";
import { areRegular, continuedIn, emptyCells } from "./continued.ts";

interface PlaceColumn {
  readonly column: number;
  readonly heading: string;
  readonly cells: readonly PlaceCell[];
}

interface PlaceCell {
  readonly row: number;
  readonly cell: ViewCell | undefined;
  readonly said: PlaceSaid | null;
}

export const isBy = (said: PlaceSaid | null, by: Elsewhere["by"]): boolean =>
  said?.kind === "elsewhere" && said.by === by;
const isCommune = ({ said }: PlaceCell): boolean => said?.kind === "ours" || isBy(said, "commune");
const isTold = ({ said }: Pick<PlaceCell, "said">): boolean => said !== null && said.kind !== "doubt";

/** The columns of a table that say places. */
export function placeColumns(
  view: View,
  rows: readonly number[],
  columns: Columns,
  tools: Tools,
): readonly PlaceColumn[] {
  const isOfLines = ({ column }: ValueColumn): boolean => rows.some((row) => view.at(row, column)?.matches.length);
  const lines = columns.texts.filter(isOfLines);
  const labels = Math.max(...(lines.length > 0 ? lines : columns.texts).map((t) => t.column));
  const found = [...columns.texts, ...columns.values].flatMap(
    (c) => placeColumn(view, rows, c, c.column > labels, tools) ?? [],
  );
  const isNamed = found.some(({ cells }) => cells.some(isCommune));
  // "Domicile", "Voie publique", "Total" under "Lieu", or "Total" there on each row, beside the communes: of no more than the row's place
  return found.map((one) => {
    const isOfAll = !one.cells.some(isCommune) && (isNamed || one.cells.some(({ said }) => isBy(said, "other")));
    const cells = one.cells.map((c) => (isOfAll && isBy(c.said, "all") ? { ...c, said: null } : c));
    return { ...one, cells: withoutNamed({ ...one, cells }, found) };
  });
}

/** undefined for a column that says no place. `isAfterLabels`: it stands after the column that names the lines, where counts stand. */
function placeColumn(
  view: View,
  rows: readonly number[],
  { column, headings }: ValueColumn,
  isAfterLabels: boolean,
  { placeWords, placeIn }: Tools,
): PlaceColumn | undefined {
  const { text: heading = "", facets } = headings.at(-1) ?? {};
  const named = placeWords.keys.get(foldPlace(heading));
  // a number under "Code postal" is no code of the INSEE
  if (headings.some((h) => h.facets.ignored) || named === "postal") return undefined;
  const key: PlaceKey | undefined = named ?? (facets?.dimension === "place" ? "commune" : undefined);
  const held = rows.map((row) => ({ row, cell: view.at(row, column) }));
  const filled = held.flatMap(({ cell }) => cell ?? []);
  const numbers = filled.flatMap((cell) => (cell.number !== undefined ? [cell.text] : []));
  // "Commune | Circonscription" over counts says whose they are, and is no column of places
  const isDated = headings.some((h) => h.facets.periods.length > 0);
  const isCounted = (isAfterLabels || isDated) && numbers.length === filled.length && !areCodes(numbers, key);
  if (isCounted || filled.some((cell) => cell.matches.length > 0)) return undefined;
  const cells = held.map(({ row, cell }): PlaceCell => {
    // a number under "Unité" is its code, of which nothing tells whose facts it counts
    const isCode = cell?.number !== undefined && key !== "commune" && key !== "wider";
    return { row, cell, said: cell === undefined || isCode ? null : placeIn(cell.text, "cell", key ?? "commune") };
  });
  // without such a heading, only names that are all told, or of services, a commune's among them
  const isName = (c: PlaceCell): boolean =>
    c.cell === undefined || isTold(c) || (c.said?.kind === "doubt" && c.said.by === "service");
  const says =
    key === "service"
      ? cells.some((c) => c.said !== null)
      : key !== undefined || (cells.every(isName) && cells.some(isCommune));
  return says ? { column, heading, cells } : undefined;
}

/** "99001" on each row: wider areas have no code of five figures. */
const areCodes = (numbers: readonly string[], key: PlaceKey | undefined): boolean =>
  key !== "wider" && numbers.every((n) => /^\d{5}$/.test(n));

/** Without the empty cells of a column of communes, or of their codes, where another names that of the row: "(empty) | Total". */
function withoutNamed({ column, cells }: PlaceColumn, all: readonly PlaceColumn[]): readonly PlaceCell[] {
  if (!cells.every((c) => c.cell === undefined || isCommune(c))) return cells;
  const others = all.flatMap((other) => (other.column === column ? [] : other.cells));
  const named = new Set(others.filter((c) => isCommune(c) || isBy(c.said, "all")).map(({ row }) => row));
  return cells.filter(({ row, cell }) => cell !== undefined || !named.has(row));
}

export interface FilledPlaces {
  readonly heading: string;
  readonly rows: ReadonlyMap<number, PlaceSaid>;
  readonly doubt: Doubt | null;
}

/** Empty cells under a name, which may be of another place. */
export function fillPlaces(view: View, { column, heading, cells }: PlaceColumn, columns: Columns): FilledPlaces {
  const saidIn = new Map(cells.map(({ cell, said }) => [cell, said]));
  const groups = continuedIn(
    view,
    cells.map(({ row }) => row),
    column,
  ).map(({ head, rows }) => ({ head, rows, said: (head && saidIn.get(head)) ?? null }));
  const others = columns.texts.filter((t) => t.column !== column);
  const lineOf = (row: number): string => others.map((t) => foldPlace(view.at(row, t.column)?.text ?? "")).join("|");
  const hasEmpty = cells.some(({ cell }) => cell === undefined);
  return {
    heading,
    rows: new Map(groups.flatMap(({ said, rows }) => (said ? rows.map((row) => [row, said] as const) : []))),
    doubt: hasEmpty && groups.some(isTold) && !areRegular(groups, lineOf) ? emptyCells(heading) : null,
  };
}
