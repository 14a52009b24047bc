/** How the text of an .odt looks, by the names of its styles. Elements: OpenDocument 1.3 part 3, 20. */
import { isFaint, parseHexColour, type Rgb, TINIEST_POINTS, WHITE } from "../../contract/contrast.ts";
import type { OpenStyles } from "../open-styles.ts";
import type { Look } from "../seen-text.ts";

/** What is behind a text: a colour; null: it cannot be told. */
export type Ground = Rgb | null;

export interface TextFormat {
  readonly display: "shown" | "hidden" | "unsure";
  readonly isStruck: boolean;
  readonly position: Look["position"];
  /** null: the usual one, which is seen on any ground. */
  readonly colour: Rgb | null;
  readonly isTransparent: boolean;
  /** In points. */
  readonly size: number;
  readonly font: string;
  readonly ground: Ground;
}

const PLAIN: TextFormat = {
  display: "shown",
  isStruck: false,
  position: "baseline",
  colour: null,
  isTransparent: false,
  size: 12,
  font: "",
  ground: WHITE,
};

export function lookOf({ display, isStruck, position, colour, isTransparent, size, ground }: TextFormat): Look {
  if (display === "hidden") return { kind: "hidden", position };
  if (isStruck) return { kind: "struck", position };
  if (isTransparent || size <= TINIEST_POINTS || (colour && ground && isFaint(colour, ground)))
    return { kind: "faint", position };
  return { kind: display === "unsure" ? "unsure" : null, position };
}

export function paragraphFormat(name: string | undefined, around: Ground, styles: OpenStyles): TextFormat {
  const behind = styles.property("paragraph", name, "style:paragraph-properties", "fo:background-color");
  const base: TextFormat = { ...PLAIN, ground: groundOf(behind, around) };
  return formatOf((attribute) => styles.property("paragraph", name, "style:text-properties", attribute), base);
}

export const spanFormat = (name: string | undefined, base: TextFormat, styles: OpenStyles): TextFormat =>
  formatOf((attribute) => styles.property("text", name, "style:text-properties", attribute), base);

/** "transparent" lets see what is behind. */
export function groundOf(written: string | undefined, around: Ground): Ground {
  if (written === undefined || written === "transparent") return around;
  return parseHexColour(written) ?? null;
}

function formatOf(property: (attribute: string) => string | undefined, base: TextFormat): TextFormat {
  const display = property("text:display");
  const line = property("style:text-line-through-style") ?? property("style:text-line-through-type");
  const position = property("style:text-position");
  const size = property("fo:font-size");
  return {
    display: display === undefined ? base.display : displayOf(display),
    isStruck: line === undefined ? base.isStruck : line !== "none",
    position: position === undefined ? base.position : positionOf(position),
    colour: colourOf(property, base),
    isTransparent: isTransparent(property, base),
    size: size === undefined ? base.size : sizeOf(size, base.size),
    font: property("style:font-name") ?? property("fo:font-family") ?? base.font,
    ground: groundOf(property("fo:background-color"), base.ground),
  };
}

/** In hundredths. */
const FAINTEST_OPACITY = 15;

/** LibreOffice writes "0%" for a text of the usual colour, which is seen. */
function isTransparent(property: (attribute: string) => string | undefined, base: TextFormat): boolean {
  const opacity = property("loext:opacity");
  if (property("style:use-window-font-color") === "true") return false;
  return opacity === undefined ? base.isTransparent : Number.parseFloat(opacity) < FAINTEST_OPACITY;
}

const displayOf = (display: string): TextFormat["display"] =>
  display === "none" ? "hidden" : display === "condition" ? "unsure" : "shown";

function colourOf(property: (attribute: string) => string | undefined, { colour }: TextFormat): Rgb | null {
  if (property("style:use-window-font-color") === "true") return null;
  const written = property("fo:color");
  return written === undefined ? colour : (parseHexColour(written) ?? null);
}

/** "super 58%", "33% 58%" is raised; "sub", "-33% 58%" lowered; "0% 100%" on the line. */
const positionOf = (position: string): Look["position"] =>
  /^(?:super|[1-9]\d*%)/.test(position) ? "raised" : /^(?:sub|-[1-9])/.test(position) ? "lowered" : "baseline";

const POINTS: Readonly<Record<string, number>> = { pt: 1, in: 72, cm: 72 / 2.54, mm: 72 / 25.4, px: 0.75, pc: 12 };

/** "9pt", "58%" of `around` => points; what is written otherwise is taken as `around`. */
export function sizeOf(length: string, around: number): number {
  const [, number, unit = ""] = /^(\d*\.?\d+)([a-z]+|%)$/.exec(length.trim()) ?? [];
  const points = unit === "%" ? around / 100 : POINTS[unit];
  return number === undefined || points === undefined ? around : Number(number) * points;
}
