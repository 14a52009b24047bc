/** Figures of other places in a file: set aside and named; the file is refused when nothing in it is of the commune. */
import { anError, aWarning, type Issue } from "../../model/issue.ts";
import { OTHER_STATEMENT, placeAt } from "../../model/observation.ts";
import { own, received } from "../../model/received.ts";
import type { Settings } from "../../model/settings.ts";
import { countsIn, ofKind } from "../layout/outcome.ts";
import type { OpenTable } from "../table/table.ts";

/**
 * One issue a file. `hasOwn`: something in it was read, or is in doubt, as the commune's. `isNamed`: it says that it is a statement;
 * another town's report that has only its lines stops nothing.
 */
export function placeIssues(
  tables: readonly OpenTable[],
  { hasOwn, isNamed }: { readonly hasOwn: boolean; readonly isNamed: boolean },
  settings: Settings,
): readonly Issue[] {
  const found = tables.flatMap(({ view, readings }) =>
    readings.flatMap(({ outcomes, statement }) =>
      ofKind(outcomes, "elsewhere").map((placed) => ({ ...placed, view, statement })),
    ),
  );
  const [first] = found;
  if (!first) return [];
  const others = [...new Set(found.map((f) => f.outcome.why))].map(received);
  const place = placeAt(first.view.grid, first.row, first.column, first.view.at(first.row, first.column)?.text ?? "");
  const commune = own(settings.commune.name);
  if (hasOwn || found.every((f) => f.statement === OTHER_STATEMENT))
    return [aWarning("other-place-set-aside", { about: { commune, others }, place })];
  const text = received(first.outcome.text);
  return [(isNamed ? anError : aWarning)("not-our-commune", { about: { commune, others, text }, place })];
}

/** Something of the tables is read, or may be read, as the commune's. */
export const hasOwnFigures = (tables: readonly OpenTable[]): boolean =>
  tables.some((t) =>
    t.readings.some(({ outcomes }) => countsIn(outcomes).length + ofKind(outcomes, "doubt").length > 0),
  );
