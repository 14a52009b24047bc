/** One piece of a text: the place that it says with the commune's name, without it, or as the value of a key ("Territoire : …"). */
import { foldPlace, type PlaceKey, type PlaceWords } from "../../nomenclature/index.ts";
import type { IsProper } from "./original-words.ts";
import { CODE, COMMUNE_OF, type PlaceNames } from "./place-names.ts";
import { elsewhere, type PlaceOf, type PlaceSaid } from "./place-said.ts";

/** Words that stand before a place's name and say nothing of it. */
const BEFORE =
  "(?:(?:\\d{1,3}|ensemble|total|totaux|toutes?|tout|tous|chiffres?|donnees|faits?|commis|survenus?|recenses?|releves?|etat|statistiques?|bilan|niveau|releve|constates?|enregistres?|sur|pour|dans|a|au|aux|en|de|du|des|d|la|le|les|l) )*";
export const INSEE =
  /(?:^| )(?:code |n |no )?(?:insee|codgeo|cog|commune|code commune|code geographique) (?:commune )?(\d[\dab]\d{3})$/;
/** "Gare de Saint-X": a part of it. */
const SPOT = /^(?:gare|lycee|college|ecole|stade|parc)(?: (?:de|du|d))?$/;
/** "Rue du Bois", "Secteur avenue Foch", "Zone Bellevue": a street or another spot of some commune. */
const STREET =
  /^(?:(?:faits?|a|dans|de|sur|secteur|l|la|le|les) )*(?:rue|avenue|av|boulevard|bd|chemin|impasse|allee|route|square|lotissement|faubourg|quai|chaussee|ruelle|place|esplanade|zone)s? (.+)/;
/** "CPN Valmont dont Saint-X": more than the commune. */
const WITHIN = / (?:dont|y compris|incluant|comprenant)(?: (?:la )?(?:commune|ville) de)?$/;
/** Before the commune's name: whose figures they are, and not where. */
export const ALL_SERVICES = /^(?:(?:faits?|par|de) )*tou(?:s|tes) (?:les )?(?:services|unites|forces)\b/;
/** Words that no place is named with. */
const SMALL = /^(?:de|du|des|d|la|le|les|l|a|au|aux|sur|dans|pour|en|et|par)$/;
/** "Saint-X Nord": a part of it. */
export const SIDES = /^(?:nord|sud|est|ouest|centre|gare|haut|bas|plage|bourg)$/;

/** "Hors agglomération", "en agglomération": a part of the roads of a commune, which no name follows. */
const OF_ROADS = /^(?:hors|en) agglo(?:meration)?$/;

/** "Autres communes du département", "Communes autres que Saint-X": never the commune, whose name may stand beside. */
const OTHER_COMMUNES = /\b(?:autres communes|communes autres)\b/;

export type PlaceSegments = ReturnType<typeof createPlaceSegments>;

