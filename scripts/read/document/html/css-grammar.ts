/** Is a declaration one that every browser takes? One that it may pass over leaves an earlier one as it was. CSS Values and Units Level 4. */
import { isColourWord, parseColour } from "./css-values.ts";

const NUMBER = "[+-]?(?:\\d+|\\d*\\.\\d+)(?:e[+-]?\\d+)?";
const LENGTH = `${NUMBER}(?:px|pt|pc|in|cm|mm|q|r?em|ex|ch|lh|rlh|ic|cap|[sld]?v(?:w|h|i|b|min|max)|%)|[+-]?0+(?:\\.0*)?`;
const words = (more: string): RegExp => new RegExp(`^(?:${more})$`);

const PLACE = words(`auto|${LENGTH}`);
const SIZE = words(`auto|none|(?:-[a-z]+-)?(?:(?:max|min|fit)-content|fill-available)|stretch|(?!-)(?:${LENGTH})`);
const OVERFLOW = words("(?:(?:visible|hidden|clip|scroll|auto|overlay) ?){1,2}");

/** What a property takes, beside the words that all do and what is computed. */
const TAKES: Readonly<Record<string, RegExp>> = {
  display:
    /^(?:none|contents|list-item|math|run-in|(?:block|inline|flow|flow-root) ?(?:flow|flow-root|flex|grid|table|ruby)?|ruby[a-z-]*|table[a-z-]*|(?:inline-|-webkit-)*(?:block|flex|grid|table|box))$/,
  visibility: /^(?:visible|hidden|collapse)$/,
  "content-visibility": /^(?:visible|auto|hidden)$/,
  opacity: words(`${NUMBER}%?`),
  position: /^(?:static|relative|absolute|fixed|(?:-webkit-)?sticky)$/,
  "font-size": words(`(?:xx-|x-|xxx-)?(?:small|large)|medium|smaller|larger|math|(?!-)(?:${LENGTH})`),
  "text-decoration-line": words(
    `(?:(?:none|blink|(?:under|over)line|line-through|solid|double|dotted|dashed|wavy|auto|from-font|#[\\da-f]+|[a-z]+|${LENGTH}) ?)+`,
  ),
  "letter-spacing": words(`normal|${LENGTH}`),
  "text-indent": words(`(?:${LENGTH})(?: (?:hanging|each-line))*`),
  "vertical-align": words(`baseline|sub|super|top|text-top|middle|bottom|text-bottom|${LENGTH}`),
  "white-space": /^(?:normal|pre|nowrap|pre-wrap|pre-line|break-spaces)$/,
  direction: /^(?:ltr|rtl)$/,
  zoom: words(`normal|reset|(?!-)${NUMBER}%?`),
  ...Object.fromEntries(
    ["left", "right", "top", "bottom", "margin-left", "margin-right", "margin-top"].map((name) => [name, PLACE]),
  ),
  ...Object.fromEntries(["width", "height", "max-width", "max-height"].map((name) => [name, SIZE])),
  ...Object.fromEntries(["overflow", "overflow-x", "overflow-y"].map((name) => [name, OVERFLOW])),
};
const COLOURS = /^(?:color|background-color|text-fill-color)$/;
const ANYWHERE = /^(?:inherit|initial|unset|revert|revert-layer)$/;

export function isSurelyTaken(property: string, value: string): boolean {
  // What a function gives is computed later, or is a doubt of its own.
  if (ANYWHERE.test(value) || value.includes("(")) return true;
  if (COLOURS.test(property)) return value.split(" ").every((one) => isColour(one) || property === "background-color");
  return !Object.hasOwn(TAKES, property) || TAKES[property]?.test(value) === true;
}

const isColour = (word: string): boolean =>
  isColourWord(word) || (/^[a-z#]/.test(word) && parseColour(word) !== undefined);
