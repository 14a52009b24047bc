/** A workbook -> its grids: the text of each cell as seen, merges, what is hidden, what may not be up to date. */
import { type Beside, type Cell, COVERED, type Grid, type SourceFile } from "../../../model/grid.ts";
import type { Issue, Result } from "../../../model/issue.ts";
import { MAX_COLUMNS, MAX_ROWS, MAX_SHEETS, tooManySheets } from "../../contract/limits.ts";
import { refused, unreadable } from "../../contract/reader.ts";
import { type RawGrid, shape } from "../../contract/shape.ts";
import { type Area, isWithin } from "./areas.ts";
import { seenCell } from "./seen-cell.ts";
import { type CellPlace, formulasWithoutValue, onlyDrawings, textsUnderMerges } from "./sheet-issues.ts";
import { createSumCheck } from "./sums.ts";
import { type Condition, numberOf, type StoredCell, type StoredSheet, type Workbook } from "./workbook.ts";

export function gridsOf(file: SourceFile, book: Workbook, format: string): Result<readonly Grid[]> {
  if (book.sheets.length > MAX_SHEETS) return refused(tooManySheets(file.path, book.sheets.length));
  const addsUp = createSumCheck();
  const raws: RawGrid[] = [];
  const issues: Issue[] = [];
  for (const sheet of book.sheets.map(bounded)) {
    const where = { from1904: book.from1904, showsZeros: sheet.showsZeros, showsFormulas: sheet.showsFormulas };
    const waiting: CellPlace[] = [];
    const rows: (Cell | undefined)[][] = [];
    // Sparse: forEach leaves the holes out.
    sheet.rows.forEach((cells, r) => {
      const row: (Cell | undefined)[] = [];
      cells?.forEach((cell, c) => {
        if (!cell) return;
        if (cell.value.kind === "waiting") waiting.push([r, c]);
        const seen = withConditions(cell, sheet, [r, c], (one) => seenCell(one, where));
        const told = withStale(covered(seen, sheet, r, c), isStale(cell, sheet, book, addsUp) ? cell : undefined);
        if (told.text !== "" || told.beside) row[c] = told;
      });
      rows[r] = row;
    });
    const { name: part } = sheet;
    issues.push(...formulasWithoutValue({ file: file.path, part, places: waiting }));
    const hidden = mergeAll(rows, sheet.merges);
    if ("damage" in hidden) return refused(unreadable(file, format, `feuille « ${part} », ${hidden.damage}`));
    issues.push(...textsUnderMerges({ file: file.path, part, places: hidden.places }));
    if (sheet.hasDrawings && !sheet.hidden && rows.every((row) => row.length === 0))
      issues.push(onlyDrawings(file.path, part));
    raws.push({ part, rows, ...(sheet.hidden && { hidden: true as const }), ...hiddenLines(sheet, rows.length) });
  }
  return shape(file, raws, issues);
}

/** So many areas are looked through for each cell. Where a sheet has more, a drawing or a condition stands for all of it. */
const MOST_AREAS = 3_000;
const EVERYWHERE: Area = { top: 0, left: 0, bottom: Number.MAX_SAFE_INTEGER, right: Number.MAX_SAFE_INTEGER };

function bounded(sheet: StoredSheet): StoredSheet {
  const conditional = sheet.conditionalFormats.reduce((sum, { areas }) => sum + areas.length, 0);
  return {
    ...sheet,
    ...(sheet.underDrawings.length > MOST_AREAS && { underDrawings: [EVERYWHERE] }),
    ...(conditional > MOST_AREAS && {
      conditionalFormats: sheet.conditionalFormats
        .slice(0, MOST_AREAS)
        .map((format) => ({ ...format, areas: [EVERYWHERE], holds: () => undefined })),
    }),
  };
}

const hiddenLines = (sheet: StoredSheet, height: number): Pick<RawGrid, "hiddenRows" | "hiddenColumns"> => ({
  hiddenRows: indexes(Math.min(height, MAX_ROWS + 1)).filter(sheet.isRowHidden),
  hiddenColumns: indexes(MAX_COLUMNS + 1).filter(sheet.isColumnHidden),
});
const indexes = (length: number): readonly number[] => Array.from({ length }, (_, i) => i);

/** A conditional format that is sure to hold shows its look; one that would have to be computed makes the cell unsure. */
function withConditions(
  cell: StoredCell,
  { conditionalFormats }: StoredSheet,
  [row, column]: CellPlace,
  see: (cell: StoredCell) => Cell,
): Cell {
  const own: readonly Condition[] = cell.conditions ?? [];
  const here = [...own, ...conditionalFormats.filter(({ areas }) => areas.some((area) => isWithin(area, row, column)))];
  if (here.length === 0) return see(cell);
  const holding = here.filter(({ holds }) => holds(cell.value) === true);
  // The first one wins: it is laid on last.
  const styled = { ...cell, style: holding.reduceRight((style, { change }) => change(style), cell.style) };
  const seen = see(styled);
  const open = here.filter(({ holds }) => holds(cell.value) === undefined);
  const differs = open.some(({ change }) => !isSame(see({ ...styled, style: change(styled.style) }), seen));
  return differs ? withBeside(seen, { kind: "unsure", text: "" }) : seen;
}

const isSame = (a: Cell, b: Cell): boolean =>
  a.text === b.text && JSON.stringify(a.beside ?? []) === JSON.stringify(b.beside ?? []);

const withBeside = (cell: Cell, beside: Beside): Cell => ({ ...cell, beside: [...(cell.beside ?? []), beside] });

function covered(cell: Cell, { underDrawings }: StoredSheet, row: number, column: number): Cell {
  if (cell.text === "" || !underDrawings.some((area) => isWithin(area, row, column))) return cell;
  return withBeside({ ...cell, text: "" }, { kind: "covered", text: cell.text });
}

/** A computed figure: the file asks for it to be computed again, or it is not the sum that it says. */
function isStale(
  { value, formula }: StoredCell,
  { rows }: StoredSheet,
  book: Workbook,
  addsUp: ReturnType<typeof createSumCheck>,
): boolean {
  const number = numberOf(value);
  if (!formula || number === undefined) return false;
  if (book.asksToRecalculate || formula.dirty) return true;
  return formula.sum !== undefined && !addsUp(formula.sum, number, (r, c) => rows[r]?.[c]?.value);
}

const withStale = (cell: Cell, stale: StoredCell | undefined): Cell =>
  stale ? withBeside(cell, { kind: "stale", text: stale.formula?.text ?? "" }) : cell;

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
