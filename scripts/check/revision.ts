/** A later delivery that gives another value revises the figure: the later stands, both are kept. */
import { formatNumber } from "../model/format.ts";
import type { Issue } from "../model/issue.ts";
import { OTHER_STATEMENT } from "../model/observation.ts";
import { periodKey } from "../model/period.ts";
import { byText, type CheckContext, type Count, describe } from "./context.ts";

export function* revision({ series }: CheckContext): Iterable<Issue> {
  for (const all of series.values()) {
    // A printed total is shown as sent and never used.
    const counts = all.filter((c) => c.kind === "line");
    for (const same of Map.groupBy(counts, (c) => periodKey(c.period)).values()) {
      const inOrder = [...Map.groupBy(same, (c) => c.delivery)].sort(([a], [b]) => byText(a, b));
      let before: Count | undefined;
      for (const [, given] of inOrder) {
        const [after] = given;
        if (!after || after.statement === OTHER_STATEMENT || given.some((c) => c.value !== after.value)) continue;
        if (before && before.value !== after.value)
          yield {
            rule: "figure-revised",
            severity: "info",
            message: `${describe(after)} : ${formatNumber(before.value)} dans la livraison ${before.delivery}, ${formatNumber(after.value)} dans celle-ci. Le nombre le plus récent est retenu.`,
            place: after.provenance,
            actual: String(after.value),
          };
        before = after;
      }
    }
  }
}
