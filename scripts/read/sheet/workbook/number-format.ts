/**
 * What a number format makes of a number, by SheetJS (SSF), in French. A plain figure keeps its exact value ("1012", "2,25"): no digit is
 * lost to a narrow format. What the format adds to say what the figure is stays as shown: "%", a sign, a word, a date. Where the
 * digits shown are not those of the number stored, beyond rounding, grouping and per cent, the format is not plain.
 */
import { NNBSP } from "../../../model/format.ts";
import type { Rgb } from "../../contract/contrast.ts";
import { DEFAULT_PALETTE } from "./colours.ts";
import { showDate } from "./dates.ts";
import { plainNumber } from "./plain-number.ts";
import { builtIn, formatted, isDateFormat } from "./ssf.ts";

export interface Shown {
  readonly text: string;
  /** What is shown is not what is stored, or that is not sure. */
  readonly isOdd: boolean;
}

const DAY = "dd/mm/yyyy";
const EURO = '#,##0" €"';
/** Built-in formats that follow the language: the euro and the dates of France (ECMA-376 part 1, 18.8.30). */
const OF_FRANCE: Readonly<Record<number, string>> = {
  ...Object.fromEntries([5, 6, 42].map((id) => [id, `${EURO};-${EURO}`])),
  ...Object.fromEntries([7, 8, 44].map((id) => [id, '#,##0.00" €";-#,##0.00" €"'])),
  ...Object.fromEntries([14, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, DAY])),
  22: `${DAY} hh:mm`,
};

/** The code of a format that a file names by its number only. */
export const builtInFormat = (id: number): string => OF_FRANCE[id] ?? builtIn(id);

