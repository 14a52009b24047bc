/**
 * Number formats: a format code, as files hold it in its English form, into what it makes of a number or a text (ECMA-376 part 1,
 * 18.8.30 and 18.8.31). `#,##0;[Red]-#,##0;"nul";@`: up to three sections for numbers, one for texts.
 */
import type { Rgb } from "../../contract/contrast.ts";
import { DEFAULT_PALETTE } from "./colours.ts";

export type Token =
  | { readonly kind: "digit"; readonly sign: "0" | "#" | "?" }
  | { readonly kind: "point" | "comma" | "percent" | "general" | "text" | "exponent" | "slash" }
  | { readonly kind: "literal"; readonly text: string }
  /** Repeated over the width of the column: no one knows how often. */
  | { readonly kind: "fill"; readonly text: string }
  | { readonly kind: "date"; readonly code: string };

/** A number held against a constant: ">=" 10. */
interface Comparison {
  readonly operator: string;
  readonly bound: number;
}

export interface Section {
  readonly tokens: readonly Token[];
  readonly condition?: Comparison;
  /** [White], [Color 2]: a colour of its own, over that of the cell's font. */
  readonly colour?: Rgb;
  /** Digits of another script, or a calendar of its own. */
  readonly foreign: boolean;
  readonly isDate: boolean;
}

export interface NumberFormat {
  readonly code: string;
  /** Of numbers: at least one. */
  readonly sections: readonly Section[];
  /** Of texts; absent: as they are. */
  readonly text?: Section;
}

/** `+0;-0;"a;b"` => ["+0", "-0", "\"a;b\""]; a quote that is not closed goes to the end. */
function sectionCodes(code: string): readonly string[] {
  const codes: string[] = [];
  let from = 0;
  let at = 0;
  while (at < code.length) {
    const sign = code[at];
    if (sign === "\\" || sign === "_" || sign === "*") at += 2;
    else if (sign === '"' || sign === "[") {
      const end = code.indexOf(sign === '"' ? '"' : "]", at + 1);
      at = end < 0 ? code.length : end + 1;
    } else {
      if (sign === ";") {
        codes.push(code.slice(from, at));
        from = at + 1;
      }
      at += 1;
    }
  }
  return [...codes, code.slice(from)];
}

/** ">=10" */
export function parseComparison(text: string): Comparison | undefined {
  const [, operator, bound] = /^(<=|>=|<>|!=|<|>|=)\s*(-?\d+(?:\.\d+)?)$/.exec(text) ?? [];
  return operator === undefined ? undefined : { operator, bound: Number(bound) };
}

