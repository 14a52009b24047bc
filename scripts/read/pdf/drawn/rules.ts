/** The paths drawn on a page -> its straight lines, the rules of tables, as far as they are seen; and its lines aslant. ISO 32000-1, 8.5. */
import { tooManyMarks } from "../../contract/limits.ts";
import { notRead } from "../../contract/reader.ts";
import { apply, type Box, boxOf, type Matrix, multiply, type Point, placed, touching } from "./geometry.ts";
import { boxesOf, type Rule, type Rules } from "./marks.ts";
import { KIND, matrixOf, type PageObject } from "./objects.ts";
import type { Pdfium, Picture, Scratch } from "./pdfium.ts";

/** A filled shape this thin (points), and so many times longer, is a line: no ground, nor a "1". The ends of a browser's borders are slanted. */
const [THIN, LINE_LENGTH] = [3, 4];
/** Sides of one page's paths: a dense page of figures has ten thousand. */
const MOST_SIDES = 200_000;

/** Straight sides, each as the box around it, from one end to the other. */
export function linesOf(
  engine: Pdfium,
  objects: readonly PageObject[],
  place: Matrix,
  scratch: Scratch,
): readonly Box[] {
  const lines: Box[] = [];
  let sides = 0;
  for (const { handle, kind, within } of objects) {
    const outer = multiply(place, within);
    if (kind === KIND.image || kind === KIND.shading) {
      engine.FPDFPageObj_GetBounds(handle, ...scratch.edges(4));
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = scratch.floats(4);
      lines.push(...thinLine(placed(outer, { x0, y0, x1, y1 })));
    } else if (kind === KIND.path) {
      const outlines = outlinesOf(engine, handle, multiply(outer, matrixOf(engine, handle, scratch)), scratch);
      sides += outlines.reduce((sum, { points }) => sum + points.length, 0);
      if (sides > MOST_SIDES) notRead(tooManyMarks(sides, MOST_SIDES));
      engine.FPDFPath_GetDrawMode(handle, scratch.place(0, 4), scratch.place(1, 4));
      const [isFilled, isStroked] = scratch.wholes(2);
      if (isStroked) lines.push(...outlines.flatMap(sidesOf));
      if (isFilled) lines.push(...outlines.flatMap(({ points }) => thinLine(boxOf(points))));
    }
  }
  return lines;
}

interface Outline {
  readonly points: readonly Point[];
  /** By point, does a straight side lead to it? */
  readonly isStraight: readonly boolean[];
}

/** PDFium's kinds of a path's parts. */
const [LINE, MOVE] = [0, 2];

function outlinesOf(engine: Pdfium, path: number, place: Matrix, scratch: Scratch): readonly Outline[] {
  const outlines: { points: Point[]; isStraight: boolean[] }[] = [];
  const count = engine.FPDFPath_CountSegments(path);
  for (let i = 0; i < count; i++) {
    const segment = engine.FPDFPath_GetPathSegment(path, i);
    const kind = engine.FPDFPathSegment_GetType(segment);
    engine.FPDFPathSegment_GetPoint(segment, scratch.place(0, 4), scratch.place(1, 4));
    const [x = 0, y = 0] = scratch.floats(2);
    if (kind === MOVE || outlines.length === 0) outlines.push({ points: [], isStraight: [] });
    const outline = outlines.at(-1);
    outline?.points.push(apply(place, x, y));
    outline?.isStraight.push(kind === LINE);
    const first = outline?.points[0];
    if (!first || !engine.FPDFPathSegment_GetClose(segment)) continue;
    outline.points.push(first);
    outline.isStraight.push(true);
  }
  return outlines.filter(({ points }) => points.length > 1);
}

const sidesOf = ({ points, isStraight }: Outline): readonly Box[] =>
  points.flatMap((to, i) => {
    const from = points[i - 1];
    return from && isStraight[i] ? [boxOf([from, to])] : [];
  });

