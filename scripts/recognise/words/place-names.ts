/** Names of places, whole: our commune by its name, its code or its initials, another one of the official list, a wider area. */
import type { Nomenclature } from "../../model/nomenclature.ts";
import { departementOf, type Settings } from "../../model/settings.ts";
import {
  type Commune,
  communeOfCode,
  communesNamed,
  departementName,
  foldPlace,
  initialsOf,
  type PlaceWords,
  type Words,
  widerArea,
} from "../../nomenclature/index.ts";
import { createNamesakes, type Namesakes } from "./namesakes.ts";
import { parseSegment } from "./phrases.ts";
import { elsewhere, type PlaceSaid } from "./place-said.ts";

export interface PlaceNames extends Namesakes {
  /** The commune's name, folded. */
  readonly own: string;
  /** « Marly (Nord) » => « Marly », where the commune is of the Nord. */
  readonly withoutDepartement: (text: string) => string;
  /** A longer name of another commune, in a folded text: « ville haute le bois », where ours is Ville-Haute. */
  readonly longerIn: (folded: string) => string | undefined;
  readonly isOwn: (folded: string) => boolean;
  /** "99001", of the INSEE. */
  readonly ofCode: (code: string, text: string) => PlaceSaid | null;
  /** What a folded name says that is a name and nothing else, shown as `text`. */
  readonly named: (name: string, text: string) => PlaceSaid | null;
  /** "Ville-Haute" is the name of the commune of that code. */
  readonly isOfCode: (name: string, code: string) => boolean;
  /** Is a text made of words of the statements? */
  readonly isKnown: (text: string) => boolean;
  /** A folded word is no name of a place, whatever its case: "faits", "police", "bilan". */
  readonly isOrdinary: (word: string) => boolean;
}

/** Words of a name beside ours. */
const LONGEST_NAME = 6;

export function createPlaceNames(
  places: PlaceWords,
  words: Words,
  nomenclature: Nomenclature,
  { commune }: Settings,
): PlaceNames {
  const own = foldPlace(commune.name);
  const ours = departementOf(commune);
  const ofDepartement = ours === null ? "" : foldPlace(departementName(ours));
  const withoutDepartement = (text: string): string =>
    text.replace(/\s*\(([^()]+)\)/g, (all, name: string) => (foldPlace(name) === ofDepartement ? "" : all));
  const initials = initialsOf(commune.name);
  const lines = nomenclature.statements.flatMap(({ indicators }) => indicators.flatMap((i) => [i.label, ...i.aliases]));
  const ofLines = new Set(lines.flatMap((line) => foldPlace(line).split(" ")));

  const isKnown = (text: string): boolean => parseSegment(text, words).unknown.length === 0;
  const isOrdinary = (word: string): boolean =>
    word.length < 3 ||
    isKnown(word) ||
    places.titles.has(word) ||
    [places.services, places.wider].some((known) => known.test(word));
  const isOwn = (folded: string): boolean =>
    folded === own || (commune.insee !== null && folded === foldPlace(commune.insee)) || folded === initials;

  /** Of several of one name, the nearest. A word of the statements is no commune, nor is « Fouillouse » within « La Fouillouse ». */
  const communeOf = (name: string): Commune | undefined => {
    const isWord = name.length < 3 || [places.words, places.titles, ofLines].some((w) => w.has(name)) || isKnown(name);
    const found = isWord || ` ${own} `.includes(` ${name} `) ? [] : communesNamed(name);
    return found.find((c) => c.departement === ours) ?? found[0];
  };
  const other = (text: string, found: Commune): PlaceSaid =>
    found.within !== null && found.within === commune.insee
      ? elsewhere(text, "other", "une partie de la commune")
      : elsewhere(text, "commune", `une autre commune (${found.name}, ${found.code})`);

  const ofCode = (code: string, text: string): PlaceSaid | null => {
    if (code.toUpperCase() === commune.insee) return { kind: "ours", text };
    const found = communeOfCode(code.toUpperCase());
    if (!found) return null;
    // without a code in the settings, that of any commune of our name
    return commune.insee === null && foldPlace(found.name) === own ? { kind: "ours", text } : other(text, found);
  };

  const named = (name: string, text: string): PlaceSaid | null => {
    if (name === "") return null;
    if (isOwn(name)) return { kind: "ours", text };
    const found = communeOf(name);
    if (found) return other(text, found);
    const area = isKnown(name) ? undefined : name === "france" ? "le pays" : widerArea(name);
    return area === undefined ? null : elsewhere(text, "area", area);
  };
  const { namesake, far } = createNamesakes(commune, own, other);
  const longerIn = (folded: string): string | undefined => {
    const words = folded.split(" ");
    const length = own.split(" ").length;
    return words
      .flatMap((_, i) => Array.from({ length: LONGEST_NAME }, (_, n) => words.slice(i, i + length + 1 + n).join(" ")))
      .find((name) => name !== own && ` ${name} `.includes(` ${own} `) && communesNamed(name).length > 0);
  };
  const isOfCode = (name: string, code: string): boolean =>
    communesNamed(name).some((found) => found.code === code.toUpperCase());
  return { own, withoutDepartement, namesake, far, longerIn, isOwn, ofCode, named, isOfCode, isKnown, isOrdinary };
}
