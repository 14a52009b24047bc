/** Rates of the rolling year, never of a single quarter. */
import type { Analysis, Figure, Rate, ReferenceRate } from "../model/analysis.ts";
import { yearOf } from "../model/period.ts";
import type { ByYear } from "../model/settings.ts";
import { chiSquareUpper } from "./methods/distributions.ts";

/** Fewer facts in twelve months make no rate. */
const LEAST_FACTS = 10;

/**
 * Facts of the rolling year per 1 000 inhabitants or dwellings. The denominator is that of the latest year not after the period's
 * last, else of the earliest year there is. Null when the count or every denominator is missing, or the facts are too few. 63 facts, 6 507 inhabitants => 9.68
 */
export function rateOf(rolling: Figure, denominator: Rate["denominator"], sizes: ByYear): Rate | null {
  // whole numbers as keys come in order, whatever the order of the settings
  const years = Object.keys(sizes).map(Number);
  const year = years.findLast((y) => y <= yearOf(rolling.period.last)) ?? years[0];
  const size = year === undefined ? undefined : sizes[year];
  if (rolling.value === null || rolling.value < LEAST_FACTS || year === undefined || !size) return null;
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

/**
 * Exact interval of one Poisson count (Garwood 1936): χ²(α/2, 2x)/2 to χ²(1 − α/2, 2x + 2)/2. 10 => 4.7954 to 18.3904. Facts in series: x / φ of them,
 * then φ times.
 */
export const garwood = (count: number, alpha = ALPHA, phi = 1): { readonly low: number; readonly high: number } => ({
  low: count === 0 ? 0 : (phi * chiSquareUpper(1 - alpha / 2, (2 * count) / phi)) / 2,
  high: (phi * chiSquareUpper(alpha / 2, (2 * count) / phi + 2)) / 2,
});

/** The rates of the main analyses that a territory is to be compared with, each with the interval that comparing them all asks for (Bonferroni). */
export function withWideRates(
  analyses: readonly Analysis[],
  references: readonly ReferenceRate[],
  phi: number,
): readonly Analysis[] {
  const isCompared = ({ rate, indicator }: Analysis): boolean =>
    rate !== null && references.some((r) => r.indicator === indicator);
  const lines = new Set(analyses.filter(isCompared).map(({ indicator }) => indicator)).size;
  return analyses.map((a) => {
    if (!a.rate || !isCompared(a)) return a;
    const { low, high } = garwood(a.rate.count, ALPHA / lines, phi);
    const per1000 = (count: number): number => (count / (a.rate?.size ?? 1)) * 1000;
    return { ...a, rate: { ...a.rate, wide: { low: per1000(low), high: per1000(high) } } };
  });
}
