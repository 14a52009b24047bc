/**
 * Places among the labels of a table: "Homicides - Ville-Haute" on one row, or "Ville-Haute" and ours on rows of their own under each
 * line. Whose facts each row counts, and of which line.
 */
import { quote } from "../../model/format.ts";
import { foldPlace } from "../../nomenclature/index.ts";
import type { Doubt } from "../layout/outcome.ts";
import type { View } from "../layout/view.ts";
import { labelPieces } from "../words/composite-label.ts";
import type { Labels } from "../words/labels.ts";
import type { PlaceTools } from "../words/place-said.ts";
import { elsewhere, type PlaceSaid } from "../words/place-said.ts";
import type { ReadRow } from "./context.ts";
import type { RowPlan } from "./row-plan.ts";

export interface LabelPlaces {
  readonly rows: readonly ReadRow[];
  readonly places: ReadonlyMap<number, PlaceSaid>;
  readonly doubt: Doubt | null;
}

interface Tools extends PlaceTools {
  readonly labels: Labels;
}

/**
 * The place that a label says beside its line: "Homicides (Ville-Haute)", "Homicides à Ville-Haute"; a line that is not known may hold
 * any words in brackets, and none but a name after "à".
 */
function besideLine(text: string, { labels, placeIn }: Tools): PlaceSaid | null {
  const at = /^(.+) (?:à|a|au|aux|sur)(?: la commune de)? (?=\p{Lu})/iu;
  const pieces = labelPieces(text.replace(at, "$1 - "));
  if (!at.test(text) && !pieces.some((p) => labels.match(p).length > 0)) return null;
  return pieces.flatMap((p) => placeIn(p, "heading") ?? [])[0] ?? null;
}

/** A label that is nothing but a place: "Ville-Haute"; "dont Ville-Haute" is a part of the line above. */
interface Named {
  readonly said: PlaceSaid;
  readonly isPart: boolean;
}
const PART = /^(?:\s|[-–—•]|dont\b)+/i;
const onlyPlace = (text: string, { placeIn }: Tools): PlaceSaid | null => {
  const said = placeIn(text.replace(PART, ""), "heading");
  return said?.kind === "doubt" ? null : said;
};

export function placeLabels(view: View, { label }: RowPlan, rows: readonly ReadRow[], tools: Tools): LabelPlaces {
  const places = new Map<number, PlaceSaid>();
  const named = new Map<number, Named>();
  for (const { row, axis } of rows) {
    const cell = label === null ? undefined : view.at(row, label);
    if (!cell || cell.matches.length > 0 || cell.declaredLine || axis.total) continue;
    const beside = besideLine(cell.text, tools);
    const only = beside ? null : onlyPlace(cell.text, tools);
    if (beside) places.set(row, beside);
    if (only) named.set(row, { said: only, isPart: PART.test(cell.text) });
  }
  const labelOf = (row: number): string => (label === null ? "" : (view.at(row, label)?.text ?? ""));
  const [only, second] = named;
  if (only === undefined) return { rows, places, doubt: null };
  // "dont ZAC Nord": a part of the commune, in the line above
  const isOwnPart = ([row, { said }]: [number, Named]): boolean =>
    said.kind === "elsewhere" && ["part", "site"].includes(said.by) && /^\W*dont\b/i.test(labelOf(row));
  if ([...named].every(isOwnPart)) {
    for (const [row, { said }] of named) places.set(row, said);
    return { rows, places, doubt: null };
  }
  // one name alone, under no line, is left: the line may be called as some commune is
  const [row, { said, isPart }] = only;
  const isAlone = second === undefined && said.kind === "elsewhere" && !isPart;
  if (isAlone) return { rows, places: places.set(row, said), doubt: null };
  return joinPlaces(rows, named, places) ?? { rows, places, doubt: doubtOver(said) };
}

/** Rows of places under each line, or lines under each place; null where neither holds for all of them. */
function joinPlaces(
  rows: readonly ReadRow[],
  named: ReadonlyMap<number, Named>,
  places: Map<number, PlaceSaid>,
): LabelPlaces | null {
  const isPlace = ({ row }: ReadRow): boolean => named.has(row);
  const [first] = rows;
  const headed = first !== undefined && isPlace(first);
  const groups: { readonly head: ReadRow; readonly under: ReadRow[] }[] = [];
  for (const row of rows)
    if (isPlace(row) === headed) groups.push({ head: row, under: [] });
    else groups.at(-1)?.under.push(row);
  const sequence = (under: readonly ReadRow[]): string => under.map((r) => foldPlace(r.axis.texts.join("/"))).join("|");
  const model = sequence(groups[0]?.under ?? []);
  const isRegular = model !== "" && groups.every((g) => sequence(g.under) === model);
  if (!isRegular) return null;
  const joined = new Map<number, ReadRow>();
  for (const { head, under } of groups) {
    const above = named.get(head.row);
    places.set(head.row, elsewhere(head.axis.texts.join(" / "), "whole", "le total de plusieurs lignes ou lieux"));
    for (const own of under) {
      const place = above ?? named.get(own.row);
      if (place) places.set(own.row, place.said);
      const { label, matches } = head.axis;
      if (!headed)
        joined.set(own.row, {
          ...own,
          axis: { ...own.axis, label, matches, texts: [...head.axis.texts, ...own.axis.texts] },
        });
    }
  }
  return { rows: rows.map((r) => joined.get(r.row) ?? r), places, doubt: null };
}

const doubtOver = ({ text }: PlaceSaid): Doubt => ({
  kind: "doubt",
  text,
  readings: [
    `la ligne ${quote(text)} est la part d'un lieu dans la ligne du dessus`,
    `les lignes qui suivent ${quote(text)} sont celles de ce lieu`,
  ],
  hint: "Demandez au service un fichier qui ne nomme que la commune, ou un tableau par commune.",
});
