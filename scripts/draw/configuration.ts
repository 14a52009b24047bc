/**
 * ChartData -> Chart.js configuration: one for the drawing on paper and for the live chart on screen, large or small. Pure.
 *
 * What stands in a chart, back to front: the ordinary counts as a band, paler for the earlier quarters; the quarterly mean of the last twelve months
 * (rolling year / 4, so that it stands on the scale of the quarters) dashed; the course or the levels that are told; the counts as dots on a thin
 * line. What is announced of the last is a triangle that points up or down, filled or hollow: the shape tells it, not the colour. A small chart has
 * the counts, their band and the last count alone.
 */
import type { ChartConfiguration } from "chart.js";
import { type ChartData, lastKnown } from "../model/chart.ts";
import { degreeOf, directionOf } from "../model/degree.ts";
import { formatNumber } from "../model/format.ts";
import { FLAG_ROW, flagsOf } from "./flags.ts";
import { FONT, FONT_SIZE } from "./ink.ts";
import { marks } from "./marks.ts";
import type { Palette } from "./palette.ts";

/** Size of a drawing, in units of its viewBox: points on an A4 page, where two large ones stand side by side, or five small ones. */
export const sizeOf = ({ top }: Pick<ChartData, "top">): { readonly width: number; readonly height: number } =>
  top === undefined ? { width: 250, height: 112 } : { width: 84, height: 27 };

/** "T1 2023" => "2023" */
const yearIn = (label: string): string => label.slice(-4);
const isFirstQuarter = (label: string): boolean => label.startsWith("T1");

/** Years written under the axis: each first quarter; every second year when more than twelve would crowd it. */
function yearTick(labels: readonly string[], index: number): string | null {
  const label = labels[index];
  if (label === undefined || !isFirstQuarter(label)) return null;
  const crowded = labels.filter(isFirstQuarter).length > 12;
  return crowded && Number(yearIn(label)) % 2 === 1 ? "" : yearIn(label);
}

/** The mark of one count: a triangle where something is announced of the last, hollow when it is to follow; else a larger dot. */
function shapeOf({ values, verdict, top }: ChartData, index: number) {
  const [isLast, isLarge, direction] = [index === lastKnown(values), top === undefined, directionOf(verdict)];
  const dot = { style: "circle", rotation: 0, hollow: false } as const;
  if (!isLast) return { ...dot, radius: isLarge ? 1.2 : 0 };
  if (direction === null) return { ...dot, radius: isLarge ? 2.4 : 1.8 };
  const rotation = direction === "rise" ? 0 : 180;
  return { style: "triangle", rotation, radius: isLarge ? 4 : 3, hollow: degreeOf(verdict) === "to-follow" } as const;
}

/** No line is drawn across a break in series. */
const cutAtBreaks = ({ breaks }: ChartData) => {
  const before = new Set(breaks.map((place) => place.before));
  return {
    borderColor: (context: { p1DataIndex: number }) => (before.has(context.p1DataIndex) ? "transparent" : undefined),
  };
};

type Dataset = ChartConfiguration<"bar" | "line">["data"]["datasets"][number];

function counts(chart: ChartData, palette: Palette): Dataset {
  const shapes = chart.values.map((_, index) => shapeOf(chart, index));
  return {
    type: "line",
    label: "Faits du trimestre",
    data: [...chart.values],
    order: 0,
    borderColor: palette.accent,
    borderWidth: chart.top === undefined ? 1.3 : 1,
    tension: 0,
    segment: cutAtBreaks(chart),
    clip: false,
    pointStyle: shapes.map(({ style }) => style),
    pointRotation: shapes.map(({ rotation }) => rotation),
    pointRadius: shapes.map(({ radius }) => radius),
    pointHoverRadius: 4,
    pointBackgroundColor: shapes.map(({ hollow }) => (hollow ? palette.paper : palette.accent)),
    // filled or hollow, of one size
    pointBorderColor: shapes.map(({ style }) => (style === "triangle" ? palette.accent : palette.paper)),
    pointBorderWidth: shapes.map(({ radius }) => (radius > 2 ? 1.2 : 0)),
  };
}

