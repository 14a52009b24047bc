/**
 * The words that are known around figures: one closed list. A text is understood when all its words are; any other word may say what is
 * counted, or where, and a person is asked.
 */
import { remember } from "../../model/remember.ts";
import { fold, foldPlace, isPostCode, legendsIn } from "../../nomenclature/index.ts";
import { LIKE_A_NAME, NAMED_PERSON } from "../persons/words.ts";
import { isOfMaking, isOfReaders } from "./of-document.ts";
import { type IsProper, originalWords } from "./original-words.ts";
import { heads, OF_A_LETTER } from "./place-text.ts";
import type { Tools, Vocabulary } from "./tools.ts";

/** "Ne concerne que la police". */
const ONLY = /\bne (?:\w+ ){1,2}que\b/;
/** "Seuls janvier et février sont comptés"; « un seul verbalisé » says nothing of the figures. */
const ALONE = /^seule? /;
const HOURS = /\b\d{1,2} ?h(?:eure)?\b/;
/** A note that begins so speaks of the figures, whatever its length. Folded. */
const OF_FIGURES =
  /^(?:(?:note|nota|nb|n b|remarque|attention|avertissement|tou[ts]?|ce|cet|cette|le|la|l|\d) )*(?:champ|perimetre|territoire|zone geographique|y compri|uniquement|seulement|hor|san|sauf|hormi|chiffre|donnee|statistique|resultat)\b/;
/** "Champ : …" speaks of the figures, as a title does. */
export const isScope = (text: string): boolean =>
  /^(?:champ|perimetre|territoire|commune|zone geographique)\b/.test(fold(text));
/** Words within a name. */
const SMALL = /^(?:de|du|des|d|la|le|les|l|en|lez|pres|sur|sous|aux?|et|saint|sainte)$/;
/** Words of a note; a longer one is a comment. */
const FEW = 12;

/** « Marie DUPONT », but « Le BOSQUET », and « Périmètre QPV » or « Hors VIF », whose first word is one of the statements. */
const isPerson = (text: string, { isCommon }: Known): boolean =>
  NAMED_PERSON.test(text) ||
  (LIKE_A_NAME.test(text) &&
    !/^(?:Le|La|Les) /.test(text) &&
    !text.split(/[^\p{L}\p{M}]+/u).some((word) => /\p{Ll}/u.test(word) && isCommon(fold(word))));

type Knowledge = Omit<Tools, "vocabulary" | "beside" | "asides" | "sheets" | "statement">;

/** What a text is held against. */
interface Known extends Pick<Knowledge, "words" | "placeWords" | "parse" | "placeIn"> {
  /** What the settings have said of a piece is no question any more. Folded. */
  readonly settled: ReadonlySet<string>;
  /** The text folded, the commune's name taken out. */
  readonly withoutOwn: (text: string) => string;
  /** A word that the lists have. Folded. */
  readonly isCommon: (word: string) => boolean;
  /** A word that no list has, or that limits what is counted. */
  readonly isStrange: (word: string) => boolean;
}

export function createVocabulary(tools: Knowledge): Vocabulary {
  const { words, placeWords, settings, parse, placeIn, file } = tools;
  if (settings.isDefault) return { strangePiece: () => null, isStrangeNote: () => false, isOfFigures: () => false };
  const said = settings.words.filter((w) => w.file === null || w.file === file.path);
  const own = ` ${foldPlace(settings.commune.name)} `;
  const known: Known = {
    words,
    placeWords,
    parse,
    placeIn,
    settled: new Set([...said.map((w) => w.text), ...settings.labels.map((l) => l.label)].map(fold)),
    withoutOwn: (text) => ` ${foldPlace(text)} `.replace(own, " ").trim(),
    ...knownWords(tools),
  };
  return {
    strangePiece: remember((text) => strangePiece(text, known)),
    isStrangeNote: remember((text) => isStrangeNote(text, known)),
    isOfFigures: (text) => {
      const note = fold(text).replaceAll(words.provisional, "");
      return isLimit(note, words) || OF_FIGURES.test(note);
    },
  };
}

function knownWords({
  words,
  placeWords,
  nomenclature,
  placeIn,
  settings: { commune },
}: Knowledge): Pick<Known, "isCommon" | "isStrange"> {
  const ofLines = nomenclature.statements.flatMap((s) => [
    ...[s.label, s.title, ...s.names],
    ...s.indicators.flatMap((i) => [i.label, ...i.aliases]),
  ]);
  const { documents, titles, keys, parts, services, wider, whole } = placeWords;
  const lists = [words.vocabulary, ofLines.flatMap((text) => fold(text).split(" ")), documents, titles, keys.keys()];
  const all = new Set(lists.flatMap((list) => [...list]));
  // "maires", "transmis": as they are, and folded
  const isCommon = (word: string): boolean =>
    [word, fold(word)].some((form) => all.has(form)) || [services, wider, whole].some((area) => area.test(word));
  /** Another commune's: "Code 99012"; that of our post may be one. */
  const isCode = (word: string): boolean =>
    /^\d{5}$/.test(word) && !isPostCode(commune, word) && placeIn(word, "cell", "commune")?.kind === "elsewhere";
  const isStrange = (word: string): boolean =>
    isCode(word) ||
    parts.test(word) ||
    (/^(?=.*[aeiouy])[a-z]{4,}$/.test(word) && !SMALL.test(word) && !isCommon(word));
  return { isCommon, isStrange };
}

