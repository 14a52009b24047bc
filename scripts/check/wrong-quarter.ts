/** A statement stands in the folder of its own quarter. */
import { nextDelivery, quarterOfDelivery } from "../model/delivery.ts";
import { anError, type Issue } from "../model/issue.ts";
import { latestTables } from "../model/observation.ts";
import { quarterAtEndOf, quarterId } from "../model/period.ts";
import { own } from "../model/received.ts";
import { type CheckContext, statementOf } from "./context.ts";

export function* wrongQuarter({ recognitions, nomenclature, deliveries }: CheckContext): Iterable<Issue> {
  for (const recognition of recognitions) {
    const { source } = recognition.file;
    const expected = quarterOfDelivery(source.delivery);
    if (!expected) continue;
    for (const { statement, anchor, grid } of latestTables(recognition)) {
      if (anchor.last === expected.last) continue;
      yield anError("statement-of-another-quarter", {
        about: {
          statement: statementOf(nomenclature, statement),
          period: anchor,
          delivery: own(source.delivery),
          quarter: expected,
          folder: own(nextDelivery(quarterId(quarterAtEndOf(anchor)), deliveries)),
        },
        place: { file: source.path, part: grid.part },
      });
    }
  }
}
