/** What one row of a grid is, from its own cells and its neighbours: a line of text, a header, a row of data. */

import { isFamily } from "../words/labels.ts";
import { isExplained, isUnderstood } from "../words/said.ts";
import { isForm } from "./form.ts";
import { isNumbering } from "./numbering.ts";
import { isFootnote, isYearLike, nextRow, type View, type ViewCell } from "./view.ts";

type RowKind = "blank" | "line" | "form" | "numbering" | "header" | "data" | "doubtful";

/** What stands over a row. */
export interface Over {
  /** Header rows of its table. */
  readonly header: readonly number[];
  /** The last row of data of its table; undefined before the first. */
  readonly above: number | undefined;
  /** Lines of text since then. */
  readonly hasLines: boolean;
  readonly afterBlank: boolean;
}

/** A number that stands for itself in a heading: years of a header row. */
const onlyYears = (numbers: readonly ViewCell[]): boolean => numbers.length > 0 && numbers.every(isYearLike);

const isLabel = (cell: ViewCell): boolean => cell.matches.length > 0;
const isHeading = (cell: ViewCell): boolean => isUnderstood(cell.facets);

export function kindOf(view: View, row: number, over: Over): RowKind {
  const cells = view.own(row);
  const [first, second] = cells;
  const inData = over.above !== undefined;
  if (!first) return "blank";
  // under a heading alone in its row, which is a line of text, only marks that are no figures
  const isUnderText = over.hasLines && cells.every((c) => c.number === undefined);
  const isUnderHeader = !inData && over.header.length > 0;
  if ((isUnderHeader || isUnderText) && isNumbering(view, row)) return "numbering";
  if (isForm(view, row, inData)) return "form";
  // a year alone is a caption, or stands over the headings
  const isYear = second === undefined && isYearLike(first) && !isLabel(first);
  if (!isYear && cells.some((c) => c.number !== undefined)) return withNumbers(view, cells, over);
  if (second) return isHeader(view, row, over) ? "header" : "data";
  if (isFootnote(view, first.text)) return "line";
  const isJustUnder = isUnderHeader && !over.hasLines && over.header.at(-1) === row - 1;
  if (isMissingLine(view, first, over.above) || (isJustUnder && isFirstMissing(view, first))) return "data";
  return isHeaderFragment(view, first, isJustUnder) ? "header" : "line";
}

function withNumbers(view: View, cells: readonly ViewCell[], { above, afterBlank, hasLines }: Over): RowKind {
  const texts = cells.filter((c) => c.number === undefined);
  if (!onlyYears(cells.filter((c) => c.number !== undefined)) || texts.some(isLabel)) return "data";
  const inData = above !== undefined;
  // within a table, only a new corner or a break before it makes years of numbers that may be counts
  const anew = !inData || afterBlank || hasLines || texts.some((c) => c.facets.dimension !== null);
  if (texts.every(isHeading) && anew) return "header";
  if (inData) return "data";
  return texts.every((c) => isCorner(view, c)) ? "header" : "doubtful";
}

/** Texts alone in a row: headings, or a line of the table without its figures. */
function isHeader(view: View, row: number, over: Over): boolean {
  const { above } = over;
  const texts = view.own(row);
  if (namesRows(view, texts, over)) return false;
  const labels = texts.filter(isLabel);
  const isLine =
    labels.length === 1 && texts.every((c) => isLabel(c) || isExplained(c.facets) || c.facets.force === null);
  const isNew = above !== undefined && isNewHeader(view, texts, above);
  const goesOn = above !== undefined && (isLine || isNamedAsAbove(view, texts, above));
  return isNew || !(goesOn || isWithoutNumbers(view, texts, above));
}

/** "Tulle | Délinquance générale | (empty)" under "Commune | Infractions | T1 2026": it names the rows below, and heads no figure. */
function namesRows(view: View, texts: readonly ViewCell[], { header: rows, above = rows.at(-1) }: Over): boolean {
  const header = rows.at(-1) ?? -1;
  const isUnderOne = ({ row, column }: ViewCell): boolean =>
    above === row - 1 && view.at(header, column)?.colSpan === 1;
  const isBeside = (heading: ViewCell): boolean => texts.every((c) => c.column < heading.column);
  return texts.every(isUnderOne) && !texts.every(isHeading) && view.own(header).some(isBeside);
}

