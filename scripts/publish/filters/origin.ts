/** Where a figure of the bulletin leads on the control sheet. */
import type { ControlSheet, TableCell } from "../../model/bulletin.ts";
import { provenanceKey } from "../../model/observation.ts";
import { sourceId } from "./control.ts";

/** Identifiers of the source cells that the control sheet shows. Older deliveries are named there, not shown. */
export function shownCells(control: ControlSheet): ReadonlySet<string> {
  const shown = new Set<string>();
  for (const { tables } of control.files)
    for (const { grid, readings } of tables)
      readings.forEach((row, r) => {
        row.forEach((reading, c) => {
          if (reading.kind === "empty") return;
          shown.add(sourceId(provenanceKey({ file: grid.file, part: grid.part, row: r + 1, column: c + 1, raw: "" })));
        });
      });
  return shown;
}

/**
 * Anchor on the control sheet for the figure of cell `id`: its source cell when it is one and shown ("s-8c1f0e5a2b");
 * otherwise the entry that names all its cells ("p-t1-r3-c2"); "" for a cell that is no figure.
 */
export function originOf(cell: TableCell, id: string, shown: ReadonlySet<string>): string {
  const [first, ...others] = cell.from ?? [];
  if (first === undefined) return "";
  const source = sourceId(first);
  return others.length === 0 && shown.has(source) ? source : `p-${id}`;
}
