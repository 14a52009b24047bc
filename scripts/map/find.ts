/**
 * A later file, held to a map place by place: where each of its rows stands in it, and what is new, gone or moved. Nothing new: the map
 * reads it (apply.ts). It knows no word but those of dates.
 */
import { periodOfDelivery } from "../model/delivery.ts";
import type { Cell, Grid, ReadFile } from "../model/grid.ts";
import { placeAt } from "../model/observation.ts";
import { isStale, newsOfCell } from "./cell-news.ts";
import type { Found, FoundTable, News } from "./found.ts";
import type { MapCell, MapOfFile, MapOfTable } from "./map.ts";
import type { Placed } from "./placed.ts";
import { holds, isTitleRow, placeColumns, placeRows } from "./places.ts";
import { readerOf } from "./seal.ts";
import { newsAt } from "./spot.ts";
import { isValue, readName, readText } from "./texts.ts";

export function findIn(map: MapOfFile, { source, format, grids }: ReadFile): Found {
  const news: News[] = [];
  if (format !== map.format) news.push({ is: "format" });
  if (readName(source.name).shape !== map.name.shape) news.push({ is: "name" });
  const tables: FoundTable[] = [];
  const left = [...map.tables];
  const isOnly = map.tables.length === 1 && grids.length === 1;
  const readers = new Map(map.tables.map((table) => [table, readerOf(table)]));
  const shapeIn = (table: MapOfTable, text: string): string => (readers.get(table) ?? readText)(text).shape;
  for (const grid of grids) {
    const like = map.tables.filter((table) => isOnly || table.part.shape === shapeIn(table, grid.part));
    const [first] = like;
    const isOfSeries =
      first !== undefined &&
      readText(grid.part).dates.length > 0 &&
      grids.filter(({ part }) => shapeIn(first, part) === shapeIn(first, grid.part)).length > like.length;
    const own = like.find((table) => left.includes(table)) ?? (isOfSeries ? first : undefined);
    if (!own) {
      if (grid.rows.some((row) => row.some(holds))) news.push({ is: "part", part: grid.part });
      continue;
    }
    if (left.includes(own)) left.splice(left.indexOf(own), 1);
    const found = findTable({
      map: own,
      of: map.tables.indexOf(own),
      grid,
      read: readers.get(own) ?? readText,
      quarters: { from: map.quarter, to: periodOfDelivery(source.delivery), delivery: source.delivery },
      hasBlanks: own.rows.flat().some((cell) => cell.is === "count" && cell.of.value === null),
      isOfSeries,
    });
    tables.push(found);
    news.push(...found.news);
  }
  for (const gone of left) if (gone.rows.length > 0) news.push({ is: "part-gone", part: gone.part.shape });
  return { map, tables, news };
}

function findTable(own: Omit<FoundTable, "rows" | "columns">): FoundTable & { readonly news: readonly News[] } {
  const { map, of, grid, read } = own;
  const shapeOf = (text: string): string => read(text).shape;
  const columns = placeColumns(map, grid, shapeOf);
  const rows = placeRows(map, grid, columns, shapeOf);
  const found = { ...own, rows, columns };
  const ofColumn = (is: "column" | "column-moved", c: number): News => {
    const place = placeAt(grid, headOf(grid, c), c);
    return { is, text: place.raw.trim(), place };
  };
  const news: readonly News[] = [
    ...(map.part.shape === shapeOf(grid.part) ? [] : [{ is: "part-named", part: grid.part } as const]),
    ...(isShownAlike(found) ? [] : [{ is: "part-hidden", part: grid.part } as const]),
    ...besideTable(found),
    ...columns.added.map((c) => ofColumn("column", c)),
    ...columns.moved.slice(0, 1).map((c) => ofColumn("column-moved", c)),
    ...columns.gone.map((c) => ({ is: "column-gone", was: [of, 0, c] }) as const),
    ...rows.added.map((r) => ({ is: "row", text: textsOf(grid, r), place: placeAt(grid, r, 0) }) as const),
    ...rows.gone.map((r) => ({ is: "row-gone", was: [of, r, 0] }) as const),
    ...rows.moved
      .slice(0, 1)
      .map((r) => ({ is: "row-moved", text: textsOf(grid, r), place: placeAt(grid, r, 0) }) as const),
    ...rows.at.flatMap((at, row) => (at === null ? [] : inRow(found, row, at))),
  ];
  return { ...found, news };
}

/** The rows and columns that were hidden are, and no others; a new one is news of its own. */
function isShownAlike({ map, grid, rows, columns }: FoundTable): boolean {
  const { hidden = false, hiddenRows = [], hiddenColumns = [] } = grid;
  const isAlike = (before: readonly number[], later: readonly number[], { at }: Placed): boolean =>
    at.every((old, i) => old === null || before.includes(old) === later.includes(i));
  return (
    map.isHidden === hidden &&
    isAlike(map.hiddenRows, hiddenRows, rows) &&
    isAlike(map.hiddenColumns, hiddenColumns, columns)
  );
}

function besideTable({ map: { besides }, grid, read, quarters }: FoundTable): readonly News[] {
  const texts = [...(grid.besides ?? []), ...(grid.comments ?? [])];
  const isKnown = (text: string): boolean => {
    const { shape, dates } = read(text);
    return besides.some((was) => was.shape === shape && !isStale(was.dates, dates, quarters));
  };
  const shapes = new Set(texts.map((text) => read(text).shape));
  return [
    ...texts.filter((text) => !isKnown(text)).map((text) => ({ is: "beside-table", text }) as const),
    ...besides
      .filter(({ shape }) => !shapes.has(shape))
      .map(({ shape: text }) => ({ is: "beside-table-gone", text }) as const),
  ];
}

/** The first text of a column that is no number: its row. */
const headOf = (grid: Grid, column: number): number =>
  Math.max(
    0,
    grid.rows.findIndex((cells) => {
      const text = cells[column]?.text.trim() ?? "";
      return text !== "" && !isValue(text);
    }),
  );

const textsOf = (grid: Grid, row: number): string =>
  (grid.rows[row] ?? [])
    .map(({ text }) => text.trim())
    .filter((text) => text !== "" && !isValue(text))
    .join(" | ");

function inRow(found: FoundTable, row: number, at: number): readonly News[] {
  const { map, grid, columns } = found;
  const titles = titlesInOrder(grid.rows[row] ?? [], map.rows[at] ?? []);
  return (titles ?? columns.at).flatMap((column, c): readonly News[] => {
    if (column === null && columns.added.includes(c)) return [];
    const cell = grid.rows[row]?.[c];
    const was = column === null ? undefined : map.rows[at]?.[column];
    const is = newsOfCell(cell, was, found);
    return is ? [newsAt({ found, row, column: c }, is, column)] : [];
  });
}

/** For each cell of a row of titles, the column where it stood, whatever came between; null: they are not as many. */
function titlesInOrder(cells: readonly Cell[], was: readonly MapCell[]): readonly (number | null)[] | null {
  const before = was.flatMap((cell, c) => (cell.is === "text" || cell.beside !== "" ? [c] : []));
  const now = cells.flatMap((cell, c) => (holds(cell) ? [c] : []));
  if (!isTitleRow(was) || now.length !== before.length) return null;
  return cells.map((_, c) => before[now.indexOf(c)] ?? null);
}
