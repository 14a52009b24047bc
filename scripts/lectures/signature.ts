/** Who signs a document, or has made it: another name at that place from one quarter to the next changes no figure. */
import type { News } from "../map/index.ts";
import { hasNoEffect, type Recognition } from "../model/observation.ts";
import { fold } from "../nomenclature/index.ts";

/** Folded. */
const MADE_BY =
  /^(?:signe|signature|saisie?|redig\w*|redacteur|edit(?:e|ion|eur)|utilisateur|visa)\b|^(?:l |le |la )?(?:commissaire|commandant|capitaine|lieutenant|colonel|major|adjudant|brigadier|gardien|gendarme|directeur|directrice|chef d)\b/;
/** "Le 6 juillet 2026, adjudant Brasseur" */
const DATED = /^\s*le \d{1,2}(?:er)? \p{L}+ \d{4},?\s*/iu;
/** What limits what is counted, whatever its first word. Folded. */
const LIMITS =
  /\b(?:hor|san|sauf|hormi|except\w*|exclu\w*|seul\w*|uniquement|non|pa|partiel\w*|provisoire|champ|fait|donnee|chiffre)\b/;
const MOST_WORDS = 10;

const isSignature = (text: string): boolean => {
  const folded = fold(text.replace(DATED, ""));
  return folded.split(" ").length <= MOST_WORDS && MADE_BY.test(folded) && !LIMITS.test(folded);
};

/** A text that had no effect where another name now signs, alone or beside « Utilisateur ». */
export function isSignedAnew(news: News, like: Recognition, later: Recognition): boolean {
  if (news.is !== "changed") return false;
  const { part, row } = news.place;
  const [r, c] = news.was;
  const before = like.tables.find(({ grid }) => grid.part === part) ?? like.tables[0];
  const cells = later.tables.find(({ grid }) => grid.part === part)?.grid.rows[row - 1] ?? [];
  const [label = ""] = cells.map(({ text }) => text.trim()).filter((text) => text !== "");
  return (
    hasNoEffect(before?.readings[r]?.[c]) && (isSignature(news.text) || (label !== news.text && isSignature(label)))
  );
}
