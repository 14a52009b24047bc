/** How the text of an HTML element looks: what the element is, its attributes, the page's style sheets, and what it stands in. */
import { BLACK, isFaint, type Rgb, TINIEST_POINTS, WHITE } from "../../contract/contrast.ts";
import type { Look } from "../seen-text.ts";
import { type Declaration, parseDeclarations, type Rule } from "./css.ts";
import { createEffort, type Match, matchSelector, type Styled } from "./css-selectors.ts";
import { parseColour, parseLength, parseSize } from "./css-values.ts";

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
};

export interface ElementLook {
  readonly visual: Visual;
  /** Texts drawn before or after it by the style sheet. */
  readonly drawn: readonly string[];
  /** It begins and ends a line of text: block, float. */
  readonly breaksLines: boolean;
}

export function lookOf(visual: Visual): Look {
  const { hidden, invisible, struck, position, colour, ground, opacity, size, unsure, apart } = visual;
  if (hidden || invisible) return { kind: "hidden", position };
  if (struck) return { kind: "struck", position };
  const faint = size <= TINIEST_POINTS || opacity < FAINTEST_OPACITY || (colour && ground && isFaint(colour, ground));
  return { kind: faint ? "faint" : unsure ? "unsure" : apart ? "other" : null, position };
}

const FAINTEST_OPACITY = 0.15;

/** A rule that is, or may be, about an element. */
interface FoundRule {
  readonly rule: Rule;
  readonly match: Match;
}

export interface PageRules {
  readonly find: (element: Styled) => readonly FoundRule[];
  /** The sheets take more comparisons than any page needs: a hostile page. */
  readonly isExhausted: () => boolean;
}

/** Finds the rules of the page by what an element must have to be meant. */
export function indexRules(rules: readonly Rule[]): PageRules {
  const byKey = Map.groupBy(rules, (rule) => rule.selector.key);
  const effort = createEffort();
  const find = (element: Styled): readonly FoundRule[] => {
    const found: FoundRule[] = [];
    const { name, classes, attributes } = element;
    for (const key of ["*", name, ...classes.map((one) => `.${one}`), `#${attributes.id ?? ""}`])
      for (const rule of byKey.get(key) ?? []) {
        if (effort.left <= 0) return [];
        const match = matchSelector(rule.selector, element, effort);
        if (match !== "no") found.push({ rule, match });
      }
    return found;
  };
  return { find: byKey.size > 0 ? find : () => [], isExhausted: () => effort.left <= 0 };
}

/** What browsers do with elements before any style sheet. */
const BY_NAME: Readonly<Record<string, string>> = {
  s: "text-decoration:line-through",
  strike: "text-decoration:line-through",
  del: "text-decoration:line-through",
  sup: "vertical-align:super;font-size:smaller",
  sub: "vertical-align:sub;font-size:smaller",
  small: "font-size:smaller",
  big: "font-size:larger",
  pre: "white-space:pre",
  textarea: "white-space:pre",
  listing: "white-space:pre",
  xmp: "white-space:pre",
  template: "display:none",
  noembed: "display:none",
  noframes: "display:none",
  noscript: "display:none",
  datalist: "display:none",
  rp: "display:none",
  mphantom: "visibility:hidden",
  annotation: "display:none",
  "annotation-xml": "display:none",
};
const DEFAULTS: ReadonlyMap<string, readonly Declaration[]> = new Map(
  Object.entries(BY_NAME).map(([name, style]) => [name, parseDeclarations(style)]),
);

/** Attributes of old that say what a style sheet would. */
function attributeStyle({ name, attributes, parent, previous }: Styled): string {
  const style: string[] = [];
  if ("hidden" in attributes) style.push("display:none");
  if (name === "dialog" && !("open" in attributes)) style.push("display:none");
  if (attributes.bgcolor) style.push(`background-color:${attributes.bgcolor}`);
  if (attributes.background) style.push("background-image:url()");
  if (name === "body" && attributes.text) style.push(`color:${attributes.text}`);
  if (name === "font") {
    if (attributes.color) style.push(`color:${attributes.color}`);
    if (attributes.face) style.push(`font-family:${attributes.face}`);
  }
  if (name === "bdo" && attributes.dir?.toLowerCase() === "rtl") style.push("direction:rtl;unicode-bidi:bidi-override");
  // of a closed <details>, the first <summary> alone is shown
  if (name === "details" && !("open" in attributes)) style.push("visibility:hidden");
  const isSummary = name === "summary" && parent?.name === "details" && previous?.name !== "summary";
  if (isSummary && parent && !("open" in parent.attributes)) style.push("visibility:visible");
  return style.join(";");
}

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
  const { declared, drawn, maybe } = cascade(element, rules);
  let visual = around;
  const isReplaced = element.name === "svg" || (element.name === "object" && element.attributes.data !== undefined);
  if (maybe || isReplaced || (isMath(element) && !PLAIN_MATH.has(element.name))) visual = { ...visual, unsure: true };
  if (["rt", "rtc", "select", "textarea"].includes(element.name)) visual = { ...visual, apart: true };
  if (declared.size > 0) visual = apply(visual, element, declared);
  const display = declared.get("display") ?? "";
  const breaksLines =
    /^(?:block|flex|grid|table|list-item|flow-root)/.test(display) ||
    /^(?:left|right)/.test(declared.get("float") ?? "") ||
    /^(?:absolute|fixed)/.test(declared.get("position") ?? "");
  return { visual, drawn, breaksLines };
}

