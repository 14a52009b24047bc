/**
 * The style sheets of an HTML page -> rules, of which only what bears on seeing a text is kept. No other file is fetched. Grammar: CSS Syntax Module Level 3.
 */
import { mayBear } from "./css-doubts.ts";
import { parseSelectors, type Selector, withoutEscapes } from "./css-selectors.ts";
import { isColourWord } from "./css-values.ts";
import { groupApplies } from "./media.ts";

export interface Declaration {
  readonly property: string;
  /** In small letters, one space between words. */
  readonly value: string;
  readonly important: boolean;
}

export interface Rule {
  readonly selector: Selector;
  readonly declarations: readonly Declaration[];
  /** Rank in the sheets: the later one wins. */
  readonly order: number;
  /** It may bear on what is seen, or not: it stands for windows of some widths. */
  readonly isOpen: boolean;
}

export interface StyleSheets {
  readonly rules: readonly Rule[];
  /** Families of type that the page brings with it, or gives another name, in small letters: their signs may be any. */
  readonly ownFonts: ReadonlySet<string>;
  /** Another style sheet is asked for, which is not in the file. */
  readonly asksForMore: boolean;
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
  return ALONG_THE_TEXT.reduce((known, [along, plain]) => known.replace(along, plain), bare);
}

/** Properties that stand for several. */
const SHORT: Readonly<Record<string, (value: string) => Readonly<Record<string, string>>>> = {
  background: (value) => ({ "background-color": value, "background-image": value }),
  font: (value) => {
    // "bold 9pt/12pt Wingdings"
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

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, " ").replace(/<!--|-->/g, " ");

/** Words that a property knows: a browser passes over a declaration with another one. */
const WORDS: Readonly<Record<string, RegExp>> = {
  display:
    /^(?:none|contents|block|inline|flow|flow-root|math|run-in|list-item|ruby.*|table.*|(?:inline-|-webkit-)*(?:block|flex|grid|table|box))$/,
  visibility: /^(?:visible|hidden|collapse)$/,
  opacity: /^$/,
  "font-size": /^(?:(?:xx-|x-|xxx-)?(?:small|large)|medium|smaller|larger|math)$/,
  "text-decoration-line": /^(?:none|blink|(?:under|over)line|line-through|solid)$/,
};
const ANYWHERE = /^(?:inherit|initial|unset|revert|revert-layer)$/;

/** "blok": no value of display. */
const isUnknownWord = (property: string, value: string): boolean =>
  /^[a-z-]+$/.test(value) &&
  !ANYWHERE.test(value) &&
  (Object.hasOwn(WORDS, property)
    ? !WORDS[property]?.test(value)
    : /^(?:color|background-color|text-fill-color)$/.test(property) && !isColourWord(value));

/** "color:red; display: none !important" => two declarations */
export function parseDeclarations(text: string): readonly Declaration[] {
  return splitOutside(withoutComments(text), ";").flatMap((part): Declaration[] => {
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
      isUnknownWord(name, its) ? [] : [{ property: name, value: its, important }],
    );
  });
}

/** Rules nest no deeper than this: groups (@media, @supports, @layer) within groups. */
const MAX_GROUPS = 8;

