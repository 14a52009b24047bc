/** Which issues belong in one quarter's bulletin. */
import type { Issue } from "../../model/issue.ts";

/**
 * Rules that depend on the day, the machine or the register. A bulletin never holds them: the same files must give the same
 * bytes on two days and in two folders. The commands print them.
 */
const OUTSIDE = /^(?:delivery-(?:late|missing|not-recorded)|file-not-recorded|folder-|machine-|register-|purged-)/;

/** "2026-T1/IS 101.xls" => "2026-T1"; undefined for an issue of no place, e.g. of the settings. */
const deliveryOf = (issue: Issue): string | undefined => issue.place?.file.split("/")[0];

/**
 * Issues of the known deliveries and of no delivery, without those that the clock or the machine decides.
 * A place that is not a known delivery ("convention.yaml") is kept only when it is no delivery's folder at all.
 */
export function relevantIssues(issues: readonly Issue[], deliveries: readonly string[]): readonly Issue[] {
  return issues.filter((issue) => {
    if (OUTSIDE.test(issue.rule)) return false;
    const delivery = deliveryOf(issue);
    return delivery === undefined || deliveries.includes(delivery) || !/^\d{4}-T[1-4]/.test(delivery);
  });
}

/** Of those, the issues of the quarter's own deliveries and of no delivery: what the bulletin of that quarter says. */
export const ownIssues = (issues: readonly Issue[], id: string, deliveries: readonly string[]): readonly Issue[] =>
  issues.filter((issue) => {
    const delivery = deliveryOf(issue);
    return delivery === undefined || isDeliveryOf(delivery, id) || !deliveries.includes(delivery);
  });

/** "2026-T1" and "2026-T1-rectificatif" are deliveries of the quarter "2026-T1". */
export const isDeliveryOf = (delivery: string, id: string): boolean =>
  delivery === id || (delivery.startsWith(id) && /^[-_ ]/.test(delivery.slice(id.length)));
