/** The comparisons are tested with the bulletin's φ, adjusted together, and turned into words. */
import { type Analysis, type Comparison, type ReadingWord, readingOf, type Tests } from "../model/analysis.ts";
import { monthOf } from "../model/period.ts";
import { sinceLastBreak } from "./breaks.ts";
import { POOLED_YEARS } from "./comparisons.ts";
import { compareCounts } from "./methods/count-test.ts";
import { dispersionOf, type Group } from "./methods/dispersion.ts";
import { adjust } from "./methods/false-discovery.ts";
import { LEVEL, MARKED_LEVEL, wordFor } from "./methods/ladder.ts";
import { type Pair, pOf, stepDown } from "./methods/step-down.ts";

/**
 * Of a hundred bulletins of quarters in which nothing has changed, at most five may announce anything, whatever their number of lines
 * and whether or not facts come in series (φ from 1 to 2). Four go to the quarter's reading, which opens the bulletin; half of one to the trends
 * (trends.ts). What stands beside the reading never opens it.
 */
export const GATE = 0.04;

/** The comparisons beside the reading are worded at this level. */
const BESIDE_LEVEL = MARKED_LEVEL;

interface Tested {
  readonly comparison: Comparison;
  readonly pair: Pair;
  readonly phi: number;
  readonly p: number;
  readonly isReading: boolean;
  readonly table: string;
}

/**
 * Gives every comparison with pooled years its p, its adjusted p and its word.
 *
 * Reading: the quarter of each line (the ensemble of both forces, or the only force held). All the bulletin's lines are adjusted together
 * (step-down.ts); the bulletin may announce only when the smallest is under the gate. Otherwise every line reads "no clear change" (or "too
 * few"): with so many comparisons, one small p is expected by chance. A line's own adjusted p is the smaller of that one and
 * Benjamini and Hochberg's within its statement.
 * Beside: the count since January, and each force apart; adjusted within their table, worded at 1 %, in an open bulletin only.
 *
 * @param lines analyses of one line each, its main one first; their comparisons not tested yet.
 */
export function judge(lines: readonly (readonly Analysis[])[]): {
  readonly lines: readonly (readonly Analysis[])[];
  readonly tests: Tests;
  /** The counts whose quarter was tested. */
  readonly pairs: readonly Pair[];
} {
  const mains = lines.flatMap((line) => line.slice(0, 1));
  const leaves = mains.filter((a) => !isSum(a, mains));
  const phi = {
    quarter: dispersionOf(leaves.flatMap(seasonsOf)),
    cumulative: dispersionOf(leaves.flatMap(yearsOf)),
  };
  const tested = lines.flatMap((line) => testedOf(line, phi));
  const readings = tested.filter((t) => t.isReading);
  const together = stepDown(
    readings.map(({ pair }) => pair),
    phi.quarter,
  );
  const mayAnnounce = Math.min(1, ...together) < GATE;
  const byLine = new Map(readings.map((t, i) => [t, together[i] ?? 1]));

  const judged = new Map<Comparison, Comparison>();
  for (const rows of Map.groupBy(tested, (t) => t.table).values()) {
    const within = adjust(rows.map(({ p }) => p));
    rows.forEach((t, i) => {
      const pAdjusted = Math.min(byLine.get(t) ?? 1, within[i] ?? 1);
      const word = wordOf(t, { pAdjusted, mayAnnounce, among: rows.length });
      judged.set(t.comparison, { ...testedComparison(t), pAdjusted, reading: word });
    });
  }
  const worded = lines.map((line) =>
    line.map((a) => ({ ...a, comparisons: a.comparisons.map((c) => judged.get(c) ?? c) })),
  );
  const all = worded.flatMap((line) => line.slice(0, 1));
  return {
    lines: worded.map((line) =>
      line.map((a, rank) => ({ ...a, dueTo: rank === 0 ? dueTo(a, all, phi.quarter) : null })),
    ),
    tests: { phi, lines: readings.length, years: usualYears(readings) },
    pairs: readings.map(({ pair }) => pair),
  };
}

