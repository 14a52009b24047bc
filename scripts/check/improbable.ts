/** A count far outside all that the line has ever had, or equal to a year, is to be verified: it may be another number. */
import { formatNumber } from "../model/format.ts";
import { aWarning, type Issue } from "../model/issue.ts";
import { type Count, OTHER_STATEMENT } from "../model/observation.ts";
import { lengthOf, periodKey, samePeriod, yearOf } from "../model/period.ts";
import { type CheckContext, describe } from "./context.ts";

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
      const reason = reasonFor(count, byLength.get(lengthOf(count.period)) ?? []);
      if (!reason) continue;
      yield aWarning("improbable-count", {
        message: `${describe(count)} : ${formatNumber(count.value)} est improbable, ${reason}.`,
        hint: "Vérifiez la cellule dans le fichier reçu, et demandez confirmation au service.",
        place: count.provenance,
        actual: String(count.value),
      });
    }
  }
}

/** `counts`: of the same line, for periods of the same length. */
function reasonFor(count: Count, counts: readonly Count[]): string | undefined {
  const isYear = isYearOf(count);
  if (!isYear && count.value < NOTABLE) return undefined;
  const others = counts.filter((c) => !samePeriod(c.period, count.period));
  const most = others.reduce((max, c) => Math.max(max, c.value), 0);
  const mostElse = others.reduce((max, c) => (isYearOf(c) ? max : Math.max(max, c.value)), 0);
  if (isYear && mostElse < count.value / 2) return "car c'est le nombre d'une année";
  if (count.value < NOTABLE || count.value <= JUMP * most) return undefined;
  const periods = new Set(others.map((c) => periodKey(c.period))).size;
  return periods >= HISTORY
    ? `car les autres périodes de même durée ne dépassent pas ${formatNumber(most)}`
    : undefined;
}

/** "2026" for a quarter of 2026: a heading read as a figure, perhaps. */
const isYearOf = (count: Count): boolean => Math.abs(count.value - yearOf(count.period.last)) <= 1;
