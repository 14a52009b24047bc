/**
 * ChartData -> SVG text, on paper and on screen alike, large or small.
 *
 * What stands in a chart, back to front: the ordinary counts as a band, paler for the earlier quarters; the quarterly mean of the last twelve months
 * (rolling year / 4, so that it stands on the scale of the quarters) dashed; the course or the levels that are told; the counts as dots on a thin
 * line. What is announced of the last is a triangle that points up or down, filled or hollow: the shape tells it, not the colour. A small chart has
 * the counts, their band and the last count alone. Each series is a group that the screen can hide: series-0 counts, 1 mean, 2 ordinary counts.
 */
import { type ChartData, lastKnown } from "../model/chart.ts";
import { degreeOf, directionOf, type Verdict } from "../model/degree.ts";
import { formatNumber } from "../model/format.ts";
import { escapeXml } from "../model/text/xml.ts";
import { drawBreaks, drawFlags } from "./flags.ts";
import { type Frame, frameOf, pointsOf } from "./frame.ts";
import { FONT_SIZE, fill, INK, pathThrough, round, stroke, words } from "./ink.ts";
import { drawLabels, labelsOf, papersUnder } from "./labels.ts";
import type { Box, Point } from "./room.ts";

/**
 * Draws one chart. The SVG scales with the place it is given (viewBox, no width), takes font and colours from the page, and
 * is an image with a title and a description for those who do not see it.
 * @returns `<svg …>…</svg>`, the same text for the same chart
 */
export function drawChart(chart: ChartData): string {
  const frame = frameOf(chart);
  const isLarge = chart.top === undefined;
  const labels = isLarge ? labelsOf(chart, frame) : [];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${frame.width} ${frame.height}" role="img"`,
    ` aria-labelledby="${chart.id}-t ${chart.id}-d">`,
    `<title id="${chart.id}-t">${escapeXml(chart.title)}</title><desc id="${chart.id}-d">${escapeXml(chart.alternative)}</desc>`,
    ...(isLarge ? [axes(chart, frame), papersUnder(labels), drawFlags(chart, frame)] : [drawBreaks(chart, frame)]),
    series(2, ordinaryCounts(chart, frame)),
    ...(isLarge ? [series(1, rollingMean(chart, frame)), courses(chart, frame)] : []),
    series(0, counts(chart, frame)),
    drawLabels(labels),
    "</svg>",
  ].join("");
}

export const series = (number: number, content: string): string =>
  content && `<g class="series-${number}">${content}</g>`;

/** No line is drawn across a break in series. */
const cutsOf = ({ breaks }: ChartData): readonly number[] => breaks.map(({ before }) => before);

const isFirstQuarter = (label: string): boolean => label.startsWith("T1");

/** Whole numbers at the left, years under their first quarter: every second one where more than twelve would crowd. */
function axes({ labels }: ChartData, { area: { left, right, top, bottom }, x, y, ticks }: Frame): string {
  const firsts = labels.flatMap((label, i) => (isFirstQuarter(label) ? [{ i, year: label.slice(-4) }] : []));
  const isCrowded = firsts.length > 12;
  const grid = [
    ...firsts.map(({ i }) => [
      { x: x(i - 0.5), y: top },
      { x: x(i - 0.5), y: bottom + 4 },
    ]),
    ...ticks.map((tick) => [
      { x: left, y: y(tick) },
      { x: right, y: y(tick) },
    ]),
  ];
  const written = firsts.filter(({ year }) => !isCrowded || Number(year) % 2 === 0);
  return [
    stroke(grid.map((line) => pathThrough(line)).join(""), INK.line, 1),
    stroke(
      pathThrough([
        { x: left, y: bottom },
        { x: right, y: bottom },
      ]),
      INK.muted,
      1,
    ),
    ...written.map(({ i, year }) => words(year, { x: x(i), y: bottom + 10 }, INK.muted)),
    ...ticks.map((tick) => words(formatNumber(tick), { x: left - 5, y: y(tick) }, INK.muted, "end")),
  ].join("");
}

/** Each touches the next; the paler ones of the earlier quarters first. */
function ordinaryCounts({ range }: ChartData, { x, y }: Frame): string {
  const boxes = range.map((one, i): Box | null => {
    if (one === null) return null;
    const bottom = y(one.low);
    return { left: x(i - 0.5) - 0.2, right: x(i + 0.5) + 0.2, top: Math.min(y(one.high), bottom - 1.5), bottom };
  });
  const known = (some: readonly (Box | null)[]) => some.flatMap((box) => box ?? []);
  return fill(known(boxes.slice(0, -1)), INK.pastBand) + fill(known(boxes.slice(-1)), INK.band);
}

const rollingMean = (chart: ChartData, frame: Frame): string => {
  const mean = pointsOf(
    frame,
    chart.rolling.map((year) => year && year / 4),
  );
  return stroke(pathThrough(mean, cutsOf(chart)), INK.muted, 1, "3 2");
};

const courses = ({ course }: ChartData, frame: Frame): string =>
  course.map(({ values }) => stroke(pathThrough(pointsOf(frame, values)), INK.ink, 1)).join("");

/** The counts, and the last one that is known in bold at the right of its mark. */
function counts(chart: ChartData, frame: Frame): string {
  const { values, top, verdict } = chart;
  const isLarge = top === undefined;
  const points = pointsOf(frame, values);
  const last = lastKnown(values);
  const dots = points.flatMap((p, i) => (p && i !== last && isLarge ? [dot(p, 1.2)] : []));
  const [end, count] = [points[last], values[last]];
  return [
    stroke(pathThrough(points, cutsOf(chart)), INK.accent, isLarge ? 1.3 : 1),
    ...dots,
    ...(end && count != null
      ? [
          directionOf(verdict) === null ? dot(end, isLarge ? 2.4 : 1.8) : triangle(end, isLarge ? 4 : 3, verdict),
          words(
            formatNumber(count),
            { x: end.x + (isLarge ? 7.5 : 5), y: Math.min(end.y, frame.area.bottom - FONT_SIZE / 2) },
            INK.ink,
            "start",
            true,
          ),
        ]
      : []),
  ].join("");
}

const dot = ({ x, y }: Point, radius: number): string =>
  `<circle cx="${round(x)}" cy="${round(y)}" r="${radius}" fill="${INK.accent}"/>`;

/** Filled or hollow, of one size. */
function triangle({ x, y }: Point, radius: number, verdict: Verdict): string {
  const up = directionOf(verdict) === "rise" ? radius : -radius;
  const half = radius * 0.87;
  const corners = [
    { x, y: y - up },
    { x: x + half, y: y + up / 2 },
    { x: x - half, y: y + up / 2 },
  ];
  const inside = degreeOf(verdict) === "to-follow" ? INK.paper : INK.accent;
  return `<path d="${pathThrough(corners)}z" fill="${inside}" stroke="${INK.accent}" stroke-width="1.2"/>`;
}
