/** Whose facts the rows and columns of a table count: each says our commune, another place, or none. */
import { foldPlace } from "../../nomenclature/index.ts";
import { type Block, dataRows } from "../layout/blocks.ts";
import type { Columns } from "../layout/columns.ts";
import { type Doubt, doubtful } from "../layout/outcome.ts";
import type { View } from "../layout/view.ts";
import { combine, elsewhere, type PlaceSaid } from "../words/place-said.ts";
import type { Tools } from "../words/tools.ts";
import { columnPlaces, type Places } from "./axis-places.ts";
import { type FilledPlaces, fillPlaces, isBy, placeColumns } from "./place-column.ts";

/** Rows and columns of a table, by the place that they say. */
export function readPlaces(view: View, block: Block, columns: Columns, tools: Tools): Places {
  const rows = dataRows(block);
  const found = placeColumns(view, rows, columns, tools);
  const texts = new Set(found.map((c) => c.column));
  const filled = found.map((c) => fillPlaces(view, c, columns));
  // a département: the same on each row, it says no more than a title would
  const isUniform = ({ rows: said }: FilledPlaces): boolean =>
    said.size === rows.length &&
    [...said.values()].every((s) => s.kind === "elsewhere" && s.by === "area") &&
    new Set([...said.values()].map((s) => foldPlace(s.text))).size === 1;
  const uniform = filled.filter(isUniform);
  const own = filled.filter((f) => !uniform.includes(f));
  const byRow = rows.flatMap((row) => {
    const said = combine(own.flatMap((f) => f.rows.get(row) ?? []));
    return said ? [[row, said] as const] : [];
  });
  const hasOwn = byRow.some(([, said]) => said.kind === "ours");
  // a name that is not known: another place where ours stands beside
  const told = (s: PlaceSaid): PlaceSaid =>
    hasOwn && s.kind === "doubt" ? elsewhere(s.text, "commune", "un autre lieu que la commune") : s;
  return {
    rows: new Map(byRow.map(([row, said]) => [row, told(said)])),
    // a column of codes says the place of its rows
    columns: columnPlaces(
      columns.values.filter((v) => !texts.has(v.column)),
      hasOwn,
      tools,
    ),
    everywhere: combine(uniform.flatMap((f) => [...f.rows.values()].slice(0, 1))),
    texts,
    doubt:
      filled.find((f) => f.doubt)?.doubt ??
      (!hasOwn && mayBeParts(byRow.map(([, said]) => said))
        ? severalPlaces(own.map((f) => f.heading).join(" / "))
        : null),
  };
}

/** Several names that are not known; or one beside a part of the commune: "Centre | Imercourt | Total". */
function mayBeParts(said: readonly PlaceSaid[]): boolean {
  const unknown = said.filter((s) => s.kind === "doubt");
  const isBesidePart = said.some((s) => isBy(s, "other")) && unknown.some((s) => s.by !== "service");
  return isBesidePart || new Set(unknown.map((s) => foldPlace(s.text))).size > 1;
}

const severalPlaces = (heading: string): Doubt =>
  doubtful(
    heading,
    "cette colonne nomme plusieurs lieux, et rien ne dit lequel est la commune",
    "Si c'est la commune, écrivez son nom dans data/convention.yaml, sous « commune: », tel que cette colonne l'écrit ; sinon demandez un fichier de la seule commune.",
  );
