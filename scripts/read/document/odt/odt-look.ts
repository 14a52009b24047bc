/** How the text of an .odt looks, by the names of its styles. Elements: OpenDocument 1.3 part 3, 20. */
import { childrenOf, findChild } from "../../container/xml.ts";
import { parseHexColour, type Rgb, WHITE } from "../../contract/contrast.ts";
import type { OpenStyles } from "../../open-document/open-styles.ts";
import { FAINTEST_OPACITY, pointsOf, positionOf, sizeOf } from "../../open-document/open-text.ts";
import type { Look } from "../../seen/seen-text.ts";
import { CLOSEST, type Ground, lookOf as lookInInk, NARROWEST } from "../ink.ts";
import { isOutAtRight, isOutOfCell, LEAST_LINE, type Setting } from "../paragraph-limits.ts";

export interface TextFormat {
  readonly display: "shown" | "hidden" | "unsure";
  readonly isStruck: boolean;
  readonly position: Look["position"];
  /** null: the usual one, which is seen on any ground. */
  readonly colour: Rgb | null;
  readonly isTransparent: boolean;
  /** Upside down, its letters one over the other, from right to left. */
  readonly isUnusual: boolean;
  /** In points. */
  readonly size: number;
  readonly font: string;
  readonly ground: Ground;
  /** Within a link. */
  readonly isLink: boolean;
  /** It lies on its side. */
  readonly isTurned: boolean;
}

const PLAIN: TextFormat = {
  display: "shown",
  isStruck: false,
  position: "baseline",
  colour: null,
  isTransparent: false,
  isUnusual: false,
  size: 12,
  font: "",
  ground: WHITE,
  isLink: false,
  isTurned: false,
};

export function lookOf({ display, size, isLink, isTurned, isUnusual, ...format }: TextFormat): Look {
  const isHidden = display === "hidden";
  const look = lookInInk({ ...format, isHidden, isUnusual: isUnusual || display === "unsure", size: 2 * size }, format);
  return { ...look, type: { size, isLink, isTurned } };
}

export function paragraphFormat(
  name: string | undefined,
  {
    ground: around,
    inTable,
    styles,
  }: { readonly ground: Ground; readonly inTable: boolean; readonly styles: OpenStyles },
): TextFormat {
  const of = (attribute: string) => styles.property("paragraph", name, "style:paragraph-properties", attribute);
  const beginning = twipsOf(of("fo:margin-left")) + twipsOf(of("fo:text-indent"));
  const isAtRight = /^(?:end|right)$/.test(of("fo:text-align") ?? "");
  const isUnusual =
    of("style:writing-mode") === "rl-tb" ||
    isOutOfCell(beginning, inTable) ||
    (isAtRight && isOutAtRight(-twipsOf(of("fo:margin-right")))) ||
    twipsOf(of("fo:margin-top")) < -LEAST_LINE;
  const base: TextFormat = { ...PLAIN, ground: groundOf(of("fo:background-color"), around), isUnusual };
  const format = formatOf(textSayings("paragraph", name, styles), base, styles);
  const isDoubtful = isSqueezed(of("fo:line-height"), format.size) || looksOtherwiseThere(name, base, styles);
  return isDoubtful ? { ...format, isUnusual: true } : format;
}

/** Does the style name another one for some places, as tables, and does that one hide the text, or strike it out? */
function looksOtherwiseThere(name: string | undefined, base: TextFormat, styles: OpenStyles): boolean {
  const maps = childrenOf(styles.withParents("paragraph", name)[0], "style:map");
  return maps.some(({ attributes: { "style:apply-style-name": other } }) => {
    const { kind, position } = lookOf(formatOf(textSayings("paragraph", other, styles), base, styles));
    return kind !== null || position !== "baseline";
  });
}

/** Its lines are so low that each is drawn over the one before. "1pt"; "10%" of the type */
const isSqueezed = (height: string | undefined, size: number): boolean =>
  height !== undefined && TWIPS * sizeOf(height, size) < LEAST_LINE;

/** How the style of a paragraph sets it in its cell. */
export function settingOf(name: string | undefined, styles: OpenStyles): Setting {
  const of = (attribute: string) => styles.property("paragraph", name, "style:paragraph-properties", attribute);
  const set = styles
    .withParents("paragraph", name)
    .map((style) => findChild(style, "style:paragraph-properties", "style:tab-stops"))
    .find((stops) => stops !== undefined);
  const left = twipsOf(of("fo:margin-left") ?? of("fo:margin"));
  return {
    above: Math.max(0, twipsOf(of("fo:margin-top") ?? of("fo:margin"))) + paddingOf(of, "top"),
    beginning: left + twipsOf(of("fo:text-indent")) + paddingOf(of, "left"),
    line: pointsOf(of("fo:line-height")) === undefined ? undefined : twipsOf(of("fo:line-height")),
    right: twipsOf(of("fo:margin-right") ?? of("fo:margin")) + paddingOf(of, "right"),
    stops: childrenOf(set, "style:tab-stop").map(({ attributes }) => ({
      at: left + twipsOf(attributes["style:position"]),
      isDecimal: attributes["style:type"] === "char",
    })),
  };
}

