/** A later delivery that gives another value revises the figure: the later stands, both are kept. */
import { formatNumber } from "../model/format.ts";
import { aNote, type Issue } from "../model/issue.ts";
import { entersSeries } from "../model/observation.ts";
import { periodKey } from "../model/period.ts";
import { type Revision, revisionsOf } from "../model/revision.ts";
import { type CheckContext, describe, listLines, withArticle } from "./context.ts";

/** The very list that « Révisions » prints: one issue for all that a file corrects of a period as another delivery gave it. */
export function* revision({ series }: CheckContext): Iterable<Issue> {
  const revisions = series
    .flatMap((s) => [...s.byPeriod.values()])
    .flatMap((figure) => revisionsOf(figure.filter(entersSeries)));
  for (const same of Map.groupBy(revisions, causeOf).values()) yield toIssue(same);
}

const causeOf = ({ old, new: own }: Revision): string =>
  [own.provenance.file, old.delivery, periodKey(own.period)].join("|");

function toIssue(same: readonly Revision[]): Issue {
  const [{ old, new: own }, ...more] = same as readonly [Revision, ...Revision[]];
  const message =
    more.length === 0
      ? `${describe(own)} : ${formatNumber(old.value)} dans la livraison ${old.delivery}, ${formatNumber(own.value)} dans celle-ci. Le nombre le plus récent est retenu.`
      : `Pour ${withArticle(own.period)}, des nombres de la livraison ${old.delivery} sont autres dans celle-ci : ${listLines(
          same.map((r) => ({ figure: r.new, words: `${formatNumber(r.old.value)} puis ${formatNumber(r.new.value)}` })),
        )}. Les nombres les plus récents sont retenus.`;
  return aNote("figure-revised", {
    message,
    place: own.provenance,
    ...(more.length > 0 && { also: more.map((r) => r.new.provenance) }),
    actual: String(own.value),
  });
}
