/** The dates of a workbook: a number of days since 1900 or 1904, shown by a format (ECMA-376 part 1, 18.17.4.1 and 18.8.31). */
import { MONTHS } from "../../../model/format.ts";
import { dayOf, formatted } from "./ssf.ts";

const WEEKDAYS = "dimanche lundi mardi mercredi jeudi vendredi samedi".split(" ");

/** 31 December 9999 */
const LAST_DAY = 2_958_465;
/** Days from 1 January 1900 to 1 January 1904, as a workbook counts them. */
const DAYS_TO_1904 = 1_462;

export const monthName = (month: number): string => MONTHS[month - 1] ?? "";

const two = (n: number): string => String(n).padStart(2, "0");

/**
 * What a section of a format shows, whole: "mmm-yy" => "mars 2026", "d/m/yy" => "31/03/2026", "yyyy" => "2026". A time alone, and a
 * section with words or digits of its own, are shown sign by sign: `"T1 "yyyy` => "T1 2026". undefined: no date.
 */
export function showDate(serial: number, section: string, from1904: boolean) {
  const days = from1904 ? serial + DAYS_TO_1904 : serial;
  if (days > LAST_DAY + 1) return undefined;
  const { y, m, d, H, M, q } = dayOf(days);
  const words = (section.match(/"[^"]*"|\\[\s\S]|\[\$[^\]-]*/g) ?? []).join("").replaceAll("[$", "");
  const signs = section.replace(/"[^"]*(?:"|$)|[\\_*][\s\S]|\[\$[^\]]*\]|am\/pm|a\/p/gi, " ");
  const dateSigns = signs.replace(/(h+\]?[^a-z]*)m+/gi, "$1").replace(/m+(?=[^a-z]*\[?s)/gi, "");
  const [hasYear, hasMonth, hasDay] = [/[ye]/i, /m/i, /d/i].map((sign) => sign.test(dateSigns));
  const isTimed = /[hs]/i.test(signs);
  const isWholeYear = /y{3,}|e/i.test(dateSigns);
  const time = isTimed && (H > 0 || M > 0) ? ` ${two(H)}:${two(M)}` : "";
  const named = section.replace(/"[^"]*"|\\[\s\S]|m{3,5}|d{3,4}/gi, (piece) =>
    /^m/i.test(piece) ? `"${monthName(m)}"` : /^d/i.test(piece) ? `"${WEEKDAYS[q]}"` : piece,
  );
  const text = (): string => {
    if (/[\p{L}\p{N}]/u.test(words) || !(hasYear || hasMonth || hasDay)) return (formatted(named, days) ?? "").trim();
    if (hasYear && hasDay) return `${two(d)}/${two(m)}/${y}${time}`;
    if (hasYear) return hasMonth ? `${monthName(m)} ${y}` : isWholeYear ? String(y) : two(y % 100);
    return hasDay && hasMonth ? `${d} ${monthName(m)}` : hasDay ? String(d) : monthName(m);
  };
  const shown = text();
  // "d" shows 12 of 12 February 1900, "yy" of 2012, "[h]" of half a day: a figure that is another one.
  return { text: shown, isOdd: /^\d+$/.test(shown) && !(isWholeYear && !hasMonth && !hasDay) };
}
