/**
 * Is a text on the page as it is drawn? Two pictures are compared: of the page, and of the page without its texts. What is in the first
 * alone is their ink; what is in the second lies under them, or over them.
 *
 * The bounds were set on the pages of tests/seen/html and on statements saved by office programs: a digit of 11 to 16 pixels that is
 * whole has 0.85 to 1.3 times the ink of its font, one that a line crosses has 10 % of foreign points in its place.
 */
import { isFaint, type Rgb } from "../../contract/contrast.ts";
import type { Box } from "./in-page/tools.ts";
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
/** Points that have more than this of the strongest ink are the digit's own, and not its soft edge. */
const CLEAR = 0.3;
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

/** How much each point of a place differs between the two pictures, row after row; and where it differs most. */
function differences({ whole, without }: Pictures, { left, right, upper, lower }: Place) {
  const width = Math.max(0, right - left);
  const own = new Uint8Array(width * Math.max(0, lower - upper));
  let strongest = 0;
  for (let y = upper, p = 0; y < lower; y++)
    for (let x = left, at = (y * whole.width + left) * 3; x < right; x++, p++, at += 3) {
      const [a, b] = [whole.rgb, without.rgb];
      const red = Math.abs((a[at] as number) - (b[at] as number));
      const green = Math.abs((a[at + 1] as number) - (b[at + 1] as number));
      const blue = Math.abs((a[at + 2] as number) - (b[at + 2] as number));
      own[p] = Math.max(red, green, blue);
      if ((own[p] as number) > (own[strongest] as number)) strongest = p;
    }
  const most = own[strongest] ?? 0;
  return {
    own,
    width,
    most,
    x: left + (strongest % Math.max(1, width)),
    y: upper + Math.floor(strongest / Math.max(1, width)),
  };
}
type Differences = ReturnType<typeof differences>;

/** Share of the points around the ink that are of another colour than its ground. */
function foreignShare(
  { without }: Pictures,
  { left, upper }: Place,
  { own, width, most }: Differences,
  ground: Rgb,
): number {
  let [first, last, top, bottom] = [width, -1, own.length, -1];
  for (const [p, difference] of own.entries()) {
    if (difference <= most * CLEAR) continue;
    const [x, y] = [p % width, Math.floor(p / width)];
    [first, last, top, bottom] = [Math.min(first, x), Math.max(last, x), Math.min(top, y), Math.max(bottom, y)];
  }
  let [foreign, all] = [0, 0];
  for (let y = top; y <= bottom; y++)
    for (let x = first; x <= last; x++) {
      all += 1;
      if (distance(colourAt(without, left + x, upper + y), ground) > FOREIGN_DIFFERENCE) foreign += 1;
    }
  return foreign / all;
}

/** Of one digit, or of a line of words. `ink`: that of its font, in pixels; undefined for words. */
export function sightOf(box: Box, ink: number | undefined, pictures: Pictures): Sight {
  const place = placeOf(box, pictures);
  const found = differences(pictures, place);
  if (found.most < LEAST_DIFFERENCE) return "covered";
  const ground = colourAt(pictures.without, found.x, found.y);
  if (isFaint(colourAt(pictures.whole, found.x, found.y), ground)) return "faint";
  if (ink === undefined) return "seen";
  const drawn = found.own.reduce((sum, own) => (own < LEAST_DIFFERENCE ? sum : sum + own), 0) / found.most;
  if (drawn / ink < LEAST_SHARE || drawn / ink > MOST_SHARE) return "cut";
  return foreignShare(pictures, place, found, ground) > MOST_FOREIGN ? "crossed" : "seen";
}
