/** Who signs a document, or has made it: another name at that place from one quarter to the next changes no figure. */
import type { News } from "../map/index.ts";
import { hasNoEffect, type Recognition } from "../model/observation.ts";
import { closesLetter, fold } from "../nomenclature/index.ts";

const GRADES =
  "commissaire commandant capitaine lieutenant colonel major adjudant brigadier gardien gendarme directeur directrice " +
  // « Bgd-chef Petit », « MDC Roux »
  "cdt cne ltn lcl adj adc mdl mdc gpx bgd brig";
/** Folded. */
const MADE_BY = new RegExp(
  `^(?:(?:signe|signature|saisie?|redig\\w*|redacteur|edit(?:e|ion|eur)|utilisateur|visa|contact)\\b|\\w+ (?:lance|etablie?|extraite?)e? par\\b|(?:l |le |la )?(?:${GRADES.replaceAll(" ", "|")}|chef d[eu]?)\\b)|\\bconnectee? \\w+$`,
);
/** « …, à Monsieur le Maire de Valmont » */
const ADDRESSED = /\s+à\s+(?:monsieur|madame)\b.*$/is;
/** "Le 6 juillet 2026, adjudant Brasseur" */
const DATED = /^\s*le \d{1,2}(?:er)? \p{L}+ \d{4},?\s*/iu;
/** What limits what is counted, whatever its first word. Folded. */
const LIMITS =
  /\b(?:hor|san|sauf|hormi|except\w*|exclu\w*|seul\w*|uniquement|non|pa|partiel\w*|provisoire|champ|fait|donnee|chiffre)\b/;
const MOST_WORDS = 10;

const isShort = (folded: string): boolean => folded.split(" ").length <= MOST_WORDS;
const isSignature = (text: string): boolean => {
  const folded = fold(text.replace(DATED, "").replace(ADDRESSED, ""));
  return isShort(folded) && MADE_BY.test(folded) && !LIMITS.test(fold(text));
};

/** « Cordialement, » stands just over it, or over the lines of a signature that part them. */
const LINES_OF_SIGNATURE = 3;

/** A text that had no effect where another name now signs, alone, beside « Utilisateur » or under « Cordialement, ». */
export function isSignedAnew(news: News, like: Recognition, later: Recognition): boolean {
  if (news.is !== "changed") return false;
  const { part, row } = news.place;
  const [table, r, c] = news.was;
  const rows = later.tables.find(({ grid }) => grid.part === part)?.grid.rows ?? [];
  const textsIn = (at: number): readonly string[] =>
    (rows[at - 1] ?? []).map(({ text }) => text.trim()).filter((text) => text !== "");
  const [label = ""] = textsIn(row);
  const over = Array.from({ length: LINES_OF_SIGNATURE }, (_, i) => textsIn(row - 1 - i)).flat();
  const isUnderClosing =
    [news.text, ...over].some(closesLetter) && isShort(fold(news.text)) && !LIMITS.test(fold(news.text));
  const isMade = isSignature(news.text) || (label !== news.text && isSignature(label)) || isUnderClosing;
  return hasNoEffect(like.tables[table]?.readings[r]?.[c]) && isMade;
}
