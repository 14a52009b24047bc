/** Where: what a whole text says of the place that its figures are of. */
import { remember } from "../../model/remember.ts";
import type { Settings } from "../../model/settings.ts";
import { foldPlace, type PlaceKey, type PlaceWords, type Words } from "../../nomenclature/index.ts";
import type { FacetParser } from "./facets.ts";
import { originalWords } from "./original-words.ts";
import { createOwnName } from "./own-name.ts";
import { CODE, createPlaceNames } from "./place-names.ts";
import { createProperNames, withoutEnd } from "./place-proper-names.ts";
import { combine, elsewhere, type PlaceOf, type PlaceReader, type PlaceSaid } from "./place-said.ts";
import { ALL_SERVICES, createPlaceSegments, INSEE, SIDES } from "./place-segment.ts";
import { isExplained, LONGEST, type Segment } from "./said.ts";

/** "Valmont, le 8 avril", "99000 VILLE-HAUTE", "Tél.": of a letter, and of no figure. */
export const OF_A_LETTER =
  /,\s*le\s+\d|(?:^|[^\d])\d{5}\s+[a-z]|\bcedex\b|\bt[ée]l\b|^\s*fait [àa] |\d(?: bis| ter)?,? (?:rue|avenue|boulevard|place|route)\b/i;
/** "Vol(s) simple(s)" */
const PLURALS = /\((?:s|e|es|x)\)/gi;

/** "Champ : commune de …": the piece says of what the next one speaks. */
export const heads = (text: string, piece: string): boolean => text.replace(/\s+:/g, ":").includes(`${piece}:`);

/** A line that is short and no sentence. */
const isTitle = (text: string, of: PlaceOf): boolean => of === "line" && text.length <= 120 && !/\.\s*$/.test(text);

