/** A workbook -> its grids: the text of each cell as seen, merges, what is hidden, what may not be up to date. */
import { type Cell, COVERED, type Grid, type SourceFile } from "../../../model/grid.ts";
import type { Issue, Result } from "../../../model/issue.ts";
import { TINIEST_POINTS } from "../../contract/contrast.ts";
import { MAX_COLUMNS, MAX_ROWS, MAX_SHEETS, tooManySheets } from "../../contract/limits.ts";
import { refused, unreadable } from "../../contract/reader.ts";
import { type RawGrid, shape } from "../../contract/shape.ts";
import { UNSURE, withBeside } from "../../seen/seen-text.ts";
import type { Area } from "./areas.ts";
import { createComputedCheck } from "./computed.ts";
import { overRow, seenOver, withinBounds } from "./over-cells.ts";
import { seenCell } from "./seen-cell.ts";
import { type CellPlace, formulasWithoutValue, onlyDrawings, staleResults, textsUnderMerges } from "./sheet-issues.ts";
import {
  type CellStyle,
  type Font,
  isColumnHidden,
  isRowHidden,
  numberOf,
  PLAIN_FONT,
  PLAIN_STYLE,
  type StoredCell,
  type StoredSheet,
  textOf,
  type Workbook,
} from "./workbook.ts";

export function gridsOf(file: SourceFile, book: Workbook, format: string): Result<readonly Grid[]> {
  if (book.sheets.length > MAX_SHEETS) return refused(tooManySheets(file.path, book.sheets.length));
  const isComputed = createComputedCheck(book.sheets);
  const raws: RawGrid[] = [];
  const issues: Issue[] = [];
  for (const sheet of book.sheets.map(withinBounds)) {
    const where = { from1904: book.from1904, showsZeros: sheet.showsZeros, showsFormulas: sheet.showsFormulas };
    const waiting: CellPlace[] = [];
    const staleTexts: CellPlace[] = [];
    const rows: (Cell | undefined)[][] = [];
    // Sparse: forEach leaves the holes out.
    sheet.rows.forEach((cells, r) => {
      const row: (Cell | undefined)[] = [];
      const over = overRow(sheet, r);
      cells?.forEach((cell, c) => {
        if (!cell) return;
        if (cell.value.kind === "waiting") waiting.push([r, c]);
        const seen = seenOver(cell, c, over, (one) => seenCell(one, where));
        const stale = staleIn(cell, sheet, book, isComputed);
        if (stale === "text") staleTexts.push([r, c]);
        const told = withStale(seen, stale === "number" ? cell : undefined);
        if (told.text !== "" || told.beside) row[c] = told;
      });
      rows[r] = row;
    });
    tellCut(rows, sheet);
    const { name: part } = sheet;
    issues.push(...formulasWithoutValue({ file: file.path, part, places: waiting }));
    issues.push(...staleResults({ file: file.path, part, places: staleTexts }));
    const hidden = mergeAll(rows, sheet.merges);
    if ("damage" in hidden) return refused(unreadable(file, format, `feuille « ${part} », ${hidden.damage}`));
    issues.push(...textsUnderMerges({ file: file.path, part, places: hidden.places }));
    const shows = sheet.drawings.some(({ isPicture, text }) => isPicture || text !== "");
    if (shows && !sheet.hidden && rows.every((row) => row.length === 0)) issues.push(onlyDrawings(file.path, part));
    tellDrawnFigures(rows, sheet.drawings);
    const besides = [...sheet.drawings.map(({ text }) => text.trim()).filter(isWords), ...(sheet.pageTexts ?? [])];
    const hiding = { ...(sheet.hidden && { hidden: true as const }), ...hiddenLines(sheet, rows.length) };
    raws.push({ part, rows, ...hiding, besides });
  }
  return shape(file, raws, issues);
}

const isWords = (text: string): boolean => /\p{L}/u.test(text);

