/** A line that the nomenclature does not know is shown as sent. */

import { aWarning, type Issue } from "../model/issue.ts";
import { entersSeries } from "../model/observation.ts";
import { own } from "../model/received.ts";
import { declaredKey } from "../nomenclature/index.ts";
import { type CheckContext, labelOf, statementOf } from "./context.ts";

export function* unknownLine({ observations, nomenclature, settings }: CheckContext): Iterable<Issue> {
  const declared = new Set(settings.labels.map(declaredKey));
  const unknown = observations.filter((o) => o.indicator === null && entersSeries(o));
  for (const [key, same] of Map.groupBy(unknown, declaredKey)) {
    const [first] = same;
    if (!first || declared.has(key)) continue;
    // without the number of its files: each quarter has one more, and what the bulletin before has told is not told again
    yield aWarning("unknown-line", {
      about: {
        line: labelOf(first),
        statement: statementOf(nomenclature, first.statement),
        delivery: own(first.delivery),
        isConfirmed: false,
      },
      place: first.provenance,
    });
  }
}
