/** Where a cell of a table stands in its file, as every text of a lecture says it. */
import type { Grid } from "../model/grid.ts";
import type { Provenance } from "../model/observation.ts";

export function placeOf(grid: Grid, row: number, column: number): Provenance {
  const name = grid.rowNames?.[row];
  return {
    file: grid.file,
    part: grid.part,
    row: row + 1,
    column: column + 1,
    raw: grid.rows[row]?.[column]?.text ?? "",
    ...(name === undefined ? {} : { name }),
  };
}
