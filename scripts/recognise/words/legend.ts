/** "n.s. : non significatif", "Case vide = aucun fait", "- : 0": what a note says that a mark in the place of a number means. */
import { parseNumber } from "../../model/number.ts";

export interface Legend {
  /** As it stands in the cells, in small letters: "n.s.", "-"; "" for a cell that is left blank. */
  readonly mark: string;
  /** It stands for no fact. */
  readonly isNone: boolean;
}

const BLANK = /^(?:les? |une? )?(?:cases?|cellules?) vides?$/i;
const MARK_AND_MEANING =
  /^\s*[("«]?\s*([^\s)"»:=]{1,7}|(?:les? |une? )?(?:cases?|cellules?) vides?)\s*[)"»]?\s*(?:[:=]|signifient?|correspondent? à|valent)\s*(\S.*)$/i;
const NONE = /^(?:0|z[ée]ro|n[ée]ant|nul|aucune?|pas de)(?: faits?(?: constat[ée]s?| enregistr[ée]s?)?)?[\s.]*$/i;

/** @returns none where the note says something else. "- = aucun fait ; n.d. = non disponible" has two. */
export const legendsIn = (note: string): readonly Legend[] => {
  const found = note.split(/[;,]/).map(legendOf);
  return found.every((legend) => legend !== undefined) ? found : [];
};

function legendOf(text: string): Legend | undefined {
  const [, said = "", meaning = ""] = MARK_AND_MEANING.exec(text) ?? [];
  const mark = BLANK.test(said) ? "" : markOf(/^tirets?$/i.test(said) ? "-" : said);
  const isMark = said !== "" && (mark === "" || parseNumber(mark)?.kind === "absent");
  return isMark ? { mark, isNone: NONE.test(meaning) } : undefined;
}

/** A cell's text as legends name it: every dash is one. */
export const markOf = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/^[-‐-―−]+$/, "-");
