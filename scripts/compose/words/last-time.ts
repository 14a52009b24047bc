/** When a fact of a line last happened, in the words that follow its count. */
import type { Analysis, SeriesPoint } from "../../model/analysis.ts";
import { formatNumber, formatPeriod } from "../../model/format.ts";
import { type Period, samePeriod, shiftQuarters } from "../../model/period.ts";

/** ", le premier depuis le 4e trimestre 2021", ", 2 le trimestre précédent"; ", aucun auparavant depuis …" when the series holds none. */
export function lastTime({ series, quarter, rolling }: Pick<Analysis, "series" | "quarter" | "rolling">): string {
  const earlier = series.slice(0, -1);
  const first = earlier.find(({ figure }) => figure.value !== null);
  const last = earlier.findLast(({ figure }) => (figure.value ?? 0) > 0);
  if (!first) return "";
  // A quarter that is not known may have held one.
  const since = earlier.slice(earlier.indexOf(last ?? first));
  const isKnown = since.every(({ figure }) => figure.value !== null) && isWhole(since, quarter.period);
  const known = isKnown ? "" : " connu";
  // Twelve months may hold what no known quarter does.
  if (!last && (rolling.value ?? 0) > (quarter.value ?? 0)) return "";
  if (!last) return `, aucun${known} auparavant depuis le ${formatPeriod(first.figure.period)}`;
  if (samePeriod(last.figure.period, shiftQuarters(quarter.period, -1)))
    return `, ${formatNumber(last.figure.value ?? 0)} le trimestre précédent`;
  const [one, several] = [`le premier${known}`, `les premiers${known && " connus"}`];
  return `, ${quarter.value === 1 ? one : several} depuis le ${formatPeriod(last.figure.period)}`;
}

/** Has every quarter from the first of these up to the one before `quarter` its point? */
const isWhole = (points: readonly SeriesPoint[], quarter: Period): boolean =>
  points.every(({ figure }, i) => samePeriod(figure.period, shiftQuarters(quarter, i - points.length)));
