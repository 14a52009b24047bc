/**
 * What a format shows of a stored number or text. A plain figure keeps its exact value ("1012", "2,25"): no digit is lost to a
 * narrow format. What the format adds to say what the figure is stays as shown: "%", a sign, a word, a date. Where another number
 * is shown than the one that is stored, beyond rounding and per cent, what is stored stands beside.
 */
import type { Beside } from "../../../model/grid.ts";
import type { Rgb } from "../../contract/contrast.ts";
import { otherwise, UNSURE } from "../../seen/seen-text.ts";
import { calendarDate, type DatePart, displayDate, isWholeYear } from "./dates.ts";
import { type Rendered, renderDigits } from "./digits.ts";
import { type NumberFormat, type Section, sectionOf, type Token } from "./number-format.ts";
import { plainNumber } from "./plain-number.ts";

export interface Shown {
  readonly text: string;
  readonly beside?: Beside;
  /** The format has its own colour. */
  readonly colour?: Rgb;
}

export interface ShownWhere {
  readonly from1904: boolean;
  /** false: the sheet leaves its zeros blank. */
  readonly showsZeros: boolean;
}

export function showNumber(value: number, format: NumberFormat, { from1904, showsZeros }: ShownWhere): Shown {
  const plain = plainNumber(value);
  // A person sees an empty cell: no figure is read there, and the zero is told.
  if (value === 0 && !showsZeros) return { text: "", beside: { kind: "hidden", text: plain } };
  const chosen = sectionOf(format, value);
  if (!chosen || chosen.section.foreign) return { text: plain, beside: UNSURE };
  const { section, own } = chosen;
  const shown = section.isDate ? showDate(value, section, from1904) : showDigits(value, section.tokens, { own, plain });
  return section.colour ? { ...shown, colour: section.colour } : shown;
}

function showDate(value: number, { tokens }: Section, from1904: boolean): Shown {
  const date = calendarDate(value, from1904);
  if (!date) return { text: "", beside: otherwise(plainNumber(value)) };
  const parts = tokens.map(
    (token): DatePart =>
      token.kind === "date"
        ? { kind: "date", code: token.code }
        : { kind: "literal", text: token.kind === "literal" ? token.text : token.kind === "digit" ? "0" : "" },
  );
  const text = displayDate(date, parts);
  const isYear = parts.every((part) => part.kind === "literal" || isWholeYear(part.code));
  // "d" shows 12 of 12 February 1900, "yy" of 2012, "[h]" of half a day: a figure that is another one.
  return /^\d+$/.test(text) && !isYear ? { text, beside: otherwise(plainNumber(value)) } : { text };
}

const isApproximate = ({ kind }: Token): boolean => kind === "exponent" || kind === "slash";
const isWorded = (token: Token): boolean => token.kind === "literal" && /\S/.test(token.text);
/** Signs that say no more of a negative number than that it is one. */
const isSigned = (token: Token): boolean => token.kind === "literal" && /^[-() ]*$/.test(token.text);

/** Does "1.20E+03" leave out no digit of 1200? A fraction beside a whole number says all of it. */
function saysWhole(value: number, tokens: readonly Token[]): boolean {
  const power = tokens.findIndex(({ kind }) => kind === "exponent");
  if (power < 0) return true;
  const point = tokens.findIndex(({ kind }) => kind === "point");
  const decimals = point < 0 ? 0 : tokens.slice(point, power).filter(({ kind }) => kind === "digit").length;
  return Number(value.toExponential(decimals)) === value;
}

/** `own`: the section shows negative numbers, and says so itself or not. */
function showDigits(
  value: number,
  tokens: readonly Token[],
  { own, plain }: { readonly own: boolean; readonly plain: string },
): Shown {
  if (tokens.some((token) => token.kind === "fill" && token.text !== " ")) return { text: plain, beside: UNSURE };
  if (tokens.some(isApproximate)) {
    if (tokens.some(isWorded)) return { text: plain, beside: UNSURE };
    return saysWhole(value, tokens) ? { text: plain } : { text: plain, beside: otherwise(plain) };
  }
  const absolute = Math.abs(value);
  const rendered = tokens.some(({ kind }) => kind === "general")
    ? renderGeneral(tokens, absolute)
    : renderDigits(tokens, absolute);
  const shown = `${value < 0 && !own ? "-" : ""}${rendered.text}`.trim();
  if (value === 0 && /^[-\u2010-\u2015\u2212]+$/.test(shown.replace(/[\s\p{Sc}]/gu, ""))) return { text: "0" };
  const says = shown !== "" && !rendered.scaled && saysNumber(shown, rendered.value, value < 0);
  if (!says) return { text: shown, beside: otherwise(plain) };
  const bare = tokens.every(
    (token) => token.kind !== "percent" && (!isWorded(token) || (value < 0 && isSigned(token))),
  );
  return { text: bare ? plain : shown };
}

const renderGeneral = (tokens: readonly Token[], value: number): Rendered => ({
  text: tokens
    .map((token) =>
      token.kind === "general"
        ? plainNumber(value)
        : token.kind === "literal"
          ? token.text
          : token.kind === "percent"
            ? "%"
            : "",
    )
    .join(""),
  value,
  scaled: tokens.some(({ kind }) => kind === "percent"),
});

const NUMBERS = /\d+(?:[ \u00a0\u202f]\d{3}(?!\d))*(?:,\d+)?/g;

/** Does a person read this number, of this sign, in the text that is shown? "7 fait(s)" says 7; "T1 2026" says 2026, in words. */
function saysNumber(shown: string, value: number, negative: boolean): boolean {
  const found = [...shown.matchAll(NUMBERS)];
  const same = found.filter(([text]) => isNear(Number(text.replace(/[ \u00a0\u202f]/g, "").replace(",", ".")), value));
  const [number] = same;
  if (!number || (found.length > 1 && !/\p{L}{2}|\p{L}\d/u.test(shown))) return false;
  const before = shown.slice(0, number.index).trimEnd();
  const minus =
    /[-\u2010-\u2015\u2212(]\p{Sc}?$/u.test(before) ||
    /^[-\u2212]/.test(shown.slice(number.index + number[0].length).trim());
  return minus === negative;
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

/** A text under the section for texts: `;;;` shows nothing, `"n° "@` a word before it. */
export function showText(text: string, { text: section }: NumberFormat): Shown {
  if (!section || text === "") return { text };
  const shown = section.tokens
    .map((token) => (token.kind === "text" ? text : token.kind === "literal" ? token.text : ""))
    .join("")
    .trim();
  const added = section.tokens.some((token) => token.kind === "literal" && /\d/.test(token.text));
  if (shown === text.trim() || (shown.includes(text.trim()) && !added))
    return { text: shown === text.trim() ? text : shown };
  return { text: shown, beside: otherwise(text) };
}
