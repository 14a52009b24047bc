/**
 * A received text as its form: words that the program's own lists have stay, years are shifted, our commune is an invented one, another that
 * is all of a piece is always one of the same few, and any other word is « xxxxx », whatever its letters and their number.
 */
import type { Nomenclature } from "../model/nomenclature.ts";
import { remember } from "../model/remember.ts";
import type { Settings } from "../model/settings.ts";
import { communesNamed, createOwnCommune, fold, foldPlace, loadWords } from "../nomenclature/index.ts";
import { createOwnName } from "../recognise/words/own-name.ts";
import { withoutArrows } from "./numbers.ts";
import { periodAt, type Shift } from "./periods.ts";

/** In the place of ours, as a form is written and as it is read back. */
export const INVENTED = { name: "Valmont-sur-Lys", insee: "99001", departement: "99" } as const;

/** In the place of other communes, in the order in which a file names them: of the official list, so that they are read as places again. */
const OTHERS = ["Brest", "Nancy", "Dijon", "Limoges", "Pau", "Tarbes", "Nevers", "Quimper"];

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

const blurred = (token: string): string => {
  if (/^\p{Nd}/u.test(token)) return token.length === 1 ? "9" : "99";
  if (/^\p{N}/u.test(token)) return token.length === 1 ? token : "99"; // « Police¹ »
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

/** A word that says nothing by itself; several may be a name, « De La Cour ». Folded. */
const isSmall = (text: string): boolean =>
  loadWords()
    .phrases.get(text)
    ?.every(({ kind }) => kind === "filler") ?? false;

/** What a piece of a text is. */
interface Span {
  /** Of its last word, and 1. */
  readonly end: number;
  /** In its place; null: nothing that is known. */
  readonly text: string | null;
  /** It stands among unknown words too. */
  readonly isAnywhere: boolean;
}

/** A word or a number of a piece. */
interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const tokensOf = (piece: string): readonly Token[] =>
  [...piece.matchAll(/\p{L}[\p{L}\p{M}]*|\p{Nd}+|[\p{No}\p{Nl}]+/gu)].map(({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }));

type SpanAt = (piece: string, tokens: readonly Token[], at: number) => Span;

function createSpans(nomenclature: Nomenclature, { commune }: Settings, shift: Shift): SpanAt {
  const { known, anywhere, longest } = knownIn(nomenclature);
  const ours = createOwnCommune(commune);
  const own = foldPlace(commune.name);
  const others = new Map<string, number>();
  const otherFor = (name: string): string => {
    const place = foldPlace(name);
    if (!others.has(place)) others.set(place, others.size);
    const other = OTHERS[(others.get(place) ?? 0) % OTHERS.length] ?? "";
    return name === name.toUpperCase() ? other.toUpperCase() : other;
  };
  return (piece, tokens, at) => {
    const { text: token = "", start = 0 } = tokens[at] ?? {};
    const some = tokens
      .slice(at, at + longest)
      .map(({ end }, i) => ({ end: at + i + 1, text: piece.slice(start, end) }));
    const named = some.findLast(({ text }) => foldPlace(text) === own);
    if (named) return { ...named, text: INVENTED.name, isAnywhere: true };
    if (ours("code", token)) return { end: at + 1, text: INVENTED.insee, isAnywhere: true };
    if (ours("initials", token)) return { end: at + 1, text: INVENTED.name, isAnywhere: true };
    const period = periodAt(piece, start, shift);
    if (period && /\d/.test(period.text)) {
      const after = tokens.findIndex((one) => one.start >= start + period.length);
      return { end: after < 0 ? tokens.length : after, text: period.text, isAnywhere: true };
    }
    const found = some.findLast(({ text }) => known.has(fold(text)));
    const place = some.findLast(({ text }) => /^\p{Lu}/u.test(text) && communesNamed(text).length > 0);
    if (place && place.end > (found?.end ?? 0)) return { ...place, text: otherFor(place.text), isAnywhere: false };
    if (found) return { ...found, isAnywhere: anywhere.has(fold(found.text)) };
    return { end: at + 1, text: null, isAnywhere: false };
  };
}

export function createBlur(nomenclature: Nomenclature, settings: Settings, shift: Shift): (text: string) => string {
  const spanAt = createSpans(nomenclature, settings, shift);
  const { known } = knownIn(nomenclature);
  const writtenOut = createOwnName(settings);
  const pieceOf = (piece: string): string => {
    const tokens = tokensOf(piece);
    const spans: (Span & { readonly at: number })[] = [];
    for (let at = 0; at < tokens.length; at = spans.at(-1)?.end ?? at) spans.push({ ...spanAt(piece, tokens, at), at });
    const isWhole = spans.every(({ text }) => text !== null) && !spans.every(({ text }) => isSmall(fold(text ?? "")));
    const written = spans.map(({ at, end, text, isAnywhere }, i) => {
      const between = piece.slice(i === 0 ? 0 : tokens[at - 1]?.end, tokens[at]?.start);
      const shape = tokens.slice(at, end).map((token) => blurred(token.text));
      return between + (text !== null && (isWhole || isAnywhere) ? text : shape.join(" "));
    });
    return written.join("") + piece.slice(tokens.at(-1)?.end ?? 0);
  };
  return remember((text: string): string => {
    if (NONE.test(text.trim()) || known.has(fold(text))) return text;
    const pieces = writtenOut(text).split(/(\s[-–—]\s|[:|()[\];,\n·•]|\s\/\s)/);
    return withoutArrows(pieces.map((piece, i) => (i % 2 === 1 ? piece : pieceOf(piece))).join(""));
  });
}
