/** Of which year is the population that a rate is for: the latest known that is not after the rolling year's end. */
import { expect, test } from "vitest";
import { rateOf } from "../../scripts/analyse/rates.ts";
import type { Figure } from "../../scripts/model/analysis.ts";

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

test("no rate without a count, nor without a population; no fact at all is a rate of 0", () => {
  expect(rateOf(rolling(null), "habitants", { 2021: 6000 })).toBeNull();
  expect(rateOf(rolling(65), "logements", {})).toBeNull();
  expect(rateOf(rolling(0), "habitants", { 2021: 6000 })?.value).toBe(0);
});
