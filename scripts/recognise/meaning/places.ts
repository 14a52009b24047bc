/** Whose facts the rows and columns of a table count: each says our commune, another place, or none. */
import { quote } from "../../model/format.ts";
import type { Force } from "../../model/observation.ts";
import { foldPlace, type PlaceKey } from "../../nomenclature/index.ts";
import { type Block, dataRows } from "../layout/blocks.ts";
import type { Columns, ValueColumn } from "../layout/columns.ts";
import { columnPlaces } from "../layout/heading-places.ts";
import { ambiguous, type Doubt } from "../layout/outcome.ts";
import { serviceHeadings } from "../layout/service-columns.ts";
import type { View, ViewCell } from "../layout/view.ts";
import { combine, elsewhere, type PlaceSaid, type PlaceTools } from "../words/place-said.ts";

export interface Places {
  /** Row, or column of numbers => the place that it says. One that says none is not there. */
  readonly rows: ReadonlyMap<number, PlaceSaid>;
  readonly columns: ReadonlyMap<number, PlaceSaid>;
  /** Said by a column whose cells are all the same: an address, where a title names the commune. */
  readonly everywhere: PlaceSaid | null;
  /** Headings that name a service of a force, by their force. */
  readonly services: ReadonlyMap<ViewCell, Force>;
  /** Columns of text whose cells are places, whatever their heading. */
  readonly texts: ReadonlySet<number>;
  /** Rows that may be of one place or of another. */
  readonly doubt: Doubt | null;
}

/** Rows and columns of a table, by the place that they say. */
export function readPlaces(view: View, block: Block, columns: Columns, tools: PlaceTools): Places {
  const rows = dataRows(block);
  const labels = Math.max(...columns.texts.map((t) => t.column));
  const told = [...columns.texts, ...columns.values].flatMap(
    (c) => placeColumn({ view, rows, labels }, c, tools) ?? [],
  );
  // "Lieu" with "Total" on each row, beside the communes
  const isTotal = (c: PlaceColumn): boolean => c.cells.every(({ said }) => isBy(said, "whole"));
  const found = told.some((c) => c.cells.some(({ said }) => isCommune(said))) ? told.filter((c) => !isTotal(c)) : told;
  const texts = new Set(found.map((c) => c.column.column));
  const filled = found.map((c) => fillPlaces(view, withoutNamed(c, found), columns));
  // a département: the same on each row, it says no more than a title would
  const isUniform = ({ rows: said }: FilledPlaces): boolean =>
    said.size === rows.length &&
    [...said.values()].every((s) => s.kind === "elsewhere" && s.by === "area") &&
    new Set([...said.values()].map((s) => foldPlace(s.text))).size === 1;
  const uniform = filled.filter(isUniform);
  const own = filled.filter((f) => !uniform.includes(f));
  const byRow = new Map<number, PlaceSaid>();
  for (const row of rows) {
    const said = combine(own.flatMap((f) => f.rows.get(row) ?? []));
    if (said) byRow.set(row, said);
  }
  const settled = settleRows(
    byRow,
    own.map((f) => f.column.heading),
  );
  const [doubt = settled.doubt] = [...filled.flatMap((f) => f.doubt ?? []), ...found.flatMap((c) => untold(c) ?? [])];
  const services = serviceHeadings(columns.values, tools.placeWords);
  return {
    rows: settled.rows,
    services,
    // a column of codes says the place of its rows
    columns: columnPlaces(
      columns.values.filter((v) => !texts.has(v.column)),
      services,
      tools,
    ),
    everywhere: combine(uniform.flatMap((f) => [...f.rows.values()].slice(0, 1))),
    texts,
    doubt,
  };
}

