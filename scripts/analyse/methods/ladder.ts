/** Method 4: the ladder of words. The only place where a p becomes a word. */
import type { ReadingWord } from "../../model/analysis.ts";
import { smallestP } from "./exact-test.ts";

export const LEVEL = 0.05;
export const MARKED_LEVEL = 0.01;

export interface Judged {
  readonly before: number;
  readonly after: number;
  /** Spans pooled in `before`. */
  readonly exposure: number;
  readonly pAdjusted: number;
  /** Number of comparisons that the adjustment counted. */
  readonly among: number;
}

/**
 * The word for one comparison that was tested:
 * - none: no fact in either period;
 * - rise, fall (adjusted p < 0.05), marked (< 0.01);
 * - too-few: even if all the facts of both periods stood after, the test, corrected for the number of lines (Bonferroni, so
 *   that the word does not hang on the other lines), could not reach 0.05: the total is too small for any answer;
 * - no-clear-change: it could have been seen, and was not.
 */
export function wordFor({ before, after, exposure, pAdjusted, among }: Judged): ReadingWord {
  if (before + after === 0) return "none";
  if (pAdjusted < LEVEL) {
    const rise = after * exposure > before;
    if (pAdjusted < MARKED_LEVEL) return rise ? "marked-rise" : "marked-fall";
    return rise ? "rise" : "fall";
  }
  return among * smallestP(before + after, exposure) >= LEVEL ? "too-few" : "no-clear-change";
}
