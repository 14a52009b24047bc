/** Words on the lines: the count of a year before, the mean, the course, the ordinary counts. */

import { type ChartData, lastKnown } from "../model/chart.ts";
import { formatNumber } from "../model/format.ts";
import type { Chart } from "./chart.ts";
import { flagsOf } from "./flags.ts";
import { FONT_SIZE, font, write } from "./ink.ts";
import type { Palette } from "./palette.ts";
import { type Box, type Point, Room } from "./room.ts";

/** Shifts up and down from a line, nearest first. */
const SHIFTS = [7, -7, 9, -9, 12, -12, 16, -16];
/** Along it. */
const ASIDE = [0, 6, -6, 12, -12, 20, -20, 30, -30, 45, -45];

interface Label {
  readonly text: string;
  readonly colour: string;
  readonly at: Point;
  readonly width: number;
}

/** Each where it touches no line; one that has no such place is left to the legend. */
export function labelsOf(chart: Chart, data: ChartData, palette: Palette): readonly Label[] {
  const { ctx, chartArea, scales } = chart;
  const { x, y } = scales;
  if (!x || !y) return [];
  const at = (index: number, value: number | null | undefined): Point | null =>
    value == null ? null : { x: x.getPixelForValue(index), y: y.getPixelForValue(value) };
  const lineOf = (values: readonly (number | null)[]): readonly (Point | null)[] => values.map((v, i) => at(i, v));
  const shown = (series: number): boolean => chart.isDatasetVisible(series);
  const counts = lineOf(data.values);
  const mean = shown(1) ? lineOf(data.rolling.map((v) => (v === null ? null : v / 4))) : [];
  const courses = data.course.map(({ values }) => lineOf(values));
  const room = new Room({ ...chartArea, right: chart.width });
  for (const line of [counts, mean, ...courses]) room.addLine(line);
  for (const { at: index } of flagsOf(data)) {
    const here = x.getPixelForValue(0) + index * (x.getPixelForValue(1) - x.getPixelForValue(0));
    room.addLine([
      { x: here, y: 0 },
      { x: here, y: chartArea.bottom },
    ]);
  }
  const last = counts[lastKnown(data.values)];
  if (last) room.addBox({ left: last.x - 6, right: chart.width, top: last.y - 7, bottom: last.y + 7 });

  const placed: Label[] = [];
  ctx.font = font(400);
  const put = (text: string, colour: string, places: Iterable<Point>): void => {
    const { width } = ctx.measureText(text);
    const at = room.find(width, FONT_SIZE, places);
    if (at) placed.push({ text, colour, at, width });
  };
  const yearBefore = data.values.length - 5;
  const before = data.values[yearBefore];
  if (shown(0) && before != null && counts[yearBefore] && lastKnown(data.values) === data.values.length - 1)
    put(`${formatNumber(before)} un an plus tôt`, palette.ink, around([counts[yearBefore]]));
  for (const [i, { label }] of data.course.entries()) put(label, palette.ink, around(courses[i] ?? []));
  put("moyenne sur douze mois", palette.muted, around(mean));
  const bands = shown(2) ? data.range.flatMap((range, i) => (range === null ? [] : [{ ...range, i }])) : [];
  const [oldest] = bands;
  if (oldest) {
    const half = ctx.measureText(BAND_LABEL).width / 2;
    const top = y.getPixelForValue(Math.min(...bands.map(({ high }) => high)));
    const bottom = y.getPixelForValue(Math.max(...bands.map(({ low }) => low)));
    const area = { left: x.getPixelForValue(oldest.i) + half, right: chartArea.right - half, top, bottom };
    put(BAND_LABEL, palette.muted, within(area));
  }
  return placed;
}
const BAND_LABEL = "nombres ordinaires";

/** The grid does not run through words; a band and the lines are drawn after this, and stay. */
export function clearGrid(ctx: CanvasRenderingContext2D, labels: readonly Label[], paper: string): void {
  ctx.fillStyle = paper;
  for (const { at, width } of labels) ctx.fillRect(at.x - width / 2, at.y - FONT_SIZE / 2, width, FONT_SIZE);
}

export function writeLabels(ctx: CanvasRenderingContext2D, labels: readonly Label[]): void {
  for (const { text, at, colour } of labels) write(ctx, text, at, { colour, weight: 400, align: "center" });
}

/** Above and below each point of a line, near to it first, from the middle of the line to its ends and not beyond them. */
function* around(line: readonly (Point | null)[]): Generator<Point> {
  const known = line.flatMap((p) => p ?? []);
  const order = known
    .map((p, i) => ({ p, far: Math.abs(i - (known.length - 1) / 2) }))
    .toSorted((a, b) => a.far - b.far);
  const [first, last] = [known[0], known.at(-1)];
  const isBeside = (x: number): boolean => !first || !last || first === last || (x >= first.x && x <= last.x);
  for (const shift of SHIFTS)
    for (const { p } of order)
      for (const aside of ASIDE) if (isBeside(p.x + aside)) yield { x: p.x + aside, y: p.y + shift };
}

/** Within a box, from its left and its foot. */
function* within({ left, right, top, bottom }: Box): Generator<Point> {
  for (let y = bottom - FONT_SIZE; y > top + FONT_SIZE / 2; y -= 2)
    for (let x = left; x < right; x += 4) yield { x, y };
}
