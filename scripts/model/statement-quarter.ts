/** The quarter that a file's statements say they are of. */
import { OTHER_STATEMENT, type ReadTable, type Recognition } from "./observation.ts";
import { comparePeriods, type Period } from "./period.ts";

export type DatedTable = ReadTable & { readonly anchor: Period };

/**
 * Of each statement, its latest table: one of an earlier year beside it, for comparison, says nothing of where the file belongs. None for a
 * file that is refused or empty, or whose titles name no period.
 */
export function latestTables({ tables, observations }: Recognition): readonly DatedTable[] {
  if (observations.length === 0) return [];
  const dated = tables.flatMap((table): DatedTable[] =>
    table.anchor && table.statement !== OTHER_STATEMENT ? [{ ...table, anchor: table.anchor }] : [],
  );
  return [...Map.groupBy(dated, (table) => table.statement).values()].map((own) =>
    own.reduce((a, b) => (comparePeriods(b.anchor, a.anchor) > 0 ? b : a)),
  );
}
