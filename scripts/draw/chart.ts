/**
 * ChartData -> SVG text: the one drawing, on paper and on screen, where a script makes it answer.
 *
 * What stands in a chart, back to front: the ordinary counts as a band, paler for the earlier quarters; the quarterly mean of the last twelve months
 * (rolling year / 4) dashed; the counts as dots on a thin line. What is announced of the last is a triangle that points up or down, filled or
 * hollow: the shape tells it, not the colour. A series is a group that bears its number in the legend (data-series).
 */
import type { ChartData } from "../model/chart.ts";
import { degreeOf, directionOf } from "../model/degree.ts";
import { formatNumber } from "../model/format.ts";
import { escapeXml } from "../model/xml.ts";
import { type Frame, frameOf, HEIGHT, meanOf, TYPE_SIZE, WIDTH } from "./frame.ts";

/** CSS variables of the page, so that one drawing serves light, dark and print; the value after the comma serves elsewhere. */
const COLOURS = {
  ink: "var(--chart-ink,#1c1d21)",
  muted: "var(--chart-muted,#5b5f69)",
  line: "var(--chart-line,#d4d7dd)",
  accent: "var(--chart-accent,#15397f)",
  band: "var(--chart-band,#d5dae4)",
  pastBand: "var(--chart-past-band,#eff1f4)",
  paper: "var(--chart-paper,#fff)",
} as const;
type Colour = keyof typeof COLOURS;

/**
 * Draws one chart. The SVG scales with the place it is given (viewBox, no width), takes its font from the page, and is an image with a title and
 * a description for those who do not see it. The same text for the same chart.
 */
