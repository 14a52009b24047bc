/** The quarterly series of one line and force: counts, rolling years, expected ranges, breaks; and its run chart. */
import type { RunChart, SeriesPoint } from "../model/analysis.ts";
import type { SeriesBreak } from "../model/nomenclature.ts";
import { monthIndex } from "../model/period.ts";
import { breakIn, sinceLastBreak } from "./breaks.ts";
import type { Calendar } from "./calendar.ts";
import type { FigureOf } from "./figures.ts";
import { expectedRange } from "./methods/expected-range.ts";
import { runChart } from "./methods/run-chart.ts";

/** One point a quarter of the calendar, no gap: a quarter that is not held has value null. */
export function seriesOf(
  figureOf: FigureOf,
  calendar: Calendar,
  breaks: readonly SeriesBreak[],
): readonly SeriesPoint[] {
  const figures = calendar.map((q) => figureOf(q.period));
  const counts = figures.map((f) => f.value);
  return calendar.map((quarter, index) => {
    const figure = figures[index] ?? figureOf(quarter.period);
    const found = expectedRange(counts, originAt(calendar, index, breaks), index);
    const range = found && { ...found, basis: found.basis.flatMap((i) => calendar[i]?.period ?? []) };
    return {
      figure,
      rolling: figureOf(quarter.year),
      range,
      position: positionOf(figure.value, range),
      breakBefore: breakIn(breaks, quarter.period),
    };
  });
}

/** Index of the first quarter that compares with the one at `index`: the first that does not start before the last break. */
function originAt(calendar: Calendar, index: number, breaks: readonly SeriesBreak[]): number {
  const end = calendar[index]?.last ?? 0;
  const last = breaks.findLast((b) => monthIndex(b.from) <= end);
  if (!last) return 0;
  const origin = calendar.findIndex((q) => q.first >= monthIndex(last.from));
  return origin === -1 ? index : Math.min(origin, index);
}

function positionOf(value: number | null, range: SeriesPoint["range"]): SeriesPoint["position"] {
  if (value === null || !range) return "unknown";
  if (value > range.high) return "above";
  return value < range.low ? "below" : "inside";
}

/** Run chart of the quarters known since the last break. */
export const chartOf = (series: readonly SeriesPoint[], breaks: readonly SeriesBreak[]): RunChart | null =>
  runChart(sinceLastBreak(series, breaks).flatMap(({ figure }) => figure.value ?? []));
