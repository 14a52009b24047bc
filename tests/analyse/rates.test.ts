/** Of which year is the population that a rate is for: the latest known that is not after the rolling year's end. */
import { expect, test } from "vitest";
import { garwood, rateOf, withWideRates } from "../../scripts/analyse/rates.ts";
import type { Analysis, Figure, ReferenceRate } from "../../scripts/model/analysis.ts";

/** April 2025 to March 2026. */
const rolling = (value: number | null): Figure =>
  ({ period: { first: "2025-04", last: "2026-03" }, value, status: "normal" }) as unknown as Figure;

test.each([
  [{ 2021: 6000, 2025: 6400, 2026: 6500 }, 2026],
  [{ 2021: 6000, 2025: 6400, 2027: 6500 }, 2025],
  [{ 2024: 6000, 2021: 6400 }, 2024],
  [{ 2028: 6000, 2027: 6500 }, 2027], // none is early enough: the earliest
])("of %j, that of %i", (sizes: Readonly<Record<number, number>>, year) => {
  const size = sizes[year];
  expect(rateOf(rolling(65), "habitants", sizes)).toMatchObject({
    denominator: "habitants",
    count: 65,
    size,
    year,
    value: (65 / (size ?? 0)) * 1000,
  });
});

test("no rate without a count, nor without a population, nor of fewer than ten facts", () => {
  expect(rateOf(rolling(null), "habitants", { 2021: 6000 })).toBeNull();
  expect(rateOf(rolling(65), "logements", {})).toBeNull();
  expect(rateOf(rolling(9), "habitants", { 2021: 6000 })).toBeNull();
  expect(rateOf(rolling(10), "habitants", { 2021: 6000 })?.count).toBe(10);
});

test("a rate that is to be compared has an interval for all the lines compared, of counts over φ", () => {
  const analyses = ["a", "b", "c", "d"].map((indicator, i) => ({
    indicator,
    rate:
      i === 2
        ? null
        : {
            count: [40, 10, 9, 40][i] ?? 0,
            size: 1000,
            value: 0,
            low: 0,
            high: 0,
            denominator: "habitants",
            year: 2025,
          },
  })) as unknown as readonly Analysis[];
  const references = ["a", "b", "c"].map((indicator) => ({ indicator })) as unknown as readonly ReferenceRate[];
  const [a, b, c, d] = withWideRates(analyses, references, 1.6);
  // two lines are compared: c has no rate, the base has no d
  expect(a?.rate?.wide).toEqual(garwood(40, 0.05 / 2, 1.6));
  expect(b?.rate?.wide).toEqual(garwood(10, 0.05 / 2, 1.6));
  expect([c?.rate?.wide, d?.rate?.wide]).toEqual([undefined, undefined]);
  expect(a?.rate?.wide?.low).toBeLessThan(garwood(40).low);
});
