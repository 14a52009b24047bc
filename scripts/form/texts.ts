/**
 * A received text as its form: words that the program's own lists have stay, years are shifted, our commune is an invented one, and any other
 * word is « xxxxx », whatever its letters and their number: a closed list stays, nothing else.
 */
import { MONTHS } from "../model/format.ts";
import type { Nomenclature } from "../model/nomenclature.ts";
import { remember } from "../model/remember.ts";
import type { Settings } from "../model/settings.ts";
import { createOwnCommune, fold, foldPlace, initialsOf, loadWords } from "../nomenclature/index.ts";
import { createOwnName } from "../recognise/words/own-name.ts";

/** In the place of ours, as a form is written and as it is read back. */
export const INVENTED = { name: "Valmont-sur-Lys", insee: "99001", departement: "99" } as const;

const NOTHING = "(?![\\p{L}\\d])";
/** « … trimestre 2019 cambriolages »: of facts, and no year. */
const YEAR = "(?<y>(?:19|20)\\d\\d)(?!\\d|\\s+(?:faits?|infractions?|délits?|crimes?|cambriolages?|vols?)(?!\\p{L}))";
const SHORT = `(?:${YEAR}|(?<yy>\\d\\d)(?![\\p{L}\\d]|\\s+\\p{L}))`;
const MONTH = `(?:${MONTHS.join("|")}|fevrier|aout|decembre|janv|fév|fev|févr|fevr|avr|juil|sept?|oct|nov|déc|dec)${NOTHING}\\.?`;
const RANK =
  "(?:1\\s?(?:er|re|ᵉʳ)|[2-4]\\s?(?:e|è|[eè]me|nde?|ᵉ)|premier|deuxième|second|troisième|quatrième|i{1,3}|iv)";
const PART = `(?:trimestre|trim\\.?|semestre|sem\\.?)${NOTHING}`;
const DAY = "(?:\\d{1,2}\\s?(?:er)?\\s+)?";
/** How a period or a day is written; a year alone only where another word says that it is one, for it may be a count. */
const PERIODS = [
  `(?:0?[1-9]|[12]\\d|3[01])[/.-](?:0?[1-9]|1[0-2])[/.-]${YEAR}`,
  `(?:0[1-9]|[12]\\d|3[01])[/.-](?:0[1-9]|1[0-2])[/.-](?<yy>\\d\\d)(?![\\p{L}\\d])`,
  `${YEAR}[-/]?[TSQ][1-4]${NOTHING}`,
  `${YEAR}[-/](?:0[1-9]|1[0-2])(?:[-/]\\d\\d)?(?!\\d)`,
  `(?:0?[1-9]|1[0-2])/${YEAR}`,
  `${DAY}${MONTH}(?:\\s*(?:à|a|au|et|,|[-–/])\\s*${DAY}${MONTH})*(?:[\\s'’-]*${SHORT})?`,
  `${RANK}\\s*${PART}(?:\\s*(?:de\\s+)?(?:l['’]année\\s+)?[-/ ]*${SHORT})?`,
  `(?:[TSQ][1-4]|[1-4][TS])(?:[\\s'’/-]*${SHORT})?${NOTHING}`,
  `${YEAR}\\s*[/-]\\s*(?<other>(?:19|20)\\d\\d)(?!\\d)`,
  `(?<=\\b(?:années?|an|exercice|en|depuis|rappel|cumul|bilan|situation|trimestre|semestre)\\s*)${YEAR}`,
].map((pattern) => new RegExp(pattern, "iuy"));

/** Of time, beside the periods: none is a name. */
const OF_TIME = [
  "cumul",
  "cumulé",
  "année",
  "année civile",
  "glissants",
  "mois glissants",
  "à fin",
  "depuis le début de l'année",
];

/** Marks for none, as they stand. */
export const NONE = /^(?:[-–—−.…*/]+|n\.?[dcs]\.?|s\.?o?\.?|n\/[ad]|x|néant|neant)$/i;

/** A month alone, which may be a person's name too. */
export const isMonth = (text: string): boolean => new RegExp(`^${MONTH}$`, "iu").test(text.trim());

/** A year, or the two digits that end one. */
export const shifted = (year: string, shift: number): string =>
  String((Number(year) + shift + 10_000) % 10 ** year.length).padStart(year.length, "0");

/** How years are moved: by how many, from a year near which they all stand. */
export interface Shift {
  readonly by: number;
  readonly near: number;
}

/** The period that stands at that place of the text, its years shifted. */
function periodAt(
  text: string,
  at: number,
  { by, near }: Shift,
): { readonly length: number; readonly text: string } | null {
  const isNear = (year: string): boolean => Number(year) >= near - 12 && Number(year) <= near + 1;
  for (const pattern of PERIODS) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) continue;
    const { y, other, yy } = found.groups ?? {};
    if (![y, other, yy && `20${yy}`].every((year) => year === undefined || isNear(year))) continue;
    const years = found[0].replace(/(?<!\d)(?:19|20)\d\d(?!\d)/g, (year) => shifted(year, by));
    return {
      length: found[0].length,
      text: yy === undefined ? years : `${years.slice(0, -2)}${shifted(yy, by)}`,
    };
  }
  return null;
}

