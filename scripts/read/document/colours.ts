/** Colours of a text and of what is behind it: can the text be seen? */

/** Red, green and blue, 0 to 255 each. */
export type Colour = readonly [red: number, green: number, blue: number];

export const BLACK: Colour = [0, 0, 0];
export const WHITE: Colour = [255, 255, 255];

/** "FFFFFF", "#fff" => [255, 255, 255]; undefined: not written so. */
export function parseHexColour(text: string | undefined): Colour | undefined {
  const hex = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text?.trim() ?? "")?.[1];
  if (hex === undefined) return undefined;
  const digits = hex.length === 3 ? [...hex].map((digit) => digit + digit).join("") : hex;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16));
  return [red, green, blue];
}

/** Light grey (#e0e0e0) on white is hardly seen, grey (#d0d0d0) is. */
const NEAR = 40;

/** The text has, or nearly has, the colour of what is behind it: white on white. */
export const isLikeBackground = (text: Colour, background: Colour): boolean =>
  text.every((level, i) => Math.abs(level - (background[i] ?? 0)) < NEAR);

/** In points: the smallest type that a person reads, with effort, is about 4 points. */
export const TINY = 2;
