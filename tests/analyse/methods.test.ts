/** Known answers for the methods that are one function each. */
import { describe, expect, test } from "vitest";
import { verdictOf } from "../../scripts/analyse/methods/degree.ts";
import { garwood, rateOf } from "../../scripts/analyse/rates.ts";
import { quarter } from "../../scripts/model/period.ts";

describe("from a number to a degree", () => {
  const pair = { before: 30, after: 20, exposure: 3, phi: 1 };
  const levels = { established: 0.01, toFollow: 0.05 };
  test.each([
    [{ before: 0, after: 0 }, 1, "none"],
    [{}, 0.2, "ordinary"],
    [{}, 0.05, "ordinary"],
    [{}, 0.049, "rise-to-follow"],
    [{}, 0.01, "rise-to-follow"],
    [{}, 0.009, "rise-established"],
    [{ before: 60, after: 5 }, 0.04, "fall-to-follow"],
    [{ before: 60, after: 5 }, 0.001, "fall-established"],
    [{ before: 60, after: 0 }, 0.001, "fall-established"],
  ] as const)("%o at %f is %s", (some, pAdjusted, verdict) => {
    expect(verdictOf({ ...pair, ...some }, pAdjusted, levels)).toBe(verdict);
  });
});

test.each([
  [0, 0, 3.6889],
  [1, 0.0253, 5.5716],
  [5, 1.6235, 11.6683],
  [20, 12.2165, 30.8884],
  [100, 81.364, 121.6268],
])("%i facts: from %f to %f (Garwood)", (count, low, high) => {
  expect(garwood(count).low).toBeCloseTo(low, 4);
  expect(garwood(count).high).toBeCloseTo(high, 4);
});

describe("rate", () => {
  const rolling = { period: quarter(2026, 1), value: 63, status: "normal", from: [] } as const;
  test("63 facts for 6 507 inhabitants", () => {
    expect(rateOf(rolling, "habitants", { 2021: 6507 })).toEqual({
      value: (63 / 6507) * 1000,
      low: expect.closeTo((48.4107 / 6507) * 1000, 3),
      high: expect.closeTo((80.6044 / 6507) * 1000, 3),
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
