/**
 * A piece of a text as a row of letters, one for each word or phrase that bears on a place, in their order: "Commune de Saint-X et environs"
 * => "GOJX". What the piece says of a place is a rule over these letters (place-rules.ts). "Faits constatés sur" says nothing of it: no letter.
 *
 *   a name      O our commune         C another one                 A a département, a région
 *               U one of no list      N a number
 *   an area     W wider than ours     P a part of a commune         R a street, a building       D a side: "Nord", "centre"
 *   a service   S any                 Q by its initials: "CPN"
 *   communes    G "commune de"        V "communes"                  M "autres communes"
 *   beside      T "total"             K "dont"                      J "et"
 *               X "hors", "environs"  H "Grand", before our name
 *   the rest    w a word that statements use                        u any other
 */
import { departementOf, type Settings } from "../../model/settings.ts";
import {
  type Commune,
  communesNamed,
  foldPlace,
  type PlaceWords,
  type Words,
  widerArea,
} from "../../nomenclature/index.ts";
import type { IsProper } from "./original-words.ts";
import { parseSegment } from "./phrases.ts";

interface Sign {
  readonly letters: string;
  /** What its first C is. */
  readonly commune: Commune | undefined;
  /** "un département": what its A is. */
  readonly area: string | undefined;
}

/** Words that stand before a place's name and say nothing of it. */
const BEFORE =
  /^(?:chiffres?|donnees|faits?|commis|survenus?|recenses?|releves?|etat|statistiques?|bilan|niveau|constates?|enregistres?|sur|pour|dans|a|au|aux|en|de|du|des|d|la|le|les|l)$/;
const AND = /^(?:et|ou|avec|plus)$/;
const SIDES = "nord|sud|est|ouest|centre|gare|haut|bas|plage|bourg";
const SIDE_ALONE = new RegExp(`^(?:${SIDES}|(?:hors|en) agglo(?:meration)?)$`);
/** "Nord", "hors agglomération" alone: of the commune that another piece names. */
export const isSide = (folded: string): boolean => SIDE_ALONE.test(folded);
/** "Rue du Bois", "Gare de Saint-X": a spot of some commune. */
const SPOT =
  /\b(?:rue|avenue|av|boulevard|bd|chemin|impasse|allee|route|square|lotissement|faubourg|quai|chaussee|ruelle|place|esplanade|zone|gare|lycee|college|ecole|stade|parc)s?\b/;

export interface Signer {
  /** The commune's name, folded. */
  readonly own: string;
  readonly departement: string | null;
  readonly isKnown: (text: string) => boolean;
  /** A folded word is no name of a place, whatever its case: "faits", "police", "bilan". */
  readonly isOrdinary: (word: string) => boolean;
  readonly sign: (piece: string, isProper: IsProper) => Sign;
}

export function createSigner(places: PlaceWords, words: Words, { commune }: Settings): Signer {
  const own = foldPlace(commune.name);
  const departement = departementOf(commune);
  const kinds = kindsOf(places, own);
  const isKnown = (text: string): boolean => parseSegment(text, words).unknown.length === 0;
  const isOrdinary = (word: string): boolean =>
    word.length < 3 ||
    isKnown(word) ||
    [places.services, places.wider].some((known) => known.test(word)) ||
    places.titles.has(word);

  /** The commune that the whole text names, of several the nearest; « La Fouillouse » holds Fouillouse, which is then no other. */
  const communeOf = (name: string): Commune | undefined => {
    const isWord = name.length < 3 || places.words.has(name) || places.titles.has(name) || isKnown(name);
    const named = isWord || ` ${own} `.includes(` ${name} `) ? [] : communesNamed(name);
    return named.find((c) => c.departement === departement) ?? named[0];
  };

  const sign = (piece: string, isProper: IsProper): Sign => {
    let found: Commune | undefined;
    let area: string | undefined;
    const nameOf = (name: string): "C" | "A" | "" => {
      const known = communeOf(name);
      const wider = known || isKnown(name) ? undefined : name === "france" ? "le pays" : widerArea(name);
      found ??= known;
      area ??= wider;
      return known ? "C" : wider ? "A" : "";
    };
    const folded = piece.split(/([,/+&;])/).map((part, i) => (i % 2 === 0 ? foldPlace(part) : part));
    const marked = kinds.reduce((text, [letter, pattern]) => text.replace(pattern, letter), folded.join(" "));
    const letters = marked.split(/([A-Z])/).reduce((text, part) => {
      const isLetter = /^[A-Z]$/.test(part);
      return (
        text + (isLetter ? part : lettersOf(part.split(" ").filter(Boolean), text, { nameOf, isOrdinary, isProper }))
      );
    }, "");
    return { letters, commune: found, area };
  };
  return { own, departement, isKnown, isOrdinary, sign };
}

