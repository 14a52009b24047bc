/**
 * What a number format makes of a number, by SheetJS (SSF), in French. A plain figure keeps its exact value ("1012", "2,25"): no digit is
 * lost to a narrow format. What the format adds to say what the figure is stays as shown: "%", a sign, a word, a date. Where the
 * digits shown are not those of the number stored, beyond rounding, grouping and per cent, the format is not plain.
 */
import { showDate } from "./dates.ts";
import { numberShown, plainNumber, type Shown } from "./plain-number.ts";
import { builtIn, formatted, isDateFormat } from "./ssf.ts";

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

/** Colours of a format that are not seen on white; of the palette of 56, white, yellow and what is as light. */
const FAINT_COLOUR = /\[(?:white|blanc|yellow|jaune|(?:color|couleur) ?(?:2|6|19|20|27|34|35|36))\]/i;

/** Digits or a calendar of another script ("[$-2000000]", "ggge"); a sign repeated over the width of the column; digits before a text. */
function isForeign(code: string): boolean {
  const locales = [...code.matchAll(/\[\$[^\]-]*-([\da-f]+)/gi)].map(([, hex = ""]) => Number.parseInt(hex, 16));
  if (locales.some((locale) => ((locale >>> 24) & 0x7f) > 1 || ((locale >>> 16) & 0xff) > 1)) return true;
  const bare = unquoted(code).replace(/\[(?!dbnum|natnum)[^\]]*\]|General/gi, "");
  const isAllTexts = !code.includes(";") && bare.includes("@");
  return (
    /\[(?:dbnum|natnum)|(?:^|[^a-z])(?:g+|b{1,4})(?:$|[^a-z])/i.test(bare) ||
    /\*\S/.test(code.replace(/"[^"]*"|\\[\s\S]|_[\s\S]/g, "")) ||
    (isAllTexts && /\d/.test(code))
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

const CONDITION = /\[[<>=][^\]]*\]/;
const isOfTexts = (section: string): boolean => unquoted(section).includes("@");

/** The section that shows a number, by its sign or by the conditions before them: SSF chooses, among their ranks. */
function sectionOf(sections: readonly string[], value: number): string {
  const ranks = sections.map((one, rank) => (isOfTexts(one) ? "@" : `${CONDITION.exec(one)?.[0] ?? ""}"${rank}"`));
  return sections[Number(formatted(ranks.join(";"), value)?.replace(/\D/g, ""))] ?? "";
}

export function showNumber(value: number, code: string, from1904: boolean): Shown {
  const plain = plainNumber(value);
  if (/^(?:general|standard|@|)$/i.test(code)) return { text: plain, isOdd: false };
  const odd = { text: plain, isOdd: true };
  if (isForeign(code) || FAINT_COLOUR.test(unquoted(code))) return odd;
  const sections = sectionsOf(code);
  if (isDateFormat(code)) {
    const isConditional = sections.some((section) => /\[[<>=]/.test(section));
    const date = isConditional || value < 0 ? undefined : showDate(value, sections[0] ?? code, from1904);
    return date ?? odd;
  }
  const power = /(?:\.([0#?]*))?E[+-]/i.exec(unquoted(code));
  if (power) return { text: plain, isOdd: Number(value.toExponential(power[1]?.length ?? 0)) !== value };
  // A number that is multiplied would be held against conditions that are said of the one that is stored.
  const own = sectionOf(sections, value);
  const stored = value * 100 ** (unquoted(own).split("%").length - 1);
  const alike = sections.map((one) => (isOfTexts(one) ? one : own.replace(CONDITION, "")));
  const shown = formatted(known(alike.join(";")), Number(stored.toPrecision(15)))?.trim();
  return shown === undefined ? odd : (numberShown(shown, stored) ?? odd);
}

/** A text under the section for texts: `;;;` shows nothing, `"n° "@` a word before it. */
export function showText(text: string, code: string): Shown {
  const sections = sectionsOf(code);
  const section = sections.at(-1) ?? "";
  if (!(sections.length > 3 || isOfTexts(section)) || text === "" || code === "@") return { text, isOdd: false };
  const isOdd = isForeign(code) || FAINT_COLOUR.test(unquoted(section));
  const shown = section
    .replace(/"([^"]*)(?:"|$)|\\([\s\S])|_[\s\S]|\*[\s\S]|\[[^\]]*\]|@/g, (sign, quoted = "", escaped = "") =>
      sign === "@" ? text : /^[_*]/.test(sign) ? " " : `${quoted}${escaped}`,
    )
    .trim();
  if (shown === text.trim()) return { text, isOdd };
  const added = shown.replace(text.trim(), "");
  return added.length < shown.length && !/\d/.test(added) ? { text: shown, isOdd } : { text, isOdd: true };
}
