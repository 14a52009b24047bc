/**
 * The part that each date of a text plays beside the months of a figure: in « Janvier à mars 2026 » over a figure of 2026-01/2026-03,
 * January is the first month, March the last, 2026 the year of both. In a later file the same parts must hold for the months of that
 * file's figure: a title of the quarter before, or a count of other months, is seen.
 */
import { lastDay, lengthOf, monthOf, type Period, quarterNumber, yearOf } from "../model/period.ts";
import type { Dated } from "../model/received.ts";

/** What a date may be of a period, its end before its start: each gives its value. */
const ROLES: Readonly<Record<Dated["unit"], readonly ((period: Period) => number | string)[]>> = {
  month: [({ last }) => monthOf(last), ({ first }) => monthOf(first)],
  quarter: [quarterNumber, ({ first }) => Math.ceil(monthOf(first) / 3)],
  half: [({ last }) => Math.ceil(monthOf(last) / 6), ({ first }) => Math.ceil(monthOf(first) / 6)],
  year: [({ last }) => yearOf(last), ({ first }) => yearOf(first)],
  day: [lastDay, ({ first }) => `${first}-01`],
  length: [lengthOf],
  number: [],
};

/** "03-31" is the last day of any March. */
const fits = ({ value }: Dated, role: number | string): boolean =>
  role === value || (typeof role === "string" && role.slice(5) === value);

const plays = (date: Dated, period: Period): readonly number[] =>
  ROLES[date.unit].flatMap((role, i) => (fits(date, role(period)) ? [i] : []));

/** "T3 2025 / T4 2025": what is said together, from one year or quarter to the next. */
function together(dates: readonly Dated[]): readonly (readonly Dated[])[] {
  const groups: Dated[][] = [];
  for (const date of dates) {
    const group = groups.at(-1) ?? [];
    const has = (unit: Dated["unit"]): boolean => group.some((other) => other.unit === unit);
    const isOnce = date.unit === "year" || date.unit === "quarter" || date.unit === "half";
    const isNext = date.unit === "month" ? has("month") && has("year") : isOnce && has(date.unit);
    if (group.length === 0 || isNext) groups.push([date]);
    else group.push(date);
  }
  return groups;
}

/** Which dates of a text say the months of a figure: those that all do, of what is said together. */
const saidOf = (dates: readonly Dated[], period: Period): readonly boolean[] =>
  together(dates).flatMap((group) => {
    const isSaid = group.every((date) => date.unit === "number" || plays(date, period).length > 0);
    return group.map(({ unit }) => isSaid && unit !== "number");
  });

/** A date that says no months of the figure is what it was, or has moved with the quarters; a day may be any. */
function isSteady(before: Dated, now: Dated, from: Period, to: Period): boolean {
  if (before.unit === "year") {
    const years = Number(now.value) - Number(before.value);
    return years >= 0 && years <= yearOf(to.last) - yearOf(from.last) + 1;
  }
  return (before.unit !== "number" && before.unit !== "length") || before.value === now.value;
}

/** Does any date of a text say these months? */
export const says = (dates: readonly Dated[], period: Period): boolean => saidOf(dates, period).some(Boolean);

/** Of which months a text speaks: those of a figure. `quarter`: of its file. */
export interface Speaking {
  readonly dates: readonly Dated[];
  readonly period: Period;
  readonly quarter: Period;
}

/**
 * Do the dates of a later text say of its period what those of the text before said of its own? « T1 2026 » over its quarter says where it
 * begins and where it ends: `isLoose`, where it ends is enough, as in a title over counts since January.
 */
export function saysTheSame(before: Speaking, later: Speaking, isLoose: boolean): boolean {
  if (before.dates.length !== later.dates.length) return false;
  const said = saidOf(before.dates, before.period);
  // a year alone is the whole of it, or of what is over of it
  const isEnd = isLoose && before.dates.some(({ unit }, i) => said[i] && unit !== "year");
  return before.dates.every((date, i) => {
    const now = later.dates[i];
    if (!now || now.unit !== date.unit) return false;
    if (!said[i]) return isSteady(date, now, before.quarter, later.quarter);
    const roles = plays(date, before.period).slice(0, isEnd ? 1 : undefined);
    return roles.every((role) => fits(now, ROLES[now.unit][role]?.(later.period) ?? ""));
  });
}
