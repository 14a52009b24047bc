/** Which number stands for a period: the one printed, a sum, a difference, or none. A wrong one here is wrong in silence. */
import { describe, expect, test } from "vitest";
import { analyse } from "../../scripts/analyse/index.ts";
import type { Observation } from "../../scripts/model/observation.ts";
import { halfYear, type Month, type Period, parsePeriodKey, quarter, wholeYear } from "../../scripts/model/period.ts";
import type { Settings } from "../../scripts/model/settings.ts";
import { analysisOf, nomenclature, observe, observeAll, settings, T1 } from "./builders.ts";

const T2 = quarter(2026, 2);
const run = (observations: readonly Observation[], period = T2, own: Settings = settings) =>
  analyse({ observations, quarter: period, nomenclature, settings: own, references: [] });
const months = (key: string): Period => {
  const found = parsePeriodKey(key);
  if (!found) throw new Error(key);
  return found;
};
const withBreaks = (...from: Month[]): Settings => ({
  ...settings,
  breaks: from.map((month) => ({ statement: "IS101", indicator: "vols", from: month, reason: `Depuis ${month}.` })),
});

describe("a break in series", () => {
  const quarters = [observe(T1, 3), observe(T2, 5)];
  const halfYearOf = (observations: readonly Observation[], ...from: Parameters<typeof withBreaks>) =>
    analysisOf(run(observations, T2, withBreaks(...from))).cumulative.value;

  test.each([
    ["2026-01", 8],
    ["2026-02", null],
    ["2026-04", null],
    ["2026-06", null],
    ["2026-07", 8],
  ] as const)(
    "from %s on: the half-year made of two quarters is %s, for two definitions are never added",
    (from, sum) => {
      expect(halfYearOf(quarters, from)).toBe(sum);
    },
  );

  test("a half-year that the service prints itself is shown, whatever stands inside", () => {
    expect(halfYearOf([...quarters, observe(halfYear(2026, 1), 9)], "2026-04")).toBe(9);
  });

  test("no sum of the two forces goes around it", () => {
    const forces = quarters.flatMap((o) => [
      { ...o, force: "PN" as const },
      { ...o, force: "GN" as const },
    ]);
    expect(halfYearOf(forces, "2026-07")).toBe(16);
    expect(halfYearOf(forces, "2026-04")).toBeNull();
  });

  test("inside a quarter forbids no difference: the months of one quarter are one number", () => {
    const parts = [observe(T1, 3), observe(halfYear(2026, 1), 8)];
    expect(analysisOf(run(parts, T2, withBreaks("2026-05"))).quarter.value).toBe(5);
  });

  test("of another line or statement changes nothing", () => {
    const other = { statement: "IST", indicator: "vols", from: "2026-04", reason: "x" } as const;
    expect(analysisOf(run(quarters, T2, { ...settings, breaks: [other] })).cumulative.value).toBe(8);
    const line = { statement: "IS101", indicator: "homicides", from: "2026-04", reason: "x" } as const;
    expect(analysisOf(run(quarters, T2, { ...settings, breaks: [line] })).cumulative.value).toBe(8);
  });

  test("that the nomenclature knows and those of the settings stand together, oldest first", () => {
    const [is101, ...rest] = nomenclature.statements;
    if (!is101) throw new Error("no statement");
    const known = { from: "2025-07", reason: "Connue." } as const;
    const own = {
      statements: [
        { ...is101, indicators: is101.indicators.map((i) => (i.id === "vols" ? { ...i, breaks: [known] } : i)) },
        ...rest,
      ],
    };
    const { breaks } = analysisOf(
      analyse({
        observations: quarters,
        quarter: T2,
        nomenclature: own,
        settings: withBreaks("2026-04", "2025-01"),
        references: [],
      }),
    );
    expect(breaks.map((b) => b.from)).toEqual(["2025-01", "2025-07", "2026-04"]);
    expect(breaks[0]).toEqual({ from: "2025-01", reason: "Depuis 2025-01." });
  });

  test("between two periods is told as the latest of them", () => {
    const counts = observeAll(T2, [3, 3, 3, 3, 3, 3]);
    const between = (...from: Parameters<typeof withBreaks>) =>
      analysisOf(run(counts, T2, withBreaks(...from))).comparisons[0]?.acrossBreak?.from ?? null;
    expect(between("2025-04")).toBeNull();
    expect(between("2025-05")).toBe("2025-05");
    expect(between("2026-06")).toBe("2026-06");
    expect(between("2026-07")).toBeNull();
    expect(between("2025-07", "2026-02")).toBe("2026-02");
  });
});

