/** Places among the labels of a table: "Homicides - Ville-Haute" on one row, or "Ville-Haute" and ours on rows of their own. */
import { quote } from "../../model/format.ts";
import { ambiguous, type Doubt } from "../layout/outcome.ts";
import { labelPieces } from "../words/composite-label.ts";
import type { PlaceSaid } from "../words/place-said.ts";
import type { Tools } from "../words/tools.ts";
import type { ReadRow } from "./context.ts";
import type { RowPlan } from "./row-plan.ts";
import type { Table } from "./table-axes.ts";

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

/** A part of the line above: "dont ZAC Nord", "- Ville-Haute". */
const PART = /^(?:\s|[-–—•]|dont\b)+/i;

/** The plan with what the labels say, each of its row. Places on rows of their own, above, among or under the lines, are a doubt. */
export function withLabelPlaces({ view, plan }: Table, rows: readonly ReadRow[], tools: Tools): RowPlan {
  const { label } = plan;
  const places = new Map(plan.places.rows);
  const named: PlaceSaid[] = [];
  let isAlone = false;
  for (const { row, axis } of rows) {
    const cell = label === null ? undefined : view.at(row, label);
    if (!cell || cell.matches.length > 0 || cell.declaredLine || axis.total) continue;
    const beside = besideLine(cell.text, tools);
    const only = beside ?? tools.placeIn(cell.text.replace(PART, ""), "heading");
    if (!only || (!beside && only.kind === "doubt")) continue;
    places.set(row, only);
    const isOwnPart = only.kind === "elsewhere" && ["part", "site"].includes(only.by) && /^\W*dont\b/i.test(cell.text);
    if (beside || isOwnPart) continue;
    // one name alone, under no line, is left: the line may be called as some commune is
    isAlone = named.length === 0 && only.kind === "elsewhere" && !PART.test(cell.text);
    named.push(only);
  }
  const [first] = named;
  const doubt = plan.places.doubt ?? (first && !isAlone ? doubtOver(first) : null);
  return { ...plan, places: { ...plan.places, rows: places, doubt } };
}

const doubtOver = ({ text }: PlaceSaid): Doubt =>
  ambiguous(
    text,
    [
      `la ligne ${quote(text)} est la part d'un lieu dans la ligne du dessus`,
      `les lignes qui suivent ${quote(text)} sont celles de ce lieu`,
    ],
    { hint: "Demandez au service un fichier qui ne nomme que la commune, ou un tableau par commune." },
  );
