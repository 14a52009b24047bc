/** Which issues belong in one quarter's bulletin. */
import { deliveryOfPath, deliveryQuarter, quarterOfDelivery } from "../../model/delivery.ts";
import type { Issue } from "../../model/issue.ts";
import { comparePeriods, type Period, samePeriod, shiftQuarters } from "../../model/period.ts";
import { type RuleName, topicOf } from "../../model/rules.ts";

/** undefined for an issue of no place, or whose place is in no delivery: the settings, a folder that no quarter names. */
const deliveryOf = (issue: Issue): string | undefined => issue.place && deliveryOfPath(issue.place.file);

/**
 * Issues of the known deliveries and of no delivery, without those that the clock or the machine decides; those of a later delivery
 * are left out.
 */
export function relevantIssues(issues: readonly Issue[], deliveries: readonly string[]): readonly Issue[] {
  return issues.filter((issue) => {
    if (topicOf(issue.rule) === "command") return false;
    const delivery = deliveryOf(issue);
    return delivery === undefined || deliveries.includes(delivery);
  });
}

/** Of those, the issues of the quarter's own deliveries and of no delivery: what the bulletin of that quarter says. */
export const ownIssues = (issues: readonly Issue[], id: string, deliveries: readonly string[]): readonly Issue[] =>
  issues.filter((issue) => {
    const delivery = deliveryOf(issue);
    return delivery === undefined || isDeliveryOf(delivery, id) || !deliveries.includes(delivery);
  });

/** Errors and warnings that earlier deliveries keep: told in one line, detailed on the control sheet. */
export const earlierIssues = (c: {
  readonly issues: readonly Issue[];
  readonly ownIssues: readonly Issue[];
}): readonly Issue[] => c.issues.filter((issue) => issue.severity !== "info" && !c.ownIssues.includes(issue));

/** "2026-T1" and "2026-T1-rectificatif" are deliveries of the quarter "2026-T1". */
export const isDeliveryOf = (delivery: string, id: string): boolean => deliveryQuarter(delivery) === id;

/** Quarters without a delivery since the first one received. Today's date plays no part in it. */
export function quartersWithout(c: {
  readonly analysis: { readonly deliveries: readonly string[] };
  readonly quarter: Period;
}): readonly Period[] {
  const held = c.analysis.deliveries.flatMap((name) => quarterOfDelivery(name) ?? []).toSorted(comparePeriods);
  const gaps: Period[] = [];
  for (let q = held[0] ?? c.quarter; comparePeriods(q, c.quarter) < 0; q = shiftQuarters(q, 1))
    if (!held.some((h) => samePeriod(h, q))) gaps.push(q);
  return gaps;
}

/** What the bulletin's cover, page one, its checks and the list of bulletins all count: earlier deliveries that are missing are one warning. */
export const countsOf = (
  c: Parameters<typeof quartersWithout>[0] & { readonly ownIssues: readonly Issue[] },
): { readonly errors: number; readonly warnings: number } => {
  const count = (severity: Issue["severity"]): number => c.ownIssues.filter((i) => i.severity === severity).length;
  return { errors: count("error"), warnings: count("warning") + (quartersWithout(c).length > 0 ? 1 : 0) };
};

/** The gravest that the checks gave to what a notice tells; "info" for what is no fault: a break in series that is declared, a line known by now. */
export const severityOf = (
  c: { readonly ownIssues: readonly Issue[] },
  ...rules: readonly RuleName[]
): Issue["severity"] => {
  const found = new Set(c.ownIssues.filter(({ rule }) => rules.includes(rule)).map(({ severity }) => severity));
  return found.has("error") ? "error" : found.has("warning") ? "warning" : "info";
};
