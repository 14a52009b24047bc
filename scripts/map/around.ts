/** The texts of a table that may say the months of a figure. */
import { parseNumber } from "../model/number.ts";
import type { ReadTable } from "../model/observation.ts";
import type { At, SaidInTable } from "./map.ts";
import { isBlank, isYear } from "./texts.ts";

/** Those of its row, and the headings over its column, as far as the figures above them. */
export const besideFigure = (table: ReadTable, at: At): readonly SaidInTable[] => [
  ...inRow(table, at).map((place): SaidInTable => ({ by: "row", at: place })),
  ...headings(table, at).map((place): SaidInTable => ({ by: "heading", at: place })),
];

const isText = ({ readings, grid }: ReadTable, row: number, column: number): boolean => {
  const kind = readings[row]?.[column]?.kind;
  return !isBlank(grid.rows[row]?.[column]) && kind !== "count" && kind !== "printed";
};

const roleAt = ({ readings }: ReadTable, row: number, column: number): string | null => {
  const reading = readings[row]?.[column];
  return reading?.kind === "text" ? reading.role : null;
};

/** Its texts, and the years in columns of their own; an empty cell may continue the label above it. */
function inRow(table: ReadTable, [row, column]: At): readonly At[] {
  return (table.grid.rows[row] ?? []).flatMap((_, c): readonly At[] => {
    if (c === column) return [];
    const [r, own] = coverOf(table, row, c);
    if (own === column) return [];
    if (isText(table, r, own)) return isWord(table, r, own) ? [[r, own]] : [];
    const above = labelAbove(table, row, c);
    return above === null ? [] : [[above, c]];
  });
}

const isWord = ({ grid }: ReadTable, row: number, column: number): boolean => {
  const { text = "", sealed } = grid.rows[row]?.[column] ?? {};
  if (sealed) return sealed.shape !== "" || sealed.dates.length > 0;
  return parseNumber(text) === undefined || isYear(text);
};

/** The nearest row above that has a label in this column. */
function labelAbove(table: ReadTable, row: number, column: number): number | null {
  if (!isBlank(table.grid.rows[row]?.[column])) return null;
  for (let r = row - 1; r >= 0; r -= 1) {
    if (!isText(table, r, column)) continue;
    return roleAt(table, r, column) === "label" ? r : null;
  }
  return null;
}

/** The cell that covers a place: its own, or the merged one above or at its left. */
function coverOf({ grid }: ReadTable, row: number, column: number): At {
  if (!grid.rows[row]?.[column]?.covered) return [row, column];
  for (let r = row; r >= 0; r -= 1)
    for (let c = column; c >= 0; c -= 1) {
      const { covered, rowSpan = 1, colSpan = 1 } = grid.rows[r]?.[c] ?? {};
      if (!covered && r + rowSpan > row && c + colSpan > column) return [r, c];
    }
  return [row, column];
}

const holdsFigures = ({ readings }: ReadTable, row: number): boolean =>
  (readings[row] ?? []).some(({ kind }) => kind === "count");

export function headings(table: ReadTable, [row, column]: At): readonly At[] {
  const found: At[] = [];
  for (let r = row - 1; r >= 0; r -= 1) {
    if (found.length > 0 && holdsFigures(table, r)) break;
    const place = headAt(table, r, column);
    if (place) found.push(place);
  }
  return found;
}

/** The heading of a row over a column: its own, the merged one, or where none stands the one at its left that goes on. */
function headAt(table: ReadTable, row: number, column: number): At | null {
  const [r, own] = coverOf(table, row, column);
  let c = own;
  while (c > 0 && isBlank(table.grid.rows[r]?.[c])) c -= 1;
  return roleAt(table, r, c) === "header" && isText(table, r, c) ? [r, c] : null;
}

/** Titles or captions above a row, the nearest first. */
export const linesAbove = (table: ReadTable, row: number, role: "title" | "caption"): readonly SaidInTable[] =>
  table.grid.rows
    .slice(0, row)
    .flatMap((cells, r) => [...cells.keys()].map((c): At => [r, c]))
    .filter(([r, c]) => roleAt(table, r, c) === role)
    .map((at): SaidInTable => ({ by: "line", at }))
    .toReversed();

/** The line just over the headings of a figure, whatever it was taken for: a caption, or a title that is one. */
export function lineOver(table: ReadTable, at: At): SaidInTable | null {
  const [top = at] = headings(table, at).toSorted(([a], [b]) => a - b);
  for (let r = top[0] - 1; r >= 0 && !holdsFigures(table, r); r -= 1)
    for (const c of (table.grid.rows[r] ?? []).keys()) {
      const role = roleAt(table, r, c);
      if (role === "caption" || role === "title") return { by: "line", at: [r, c] };
    }
  return null;
}
