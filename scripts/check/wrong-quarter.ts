/** A statement stands in the folder of its own quarter. */
import { nextDelivery, quarterOfDelivery } from "../model/delivery.ts";
import { formatPeriod, quote } from "../model/format.ts";
import { anError, type Issue } from "../model/issue.ts";
import { latestTables } from "../model/observation.ts";
import { quarterAtEndOf, quarterId } from "../model/period.ts";
import { type CheckContext, withArticle } from "./context.ts";

export function* wrongQuarter({ recognitions, nomenclature, deliveries }: CheckContext): Iterable<Issue> {
  for (const recognition of recognitions) {
    const { source } = recognition.file;
    const expected = quarterOfDelivery(source.delivery);
    if (!expected) continue;
    for (const { statement, anchor, grid } of latestTables(recognition)) {
      if (anchor.last === expected.last) continue;
      const actual = quarterAtEndOf(anchor);
      const label = nomenclature.statements.find((s) => s.id === statement)?.label ?? statement;
      yield anError("statement-of-another-quarter", {
        message: `Cet état (${label}) porte sur ${withArticle(anchor)}, mais il est rangé dans la livraison ${quote(source.delivery)} (${formatPeriod(expected)}).`,
        hint: whereToPut(quarterId(actual), deliveries),
        place: { file: source.path, part: grid.part },
        actual: quarterId(actual),
        expected: quarterId(expected),
      });
    }
  }
}

function whereToPut(quarter: string, deliveries: readonly string[]): string {
  const place = nextDelivery(quarter, deliveries);
  const why = place === quarter ? "" : ` (à créer) : l'état de ce trimestre est déjà là, celui-ci le corrige`;
  return `Déplacez le fichier dans le dossier ${place}${why} ; puis npm run reception. S'il devait porter sur un autre trimestre, demandez au service le bon état.`;
}
