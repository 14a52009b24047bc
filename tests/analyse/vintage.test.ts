import { describe, expect, test } from "vitest";
import { cellsOf, standingsOf } from "../../scripts/analyse/vintage.ts";
import type { Observation } from "../../scripts/model/observation.ts";
import { halfYear, quarter } from "../../scripts/model/period.ts";
import { observe, T1 } from "./builders.ts";

const deliveries = ["2025-T4", "2026-T1", "2026-T1-b", "2026-T2"];
const [old, own, corrected, next] = deliveries.map((delivery) => ({ delivery }));

describe("what stands", () => {
  const standing = (...observations: Observation[]) =>
    standingsOf(cellsOf(observations), deliveries).get("ensemble")?.get("2026-01/2026-03");

  test("is the count of the latest delivery that has one, whatever the order of the input", () => {
    const [a, b, c] = [observe(T1, 4, old), observe(T1, 5, own), observe(T1, 6, corrected)];
    for (const all of [
      [a, b, c],
      [c, b, a],
      [b, c, a],
    ])
      expect(standing(...all)).toEqual({
        period: T1,
        rank: 2,
        from: [c.provenance],
        kind: "count",
        value: 6,
        status: "normal",
      });
  });

  test("is no empty cell while a count is known", () => {
    expect(standing(observe(T1, 4, old), observe(T1, null, own))).toMatchObject({ kind: "count", value: 4, rank: 0 });
    const [first, last] = [observe(T1, null, old), observe(T1, null, { ...own, status: "confidential" })];
    expect(standing(first, last)).toMatchObject({
      kind: "none",
      value: null,
      status: "confidential",
      rank: 1,
      from: [last.provenance],
    });
  });

  test("is nothing when the latest delivery contradicts itself, and both places are kept", () => {
    const [a, b] = [observe(T1, 4, own), observe(T1, 5, own)];
    expect(standing(observe(T1, 4, old), b, a)).toEqual({
      period: T1,
      rank: 1,
      from: [a.provenance, b.provenance],
      kind: "conflict",
      value: null,
      status: "missing",
    });
    expect(standing(a, b, observe(T1, 5, next))).toMatchObject({ kind: "count", value: 5, rank: 3 });
  });

  test("stands for one force and one period", () => {
    const all = [
      observe(T1, 1),
      observe(T1, 2, { force: "PN" }),
      observe(halfYear(2026, 1), 3),
      observe(quarter(2026, 2), 4),
    ];
    const found = standingsOf(cellsOf(all), deliveries);
    expect([...found].map(([force, periods]) => [force, [...periods].map(([key, s]) => [key, s.value])])).toEqual([
      [
        "ensemble",
        [
          ["2026-01/2026-03", 1],
          ["2026-01/2026-06", 3],
          ["2026-04/2026-06", 4],
        ],
      ],
      ["PN", [["2026-01/2026-03", 2]]],
    ]);
  });
});
