/** Rows of a table that the end of a page cuts in two: how they are known. */
import type { TableRow } from "../document/document.ts";
import { isValue } from "./bands.ts";
import { goesOn, mostGoOn } from "./labels.ts";

export const labelOf = (row: TableRow | undefined): string => row?.cells.find((cell) => cell.column === 0)?.text ?? "";

const areSmall = (rows: readonly TableRow[]): boolean => mostGoOn(rows.map(labelOf));

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
  const hasNoLabel = (row: TableRow): boolean => labelOf(row) === "" || (!isSmall && goesOn(labelOf(row)));
  return rows.filter((row, i) => areThousands(rows[i - 1], row) && hasNoLabel(row));
}

function areThousands(above: TableRow | undefined, row: TableRow): boolean {
  const figures = row.cells.filter((cell) => cell.column > 0 && cell.text !== "");
  const follows = figures.every((cell) => {
    const upper = above?.cells.find((c) => c.column === cell.column)?.text ?? "";
    return /^\d{3}$/.test(cell.text) && /^[+−-]?\d{1,3}$/.test(upper);
  });
  return figures.length > 0 && follows;
}

/** Is the first row of the next page the rest of the last of these? Not where labels in small letters have figures on both pages. */
export function isRest(rows: readonly TableRow[], first: TableRow | undefined): boolean {
  const last = rows.at(-1);
  const areWhole = last && first && areSmall(rows) && !isLabelOnly(last) && !isLabelOnly(first);
  return goesOn(labelOf(first)) && !areWhole;
}

const isLabelOnly = (row: TableRow): boolean => row.cells.every((cell, i) => i === 0 || cell.text === "");
