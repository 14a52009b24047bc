/** Whose facts the rows and columns of a table count: each says our commune, another place, or none. */
import { foldPlace } from "../../nomenclature/index.ts";
import { type Block, dataRows } from "../layout/blocks.ts";
import type { Columns } from "../layout/columns.ts";
import { columnPlaces } from "../layout/heading-places.ts";
import type { Doubt } from "../layout/outcome.ts";
import type { View } from "../layout/view.ts";
import { combine, elsewhere, type PlaceSaid } from "../words/place-said.ts";
import type { Tools } from "../words/tools.ts";
import {
  type FilledPlaces,
  fillPlaces,
  isBy,
  isCommune,
  type PlaceColumn,
  placeColumn,
  severalPlaces,
  withoutNamed,
} from "./place-column.ts";

export interface Places {
  /** Row, or column of numbers => the place that it says. One that says none is not there. */
  readonly rows: ReadonlyMap<number, PlaceSaid>;
  readonly columns: ReadonlyMap<number, PlaceSaid>;
  /** Said by a column whose cells are all the same: an address, where a title names the commune. */
  readonly everywhere: PlaceSaid | null;
  /** Columns of text whose cells are places, whatever their heading. */
  readonly texts: ReadonlySet<number>;
  /** Rows that may be of one place or of another. */
  readonly doubt: Doubt | null;
}

/** Rows and columns of a table, by the place that they say. */
export function readPlaces(view: View, block: Block, columns: Columns, tools: Tools): Places {
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
  return {
    rows: settled.rows,
    // a column of codes says the place of its rows
    columns: columnPlaces(
      columns.values.filter((v) => !texts.has(v.column)),
      tools,
    ),
    everywhere: combine(uniform.flatMap((f) => [...f.rows.values()].slice(0, 1))),
    texts,
    doubt: filled.find((f) => f.doubt)?.doubt ?? settled.doubt,
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
