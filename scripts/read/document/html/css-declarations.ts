/** Declarations of a style sheet or an attribute, of which only what bears on seeing a text is kept, under one name and by its parts. */
import { mayBear } from "./css-doubts.ts";
import { isSurelyTaken } from "./css-grammar.ts";
import { splitOutside, withoutComments, withoutEscapes } from "./css-syntax.ts";
import { isColourWord, isOfAnyProperty } from "./css-values.ts";

export interface Declaration {
  readonly property: string;
  /** In small letters, one space between words. */
  readonly value: string;
  readonly important: boolean;
  /** A browser may pass over it. */
  readonly isOpen?: boolean;
}

/** Names of a property along the text, which runs from left to right. */
const ALONG_THE_TEXT: readonly (readonly [RegExp, string])[] = [
  [/inset-inline-start$/, "left"],
  [/inset-inline-end$/, "right"],
  [/inset-block-start$/, "top"],
  [/inset-block-end$/, "bottom"],
  [/(?<=^(?:margin|padding)-)inline-start$/, "left"],
  [/(?<=^(?:margin|padding)-)inline-end$/, "right"],
  [/(?<=^margin-)block-start$/, "top"],
  [/(?<=^margin-)block-end$/, "bottom"],
  [/(?<=^(?:max-)?)inline-size$/, "width"],
  [/(?<=^(?:max-)?)block-size$/, "height"],
  [/(?<=^overflow-)inline$/, "x"],
  [/(?<=^overflow-)block$/, "y"],
];

/** "-webkit-transform" => "transform"; "margin-inline-start" => "margin-left" */
function nameOf(written: string): string {
  const name = written.trim().toLowerCase();
  if (name.startsWith("--")) return name;
  const bare = name.replace(/^-[a-z]+-/, "");
  if (!/inline|block/.test(bare)) return bare;
  return ALONG_THE_TEXT.reduce((known, [along, plain]) => known.replace(along, plain), bare);
}

/** Properties that stand for several. */
const SHORT: Readonly<Record<string, (value: string) => Readonly<Record<string, string>>>> = {
  background: (value) => ({ "background-color": value, "background-image": value }),
  font: (value) => {
    // "bold 9pt/12pt Wingdings"
    if (value.includes("var(")) return { "font-size": value, "font-family": value };
    const [, size = "", family = ""] =
      /(?:^|\s)([\d.]+(?:[a-z]+|%)|0|(?:x+-)?(?:small|large)|medium|smaller|larger)(?:\s*\/\s*\S+)?\s+(.+)$/.exec(
        value,
      ) ?? [];
    return { "font-size": size, "font-family": family };
  },
  "text-decoration": (value) => ({
    "text-decoration-line": value,
    ...(/\d[a-z%]/.test(value) && { "text-decoration-thickness": value }),
  }),
  inset: (value) => sides(value, ["top", "right", "bottom", "left"]),
  "inset-inline": (value) => sides(value, ["left", "right"]),
  "inset-block": (value) => sides(value, ["top", "bottom"]),
  padding: (value) => sides(value, ["padding-top", "padding-right", "padding-bottom", "padding-left"]),
  margin: (value) => sides(value, ["margin-top", "margin-right", "margin-bottom", "margin-left"]),
  "margin-inline": (value) => sides(value, ["margin-left", "margin-right"]),
  "margin-block": (value) => sides(value, ["margin-top", "margin-bottom"]),
  "list-style": (value) => ({ "list-style-type": value }),
  "flex-flow": (value) => ({
    "flex-direction": value.split(" ").find((word) => /row|column/.test(word)) ?? "",
    "flex-wrap": value.split(" ").find((word) => word.includes("wrap")) ?? "",
  }),
};

/** "1px 2px" => top, right, bottom and left, by their names. */
function sides(value: string, names: readonly string[]): Readonly<Record<string, string>> {
  const [first = "", second = first, third = first, fourth = second] = splitOutside(value, " ");
  const values = [first, second, third, fourth];
  return Object.fromEntries(names.map((name, i) => [name, values[i] ?? ""]));
}

/** Words that a property knows: a browser passes over a declaration with another one. */
const WORDS: Readonly<Record<string, RegExp>> = {
  display:
    /^(?:none|contents|block|inline|flow|flow-root|math|run-in|list-item|ruby.*|table.*|(?:inline-|-webkit-)*(?:block|flex|grid|table|box))$/,
  visibility: /^(?:visible|hidden|collapse)$/,
  opacity: /^$/,
  "font-size": /^(?:(?:xx-|x-|xxx-)?(?:small|large)|medium|smaller|larger|math)$/,
  "text-decoration-line": /^(?:none|blink|(?:under|over)line|line-through|solid)$/,
};

/** "blok": no value of display. */
const isUnknownWord = (property: string, value: string): boolean =>
  /^[a-z-]+$/.test(value) &&
  !isOfAnyProperty(value) &&
  (Object.hasOwn(WORDS, property)
    ? !WORDS[property]?.test(value)
    : /^(?:color|background-color|text-fill-color)$/.test(property) && !isColourWord(value));

/** "color:red; display: none !important" => two declarations */
export function parseDeclarations(text: string): readonly Declaration[] {
  const all = splitOutside(withoutComments(text), ";").flatMap((part): Declaration[] => {
    const colon = part.indexOf(":");
    const property = nameOf(withoutEscapes(part.slice(0, colon)));
    const short = Object.hasOwn(SHORT, property) ? SHORT[property] : undefined;
    if (colon < 0 || !/^-{0,2}[a-z][\w-]*$/.test(property) || !(short || mayBear(property))) return [];
    const written = part
      .slice(colon + 1)
      .replace(/\s+/g, " ")
      .trim();
    const value = written.replace(/ ?! ?important$/i, "");
    const important = value.length < written.length;
    // The text of `content` keeps its letters.
    if (property === "content" || property === "quotes") return [{ property, value, important }];
    const plain = withoutEscapes(value).toLowerCase();
    const told = short?.(plain) ?? { [property]: plain };
    return Object.entries(told).flatMap(([name, its]) =>
      isUnknownWord(name, its)
        ? []
        : [{ property: name, value: its, important, ...(!isSurelyTaken(name, its) && { isOpen: true }) }],
    );
  });
  // The last one of a property wins: a rule of hundreds of thousands of declarations is no longer than its properties.
  const last = new Map<string, Declaration>();
  for (const one of all.toReversed()) {
    const key = `${one.property} ${one.important}`;
    if (last.has(key)) continue;
    const open = `${key} open`;
    if (!one.isOpen) last.set(key, one);
    else if (!last.has(open)) last.set(open, one);
  }
  return [...last.values()].toReversed();
}