/** A thin line without dots. */
const thin = (label: string, data: readonly (number | null)[], colour: string) =>
  ({
    ...{ type: "line", label, data: [...data], order: 1, clip: false },
    ...{ borderColor: colour, borderWidth: 1, pointRadius: 0, pointHoverRadius: 0 },
  }) as const satisfies Dataset;

const rollingMean = (chart: ChartData, palette: Palette): Dataset => ({
  ...thin(
    "Moyenne trimestrielle sur douze mois",
    chart.rolling.map((year) => year && year / 4),
    palette.muted,
  ),
  borderDash: [3, 2],
  segment: cutAtBreaks(chart),
});

const courses = (chart: ChartData, palette: Palette): readonly Dataset[] =>
  chart.course.map(({ label, values }) => thin(label, values, palette.ink));

function ordinaryCounts(chart: ChartData, palette: Palette): Dataset {
  const colour = (context: { dataIndex: number }): string =>
    context.dataIndex === chart.labels.length - 1 ? palette.band : palette.pastBand;
  return {
    type: "bar",
    label: "Nombres ordinaires",
    // a small one is not higher than its scale
    data: chart.range.map((range) => range && [range.low, Math.min(range.high, chart.top ?? range.high)]),
    clip: false,
    order: 2,
    backgroundColor: colour,
    hoverBackgroundColor: colour,
    borderWidth: 0,
    categoryPercentage: 1,
    barPercentage: 1,
    minBarLength: 1.5,
    inflateAmount: 0.25,
  };
}

/**
 * The configuration of one chart.
 * @param palette colours: CSS variables on paper, resolved colours on screen
 */
export function chartConfiguration(chart: ChartData, palette: Palette): ChartConfiguration<"bar" | "line"> {
  const isLarge = chart.top === undefined;
  const own = [counts(chart, palette), rollingMean(chart, palette), ordinaryCounts(chart, palette)];
  return {
    type: "bar",
    data: {
      labels: [...chart.labels],
      datasets: isLarge ? [...own, ...courses(chart, palette)] : own.filter((_, series) => series !== 1),
    },
    options: {
      locale: "fr-FR",
      animation: false,
      responsive: false,
      layout: {
        padding: isLarge
          ? { top: 6 + FLAG_ROW * flagsOf(chart).length, right: 24, bottom: 0, left: 0 }
          : { top: 4, right: 18, bottom: 4, left: 1 },
      },
      scales: isLarge ? axes(chart, palette) : { x: { display: false }, y: { display: false, min: 0, max: chart.top } },
      plugins: { legend: { display: false }, tooltip: { enabled: false } },
    },
    plugins: [marks(chart, palette)],
  };
}

const axes = (
  chart: ChartData,
  palette: Palette,
): NonNullable<NonNullable<ChartConfiguration<"bar" | "line">["options"]>["scales"]> => ({
  x: {
    offset: true,
    border: { color: palette.muted },
    grid: { color: palette.line, drawTicks: true, tickLength: 4, offset: true },
    ticks: {
      autoSkip: false,
      maxRotation: 0,
      padding: 1,
      align: "start",
      color: palette.muted,
      font: { family: FONT, size: FONT_SIZE },
      callback: (_, index) => yearTick(chart.labels, index),
    },
  },
  y: {
    beginAtZero: true,
    suggestedMax: Math.max(4, (chart.range.at(-1)?.high ?? 0) + 1),
    border: { display: false },
    grid: { color: palette.line, drawTicks: false },
    ticks: {
      precision: 0,
      // Chart.js would make an Intl format for each axis, which takes as long as six drawings.
      callback: (value) => formatNumber(Number(value)),
      maxTicksLimit: 4,
      padding: 5,
      color: palette.muted,
      font: { family: FONT, size: FONT_SIZE },
    },
  },
});
