/** One column whose cells are places: "Commune", "Code INSEE", "Unité"; empty cells, totals and codes among them. */
import { quote } from "../../model/format.ts";
import { foldPlace, type PlaceKey } from "../../nomenclature/index.ts";
import type { Columns, ValueColumn } from "../layout/columns.ts";
import { ambiguous, type Doubt } from "../layout/outcome.ts";
import type { View, ViewCell } from "../layout/view.ts";
import type { PlaceSaid } from "../words/place-said.ts";
import type { Tools } from "../words/tools.ts";

export interface PlaceColumn {
  readonly column: ValueColumn;
  readonly heading: string;
  readonly cells: readonly {
    readonly row: number;
    readonly cell: ViewCell | undefined;
    readonly said: PlaceSaid | null;
  }[];
}

interface LabelledRows {
  readonly view: View;
  readonly rows: readonly number[];
  /** The last column of texts: what stands before it counts nothing. */
  readonly labels: number;
}

/** "Commune", "Code INSEE", "Unité": what the cells under such a heading say; undefined for a column that says no place. */
export function placeColumn(
  { view, rows, labels }: LabelledRows,
  column: ValueColumn,
  { placeWords, placeIn }: Tools,
): PlaceColumn | undefined {
  const heading = column.headings.at(-1);
  if (column.headings.some((h) => h.facets.ignored)) return undefined;
  const named = heading && placeWords.keys.get(foldPlace(heading.text));
  if (named === "postal") return undefined; // a number under "Code postal" is no code of the INSEE
  const key: PlaceKey | undefined = named ?? (heading?.facets.dimension === "place" ? "commune" : undefined);
  const held = rows.map((row) => ({ row, cell: view.at(row, column.column) }));
  const filledCells = held.flatMap(({ cell }) => cell ?? []);
  if (filledCells.some((cell) => cell.matches.length > 0)) return undefined;
  // "Commune | Circonscription" over counts says whose they are, and is no column of places
  const numbers = filledCells.flatMap((cell) => (cell.number !== undefined ? [cell.text] : []));
  const isCounted = column.column > labels && !areCodes(numbers, heading?.text ?? "", key);
  if (numbers.length === filledCells.length && isCounted) return undefined;
  const cells = held.map(({ row, cell }) => {
    // a number under "Unité" is its code, of which nothing tells whose facts it counts
    const isCode = cell?.number !== undefined && key !== "commune" && key !== "wider";
    return { row, cell, said: cell === undefined || isCode ? null : placeIn(cell.text, "cell", key ?? "commune") };
  });
  // "Domicile", "Voie publique", "Total" under "Lieu": the total of kinds of places is of the whole table's place
  const bySite = cells.some(({ said }) => isBy(said, "site")) && !cells.some(({ said }) => isCommune(said));
  if (bySite) return { column, heading: heading?.text ?? "", cells: cells.map(withoutTotal) };
  const filled = cells.filter((c) => c.cell !== undefined);
  const says = key === "service" ? filled.some((c) => c.said !== null) : key !== undefined;
  // without such a heading, only names that are all told, or of services, a commune's among them
  const isName = (said: PlaceSaid | null): boolean => isTold(said) || (said?.kind === "doubt" && said.by === "service");
  const bare = filled.every((c) => isName(c.said)) && filled.some(({ said }) => isCommune(said));
  return says || bare ? { column, heading: heading?.text ?? "", cells } : undefined;
}

export const isCommune = (said: PlaceSaid | null): boolean =>
  said?.kind === "ours" || (said?.kind === "elsewhere" && said.by === "commune");

export const isBy = (said: PlaceSaid | null, by: "part" | "site" | "whole"): boolean =>
  said?.kind === "elsewhere" && said.by === by;

const withoutTotal = (cell: PlaceColumn["cells"][number]): PlaceColumn["cells"][number] =>
  isBy(cell.said, "whole") ? { ...cell, said: null } : cell;

/** "99001" on each row, or "99" under "Code département", or the same number all the way down: wider areas have no code of five figures. */
const areCodes = (numbers: readonly string[], heading: string, key: PlaceKey | undefined): boolean =>
  (key !== "wider" && numbers.every((n) => /^\d{5}$/.test(n))) ||
  /cod/i.test(heading) ||
  (numbers.length > 1 && new Set(numbers).size === 1);

/** Without the empty cells of a column of communes, or of their codes, where another names that of the row: "(empty) | Total". */
export function withoutNamed(column: PlaceColumn, all: readonly PlaceColumn[]): PlaceColumn {
  if (!column.cells.every(({ cell, said }) => cell === undefined || isCommune(said))) return column;
  const names = ({ row, said }: PlaceColumn["cells"][number]): number[] =>
    isCommune(said) || isBy(said, "whole") ? [row] : [];
  const named = new Set(all.flatMap((c) => (c === column ? [] : c.cells.flatMap(names))));
  return { ...column, cells: column.cells.filter(({ row, cell }) => cell !== undefined || !named.has(row)) };
}

const isTold = (said: PlaceSaid | null): boolean => said !== null && said.kind !== "doubt";

export interface FilledPlaces {
  readonly column: PlaceColumn;
  readonly rows: ReadonlyMap<number, PlaceSaid>;
  readonly doubt: Doubt | null;
}

/** Empty cells under a name continue it where the lines under each name are the same; otherwise they are a doubt. */
export function fillPlaces(view: View, column: PlaceColumn, columns: Columns): FilledPlaces {
  const groups: { readonly said: PlaceSaid | null; readonly rows: number[] }[] = [];
  for (const { row, cell, said } of column.cells)
    if (cell) groups.push({ said, rows: [row] });
    else groups.at(-1)?.rows.push(row);
  const others = columns.texts.filter((t) => t.column !== column.column.column);
  const linesOf = (group: { readonly rows: readonly number[] }): string =>
    group.rows.flatMap((row) => others.map((t) => foldPlace(view.at(row, t.column)?.text ?? ""))).join("|");
  const hasEmpty = groups.length < column.cells.length;
  const isRegular = column.cells[0]?.cell !== undefined && new Set(groups.map(linesOf)).size === 1;
  const doubt: Doubt = ambiguous(column.heading, [
    `une cellule vide sous ${quote(column.heading)} continue celle du dessus`,
    "une cellule vide ne dit rien, et ses chiffres sont d'un autre lieu",
  ]);
  return {
    column,
    rows: new Map(
      groups.flatMap(({ said, rows }) => (said ? rows.map((row): [number, PlaceSaid] => [row, said]) : [])),
    ),
    doubt: hasEmpty && !isRegular && groups.some((g) => isTold(g.said)) ? doubt : null,
  };
}

const NAME_HINT =
  "Si c'est la commune, écrivez son nom dans data/convention.yaml, sous « commune: », tel que cette colonne l'écrit ; sinon demandez un fichier de la seule commune.";

export const severalPlaces = (heading: string): Doubt =>
  ambiguous(
    heading,
    [
      `la colonne ${quote(heading)} nomme plusieurs lieux, et un seul est la commune (clé « commune » des réglages)`,
      "tous les lieux nommés font partie de la commune",
    ],
    { hint: NAME_HINT },
  );
