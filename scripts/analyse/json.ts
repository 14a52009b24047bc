/** analyses.json: every comparison with all that it rests on, so that a statistician can check it. An interface: keep it stable. */
import type { Analysis, Comparison, QuarterAnalysis } from "../model/analysis.ts";
import { type Period, periodKey } from "../model/period.ts";

/**
 * One object a line, force and comparison: `{statement, indicator, label, force, comparison, before: {periods, values, value}, after: {periods,
 * value}, exposure, phi, p, pAdjusted, ratio, reading, range?, trend?}`. Periods as "2026-01/2026-03"; `before.value` is the sum over its
 * `exposure` spans, `values` each of them; `phi` how many facts are counted for one; `p` unrounded; `ratio` the 95 % interval of the rate after / before,
 * `high` null when unbounded. These four are null when the comparison is not tested. `pAdjusted` is that of all the lines together for the quarter's
 * reading, of its table for the others; `reading` follows from it (ladder.ts), in a bulletin that may announce (table.ts). `range` (of the
 * quarter) and `trend` stand on the quarter's comparisons.
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
    before: { periods: keys(c.before.periods), values: c.before.values, value: c.before.value },
    after: { periods: keys(c.after.periods), value: c.after.value },
    exposure: c.exposure,
    phi: c.phi,
    p: c.p,
    pAdjusted: c.pAdjusted,
    ratio: c.ratio,
    reading: c.reading,
    ...(ofQuarter && a.range ? { range: { low: a.range.low, high: a.range.high, method: a.range.method } } : {}),
    ...(ofQuarter && a.trend
      ? { trend: { yearly: a.trend.yearly, low: a.trend.low, high: a.trend.high, p: a.trend.p, told: a.trend.told } }
      : {}),
  };
}

const keys = (periods: readonly Period[]): readonly string[] => periods.map(periodKey);
