/** A text too long for a page (a label of 10 000 characters) is cut where it is shown; donnees.csv and the control sheet keep it whole. */
import { mapTexts } from "../../model/json.ts";

/** Longest text of a table's cell or of a figure: more would fill a page. */
const MOST_IN_CELL = 400;
/** A longer run of characters is no word. */
const MOST_IN_WORD = 120;

/** Letters with no place to break the line: in a cell, a longer run would push the other columns off the page. */
const LONG_RUN = /([\p{L}\p{N}_]{32})[\p{L}\p{N}_]+…?/gu;

const LONG_WORD = new RegExp(`(\\S{${MOST_IN_WORD}})\\S+`, "gu");

const cutWords = (text: string): string => (text.length > MOST_IN_WORD ? text.replace(LONG_WORD, "$1…") : text);

function cutCell(text: string): string {
  const words = cutWords(text);
  const short = words.length > MOST_IN_CELL ? `${words.slice(0, MOST_IN_CELL).trimEnd()}…` : words;
  return short.replace(LONG_RUN, "$1…");
}

/** The same plain data with its texts cut: whole texts in tables and figures, single words elsewhere; never an identifier or a place. */
export const withinPage = mapTexts(cutWords, { table: cutCell, charts: cutCell, id: null, line: null, from: null });