export function createPlaceReader(
  places: PlaceWords,
  words: Words,
  settings: Settings,
  parse: FacetParser,
): PlaceReader {
  const { commune } = settings;
  const names = createPlaceNames(places, words, settings);
  const { hasOwn, isOwn, communeOf, ofCode } = names;
  const { isOrdinary, withOwn, withoutOwn, ofKey } = createPlaceSegments(places, names, commune.insee);
  const { isName, holdsName, atTheEnd } = createProperNames(names, isOrdinary);
  const writeOut = createOwnName(settings, words);

  /** "Tableau de bord", "Faits constatés": what a document is about. */
  const isTopic = (text: string): boolean => text !== "" && foldPlace(text).split(" ").every(isOrdinary);

  /** "Zone de compétence : police nationale" */
  const headsForce = (text: string, piece: string, next: Segment | undefined): boolean =>
    next !== undefined && heads(text, piece) && parse(next.text).force !== null && isExplained(parse(next.text));

  const readSegments = (text: string, of: PlaceOf): readonly PlaceSaid[] => {
    const { segments, statements, periods } = parse(text.replace(PLURALS, ""));
    const original = originalWords(text);
    const isProper = (word: string): boolean => original.capital.has(word);
    const said: PlaceSaid[] = [];
    const unknown: PlaceSaid[] = [];
    const seats: PlaceSaid[] = [];
    let key: PlaceKey | undefined;
    for (const [i, segment] of segments.entries()) {
      const folded = foldPlace(segment.text);
      const shown = original.shown(segment.text);
      if (folded === "" || ALL_SERVICES.test(folded) || headsForce(text, shown, segments[i + 1])) continue;
      const opens = places.keys.get(folded);
      if (opens) {
        key = opens;
        continue;
      }
      const found = key
        ? ofKey(segment.text, shown, key, isProper)
        : hasOwn(folded)
          ? withOwn(segment.text, shown, isProper)
          : folded === commune.departement && statements.length > 0
            ? elsewhere(shown, "area", "le numéro du département")
            : isOwn(folded)
              ? ({ kind: "ours", text: shown } as const)
              : withoutOwn(segment.text, shown, isProper, of);
      key = undefined;
      if (found === null && isName(segment, isProper) && !heads(text, shown))
        unknown.push({ kind: "doubt", text: shown, by: "place" });
      // "CPN VALMONT - IS 101", "CIAT de Valmont - Tableau de bord": who sends; in place of the commune whose name it has, a doubt
      const sends = segment.beforeName || (segment === segments[0] && segments.slice(1).some((s) => isTopic(s.text)));
      if (found?.kind === "doubt" && found.by === "service" && sends) {
        if (hasOwn(folded)) seats.push(found);
        continue;
      }
      const ended = found ?? (isTitle(text, of) ? atTheEnd(segment.text, original.shown, isProper) : null);
      if (ended) said.push(ended);
      else if (of === "line" && statements.length > 0 && periods.length > 0 && isName(segment, isProper))
        said.push({ kind: "doubt", text: shown, by: "name" });
    }
    // "Saint-X - Nord", as "Saint-X Nord"; "Saint-X - Quartier", which says no more
    const open = key;
    const isPart = (folded: string): boolean =>
      SIDES.test(folded) || (open === "part" && places.keys.get(folded) === "part");
    const side = segments.find((s) => isPart(foldPlace(s.text)));
    if (side && said.some((s) => s.kind === "ours"))
      return [elsewhere(original.shown(side.text), "part", "une partie de la commune")];
    if (said.some((s) => s.kind === "ours")) return [...unknown, ...said];
    if (said.length + seats.length > 0) return [...said, ...seats];
    // a title; or a line of its own that is nothing but a name
    const isAlone = segments.length === 1 && segments.every((s) => isName(s, isProper));
    const strange =
      (statements.length > 0 || isAlone) && segments.find((s) => !s.beforeName && holdsName(s.text, isProper));
    if (strange && of === "line") return [{ kind: "doubt", text: original.shown(strange.text), by: "name" }];
    return key ? loneKey(text, key, of) : loneCode(segments, of);
  };

  /** A sheet "Département" or "Commune", "Circonscription" alone over a table. */
  const loneKey = (text: string, key: PlaceKey, of: PlaceOf): readonly PlaceSaid[] => {
    if (of !== "line" && of !== "sheet") return [];
    if (key === "wider" || places.wider.test(foldPlace(text))) return [elsewhere(text, "area", "plus que la commune")];
    return of === "sheet" && /^(?:commune|ville)$/.test(foldPlace(text)) ? [{ kind: "ours", text, generic: true }] : [];
  };

  /** "99001 - IS 101", "faits constatés sur 99001", a sheet "99001": a code that stands for the name. */
  const loneCode = (segments: readonly Segment[], of: PlaceOf): readonly PlaceSaid[] => {
    if (of === "heading") return [];
    const lastOf = (piece: string): string => withoutEnd(foldPlace(piece)).replace(/^(?:.* )?(?:sur|a) /, "");
    const codes = segments.map((s) => lastOf(s.text)).filter((t) => CODE.test(t));
    return codes.flatMap((code) => ofCode(code, code) ?? []);
  };

  /** "99002 Ville-Haute": its code, which no address holds; the post has other numbers. */
  const ofCodeAndName = (text: string): PlaceSaid | null => {
    const [, code = "", name = ""] = /^(\d[\dab]\d{3}) (.+)$/.exec(foldPlace(text)) ?? [];
    return communeOf(name)?.code === code.toUpperCase() ? ofCode(code, text) : null;
  };

  const read = (received: string, of: PlaceOf, key: PlaceKey | undefined): PlaceSaid | null => {
    const said = parse(received);
    if (said.ours) return { kind: "ours", text: received };
    if (said.declared && said.ignored) return null;
    const text = writeOut(received.slice(0, LONGEST));
    const facets = text === received ? said : parse(text);
    if (of === "cell" && key) {
      const original = originalWords(text);
      return ofKey(text.toLowerCase(), text, key, (w) => original.capital.has(w));
    }
    const ofLetter = OF_A_LETTER.test(text) && facets.statements.length === 0 && !INSEE.test(foldPlace(text));
    if (of === "line" && ofLetter) return ofCodeAndName(text);
    return combine(readSegments(text, of));
  };

  return settings.isDefault ? () => null : remember(read);
}
