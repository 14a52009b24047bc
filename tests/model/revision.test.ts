import { expect, test } from "vitest";
import type { Observation } from "../../scripts/model/observation.ts";
import { revisionsOf } from "../../scripts/model/revision.ts";
import { observe, T1 } from "../analyse/builders.ts";

const [old, own, corrected, next] = ["2025-T4", "2026-T1", "2026-T1-b", "2026-T2"].map((delivery) => ({ delivery }));
const told = (...figure: readonly Observation[]) =>
  revisionsOf(figure).map((r) => [r.old.value, r.new.value, r.new.delivery]);

test("a revision is each change from one delivery to the next that gives the figure, whatever the order of the input", () => {
  const all = [observe(T1, 4, old), observe(T1, 5, own), observe(T1, 5, corrected), observe(T1, 4, next)];
  const both = [
    [4, 5, "2026-T1"],
    [5, 4, "2026-T2"],
  ];
  expect(told(...all)).toEqual(both);
  expect(told(...all.toReversed())).toEqual(both);
  expect(told(observe(T1, 4, old), observe(T1, null, own), observe(T1, 6, next))).toEqual([[4, 6, "2026-T2"]]);
  expect(told(observe(T1, 4, old), observe(T1, 4, own))).toEqual([]);
  expect(told(observe(T1, null, old), observe(T1, 4, own))).toEqual([]);
});

test("a delivery that contradicts itself is passed over", () => {
  const torn = [observe(T1, 5, own), observe(T1, 6, own)];
  expect(told(observe(T1, 4, old), ...torn)).toEqual([]);
  expect(told(observe(T1, 4, old), ...torn, observe(T1, 7, next))).toEqual([[4, 7, "2026-T2"]]);
});

test("a figure that a delivery gives twice stands at the first of its cells", () => {
  const [first, second] = [observe(T1, 5, own), observe(T1, 5, own)];
  expect(revisionsOf([second, first, observe(T1, 4, old)]).map((r) => r.new)).toEqual([first]);
});
