/** Which courses and changes of level may be told. */
import { describe, expect, test } from "vitest";
import { analyse } from "../../scripts/analyse/index.ts";
import { shapeOf as fitted } from "../../scripts/analyse/methods/shape.ts";
import { slopeOf } from "../../scripts/analyse/methods/slope.ts";
import { rangeOf, readingOf } from "../../scripts/model/analysis.ts";
import { quarter, shiftQuarters } from "../../scripts/model/period.ts";
import { nomenclature, observeAll, settings, T1 } from "./builders.ts";

const input = (...lines: readonly (readonly number[])[]) => ({
  observations: lines.flatMap((counts, i) =>
    observeAll(T1, counts, i === 0 ? {} : { indicator: null, label: `Ligne ${"abcdefgh"[i]}` }),
  ),
  quarter: T1,
  nomenclature,
  settings,
  references: [],
});
const shapesOf = (...lines: readonly (readonly number[])[]) => analyse(input(...lines)).analyses;
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

test("a slope is as unsure as its line is dispersed, where that is more than chance makes it", () => {
  const errors = (counts: readonly number[]) =>
    [1, 4].map(
      (phi) =>
        slopeOf(
          counts.map((count, x) => ({ season: 1, x, count })),
          phi,
        )?.error ?? 0,
    );
  const [mild = 0, mildOfTown = 0] = errors([10, 14, 7, 13, 16, 8, 12, 17]);
  expect(mildOfTown / mild).toBeCloseTo(2, 9);
  const [wild = 0, wildOfTown = 0] = errors([10, 34, 2, 29, 3, 40, 6, 35]);
  expect(wildOfTown).toBe(wild);
});

test("a line whose course is told makes the town's numbers no more dispersed", () => {
  const { phi } = analyse(input(rising, level(20, 17), level(30, 17))).tests;
  expect([phi.quarter, phi.year]).toEqual([1, 1]);
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

const quartersOf = (counts: readonly number[]) =>
  counts.map((count, time) => ({ period: shiftQuarters(T1, time - counts.length), time, count }));

test("where neither a trend nor a step says it clearly better, the level has changed, and no more is said", () => {
  const noisy = [10, 14, 9, 13, 12, 17, 11, 20, 16, 22, 15, 23, 19, 25, 18, 24];
  expect(fitted(quartersOf(noisy), 1)).toMatchObject({ kind: "changed", between: null });
  expect(shapeOf([...noisy, 20])).toMatchObject({ kind: "changed", since: quarter(2022, 1), told: true });
});

describe("a step", () => {
  const step = (after: number) => fitted(quartersOf([...level(20, 20 - after), ...level(8, after)]), 1);
  test("has the quarters in which it may have come, six quarters or more before the end of the bulletin's own", () => {
    expect(step(8)).toMatchObject({ kind: "step", between: { first: quarter(2024, 1), last: quarter(2024, 1) } });
    expect(step(5)).toMatchObject({ kind: "step", between: { last: quarter(2024, 4) } });
    expect(step(4)).toMatchObject({ kind: "step", between: null, isUsual: true });
  });
  test("that is younger has no date, and is not yet what is usual; one of two quarters is not seen", () => {
    expect(step(3)).toMatchObject({ kind: "step", between: null, isUsual: false });
    expect(step(2)?.since.first).not.toBe(quarter(2025, 3).first);
    const { series } = shapesOf([...level(20, 17), ...level(8, 3), 8])[0] ?? {};
    expect(series?.at(-1)?.level ?? null).toBeNull();
  });
});

test("a quarter is set against the level of the course that is told, and so is the range behind it", () => {
  const falling = Array.from({ length: 20 }, (_, i) => Math.round(40 * 0.93 ** i));
  const line = shapesOf([...falling, 26])[0];
  const reading = line && readingOf(line);
  expect(reading?.expected).toBeGreaterThan(8);
  expect(reading?.expected).toBeLessThan(11);
  expect(reading?.verdict).toBe("rise-established");
  expect(line && rangeOf(line)?.high).toBeLessThan(26);
  expect(line?.shape).toMatchObject({ kind: "trend", told: true, denied: true });
  expect(shapesOf([...falling, 9])[0]?.shape?.denied).toBeUndefined();
  const below = shapesOf([...falling, 0])[0];
  expect([below && readingOf(below)?.verdict, below?.shape?.denied]).toEqual(["fall-established", undefined]);
  // under its level, and nothing is announced of it
  expect(shapesOf([...falling, 7])[0]?.shape?.denied).toBeUndefined();
});

test("after a break in series the level of each quarter is that of the time since the break", () => {
  const counts = [...level(100, 8), ...rising];
  const [since] = shapesOf(rising);
  const from = shiftQuarters(T1, 1 - rising.length).first;
  const breaks = [{ statement: "IS101", indicator: "vols", from, reason: "Nouveau logiciel." }];
  const [line] = analyse({ ...input(counts), settings: { ...settings, breaks } }).analyses;
  const levels = line?.series.slice(-rising.length).map((point) => point.level);
  expect(levels).toEqual(since?.series.map((point) => point.level));
  expect(levels?.filter(Boolean)).toHaveLength(17);
});

test("a level that does not change is not told", () => {
  expect(shapeOf([12, 9, 14, 11, 10, 13, 12, 9, 11, 12, 14, 10, 12, 9, 13, 11, 12])?.told).toBe(false);
});

test("the bulletin's own quarter makes none: it is left out", () => {
  const flat = [30, 30, 31, 31, 31, 32, 32, 32, 32, 33, 33, 33, 32, 33, 32, 33];
  expect(shapeOf([...flat, 70])).toEqual(shapeOf([...flat, 33]));
  expect(shapeOf([...flat, 70])?.told).toBe(false);
});

test("it takes four years before the own quarter", () => {
  expect(shapeOf(rising.slice(0, 16))).toBeNull();
  expect(shapeOf(rising.slice(0, 17))).not.toBeNull();
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
  const slight = [10, 14, 9, 13, 12, 16, 11, 18, 14, 19, 13, 20, 15, 21, 16, 21, 17];
  const flat = level(20, slight.length);
  expect(shapesOf(slight, flat)[0]?.shape?.told).toBe(true);
  expect(shapesOf(slight, ...Array.from({ length: 14 }, () => flat))[0]?.shape?.told).toBe(false);
  const short = [20, 20, 20];
  expect(shapesOf(slight, flat, ...Array.from({ length: 13 }, () => short))[0]?.shape?.told).toBe(true);
});

test("seasons are compared with themselves: summers above winters are no trend", () => {
  const counts = Array.from({ length: 16 }, (_, i) => [5, 10, 40, 10][i % 4] ?? 0);
  expect(shapeOf([...counts, 5])?.change).toBeCloseTo(0, 6);
});

test("without facts, or with all of them at one end, there is none", () => {
  expect(shapeOf(level(0, 17))).toBeNull();
});