/** Each after those that its words may be a part of; put in place of its words in a folded text, which has no capitals of its own. */
const kindsOf = (places: PlaceWords, own: string) =>
  Object.entries({
    O: new RegExp(`(?<![a-z0-9])${own}(?![a-z0-9])`),
    M: /\b(?:autres communes|communes autres|\d+ communes)\b/,
    K: /\b(?:dont|y compris|incluant|comprenant)\b/,
    D: new RegExp(`(?<=. )(?:${SIDES})\\b`),
    J: /[,/+&;]|\bainsi que\b/,
    Q: places.districts,
    S: places.services,
    V: /\bcommunes\b(?! (?:voisine|limitrophe))/,
    W: places.wider,
    T: places.whole,
    X: places.others,
    H: new RegExp(`\\b(?:${[...places.seats].join("|")})(?= +(?:(?:d|de|du) +)?O)`),
    P: places.parts,
    R: SPOT,
    G: /\b(?:commune|villes?(?= (?:de|d|du|des)\b))\b/,
    N: /\b\d[\dab]\d{0,3}\b/,
  }).map(([letter, { source }]) => [` ${letter} `, new RegExp(source, "g")] as const);

/** How the words between two of these kinds are told apart. */
interface Telling {
  /** "C" for a commune, "A" for a wider area; "" for none. */
  readonly nameOf: (words: string) => "C" | "A" | "";
  readonly isOrdinary: Signer["isOrdinary"];
  readonly isProper: IsProper;
}

const letterOf = (word: string, { isOrdinary, isProper }: Telling): string =>
  BEFORE.test(word) ? "" : AND.test(word) ? "J" : isOrdinary(word) ? "w" : isProper(word) ? "U" : "u";

/** A name, words and a name at their end, names joined by "et". `before`: the letters of what stands before. */
function lettersOf(all: readonly string[], before: string, telling: Telling): string {
  const { nameOf, isOrdinary, isProper } = telling;
  const lettersOfEach = (words: readonly string[]): string => words.map((word) => letterOf(word, telling)).join("");
  const from = all.findIndex((word) => !BEFORE.test(word));
  const to = all.findLastIndex((word) => !BEFORE.test(word)) + 1;
  const proper = all.findIndex((word) => isProper(word) && !isOrdinary(word));
  // "Vols avec armes": a name is joined to names alone
  const starts = /[^OCAU]J$/.test(before) ? [] : [...Array(from + 1).keys(), Math.max(proper, 0)];
  for (const start of starts) {
    const ahead = all.slice(0, start);
    const isTold = ahead.every((word) => isOrdinary(word) || BEFORE.test(word));
    const name = isTold ? nameOf(all.slice(start, to).join(" ")) : "";
    if (name !== "") return lettersOfEach(ahead) + name;
  }
  const and = all.findIndex((word) => AND.test(word));
  const left = and === -1 ? "" : `${lettersOf(all.slice(0, and), before, telling)}J`;
  if (left !== "") return left + lettersOf(all.slice(and + 1), before + left, telling);
  // "Commune de Ville-Haute"
  return /[GV]$/.test(before) && from !== -1 && isProper(all[from] ?? "") ? "U" : lettersOfEach(all);
}
