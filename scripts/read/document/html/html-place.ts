/** Where the text of an HTML element is drawn: on its line or off it, within the page or out of sight. */
import { TINIEST_POINTS } from "../../contract/contrast.ts";
import type { Look } from "../../seen/seen-text.ts";
import type { Styled } from "./css-matching.ts";
import { type Get, parseLength } from "./css-values.ts";
import type { Visual } from "./html-visual.ts";

/** Elements that stand within a line of text. */
export const INLINE: ReadonlySet<string> = new Set(
  "a abbr b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small span strike strong sub sup tt u var".split(
    " ",
  ),
);
const FAR = 375; // in points: 500 pixels out of the page

const CLIPS = /hidden|clip|scroll|auto/;

/** Where a text on one line is cut off, in points. */
export function cutAt(get: Get, length: (name: string) => number): number | null {
  if (!CLIPS.test(`${get("overflow")} ${get("overflow-x")}`)) return null;
  const widths = ["width", "max-width"].map(length).filter((width) => width > 0);
  return widths.length > 0 ? Math.min(...widths) : null;
}

/** Out of the page, cut off, or shrunk to nothing: the usual ways to keep a text for screen readers only. */
export function isOutOfSight(get: Get, length: (name: string) => number): boolean {
  const clips = CLIPS.test(`${get("overflow")} ${get("overflow-x")} ${get("overflow-y")}`);
  const isSmall = (name: string): boolean =>
    get(name) !== "" && /^[\d.]/.test(get(name)) && length(name) <= TINIEST_POINTS && !get(name).endsWith("%");
  if (clips && ["height", "max-height", "width", "max-width"].some(isSmall)) return true;
  if (/^rect\((?:0|1)(?:px)?[ ,]/.test(get("clip")) || /inset\((?:50|100)%|circle\(0/.test(get("clip-path")))
    return true;
  if (/scale(?:3d|[xy])?\(0(?:[,)]|\.0)/.test(get("transform")) || get("scale") === "0") return true;
  if (clips && (/^(?:9\d|\d{3})[\d.]*%$/.test(get("text-indent")) || length("text-indent") >= FAR)) return true;
  const distance = (name: string): number => length(name) || partOfWindow(get(name));
  const isMoved = ["left", "top", "right", "bottom"].some((name) => Math.abs(distance(name)) >= FAR);
  return (isMoved && get("position") !== "") || ["text-indent", "margin-left"].some((name) => distance(name) <= -FAR);
}

/** "-100vw", "-100%" => -750: in points, of a window of 1 000 pixels; 0 for what moves the text into it. */
const partOfWindow = (written: string): number =>
  7.5 * Number(/^(-[\d.]+)(?:%|[sld]?v[a-z]+)$/.exec(written)?.[1] ?? 0);

/** Further left than this, in points, a page is shifted over the edge of the window. */
const FURTHEST_LEFT = -75;

/** Moved by a part of the window or by a sum, shifted over its edge, or cut off at a width that is one. */
export function isAtUnknownPlace(get: Get, { name: element }: Styled): boolean {
  const isAt = (name: string): number => parseLength(get(name), 12, 0) ?? 0;
  const isMoved =
    /^(?:absolute|fixed)/.test(get("position")) &&
    ["left", "right", "top", "bottom"].some(
      (name) => !/^(?:auto|100%)?$/.test(get(name)) && parseLength(get(name), 1, 0) === undefined,
    );
  const isShifted =
    isAt("margin-left") < FURTHEST_LEFT ||
    isAt("margin-top") <= -FAR ||
    (get("position") !== "" && isAt("left") < FURTHEST_LEFT);
  const isCut =
    !/^t[dh]$/.test(element) &&
    CLIPS.test(`${get("overflow")} ${get("overflow-x")}`) &&
    ["width", "max-width"].some((name) => /^\d?(?:\.\d+)?%$|\(|v[a-z]+$/.test(get(name)));
  return isMoved || isShifted || isCut;
}

/** vertical-align of a text within its line, or a small text moved up or down. */
export function positionOf(
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
