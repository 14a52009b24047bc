/** Rows of a table that the end of a page cuts in two: how they are known. */
import type { TableRow } from "../document/document.ts";
import { isValue } from "./bands.ts";

/** A text in small letters, or after a dash, goes on with what was before; one with the mark of a list does not: "j) Tapages". */
const goesOn = (text: string): boolean => /^[\p{Ll}(«"–-]/u.test(text) && !/^(?:\p{Ll}|[ivx]{2,4})\s?[.)°]/u.test(text);

/** Does a label on the next page go on with the last of these rows? Not where it is one more item: "- Cambriolages" under "- Atteintes aux biens". */
export const goesOnAfter = (rows: readonly TableRow[], label: string): boolean =>
  goesOn(label) && !(isItem(label) && rows.some((row) => labelOf(row).startsWith(label.slice(0, 2))));

/** "- Cambriolages": an item of a list, or the rest of a label with a dash in it. */
const isItem = (label: string): boolean => /^[–-]\s/.test(label);

/** Do most of the labels start in small letters? Then such a start tells nothing. */
function areSmall(rows: readonly TableRow[]): boolean {
  const labels = rows.map(labelOf).filter((label) => label !== "");
  return labels.filter((label) => goesOn(label) && !isItem(label)).length * 2 > labels.length;
}

/** "146", "146 991": figures alone on their line. */
export const isFiguresOnly = (text: string): boolean => /^\d{1,3}([\s\u00a0\u202f]\d{1,3})*$/.test(text.trim());

/** A heading left at the end of its page, with no figure below it. */
export const isHeadOnly = (rows: readonly TableRow[]): boolean =>
  rows.every((row) => row.cells.every((cell) => cell.column === 0 || !isValue(cell.text)));

/**
 * Rows with no label of their own whose figures all go on with the thousands of the row above: "4" above "146". Where "1 023" stands on one
 * line, nothing is cut.
 */
export function cutRows(rows: readonly TableRow[]): readonly TableRow[] {
  const isSmall = areSmall(rows);
  const hasNoLabel = (row: TableRow, i: number): boolean =>
    labelOf(row) === "" || (!isSmall && goesOnAfter(rows.toSpliced(i, 1), labelOf(row)));
  return rows.filter((row, i) => areThousands(rows[i - 1], row) && hasNoLabel(row, i));
}

function areThousands(above: TableRow | undefined, row: TableRow): boolean {
  const figures = row.cells.filter((cell) => cell.column > 0 && cell.text !== "");
  const follows = figures.every((cell) => {
    const upper = above?.cells.find((c) => c.column === cell.column)?.text ?? "";
    return /^\d{3}$/.test(cell.text) && /^[+−-]?\d{1,3}$/.test(upper);
  });
  return figures.length > 0 && follows;
}

const labelOf = (row: TableRow | undefined): string => row?.cells.find((cell) => cell.column === 0)?.text ?? "";

/** Adds the rows of the next page. false: the page's end seems to have cut one in two. */
export function appendRows(rows: TableRow[], more: readonly TableRow[]): boolean {
  const [last, first] = [rows.at(-1), more[0]];
  const isCut = goesOnAfter(rows, labelOf(first));
  const areWhole = areSmall(rows) && last && first && !isLabelOnly(last) && !isLabelOnly(first);
  rows.push(...more);
  return !isCut || areWhole === true;
}

const isLabelOnly = (row: TableRow): boolean => row.cells.every((cell, i) => i === 0 || cell.text === "");
