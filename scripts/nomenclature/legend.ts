/** "n.s. : non significatif", "Case vide = aucun fait", "- : 0": what a note says that a mark in the place of a number means. */
import { parseNumber } from "../model/number.ts";

export interface Legend {
  /** As it stands in the cells, in small letters: "n.s.", "-"; "" for a cell that is left blank. */
  readonly mark: string;
  /** It stands for no fact. */
  readonly isNone: boolean;
}

/** The mark, or the name of an empty cell, and what it means. */
const LEGEND =
  /^\s*(?:l[ée]gendes?\s*:\s*)?[("«]?\s*(?:(?:les? |une? )?(?:cases?|cellules?) vides?|([^\s)"»:=]{1,7}))\s*[)"»]?\s*(?:[:=]|signifient?|correspondent? à|valent)\s*(\S.*)$/i;
/** What stands for no fact. */
const NONE = /^(?:0|z[ée]ro|n[ée]ant|nul|aucune?|pas de)(?: faits?(?: constat[ée]s?| enregistr[ée]s?)?)?[\s.]*$/i;

/** @returns none where the note says something else. "- = aucun fait ; n.d. = non disponible" has two. */
export const legendsIn = (note: string): readonly Legend[] => {
  const found = note.split(/[;,]/).map(legendOf);
  return found.every((legend) => legend !== undefined) ? found : [];
};

function legendOf(text: string): Legend | undefined {
  const [, said = "", meaning] = LEGEND.exec(text) ?? [];
  const mark = markOf(/^tirets?$/i.test(said) ? "-" : said);
  const isMark = mark === "" || parseNumber(mark)?.kind === "absent";
  return meaning !== undefined && isMark ? { mark, isNone: NONE.test(meaning) } : undefined;
}

/** A cell's text as legends name it: every dash is one. */
export const markOf = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/^[-‐-―−]+$/, "-");
