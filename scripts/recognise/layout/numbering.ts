/** Rows that number the columns: they stand between the headings and the lines. */
import { nextRow, type View } from "./view.ts";

/**
 * "(1) (2) (3)", "A B C", "1 2³ 3": consecutive marks, each with its note or none, and nothing else, between the headings and the lines. Bare
 * numbers begin at 1: "3 | 4" may be counts.
 */
export function isNumbering(view: View, row: number): boolean {
  const cells = view.own(row);
  const marks = cells.map((c) => /^[([]?\s*(\d{1,2}|[A-Za-z]{1,2})\s*[)\]]?[¹²³⁴-⁹]?$/.exec(c.text)?.[1]);
  const ranks = marks.map(rankOf);
  const [first] = ranks;
  const begins = first === 1 || (ranks.length >= 2 && cells.every((c) => !/^\d+[¹²³⁴-⁹]?$/.test(c.text)));
  return first !== undefined && begins && ranks.every((r, i) => r === first + i) && nextRow(view, row) !== undefined;
}

const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

/** "A", "B", "C" or "I.", "II.", "III." down a column: they number its rows, or families among them. */
export function areRanks(texts: readonly string[]): boolean {
  const marks = texts.map((text) => /^([A-Z]|[IVX]+)[.)]?$/.exec(text)?.[1] ?? "");
  const isLettered = marks.every((mark, i) => mark.length === 1 && rankOf(mark) === i + 1);
  return isLettered || marks.every((mark, i) => mark === ROMAN[i]);
}

/** "2" => 2, "B" => 2, "AB" => 28; NaN for what is no mark. */
function rankOf(mark: string | undefined): number {
  if (mark === undefined) return Number.NaN;
  if (/\d/.test(mark)) return Number(mark);
  return [...mark.toUpperCase()].reduce((rank, letter) => rank * 26 + letter.charCodeAt(0) - 64, 0);
}
