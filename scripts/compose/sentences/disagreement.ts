/** The earlier years together tell a change, and the year before alone shows none, or the opposite: the bulletin says so. */
import { type Analysis, comparisonOf, readingOf } from "../../model/analysis.ts";
import { directionOf } from "../../model/degree.ts";
import { formatDifference } from "../../model/format.ts";
import type { Line } from "../context/lines.ts";
import { atPeriods, quoted } from "../words/words.ts";

/** One note for each line of the table whose two comparisons disagree. */
export const disagreementNotes = (lines: readonly Line[]): readonly string[] =>
  lines.flatMap(({ label, whole }) => {
    const words = whole && disagreement(whole);
    return words ? [`${quoted(label)} : ${words}.`] : [];
  });

/** "par rapport au seul 1er trimestre 2025, l'écart est pourtant de sens contraire (−6)"; undefined when both agree, or one was not made. */
function disagreement(a: Analysis): string | undefined {
  const [pooled, yearOnYear] = [readingOf(a), comparisonOf(a, "quarter")];
  const direction = pooled && directionOf(pooled.verdict);
  if (!pooled || !direction || pooled.after.value === null) return undefined;
  if (!yearOnYear || yearOnYear.before.value === null || yearOnYear.acrossBreak) return undefined;
  const difference = pooled.after.value - yearOnYear.before.value;
  if (Math.sign(difference) === (direction === "rise" ? 1 : -1)) return undefined;
  const against = `par rapport au seul ${atPeriods(yearOnYear.before.periods).replace(/^au\s/, "")}`;
  return difference === 0
    ? `${against}, le nombre est pourtant le même`
    : `${against}, l'écart est pourtant de sens contraire (${formatDifference(difference)})`;
}
