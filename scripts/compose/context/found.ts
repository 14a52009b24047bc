/** What the checks found of one quarter, as its cover, its page one, its notices and « Contrôles » count it. */
import { quarterOfDelivery } from "../../model/delivery.ts";
import type { Issue } from "../../model/issue.ts";
import { comparePeriods, type Period, samePeriod, shiftQuarters } from "../../model/period.ts";
import type { RuleName } from "../../model/rules.ts";
import type { Context } from "./context.ts";

/** Errors and warnings that earlier deliveries keep: told in one line, detailed on the control sheet. */
export const earlierIssues = (c: Context): readonly Issue[] =>
  c.issues.filter((issue) => issue.severity !== "info" && !c.ownIssues.includes(issue));

/** Quarters without a delivery since the first one received. Today's date plays no part in it. */
export function quartersWithout(c: Context): readonly Period[] {
  const held = c.analysis.deliveries.flatMap((name) => quarterOfDelivery(name) ?? []).toSorted(comparePeriods);
  const gaps: Period[] = [];
  for (let q = held[0] ?? c.quarter; comparePeriods(q, c.quarter) < 0; q = shiftQuarters(q, 1))
    if (!held.some((h) => samePeriod(h, q))) gaps.push(q);
  return gaps;
}

/** What the bulletin's cover, page one, its checks and the list of bulletins all count: earlier deliveries that are missing are one warning. */
export function countsOf(c: Context): { readonly errors: number; readonly warnings: number } {
  const count = (severity: Issue["severity"]): number => c.ownIssues.filter((i) => i.severity === severity).length;
  return { errors: count("error"), warnings: count("warning") + (quartersWithout(c).length > 0 ? 1 : 0) };
}

/** The gravest that the checks gave to what a notice tells; "info" for what is no fault: a break in series that is declared, a line known by now. */
export function severityOf(c: Context, ...rules: readonly RuleName[]): Issue["severity"] {
  const found = new Set(c.ownIssues.filter(({ rule }) => rules.includes(rule)).map(({ severity }) => severity));
  return found.has("error") ? "error" : found.has("warning") ? "warning" : "info";
}
