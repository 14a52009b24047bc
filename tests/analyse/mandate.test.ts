/** The facts since the mandate began: which quarters count, what they are held against, and when there is no sum. */
import { describe, expect, test } from "vitest";
import { analyse } from "../../scripts/analyse/index.ts";
import { mandateSpan } from "../../scripts/analyse/mandate.ts";
import { halfYear, type Period, periodKey, quarter, shiftQuarters } from "../../scripts/model/period.ts";
import { nomenclature, observe, settings } from "./builders.ts";

const T3_2026 = quarter(2026, 3);
const spanKey = (since: string | null, at = T3_2026): string | null => {
  const span = mandateSpan(since, at);
  return span && periodKey(span);
};
/** Quarterly counts, oldest first; the last is that of the 3rd quarter of 2026. */
const counts = (values: readonly (number | null)[]) =>
  values.flatMap((value, i) =>
    value === null ? [] : [observe(shiftQuarters(T3_2026, i - values.length + 1), value, { delivery: "2026-T3" })],
  );
const mandateOf = (observations: readonly ReturnType<typeof observe>[], more: Partial<typeof settings> = {}) =>
  analyse({
    observations,
    quarter: T3_2026,
    nomenclature,
    settings: { ...settings, mandateSince: "2026-03-22", ...more },
    references: [],
  }).analyses[0]?.mandate;

describe("the span", () => {
  test("starts with the first whole quarter, for a quarter is not cut", () => {
    expect(spanKey("2026-03-22")).toBe("2026-04/2026-09");
    expect(spanKey("2026-04-01")).toBe("2026-04/2026-09");
    expect(spanKey("2026-04-02")).toBe("2026-07/2026-09");
    expect(spanKey("2020-12-31")).toBe("2021-01/2026-09");
  });

  test("is none before a whole quarter has passed, or without a date", () => {
    expect(spanKey("2026-07-02")).toBeNull();
    expect(spanKey("2027-01-01")).toBeNull();
    expect(spanKey(null)).toBeNull();
  });
});

test("the quarters are added up, and held against the same ones a year earlier", () => {
  expect(mandateOf(counts([1, 20, 30, 4, 5, 6, 7]))).toMatchObject({
    after: { value: 13, status: "derived", period: { first: "2026-04", last: "2026-09" } },
    before: { value: 50, period: { first: "2025-04", last: "2025-09" } },
    known: 2,
    acrossBreak: null,
  });
});

test("over more than a year, as many years earlier as it takes: the seasons stay the same", () => {
  const found = mandateOf(counts([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]), { mandateSince: "2025-04-01" });
  expect(found).toMatchObject({
    after: { value: 8 + 9 + 10 + 11 + 12 + 13, period: { first: "2025-04" } },
    before: { value: null, period: { first: "2023-04", last: "2024-09" } },
  });
});

test.each([
  ["2025-10-01", "2025-10/2026-09", "2024-10/2025-09"],
  ["2024-10-01", "2024-10/2026-09", "2022-10/2024-09"],
  ["2023-07-01", "2023-07/2026-09", "2019-07/2022-09"],
])(
  "it is held against as many whole years as it takes, and no more: a mandate begun on %s",
  (mandateSince, span, earlier) => {
    const found = mandateOf(counts([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]), { mandateSince });
    expect([found?.after.period, found?.before.period].map((p) => p && periodKey(p))).toEqual([span, earlier]);
  },
);

test("a quarter that is not known leaves no sum, and how many are known is told", () => {
  expect(mandateOf(counts([1, 2, 3, 4, 5, null, 7]))).toMatchObject({ after: { value: null }, known: 1 });
});

test("it is the sum of the quarters, whatever half-year was sent beside them", () => {
  const quarters = counts([1, 2, 3, 4, 5, 6, 7]);
  const half = (p: Period) => observe(p, 99, { delivery: "2026-T3" });
  const third = observe(quarter(2026, 3), 7, { delivery: "2026-T3" });
  expect(mandateOf([...quarters, half(halfYear(2026, 1)), third])?.after.value).toBe(13);
  expect(mandateOf([...quarters, half({ first: "2026-04", last: "2026-09" })])?.after.value).toBe(13);
});

test("nothing is added up or compared over a break in series", () => {
  const broken = (from: `${number}-${number}`) =>
    mandateOf(counts([1, 2, 3, 4, 5, 6, 7]), {
      breaks: [{ statement: "IS101", indicator: "vols", from, reason: "Logiciel." }],
    });
  expect(broken("2026-07")).toMatchObject({ after: { value: null }, acrossBreak: { from: "2026-07" } });
  expect(broken("2026-01")).toMatchObject({ after: { value: 13 }, acrossBreak: { from: "2026-01" } });
});
