/** Places that the heads of columns say ("Commune | Circonscription", "Ville-Haute | Total"), and the labels of rows ("Homicides - Ville-Haute"). */
import { foldPlace } from "../../nomenclature/index.ts";
import type { ValueColumn } from "../layout/columns.ts";
import { type Doubt, doubtful } from "../layout/outcome.ts";
import type { ViewCell } from "../layout/view.ts";
import { labelPieces } from "../words/composite-label.ts";
import { type Elsewhere, elsewhere, type PlaceSaid } from "../words/place-said.ts";
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
  const said = headingPlaces(values, rowsSayOurs, tools);
  const own = [...said.values()].filter((s) => s.kind === "ours").length;
  const isNamed = [...said.values()].some((s) => s.kind === "ours" && !s.generic);
  const others = [...said.values()].some((s) => s.kind === "elsewhere" || (own > 0 && s.kind === "doubt"));
  // "T4 2021 | T4 2022 | CSP T4 2022": beside counts of the commune, whose district it is; "N°" is no count
  const isPlain = ({ headings }: ValueColumn): boolean =>
    headings.every(
      ({ facets: { measure, dimension, force, total, residual } }) =>
        isCount({ measure }) && dimension !== "number" && force === null && !total && residual === "",
    );
  const beside = values.some(isPlain) || own > 0;
  let left: PlaceSaid | undefined;
  for (const { column, headings } of values) {
    const place = said.get(column);
    const text = headings.map((h) => h.text).join(" / ");
    const isPrinted = headings.some((h) => !isCount(h.facets));
    const isTotal = headings.some((h) => h.facets.total || h.facets.force === "ensemble");
    const isForce = headings.some((h) => h.facets.force !== null);
    const isDistrict = headings.some((h) => h.facets.mentions.includes("district"));
    if (place?.kind === "doubt") {
      // a service is called after its seat, and counts its district: "CSP de Saint-X T1 2026", whose other words are all known
      const isSeat = place.by === "service" && headings.every(({ facets }) => isExplained(facets) && !facets.declared);
      if (own > 0 || isSeat)
        said.set(column, elsewhere(place.text, "other", "le ressort d'un service, ou un autre lieu"));
      else said.delete(column);
    } else if (place === undefined && isPrinted) {
      if (left) said.set(column, left); // its change
    } else if (place === undefined && isReminder(headings, values, said) && left?.kind === "ours") {
      said.set(column, left);
    } else if (place === undefined) {
      const what =
        isDistrict && beside
          ? "le ressort d'un service"
          : (isTotal && (others || own === 1)) || (isForce && (others || (isNamed && own === 1)))
            ? "le total de plusieurs lieux"
            : others && own > 0
              ? "d'un lieu que rien ne nomme"
              : null;
      if (what) said.set(column, elsewhere(text, "other", what));
    }
    left = said.get(column) ?? left;
  }
  return said;
}

/** What the headings say by themselves. */
function headingPlaces(values: readonly ValueColumn[], rowsSayOurs: boolean, tools: Tools): Map<number, PlaceSaid> {
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
    for (const { column } of values) said.set(column, { kind: "ours", text: first.text, generic: true });
  const isWhole = ([column, place]: [number, PlaceSaid]): boolean =>
    place.kind === "ours" && values.some((v) => v.column === column && saysTotal(v));
  if ([...said].some(isWhole))
    for (const v of values) if (!said.has(v.column) && isUnknown(v)) said.set(v.column, partOf(v));
  return said;
}

/** « Rappel T1 2025 » after a column of places, none of which says a period: the same place, of another time. */
const isReminder = (
  headings: ValueColumn["headings"],
  values: readonly ValueColumn[],
  said: ReadonlyMap<number, PlaceSaid>,
): boolean =>
  headings.some(
    ({ facets: { periods, segments } }) =>
      periods.length > 0 && foldPlace(segments.map((x) => x.text).join(" ")) === "rappel",
  ) && values.every((v) => !said.has(v.column) || v.headings.every(({ facets }) => facets.periods.length === 0));

/** "Total commune", "Ensemble de la commune" */
const saysTotal = ({ headings }: ValueColumn): boolean =>
  headings.some(({ text }) => /^\W*(?:total|ensemble)\b/i.test(foldPlace(text)));

/** "Les Hauts" beside « Total commune »: no word of it is known. */
const isUnknown = ({ headings }: ValueColumn): boolean =>
  headings.length > 0 && headings.every(({ facets: f }) => f.residual !== "" && !f.declared && !saysSomething(f));

const partOf = ({ headings }: ValueColumn): Elsewhere =>
  elsewhere(headings.map((h) => h.text).join(" / "), "other", "une partie de la commune, dont le total est à côté");

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

/** What a label says that is a line and a whole name, "Homicides (Ville-Haute)", or a name alone, after a dash or « dont » or not. */
function placeOfLabel(text: string, { labels, placeIn }: Tools): { said: PlaceSaid; isAlone: boolean } | null {
  // "Ville-Haute (99002)" is a name and its code
  const names = labelPieces(text.replace(/^(?:\s|[-–—•]|dont\b)+/i, "")).filter(
    (name) => !/^\d[\dab]\d{3}$/i.test(name),
  );
  const [name, second] = names.filter((one) => labels.match(one).length === 0);
  const said = name !== undefined && second === undefined ? placeIn(name, "heading") : null;
  const isCommune = said?.kind === "ours" || (said?.kind === "elsewhere" && said.by === "commune");
  return said && isCommune ? { said, isAlone: names.length === 1 } : null;
}

/**
 * Rows of places among the lines: of ours, and then of others too, each beside its line; names alone in several rows, or ours in one, are a
 * doubt. One other name is a line, called as some commune is: what a label says is a label, and a person is asked about it.
 */
export function labelPlaces(
  cells: readonly { readonly row: number; readonly cell: ViewCell | undefined }[],
  { rows, doubt }: Pick<Places, "rows" | "doubt">,
  tools: Tools,
): Pick<Places, "rows" | "doubt"> {
  const found = cells.flatMap(({ row, cell }) => {
    const isLine = !cell || cell.declaredLine || (cell.matches.length > 0 && !cell.composite);
    const place = isLine ? null : placeOfLabel(cell.text, tools);
    return place ? [{ row, ...place }] : [];
  });
  const isOurs = ({ said }: (typeof found)[number]): boolean => said.kind === "ours";
  const alone = found.filter((place) => place.isAlone);
  const beside = found.filter((place) => !place.isAlone);
  const [first] = alone;
  const areRows = alone.some(isOurs) || new Set(alone.map(({ said }) => foldPlace(said.text))).size > 1;
  return {
    rows: beside.some(isOurs) ? new Map([...rows, ...beside.map(({ row, said }) => [row, said] as const)]) : rows,
    doubt: doubt ?? (first && areRows ? doubtOver(first.said) : null),
  };
}

const doubtOver = ({ text }: PlaceSaid): Doubt =>
  doubtful(
    text,
    "c'est une part de la ligne du dessus, ou le lieu des lignes du dessous",
    "Demandez au service un fichier qui ne nomme que la commune, ou un tableau par commune.",
  );
