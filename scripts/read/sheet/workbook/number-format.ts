/**
 * Number formats: a format code, as files hold it in its English form, into what it makes of a number or a text (ECMA-376 part 1,
 * 18.8.30 and 18.8.31). `#,##0;[Red]-#,##0;"nul";@`: up to three sections for numbers, one for texts.
 */
import { NNBSP } from "../../../model/format.ts";

export type Token =
  | { readonly kind: "digit"; readonly sign: "0" | "#" | "?" }
  | { readonly kind: "point" | "comma" | "percent" | "general" | "text" | "exponent" | "slash" }
  | { readonly kind: "literal"; readonly text: string }
  /** Repeated over the width of the column: no one knows how often. */
  | { readonly kind: "fill"; readonly text: string }
  | { readonly kind: "date"; readonly code: string };

interface Condition {
  readonly operator: string;
  readonly bound: number;
}

export interface Section {
  readonly tokens: readonly Token[];
  readonly condition?: Condition;
  /** [White]: a colour of its own, over that of the cell's font. */
  readonly white: boolean;
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

const CONDITION = /^(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)$/;

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
  const [condition] = brackets.flatMap((inner) => {
    const [, operator, bound] = CONDITION.exec(inner) ?? [];
    return operator === undefined || bound === undefined ? [] : [{ operator, bound: Number(bound) }];
  });
  return {
    // In a date, "/" parts the days from the months, "." and "," are signs like others.
    tokens: isDate ? tokens.map(plainSign) : tokens,
    ...(condition && { condition }),
    white: brackets.some((inner) => /^(white|blanc|color ?2)$/i.test(inner)),
    foreign:
      brackets.some(isForeign) ||
      /(?:^|[^a-z])(?:g+|b{1,4})(?:$|[^a-z])/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]|General/gi, "")),
    isDate,
  };
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
  return { code, sections: numbers.length > 0 ? numbers : [general], ...(text && { text }) };
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

function meets(value: number, { operator, bound }: Condition): boolean {
  if (operator === "<") return value < bound;
  if (operator === "<=") return value <= bound;
  if (operator === ">") return value > bound;
  if (operator === ">=") return value >= bound;
  return operator === "=" ? value === bound : value !== bound;
}

/** What a section of digits makes of a number. */
export interface Rendered {
  readonly text: string;
  /** The number that the digits stand for, after per cent, scaling and rounding: 45.45 for 0.4545 under "0.00%". */
  readonly value: number;
  /** Divided by thousands. */
  readonly scaled: boolean;
}

/** 12 under `0 000` => "0 012"; 1234.5 under `#,##0.0` => "1 234,5". `value`: without its sign. */
export function renderDigits(tokens: readonly Token[], value: number): Rendered {
  const point = tokens.findIndex(({ kind }) => kind === "point");
  const isPlace = (token: Token): boolean => token.kind === "digit";
  const lastPlace = tokens.findLastIndex(isPlace);
  const before = point < 0 ? tokens : tokens.slice(0, point);
  const after = point < 0 ? [] : tokens.slice(point + 1);
  const scale = trailingCommas(before) + trailingCommas(after);
  const percents = tokens.filter(({ kind }) => kind === "percent").length;
  const decimals = Math.min(30, after.filter(isPlace).length);
  const scaled = Number((value * 100 ** percents).toPrecision(15)) / 1000 ** scale;
  const [whole = "", fraction = ""] = roundedDigits(scaled, decimals);
  const grouped = before.some((token, i) => token.kind === "comma" && before.slice(i + 1).some(isPlace));
  const texts = [...wholeTexts(before, whole, grouped)];
  if (point >= 0) texts.push(",", ...fractionTexts(after, fraction));
  const shown = lastPlace < 0 ? value : Number(`${whole || "0"}.${fraction || "0"}`);
  return { text: texts.join(""), value: shown, scaled: scale > 0 };
}

/** Commas between the last place of digits and the end: each divides by a thousand. */
function trailingCommas(tokens: readonly Token[]): number {
  const last = tokens.findLastIndex(({ kind }) => kind === "digit");
  if (last < 0) return 0;
  let count = 0;
  while (tokens[last + 1 + count]?.kind === "comma") count++;
  return count;
}

/** 1234.5, 1 => ["1234", "5"]; a whole part of 0 has no digits. */
function roundedDigits(value: number, decimals: number): readonly string[] {
  const shifted = Number(`${value}e${decimals}`);
  const text =
    Number.isFinite(shifted) && shifted < 1e15
      ? (Math.round(shifted) / 10 ** decimals).toFixed(decimals)
      : value.toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: Math.min(20, decimals) });
  const [whole = "", fraction = ""] = text.split(".");
  return [whole.replace(/^0+/, ""), fraction.padEnd(decimals, "0")];
}

/** From the right: each place takes a digit, the leftmost all that remain. */
function wholeTexts(tokens: readonly Token[], digits: string, grouped: boolean): readonly string[] {
  const first = tokens.findIndex(({ kind }) => kind === "digit");
  const texts: string[] = [];
  let left = digits;
  let written = 0;
  const write = (sign: string): void => {
    if (grouped && written > 0 && written % 3 === 0 && sign !== " ") texts.unshift(NNBSP);
    texts.unshift(sign);
    written += 1;
  };
  for (let i = tokens.length - 1; i >= 0; i--) {
    const token = tokens[i];
    if (token?.kind !== "digit") texts.unshift(token ? textOfToken(token) : "");
    else {
      if (left !== "") write(left.slice(-1));
      else if (token.sign !== "#") write(token.sign === "0" ? "0" : " ");
      left = left.slice(0, -1);
      if (i === first) for (; left !== ""; left = left.slice(0, -1)) write(left.slice(-1));
    }
  }
  return texts;
}

/** From the left; zeros at the end are left out where the place says so. */
function fractionTexts(tokens: readonly Token[], digits: string): readonly string[] {
  let at = 0;
  return tokens.map((token) => {
    if (token.kind !== "digit") return textOfToken(token);
    const rest = digits.slice(at);
    at += 1;
    if (/[1-9]/.test(rest) || token.sign === "0") return rest.slice(0, 1) || "0";
    return token.sign === "?" ? " " : "";
  });
}

const textOfToken = (token: Token): string =>
  token.kind === "literal" ? token.text : token.kind === "percent" ? "%" : token.kind === "point" ? "," : "";
