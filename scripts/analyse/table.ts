/** Method 3 at work: the comparisons of one table are adjusted together; then each gets its word. */
import type { Analysis, Comparison } from "../model/analysis.ts";
import { adjust } from "./false-discovery.ts";
import { groupBy } from "./grouping.ts";
import { wordFor } from "./ladder.ts";

/**
 * Gives every tested comparison its adjusted p and its word. A table is one statement, one force and one kind of comparison: the
 * lines that a reader sees under each other.
 */
export function judge(analyses: readonly Analysis[]): readonly Analysis[] {
  const tested = analyses.flatMap((analysis) =>
    analysis.comparisons.flatMap((comparison) =>
      comparison.p === null ? [] : [{ analysis, comparison, p: comparison.p }],
    ),
  );
  const judged = new Map<Comparison, Comparison>();
  for (const [, table] of groupBy(tested, (t) => `${t.analysis.statement} ${t.analysis.force} ${t.comparison.kind}`)) {
    const adjusted = adjust(table.map((t) => t.p));
    table.forEach(({ comparison }, i) => {
      const pAdjusted = adjusted[i] ?? 1;
      judged.set(comparison, { ...comparison, pAdjusted, reading: readingOf(comparison, pAdjusted, table.length) });
    });
  }
  return analyses.map((a) => ({ ...a, comparisons: a.comparisons.map((c) => judged.get(c) ?? c) }));
}

function readingOf({ before, after, exposure }: Comparison, pAdjusted: number, among: number): Comparison["reading"] {
  if (before.value === null || after.value === null) return "not-tested";
  return wordFor({ before: before.value, after: after.value, exposure, pAdjusted, among });
}
