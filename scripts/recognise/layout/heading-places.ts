/** Whose facts the columns of a table count, by their headings: "Commune | Circonscription", "Ville-Haute | Total". */
import { foldPlace } from "../../nomenclature/index.ts";
import { elsewhere, type PlaceSaid } from "../words/place-said.ts";
import { isCount, isExplained } from "../words/said.ts";
import type { Tools } from "../words/tools.ts";
import type { ValueColumn } from "./columns.ts";

/** The innermost heading that says a place is its column's; beside such columns, one that says none is of no one place. */
export function columnPlaces(values: readonly ValueColumn[], tools: Tools): ReadonlyMap<number, PlaceSaid> {
  const said = new Map(
    values.flatMap((v): [number, PlaceSaid][] => {
      const place = headingPlace(v, tools);
      return place ? [[v.column, place]] : [];
    }),
  );
  const own = [...said.values()].filter((s) => s.kind === "ours").length;
  const others = [...said.values()].some((s) => s.kind === "elsewhere");
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
    const isTotal = headings.some((h) => h.facets.total || h.facets.force !== null);
    const isDistrict = headings.some((h) => h.facets.mentions.includes("district"));
    if (place?.kind === "doubt") {
      // a service is called after its seat, and counts its district: "CSP de Saint-X T1 2026", whose other words are all known
      const isSeat = place.by === "service" && headings.every(({ facets }) => isExplained(facets) && !facets.declared);
      if (own > 0 || isSeat)
        said.set(column, elsewhere(place.text, "whole", "le ressort d'un service, ou un autre lieu"));
      else said.delete(column);
    } else if (place === undefined && isPrinted) {
      if (left) said.set(column, left); // its change
    } else if (place === undefined) {
      const what =
        isDistrict && beside
          ? "le ressort d'un service"
          : isTotal && (others || own === 1)
            ? "le total de plusieurs lieux"
            : others && own > 0
              ? "d'un lieu que rien ne nomme"
              : null;
      if (what) said.set(column, elsewhere(text, "whole", what));
    }
    left = said.get(column) ?? left;
  }
  return said;
}

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
