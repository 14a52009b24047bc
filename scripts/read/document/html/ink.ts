/**
 * Is a text on the page as it is drawn? Two pictures are compared: of the page, and of the page without its texts. What is in the first
 * alone is their ink; what is in the second lies under them, or over them.
 *
 * The bounds were set on the pages of tests/seen/html and on statements saved by office programs: a digit of 11 to 16 pixels that is
 * whole has 0.85 to 1.3 times the ink of its font, one that a line crosses has 10 % of foreign points in its place.
 */
import { isFaint, type Rgb } from "../../contract/contrast.ts";
import type { Box } from "./in-page.ts";
import type { Picture } from "./png.ts";

export interface Pictures {
  readonly whole: Picture;
  readonly without: Picture;
  /** Where their top stands on the page. */
  readonly top: number;
}

export type Sight = "seen" | "covered" | "faint" | "cut" | "crossed";

/** Smaller differences of a colour are the picture's own. */
const LEAST_DIFFERENCE = 8;
/** Ink that shows, against that of the font. */
const LEAST_SHARE = 0.6;
const MOST_SHARE = 1.8;
/** A point that is so far from the ground is foreign; so many of them cross the digit. */
const FOREIGN_DIFFERENCE = 48;
const MOST_FOREIGN = 0.06;

const colourAt = ({ rgb, width }: Picture, x: number, y: number): Rgb => {
  const at = (y * width + x) * 3;
  return [rgb[at] as number, rgb[at + 1] as number, rgb[at + 2] as number];
};
const distance = (a: Rgb, b: Rgb): number =>
  Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]), Math.abs(a[2] - b[2]));

interface Place {
  readonly left: number;
  readonly right: number;
  readonly upper: number;
  readonly lower: number;
}
const placeOf = ([x, y, width, height]: Box, { whole, top }: Pictures): Place => ({
  left: Math.max(0, Math.floor(x)),
  right: Math.min(whole.width, Math.ceil(x + width)),
  upper: Math.max(0, Math.floor(y - top)),
  lower: Math.min(whole.height, Math.ceil(y + height - top)),
});

/** The points of a place, with what differs there. */
function differences(pictures: Pictures, { left, right, upper, lower }: Place) {
  const found: { x: number; y: number; own: number }[] = [];
  let strongest = { x: left, y: upper, own: 0 };
  for (let y = upper; y < lower; y++)
    for (let x = left; x < right; x++) {
      const point = { x, y, own: distance(colourAt(pictures.whole, x, y), colourAt(pictures.without, x, y)) };
      if (point.own >= LEAST_DIFFERENCE) found.push(point);
      if (point.own > strongest.own) strongest = point;
    }
  return { found, strongest };
}

/** Share of the points around the ink that are of another colour than its ground. */
function foreignShare(
  { without }: Pictures,
  ink: readonly { readonly x: number; readonly y: number }[],
  ground: Rgb,
): number {
  const [xs, ys] = [ink.map(({ x }) => x), ink.map(({ y }) => y)];
  let [foreign, all] = [0, 0];
  for (let y = Math.min(...ys); y <= Math.max(...ys); y++)
    for (let x = Math.min(...xs); x <= Math.max(...xs); x++) {
      all += 1;
      if (distance(colourAt(without, x, y), ground) > FOREIGN_DIFFERENCE) foreign += 1;
    }
  return foreign / all;
}

/** Of one digit, or of a line of words. `ink`: that of its font, in pixels; undefined for words. */
export function sightOf(box: Box, ink: number | undefined, pictures: Pictures): Sight {
  const { found, strongest } = differences(pictures, placeOf(box, pictures));
  if (strongest.own < LEAST_DIFFERENCE) return "covered";
  const ground = colourAt(pictures.without, strongest.x, strongest.y);
  if (isFaint(colourAt(pictures.whole, strongest.x, strongest.y), ground)) return "faint";
  if (ink === undefined) return "seen";
  const share = found.reduce((sum, { own }) => sum + own / strongest.own, 0) / ink;
  if (share < LEAST_SHARE || share > MOST_SHARE) return "cut";
  const clear = found.filter(({ own }) => own > strongest.own * 0.3);
  return foreignShare(pictures, clear, ground) > MOST_FOREIGN ? "crossed" : "seen";
}
