/** Which courses and changes of level may be told. */
import { expect, test } from "vitest";
import { analyse } from "../../scripts/analyse/index.ts";
import { shapeOf as fitted } from "../../scripts/analyse/methods/shape.ts";
import { slopeOf } from "../../scripts/analyse/methods/slope.ts";
import { quarter, shiftQuarters } from "../../scripts/model/period.ts";
import { nomenclature, observeAll, settings, T1 } from "./builders.ts";

const shapesOf = (...lines: readonly (readonly number[])[]) =>
  analyse({
    observations: lines.flatMap((counts, i) =>
      observeAll(T1, counts, i === 0 ? {} : { indicator: null, label: `Ligne ${"abcdefgh"[i]}` }),
    ),
    quarter: T1,
    nomenclature,
    settings,
    references: [],
  }).analyses;
const shapeOf = (counts: readonly number[]) => shapesOf(counts)[0]?.shape;
const rising = Array.from({ length: 17 }, (_, i) => 20 + 5 * i);
const level = (n: number, length: number) => Array.from({ length }, () => n);

test("no slope where all facts are at one end of the time: it would be without end", () => {
  const slope = (...counts: readonly number[]) =>
    slopeOf(
      counts.map((count, x) => ({ season: 1, x, count })),
      1,
    );
  for (const counts of [
    [0, 0, 5],
    [5, 0, 0],
    [0, 1],
    [0, 0],
  ])
    expect(slope(...counts), String(counts)).toBeNull();
  expect(slope(0, 1, 5)?.slope).toBeGreaterThan(1);
});

test("a steady rise is told as a trend, from the first quarter held", () => {
  expect(shapeOf(rising)).toMatchObject({ kind: "trend", told: true, since: quarter(2022, 1), quarters: 16 });
});

test("a change of level is told as one, from its first quarter, and not as a trend", () => {
  const shape = shapeOf([...level(20, 10), ...level(8, 7)]);
  expect(shape).toMatchObject({ kind: "step", told: true, since: quarter(2024, 3) });
  expect(shape?.change).toBeCloseTo(-0.6, 6);
  expect(shape?.high).toBeLessThan(0);
});

test("what a step explains nearly as well as a trend is told as a step: a trend seems to go on", () => {
  const noisy = [10, 14, 9, 13, 12, 17, 11, 20, 16, 22, 15, 23, 19, 25, 18, 24];
  expect(shapeOf([...noisy, 20])).toMatchObject({ kind: "step", since: quarter(2023, 4) });
  const rough = [9, 19, 15, 13, 17, 18, 15, 30, 16, 27, 20, 20, 25, 21, 27, 26, 32, 29, 30, 31];
  const quarters = rough.map((count, time) => ({ period: shiftQuarters(T1, time - rough.length), time, count }));
  expect(fitted(quarters, 1)?.kind).toBe("step"); // the trend is better by 1.4
});

test("a level that does not change is not told", () => {
  expect(shapeOf([12, 9, 14, 11, 10, 13, 12, 9, 11, 12, 14, 10, 12])?.told).toBe(false);
});

test("the bulletin's own quarter makes none: it is left out", () => {
  const flat = [30, 30, 31, 31, 31, 32, 32, 32, 32, 33, 33, 33];
  expect(shapeOf([...flat, 70])).toEqual(shapeOf([...flat, 33]));
  expect(shapeOf([...flat, 70])?.told).toBe(false);
});

test("it takes three years before the own quarter", () => {
  expect(shapeOf(rising.slice(0, 12))).toBeNull();
  expect(shapeOf(rising.slice(0, 13))).not.toBeNull();
});

test("a line's main analysis alone has a shape", () => {
  const { analyses } = analyse({
    observations: [...observeAll(T1, rising, { force: "PN" }), ...observeAll(T1, rising, { force: "GN" })],
    quarter: T1,
    nomenclature,
    settings,
    references: [],
  });
  expect(analyses.map((a) => [a.force, a.shape?.told])).toEqual([
    ["ensemble", true],
    ["PN", undefined],
    ["GN", undefined],
  ]);
});

test("the more lines have a shape, the surer one must be; a line too short for one does not count", () => {
  const slight = [10, 14, 9, 13, 12, 17, 11, 21, 17, 23, 16, 24, 20, 26, 19, 25, 20];
  const flat = level(20, slight.length);
  expect(shapesOf(slight, flat)[0]?.shape?.told).toBe(true);
  expect(shapesOf(slight, ...Array.from({ length: 7 }, () => flat))[0]?.shape?.told).toBe(false);
  const short = [20, 20, 20];
  expect(shapesOf(slight, flat, ...Array.from({ length: 6 }, () => short))[0]?.shape?.told).toBe(true);
});

test("seasons are compared with themselves: summers above winters are no trend", () => {
  const counts = Array.from({ length: 16 }, (_, i) => [5, 10, 40, 10][i % 4] ?? 0);
  expect(shapeOf([...counts, 5])?.change).toBeCloseTo(0, 6);
});

test("without facts, or with all of them at one end, there is none", () => {
  expect(shapeOf(level(0, 17))).toBeNull();
});
