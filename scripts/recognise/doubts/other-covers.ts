/**
 * "Commune d'Achicourt" on the cover of a workbook, or in the header of a sheet's pages: its tables that say no place are of that one. A
 * contents page names several.
 */
import { ofOtherPlace } from "../layout/outcome.ts";
import type { OpenTable } from "../table/table.ts";
import { type Doubted, readingsOf } from "./rule.ts";

export function* otherCovers(tables: readonly OpenTable[]): Iterable<Doubted> {
  const said = tables.flatMap((t) => [...t.cover, ...t.besides]);
  const first = said.filter((s) => s.kind === "elsewhere").find((s) => s.by !== "area");
  if (!first || said.some((s) => s.kind === "ours")) return;
  for (const reading of readingsOf(tables))
    yield { reading, instead: ofOtherPlace(first), of: ({ isPlaced }) => !isPlaced };
}
