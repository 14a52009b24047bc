/** A long period as its parts: the ways in which counts of shorter ones may add up to it. */
import { addMonths, lengthOf, type Month, monthOf, type Period, quartersOf } from "../model/period.ts";
import { remember } from "../model/remember.ts";

/**
 * Partitions of a period, the finest last: quarters, what came before and the last quarter, half-years, months.
 * 2026-01/2026-09 => [T1, T2, T3], [S1, T3], [its nine months]
 */
export const partitionsOf = ({ first, last }: Period): readonly (readonly Period[])[] => partitions(first, last);

const partitions = remember((start: Month, end: Month): readonly (readonly Period[])[] => {
  const period: Period = { first: start, last: end };
  const quarters = quartersOf(period) ?? [];
  const last = quarters.at(-1);
  const found: (readonly Period[])[] = [];
  if (quarters.length > 1) found.push(quarters);
  if (last && quarters.length > 2) found.push([{ first: period.first, last: addMonths(last.first, -1) }, last]);
  if (quarters.length === 4 && monthOf(period.first) === 1)
    found.push([
      { first: period.first, last: addMonths(period.first, 5) },
      { first: addMonths(period.first, 6), last: period.last },
    ]);
  const months = Array.from({ length: lengthOf(period) }, (_, i) => addMonths(period.first, i));
  if (months.length > 1) found.push(months.map((m) => ({ first: m, last: m })));
  return found;
});
