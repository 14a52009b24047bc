/** The trend of each line with the bulletin's φ, and which trends may be told. */
import type { Analysis, SeriesPoint, Trend } from "../model/analysis.ts";
import type { SeriesBreak } from "../model/nomenclature.ts";
import { quarterNumber } from "../model/period.ts";
import { sinceLastBreak } from "./breaks.ts";
import { type TrendPoint, trendOf } from "./methods/trend.ts";

/** Of two hundred bulletins in which nothing changes, one may tell a trend (Bonferroni over all those of the bulletin). */
const TREND_LEVEL = 0.005;
/** Without the bulletin's own quarter: it must not be that quarter alone that makes it. */
const WITHOUT_OWN_LEVEL = 0.05;

/** @param lines analyses of one line each, its main one first: that one alone is shown, and its trend counts among the others. */
export function withTrends(lines: readonly (readonly Analysis[])[], phi: number): readonly (readonly Analysis[])[] {
  const found = lines.map((line) => line.map((a) => ({ a, trend: trendOf(pointsOf(a.series, a.breaks), phi) })));
  const among = found.filter(([main]) => main?.trend).length;
  return found.map((line) =>
    line.map(({ a, trend }, rank) => ({
      ...a,
      trend: trend && { ...trend, told: rank === 0 && trend.p * among < TREND_LEVEL && holdsWithoutOwn(a, trend, phi) },
    })),
  );
}

function holdsWithoutOwn({ series, breaks }: Analysis, trend: Omit<Trend, "told">, phi: number): boolean {
  const before = trendOf(pointsOf(series.slice(0, -1), breaks), phi);
  return before !== null && before.p < WITHOUT_OWN_LEVEL && before.yearly > 0 === trend.yearly > 0;
}

/** The quarters known since the last break. */
const pointsOf = (series: readonly SeriesPoint[], breaks: readonly SeriesBreak[]): readonly TrendPoint[] =>
  sinceLastBreak(series, breaks).flatMap(({ figure: { period, value } }, i) =>
    value === null ? [] : [{ time: i / 4, season: quarterNumber(period), count: value }],
  );
