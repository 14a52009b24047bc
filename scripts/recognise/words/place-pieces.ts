/** Where, of one piece of a text: our commune, another one, a part, a wider area, a service with its seat. */
import type { Settings } from "../../model/settings.ts";
import { foldPlace, type PlaceKey, type PlaceWords } from "../../nomenclature/index.ts";
import type { IsProper } from "./original-words.ts";
import { CODE, type PlaceNames } from "./place-names.ts";
import { elsewhere, type PlaceOf, type PlaceSaid } from "./place-said.ts";

/** Words that stand before a place's name and say nothing of it. */
const BEFORE =
  "(?:(?:\\d{1,3}|ensemble|total|totaux|toutes?|tout|tous|chiffres?|donnees|faits?|commis|survenus?|recenses?|releves?|etat|statistiques?|bilan|niveau|releve|constates?|enregistres?|sur|pour|dans|a|au|aux|en|de|du|des|d|la|le|les|l) )*";
export const INSEE =
  /(?:^| )(?:code |n |no )?(?:insee|codgeo|cog|commune|code commune|code geographique) (?:commune )?(\d[\dab]\d{3})$/;
const COMMUNE_OF =
  /(?:^| )(?:communes? (?:de la |de l |de |d |du |des )?|villes? (?:de la |de l |de |d |du |des ))(.+)$/;
/** "Rue du Bois", "Gare de Saint-X": a spot of some commune. */
const SPOT =
  /^(?:(?:faits?|a|dans|de|sur|secteur|l|la|le|les) )*(?:rue|avenue|av|boulevard|bd|chemin|impasse|allee|route|square|lotissement|faubourg|quai|chaussee|ruelle|place|esplanade|zone|gare|lycee|college|ecole|stade|parc)s?(?: (?:de|du|d))?(?: (.+))?$/;
/** "CPN Valmont dont Saint-X": more than the commune. */
const WITHIN = / (?:dont|y compris|incluant|comprenant)(?: (?:la )?(?:commune|ville) de)?$/;
/** Whose figures they are, and not where. */
export const ALL_SERVICES = /^(?:(?:faits?|par|de) )*tou(?:s|tes) (?:les )?(?:services|unites|forces)\b/;
export const SIDES =
  /^(?:nord|sud|est|ouest|centre|gare|haut|bas|plage|bourg|hors agglo(?:meration)?|en agglo(?:meration)?)$/;
/** "Faits constatés à Ville-Haute au", before a period. */
export const END = /(?: (?:a|au|aux|en|du|de|des|d|le|la|les|pour|sur))+$/;
const OTHER_COMMUNES = /\b(?:autres communes|communes autres|\d+ communes)\b/;
const EXCEPT = /(?:^| )(?:hors|sauf|excepte|hormis) (.+)$/;

