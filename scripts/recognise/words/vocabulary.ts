/** The words that are known around figures; a text with any other may say what is counted, or where. */
import type { Nomenclature } from "../../model/nomenclature.ts";
import { once, remember } from "../../model/remember.ts";
import type { Settings } from "../../model/settings.ts";
import { communeOfCode, fold, foldPlace, type PlaceWords, type Words } from "../../nomenclature/index.ts";
import { LIKE_A_NAME, NAMED_PERSON } from "../persons/words.ts";
import type { FacetParser } from "./facets.ts";
import { originalWords } from "./original-words.ts";
import { SMALL } from "./place-proper-names.ts";
import type { PlaceReader } from "./place-said.ts";
import { heads, OF_A_LETTER } from "./place-text.ts";
import type { Facets } from "./said.ts";

export interface Vocabulary {
  /** The piece of a title or caption that holds a word of no list: "procédures clôturées", "Imercourt"; null where all are known. */
  readonly strangePiece: (text: string) => string | null;
  /** Does a note hold such a word? */
  readonly isStrangeNote: (text: string) => boolean;
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

/** « Marie DUPONT », but « Le BOSQUET ». */
const isPerson = (text: string): boolean =>
  NAMED_PERSON.test(text) || (LIKE_A_NAME.test(text) && !/^(?:Le|La|Les) /.test(text));

export function createVocabulary(knowledge: Knowledge): Vocabulary {
  const { words, placeWords, nomenclature, settings, parse, placeIn, file } = knowledge;
  const ofLines = nomenclature.statements.flatMap((s) => [
    ...[s.label, s.title, ...s.names],
    ...s.indicators.flatMap((i) => [i.label, ...i.aliases]),
  ]);
  const vocabulary = new Set([...words.vocabulary, ...ofLines.flatMap((text) => fold(text).split(" "))]);
  const said = settings.words.filter((w) => w.file === null || w.file === file);
  const settled = new Set([...said.map((w) => w.text), ...settings.labels.map((l) => l.label)].map(fold));

  const own = ` ${foldPlace(settings.commune.name)} `;
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

  const findPiece = (text: string): string | null => {
    const facets = parse(text);
    if (facets.declared || isPerson(text) || isSentence(text)) return null;
    const { capital, shown } = originalWords(text);
    for (const piece of piecesOf(text, facets)) {
      const isLoud = shown(piece) === shown(piece).toUpperCase();
      const rest = ` ${foldPlace(piece)} `.replace(own, " ").trim();
      const all = rest.split(" ");
      // a capital within a piece is a name's: "Commandant Lefort"
      const isTold = (word: string, i: number): boolean =>
        isCode(word) ||
        placeWords.parts.test(word) ||
        (isStrange(word) && (i === 0 || isLoud || !capital.has(word) || SMALL.test(all[i - 1] ?? "")));
      const isKnown = !all.some(isTold) || placeWords.services.test(rest) || settled.has(fold(piece));
      const place = isKnown ? null : placeIn(piece, "line");
      if (!isKnown && (place === null || place.kind === "ours")) return shown(piece);
    }
    return null;
  };

  const isStrangeNote = (text: string): boolean =>
    ` ${foldPlace(text)} `
      .replace(own, " ")
      .split(" ")
      .some((word) => isStrange(word) || isCode(word));

  return settings.isDefault
    ? { strangePiece: () => null, isStrangeNote: () => false }
    : { strangePiece: remember(findPiece), isStrangeNote };
}
