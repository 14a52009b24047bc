/** One figure of one delivery has one value. */
import { deliveryQuarter, nextDelivery } from "../model/delivery.ts";
import { formatNumber, formatPlace } from "../model/format.ts";
import type { Issue } from "../model/issue.ts";
import { type Count, entersSeries } from "../model/observation.ts";
import { type CheckContext, describe } from "./context.ts";

export function* givenTwice({ series, deliveries }: CheckContext): Iterable<Issue> {
  for (const figure of series.flatMap((s) => [...s.byPeriod.values()])) {
    for (const same of Map.groupBy(figure, (c) => c.delivery).values()) {
      const [first] = same;
      // One issue a contradicting value, not one a cell.
      const others = new Map(same.filter((c) => c.value !== first?.value).map((c) => [c.value, c]));
      for (const other of others.values()) {
        if (!first) continue;
        yield {
          rule: "figure-given-twice",
          severity: entersSeries(other) ? "error" : "warning", // what is shown as sent stops nothing
          message:
            `${describe(other)} : deux valeurs dans la même livraison, ${formatNumber(first.value)} (${formatPlace(first.provenance)}) ` +
            `et ${formatNumber(other.value)} (${formatPlace(other.provenance)}).`,
          hint: first.provenance.file === other.provenance.file ? WITHIN_A_FILE : betweenFiles(other, deliveries),
          place: other.provenance,
          actual: String(other.value),
          expected: String(first.value),
        };
      }
    }
  }
}

const WITHIN_A_FILE =
  "Demandez au service laquelle est la bonne, et un état corrigé ; ou faites ignorer la colonne fautive dans data/convention.yaml.";

/** One of them may correct the other: it is a sending of its own. */
function betweenFiles({ delivery }: Count, deliveries: readonly string[]): string {
  const place = nextDelivery(deliveryQuarter(delivery) ?? delivery, deliveries);
  return `Si l'un des deux fichiers corrige l'autre, déplacez-le dans le dossier ${place} (à créer), puis npm run reception. Sinon, demandez au service laquelle est la bonne et retirez l'autre fichier.`;
}
