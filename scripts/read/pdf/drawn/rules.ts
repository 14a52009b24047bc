/** The paths drawn on a page -> its straight lines, the rules of tables, as far as they are seen; and its lines aslant. ISO 32000-1, 8.5. */
import { tooManyMarks } from "../../contract/limits.ts";
import { notRead } from "../../contract/reader.ts";
import { apply, type Box, boxOf, type Matrix, multiply, type Point, placed } from "./geometry.ts";
import type { Rule } from "./marks.ts";
import { KIND, matrixOf, type PageObject } from "./objects.ts";
import type { Pdfium, Picture, Scratch } from "./pdfium.ts";

export interface DrawnLine {
  readonly from: Point;
  readonly to: Point;
}

/** A filled shape this thin (points) is a line, not a ground; and so many times longer, where it is no box: a "1" is not. */
const [THIN, LINE_LENGTH] = [3, 8];
/** Sides of one page's paths: a dense page of figures has ten thousand. */
const MOST_SIDES = 200_000;

export function linesOf(
  engine: Pdfium,
  objects: readonly PageObject[],
  place: Matrix,
  scratch: Scratch,
): readonly DrawnLine[] {
  const lines: DrawnLine[] = [];
  let sides = 0;
  for (const { handle, kind, within } of objects) {
    const outer = multiply(place, within);
    if (kind === KIND.image || kind === KIND.shading) {
      engine.FPDFPageObj_GetBounds(handle, ...places(scratch));
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = scratch.floats(4);
      lines.push(...thinLine(placed(outer, { x0, y0, x1, y1 }), true));
    } else if (kind === KIND.path) {
      const outlines = outlinesOf(engine, handle, multiply(outer, matrixOf(engine, handle, scratch)), scratch);
      sides += outlines.reduce((sum, { points }) => sum + points.length, 0);
      if (sides > MOST_SIDES) notRead(tooManyMarks(MOST_SIDES));
      engine.FPDFPath_GetDrawMode(handle, scratch.place(0, 4), scratch.place(1, 4));
      const [isFilled, isStroked] = scratch.wholes(2);
      if (isStroked) lines.push(...outlines.flatMap(sidesOf));
      if (isFilled) lines.push(...outlines.flatMap((outline) => thinLine(boxOf(outline.points), isBox(outline))));
    }
  }
  return lines;
}

const places = (scratch: Scratch): [number, number, number, number] =>
  [0, 1, 2, 3].map((n) => scratch.place(n, 4)) as [number, number, number, number];

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

const sidesOf = ({ points, isStraight }: Outline): readonly DrawnLine[] =>
  points.flatMap((to, i) => {
    const from = points[i - 1];
    return from && isStraight[i] ? [{ from, to }] : [];
  });

const isBox = ({ points, isStraight }: Outline): boolean =>
  isStraight.every((is, i) => is || i === 0) &&
  points.length <= 5 &&
  points.every((to, i) => {
    const from = points[i - 1] ?? to;
    return Math.min(Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1])) <= 0.1;
  });

/** The line in the middle of a shape so thin that it is one. */
function thinLine({ x0, y0, x1, y1 }: Box, isBox: boolean): readonly DrawnLine[] {
  const [width, height] = [x1 - x0, y1 - y0];
  if (!isBox && Math.max(width, height) < LINE_LENGTH * Math.min(width, height)) return [];
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  if (height <= THIN && width > height) return [{ from: [x0, y], to: [x1, y] }];
  return width <= THIN && height > width ? [{ from: [x, y0], to: [x, y1] }] : [];
}

export interface Rules {
  readonly horizontal: readonly Rule[];
  readonly vertical: readonly Rule[];
}

