/**
 * Where: what a text says of the place that its figures are of. Our commune, another one, a part, a wider area, a service in place of the
 * commune. A name that no list has says no place: it is not understood (vocabulary.ts), and a person is asked.
 */
import { remember } from "../../model/remember.ts";
import type { Settings } from "../../model/settings.ts";
import { foldPlace, type PlaceKey, type PlaceWords, type Words } from "../../nomenclature/index.ts";
import type { FacetParser } from "./facets.ts";
import { originalWords } from "./original-words.ts";
import { createOwnName } from "./own-name.ts";
import { CODE, createPlaceNames } from "./place-names.ts";
import { ALL_SERVICES, createPlacePieces, END, INSEE, SIDES } from "./place-pieces.ts";
import { combine, elsewhere, type PlaceOf, type PlaceReader, type PlaceSaid } from "./place-said.ts";
import { isExplained, LONGEST } from "./said.ts";

/** "Valmont, le 8 avril", "99000 VILLE-HAUTE", "Tél.": of a letter, and of no figure. */
export const OF_A_LETTER =
  /,\s*le\s+\d|(?:^|[^\d])\d{5}\s+[a-z]|\bcedex\b|\bt[ée]l\b|^\s*fait [àa] |\d(?: bis| ter)?,? (?:rue|avenue|boulevard|place|route)\b/i;
/** "Champ : commune de …": the piece says of what the next one speaks. */
export const heads = (text: string, piece: string): boolean => text.replace(/\s+:/g, ":").includes(`${piece}:`);

export function createPlaceReader(
  places: PlaceWords,
  words: Words,
  settings: Settings,
  parse: FacetParser,
): PlaceReader {
  const names = createPlaceNames(places, words, settings);
  const { departement, isOrdinary, hasOwn, isOwn, communeOf, ofCode } = names;
  const { part, withOwn, withoutOwn, ofKey } = createPlacePieces(places, names, settings);
  const writeOut = createOwnName(settings, words);

  /** "Tableau de bord", "Faits constatés": what a document is about. */
  const isTopic = (text: string): boolean => text !== "" && foldPlace(text).split(" ").every(isOrdinary);

  const readPieces = (text: string, of: PlaceOf): readonly PlaceSaid[] => {
    const { segments, statements } = parse(text.replace(/\((?:s|e|es|x)\)/gi, ""));
    const { capital, shown } = originalWords(text);
    const isProper = (word: string): boolean => capital.has(word);
    const said: PlaceSaid[] = [];
    const seats: PlaceSaid[] = [];
    let key: PlaceKey | undefined;
    for (const [i, { text: piece, beforeName }] of segments.entries()) {
      const folded = foldPlace(piece);
      const own = shown(piece);
      const next = segments[i + 1] && parse(segments[i + 1]?.text ?? "");
      const headsForce = next !== undefined && heads(text, own) && next.force !== null && isExplained(next);
      if (folded === "" || ALL_SERVICES.test(folded) || headsForce) continue;
      const opens = places.keys.get(folded);
      if (opens) {
        key = opens;
        continue;
      }
      const found: PlaceSaid | null = key
        ? ofKey(piece, own, key, isProper)
        : hasOwn(folded)
          ? withOwn(piece, own, isProper)
          : folded === departement && statements.length > 0
            ? elsewhere(own, "area", "le numéro du département")
            : isOwn(folded)
              ? { kind: "ours", text: own }
              : withoutOwn(piece, own, isProper, of);
      key = undefined;
      if (!found) continue;
      // "CPN VALMONT - IS 101", "CIAT de Valmont - Tableau de bord": who sends; in place of the commune whose name it has, a doubt
      const sends = beforeName || (i === 0 && segments.slice(1).some((s) => isTopic(s.text)));
      if (found.kind !== "doubt" || found.by !== "service" || !sends) said.push(found);
      else if (hasOwn(folded)) seats.push(found);
    }
    // "Saint-X - Nord", as "Saint-X Nord"; "Saint-X - Quartier", which says no more
    const side = segments.find(
      ({ text: t }) => SIDES.test(foldPlace(t)) || (key === "part" && places.keys.get(foldPlace(t)) === key),
    );
    if (said.some((s) => s.kind === "ours")) return side ? [part(shown(side.text))] : said;
    if (said.length + seats.length > 0) return [...said, ...seats];
    // a sheet "Département" or "Commune", "Circonscription" alone over a table
    if (key && (of === "line" || of === "sheet")) {
      if (key === "wider" || places.wider.test(foldPlace(text)))
        return [elsewhere(text, "area", "plus que la commune")];
      const isGeneric = of === "sheet" && /^(?:commune|ville)$/.test(foldPlace(text));
      return isGeneric ? [{ kind: "ours", text, generic: true }] : [];
    }
    // "99001 - IS 101", "faits constatés sur 99001": a code that stands for the name
    const codes = segments
      .map((s) =>
        foldPlace(s.text)
          .replace(END, "")
          .replace(/^(?:.* )?(?:sur|a) /, ""),
      )
      .filter((t) => CODE.test(t));
    return of === "heading" ? [] : codes.flatMap((code) => ofCode(code, code) ?? []);
  };

  const read = (received: string, of: PlaceOf, key: PlaceKey | undefined): PlaceSaid | null => {
    const { ours, declared, ignored } = parse(received);
    if (ours) return { kind: "ours", text: received };
    if (declared && ignored) return null;
    const text = writeOut(received.slice(0, LONGEST));
    if (of === "cell" && key) {
      const { capital } = originalWords(text);
      return ofKey(text.toLowerCase(), text, key, (word) => capital.has(word));
    }
    if (
      of === "line" &&
      OF_A_LETTER.test(text) &&
      parse(text).statements.length === 0 &&
      !INSEE.test(foldPlace(text))
    ) {
      // "99002 Ville-Haute": its code, which no address holds; the post has other numbers
      const [, code = "", name = ""] = /^(\d[\dab]\d{3}) (.+)$/.exec(foldPlace(text)) ?? [];
      return communeOf(name)?.code === code.toUpperCase() ? ofCode(code, text) : null;
    }
    return combine(readPieces(text, of));
  };

  return settings.isDefault ? () => null : remember(read);
}
