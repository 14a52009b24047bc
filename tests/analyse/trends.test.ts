/** Which trends may be told. */
import { expect, test } from "vitest";
import { analyse } from "../../scripts/analyse/index.ts";
import { nomenclature, observeAll, settings, T1 } from "./builders.ts";

const trendOf = (counts: readonly number[]) =>
  analyse({ observations: observeAll(T1, counts), quarter: T1, nomenclature, settings, references: [] }).analyses[0]
    ?.trend;
const rising = Array.from({ length: 17 }, (_, i) => 20 + 5 * i);

test("a steady rise is told", () => {
  expect(trendOf(rising)).toMatchObject({ told: true });
});

test("a rise that the bulletin's own quarter makes alone is not", () => {
  // without it: p = 0.57
  const flat = [30, 30, 31, 31, 31, 32, 32, 32, 32, 33, 33, 33];
  const trend = trendOf([...flat, 70]);
  expect(trend?.p).toBeLessThan(0.005);
  expect(trend?.told).toBe(false);
});

test("nor one that needs the own quarter to be three years long", () => {
  expect(trendOf(rising.slice(0, 12))?.told).toBe(false);
});
