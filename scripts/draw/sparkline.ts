/** Small drawings in the line of a table or under a number: the last quarters, and how like communes spread. */
import type { Sparkline, SpreadStrip } from "../model/chart.ts";
import { escapeXml } from "../model/text/xml.ts";

interface Size {
  readonly width: number;
  readonly height: number;
}
const IN_TABLE: Size = { width: 64, height: 16 };
const LARGE: Size = { width: 160, height: 34 };
const MARGIN = 2.5;

const round = (value: number): number => Math.round(value * 10) / 10;

export const drawSparkline = (spark: Sparkline): string => draw(spark, IN_TABLE);
export const drawCurve = (spark: Sparkline): string => draw(spark, LARGE);

/**
 * From zero, so that a flat series of small counts does not look like a mountain. Behind it, the ordinary counts of the last quarter; an
 * unknown quarter leaves a gap; the last count is a dot. Two counts alone are bars.
 */
function draw(spark: Sparkline, { width, height }: Size): string {
  const top = Math.max(4, (spark.range?.high ?? 0) + 1, ...spark.values.map((value) => value ?? 0));
  const y = (value: number): number => round(height - MARGIN - (Math.min(value, top) / top) * (height - 2 * MARGIN));
  const shapes = spark.bars ? barsOf(spark, y, { width, height }) : lineOf(spark, y, { width, height });
  return `<svg class="sparkline" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(spark.alternative)}">${shapes}</svg>`;
}

function lineOf(
  { values, range, breaks = [] }: Sparkline,
  y: (value: number) => number,
  { width, height }: Size,
): string {
  const step = (width - 2 * MARGIN) / Math.max(1, values.length - 1);
  const x = (index: number): number => round(MARGIN + index * step);
  let path = "";
  values.forEach((value, index) => {
    if (value === null) return;
    const joined = index > 0 && values[index - 1] !== null && !breaks.includes(index);
    path += `${joined ? "L" : "M"}${x(index)} ${y(value)}`;
  });
  const last = values.findLastIndex((value) => value !== null);
  const value = values[last];
  const dot = value === undefined || value === null ? "" : `<circle cx="${x(last)}" cy="${y(value)}" r="2"/>`;
  const band = range
    ? `<rect class="sparkline__band" x="${MARGIN}" y="${y(range.high)}" width="${round(width - 2 * MARGIN)}" height="${round(Math.max(0.8, y(range.low) - y(range.high)))}"/>`
    : "";
  const broken = breaks.map((before) => `M${x(before - 0.5)} 0V${height}`).join("");
  return `${band}<path d="${path}"/>${broken && `<path class="sparkline__break" d="${broken}"/>`}${dot}`;
}

/** The year before hollow, this one filled; one that is not known is left out. */
const barsOf = ({ values }: Sparkline, y: (value: number) => number, { width, height }: Size): string =>
  values
    .map((value, index) => {
      if (value === null) return "";
      const bar = Math.min(width / 5, height / 2);
      const at = round(MARGIN + index * (bar + 3));
      const name = index === values.length - 1 ? "sparkline__bar" : "sparkline__bar sparkline__bar--before";
      return `<rect class="${name}" x="${at}" y="${y(value)}" width="${round(bar)}" height="${round(Math.max(0.6, y(0) - y(value)))}"/>`;
    })
    .join("");

const STRIP: Size = { width: 90, height: 16 };
/** Half of the dot, and a little. */
const STRIP_MARGIN = 4;

/** How like communes spread, and where the commune stands among them: range, middle half, median, a dot. From zero, so that two lines compare. */
export function drawSpread({ min, q1, median, q3, max, own, alternative }: SpreadStrip): string {
  const { width, height } = STRIP;
  const middle = height / 2;
  const top = Math.max(max, own ?? 0) || 1;
  const x = (value: number): number => round(STRIP_MARGIN + (value / top) * (width - 2 * STRIP_MARGIN));
  return [
    `<svg class="sparkline" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(alternative)}">`,
    `<path d="M${x(min)} ${middle}L${x(max)} ${middle}"/>`,
    `<rect class="sparkline__band" x="${x(q1)}" y="3" width="${Math.max(0.8, x(q3) - x(q1))}" height="${height - 6}"/>`,
    `<path d="M${x(median)} 2L${x(median)} ${height - 2}"/>`,
    own === null ? "" : `<circle cx="${x(own)}" cy="${middle}" r="3"/>`,
    "</svg>",
  ].join("");
}