/**
 * A figure that is wider than its column is shown as "###", or cut, and one that is higher than its row is cut: its signs are counted, each
 * as wide as the digits of its font. One that begins far from its edge may stand over the next column.
 */
function tellCut(rows: (Cell | undefined)[][], sheet: StoredSheet): void {
  const merges = new Map(sheet.merges.map((area) => [`${area.top} ${area.left}`, area]));
  rows.forEach((row, r) => {
    if (isRowHidden(sheet, r)) return;
    row.forEach((cell, c) => {
      if (!cell || !/^\s*\d[\d\s]*$/.test(cell.text) || isColumnHidden(sheet, c)) return;
      const room = roomOf(sheet, merges.get(`${r} ${c}`) ?? { top: r, bottom: r, left: c, right: c });
      const style = sheet.rows[r]?.[c]?.style ?? PLAIN_STYLE;
      const character = sheet.character ?? PLAIN_FONT;
      if (isCut(cell.text.trimEnd().length, style, { ...room, character })) row[c] = withBeside(cell, [UNSURE]);
    });
  });
}

interface Room {
  /** In characters. */
  readonly width: number;
  /** In points; undefined: as high as what it holds. */
  readonly height: number | undefined;
}

function roomOf({ columnWidth, rowHeight }: StoredSheet, { top, bottom, left, right }: Area): Room {
  const columns = Array.from({ length: Math.min(right, MAX_COLUMNS) - left + 1 }, (_, i) => columnWidth(left + i));
  const heights = Array.from({ length: Math.min(bottom, MAX_ROWS) - top + 1 }, (_, i) => rowHeight(top + i));
  const known = heights.filter((height) => height !== undefined);
  return { width: sumOf(columns), height: known.length === heights.length ? sumOf(known) : undefined };
}

const sumOf = (sizes: readonly number[]): number => sizes.reduce((sum, size) => sum + size, 0);

interface OwnRoom extends Room {
  readonly character: NonNullable<StoredSheet["character"]>;
}

function isCut(
  signs: number,
  { font, indent = 0, isUpright = false, shrinks = false }: CellStyle,
  room: OwnRoom,
): boolean {
  const height = room.height ?? Number.POSITIVE_INFINITY;
  if (isUpright) return signs * DIGIT_WIDTH * font.size > height;
  const { character } = room;
  const isInPoints = typeof character === "number";
  // Where one of the two fonts is not known, only their sizes are held against each other.
  const areKnown = font.digitWidth !== undefined && (isInPoints || character.digitWidth !== undefined);
  const inPoints = (of: Pick<Font, "size" | "digitWidth">): number =>
    of.size * (areKnown ? (of.digitWidth ?? DIGIT_WIDTH) : DIGIT_WIDTH);
  const whole = isInPoints ? character : inPoints(character);
  const width = (signs * inPoints(font) + MARGINS) / whole;
  const smaller = shrinks ? Math.min(1, (room.width - indent) / width) : 1;
  const isTooWide = shrinks ? font.size * smaller <= TINIEST_POINTS : indent + width > room.width;
  return isTooWide || height < LEAST_HEIGHT * font.size * smaller;
}

/** In points: what a spreadsheet keeps free beside a figure before it shows "###" in its place. */
const MARGINS = 2;
/** Of the size of a font: the width of its digits at the least, and their height. */
const DIGIT_WIDTH = 0.5;
const LEAST_HEIGHT = 0.7;

/** A text box that holds a figure, over a cell that holds none: a person reads it there. */
function tellDrawnFigures(rows: (Cell | undefined)[][], drawings: StoredSheet["drawings"]): void {
  for (const { areas, text } of drawings) {
    const [area] = areas;
    if (!area || area.top > MAX_ROWS || area.left > MAX_COLUMNS || !/^\s*[\d\s.,%+-]*\d[\s\d.,%+-]*$/.test(text))
      continue;
    rows[area.top] ??= [];
    const row = rows[area.top];
    if (row && row[area.left] === undefined)
      row[area.left] = { text: "", beside: [{ kind: "other", text: text.trim() }] };
  }
}

