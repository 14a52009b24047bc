/**
 * Stage 3 of the main path: observations -> issues. A rule changes nothing, it only yields issues; one rule a file.
 *
 * To add a check: its rule in this folder, one line in RULES, one test.
 */
import { type Issue, restOf } from "../model/issue.ts";
import { type CheckInput, createContext, deliveriesOf, type Rule } from "./context.ts";
import { deliveryLate } from "./delivery-late.ts";
import { familySum } from "./family-sum.ts";
import { forceSum } from "./force-sum.ts";
import { givenTwice } from "./given-twice.ts";
import { improbable } from "./improbable.ts";
import { linesSum } from "./lines-sum.ts";
import { missingValues } from "./missing-values.ts";
import { partAboveWhole } from "./part-above-whole.ts";
import { periodSum } from "./period-sum.ts";
import { printedChange } from "./printed-change.ts";
import { printedTrend } from "./printed-trend.ts";
import { revision } from "./revision.ts";
import { communeSettings, defaultSettings } from "./settings.ts";
import { statementMissing } from "./statement-missing.ts";
import { totalOfOneForce } from "./total-of-one-force.ts";
import { unknownLine } from "./unknown-line.ts";
import { wrongQuarter } from "./wrong-quarter.ts";

export type { CheckInput } from "./context.ts";

/** In the order in which a person wants to know. */
const RULES: readonly Rule[] = [
  wrongQuarter, //      statement-of-another-quarter                          error
  givenTwice, //        figure-given-twice                                    error
  defaultSettings, //   settings-default                                      warning
  communeSettings, //   settings-commune                                      warning
  statementMissing, //  statement-missing                                     warning
  deliveryLate, //      delivery-late, delivery-missing                       warning
  forceSum, //          total-does-not-add-up                                 warning
  familySum, //         lines-exceed-family                                   warning
  linesSum, //          total-does-not-add-up                                 warning
  partAboveWhole, //    cumulative-below-part                                 warning
  periodSum, //         cumulative-not-its-parts, half-year-not-its-quarters  warning
  printedChange, //     printed-change-mismatch, printed-change-impossible    warning
  printedTrend, //      printed-trend-mismatch                                warning
  improbable, //        improbable-count                                      warning
  totalOfOneForce, //   total-of-one-force                                    warning
  unknownLine, //       unknown-line                                          warning
  revision, //          figure-revised                                        info
  missingValues, //     value-missing, value-confidential, …                  info
];

/** Issues of one rule on one file that are told one by one. */
export const MOST_IN_ONE_FILE = 40;

/** All the issues of the deliveries, in the order of RULES. `today` is "2026-04-09": the clock is an argument. */
export function check(input: CheckInput): readonly Issue[] {
  const context = createContext(input);
  return RULES.flatMap((rule) => bounded([...rule(context)]));
}

/** Deliveries that are awaited today: told to the operator, of no bulletin, which would else change with the day. */
export const awaitedDeliveries = ({ recognitions, settings, today }: CheckInput): readonly Issue[] =>
  [...deliveryLate({ deliveries: deliveriesOf(recognitions), settings, today })].filter(
    (issue) => issue.rule === "delivery-late",
  );

/** Thousands of like faults in one file say one thing: it is not what it should be. The last issue counts the others. */
function bounded(issues: readonly Issue[]): readonly Issue[] {
  if (issues.length <= MOST_IN_ONE_FILE) return issues;
  return [...Map.groupBy(issues, (i) => `${i.rule}|${i.place?.file ?? ""}`).values()].flatMap((own) => {
    const [first] = own;
    const left = own.length - MOST_IN_ONE_FILE;
    if (!first || left <= 0) return own;
    return [
      ...own.slice(0, MOST_IN_ONE_FILE),
      restOf(own.some((i) => i.severity === "error") ? { ...first, severity: "error" } : first, left),
    ];
  });
}
