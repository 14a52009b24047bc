/**
 * Where: what a text says of the place that its figures are of. Our commune, another one, a part, a wider area, a service in place of the
 * commune. A name that no list has says no place: it is not understood (vocabulary.ts), and a person is asked.
 */

import type { Nomenclature } from "../../model/nomenclature.ts";
import { remember } from "../../model/remember.ts";
import type { Settings } from "../../model/settings.ts";
import { foldPlace, type PlaceKey, type PlaceWords, type Words } from "../../nomenclature/index.ts";
import type { FacetParser } from "./facets.ts";
import { originalWords } from "./original-words.ts";
import { createOwnName } from "./own-name.ts";
import { createKeyedReader, type KeyedReader } from "./place-keyed.ts";
import { createPlaceNames, type PlaceNames } from "./place-names.ts";
import { createPieceReader, INSEE, isSide, type PieceReader } from "./place-piece.ts";
import { combine, elsewhere, MORE, type PlaceOf, type PlaceReader, type PlaceSaid } from "./place-said.ts";
import { LONGEST } from "./said.ts";

/** "Valmont, le 8 avril", "99000 VILLE-HAUTE", "Tél.": of a letter, and of no figure. */
export const OF_A_LETTER =
  /,\s*le\s+\d|(?:^|[^\d])\d{5}\s+[a-z]|\bcedex\b|\bt[ée]l\b|^\s*fait [àa] |\d(?: bis| ter)?,? (?:rue|avenue|boulevard|place|route)\b/i;
/** "Champ : commune de …": the piece says of what the next one speaks. */
export const heads = (text: string, piece: string): boolean => text.replace(/\s+:/g, ":").includes(`${piece}:`);

/** Whom a letter is for: the commune, unless the text says whose facts they are. */
const ADDRESSEE = /^(?:monsieur|madame) l[ea] maire\b/;

/** Whose figures they are, and not where. */
const ALL_SERVICES = /^(?:(?:faits?|par|de) )*tou(?:s|tes) (?:les )?(?:services|unites|forces)\b/;
const CODE_AT_END = /^(?:(?:.* )?(?:sur|a) )?(\d[\dab]\d{3})(?: (?:a|au|aux|en|du|de|des|d|le|la|les|pour|sur))*$/;

/** What a text is held against. */
interface Knowledge {
  readonly places: PlaceWords;
  readonly parse: FacetParser;
  readonly names: PlaceNames;
  readonly read: PieceReader;
  readonly keyed: KeyedReader;
  /** The text with the commune's name in full, where it is cut short. */
  readonly writeOut: (text: string) => string;
}

export function createPlaceReader(
  places: PlaceWords,
  words: Words,
  nomenclature: Nomenclature,
  settings: Settings,
  parse: FacetParser,
): PlaceReader {
  if (settings.isDefault) return () => null;
  const names = createPlaceNames(places, words, nomenclature, settings);
  const read = createPieceReader(places, names);
  const keyed = createKeyedReader(places, names, read, settings);
  const knowledge: Knowledge = { places, parse, names, read, keyed, writeOut: createOwnName(settings) };
  return remember((received: string, of: PlaceOf, key: PlaceKey | undefined) =>
    readPlace(received, of, key, knowledge),
  );
}

function readPlace(received: string, of: PlaceOf, key: PlaceKey | undefined, knowledge: Knowledge): PlaceSaid | null {
  const { parse, names, keyed } = knowledge;
  const { ours, declared, ignored } = parse(received);
  if (ours) return { kind: "ours", text: received };
  if (declared && ignored) return null;
  const other = names.namesake(received, of === "sheet") ?? names.far(received);
  if (other) return other;
  const text = names.withoutDepartement(knowledge.writeOut(received.slice(0, LONGEST)));
  if (of === "cell" && key) {
    const { capital } = originalWords(text);
    return keyed(text.toLowerCase(), text, key, (word) => capital.has(word));
  }
  const isOfLetter = of === "line" && OF_A_LETTER.test(text) && parse(text).statements.length === 0;
  if (isOfLetter && !INSEE.test(foldPlace(text))) {
    // "99002 Ville-Haute": its code, which no address holds; the post has other numbers
    const [, code = "", name = ""] = /^(\d[\dab]\d{3}) (.+)$/.exec(foldPlace(text)) ?? [];
    return names.isOfCode(name, code) ? names.ofCode(code, text) : null;
  }
  return combine(readText(text, of, knowledge));
}

