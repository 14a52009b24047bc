/** Which issues belong in one quarter's bulletin. */
import { deliveryOfPath, deliveryQuarter } from "../../model/delivery.ts";
import type { Issue } from "../../model/issue.ts";
import { topicOf } from "../../model/rules.ts";

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

/** "2026-T1" and "2026-T1-rectificatif" are deliveries of the quarter "2026-T1". */
export const isDeliveryOf = (delivery: string, id: string): boolean => deliveryQuarter(delivery) === id;
