/**
 * Which properties of style bear on what is seen of a text: those that change nothing, those that are computed here, those of which any
 * value but the usual ones leaves a doubt on the text. Of any other one the page is said to look otherwise, perhaps.
 */
import type { Styled } from "./css-matching.ts";
import { isOfAnyProperty } from "./css-values.ts";

const none = /^none$/;
/** Less than half a line. */
const near = /^(?:auto|0[a-z%]*|-?(?:\d|10)(?:\.\d+)?(?:px|pt))$/;
/** Less than the space between two digits. */
const atItsPlace = /^(?:auto|\+?[\d.]+[a-z%]*|-(?:[01](?:\.\d+)?(?:px|pt)|0?\.[01]\d*r?em))$/;

/** The values that change nothing, by property. */
const USUAL: Readonly<Record<string, RegExp>> = {
  animation: none,
  "animation-name": none,
  "backdrop-filter": none,
  "box-reflect": none,
  clip: /^(?:auto|rect\([01](?:px)?[ ,].*\))$/, // told as hidden
  "clip-path": /^(?:none|inset\((?:50|100)%.*\)|circle\(0.*\))$/, // those are told as hidden
  contain: /^(?!.*(?:size|strict))/,
  content: /^normal|none$/,
  filter: /^(?:none|(?:(?:opacity|grayscale|sepia|saturate|hue-rotate|drop-shadow)\((?:[^()]|\([^()]*\))*\)\s*)+)$/,
  "flex-direction": /^(?:row|column|column-reverse)$/,
  "flex-wrap": /^(?:nowrap|wrap)$/,
  "font-feature-settings":
    /^(?:normal|(?:["'](?:tnum|pnum|lnum|onum|kern|liga|calt|clig|ss\d\d|cv\d\d|case|zero)["'](?: (?:on|off|\d+))?,? ?)+)$/,
  "font-variant": /^(?!.*(?:fractions|ordinal|super|sub|ruby))/,
  "font-variant-numeric": /^(?!.*(?:fractions|ordinal))/,
  "grid-area": /^auto$/,
  "grid-column": /^(?:auto|1 \/ -1)$/,
  "grid-column-start": /^auto$/,
  "grid-row": /^auto$/,
  "grid-row-start": /^auto$/,
  "line-height": // lines drawn one over the other
    /^(?:normal|(?:[1-9]|0?\.[6-9])[\d.]*(?:r?em)?|(?:[6-9]|\d\d)[\d.]*(?:px|pt)|(?:[6-9]|\d\d)\d[\d.]*%|[\d.]+(?:cm|mm|in))$/,
  "list-style-type": /^(?:(?:inside|outside|none|disc|circle|square|["'][^"'\\]*["']) ?)+$/,
  mask: none,
  "mask-image": none,
  "mix-blend-mode": /^(?:normal|multiply|darken)$/,
  "offset-path": none,
  order: /^0$/,
  perspective: none,
  rotate: /^(?:none|0(?:deg)?)$/,
  scale: /^(?:none|1)$/,
  translate: /^(?:none|0(?:px)?)$/,
  "text-combine-upright": none,
  "text-overflow": /^(?:(?:clip|ellipsis) ?)+$/,
  "text-orientation": /^mixed$/,
  "text-security": none,
  "text-stroke": /^(?:0|none)|^(?:#[\da-f]+|[a-z]+)$/, // a colour alone draws nothing
  "unicode-bidi": /^(?!.*override)/,
  "word-spacing": /^(?:normal|\+?[\d.]+[a-z]*)$/,
  "writing-mode": /^(?:horizontal-tb|lr(?:-tb)?)$/,
  "z-index": /^(?:auto|\d+)$/,
};

/** Of a row or a cell, the same and what moves it: another one stands in its place. */
const USUAL_IN_TABLE: Readonly<Record<string, RegExp>> = {
  transform: none,
  left: near,
  right: near,
  top: near,
  bottom: near,
  float: none,
};

/** Of what stands in a cell, the same and what draws or moves it over what is beside it. */
const USUAL_IN_CELL: Readonly<Record<string, RegExp>> = {
  "column-count": /^(?:auto|1)$/,
  "column-width": /^auto$/,
  columns: /^(?:auto|1)(?: auto)?$/,
  "box-shadow": none,
  outline: /^(?:none|0|medium|auto)/,
  left: atItsPlace,
  right: atItsPlace,
  "margin-left": atItsPlace,
  "margin-right": atItsPlace,
};

/** Where boxes stand and how large they are, the lines around them, the weight of type, what a mouse does: a digit stays what it is. */
const HARMLESS = new RegExp(
  `^(?:mso-(?!hide).*|${[
    "(?:align|justify|place)-.*|(?:min|max)-.*|border-.*|background-(?!color|image|blend).*|break-.*|page.*|column-.*|counter-.*|caret.*",
    "font-(?:style|weight|stretch|kerning|optical-sizing|synthesis.*|smoothing|variation-settings|display|language-override|variant-(?:caps|ligatures|east-asian))",
    "flex|flex-(?:basis|grow|shrink|flow)|gap|row-gap|grid|grid-(?:template|auto|gap|column|row).*|object-.*|outline-.*|overscroll.*|scroll.*",
    "margin|margin-.*|padding|padding-.*|list-style-.*|ruby-.*|text-(?:align|justify|rendering|size-adjust|underline-position|wrap|transform).*",
    "text-decoration-(?:color|style|skip|width).*|text-(?:autospace|underline)|transition.*|transform-.*|perspective-origin|layout-.*|tab-.*",
    "appearance|aspect-ratio|box-(?:sizing|decoration-break|align|orient|pack|flex)|caption-side|clear|cursor|empty-cells|fill.*|stroke.*",
    "height|width|hyphens|image-rendering|isolation|language|so-language|line-break|orphans|overflow-(?:wrap|scrolling)",
    "osx-font-smoothing|panose-1|pointer-events|print-color-adjust|punctuation-.*|resize|size|src|table-layout|tap-highlight-color",
    "touch-.*|unicode-range|user-select|white-space-collapse|widows|will-change|word-(?:break|wrap)|accent-color|text-fit|vector-effect|bookmark-.*|mask-(?!image).*",
  ].join("|")})$`,
);

/** Properties whose values are computed, in the other files of this folder. */
const COMPUTED: ReadonlySet<string> = new Set(
  (
    "display visibility content-visibility opacity position top bottom color text-fill-color background-color background-image font-size " +
    "font-family zoom text-decoration-line vertical-align font-variant-position overflow overflow-x overflow-y height max-height width " +
    "max-width min-width transform direction white-space text-wrap letter-spacing text-indent quotes border border-top border-bottom " +
    "margin-top margin-bottom padding-left padding-right"
  ).split(" "),
);

/** The parts of a table, and what they are displayed as: displayed otherwise, they stand elsewhere than in their rows and columns. */
const IN_TABLE: ReadonlyMap<string, RegExp> = new Map([
  ["tr", /^(?:none|table-row)$/],
  ["td", /^(?:none|table-cell)$/],
  ["th", /^(?:none|table-cell)$/],
  ["thead", /^(?:none|table-(?:header|row)-group)$/],
  ["tbody", /^(?:none|table-row-group)$/],
  ["tfoot", /^(?:none|table-(?:footer|row)-group)$/],
]);

const isComputed = (property: string): boolean =>
  COMPUTED.has(property) ||
  [USUAL, USUAL_IN_TABLE, USUAL_IN_CELL].some((usual) => Object.hasOwn(usual, property)) ||
  property === "all" ||
  property.startsWith("--");

/** Does it bear on what is seen of a text, or may it? */
export const mayBear = (property: string): boolean => isComputed(property) || !HARMLESS.test(property);

/** Properties that may do anything to the text: "text-shadow". */
export const notComputed = (declared: ReadonlyMap<string, string>): readonly string[] =>
  [...declared].flatMap(([property, value]) =>
    isComputed(property) || HARMLESS.test(property) || isOfAnyProperty(value) ? [] : [property],
  );

/** Is it sure that the declarations draw the text of the element as it is written, where it stands? */
export function drawsAsWritten(element: Styled, declared: ReadonlyMap<string, string>): boolean {
  const isInTable = IN_TABLE.has(element.name);
  const isInCell = !isInTable && isWithinCell(element);
  const isMoved = /^(?:relative|absolute|fixed|sticky)/.test(declared.get("position") ?? "");
  const display = declared.get("display") ?? "";
  if (!isOfAnyProperty(display) && IN_TABLE.get(element.name)?.test(display) === false) return false;
  for (const [property, value] of declared) {
    if (property === "all") return false;
    const isOffset = /^(?:left|right|top|bottom)$/.test(property);
    const usual = [
      USUAL,
      ...(isInTable && (!isOffset || isMoved) ? [USUAL_IN_TABLE] : []),
      ...(isInCell && (!isOffset || isMoved) ? [USUAL_IN_CELL] : []),
    ].find((one) => Object.hasOwn(one, property))?.[property];
    if (usual && !isOfAnyProperty(value) && !usual.test(value)) return false;
  }
  // A text over its own width, turned or mirrored; a small move up or down is that of a note mark.
  return !/rotate|skew|matrix|perspective|scale[xy]?\((?:-|0?\.[0-4])|translate(?:x|3d)?\(-?\d*[2-9]|translate(?:x|3d)?\(-?\d\d|translatey\(-?\d\d\d/.test(
    declared.get("transform") ?? "",
  );
}

export const isWithinCell = ({ parent }: Styled): boolean => {
  for (let at = parent; at; at = at.parent) if (at.name === "td" || at.name === "th") return true;
  return false;
};
