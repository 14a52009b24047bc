import { describe, expect, test } from "vitest";
import { analyse } from "../../scripts/analyse/index.ts";
import { ordinaryRange } from "../../scripts/analyse/methods/ordinary-range.ts";
import { type Analysis, comparisonOf, lastingOf, rangeOf, readingOf } from "../../scripts/model/analysis.ts";
import { isAnnounced } from "../../scripts/model/degree.ts";
import type { Observation } from "../../scripts/model/observation.ts";
import { settings as defaults, nomenclature, observeAll, T1 } from "./builders.ts";

const run = (observations: readonly Observation[], own = T1) =>
  analyse({ observations, quarter: own, nomenclature, settings: defaults, references: [] });

/** The lines given, each as yearly counts of the same quarter, oldest first; the other quarters are 5. */
const judged = (...lines: readonly (readonly number[])[]) => {
  const observations = lines.flatMap((yearly, line) => {
    const counts = yearly.flatMap((count, i) => (i === 0 ? [count] : [5, 5, 5, count]));
    return observeAll(T1, counts, { indicator: null, label: `Ligne ${String.fromCharCode(97 + line)}` });
  });
  return run(observations).analyses;
};
const pooled = (line: Analysis | undefined) => line && readingOf(line);

describe("what a bulletin says", () => {
  test("the year before alone is shown, and never judged; the count since January neither", () => {
    const [line] = judged([30, 30, 8, 40]);
    expect(line?.comparisons.filter((c) => c.p !== null).map((c) => c.kind)).toEqual([
      "quarter-pooled",
      "rolling-year-pooled",
    ]);
    for (const kind of ["quarter", "cumulative", "rolling-year"] as const)
      expect(line && comparisonOf(line, kind)?.verdict).toBe("not-judged");
  });

  test("established under 0.01, to follow under 0.04, ordinary from there", () => {
    // with one earlier year, 1.5 facts count for one
    const verdict = (own: number) => {
      const reading = pooled(judged([20, own])[0]);
      return [reading?.verdict, reading?.pAdjusted];
    };
    expect(verdict(41)).toEqual(["ordinary", expect.closeTo(0.0402, 4)]);
    expect(verdict(42)).toEqual(["rise-to-follow", expect.any(Number)]);
    expect(verdict(52)).toEqual(["rise-established", expect.any(Number)]);
  });

  test("many lines that could show something make each harder to announce; lines too small do not", () => {
    const one = [20, 46];
    expect(pooled(judged(one)[0])?.verdict).toBe("rise-to-follow");
    const crowd = Array.from({ length: 11 }, () => [20, 20]);
    expect(pooled(judged(one, ...crowd)[0])?.verdict).toBe("ordinary");
    const tiny = Array.from({ length: 11 }, () => [1, 1]);
    expect(pooled(judged(one, ...tiny)[0])?.verdict).toBe("rise-to-follow");
  });

  test("past years that vary much make a gap ordinary", () => {
    const calm = pooled(judged([20, 21, 19, 20, 40])[0]);
    const wild = pooled(judged([4, 45, 11, 20, 40], [50, 5, 30, 30, 30], [3, 30, 8, 14, 14])[0]);
    expect(wild?.phi).toBeGreaterThan(2 * (calm?.phi ?? 0));
    expect(calm?.verdict).toBe("rise-established");
    expect(wild?.verdict).toBe("ordinary");
  });

  test("a change of the last four quarters does not hide itself: how much counts vary is that of the quarters before", () => {
    const steady = Array.from({ length: 16 }, () => 20);
    const phi = (latest: readonly number[]) => run(observeAll(T1, [...steady, ...latest])).tests.phi.quarter;
    expect(phi([60, 60, 60, 60])).toBe(phi([20, 20, 20, 20]));
    expect(phi([60, 60, 60, 60, 60])).toBeGreaterThan(phi([20, 20, 20, 20, 20]));
  });
});

