/** Calendar spans in whole months. Pure arithmetic: no clock, no text of the statements. */

/** A calendar month, e.g. "2026-03". */
export type Month = `${number}-${number}`;

/**
 * Whole months, both ends included. A quarter, a half-year, a cumulative count since January,
 * a rolling year: all are spans. Written "2026-01/2026-03" in data, "1er trimestre 2026" to people.
 */
export interface Period {
  readonly first: Month;
  readonly last: Month;
}

/** month(2026, 3) => "2026-03"; month(2026, 0) => "2025-12": months outside 1–12 carry over. */
export function month(year: number, number: number): Month {
  const index = year * 12 + number - 1;
  const m = (index % 12) + 1;
  return `${Math.floor(index / 12)}-${String(m).padStart(2, "0")}` as Month;
}

/** Months since year 0: a whole number that orders and subtracts. "2026-03" => 24314 */
export const monthIndex = (m: Month): number => Number(m.slice(0, -3)) * 12 + Number(m.slice(-2)) - 1;

export function addMonths(m: Month, count: number): Month {
  const index = monthIndex(m) + count;
  return month(Math.floor(index / 12), (index % 12) + 1);
}

export const yearOf = (m: Month): number => Math.floor(monthIndex(m) / 12);
export const monthOf = (m: Month): number => (monthIndex(m) % 12) + 1;

/** Number of months, ends included: a quarter => 3. */
export const lengthOf = (p: Period): number => monthIndex(p.last) - monthIndex(p.first) + 1;

/** span(2026, 1, 3) => 2026-01/2026-03 */
export const span = (year: number, first: number, last: number): Period => ({
  first: month(year, first),
  last: month(year, last),
});

/** quarter(2026, 1) => 2026-01/2026-03 */
export const quarter = (year: number, number: number): Period => span(year, number * 3 - 2, number * 3);
/** halfYear(2026, 1) => 2026-01/2026-06 */
export const halfYear = (year: number, number: number): Period => span(year, number * 6 - 5, number * 6);
export const wholeYear = (year: number): Period => span(year, 1, 12);
/** January to the end of the period given: cumulative(2026-04/2026-06) => 2026-01/2026-06 */
export const cumulative = (p: Period): Period => ({ first: month(yearOf(p.last), 1), last: p.last });
/** The twelve months that end with the period given. */
export const rollingYear = (p: Period): Period => ({ first: addMonths(p.last, -11), last: p.last });

/** The same months, `years` later (negative: earlier). */
export const shiftYears = (p: Period, years: number): Period => ({
  first: addMonths(p.first, 12 * years),
  last: addMonths(p.last, 12 * years),
});

/** The quarter `count` quarters after this one (negative: before). */
export const shiftQuarters = (p: Period, count: number): Period => ({
  first: addMonths(p.first, 3 * count),
  last: addMonths(p.last, 3 * count),
});

export const isQuarter = (p: Period): boolean => lengthOf(p) === 3 && monthOf(p.first) % 3 === 1;
export const isHalfYear = (p: Period): boolean => lengthOf(p) === 6 && monthOf(p.first) % 6 === 1;
export const isWholeYear = (p: Period): boolean => lengthOf(p) === 12 && monthOf(p.first) === 1;
/** Starts in January and stays within the year. */
export const isCumulative = (p: Period): boolean => monthOf(p.first) === 1 && yearOf(p.first) === yearOf(p.last);

/** 1 to 4: of the calendar quarter that holds the last month of the period. */
export const quarterNumber = (p: Period): number => Math.ceil(monthOf(p.last) / 3);
/** That quarter. */
export const quarterAtEndOf = (p: Period): Period => quarter(yearOf(p.last), quarterNumber(p));

/** The quarters of a period that is made of whole quarters, in order; otherwise undefined. */
export function quartersOf(p: Period): readonly Period[] | undefined {
  if (monthOf(p.first) % 3 !== 1 || monthOf(p.last) % 3 !== 0) return undefined;
  const quarters: Period[] = [];
  for (let first = p.first; monthIndex(first) < monthIndex(p.last); first = addMonths(first, 3))
    quarters.push({ first, last: addMonths(first, 2) });
  return quarters;
}

/** Period => "2026-01/2026-03" */
export const periodKey = (p: Period): string => `${p.first}/${p.last}`;

/** "2026-01/2026-03" => Period; undefined when the text is not such a key or ends before it starts. */
export function parsePeriodKey(text: string): Period | undefined {
  const match = /^(\d{4}-(?:0[1-9]|1[0-2]))\/(\d{4}-(?:0[1-9]|1[0-2]))$/.exec(text);
  if (!match) return undefined;
  const period: Period = { first: match[1] as Month, last: match[2] as Month };
  return lengthOf(period) >= 1 ? period : undefined;
}

/** quarterId(2026-01/2026-03) => "2026-T1": the name of a delivery's folder and of a bulletin. */
export const quarterId = (p: Period): string => `${yearOf(p.last)}-T${quarterNumber(p)}`;

/** "2026-T1" => 2026-01/2026-03; undefined for anything else. */
export function parseQuarterId(text: string): Period | undefined {
  const match = /^(\d{4})-T([1-4])$/.exec(text);
  return match ? quarter(Number(match[1]), Number(match[2])) : undefined;
}

/** For an id that is known to be one. @throws Error (a bug) when it is not. */
export function periodOfQuarter(id: string): Period {
  const period = parseQuarterId(id);
  if (!period) throw new Error(`not a quarter: ${id}`);
  return period;
}

/** "2026-04-08" => true; "2026-02-30", "8 avril" => false */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text);

/** 2026-01/2026-03 => "2026-03-31" */
export const lastDay = ({ last }: Period): string =>
  new Date(Date.UTC(yearOf(last), monthOf(last), 0)).toISOString().slice(0, 10);

/** The calendar quarter of a day: "2026-03-22" => 2026-01/2026-03 */
export const quarterOfDay = (day: string): Period => {
  const m = day.slice(0, 7) as Month;
  return quarterAtEndOf({ first: m, last: m });
};

/** Each once, in their order. */
export const distinctPeriods = (periods: readonly Period[]): readonly Period[] => [
  ...new Map(periods.map((period) => [periodKey(period), period])).values(),
];

export const samePeriod = (a: Period, b: Period): boolean => a.first === b.first && a.last === b.last;
/** Is the whole of `inner` within `outer`? Months compare as they are written. */
export const contains = (outer: Period, inner: Period): boolean =>
  outer.first <= inner.first && inner.last <= outer.last;
/** By end, then by start: the order of time. */
export const comparePeriods = (a: Period, b: Period): number =>
  monthIndex(a.last) - monthIndex(b.last) || monthIndex(a.first) - monthIndex(b.first);
