/** The pieces that periods are said with: the words for months and ranks, and what one match of a rule says. */
import { lengthOf, month, type Period } from "../../model/period.ts";
import type { EndDay, PeriodPart, YearWord } from "./period-part.ts";

export type Item =
  | { readonly kind: "full"; readonly period: Period }
  | { readonly kind: "within"; readonly months: readonly [number, number] }
  | { readonly kind: "rank"; readonly rank: number }
  | { readonly kind: "year"; readonly year: YearWord }
  | { readonly kind: "wholeYear" }
  /** `besides`: "3e trimestre et cumul" says two periods, "cumul du 3e trimestre" one; `again`: "cumul à fin mars" says one twice. */
  | { readonly kind: "cumulative"; readonly besides?: true; readonly again?: true }
  | { readonly kind: "rolling"; readonly besides?: true }
  | { readonly kind: "own"; readonly own: NonNullable<PeriodPart["own"]> }
  /** The last day of a month after "au", "jusqu'au": says where a cumulative count ends; alone it is a mere date. */
  | { readonly kind: "until"; readonly month: number; readonly year: number | null }
  /** Another day after "au", "arrêté au": no period, and yet nothing later is counted. */
  | { readonly kind: "date"; readonly until?: EndDay }
  /** "9 mois": January to September when the text says "cumul", otherwise which months is not said. */
  | { readonly kind: "months"; readonly count: number }
  | { readonly kind: "unreadable" };

/** A spelling, and what each match of it says. */
export type Rule = readonly [RegExp, (m: RegExpExecArray) => readonly Item[]];

const MONTH_WORDS: readonly (readonly [string, number])[] =
  "janvier|janv|jan fevrier|fevr|fev mars avril|avr mai juin juillet|juil aout septembre|sept|sep octobre|oct novembre|nov decembre|dec"
    .split(" ")
    .map((words, i) => [words, i + 1] as const);
/** "I", "IV": the rank of a quarter. */
export const ROMAN = "(?:iii|ii|iv|i)(?![a-z])";
export const MONTH = `(?:${MONTH_WORDS.map(([words]) => words).join("|")})(?![a-z])\\.?`;
export const Y = "(?:19|20)\\d{2}(?!\\d)";
const ORDINALS: readonly (readonly [string, number])[] = [
  ["1\\s?(?:ers?|ere|re|e|°)?|premiers?|i(?:ers?|ere)?", 1],
  ["2\\s?(?:emes?|es?|nde?|°)?|deuxiemes?|seconds?|ii(?:e|eme|nd)?", 2],
  ["3\\s?(?:emes?|es?|°)?|troisiemes?|iii(?:e|eme)?", 3],
  ["4\\s?(?:emes?|es?|°)?|quatriemes?|iv(?:e|eme)?", 4],
];
export const ORDINAL = `(?:${ORDINALS.map(([words]) => words).join("|")})`;
export const START = "(?<![a-z0-9])";

const numberOf = (table: readonly (readonly [string, number])[], text: string): number =>
  table.find(([words]) => new RegExp(`^(?:${words})\\.?$`).test(text.trim()))?.[1] ?? Number.NaN;
export const monthNumber = (text: string): number => numberOf(MONTH_WORDS, text);
export const ordinalNumber = (text: string): number => numberOf(ORDINALS, text);

/** "26" => 2026 */
export const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text));
export const daysIn = (year: number, number: number): number => new Date(Date.UTC(year, number, 0)).getUTCDate();

export const within = (first: number, last: number): Item => ({ kind: "within", months: [first, last] });
export const quarterItem = (n: number): Item => within(3 * n - 2, 3 * n);
const halfItem = (n: number): Item => within(6 * n - 5, 6 * n);
export const yearItem = (text: string): Item => ({ kind: "year", year: fullYear(text) });
export const relativeYear = (relative: number): Item => ({ kind: "year", year: { relative } });

/** A day of the calendar: the month counts from 1. */
export interface Day {
  readonly day: number;
  readonly month: number;
  readonly year: number;
}

const isMonth = (number: number): boolean => number >= 1 && number <= 12;

/** A range of days is a period only when it is made of whole months. */
export function dayRange(from: Day, to: Day): readonly Item[] {
  const whole = isMonth(from.month) && isMonth(to.month) && from.day === 1 && to.day === daysIn(to.year, to.month);
  if (!whole) return [{ kind: "unreadable" }];
  const period: Period = { first: month(from.year, from.month), last: month(to.year, to.month) };
  return lengthOf(period) < 1 ? [{ kind: "unreadable" }] : [{ kind: "full", period }];
}

export function monthRange(
  first: number,
  year1: string | undefined,
  last: number,
  year2: string | undefined,
): readonly Item[] {
  if (year1 === undefined || (year2 !== undefined && fullYear(year1) === fullYear(year2))) {
    if (first > last) return [{ kind: "unreadable" }];
    return year2 === undefined ? [within(first, last)] : [within(first, last), yearItem(year2)];
  }
  if (year2 === undefined) return [{ kind: "unreadable" }];
  // "mars 2025 / mars 2026": two months compared, and not thirteen
  if (first === last) return [within(first, first), yearItem(year1), within(last, last), yearItem(year2)];
  const period: Period = { first: month(fullYear(year1), first), last: month(fullYear(year2), last) };
  return lengthOf(period) < 1 ? [{ kind: "unreadable" }] : [{ kind: "full", period }];
}

export function monthList(months: readonly number[], year: string | undefined): readonly Item[] {
  const [first] = months;
  const last = months.at(-1);
  const follow = months.every((m, i) => i === 0 || m === (months[i - 1] ?? 0) + 1);
  if (first === undefined || last === undefined || !follow) return [{ kind: "unreadable" }];
  return monthRange(first, undefined, last, year);
}

export const COUNT_WORDS: Readonly<Record<string, number>> = { trois: 3, six: 6, neuf: 9, douze: 12 };

export function monthsItem(count: number, which: string, tail: string): readonly Item[] {
  if (tail.includes("gliss") || tail.includes("mobile"))
    return [count === 12 ? { kind: "rolling" } : { kind: "unreadable" }];
  if (tail.includes("preced")) return count === 12 ? [{ kind: "rolling" }, relativeYear(-1)] : [{ kind: "unreadable" }];
  if (which.startsWith("premier") || which.startsWith("1er"))
    return count >= 1 && count <= 12 ? [within(1, count)] : [{ kind: "unreadable" }];
  if (which.startsWith("dernier"))
    return count === 12
      ? [{ kind: "rolling" }]
      : count === 3
        ? [{ kind: "own", own: "quarter" }]
        : [{ kind: "unreadable" }];
  if (tail.includes("cumul") && count < 12) return [{ kind: "cumulative" }, within(1, count)];
  // "9 mois 2026" is counted from January in a statement of September: resolve.ts tells
  // "12 mois 2025" is the year 2025, or the twelve months that end in it: resolve.ts gives both
  return count === 12 ? [{ kind: "rolling" }, within(1, 12)] : [{ kind: "months", count }];
}

const halfOf = (n: number): Item => (n === 1 || n === 2 ? halfItem(n) : { kind: "unreadable" });
/** "trimestre", "t" and 2 => the second quarter; "semestre", "s" and 1 => the first half of the year. */
export const rankItem = (unit: string | undefined, n: number): Item =>
  unit?.startsWith("s") ? halfOf(n) : quarterItem(n);

/** A part with a two-digit year after it, when that is a plausible one: "T1-26". */
export function shortItems(item: Item, year: string | undefined): readonly Item[] {
  return year === undefined ? [item] : [item, yearItem(year)];
}
