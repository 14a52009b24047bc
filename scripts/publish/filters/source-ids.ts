/** Names of the source cells on the control sheet, for the links both ways: where the figures of the bulletin lead. */

import type { Bulletin, Edition } from "../../model/document/bulletin.ts";
import type { ControlSheet, ReceivedFile } from "../../model/document/control-sheet.ts";
import type { TableCell } from "../../model/document/table.ts";
import { tableCells } from "../../model/document/table-cells.ts";
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

/** HTML id of each figure of the bulletin's tables => its anchor on the control sheet: { "t1-r3-c2": "s3-1-C7" }. */
export type Origins = Readonly<Record<string, string>>;

/**
 * Anchor of the figure of cell `id`: its source cell when it is one and shown ("s3-1-C7"); otherwise the entry that names all its
 * cells ("p-t1-r3-c2"). undefined for a cell that is no figure.
 */
function originOf(cell: TableCell, id: string, shown: ShownCells): string | undefined {
  const [first, ...others] = cell.from ?? [];
  if (first === undefined) return undefined;
  const source = others.length === 0 ? shown(first) : undefined;
  return source ?? `p-${id}`;
}

/** All that the bulletin's page needs to know of the control sheet: where its links lead. */
export function originsOf({
  bulletin,
  control,
}: Pick<Edition, "control"> & { readonly bulletin: Pick<Bulletin, "sections"> }): Origins {
  const shown = shownCells(control.files);
  const origins: Record<string, string> = {};
  for (const { id, cell } of tableCells(bulletin)) {
    const origin = originOf(cell, id, shown);
    if (origin !== undefined) origins[id] = origin;
  }
  return origins;
}
