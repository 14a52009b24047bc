/** What Chart.js does not draw by itself: breaks in series, changes of level, and the last count written beside its dot. */
import type { Chart, Plugin } from "chart.js";
import type { ChartData } from "../model/chart.ts";
import { formatNumber } from "../model/format.ts";
import type { Palette } from "./palette.ts";

const FONT_SIZE = 10.5;
const font = (weight: 400 | 600): string => `${weight} ${FONT_SIZE}px "Source Sans 3", sans-serif`;

/** A vertical rule half-way between two quarters, from top to axis, with its words at the top. */
function drawBreak(chart: Chart, before: number, label: string, palette: Palette): void {
  const { ctx, chartArea, scales } = chart;
  const x = scales.x;
  if (!x || before < 0) return;
  const here = x.getPixelForValue(before);
  const step = before > 0 ? here - x.getPixelForValue(before - 1) : 0;
  const at = here - step / 2;
  ctx.save();
  ctx.strokeStyle = palette.ink;
  ctx.lineWidth = 0.8;
  ctx.setLineDash([1, 2]);
  ctx.beginPath();
  ctx.moveTo(at, chartArea.top - 12);
  ctx.lineTo(at, chartArea.bottom);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.fillStyle = palette.muted;
  ctx.font = font(400);
  ctx.textBaseline = "alphabetic";
  const rightHalf = at > (chartArea.left + chartArea.right) / 2;
  ctx.textAlign = rightHalf ? "right" : "left";
  ctx.fillText(label, at + (rightHalf ? -3 : 3), chartArea.top - 5);
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
  const { ctx } = chart;
  ctx.save();
  ctx.fillStyle = palette.ink;
  ctx.font = font(600);
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  ctx.fillText(
    formatNumber(value),
    x.getPixelForValue(index) + 7,
    Math.min(y.getPixelForValue(value), chart.chartArea.bottom - 6),
  );
  ctx.restore();
}

/** The level on either side of a change that is told, as two thin lines. */
function drawStep(chart: Chart, step: NonNullable<ChartData["step"]>, palette: Palette): void {
  const { ctx, chartArea, scales } = chart;
  const { x, y } = scales;
  if (!x || !y) return;
  const at = (x.getPixelForValue(step.before) + x.getPixelForValue(step.before - 1)) / 2;
  ctx.save();
  ctx.strokeStyle = palette.ink;
  ctx.lineWidth = 0.8;
  for (const [from, to, level] of [
    [chartArea.left, at, step.from],
    [at, chartArea.right, step.to],
  ] as const) {
    ctx.beginPath();
    ctx.moveTo(from, y.getPixelForValue(level));
    ctx.lineTo(to, y.getPixelForValue(level));
    ctx.stroke();
  }
  ctx.restore();
}

/** The numbers of the commune's own notes, along the top, at their quarter; under it where the words of a break stand there. */
function drawEvents(chart: Chart, { events = [], breaks }: ChartData, palette: Palette): void {
  const { ctx, chartArea, scales } = chart;
  ctx.save();
  ctx.font = font(600);
  ctx.textAlign = "center";
  ctx.textBaseline = "alphabetic";
  for (const [at, own] of Map.groupBy(events, (event) => event.at)) {
    const x = scales.x?.getPixelForValue(at) ?? 0;
    ctx.strokeStyle = palette.muted;
    ctx.lineWidth = 0.8;
    ctx.beginPath();
    ctx.moveTo(x, chartArea.top);
    ctx.lineTo(x, chartArea.top + 6);
    ctx.stroke();
    ctx.fillStyle = palette.ink;
    ctx.fillText(
      own.map(({ number }) => String(number)).join(","),
      x,
      chartArea.top + (breaks.length > 0 ? 6 + FONT_SIZE : -3),
    );
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
