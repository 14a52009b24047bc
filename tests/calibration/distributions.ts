/** The distributions that simulated counts are drawn from. */
import cephes from "../../scripts/analyse/methods/cephes.cjs";

/** P(X >= k), X Poisson of that mean (> 0): R's ppois(k - 1, mean, lower.tail = FALSE). */
export const poissonTail = (k: number, mean: number): number => (k <= 0 ? 1 : cephes.pdtrc(k - 1, mean));

/** P(X <= k), X negative binomial of that mean (> 0) and size (> 0, need not be whole): R's pnbinom(k, size, mu = mean). */
export function negativeBinomialCdf(k: number, mean: number, size: number): number {
  return k < 0 ? 0 : cephes.incbet(size, Math.floor(k) + 1, size / (size + mean));
}
