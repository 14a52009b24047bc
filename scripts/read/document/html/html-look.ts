/** How the text of an HTML element looks: what is declared of it, and what it stands in. */
import { BLACK, isFaint, type Rgb, TINIEST_POINTS, WHITE } from "../../contract/contrast.ts";
import type { Look } from "../seen-text.ts";
import { drawsAsWritten } from "./css-doubts.ts";
import type { Styled } from "./css-selectors.ts";
import { parseColour, parseLength, parseSize } from "./css-values.ts";
import { cascade, isPainted, NO_VARIABLES, type PageRules, type Variables } from "./html-cascade.ts";

/** What an element and all that stands in it look like. */
export interface Visual {
  /** Not shown, nor anything in it. */
  readonly hidden: boolean;
  /** Not shown, but a part of it may be: visibility. */
  readonly invisible: boolean;
  readonly struck: boolean;
  readonly position: Look["position"];
  /** null: it cannot be told. */
  readonly colour: Rgb | null;
  readonly ground: Rgb | null;
  /** 0 transparent, 1 opaque. */
  readonly opacity: number;
  /** Of the type, in points. */
  readonly size: number;
  readonly font: string;
  /** What is drawn may be another text: turned, mirrored, moved. */
  readonly unsure: boolean;
  /** Not in the line of the text: a small text above another, a form field. */
  readonly apart: boolean;
  /** Line ends of the source are line ends. */
  readonly keepsLines: boolean;
  /** A text longer than this, in points, is cut off; null: none is. */
  readonly cutAt: number | null;
  readonly variables: Variables;
}

export const PAGE: Visual = {
  hidden: false,
  invisible: false,
  struck: false,
  position: "baseline",
  colour: BLACK,
  ground: WHITE,
  opacity: 1,
  size: 12,
  font: "",
  unsure: false,
  apart: false,
  keepsLines: false,
  cutAt: null,
  variables: NO_VARIABLES,
};

export interface ElementLook {
  readonly visual: Visual;
  /** Texts drawn before or after it by the style sheet. */
  readonly drawn: readonly string[];
  /** It begins and ends a line of text: block, float. */
  readonly breaksLines: boolean;
  /** A person sees a gap before it, or after it. */
  readonly gaps: { readonly before: boolean; readonly after: boolean };
  /** It is laid over the page, with a ground of its own: it may hide anything. */
  readonly isLaidOver: boolean;
}

/** `text`: what is written there. */
export function lookOf(visual: Visual, text = ""): Look {
  const { hidden, invisible, struck, position, colour, ground, opacity, size, unsure, apart } = visual;
  if (hidden || invisible) return { kind: "hidden", position };
  if (struck) return { kind: "struck", position };
  // A character is about half as wide as it is high.
  if (visual.cutAt !== null && (text.trim().length * size) / 2 > visual.cutAt) return { kind: "covered", position };
  const faint = size <= TINIEST_POINTS || opacity < FAINTEST_OPACITY || (colour && ground && isFaint(colour, ground));
  return { kind: faint ? "faint" : unsure ? "unsure" : apart ? "other" : null, position };
}

const FAINTEST_OPACITY = 0.15;

/** Elements that stand within a line of text. */
const INLINE: ReadonlySet<string> = new Set(
  "a abbr b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small span strike strong sub sup tt u var".split(
    " ",
  ),
);
/** Elements of a formula that write one sign after the other. */
const PLAIN_MATH: ReadonlySet<string> = new Set([
  "math",
  "mrow",
  "mn",
  "mi",
  "mo",
  "mtext",
  "mstyle",
  "semantics",
  "mphantom",
]);

export function elementLook(element: Styled, around: Visual, rules: PageRules): ElementLook {
  const { declared, perhaps, variables, drawn, isPaintedOver } = cascade(element, rules, around.variables);
  let visual: Visual = variables === around.variables ? around : { ...around, variables };
  const isReplaced = element.name === "svg" || (element.name === "object" && element.attributes.data !== undefined);
  if (isPaintedOver || isReplaced || (isMath(element) && !PLAIN_MATH.has(element.name)))
    visual = { ...visual, unsure: true };
  if (["rt", "rtc", "select", "textarea"].includes(element.name)) visual = { ...visual, apart: true };
  const before = visual;
  if (declared.size > 0) visual = apply(before, element, { declared, rules });
  const breaks = breaksLines(declared);
  if (perhaps) {
    const other = apply(before, element, { declared: perhaps, rules });
    if (other.hidden !== visual.hidden || !isSameLook(other, visual) || breaksLines(perhaps) !== breaks)
      visual = { ...visual, unsure: true };
  }
  const isInline = INLINE.has(element.name);
  return {
    visual,
    drawn,
    breaksLines: breaks,
    gaps: { before: isInline && isGap(declared, "left", visual), after: isInline && isGap(declared, "right", visual) },
    isLaidOver: !visual.hidden && isPainted(declared),
  };
}

