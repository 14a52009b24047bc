/** The dates of a workbook: a number of days since 1900 or 1904, shown by a format (ECMA-376 part 1, 18.17.4.1 and 18.8.31). */

export const MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" ");
const WEEKDAYS = "dimanche lundi mardi mercredi jeudi vendredi samedi".split(" ");

/** Calendar parts of a stored date. `days` counts from the start of the workbook's calendar, for elapsed hours. */
export interface CalendarDate {
  readonly y: number;
  readonly m: number;
  readonly d: number;
  readonly H: number;
  readonly M: number;
  readonly S: number;
  readonly days: number;
}

const DAY = 86_400;
/** 31 December 9999 */
const LAST_DAY = 2_958_465;
/** Days from 1 January 1900 to 1 January 1904, as a workbook counts them. */
const DAYS_TO_1904 = 1_462;

/** 46112 => 31 March 2026; undefined before the calendar and after year 9999, where a workbook shows "####". */
export function calendarDate(serial: number, from1904: boolean): CalendarDate | undefined {
  const days = from1904 ? serial + DAYS_TO_1904 : serial;
  const seconds = Math.round(days * DAY);
  const day = Math.floor(seconds / DAY);
  if (serial < 0 || day > LAST_DAY) return undefined;
  const rest = seconds - day * DAY;
  const time = { H: Math.floor(rest / 3600), M: Math.floor(rest / 60) % 60, S: rest % 60, days: serial };
  // Day 60 is the 29 February 1900 of Lotus 1-2-3, which never was.
  if (day === 60) return { y: 1900, m: 2, d: 29, ...time };
  if (day === 0) return { y: 1900, m: 1, d: 0, ...time };
  const date = new Date(Date.UTC(1900, 0, day > 60 ? day - 1 : day));
  return { y: date.getUTCFullYear(), m: date.getUTCMonth() + 1, d: date.getUTCDate(), ...time };
}

/** "2026-03-31" or "2026-03-31T00:00:00.000" => 46112; undefined for anything else, and for a day that is in no calendar. */
export function serialOf(iso: string): number | undefined {
  const [, y, m, d, H = "0", M = "0", S = "0"] =
    /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?Z?)?$/.exec(iso.trim()) ?? [];
  if (!y || !m || !d) return undefined;
  const time = (Number(H) * 3600 + Number(M) * 60 + Number(S)) / DAY;
  // That of Lotus 1-2-3, which workbooks keep.
  if (`${y}-${m}-${d}` === "1900-02-29") return 60 + time;
  const date = new Date(Date.UTC(Number(y), Number(m) - 1, Number(d)));
  if (date.getUTCMonth() !== Number(m) - 1 || Number(d) < 1) return undefined;
  const days = Math.round(date.getTime() / (1000 * DAY)) + 25_569;
  return (days > 60 ? days : days - 1) + time;
}

/** One sign of a date format: "yyyy", "mmm", "d", "[h]", "AM/PM"; or a text between them. */
export type DatePart =
  | { readonly kind: "date"; readonly code: string }
  | { readonly kind: "literal"; readonly text: string };

const two = (n: number): string => String(n).padStart(2, "0");

/**
 * What the format shows, whole: "mmm-yy" => "mars 2026", "d/m/yy" => "31/03/2026", "yyyy" => "2026". A time alone, and a format with
 * words or digits of its own, are shown sign by sign: `"T1 "yyyy` => "T1 2026".
 */
export function displayDate(date: CalendarDate, parts: readonly DatePart[]): string {
  const codes = parts.flatMap((part) => (part.kind === "date" ? [part.code] : []));
  const worded = parts.some((part) => part.kind === "literal" && /[\p{L}\p{N}]/u.test(part.text));
  const has = (letter: string): boolean => codes.some((code) => code.startsWith(letter));
  const year = has("y") || has("e");
  const day = has("d");
  const timed = has("h") || has("s") || has("[");
  const month = codes.some((code, i) => code.startsWith("m") && !isMinutes(codes, i));
  if (worded || (!year && !day && !month)) return signBySign(date, parts, codes);
  const { y, m, d, H, M } = date;
  const name = MONTHS[m - 1] ?? "";
  const time = timed && (H > 0 || M > 0) ? ` ${two(H)}:${two(M)}` : "";
  if (year && day) return `${two(d)}/${two(m)}/${y}${time}`;
  if (year && month) return `${name} ${y}`;
  if (year) return codes.some(isWholeYear) ? String(y) : two(y % 100);
  return day && month ? `${d} ${name}` : day ? String(d) : name;
}

/** "yyyy"; "yy" shows 12 of 2012. */
export const isWholeYear = (code: string): boolean => /^(?:y{3,}|e)/.test(code);

/** "m" after hours or before seconds is a number of minutes. */
const isMinutes = (codes: readonly string[], i: number): boolean =>
  /^\[?h/.test(codes[i - 1] ?? "") || /^\[?s/.test(codes[i + 1] ?? "");

function signBySign(date: CalendarDate, parts: readonly DatePart[], codes: readonly string[]): string {
  const half = codes.some((code) => code.includes("/"));
  let at = -1;
  return parts
    .map((part) => {
      if (part.kind === "literal") return part.text;
      at += 1;
      return dateSign(date, part.code, isMinutes(codes, at), half);
    })
    .join("")
    .trim();
}

/** `half`: the hours are those of a half day, "2:30 PM". */
function dateSign({ y, m, d, H, M, S, days }: CalendarDate, code: string, minutes: boolean, half: boolean): string {
  const [letter] = code;
  const padded = (n: number): string => (code.length > 1 ? two(n) : String(n));
  if (code.startsWith("[h")) return String(Math.floor(days * 24 + 1e-9));
  if (code.startsWith("[m")) return String(Math.floor(days * 24 * 60 + 1e-9));
  if (code.startsWith("[s")) return String(Math.round(days * DAY));
  if (code.includes("/")) return H < 12 ? "AM" : "PM";
  if (letter === "y" || letter === "e") return letter === "y" && code.length < 3 ? two(y % 100) : String(y);
  if (letter === "h") return padded(half ? H % 12 || 12 : H);
  if (letter === "s") return padded(S);
  if (letter === "m" && minutes) return padded(M);
  const name = MONTHS[m - 1] ?? "";
  if (letter === "m") return code.length < 3 ? padded(m) : code.length === 5 ? name.slice(0, 1).toUpperCase() : name;
  return code.length < 3 ? padded(d) : (WEEKDAYS[new Date(Date.UTC(y, m - 1, d)).getUTCDay()] ?? "");
}
