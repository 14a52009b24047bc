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

test("each force has its trend, and the line's main one alone is told", () => {
  const { analyses } = analyse({
    observations: [...observeAll(T1, rising, { force: "PN" }), ...observeAll(T1, rising, { force: "GN" })],
    quarter: T1,
    nomenclature,
    settings,
    references: [],
  });
  expect(analyses.map((a) => [a.force, a.trend !== null, a.trend?.told])).toEqual([
    ["ensemble", true, true],
    ["PN", true, false],
    ["GN", true, false],
  ]);
});

test("the more lines have a trend, the surer one must be; a line too short for a trend does not count", () => {
  // p = 0.002 or so: told alone, not beside two others
  const slight = [20, 22, 21, 23, 24, 23, 25, 27, 26, 28, 30, 29, 32, 31, 33, 34];
  const told = (others: readonly (readonly number[])[]) =>
    analyse({
      observations: [
        ...observeAll(T1, slight),
        ...others.flatMap((counts, i) => observeAll(T1, counts, { indicator: null, label: `Ligne ${"abcdefgh"[i]}` })),
      ],
      quarter: T1,
      nomenclature,
      settings,
      references: [],
    }).analyses.find((a) => a.indicator === "vols")?.trend;
  const alone = told([]);
  expect(alone?.p).toBeGreaterThan(0.005 / 4);
  expect(alone?.p).toBeLessThan(0.005);
  expect(alone?.told).toBe(true);
  const flat = slight.map(() => 20);
  expect(told([flat, flat, flat])?.told).toBe(false);
  const short = [20, 20, 20];
  expect(told([short, short, short])?.told).toBe(true);
});

test("a quarter that turns a fall into a rise is not told as either", () => {
  const falling = [40, 38, 37, 35, 33, 32, 30, 29, 27, 26, 25, 23, 22, 21, 20, 19];
  const trend = trendOf([...falling, 1000]);
  expect(trend?.yearly).toBeGreaterThan(0);
  expect(trend?.p).toBeLessThan(0.005);
  expect(trend?.told).toBe(false);
});

test("seasons are compared with themselves: summers above winters are no trend", () => {
  const counts = Array.from({ length: 16 }, (_, i) => [5, 10, 40, 10][i % 4] ?? 0);
  expect(trendOf([...counts, 5])?.yearly).toBeCloseTo(0, 6);
});
