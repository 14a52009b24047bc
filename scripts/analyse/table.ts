/** Method 3 at work: the comparisons of one table are adjusted together; then the bulletin as a whole decides which may announce. */
import type { Analysis, Comparison, ReadingWord } from "../model/analysis.ts";
import { adjust } from "./methods/false-discovery.ts";
import { wordFor } from "./methods/ladder.ts";

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
 * detail of each force is a table of its own. Within it, p is adjusted (Benjamini and Hochberg); the words come from it.
 * Bulletin: before any line may read "rise" or "fall", "nothing has changed anywhere" must be refused for the bulletin as a whole. The
 * smallest adjusted p of a table is Simes' p for "nothing has changed in this table" (Simes 1986); adjusted in turn among the tables, it
 * must stay under its budget, among those of the quarter's reading or among those beside it. Otherwise every line reads "no clear
 * change" (or "too few"), even one whose own adjusted p is under 0.05: with so many comparisons, one such is expected by chance.
 *
 * @param lines analyses of one line each, its main one first.
 */
export function judge(lines: readonly (readonly Analysis[])[]): readonly Analysis[] {
  const tables = [...Map.groupBy(lines.flatMap(testedOf), (t) => t.table).values()].map((rows) => {
    const adjusted = adjust(rows.map((row) => row.p));
    return { rows, adjusted, isReading: rows[0]?.isReading ?? false, simes: Math.min(...adjusted) };
  });
  const mayAnnounce =
    smallestAdjusted(tables.filter((t) => t.isReading)) < BUDGET.reading ||
    smallestAdjusted(tables.filter((t) => !t.isReading)) < BUDGET.beside;
  const judged = new Map<Comparison, Comparison>();
  for (const { rows, adjusted } of tables)
    rows.forEach(({ comparison }, i) => {
      const pAdjusted = adjusted[i] ?? 1;
      judged.set(comparison, {
        ...comparison,
        pAdjusted,
        reading: readingOf(comparison, mayAnnounce ? pAdjusted : 1, rows.length),
      });
    });
  return lines.flat().map((a) => ({ ...a, comparisons: a.comparisons.map((c) => judged.get(c) ?? c) }));
}

const smallestAdjusted = (tables: readonly { readonly simes: number }[]): number =>
  Math.min(1, ...adjust(tables.map((table) => table.simes)));

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

function readingOf({ before, after, exposure }: Comparison, pAdjusted: number, among: number): ReadingWord {
  if (before.value === null || after.value === null) return "not-tested";
  return wordFor({ before: before.value, after: after.value, exposure, pAdjusted, among });
}