/** "Janvier 2026 | Police | Taux | (empty)" just under a row of figures, under its texts alone: it heads none. */
const isNamedAsAbove = (view: View, texts: readonly ViewCell[], above: number): boolean =>
  texts.every((c) => {
    const over = view.at(above, c.column);
    return above === c.row - 1 && over !== undefined && over.number === undefined;
  });

/** "Atteintes aux biens | T1 2025 | T1 2026" over the next table: headings where the rows above have figures. */
const isNewHeader = (view: View, texts: readonly ViewCell[], above: number): boolean =>
  texts.slice(1).every((c) => isHeading(c) && view.at(above, c.column)?.number !== undefined) &&
  texts.slice(1).some((c) => c.facets.periods.length > 0 || c.facets.force !== null);

/**
 * "Homicides | RAS | RAS", "T1 2026 | RAS" just under figures: words that head nothing in the place of figures. Under no figures,
 * only those of a known line; a row of unknown words under "Rubrique" or after a gap heads another table.
 */
function isWithoutNumbers(view: View, [label, ...others]: readonly ViewCell[], above: number | undefined): boolean {
  const says = (c: ViewCell | undefined): boolean => c === undefined || isLabel(c) || isHeading(c);
  const words = above === undefined ? others : others.filter((c) => !says(view.at(above, c.column)));
  if (label === undefined || words.length === 0 || words.some(says)) return false;
  return isLabel(label) || (above === label.row - 1 && label.facets.dimension === null);
}

/** The first cell of a header row may say anything: it stands over the labels. */
const isCorner = (view: View, cell: ViewCell): boolean => cell.column === view.firstColumn && !isLabel(cell);

/** A single cell that is no title but part of a header: merged or set over inner columns, and understood whole. */
function isHeaderFragment(view: View, cell: ViewCell, underHeader: boolean): boolean {
  if (cell.column === view.firstColumn || !isHeading(cell)) return false;
  if (underHeader) return true;
  const below = rowUnder(view, cell.row);
  if (below === undefined) return false;
  const cells = view.own(below);
  return cells.length >= 2 && cells.every((c) => c.number === undefined || isYearLike(c));
}

/** The row just under this one, that of the columns' numbers left out. */
function rowUnder(view: View, row: number): number | undefined {
  if (nextRow(view, row) !== row + 1) return undefined;
  return isNumbering(view, row + 1) ? nextRow(view, row + 1) : row + 1;
}

/**
 * A line whose figures are all empty stands alone in its row, within a table: it is no caption. Its label is known; or it is the total of
 * the lines just above, which heads nothing below; or, in a table of one line a count, its label is merged with the line above, under
 * whose period (or force) its own stands. `above`: the last row of data.
 */
function isMissingLine(view: View, cell: ViewCell, above: number | undefined): boolean {
  if (above === undefined || cell.colSpan > 1 || view.width === 1) return false;
  const isKnown = isLabel(cell) && !cell.matches.some((m) => isFamily(m.indicator));
  const goesOn = above === cell.row - 1 && isHeading(cell);
  if (isKnown || !goesOn) return isKnown;
  const [next, ...others] = view.own(cell.row + 1);
  if (cell.column === view.firstColumn)
    return cell.facets.total && (others.length === 0 || next?.facets.total === true);
  const over = view.at(above, cell.column);
  return over !== undefined && over.number === undefined && isHeading(over);
}

/** "Homicides | (empty)" just under the headings, over "Vols avec armes | 1": the first line of the table, where no fact is a blank. */
function isFirstMissing(view: View, cell: ViewCell): boolean {
  const [below, ...figures] = view.own(cell.row + 1);
  const isAlike = below?.column === cell.column && isLabel(below) && figures.some((c) => c.number !== undefined);
  return isAlike && isMissingLine(view, cell, cell.row - 1);
}
