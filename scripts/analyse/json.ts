/** analyses.json: every comparison with all that it rests on, so that a statistician can check it. An interface: keep it stable. */
import type { Analysis, Comparison, QuarterAnalysis } from "../model/analysis.ts";
import { type Period, periodKey } from "../model/period.ts";

/**
 * One object a line, force and comparison: `{statement, indicator, label, force, comparison, before: {periods, value}, after: {periods,
 * value}, exposure, p, pAdjusted, ratio, reading, range?, trend?}`. Periods as "2026-01/2026-03"; `before.value` is the sum over its
 * `exposure` spans; `p` unrounded; `ratio` the 95 % interval of the rate after / before, `high` null when unbounded. p, pAdjusted and ratio
 * are null when the comparison is not tested. `reading` follows from `pAdjusted` (ladder.ts), in a bulletin that may announce (table.ts). `range` (of the quarter) and `trend` stand on the quarter's comparisons.
 */
export const toAnalysesJson = (analysis: QuarterAnalysis): readonly Record<string, unknown>[] =>
  analysis.analyses.flatMap((a) => a.comparisons.map((c) => toRow(a, c)));

function toRow(a: Analysis, c: Comparison): Record<string, unknown> {
  const ofQuarter = c.kind === "quarter" || c.kind === "quarter-pooled";
  return {
    statement: a.statement,
    indicator: a.indicator,
    label: a.label,
    force: a.force,
    comparison: c.kind,
    before: { periods: keys(c.before.periods), value: c.before.value },
    after: { periods: keys(c.after.periods), value: c.after.value },
    exposure: c.exposure,
    p: c.p,
    pAdjusted: c.pAdjusted,
    ratio: c.ratio,
    reading: c.reading,
    ...(ofQuarter && a.range ? { range: { low: a.range.low, high: a.range.high, method: a.range.method } } : {}),
    ...(ofQuarter && a.trend ? { trend: { yearly: a.trend.yearly, low: a.trend.low, high: a.trend.high } } : {}),
  };
}

const keys = (periods: readonly Period[]): readonly string[] => periods.map(periodKey);
