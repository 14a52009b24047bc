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
const NUMBERING =
  /^\s*(?:[•·▪►>*–—-]+\s*|(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,4}|[A-Za-z])\s*[.)/°:–—-]+\s+|\d{1,2}(?:\.\d{1,2})+\s+(?=\p{L})|\d{1,3}(?:\s*[,;/+&–—-]\s*\d{1,3})*\s*[.):–—-]*\s+(?=\p{L}))+/u;

/** Removes numbering before a label and index numbers in it: "3 - Cambriolages (27, 28)" => "Cambriolages" */
export function stripIndex(label: string): string {
  return label.replace(INDEX_IN_BRACKETS, " ").replace(INDEX_WORDS, " ").replace(NUMBERING, "").trim();
}