export function drawChart(chart: ChartData): string {
  const frame = frameOf(chart);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="${chart.id}-t ${chart.id}-d">`,
    `<title id="${chart.id}-t">${escapeXml(chart.title)}</title><desc id="${chart.id}-d">${escapeXml(chart.alternative)}</desc>`,
    axes(chart, frame),
    ...chart.breaks.map((place) => seriesBreak(place, frame)),
    `<g data-series="2">${bands(chart, frame)}</g>`,
    `<g data-series="1">${line(chart, chart.rolling.map(meanOf), frame, ["muted", 1, "3 2"])}</g>`,
    `<g data-series="0">${counts(chart, frame)}</g>`,
    chart.step && chart.step.before > 0 ? levels(chart.step, frame) : "",
    events(chart, frame),
    "</svg>",
  ].join("");
}

/** 12.340000001 => 12.3: a tenth of a unit is finer than any printer. */
const round = (value: number): number => Math.round(value * 10) / 10;
type Point = readonly [x: number, y: number];
const path = (...points: readonly Point[]): string =>
  points.map(([x, y], i) => `${i === 0 ? "M" : "L"}${round(x)} ${round(y)}`).join("");
const across = (y: number, from: number, to: number): string => path([from, y], [to, y]);
const upright = (x: number, from: number, to: number): string => path([x, from], [x, to]);
const rule = (d: string, colour: Colour, width: number, dash = ""): string =>
  d === ""
    ? ""
    : `<path d="${d}" fill="none" stroke="${COLOURS[colour]}" stroke-width="${width}"${dash && ` stroke-dasharray="${dash}"`}/>`;

interface Look {
  readonly colour?: Colour;
  readonly anchor?: "start" | "middle" | "end";
}
/** What is written in ink is bold. */
const words = (text: string, [x, y]: Point, { colour = "muted", anchor = "start" }: Look = {}): string =>
  `<text x="${round(x)}" y="${round(y)}" font-size="${TYPE_SIZE}"${colour === "ink" ? ' font-weight="600"' : ""}${anchor === "start" ? "" : ` text-anchor="${anchor}"`} fill="${COLOURS[colour]}">${escapeXml(text)}</text>`;
/** From the middle of a line of type to its baseline: half the height of a digit. */
const TO_BASELINE = 0.33 * TYPE_SIZE;

/** Years written under the axis: each first quarter; every second year when more than twelve would crowd it. */
function axes({ labels }: ChartData, { left, right, top, bottom, step, scaleEnd, ticks, x, y }: Frame): string {
  const years = labels.flatMap((label, index) => (label.startsWith("T1") ? [{ index, year: label.slice(-4) }] : []));
  const isCrowded = years.length > 12;
  const between = years.flatMap(({ index }) => (index === 0 ? [] : [left + step * index]));
  const grid = [
    ...between.map((at) => upright(at, top, bottom + 4)),
    ...ticks.slice(1).map((tick) => across(y(tick), left, right)),
  ];
  return [
    rule(grid.join(""), "line", 1),
    rule(across(bottom, left, right), "muted", 1),
    ...years
      .filter(({ year }) => !isCrowded || Number(year) % 2 === 0)
      .map(({ index, year }) => words(year, [x(index), HEIGHT - 3.8])),
    ...ticks.map((tick) => words(formatNumber(tick), [scaleEnd, y(tick) + TO_BASELINE], { anchor: "end" })),
  ].join("");
}

/** A vertical rule half-way between two quarters, from above the scale to the axis, with its words at the top, turned inwards. */
function seriesBreak(
  { before, label }: ChartData["breaks"][number],
  { left, right, top, bottom, step }: Frame,
): string {
  const at = left + step * before;
  const isRight = at > (left + right) / 2;
  return (
    rule(upright(at, top - 12, bottom), "ink", 0.8, "1 2") +
    words(label, [at + (isRight ? -3 : 3), top - 5], { anchor: isRight ? "end" : "start" })
  );
}

/** Each touches the next; a range of one number is seen all the same. */
function bands({ range }: ChartData, { left, step, y }: Frame): string {
  const bars = range.map((one, i) => {
    if (one === null) return "";
    const [start, end] = [left + step * i - 0.25, left + step * (i + 1) + 0.25];
    const low = y(one.low);
    const high = Math.min(y(one.high), low - 1.5);
    return `${path([start, high], [end, high], [end, low], [start, low])}z`;
  });
  return [bars.slice(0, -1).join(""), bars.at(-1) ?? ""]
    .map((d, i) => (d === "" ? "" : `<path d="${d}" fill="${COLOURS[i === 0 ? "pastBand" : "band"]}"/>`))
    .join("");
}

/** None is drawn across a break in series, nor over a quarter that is not known. */
function line(
  { breaks }: ChartData,
  values: readonly (number | null)[],
  { x, y }: Frame,
  look: readonly [colour: Colour, width: number, dash?: string],
): string {
  const runs: Point[][] = [];
  for (const [i, value] of values.entries()) {
    if (value === null) continue;
    const goesOn = i > 0 && values[i - 1] !== null && !breaks.some(({ before }) => before === i);
    if (!goesOn) runs.push([]);
    runs.at(-1)?.push([x(i), y(value)]);
  }
  return rule(runs.map((run) => path(...run)).join(""), ...look);
}

function counts(chart: ChartData, frame: Frame): string {
  const { values, verdict } = chart;
  const last = values.findLastIndex((value) => value !== null);
  const radius = values.length > 24 ? 1.3 : 1.8;
  const dots = values.map((value, i) => {
    if (value === null) return "";
    const at: Point = [frame.x(i), frame.y(value)];
    if (i === last) return mark(verdict, at);
    return `<circle cx="${round(at[0])}" cy="${round(at[1])}" r="${radius}" fill="${COLOURS.accent}"/>`;
  });
  const value = values[last];
  // above the axis, not across it
  const written =
    value === null || value === undefined
      ? ""
      : words(formatNumber(value), [frame.x(last) + 7, Math.min(frame.y(value), frame.bottom - 6) + TO_BASELINE], {
          colour: "ink",
        });
  return `${line(chart, values, frame, ["accent", 1.4])}${dots.join("")}${written}`;
}

/** Of the last count: a triangle where something is announced of it, hollow when it is to follow; else a larger dot. */
function mark(verdict: ChartData["verdict"], [x, y]: Point): string {
  const direction = directionOf(verdict);
  const isHollow = degreeOf(verdict) === "to-follow";
  const [fill, stroke] = isHollow ? [COLOURS.paper, COLOURS.accent] : [COLOURS.accent, COLOURS.paper];
  const look = `fill="${fill}" stroke="${stroke}" stroke-width="1.2"/>`;
  if (direction === null) return `<circle cx="${round(x)}" cy="${round(y)}" r="3" ${look}`;
  const up = direction === "rise" ? 1 : -1;
  return `<path d="${path([x, y - 4.6 * up], [x + 4, y + 2.3 * up], [x - 4, y + 2.3 * up])}z" ${look}`;
}

/** The level on either side of a change that is told, as two thin lines. */
function levels({ before, from, to }: NonNullable<ChartData["step"]>, { left, right, step, y }: Frame): string {
  const at = left + step * before;
  return rule(across(y(from), left, at) + across(y(to), at, right), "ink", 0.8);
}

/** The numbers of the commune's own notes, along the top, at their quarter; under it where the words of a break stand there. */
function events({ events: all = [], breaks }: ChartData, { top, x }: Frame): string {
  const base = top + (breaks.length > 0 ? 6 + TYPE_SIZE : -3);
  return [...Map.groupBy(all, ({ at }) => at)]
    .map(([at, own]) => {
      const numbers = own.map(({ number }) => String(number)).join(",");
      const stroke = rule(upright(x(at), top, top + 6), "muted", 0.8);
      return stroke + words(numbers, [x(at), base], { colour: "ink", anchor: "middle" });
    })
    .join("");
}
