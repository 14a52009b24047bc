/** Where the quarters and the counts of a chart stand in its drawing: the same for what is drawn and for whoever points at it. */
import type { ChartData } from "../model/chart.ts";
import { formatNumber } from "../model/format.ts";
import { textWidth } from "./ink.ts";
import type { Box, Point } from "./room.ts";

/** Units of the viewBox: points on an A4 page, where two large drawings stand side by side, or five small ones. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  /** That of the curves: words and axes stand around it. */
  readonly area: Box;
  /** Of the middle of a quarter, by its index; halves stand between two. */
  readonly x: (index: number) => number;
  readonly y: (count: number) => number;
  /** The quarter at some x: −1 or more, as far as there are. */
  readonly quarterAt: (x: number) => number;
  /** Counts written on the scale, from zero. */
  readonly ticks: readonly number[];
}

/** What stands over a quarter: a note of the commune, or a break in series half-way before it. */
interface Flag {
  readonly at: number;
  readonly text: string;
  readonly isBreak: boolean;
}
/** A row of words above the curves for each. */
export const FLAG_ROW = 10;
/** A third of the height; the list of the notes holds them all. */
const MOST_FLAGS = 3;

/** The breaks, then the latest notes. */
export function flagsOf({ breaks, events = [] }: Pick<ChartData, "breaks" | "events">): readonly Flag[] {
  return [
    ...breaks.map(({ before, label }) => ({ at: before - 0.5, text: label, isBreak: true })),
    ...events.toReversed().map((event) => ({ ...event, isBreak: false })),
  ].slice(0, MOST_FLAGS);
}

const MOST_STEPS = 3;

export function frameOf(chart: ChartData): Frame {
  const { labels, top } = chart;
  const ticks = top === undefined ? scaleOf(highest(chart)) : [0, top];
  const size = top === undefined ? { width: 250, height: 112 } : { width: 84, height: 27 };
  const area: Box =
    top === undefined
      ? {
          left: 6 + Math.max(...ticks.map((tick) => textWidth(formatNumber(tick)))),
          right: size.width - 24,
          top: 6 + FLAG_ROW * flagsOf(chart).length,
          bottom: size.height - 16,
        }
      : { left: 1, right: size.width - 18, top: 4, bottom: size.height - 4 };
  const step = (area.right - area.left) / Math.max(1, labels.length);
  return {
    ...size,
    area,
    ticks,
    x: (index) => area.left + (index + 0.5) * step,
    y: (count) => area.bottom - (count / (ticks.at(-1) ?? 1)) * (area.bottom - area.top),
    quarterAt: (x) => Math.min(labels.length, Math.max(0, Math.ceil((x - area.left) / step))) - 1,
  };
}

/** null for what is not known. */
export const pointsOf = ({ x, y }: Frame, counts: readonly (number | null)[]): readonly (Point | null)[] =>
  counts.map((count, i) => (count === null ? null : { x: x(i), y: y(count) }));

/** Of all that is drawn; small counts keep a whole scale: one fact does not fill the height. */
const highest = ({ values, rolling, range, course }: ChartData): number =>
  Math.max(
    4,
    (range.at(-1)?.high ?? 0) + 1,
    ...[...values, ...range.map((one) => one?.high), ...course.flatMap((one) => one.values)].map((count) => count ?? 0),
    ...rolling.map((year) => (year ?? 0) / 4),
  );

/** Whole numbers from zero, by ones, twos or fives: 12 => 0, 5, 10, 15 */
function scaleOf(most: number): readonly number[] {
  const least = most / MOST_STEPS;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = Math.max(1, ([1, 2, 5].find((n) => n * power >= least) ?? 10) * power);
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, i) => i * step);
}
