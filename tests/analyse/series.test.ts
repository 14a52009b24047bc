import { describe, expect, test } from "vitest";
import { breakBetween, breakIn, sinceLastBreak } from "../../scripts/analyse/breaks.ts";
import { calendarOf } from "../../scripts/analyse/calendar.ts";
import { analyse } from "../../scripts/analyse/index.ts";
import { shapeOf } from "../../scripts/analyse/methods/shape.ts";
import { rangeOf } from "../../scripts/model/analysis.ts";
import { parsePeriodKey, quarter, shiftQuarters } from "../../scripts/model/period.ts";
import type { Settings } from "../../scripts/model/settings.ts";
import { analysisOf, nomenclature, observe, observeAll, settings, T1 } from "./builders.ts";

const withBreak = (...from: readonly `${number}-${number}`[]): Settings => ({
  ...settings,
  breaks: from.map((month) => ({ statement: "IS101", indicator: "vols", from: month, reason: "x" })),
});
const lineOf = (counts: readonly (number | null)[], own = settings) =>
  analysisOf(
    analyse({ observations: observeAll(T1, counts), quarter: T1, nomenclature, settings: own, references: [] }),
  );

describe("the calendar", () => {
  const starts = (key: string) => {
    const period = parsePeriodKey(key);
    return period && calendarOf([observe(period, 1)], T1).map((q) => q.period)[0];
  };
  test("starts with the quarter that holds the first month known, and ends with the bulletin's", () => {
    expect(starts("2025-01/2025-03")).toEqual(quarter(2025, 1));
    expect(starts("2025-03/2025-03")).toEqual(quarter(2025, 1));
    expect(starts("2025-04/2025-04")).toEqual(quarter(2025, 2));
    expect(starts("2026-03/2026-03")).toEqual(T1);
    expect(starts("2027-03/2027-03")).toEqual(T1);
    expect(calendarOf([observe(quarter(2025, 1), 1)], T1)).toHaveLength(5);
  });
  test("knows of each quarter its season and its spans", () => {
    expect(calendarOf([observe(quarter(2025, 4), 1)], T1)[0]).toEqual({
      period: { first: "2025-10", last: "2025-12" },
      sinceJanuary: { first: "2025-01", last: "2025-12" },
      year: { first: "2025-01", last: "2025-12" },
      season: 4,
      first: 2025 * 12 + 9,
      last: 2025 * 12 + 11,
    });
  });
});

describe("a break", () => {
  const at = (...from: readonly `${number}-${number}`[]) => from.map((month) => ({ from: month, reason: "x" }));
  test("starts with a quarter from its first month to its last", () => {
    expect(breakIn(at("2025-12"), T1)).toBeNull();
    expect(breakIn(at("2026-01"), T1)?.from).toBe("2026-01");
    expect(breakIn(at("2026-03"), T1)?.from).toBe("2026-03");
    expect(breakIn(at("2026-04"), T1)).toBeNull();
    expect(breakIn(at("2026-01", "2026-02"), T1)?.from).toBe("2026-02");
  });
  test("is that of a line named in the settings by its indicator or by its name, whatever the name that was sent", () => {
    const named = (indicator: string) =>
      lineOf([1, 2, 3, 4, 5], {
        ...settings,
        breaks: [{ statement: "IS101", indicator, from: "2025-07", reason: "x" }],
      });
    expect(named("vols")?.breaks).toHaveLength(1);
    expect(named("Label of vols")?.breaks).toHaveLength(1);
    expect(named("Homicides")?.breaks).toHaveLength(0);
  });
  test("leaves of a series what begins no earlier than the last one seen: to the last month of the quarter", () => {
    const { series } = lineOf([1, 2, 3, 4, 5]);
    const kept = (...from: readonly `${number}-${number}`[]) =>
      sinceLastBreak(
        series,
        at(...from).map((one) => ({ ...one, statement: "IS101" })),
      ).map((p) => p.figure.value);
    expect(kept()).toEqual([1, 2, 3, 4, 5]);
    expect(kept("2025-07")).toEqual([3, 4, 5]);
    expect(kept("2025-08")).toEqual([4, 5]);
    expect(kept("2025-04", "2026-01")).toEqual([5]);
    expect(kept("2026-03")).toEqual([5]);
    expect(kept("2025-07", "2026-04")).toEqual([3, 4, 5]);
  });
  test("stands between two periods after the first has begun, until the second has ended", () => {
    const before = quarter(2025, 1);
    expect(breakBetween(at("2025-01"), before, T1)).toBeNull();
    expect(breakBetween(at("2025-02"), before, T1)?.from).toBe("2025-02");
    expect(breakBetween(at("2026-03"), before, T1)?.from).toBe("2026-03");
    expect(breakBetween(at("2026-04"), before, T1)).toBeNull();
    expect(breakBetween(at("2025-06", "2025-09"), before, T1)?.from).toBe("2025-09");
  });
});

