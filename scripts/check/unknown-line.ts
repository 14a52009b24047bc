/** A line that the nomenclature does not know is shown as sent. */
import { quote } from "../model/format.ts";
import { aWarning, type Issue } from "../model/issue.ts";
import { entersSeries } from "../model/observation.ts";
import { declaredKey } from "../nomenclature/index.ts";
import type { CheckContext } from "./context.ts";

export function* unknownLine({ observations, nomenclature, settings }: CheckContext): Iterable<Issue> {
  const declared = new Set(settings.labels.map(declaredKey));
  const unknown = observations.filter((o) => o.indicator === null && entersSeries(o));
  for (const [key, own] of Map.groupBy(unknown, declaredKey)) {
    const [first] = own;
    if (!first || declared.has(key)) continue;
    const statement = nomenclature.statements.find((s) => s.id === first.statement);
    // without the number of its files: each quarter has one more, and what the bulletin before has told is not told again
    yield aWarning("unknown-line", {
      message: `La ligne ${quote(first.label)} (${statement?.label ?? first.statement}) n'est pas dans la nomenclature : elle est présentée telle que transmise, sous ce libellé.`,
      hint: `Confirmez-la avec la lecture, npm run lecture -- ${first.delivery}, qui demande si c'est un autre nom d'une ligne connue. Une ligne d'un tout autre nom : data/LISEZMOI.md, partie 5.`,
      place: first.provenance,
      actual: first.label,
    });
  }
}
