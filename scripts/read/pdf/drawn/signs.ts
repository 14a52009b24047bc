/**
 * Things of a letter's size that are drawn on a page and are no text of it: a figure drawn with lines or as a picture, a sign of which
 * the file does not tell the character. They are found in the pictures, whatever drew them.
 */
import { bufferOf } from "../../container/views.ts";
import type { Box } from "./geometry.ts";
import type { Pictures } from "./objects.ts";
import type { Picture } from "./pdfium.ts";

/** In points: what is lower is a dot or a dash, what is larger no sign; and the thickest stroke of one. */
const [LOWEST, LARGEST, THICKEST] = [4, 30, 12];
/** Of 255 grey levels: two points that differ more are not of one surface. */
const SURFACE = 40;
/** The text alone is this dark where there is ink. */
const INKED = 128;

/** In points: half as thick as the thickest line of a table. */
const HALF_LINE = 1.5;

/** `explained`: boxes of the glyphs that are text; `lines`: of tables; `scale`: points of the pictures to one of the page. */
export function findSigns(
  { without, alone, isBare, scale }: Pictures,
  explained: readonly Box[],
  lines: readonly Box[],
): readonly Box[] {
  const { width, height } = without;
  const marks = new Uint8Array(width * height);
  if (!isBare) markNarrow(marks, without, THICKEST * scale);
  fillBoxes(marks, { width, scale, margin: HALF_LINE, value: 0 }, lines);
  const unexplained = alone.levels.slice(); // but for what the glyphs explain
  fillBoxes(unexplained, { width, scale, margin: 0, value: 255 }, explained);
  const white = new Uint8Array(width).fill(255);
  for (let row = 0; row < marks.length; row += width)
    if (bufferOf(unexplained).compare(white, 0, width, row, row + width) !== 0)
      for (let i = row; i < row + width; i++) if ((unexplained[i] ?? 255) < INKED) marks[i] = 1;
  return componentsOf(marks, width)
    .map(({ x0, y0, x1, y1 }) => ({ x0: x0 / scale, y0: y0 / scale, x1: (x1 + 1) / scale, y1: (y1 + 1) / scale }))
    .filter(({ x0, y0, x1, y1 }) => y1 - y0 >= LOWEST && y1 - y0 <= LARGEST && x1 - x0 <= LARGEST);
}

/** One more point around each, for edges are not sharp. */
function fillBoxes(
  points: Uint8Array,
  { width, scale, margin, value }: Readonly<Record<"width" | "scale" | "margin" | "value", number>>,
  boxes: readonly Box[],
): void {
  const first = (place: number): number => Math.max(0, Math.floor((place - margin) * scale) - 1);
  const end = (place: number, most: number): number => Math.min(most, Math.ceil((place + margin) * scale) + 1);
  for (const { x0, y0, x1, y1 } of boxes)
    for (let row = first(y0) * width; row < end(y1, points.length / width) * width; row += width)
      points.fill(value, row + first(x0), row + end(x1, width));
}

/** Marks the points whose surface is narrow both across and down: strokes of a sign; not grounds, nor the lines of a table. */
function markNarrow(marks: Uint8Array, picture: Picture, widest: number): void {
  const { width, height, levels } = picture;
  for (let y = 0; y < height; y++) {
    const start = y * width;
    const isAsAbove = y > 0 && bufferOf(levels).compare(levels, start - width, start, start, start + width) === 0;
    if (isAsAbove) marks.copyWithin(start, start - width, start);
    else markAcross(marks, picture, start, widest);
  }
  const across = marks.slice();
  for (let at = across.indexOf(1); at >= 0; at = across.indexOf(1, at + 1))
    if (!isNarrowDown(picture, at, widest)) marks[at] = 0;
}

/** `start`: where the row begins. */
function markAcross(marks: Uint8Array, { width, levels }: Picture, start: number, widest: number): void {
  let from = start;
  let before = levels[start] ?? 0;
  for (let i = start + 1; i < start + width; i++) {
    const here = levels[i] ?? 0;
    const isOne = here - before <= SURFACE && before - here <= SURFACE;
    before = here;
    if (isOne) continue;
    if (i - from <= widest && from > start) marks.fill(1, from, i);
    from = i;
  }
}

function isNarrowDown({ width, levels }: Picture, at: number, widest: number): boolean {
  let length = 1;
  for (const step of [-width, width])
    for (let i = at; Math.abs((levels[i + step] ?? -SURFACE - 1) - (levels[i] ?? 0)) <= SURFACE; i += step)
      if (++length > widest) return false;
  return true;
}

/** Boxes of marked points that touch each other, corners included; the marks are used up. */
function componentsOf(marks: Uint8Array, width: number): readonly Box[] {
  const boxes: Box[] = [];
  const around = [1, -1, width, -width, width + 1, width - 1, 1 - width, -1 - width];
  const waiting: number[] = [];
  for (let start = marks.indexOf(1); start >= 0; start = marks.indexOf(1, start + 1)) {
    let [x0, y0, x1, y1] = [width, marks.length, 0, 0];
    marks[start] = 0;
    waiting.push(start);
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const [x, y] = [at % width, Math.floor(at / width)];
      x0 = Math.min(x0, x);
      x1 = Math.max(x1, x);
      y0 = Math.min(y0, y);
      y1 = Math.max(y1, y);
      for (const step of around)
        if (marks[at + step] === 1) {
          marks[at + step] = 0;
          waiting.push(at + step);
        }
    }
    boxes.push({ x0, y0, x1, y1 });
  }
  return boxes;
}
