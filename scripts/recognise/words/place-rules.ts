/** What one piece of a text says of a place: our commune, another one, a part, a wider area, a service with its seat. */
import { once } from "../../model/remember.ts";
import type { Settings } from "../../model/settings.ts";
import { type Commune, communeOfCode, foldPlace, type PlaceKey, type PlaceWords } from "../../nomenclature/index.ts";
import type { IsProper } from "./original-words.ts";
import { type Elsewhere, elsewhere, type PlaceOf, type PlaceSaid } from "./place-said.ts";
import { isSide, type Signer } from "./place-sign.ts";

/**
 * Found in the letters of a piece (place-sign.ts): what it says. Another place, with what it is in French; ours; a doubt over a service or a
 * name; the commune, département or région that it names. null: no place.
 */
type Rule = readonly [RegExp, Elsewhere["by"], string] | readonly [RegExp, "ours" | "service" | "name" | "listed"];

const MORE = "plus que la commune";
const OTHER_ZONE = "une autre zone que la commune";
const PART = "une partie d'une commune";
const OWN_PART = "une partie de la commune";
const RESSORT = "tout le ressort d'un service";

/** The first that fits. Saint-X is our commune, and no list has Ville-Haute. */
const RULES: readonly Rule[] = [
  [/M|O.*X|X.*O/, "whole", OTHER_ZONE], //         "Autres communes", "Saint-X et environs"
  [/^[^SQWHCR]*O[SQ]/, "ours"], //                 "Saint-X CPN Valmont": who sends
  [/KG?O|OJ?w?[WV]/, "whole", MORE], //            "CPN Valmont dont Saint-X", "Saint-X et sa circonscription"
  [/C.*O|O.*C/, "several", "plusieurs communes ensemble"], // "Saint-X et Valmont"
  [/WO/, "area", MORE], //                         "Agglomération de Saint-X"
  [/[SQ].*O/, "service"], //                       "CIAT de Saint-X": named after its seat, and of all its district
  [/HO/, "whole", MORE], //                        "Grand Saint-X"
  [/O.*[PDR]|[PR].*O/, "part", OWN_PART], //       "Saint-X Nord", "Quartier du port de Saint-X"
  [/O/, "ours"], //                                "Faits constatés à Saint-X"
  [/^R[UCA]/, "site", "une rue ou un lieu-dit, donc une partie d'une commune"], // "Rue de Valmont"
  [/^(?=.*[SQ])(?=.*(?:[TV]|JW))(?=.*[UCAN])/, "whole", RESSORT], // "Total CPN Valmont", "CPN Valmont et communes voisines"
  [/[SQ].*[UCAN]|[UCAN].*[SQ]/, "service"], //     "CPN Valmont", "DIPN 62"
  [/X[PCA]/, "part", OWN_PART], //                 "Hors quartier"
  [/C.*C|VC|GCJ/, "several", "plusieurs communes"], // "Valmont et Yport", "Communes de Valmont"
  [/GCN?$/, "listed"], //                          "Commune de Valmont"
  [/G[UCA]|VU/, "name"], //                        "Commune de Ville-Haute"
  [/^T+[WV]|^[WV].*T/, "whole", MORE], //          "Total circonscription"
  [/^[WV](?:.*[UuCADXN]|[WVNJ]*$)/, "area", MORE], // "Circonscription de Valmont", "Circonscription"
  [/^T*P.*[UuCADN]/, "part", PART], //             "Quartier du port"
];
/** In a title "Faits constatés à Valmont" names it; elsewhere a name stands alone, for a label may hold any words. */
const LISTED = { line: /^[NwTK]*[CA]J?N?$/, other: /^N?[CA]J?N?$/ };
/** "Total CPN", but over a column beside those of forces. */
const SUM_OF_SERVICE = /^T.*Q/;

const CODE = /^\d[\dab]\d{3}$/;
/** "Code INSEE 76259", "Commune 76259" */
export const INSEE =
  /(?:^| )(?:code |n |no )?(?:insee|codgeo|cog|commune|code commune|code geographique) (?:commune )?(\d[\dab]\d{3})$/;

