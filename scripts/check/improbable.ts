/** A count far outside all that the line has ever had, or equal to a year, is to be verified: it may be another number. */
import { aWarning, type Issue } from "../model/issue.ts";
import { type Count, OTHER_STATEMENT } from "../model/observation.ts";
import { lengthOf, periodKey, samePeriod, yearOf } from "../model/period.ts";
import { type CheckContext, wholeOf } from "./context.ts";

/** Times the largest other count of the line, for periods of the same length. */
const JUMP = 10;
/** Below this, ten times almost nothing is still plausible. */
const NOTABLE = 30;
/** Other periods needed to speak of a history. */
const HISTORY = 3;

export function* improbable({ series }: CheckContext): Iterable<Issue> {
  for (const { counts } of series) {
    const byLength = Map.groupBy(counts, (c) => lengthOf(c.period));
    for (const count of counts) {
      if (count.statement === OTHER_STATEMENT) continue;
      const most = mostBeside(count, byLength.get(lengthOf(count.period)) ?? []);
      if (most === undefined) continue;
      yield aWarning("improbable-count", {
        about: { count: wholeOf(count), most },
        place: count.provenance,
      });
    }
  }
}

/**
 * What the other periods do not pass, which makes it improbable; null: it is the number of a year; undefined: nothing does.
 * @param counts of the same line, for periods of the same length.
 */
function mostBeside(count: Count, counts: readonly Count[]): number | null | undefined {
  const isYear = isYearOf(count);
  if (!isYear && count.value < NOTABLE) return undefined;
  const others = counts.filter((c) => !samePeriod(c.period, count.period));
  const most = others.reduce((max, c) => Math.max(max, c.value), 0);
  const mostElse = others.reduce((max, c) => (isYearOf(c) ? max : Math.max(max, c.value)), 0);
  if (isYear && mostElse < count.value / 2) return null;
  if (count.value < NOTABLE || count.value <= JUMP * most) return undefined;
  const periods = new Set(others.map((c) => periodKey(c.period))).size;
  return periods >= HISTORY ? most : undefined;
}

/** "2026" for a quarter of 2026: a heading read as a figure, perhaps. */
const isYearOf = (count: Count): boolean => Math.abs(count.value - yearOf(count.period.last)) <= 1;