/** Between the border of a cell or a paragraph and its text, in twips. */
export const paddingOf = (of: Property, side: "top" | "bottom" | "left" | "right"): number =>
  twipsOf(of(`fo:padding-${side}`) ?? of("fo:padding"));

export const spanFormat = (name: string | undefined, base: TextFormat, styles: OpenStyles): TextFormat =>
  formatOf(textSayings("text", name, styles), base, styles);

/** What a style of cells says of their text. Not of what stands for it in a text document: programs differ on whether they follow it. */
export const cellFormat = (name: string, styles: OpenStyles): TextFormat =>
  formatOf(
    textSayings("table-cell", name, styles),
    {
      ...PLAIN,
      ground: groundOf(
        styles.property("table-cell", name, "style:table-cell-properties", "fo:background-color"),
        WHITE,
      ),
    },
    styles,
  );

/** "transparent" lets see what is behind. */
export function groundOf(written: string | undefined, around: Ground): Ground {
  if (written === undefined || written === "transparent") return around;
  return parseHexColour(written) ?? null;
}

type Property = (attribute: string) => string | undefined;

/** What a style says of its text: of one property; of the colour, all that the nearest one to speak of it says. */
interface Sayings {
  readonly property: Property;
  readonly ofColour: Readonly<Record<string, string | undefined>>;
}

const textSayings = (family: string, name: string | undefined, styles: OpenStyles): Sayings => ({
  property: (attribute) => styles.property(family, name, "style:text-properties", attribute),
  ofColour: styles.nearest(family, name, "style:text-properties", [WINDOW_COLOUR, "fo:color", "loext:opacity"]) ?? {},
});
const WINDOW_COLOUR = "style:use-window-font-color";

function formatOf({ property, ofColour }: Sayings, base: TextFormat, { fontFamily }: OpenStyles): TextFormat {
  const display = property("text:display");
  const line = ["style", "type", "text"].map((name) => property(`style:text-line-through-${name}`)).find(isSaid);
  const position = property("style:text-position");
  const size = property("fo:font-size");
  const angle = property("style:text-rotation-angle");
  return {
    display: display === undefined ? base.display : displayOf(display),
    isStruck: line === undefined ? base.isStruck : line !== "none",
    position: position === undefined ? base.position : positionOf(position),
    colour: colourOf(ofColour, base),
    isTransparent: isTransparent(property, ofColour, base),
    isUnusual: base.isUnusual || isUnusual(property),
    size: (size === undefined ? base.size : sizeOf(size, base.size)) * shareOf(position),
    font: fontFamily(property("style:font-name") ?? property("fo:font-family") ?? base.font),
    ground: groundOf(property("fo:background-color"), base.ground),
    isLink: base.isLink,
    isTurned: angle === undefined ? base.isTurned : Number(angle) !== 0,
  };
}

/** How large a text is drawn on the line, at its own height: "0% 58%" => 0.58 */
const shareOf = (position: string | undefined): number => {
  const share = Number(/^0%\s+(\d+)%$/.exec(position ?? "")?.[1] ?? 100) / 100;
  return share > 0 ? share : 1;
};

const isSaid = (value: string | undefined): boolean => value !== undefined;

/** In a point. */
const TWIPS = 20;

function isUnusual(property: Property): boolean {
  const angle = Number(property("style:text-rotation-angle") ?? 0);
  const isUpsideDown = angle > 90 && angle < 270;
  const isCombined = (property("style:text-combine") ?? "none") !== "none";
  return isUpsideDown || isCombined || twipsOf(property("fo:letter-spacing")) < CLOSEST;
}

/** LibreOffice writes "0%" for a text of the usual colour, which is seen. */
function isTransparent(property: Property, ofColour: Sayings["ofColour"], base: TextFormat): boolean {
  const opacity = ofColour["loext:opacity"];
  if (Number.parseFloat(property("style:text-scale") ?? "100") < NARROWEST) return true;
  if (ofColour[WINDOW_COLOUR] === "true") return false;
  return opacity === undefined ? base.isTransparent : Number.parseFloat(opacity) < FAINTEST_OPACITY;
}

const displayOf = (display: string): TextFormat["display"] =>
  display === "none" ? "hidden" : display === "condition" ? "unsure" : "shown";

function colourOf(ofColour: Sayings["ofColour"], { colour }: TextFormat): Rgb | null {
  if (ofColour[WINDOW_COLOUR] === "true") return null;
  const written = ofColour["fo:color"];
  return written === undefined ? colour : (parseHexColour(written) ?? null);
}

/** "-0.5cm" => -283; what is no length => 0 */
export const twipsOf = (length: string | undefined): number => TWIPS * (pointsOf(length) ?? 0);
