import { describe, expect, test, vi } from "vitest";
import { analyse } from "../../scripts/analyse/index.ts";
import { settings as defaults, nomenclature, observeAll, T1 } from "./builders.ts";

/** Readings of the lines given, each as yearly counts of the same quarter, oldest first; the other quarters are 5. */
const readings = (...lines: readonly (readonly number[])[]) => {
  const observations = lines.flatMap((yearly, line) => {
    const counts = yearly.flatMap((count, i) => (i === 0 ? [count] : [5, 5, 5, count]));
    return observeAll(T1, counts, { indicator: null, label: `Ligne ${String.fromCharCode(97 + line)}` });
  });
  return analyse(observations, T1, nomenclature, defaults, []).analyses.map((a) => ({
    comparisons: a.comparisons,
    words: Object.fromEntries(a.comparisons.map((c) => [c.kind, c.reading])),
  }));
};

describe("what a bulletin may announce", () => {
  test("one reading just under 0.05 is not enough for the whole bulletin", () => {
    // exact p of 20 → 36: 0.0440
    const [line] = readings([20, 36]);
    expect(line?.comparisons[1]).toMatchObject({
      kind: "quarter-pooled",
      exposure: 1,
      pAdjusted: expect.closeTo(0.044, 3),
    });
    expect(line?.words["quarter-pooled"]).toBe("no-clear-change");
  });

  test("one reading under 0.04 is", () => {
    const [line] = readings([20, 37]);
    expect(line?.comparisons[1]?.pAdjusted).toBeLessThan(0.04);
    expect(line?.words["quarter-pooled"]).toBe("rise");
  });

  test("a comparison beside the reading announces by itself only under 0.01", () => {
    // the reading pools three years and sees nothing; the year before alone is far lower, p of 12 → 28: 0.0165
    const [silent] = readings([30, 30, 12, 28]);
    expect(silent?.comparisons[0]?.pAdjusted).toBeCloseTo(0.0165, 3);
    expect(silent?.words).toMatchObject({ quarter: "no-clear-change", "quarter-pooled": "no-clear-change" });
    const [loud] = readings([40, 40, 8, 32]);
    expect(loud?.words).toMatchObject({ quarter: "marked-rise", "quarter-pooled": "no-clear-change" });
  });

  test("once a bulletin announces, every table follows its own adjusted p", () => {
    const [beside, announced] = readings([30, 30, 10, 28], [20, 20, 20, 60]);
    expect(announced?.words["quarter-pooled"]).toBe("marked-rise");
    expect(beside?.words).toMatchObject({ quarter: "marked-rise", "quarter-pooled": "no-clear-change" });
    for (const { comparisons } of [beside, announced].filter((line) => line !== undefined))
      for (const c of comparisons) expect(/rise|fall/.test(c.reading)).toBe((c.pAdjusted ?? 1) < 0.05);
  });
});

test("the table of what the tests can see corrects for the longest table of readings", () => {
  const lines = ["a", "b", "c"].flatMap((x) =>
    observeAll(T1, [5, 5, 5, 5, 5], { indicator: null, label: `Ligne ${x}` }),
  );
  const other = observeAll(T1, [5, 5, 5, 5, 5], { statement: "IST", indicator: "biens" });
  const { power } = analyse([...lines, ...other], T1, nomenclature, defaults, []);
  expect(power.map((p) => p.lines)).toEqual([3, 3, 3, 3, 3, 3, 3]);
});

/** How often a special function was called: the work of an analysis, whatever else the machine does. */
const calls = vi.hoisted(() => ({ number: 0 }));
vi.mock("../../scripts/analyse/methods/cephes.cjs", async (original) => {
  const { default: cephes } = await original<{ default: Record<string, (...numbers: number[]) => number> }>();
  const counted = Object.entries(cephes).map(([name, compute]) => [
    name,
    (...numbers: number[]) => {
      calls.number += 1;
      return compute(...numbers);
    },
  ]);
  return { default: Object.fromEntries(counted) };
});

test("29 lines of 2 forces over 40 quarters ask for few enough special functions to take a moment", () => {
  const lines = Array.from({ length: 29 }, (_, i) => `Ligne ${String.fromCharCode(97 + (i % 26))}${i < 26 ? "" : "a"}`);
  const observations = lines.flatMap((label, line) =>
    (["PN", "GN"] as const).flatMap((force, f) => {
      const counts = Array.from({ length: 40 }, (_, q) => (line * 7 + q * 11 + f * 3 + ((q * q) % 5)) % 13);
      return observeAll(T1, counts, { indicator: null, label, force });
    }),
  );
  calls.number = 0;
  expect(analyse(observations, T1, nomenclature, defaults, []).analyses).toHaveLength(87);
  expect(calls.number).toBeGreaterThan(1_000);
  expect(calls.number).toBeLessThan(12_000);
});
