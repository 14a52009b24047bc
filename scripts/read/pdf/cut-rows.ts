/** Rows of a table that the end of a page cuts in two: how they are known, and how they are made whole. */
import type { TableRow } from "../document/document.ts";
import { isValue } from "./bands.ts";
import { joinLines } from "./lines.ts";

/** A text in small letters, or after a dash, goes on with what was before; one with the mark of a list does not: "j) Tapages". */
export const goesOn = (text: string): boolean =>
  /^[\p{Ll}(«"–-]/u.test(text) && !/^(?:\p{Ll}|[ivx]{2,4})\s?[.)°]/u.test(text);

/** "146", "146 991": figures alone on their line. */
export const isFiguresOnly = (text: string): boolean => /^\d{1,3}([\s\u00a0\u202f]\d{1,3})*$/.test(text.trim());

/** A heading left at the end of its page, with no figure below it. */
export const isHeadOnly = (rows: readonly TableRow[]): boolean =>
  rows.every((row) => row.cells.every((cell) => cell.column === 0 || !isValue(cell.text)));

/** Rows with no label of their own whose figures all go on with the thousands of the row above: "4" above "146". */
export const cutRows = (rows: readonly TableRow[]): readonly TableRow[] =>
  rows.filter((row, i) => {
    const above = rows[i - 1];
    const label = row.cells.find((cell) => cell.column === 0)?.text ?? "";
    const figures = row.cells.filter((cell) => cell.column > 0 && cell.text !== "");
    const areThousands = figures.every((cell) => {
      const upper = above?.cells.find((c) => c.column === cell.column)?.text ?? "";
      return /^\d{3}$/.test(cell.text) && /(^|[^\d])\d{1,3}$/.test(upper);
    });
    return figures.length > 0 && areThousands && (label === "" || goesOn(label));
  });

export const withLabel = (row: TableRow | undefined, text: string): TableRow => ({
  ...row,
  cells: (row?.cells ?? []).map((cell, i) => (i === 0 ? { ...cell, text } : cell)),
});

/** The label of the last row goes on with this text. */
export function extendLabel(rows: TableRow[], text: string): void {
  const last = rows.at(-1);
  if (last) rows[rows.length - 1] = withLabel(last, joinLines([last.cells[0]?.text ?? "", text]));
}

/** Adds the rows of the next page; a row that the page's end cut in two is made whole. false: it could not be. */
export function appendRows(rows: TableRow[], more: readonly TableRow[]): boolean {
  const [last, first] = [rows.at(-1), more[0]];
  const whole = last && first ? joinCutRow(last, first) : null;
  if (whole) rows[rows.length - 1] = whole;
  rows.push(...more.slice(whole ? 1 : 0));
  return whole !== null || !goesOn(first?.cells[0]?.text ?? "");
}

/** The second part goes on in small letters, and one of the parts has its label only: "… assimilées" + "commises au …". */
function joinCutRow(upper: TableRow, lower: TableRow): TableRow | null {
  const isLabelOnly = (row: TableRow): boolean => row.cells.every((cell, i) => i === 0 || cell.text === "");
  const sameShape =
    upper.cells.length === lower.cells.length &&
    upper.cells.every((cell, i) => cell.column === lower.cells[i]?.column && cell.colSpan === lower.cells[i]?.colSpan);
  const cut = upper.cells[0]?.text !== "" && goesOn(lower.cells[0]?.text ?? "");
  const thousands = sameShape && cutRows([upper, lower]).length > 0;
  if (!thousands && (!sameShape || !cut || !(isLabelOnly(upper) || isLabelOnly(lower)))) return null;
  const texts = upper.cells.map((cell, i) => [cell.text, lower.cells[i]?.text ?? ""].filter((text) => text !== ""));
  return { ...upper, cells: upper.cells.map((cell, i) => ({ ...cell, text: joinLines(texts[i] ?? []) })) };
}
