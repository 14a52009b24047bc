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

describe("a family is due to one line", () => {
  const yearly = (counts: readonly number[]) => counts.flatMap((count, i) => (i === 0 ? [count] : [20, 20, 20, count]));
  const dueTo = (
    family: readonly number[],
    lines: Readonly<Record<string, readonly number[]>>,
    some: Readonly<Record<string, Partial<Observation>>> = {},
  ) => {
    const { analyses } = run([
      ...observeAll(T1, yearly(family), { statement: "IST", indicator: "biens" }),
      ...Object.entries(lines).flatMap(([label, counts]) =>
        observeAll(T1, yearly(counts), { statement: "IST", indicator: null, label, family: "biens", ...some[label] }),
      ),
    ]);
    return Object.fromEntries(analyses.map((a) => [a.indicator ?? a.label, a.dueTo]));
  };
  const [family, rising, flat] = [
    [40, 40, 40, 90],
    [20, 20, 20, 70],
    [20, 20, 20, 20],
  ];

  test("the line itself, and one that only stands beside it, are due to nothing", () => {
    expect(dueTo(family, { Vols: rising, Tags: flat })).toEqual({ biens: "Vols", Vols: null, Tags: null });
  });

  test("a line of no family that goes the way of another is no family of it", () => {
    const { Vols, Tags } = dueTo(
      family,
      { Vols: [40, 40, 40, 90], Tags: [39, 39, 39, 89] },
      { Vols: { family: null }, Tags: { family: null } },
    );
    expect([Vols, Tags]).toEqual([null, null]);
    expect(
      dueTo(
        [4, 4, 4, 4],
        { Vols: [90, 90, 90, 220], Tags: [40, 40, 40, 160] },
        { Vols: { family: null }, Tags: { family: null } },
      ),
    ).toMatchObject({ Vols: null });
  });

  test("of its own, not of another family or of another statement", () => {
    expect(dueTo(family, { Vols: rising }, { Vols: { family: "autre" } }).biens).toBeNull();
    expect(dueTo(family, { Vols: rising }, { Vols: { statement: "IS101" } }).biens).toBeNull();
  });

  test("that goes the same way", () => {
    const fall = [20, 20, 20, 2];
    const rest = [60, 60, 60, 66];
    expect(dueTo([120, 120, 120, 168], { Vols: fall, Tags: [40, 40, 40, 100], Bruit: rest }).biens).toBe("Tags");
  });

  test("whose years are the same, for what is left must be comparable", () => {
    expect(dueTo([40, 40, 40, 90], { Vols: [20, 20, 70], Tags: flat }).biens).toBeNull();
  });

  test("that it holds: a line greater than its family, before or after, is no part of it", () => {
    expect(dueTo([40, 40, 40, 90], { Vols: [45, 45, 45, 95] }).biens).toBeNull();
    expect(dueTo([40, 40, 40, 90], { Vols: [20, 20, 20, 95] }).biens).toBeNull();
    expect(dueTo([40, 40, 40, 90], { Vols: [40, 40, 40, 90] }).biens).toBe("Vols");
  });

  test("a family that shows nothing is due to nothing", () => {
    expect(dueTo([400, 400, 400, 420], { Vols: rising, Tags: flat }).biens).toBeNull();
  });
});

test("the counts since January vary by their own years: one that varies makes a gap beside the reading ordinary", () => {
  const year = (own: number) => [5, own, 5, 5];
  const phi = (...halves: readonly number[]) => {
    const counts = halves.flatMap(year).slice(0, -2);
    return run(observeAll(quarter(2026, 2), counts), quarter(2026, 2)).tests.phi;
  };
  expect(phi(20, 20, 20, 20).cumulative).toBe(1);
  expect(phi(5, 60, 20, 20).cumulative).toBeGreaterThan(3);
  // what follows a break is not judged by what came before it: the bulletin's own year is no reference
  expect(phi(20, 20, 20, 90).cumulative).toBe(1);
});

test("a line's statement, and each force apart, are adjusted in tables of their own", () => {
  const own = [20, 5, 5, 5, 46];
  const p = (some: Partial<Observation>) => {
    const crowd = ["a", "b", "c", "d", "e"].flatMap((x) =>
      observeAll(T1, [9, 5, 5, 5, 9], { indicator: null, label: `Ligne ${x}`, ...some }),
    );
    const { analyses } = run([
      ...observeAll(T1, own, { force: "PN" }),
      ...observeAll(T1, [3, 3, 3, 3, 3], { force: "GN" }),
      ...crowd,
    ]);
    const police = analyses.find((a) => a.indicator === "vols" && a.force === "PN");
    return pooled(police)?.pAdjusted ?? 1;
  };
  // five lines of the gendarmerie, or of the other statement, cost the police's line nothing
  expect(p({ force: "GN" })).toBeCloseTo(p({ statement: "IST" }), 12);
});

test("the usual number of years is the most frequent; of two as frequent, the greater", () => {
  const lines = (...lengths: readonly number[]) =>
    run(
      lengths.flatMap((years, i) =>
        observeAll(T1, [...Array.from({ length: 4 * years }, () => 6), 6], {
          indicator: null,
          label: `Ligne ${"abcdef"[i]}`,
        }),
      ),
    ).tests.years;
  expect(lines(1, 1, 3)).toBe(1);
  expect(lines(3, 3, 1)).toBe(3);
  expect(lines(1, 3)).toBe(3);
  expect(lines(3, 1)).toBe(3);
  expect(lines(2, 1, 2, 1, 1)).toBe(1);
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
  expect(tests).toMatchObject({ lines: 3, years: 1, phi: { quarter: 1.5 } });
  for (const { alone, among } of power) expect(among).toBeGreaterThanOrEqual(alone);
  expect(power.find((p) => p.before === 10)).toEqual({
    before: 10,
    alone: expect.any(Number),
    among: expect.any(Number),
  });
});
