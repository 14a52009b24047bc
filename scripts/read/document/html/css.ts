/**
 * The style sheets of an HTML page -> rules, of which only what bears on seeing a text is kept. As on a screen: what is for paper,
 * for narrow screens or for a wish of the reader is left. No other file is fetched. Grammar: CSS Syntax Module Level 3.
 */
import { parseSelectors, type Selector } from "./css-selectors.ts";

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
}

/** Properties that can hide a text, strike it out, raise it or draw another one. */
const KEPT: ReadonlySet<string> = new Set(
  (
    "display visibility content content-visibility opacity filter clip clip-path position top bottom left right margin-left text-indent " +
    "color -webkit-text-fill-color background-color background-image font-size font-family " +
    "text-decoration-line -webkit-text-security vertical-align font-variant-position " +
    "overflow overflow-x overflow-y height max-height width max-width transform scale rotate float direction unicode-bidi white-space " +
    "flex-direction order letter-spacing"
  ).split(" "),
);

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
  "text-decoration": (value) => ({ "text-decoration-line": value }),
  "flex-flow": (value) => ({ "flex-direction": value.split(" ").find((word) => word.includes("-")) ?? value }),
};

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, " ").replace(/<!--|-->/g, " ");

/** "color:red; display: none !important" => two declarations */
export function parseDeclarations(text: string): readonly Declaration[] {
  return splitOutside(withoutComments(text), ";").flatMap((part): Declaration[] => {
    const colon = part.indexOf(":");
    const property = part.slice(0, colon).trim().toLowerCase();
    const short = Object.hasOwn(SHORT, property) ? SHORT[property] : undefined;
    if (colon < 0 || !(short || KEPT.has(property))) return [];
    const written = part
      .slice(colon + 1)
      .replace(/\s+/g, " ")
      .trim();
    const value = written.replace(/ ?! ?important$/i, "");
    const important = value.length < written.length;
    // The text of `content` keeps its letters.
    if (property === "content") return [{ property, value, important }];
    const told = short?.(value.toLowerCase()) ?? { [property]: value.toLowerCase() };
    return Object.entries(told).map(([name, its]) => ({ property: name, value: its, important }));
  });
}

/** Rules nest no deeper than this: groups (@media, @supports, @layer) within groups. */
const MAX_GROUPS = 8;

export function parseStyleSheets(sheets: readonly string[]): readonly Rule[] {
  const rules: Rule[] = [];
  const visit = (text: string, depth: number): void => {
    for (const { prelude, body } of blocksOf(text)) {
      if (prelude.startsWith("@")) {
        const [, name = "", condition = ""] = /^@([\w-]+)\s*([\s\S]*)$/.exec(prelude) ?? [];
        const isGroup = /^(?:media|supports|layer|container)$/i.test(name);
        if (isGroup && depth < MAX_GROUPS && (name.toLowerCase() !== "media" || appliesOnScreen(condition)))
          visit(body, depth + 1);
        continue;
      }
      const declarations = parseDeclarations(body);
      if (declarations.length === 0) continue;
      for (const selector of parseSelectors(prelude)) rules.push({ selector, declarations, order: rules.length });
    }
  };
  for (const sheet of sheets) visit(withoutComments(sheet), 0);
  return rules;
}

/** "print" => false; "screen and (min-width: 600px)" => true; "(max-width: 600px)" => false: a screen is wide. */
export const appliesOnScreen = (media: string): boolean =>
  media.trim() === "" ||
  media.split(",").some((query) => {
    const words = query.trim().toLowerCase();
    const isNegated = words.startsWith("not ");
    const kind = /^(?:not |only )?(\w+)/.exec(words)?.[1] ?? "all";
    const isScreen = words.startsWith("(") || ["all", "screen"].includes(kind);
    return isNegated
      ? !isScreen
      : isScreen && !/\((?:max-width|max-device-width|max-height|prefers-|hover|orientation|forced-)/.test(words);
  });

/** "a{x} b{y}" => prelude "a", body "x"…; what stands between blocks without braces (@import …;) is left. */
function* blocksOf(text: string): Generator<{ readonly prelude: string; readonly body: string }> {
  let start = 0;
  let at = 0;
  while (at < text.length) {
    const sign = text[at];
    if (sign === '"' || sign === "'") at = endOfString(text, at);
    else if (sign === ";") start = at + 1;
    else if (sign === "{") {
      const end = endOfBlock(text, at);
      yield { prelude: text.slice(start, at).trim(), body: text.slice(at + 1, end) };
      at = end;
      start = end + 1;
    } else if (sign === "}") start = at + 1;
    at += 1;
  }
}

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
export function splitOutside(text: string, separator: string): readonly string[] {
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
