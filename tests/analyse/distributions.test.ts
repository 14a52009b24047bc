/** Every value of r-values.json was given by R; the call stands beside it. Made anew by r-values.R; the tests do not need R. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { centralP, ratioOf } from "../../scripts/analyse/methods/count-test.ts";
import { dispersionAlong, dispersionOf, lineDispersion } from "../../scripts/analyse/methods/dispersion.ts";
import * as distributions from "../../scripts/analyse/methods/distributions.ts";
import { ordinaryRange } from "../../scripts/analyse/methods/ordinary-range.ts";
import { levelsOf, shapeOf } from "../../scripts/analyse/methods/shape.ts";
import { chanceToShow, stepDown } from "../../scripts/analyse/methods/step-down.ts";
import { garwood } from "../../scripts/analyse/rates.ts";
import { type Period, quarter, quarterNumber, shiftQuarters } from "../../scripts/model/period.ts";
import * as drawn from "../calibration/distributions.ts";

interface RValue {
  readonly method: string;
  readonly args: readonly (number | readonly number[])[];
  readonly call: string;
  readonly value: number | readonly (number | null)[];
}
const values: readonly RValue[] = JSON.parse(readFileSync(new URL("r-values.json", import.meta.url), "utf8"));

type Ours = (...args: readonly never[]) => number | readonly (number | null)[];
const p = (before: number, after: number, k: number, phi = 1) => centralP({ before, after, exposure: k, phi });
const ratio = (before: number, after: number, exposure: number, phi = 1, announced = 1) => {
  const { low, high } = ratioOf({ before, after, exposure, phi }, announced);
  return [low, high];
};
const groupsOf = (counts: readonly number[], length: number) =>
  Array.from({ length: counts.length / length }, (_, i) => counts.slice(i * length, (i + 1) * length));

const METHODS: Readonly<Record<string, Ours>> = {
  ...distributions,
  ...drawn,
  p,
  ratio,
  chosenRatio: ratio,
  dispersion: (counts: readonly number[], years: number) => dispersionOf(groupsOf(counts, years)),
  along: (counts: readonly number[], years: number) => dispersionAlong(groupsOf(counts, years)),
  lineDispersion: (counts: readonly number[], town: number, along: number) => lineDispersion(counts, town, along === 1),
  ordinary: (before: number, exposure: number, phi: number, threshold: number) => {
    const { low, high } = ordinaryRange({ before, exposure, phi }, threshold);
    return [low, high];
  },
  chance: (t: number, total: number, exposure: number, phi: number) =>
    chanceToShow(t, { before: total, after: 0, exposure, phi }),
  together: (before: readonly number[], after: readonly number[], exposure: number, phi: number) =>
    stepDown(before.map((count, i) => ({ before: count, after: after[i] ?? 0, exposure, phi }))),
  shape: (counts: readonly number[], first: number, phi: number) => {
    const start = quarter(2020, first);
    const quarters = counts.map((count, time) => ({ period: shiftQuarters(start, time), time, count }));
    const shape = shapeOf(quarters, phi);
    if (!shape) return [];
    const at = (period: Period | undefined): number =>
      quarters.findIndex((known) => known.period.first === period?.first);
    const next = shiftQuarters(start, counts.length);
    const level = levelsOf(quarters, shape, phi)({ time: counts.length, season: quarterNumber(next) });
    const kind = ["trend", "step", "changed"].indexOf(shape.kind);
    const { between, change, low, high, isUsual } = shape;
    const dates = [at(between?.first), at(between?.last)];
    return [
      kind,
      at(shape.since),
      ...dates,
      change,
      low,
      high,
      shape.p,
      Number(isUsual),
      level?.mean ?? 0,
      level?.facts ?? 0,
    ];
  },
  garwood: (count: number, alpha: number, phi: number) => Object.values(garwood(count, alpha, phi)),
};

/** Relative, and absolute under 1. */
const agrees = (ours: number | null, r: number | null): boolean =>
  ours === null || r === null ? ours === r : Math.abs(ours - r) <= 1e-9 * Math.max(1, Math.abs(r));

describe("agreement with R to 1e-9", () => {
  test.each(values)("$call", ({ method, args, value }) => {
    const ours = METHODS[method]?.(...(args as readonly never[]));
    expect(ours).toBeDefined();
    const pairs = [ours].flat().map((v, i) => [v ?? null, [value].flat()[i] ?? null] as const);
    expect(pairs).toHaveLength([value].flat().length);
    expect(pairs.filter(([mine, theirs]) => !agrees(mine, theirs))).toEqual([]);
  });
});

test("small probabilities keep their digits: the tail is not one minus the rest", () => {
  // 60 facts after, none before, equal spans
  expect(p(0, 60, 1) / 2 ** -59).toBeCloseTo(1, 9);
});

test("a share too small to be seen is still given, as long as there is a number for it: with b = 1 it is p^(1/a)", () => {
  for (const a of [5, 0.5, 0.05, 0.02, 0.01, 0.006])
    expect(distributions.betaQuantile(0.025, a, 1) / 0.025 ** (1 / a), `a = ${a}`).toBeCloseTo(1, 6);
  expect(distributions.betaQuantile(0.025, 0.005, 1)).toBe(0);
});
