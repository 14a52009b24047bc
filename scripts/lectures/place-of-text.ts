/** Where a text stands in a file: what a person looks for on the paper. */
import { oneLine } from "../model/format.ts";
import { type Provenance, placeAt, type Recognition } from "../model/observation.ts";

/** The cell that is the text, or else the first that holds it; undefined: none does. */
export function placeOfText(text: string, { tables }: Pick<Recognition, "tables">): Provenance | undefined {
  let holding: Provenance | undefined;
  if (text === "") return undefined;
  for (const { grid } of tables)
    for (const [i, cells] of grid.rows.entries())
      for (const [j, cell] of cells.entries()) {
        const own = oneLine(cell.text);
        if (own === text) return placeAt(grid, i, j);
        if (own.includes(text)) holding ??= placeAt(grid, i, j);
      }
  return holding;
}
