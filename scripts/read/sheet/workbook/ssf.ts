/** The number formats of SheetJS (SSF). Wraps @e965/xlsx. */
import { SSF } from "@e965/xlsx";

export interface CalendarDay {
  readonly y: number;
  readonly m: number;
  readonly d: number;
  readonly H: number;
  readonly M: number;
  /** Of the week, from Sunday, 0. */
  readonly q: number;
}

/** In English; undefined: a code that it does not know, for which it throws a text. */
export function formatted(code: string, value: number): string | undefined {
  try {
    return String(SSF.format(code, value));
  } catch {
    return undefined;
  }
}

export const isDateFormat = (code: string): boolean => SSF.is_date(code) === true;
/** Of a number of days since 1900. */
export const dayOf = (days: number): CalendarDay => SSF.parse_date_code(days);
/** The code of a format that a file names by its number only. */
export const builtIn = (id: number): string => SSF.get_table()[id] ?? "General";
