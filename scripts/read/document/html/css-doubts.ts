/**
 * Properties by which a browser may draw something else than the text that is written, or draw it elsewhere, and which are not computed
 * here: any value but the usual ones leaves a doubt on the text.
 */

const none = /^none$/;
/** Less than half a line. */
const near = /^(?:auto|0[a-z%]*|-?(?:\d|10)(?:\.\d+)?(?:px|pt))$/;

/** The values that change nothing, by property. */
const USUAL: Readonly<Record<string, RegExp>> = {
  animation: none,
  "animation-name": none,
  "clip-path": /^(?:none|inset\((?:50|100)%.*\)|circle\(0.*\))$/, // those are told as hidden
  filter: /^(?:none|(?:(?:opacity|grayscale|sepia|saturate|hue-rotate|drop-shadow)\((?:[^()]|\([^()]*\))*\)\s*)+)$/,
  "flex-direction": /^(?:row|column|column-reverse)$/,
  "font-feature-settings":
    /^(?:normal|(?:["'](?:tnum|pnum|lnum|onum|kern|liga|calt|clig|ss\d\d|cv\d\d|case|zero)["'](?: (?:on|off|\d+))?,? ?)+)$/,
  "font-variant": /^(?!.*(?:fractions|ordinal|super|sub|ruby))/,
  "font-variant-numeric": /^(?!.*(?:fractions|ordinal))/,
  "grid-area": /^auto$/,
  "grid-column": /^(?:auto|1 \/ -1)$/,
  "grid-column-start": /^auto$/,
  "grid-row": /^auto$/,
  "grid-row-start": /^auto$/,
  mask: none,
  "mask-image": none,
  "-webkit-mask": none,
  "-webkit-mask-image": none,
  "mix-blend-mode": /^(?:normal|multiply|darken)$/,
  "offset-path": none,
  order: /^0$/,
  perspective: none,
  rotate: /^(?:none|0(?:deg)?)$/,
  "text-combine-upright": none,
  "text-orientation": /^mixed$/,
  "-webkit-box-reflect": none,
  "-webkit-text-security": none,
  "unicode-bidi": /^(?!.*override)/,
  "writing-mode": /^(?:horizontal-tb|lr(?:-tb)?)$/,
};

/** Of a row or a cell, the same and what moves it: another one stands in its place. */
const USUAL_IN_TABLE: Readonly<Record<string, RegExp>> = {
  translate: /^(?:none|0(?:px)?)$/,
  transform: none,
  left: near,
  right: near,
  top: near,
  bottom: near,
  float: none,
};

const INHERITS = /^(?:inherit|initial|unset|revert|revert-layer)?$/;
const IN_TABLE: ReadonlySet<string> = new Set(["tr", "td", "th", "thead", "tbody", "tfoot"]);

export const isDoubtful = (property: string): boolean =>
  property === "all" || Object.hasOwn(USUAL, property) || Object.hasOwn(USUAL_IN_TABLE, property);

/** Is it sure that the declarations draw the text of the element as it is written, where it stands? */
export function drawsAsWritten(element: string, declared: ReadonlyMap<string, string>): boolean {
  const isInTable = IN_TABLE.has(element);
  const isMoved = /^(?:relative|absolute|fixed|sticky)/.test(declared.get("position") ?? "");
  for (const [property, value] of declared) {
    if (property === "all") return false;
    const isOffset = /^(?:left|right|top|bottom)$/.test(property);
    const usual = USUAL[property] ?? (isInTable && (!isOffset || isMoved) ? USUAL_IN_TABLE[property] : undefined);
    if (usual && !INHERITS.test(value) && !usual.test(value)) return false;
  }
  // A text over its own width, turned or mirrored; a small move up or down is that of a note mark.
  return !/rotate|skew|matrix|perspective|scale[xy]?\((?:-|0?\.[0-4])/.test(declared.get("transform") ?? "");
}
