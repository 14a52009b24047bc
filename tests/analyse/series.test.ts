import { describe, expect, test } from "vitest";
import { breakBetween, breakIn, sinceLastBreak } from "../../scripts/analyse/breaks.ts";
import { calendarOf } from "../../scripts/analyse/calendar.ts";
import { analyse } from "../../scripts/analyse/index.ts";
import { trendOf } from "../../scripts/analyse/methods/trend.ts";
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

  test("rests on the periods that it names, and the count stands inside it up to its ends", () => {
    const at = (count: number) => {
      const { range, position } = lineOf([...years(10, 9, 11), count]);
      return [range?.low, range?.high, position];
    };
    expect(lineOf([...years(10, 9, 11), 5]).range?.basis).toEqual([2023, 2024, 2025].map((y) => quarter(y, 1)));
    expect(at(18)).toEqual([4, 18, "inside"]);
    expect(at(19)).toEqual([4, 18, "above"]);
    expect(at(4)).toEqual([4, 18, "inside"]);
    expect(at(3)).toEqual([4, 18, "below"]);
    expect(lineOf([...years(10, 9, 11), null]).position).toBe("unknown");
    expect(lineOf([...years(10, 9), 5]).position).toBe("unknown");
  });

  test("is not touched by a break that comes after it", () => {
    const { series, range } = lineOf([...years(10, 9, 11), 10, 10, 10, 10, 10], withBreak("2026-01"));
    expect(series.at(-2)?.range?.basis).toHaveLength(3);
    expect(range).toBeNull();
  });

  test("rests on no quarter in the middle of which a break falls", () => {
    // the break falls within T1 2022: the first whole quarter after it is T2, and three earlier first quarters are left
    const counts = [...years(10, 10, 10, 10, 10), 10];
    expect(lineOf(counts, withBreak("2022-02")).range?.basis).toEqual([2023, 2024, 2025].map((y) => quarter(y, 1)));
    expect(lineOf(counts, withBreak("2022-03")).range?.basis).toHaveLength(3);
    // in the last month of the quarter itself, too: nothing before it compares
    expect(lineOf(counts, withBreak("2026-03")).range).toBeNull();
    expect(lineOf(counts, withBreak("2026-04")).range?.basis).toHaveLength(5);
    expect(lineOf(counts, withBreak("2022-01")).range?.basis).toEqual(
      [2022, 2023, 2024, 2025].map((y) => quarter(y, 1)),
    );
    expect(lineOf(counts, withBreak("2021-02", "2022-02")).range?.basis).toHaveLength(3);
  });
});

describe("the long view", () => {
  test("leaves out the quarter in which a break falls and those before it", () => {
    const counts = [...Array.from({ length: 9 }, () => 10), 99, ...Array.from({ length: 13 }, () => 40)];
    // 13 quarters of 40 end with T1 2026: the 99 stands in T4 2022
    expect(lineOf(counts, withBreak("2022-11")).chart).toEqual({ centre: 40, shift: false });
    expect(lineOf(counts, withBreak("2022-11")).trend?.quarters).toBe(13);
    expect(lineOf(counts, withBreak("2022-10")).trend?.quarters).toBe(14);
    expect(lineOf(counts, withBreak("2026-02")).chart).toEqual({ centre: 40, shift: false });
  });

  test("keeps each quarter at its own time, also after one that is not known", () => {
    const counts = [3, 8, 5, 9, 4, null, 6, 12, 5, 11, 8, 13, 7, 14, 9];
    const points = counts.flatMap((count, i) => {
      const { last } = shiftQuarters(T1, i - counts.length + 1);
      return count === null ? [] : [{ time: i / 4, season: Number(last.slice(5)) / 3, count }];
    });
    const { trend, chart, comparisons } = lineOf(counts);
    const phi = comparisons.find((c) => c.phi !== null)?.phi ?? 1;
    expect(trend).toEqual({ ...trendOf(points, phi), told: false });
    expect(trend?.quarters).toBe(14);
    expect(chart?.centre).toBeCloseTo(114 / 14, 12);
  });
});
