/** Known answers for the methods that are one function each. */

import { describe, expect, test } from "vitest";
import { expectedRange } from "../../scripts/analyse/methods/expected-range.ts";
import { adjust } from "../../scripts/analyse/methods/false-discovery.ts";
import { wordFor } from "../../scripts/analyse/methods/ladder.ts";
import { POWER_LEVELS, smallestRise } from "../../scripts/analyse/methods/power.ts";
import { runChart, runLimits } from "../../scripts/analyse/methods/run-chart.ts";
import { trendOf } from "../../scripts/analyse/methods/trend.ts";
import { rateOf } from "../../scripts/analyse/rates.ts";
import { quarter } from "../../scripts/model/period.ts";
import { fc } from "../fast-check.ts";

describe("Benjamini and Hochberg", () => {
  const p1995 = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
  ];

  test("the example of 1995: four of fifteen", () => {
    const adjusted = adjust(p1995);
    const known = [
      0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.063857, 0.063857, 0.0645, 0.0765, 0.486, 0.581182, 0.714875, 0.753231,
      0.813214, 1,
    ];
    known.forEach((value, i) => {
      expect(adjusted[i]).toBeCloseTo(value, 6);
    });
    expect(adjusted.filter((p) => p < 0.05)).toHaveLength(4);
  });

  test("the small example", () => {
    for (const [i, value] of [0.02, 0.04, 0.04, 0.02].entries())
      expect(adjust([0.01, 0.04, 0.03, 0.005])[i]).toBeCloseTo(value, 12);
  });

  test("the order of the input does not matter, nothing gets smaller, nothing passes 1", () => {
    const list = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 });
    fc.assert(
      fc.property(list, (p) => {
        const adjusted = adjust(p);
        expect(adjust([...p].reverse())).toEqual([...adjusted].reverse());
        adjusted.forEach((value, i) => {
          expect(value).toBeGreaterThanOrEqual(p[i] ?? 0);
          expect(value).toBeLessThanOrEqual(1);
        });
      }),
    );
  });
});

describe("power", () => {
  const alone = { exposure: 1, phi: 1, others: [], level: 0.05 };

  test.each([
    [0, 6],
    [1, 8],
    [2, 10],
    [3, 12],
    [5, 15],
    [8, 20],
    [10, 23],
    [15, 29],
    [20, 36],
    [30, 49],
    [50, 73],
  ])("alone, one year against one, from %i the smallest rise seen is to %i", (before, after) => {
    expect(smallestRise(before, alone)).toBe(after);
  });

  test("the method page shows 0, 1, 2, 5, 10, 20 and 50", () => {
    expect(POWER_LEVELS).toEqual([0, 1, 2, 5, 10, 20, 50]);
  });

  test("five years pooled see a smaller rise than one; among others, and where facts come in series, it takes a larger one", () => {
    const others = Array.from({ length: 11 }, () => ({ before: 50, after: 10, exposure: 5 }));
    for (const before of [2, 10, 50]) {
      const five = smallestRise(before, { ...alone, exposure: 5 });
      expect(five).toBeLessThan(smallestRise(before, alone));
      expect(smallestRise(before, { ...alone, exposure: 5, others })).toBeGreaterThan(five);
      expect(smallestRise(before, { ...alone, exposure: 5, phi: 1.6 })).toBeGreaterThan(five);
    }
  });

  test("lines too small to show anything make no difference", () => {
    const tiny = Array.from({ length: 20 }, () => ({ before: 1, after: 0, exposure: 1 }));
    expect(smallestRise(10, { ...alone, others: tiny })).toBe(smallestRise(10, alone));
  });
});