export function parseStyleSheets(sheets: readonly string[]): StyleSheets {
  const rules: Rule[] = [];
  const ownFonts = new Set<string>();
  let asksForMore = false;
  /** `around`: the selectors of the rule that these stand in. */
  const visit = (
    text: string,
    group: { readonly depth: number; readonly isOpen: boolean; readonly around: string },
  ) => {
    if (/(?:^|[;}])\s*@import\b/i.test(text)) asksForMore = true;
    for (const { prelude, body } of blocksOf(text)) {
      const { depth, isOpen, around } = group;
      if (depth >= MAX_GROUPS) continue;
      if (prelude.startsWith("@")) {
        const [, name = "", condition = ""] = /^@([\w-]+)\s*([\s\S]*)$/.exec(prelude) ?? [];
        if (name.toLowerCase() === "font-face") for (const family of ownFontOf(body)) ownFonts.add(family);
        const applies = groupApplies(name, condition);
        if (applies === undefined || applies === "no") continue;
        const inner = { depth: depth + 1, isOpen: isOpen || applies === "maybe", around };
        if (around !== "") add(body, inner);
        visit(body, inner);
        continue;
      }
      const selectors = around === "" ? prelude : nested(prelude, around);
      const inner = { depth: depth + 1, isOpen, around: selectors };
      add(body, inner);
      if (body.includes("{")) visit(body, inner);
    }
  };
  const add = (body: string, { isOpen, around }: { readonly isOpen: boolean; readonly around: string }): void => {
    const declarations = parseDeclarations(outsideBlocks(body));
    if (declarations.length === 0) return;
    for (const selector of parseSelectors(around)) rules.push({ selector, declarations, order: rules.length, isOpen });
  };
  for (const sheet of sheets) visit(withoutComments(sheet), { depth: 0, isOpen: false, around: "" });
  return { rules, ownFonts, asksForMore };
}

/** "&.x, b" within "td" => ":is(td).x, :is(td) b" */
const nested = (prelude: string, around: string): string =>
  splitOutside(prelude, ",")
    .map((one) => one.trim())
    .map((one) => (one.includes("&") ? one.replaceAll("&", `:is(${around})`) : `:is(${around}) ${one}`))
    .join(", ");

/** A font within the page, or one of the machine under another name. One that is asked for elsewhere does not come. */
function ownFontOf(body: string): readonly string[] {
  const values = new Map(
    splitOutside(body, ";").map((part) => {
      const colon = part.indexOf(":");
      return [
        part.slice(0, colon).trim().toLowerCase(),
        part
          .slice(colon + 1)
          .trim()
          .toLowerCase(),
      ] as const;
    }),
  );
  const isOwn = /url\(\s*["']?data:|local\(/.test(values.get("src") ?? "");
  const family = values.get("font-family")?.replace(/["']/g, "") ?? "";
  return isOwn && family !== "" ? [family] : [];
}

/** "a{x} b{y}" => prelude "a", body "x"…; what stands between blocks without braces (@import …;) is left. */
function* blocksOf(
  text: string,
): Generator<{ readonly prelude: string; readonly body: string; readonly from: number; readonly to: number }> {
  let start = 0;
  let at = 0;
  while (at < text.length) {
    const sign = text[at];
    if (sign === '"' || sign === "'") at = endOfString(text, at);
    else if (sign === ";") start = at + 1;
    else if (sign === "{") {
      const end = endOfBlock(text, at);
      yield { prelude: text.slice(start, at).trim(), body: text.slice(at + 1, end), from: start, to: end + 1 };
      at = end;
      start = end + 1;
    } else if (sign === "}") start = at + 1;
    at += 1;
  }
}

/** The declarations of a rule, without the rules that stand in it. */
const outsideBlocks = (body: string): string =>
  [...blocksOf(body)].toReversed().reduce((text, { from, to }) => `${text.slice(0, from)};${text.slice(to)}`, body);

/** Place of the brace that closes the one at `open`; the end of the text when none does. */
function endOfBlock(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"' || sign === "'") at = endOfString(text, at);
    else if (sign === "{") depth += 1;
    else if (sign === "}" && --depth === 0) return at;
  }
  return text.length;
}

function endOfString(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at++) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === text[open] || text[at] === "\n") return at;
  }
  return text.length;
}

/** Splits at a sign that stands outside quotes and brackets. */
function splitOutside(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"' || sign === "'") at = endOfString(text, at);
    else if (sign === "(" || sign === "[") depth += 1;
    else if (sign === ")" || sign === "]") depth -= 1;
    else if (sign === separator && depth <= 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}
