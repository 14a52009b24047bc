/** Where: what a text says of the place that its figures are of. The settings' commune, another, a part of ours, a wider area. */
import { quote } from "../../model/format.ts";
import { remember } from "../../model/remember.ts";
import type { Settings } from "../../model/settings.ts";
import {
  type Commune,
  communeOfCode,
  communesNamed,
  fold,
  foldPlace,
  type PlaceKey,
  type PlaceWords,
  type Words,
  widerArea,
} from "../../nomenclature/index.ts";
import type { FacetParser } from "./facets.ts";
import { parseSegment } from "./phrases.ts";
import type { Segment } from "./said.ts";

export type PlaceSaid =
  /** `generic`: « Commune », over counts: that of the document, whichever its title names. */
  | { readonly kind: "ours"; readonly text: string; readonly generic?: true }
  | {
      readonly kind: "elsewhere";
      readonly text: string;
      /** "une autre commune (Ville-Haute, 99002)": what the place is, in French. */
      readonly what: string;
      /** area: wider than a commune, and beside ours a mere address ("Département : …"). */
      readonly by: "commune" | "several" | "part" | "area" | "whole";
    }
  /** A service or a name that is not known stands where a commune would. */
  | { readonly kind: "doubt"; readonly text: string; readonly by: "service" | "name" };

/** Where the text stands: a title or caption, a heading, a cell under a heading of places, a sheet's or a file's name. */
export type PlaceOf = "line" | "heading" | "cell" | "sheet" | "file";

/** `key`: what the heading over the text says of it. */
export type PlaceReader = (text: string, of: PlaceOf, key?: PlaceKey) => PlaceSaid | null;

/** Words that stand before a place's name and say nothing of it. */
const BEFORE =
  "(?:(?:ensemble|total|totaux|toutes?|tout|tous|chiffres?|donnees|faits?|etat|statistiques?|bilan|niveau|releve|constates?|enregistres?|sur|pour|dans|a|au|aux|en|de|du|des|d|la|le|les|l) )*";
const ARTICLES = /^(?:(?:de|du|des|d|la|le|les|l|sur|pour|a|au) )+/;
/** "Commune de …", "communes d'… et de …": the names. */
const COMMUNE_OF =
  /(?:^| )(?:communes? (?:de la |de l |de |d |du |des )?|villes? (?:de la |de l |de |d |du |des ))(.+)$/;
const INSEE =
  /(?:^| )(?:code |n |no )?(?:insee|codgeo|cog|code commune|code geographique) (?:commune )?(\d[\dab]\d{3})$/;
const CODE = /^\d[\dab]\d{3}$/;
const AND = /\s*(?:,|\/|\+|&|;|(?<![a-z])(?:et|ou|ainsi que|avec|plus)(?![a-z]))\s*/;
/** "Saint-X Nord": a part of it. */
const SIDES = /^(?:nord|sud|est|ouest|centre|gare|haut|bas|plage|bourg)$/;
/** "Valmont, le 8 avril", "99000 VILLE-HAUTE", "Tél.": of a letter, and of no figure. */
const OF_A_LETTER = /,\s*le\s+\d|(?:^|[^\d])\d{5}\s+[a-z]|\bcedex\b|\bt[ée]l\b|^\s*fait [àa] /i;
/** "Vol(s) simple(s)" */
const PLURALS = /\((?:s|e|es|x)\)/gi;

const pad = (text: string): string => ` ${text} `;

/** Is the word written with a capital in the text? */
type IsProper = (word: string) => boolean;