describe("a figure that is not printed", () => {
  test("says why, and where: the empty cell of its own period", () => {
    const empty = observe(T2, null);
    expect(analysisOf(run([observe(T1, 3), empty])).quarter).toEqual({
      period: T2,
      value: null,
      status: "missing",
      from: [empty.provenance],
    });
    expect(analysisOf(run([observe(T1, 3)])).quarter).toEqual({ period: T2, value: null, status: "missing", from: [] });
  });

  test("is worked out although its own cell is empty, never when it is withheld or does not apply", () => {
    const others = [observe(T1, 3), observe(halfYear(2026, 1), 8)];
    const own = (status: Observation["status"]) => analysisOf(run([...others, observe(T2, null, { status })])).quarter;
    expect(own("missing")).toMatchObject({ value: 5, status: "derived" });
    expect(own("confidential")).toMatchObject({ value: null, status: "confidential" });
    expect(own("not-applicable")).toMatchObject({ value: null, status: "not-applicable" });
  });

  test("comes from the latest deliveries when two ways are as short", () => {
    const old = { delivery: "2025-T4" };
    const ways = [
      observe(T1, 3, old),
      observe(halfYear(2026, 1), 8, old),
      observe(months("2026-04/2026-12"), 20, { delivery: "2026-T4" }),
      observe(months("2026-07/2026-12"), 13, { delivery: "2026-T4" }),
    ];
    expect(analysisOf(run(ways)).quarter.value).toBe(7);
    const later = ways.map((o) => ({ ...o, delivery: o.delivery === "2025-T4" ? "2026-T5" : o.delivery }));
    expect(analysisOf(run(later)).quarter.value).toBe(5);
  });

  test("is a difference only where no sum is to be had", () => {
    const ways = [
      observe(T1, 3),
      observe(halfYear(2026, 1), 8),
      ...[4, 5, 6].map((m) => observe(months(`2026-0${m}/2026-0${m}`), 2)),
    ];
    expect(analysisOf(run(ways)).quarter.value).toBe(6);
  });
});

describe("the two forces together", () => {
  const both = (period: Period, pn: number | null, gn: number | null, some: Partial<Observation> = {}) => [
    observe(period, pn, { force: "PN", ...some }),
    observe(period, gn, { force: "GN", ...some }),
  ];

  test("are known as soon as both are, and not when one is missing", () => {
    expect(analysisOf(run(both(T2, 3, 4))).quarter).toMatchObject({ value: 7, status: "derived" });
    expect(analysisOf(run([...both(T2, 3, null), ...both(T1, 1, 1)])).quarter.value).toBeNull();
    expect(analysisOf(run([...both(T2, null, 3), ...both(T1, 1, 1)])).quarter.value).toBeNull();
  });

  test("fill an ensemble whose cell is empty, never one that is withheld", () => {
    const own = (status: Observation["status"]) =>
      analysisOf(run([...both(T2, 3, 4), observe(T2, null, { status })])).quarter;
    expect(own("missing")).toMatchObject({ value: 7, status: "derived" });
    expect(own("confidential")).toMatchObject({ value: null, status: "confidential" });
  });

  test("in a half-year less the ensemble's first quarter give its second, with the places of all three", () => {
    const half = both(halfYear(2026, 1), 10, 6);
    const first = observe(T1, 5);
    const { quarter: found } = analysisOf(run([...half, first]));
    expect(found).toMatchObject({ value: 11, status: "derived" });
    expect(found.from).toEqual([first, ...half].map((o) => o.provenance));
  });

  test("of which one is worked out are added with the places of all that it rests on", () => {
    const own = [
      observe(T2, 5, { force: "PN" }),
      observe(T1, 1, { force: "GN" }),
      observe(halfYear(2026, 1), 4, { force: "GN" }),
    ];
    const { quarter: found } = analysisOf(run(own));
    expect(found).toEqual({ period: T2, value: 8, status: "derived", from: own.map((o) => o.provenance) });
  });

  test("are as old as the older of their two deliveries", () => {
    // either way two steps and one difference: the forces' half-year − T1 (one old), or nine months − their second half
    const ways = [
      observe(halfYear(2026, 1), 10, { force: "PN", delivery: "2026-T4" }),
      observe(halfYear(2026, 1), 6, { force: "GN", delivery: "2025-T4" }),
      observe(T1, 5, { delivery: "2026-T3" }),
      observe(months("2026-04/2026-12"), 20, { delivery: "2026-T2" }),
      observe(months("2026-07/2026-12"), 13, { delivery: "2026-T2" }),
    ];
    expect(analysisOf(run(ways)).quarter.value).toBe(7);
  });

  test("make no ensemble when they share no period at all", () => {
    const apart = [observe(T1, 3, { force: "PN" }), observe(quarter(2025, 4), 4, { force: "GN" })];
    expect(run(apart).analyses.map((a) => a.force)).toEqual(["PN", "GN"]);
  });

  test("come after the ensemble, police first", () => {
    expect(run([observe(T2, 7), ...both(T2, 3, 4)]).analyses.map((a) => [a.force, a.quarter.value])).toEqual([
      ["ensemble", 7],
      ["PN", 3],
      ["GN", 4],
    ]);
  });
});

