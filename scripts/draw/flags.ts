/** Notes of the commune and breaks in series: a dotted line over their quarter, with its words where there is room. */

import type { ChartData } from "../model/chart.ts";
import type { Chart } from "./chart.ts";
import { font, type Look, rule, write } from "./ink.ts";
import type { Palette } from "./palette.ts";

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
export function drawFlags(chart: Chart, data: ChartData, palette: Palette): void {
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
export function drawBreaks({ ctx, chartArea, scales: { x } }: Chart, { breaks }: ChartData, palette: Palette): void {
  ctx.setLineDash([1, 2]);
  for (const { before } of x ? breaks : []) {
    const at = ((x?.getPixelForValue(before) ?? 0) + (x?.getPixelForValue(before - 1) ?? 0)) / 2;
    rule(ctx, palette.ink, { x: at, y: chartArea.top }, { x: at, y: chartArea.bottom });
  }
}

/** "Éclairage public rénové dans le quartier" => "Éclairage public rénové…", cut after a word; of words in brackets, none where not all. */
function shortened(ctx: CanvasRenderingContext2D, text: string, room: number): string {
  if (ctx.measureText(text).width <= room) return text;
  const words = text.split(" ");
  while (words.length > 1 && ctx.measureText(`${words.join(" ")}…`).width > room) words.pop();
  return `${words
    .join(" ")
    .replace(/\([^)]*$/, "")
    .replace(/[ ,;:.]+$/, "")}…`;
}
