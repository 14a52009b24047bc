/** The quarterly series of one line and force: counts, rolling years, expected ranges, breaks; and its long view. */
import type { ControlChart, SeriesPoint, Trend } from "../model/analysis.ts";
import type { SeriesBreak } from "../model/nomenclature.ts";
import { monthIndex, monthOf, type Period, rollingYear, shiftQuarters } from "../model/period.ts";
import { breakIn } from "./breaks.ts";
import { controlChart } from "./control-chart.ts";
import { expectedRange } from "./expected-range.ts";
import type { FigureOf } from "./figures.ts";
import { trendOf } from "./trend.ts";

/** One point a quarter from `first` to `last`, no gap: a quarter that is not held has value null. */
export function seriesOf(
  figureOf: FigureOf,
  first: Period,
  last: Period,
  breaks: readonly SeriesBreak[],
): readonly SeriesPoint[] {
  const count = (monthIndex(last.last) - monthIndex(first.last)) / 3 + 1;
  const periods = Array.from({ length: count }, (_, i) => shiftQuarters(first, i));
  const figures = periods.map(figureOf);
  return periods.map((period, index) => {
    const origin = originAt(periods, index, breaks);
    const known = figures.slice(origin, index + 1).map((f) => f.value);
    const found = expectedRange(known, index - origin);
    const range = found && { ...found, basis: found.basis.flatMap((i) => periods[origin + i] ?? []) };
    const figure = figureOf(period);
    return {
      figure,
      rolling: figureOf(rollingYear(period)),
      range,
      position: positionOf(figure.value, range),
      breakBefore: breakIn(breaks, period),
    };
  });
}

/** Index of the first quarter that compares with the one at `index`: the first that does not start before the last break. */
function originAt(periods: readonly Period[], index: number, breaks: readonly SeriesBreak[]): number {
  const end = periods[index];
  const last = end && breaks.findLast((b) => monthIndex(b.from) <= monthIndex(end.last));
  if (!last) return 0;
  const origin = periods.findIndex((p) => monthIndex(p.first) >= monthIndex(last.from));
  return origin === -1 ? index : Math.min(origin, index);
}

function positionOf(value: number | null, range: SeriesPoint["range"]): SeriesPoint["position"] {
  if (value === null || !range) return "unknown";
  if (value > range.high) return "above";
  return value < range.low ? "below" : "inside";
}

/** Trend and control chart of the quarters known since the last break. */
export function longViewOf(
  series: readonly SeriesPoint[],
  breaks: readonly SeriesBreak[],
): { readonly trend: Trend | null; readonly chart: ControlChart | null } {
  const periods = series.map((point) => point.figure.period);
  const origin = originAt(periods, series.length - 1, breaks);
  const points = series.slice(origin).flatMap(({ figure }, index) => {
    if (figure.value === null) return [];
    return [{ time: index, season: monthOf(figure.period.last) / 3, count: figure.value }];
  });
  return { trend: trendOf(points), chart: controlChart(points.map((p) => p.count)) };
}
