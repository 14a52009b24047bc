/** The earlier years together tell a change, and the year before alone shows none, or the opposite: the bulletin says so. */
import { type Analysis, type Comparison, comparisonOf, readingOf } from "../../model/analysis.ts";
import { directionOf, isAnnounced } from "../../model/degree.ts";
import { formatDifference } from "../../model/format.ts";
import { atPeriods, quoted } from "../words/words.ts";

export interface Disagreement {
  readonly yearOnYear: Comparison;
  /** The quarter less that of the year before: 0, or the other way than the reading. */
  readonly difference: number;
}

/** undefined when both agree, when one of them was not made, or when they are the same. */
export function disagreementOf(a: Analysis): Disagreement | undefined {
  const pooled = readingOf(a);
  const yearOnYear = comparisonOf(a, "quarter");
  if (pooled === undefined || yearOnYear === undefined || !isAnnounced(pooled.verdict)) return undefined;
  if (pooled.after.value === null || yearOnYear.before.value === null || yearOnYear.acrossBreak) return undefined;
  const difference = pooled.after.value - yearOnYear.before.value;
  const expected = directionOf(pooled.verdict) === "rise" ? 1 : -1;
  return Math.sign(difference) === expected ? undefined : { yearOnYear, difference };
}

/** "par rapport au seul 1er trimestre 2025, l'écart est pourtant de sens contraire (−6)" */
export function disagreementWords({ yearOnYear, difference }: Disagreement): string {
  const against = `par rapport au seul ${atPeriods(yearOnYear.before.periods).replace(/^au\s/, "")}`;
  return difference === 0
    ? `${against}, le nombre est pourtant le même`
    : `${against}, l'écart est pourtant de sens contraire (${formatDifference(difference)})`;
}

/** One note for each line of the table whose two comparisons disagree. */
export const disagreementNotes = (
  lines: readonly { readonly label: string; readonly whole: Analysis | null }[],
): readonly string[] =>
  lines.flatMap(({ label, whole }) => {
    const found = whole === null ? undefined : disagreementOf(whole);
    return found ? [`${quoted(label)} : ${disagreementWords(found)}.`] : [];
  });
