/** The quarterly series of one line and force: counts, rolling years, breaks. */
import type { SeriesPoint } from "../model/analysis.ts";
import type { SeriesBreak } from "../model/nomenclature.ts";
import { breakIn } from "./breaks.ts";
import type { Calendar } from "./calendar.ts";
import type { FigureOf } from "./figures.ts";

/** One point a quarter of the calendar, no gap: a quarter that is not held has value null. Ranges come when all lines are known (judge.ts). */
export const seriesOf = (
  figureOf: FigureOf,
  calendar: Calendar,
  breaks: readonly SeriesBreak[],
): readonly SeriesPoint[] =>
  calendar.map((quarter) => ({
    figure: figureOf(quarter.period),
    rolling: figureOf(quarter.year),
    range: null,
    breakBefore: breakIn(breaks, quarter.period),
  }));