export function createPlaceSegments(places: PlaceWords, names: PlaceNames, insee: string | null) {
  const { own, hasOwn, isOwn, isKnown, communeOf, ofCode, ofNames, namesIn, bare } = names;
  const begins = (pattern: RegExp): RegExp => new RegExp(`^${BEFORE}${pattern.source}`);
  const [beginsWider, beginsPart] = [begins(places.wider), begins(places.parts)];
  /** "Saint-X et sa circonscription" */
  const andWider = new RegExp(`^et (?:(?:toute|sa|son|ses|la|le|l|les) )*${places.wider.source}`);

  /** A folded word is no name of a place, whatever its case: "faits", "police", "bilan". */
  const isOrdinary = (word: string): boolean =>
    word.length < 3 ||
    isKnown(word) ||
    places.titles.has(word) ||
    places.services.test(word) ||
    places.wider.test(word);

  const isStreet = (folded: string, isProper: IsProper): boolean => {
    const name = STREET.exec(folded)?.[1] ?? "";
    return !isKnown(name) && name.split(" ").some((w) => isProper(w) && !isOrdinary(w));
  };

  /** A text that names the commune: alone, or with what makes another area of it. */
  const withOwn = (seg: string, text: string, isProper: IsProper): PlaceSaid => {
    const folded = ` ${foldPlace(seg)} `.replace(` ${own} `, " | ");
    const [before = "", after = ""] = folded.split("|").map((t) => t.trim());
    const rest = `${before} ${after}`.trim();
    if (/\b\d+ (?:autres )?communes\b/.test(rest)) return elsewhere(text, "several", "plusieurs communes ensemble");
    if (places.others.test(rest) || OTHER_COMMUNES.test(rest))
      return elsewhere(text, "whole", "une autre zone que la commune");
    if (WITHIN.test(before) || andWider.test(after)) return elsewhere(text, "whole", "plus que la commune");
    if (isStreet(before, isProper) || isStreet(after, isProper))
      return elsewhere(text, "site", "une rue ou un lieu-dit de la commune");
    if (SPOT.test(before)) return elsewhere(text, "part", "une partie de la commune");
    const beside = namesIn(seg).filter((name) => !hasOwn(name));
    if ([before, ...beside].some((name) => communeOf(name) !== undefined))
      return elsewhere(text, "several", "plusieurs communes ensemble");
    if (new RegExp(`${places.wider.source}(?: de| d| du)?$`).test(before) && !/communes?(?: de| d)?$/.test(before))
      return elsewhere(text, "area", "plus que la commune");
    // "CIAT de Saint-X", "Brigade de Saint-X": named after its seat, and of all its district
    if (places.services.test(before) && !ALL_SERVICES.test(before)) return { kind: "doubt", text, by: "service" };
    // "Grand Saint-X", "Bassin de Saint-X", "Peloton de Saint-X": a name made of ours
    const [attached = ""] = /[a-z]+(?= (?:d|de|du)$|$)/.exec(before) ?? [];
    if (places.seats.has(attached)) return elsewhere(text, "whole", "plus que la commune");
    if (attached !== "" && !SMALL.test(attached) && !isOrdinary(attached) && isProper(attached))
      return { kind: "doubt", text, by: "place" };
    if (beginsPart.test(before) || places.parts.test(after) || SIDES.test(after))
      return elsewhere(text, "part", "une partie de la commune");
    // "Saint-X CPN Valmont": who sends
    const isSent = places.services.exec(after)?.index === 0;
    const strange = isSent ? [] : after.split(" ").filter((w) => w !== "" && !/\d/.test(w) && !isOrdinary(w));
    if (strange.length > 0 && strange.every(isProper)) return { kind: "doubt", text, by: "place" };
    return { kind: "ours", text };
  };

  /** A text without the commune's name. */
  const withoutOwn = (seg: string, text: string, isProper: IsProper, of: PlaceOf): PlaceSaid | null => {
    const folded = foldPlace(seg);
    if (folded === "") return null;
    const code = INSEE.exec(foldPlace(seg))?.[1];
    if (code) return ofCode(code, text);
    if (OTHER_COMMUNES.test(folded)) return elsewhere(text, "whole", "une autre zone que la commune");
    if (isStreet(folded, isProper))
      return elsewhere(text, "site", "une rue ou un lieu-dit, donc une partie d'une commune");
    const strange = folded.split(" ").filter((w) => !isOrdinary(w) && !/^\d/.test(w));
    const service = places.services.exec(folded);
    if (service) {
      const left = folded
        .replace(places.services, " ")
        .split(" ")
        .filter((w) => !places.whole.test(w));
      const named =
        left.some((w) => w !== "" && !isOrdinary(w) && isProper(w)) || left.some((w) => /^\d{2,5}$/.test(w));
      const isSum = /^(?:total|ensemble)\b/.test(folded) && places.districts.test(folded);
      if (!named) return isSum && of !== "heading" ? elsewhere(text, "whole", "tout le ressort d'un service") : null;
      return places.whole.test(folded) || /\bcommunes\b/.test(folded)
        ? elsewhere(text, "whole", "tout le ressort d'un service")
        : { kind: "doubt", text, by: "service" };
    }
    const left = /(?:^| )(?:hors|sauf|excepte|hormis) (.+)$/.exec(folded)?.[1];
    const isNamed = left?.split(" ").some((w) => strange.includes(w) && isProper(w));
    if (left && (places.parts.test(left) || isNamed || communeOf(left)))
      return elsewhere(text, "part", "une partie de la commune");
    if (OF_ROADS.test(folded)) return elsewhere(text, "part", "une partie de la commune");
    const names = COMMUNE_OF.exec(folded);
    if (names && isProper((names[1] ?? "").split(" ")[0] ?? "")) return ofNames(seg, text);
    if (beginsWider.test(folded) && (strange.length > 0 || places.whole.test(folded) || isOnly(folded, places.wider)))
      return elsewhere(text, places.whole.test(folded) ? "whole" : "area", "plus que la commune");
    if (
      beginsPart.test(folded) &&
      (strange.length > 0 || /\d/.test(folded) || /\b(?:nord|sud|est|ouest)\b/.test(folded))
    )
      return elsewhere(text, "part", "une partie d'une commune");
    return bare(seg, text);
  };

  const isOnly = (folded: string, pattern: RegExp): boolean =>
    folded
      .replace(new RegExp(`^${BEFORE}`), "")
      .replace(new RegExp(pattern.source, "g"), "")
      .replace(/\b(?:de|du|des|d|la|le|les|l)\b|\b\d{2,3}$/g, "")
      .trim() === "";

  /** A value under "Commune", or after "Territoire :". */
  const ofKey = (seg: string, text: string, key: PlaceKey, isProper: IsProper): PlaceSaid | null => {
    const folded = foldPlace(seg);
    if (folded === "") return null;
    if (key === "postal") return { kind: "doubt", text, by: "name" };
    if (places.sites.has(folded)) return elsewhere(text, "site", "un genre de lieu, donc une partie des faits");
    const isAll = places.whole.test(folded);
    if (key === "part") return isAll || isOwn(folded) ? null : elsewhere(text, "part", "une partie d'une commune");
    if (key === "wider") return elsewhere(text, isAll ? "whole" : "area", "plus que la commune");
    const mine = hasOwn(folded);
    if (key === "service") return mine ? withOwn(seg, text, isProper) : serviceOf(seg, text, isProper);
    if (/^(?:nord|sud|est|ouest|centre|\d{1,2})$/.test(folded))
      return elsewhere(text, "part", "une partie d'une commune");
    if (CODE.test(folded))
      return ofCode(folded, text) ?? (insee === null ? null : { kind: "doubt", text, by: "place" });
    if (/^\d+$/.test(folded)) return null;
    if (mine) return withOwn(seg, text, isProper);
    if (isOwn(folded)) return { kind: "ours", text };
    if (/^(?:la )?(?:commune|ville)$/.test(folded)) return { kind: "ours", text };
    const said = withoutOwn(seg, text, () => true, "cell");
    if (said) return said;
    if (isAll || places.wider.test(folded)) return elsewhere(text, "whole", "plus que la commune");
    return /[a-z]{2}/.test(folded) && !isKnown(seg) ? { kind: "doubt", text, by: "place" } : null;
  };

  const serviceOf = (seg: string, text: string, isProper: IsProper): PlaceSaid | null => {
    const said = withoutOwn(seg, text, isProper, "cell");
    return said && said.kind === "elsewhere" && said.by === "commune" ? { kind: "doubt", text, by: "service" } : said;
  };

  return { isOrdinary, isStreet, withOwn, withoutOwn, ofKey };
}
