/**
 * A later file, held to a map place by place: where each of its rows stands in it, and what is new, gone or moved. Nothing new: the map
 * reads it (apply.ts). It knows no word but those of dates.
 */
import type { Cell, Grid, ReadFile } from "../model/grid.ts";
import { type Provenance, placeAt } from "../model/observation.ts";
import { besideOf, hiddenIn, isValue, marksIn } from "./draw.ts";
import type { At, MapCell, MapOfFile, MapOfTable } from "./map.ts";
import { type Placed, placeColumns, placeRows } from "./places.ts";
import { type Dated, readText, shapeOfName } from "./texts.ts";

/** `text`: as received. */
export type News =
  | { readonly is: "format" | "name" }
  /** A part that is new, or gone, or hidden otherwise. */
  | { readonly is: "part"; readonly part: string }
  | {
      readonly is: "new" | "gone" | "changed" | "dates" | "beside" | "mark" | "column" | "row";
      readonly text: string;
      readonly place: Provenance | null;
    }
  /** A row or column of the map. */
  | { readonly is: "column-gone" | "row-gone"; readonly at: At };

/** A table of a later file beside its map. */
export interface FoundTable {
  readonly map: MapOfTable;
  readonly grid: Grid;
  readonly rows: Placed;
  readonly columns: Placed;
}

export interface Found {
  readonly map: MapOfFile;
  readonly tables: readonly FoundTable[];
  readonly news: readonly News[];
}

export function findIn(map: MapOfFile, { source, format, grids }: ReadFile): Found {
  const news: News[] = [];
  if (format !== map.format) news.push({ is: "format" });
  if (shapeOfName(source.name) !== map.name) news.push({ is: "name" });
  const tables: FoundTable[] = [];
  const left = [...map.tables];
  for (const grid of grids) {
    const own =
      left.find((table) => table.part === readText(grid.part).shape) ??
      (left.length === 1 && grids.length === map.tables.length ? left[0] : undefined);
    if (!own) {
      if (grid.rows.some((row) => row.some(holds))) news.push({ is: "part", part: grid.part });
      continue;
    }
    left.splice(left.indexOf(own), 1);
    const found = findTable(own, grid);
    tables.push(found);
    news.push(...found.news);
  }
  for (const gone of left) if (gone.rows.length > 0) news.push({ is: "part", part: gone.part });
  return { map, tables, news };
}

const holds = (cell: Cell): boolean => cell.text.trim() !== "" || cell.beside !== undefined;

function findTable(map: MapOfTable, grid: Grid): FoundTable & { readonly news: readonly News[] } {
  const news: News[] = [];
  if (map.part !== readText(grid.part).shape || map.hidden !== hiddenIn(grid))
    news.push({ is: "part", part: grid.part });
  const besides = [...(grid.besides ?? []), ...(grid.comments ?? [])];
  const shapes = besides.map((text) => readText(text).shape);
  for (const [i, text] of besides.entries())
    if (!map.besides.includes(shapes[i] ?? "")) news.push({ is: "new", text, place: null });
  for (const shape of map.besides) if (!shapes.includes(shape)) news.push({ is: "gone", text: shape, place: null });
  const columns = placeColumns(map, grid);
  const rows = placeRows(map, grid, columns);
  for (const column of columns.added)
    news.push({ is: "column", text: headingOf(grid, column), place: placeAt(grid, 0, column) });
  for (const column of columns.gone) news.push({ is: "column-gone", at: [0, column] });
  for (const row of rows.added) news.push({ is: "row", text: textsOf(grid, row), place: placeAt(grid, row, 0) });
  for (const row of rows.gone) news.push({ is: "row-gone", at: [row, 0] });
  for (const [row, at] of rows.at.entries())
    if (at !== null) news.push(...inRow(map.rows[at] ?? [], grid, row, columns));
  return { map, grid, rows, columns, news };
}

const headingOf = (grid: Grid, column: number): string =>
  grid.rows.map((cells) => cells[column]?.text.trim() ?? "").find((text) => text !== "" && !isValue(text)) ?? "";

const textsOf = (grid: Grid, row: number): string =>
  (grid.rows[row] ?? [])
    .map(({ text }) => text.trim())
    .filter((text) => text !== "" && !isValue(text))
    .join(" | ");

/** "12 derniers mois", "Tableau 1": in a heading or label they do not change. */
const sameNumbers = (a: readonly Dated[], b: readonly Dated[]): boolean => {
  const numbers = (dates: readonly Dated[]) =>
    dates.flatMap(({ unit, value }) => (unit === "number" ? [value] : [])).join();
  return numbers(a) === numbers(b);
};

function inRow(known: readonly MapCell[], grid: Grid, row: number, columns: Placed): readonly News[] {
  const cells = grid.rows[row] ?? [];
  return columns.at.flatMap((at, column): readonly News[] => {
    const cell = cells[column];
    const was = at === null ? undefined : known[at];
    if (at === null && columns.added.includes(column)) return [];
    const text = cell?.text.trim() ?? "";
    const place = placeAt(grid, row, column);
    if (besideOf(cell?.beside) !== (was?.beside ?? "")) return [{ is: "beside", text, place }];
    if (!was || was.part.is === "empty") return text === "" ? [] : [{ is: "new", text, place }];
    const { part } = was;
    if (part.is === "figure") {
      if (text !== "" && !isValue(text)) return [{ is: "changed", text, place }];
      return text === "" || marksIn(text) === part.marks ? [] : [{ is: "mark", text, place }];
    }
    if (part.is === "number") return text === "" || isValue(text) ? [] : [{ is: "changed", text, place }];
    if (text === "") return [{ is: "gone", text: part.shape, place }];
    const { shape, dates } = readText(text);
    if (shape !== part.shape) return [{ is: "changed", text, place }];
    const isSame = part.read.kind === "text" && part.read.role !== "title" ? sameNumbers(part.dates, dates) : true;
    return isSame ? [] : [{ is: "changed", text, place }];
  });
}