const isSameLook = (a: Visual, b: Visual): boolean => {
  const [one, other] = [lookOf(a), lookOf(b)];
  return one.kind === other.kind && one.position === other.position;
};

const breaksLines = (declared: ReadonlyMap<string, string>): boolean =>
  /^(?:block|flex|grid|table|list-item|flow-root)/.test(declared.get("display") ?? "") ||
  /^(?:left|right)/.test(declared.get("float") ?? "") ||
  /^(?:absolute|fixed)/.test(declared.get("position") ?? "");

/** In widths of type: more than the space of thousands. */
const WIDEST_JOINT = 1;

const isGap = (declared: ReadonlyMap<string, string>, side: "left" | "right", { size }: Visual): boolean =>
  [`padding-${side}`, `margin-${side}`].some(
    (name) => (parseLength(declared.get(name) ?? "", size, 0) ?? 0) > WIDEST_JOINT * size,
  );

const isMath = (element: Styled): boolean => {
  for (let at: Styled | null = element; at; at = at.parent)
    if (at.name === "math") return element.name !== "annotation";
  return false;
};

const FAR = 375; // in points: 500 pixels out of the page

function apply(
  around: Visual,
  element: Styled,
  { declared, rules }: { readonly declared: ReadonlyMap<string, string>; readonly rules: PageRules },
): Visual {
  const get = (name: string): string => declared.get(name) ?? "";
  const size = sizeOf(get, around);
  const length = (name: string): number => parseLength(get(name), size, 0) ?? 0;
  const visibility = get("visibility");
  const colour = colourOf(get("-webkit-text-fill-color") || get("color"), around);
  const ground = groundOf(get, around, colour.rgb);
  const isAway = isOutOfSight(get, length);
  // A cell of which nothing is seen keeps its place among the others.
  const isCell = element.name === "td" || element.name === "th";
  return {
    hidden: around.hidden || get("display") === "none" || get("content-visibility") === "hidden" || (isAway && !isCell),
    invisible: isAway || (visibility === "" ? around.invisible : /^(?:hidden|collapse)/.test(visibility)),
    struck: around.struck || /line-through/.test(get("text-decoration-line")),
    position: positionOf(element, get, { size, around }),
    colour: colour.rgb,
    ground: ground.rgb,
    opacity: around.opacity * colour.alpha * opacityOf(get),
    size,
    font: get("font-family") || around.font,
    unsure:
      around.unsure || !isUnderstood(element, declared, rules) || colour.isOpen || ground.isOpen || isTight(get, size),
    apart: around.apart,
    keepsLines: get("white-space") === "" ? around.keepsLines : /^(?:pre|break-spaces)/.test(get("white-space")),
    cutAt: cutAt(get, length) ?? around.cutAt,
    variables: around.variables,
  };
}

type Get = (name: string) => string;

