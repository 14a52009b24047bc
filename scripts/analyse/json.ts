/** analyses.json: every comparison with all that it rests on, so that a statistician can check it. An interface: keep it stable. */
import { type Analysis, type Comparison, type QuarterAnalysis, rangeOf, type Shape } from "../model/analysis.ts";
import { type Period, periodKey } from "../model/period.ts";

/**
 * One object a line, force and comparison: `{statement, indicator, label, force, comparison, before: {periods, values, value}, after: {periods,
 * value}, exposure, phi, p, pAdjusted, ratio, verdict, range?, shape?}`. Periods as "2026-01/2026-03"; `before.value` is the sum over its
 * `exposure` spans, `values` each of them; `phi` how many facts are counted for one; `p` unrounded; `ratio` the interval of the rate after / before,
 * `high` null when unbounded; `expected` the level that the course of the line gives, where it is compared with that. These four are null when the comparison is not judged. `pAdjusted` is that of all the lines judged with it; `verdict`
 * follows from it (methods/degree.ts). `range` (the ordinary counts of the quarter) and `shape` stand on the quarter's comparisons, `ranges` (the
 * bands of the quarters before it, by period) on the first of them; `rate` on those of twelve months.
 */
export const toAnalysesJson = (analysis: QuarterAnalysis): readonly Record<string, unknown>[] =>
  analysis.analyses.flatMap((a) => a.comparisons.map((c) => toRow(a, c)));

function toRow(a: Analysis, c: Comparison): Record<string, unknown> {
  const range = rangeOf(a);
  const ofQuarter = c.kind === "quarter" || c.kind === "quarter-pooled";
  return {
    statement: a.statement,
    indicator: a.indicator,
    label: a.label,
    family: a.family,
    force: a.force,
    comparison: c.kind,
    before: { periods: keys(c.before.periods), values: c.before.values, value: c.before.value },
    after: { periods: keys(c.after.periods), value: c.after.value },
    exposure: c.exposure,
    ...(c.expected == null ? {} : { expected: c.expected }),
    phi: c.phi,
    p: c.p,
    pAdjusted: c.pAdjusted,
    ratio: c.ratio,
    verdict: c.verdict,
    ...(ofQuarter && range ? { range } : {}),
    ...(c.kind === "quarter" ? rangesRow(a) : {}),
    ...(ofQuarter && a.shape ? { shape: shapeRow(a.shape) } : {}),
    ...(c.kind.startsWith("rolling") && a.rate ? { rate: a.rate } : {}),
  };
}

function rangesRow({ series }: Analysis): Record<string, unknown> {
  const bands = series.slice(0, -1).flatMap(({ figure, range }) => (range ? [[periodKey(figure.period), range]] : []));
  return bands.length > 0 ? { ranges: Object.fromEntries(bands) } : {};
}

const shapeRow = ({ since, between, ...shape }: Shape): Record<string, unknown> => ({
  ...shape,
  since: periodKey(since),
  between: between && [periodKey(between.first), periodKey(between.last)],
});

const keys = (periods: readonly Period[]): readonly string[] => periods.map(periodKey);
