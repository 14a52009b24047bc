/** Colours and lengths as style sheets and attributes write them. */
import { parseHexColour, type Rgb } from "../../contract/contrast.ts";

/** The names in use, and those that are nearly white. */
const NAMES: Readonly<Record<string, string>> = {
  black: "000000",
  silver: "c0c0c0",
  gray: "808080",
  grey: "808080",
  white: "ffffff",
  maroon: "800000",
  red: "ff0000",
  purple: "800080",
  fuchsia: "ff00ff",
  magenta: "ff00ff",
  green: "008000",
  lime: "00ff00",
  olive: "808000",
  yellow: "ffff00",
  navy: "000080",
  blue: "0000ff",
  teal: "008080",
  aqua: "00ffff",
  cyan: "00ffff",
  orange: "ffa500",
  aliceblue: "f0f8ff",
  azure: "f0ffff",
  beige: "f5f5dc",
  cornsilk: "fff8dc",
  floralwhite: "fffaf0",
  gainsboro: "dcdcdc",
  ghostwhite: "f8f8ff",
  honeydew: "f0fff0",
  ivory: "fffff0",
  lavender: "e6e6fa",
  lavenderblush: "fff0f5",
  lemonchiffon: "fffacd",
  lightcyan: "e0ffff",
  lightyellow: "ffffe0",
  linen: "faf0e6",
  mintcream: "f5fffa",
  oldlace: "fdf5e6",
  seashell: "fff5ee",
  snow: "fffafa",
  whitesmoke: "f5f5f5",
  lightgrey: "d3d3d3",
  lightgray: "d3d3d3",
  darkblue: "00008b",
  darkgreen: "006400",
  darkred: "8b0000",
  darkgray: "a9a9a9",
  darkgrey: "a9a9a9",
  dimgray: "696969",
  midnightblue: "191970",
  steelblue: "4682b4",
  royalblue: "4169e1",
  // colours of the system
  canvas: "ffffff",
  window: "ffffff",
  canvastext: "000000",
  windowtext: "000000",
};

/** What is declared of an element: the value of a property; "" for none. */
export type Get = (name: string) => string;

/** `alpha`: 0 transparent, 1 opaque. */
export interface CssColour {
  readonly rgb: Rgb;
  readonly alpha: number;
}

const part = (text: string | undefined, whole: number): number => {
  const value = Number.parseFloat(text ?? "");
  return text?.endsWith("%") ? (value / 100) * whole : value;
};

/** "#fff", "#FFFFFF00", "white", "rgb(255 255 255 / 0.5)", "hsl(0, 0%, 100%)"; undefined: another way of writing one, or none. */
export function parseColour(text: string): CssColour | undefined {
  const written = text.trim().toLowerCase();
  if (written === "transparent") return { rgb: [0, 0, 0], alpha: 0 };
  const named = Object.hasOwn(NAMES, written) ? NAMES[written] : undefined;
  const hex = named ?? /^#?([0-9a-f]{3,8})$/.exec(written)?.[1];
  if (hex !== undefined) return parseHex(hex);
  const [, name, list] = /^(rgba?|hsla?)\(([^()]*)\)$/.exec(written) ?? [];
  if (name === undefined || list === undefined) return undefined;
  const parts = list.split(/[\s,/]+/).filter((one) => one !== "");
  const alpha = parts[3] === undefined ? 1 : part(parts[3], 1);
  const rgb = name.startsWith("rgb")
    ? parts.slice(0, 3).map((one) => Math.round(part(one, 255)))
    : fromHsl(Number.parseFloat(parts[0] ?? ""), part(parts[1], 1), part(parts[2], 1));
  const [red, green, blue] = rgb;
  if (red === undefined || green === undefined || blue === undefined || rgb.some(Number.isNaN)) return undefined;
  return { rgb: [red, green, blue], alpha: Number.isNaN(alpha) ? 1 : alpha };
}

/** "fff", "ffff", "ffffff" or "ffffff00": the last quarter of four is the opacity. */
function parseHex(hex: string): CssColour | undefined {
  const long = hex.length <= 4 ? [...hex].map((digit) => digit + digit).join("") : hex;
  const rgb = parseHexColour(long.slice(0, 6));
  if (!rgb || (long.length !== 6 && long.length !== 8)) return undefined;
  return { rgb, alpha: long.length === 8 ? Number.parseInt(long.slice(6), 16) / 255 : 1 };
}

/** CSS Color Module Level 4, 7.1 */
function fromHsl(hue: number, saturation: number, lightness: number): readonly number[] {
  const level = (n: number): number => {
    const k = (n + hue / 30) % 12;
    return lightness - saturation * Math.min(lightness, 1 - lightness) * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  };
  return [0, 8, 4].map((n) => Math.round(level(n) * 255));
}

const POINTS: Readonly<Record<string, number>> = {
  pt: 1,
  px: 0.75,
  pc: 12,
  in: 72,
  cm: 72 / 2.54,
  mm: 72 / 25.4,
  q: 72 / 101.6,
  rem: 12,
};

/** In points; `em`: the size of the type, in points; `whole`: what 100 % is. undefined: no length, or one of the window. */
export function parseLength(text: string, em: number, whole: number): number | undefined {
  const [, number, unit = ""] = /^([+-]?(?:\d+\.?\d*|\.\d+))([a-z%]*)$/.exec(text.trim().toLowerCase()) ?? [];
  if (number === undefined) return undefined;
  const value = Number(number);
  if (value === 0) return 0;
  if (unit === "em") return value * em;
  if (unit === "ex" || unit === "ch") return (value * em) / 2;
  if (unit === "%") return (value * whole) / 100;
  const points = POINTS[unit];
  return points === undefined ? undefined : value * points;
}

const SIZES: Readonly<Record<string, number>> = {
  "xx-small": 7,
  "x-small": 7.5,
  small: 10,
  medium: 12,
  large: 13.5,
  "x-large": 18,
  "xx-large": 24,
};

/** "9pt", "80%", "smaller" within type of `parent` points => points */
export function parseSize(text: string, parent: number): number | undefined {
  if (Object.hasOwn(SIZES, text)) return SIZES[text];
  if (text === "smaller") return parent / 1.2;
  if (text === "larger") return parent * 1.2;
  return parseLength(text, parent, parent);
}
