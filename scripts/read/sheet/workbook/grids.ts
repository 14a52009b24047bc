/** A workbook -> its grids: the text of each cell, what is not plain in it, merges, what is hidden. */

import { columnName } from "../../../model/format.ts";
import { type Cell, COVERED, type Grid, type SourceFile } from "../../../model/grid.ts";
import { aWarning, type Issue, type Result } from "../../../model/issue.ts";
import { own, received } from "../../../model/received.ts";
import { MAX_COLUMNS, MAX_ROWS } from "../../contract/limits.ts";
import { damaged } from "../../contract/reader.ts";
import { type RawGrid, shape } from "../../contract/shape.ts";
import { SHEET, uncomputed } from "../../plain/lists.ts";
import { type Construct, isInkSeen, unplain } from "../../plain/rule.ts";
import { withBeside } from "../../plain/seen-text.ts";
import { type Area, isWithin, type SheetPlace } from "./areas.ts";
import { isFigure, type SeenWhere, seenCell } from "./seen-cell.ts";
import {
  type Drawing,
  isColumnHidden,
  isRowHidden,
  NOT_PLAIN,
  type Overlay,
  type StoredCell,
  type StoredSheet,
  type Workbook,
} from "./workbook.ts";

/** Cells that wait for their spreadsheet to compute them; none: no issue. */
function formulasWithoutValue(file: string, part: string, places: readonly SheetPlace[]): readonly Issue[] {
  const [first] = places;
  if (!first) return [];
  const cells = places.map(({ row, column }) => own(`${columnName(column + 1)}${row + 1}`));
  return [
    aWarning("formula-without-value", {
      about: { part: received(part), cells },
      place: { file, part, row: first.row + 1, column: first.column + 1, raw: "" },
    }),
  ];
}

/** A sheet that shows a picture or text boxes, and no cell. */
const onlyDrawings = (file: string, part: string): Issue =>
  aWarning("sheet-only-drawings", { about: { part: received(part) }, place: { file, part } });

/** @throws {NotRead} */
export function gridsOf(file: SourceFile, book: Workbook): Result<readonly Grid[]> {
  const raws: RawGrid[] = [];
  const issues: Issue[] = [];
  for (const sheet of book.sheets) {
    const { name: part } = sheet;
    const where: SeenWhere = { ...sheet, from1904: book.from1904 };
    const waiting: SheetPlace[] = [];
    const rows: (Cell | undefined)[][] = [];
    // Sparse: forEach leaves the holes out.
    sheet.rows.forEach((cells, r) => {
      const row: (Cell | undefined)[] = [];
      cells?.forEach((cell, c) => {
        if (!cell) return;
        if (cell.value.kind === "waiting") waiting.push({ row: r, column: c });
        const seen = seenCell(cell, where);
        const { text } = seen;
        const more =
          text === "" ? [] : [...(sheet.odd ?? []), ...conditionalOdd(sheet, cell, r, c), ...formulaOdd(cell, sheet)];
        if (/^\s*\d[\d\s]*$/.test(text) && isCut(text, cell, sheet, { row: r, column: c })) more.push(SHEET.cut);
        if (text !== "" || seen.beside) row[c] = withBeside(seen, unplain(more));
      });
      rows[r] = row;
    });
    for (const area of sheet.merges) merge(rows, area);
    issues.push(...formulasWithoutValue(file.path, part, waiting));
    const shows = sheet.drawings.some(({ isPicture, text }) => isPicture || text !== "");
    if (shows && !sheet.hidden && rows.every((row) => row.length === 0)) issues.push(onlyDrawings(file.path, part));
    for (const drawing of sheet.drawings) tellDrawing(rows, drawing);
    const boxes = sheet.drawings.map(({ text }) => text.trim()).filter((text) => /\p{L}/u.test(text));
    const lines = hiddenLines(sheet, rows.length);
    raws.push({
      part,
      rows,
      ...(sheet.hidden && { hidden: true }),
      ...lines,
      besides: [...boxes, ...sheet.pageTexts],
      comments: sheet.comments,
    });
  }
  return shape(file, raws, issues);
}

/** Of its size, how high and how wide a digit is, at the least. */
const [DIGIT_HEIGHT, DIGIT_WIDTH] = [0.7, 0.5];

/**
 * Has a whole number more digits than its column has characters, by what the file says of both, or is its row too low for them? No font is
 * measured; a merged cell has room.
 */
