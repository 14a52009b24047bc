/** Where a figure of the bulletin leads on the control sheet. */
import type { TableCell } from "../../model/bulletin.ts";
import type { ShownCells } from "./source-ids.ts";

/**
 * Anchor on the control sheet for the figure of cell `id`: its source cell when it is one and shown ("s3-1-C7");
 * otherwise the entry that names all its cells ("p-t1-r3-c2"); "" for a cell that is no figure.
 * @param shown of shownCells.
 */
export function originOf(cell: TableCell, id: string, shown: ShownCells): string {
  const [first, ...others] = cell.from ?? [];
  if (first === undefined) return "";
  const source = others.length === 0 ? shown(first) : undefined;
  return source ?? `p-${id}`;
}
