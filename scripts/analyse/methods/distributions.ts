/**
 * The distributions that the methods rest on: the only file that uses the library of special functions (cephes, the
 * library of S. L. Moshier, also under SciPy). tests/analyse/distributions.test.ts compares every function with R.
 */
import cephes from "./cephes.cjs";

const { bdtr, chdtri, incbet, incbi, ndtr, ndtri, pdtrc } = cephes;

/** P(X <= k), X binomial of n trials; `share` between 0 and 1, ends excluded. k below 0 gives 0. */
export function binomialCdf(k: number, n: number, share: number): number {
  if (k < 0) return 0;
  return k >= n ? 1 : bdtr(k, n, share);
}

/** Smallest k with P(X <= k) >= p, X binomial: R's qbinom. */
export const binomialQuantile = (p: number, n: number, share: number): number =>
  smallest(p, Math.floor(n * share), (k) => binomialCdf(k, n, share));

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

/** Smallest k with P(X <= k) >= p, X negative binomial: R's qnbinom. */
export const negativeBinomialQuantile = (p: number, mean: number, size: number): number =>
  smallest(p, Math.floor(mean), (k) => negativeBinomialCdf(k, mean, size));

/** Smallest whole k >= 0 where a rising function reaches p, sought from a first guess in steps that double, then by halves. */
function smallest(p: number, guess: number, cdf: (k: number) => number): number {
  let below = -1;
  let above = Math.max(guess, 0);
  if (cdf(above) >= p) {
    for (let step = 1; above - step > -1; step *= 2) {
      if (cdf(above - step) < p) {
        below = above - step;
        break;
      }
      above -= step;
    }
  } else {
    below = above;
    for (let step = 1; ; step *= 2) {
      above = below + step;
      if (cdf(above) >= p) break;
      below = above;
    }
  }
  while (above - below > 1) {
    const middle = (above + below) >> 1;
    if (cdf(middle) >= p) above = middle;
    else below = middle;
  }
  return above;
}