/** The line in the middle of a shape so thin that it is one. */
function thinLine({ x0, y0, x1, y1 }: Box): readonly Box[] {
  const [width, height] = [x1 - x0, y1 - y0];
  if (Math.max(width, height) < LINE_LENGTH * Math.min(width, height)) return [];
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  if (height <= THIN && width > height) return [{ x0, x1, y0: y, y1: y }];
  return width <= THIN && height > width ? [{ x0: x, x1: x, y0, y1 }] : [];
}

/** In points: how far a line may lean that runs across the page, or down. */
const STRAIGHT = 1;
export const isAslant = ({ x0, x1, y0, y1 }: Box): boolean => Math.min(x1 - x0, y1 - y0) > STRAIGHT;

/** `picture`: the page without its text, `scale` points of the picture to one of the page. */
export function rulesOf(lines: readonly Box[], picture: Picture, scale: number): Rules {
  const straight = lines.filter((line) => !isAslant(line) && Math.max(line.x1 - line.x0, line.y1 - line.y0) > STRAIGHT);
  const [flat, steep] = [true, false].map((isFlat) =>
    straight
      .filter(({ x0, x1, y0, y1 }) => x1 - x0 > y1 - y0 === isFlat)
      .flatMap(({ x0, x1, y0, y1 }): readonly Rule[] => {
        const rule = isFlat ? { at: (y0 + y1) / 2, from: x0, to: x1 } : { at: (x0 + x1) / 2, from: y0, to: y1 };
        return seenPart(rule, isFlat, picture, scale);
      }),
  );
  return { horizontal: flat ?? [], vertical: steep ?? [] };
}

/** Of 255 grey levels: less is no line to the eye. */
const FAINTEST_LINE = 8;
/** In points: how far beside its place a line is looked for, and its ground. */
const [BESIDE, GROUND] = [0.7, 2.5];

/** In points: how often along a line it is looked at. */
const STEP = 2;

/** A rule from the first to the last of its points on the page that differ from what is beside them; none: none does. */
function seenPart({ at, ...ends }: Rule, isFlat: boolean, picture: Picture, scale: number): readonly Rule[] {
  const { width, height, levels } = picture;
  const [from, to] = [Math.max(0, ends.from), Math.min((isFlat ? width : height) / scale, ends.to)];
  const level = (along: number, across: number): number | undefined => {
    const [x, y] = isFlat ? [along, across] : [across, along];
    const [column, row] = [Math.floor(x * scale), Math.floor(y * scale)];
    return column < 0 || row < 0 || column >= width || row >= height ? undefined : levels[row * width + column];
  };
  const isSeen = (along: number): boolean => {
    const here = offsets.flatMap((off) => level(along, at + off) ?? []);
    const [before, after] = [level(along, at - GROUND), level(along, at + GROUND)];
    const differs = (side: number | undefined): boolean =>
      side === undefined || here.some((value) => Math.abs(value - side) >= FAINTEST_LINE);
    return here.length > 0 && (before !== after || (differs(before) && differs(after)));
  };
  const offsets = Array.from({ length: Math.floor(2 * BESIDE * scale) + 1 }, (_, i) => i / scale - BESIDE);
  const steps = Math.max(2, Math.ceil((to - from) / STEP));
  const step = (to - from) / steps;
  const seen = Array.from({ length: steps }, (_, i) => isSeen(from + (i + 0.5) * step));
  const first = seen.indexOf(true);
  return first < 0 ? [] : [{ at, from: from + first * step, to: from + (seen.lastIndexOf(true) + 1) * step }];
}

/** In points: how near two lines touch. */
const NEAR = 2.5;

/** The rules that meet another or go on with one, those of tables: a "1" that is one stroke stands alone. */
export function meetingRules(rules: Rules): readonly Box[] {
  const boxes = boxesOf(rules);
  const met = new Set([...touching(boxes, NEAR)].flat());
  return boxes.filter((_, i) => met.has(i));
}
