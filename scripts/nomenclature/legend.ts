/** "n.s. : non significatif", "Case vide = aucun fait", "- : 0": what a note says that a mark in the place of a number means. */
import { parseNumber } from "../model/number.ts";
import type { Force } from "../model/observation.ts";

export interface Legend {
  /** As it stands in the cells, in small letters: "n.s.", "-"; "" for a cell that is left blank. */
  readonly mark: string;
  /** It stands for no fact. */
  readonly isNone: boolean;
  /** "Gendarmerie : case vide = aucun fait"; null: said of all. */
  readonly force: Force | null;
}

const OF_A_FORCE = /^\s*(?:pour |en )?(?:la )?(?:zone )?(police|gendarmerie)(?: nationale)?\s*[:,–-]\s*/i;

/** The mark, or the name of an empty cell, and what it means. */
const LEGEND =
  /^\s*(?:l[ée]gendes?\s*:\s*)?[("«]?\s*(?:(?:les? |une? )?(?:cases?|cellules?) vides?|([^\s)"»:=]{1,7}))\s*[)"»]?\s*(?:[:=]|signifient?|correspondent? à|valent)\s*(\S.*)$/i;
/** What stands for no fact. */
const NONE =
  /^(?:0|z[ée]ro|n[ée]ant|nul|aucune?|pas de)(?: faits?(?: constat[ée]s?| enregistr[ée]s?)?)?(?: (?:sur|pendant|durant|dans|au cours d[eu]) (?:la |le |l[’'])?(?:p[ée]riode|trimestre|semestre|mois))?[\s.]*$/i;

/** @returns none where the note says something else. "- = aucun fait ; n.d. = non disponible" has two. */
export const legendsIn = (note: string): readonly Legend[] => {
  const name = OF_A_FORCE.exec(note)?.[1]?.toLowerCase();
  const force = name === undefined ? null : name === "police" ? "PN" : "GN";
  const found = note
    .replace(OF_A_FORCE, "")
    .split(/[;,]/)
    .map((text) => legendOf(text, force));
  return found.every((legend) => legend !== undefined) ? found : [];
};

function legendOf(text: string, force: Force | null): Legend | undefined {
  const [, said = "", meaning] = LEGEND.exec(text) ?? [];
  const mark = markOf(/^tirets?$/i.test(said) ? "-" : said);
  const isNone = NONE.test(meaning ?? "");
  // « 0 : donnée non disponible » is no legend: its zeros would be counts
  const isMark = mark === "" || (mark === "0" && isNone) || parseNumber(mark)?.kind === "absent";
  return meaning !== undefined && isMark ? { mark, isNone, force } : undefined;
}

/** A cell's text as legends name it: every dash is one. */
export const markOf = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/^[-‐-―−]+$/, "-");
