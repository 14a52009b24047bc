/** The only place where numbers become a degree. */
import type { Verdict } from "../../model/degree.ts";
import type { Pair } from "./count-test.ts";

/** Of the bulletins in which nothing has changed, the share that may hold any line of that degree, or of a surer one. */
export interface Levels {
  readonly established: number;
  readonly toFollow: number;
}

/**
 * What is judged together, and at which levels. The promise is that of the whole bulletin (model/degree.ts), kept on simulated counts and on
 * real ones: `npm run calibrate` measures it.
 *   quarter  the quarter of each line, against the same quarter of the earlier years
 *   year     its last twelve months, against the earlier years of twelve months: what lasts
 *   forces   the quarter of each force apart
 *   shape    a trend or a change of level over the years
 * On 1 000 bulletins of real counts with four years, to follow at 0.04, 0.008 and 0.07: 14.3 % hold something, 3.9 % something established (0.04, 0.01
 * and 0.06: 14.6; 0.04, 0.006 and 0.07: 14.2). A line of 14 facts that doubles for a year is told in 86 % (φ 1, three years), five years of −15 % on it in
 * 40 to 45 %. Established, by the quarter's level, with three years: 0.01 4.1 %, 0.015 5.4, 0.02 6.1.
 */
export const LEVELS = {
  quarter: { established: 0.01, toFollow: 0.04 },
  year: { established: 0.00001, toFollow: 0.008 },
  forces: { established: 0.005, toFollow: 0.02 },
  shape: { established: 0, toFollow: 0.07 },
} as const satisfies Readonly<Record<string, Levels>>;

/** @param pAdjusted of the line among all that is judged with it (step-down.ts). */
export function verdictOf({ before, after, exposure }: Pair, pAdjusted: number, levels: Levels): Verdict {
  if (before + after === 0) return "none";
  if (pAdjusted >= levels.toFollow) return "ordinary";
  const direction = after * exposure > before ? "rise" : "fall";
  return `${direction}-${pAdjusted < levels.established ? "established" : "to-follow"}`;
}