const hiddenLines = (sheet: StoredSheet, height: number): Pick<RawGrid, "hiddenRows" | "hiddenColumns"> => ({
  hiddenRows: indexes(Math.min(height, MAX_ROWS + 1)).filter((row) => isRowHidden(sheet, row)),
  hiddenColumns: indexes(MAX_COLUMNS + 1).filter((column) => isColumnHidden(sheet, column)),
});
const indexes = (length: number): readonly number[] => Array.from({ length }, (_, i) => i);

/**
 * A computed figure, or text, that its formula does not give; a figure that is not computed here, where the file asks for it to be
 * computed again.
 */
function staleIn(
  { value, formula }: StoredCell,
  sheet: StoredSheet,
  book: Workbook,
  isComputed: ReturnType<typeof createComputedCheck>,
): "number" | "text" | undefined {
  if (!formula) return undefined;
  const { expression } = formula;
  const number = numberOf(value);
  const result = number ?? textOf(value);
  const isRight = expression === undefined || result === undefined ? undefined : isComputed(expression, result, sheet);
  if (number === undefined) return isRight === false ? "text" : undefined;
  // A figure that is right is right, whatever the file asks.
  const mayBeAnother = book.asksToRecalculate || formula.dirty === true || ANOTHER_EACH_TIME.test(formula.text);
  return (isRight ?? !mayBeAnother) ? undefined : "number";
}

/** Of the day, or drawn: whoever opens the file sees another figure. */
const ANOTHER_EACH_TIME = /\b(?:NOW|TODAY|RAND|RANDARRAY|RANDBETWEEN)\(/i;

const withStale = (cell: Cell, stale: StoredCell | undefined): Cell =>
  stale ? withBeside(cell, [{ kind: "stale", text: stale.formula?.text ?? "" }]) : cell;

/** Gives the places whose text a merge hides, as it does on the screen. Two merges never share a cell. */
function mergeAll(
  rows: (Cell | undefined)[][],
  merges: readonly Area[],
): { readonly places: readonly CellPlace[] } | { readonly damage: string } {
  const places: CellPlace[] = [];
  for (const area of merges) {
    const hidden = merge(rows, area);
    if (!hidden) return { damage: `cellules fusionnées deux fois (ligne ${area.top + 1}, colonne ${area.left + 1})` };
    places.push(...hidden);
  }
  return { places };
}

/**
 * Spans at the top left corner, COVERED elsewhere, up to the limits only: a merge may claim the whole sheet. undefined: a cell of
 * it is merged already.
 */
function merge(rows: (Cell | undefined)[][], { top, left, bottom, right }: Area): readonly CellPlace[] | undefined {
  const lastRow = Math.min(bottom, rows.length - 1, MAX_ROWS);
  const lastColumn = Math.min(right, MAX_COLUMNS);
  if (lastRow < top || lastColumn < left || (lastRow === top && lastColumn === left)) return [];
  const hidden: CellPlace[] = [];
  const corner = rows[top]?.[left] ?? { text: "" };
  for (let r = top; r <= lastRow; r++) {
    rows[r] ??= [];
    const row = rows[r] ?? [];
    for (let c = left; c <= lastColumn; c++) {
      const cell = row[c];
      if (cell?.covered || cell?.rowSpan || cell?.colSpan) return undefined;
      if (cell && (r !== top || c !== left)) hidden.push([r, c]);
      row[c] = COVERED;
    }
  }
  const rowSpan = lastRow - top + 1;
  const colSpan = lastColumn - left + 1;
  const first = rows[top];
  if (first) first[left] = { ...corner, ...(rowSpan > 1 && { rowSpan }), ...(colSpan > 1 && { colSpan }) };
  return hidden;
}
