/** A total that is one force's, while the other's column is empty. */
import { aWarning, type Issue } from "../model/issue.ts";
import { entersSeries, isCount, type Observation } from "../model/observation.ts";
import { periodKey } from "../model/period.ts";
import { isCopy } from "../nomenclature/index.ts";
import type { CheckContext } from "./context.ts";

export function* totalOfOneForce({ observations }: CheckContext): Iterable<Issue> {
  const tables = Map.groupBy(observations.filter(entersSeries), (o) =>
    [o.provenance.file, o.statement, periodKey(o.period)].join("|"),
  );
  for (const table of tables.values()) {
    const of = (force: Observation["force"]) => table.filter((o) => o.force === force);
    for (const [force, other] of [
      ["PN", "GN"],
      ["GN", "PN"],
    ] as const) {
      const [first] = of(force);
      if (!first || of(force).some(isCount) || !isCopy(of("ensemble"), of(other))) continue;
      yield aWarning("total-of-one-force", {
        about: { without: force, of: other, period: first.period },
        place: first.provenance,
      });
    }
  }
}
