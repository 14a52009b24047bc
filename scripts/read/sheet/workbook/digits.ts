/** The digits of a number laid into the places of a number format: 1234.5 under `#,##0.0` => "1 234,5". */
import { NNBSP } from "../../../model/format.ts";
import type { Token } from "./number-format.ts";

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