/** "Rédacteur : Durand": neither the one nor what it says of the other, unless the first is known: "Délinquance : …". */
function piecesOf(text: string, { parse, placeWords, isStrange }: Known): readonly string[] {
  const { shown } = originalWords(text);
  const pieces = parse(text).segments.flatMap((s) => (foldPlace(s.text) === "" ? [] : [s.text]));
  const isHead = (piece: string | undefined): piece is string => piece !== undefined && heads(text, shown(piece));
  const isTopic = (piece: string): boolean =>
    !placeWords.services.test(foldPlace(piece)) &&
    !foldPlace(piece)
      .split(" ")
      .some((word) => isStrange(word) || placeWords.documents.has(fold(word)));
  return pieces.filter((piece, i) => !isHead(piece) && !(isHead(pieces[i - 1]) && !isTopic(pieces[i - 1] ?? "")));
}

function strangePiece(text: string, known: Known): string | null {
  const isSentence = OF_A_LETTER.test(text) || text.length > 120 || /\.\s*$/.test(text);
  if (isSentence || known.parse(text).declared || legendsIn(text).length > 0 || isPerson(text, known)) return null;
  const { capital, shown } = originalWords(text);
  const isProper = (word: string): boolean => capital.has(word);
  const [piece, second] = piecesOf(text, known).filter((one) => isUnknown(one, isProper, known));
  if (piece === undefined) return null;
  // a piece around a period is no piece of the text as it was written
  return second === undefined && text.includes(shown(piece)) ? shown(piece) : text;
}

/** A piece with a word that is not known, which names no place. */
function isUnknown(piece: string, isProper: IsProper, known: Known): boolean {
  const { words, placeWords, parse, placeIn, settled, withoutOwn, isStrange } = known;
  const folded = fold(piece);
  if (settled.has(folded) || isOfReaders(folded, words)) return false;
  // "Cumul des brigades", "Compagnie", "Unités": of a force that is not named; "Brigade de Saint-X" says a place
  const { force, weakForce } = parse(piece);
  const isOfUnits = !/unite de d?e?compte/.test(folded) && folded.split(" ").some((word) => words.units.has(word));
  if (isOfUnits && force === null && weakForce === null) return withoutOwn(piece) === foldPlace(piece);
  const all = withoutOwn(piece).split(" ");
  // "Commandant Lefort"
  const isTold = (word: string, i: number): boolean =>
    isStrange(word) && !(isProper(word) && placeWords.documents.has(fold(all[i - 1] ?? "")));
  const said = folded.replaceAll(words.provisional, "");
  const isLimited =
    words.limits.test(said) ||
    (force === null && weakForce === null && (words.exceptions.note.test(said) || ALONE.test(said)));
  if (placeWords.services.test(all.join(" ")) || !(all.some(isTold) || isLimited)) return false;
  const place = placeIn(piece, "line");
  return isLimited || place === null || place.kind === "ours";
}

const isLimit = (note: string, { limits, exceptions }: Known["words"]): boolean =>
  limits.test(note) || exceptions.note.test(note) || HOURS.test(note) || ALONE.test(note);

function isStrangeNote(text: string, known: Known): boolean {
  const { words, parse, placeIn, withoutOwn, isStrange } = known;
  const facets = parse(text);
  const { declared, ignored, ours, segments, statements } = facets;
  const force = facets.force ?? facets.weakForce;
  const note = fold(text).replaceAll(words.provisional, "");
  const isOfDocument = statements.length === 0 && (isOfMaking(note, words) || isOfReaders(note, words));
  if (declared || ignored || ours || isOfDocument || legendsIn(text).length > 0 || OF_A_LETTER.test(text)) return false;
  const isOfFigures = OF_FIGURES.test(note);
  if (note.split(" ").length > FEW && !isOfFigures)
    return (facets.periods.length > 0 || /[«"]/.test(text)) && isLimit(note, words);
  if (force === "PN" || force === "GN") {
    const { exceptions } = words;
    return (
      isScope(text) ||
      exceptions.note.test(note) ||
      exceptions.force.test(note) ||
      words.limits.test(note) ||
      ONLY.test(note)
    );
  }
  if (isLimit(note, words)) return true;
  if (/[.;]\s*$/.test(text) && !isOfFigures) return false;
  const place = placeIn(text, "line");
  if (place !== null) return place.kind !== "ours";
  // a name beside words that are known is a person's: "Commissaire Lefort"
  const { capital } = originalWords(text);
  const isName = (word: string, i: number): boolean => !isOfFigures && i > 0 && capital.has(word);
  const all = withoutOwn(segments.map((s) => s.text).join(" ")).split(" ");
  return (
    !text.split(/ [-–—] /).some((part) => isPerson(part, known)) &&
    all.some((word, i) => isStrange(word) && !isName(word, i))
  );
}
