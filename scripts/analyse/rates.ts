/** Rates of the rolling year, never of a single quarter. */
import type { Figure, Rate } from "../model/analysis.ts";
import { yearOf } from "../model/period.ts";
import type { ByYear } from "../model/settings.ts";

/**
 * Facts of the rolling year per 1 000 inhabitants or dwellings. The denominator is that of the latest year not after the period's
 * last, else of the earliest year there is. Null when the count or every denominator is missing. 63 facts, 6 507 inhabitants => 9.68
 */
export function rateOf(rolling: Figure, denominator: Rate["denominator"], sizes: ByYear): Rate | null {
  // whole numbers as keys come in order, whatever the order of the settings
  const years = Object.keys(sizes).map(Number);
  const year = years.findLast((y) => y <= yearOf(rolling.period.last)) ?? years[0];
  const size = year === undefined ? undefined : sizes[year];
  if (rolling.value === null || year === undefined || !size) return null;
  return { value: (rolling.value / size) * 1000, denominator, count: rolling.value, size, year };
}
