/** What no list of words has: a name that may be a place's ("Imercourt" alone over a table), words that may say what is counted. */
import type { Nomenclature } from "../../model/nomenclature.ts";
import { once, remember } from "../../model/remember.ts";
import type { Settings } from "../../model/settings.ts";
import { communeOfCode, fold, foldPlace, type PlaceWords, type Words } from "../../nomenclature/index.ts";
import { LIKE_A_NAME, NAMED_PERSON } from "../persons/words.ts";
import type { FacetParser } from "./facets.ts";
import { type IsProper, originalWords } from "./original-words.ts";
import { SMALL } from "./place-proper-names.ts";
import type { PlaceReader } from "./place-said.ts";
import { heads, OF_A_LETTER } from "./place-text.ts";
import type { Facets } from "./said.ts";

export interface UnknownWords {
  /** The name in the text, as it is written there; null where there is none, or where the text says a place already. */
  readonly nameIn: (text: string, of: "line" | "sheet" | "file") => string | null;
  /** The piece of a title or caption that holds words of no list: "procédures clôturées"; null where all are known, or it is a sentence. */
  readonly pieceIn: (text: string) => string | null;
}

interface Knowledge {
  readonly words: Words;
  readonly placeWords: PlaceWords;
  readonly nomenclature: Nomenclature;
  readonly settings: Settings;
  readonly parse: FacetParser;
  readonly placeIn: PlaceReader;
  /** The settings may speak of one file only. */
  readonly file: string;
}

/** Words of a longer name than this are a sentence's. */
const LONGEST = 5;
/** Before a name, and a part of it: "Le Bosquet", "Saint-Mard". */
const OPENS = /^(?:le|la|les|l|saint|sainte)$/;
/** « Marie DUPONT », but « Le BOSQUET ». */
const isPerson = (text: string): boolean =>
  NAMED_PERSON.test(text) || (LIKE_A_NAME.test(text) && !/^(?:Le|La|Les) /.test(text));

