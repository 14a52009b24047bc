/** Method 3 at work: the comparisons of one table are adjusted together; then the bulletin as a whole decides which may announce. */
import type { Analysis, Comparison, ReadingWord } from "../model/analysis.ts";
import { adjust } from "./false-discovery.ts";
import { groupBy } from "./grouping.ts";
import { wordFor } from "./ladder.ts";

/**
 * Of a hundred bulletins of quarters in which nothing has changed, at most five may announce a rise or a fall, whatever their
 * number of lines, tables and comparisons. Most of that goes to the reading of the quarter, which « À retenir » rests on; the rest
 * to the comparisons that stand beside it (a year earlier, cumulative, rolling year, each force).
 */
export const BUDGET = { reading: 0.04, beside: 0.01 } as const;

interface Tested {
  readonly comparison: Comparison;
  readonly p: number;
  readonly isReading: boolean;
  readonly table: string;
}

/**
 * Gives every tested comparison its adjusted p and its word.
 *
 * Table: one statement and one kind of comparison, with one row a line (the ensemble of both forces, or the only force held); the
 * detail of each force is a table of its own. Within it, p is adjusted (Benjamini and Hochberg).
 * Bulletin: a table may say "rise" or "fall" only if its smallest adjusted p, which is Simes' p for "nothing has changed in this
 * table" (Simes 1986), stays under the budget when adjusted in turn among the tables of its kind: the quarter's readings
 * together, all others together (hierarchical testing, Yekutieli 2008). A line that its table's p calls changed, in a bulletin that may not
 * announce, reads "no clear change".
 *
 * @param lines analyses of one line each, its main one first.
 */
export function judge(lines: readonly (readonly Analysis[])[]): readonly Analysis[] {
  const tables = [...groupBy(lines.flatMap(testedOf), (t) => t.table).values()].map((rows) => {
    const adjusted = adjust(rows.map((row) => row.p));
    return { rows, adjusted, isReading: rows[0]?.isReading ?? false, simes: Math.min(...adjusted) };
  });
  const judged = new Map<Comparison, Comparison>();
  for (const isReading of [true, false]) {
    const family = tables.filter((table) => table.isReading === isReading);
    const simes = adjust(family.map((table) => table.simes));
    family.forEach(({ rows, adjusted }, t) => {
      const mayAnnounce = (simes[t] ?? 1) < (isReading ? BUDGET.reading : BUDGET.beside);
      rows.forEach(({ comparison }, i) => {
        const pAdjusted = adjusted[i] ?? 1;
        const reading = readingOf(comparison, pAdjusted, rows.length, mayAnnounce);
        judged.set(comparison, { ...comparison, pAdjusted, reading });
      });
    });
  }
  return lines.flat().map((a) => ({ ...a, comparisons: a.comparisons.map((c) => judged.get(c) ?? c) }));
}

function testedOf(line: readonly Analysis[]): readonly Tested[] {
  return line.flatMap(({ statement, force, comparisons }, rank) =>
    comparisons.flatMap((comparison) => {
      if (comparison.p === null) return [];
      const isReading = rank === 0 && comparison.kind === "quarter-pooled";
      return [
        { comparison, p: comparison.p, isReading, table: `${statement} ${comparison.kind} ${rank === 0 ? "" : force}` },
      ];
    }),
  );
}

function readingOf(
  { before, after, exposure }: Comparison,
  pAdjusted: number,
  among: number,
  mayAnnounce: boolean,
): ReadingWord {
  if (before.value === null || after.value === null) return "not-tested";
  return wordFor({ before: before.value, after: after.value, exposure, pAdjusted: mayAnnounce ? pAdjusted : 1, among });
}