describe("what lasts", () => {
  const years = (...yearly: readonly number[]) => yearly.flatMap((n) => [n, n, n, n]);
  const lasting = (counts: readonly number[]) => {
    const [line] = run(observeAll(T1, counts)).analyses;
    return line && [readingOf(line)?.verdict, lastingOf(line)?.verdict];
  };

  test("twelve months are judged where the quarter says nothing", () => {
    // half as many again in each quarter: ordinary by itself, not four times
    expect(lasting(years(14, 14, 14, 22))).toEqual(["ordinary", "rise-to-follow"]);
    expect(lasting(years(14, 14, 14, 14))).toEqual(["ordinary", "ordinary"]);
    expect(lasting(years(40, 40, 40, 100))).toEqual(["rise-established", "rise-established"]);
    expect(lasting(years(14, 14, 14, 6))).toEqual(["ordinary", "fall-to-follow"]);
  });

  test("it takes a year of earlier quarters", () => {
    expect(lasting([14, 14, 14, 14, 40])?.[1]).toBe("not-judged");
  });

  test("a line whose own years vary more than the town's is judged by its own", () => {
    const phiOf = (own: readonly number[]) => {
      const calm = ["a", "b", "c", "d"].flatMap((x) =>
        observeAll(T1, years(30, 30, 30, 30, 30), { indicator: null, label: `Ligne ${x}` }),
      );
      const { analyses, tests } = run([...observeAll(T1, years(...own)), ...calm]);
      const line = analyses.find((a) => a.indicator === "vols");
      return [(line && lastingOf(line)?.phi) ?? 0, tests.phi.year] as const;
    };
    const [steady, town] = phiOf([30, 30, 30, 30, 30]);
    expect(steady).toBe(town);
    const [wild, its] = phiOf([10, 60, 20, 50, 30]);
    expect(wild).toBeGreaterThan(2 * its);
  });
});

test("a count is outside the range behind its curve when it is announced, and never otherwise", () => {
  for (const own of [0, 2, 4, 8, 12, 20, 26, 30, 40]) {
    const [line] = run(observeAll(T1, [...Array.from({ length: 12 }, () => 12), own])).analyses;
    const range = line && rangeOf(line);
    expect(range).not.toBeNull();
    const outside = own < (range?.low ?? 0) || own > (range?.high ?? 0);
    expect(outside, `${own}`).toBe(isAnnounced(pooled(line)?.verdict ?? "none"));
  }
});

test("each force apart is judged in a family of its own, more strictly", () => {
  const verdicts = (police: readonly number[], gendarmerie: readonly number[]) =>
    run([...observeAll(T1, police, { force: "PN" }), ...observeAll(T1, gendarmerie, { force: "GN" })]).analyses.map(
      (a) => [a.force, readingOf(a)?.verdict],
    );
  const flat = (n: number, own = n) => [...Array.from({ length: 16 }, () => n), own];
  expect(verdicts(flat(80), flat(3, 22))).toEqual([
    ["ensemble", "ordinary"],
    ["PN", "ordinary"],
    ["GN", "rise-established"],
  ]);
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

test("what the tests can see is what the ranges say, for lines of a given level", () => {
  const lines = ["a", "b", "c"].flatMap((x) =>
    observeAll(T1, [25, 5, 5, 5, 25], { indicator: null, label: `Ligne ${x}` }),
  );
  const { power, tests } = run(lines);
  expect(tests).toMatchObject({ lines: 3, years: 1, phi: { quarter: 1.5 } });
  expect(power.map((p) => p.before)).toEqual([0, 1, 2, 5, 10, 20, 50]);
  for (const { before, rise, fall } of power) {
    const { low, high } = ordinaryRange({ before, exposure: 1, phi: 1.5 }, tests.threshold);
    expect([rise, fall]).toEqual([high + 1, low === 0 ? null : low - 1]);
  }
  expect(power[0]).toMatchObject({ fall: null });
  expect(power.at(-1)?.fall).toBeGreaterThan(0);
});
