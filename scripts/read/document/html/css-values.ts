/** Colours and lengths as style sheets and attributes write them. */
import { parseHexColour, type Rgb } from "../../contract/contrast.ts";

/** CSS Color Module Level 4, 6.1: the names, then those of the colours of the system that do not change. */
const NAMES: ReadonlyMap<string, string> = new Map(
  `
    aliceblue f0f8ff antiquewhite faebd7 aqua 00ffff aquamarine 7fffd4 azure f0ffff beige f5f5dc bisque ffe4c4
    black 000000 blanchedalmond ffebcd blue 0000ff blueviolet 8a2be2 brown a52a2a burlywood deb887 cadetblue 5f9ea0
    chartreuse 7fff00 chocolate d2691e coral ff7f50 cornflowerblue 6495ed cornsilk fff8dc crimson dc143c cyan 00ffff
    darkblue 00008b darkcyan 008b8b darkgoldenrod b8860b darkgray a9a9a9 darkgreen 006400 darkgrey a9a9a9 darkkhaki bdb76b
    darkmagenta 8b008b darkolivegreen 556b2f darkorange ff8c00 darkorchid 9932cc darkred 8b0000 darksalmon e9967a
    darkseagreen 8fbc8f darkslateblue 483d8b darkslategray 2f4f4f darkslategrey 2f4f4f darkturquoise 00ced1
    darkviolet 9400d3 deeppink ff1493 deepskyblue 00bfff dimgray 696969 dimgrey 696969 dodgerblue 1e90ff firebrick b22222
    floralwhite fffaf0 forestgreen 228b22 fuchsia ff00ff gainsboro dcdcdc ghostwhite f8f8ff gold ffd700 goldenrod daa520
    gray 808080 green 008000 greenyellow adff2f grey 808080 honeydew f0fff0 hotpink ff69b4 indianred cd5c5c indigo 4b0082
    ivory fffff0 khaki f0e68c lavender e6e6fa lavenderblush fff0f5 lawngreen 7cfc00 lemonchiffon fffacd lightblue add8e6
    lightcoral f08080 lightcyan e0ffff lightgoldenrodyellow fafad2 lightgray d3d3d3 lightgreen 90ee90 lightgrey d3d3d3
    lightpink ffb6c1 lightsalmon ffa07a lightseagreen 20b2aa lightskyblue 87cefa lightslategray 778899
    lightslategrey 778899 lightsteelblue b0c4de lightyellow ffffe0 lime 00ff00 limegreen 32cd32 linen faf0e6
    magenta ff00ff maroon 800000 mediumaquamarine 66cdaa mediumblue 0000cd mediumorchid ba55d3 mediumpurple 9370db
    mediumseagreen 3cb371 mediumslateblue 7b68ee mediumspringgreen 00fa9a mediumturquoise 48d1cc mediumvioletred c71585
    midnightblue 191970 mintcream f5fffa mistyrose ffe4e1 moccasin ffe4b5 navajowhite ffdead navy 000080 oldlace fdf5e6
    olive 808000 olivedrab 6b8e23 orange ffa500 orangered ff4500 orchid da70d6 palegoldenrod eee8aa palegreen 98fb98
    paleturquoise afeeee palevioletred db7093 papayawhip ffefd5 peachpuff ffdab9 peru cd853f pink ffc0cb plum dda0dd
    powderblue b0e0e6 purple 800080 rebeccapurple 663399 red ff0000 rosybrown bc8f8f royalblue 4169e1 saddlebrown 8b4513
    salmon fa8072 sandybrown f4a460 seagreen 2e8b57 seashell fff5ee sienna a0522d silver c0c0c0 skyblue 87ceeb
    slateblue 6a5acd slategray 708090 slategrey 708090 snow fffafa springgreen 00ff7f steelblue 4682b4 tan d2b48c
    teal 008080 thistle d8bfd8 tomato ff6347 turquoise 40e0d0 violet ee82ee wheat f5deb3 white ffffff whitesmoke f5f5f5
    yellow ffff00 yellowgreen 9acd32 canvas ffffff window ffffff field ffffff canvastext 000000 windowtext 000000
    fieldtext 000000 buttontext 000000 buttonface efefef linktext 0000ee visitedtext 551a8b activetext ff0000 graytext 808080
    captiontext 000000 infotext 000000 menutext 000000
  `
    .trim()
    .split(/\s+(?=[a-z]+ [\da-f]{6}\b)/)
    .map((pair) => pair.split(" ") as [string, string]),
);

/** Other colours of the system, which a person may have chosen. */
const OF_THE_SYSTEM =
  /^(?:currentcolor|transparent|accentcolor.*|button.*|highlight.*|mark.*|selecteditem.*|(?:active|inactive)(?:border|caption.*)|appworkspace|background|info.*|menu.*|scrollbar|threed.*|window.*|-.*)$/;

/** Does a browser know this word as a colour? */
export const isColourWord = (word: string): boolean => NAMES.has(word) || OF_THE_SYSTEM.test(word);

/** What is declared of an element: the value of a property; "" for none. */
export type Get = (name: string) => string;
export const valuesOf =
  (declared: ReadonlyMap<string, string>): Get =>
  (name) =>
    declared.get(name) ?? "";

/** A value that any property takes, or none. */
export const isOfAnyProperty = (value: string): boolean =>
  /^(?:inherit|initial|unset|revert|revert-layer)?$/.test(value);

/** `alpha`: 0 transparent, 1 opaque. */
export interface CssColour {
  readonly rgb: Rgb;
  readonly alpha: number;
}

/** "50%" of 255 => 127.5; "0.5" => 0.5; NaN for anything else */
export const partOf = (text = "", whole = 1): number => {
  const value = Number.parseFloat(text);
  return text.endsWith("%") ? (value / 100) * whole : value;
};

/** "#fff", "#FFFFFF00", "white", "rgb(255 255 255 / 0.5)", "hsl(0, 0%, 100%)"; undefined: another way of writing one, or none. */
export function parseColour(text: string): CssColour | undefined {
  const written = text.trim().toLowerCase();
  if (written === "transparent") return { rgb: [0, 0, 0], alpha: 0 };
  const named = NAMES.get(written);
  const hex = named ?? /^#?([0-9a-f]{3,8})$/.exec(written)?.[1];
  if (hex !== undefined) return parseHex(hex);
  const [, name, list] = /^(rgba?|hsla?)\(([^()]*)\)$/.exec(written) ?? [];
  if (name === undefined || list === undefined) return undefined;
  const parts = list.split(/[\s,/]+/).filter((one) => one !== "");
  const alpha = parts[3] === undefined ? 1 : partOf(parts[3]);
  const rgb = name.startsWith("rgb")
    ? parts.slice(0, 3).map((one) => Math.round(partOf(one, 255)))
    : fromHsl(Number.parseFloat(parts[0] ?? ""), partOf(parts[1]), partOf(parts[2]));
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
