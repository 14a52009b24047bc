/** Names of the source cells on the control sheet, for the links both ways. */
import type { ControlSheet, ReceivedFile } from "../../model/document/control-sheet.ts";
import { columnName } from "../../model/format.ts";
import { showHidden } from "../../model/hidden-characters.ts";
import type { ReadTable } from "../../model/observation.ts";

/** HTML id of a table's cell, rows and columns from 0: third file, first table, C7 => "s3-1-C7". */
export const cellId = (file: number, table: number, row: number, column: number): string =>
  `s${file + 1}-${table + 1}-${columnName(column + 1)}${row + 1}`;

/** HTML id of the cell that a provenanceKey names, when the page shows it as read. */
export type ShownCells = (key: string) => string | undefined;

/** Row and column of a provenanceKey, and what stands before them. */
function partsOf(key: string) {
  const end = key.lastIndexOf("!");
  const [row = 0, column = 0] = key
    .slice(end + 1)
    .split(":")
    .map(Number);
  return { place: key.slice(0, end), row, column };
}

/** Address of a cell of an older delivery, on the sheet of its quarter; undefined: there is none. */
export function olderCell(key: string, { older }: Pick<ControlSheet, "older">): string | undefined {
  const cell = older[key];
  const { row, column } = partsOf(key);
  return cell?.sheet
    ? `../${cell.sheet}/controle.html#${cellId(cell.file, cell.table, row - 1, column - 1)}`
    : undefined;
}

/** Keys may come before or after `printable` has written out hidden characters. */
export function shownCells(files: readonly Pick<ReceivedFile<unknown>, "tables">[]): ShownCells {
  const places = new Map<
    string,
    { readonly file: number; readonly table: number; readonly readings: ReadTable["readings"] }
  >();
  for (const [file, { tables }] of files.entries())
    for (const [table, { grid, readings }] of tables.entries()) {
      const place = showHidden(`${grid.file}#${grid.part}`); // as provenanceKey begins
      if (!places.has(place)) places.set(place, { file, table, readings });
    }
  return (key) => {
    const { place: named, row, column } = partsOf(key);
    const place = places.get(showHidden(named));
    const reading = place?.readings[row - 1]?.[column - 1];
    if (place === undefined || reading === undefined || reading.kind === "empty") return undefined;
    return cellId(place.file, place.table, row - 1, column - 1);
  };
}
