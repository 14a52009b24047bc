/** What one piece of a text says of a place: our commune, another one, a part, a wider area, a service with its seat. */
import { once } from "../../model/remember.ts";
import type { Settings } from "../../model/settings.ts";
import { type Commune, communeOfCode, foldPlace, type PlaceKey, type PlaceWords } from "../../nomenclature/index.ts";
import type { IsProper } from "./original-words.ts";
import { type Elsewhere, elsewhere, type PlaceOf, type PlaceSaid } from "./place-said.ts";
import { isSide, type Signer } from "./place-sign.ts";

/** Found in the letters of a piece (place-sign.ts): what it says. null: no place. */
type Rule = readonly [RegExp, Elsewhere["by"], string] | readonly [RegExp, "ours" | "service" | "name" | "named"];

const MORE = "plus que la commune";
const OTHER_ZONE = "une autre zone que la commune";
const PART = "une partie d'une commune";
const RESSORT = "tout le ressort d'un service";

/** The first that fits. */
const RULES: readonly Rule[] = [
  [/M|O.*X|X.*O/, "whole", OTHER_ZONE],
  [/^[^SQWHCR]*O[SQ]/, "ours"], //               "Saint-X CPN Valmont": who sends
  [/KG?O|OJ?w?[WV]/, "whole", MORE], //          "CPN Valmont dont Saint-X", "Saint-X et sa circonscription"
  [/C.*O|O.*C/, "several", "plusieurs communes ensemble"],
  [/WO/, "area", MORE],
  [/[SQ].*O/, "service"], //                     "CIAT de Saint-X": named after its seat, and of all its district
  [/HO/, "whole", MORE],
  [/O.*[PDR]|[PR].*O/, "part", "une partie de la commune"],
  [/O/, "ours"],
  [/^R[UCA]/, "site", "une rue ou un lieu-dit, donc une partie d'une commune"],
  [/^(?=.*[SQ])(?=.*(?:[TV]|JW))(?=.*[UCAN])/, "whole", RESSORT],
  [/[SQ].*[UCAN]|[UCAN].*[SQ]/, "service"], //   "CPN Valmont", "DIPN 62"
  [/X[PCA]/, "part", "une partie de la commune"],
  [/C.*C|VC|GCJ/, "several", "plusieurs communes"],
  [/GCN?$/, "named"],
  [/G[UCA]|VU/, "name"],
  [/^T+[WV]|^[WV].*T/, "whole", MORE],
  [/^[WV](?:.*[UuCADXN]|[WVNJ]*$)/, "area", MORE],
  [/^T*P.*[UuCADN]/, "part", PART],
];
/** In a title "Faits constatés à Ville-Haute" names it; elsewhere a name stands alone, for a label may hold any words. */
const NAMED = { line: /^[NwTK]*[CA]J?N?$/, other: /^N?[CA]J?N?$/ };
/** "Total CPN", but over a column beside those of forces. */
const SUM_OF_SERVICE = /^T.*Q/;

/** "Code INSEE 76259", "Commune 76259" */
export const INSEE =
  /(?:^| )(?:code |n |no )?(?:insee|codgeo|cog|commune|code commune|code geographique) (?:commune )?(\d[\dab]\d{3})$/;

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
      ? elsewhere(text, "part", "une partie de la commune")
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
    const [, by, what = ""] = rule ?? [/$/, NAMED[of === "line" ? "line" : "other"].test(letters) ? "named" : null];
    if (by === null) return null;
    if (by === "ours") return { kind: "ours", text };
    if (by === "service" || by === "name") return { kind: "doubt", text, by };
    if (by !== "named") return elsewhere(text, by, what);
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

const CODE = /^\d[\dab]\d{3}$/;