const blurred = (token: string): string => {
  if (/^\d/.test(token)) return token.length === 1 ? "9" : "99";
  if (token === token.toLowerCase()) return token.length === 1 ? "x" : "xxxxx";
  return token === token.toUpperCase() ? (token.length === 1 ? "X" : "XXXXX") : "Xxxxx";
};

/** Known texts, folded: what is kept of a whole piece, and the names of a force, of two words, that are kept anywhere. */
function knownIn({ statements }: Nomenclature) {
  const words = loadWords();
  const lines = statements.flatMap(({ label, title, names, indicators }) => [
    ...[label, title, ...names],
    ...indicators.flatMap((i) => [i.label, i.short, ...i.aliases, ...(i.explained ?? [])]),
  ]);
  const forces = [...words.phrases].filter(([, says]) => says.some(({ kind }) => kind === "force"));
  const known = new Set([...[...lines, ...OF_TIME].map(fold), ...words.phrases.keys()]);
  return {
    known,
    anywhere: new Set(forces.flatMap(([text]) => (text.includes(" ") ? [text] : []))),
    longest: Math.max(...[...known].map((text) => text.split(" ").length)),
  };
}

interface Span {
  /** Of its last token, and 1. */
  readonly end: number;
  readonly text: string;
  readonly isAnywhere: boolean;
}

export function createBlur(nomenclature: Nomenclature, settings: Settings, shift: Shift): (text: string) => string {
  const { known, anywhere, longest } = knownIn(nomenclature);
  const { commune } = settings;
  const writtenOut = createOwnName(settings, loadWords());
  const ours = createOwnCommune(commune);
  const own = foldPlace(commune.name);
  const initials = initialsOf(INVENTED.name)?.toUpperCase() ?? INVENTED.name;
  const isKnown = (text: string): boolean => known.has(fold(text));

  const pieceOf = (piece: string): string => {
    const tokens = [...piece.matchAll(/\p{L}[\p{L}\p{M}]*|\d+/gu)];
    const textOf = (from: number, to: number): string =>
      piece.slice(tokens[from]?.index, (tokens[to - 1]?.index ?? 0) + (tokens[to - 1]?.[0].length ?? 0));
    const ends = (from: number): readonly number[] =>
      Array.from({ length: Math.min(longest, tokens.length - from) }, (_, i) => from + i + 1).toReversed();
    const spanAt = (i: number): Span | undefined => {
      const named = ends(i).find((end) => foldPlace(textOf(i, end)) === own);
      if (named) return { end: named, text: INVENTED.name, isAnywhere: true };
      const token = tokens[i]?.[0] ?? "";
      if (ours("code", token)) return { end: i + 1, text: INVENTED.insee, isAnywhere: true };
      if (ours("initials", token)) return { end: i + 1, text: initials, isAnywhere: true };
      const start = tokens[i]?.index ?? 0;
      const period = periodAt(piece, start, shift);
      if (period && /\d/.test(period.text)) {
        const after = tokens.findIndex(({ index }) => index >= start + period.length);
        return { end: after < 0 ? tokens.length : after, text: period.text, isAnywhere: true };
      }
      const end = ends(i).find((to) => isKnown(textOf(i, to)) && !/^\d+$/.test(textOf(i, to)));
      if (!end) return undefined;
      const text = textOf(i, end);
      return { end, text, isAnywhere: anywhere.has(fold(text)) };
    };
    const spans: (Span & { readonly at: number })[] = [];
    for (let i = 0; i < tokens.length; ) {
      const found = spanAt(i) ?? { end: i + 1, text: "", isAnywhere: false };
      spans.push({ ...found, at: i });
      i = found.end;
    }
    const isWhole = spans.every(({ text }) => text !== "");
    let written = "";
    let from = 0;
    for (const { at, end, text, isAnywhere } of spans) {
      const [start, stop] = [
        tokens[at]?.index ?? 0,
        (tokens[end - 1]?.index ?? 0) + (tokens[end - 1]?.[0].length ?? 0),
      ];
      const isKept = text !== "" && (isWhole || isAnywhere);
      const shape = tokens.slice(at, end).map(([token]) => blurred(token));
      written += piece.slice(from, start) + (isKept ? text : shape.join(" "));
      from = stop;
    }
    return written + piece.slice(from);
  };

  return remember((text: string): string => {
    if (NONE.test(text.trim()) || (isKnown(text) && !/^\d+$/.test(fold(text)))) return text;
    return writtenOut(text)
      .split(/(\s[-–—]\s|[:|()[\];,\n·•]|\s\/\s)/)
      .map((piece, i) => (i % 2 === 1 ? piece : pieceOf(piece)))
      .join("")
      .replaceAll(/[▲▼△▽↑↓↗↘⬆⬇⇧⇩]/gu, "↕");
  });
}