export function createPlacePieces(places: PlaceWords, names: PlaceNames, settings: Settings) {
  const { own, isKnown, isOrdinary, hasOwn, isOwn, communeOf, ofCode, namesIn, ofNames } = names;
  const begins = (pattern: RegExp): RegExp => new RegExp(`^${BEFORE}${pattern.source}`);
  const [beginsWider, beginsPart] = [begins(places.wider), begins(places.parts)];
  /** "Saint-X et sa circonscription" */
  const andWider = new RegExp(`^et (?:(?:toute|sa|son|ses|la|le|l|les) )*${places.wider.source}`);
  const part = (text: string): PlaceSaid => elsewhere(text, "part", "une partie de la commune");
  const isSpot = (folded: string, isProper: IsProper): boolean => {
    const name = SPOT.exec(folded)?.[1];
    return name !== undefined && !isKnown(name) && name.split(" ").some((word) => isProper(word) && !isOrdinary(word));
  };

  /** A text that names the commune: alone, or with what makes another area of it. */
  const withOwn = (piece: string, text: string, isProper: IsProper): PlaceSaid => {
    const [before = "", after = ""] = ` ${foldPlace(piece)} `
      .replace(` ${own} `, " | ")
      .split("|")
      .map((t) => t.trim());
    const rest = `${before} ${after}`.trim();
    if (places.others.test(rest) || OTHER_COMMUNES.test(rest))
      return elsewhere(text, "whole", "une autre zone que la commune");
    if (WITHIN.test(` ${before}`) || andWider.test(after)) return elsewhere(text, "whole", "plus que la commune");
    // « La Fouillouse » holds Fouillouse, « Gigors-et-Lozeron » Gigors: a name within ours is no other
    const others = namesIn(piece).filter((name) => !hasOwn(name) && !` ${own} `.includes(` ${name} `));
    if ([before, ...others].some((name) => communeOf(name)))
      return elsewhere(text, "several", "plusieurs communes ensemble");
    if (new RegExp(`${places.wider.source}(?: de| d| du)?$`).test(before) && !/communes?(?: de| d)?$/.test(before))
      return elsewhere(text, "area", "plus que la commune");
    // "CIAT de Saint-X", "Brigade de Saint-X": named after its seat, and of all its district
    if (places.services.test(before) && !ALL_SERVICES.test(before)) return { kind: "doubt", text, by: "service" };
    if (places.seats.has(/[a-z]+(?= (?:d|de|du)$|$)/.exec(before)?.[0] ?? ""))
      return elsewhere(text, "whole", "plus que la commune");
    const isPart =
      beginsPart.test(before) ||
      (SPOT.test(before) && before !== "zone") ||
      places.parts.test(after) ||
      SIDES.test(after);
    return isPart || isSpot(after, isProper) ? part(text) : { kind: "ours", text };
  };

  /** "CPN Valmont", "DIPN 62": a service with its place; null for one alone, which is who sends. */
  const ofService = (folded: string, text: string, isProper: IsProper, of: PlaceOf): PlaceSaid | null => {
    const left = folded.replace(places.services, " ").split(" ");
    const isNamed = left.some((w) => (w !== "" && !isOrdinary(w) && isProper(w)) || /^\d{2,5}$/.test(w));
    const isWhole = places.whole.test(folded) || /\bcommunes\b/.test(folded);
    const isSum = /^(?:total|ensemble)\b/.test(folded) && places.districts.test(folded) && of !== "heading";
    if ((isNamed && isWhole) || (!isNamed && isSum)) return elsewhere(text, "whole", "tout le ressort d'un service");
    return isNamed ? { kind: "doubt", text, by: "service" } : null;
  };

  /** A text without the commune's name. */
  const withoutOwn = (piece: string, text: string, isProper: IsProper, of: PlaceOf): PlaceSaid | null => {
    const folded = foldPlace(piece);
    const code = INSEE.exec(folded)?.[1];
    if (code) return ofCode(code, text);
    if (OTHER_COMMUNES.test(folded)) return elsewhere(text, "whole", "une autre zone que la commune");
    if (isSpot(folded, isProper))
      return elsewhere(text, "site", "une rue ou un lieu-dit, donc une partie d'une commune");
    if (places.services.test(folded)) return ofService(folded, text, isProper, of);
    const strange = folded.split(" ").filter((w) => !isOrdinary(w) && !/^\d/.test(w));
    const left = EXCEPT.exec(folded)?.[1];
    if (left && (places.parts.test(left) || communeOf(left))) return part(text);
    const of1 = COMMUNE_OF.exec(folded)?.[1];
    if (of1 && isProper(of1.split(" ")[0] ?? "")) {
      const all = namesIn(of1);
      const found = communeOf(of1) ?? communeOf(all[0] ?? "");
      if (!found) return { kind: "doubt", text, by: "name" };
      return all.length > 1 ? elsewhere(text, "several", "plusieurs communes") : ofNames(found.name, text);
    }
    const isWhole = places.whole.test(folded);
    const bare = folded
      .replace(new RegExp(`^${BEFORE}`), "")
      .replace(new RegExp(places.wider.source, "g"), "")
      .replace(/\b(?:de|du|des|d|la|le|les|l)\b|\b\d{2,3}$/g, "")
      .trim();
    if (beginsWider.test(folded) && (strange.length > 0 || isWhole || bare === ""))
      return elsewhere(text, isWhole ? "whole" : "area", "plus que la commune");
    if (beginsPart.test(folded) && (strange.length > 0 || /\d|\b(?:nord|sud|est|ouest)\b/.test(folded)))
      return elsewhere(text, "part", "une partie d'une commune");
    const named = ofNames(piece, text);
    if (named) return named;
    if (of !== "line" || text.length > 120) return null;
    // "Faits constatés à Ville-Haute": a name after words that are no name's
    const all = folded.replace(END, "").split(" ");
    const start = all.findIndex((w) => isProper(w) && !isOrdinary(w));
    const name = all.slice(start).join(" ");
    return start > 0 && all.slice(0, start).every(isOrdinary) && !SIDES.test(name) ? ofNames(name, name) : null;
  };

  /** A value under "Commune", or after "Territoire :". */
  const ofKey = (piece: string, text: string, key: PlaceKey, isProper: IsProper): PlaceSaid | null => {
    const folded = foldPlace(piece);
    if (folded === "") return null;
    if (key === "postal") return { kind: "doubt", text, by: "name" };
    if (places.sites.has(folded)) return elsewhere(text, "site", "un genre de lieu, donc une partie des faits");
    const isAll = places.whole.test(folded);
    if (key === "part") return isAll || isOwn(folded) ? null : elsewhere(text, "part", "une partie d'une commune");
    if (key === "wider") return elsewhere(text, isAll ? "whole" : "area", "plus que la commune");
    if (hasOwn(folded)) return withOwn(piece, text, isProper);
    const said = withoutOwn(piece, text, key === "service" ? isProper : () => true, "cell");
    if (key === "service")
      return said?.kind === "elsewhere" && said.by === "commune" ? { kind: "doubt", text, by: "service" } : said;
    if (SIDES.test(folded) || /^\d{1,2}$/.test(folded)) return elsewhere(text, "part", "une partie d'une commune");
    if (CODE.test(folded))
      return ofCode(folded, text) ?? (settings.commune.insee === null ? null : { kind: "doubt", text, by: "name" });
    if (/^\d+$/.test(folded)) return null;
    if (isOwn(folded) || /^(?:la )?(?:commune|ville)$/.test(folded)) return { kind: "ours", text };
    if (said) return said;
    if (isAll || places.wider.test(folded)) return elsewhere(text, "whole", "plus que la commune");
    return /[a-z]{2}/.test(folded) && !isKnown(piece) ? { kind: "doubt", text, by: "name" } : null;
  };

  return { part, withOwn, withoutOwn, ofKey };
}