/** `picture`: the page without its text, `scale` points of the picture to one of the page. */
export function rulesOf(lines: readonly DrawnLine[], picture: Picture, scale: number): Rules {
  const horizontal: Rule[] = [];
  const vertical: Rule[] = [];
  for (const { from, to } of lines) {
    const [dx, dy] = [Math.abs(from[0] - to[0]), Math.abs(from[1] - to[1])];
    if (Math.min(dx, dy) > 1 || Math.max(dx, dy) <= 1) continue;
    const along = dx > dy ? 0 : 1;
    const across = along === 0 ? 1 : 0;
    const rule = seenPart(
      {
        at: (from[across] + to[across]) / 2,
        from: Math.min(from[along], to[along]),
        to: Math.max(from[along], to[along]),
      },
      along === 0,
      picture,
      scale,
    );
    if (rule) (along === 0 ? horizontal : vertical).push(rule);
  }
  return { horizontal, vertical };
}

/** Of 255 grey levels: less is no line to the eye. */
const FAINTEST_LINE = 8;
/** In points: how far beside its place a line is looked for, and its ground. */
const [BESIDE, GROUND] = [0.7, 2.5];

/** A rule from the first to the last of its points that differ from what is beside them; null: none does. */
function seenPart(rule: Rule, isFlat: boolean, { width, height, levels }: Picture, scale: number): Rule | null {
  const level = (along: number, across: number): number => {
    const [x, y] = (isFlat ? [along, across] : [across, along]).map((part) => Math.floor(part * scale)) as [
      number,
      number,
    ];
    return x < 0 || y < 0 || x >= width || y >= height ? -1 : (levels[y * width + x] ?? -1);
  };
  const isSeen = (along: number): boolean => {
    const here: number[] = [];
    for (let off = -BESIDE; off <= BESIDE; off += 1 / scale) here.push(level(along, rule.at + off));
    const sides = [level(along, rule.at - GROUND), level(along, rule.at + GROUND)];
    if (here.every((value) => value < 0)) return false;
    return (
      sides.every((side) => side < 0 || here.some((value) => value >= 0 && Math.abs(value - side) >= FAINTEST_LINE)) ||
      sides[0] !== sides[1]
    );
  };
  const steps = Math.max(2, Math.ceil((rule.to - rule.from) / STEP));
  const points = Array.from({ length: steps }, (_, i) => rule.from + ((i + 0.5) * (rule.to - rule.from)) / steps);
  const [first, last] = [points.findIndex(isSeen), points.findLastIndex(isSeen)];
  if (first < 0) return null;
  const half = (rule.to - rule.from) / steps / 2;
  return { at: rule.at, from: (points[first] ?? 0) - half, to: (points[last] ?? 0) + half };
}

/** In points: how often along a line it is looked at. */
const STEP = 2;

/** In points: what is wider is no piece of a line; and how near two lines touch. */
const [PIECE, NEAR] = [1.5, 2.5];

/** Is a thing drawn a piece of a line of a table, which meets another or goes on? A "1" that is one stroke stands alone. */
export function isPieceOfRule({ x0, y0, x1, y1 }: Box, { horizontal, vertical }: Rules): boolean {
  const isFlat = x1 - x0 > y1 - y0;
  if (Math.min(x1 - x0, y1 - y0) > PIECE) return false;
  const [at, from, to] = isFlat ? [(y0 + y1) / 2, x0, x1] : [(x0 + x1) / 2, y0, y1];
  const [along, across] = isFlat ? [horizontal, vertical] : [vertical, horizontal];
  const holds = (rule: Rule, place: number): boolean => place >= rule.from - NEAR && place <= rule.to + NEAR;
  const isBesideEnd = (place: number): boolean => Math.abs(place - from) <= NEAR || Math.abs(place - to) <= NEAR;
  return (
    along.filter((rule) => Math.abs(rule.at - at) <= NEAR && holds(rule, from) && holds(rule, to)).length > 0 &&
    (across.some((rule) => holds(rule, at) && isBesideEnd(rule.at)) ||
      along.some(
        (rule) =>
          Math.abs(rule.at - at) <= NEAR &&
          (rule.to < from + NEAR || rule.from > to - NEAR) &&
          (isBesideEnd(rule.to) || isBesideEnd(rule.from)),
      ))
  );
}
