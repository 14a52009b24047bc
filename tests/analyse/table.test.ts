import { describe, expect, test } from "vitest";
import { analyse } from "../../scripts/analyse/index.ts";
import type { Comparison } from "../../scripts/model/analysis.ts";
import type { Observation } from "../../scripts/model/observation.ts";
import { quarter } from "../../scripts/model/period.ts";
import { settings as defaults, nomenclature, observeAll, T1 } from "./builders.ts";

const run = (observations: readonly Observation[], own = T1) =>
  analyse({ observations, quarter: own, nomenclature, settings: defaults, references: [] });

/** Readings of the lines given, each as yearly counts of the same quarter, oldest first; the other quarters are 5. */
const readings = (...lines: readonly (readonly number[])[]) => {
  const observations = lines.flatMap((yearly, line) => {
    const counts = yearly.flatMap((count, i) => (i === 0 ? [count] : [5, 5, 5, count]));
    return observeAll(T1, counts, { indicator: null, label: `Ligne ${String.fromCharCode(97 + line)}` });
  });
  return run(observations).analyses.map((a) => ({
    comparisons: a.comparisons,
    words: Object.fromEntries(a.comparisons.map((c) => [c.kind, c.reading])),
  }));
};

const pooled = (line: { readonly comparisons: readonly Comparison[] } | undefined) =>
  line?.comparisons.find((c) => c.kind === "quarter-pooled");

describe("what a bulletin may announce", () => {
  test("the year before alone is shown, and never tested", () => {
    const [line] = readings([30, 30, 8, 40]);
    expect(line?.comparisons.filter((c) => c.p !== null).map((c) => c.kind)).toEqual([
      "quarter-pooled",
      "cumulative-pooled",
    ]);
    expect(line?.words).toMatchObject({
      quarter: "not-tested",
      cumulative: "not-tested",
      "rolling-year": "not-tested",
    });
  });

  test("one reading just under 0.05 is not enough for the whole bulletin; one under 0.04 is", () => {
    // with one earlier year, 1.5 facts count for one
    const [silent] = readings([20, 41]);
    expect(pooled(silent)).toMatchObject({ exposure: 1, phi: 1.5, p: expect.closeTo(0.0401, 3) });
    expect(pooled(silent)?.reading).toBe("no-clear-change");
    const [told] = readings([20, 44]);
    expect(pooled(told)?.pAdjusted).toBeLessThan(0.04);
    expect(pooled(told)?.reading).toBe("rise");
  });

  test("many lines that could show something make each harder to announce; lines too small do not", () => {
    const one = [20, 46];
    expect(pooled(readings(one)[0])?.reading).toBe("rise");
    const crowd = Array.from({ length: 11 }, () => [20, 20]);
    expect(pooled(readings(one, ...crowd)[0])?.reading).toBe("no-clear-change");
    const tiny = Array.from({ length: 11 }, () => [1, 1]);
    expect(pooled(readings(one, ...tiny)[0])?.reading).toBe("rise");
  });

  test("past years that vary much make a gap ordinary", () => {
    const calm = pooled(readings([20, 21, 19, 40])[0]);
    const wild = pooled(readings([4, 45, 11, 40], [50, 5, 30, 30], [3, 30, 8, 14])[0]);
    expect(wild?.phi).toBeGreaterThan(2 * (calm?.phi ?? 0));
    expect(calm?.reading).toBe("marked-rise");
    expect(wild?.reading).toBe("no-clear-change");
  });

  test("what stands beside the reading never opens the bulletin, and is told at 1 % once it is open", () => {
    // the quarter is as usual, the half-year is not
    const half = (own: number) =>
      observeAll(quarter(2026, 2), [5, 20, 20, 5, 5, 20, 20, 5, 5, 20, 20, 5, own, 20], {
        indicator: null,
        label: "Ligne a",
      });
    const judge = (more: readonly Observation[]) =>
      run([...half(70), ...more], quarter(2026, 2)).analyses[0]?.comparisons.find(
        (c) => c.kind === "cumulative-pooled",
      );
    expect(judge([])?.pAdjusted).toBeLessThan(0.01);
    expect(judge([])?.reading).toBe("no-clear-change");
    const opening = observeAll(quarter(2026, 2), [20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 90], {
      indicator: null,
      label: "Ligne b",
    });
    expect(judge(opening)?.reading).toBe("rise");
  });
});

describe("a family that stands out", () => {
  const of = (family: readonly number[], line: readonly number[], other: readonly number[]) => {
    const yearly = (counts: readonly number[]) =>
      counts.flatMap((count, i) => (i === 0 ? [count] : [20, 20, 20, count]));
    const { analyses } = run([
      ...observeAll(T1, yearly(family), { statement: "IST", indicator: "biens" }),
      ...observeAll(T1, yearly(line), { statement: "IST", indicator: null, label: "Vols", family: "biens" }),
      ...observeAll(T1, yearly(other), { statement: "IST", indicator: null, label: "Tags", family: "biens" }),
    ]);
    return analyses.find((a) => a.indicator === "biens")?.dueTo;
  };

  test("through one line alone says which", () => {
    expect(of([40, 40, 40, 90], [20, 20, 20, 70], [20, 20, 20, 20])).toBe("Vols");
  });

  test("with what is left of it too, is due to none", () => {
    expect(of([40, 40, 40, 160], [20, 20, 20, 80], [20, 20, 20, 80])).toBeNull();
    expect(of([90, 90, 90, 220], [20, 20, 20, 70], [20, 20, 20, 20])).toBeNull();
  });
});

test("a family whose lines are held counts once in what varies", () => {
  const line = [10, 30, 12, 20];
  const yearly = line.flatMap((count, i) => (i === 0 ? [count] : [20, 20, 20, count]));
  const own = observeAll(T1, yearly, { statement: "IST", indicator: null, label: "Vols", family: "biens" });
  const family = observeAll(T1, yearly, { statement: "IST", indicator: "biens" });
  const phi = (observations: readonly Observation[]) => run(observations).tests.phi.quarter;
  expect(phi([...own, ...family])).toBe(phi(own));
});

test("what the tests can see is told for one more line of this bulletin", () => {
  const lines = ["a", "b", "c"].flatMap((x) =>
    observeAll(T1, [25, 5, 5, 5, 25], { indicator: null, label: `Ligne ${x}` }),
  );
  const { power, tests } = run(lines);
  expect(tests).toMatchObject({ lines: 3, years: 1, phi: { quarter: 1.5 }, mayAnnounce: false });
  for (const { alone, among } of power) expect(among).toBeGreaterThanOrEqual(alone);
  expect(power.find((p) => p.before === 10)).toEqual({
    before: 10,
    alone: expect.any(Number),
    among: expect.any(Number),
  });
});