describe("run chart", () => {
  const circuits = [
    21, 24, 16, 12, 15, 5, 28, 20, 31, 25, 20, 24, 16, 19, 10, 17, 13, 22, 18, 39, 30, 24, 16, 19, 17, 15,
  ];

  test("Montgomery's circuit boards: centre, shift", () => {
    const chart = runChart(circuits);
    expect(chart?.centre).toBeCloseTo(19.84615, 5);
    // 7 crossings of the median for 24 useful points, where chance makes 8 or more likely
    expect(chart?.shift).toBe(true);
  });

  test.each([
    [12, 7, 3],
    [16, 7, 4],
    [20, 7, 6],
    [24, 8, 8],
    [40, 8, 14],
  ])("Anhøj's limits for %i points: runs of at most %i, at least %i crossings", (n, longestRun, crossings) => {
    expect(runLimits(n)).toEqual({ longestRun, crossings });
  });

  test("a level that has moved is a shift, with 12 points and not before", () => {
    const moved = [3, 4, 2, 5, 3, 4, 9, 11, 8, 12, 9, 10];
    expect(runChart(moved)?.shift).toBe(true);
    expect(runChart(moved.slice(1))).toMatchObject({ shift: false });
  });

  /** "HHL": counts above and below the median, one letter a quarter; "m" is on it. */
  const sides = (letters: string) => [...letters].map((l) => ({ H: 9, L: 1, m: 5 })[l] ?? 0);

  test.each([
    ["as many crossings as the limit, three for twelve points", "HHHLLLLHHHLL", false],
    ["one crossing fewer", "HHHLLLLLLHHH", true],
    ["points on the median, which are left out of runs and of crossings", "HHHmmmmmLLLLHHHLL", false],
    ["and do not cut a run in two", "HHHLLLmmLLLHHH", true],
    ["the longest run that chance makes likely, seven for twenty points", "HHLHHLLLLLLLHHLLHHHH", false],
    ["one point longer, with as many crossings", "HHLHHLLLLLLLLHHLHHHH", true],
    ["nothing but the median", "mmmmmmmmmmmm", false],
    ["two useful points, on either side", "mmmmmmmmmmHL", false],
  ])("Anhøj's rules: %s", (_, letters, shift) => {
    expect(runChart(sides(letters))?.shift).toBe(shift);
  });

  test("the median of an even number of quarters lies between the two in the middle", () => {
    // median 4.5: six below, then six above; with either middle count as the median, one of them would be left out
    expect(runChart([1, 2, 3, 4, 1, 2, 5, 6, 7, 8, 5, 6])?.shift).toBe(true);
    // crossings 11: never one level
    expect(runChart([1, 6, 2, 5, 3, 7, 4, 8, 1, 5, 2, 6])?.shift).toBe(false);
  });

  test("no point, no chart", () => {
    expect(runChart([])).toBeNull();
  });
});

describe("expected range", () => {
  const years = (...yearly: readonly number[]) => yearly.flatMap((n) => [n, n, n, n]);

  test("needs three earlier years", () => {
    expect(expectedRange([...years(4, 5), 5], 0, 8)).toBeNull();
    expect(expectedRange([...years(4, 5, 6), 5], 0, 12)?.basis).toEqual([0, 4, 8]);
    expect(expectedRange([...years(4, 5, 6), 5], 1, 12)).toBeNull();
  });

  test("takes the last five years and skips a quarter that is not known", () => {
    const counts: (number | null)[] = [...years(4, 5, 6, 4, 5, 6), 5];
    expect(expectedRange(counts, 0, 24)?.basis).toEqual([4, 8, 12, 16, 20]);
    counts[12] = null;
    expect(expectedRange(counts, 0, 24)?.basis).toEqual([4, 8, 16, 20]);
  });

  test("a burst of the last three quarters says nothing yet of how much the same quarters vary; one a year ago does", () => {
    const counts = Array.from({ length: 21 }, (_, i) => 10 + (i % 3));
    const calm = expectedRange(counts, 0, 20);
    const burst = (back: number) =>
      expectedRange(
        counts.map((count, i) => (i === 20 - back ? 60 : count)),
        0,
        20,
      );
    for (const back of [0, 1, 2, 3]) expect(burst(back), `${back} quarters ago`).toEqual(calm);
    expect(burst(4)?.method).toBe("negative-binomial");
    expect(burst(5)?.method).toBe("negative-binomial"); // of another season, it counts too
  });

  test("Poisson counts: the quantiles of NB(S + ½, k/(k + 1))", () => {
    // R: qnbinom(c(.025, .975), size = 30.5, prob = 3/4) => 4 18
    expect(expectedRange([...years(10, 9, 11), 0], 0, 12)).toMatchObject({ low: 4, high: 18, method: "poisson" });
  });

  test("counts that vary more than Poisson's widen the range", () => {
    const wild = [2, 30, 4, 25, 28, 3, 27, 2, 5, 29, 1, 31, 0];
    const range = expectedRange(wild, 0, 12);
    expect(range?.method).toBe("negative-binomial");
    expect(range?.high).toBeGreaterThan(expectedRange([...years(12, 11, 12), 0], 0, 12)?.high ?? 0);
  });

  test("where a count under five facts in the last four quarters would be an alarm, there is no range", () => {
    expect(expectedRange([...years(0, 0, 0), 4], 0, 12)).toBeNull();
    const counts = [...years(0, 0, 0)];
    counts[11] = 1;
    expect(expectedRange([...counts, 4], 0, 12)).toBeNull();
    counts[10] = 1;
    expect(expectedRange([...counts, 4], 0, 12)?.high).toBe(2);
  });
});