/** The places that a text says: those of its pieces; else, of the whole of it, a kind of place or a code. */
function readText(text: string, of: PlaceOf, knowledge: Knowledge): readonly PlaceSaid[] {
  const { places, parse, names } = knowledge;
  const { segments } = parse(withoutPlurals(text));
  const { said, key } = readPieces(text, knowledge);
  // "Saint-X - Nord", as "Saint-X Nord"; "Saint-X - Quartier", which says no more
  const side = segments.find(
    ({ text: t }) => isSide(foldPlace(t)) || (key === "part" && places.keys.get(foldPlace(t)) === key),
  );
  if (said.some((s) => s.kind === "ours")) return side ? [{ kind: "doubt", text, by: "name" }] : said;
  if (said.length > 0) return said;
  // a sheet "Département" or "Commune", "Circonscription" alone over a table
  if (key && (of === "line" || of === "sheet")) {
    // « Département », « Ressort du tribunal » alone, and no name after it: no address, but whose figures they are
    if (key === "wider" || places.wider.test(foldPlace(text)))
      return of === "line" ? [{ kind: "doubt", text, by: "name" }] : [elsewhere(text, "area", MORE)];
    const isGeneric = of === "sheet" && /^(?:commune|ville)$/.test(foldPlace(text));
    return isGeneric ? [{ kind: "ours", text, generic: true }] : [];
  }
  // "99001 - IS 101", "faits constatés sur 99001": a code that stands for the name
  const codes = segments.flatMap((s) => CODE_AT_END.exec(foldPlace(s.text))?.[1] ?? []);
  return of === "heading" ? [] : codes.flatMap((code) => names.ofCode(code, code) ?? []);
}

/** "Commune(s)" */
const withoutPlurals = (text: string): string => text.replace(/\((?:s|e|es|x)\)/gi, "");

/** `key`: the kind of place that the last piece announces, with no piece after it to name one. */
function readPieces(
  text: string,
  { places, parse, names, read, keyed }: Knowledge,
): { readonly said: readonly PlaceSaid[]; readonly key: PlaceKey | undefined } {
  const { segments } = parse(withoutPlurals(text));
  const { capital, shown } = originalWords(text);
  const isProper = (word: string): boolean => capital.has(word);
  /** "Tableau de bord", "Faits constatés": what a document is about. */
  const isTopic = (one: string): boolean => one !== "" && foldPlace(one).split(" ").every(names.isOrdinary);
  const said: PlaceSaid[] = [];
  let key: PlaceKey | undefined;
  for (const [i, { text: piece, beforeName }] of segments.entries()) {
    const folded = foldPlace(piece);
    const own = shown(piece);
    const opens = places.keys.get(folded);
    if (folded === "" || ALL_SERVICES.test(folded)) continue;
    const found = opens ? null : key ? keyed(piece, own, key, isProper) : read(piece, own, isProper);
    key = opens;
    if (!found) continue;
    // "CPN VALMONT - IS 101", "CIAT de Valmont - Tableau de bord": who sends; in place of the commune whose name it has, a doubt
    const sends = beforeName || (i === 0 && segments.slice(1).some((s) => isTopic(s.text)));
    const isService = found.kind === "doubt" && found.by === "service";
    if (found.kind === "ours" && ADDRESSEE.test(folded) && said.length > 0) continue;
    if (!isService || !sends || ` ${folded} `.includes(` ${names.own} `)) said.push(found);
  }
  return { said, key };
}
