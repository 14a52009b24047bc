/** Method 5: how precise is one count? */
import { gammaQuantile } from "./distributions.ts";

/**
 * Exact interval of the mean of one Poisson count (Garwood 1936): χ²(α/2, 2x)/2 to χ²(1 − α/2, 2x + 2)/2, that is
 * gamma(α/2, x) to gamma(1 − α/2, x + 1). In facts. 5 => 1.6235 to 11.6683.
 */
export function countInterval(count: number, level = 0.95): { readonly low: number; readonly high: number } {
  const alpha = (1 - level) / 2;
  return { low: count === 0 ? 0 : gammaQuantile(alpha, count), high: gammaQuantile(1 - alpha, count + 1) };
}
