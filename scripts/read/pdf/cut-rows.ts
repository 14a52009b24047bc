/** Rows of a table that the end of a page cuts in two: how they are known. */
import { isBlank, type PlacedCell, type TableRow } from "../document/document.ts";
import { withBeside } from "../plain/seen-text.ts";
import { type Band, isValue, isYear } from "./bands.ts";
import type { PageRow } from "./blocks.ts";
import { goesOn, isItem, isLinked, isUnfinished, mostGoOn } from "./labels.ts";
import { isWrapped, joinLines } from "./lines.ts";

export const labelOf = (row: TableRow | undefined): string => row?.cells.find((cell) => cell.column === 0)?.text ?? "";

const areSmall = (rows: readonly TableRow[]): boolean => mostGoOn(rows.map(labelOf));

/** "146", "146 991": figures alone on their line. */
export const isFiguresOnly = (text: string): boolean => /^\d{1,3}([\s\u00a0\u202f]\d{1,3})*$/.test(text.trim());

/** A heading left at the end of its page, with no figure below it. */
export const isHeadOnly = (rows: readonly TableRow[]): boolean =>
  rows.every((row) => row.cells.every((cell) => cell.column === 0 || !isValue(cell.text)));

/** Figures beyond its label that are no years, which a head may hold. */
export const startsWithFigures = (row: TableRow | undefined): boolean =>
  row?.cells.some(({ column, text }) => column > 0 && isValue(text) && !isYear(text)) ?? false;

/** In a column of figures, where the rest of one may stand: the figures of a chart's axis, at the left, are the rest of none. */
export const isUnderFigures = (bands: readonly Band[], { x0, x1 }: Band): boolean =>
  bands.slice(1).some((band) => x0 < band.x1 && x1 > band.x0);

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

/** Where a table goes on from one page to the next. */
export interface PageEnd {
  /** Those of the table so far, without the head where the next page prints it again. */
  readonly rows: readonly TableRow[];
  /** The last row of the page, and the first of the next one, below the head. */
  readonly last: PageRow | undefined;
  readonly first: PageRow | undefined;
  /** That of the labels. */
  readonly column: Band | undefined;
}

/**
 * May the next page begin with the rest of the last row? Not where labels in small letters have figures on both pages; nor with figures of its
 * own, where its label could have stood in the line above. In capitals, it may where one of the two is the only row without figures.
 */
export function isRest(end: PageEnd): boolean {
  const { rows, first } = end;
  const last = rows.at(-1);
  if (!first) return false;
  if (!goesOn(labelOf(first))) return areCapitals(last, first) && isOnlyBare([...rows, first]) && isFull(end) !== false;
  if (isLabelOnly(first)) return true;
  return isFull(end) !== false && !(last && areSmall(rows) && !isLabelOnly(last));
}

const CAPITALS = /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u;
const areCapitals = (...rows: readonly (TableRow | undefined)[]): boolean =>
  rows.every((row) => CAPITALS.test(labelOf(row)) && !isItem(labelOf(row)));
/** Of these rows, is one of the last two alone without figures? A table with headings has others. */
function isOnlyBare(rows: readonly TableRow[]): boolean {
  const bare = rows.flatMap((row, i) => (isLabelOnly(row) ? [i] : []));
  return bare.length === 1 && rows.length > 3 && (bare[0] ?? 0) >= rows.length - 2;
}

/**
 * The row that the page's end broke between two lines of its label, made whole; null: that is not sure. Word and LibreOffice leave its figures
 * on the first page: none moves.
 */
export function wholeRow(end: PageEnd): TableRow | null {
  const { rows, first } = end;
  const row = rows.at(-1);
  const [label, rest] = [row && labelCell(row), first && labelCell(first)];
  if (!row || !label || !first || !rest || !isFull(end)) return null;
  if (!isLabelOnly(first) || !isNoRow(rest.text, rows)) return null;
  const whole = withBeside({ ...label, text: joinLines([label.text, rest.text]) }, rest.beside ?? []);
  return { ...row, cells: row.cells.map((cell) => (cell === label ? whole : cell)) };
}

/** Not of several rows, nor over several columns as a title is. */
const labelCell = (row: TableRow): PlacedCell | undefined =>
  row.cells.find(({ column, colSpan, rowSpan, text }) => column === 0 && colSpan * rowSpan === 1 && text !== "");

/**
 * Had the label's last line no room for the next word? null: no drawn lines tell. A cell is as blank at its right as at its left, where that is
 * no more than a letter's height: a label may be indented or centred.
 */
function isFull({ last, first, column }: PageEnd): boolean | null {
  const [line, next] = [last?.label?.at(-1), first?.label?.[0]?.units[0]];
  if (!line || !next || !column) return null;
  return isWrapped(line, next, column.x1 - column.x0 - 2 * Math.min(line.x0 - column.x0, line.size));
}

/**
 * Is such a text no row of its own? It is no item of a list, there are several rows above, and one of these holds: the label above lacks a word;
 * it alone begins in small letters, or in capitals with a word that lacks one before it; all rows above have figures.
 */
function isNoRow(rest: string, rows: readonly TableRow[]): boolean {
  const [above, others] = [labelOf(rows.at(-1)), rows.slice(0, -1)];
  if (isItem(rest) || others.length === 0) return false;
  const starts = goesOn(rest) ? goesOn : isLinked;
  const isOnlyStart = starts(rest) && !others.some((row) => starts(labelOf(row)));
  return isUnfinished(above) || isOnlyStart || !rows.some(isLabelOnly);
}

const isLabelOnly = (row: TableRow): boolean => row.cells.every((cell, i) => i === 0 || isBlank(cell));

/** What a row says, and in which columns. */
export const rowKey = (row: TableRow): string => row.cells.map((c) => `${c.column}+${c.colSpan}:${c.text}`).join("|");

/** The same, its cells in the columns of another table. */
export const inColumns = (row: TableRow, columns: readonly number[]): TableRow => ({
  ...row,
  cells: row.cells.map((cell) => ({ ...cell, column: columns[cell.column] ?? cell.column })),
});

/** How many of the first rows repeat the table's own first rows: its head, printed again. */
export function repeatedHead(head: readonly string[], rows: readonly TableRow[]): number {
  const different = rows.findIndex((row, i) => rowKey(row) !== head[i]);
  return different < 0 ? rows.length : different;
}
