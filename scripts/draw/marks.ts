/** What Chart.js does not draw by itself: breaks in series, changes of level, and the last count written beside its dot. */

import type { Chart, Plugin } from "chart.js";
import type { ChartData } from "../model/chart.ts";
import { formatNumber } from "../model/format.ts";
import type { Palette } from "./palette.ts";

const FONT_SIZE = 10.5;
const font = (weight: 400 | 600): string => `${weight} ${FONT_SIZE}px "Source Sans 3", sans-serif`;

/** A thin line of some shade, from one point to another. */
function rule(ctx: CanvasRenderingContext2D, colour: string, from: Point, to: Point): void {
  ctx.strokeStyle = colour;
  ctx.lineWidth = 0.8;
  ctx.beginPath();
  ctx.moveTo(...from);
  ctx.lineTo(...to);
  ctx.stroke();
}
type Point = readonly [x: number, y: number];

interface Look {
  readonly colour: string;
  readonly weight: 400 | 600;
  readonly align: CanvasTextAlign;
  readonly baseline?: CanvasTextBaseline;
}
function write(ctx: CanvasRenderingContext2D, text: string, at: Point, look: Look): void {
  ctx.fillStyle = look.colour;
  ctx.font = font(look.weight);
  ctx.textAlign = look.align;
  ctx.textBaseline = look.baseline ?? "alphabetic";
  ctx.fillText(text, ...at);
}

/** A vertical rule half-way between two quarters, from top to axis, with its words at the top. */
function drawBreak({ ctx, chartArea, scales: { x } }: Chart, before: number, label: string, palette: Palette): void {
  if (!x || before < 0) return;
  const here = x.getPixelForValue(before);
  const step = before > 0 ? here - x.getPixelForValue(before - 1) : 0;
  const at = here - step / 2;
  ctx.save();
  ctx.setLineDash([1, 2]);
  rule(ctx, palette.ink, [at, chartArea.top - 12], [at, chartArea.bottom]);
  ctx.setLineDash([]);
  const isRight = at > (chartArea.left + chartArea.right) / 2;
  const look: Look = { colour: palette.muted, weight: 400, align: isRight ? "right" : "left" };
  write(ctx, label, [at + (isRight ? -3 : 3), chartArea.top - 5], look);
  ctx.restore();
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
  chart.ctx.save();
  const top = Math.min(y.getPixelForValue(value), chart.chartArea.bottom - 6);
  const look: Look = { colour: palette.ink, weight: 600, align: "left", baseline: "middle" };
  write(chart.ctx, formatNumber(value), [x.getPixelForValue(index) + 7, top], look);
  chart.ctx.restore();
}

/** The level on either side of a change that is told, as two thin lines. */
function drawStep(chart: Chart, step: NonNullable<ChartData["step"]>, palette: Palette): void {
  const { ctx, chartArea, scales } = chart;
  const { x, y } = scales;
  if (!x || !y) return;
  const at = (x.getPixelForValue(step.before) + x.getPixelForValue(step.before - 1)) / 2;
  const [before, after] = [y.getPixelForValue(step.from), y.getPixelForValue(step.to)];
  ctx.save();
  rule(ctx, palette.ink, [chartArea.left, before], [at, before]);
  rule(ctx, palette.ink, [at, after], [chartArea.right, after]);
  ctx.restore();
}

/** The numbers of the commune's own notes, along the top, at their quarter; under it where the words of a break stand there. */
function drawEvents(chart: Chart, { events = [], breaks }: ChartData, palette: Palette): void {
  const { ctx, chartArea, scales } = chart;
  ctx.save();
  const top = chartArea.top + (breaks.length > 0 ? 6 + FONT_SIZE : -3);
  for (const [at, own] of Map.groupBy(events, (event) => event.at)) {
    const x = scales.x?.getPixelForValue(at) ?? 0;
    rule(ctx, palette.muted, [x, chartArea.top], [x, chartArea.top + 6]);
    const words = own.map(({ number }) => String(number)).join(",");
    write(ctx, words, [x, top], { colour: palette.ink, weight: 600, align: "center" });
  }
  ctx.restore();
}

/** Chart.js plugin for one chart. */
export const marks = (data: ChartData, palette: Palette): Plugin => ({
  id: "marks",
  beforeDatasetsDraw: (chart) => {
    for (const place of data.breaks) drawBreak(chart, place.before, place.label, palette);
  },
  afterDatasetsDraw: (chart) => {
    if (data.step && data.step.before > 0) drawStep(chart, data.step, palette);
    drawLast(chart, data, palette);
    drawEvents(chart, data, palette);
  },
});
