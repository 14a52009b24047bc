/** Police and gendarmerie added give the whole that the statement prints. */
import { formatNumber } from "../model/format.ts";
import type { Issue } from "../model/issue.ts";
import { type Count, isCount } from "../model/observation.ts";
import { periodKey } from "../model/period.ts";
import { ASK_SERVICE, type CheckContext, comparable, describe } from "./context.ts";

export function* forceSum({ observations }: CheckContext): Iterable<Issue> {
  const groups = Map.groupBy(
    observations.filter(isCount),
    (o) => `${comparable(o)}|${o.delivery}|${periodKey(o.period)}`,
  );
  for (const counts of groups.values()) {
    for (const whole of counts.filter((c) => c.force === "ensemble")) {
      const police = near(counts, "PN", whole);
      const gendarmerie = near(counts, "GN", whole);
      if (!police || !gendarmerie || police.value + gendarmerie.value === whole.value) continue;
      const sum = police.value + gendarmerie.value;
      yield {
        rule: "total-does-not-add-up",
        severity: "warning",
        message:
          `${describe(whole)} : police ${formatNumber(police.value)} et gendarmerie ${formatNumber(gendarmerie.value)} ` +
          `font ${formatNumber(sum)}, le total imprimé est ${formatNumber(whole.value)}.`,
        hint: ASK_SERVICE,
        place: whole.provenance,
        actual: String(whole.value),
        expected: String(sum),
      };
    }
  }
}

/** The force's count of the same file, else of the delivery. */
const near = (counts: readonly Count[], force: Count["force"], whole: Count): Count | undefined => {
  const own = counts.filter((c) => c.force === force);
  return own.find((c) => c.provenance.file === whole.provenance.file) ?? own[0];
};
