/** The lines of a family never exceed it. */
import { aWarning, type Issue } from "../model/issue.ts";
import { type Count, isCount } from "../model/observation.ts";
import { periodKey } from "../model/period.ts";
import { isPartOfLine, labelKey, lineKey } from "../nomenclature/index.ts";
import { type CheckContext, labelOf, wholeOf } from "./context.ts";

export function* familySum({ observations }: CheckContext): Iterable<Issue> {
  const lines = observations.filter(isCount).filter((o) => o.kind === "line");
  const groups = Map.groupBy(
    lines,
    (o) => `${o.statement}|${o.provenance.file}|${o.provenance.part}|${o.force}|${periodKey(o.period)}`,
  );
  for (const counts of groups.values()) {
    for (const family of counts.filter((c) => c.family === null)) {
      const cells = counts.filter((c) => isFamily(family, c.family));
      const own = [...new Map(cells.map((c) => [lineKey(c), c])).values()]; // each line once
      const sum = own.reduce((total, c) => total + (isPartOfLine(c) ? 0 : c.value), 0);
      const above = own.filter((c) => c.value > family.value);
      if (sum <= family.value && above.length === 0) continue;
      const [first] = above;
      yield aWarning("lines-exceed-family", {
        about: {
          family: wholeOf(family),
          ...(first ? { line: labelOf(first), value: first.value } : { lines: own.length, sum }),
        },
        place: (first ?? family).provenance,
      });
    }
  }
}

/** `name`: the family that a line says it belongs to, by id or by label as sent. */
const isFamily = (family: Count, name: string | null): boolean =>
  name !== null && (family.indicator === name || labelKey(family.label) === labelKey(name));
