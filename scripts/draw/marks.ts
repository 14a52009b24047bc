/** What Chart.js does not draw by itself: notes and breaks over their quarter, words on the lines, the last count beside its dot. */

import type { Chart, Plugin } from "chart.js";
import type { ChartData } from "../model/chart.ts";
import { formatNumber } from "../model/format.ts";
import type { Palette } from "./palette.ts";
import { type Box, type Point, Room } from "./room.ts";

const FONT_SIZE = 8.5;
const font = (weight: 400 | 600): string => `${weight} ${FONT_SIZE}px "Source Sans 3", sans-serif`;

/** A thin line of some shade, from one point to another. */
function rule(ctx: CanvasRenderingContext2D, colour: string, from: Point, to: Point): void {
  ctx.strokeStyle = colour;
  ctx.lineWidth = 0.7;
  ctx.beginPath();
  ctx.moveTo(from.x, from.y);
  ctx.lineTo(to.x, to.y);
  ctx.stroke();
}

interface Look {
  readonly colour: string;
  readonly weight: 400 | 600;
  readonly align: CanvasTextAlign;
}
function write(ctx: CanvasRenderingContext2D, text: string, at: Point, look: Look): void {
  ctx.fillStyle = look.colour;
  ctx.font = font(look.weight);
  ctx.textAlign = look.align;
  ctx.textBaseline = "middle";
  ctx.fillText(text, at.x, at.y);
}

/** Index of the last count that is known; -1 when there is none. */
export const lastKnown = (values: readonly (number | null)[]): number =>
  values.findLastIndex((value) => value !== null);

/** The last count that is known, in bold at the right of its dot. */
function drawLast(chart: Chart, data: ChartData, palette: Palette): void {
  const index = lastKnown(data.values);
  const value = data.values[index];
  const { x, y } = chart.scales;
  if (value === undefined || value === null || !x || !y || !chart.isDatasetVisible(0)) return;
  const level = Math.min(y.getPixelForValue(value), chart.chartArea.bottom - FONT_SIZE / 2);
  const look: Look = { colour: palette.ink, weight: 600, align: "left" };
  write(
    chart.ctx,
    formatNumber(value),
    { x: x.getPixelForValue(index) + (data.top === undefined ? 6 : 4), y: level },
    look,
  );
}

// --- notes and breaks ---------------------------------------------------------------------------------

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

/**
 * A dotted line from the words to the axis. Words go to the side that has more room; those whose line is nearest to its edge stand highest, so that
 * no line passes through the words of another.
 */
function drawFlags(chart: Chart, data: ChartData, palette: Palette): void {
  const { ctx, chartArea, scales } = chart;
  const { x } = scales;
  if (!x) return;
  const step = x.getPixelForValue(1) - x.getPixelForValue(0);
  const placed = flagsOf(data).map((flag) => ({ ...flag, x: x.getPixelForValue(0) + flag.at * step }));
  const middle = chart.width / 2;
  const rows = [
    ...placed.filter((flag) => flag.x > middle).toSorted((a, b) => b.x - a.x),
    ...placed.filter((flag) => flag.x <= middle).toSorted((a, b) => a.x - b.x),
  ];
  const isRight = (flag: { readonly x: number }): boolean => flag.x > middle;
  for (const [i, flag] of rows.entries()) {
    const y = chartArea.top - FLAG_ROW * (rows.length - i) + FLAG_ROW / 2 - 4;
    ctx.setLineDash(flag.isBreak ? [1, 2] : [2, 2]);
    rule(ctx, flag.isBreak ? palette.ink : palette.muted, { x: flag.x, y: y - 3 }, { x: flag.x, y: chartArea.bottom });
    ctx.setLineDash([]);
    const above = rows.slice(0, i).map((other) => other.x);
    const end = isRight(flag)
      ? Math.max(0, ...above.filter((other) => other < flag.x))
      : Math.min(chart.width, ...above.filter((other) => other > flag.x));
    const room = Math.abs(flag.x - end) - 6;
    ctx.font = font(400);
    const look: Look = { colour: palette.ink, weight: 400, align: isRight(flag) ? "right" : "left" };
    write(ctx, shortened(ctx, flag.text, room), { x: flag.x + (isRight(flag) ? -3 : 3), y }, look);
  }
}

