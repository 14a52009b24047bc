/** A statement stands in the folder of its own quarter. */
import { quarterOfDelivery } from "../model/delivery.ts";
import { formatPeriod, quote } from "../model/format.ts";
import type { Issue } from "../model/issue.ts";
import { OTHER_STATEMENT, type ReadTable } from "../model/observation.ts";
import { comparePeriods, type Period, quarterAtEndOf, quarterId } from "../model/period.ts";
import { type CheckContext, withArticle } from "./context.ts";

/**
 * The quarter of a file is the latest that its tables of one statement end with: a table of an earlier year beside it, for
 * comparison, is no fault. A table whose titles name no period is left to recognition, which says so.
 */
export function* wrongQuarter({ recognitions, nomenclature }: CheckContext): Iterable<Issue> {
  for (const { file, tables, observations } of recognitions) {
    if (observations.length === 0) continue; // refused or empty: a date of its titles says nothing of where it belongs
    const expected = quarterOfDelivery(file.source.delivery);
    if (!expected) continue;
    const dated = tables.flatMap((table): (ReadTable & { anchor: Period })[] =>
      table.anchor && table.statement !== OTHER_STATEMENT ? [{ ...table, anchor: table.anchor }] : [],
    );
    for (const [statement, own] of Map.groupBy(dated, (table) => table.statement)) {
      const latest = own.reduce((a, b) => (comparePeriods(b.anchor, a.anchor) > 0 ? b : a));
      if (latest.anchor.last === expected.last) continue;
      const actual = quarterAtEndOf(latest.anchor);
      const label = nomenclature.statements.find((s) => s.id === statement)?.label ?? statement;
      yield {
        rule: "statement-of-another-quarter",
        severity: "error",
        message: `Cet état (${label}) porte sur ${withArticle(latest.anchor)}, mais il est rangé dans la livraison ${quote(file.source.delivery)} (${formatPeriod(expected)}).`,
        hint: `Déplacez le fichier dans le dossier ${quote(quarterId(actual))} ; si le dossier est le bon, demandez au service l'état du bon trimestre.`,
        place: { file: file.source.path, part: latest.grid.part },
        actual: quarterId(actual),
        expected: quarterId(expected),
      };
    }
  }
}
