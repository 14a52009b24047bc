/** The year before alone and the earlier years together may say different things of a line: the bulletin says so. */
import type { Analysis, Comparison } from "../../model/analysis.ts";
import { formatDifference } from "../../model/format.ts";
import { readingOf } from "../context/cells.ts";
import { atPeriods, isTold, LADDER } from "../words/words.ts";

/**
 * opposite: the years together tell a rise, the year before alone shows fewer facts or as many; or the reverse.
 * not-confirmed: the year before alone tells a change, the years together do not.
 */
export type Disagreement =
  | {
      readonly kind: "opposite";
      readonly yearOnYear: Comparison;
      readonly pooled: Comparison;
      readonly difference: number;
    }
  | { readonly kind: "not-confirmed"; readonly yearOnYear: Comparison; readonly pooled: Comparison };

/** undefined when the two comparisons agree, when one of them was not made, or when they are the same. */
export function disagreementOf(a: Analysis): Disagreement | undefined {
  const pooled = readingOf(a);
  const yearOnYear = a.comparisons.find((x) => x.kind === "quarter");
  if (pooled === undefined || yearOnYear === undefined || pooled.exposure < 2) return undefined;
  if (!isTold(pooled.reading)) {
    const confirmed = pooled.reading === "not-tested" || !isTold(yearOnYear.reading);
    return confirmed ? undefined : { kind: "not-confirmed", yearOnYear, pooled };
  }
  if (pooled.after.value === null || yearOnYear.before.value === null || yearOnYear.acrossBreak) return undefined;
  const difference = pooled.after.value - yearOnYear.before.value;
  const expected = LADDER[pooled.reading].tone === "rise" ? 1 : -1;
  return Math.sign(difference) === expected ? undefined : { kind: "opposite", yearOnYear, pooled, difference };
}

/** "par rapport au seul 1er trimestre 2025, l'écart est pourtant de sens contraire (−6)" */
export function disagreementWords(d: Disagreement): string {
  const against = `par rapport au seul ${atPeriods(d.yearOnYear.before.periods).replace(/^au\s/, "")}`;
  if (d.kind === "not-confirmed")
    return `${against}, l'écart se lirait « ${LADDER[d.yearOnYear.reading].short} » ; les années réunies ne le confirment pas`;
  return d.difference === 0
    ? `${against}, le nombre est pourtant le même`
    : `${against}, l'écart est pourtant de sens contraire (${formatDifference(d.difference)})`;
}

/** One note for each line of the table whose two comparisons disagree. */
export const disagreementNotes = (
  lines: readonly { readonly label: string; readonly whole: Analysis | null }[],
): readonly string[] =>
  lines.flatMap(({ label, whole }) => {
    const found = whole === null ? undefined : disagreementOf(whole);
    return found ? [`« ${label} » : ${disagreementWords(found)}.`] : [];
  });