export type PlaceRules = ReturnType<typeof createPlaceRules>;

export function createPlaceRules(places: PlaceWords, { own, isKnown, sign }: Signer, { commune }: Settings) {
  const ownPostal = once(() => (commune.insee === null ? undefined : communeOfCode(commune.insee))?.postal ?? []);
  const telling = own.split(" ").filter((word) => !/^(?:de|du|des|d|la|le|les|l|en|sur|sous|aux?|et)$/.test(word));
  // "sat" for Saint-Aubin-les-Tilleuls; two letters may be anything's
  const initials = telling.length < 3 ? null : telling.map((word) => word.slice(0, 1)).join("");
  /** The folded text is the commune's name, its code, or its initials. */
  const isOwn = (folded: string): boolean =>
    folded === own || (commune.insee !== null && folded === foldPlace(commune.insee)) || folded === initials;

  const other = (text: string, found: Commune): PlaceSaid =>
    found.within !== null && found.within === commune.insee
      ? elsewhere(text, "part", OWN_PART)
      : elsewhere(text, "commune", `une autre commune (${found.name}, ${found.code})`);

  const ofCode = (code: string, text: string): PlaceSaid | null => {
    if (code.toUpperCase() === commune.insee || ownPostal().includes(code)) return { kind: "ours", text };
    const found = communeOfCode(code.toUpperCase());
    return found ? (foldPlace(found.name) === own ? { kind: "ours", text } : other(text, found)) : null;
  };

  /** What the piece says, its place shown as `text`. */
  const read = (piece: string, text: string, of: PlaceOf, isProper: IsProper): PlaceSaid | null => {
    const folded = foldPlace(piece);
    if (isOwn(folded)) return { kind: "ours", text };
    const code = INSEE.exec(folded)?.[1];
    if (code) return ofCode(code, text);
    const { letters, commune: found, area = MORE } = sign(piece, isProper);
    if (of !== "heading" && SUM_OF_SERVICE.test(letters)) return elsewhere(text, "whole", RESSORT);
    const rule = RULES.find(([pattern]) => pattern.test(letters));
    const [, by, what = ""] = rule ?? [/$/, LISTED[of === "line" ? "line" : "other"].test(letters) ? "listed" : null];
    if (by === null) return null;
    if (by === "ours") return { kind: "ours", text };
    if (by === "service" || by === "name") return { kind: "doubt", text, by };
    if (by !== "listed") return elsewhere(text, by, what);
    return found ? other(text, found) : elsewhere(text, "area", area);
  };

  /** A value under "Commune", or after "Territoire :". */
  const readKeyed = (piece: string, text: string, key: PlaceKey, isProper: IsProper): PlaceSaid | null => {
    const folded = foldPlace(piece);
    const isAll = places.whole.test(folded);
    if (folded === "") return null;
    if (key === "postal") return { kind: "doubt", text, by: "name" };
    if (places.sites.has(folded)) return elsewhere(text, "site", "un genre de lieu, donc une partie des faits");
    if (key === "part") return isAll || isOwn(folded) ? null : elsewhere(text, "part", PART);
    if (key === "wider") return elsewhere(text, isAll ? "whole" : "area", MORE);
    const said = read(piece, text, "cell", key === "service" ? isProper : () => true);
    if (key === "service")
      return said?.kind === "elsewhere" && said.by === "commune" ? { kind: "doubt", text, by: "service" } : said;
    if (/^(?:la )?(?:commune|ville)$/.test(folded)) return { kind: "ours", text };
    if (/^\d{1,2}$/.test(folded) || isSide(folded)) return elsewhere(text, "part", PART);
    if (CODE.test(folded))
      return ofCode(folded, text) ?? (commune.insee === null ? null : { kind: "doubt", text, by: "name" });
    if (said || /^\d+$/.test(folded)) return said;
    if (isAll || places.wider.test(folded)) return elsewhere(text, "whole", MORE);
    return /[a-z]{2}/.test(folded) && !isKnown(piece) ? { kind: "doubt", text, by: "name" } : null;
  };

  return { ofCode, read, readKeyed };
}
