/** Words on the lines: the count of a year before, the mean, the course, the ordinary counts. */

import { type ChartData, lastKnown } from "../model/chart.ts";
import { formatNumber } from "../model/format.ts";
import { type Frame, flagsOf, pointsOf } from "./frame.ts";
import { type Colour, FONT_SIZE, fill, INK, textWidth, words } from "./ink.ts";
import { type Box, type Point, Room } from "./room.ts";

/** Shifts up and down from a line, nearest first. */
const SHIFTS = [7, -7, 9, -9, 12, -12, 16, -16, 20, -20];
/** Along it. */
const ASIDE = [0, 6, -6, 12, -12, 20, -20, 30, -30, 45, -45];

interface Label {
  readonly text: string;
  readonly colour: Colour;
  /** Of the series that it names, hidden with it; "" for a course. */
  readonly series: "series-0" | "series-1" | "series-2" | "";
  readonly at: Point;
}

/** Each where it touches no line; one that has no such place is left to the legend. */
export function labelsOf(data: ChartData, frame: Frame): readonly Label[] {
  const { area, width, x, y } = frame;
  const counts = pointsOf(frame, data.values);
  const mean = pointsOf(
    frame,
    data.rolling.map((year) => year && year / 4),
  );
  const courses = data.course.map(({ values }) => pointsOf(frame, values));
  const room = new Room({ ...area, right: width });
  for (const line of [counts, mean, ...courses]) room.addLine(line);
  for (const { at } of flagsOf(data))
    room.addLine([
      { x: x(at), y: 0 },
      { x: x(at), y: area.bottom },
    ]);
  const last = counts[lastKnown(data.values)];
  if (last) room.addBox({ left: last.x - 6, right: width, top: last.y - 7, bottom: last.y + 7 });

  const placed: Label[] = [];
  const put = (label: Omit<Label, "at">, places: Iterable<Point>): void => {
    const at = room.find(textWidth(label.text), FONT_SIZE, places);
    if (at) placed.push({ ...label, at });
  };
  const yearBefore = data.values.length - 5;
  const [before, there] = [data.values[yearBefore], counts[yearBefore]];
  if (before != null && there && lastKnown(data.values) === data.values.length - 1)
    put({ text: `${formatNumber(before)} un an plus tôt`, colour: INK.ink, series: "series-0" }, around([there]));
  for (const [i, { label }] of data.course.entries())
    put({ text: label, colour: INK.ink, series: "" }, around(courses[i] ?? []));
  put({ text: "moyenne sur douze mois", colour: INK.muted, series: "series-1" }, around(mean));
  const bands = data.range.flatMap((range, i) => (range === null ? [] : [{ ...range, i }]));
  const [oldest] = bands;
  if (oldest) {
    const half = textWidth(BAND_LABEL) / 2;
    const top = y(Math.min(...bands.map(({ high }) => high)));
    const bottom = y(Math.max(...bands.map(({ low }) => low)));
    const inside = { left: x(oldest.i) + half, right: area.right - half, top, bottom };
    put({ text: BAND_LABEL, colour: INK.muted, series: "series-2" }, within(inside));
  }
  return placed;
}
const BAND_LABEL = "nombres ordinaires";

/** The grid does not run through words; a band and the lines are drawn after this, and stay. */
export const papersUnder = (labels: readonly Label[]): string =>
  fill(
    labels.map(({ at, text }) => {
      const half = textWidth(text) / 2;
      return { left: at.x - half, right: at.x + half, top: at.y - FONT_SIZE / 2, bottom: at.y + FONT_SIZE / 2 };
    }),
    INK.paper,
  );

export const drawLabels = (labels: readonly Label[]): string =>
  labels
    .map(({ text, at, colour, series }) => `<g class="${series}">${words(text, at, colour, "middle")}</g>`)
    .join("");

/** Above and below each point of a line, near to it first, from the middle of the line to its ends. */
function* around(line: readonly (Point | null)[]): Generator<Point> {
  const known = line.flatMap((p) => p ?? []);
  const order = known
    .map((p, i) => ({ p, far: Math.abs(i - (known.length - 1) / 2) }))
    .toSorted((a, b) => a.far - b.far);
  for (const shift of SHIFTS)
    for (const { p } of order) for (const aside of ASIDE) yield { x: p.x + aside, y: p.y + shift };
}

/** Within a box, from its left and its foot. */
function* within({ left, right, top, bottom }: Box): Generator<Point> {
  for (let y = bottom - FONT_SIZE; y > top + FONT_SIZE / 2; y -= 2)
    for (let x = left; x < right; x += 4) yield { x, y };
}
