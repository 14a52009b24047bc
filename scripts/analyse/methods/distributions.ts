/**
 * The distributions that the methods rest on: the only file that uses the library of special functions (cephes, the
 * library of S. L. Moshier, also under SciPy). tests/analyse/distributions.test.ts compares every function with R.
 */
import cephes from "./cephes.cjs";

const { chdtri, incbet, incbi, ndtr, ndtri, pdtrc } = cephes;

/** P(X >= k), X Poisson of that mean (> 0): R's ppois(k - 1, mean, lower.tail = FALSE). */
export const poissonTail = (k: number, mean: number): number => (k <= 0 ? 1 : pdtrc(k - 1, mean));

/** P(X <= x), X beta of parameters a, b > 0: R's pbeta. */
export const betaCdf = (x: number, a: number, b: number): number => incbet(a, b, x);

/** Value below which a Beta(a, b) lies with probability p; a, b > 0: R's qbeta. 0 where it is too small for a number (about p^(1/a)). */
export const betaQuantile = (p: number, a: number, b: number): number =>
  Math.log(p) / a < LEAST_LOG ? 0 : incbi(a, b, p);
/** Of what the library can compute with. */
const LEAST_LOG = -650;

/** Value that a χ² of `freedom` degrees exceeds with probability `tail`: R's qchisq(tail, freedom, lower.tail = FALSE). */
export const chiSquareUpper = (tail: number, freedom: number): number => chdtri(freedom, tail);

/** R's pnorm. */
export const normalCdf = (x: number): number => ndtr(x);

/** R's qnorm. */
export const normalQuantile = (p: number): number => ndtri(p);

/** P(X <= k), X negative binomial of that mean (> 0) and size (> 0, need not be whole): R's pnbinom(k, size, mu = mean). */
export function negativeBinomialCdf(k: number, mean: number, size: number): number {
  return k < 0 ? 0 : incbet(size, Math.floor(k) + 1, size / (size + mean));
}
