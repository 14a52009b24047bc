/** Does the quarterly series vary around one level, or has it shifted? */
import type { RunChart } from "../../model/analysis.ts";
import { binomialQuantile } from "./distributions.ts";

/** Under this number of quarters no shift is told. */
const CHART_QUARTERS = 12;

/**
 * Null for an empty series.
 * @param counts of one series, oldest first; quarters that are not known left out.
 */
export function runChart(counts: readonly number[]): RunChart | null {
  if (counts.length === 0) return null;
  const centre = counts.reduce((a, b) => a + b, 0) / counts.length;
  return { centre, shift: counts.length >= CHART_QUARTERS && hasShifted(counts) };
}

/** Longest run and crossings that chance makes likely, for n useful points (Anhøj and Olesen 2014). n = 24 => 8 and 8 */
export const runLimits = (n: number): { readonly longestRun: number; readonly crossings: number } => ({
  longestRun: Math.round(Math.log2(n)) + 3,
  crossings: binomialQuantile(0.05, n - 1, 0.5),
});

/**
 * Anhøj's two rules: a run on one side of the median that is too long, or too few crossings of it. The median, because the rules
 * suppose one chance in two on either side; points on it are left out.
 */
function hasShifted(counts: readonly number[]): boolean {
  const middle = median(counts);
  const sides = counts.filter((count) => count !== middle).map((count) => count > middle);
  if (sides.length < 2) return false;
  let crossings = 0;
  let run = 1;
  let longest = 1;
  for (let i = 1; i < sides.length; i++) {
    if (sides[i] === sides[i - 1]) run++;
    else {
      crossings++;
      run = 1;
    }
    longest = Math.max(longest, run);
  }
  const limits = runLimits(sides.length);
  return longest > limits.longestRun || crossings < limits.crossings;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return (lower + upper) / 2;
}