/** Of the values that decide what is seen, is each one that is computed here? */
function isUnderstood(element: Styled, declared: ReadonlyMap<string, string>, { ownFonts }: PageRules): boolean {
  const get = (name: string): string => declared.get(name) ?? "";
  const isOpen = ["display", "visibility", "opacity", "vertical-align"].some((name) => /var\(|env\(/.test(get(name)));
  const family = get("font-family").split(",")[0]?.replace(/["']/g, "").trim() ?? "";
  return (
    drawsAsWritten(element.name, declared) &&
    !isOpen &&
    !/calc\(|var\(/.test(get("font-size")) &&
    // From right to left, figures in several parts change places.
    get("direction") !== "rtl" &&
    !ownFonts.has(family)
  );
}

/** "clamp(1rem, 2vw, 3rem)" is at least its first size; zoomed in or out. */
function sizeOf(get: Get, around: Visual): number {
  const written = get("font-size").replace(/^clamp\(([^,]+),.*$/, "$1");
  const zoom = get("zoom");
  const factor = zoom.endsWith("%") ? Number.parseFloat(zoom) / 100 : Number.parseFloat(zoom);
  return (parseSize(written, around.size) ?? around.size) * (Number.isNaN(factor) ? 1 : factor);
}

/** Signs drawn one over the other. */
const isTight = (get: Get, size: number): boolean => (parseLength(get("letter-spacing"), size, 0) ?? 0) < -0.2 * size;

/** Where a text on one line is cut off, in points. */
function cutAt(get: Get, length: (name: string) => number): number | null {
  const clips = /hidden|clip/.test(`${get("overflow")} ${get("overflow-x")}`);
  if (!clips || !/nowrap|pre$/.test(`${get("white-space")} ${get("text-wrap")}`)) return null;
  const widths = ["width", "max-width"].map(length).filter((width) => width > 0);
  return widths.length > 0 ? Math.min(...widths) : null;
}

/** `isOpen`: a colour is written in a way that is not computed here. */
interface FoundColour {
  readonly rgb: Rgb | null;
  readonly isOpen: boolean;
}

function colourOf(written: string, around: Visual): FoundColour & { readonly alpha: number } {
  if (/^(?:|inherit|currentcolor|unset|revert)$/.test(written)) return { rgb: around.colour, alpha: 1, isOpen: false };
  const parsed = parseColour(written);
  if (parsed) return { ...parsed, isOpen: false };
  // A word that no browser knows changes nothing.
  return { rgb: null, alpha: 1, isOpen: written.includes("(") };
}

/** The ground, under a text of this colour. */
function groundOf(get: Get, around: Visual, text: Rgb | null): FoundColour {
  const written = get("background-color");
  const image = get("background-image");
  const known = (rgb: Rgb | null): FoundColour => ({ rgb, isOpen: false });
  if (/url\(|gradient/.test(image)) {
    // A gradient that goes through the colour of the text may hide it.
    const colours = image.match(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\([^()]*\)|\b[a-z]{3,}\b(?!\()/g) ?? [];
    const isLike = colours.some((one) => {
      const colour = parseColour(one);
      return colour !== undefined && colour.alpha > 0 && text !== null && isFaint(text, colour.rgb);
    });
    return { rgb: null, isOpen: image.includes("gradient") && isLike };
  }
  if (written === "" || /^(?:none|inherit|initial|unset)$/.test(written)) return known(around.ground);
  if (/\bcurrentcolor\b/.test(written)) return known(text);
  // "white none repeat scroll 0 0": the colour is one of the words
  const colour = [written, ...written.split(" ")].map(parseColour).find((found) => found !== undefined);
  if (!colour) return { rgb: null, isOpen: written.includes("(") };
  return known(colour.alpha === 0 ? around.ground : colour.alpha > 0.5 ? colour.rgb : null);
}

function opacityOf(get: Get): number {
  const inFilter = /opacity\(([\d.]+%?)\)/.exec(get("filter"))?.[1];
  const part = (text: string): number => (text.endsWith("%") ? Number.parseFloat(text) / 100 : Number.parseFloat(text));
  const values = [get("opacity"), inFilter ?? ""].map(part).filter((value) => !Number.isNaN(value));
  return values.reduce((product, value) => product * value, 1);
}

/** Out of the page, cut off, or shrunk to nothing: the usual ways to keep a text for screen readers only. */
function isOutOfSight(get: Get, length: (name: string) => number): boolean {
  const clips = /hidden|clip/.test(`${get("overflow")} ${get("overflow-x")} ${get("overflow-y")}`);
  const isSmall = (name: string): boolean =>
    get(name) !== "" && /^[\d.]/.test(get(name)) && length(name) <= TINIEST_POINTS && !get(name).endsWith("%");
  if (clips && ["height", "max-height", "width", "max-width"].some(isSmall)) return true;
  if (/^rect\((?:0|1)(?:px)?[ ,]/.test(get("clip")) || /inset\((?:50|100)%|circle\(0/.test(get("clip-path")))
    return true;
  if (/scale[xy]?\(0(?:[,)]|\.0)/.test(get("transform")) || get("scale") === "0") return true;
  const isMoved = ["left", "top", "right", "bottom", "margin-left", "text-indent"].some(
    (name) => Math.abs(length(name)) >= FAR,
  );
  return isMoved && (get("position") !== "" || length("text-indent") <= -FAR || length("margin-left") <= -FAR);
}

/** vertical-align of a text within its line, or a small text moved up or down. */
function positionOf(
  { name }: Styled,
  get: Get,
  { size, around }: { readonly size: number; readonly around: Visual },
): Look["position"] {
  if (!INLINE.has(name)) return around.position;
  const align = get("vertical-align");
  if (/^super$/.test(align) || /^super$/.test(get("font-variant-position"))) return "raised";
  if (/^sub$/.test(align) || /^sub$/.test(get("font-variant-position"))) return "lowered";
  const isSmaller = size < 0.95 * around.size;
  if (isSmaller && /^(?:top|text-top)$/.test(align)) return "raised";
  const moved = parseLength(align, size, size * 1.2) ?? shiftOf(get, size);
  const enough = isSmaller ? 0.15 * size : 0.3 * size;
  if (Math.abs(moved) >= enough) return moved > 0 ? "raised" : "lowered";
  return around.position;
}

/** How far a text moved relatively to its place stands above it, in points. */
function shiftOf(get: Get, size: number): number {
  const translate = /translatey\(([^)]*)\)/.exec(get("transform"))?.[1];
  if (translate !== undefined) return -(parseLength(translate, size, size) ?? 0);
  if (get("position") !== "relative") return 0;
  const top = parseLength(get("top"), size, 0);
  return top === undefined ? (parseLength(get("bottom"), size, 0) ?? 0) : -top;
}
