/**
 * Where the rows and columns of a later table stand in the map: in the same order; one more of a series (a quarter of the year, a month, a
 * row of a long list) stands where its like do.
 */
import type { Cell, Grid } from "../model/grid.ts";
import { align } from "./align.ts";
import type { MapCell, MapOfTable } from "./map.ts";
import { isValue } from "./texts.ts";

/** For each row or column of the later table, that of the map; null for none. */
export interface Placed {
  readonly at: readonly (number | null)[];
  /** Of the later table: it holds something, and is none of the map's. */
  readonly added: readonly number[];
  /** Of the later table: it is one of the map's, and stands elsewhere among the others. */
  readonly moved: readonly number[];
  /** Of the map: nothing of the later table is like it. */
  readonly gone: readonly number[];
  /** Indexes of the later table that stand where another of their series does. */
  readonly series: ReadonlySet<number>;
}

/** A row or column as it is compared: the texts that say what it is. */
interface Line {
  readonly key: string;
  /** It holds something. */
  readonly isUsed: boolean;
  /** Of the map: it is of months that its texts or numbers say, and another of its series may stand beside it. */
  readonly isDated?: boolean;
}

/** A year alone may be a figure or a heading: it tells no two rows apart. */
const YEAR = "{an}";
type ShapeOf = (text: string) => string;
const shapeOfCell = (text: string, shapeOf: ShapeOf): string => {
  const shape = shapeOf(text.trim());
  return shape === YEAR || isValue(text) ? "" : shape;
};
const shapeIn = ({ part }: MapCell): string => (part.is === "text" && part.shape !== YEAR ? part.shape : "");

const holds = ({ text, beside }: Cell): boolean => text.trim() !== "" || beside !== undefined;
const means = ({ part, beside }: MapCell): boolean => part.is !== "empty" || beside !== "";

/** Which columns hold the figures' headings is told by the rows without a value. */
const isHeadRow = (cells: readonly Cell[]): boolean =>
  cells.filter((cell) => cell.text.trim() !== "").length > 1 &&
  !cells.some(({ text }) => isValue(text) && !/^\s*(?:19|20)\d\d\s*$/.test(text));
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

/** @param shapeOf a text of the later table. */
export function placeColumns(map: MapOfTable, grid: Grid, shapeOf: ShapeOf): Placed {
  const width = (rows: readonly (readonly unknown[])[]): number => Math.max(0, ...rows.map((cells) => cells.length));
  const shapesOf = (cells: readonly Cell[]) => cells.map(({ text }) => shapeOf(text.trim()));
  const titles = new Set(map.rows.filter(isTitleRow).map((cells) => inSequence(cells.map(shapeIn))));
  const heads = grid.rows
    .filter((cells) => isHeadRow(cells) && !titles.has(inSequence(shapesOf(cells))))
    .map((cells) => goingOn(shapesOf(cells)));
  const known = map.rows
    .filter((cells) => isHeadOfMap(cells) && !isTitleRow(cells))
    .map((cells) => goingOn(cells.map((cell) => shapeIn(cell) || (cell.part.is === "text" ? YEAR : ""))));
  const before = Array.from(
    { length: width(map.rows) },
    (_, c): Line => ({
      key: known.map((shapes) => shapes[c] ?? "").join(" / "),
      isUsed: map.rows.some((cells) => cells[c] !== undefined && means(cells[c])),
    }),
  );
  const after = Array.from(
    { length: width(grid.rows) },
    (_, c): Line => ({
      key: heads.map((shapes) => shapes[c] ?? "").join(" / "),
      isUsed: grid.rows.some((cells) => cells[c] !== undefined && holds(cells[c])),
    }),
  );
  return placed(before, after);
}

/** @param columns of the later table. */
export function placeRows(map: MapOfTable, grid: Grid, columns: Placed, shapeOf: ShapeOf): Placed {
  const own = new Set(columns.at.flatMap((c) => c ?? []));
  const labels = Math.min(...map.rows.map((cells) => cells.findIndex(isFigure)).filter((c) => c >= 0));
  const shapesOf = ({ part, ...cell }: MapCell, c: number): string | null =>
    part.is === "empty" ? null : own.has(c) ? shapeIn({ part, ...cell }) : "";
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

const DATED = /\{(?:an|trimestre|semestre|mois|date)\}/;

const isSeries = (line: Line | undefined): boolean =>
  line !== undefined && (line.isDated === true || DATED.test(line.key));

function placed(before: readonly Line[], after: readonly Line[]): Placed {
  const known = before.flatMap(({ isUsed }, i) => (isUsed ? [i] : []));
  const used = after.flatMap(({ isUsed }, i) => (isUsed ? [i] : []));
  const keysOf = (lines: readonly Line[], at: readonly number[]) => at.map((i) => lines[i]?.key ?? "");
  const at: (number | null)[] = after.map(() => null);
  const taken = new Set<number>();
  for (const [i, j] of align(keysOf(before, known), keysOf(after, used))) {
    const [old, now] = [known[i], used[j]];
    if (old === undefined || now === undefined) continue;
    at[now] = old;
    taken.add(old);
  }
  // one more of a series stands beside its like: a row that left its place is none
  const series = new Set<number>();
  for (const now of used) {
    const key = after[now]?.key ?? "";
    if (at[now] !== null) continue;
    const like = known.find((old) => taken.has(old) && isSeries(before[old]) && before[old]?.key === key);
    if (like === undefined) continue;
    at[now] = like;
    series.add(now);
  }
  const ofSeries = new Set([...series].map((now) => after[now]?.key));
  for (const now of used) if (ofSeries.has(after[now]?.key) && at[now] !== null) series.add(now);
  const keys = new Set(keysOf(after, used));
  const isLeft = (old: number): boolean =>
    !taken.has(old) && !(isSeries(before[old]) && keys.has(before[old]?.key ?? ""));
  const moved: number[] = [];
  for (const now of used) {
    const same =
      at[now] === null ? known.find((old) => isLeft(old) && before[old]?.key === after[now]?.key) : undefined;
    if (same === undefined) continue;
    at[now] = same;
    taken.add(same);
    moved.push(now);
  }
  for (const [old, now] of replaced(known.filter(isLeft), used, at)) {
    at[now] = old;
    taken.add(old);
  }
  return { at, added: used.filter((now) => at[now] === null), moved, gone: known.filter(isLeft), series };
}

/** As many of the map's left as there are new ones between two neighbours: the texts of one and the same changed. */
function replaced(left: readonly number[], used: readonly number[], at: readonly (number | null)[]) {
  const pairs: (readonly [old: number, now: number])[] = [];
  for (let i = 0; i < used.length; ) {
    if (at[used[i] ?? 0] !== null) {
      i += 1;
      continue;
    }
    const start = i;
    while (i < used.length && at[used[i] ?? 0] === null) i += 1;
    const from = start === 0 ? -1 : (at[used[start - 1] ?? 0] ?? -1);
    const to = i === used.length ? Number.POSITIVE_INFINITY : (at[used[i] ?? 0] ?? Number.POSITIVE_INFINITY);
    const between = left.filter((old) => old > from && old < to);
    if (between.length !== i - start) continue;
    for (const [k, old] of between.entries()) pairs.push([old, used[start + k] ?? 0]);
  }
  return pairs;
}
