/** A figure's cell in a later file, and the texts that say something of it there. */

import { placeAt } from "../model/observation.ts";
import type { Dated } from "../model/received.ts";
import type { CellNews, FoundTable } from "./found.ts";
import type { MapCell, Said, SaidInTable } from "./map.ts";
import { inUnit, readName } from "./texts.ts";

/** A figure's cell in the later file. */
export interface Spot {
  readonly found: FoundTable;
  readonly row: number;
  readonly column: number;
}

/** What stood there in the confirmed file; undefined: the place is new. */
export const wasAt = ({ found: { map, rows, columns }, row, column }: Spot): MapCell | undefined =>
  map.rows[rows.at[row] ?? -1]?.[columns.at[column] ?? -1];

export const textOf = ({ found: { grid }, row, column }: Spot): string => grid.rows[row]?.[column]?.text ?? "";

/** What a text of the confirmed file says in the later one. */
export function laterText(
  { found: { rows, columns, grid }, row, column }: Spot,
  { by, at: [r, c] }: SaidInTable,
): string {
  const textAt = (i: number, j: number): string => grid.rows[i]?.[j]?.text.trim() ?? "";
  const own = columns.at.indexOf(c);
  if (by === "row") {
    // a label may go on over the rows under it
    for (let i = row; i >= 0; i -= 1) if (textAt(i, own) !== "") return textAt(i, own);
    return "";
  }
  const line = rows.at.findLastIndex((at, i) => i < row && at === r);
  if (by === "line") return textAt(line, own);
  for (let j = column; j >= 0; j -= 1) if (textAt(line, j) !== "") return textAt(line, j);
  return "";
}

/** The dates of what it says in the later file. */
export function laterDates(spot: Spot, said: Said): readonly Dated[] {
  const { grid, read } = spot.found;
  if (said.by === "part") return read(grid.part).dates;
  if (said.by === "name") return readName(grid.file.slice(grid.file.lastIndexOf("/") + 1)).dates;
  return inUnit(read(laterText(spot, said)).dates, said.unit);
}

/** @param was the column where it stood. */
export const newsAt = (spot: Spot, is: CellNews["is"], was = spot.found.columns.at[spot.column]): CellNews => ({
  is,
  text: textOf(spot).trim(),
  place: placeAt(spot.found.grid, spot.row, spot.column),
  was: [spot.found.of, spot.found.rows.at[spot.row] ?? 0, was ?? 0],
});
