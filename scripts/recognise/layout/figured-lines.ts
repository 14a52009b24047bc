/**
 * The lines of a file that have figures, each told by its label and the one above it: "Recels" alone in its row is a line without its
 * figure, and no caption, where it stands under the same line with figures in another table.
 */
import { oneLine } from "../../model/format.ts";
import type { Grid } from "../../model/grid.ts";
import { parseNumber } from "../../model/number.ts";

const firstText = ({ rows }: Grid, row: number): string =>
  oneLine(rows[row]?.find(({ text }) => text.trim() !== "")?.text ?? "");

export const labelsAt = (grid: Grid, row: number): string => `${firstText(grid, row - 1)}\n${firstText(grid, row)}`;

export const figuredLines = (grids: readonly Grid[]): ReadonlySet<string> =>
  new Set(
    grids.flatMap((grid) =>
      grid.rows.flatMap((cells, row) =>
        cells.some(({ text }) => parseNumber(oneLine(text)) !== undefined) ? [labelsAt(grid, row)] : [],
      ),
    ),
  );