function isCut(text: string, { style }: StoredCell, sheet: StoredSheet, { row, column }: SheetPlace): boolean {
  if (sheet.merges.some((area) => isWithin(area, row, column))) return false;
  if (isRowHidden(sheet, row) || isColumnHidden(sheet, column)) return false;
  const length = text.trimEnd().length;
  const high = Number(style.size) * (style.isUpright ? length * DIGIT_WIDTH : DIGIT_HEIGHT);
  const isLow = (sheet.rowHeight(row) ?? Number.POSITIVE_INFINITY) < high;
  return isLow || (!style.isUpright && style.indent + length > sheet.columnWidth(column));
}

/** What a conditional format may hide or change of a cell, whether or not it applies. Pieces of a text may keep their own inks on its ground. */
function conditionalOdd({ overlays }: StoredSheet, { style, value }: StoredCell, row: number, column: number) {
  const pieces = value.kind === "text" ? value.runs.flatMap(({ look }) => look ?? []) : [];
  const isPlain = ({ laid }: Overlay): boolean => {
    if (laid === NOT_PLAIN) return false;
    const whole = { ...style.ink, ...laid };
    return [whole, ...pieces.map(({ ink }) => ({ ...ink, ground: whole.ground }))].every(isInkSeen);
  };
  const over = overlays.filter(({ areas }) => areas.some((area) => isWithin(area, row, column)));
  return over.every(isPlain) ? [] : [SHEET.conditional];
}

/** Of the day, or drawn: whoever opens the file sees another figure. */
const ANOTHER_EACH_TIME = /\b(?:NOW|TODAY|RAND|RANDARRAY|RANDBETWEEN)\(/i;

/** A stored result is what is seen, where an office program has computed it. */
const formulaOdd = ({ formula }: StoredCell, { isComputed }: StoredSheet): readonly Construct[] =>
  formula !== undefined && (!isComputed || ANOTHER_EACH_TIME.test(formula)) ? [uncomputed(formula)] : [];

/**
 * What stands in the cells under a drawing is told: where its ink lies is not computed. A box that holds a figure, over a cell that holds
 * none: a person reads it there.
 */
function tellDrawing(rows: (Cell | undefined)[][], { area, text }: Drawing): void {
  if (area.top > MAX_ROWS || area.left > MAX_COLUMNS) return;
  const isUnder = ({ rowSpan = 1, colSpan = 1 }: Cell, r: number, c: number): boolean =>
    isWithin(area, r, c) && isWithin(area, r + rowSpan - 1, c + colSpan - 1);
  for (let r = Math.max(0, area.top); r <= Math.min(area.bottom, rows.length - 1); r++) {
    const row = rows[r] ?? [];
    row.forEach((cell, c) => {
      if (cell && cell.text !== "" && isUnder(cell, r, c)) row[c] = withOver(cell);
    });
  }
  if (!isFigure(text)) return;
  const [top, left] = [Math.max(0, area.top), Math.max(0, area.left)];
  rows[top] ??= [];
  const row = rows[top];
  if (row && row[left] === undefined) row[left] = withOver({ text: text.trim() });
}

const withOver = (cell: Cell): Cell => withBeside(cell, unplain([SHEET.drawnOver]));

const hiddenLines = (sheet: StoredSheet, height: number): Pick<RawGrid, "hiddenRows" | "hiddenColumns"> => ({
  hiddenRows: indexes(Math.min(height, MAX_ROWS + 1)).filter((row) => isRowHidden(sheet, row)),
  hiddenColumns: indexes(MAX_COLUMNS + 1).filter((column) => isColumnHidden(sheet, column)),
});
const indexes = (length: number): readonly number[] => Array.from({ length }, (_, i) => i);

/**
 * Spans at the top left corner, COVERED elsewhere, whose texts nobody sees; up to the limits only: a merge may claim the whole sheet.
 */
function merge(rows: (Cell | undefined)[][], { top, left, bottom, right }: Area): void {
  const lastRow = Math.min(bottom, rows.length - 1, MAX_ROWS);
  const lastColumn = Math.min(right, MAX_COLUMNS);
  const [rowSpan, colSpan] = [lastRow - top + 1, lastColumn - left + 1];
  if (rowSpan < 1 || colSpan < 1 || rowSpan * colSpan === 1) return;
  const corner = rows[top]?.[left] ?? { text: "" };
  for (let r = top; r <= lastRow; r++) {
    rows[r] ??= [];
    const row = rows[r] ?? [];
    for (let c = left; c <= lastColumn; c++) {
      const cell = row[c];
      if (cell?.covered || cell?.rowSpan || cell?.colSpan)
        damaged(`cellule fusionnée deux fois (ligne ${r + 1}, colonne ${c + 1})`);
      row[c] = r > top || c > left ? COVERED : corner;
    }
  }
  const first = rows[top];
  if (first) first[left] = { ...corner, ...(rowSpan > 1 && { rowSpan }), ...(colSpan > 1 && { colSpan }) };
}
