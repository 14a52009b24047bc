/** Where things stand in a chart, in units of its viewBox: the quarters across, the counts up. On paper and on screen alike. */
import type { ChartData } from "../model/chart.ts";
import { formatNumber } from "../model/format.ts";

/** Two stand side by side on an A4 page. */
export const WIDTH = 352;
export const HEIGHT = 98;
export const TYPE_SIZE = 10.5;
/** Of the part where counts are drawn; the words of a break stand above it, the last count at its right. */
const TOP = 14;
const RIGHT = WIDTH - 30;
const BOTTOM = 79.4;
/** White on either side of a number of the scale. */
const BESIDE_SCALE = 5;

export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Width of a quarter. */
  readonly step: number;
  /** Where the numbers of the scale end. */
  readonly scaleEnd: number;
  /** Numbers of the scale, from 0. */
  readonly ticks: readonly number[];
  /** Middle of a quarter. */
  readonly x: (index: number) => number;
  readonly y: (count: number) => number;
}

export function frameOf({ labels, values, rolling, range }: ChartData): Frame {
  const most = Math.max(
    4, // one fact does not fill the height
    (range.at(-1)?.high ?? 0) + 1,
    ...values.map((value) => value ?? 0),
    ...rolling.map((value) => meanOf(value) ?? 0),
    ...range.map((one) => one?.high ?? 0),
  );
  const ticks = ticksTo(most);
  const scaleEnd = BESIDE_SCALE + Math.max(...ticks.map(widthOf));
  const left = scaleEnd + BESIDE_SCALE;
  const step = (RIGHT - left) / Math.max(1, labels.length);
  const whole = ticks.at(-1) ?? 1;
  return {
    ...{ left, right: RIGHT, top: TOP, bottom: BOTTOM, step, scaleEnd, ticks },
    x: (index) => left + step * (index + 0.5),
    y: (count) => BOTTOM - ((BOTTOM - TOP) * count) / whole,
  };
}

/** Of a rolling year, by quarter: it stands on the scale of the quarters. */
export const meanOf = (rolling: number | null): number | null => (rolling === null ? null : rolling / 4);

/** At most four numbers, by ones, twos, fives or tens: 13 => 0, 5, 10, 15 */
function ticksTo(most: number): readonly number[] {
  const wanted = most / 3;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step = power * ([1, 2, 5].find((times) => wanted <= times * power) ?? 10);
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, i) => i * step);
}

/** Advance widths of Source Sans 3, in em: digits are tabular. */
const widthOf = (tick: number): number =>
  [...formatNumber(tick)].reduce((sum, c) => sum + (/\d/.test(c) ? 0.497 : 0.25), 0) * TYPE_SIZE;
