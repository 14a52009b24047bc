/** What Chart.js does not draw by itself: notes and breaks over their quarter, words on the lines, the last count beside its dot. */

import type { Chart, Plugin } from "chart.js";
import { type ChartData, lastKnown } from "../model/chart.ts";
import { formatNumber } from "../model/format.ts";
import { drawBreaks, drawFlags } from "./flags.ts";
import { FONT_SIZE, type Look, write } from "./ink.ts";
import { clearGrid, labelsOf, writeLabels } from "./labels.ts";
import type { Palette } from "./palette.ts";

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
    { x: x.getPixelForValue(index) + (data.top === undefined ? 7.5 : 5), y: level },
    look,
  );
}

/** Chart.js plugin for one chart. */
export const marks = (data: ChartData, palette: Palette): Plugin => ({
  id: "marks",
  beforeDatasetsDraw: (chart) => {
    if (data.top === undefined) kept(chart, () => clearGrid(chart.ctx, labelsOf(chart, data, palette), palette.paper));
    kept(chart, () => (data.top === undefined ? drawFlags : drawBreaks)(chart, data, palette));
  },
  afterDatasetsDraw: (chart) => {
    kept(chart, () => drawLast(chart, data, palette));
    if (data.top === undefined) kept(chart, () => writeLabels(chart.ctx, labelsOf(chart, data, palette)));
  },
});

/** The context is left as it was. */
function kept({ ctx }: Chart, draw: () => void): void {
  ctx.save();
  draw();
  ctx.restore();
}
