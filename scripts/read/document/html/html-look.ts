/** How the text of an HTML element looks: what is declared of it, and what it stands in. */
import { drawsAsWritten, isWithinCell, notComputed } from "./css-doubts.ts";
import type { Styled } from "./css-matching.ts";
import { type Get, isOfAnyProperty, parseLength, parseSize, partOf, valuesOf } from "./css-values.ts";
import { cascade, isPainted, type PageRules } from "./html-cascade.ts";
import { colourOf, type FoundColour, groundOf, opacityOf } from "./html-colours.ts";
import { cutAt, INLINE, isAtUnknownPlace, isOutOfSight, positionOf } from "./html-place.ts";
import { isSameLook, type Visual } from "./html-visual.ts";

export interface ElementLook {
  readonly visual: Visual;
  /** Texts drawn before or after it by the style sheet. */
  readonly drawn: readonly string[];
  /** It begins and ends a line of text: block, float. */
  readonly breaksLines: boolean;
  /** A person sees a gap between what stands before and after it. */
  readonly isSpaced: boolean;
  /** It is laid over the page, with a ground of its own: it may hide anything. */
  readonly isLaidOver: boolean;
}

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
  if (["rtc", "select", "option", "textarea", "button", "marquee"].includes(element.name))
    visual = { ...visual, apart: true };
  if (element.name === "rt") visual = { ...visual, apart: "above" };
  if (element.name === "a") visual = { ...visual, isLink: true };
  const before = visual;
  if (declared.size > 0) visual = apply(before, element, declared);
  const breaks = breaksLines(declared);
  for (const declaredThen of perhaps) {
    const other = apply(before, element, declaredThen);
    if (other.hidden !== visual.hidden || !isSameLook(other, visual) || breaksLines(declaredThen) !== breaks)
      visual = { ...visual, unsure: true };
  }
  return {
    visual,
    drawn,
    breaksLines: breaks,
    isSpaced: INLINE.has(element.name) && roomOf(declared, visual) > WIDEST_JOINT * visual.size,
    isLaidOver: !visual.hidden && (isPainted(declared) || (isWithinCell(element) && isPaintedAround(declared))),
  };
}

/** Around its box, over what is beside it. */
const isPaintedAround = (declared: ReadonlyMap<string, string>): boolean =>
  ["box-shadow", "outline"].some((name) => !/^(?:none|0|medium|auto)?(?: |$)/.test(declared.get(name) ?? ""));

const breaksLines = (declared: ReadonlyMap<string, string>): boolean =>
  /^(?:block|flex|grid|table|list-item|flow-root)/.test(declared.get("display") ?? "") ||
  /^(?:left|right)/.test(declared.get("float") ?? "") ||
  /^(?:absolute|fixed)/.test(declared.get("position") ?? "");

/** In widths of type: more than the space of thousands. */
const WIDEST_JOINT = 1;

/** In points, what the box of an element in a line takes beside its text. */
function roomOf(declared: ReadonlyMap<string, string>, { size }: Visual): number {
  const isBox = declared.get("display")?.startsWith("inline-");
  const sides = [
    "padding-left",
    "padding-right",
    "margin-left",
    "margin-right",
    ...(isBox ? ["width", "min-width"] : []),
  ];
  return sides.reduce((room, name) => room + (parseLength(declared.get(name) ?? "", size, 0) ?? 0), 0);
}

const isMath = (element: Styled): boolean => {
  for (let at: Styled | null = element; at; at = at.parent)
    if (at.name === "math") return element.name !== "annotation";
  return false;
};

function apply(around: Visual, element: Styled, declared: ReadonlyMap<string, string>): Visual {
  const get = valuesOf(declared);
  const size = sizeOf(get, around);
  const length = (name: string): number => parseLength(get(name), size, 0) ?? 0;
  const inherited = (name: string): string => get(name).replace(INHERITED, "");
  const visibility = inherited("visibility");
  const space = inherited("white-space");
  const lines = `${space} ${inherited("text-wrap")}`.trim();
  const colour = colourOf(get("text-fill-color") || get("color"), around);
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
    font: inherited("font-family") || around.font,
    unsure: around.unsure || !isUnderstood(element, declared) || colour.isOpen || ground.isOpen || isTight(get, size),
    apart: around.apart,
    keepsLines: space === "" ? around.keepsLines : /^(?:pre|break-spaces)/.test(space),
    keepsOneLine: lines === "" ? around.keepsOneLine : /nowrap|pre$/.test(lines),
    cutAt: cutAt(get, length) ?? around.cutAt,
    isLink: around.isLink,
    strange: strangeOf(element, declared, { around, ground }),
    variables: around.variables,
  };
}

/** Of the values that decide what is seen, is each one that is computed here? */
function isUnderstood(element: Styled, declared: ReadonlyMap<string, string>): boolean {
  const get = valuesOf(declared);
  const isOpen = ["display", "visibility", "opacity", "vertical-align"].some((name) => get(name).includes("("));
  const size = get("font-size");
  return (
    drawsAsWritten(element, declared) &&
    !isOpen &&
    (isOfAnyProperty(size) || size.startsWith("clamp(") || parseSize(size, 1) !== undefined) &&
    !isAtUnknownPlace(get, element) &&
    // From right to left, figures in several parts change places.
    get("direction") !== "rtl"
  );
}

/** Of a property that goes on from the element around: as if nothing were said. */
const INHERITED = /^(?:inherit|unset|revert|revert-layer)$/;

/** What may draw anything over the text, or in its place; a ground that is painted hides the picture behind. */
function strangeOf(
  element: Styled,
  declared: ReadonlyMap<string, string>,
  { around, ground }: { readonly around: Visual; readonly ground: FoundColour },
): readonly string[] {
  const isPicture = /url\(|gradient|image/.test(declared.get("background-image") ?? "");
  // A cell cuts off its text where its table has columns of a fixed width; a box of some height, the rows that go beyond it.
  const cuts = (name: string): boolean => /hidden|clip/.test(declared.get(name) ?? "");
  const isCell = /^t[dh]$/.test(element.name);
  const mayCut = isCell
    ? cuts("overflow")
    : !isWithinCell(element) && (cuts("overflow") || cuts("overflow-y")) && isLow(declared);
  const own = [...notComputed(declared), ...(isPicture ? [PICTURE_BEHIND] : []), ...(mayCut ? ["overflow"] : [])];
  const kept =
    ground.rgb !== null && declared.has("background-color")
      ? around.strange.filter((one) => one !== PICTURE_BEHIND)
      : around.strange;
  return own.length > 0 ? [...new Set([...kept, ...own])] : kept;
}

/** In points: lower than a page of rows. */
const HIGHEST_CUT = 600;
const isLow = (declared: ReadonlyMap<string, string>): boolean =>
  ["height", "max-height"].some((name) => {
    const height = parseLength(declared.get(name) ?? "", 0, Number.POSITIVE_INFINITY) ?? Number.POSITIVE_INFINITY;
    return height > 0 && height < HIGHEST_CUT;
  });

const PICTURE_BEHIND = "background-image";

/** "clamp(1rem, 2vw, 3rem)" is at least its first size; zoomed in or out. */
function sizeOf(get: Get, around: Visual): number {
  const written = get("font-size").replace(/^clamp\(([^,]+),.*$/, "$1");
  const factor = partOf(get("zoom"));
  return (parseSize(written, around.size) ?? around.size) * (Number.isNaN(factor) ? 1 : factor);
}

/** Signs drawn one over the other. */
const isTight = (get: Get, size: number): boolean => (parseLength(get("letter-spacing"), size, 0) ?? 0) < -0.2 * size;
