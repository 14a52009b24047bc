/** One figure of one delivery has one value. */
import { formatNumber, formatPlace } from "../model/format.ts";
import type { Issue } from "../model/issue.ts";
import { entersSeries } from "../model/observation.ts";
import { type CheckContext, describe } from "./context.ts";

export function* givenTwice({ series }: CheckContext): Iterable<Issue> {
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
          hint: "Demandez au service laquelle est la bonne et retirez l'autre fichier ; ou faites ignorer la colonne fautive dans data/convention.yaml.",
          place: other.provenance,
          actual: String(other.value),
          expected: String(first.value),
        };
      }
    }
  }
}
