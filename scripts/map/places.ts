/**
 * Where the rows and columns of a later table stand in the map: in the same order; one more of a series (a quarter of the year, a month, a
 * row of a long list) stands where its like do.
 */
import type { Cell, Grid } from "../model/grid.ts";
import type { MapCell, MapOfTable } from "./map.ts";
import { type Line, type Placed, placed } from "./placed.ts";
import { isValue, isYear } from "./texts.ts";

/** A year alone may be a figure or a heading: it tells no two rows apart. */
const YEAR = "{an}";
type ShapeOf = (text: string) => string;
const shapeOfCell = (text: string, shapeOf: ShapeOf): string => {
  const shape = shapeOf(text.trim());
  return shape === YEAR || isValue(text) ? "" : shape;
};
const shapeIn = ({ part }: MapCell): string => (part.is === "text" && part.shape !== YEAR ? part.shape : "");

export const holds = ({ text, beside }: Cell): boolean => text.trim() !== "" || beside !== undefined;
const means = ({ part, beside }: MapCell): boolean => part.is !== "empty" || beside !== "";

/** Which columns hold the figures' headings is told by the rows without a value. */
const isHeadRow = (cells: readonly Cell[]): boolean =>
  cells.filter((cell) => cell.text.trim() !== "").length > 1 &&
  !cells.some(({ text }) => isValue(text) && !isYear(text));
const isHeadOfMap = (cells: readonly MapCell[]): boolean =>
  cells.filter(({ part }) => part.is === "text").length > 1 &&
  cells.every(({ part }) => part.is === "text" || part.is === "empty");

/** Titles side by side: they stand in their order, over whatever columns. */
export const isTitleRow = (cells: readonly MapCell[]): boolean =>
  cells.some(({ part }) => part.is === "text") &&
  cells.every(({ part }) =>
    part.is === "text"
      ? part.read.kind !== "text" || part.read.role === "title" || part.read.role === "caption"
      : part.is === "empty",
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

/** What the headings say of a column. "p", "r" beside figures, under no heading, are of no series: the heading at their left does not go on. */
function keysOfColumns(heads: readonly (readonly string[])[]): (column: number, hasNumbers: boolean) => string {
  const over = heads.map(goingOn);
  return (c, hasNumbers) =>
    hasNumbers || heads.some((shapes) => (shapes[c] ?? "") !== "")
      ? over.map((shapes) => shapes[c] ?? "").join(" / ")
      : "";
}

/** @param shapeOf a text of the later table. */
export function placeColumns(map: MapOfTable, grid: Grid, shapeOf: ShapeOf): Placed {
  const width = (rows: readonly (readonly unknown[])[]): number => Math.max(0, ...rows.map((cells) => cells.length));
  const shapesOf = (cells: readonly Cell[]) => cells.map(({ text }) => shapeOf(text.trim()));
  const titles = new Set(map.rows.filter(isTitleRow).map((cells) => inSequence(cells.map(shapeIn))));
  const heads = grid.rows.filter((cells) => isHeadRow(cells) && !titles.has(inSequence(shapesOf(cells)))).map(shapesOf);
  const known = map.rows
    .filter((cells) => isHeadOfMap(cells) && !isTitleRow(cells))
    .map((cells) => cells.map((cell) => shapeIn(cell) || (cell.part.is === "text" ? YEAR : "")));
  const isCounted = ({ part }: MapCell): boolean => part.is === "figure" || part.is === "number";
  const [keyBefore, keyAfter] = [keysOfColumns(known), keysOfColumns(heads)];
  const before = Array.from(
    { length: width(map.rows) },
    (_, c): Line => ({
      key: keyBefore(
        c,
        map.rows.some((cells) => cells[c] !== undefined && isCounted(cells[c])),
      ),
      isUsed: map.rows.some((cells) => cells[c] !== undefined && means(cells[c])),
    }),
  );
  const after = Array.from(
    { length: width(grid.rows) },
    (_, c): Line => ({
      key: keyAfter(
        c,
        grid.rows.some((cells) => isValue(cells[c]?.text ?? "")),
      ),
      isUsed: grid.rows.some((cells) => cells[c] !== undefined && holds(cells[c])),
    }),
  );
  return placed(before, after);
}

/** @param columns of the later table. */
export function placeRows(map: MapOfTable, grid: Grid, columns: Placed, shapeOf: ShapeOf): Placed {
  const own = new Set(columns.at.flatMap((c) => c ?? []));
  const labels = Math.min(...map.rows.map((cells) => cells.findIndex(isFigure)).filter((c) => c >= 0));
  const shapesOf = (cell: MapCell, c: number): string | null =>
    cell.part.is === "empty" ? null : own.has(c) ? shapeIn(cell) : "";
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
const isDatedByNumber = ({ part }: MapCell): boolean =>
  part.is === "figure" &&
  part.figure.is === "count" &&
  part.figure.datedBy.some((said) => said.by === "row" && said.unit !== undefined);

const isFigure = ({ part }: MapCell): boolean => part.is === "figure";

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
