/** Method 9: what the test can see, so that readers know what it cannot. */
import { centralP } from "./exact-test.ts";
import { LEVEL } from "./ladder.ts";

/** Levels of the table on the method page, in facts a quarter. */
export const POWER_LEVELS = [0, 1, 2, 5, 10, 20, 50] as const;

/**
 * Smallest later count that the exact test tells apart from `before` per span, `years` spans pooled, at 5 % divided by the number of lines
 * (Bonferroni). smallestRise(10, 1, 1) => 23; among 30 lines => 31.
 */
export function smallestRise(before: number, lines: number, years = 1): number {
  const reference = { count: before * years, exposure: years };
  let after = before + 1;
  while (centralP(reference, { count: after, exposure: 1 }) * lines >= LEVEL) after++;
  return after;
}
