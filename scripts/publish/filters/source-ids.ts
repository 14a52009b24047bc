/** Names of the source cells on the control sheet, for the links both ways. */
import type { ControlSheet } from "../../model/document/control-sheet.ts";
import { columnName } from "../../model/format.ts";
import { showHidden } from "../../model/hidden-characters.ts";
import type { ReadTable } from "../../model/observation.ts";

/** The files in the order of the page: the newest delivery first, whose folder's name comes last ("2026-T1-rectificatif" after "2026-T1"). */
export const newestFirst = (files: ControlSheet["files"]): ControlSheet["files"] =>
  [...files].sort(({ note: a }, { note: b }) => Number(a.delivery < b.delivery) - Number(a.delivery > b.delivery));

/** HTML id of a table's cell, rows and columns from 0: third file, first table, C7 => "s3-1-C7". */
export const cellId = (file: number, table: number, row: number, column: number): string =>
  `s${file + 1}-${table + 1}-${columnName(column + 1)}${row + 1}`;

/** HTML id of the cell that a provenanceKey names, when the page shows it as read. Older deliveries are named there, not shown. */
export type ShownCells = (key: string) => string | undefined;

/** Keys may come before or after `printable` has written out hidden characters. */
export function shownCells(control: ControlSheet): ShownCells {
  const places = new Map<
    string,
    { readonly file: number; readonly table: number; readonly readings: ReadTable["readings"] }
  >();
  for (const [file, { tables }] of newestFirst(control.files).entries())
    for (const [table, { grid, readings }] of tables.entries()) {
      const place = showHidden(`${grid.file}#${grid.part}`); // as provenanceKey begins
      if (!places.has(place)) places.set(place, { file, table, readings });
    }
  return (key) => {
    const end = key.lastIndexOf("!");
    const [row = 0, column = 0] = key
      .slice(end + 1)
      .split(":")
      .map(Number);
    const place = places.get(showHidden(key.slice(0, end)));
    const reading = place?.readings[row - 1]?.[column - 1];
    if (place === undefined || reading === undefined || reading.kind === "empty") return undefined;
    return cellId(place.file, place.table, row - 1, column - 1);
  };
}