/** Where there is no room for words: the dotted line alone. */
function drawBreaks({ ctx, chartArea, scales: { x } }: Chart, { breaks }: ChartData, palette: Palette): void {
  ctx.setLineDash([1, 2]);
  for (const { before } of x ? breaks : []) {
    const at = ((x?.getPixelForValue(before) ?? 0) + (x?.getPixelForValue(before - 1) ?? 0)) / 2;
    rule(ctx, palette.ink, { x: at, y: chartArea.top }, { x: at, y: chartArea.bottom });
  }
}

/** "Éclairage public rénové dans le quartier" => "Éclairage public rénové…", cut after a word. */
function shortened(ctx: CanvasRenderingContext2D, text: string, room: number): string {
  if (ctx.measureText(text).width <= room) return text;
  const words = text.split(" ");
  while (words.length > 1 && ctx.measureText(`${words.join(" ")}…`).width > room) words.pop();
  return `${words.join(" ").replace(/[ ,;:.]+$/, "")}…`;
}

// --- words on the lines -------------------------------------------------------------------------------

/** Shifts up and down from a line, nearest first. */
const SHIFTS = [7, -7, 9, -9, 12, -12, 16, -16];

/** Each where it touches no line; one that has no such place is left to the legend. */
function drawLabels(chart: Chart, data: ChartData, palette: Palette): void {
  const { ctx, chartArea, scales } = chart;
  const { x, y } = scales;
  if (!x || !y) return;
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

  const put = (text: string, colour: string, places: Iterable<Point>): void => {
    ctx.font = font(400);
    const place = room.find(ctx.measureText(text).width, FONT_SIZE, places);
    if (place) write(ctx, text, place, { colour, weight: 400, align: "center" });
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
    ctx.font = font(400);
    const half = ctx.measureText(BAND_LABEL).width / 2;
    const top = y.getPixelForValue(Math.min(...bands.map(({ high }) => high)));
    const bottom = y.getPixelForValue(Math.max(...bands.map(({ low }) => low)));
    const area = { left: x.getPixelForValue(oldest.i) + half, right: chartArea.right - half, top, bottom };
    put(BAND_LABEL, palette.muted, within(area));
  }
}
const BAND_LABEL = "nombres ordinaires";

/** Above and below each point of a line, near to it first, from the middle of the line to its ends. */
function* around(line: readonly (Point | null)[]): Generator<Point> {
  const known = line.flatMap((p) => p ?? []);
  const order = known
    .map((p, i) => ({ p, far: Math.abs(i - (known.length - 1) / 2) }))
    .toSorted((a, b) => a.far - b.far);
  for (const shift of SHIFTS)
    for (const { p } of order) for (const aside of [0, 12, -12, 30, -30]) yield { x: p.x + aside, y: p.y + shift };
}

/** Within a box, from its left and its foot. */
function* within({ left, right, top, bottom }: Box): Generator<Point> {
  for (let y = bottom - FONT_SIZE; y > top + FONT_SIZE / 2; y -= 2)
    for (let x = left; x < right; x += 4) yield { x, y };
}

/** Chart.js plugin for one chart. */
export const marks = (data: ChartData, palette: Palette): Plugin => ({
  id: "marks",
  beforeDatasetsDraw: (chart) => {
    kept(chart, () => (data.top === undefined ? drawFlags : drawBreaks)(chart, data, palette));
  },
  afterDatasetsDraw: (chart) => {
    kept(chart, () => drawLast(chart, data, palette));
    if (data.top === undefined) kept(chart, () => drawLabels(chart, data, palette));
  },
});

/** The context is left as it was. */
function kept({ ctx }: Chart, draw: () => void): void {
  ctx.save();
  draw();
  ctx.restore();
}
