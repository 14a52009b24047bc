/** What is declared of an HTML element before any style sheet: by the browser itself, then by the attributes of old. */
import { type Declaration, parseDeclarations } from "./css-declarations.ts";
import type { Styled } from "./css-matching.ts";
import { isColourWord } from "./css-values.ts";

/** In their order: what comes later wins. */
export function defaultDeclarations(element: Styled): readonly (readonly Declaration[])[] {
  const old = attributeStyle(element);
  return [DEFAULTS.get(element.name) ?? [], old === "" ? [] : parseDeclarations(old)];
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
  plaintext: "white-space:pre",
  template: "display:none",
  noembed: "display:none",
  noframes: "display:none",
  noscript: "display:none",
  datalist: "display:none",
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
  if (attributes.bgcolor) style.push(`background-color:${oldColour(attributes.bgcolor)}`);
  if (attributes.background) style.push("background-image:url()");
  if (name === "body" && attributes.text) style.push(`color:${oldColour(attributes.text)}`);
  if (name === "font") {
    if (attributes.color) style.push(`color:${oldColour(attributes.color)}`);
    if (attributes.size) style.push(`font-size:${oldSize(attributes.size)}`);
    if (attributes.face) style.push(`font-family:${attributes.face}`);
  }
  if (attributes.dir?.toLowerCase() === "rtl") style.push("direction:rtl");
  if ("popover" in attributes) style.push("display:none");
  if (name === "bdo" && attributes.dir?.toLowerCase() === "rtl") style.push("direction:rtl;unicode-bidi:bidi-override");
  // of a closed <details>, the first <summary> alone is shown
  if (name === "details" && !("open" in attributes)) style.push("visibility:hidden");
  const isSummary = name === "summary" && parent?.name === "details" && previous?.name !== "summary";
  if (isSummary && parent && !("open" in parent.attributes)) style.push("visibility:visible");
  return style.join(";");
}

/** Sizes of <font>, from 1 to 7, in points (HTML Standard, 15.3.4). */
const OLD_SIZES: readonly number[] = [7.5, 10, 12, 13.5, 18, 24, 36];

/** "5", "+2", "-1": from 3, which is the usual one. */
function oldSize(written: string): string {
  const said = Number.parseInt(written, 10) || 3;
  const size = /^\s*[+-]/.test(written) ? 3 + said : said;
  return `${OLD_SIZES[Math.min(Math.max(size, 1), 7) - 1]}pt`;
}

/** In an attribute, any word is a colour: which one is not computed here. */
function oldColour(written: string): string {
  const [, hex] = /^\s*(?:(#[\da-f]{3})|#?([\da-f]{6}))\s*$/i.exec(written)?.filter((one) => one !== undefined) ?? [];
  if (hex !== undefined) return `#${hex.replace("#", "")}`;
  return isColourWord(written.trim().toLowerCase()) ? written : "legacy()";
}
