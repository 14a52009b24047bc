/**
 * Where the rows and columns of a later table stand in the map: in the same order; one more of a series (a quarter of the year, a month, a
 * row of a long list) stands where its like do.
 */
import type { Cell, Grid } from "../model/grid.ts";
import { isFigure, type MapCell, type MapOfTable } from "./map.ts";
import { type Line, type Placed, placed } from "./placed.ts";
import { isValue, isYear } from "./texts.ts";

/** A year alone may be a figure or a heading: it tells no two rows apart. */
const YEAR = "{an}";
type ShapeOf = (text: string) => string;
const shapeOfCell = (text: string, shapeOf: ShapeOf): string => {
  const shape = shapeOf(text.trim());
  return shape === YEAR || isValue(text) ? "" : shape;
};
const shapeIn = (cell: MapCell): string => (cell.is === "text" && cell.shape !== YEAR ? cell.shape : "");

export const holds = ({ text, beside }: Cell): boolean => text.trim() !== "" || beside !== undefined;
const means = ({ is, beside }: MapCell): boolean => is !== "empty" || beside !== "";

/** Which columns hold the figures' headings is told by the rows without a value. */
const isHeadRow = (cells: readonly Cell[]): boolean =>
  cells.filter((cell) => cell.text.trim() !== "").length > 1 &&
  !cells.some(({ text }) => isValue(text) && !isYear(text));
const isHeadOfMap = (cells: readonly MapCell[]): boolean =>
  cells.filter(({ is }) => is === "text").length > 1 && cells.every(({ is }) => is === "text" || is === "empty");

/** Titles side by side: they stand in their order, over whatever columns. */
export const isTitleRow = (cells: readonly MapCell[]): boolean =>
  cells.some(({ is }) => is === "text") &&
  cells.every((cell) =>
    cell.is === "text"
      ? cell.read.kind !== "text" || cell.read.role === "title" || cell.read.role === "caption"
      : cell.is === "empty",
  );
const inSequence = (shapes: readonly string[]): string => shapes.filter((shape) => shape !== "").join(" | ");

/** A heading goes on over the empty places at its right: merged, or written once. */
function goingOn(shapes: readonly string[]): readonly string[] {
  let last = "";
  return shapes.map((shape) => {
    last = shape || last;
    return last;
  });
}

/**
 * The columns of a table, by what its headings say of them. "p", "r" beside figures, under no heading, are of no series: the heading at their
 * left does not go on.
 */
function columnsOf<T>(
  rows: readonly (readonly T[])[],
  heads: readonly (readonly string[])[],
  { isCounted, isUsed }: { readonly isCounted: (cell: T) => boolean; readonly isUsed: (cell: T) => boolean },
): readonly Line[] {
  const over = heads.map(goingOn);
  return Array.from({ length: Math.max(0, ...rows.map(({ length }) => length)) }, (_, c): Line => {
    const own = rows.flatMap((cells) => cells[c] ?? []);
    const isHeaded = own.some(isCounted) || heads.some((shapes) => (shapes[c] ?? "") !== "");
    return { key: isHeaded ? over.map((shapes) => shapes[c] ?? "").join(" / ") : "", isUsed: own.some(isUsed) };
  });
}

/** @param shapeOf a text of the later table. */
export function placeColumns(map: MapOfTable, grid: Grid, shapeOf: ShapeOf): Placed {
  const shapesOf = (cells: readonly Cell[]) => cells.map(({ text }) => shapeOf(text.trim()));
  const titles = new Set(map.rows.filter(isTitleRow).map((cells) => inSequence(cells.map(shapeIn))));
  const heads = grid.rows.filter((cells) => isHeadRow(cells) && !titles.has(inSequence(shapesOf(cells)))).map(shapesOf);
  const known = map.rows
    .filter((cells) => isHeadOfMap(cells) && !isTitleRow(cells))
    .map((cells) => cells.map((cell) => shapeIn(cell) || (cell.is === "text" ? YEAR : "")));
  return placed(
    columnsOf(map.rows, known, { isCounted: (cell) => isFigure(cell) || cell.is === "number", isUsed: means }),
    columnsOf(grid.rows, heads, { isCounted: ({ text }) => isValue(text), isUsed: holds }),
  );
}

/** @param columns of the later table. */
export function placeRows(map: MapOfTable, grid: Grid, columns: Placed, shapeOf: ShapeOf): Placed {
  const own = new Set(columns.at.flatMap((c) => c ?? []));
  const labels = Math.min(...map.rows.map((cells) => cells.findIndex(isFigure)).filter((c) => c >= 0));
  const shapesOf = (cell: MapCell, c: number): string | null =>
    cell.is === "empty" ? null : own.has(c) ? shapeIn(cell) : "";
  const known = keysOfRows(
    map.rows.map((cells) => cells.map(shapesOf)),
    labels,
  );
  const found = keysOfRows(
    grid.rows.map((cells) => (map.rows.length === 0 ? [] : inOrder(cells, columns, shapeOf))),
    labels,
  );
  const before = map.rows.map(
    (cells, i): Line => ({ key: known[i] ?? "", isUsed: cells.some(means), isDated: cells.some(isDatedByNumber) }),
  );
  const after = grid.rows.map((cells, i): Line => ({ key: found[i] ?? "", isUsed: cells.some(holds) }));
  return placed(before, after);
}

/** Under « Trimestre » */
const isDatedByNumber = (cell: MapCell): boolean =>
  cell.is === "count" && cell.datedBy.some((said) => said.by === "row" && said.unit !== undefined);

/** The shapes of a row, in the columns of the map; null: nothing there. */
function inOrder(cells: readonly Cell[], { at }: Placed, shapeOf: ShapeOf): readonly (string | null)[] {
  const shapes: (string | null)[] = [];
  for (const [c, column] of at.entries()) {
    const text = cells[c]?.text ?? "";
    if (column !== null) shapes[column] = text.trim() === "" ? null : shapeOfCell(text, shapeOf);
  }
  return Array.from(shapes, (shape = null) => shape);
}

/**
 * The label of a group of rows stands once, in its first one, at the left of what tells them apart: it goes on under it. Those of a
 * series count once. `labels`: how many columns stand before the figures.
 */
function keysOfRows(rows: readonly (readonly (string | null)[])[], labels: number): readonly string[] {
  const group: (string | null)[] = [];
  return rows.map((shapes) => {
    const own = shapes.slice(0, labels);
    const start = own.findIndex((shape) => shape !== null);
    if (own.filter((shape) => shape !== null).length > 1)
      for (const [c, shape] of own.entries()) group[c] = shape ?? group[c] ?? null;
    return shapes
      .map((shape, c) => shape ?? (c < start ? group[c] : null) ?? "")
      .filter((shape, c, all) => shape !== all[c - 1])
      .join("|");
  });
}
