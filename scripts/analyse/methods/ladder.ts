/** The ladder of words. The only place where a p becomes a word. */
import type { ReadingWord } from "../../model/analysis.ts";
import { smallestP } from "./count-test.ts";

export const LEVEL = 0.05;
export const MARKED_LEVEL = 0.01;

export interface Judged {
  readonly before: number;
  readonly after: number;
  /** Spans pooled in `before`. */
  readonly exposure: number;
  readonly phi: number;
  readonly pAdjusted: number;
  /** Number of comparisons that the adjustment counted. */
  readonly among: number;
  /** Under which adjusted p a change is told: LEVEL, or a stricter one, at which it is never called marked. */
  readonly level: number;
}

/**
 * The word for one comparison that was tested:
 * - none: no fact in either period;
 * - rise, fall (adjusted p under the level), marked (under 0.01, where the level is 0.05);
 * - too-few: even if all the facts of both periods stood after, the test, corrected for the number of lines (Bonferroni, so
 *   that the word does not hang on the other lines), could not reach the level: the total is too small for any answer;
 * - no-clear-change: it could have been seen, and was not.
 */
export function wordFor({ before, after, exposure, phi, pAdjusted, among, level }: Judged): ReadingWord {
  if (before + after === 0) return "none";
  if (pAdjusted < level) {
    const rise = after * exposure > before;
    if (level > MARKED_LEVEL && pAdjusted < MARKED_LEVEL) return rise ? "marked-rise" : "marked-fall";
    return rise ? "rise" : "fall";
  }
  return among * smallestP(before + after, exposure, phi) >= level ? "too-few" : "no-clear-change";
}
