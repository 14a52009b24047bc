/** Where the figures of the bulletin lead on the control sheet. */
import type { Bulletin, Edition } from "../../model/document/bulletin.ts";
import type { TableCell } from "../../model/document/table.ts";
import { tableCells } from "../../model/document/table-cells.ts";
import { type ShownCells, shownCells } from "./source-ids.ts";

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
