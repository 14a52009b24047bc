/** A later delivery that gives another value revises the figure: the later stands, both are kept. */
import { formatNumber } from "../model/format.ts";
import type { Issue } from "../model/issue.ts";
import { entersSeries } from "../model/observation.ts";
import { revisionsOf } from "../model/revision.ts";
import { type CheckContext, describe } from "./context.ts";

/** The very list that « Révisions » prints. */
export function* revision({ series }: CheckContext): Iterable<Issue> {
  for (const figure of series.flatMap((s) => [...s.byPeriod.values()]))
    for (const { old, new: own } of revisionsOf(figure.filter(entersSeries)))
      yield {
        rule: "figure-revised",
        severity: "info",
        message: `${describe(own)} : ${formatNumber(old.value)} dans la livraison ${old.delivery}, ${formatNumber(own.value)} dans celle-ci. Le nombre le plus récent est retenu.`,
        place: own.provenance,
        actual: String(own.value),
      };
}
