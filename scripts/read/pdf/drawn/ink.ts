/**
 * How much of its own ink a glyph has on the page as it is drawn. Three pictures are compared: the page, the page without its text, and
 * the text alone in black, which says where the ink should be.
 */
import { FAINTEST, luminance } from "../../contract/contrast.ts";
import type { Box } from "./geometry.ts";
import type { Pictures } from "./objects.ts";
import type { Picture } from "./pdfium.ts";

export interface Ink {
  /** Points of the picture that the glyph should take. */
  readonly wanted: number;
  /** Share of them where the page differs from the page without text, to the eye. */
  readonly shown: number;
  /** Middle contrast of those points with their ground, as WCAG counts it: 1 is none. */
  readonly contrast: () => number;
  /** Largest share of its width or height, at one of its sides, that is left without ink: it is cut. */
  readonly cut: number;
  /** Share of its width that other ink crosses, halfway up. */
  readonly crossed: number;
}

/** By grey level, so that two need no more than a division. */
const BRIGHTNESS = Float64Array.from({ length: 256 }, (_, level) => luminance([level, level, level]) + 0.05);
const contrastOf = (a: number, b: number): number => {
  const [one, other] = [BRIGHTNESS[a] ?? 1, BRIGHTNESS[b] ?? 1];
  return one > other ? one / other : other / one;
};

/** Grey levels: the text alone is this dark where a point lies well within a stroke; or where it is at least half ink. */
const [CORE, HALF] = [64, 128];
const FEW_POINTS = 8;
/** Points at the edge of a stroke, less than half inked. */
const EDGE = 1.5;

/** `box` and `baseline` in points of the pictures. */
export function inkOf(pictures: Pictures, box: Box, baseline: number): Ink {
  const { width, height } = pictures.seen;
  const [x0, x1] = [Math.max(0, Math.floor(box.x0)), Math.min(width - 1, Math.ceil(box.x1) - 1)];
  const [y0, y1] = [Math.max(0, Math.floor(box.y0)), Math.min(height - 1, Math.ceil(box.y1) - 1)];
  const whole = { x0, x1, y0, y1 };
  const { wanted, core, left, right, top, bottom } = pointsOf(pictures, whole);
  const onSheet =
    ((Math.min(width, box.x1) - Math.max(0, box.x0)) * (Math.min(height, box.y1) - Math.max(0, box.y0))) /
    ((box.x1 - box.x0) * (box.y1 - box.y0));
  return {
    wanted,
    shown: core.count === 0 ? 0 : (onSheet * core.shown) / core.count,
    contrast: () => {
      const contrasts: number[] = [];
      core.each((i) => contrasts.push(contrastAt(pictures, i)));
      return median(contrasts);
    },
    cut: Math.max(
      (Math.max(left - box.x0, box.x1 - right - 1) - EDGE) / (box.x1 - box.x0),
      (Math.max(top - box.y0, box.y1 - bottom - 1) - EDGE) / (box.y1 - box.y0),
    ),
    crossed: pictures.isBare ? 0 : crossedBy(pictures, whole, Math.floor(baseline) - 1, core.each),
  };
}

/** Points of a glyph: how many there are, how many of them show, and each of them, told one by one: a page has millions. */
interface Points {
  readonly count: number;
  readonly shown: number;
  readonly each: (tell: (i: number) => void) => void;
}

interface Inked {
  /** Points that are at least half ink. */
  readonly wanted: number;
  /** Those well within a stroke; all of them, where few are. */
  readonly core: Points;
  /** The outermost of all; the sides of the box, each at the other's place, where there are none. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const contrastAt = ({ seen, without }: Pictures, i: number): number =>
  contrastOf(seen.levels[i] ?? 0, without.levels[i] ?? 0);

function pointsOf(pictures: Pictures, { x0, x1, y0, y1 }: Box): Inked {
  const { width, levels } = pictures.alone;
  const [half, deep] = [
    { count: 0, shown: 0 },
    { count: 0, shown: 0 },
  ];
  let [left, right, top, bottom] = [x1, x0, y1, y0];
  for (let y = y0; y <= y1; y++)
    for (let x = x0; x <= x1; x++) {
      const level = levels[y * width + x] ?? 255;
      if (level >= HALF) continue;
      const shown = contrastAt(pictures, y * width + x) >= FAINTEST ? 1 : 0;
      half.count += 1;
      half.shown += shown;
      if (level < CORE) {
        deep.count += 1;
        deep.shown += shown;
      }
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
    }
  const [core, bound] = deep.count < FEW_POINTS ? [half, HALF] : [deep, CORE];
  const each = (tell: (i: number) => void): void => {
    for (let y = y0; y <= y1; y++)
      for (let i = y * width + x0; i <= y * width + x1; i++) if ((levels[i] ?? 255) < bound) tell(i);
  };
  return { wanted: half.count, core: { ...core, each }, left, right, top, bottom };
}

const median = (values: readonly number[]): number => Float64Array.from(values).sort()[values.length >> 1] ?? 1;

function isOneGround({ width, levels }: Picture, { x0, x1, y0, y1 }: Box): boolean {
  const first = levels[y0 * width + x0];
  for (let y = y0; y <= y1; y++)
    for (let i = y * width + x0; i <= y * width + x1; i++) if (levels[i] !== first) return false;
  return true;
}

/** How many points have each grey level: the middle one is told without putting them in order. */
const countIn = (counts: Uint32Array, level: number): void => {
  counts[level] = (counts[level] ?? 0) + 1;
};
function middleOf(counts: Uint32Array): number {
  const middle = counts.reduce((sum, count) => sum + count, 0) >> 1;
  let below = 0;
  return counts.findIndex((count) => {
    below += count;
    return below > middle;
  });
}

/** Of a glyph's height, where a line runs through it: an underline runs below, through the tail of a "g", the border of a cell around. */
const [UPPER, LOWER] = [0.2, 0.8];
/** Of the glyph's own darkness on its ground, and in grey levels: other ink that is fainter is a watermark. */
const [AS_DARK, LEAST] = [0.5, 24];

function crossedBy(
  { seen, without }: Pick<Pictures, "seen" | "without">,
  { x0, x1, y0, y1 }: Box,
  above: number,
  eachOfCore: Points["each"],
): number {
  const { width } = seen;
  if (isOneGround(without, { x0, x1, y0, y1 })) return 0; // of nearly every glyph
  const counts = new Uint32Array(256);
  for (let y = y0; y <= y1; y++)
    for (let i = y * width + x0; i <= y * width + x1; i++) countIn(counts, without.levels[i] ?? 255);
  const ground = middleOf(counts);
  counts.fill(0);
  eachOfCore((i) => countIn(counts, seen.levels[i] ?? 0));
  const own = Math.abs(middleOf(counts) - ground);
  const least = Math.max(LEAST, AS_DARK * own);
  const [top, bottom] = [Math.round(y0 + UPPER * (y1 - y0)), Math.min(above, Math.round(y0 + LOWER * (y1 - y0)))];
  let crossed = 0;
  for (let x = x0; x <= x1; x++) {
    let isCrossed = false;
    for (let y = top; y <= bottom && !isCrossed; y++)
      isCrossed = Math.abs((without.levels[y * width + x] ?? ground) - ground) > least;
    if (isCrossed) crossed += 1;
  }
  return crossed / Math.max(1, x1 - x0 + 1);
}