describe("the range of a quarter", () => {
  const years = (...yearly: readonly number[]) => yearly.flatMap((n) => [n, n, n, n]);
  const range = (counts: readonly (number | null)[], own = settings) => rangeOf(lineOf(counts, own));

  test("needs an earlier year since the last break, and does not hang on the count itself", () => {
    expect(range([5])).toBeNull();
    expect(range([...years(10), 5])).not.toBeNull();
    expect(range([...years(10, 9, 11), 5])?.low).toBeGreaterThan(0);
    const counts = [...years(10, 10, 10, 10, 10), 10];
    // in the last month of the quarter itself, too: nothing before it compares
    expect(range(counts, withBreak("2026-03"))).toBeNull();
    expect(range(counts, withBreak("2026-04"))).toEqual(range(counts));
    // a break within T1 2025 leaves no first quarter before
    expect(range(counts, withBreak("2025-02"))).toBeNull();
    expect(range(counts, withBreak("2025-01"))).not.toBeNull();
  });

  test("narrows with each earlier year that compares, five at the most", () => {
    const width = (n: number, from?: `${number}-${number}`) => {
      const found = range([...years(...Array.from({ length: n }, () => 30)), 30], from ? withBreak(from) : settings);
      return (found?.high ?? 0) - (found?.low ?? 0);
    };
    expect(width(5)).toBeLessThan(width(2));
    expect(width(7)).toBe(width(5));
  });

  test("an earlier quarter has one too, by its own earlier years", () => {
    const { series } = lineOf([...years(10, 20, 30), 30]);
    expect(series.map((p) => p.range !== null)).toEqual([...Array(4).fill(false), ...Array(9).fill(true)]);
    expect(series[4]?.range?.high).toBeLessThan(series[11]?.range?.high ?? 0);
  });
});

describe("the long view", () => {
  test("leaves out the quarter in which a break falls and those before it", () => {
    const counts = [...Array.from({ length: 8 }, () => 10), 99, ...Array.from({ length: 18 }, () => 40)];
    // 18 quarters of 40 end with T1 2026: the 99 stands in T3 2021
    expect(lineOf(counts, withBreak("2021-08")).shape).toMatchObject({ quarters: 17, change: expect.closeTo(0, 9) });
    expect(lineOf(counts, withBreak("2021-07")).shape?.quarters).toBe(18);
  });

  test("keeps each quarter at its own time, also after one that is not known", () => {
    const counts = [3, 8, 5, 9, 4, null, 6, 12, 5, 11, 8, 13, 7, 14, 9, 12, 8, 15, 10];
    const quarters = counts.slice(0, -1).flatMap((count, time) => {
      const period = shiftQuarters(T1, time - counts.length + 1);
      return count === null ? [] : [{ period, time, count }];
    });
    const result = analyse({
      observations: observeAll(T1, counts),
      quarter: T1,
      nomenclature,
      settings,
      references: [],
    });
    const { shape } = analysisOf(result);
    const { kind, since, change } = shapeOf(quarters, result.tests.phi.course) ?? {};
    expect(shape).toMatchObject({ kind, since, change, quarters: 17 });
  });
});