/** Pieces of a section, tried in this order: each a pattern, and the token or the property that it gives. */
const PIECES: readonly (readonly [RegExp, (found: readonly string[]) => Token | undefined])[] = [
  [/"([^"]*)(?:"|$)/y, ([, text = ""]) => ({ kind: "literal", text })],
  [/\\([\s\S])/y, ([, text = ""]) => ({ kind: "literal", text })],
  [/_[\s\S]/y, () => ({ kind: "literal", text: " " })],
  [/\*([\s\S])/y, ([, text = ""]) => ({ kind: "fill", text })],
  [/\[(h+|m+|s+)\]/iy, ([, code = ""]) => ({ kind: "date", code: `[${code.toLowerCase()}]` })],
  [/\[\$([^\]-]*)(?:-[^\]]*)?\]/y, ([, text = ""]) => ({ kind: "literal", text })],
  [/\[[^\]]*\]/y, () => undefined],
  [/General|Standard/iy, () => ({ kind: "general" })],
  [/AM\/PM|A\/P/iy, () => ({ kind: "date", code: "am/pm" })],
  [/E[+-](?=[0#?])/iy, () => ({ kind: "exponent" })],
  [/(y+|m+|d+|h+|s+|e+)/iy, ([code = ""]) => ({ kind: "date", code: code.toLowerCase() })],
  [/[0#?]/y, ([sign]) => ({ kind: "digit", sign: sign === "0" ? "0" : sign === "#" ? "#" : "?" })],
  [/\./y, () => ({ kind: "point" })],
  [/,/y, () => ({ kind: "comma" })],
  [/%/y, () => ({ kind: "percent" })],
  [/\//y, () => ({ kind: "slash" })],
  [/@/y, () => ({ kind: "text" })],
  [/[\s\S]/y, ([text = ""]) => ({ kind: "literal", text })],
];

function tokensOf(code: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < code.length; ) {
    for (const [pattern, tokenOf] of PIECES) {
      pattern.lastIndex = at;
      const found = pattern.exec(code);
      if (!found) continue;
      const token = tokenOf(found);
      if (token) tokens.push(token);
      at += found[0].length;
      break;
    }
  }
  return tokens;
}

function parseSection(code: string): Section {
  const brackets = [...code.replace(/"[^"]*"|\\./g, "").matchAll(/\[([^\]]*)\]/g)].map(([, inner = ""]) =>
    inner.trim(),
  );
  const tokens = tokensOf(code);
  const isDate = tokens.some(({ kind }) => kind === "date");
  const [condition] = brackets.flatMap((inner) => parseComparison(inner) ?? []);
  const colour = brackets.map(colourNamed).find((one) => one !== undefined);
  return {
    // In a date, "/" parts the days from the months, "." and "," are signs like others.
    tokens: isDate ? tokens.map(plainSign) : tokens,
    ...(condition && { condition }),
    ...(colour && { colour }),
    foreign:
      brackets.some(isForeign) ||
      /(?:^|[^a-z])(?:g+|b{1,4})(?:$|[^a-z])/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]|General/gi, "")),
    isDate,
  };
}

/** In English and in French, in the order of the first eight colours. */
const COLOURS = [
  "black|noir",
  "white|blanc",
  "red|rouge",
  "green|vert",
  "blue|bleu",
  "yellow|jaune",
  "magenta",
  "cyan",
];

/** "White", "Color 2" => white */
function colourNamed(name: string): Rgb | undefined {
  const number = /^(?:color|couleur) ?(\d{1,2})$/i.exec(name)?.[1];
  const index = COLOURS.findIndex((names) => new RegExp(`^(?:${names})$`, "i").test(name));
  return DEFAULT_PALETTE[number === undefined ? index : Number(number) - 1];
}

/** "$-40C" is a language; the bytes above it are a calendar and the digits of a script, 1 being those of Europe. */
function isForeign(bracket: string): boolean {
  if (/^(?:dbnum|natnum)/i.test(bracket)) return true;
  const code = Number.parseInt(/^\$[^-]*-([0-9a-f]+)/i.exec(bracket)?.[1] ?? "0", 16);
  return ((code >>> 24) & 0x7f) > 1 || ((code >>> 16) & 0xff) > 1;
}

const SIGNS: Readonly<Partial<Record<Token["kind"], string>>> = { slash: "/", point: ".", comma: "," };
const plainSign = (token: Token): Token => {
  const text = SIGNS[token.kind];
  return text === undefined ? token : { kind: "literal", text };
};

export function parseNumberFormat(code: string): NumberFormat {
  const sections = sectionCodes(code === "" ? "General" : code).map(parseSection);
  const last = sections.at(-1);
  const forText = last?.tokens.some(({ kind }) => kind === "text");
  const numbers = forText ? sections.slice(0, -1) : sections.slice(0, 3);
  const text = forText ? last : sections[3];
  const general = parseSection("General");
  // A format of texts alone: programs differ on what its digits make of a number.
  const isOpen =
    numbers.length === 0 && text?.tokens.some((token) => token.kind === "literal" && /\d/.test(token.text));
  return {
    code,
    sections: numbers.length > 0 ? numbers : [{ ...general, foreign: isOpen === true }],
    ...(text && { text }),
  };
}

export const GENERAL: NumberFormat = parseNumberFormat("General");

/**
 * The section that shows the number, and whether the sign of a negative one is the section's own affair. undefined: the
 * conditions leave it open, or programs differ.
 */
export function sectionOf(
  { sections }: NumberFormat,
  value: number,
): { readonly section: Section; readonly own: boolean } | undefined {
  const [first, second, third] = sections;
  if (!first) return undefined;
  if (first.condition || second?.condition) {
    const section = value < 0 ? undefined : sectionByCondition(first, second, third, value);
    return section && { section, own: false };
  }
  if (value < 0 && second) return { section: second, own: true };
  return { section: value === 0 && third ? third : first, own: false };
}

/** `[>10]"x";0`, or `[=1]"un";[=2]"deux";0` */
function sectionByCondition(
  first: Section,
  second: Section | undefined,
  third: Section | undefined,
  value: number,
): Section | undefined {
  if (!first.condition) return undefined;
  if (meets(value, first.condition)) return first;
  if (!second?.condition) return third ? undefined : second;
  return meets(value, second.condition) ? second : third;
}

export function meets(value: number, { operator, bound }: Comparison): boolean {
  if (operator === "<") return value < bound;
  if (operator === "<=") return value <= bound;
  if (operator === ">") return value > bound;
  if (operator === ">=") return value >= bound;
  return operator === "=" ? value === bound : value !== bound;
}
