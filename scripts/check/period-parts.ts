/** A long period as its parts: the ways in which counts of shorter ones may add up to it. */
import { addMonths, lengthOf, monthOf, type Period, quartersOf } from "../model/period.ts";

/**
 * Partitions of a period, the finest last: quarters, what came before and the last quarter, half-years, months.
 * 2026-01/2026-09 => [T1, T2, T3], [S1, T3], [its nine months]
 */
export function partitionsOf(period: Period): readonly (readonly Period[])[] {
  const quarters = quartersOf(period) ?? [];
  const last = quarters.at(-1);
  const partitions: (readonly Period[])[] = [];
  if (quarters.length > 1) partitions.push(quarters);
  if (last && quarters.length > 2) partitions.push([{ first: period.first, last: addMonths(last.first, -1) }, last]);
  if (quarters.length === 4 && monthOf(period.first) === 1)
    partitions.push([
      { first: period.first, last: addMonths(period.first, 5) },
      { first: addMonths(period.first, 6), last: period.last },
    ]);
  const months = Array.from({ length: lengthOf(period) }, (_, i) => addMonths(period.first, i));
  if (months.length > 1) partitions.push(months.map((m) => ({ first: m, last: m })));
  return partitions;
}
