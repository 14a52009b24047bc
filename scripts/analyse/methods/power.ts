/** What the tests can see, so that readers know what they cannot. */
import { ordinaryRange } from "./ordinary-range.ts";

/** Levels of the table on the method page, in facts a quarter. */
const POWER_LEVELS = [0, 1, 2, 5, 10, 20, 50] as const;

/** For a line of `before` facts a quarter: the smallest count that would be announced as a rise, the greatest as a fall (null: none). */
export const powerOf = (test: { readonly exposure: number; readonly phi: number; readonly threshold: number }) =>
  POWER_LEVELS.map((before) => {
    const { low, high } = ordinaryRange({ before: before * test.exposure, ...test }, test.threshold);
    return { before, rise: high + 1, fall: low === 0 ? null : low - 1 };
  });
