/** Each quarter's deliveries hold the statements that the settings expect; one that never comes is told once. */

import { quarterOfDelivery } from "../model/delivery.ts";
import { aWarning, type Issue } from "../model/issue.ts";
import { OTHER_STATEMENT, type Recognition } from "../model/observation.ts";
import { compareText } from "../model/order.ts";
import { type Period, quarterId } from "../model/period.ts";
import type { Own } from "../model/received.ts";
import { type CheckContext, statementOf } from "./context.ts";

interface Lack {
  readonly quarter: Period;
  /** A delivery of it. */
  readonly delivery: string;
}

export function* statementMissing({ recognitions, refused, nomenclature, settings }: CheckContext): Iterable<Issue> {
  const byQuarter = Map.groupBy(recognitions, ({ file }) => {
    const quarter = quarterOfDelivery(file.source.delivery);
    return quarter ? quarterId(quarter) : "";
  });
  const quarters = [...byQuarter].sort(([a], [b]) => compareText(b, a));
  for (const statement of settings.expectedStatements) {
    const lacking = quarters.flatMap(([id, own]): readonly Lack[] => {
      const quarter = quarterOfDelivery(id);
      const isHeld = own.some((r) => r.observations.some((o) => o.statement === statement));
      const isTold = own.some(
        (r) => (refused?.has(r.file.source.path) && maybeOf(r, statement)) || isOfAnotherMeasure(r, statement),
      );
      return quarter && !isHeld && !isTold ? [{ quarter, delivery: own[0]?.file.source.delivery ?? id }] : [];
    });
    const [latest] = lacking;
    if (latest) yield toIssue(statementOf(nomenclature, statement), [latest, ...lacking.slice(1)]);
  }
}

/** "Faits élucidés": recognition has said why none of its numbers is a count of facts. */
const isOfAnotherMeasure = ({ observations, printed }: Recognition, statement: string): boolean =>
  observations.length === 0 && printed.some((figure) => figure.statement === statement);

/** Could the file have been that statement, had it been read? */
const maybeOf = ({ tables }: Recognition, statement: string): boolean =>
  tables.every((t) => t.statement === OTHER_STATEMENT) || tables.some((t) => t.statement === statement);

/** Its place is the latest quarter: the one whose bulletin is made. */
const toIssue = (statement: Own, [latest, ...others]: readonly [Lack, ...Lack[]]): Issue =>
  aWarning("statement-missing", {
    about: { statement, quarters: [latest.quarter, ...others.map(({ quarter }) => quarter)] },
    place: { file: latest.delivery },
  });
