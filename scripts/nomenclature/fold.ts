/** Folding: two spellings of one label become the same key; two labels never do unless they differ only by spelling. */
import { remember } from "../model/remember.ts";

/** "15 ans et plus", "+ de 15 ans", "15 ans ou plus" are one age in the statements. */
const AGE =
  /\b(?:(?:de |des |agee?s? de )*plus de (\d+) ans?|(?:de |agee?s? de )*(\d+) ans? (?:et|ou) plus|plus (\d+) ans?)\b/g;

/**
 * Folds a text for comparison: case, accents, ligatures, apostrophes, punctuation, doubled spaces, plurals and "(s)".
 * "Vols d'accessoires sur véhicule(s)" => "vol d accessoire sur vehicule"
 */
export const fold = remember(foldText);

function foldText(text: string): string {
  return text
    .replace(/[\u00b9\u00b2\u00b3\u2070-\u2079]/g, "") // footnote marks: "Homicides¹"
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/\((?:s|e|es|x)\)/g, "")
    .replace(/(?:<|≤|⩽)=?\s*(?=(?:a |de )?\d)/g, " moins de ") // "< 18 ans" and "> 18 ans" are two lines
    .replace(/(?:>|≥|⩾)=?\s*(?=(?:a |de )?\d)/g, " plus de ")
    .replace(/(^|[\s(])[-–—−]\s*(?=de \d+ ans?\b(?! (?:et|ou) plus))/g, "$1 moins ") // "- de 15 ans"
    .replace(/\+/g, " plus ")
    .replace(/[^a-z0-9%‰]+/g, " ")
    .trim()
    .replace(AGE, (_, a?: string, b?: string, c?: string) => `de ${a ?? b ?? c} an plus`)
    .replace(/\bde de\b/g, "de")
    .replace(/(?<=[a-z]{2})[sx]\b/g, "");
}

/** Index numbers of "état 4001" and list numbering are no part of a label. */
const INDEX_IN_BRACKETS = /[([]\s*(?:index|indices|ind\.?|n°s?)?\s*:?\s*\d+(?:\s*(?:[,;/+&–—-]|et|à)\s*\d+)*\s*[)\]]/gi;
const INDEX_WORDS = /[-–—:,]?\s*\bindex\s*:?\s*\d+(?:\s*(?:[,;/+&–—-]|et|à)\s*\d+)*\s*$/i;
const PART = String.raw`(?:\d{1,3}|[IVX]{1,4}|[A-Ha-h])`;
/**
 * A bullet, or a number that its punctuation shows to be one: "• ", "- ", "3. ", "IV) ", "A.1 ", "27, 28 - ". A dash or ">" before a
 * figure says less or more: "- de 15 ans" is not "de 15 ans", nor "-2+3" "2+3".
 */
const MARKED = String.raw`[Ii]ndex\s*:?\s*(?=\d)|[•·▪►*]+\s*|[>–—-]+\s*(?=[\p{L}"«(•·▪►*]|\d{1,3}[.)]\s)(?!(?:[Dd]e|[Àà]|a)\s*\d)|(?:${PART}(?:\.${PART})*|[A-H]\d{1,2}|[A-Za-z])\s*[.)/°:–—-]+\s+(?!\d)|${PART}(?:\.${PART})+\s+(?=\p{L})`;
const LIST = String.raw`(?:index\s*:?\s*)?\d{1,3}(?:\s*(?:[,;/+&–—-]|à|et)\s*\d{1,3})*\s*`;
const NUMBER = new RegExp(String.raw`^\s*(?:${MARKED}|${LIST}[.):–—-]+\s+(?=\p{L}))+`, "u");
const MAYBE_NUMBER = new RegExp(String.raw`^\s*(?:[>–—-]+\s*|${MARKED}|${LIST}[.):–—-]*\s+(?=\p{L}))+`, "u");

const withoutIndex = (label: string): string => label.replace(INDEX_IN_BRACKETS, " ").replace(INDEX_WORDS, " ");

const NUMBERS = /\d{1,3}(?:\s*(?:[,;/+&–—-]|à|et)\s*\d{1,3})*/;

/**
 * The index numbers that a label says: "15 à 22 – Vols avec armes" => 15 … 22, "Vols de véhicules (35)" => 35. A lone number before a
 * label may be its rank, and one below 10 in brackets the mark of a note: they say nothing.
 */
export function indexNumbers(label: string): readonly number[] {
  const bracket = label.match(INDEX_IN_BRACKETS)?.[0] ?? INDEX_WORDS.exec(label)?.[0];
  const before = /^\s*(?:index\s*:?\s*)?(\d{1,3}(?:\s*(?:[,;/+&–—-]|à|et)\s*\d{1,3})*)\s*[-–—:.)]*\s+\p{L}/iu.exec(
    label,
  )?.[1];
  const said = NUMBERS.exec(bracket ?? before ?? "")?.[0] ?? "";
  const parts = said.split(/\s*(?:[,;/+&]|et)\s*/).filter((part) => part !== "");
  const numbers = parts.flatMap((part) => {
    const [first = 0, last = first] = part.split(/\s*(?:[–—-]|à)\s*/).map(Number);
    return last < first || last - first > 120
      ? [first, last]
      : Array.from({ length: last - first + 1 }, (_, i) => first + i);
  });
  return numbers.length === 1 && (numbers[0] ?? 0) < 10 ? [] : numbers;
}

/**
 * A label without the number before it and the index numbers in it, as it is shown: "3 - Rodéos (27, 28)" => "Rodéos". A number
 * that may be a part of the label stays: "2 roues volés", "15-18 ans".
 */
export const stripNumber = (label: string): string => withoutIndex(label).replace(NUMBER, "").trim();

/** The same, and any number before a label too: only to look a label up among known ones. "27 Cambriolages" => "Cambriolages" */
export const stripIndex = (label: string): string => withoutIndex(label).replace(MAYBE_NUMBER, "").trim();