export function createPlaceReader(
  places: PlaceWords,
  words: Words,
  settings: Settings,
  parse: FacetParser,
): PlaceReader {
  const { commune } = settings;
  const own = foldPlace(commune.name);
  const begins = (pattern: RegExp): RegExp => new RegExp(`^${BEFORE}${pattern.source}`);
  const [beginsWider, beginsPart] = [begins(places.wider), begins(places.parts)];

  const isKnown = (text: string): boolean => parseSegment(text, words).unknown.length === 0;

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
  const elsewhere = (text: string, by: "several" | "part" | "area" | "whole", what: string): PlaceSaid => ({
    kind: "elsewhere",
    text,
    by,
    what,
  });

  const ofCode = (code: string, text: string): PlaceSaid | null => {
    if (code.toUpperCase() === commune.insee) return { kind: "ours", text };
    const found = communeOfCode(code.toUpperCase());
    if (!found) return null;
    return foldPlace(found.name) === own ? { kind: "ours", text } : other(text, found);
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

  const isOwn = (name: string): boolean =>
    name === own || (commune.insee !== null && name === foldPlace(commune.insee));

  /** A text that names the commune: alone, or with what makes another area of it. */
  const withOwn = (seg: string, text: string, isProper: IsProper): PlaceSaid => {
    const folded = pad(foldPlace(seg)).replace(pad(own), " | ");
    const [before = "", after = ""] = folded.split("|").map((t) => t.trim());
    const rest = `${before} ${after}`.trim();
    if (places.others.test(rest)) return elsewhere(text, "whole", `une autre zone que la commune`);
    const beside = namesIn(seg).filter((name) => !pad(name).includes(pad(own)));
    if (beside.some((name) => communeOf(name) !== undefined))
      return elsewhere(text, "several", "plusieurs communes ensemble");
    if (new RegExp(`${places.wider.source}(?: de| d| du)?$`).test(before) && !/communes?(?: de| d)?$/.test(before))
      return elsewhere(text, "area", "plus que la commune");
    if (beginsPart.test(before) || places.parts.test(after) || SIDES.test(after))
      return elsewhere(text, "part", "une partie de la commune");
    const strange = after.split(" ").filter((w) => w !== "" && !/\d/.test(w) && !isOrdinary(w));
    if (strange.length > 0 && strange.every(isProper)) return { kind: "doubt", text, by: "name" };
    return { kind: "ours", text };
  };

  const isOrdinary = (word: string): boolean =>
    word.length < 3 ||
    isKnown(word) ||
    places.titles.has(word) ||
    places.services.test(word) ||
    places.wider.test(word);

  /** "Tableau de bord", "Faits constatés": what a document is about. */
  const isTopic = (text: string): boolean => text !== "" && foldPlace(text).split(" ").every(isOrdinary);

  /** A text without the commune's name. */
  const withoutOwn = (seg: string, text: string, isProper: IsProper, of: PlaceOf): PlaceSaid | null => {
    const folded = foldPlace(seg);
    if (folded === "") return null;
    const code = INSEE.exec(foldPlace(seg))?.[1];
    if (code) return ofCode(code, text);
    const strange = folded.split(" ").filter((w) => !isOrdinary(w) && !/^\d/.test(w));
    const service = places.services.exec(folded);
    if (service) {
      const left = folded
        .replace(places.services, " ")
        .split(" ")
        .filter((w) => !places.whole.test(w));
      const named = left.some((w) => w !== "" && !isOrdinary(w) && (isProper(w) || /^\d/.test(w)));
      const isSum = /^(?:total|ensemble)\b/.test(folded) && /\b(?:cpn|csp|ciat|cgd|cob|bta)\b/.test(folded);
      if (!named) return isSum && of !== "heading" ? elsewhere(text, "whole", "tout le ressort d'un service") : null;
      return places.whole.test(folded)
        ? elsewhere(text, "whole", "tout le ressort d'un service")
        : { kind: "doubt", text, by: "service" };
    }
    const left = /^(?:hors|sauf|excepte|hormis) (.+)$/.exec(folded)?.[1];
    if (left && (places.parts.test(left) || communeOf(left)))
      return elsewhere(text, "part", "une partie de la commune");
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
      .replace(new RegExp(pattern.source, "g"), "")
      .replace(/\b(?:de|du|des|d|la|le|les|l)\b/g, "")
      .trim() === "";

  /** "communes de X et de Y", "commune de X". */
  const ofNames = (seg: string, text: string): PlaceSaid => {
    const start = COMMUNE_OF.exec(foldPlace(seg))?.[1] ?? "";
    const [first = start] = namesIn(seg.replace(/^.*?(?:communes?|villes?)(?![a-z])/, ""));
    const found = communeOf(start) ?? communeOf(first);
    const names = namesIn(seg);
    if (names.length > 1 && found) return elsewhere(text, "several", "plusieurs communes");
    return found ? other(text, found) : { kind: "doubt", text, by: "name" };
  };

  /** A text that is nothing but one or more names. */
  const bare = (seg: string, text: string): PlaceSaid | null => {
    const found = communeOf(seg);
    if (found) return other(text, found);
    const names = namesIn(seg);
    if (names.length > 1 && names.every((name) => communeOf(name) !== undefined))
      return elsewhere(text, "several", "plusieurs communes");
    if (isKnown(seg)) return null;
    const area = foldPlace(seg) === "france" ? "le pays" : widerArea(seg);
    return area ? elsewhere(text, "area", area) : null;
  };

  /** A value under "Commune", or after "Territoire :". */
  const ofKey = (seg: string, text: string, key: PlaceKey, isProper: IsProper): PlaceSaid | null => {
    const folded = foldPlace(seg);
    if (folded === "") return null;
    const isAll = places.whole.test(folded);
    if (key === "part") return isAll || isOwn(folded) ? null : elsewhere(text, "part", "une partie d'une commune");
    if (key === "wider") return elsewhere(text, isAll ? "whole" : "area", "plus que la commune");
    const mine = pad(folded).includes(pad(own));
    if (key === "service") return mine ? withOwn(seg, text, isProper) : serviceOf(seg, text, isProper);
    if (/^(?:nord|sud|est|ouest|centre|\d{1,2})$/.test(folded))
      return elsewhere(text, "part", "une partie d'une commune");
    if (CODE.test(folded))
      return ofCode(folded, text) ?? (commune.insee === null ? null : { kind: "doubt", text, by: "name" });
    if (/^\d+$/.test(folded)) return null;
    if (mine) return withOwn(seg, text, isProper);
    if (/^(?:la )?(?:commune|ville)$/.test(folded)) return { kind: "ours", text };
    const said = withoutOwn(seg, text, () => true, "cell");
    if (said) return said;
    if (isAll || places.wider.test(folded)) return elsewhere(text, "whole", "plus que la commune");
    return /[a-z]{2}/.test(folded) ? { kind: "doubt", text, by: "name" } : null;
  };

  const serviceOf = (seg: string, text: string, isProper: IsProper): PlaceSaid | null => {
    const said = withoutOwn(seg, text, isProper, "cell");
    return said && said.kind === "elsewhere" && said.by === "commune" ? { kind: "doubt", text, by: "service" } : said;
  };

  const readSegments = (text: string, of: PlaceOf): readonly PlaceSaid[] => {
    const { segments, statements, periods } = parse(text.replace(PLURALS, ""));
    const original = originalWords(text);
    const isProper = (word: string): boolean => original.capital.has(word);
    const said: PlaceSaid[] = [];
    let key: PlaceKey | undefined;
    for (const segment of segments) {
      const folded = foldPlace(segment.text);
      if (folded === "") continue;
      const opens = places.keys.get(folded);
      if (opens) {
        key = opens;
        continue;
      }
      const shown = original.shown(segment.text);
      const found = key
        ? ofKey(segment.text, shown, key, isProper)
        : pad(folded).includes(pad(own))
          ? withOwn(segment.text, shown, isProper)
          : CODE.test(folded) && commune.insee === folded
            ? ({ kind: "ours", text: shown } as const)
            : withoutOwn(segment.text, shown, isProper, of);
      key = undefined;
      // "CPN VALMONT - IS 101", "CIAT de Valmont - Tableau de bord": who sends
      const sends = segment.beforeName || (segment === segments[0] && segments.slice(1).some((s) => isTopic(s.text)));
      if (found?.kind === "doubt" && found.by === "service" && sends) continue;
      const ended = found ?? (isTitle(text, of) ? atTheEnd(segment.text, original.shown, isProper) : null);
      if (ended) said.push(ended);
      else if (of === "line" && statements.length > 0 && periods.length > 0 && isName(segment, isProper))
        said.push({ kind: "doubt", text: shown, by: "name" });
    }
    return said.length > 0 ? said : loneCode(segments, of);
  };

  /** "99001 - IS 101", a sheet "99001": a code that stands for the name. */
  const loneCode = (segments: readonly Segment[], of: PlaceOf): readonly PlaceSaid[] => {
    if (of === "heading") return [];
    const codes = segments.map((s) => foldPlace(s.text)).filter((t) => CODE.test(t));
    return codes.flatMap((code) => ofCode(code, code) ?? []);
  };

  /** "Faits constatés à Ville-Haute": a name after words that are no name's. */
  const atTheEnd = (seg: string, shown: (piece: string) => string, isProper: IsProper): PlaceSaid | null => {
    const all = foldPlace(seg)
      .replace(/(?: (?:a|au|aux|en|du|de|des|d|le|la|les|pour|sur))+$/, "")
      .split(" ");
    const start = all.findIndex((w) => isProper(w) && !isOrdinary(w));
    const name = all.slice(start).join(" ");
    const found = start > 0 && all.slice(0, start).every(isOrdinary) ? communeOf(name) : undefined;
    return found ? other(shown(name), found) : null;
  };

  /** "IS 101 - BOURG-NEUF - T1 2026": words that are no title's, all written as a name is. */
  const isName = ({ text, beforeName }: Segment, isProper: IsProper): boolean => {
    const all = foldPlace(text).split(" ");
    const strange = all.filter((w) => !isOrdinary(w));
    const allowed = all.every(
      (w) => strange.includes(w) || /^(?:de|du|des|d|la|le|les|l|en|sur|sous|aux?|et|saint|sainte)$/.test(w),
    );
    return !beforeName && allowed && strange.length > 0 && strange.length <= 5 && strange.every(isProper);
  };

  /** The names among the words of a file's name: "IS101_export_VILLE-HAUTE_v2". */
  const inFileName = (text: string): PlaceSaid | null => {
    const tokens = parse(text).segments.flatMap((s) =>
      foldPlace(s.text)
        .split(" ")
        .filter((t) => t !== ""),
    );
    const joined = pad(tokens.join(" "));
    if (joined.includes(pad(own)) || parse(text).ours)
      return tokens.length > own.split(" ").length
        ? (combine(readSegments(text, "file")) ?? { kind: "ours", text })
        : { kind: "ours", text };
    const [code] = tokens.flatMap((t) => (CODE.test(t) ? (ofCode(t, t) ?? []) : []));
    if (code) return code;
    for (let n = Math.min(6, tokens.length); n > 0; n--)
      for (let i = 0; i + n <= tokens.length; i++) {
        const name = tokens.slice(i, i + n).join(" ");
        if (name.replace(/ /g, "").length < 4 || (n === 1 && (isOrdinary(name) || /\d/.test(name)))) continue;
        const found = communeOf(name);
        if (!found) continue;
        const shown = originalWords(text).shown(name);
        const before = tokens.slice(0, i).join(" ");
        return places.services.test(before) ? { kind: "doubt", text: shown, by: "service" } : other(shown, found);
      }
    return null;
  };

  const read = (text: string, of: PlaceOf, key: PlaceKey | undefined): PlaceSaid | null => {
    const facets = parse(text);
    if (facets.ours) return { kind: "ours", text };
    if (facets.ignored) return null;
    if (of === "file") return inFileName(text);
    if (of === "cell" && key) {
      const original = originalWords(text);
      return ofKey(text.toLowerCase(), text, key, (w) => original.capital.has(w));
    }
    const ofLetter = OF_A_LETTER.test(text) && facets.statements.length === 0 && !INSEE.test(foldPlace(text));
    if (of === "line" && ofLetter) return null;
    return combine(readSegments(text, of));
  };

  return settings.isDefault ? () => null : remember(read);
}

const ARTICLES_BEFORE_NAME = /^(?:de|du|des|d) /;

/** A line that is short and no sentence. */
const isTitle = (text: string, of: PlaceOf): boolean => of === "line" && text.length <= 120 && !/\.\s*$/.test(text);

/** "99001" => "99"; the settings' own when they say it. */
const departementOf = ({ commune }: Settings): string | null =>
  commune.departement ?? commune.insee?.slice(0, commune.insee.startsWith("97") ? 3 : 2) ?? null;

/** What the pieces of one text say together. */
export function combine(said: readonly PlaceSaid[]): PlaceSaid | null {
  const ours = said.find((s) => s.kind === "ours");
  const strange = said.filter((s) => s.kind === "elsewhere");
  const by = (...kinds: readonly string[]) => strange.find((s) => kinds.includes(s.by));
  const besides = by("several", "part", "whole");
  if (besides) return besides;
  const commune = by("commune");
  if (ours && commune) return { ...commune, by: "several", what: `plusieurs communes, dont ${commune.what}` };
  return ours ?? commune ?? by("area") ?? said.find((s) => s.kind === "doubt") ?? null;
}

/** The words of a text that begin with a capital, folded; and a folded piece of it as it was written. */
function originalWords(text: string): {
  readonly capital: ReadonlySet<string>;
  readonly shown: (piece: string) => string;
} {
  const capital = new Set<string>();
  const flat: string[] = [];
  const at: number[] = [];
  for (const word of text.matchAll(/[\p{L}\p{N}]+/gu))
    if (/^\p{Lu}/u.test(word[0])) for (const part of foldPlace(word[0]).split(" ")) capital.add(part);
  [...text].reduce((index, char) => {
    const plain = fold(char);
    for (const c of plain) {
      flat.push(c);
      at.push(index);
    }
    return index + char.length;
  }, 0);
  const shown = (piece: string): string => {
    const letters = [...piece].map((c) => fold(c)).join("");
    const start = letters === "" ? -1 : flat.join("").indexOf(letters);
    const [from, to] = [at[start], at[start + letters.length - 1]];
    return start === -1 || from === undefined || to === undefined ? piece : text.slice(from, to + 1);
  };
  return { capital, shown };
}

/** « VILLE-HAUTE » est une autre commune (Ville-Haute, 99002). */
export const sayPlace = ({ text, what }: Extract<PlaceSaid, { kind: "elsewhere" }>): string =>
  `${quote(text.length > 60 ? `${text.slice(0, 59)}…` : text)} est ${what}`;
