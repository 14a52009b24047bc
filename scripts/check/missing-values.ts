/** Cells without a number, with the reason that the statement gives; one note a table and reason. */
import { listSome, plural, quote } from "../model/format.ts";
import { aNote, type Issue } from "../model/issue.ts";
import type { CheckContext } from "./context.ts";

const REASONS = {
  missing: "sans nombre (non disponible ou vide)",
  confidential: "sous secret statistique",
  "not-applicable": "sans objet",
} as const;
const MOST_LABELS = 6;

export function* missingValues({ observations }: CheckContext): Iterable<Issue> {
  const without = observations.filter((o) => o.value === null);
  for (const own of Map.groupBy(without, (o) => `${o.provenance.file}|${o.provenance.part}|${o.status}`).values()) {
    const [first] = own;
    if (!first || first.status === "normal" || first.status === "derived") continue;
    const labels = [...new Set(own.map((o) => quote(o.label)))];
    yield aNote(`value-${first.status}`, {
      message: `${plural(own.length, "cellule")} de ${quote(first.provenance.part)} ${REASONS[first.status]} : ${listSome(labels, MOST_LABELS)}. Ce n'est pas zéro.`,
      place: first.provenance,
      actual: first.provenance.raw,
    });
  }
}
