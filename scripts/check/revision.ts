/** A later delivery that gives another value revises the figure: the later stands, both are kept. */

import { aNote, type Issue } from "../model/issue.ts";
import { entersSeries } from "../model/observation.ts";
import { periodKey } from "../model/period.ts";
import { own } from "../model/received.ts";
import { type Revision, revisionsOf } from "../model/revision.ts";
import { byLine, type CheckContext, figureOf } from "./context.ts";

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
  const [{ old, new: now }, ...more] = same as readonly [Revision, ...Revision[]];
  const from = own(old.delivery);
  const about =
    more.length === 0
      ? { one: figureOf(now), old: old.value, value: now.value, from }
      : {
          period: now.period,
          value: now.value,
          from,
          lines: byLine(same.map((r) => ({ figure: r.new, said: { old: r.old.value, value: r.new.value } }))),
        };
  return aNote("figure-revised", {
    about,
    place: now.provenance,
    ...(more.length > 0 && { also: more.map((r) => r.new.provenance) }),
  });
}
