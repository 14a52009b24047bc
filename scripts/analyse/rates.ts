/** Rates of the rolling year, never of a single quarter. */
import type { Figure, Rate } from "../model/analysis.ts";
import { yearOf } from "../model/period.ts";
import type { ByYear } from "../model/settings.ts";
import { chiSquareUpper } from "./methods/distributions.ts";

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
  const per1000 = (count: number): number => (count / size) * 1000;
  const { low, high } = garwood(rolling.value);
  return {
    value: per1000(rolling.value),
    low: per1000(low),
    high: per1000(high),
    denominator,
    count: rolling.value,
    size,
    year,
  };
}

const ALPHA = 0.05;

/** Exact interval of one Poisson count (Garwood 1936): χ²(α/2, 2x)/2 to χ²(1 − α/2, 2x + 2)/2. 10 => 4.7954 to 18.3904 */
export const garwood = (count: number): { readonly low: number; readonly high: number } => ({
  low: count === 0 ? 0 : chiSquareUpper(1 - ALPHA / 2, 2 * count) / 2,
  high: chiSquareUpper(ALPHA / 2, 2 * count + 2) / 2,
});
