/** The names and codes of places in a text: which are the settings' commune, another, a wider area. Texts may be folded or not. */
import { once } from "../../model/remember.ts";
import type { Settings } from "../../model/settings.ts";
import {
  type Commune,
  communeOfCode,
  communesNamed,
  foldPlace,
  type PlaceWords,
  type Words,
  widerArea,
} from "../../nomenclature/index.ts";
import { parseSegment } from "./phrases.ts";
import { elsewhere, type PlaceSaid } from "./place-said.ts";

export const CODE = /^\d[\dab]\d{3}$/;
/** Words within a name. */
export const SMALL = /^(?:de|du|des|d|la|le|les|l|en|lez|pres|sur|sous|aux?|et|saint|sainte)$/;
const ARTICLES = /^(?:(?:de|du|des|d|la|le|les|l|sur|pour|a|au|communes?) )+/;
const AND = /\s*(?:,|\/|\+|&|;|(?<![a-z])(?:et|ou|ainsi que|avec|plus)(?![a-z]))\s*/;

export type PlaceNames = ReturnType<typeof createPlaceNames>;

export function createPlaceNames(places: PlaceWords, words: Words, { commune }: Settings) {
  const own = foldPlace(commune.name);
  const departement = commune.departement ?? commune.insee?.slice(0, commune.insee.startsWith("97") ? 3 : 2) ?? null;
  const ownPostal = once(() => (commune.insee === null ? undefined : communeOfCode(commune.insee))?.postal ?? []);
  const telling = own.split(" ").filter((word) => !/^(?:de|du|des|d|la|le|les|l|en|sur|sous|aux?|et)$/.test(word));
  // "sat" for Saint-Aubin-les-Tilleuls; two letters may be anything's
  const initials = telling.length < 3 ? null : telling.map((word) => word.slice(0, 1)).join("");

  const isKnown = (text: string): boolean => parseSegment(text, words).unknown.length === 0;
  /** A folded word is no name of a place, whatever its case: "faits", "police", "bilan". */
  const isOrdinary = (word: string): boolean =>
    word.length < 3 ||
    isKnown(word) ||
    places.titles.has(word) ||
    places.services.test(word) ||
    places.wider.test(word);

  const hasOwn = (folded: string): boolean => ` ${folded} `.includes(` ${own} `);
  /** The folded text is the commune's name, its code, or its initials. */
  const isOwn = (folded: string): boolean =>
    folded === own || (commune.insee !== null && folded === foldPlace(commune.insee)) || folded === initials;

  /** The commune that the whole text names, with or without its code: "VILLE-HAUTE (99002)". */
  const communeOf = (text: string): Commune | undefined => {
    const name = foldPlace(text)
      .replace(/^(?:de|du|des|d) /, "")
      .replace(/ (?:\d[\dab]\d{3}|\d[\dab]|97\d)$/, "")
      .replace(/^\d[\dab]\d{3} /, "");
    if (name.length < 3 || places.words.has(name) || places.titles.has(name) || isKnown(name)) return undefined;
    const named = communesNamed(name);
    return named.find((c) => c.departement === departement) ?? named[0];
  };

  const other = (text: string, found: Commune): PlaceSaid =>
    found.within !== null && found.within === commune.insee
      ? elsewhere(text, "part", "une partie de la commune")
      : elsewhere(text, "commune", `une autre commune (${found.name}, ${found.code})`);

  const ofCode = (code: string, text: string): PlaceSaid | null => {
    if (code.toUpperCase() === commune.insee || ownPostal().includes(code)) return { kind: "ours", text };
    const found = communeOfCode(code.toUpperCase());
    return found ? (foldPlace(found.name) === own ? { kind: "ours", text } : other(text, found)) : null;
  };

  /** Names joined by "et", commas and the like. */
  const namesIn = (text: string): readonly string[] =>
    text
      .split(AND)
      .map((name) => foldPlace(name).replace(ARTICLES, ""))
      .filter((name) => name !== "");

  /** A text that is nothing but one or more names. */
  const ofNames = (name: string, text: string): PlaceSaid | null => {
    if (isOwn(foldPlace(name))) return { kind: "ours", text };
    const found = communeOf(name);
    if (found) return other(text, found);
    const all = namesIn(name);
    if (all.length > 1 && all.every((each) => communeOf(each))) return elsewhere(text, "several", "plusieurs communes");
    const area = foldPlace(name) === "france" ? "le pays" : isKnown(name) ? undefined : widerArea(foldPlace(name));
    return area ? elsewhere(text, "area", area) : null;
  };

  return { own, departement, isKnown, isOrdinary, hasOwn, isOwn, communeOf, ofCode, namesIn, ofNames };
}
