/**
 * A later file, held to a map place by place: where each of its rows stands in it, and what is new, gone or moved. Nothing new: the map
 * reads it (apply.ts). It knows no word but those of dates.
 */
import type { Cell, Grid, ReadFile } from "../model/grid.ts";
import { type Provenance, placeAt } from "../model/observation.ts";
import { besideOf, hiddenIn, isValue, marksIn } from "./draw.ts";
import type { MapCell, MapOfFile, MapOfTable } from "./map.ts";
import { type Dated, readText, shapeOfName } from "./texts.ts";

/** `text`: as received. */
export type News =
  | { readonly is: "format" | "name" }
  /** A part that is new, or gone, or hidden otherwise. */
  | { readonly is: "part"; readonly part: string }
  | {
      readonly is: "new" | "gone" | "moved" | "changed" | "dates" | "beside" | "mark";
      readonly text: string;
      readonly place: Provenance | null;
    };

/** A table of a later file beside its map: for each of its rows, that of the map; null for an empty one. */
export interface FoundTable {
  readonly map: MapOfTable;
  readonly grid: Grid;
  readonly rows: readonly (number | null)[];
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
const meansSomething = ({ part, beside }: MapCell): boolean => part.is !== "empty" || beside !== "";

function findTable(map: MapOfTable, grid: Grid): FoundTable & { readonly news: readonly News[] } {
  const news: News[] = [];
  if (map.part !== readText(grid.part).shape || map.hidden !== hiddenIn(grid))
    news.push({ is: "part", part: grid.part });
  const besides = [...(grid.besides ?? []), ...(grid.comments ?? [])];
  const shapes = besides.map((text) => readText(text).shape);
  for (const [i, text] of besides.entries())
    if (!map.besides.includes(shapes[i] ?? "")) news.push({ is: "new", text, place: null });
  for (const shape of map.besides) if (!shapes.includes(shape)) news.push({ is: "gone", text: shape, place: null });
  const known = map.rows.flatMap((cells, row) => (cells.some(meansSomething) ? [row] : []));
  const later = grid.rows.flatMap((cells, row) => (cells.some(holds) ? [row] : []));
  const rows: (number | null)[] = grid.rows.map(() => null);
  if (known.length !== later.length) news.push({ is: "moved", text: "", place: null });
  for (const [i, row] of later.entries()) {
    const at = known[i];
    if (at === undefined) break;
    rows[row] = at;
    news.push(...inRow(map.rows[at] ?? [], grid, row));
  }
  return { map, grid, rows, news };
}

/** "12 derniers mois", "Tableau 1": in a heading or label they do not change. */
const sameNumbers = (a: readonly Dated[], b: readonly Dated[]): boolean => {
  const numbers = (dates: readonly Dated[]) =>
    dates.flatMap(({ unit, value }) => (unit === "number" ? [value] : [])).join();
  return numbers(a) === numbers(b);
};

function inRow(known: readonly MapCell[], grid: Grid, row: number): readonly News[] {
  const cells = grid.rows[row] ?? [];
  return Array.from({ length: Math.max(known.length, cells.length) }, (_, column): readonly News[] => {
    const cell = cells[column];
    const was = known[column];
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
  }).flat();
}
