/** Spans of whole months: what they are, what they hold, how they are written. */
import { expect, test } from "vitest";
import {
  addMonths,
  comparePeriods,
  contains,
  cumulative,
  isCumulative,
  isDay,
  isHalfYear,
  isQuarter,
  isWholeYear,
  lengthOf,
  month,
  type Period,
  parsePeriodKey,
  parseQuarterId,
  periodKey,
  quarterAtEndOf,
  quarterId,
  quarterOfDay,
  quartersOf,
  rollingYear,
  shiftQuarters,
  shiftYears,
} from "../../scripts/model/period.ts";

const of = (key: string): Period => parsePeriodKey(key) ?? expect.fail(`no period: ${key}`);

test.each([
  ["2026-01/2026-03", 3, ["quarter", "cumulative"]],
  ["2026-02/2026-04", 3, []],
  ["2025-12/2026-02", 3, []],
  ["2026-10/2026-12", 3, ["quarter"]],
  ["2026-01/2026-06", 6, ["half-year", "cumulative"]],
  ["2026-07/2026-12", 6, ["half-year"]],
  ["2026-04/2026-09", 6, []],
  ["2026-01/2026-12", 12, ["year", "cumulative"]],
  ["2025-04/2026-03", 12, []],
  ["2025-01/2026-03", 15, []], // from January, and of two years
  ["2026-01/2026-01", 1, ["cumulative"]],
])("%s has %i months and is %j", (key, length, kinds) => {
  const p = of(key);
  expect(lengthOf(p)).toBe(length);
  const found = {
    quarter: isQuarter(p),
    "half-year": isHalfYear(p),
    year: isWholeYear(p),
    cumulative: isCumulative(p),
  };
  expect(Object.entries(found).flatMap(([kind, is]) => (is ? [kind] : []))).toEqual(kinds);
});

test.each([
  ["2026-01/2026-06", ["2026-01/2026-03", "2026-04/2026-06"]],
  ["2025-10/2026-03", ["2025-10/2025-12", "2026-01/2026-03"]],
  ["2026-01/2026-03", ["2026-01/2026-03"]],
  ["2026-01/2026-04", undefined],
  ["2026-02/2026-06", undefined],
])("the quarters of %s are %j", (key, quarters) => {
  expect(quartersOf(of(key))?.map(periodKey)).toEqual(quarters);
});

test.each([
  "2026-03/2026-01",
  "2026-02/2026-01",
  "2026-00/2026-03",
  "2026-01/2026-13",
  "2026-01",
  "26-01/26-03",
  " 2026-01/2026-03",
])("« %s » is no period", (text) => {
  expect(parsePeriodKey(text)).toBeUndefined();
});

test("a quarter, from its name and back; from a month, a day", () => {
  expect(["2026-T1", "2025-T4", "2026-T0", "2026-T5", "2026-t1"].map(parseQuarterId)).toEqual([
    of("2026-01/2026-03"),
    of("2025-10/2025-12"),
    ...[undefined, undefined, undefined],
  ]);
  expect(["2026-01/2026-03", "2025-10/2025-12", "2025-04/2026-03"].map((key) => quarterId(of(key)))).toEqual([
    "2026-T1",
    "2025-T4",
    "2026-T1",
  ]);
  expect(["2026-03-31", "2026-04-01", "2025-12-31"].map((day) => quarterId(quarterOfDay(day)))).toEqual([
    "2026-T1",
    "2026-T2",
    "2025-T4",
  ]);
  expect(periodKey(quarterAtEndOf(of("2026-02/2026-04")))).toBe("2026-04/2026-06");
});

test("months carry over the end of a year, both ways", () => {
  expect([month(2026, 0), month(2026, 13), addMonths("2025-12", 1), addMonths("2026-01", -1)]).toEqual([
    "2025-12",
    "2027-01",
    "2026-01",
    "2025-12",
  ]);
  const p = of("2026-01/2026-03");
  expect(
    [shiftQuarters(p, -1), shiftYears(p, -1), rollingYear(p), cumulative(of("2026-07/2026-09"))].map(periodKey),
  ).toEqual(["2025-10/2025-12", "2025-01/2025-03", "2025-04/2026-03", "2026-01/2026-09"]);
});

test("a period holds those within it, itself included; periods are in order of their end, then of their start", () => {
  const year = of("2026-01/2026-12");
  const held = ["2026-01/2026-12", "2026-01/2026-03", "2025-12/2026-02", "2026-12/2027-01"];
  expect(held.map((key) => contains(year, of(key)))).toEqual([true, true, false, false]);
  const keys = ["2026-01/2026-03", "2025-10/2025-12", "2025-01/2025-12", "2025-04/2026-03"];
  expect(keys.map(of).toSorted(comparePeriods).map(periodKey)).toEqual([
    "2025-01/2025-12",
    "2025-10/2025-12",
    "2025-04/2026-03",
    "2026-01/2026-03",
  ]);
});

test.each([
  ["2026-04-08", true],
  ["2024-02-29", true],
  ["2026-02-29", false],
  ["2026-04-31", false],
  ["2026-4-8", false],
  ["8 avril", false],
])("is %s a day: %s", (text, expected) => {
  expect(Boolean(isDay(text))).toBe(expected);
});
