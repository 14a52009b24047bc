/** The numbers of which nothing would be said; so that readers know what the tests cannot see. */
import type { OrdinaryRange } from "../../model/analysis.ts";
import { remember } from "../../model/remember.ts";
import { lowerTail, type Pair, upperTail } from "./count-test.ts";
import { lastWhere } from "./step-down.ts";

/**
 * Both ends included: the later counts whose p (count-test.ts) is above the threshold of the bulletin (step-down.ts). `low` 0: no fall could be
 * seen. @param threshold above 0.
 */
export const ordinaryRange = ({ before, exposure, phi }: Omit<Pair, "after">, threshold: number): OrdinaryRange =>
  rangeOf(before, exposure, phi, threshold);

const rangeOf = remember((before: number, exposure: number, phi: number, threshold: number): OrdinaryRange => {
  const isRise = (after: number): boolean => 2 * upperTail({ before, after, exposure, phi }) <= threshold;
  let most = Math.ceil(before / exposure) + 1;
  while (!isRise(most)) most *= 2;
  const low = lastWhere(most, (after) => 2 * lowerTail({ before, after, exposure, phi }) <= threshold) + 1;
  return { low, high: lastWhere(most, (after) => !isRise(after)) };
});

/** Levels of the table on the method page, in facts a quarter. */
const POWER_LEVELS = [0, 1, 2, 5, 10, 20, 50] as const;

/** For a line of `before` facts a quarter: the smallest count that would be announced as a rise, the greatest as a fall (null: none). */
export const powerOf = (test: { readonly exposure: number; readonly phi: number; readonly threshold: number }) =>
  POWER_LEVELS.map((before) => {
    const { low, high } = ordinaryRange({ before: before * test.exposure, ...test }, test.threshold);
    return { before, rise: high + 1, fall: low === 0 ? null : low - 1 };
  });