/** A family whose lines are held is their sum: its facts would count twice in φ. */
const isSum = (a: Analysis, all: readonly Analysis[]): boolean =>
  a.level === "family" && all.some((b) => b.statement === a.statement && b.family === a.indicator);

const directionOf = (word: ReadingWord | undefined): string | undefined => /rise|fall/.exec(word ?? "")?.[0];

/** The label of the line that alone makes a family stand out: the rest of the family shows nothing at 5 %, taken by itself. */
function dueTo(family: Analysis, all: readonly Analysis[], phi: number): string | null {
  const whole = readingOf(family);
  const direction = directionOf(whole?.reading);
  if (family.level !== "family" || !whole || direction === undefined) return null;
  const told = all.filter(
    (a) =>
      a.statement === family.statement &&
      a.family === family.indicator &&
      directionOf(readingOf(a)?.reading) === direction,
  );
  const [line, ...others] = told;
  const part = line && readingOf(line);
  if (!part || others.length > 0 || part.exposure !== whole.exposure) return null;
  const before = (whole.before.value ?? 0) - (part.before.value ?? 0);
  const after = (whole.after.value ?? 0) - (part.after.value ?? 0);
  if (before < 0 || after < 0) return null;
  return pOf({ before, after, exposure: whole.exposure }, phi) < LEVEL ? null : line.label;
}

/** The quarters of one line before the bulletin's own, by season: those of the years that are pooled, since the last break. */
function seasonsOf({ series, breaks }: Analysis): readonly Group[] {
  const earlier = sinceLastBreak(series, breaks)
    .slice(0, -1)
    .slice(-4 * POOLED_YEARS)
    .map(({ figure }) => figure);
  return [...Map.groupBy(earlier, ({ period }) => monthOf(period.last)).values()].map((season) =>
    season.flatMap(({ value }) => value ?? []),
  );
}

/** The counts since January of the earlier years of one line. */
const yearsOf = ({ comparisons }: Analysis): readonly Group[] =>
  comparisons
    .filter((c) => c.kind === "cumulative-pooled" && c.acrossBreak === null)
    .map((c) => c.before.values.flatMap((value) => value ?? []));

function testedOf(line: readonly Analysis[], phi: Tests["phi"]): readonly Tested[] {
  return line.flatMap(({ statement, force, comparisons }, rank) =>
    comparisons.flatMap((comparison) => {
      const { kind, before, after, exposure, acrossBreak } = comparison;
      if (kind !== "quarter-pooled" && kind !== "cumulative-pooled") return [];
      if (before.value === null || after.value === null || acrossBreak) return [];
      const own = kind === "quarter-pooled" ? phi.quarter : phi.cumulative;
      const pair = { before: before.value, after: after.value, exposure };
      return [
        {
          comparison,
          pair,
          phi: own,
          p: pOf(pair, own),
          isReading: rank === 0 && kind === "quarter-pooled",
          table: `${statement} ${kind} ${rank === 0 ? "" : force}`,
        },
      ];
    }),
  );
}

function testedComparison({ comparison, pair, phi, p }: Tested): Comparison {
  const { ratio } = compareCounts(
    { count: pair.before, exposure: pair.exposure },
    { count: pair.after, exposure: 1 },
    phi,
  );
  return { ...comparison, phi, p, ratio };
}

/** In a bulletin that may not announce, no line does. */
function wordOf(
  { pair, phi, isReading }: Tested,
  judged: { readonly pAdjusted: number; readonly mayAnnounce: boolean; readonly among: number },
): ReadingWord {
  const pAdjusted = judged.mayAnnounce ? judged.pAdjusted : 1;
  const level = isReading ? LEVEL : BESIDE_LEVEL;
  return wordFor({ ...pair, phi, pAdjusted, among: judged.among, level });
}

/** Of two as frequent, the greater. */
function usualYears(readings: readonly Tested[]): number {
  const counts = [...Map.groupBy(readings, ({ pair }) => pair.exposure)].map(
    ([years, own]) => [years, own.length] as const,
  );
  const [best] = counts.sort(([a, x], [b, y]) => y - x || b - a);
  return best?.[0] ?? 1;
}
