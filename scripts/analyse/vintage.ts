/** Deliveries in time: which count stands for each line, force and period. */
import type { Force, Observation, Provenance } from "../model/observation.ts";
import { comparePlaces } from "../model/order.ts";
import { type Period, periodKey } from "../model/period.ts";

/** What is known of one period of one line and force. */
export interface Standing {
  readonly period: Period;
  /**
   * count: the value that stands. conflict: the latest delivery gives two values, and neither is used.
   * none: no delivery gives a number; the status of the latest says why.
   */
  readonly kind: "count" | "conflict" | "none";
  readonly value: number | null;
  readonly status: Observation["status"];
  /** Where it stands: the cells of that delivery. */
  readonly from: readonly Provenance[];
  /** Rank of the delivery that it comes from: 0 for the oldest. */
  readonly rank: number;
}

/** Latest word on each period, by periodKey and force: `standings.get("PN")?.get("2026-01/2026-03")`. */
export type Standings = ReadonlyMap<Force, ReadonlyMap<string, Standing>>;

/** What the deliveries say of one force and period. */
export type Cell = readonly Observation[];

/** The observations of one line, those of one force and period together. */
export const cellsOf = (observations: readonly Observation[]): readonly Cell[] => [
  ...Map.groupBy(observations, (o) => `${o.force} ${o.period.first} ${o.period.last}`).values(),
];

/**
 * The later delivery stands. An empty or hidden cell of a later delivery changes nothing: it is no count. The same value twice in one
 * delivery is one value; two values in one delivery are a conflict (check tells it): the figure is then not known.
 *
 * @param cells of one line.
 * @param deliveries all that are known, oldest first.
 */
export function standingsOf(cells: readonly Cell[], deliveries: readonly string[]): Standings {
  const rankOf = new Map(deliveries.map((name, rank) => [name, rank]));
  const result = new Map<Force, Map<string, Standing>>();
  for (const own of cells) {
    const counted = own.filter((o) => o.value !== null);
    const pool = counted.length > 0 ? counted : own;
    const rank = Math.max(...pool.map((o) => rankOf.get(o.delivery) ?? -1));
    const latest = pool
      .filter((o) => (rankOf.get(o.delivery) ?? -1) === rank)
      .sort((a, b) => comparePlaces(a.provenance, b.provenance));
    const [first] = latest;
    if (!first) continue;
    const { force, period } = first;
    const conflict = latest.some((o) => o.value !== first.value);
    const standing: Standing = {
      period,
      rank,
      from: latest.map((o) => o.provenance),
      kind: conflict ? "conflict" : first.value === null ? "none" : "count",
      value: conflict ? null : first.value,
      status: conflict ? "missing" : first.status,
    };
    const periods = result.get(force) ?? new Map<string, Standing>();
    result.set(force, periods.set(periodKey(period), standing));
  }
  return result;
}
