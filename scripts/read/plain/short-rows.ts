/**
 * Rows that have lost a cell. A cell's column is its rank in the row: where a cell, a separator or a tag is lost, what follows stands one
 * column too far left, and nothing else shows it. That is told with its cells, as a construct that is not plain: so no figure of the row
 * is read.
 */
import type { Cell } from "../../model/grid.ts";
import { unplain } from "./rule.ts";

export interface RowShape {
  /** Columns up to the end of its last cell, cells that reach down from above included. */
  readonly width: number;
  readonly texts: readonly string[];
}

/** A cell of such a row. */
export const asShort = (cell: Cell): Cell =>
  cell.covered ? cell : { ...cell, beside: [...(cell.beside ?? []), ...SHORT_ROW] };
const SHORT_ROW = unplain(["ligne à laquelle il manque une cellule"]);

/** "1 012", "+3", "4,5" */
export const isFigure = (text: string): boolean => /^[+-]?\d[\d\s\u00a0\u202f.,]*$/.test(text.trim());
const isAlone = ({ texts }: RowShape): boolean => texts.filter((text) => text.trim() !== "").length < 2;

/**
 * Indexes of the rows that end before the others of their table do. A table ends with a blank row or a text alone ("Police nationale").
 * What stands above its first row of full width ("Année;2026") is no part of it, except, where `heads` may not be left short as they are
 * in CSV, the row just above its figures.
 */
export function findShortRows(rows: readonly RowShape[], heads: "with heads" | "figures only"): readonly number[] {
  const tables: number[][] = [[]];
  for (const [r, row] of rows.entries())
    if (isAlone(row)) tables.push([]);
    else tables.at(-1)?.push(r);
  const widthOf = (r: number): number => rows[r]?.width ?? 0;
  const textsOf = (r: number): readonly string[] => rows[r]?.texts ?? [];
  const hasFigures = (r: number): boolean => textsOf(r).slice(1).some(isFigure);
  return tables.flatMap((table) => {
    const usual = mostCommon(table.map(widthOf));
    const first = table.find((r) => widthOf(r) >= usual) ?? 0;
    const isHead = (r: number): boolean =>
      heads === "with heads" && r === first - 1 && hasFigures(first) && !isNamedValue(textsOf(r));
    return table.filter((r) => widthOf(r) < usual && ((r > first && hasFigures(r)) || isHead(r)));
  });
}

/** "Année" | "2026" */
const isNamedValue = ([name = "", value = "", ...more]: readonly string[]): boolean =>
  !/\d/.test(name) && /\d/.test(value) && more.every((text) => text.trim() === "");

/** The larger one where two are as common; 0 for none. */
function mostCommon(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [[width] = [0]] = [...counts].toSorted(([a, n], [b, m]) => m - n || b - a);
  return width;
}