describe("the series of a line", () => {
  test("starts with the first quarter of which anything is known: itself, its year to date or its twelve months", () => {
    const starts = (...observations: Observation[]) =>
      analysisOf(run([...observations, observe(T2, 1)])).series[0]?.figure.period;
    expect(starts(observe(quarter(2025, 3), 1))).toEqual(quarter(2025, 3));
    expect(starts(observe(halfYear(2025, 1), 1))).toEqual(quarter(2025, 2));
    expect(starts(observe(wholeYear(2025), 1))).toEqual(quarter(2025, 4));
    expect(starts(observe(months("2024-10/2025-09"), 1))).toEqual(quarter(2025, 3));
    // a month alone tells of no quarter
    expect(starts(observe(months("2025-02/2025-02"), 1))).toEqual(T2);
  });

  test("of which nothing is known but odd months is the bulletin's own quarter, without a count", () => {
    const { series, quarter: own } = analysisOf(run([observe(months("2026-02/2026-02"), 4)]));
    expect(series.map((p) => [p.figure.period, p.figure.value])).toEqual([[T2, null]]);
    expect(own.value).toBeNull();
  });

  test("ends with the bulletin's quarter, although later months are known", () => {
    const { series } = analysisOf(run([observe(T2, 1), observe(quarter(2026, 3), 9)]));
    expect(series.map((p) => p.figure.period)).toEqual([T2]);
  });

  test("compares the quarter, the year to date and the twelve months with those of a year earlier", () => {
    const own = analysisOf(run(observeAll(T2, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])));
    expect([own.quarter, own.quarterBefore].map((f) => f.value)).toEqual([10, 6]);
    expect([own.cumulative, own.cumulativeBefore].map((f) => f.value)).toEqual([19, 11]);
    expect([own.rolling, own.rollingBefore].map((f) => f.value)).toEqual([34, 18]);
    expect(own.comparisons.map((c) => [c.kind, c.exposure, c.before.value, c.after.value])).toEqual([
      ["quarter", 1, 6, 10],
      ["quarter-pooled", 2, 8, 10],
      ["cumulative", 1, 11, 19],
      ["rolling-year", 1, 18, 34],
      ["rolling-year-pooled", 1, 18, 34],
    ]);
    expect(own.comparisons[3]?.before.periods).toEqual([months("2024-07/2025-06")]);
    expect(own.series.at(-1)?.rolling.value).toBe(34);
    expect(own.series.at(-2)?.rolling.value).toBe(30);
  });
});

describe("printed totals of the quarter", () => {
  const total = (value: number, some: Partial<Observation> = {}) =>
    observe(T2, value, { kind: "total", indicator: null, label: "Total", delivery: "2026-T2", ...some });
  const shown = (...totals: Observation[]) => run([observe(T2, 1), ...totals]).printedTotals.map((o) => o.value);

  test("are those that end with it, of the latest delivery that prints any, in the order of their places", () => {
    const place = (row: number) => ({ provenance: { file: "a", part: "b", row, column: 1, raw: "" } });
    expect(shown(total(2, place(9)), total(1, place(3)))).toEqual([1, 2]);
    expect(shown(total(1), total(2, { delivery: "2026-T2-b" }))).toEqual([2]);
    expect(shown(total(2, { delivery: "2026-T2-b" }), total(1))).toEqual([2]);
    expect(shown(total(1), total(5, { period: halfYear(2026, 1) }), total(9, { period: T1 }))).toEqual([1, 5]);
    expect(shown()).toEqual([]);
  });
});
