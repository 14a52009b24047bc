/** Cells without a number, with the reason that the statement gives; one note a table and reason. */

import { aNote, type Issue } from "../model/issue.ts";
import { printable, received } from "../model/received.ts";
import type { CheckContext } from "./context.ts";

export function* missingValues({ observations }: CheckContext): Iterable<Issue> {
  const without = observations.filter((o) => o.value === null);
  for (const own of Map.groupBy(without, (o) => `${o.provenance.file}|${o.provenance.part}|${o.status}`).values()) {
    const [first] = own;
    if (!first || first.status === "normal" || first.status === "derived") continue;
    const labels = [...new Set(own.map((o) => o.label))].map(printable);
    const { part, raw } = first.provenance;
    yield aNote(`value-${first.status}`, {
      about: { cells: own.length, part: received(part), labels, raw: received(raw) },
      place: first.provenance,
    });
  }
}
