/**
 * How much of its own ink a glyph has on the page as it is drawn. Three pictures are compared: the page, the page without its text, and
 * the text alone in black, which says where the ink should be.
 */
import { FAINTEST, luminance } from "../../contract/contrast.ts";
import type { Box } from "./geometry.ts";
import type { Pictures } from "./objects.ts";

export interface Ink {
  /** Points of the picture that the glyph should take. */
  readonly wanted: number;
  /** Share of them where the page differs from the page without text, to the eye. */
  readonly shown: number;
  /** Middle contrast of those points with their ground, as WCAG counts it: 1 is none. */
  readonly contrast: number;
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
export function inkOf({ seen, without, alone }: Pictures, box: Box, baseline: number): Ink {
  const { width, height } = seen;
  const [x0, x1] = [Math.max(0, Math.floor(box.x0)), Math.min(width - 1, Math.ceil(box.x1) - 1)];
  const [y0, y1] = [Math.max(0, Math.floor(box.y0)), Math.min(height - 1, Math.ceil(box.y1) - 1)];
  let [core, half]: [number[], number[]] = [[], []];
  let [left, right, top, bottom] = [x1, x0, y1, y0];
  for (let y = y0; y <= y1; y++)
    for (let x = x0; x <= x1; x++) {
      const level = alone.levels[y * width + x] ?? 255;
      if (level < HALF) {
        half.push(y * width + x);
        [left, right] = [Math.min(left, x), Math.max(right, x)];
        [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
      }
      if (level < CORE) core.push(y * width + x);
    }
  if (core.length < FEW_POINTS) core = half;
  const contrasts = core.map((i) => contrastOf(seen.levels[i] ?? 0, without.levels[i] ?? 0));
  const shown = contrasts.filter((contrast) => contrast >= FAINTEST).length;
  const onSheet =
    ((Math.min(width, box.x1) - Math.max(0, box.x0)) * (Math.min(height, box.y1) - Math.max(0, box.y0))) /
    ((box.x1 - box.x0) * (box.y1 - box.y0));
  return {
    wanted: half.length,
    shown: core.length === 0 ? 0 : (onSheet * shown) / core.length,
    contrast: median(contrasts),
    cut: Math.max(
      (Math.max(left - box.x0, box.x1 - right - 1) - EDGE) / (box.x1 - box.x0),
      (Math.max(top - box.y0, box.y1 - bottom - 1) - EDGE) / (box.y1 - box.y0),
    ),
    crossed: crossedBy({ seen, without }, { x0, x1, y0, y1 }, Math.floor(baseline) - 1, core),
  };
}

const median = (values: readonly number[]): number => Float64Array.from(values).sort()[values.length >> 1] ?? 1;

/** Of a glyph's height, where a line runs through it: an underline runs below, through the tail of a "g", the border of a cell around. */
const [UPPER, LOWER] = [0.2, 0.8];
/** Of the glyph's own darkness on its ground, and in grey levels: other ink that is fainter is a watermark. */
const [AS_DARK, LEAST] = [0.5, 24];

function crossedBy(
  { seen, without }: Pick<Pictures, "seen" | "without">,
  { x0, x1, y0, y1 }: Box,
  above: number,
  core: readonly number[],
): number {
  const { width } = seen;
  const levels: number[] = [];
  for (let y = y0; y <= y1; y++) for (let x = x0; x <= x1; x++) levels.push(without.levels[y * width + x] ?? 255);
  const ground = median(levels);
  const own = Math.abs(median(core.map((i) => seen.levels[i] ?? 0)) - ground);
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
