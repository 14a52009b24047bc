/** Places that the heads of columns say ("Commune | Circonscription", "Ville-Haute | Total"), and the labels of rows ("Homicides - Ville-Haute"). */
import { foldPlace } from "../../nomenclature/index.ts";
import type { ValueColumn } from "../layout/columns.ts";
import { type Doubt, doubtful } from "../layout/outcome.ts";
import type { ViewCell } from "../layout/view.ts";
import { elsewhere, type PlaceSaid } from "../words/place-said.ts";
import { isCount, isExplained, saysSomething } from "../words/said.ts";
import type { Tools } from "../words/tools.ts";

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

/** The innermost heading that says a place is its column's; beside such columns, one that says none is of no one place. */
export function columnPlaces(
  values: readonly ValueColumn[],
  rowsSayOurs: boolean,
  tools: Tools,
): ReadonlyMap<number, PlaceSaid> {
  const said = new Map(
    values.flatMap((v): [number, PlaceSaid][] => {
      const place = headingPlace(v, tools);
      return place ? [[v.column, place]] : [];
    }),
  );
  // « arrondissement de Laon » over all columns, beside a column of communes: an address
  const [first, ...more] = values.map(({ column }) => said.get(column));
  const isOverAll = first?.kind === "elsewhere" && first.by === "area" && more.every((one) => one?.text === first.text);
  if (rowsSayOurs && isOverAll)
    return new Map(values.map(({ column }) => [column, { kind: "ours", text: first.text, generic: true }]));
  const isOurs = ({ column }: ValueColumn): boolean => said.get(column)?.kind === "ours";
  const own = values.filter(isOurs);
  const beside: Beside = {
    own: own.length,
    isNamed: own.some(({ column }) => !isGeneric(said.get(column))),
    hasOthers: [...said.values()].some((s) => s.kind === "elsewhere" || (own.length > 0 && s.kind === "doubt")),
    hasTotal: own.some(saysTotal),
    hasPlain: own.length > 0 || values.some(isPlain),
  };
  let left: PlaceSaid | undefined;
  for (const value of values) {
    const { column, headings } = value;
    const place = said.get(column);
    if (place?.kind === "doubt" && own.length === 0 && !isSeat(place, value)) said.delete(column);
    else if (place?.kind === "doubt" || (place === undefined && isOfAnother(value, beside)))
      said.set(column, elsewhere(headings.map((h) => h.text).join(" / "), "other", "d'un autre lieu, ou de plusieurs"));
    else if (place === undefined && left?.kind === "ours" && isReminder(value, values, said)) said.set(column, left);
    left = said.get(column) ?? left;
  }
  return said;
}

/** What the columns of places say together. */
interface Beside {
  readonly own: number;
  readonly isNamed: boolean;
  readonly hasOthers: boolean;
  readonly hasTotal: boolean;
  readonly hasPlain: boolean;
}

const isGeneric = (place: PlaceSaid | undefined): boolean => place?.kind === "ours" && place.generic === true;

/** "T4 2021 | T4 2022 | CSP T4 2022": beside counts of the commune, whose district it is; "N°" is no count. */
const isPlain = ({ headings }: ValueColumn): boolean =>
  headings.every(
    ({ facets: { measure, dimension, force, total, residual } }) =>
      isCount({ measure }) && dimension !== "number" && force === null && !total && residual === "",
  );

/** A service is called after its seat, and counts its district: "CSP de Saint-X T1 2026", whose other words are all known. */
const isSeat = (place: PlaceSaid, { headings }: ValueColumn): boolean =>
  place.kind === "doubt" &&
  place.by === "service" &&
  headings.every(({ facets }) => isExplained(facets) && !facets.declared);

/** A column that names no place, beside those that do: a total of them, a force of all of them, "Les Hauts" beside « Total commune ». */
function isOfAnother({ headings }: ValueColumn, { own, isNamed, hasOthers, hasTotal, hasPlain }: Beside): boolean {
  if (headings.some((h) => !isCount(h.facets)) || headings.some(saysReminder)) return false;
  const isTotal = headings.some(({ facets: f }) => f.total || f.force === "ensemble");
  const isForce = headings.some((h) => h.facets.force !== null);
  const isDistrict = hasPlain && headings.some((h) => h.facets.mentions.includes("district"));
  const isOfSeveral = (isTotal && (hasOthers || own === 1)) || (isForce && (hasOthers || (isNamed && own === 1)));
  const isUnknown = headings.every(({ facets: f }) => f.residual !== "" && !f.declared && !saysSomething(f));
  return isDistrict || isOfSeveral || (hasOthers && own > 0) || (hasTotal && headings.length > 0 && isUnknown);
}

const saysReminder = ({ facets: { periods, segments } }: ViewCell): boolean =>
  periods.length > 0 && foldPlace(segments.map((x) => x.text).join(" ")) === "rappel";

/** « Rappel T1 2025 » after a column of places, none of which says a period: the same place, of another time. */
const isReminder = (
  { headings }: ValueColumn,
  values: readonly ValueColumn[],
  said: ReadonlyMap<number, PlaceSaid>,
): boolean =>
  headings.some(saysReminder) &&
  values.every((v) => !said.has(v.column) || v.headings.every(({ facets }) => facets.periods.length === 0));

/** "Total commune", "Ensemble de la commune" */
const saysTotal = ({ headings }: ValueColumn): boolean =>
  headings.some(({ text }) => /^\W*(?:total|ensemble)\b/i.test(foldPlace(text)));

/** "Commune | Circonscription | Département" over counts: ours, and two wider areas. */
function headingPlace({ headings }: ValueColumn, { placeIn, placeWords }: Tools): PlaceSaid | null {
  for (const { text, facets } of headings.toReversed()) {
    const place = placeIn(text, "heading");
    if (place) return place;
    // "Commune T1 2026"
    const name = foldPlace(facets.segments.map((s) => s.text).join(" "));
    if (placeWords.keys.get(name) === "wider") return elsewhere(text, "area", "plus que la commune");
    if (/^(?:(?:total|ensemble) (?:de )?)?(?:la )?(?:commune|ville)$/.test(name))
      return { kind: "ours", text, generic: true };
  }
  return null;
}

/** Our name alone among the lines, after a dash or « dont » or not: a part of the line above, or the place of those under it. */
export function labelPlaceDoubt(cells: readonly ViewCell[], { placeIn }: Tools): Doubt | null {
  const own = cells.find(({ declaredLine, matches, text }) => {
    const name = text.replace(/^(?:\s|[-–—•]|dont\b)+|\s*\([\dab]{5}\)$/gi, "");
    return !declaredLine && matches.length === 0 && placeIn(name, "heading")?.kind === "ours";
  });
  if (!own) return null;
  return doubtful(
    own.text,
    "c'est une part de la ligne du dessus, ou le lieu des lignes du dessous",
    "Demandez au service un fichier qui ne nomme que la commune, ou un tableau par commune.",
  );
}
