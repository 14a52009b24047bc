/** Revisions: figures that a later delivery changed. What check tells of them and what « Révisions » prints is this one list. */
import { type Count, type Force, isCount, type Observation, type StatementId } from "./observation.ts";
import { comparePlaces, compareText } from "./order.ts";
import type { Period } from "./period.ts";

export interface Revision {
  readonly statement: StatementId;
  readonly indicator: string | null;
  readonly label: string;
  readonly force: Force;
  readonly period: Period;
  readonly old: Count;
  readonly new: Count;
}

/**
 * Each change of one figure from a delivery to the next that gives it, oldest first: 1, then 2, then 2, then 1 are two revisions. A
 * delivery that gives no number, or two that differ, changes nothing.
 *
 * @param figure what the deliveries say of one line, force and period, in any order.
 */
export function revisionsOf(figure: readonly Observation[]): readonly Revision[] {
  const counts = figure.filter(isCount);
  if (counts.every((o) => o.value === counts[0]?.value)) return [];
  const byDelivery = [...Map.groupBy(counts, (o) => o.delivery)].sort(([a], [b]) => compareText(a, b));
  const given = byDelivery.flatMap(([, same]) => {
    const [first, ...others] = same.sort((a, b) => comparePlaces(a.provenance, b.provenance));
    return first && others.every((o) => o.value === first.value) ? [first] : [];
  });
  return given.flatMap((own, i) => {
    const old = given[i - 1];
    if (old === undefined || old.value === own.value) return [];
    const { statement, indicator, label, force, period } = own;
    return [{ statement, indicator, label, force, period, old, new: own }];
  });
}
