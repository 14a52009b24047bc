import { expect, test } from "vitest";
import { typedDay, typedQuarter } from "../../scripts/model/typed.ts";

test.each([
  ["2026-10-08", "2026-10-08"],
  ["08/10/2026", "2026-10-08"],
  ["8/10/2026", "2026-10-08"],
  ["8.10.2026", "2026-10-08"],
  ["8 octobre 2026", "2026-10-08"],
  ["8\u00a0Octobre 2026", "2026-10-08"],
  ["1er août 2026", "2026-08-01"],
  ["01 fevrier 2026", "2026-02-01"],
  ["30/02/2026", undefined],
  ["10/13/2026", undefined], // the month comes second here
  ["08/10/26", undefined],
  ["octobre 2026", undefined],
  ["8 brumaire 2026", undefined],
  ["20261008", undefined],
  ["", undefined],
])("the day « %s » is %s", (text, day) => {
  expect(typedDay(text)).toBe(day);
});

test.each([
  ["2026-T3", "2026-T3"],
  ["2026-t3", "2026-T3"],
  ["2026 T3", "2026-T3"],
  ["2026T3", "2026-T3"],
  ["T3 2026", "2026-T3"],
  ["t3-2026", "2026-T3"],
  ["3e trimestre 2026", "2026-T3"],
  ["1er\u00a0trimestre 2026", "2026-T1"],
  ["T5 2026", undefined],
  ["32026", undefined],
  ["3 2026", undefined],
  ["2026-3", undefined],
  ["T3", undefined],
  ["2026-T3-rectificatif", undefined],
])("the quarter « %s » is %s", (text, quarter) => {
  expect(typedQuarter(text)).toBe(quarter);
});
