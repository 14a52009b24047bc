/**
 * The distributions that the methods rest on: the only file that uses the library of special functions (cephes, the
 * library of S. L. Moshier, also under SciPy). tests/analyse/distributions.test.ts compares every function with R.
 */
import cephes from "./cephes.cjs";

const { chdtri, incbet, incbi, ndtr, ndtri } = cephes;

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
