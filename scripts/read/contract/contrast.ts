/** Can a text be seen on its ground? One rule for every format that gives colours to its text. */

/** Red, green, blue, 0 to 255. */
export type Rgb = readonly [number, number, number];

export const BLACK: Rgb = [0, 0, 0];
export const WHITE: Rgb = [255, 255, 255];

/** "FF0000", "#ff0000", "#f00" or "FFFF0000" (its first pair is the opacity) => [255, 0, 0]; undefined for anything else. */
export function parseHexColour(text = ""): Rgb | undefined {
  const long = text.trim().replace(/^#([0-9a-f])([0-9a-f])([0-9a-f])$/i, "$1$1$2$2$3$3");
  const hex = /^#?(?:[0-9a-f]{2})?([0-9a-f]{6})$/i.exec(long)?.[1];
  if (hex === undefined) return undefined;
  const part = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
  return [part(0), part(2), part(4)];
}

/** Relative luminance, 0 black to 1 white (WCAG 2.2, "relative luminance"). */
export const luminance = (colour: Rgb): number => {
  const [r, g, b] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/**
 * The contrast under which a printed digit is not seen: white on white is 1, the lightest grey of the usual palettes (D9D9D9) on
 * white 1.4, white on yellow 1.07. WCAG asks 4.5 of a text that is comfortable to read.
 */
export const FAINTEST = 1.25;

/** White on white, yellow on white, black on black: a text that a person does not see. */
export function isFaint(text: Rgb, ground: Rgb): boolean {
  const [dark, light] = [luminance(text), luminance(ground)].toSorted((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05) < FAINTEST;
}

/** A text of so few points is a speck. */
export const TINIEST_POINTS = 2;