interface PlaceColumn {
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
function placeColumn(
  { view, rows, labels }: LabelledRows,
  column: ValueColumn,
  { placeWords, placeIn }: PlaceTools,
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

const isCommune = (said: PlaceSaid | null): boolean =>
  said?.kind === "ours" || (said?.kind === "elsewhere" && said.by === "commune");

const isBy = (said: PlaceSaid | null, by: "part" | "site" | "whole"): boolean =>
  said?.kind === "elsewhere" && said.by === by;

const withoutTotal = (cell: PlaceColumn["cells"][number]): PlaceColumn["cells"][number] =>
  isBy(cell.said, "whole") ? { ...cell, said: null } : cell;

/** "99001" on each row, or "99" under "Code département", or the same number all the way down: wider areas have no code of five figures. */
const areCodes = (numbers: readonly string[], heading: string, key: PlaceKey | undefined): boolean =>
  (key !== "wider" && numbers.every((n) => /^\d{5}$/.test(n))) ||
  /cod/i.test(heading) ||
  (numbers.length > 1 && new Set(numbers).size === 1);

/** Without the empty cells of a column of communes, or of their codes, where another names that of the row: "(empty) | Total". */
function withoutNamed(column: PlaceColumn, all: readonly PlaceColumn[]): PlaceColumn {
  if (!column.cells.every(({ cell, said }) => cell === undefined || isCommune(said))) return column;
  const names = ({ row, said }: PlaceColumn["cells"][number]): number[] =>
    isCommune(said) || isBy(said, "whole") ? [row] : [];
  const named = new Set(all.flatMap((c) => (c === column ? [] : c.cells.flatMap(names))));
  return { ...column, cells: column.cells.filter(({ row, cell }) => cell !== undefined || !named.has(row)) };
}

const isTold = (said: PlaceSaid | null): boolean => said !== null && said.kind !== "doubt";

/** Several names of which none can be told, as where the settings name no commune. */
function untold({ cells, heading }: PlaceColumn): Doubt | undefined {
  const names = new Set(cells.map(({ cell }) => foldPlace(cell?.text ?? "")).filter((text) => text !== ""));
  return names.size > 1 && cells.every(({ said }) => said === null) ? severalPlaces(heading) : undefined;
}

interface FilledPlaces {
  readonly column: PlaceColumn;
  readonly rows: ReadonlyMap<number, PlaceSaid>;
  readonly doubt: Doubt | null;
}

/** Empty cells under a name continue it where the lines under each name are the same; otherwise they are a doubt. */
function fillPlaces(view: View, column: PlaceColumn, columns: Columns): FilledPlaces {
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

/** Names that are not known: another place where ours stands beside; otherwise a doubt. */
function settleRows(
  byRow: ReadonlyMap<number, PlaceSaid>,
  headings: readonly string[],
): { readonly rows: ReadonlyMap<number, PlaceSaid>; readonly doubt: Doubt | null } {
  const all = [...byRow.values()];
  const unknown = new Set(all.flatMap((s) => (s.kind === "doubt" ? [foldPlace(s.text)] : [])));
  if (!all.some((s) => s.kind === "ours")) {
    // "Centre | Imercourt | Total": a part of the commune beside others
    const isPart = all.some((s) => isBy(s, "part")) && all.some((s) => s.kind === "doubt" && s.by !== "service");
    return { rows: byRow, doubt: unknown.size > 1 || isPart ? severalPlaces(headings.join(" / ")) : null };
  }
  const told = (s: PlaceSaid): PlaceSaid =>
    s.kind === "doubt" ? elsewhere(s.text, "commune", "un autre lieu que la commune") : s;
  return { rows: new Map([...byRow].map(([row, s]) => [row, told(s)])), doubt: null };
}

const NAME_HINT =
  "Si c'est la commune, écrivez son nom dans data/convention.yaml, sous « commune: », tel que cette colonne l'écrit ; sinon demandez un fichier de la seule commune.";

const severalPlaces = (heading: string): Doubt =>
  ambiguous(
    heading,
    [
      `la colonne ${quote(heading)} nomme plusieurs lieux, et un seul est la commune (clé « commune » des réglages)`,
      "tous les lieux nommés font partie de la commune",
    ],
    { hint: NAME_HINT },
  );
