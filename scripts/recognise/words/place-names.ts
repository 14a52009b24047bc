/** The names and codes of places in a text: which are the settings' commune, another, a wider area. */
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

/** "Commune de …", "communes d'… et de …": the names. */
export const COMMUNE_OF =
  /(?:^| )(?:communes? (?:de la |de l |de |d |du |des )?|villes? (?:de la |de l |de |d |du |des ))(.+)$/;
export const CODE = /^\d[\dab]\d{3}$/;
const ARTICLES = /^(?:(?:de|du|des|d|la|le|les|l|sur|pour|a|au) )+/;
const ARTICLES_BEFORE_NAME = /^(?:de|du|des|d) /;
const SMALL = /^(?:de|du|des|d|la|le|les|l|en|sur|sous|aux?|et)$/;
const AND = /\s*(?:,|\/|\+|&|;|(?<![a-z])(?:et|ou|ainsi que|avec|plus)(?![a-z]))\s*/;

const pad = (text: string): string => ` ${text} `;

/** "99001" => "99"; the settings' own when they say it. */
const departementOf = ({ commune }: Settings): string | null =>
  commune.departement ?? commune.insee?.slice(0, commune.insee.startsWith("97") ? 3 : 2) ?? null;

/** "saint aubin les tilleuls" => "sat"; null for a name of one or two words, whose letters may be anything's. */
function initialsOf(name: string): string | null {
  const words = name.split(" ").filter((w) => !SMALL.test(w));
  return words.length < 3 ? null : words.map((w) => w.slice(0, 1)).join("");
}

export type PlaceNames = ReturnType<typeof createPlaceNames>;

/** What finds names and codes in texts. Texts may be folded or not; `text` in a result is what is shown to the operator. */
export function createPlaceNames(places: PlaceWords, words: Words, settings: Settings) {
  const { commune } = settings;
  const own = foldPlace(commune.name);
  const ownPostal = once(() => (commune.insee === null ? undefined : communeOfCode(commune.insee))?.postal ?? []);
  const initials = initialsOf(own);

  const isKnown = (text: string): boolean => parseSegment(text, words).unknown.length === 0;

  /** Does the folded text hold the commune's name? */
  const hasOwn = (folded: string): boolean => pad(folded).includes(pad(own));

  /** The folded text is the commune's name, its code, or its initials: "SAT". */
  const isOwn = (folded: string): boolean =>
    folded === own || (commune.insee !== null && folded === foldPlace(commune.insee)) || folded === initials;

  /** The commune that the whole text names, with or without its code: "VILLE-HAUTE (99002)". */
  const communeOf = (text: string): Commune | undefined => {
    const name = foldPlace(text)
      .replace(ARTICLES_BEFORE_NAME, "")
      .replace(/ (?:\d[\dab]\d{3}|\d[\dab]|97\d)$/, "")
      .replace(/^\d[\dab]\d{3} /, "");
    if (name.length < 3 || places.words.has(name) || places.titles.has(name) || isKnown(name)) return undefined;
    const named = communesNamed(name);
    return named.find((c) => c.departement === departementOf(settings)) ?? named[0];
  };

  const other = (text: string, found: Commune): PlaceSaid => {
    const isPart = found.within !== null && found.within === commune.insee;
    return {
      kind: "elsewhere",
      text,
      by: isPart ? "part" : "commune",
      what: isPart ? "une partie de la commune" : `une autre commune (${found.name}, ${found.code})`,
    };
  };
  const ofCode = (code: string, text: string): PlaceSaid | null => {
    if (code.toUpperCase() === commune.insee || ownPostal().includes(code)) return { kind: "ours", text };
    const found = communeOfCode(code.toUpperCase());
    if (!found) return null;
    return foldPlace(found.name) === own ? { kind: "ours", text } : other(text, found);
  };

  /** The commune, or another one, that the name or code of the whole text says; null for neither. */
  const ofName = (name: string, text: string): PlaceSaid | null => {
    if (isOwn(foldPlace(name))) return { kind: "ours", text };
    const found = communeOf(name);
    return found ? other(text, found) : null;
  };

  /** Names joined by "et", commas and the like. */
  const namesIn = (text: string): readonly string[] =>
    text
      .split(AND)
      .map((name) =>
        foldPlace(name)
          .replace(ARTICLES, "")
          .replace(/^communes? (?:de |d )?/, ""),
      )
      .filter((name) => name !== "");

  /** "communes de X et de Y", "commune de X". */
  const ofNames = (seg: string, text: string): PlaceSaid => {
    const start = COMMUNE_OF.exec(foldPlace(seg))?.[1] ?? "";
    const [first = start] = namesIn(seg.replace(/^.*?(?:communes?|villes?)(?![a-z])/, ""));
    const found = communeOf(start) ?? communeOf(first);
    const all = namesIn(seg);
    if (all.length > 1 && found) return elsewhere(text, "several", "plusieurs communes");
    return found ? other(text, found) : { kind: "doubt", text, by: "place" };
  };

  /** A text that is nothing but one or more names. */
  const bare = (seg: string, text: string): PlaceSaid | null => {
    const one = ofName(seg, text);
    if (one) return one;
    const all = namesIn(seg);
    if (all.length > 1 && all.every((name) => communeOf(name) !== undefined))
      return elsewhere(text, "several", "plusieurs communes");
    if (isKnown(seg)) return null;
    const area = areaOf(seg);
    return area ? elsewhere(text, "area", area) : null;
  };

  /** "un département", "une région" for a name that is one. */
  const areaOf = (name: string): string | undefined => (foldPlace(name) === "france" ? "le pays" : widerArea(name));

  return { own, hasOwn, isOwn, isKnown, communeOf, other, ofCode, ofName, ofNames, namesIn, bare, areaOf };
}