describe("trend", () => {
  const rising = Array.from({ length: 16 }, (_, i) => ({ time: i / 4, season: (i % 4) + 1, count: 10 + 2 * i }));

  test("needs 12 quarters", () => {
    expect(trendOf(rising.slice(0, 11), 1)).toBeNull();
    expect(trendOf(rising.slice(0, 12), 1)?.quarters).toBe(12);
  });

  test("has no finite estimate without facts, or with all of them at one end", () => {
    expect(
      trendOf(
        rising.map((p) => ({ ...p, count: 0 })),
        1,
      ),
    ).toBeNull();
    expect(
      trendOf(
        rising.map((p) => ({ ...p, count: p.time >= 3 ? 4 : 0 })),
        1,
      ),
    ).toBeNull();
  });

  test("the origin of time does not matter; time turned round inverts it", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(30), { minLength: 12, maxLength: 32 }),
        fc.integer({ min: -99, max: 99 }),
        (counts, origin) => {
          const points = counts.map((count, i) => ({ time: i / 4, season: (i % 4) + 1, count }));
          const found = trendOf(points, 1);
          const moved = trendOf(
            points.map((p) => ({ ...p, time: p.time + origin })),
            1,
          );
          const turned = trendOf(
            points.map((p) => ({ ...p, time: -p.time })),
            1,
          );
          expect(moved === null).toBe(found === null);
          expect(turned === null).toBe(found === null);
          if (!found || !moved || !turned) return;
          expect(moved.yearly).toBeCloseTo(found.yearly, 8);
          expect((1 + turned.yearly) * (1 + found.yearly)).toBeCloseTo(1, 8);
        },
      ),
    );
  });
});

describe("words", () => {
  const judged = { before: 30, after: 20, exposure: 3, phi: 1, pAdjusted: 0.2, among: 12, level: 0.05 };
  test.each([
    [{ before: 0, after: 0, pAdjusted: 1 }, "none"],
    [{}, "no-clear-change"],
    [{ pAdjusted: 0.03 }, "rise"],
    [{ pAdjusted: 0.05 }, "no-clear-change"],
    [{ pAdjusted: 0.009 }, "marked-rise"],
    // beside the reading, at 1 %: told, and never called marked
    [{ pAdjusted: 0.009, level: 0.01 }, "rise"],
    [{ pAdjusted: 0.01, level: 0.01 }, "no-clear-change"],
    [{ before: 60, after: 5, pAdjusted: 0.01 }, "fall"],
    [{ before: 60, after: 5, pAdjusted: 0.001 }, "marked-fall"],
    // 3 facts, 1 : 3, among 12: even 0 -> 3 would give 2 × (1/4)³ × 12 = 0.375
    [{ before: 1, after: 2, pAdjusted: 1 }, "too-few"],
    // 5 facts: 2 × (1/4)⁵ × 12 = 0.023
    [{ before: 3, after: 2, pAdjusted: 1 }, "no-clear-change"],
    // … where one fact and a half count for one, 2 × (1/4)^(5/1.5) × 12 = 0.24
    [{ before: 3, after: 2, pAdjusted: 1, phi: 1.5 }, "too-few"],
  ] as const)("%o is %s", (some, word) => {
    expect(wordFor({ ...judged, ...some })).toBe(word);
  });
});

describe("rate", () => {
  const rolling = { period: quarter(2026, 1), value: 63, status: "normal", from: [] } as const;
  test("63 facts for 6 507 inhabitants", () => {
    expect(rateOf(rolling, "habitants", { 2021: 6507 })).toEqual({
      value: (63 / 6507) * 1000,
      denominator: "habitants",
      count: 63,
      size: 6507,
      year: 2021,
    });
  });
  test("the denominator is the latest that is not after the period, else the earliest", () => {
    expect(rateOf(rolling, "habitants", { 2019: 1, 2024: 2, 2027: 3 })?.year).toBe(2024);
    expect(rateOf(rolling, "habitants", { 2028: 1, 2027: 3 })?.year).toBe(2027);
  });
  test("nothing without a count or a denominator", () => {
    expect(rateOf({ ...rolling, value: null }, "habitants", { 2021: 6507 })).toBeNull();
    expect(rateOf(rolling, "logements", {})).toBeNull();
  });
});