const isMath = (element: Styled): boolean => {
  for (let at: Styled | null = element; at; at = at.parent)
    if (at.name === "math") return element.name !== "annotation";
  return false;
};

/** A declaration that hides, strikes out, raises or draws a text: of a rule that may or may not be about the element, it leaves a doubt. */
function isTelling({ property, value }: Declaration): boolean {
  switch (property) {
    case "display":
      return value === "none";
    case "visibility":
      return value !== "visible";
    case "text-decoration-line":
      return value.includes("line-through");
    case "font-size":
      return (parseSize(value, PAGE.size) ?? PAGE.size) <= TINIEST_POINTS;
    case "opacity":
      return Number.parseFloat(value) < FAINTEST_OPACITY;
    case "vertical-align":
      return value === "super" || value === "sub";
    case "content":
      return drawnText(value).length > 0;
    default:
      return false;
  }
}

/** The winning value of each property; `maybe`: a rule may or may not be about the element, and would tell. */
function cascade(element: Styled, rules: PageRules) {
  const found: { readonly weight: number; readonly declarations: readonly Declaration[] }[] = [];
  const drawn: string[] = [];
  let maybe = false;
  for (const { rule, match } of rules.find(element)) {
    const { selector, declarations, order } = rule;
    if (selector.drawsText) {
      for (const { property, value } of declarations) if (property === "content") drawn.push(...drawnText(value));
    } else if (match === "maybe") maybe ||= declarations.some(isTelling);
    else found.push({ weight: selector.specificity + order / ORDERS, declarations });
  }
  found.sort((a, b) => a.weight - b.weight);
  const { name, attributes } = element;
  const old = attributeStyle(element);
  const layers = [
    DEFAULTS.get(name) ?? [],
    old === "" ? [] : parseDeclarations(old),
    ...found.map(({ declarations }) => declarations),
    attributes.style === undefined ? [] : parseDeclarations(attributes.style),
  ];
  const declared = new Map<string, string>();
  for (const important of [false, true])
    for (const declarations of layers)
      for (const one of declarations) if (one.important === important) declared.set(one.property, one.value);
  if (declared.get("display")?.includes("var(") || declared.get("visibility")?.includes("var(")) maybe = true;
  return { declared, drawn, maybe };
}

/** More rules than any page has: the order decides between selectors of one weight only. */
const ORDERS = 1e9;

/** Digits or letters that a rule draws; a bullet, an arrow or a quotation mark is no text. "counter(x)" => "?" */
function drawnText(content: string): readonly string[] {
  if (/^(?:none|normal|open-quote|close-quote|no-open-quote|no-close-quote)$/i.test(content)) return [];
  const text = content.replace(/\\([0-9a-f]{1,6}) ?/gi, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16) % 0x110000),
  );
  if (/(?:counters?|attr|var)\(/i.test(content)) return ["?"];
  return /\d/.test(text) ? [text.replace(/["']/g, "").trim()] : [];
}

const FAR = 375; // in points: 500 pixels out of the page

function apply(around: Visual, element: Styled, declared: ReadonlyMap<string, string>): Visual {
  const get = (name: string): string => declared.get(name) ?? "";
  const size = parseSize(get("font-size"), around.size) ?? around.size;
  const length = (name: string): number => parseLength(get(name), size, 0) ?? 0;
  const visibility = get("visibility");
  const colour = colourOf(get("-webkit-text-fill-color") || get("color"), around);
  return {
    hidden:
      around.hidden || get("display") === "none" || get("content-visibility") === "hidden" || isOutOfSight(get, length),
    invisible: visibility === "" ? around.invisible : /^(?:hidden|collapse)/.test(visibility),
    struck: around.struck || /line-through/.test(get("text-decoration-line")),
    position: positionOf(element, get, { size, around }),
    colour: colour.rgb,
    ground: groundOf(get, around),
    opacity: around.opacity * colour.alpha * opacityOf(get),
    size,
    font: get("font-family") || around.font,
    unsure: around.unsure || isTurned(get),
    apart: around.apart,
    keepsLines: get("white-space") === "" ? around.keepsLines : /^(?:pre|break-spaces)/.test(get("white-space")),
  };
}

type Get = (name: string) => string;

function colourOf(written: string, around: Visual): { readonly rgb: Rgb | null; readonly alpha: number } {
  if (written === "" || written === "inherit" || written === "currentcolor") return { rgb: around.colour, alpha: 1 };
  const parsed = parseColour(written);
  return parsed ?? { rgb: null, alpha: 1 };
}

function groundOf(get: Get, around: Visual): Rgb | null {
  const written = get("background-color");
  if (/url\(|gradient/.test(get("background-image"))) return null;
  if (written === "" || /^(?:none|inherit|initial|unset)$/.test(written)) return around.ground;
  // "white none repeat scroll 0 0": the colour is one of the words
  const colour = [written, ...written.split(" ")].map(parseColour).find((found) => found !== undefined);
  if (!colour) return null;
  return colour.alpha === 0 ? around.ground : colour.alpha > 0.5 ? colour.rgb : null;
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

const isTurned = (get: Get): boolean =>
  /rotate|skew|matrix|scale[xy]?\(-/.test(get("transform")) ||
  !/^(?:|none|0(?:deg)?)$/.test(get("rotate")) ||
  /override/.test(get("unicode-bidi")) ||
  get("flex-direction") === "row-reverse" ||
  !/^(?:|0)$/.test(get("order")) ||
  !/^(?:|none)$/.test(get("-webkit-text-security"));

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
