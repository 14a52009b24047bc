/** What is done to all texts, once, at the end: French typography, and no text too long for a page. */
import { NBSP, NNBSP } from "../../model/format.ts";
import { mapTexts } from "../../model/text/json.ts";

/** "« l'an dernier » : 3 %" gets its no-break spaces and its apostrophe; everything else stays as written. */
export const typography = (text: string): string =>
  text
    .replace(/ (?=:(?:\s|$))/g, NBSP)
    .replace(/ (?=[;!?%](?:\s|[).,]|$))/g, NNBSP)
    .replace(/(?<=\d) (?=000(?!\d))/g, NNBSP)
    .replace(/(?<=\benviron|\bpar|\bmoins) (?=\d)|(?<=\d) (?=fois\b)/g, NBSP)
    .replace(/« /g, `«${NBSP}`)
    .replace(/ »/g, `${NBSP}»`)
    .replace(/(?<=\p{L})'(?=[\p{L}\d])/gu, "’");

/** The same plain data, every text of it with French typography, but what identifies and is no prose. */
export const withTypography = mapTexts(typography, {
  ...{ id: null, line: null, from: null, kind: null, severity: null, findings: null },
  ...{ emphasis: null, mark: null, verdict: null },
});

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
