/** "CPN Valmont | CGD Valmont", "DIPN | GGD": one service of each force heads the columns, and says whose facts they count. */
import type { Force } from "../../model/observation.ts";
import { fold, foldPlace, type PlaceWords } from "../../nomenclature/index.ts";
import type { ValueColumn } from "./columns.ts";
import type { ViewCell } from "./view.ts";

/** What a heading says of its force: in a word that is known, or by the name of a service that it begins with. */
function forceOf({ facets, text }: ViewCell, { servicesOf }: PlaceWords): Force | null {
  const begins = (force: "PN" | "GN"): boolean => servicesOf[force].exec(foldPlace(text))?.index === 0;
  return facets.force ?? (begins("PN") ? "PN" : begins("GN") ? "GN" : null);
}

/** Not understood by itself, unless by its force ("Police (DIPN 62)"); or the settings have said that its facts are the commune's. */
function isService({ facets, text }: ViewCell, { services }: PlaceWords): boolean {
  const { force, residual, ignored, ours } = facets;
  if (ignored || force === null) return !ignored && (residual !== "" || ours);
  const isTold = (word: string): boolean => /^\d{2,3}$/.test(word) || services.test(word);
  return residual !== "" && residual.split(" ").every(isTold) && services.test(foldPlace(text));
}

/** The headings that name a service, where the table has just one name for each force. */
export function serviceHeadings(values: readonly ValueColumn[], placeWords: PlaceWords): ReadonlyMap<ViewCell, Force> {
  const all = new Set(values.flatMap((v) => v.headings));
  const forces = new Map([...all].map((h) => [h, forceOf(h, placeWords)] as const));
  const names = (force: Force) => new Set([...all].filter((h) => forces.get(h) === force).map((h) => fold(h.text)));
  if (names("PN").size !== 1 || names("GN").size !== 1) return new Map();
  return new Map(
    [...forces].flatMap(([h, force]): [ViewCell, Force][] =>
      force !== null && isService(h, placeWords) ? [[h, force]] : [],
    ),
  );
}