export function createUnknownWords(knowledge: Knowledge): UnknownWords {
  const { words, placeWords, nomenclature, settings, parse, placeIn, file } = knowledge;
  const ofLines = nomenclature.statements.flatMap((s) => [
    ...[s.label, s.title, ...s.names],
    ...s.indicators.flatMap((i) => [i.label, ...i.aliases]),
  ]);
  const vocabulary = new Set([...words.vocabulary, ...ofLines.flatMap((text) => fold(text).split(" "))]);
  const said = settings.words.filter((w) => w.file === null || w.file === file);
  const settled = new Set([...said.map((w) => w.text), ...settings.labels.map((l) => l.label)].map(fold));

  const own = ` ${foldPlace(settings.commune.name)} `;
  const hasOwn = (text: string): boolean => ` ${foldPlace(text)} `.includes(own);
  const isCommon = (word: string): boolean =>
    vocabulary.has(fold(word)) ||
    placeWords.documents.has(fold(word)) ||
    [word, fold(word)].some((form) => placeWords.titles.has(form)) || // "maires", "transmis"
    placeWords.keys.has(word) ||
    [placeWords.services, placeWords.wider, placeWords.parts, placeWords.whole].some((known) => known.test(word));
  const isStrange = (word: string): boolean =>
    /^(?=.*[aeiouy])[a-z]{4,}$/.test(word) && !SMALL.test(word) && !isCommon(word);

  const ownCodes = once((): readonly (string | null)[] => {
    const { insee } = settings.commune;
    return [insee, ...(insee === null ? [] : (communeOfCode(insee)?.postal ?? []))];
  });
  /** Another commune's: "Code 99012". */
  const isCode = (word: string): boolean =>
    /^\d{5}$/.test(word) && !ownCodes().includes(word) && communeOfCode(word) !== undefined;

  /** "imercourt", "chiffres d imercourt": the strange words at the end of a piece; one of a file's name may stand among others. */
  const nameIn = (piece: string, isProper: IsProper, isFile: boolean): string | null => {
    const all = foldPlace(piece).split(" ");
    const first = all.findIndex(isStrange);
    if (first === -1) return null;
    const before = all.slice(0, first).filter((word) => !SMALL.test(word));
    const leads = before.length === 0 || SMALL.test(all[first - 1] ?? "");
    if (placeWords.services.test(before.join(" ")) || !(leads || isFile)) return null;
    const rest = all.slice(first);
    const end = rest.findIndex((word) => !SMALL.test(word) && !isStrange(word));
    if (end !== -1 && !isFile) return null;
    const run = end === -1 ? rest : rest.slice(0, end);
    const name = run.slice(0, run.findLastIndex(isStrange) + 1);
    const telling = name.filter((word) => !SMALL.test(word));
    if (telling.length > LONGEST || !telling.every(isProper)) return null;
    return [...(OPENS.test(all[first - 1] ?? "") ? [all[first - 1]] : []), ...name].join(" ");
  };

  /** "Délinquance : …", but not "Rédacteur : …", "Bureau : …" */
  const isTopic = (piece: string): boolean =>
    !placeWords.services.test(foldPlace(piece)) &&
    foldPlace(piece)
      .split(" ")
      .every((word) => !isStrange(word) && !placeWords.documents.has(fold(word)));

  /** "Rédacteur : Durand": neither the one nor what it says of the other. */
  const piecesOf = (text: string, { segments }: Facets): readonly string[] => {
    const { shown } = originalWords(text);
    const pieces = segments.map((segment) => segment.text).filter((piece) => foldPlace(piece) !== "");
    const isHead = (piece: string | undefined): boolean => piece !== undefined && heads(text, shown(piece));
    return pieces.filter((piece, i) => !isHead(piece) && !(isHead(pieces[i - 1]) && !isTopic(pieces[i - 1] ?? "")));
  };

  const isSentence = (text: string): boolean => OF_A_LETTER.test(text) || text.length > 120 || /\.\s*$/.test(text);

  const findName = (text: string, of: "line" | "sheet" | "file"): string | null => {
    const facets = parse(text);
    if (facets.declared || isPerson(text) || hasOwn(text) || placeIn(text, of) !== null) return null;
    if (of === "line" && isSentence(text)) return null;
    const original = originalWords(text);
    // names of sheets, and of files named after a statement, are written in any case
    const isLoose = of === "sheet" || (of === "file" && facets.statements.length + facets.periods.length > 0);
    const isProper: IsProper = isLoose ? () => true : (word) => original.capital.has(word);
    for (const piece of piecesOf(text, facets)) {
      const name = nameIn(piece, isProper, of === "file");
      if (name !== null && !settled.has(fold(name))) return original.shown(name);
    }
    return null;
  };

  const findPiece = (text: string): string | null => {
    const facets = parse(text);
    if (facets.declared || isPerson(text) || isSentence(text)) return null;
    const { capital, shown } = originalWords(text);
    for (const piece of piecesOf(text, facets)) {
      const isLoud = shown(piece) === shown(piece).toUpperCase();
      // a capital within a piece is a name's: "Commandant Lefort"
      const isTold = (word: string, i: number): boolean =>
        isCode(word) || placeWords.parts.test(word) || (isStrange(word) && (i === 0 || isLoud || !capital.has(word)));
      const all = ` ${foldPlace(piece)} `.replace(own, " ").trim();
      const isKnown = !all.split(" ").some(isTold) || placeWords.services.test(all) || settled.has(fold(piece));
      const place = isKnown ? null : placeIn(piece, "line");
      if (!isKnown && (place === null || place.kind === "ours")) return shown(piece);
    }
    return null;
  };

  return settings.isDefault
    ? { nameIn: () => null, pieceIn: () => null }
    : { nameIn: remember(findName), pieceIn: remember(findPiece) };
}
