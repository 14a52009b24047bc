/** Each quarter's deliveries hold the statements that the settings expect. */

import { quarterOfDelivery } from "../model/delivery.ts";
import { formatPeriod } from "../model/format.ts";
import type { Issue } from "../model/issue.ts";
import { compareText } from "../model/order.ts";
import { quarterId } from "../model/period.ts";
import type { CheckContext } from "./context.ts";

export function* statementMissing({ recognitions, nomenclature, settings }: CheckContext): Iterable<Issue> {
  const byQuarter = Map.groupBy(recognitions, ({ file }) => {
    const quarter = quarterOfDelivery(file.source.delivery);
    return quarter ? quarterId(quarter) : "";
  });
  for (const [id, own] of [...byQuarter].sort(([a], [b]) => compareText(a, b))) {
    const quarter = quarterOfDelivery(id);
    if (!quarter) continue;
    const held = new Set(own.flatMap((r) => r.observations.map((o) => o.statement)));
    for (const statement of settings.expectedStatements.filter((s) => !held.has(s))) {
      const label = nomenclature.statements.find((s) => s.id === statement)?.label ?? statement;
      yield {
        rule: "statement-missing",
        severity: "warning",
        message: `Aucun nombre de l'état ${label} n'a été lu pour le ${formatPeriod(quarter)} : l'état manque, ou son fichier n'a pas pu être lu.`,
        hint: `Vérifiez les fichiers du dossier ${id} ; si l'état n'y est pas, demandez-le au service.`,
        place: { file: own[0]?.file.source.delivery ?? id },
        expected: label,
      };
    }
  }
}
