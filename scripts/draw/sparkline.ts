/** The last quarters as a line a few millimetres wide, in a cell of a table. */
import type { Sparkline } from "../model/chart.ts";
import { escapeXml } from "../model/xml.ts";

const WIDTH = 64;
const HEIGHT = 16;
const MARGIN = 2.5;

const round = (value: number): number => Math.round(value * 10) / 10;

/**
 * Draws a sparkline from zero, so that a flat series of small counts does not look like a mountain. An unknown quarter
 * leaves a gap; the last count is a dot.
 */
export function drawSparkline(spark: Sparkline): string {
  const top = Math.max(4, ...spark.values.map((value) => value ?? 0));
  const step = (WIDTH - 2 * MARGIN) / Math.max(1, spark.values.length - 1);
  const x = (index: number): number => round(MARGIN + index * step);
  const y = (value: number): number => round(HEIGHT - MARGIN - (value / top) * (HEIGHT - 2 * MARGIN));
  let path = "";
  spark.values.forEach((value, index) => {
    if (value === null) return;
    const joined = index > 0 && spark.values[index - 1] !== null;
    path += `${joined ? "L" : "M"}${x(index)} ${y(value)}`;
  });
  const last = spark.values.findLastIndex((value) => value !== null);
  const value = spark.values[last];
  const dot = value === undefined || value === null ? "" : `<circle cx="${x(last)}" cy="${y(value)}" r="2"/>`;
  return `<svg class="sparkline" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeXml(spark.alternative)}"><path d="${path}"/>${dot}</svg>`;
}