/** Without what is quoted or escaped. */
const unquoted = (code: string): string => code.replace(/"[^"]*(?:"|$)|\\[\s\S]|_[\s\S]|\*[\s\S]/g, "");

/** `+0;-0;"a;b"` => ["+0", "-0", "\"a;b\""] */
const sectionsOf = (code: string): readonly string[] =>
  (code.match(/(?:"[^"]*(?:"|$)|[\\_*][\s\S]|\[[^\]]*(?:\]|$)|[^;])+|(?<=^|;)(?=;|$)/g) ?? [code]).slice(0, 4);

/** In the order of the first eight colours; a format may hold their French names. */
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

/** The colours that a format may give to a text: "[White]", "[Color 2]". */
export const coloursOf = (code: string): readonly Rgb[] =>
  [...unquoted(code).matchAll(/\[(?:(?:color|couleur) ?(\d{1,2})|([a-z]+))\]/gi)].flatMap(([, number, name = ""]) => {
    const named = COLOURS.findIndex((names) => names.split("|").includes(name.toLowerCase()));
    const index = number === undefined ? named : Number(number) - 1;
    const colour = DEFAULT_PALETTE[index];
    return colour ? [colour] : [];
  });

/** Digits or a calendar of another script ("[$-2000000]", "ggge"); a sign repeated over the width of the column; digits before a text. */
function isForeign(code: string): boolean {
  const locales = [...code.matchAll(/\[\$[^\]-]*-([\da-f]+)/gi)].map(([, hex = ""]) => Number.parseInt(hex, 16));
  if (locales.some((locale) => ((locale >>> 24) & 0x7f) > 1 || ((locale >>> 16) & 0xff) > 1)) return true;
  const bare = unquoted(code).replace(/\[(?!dbnum|natnum)[^\]]*\]|General/gi, "");
  const isOfTexts = !code.includes(";") && bare.includes("@");
  return (
    /\[(?:dbnum|natnum)|(?:^|[^a-z])(?:g+|b{1,4})(?:$|[^a-z])/i.test(bare) ||
    /\*\S/.test(code.replace(/"[^"]*"|\\[\s\S]|_[\s\S]/g, "")) ||
    (isOfTexts && /\d/.test(code))
  );
}

const PIECES =
  /("[^"]*(?:"|$)|\\[\s\S]|_[\s\S]|\*[\s\S]|\[(?!\$)[^\]]*\])|\[\$([^\]-]*)[^\]]*\]|General|Standard|([#0?]+(?:,[#0?]+)+)(\.?)|([^\d#?.,+\-/@;$() ])/gi;

/**
 * The same format in the words that SSF knows: the signs of a currency and others as texts, "##,##0.0" as "#,##0.0"; a per cent sign is a text,
 * for the number is multiplied here.
 */
const known = (code: string): string =>
  code.replace(PIECES, (piece, kept?: string, currency?: string, grouped?: string, point = "", sign?: string) => {
    if (kept !== undefined) return piece;
    if (currency !== undefined) return currency === "" ? "" : `"${currency}"`;
    if (grouped !== undefined) return (grouped.includes("0") || point !== "" ? "#,##0" : "#,###") + point;
    return sign === undefined ? "0.##########" : `\\${sign}`;
  });

export function showNumber(value: number, code: string, from1904: boolean): Shown {
  const plain = plainNumber(value);
  if (/^(?:general|standard|@|)$/i.test(code)) return { text: plain, isOdd: false };
  const odd = { text: plain, isOdd: true };
  if (isForeign(code)) return odd;
  const sections = sectionsOf(code);
  if (isDateFormat(code)) {
    const isConditional = sections.some((section) => /\[[<>=]/.test(section));
    const date = isConditional || value < 0 ? undefined : showDate(value, sections[0] ?? code, from1904);
    return date ?? odd;
  }
  const power = /(?:\.([0#?]*))?E[+-]/i.exec(unquoted(code));
  if (power) return { text: plain, isOdd: Number(value.toExponential(power[1]?.length ?? 0)) !== value };
  const stored = value * 100 ** (unquoted(sections[0] ?? "").split("%").length - 1);
  const shown = formatted(known(code), Number(stored.toPrecision(15)))?.trim();
  if (shown === undefined) return odd;
  if (value === 0 && /^[-\u2010-\u2015\u2212]+$/.test(shown.replace(/[\s\p{Sc}]/gu, "")))
    return { text: "0", isOdd: false };
  if (!saysNumber(shown, stored)) return odd;
  return { text: /^[-(\u2212]*[\d\s.,]+\)?$/.test(shown) ? plain : inFrench(shown), isOdd: false };
}

const NUMBERS = /(?:\d+(?:[ \u00a0\u202f,]\d{3}(?!\d))*(?:\.\d*)?|\.\d+)/g;

/** "1,234.5 %" => "1 234,5 %" */
const inFrench = (shown: string): string =>
  shown.replace(NUMBERS, (number) => number.replaceAll(",", NNBSP).replace(/\.$/, "").replace(".", ","));

/** Does a person read this number, of this sign, in the text that is shown? "7 fait(s)" says 7; "T1 2026" says 2026, in words. */
function saysNumber(shown: string, value: number): boolean {
  const numbers = [...shown.matchAll(NUMBERS)];
  const found = numbers.find(([text]) => isNear(text, Math.abs(value)));
  if (!found || (numbers.length > 1 && !/\p{L}{2}|\p{L}\d/u.test(shown))) return false;
  const before = shown.slice(0, found.index).trimEnd();
  const after = shown.slice(found.index + found[0].length).trim();
  const isNegative = /[-\u2010-\u2015\u2212(]\p{Sc}?$/u.test(before) || /^[-\u2212]/.test(after);
  return isNegative === value < 0 || Number(found[0].replace(/[^\d]/g, "")) === 0;
}

/** Rounded to the decimals that are shown. */
function isNear(text: string, value: number): boolean {
  const number = Number(text.replace(/[ \u00a0\u202f,]/g, ""));
  const decimals = /\.(\d*)$/.exec(text)?.[1]?.length ?? 0;
  return Math.abs(number - value) <= 0.5 * 10 ** -decimals + 1e-9 * Math.max(1, Math.abs(value));
}

/** A text under the section for texts: `;;;` shows nothing, `"n° "@` a word before it. */
export function showText(text: string, code: string): Shown {
  const sections = sectionsOf(code);
  const isOfTexts = sections.length > 3 || /@/.test(unquoted(sections.at(-1) ?? ""));
  if (!isOfTexts || text === "" || code === "@") return { text, isOdd: false };
  const section = sections[sections.length - 1] ?? "";
  const shown = section
    .replace(/"([^"]*)(?:"|$)|\\([\s\S])|_[\s\S]|\*[\s\S]|\[[^\]]*\]|@/g, (sign, quoted = "", escaped = "") =>
      sign === "@" ? text : /^[_*]/.test(sign) ? " " : `${quoted}${escaped}`,
    )
    .trim();
  if (shown === text.trim()) return { text, isOdd: false };
  const added = shown.replace(text.trim(), "");
  return added.length < shown.length && !/\d/.test(added) ? { text: shown, isOdd: false } : { text, isOdd: true };
}
