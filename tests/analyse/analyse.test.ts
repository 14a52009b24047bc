import { describe, expect, test } from "vitest";
import { analyse } from "../../scripts/analyse/index.ts";
import { toAnalysesJson } from "../../scripts/analyse/json.ts";
import { rangeOf } from "../../scripts/model/analysis.ts";
import type { Observation } from "../../scripts/model/observation.ts";
import {
  cumulative,
  halfYear,
  type Period,
  quarter,
  rollingYear,
  shiftQuarters,
  wholeYear,
} from "../../scripts/model/period.ts";
import type { Settings } from "../../scripts/model/settings.ts";
import { fc, runs } from "../fast-check.ts";
import { analysisOf, comparisonOf, nomenclature, observe, observeAll, settings, T1 } from "./builders.ts";

const run = (observations: readonly Observation[], period = T1, own: Settings = settings) =>
  analyse({ observations, quarter: period, nomenclature, settings: own, references: [] });

describe("vintages", () => {
  test("the later delivery stands, and the change is a revision", () => {
    const old = observe(quarter(2025, 4), 12, { delivery: "2025-T4" });
    const newer = observe(quarter(2025, 4), 14, { delivery: "2026-T1" });
    const result = run([newer, old, observe(T1, 5)]);
    expect(analysisOf(result).series.map((p) => p.figure.value)).toEqual([14, 5]);
    expect(result.revisions).toEqual([
      {
        statement: "IS101",
        indicator: "vols",
        label: "Vols",
        force: "ensemble",
        period: quarter(2025, 4),
        old,
        new: newer,
      },
    ]);
    expect(result.deliveries).toEqual(["2025-T4", "2026-T1"]);
  });

  test("revisions come in order of time, then of the force and the delivery", () => {
    const deliveries = ["2025-T3", "2025-T4", "2026-T1"];
    const given = (number: number, force: "PN" | "GN") =>
      deliveries.map((delivery, value) => observe(quarter(2025, number), value, { force, delivery }));
    const { revisions } = run([...given(2, "PN"), ...given(1, "PN"), ...given(1, "GN")].toReversed());
    expect(revisions.map((r) => [r.period.first, r.force, r.new.delivery])).toEqual([
      ["2025-01", "GN", "2025-T4"],
      ["2025-01", "GN", "2026-T1"],
      ["2025-01", "PN", "2025-T4"],
      ["2025-01", "PN", "2026-T1"],
      ["2025-04", "PN", "2025-T4"],
      ["2025-04", "PN", "2026-T1"],
    ]);
  });

  test("a corrected delivery comes after the one it corrects", () => {
    const result = run([observe(T1, 5), observe(T1, 7, { delivery: "2026-T1-rectificatif" })]);
    expect(analysisOf(result).quarter.value).toBe(7);
  });

  test("an empty cell of a later delivery does not take back a count", () => {
    const result = run([observe(T1, 5, { delivery: "2025-T4" }), observe(T1, null)]);
    expect(analysisOf(result).quarter).toMatchObject({ value: 5, status: "normal" });
    expect(result.revisions).toEqual([]);
  });

  test("two values in one delivery: neither is used, nor an earlier one, nor a sum, nor a difference", () => {
    const contradiction = [observe(T1, 5), observe(T1, 6), observe(T1, 4, { delivery: "2025-T4" })];
    const ways = [
      observe(T1, 2, { force: "PN" }),
      observe(T1, 3, { force: "GN" }),
      observe(wholeYear(2025), 20),
      observe(rollingYear(T1), 24),
    ];
    expect(analysisOf(run([...contradiction, ...ways])).quarter).toMatchObject({ value: null, status: "missing" });
    expect(comparisonOf(analysisOf(run([...contradiction, ...ways])), "quarter").verdict).toBe("not-judged");
  });

  test("the same value twice in one delivery is one value", () => {
    expect(analysisOf(run([observe(T1, 5), observe(T1, 5)])).quarter).toMatchObject({ value: 5, status: "normal" });
  });
});

describe("figures", () => {
  test("the ensemble as printed comes before the sum of the forces", () => {
    const forces = [observe(T1, 4, { force: "PN" }), observe(T1, 3, { force: "GN" })];
    expect(analysisOf(run(forces)).quarter).toMatchObject({ value: 7, status: "derived" });
    expect(analysisOf(run(forces)).quarter.from).toEqual(forces.map((o) => o.provenance));
    expect(analysisOf(run([...forces, observe(T1, 8)])).quarter).toMatchObject({ value: 8, status: "normal" });
  });

  test("one force alone makes no ensemble", () => {
    expect(run([observe(T1, 4, { force: "PN" })]).analyses.map((a) => a.force)).toEqual(["PN"]);
  });

  test("a second quarter is derived from the half-year, with the places of its parts", () => {
    const parts = [observe(quarter(2026, 1), 8), observe(halfYear(2026, 1), 20)];
    const own = analysisOf(run(parts, quarter(2026, 2)));
    expect(own.quarter).toMatchObject({ value: 12, status: "derived" });
    expect(own.quarter.from).toEqual(parts.map((o) => o.provenance));
    expect(own.cumulative).toMatchObject({ value: 20, status: "normal" });
  });

  test("a force's quarters derived make the ensemble's", () => {
    const t2 = quarter(2026, 2);
    const own = [
      observe(t2, 5, { force: "PN" }),
      observe(quarter(2026, 1), 1, { force: "GN" }),
      observe(halfYear(2026, 1), 4, { force: "GN" }),
    ];
    expect(analysisOf(run(own, t2)).quarter).toMatchObject({ value: 8, status: "derived" });
  });

  test("a missing quarter is not zero: no cumulative count, no rolling year, no test", () => {
    const own = analysisOf(run(observeAll(T1, [3, 4, null, 6, 7])));
    expect(own.series.map((p) => p.figure.value)).toEqual([3, 4, null, 6, 7]);
    expect(own.rolling).toMatchObject({ value: null, status: "missing" });
    expect(comparisonOf(own, "rolling-year")).toMatchObject({
      p: null,
      pAdjusted: null,
      ratio: null,
      verdict: "not-judged",
    });
  });

  test("a value withheld is not worked out from others", () => {
    const withheld = observe(quarter(2026, 2), null, { status: "confidential" });
    const own = analysisOf(run([observe(T1, 8), observe(halfYear(2026, 1), 20), withheld], quarter(2026, 2)));
    expect(own.quarter).toMatchObject({ value: null, status: "confidential" });
  });

  test("the series has no gap, from the first quarter held to the bulletin's", () => {
    const own = analysisOf(run([observe(quarter(2024, 3), 2), observe(T1, 4)]));
    expect(own.series).toHaveLength(7);
    expect(own.series.map((p) => p.figure.value)).toEqual([2, null, null, null, null, null, 4]);
  });
});

describe("comparisons", () => {
  test("the same quarter of up to five earlier years is pooled", () => {
    const own = analysisOf(
      run(
        observeAll(
          T1,
          Array.from({ length: 29 }, () => 10),
        ),
      ),
    );
    expect(comparisonOf(own, "quarter-pooled")).toMatchObject({
      exposure: 5,
      before: { value: 50 },
      after: { value: 10 },
      p: 1,
      verdict: "ordinary",
    });
    expect(comparisonOf(own, "quarter-pooled").before.periods).toEqual(
      [2021, 2022, 2023, 2024, 2025].map((y) => quarter(y, 1)),
    );
    expect(comparisonOf(own, "rolling-year")).toMatchObject({ before: { value: 40 }, after: { value: 40 }, p: null });
  });

  test("zero against zero is none; a few facts are ordinary", () => {
    expect(comparisonOf(analysisOf(run(observeAll(T1, [0, 0, 0, 0, 0]))), "quarter-pooled").verdict).toBe("none");
    expect(comparisonOf(analysisOf(run(observeAll(T1, [1, 0, 0, 0, 2]))), "quarter-pooled").verdict).toBe("ordinary");
  });

  test("a doubling of a frequent line is told, with its strength", () => {
    const own = analysisOf(run(observeAll(T1, [...Array.from({ length: 12 }, () => 40), 80])));
    expect(comparisonOf(own, "quarter-pooled")).toMatchObject({ exposure: 3, verdict: "rise-established" });
    expect(rangeOf(own)?.high).toBeLessThan(80);
  });

  test("the lines of a bulletin are corrected together", () => {
    const years = Array.from({ length: 12 }, () => 20);
    const change = observeAll(T1, [...years, 34]);
    const others = Array.from({ length: 11 }, (_, i) =>
      observeAll(T1, [...years, 20], { indicator: null, label: `Ligne ${"abcdefghijk"[i]}` }),
    );
    const alone = comparisonOf(analysisOf(run(change)), "quarter-pooled");
    const among = comparisonOf(analysisOf(run([...change, ...others.flat()])), "quarter-pooled");
    expect([alone.phi, among.phi]).toEqual([1, 1]);
    expect(alone.pAdjusted).toBe(alone.p);
    expect(among.pAdjusted).toBeGreaterThan(6 * (among.p ?? 0));
    expect(among.pAdjusted).toBeLessThanOrEqual(12 * (among.p ?? 0));
  });
});

describe("breaks in series", () => {
  const counts = Array.from({ length: 17 }, (_, i) => (i < 12 ? 10 : 40));
  const withBreak = (from: `${number}-${number}`): Settings => ({
    ...settings,
    breaks: [{ statement: "IS101", indicator: "vols", from, reason: "Nouveau logiciel." }],
  });

  test("nothing is compared, expected or drawn together across one", () => {
    const own = analysisOf(run(observeAll(T1, counts), T1, withBreak("2025-04")));
    expect(comparisonOf(own, "quarter")).toMatchObject({
      p: null,
      verdict: "not-judged",
      acrossBreak: { from: "2025-04" },
    });
    expect(comparisonOf(own, "quarter-pooled")).toMatchObject({
      p: null,
      verdict: "not-judged",
      before: { periods: [{ first: "2025-01", last: "2025-03" }] },
      acrossBreak: { from: "2025-04" },
    });
    expect(rangeOf(own)).toBeNull();
    expect(own.shape).toBeNull();
    expect(own.series.map((p) => p.breakBefore?.from)).toEqual([
      ...Array.from({ length: 13 }),
      "2025-04",
      ...Array.from({ length: 3 }),
    ]);
  });

  test("the years after it are compared", () => {
    const own = analysisOf(run(observeAll(T1, counts), T1, withBreak("2024-01")));
    expect(comparisonOf(own, "quarter-pooled")).toMatchObject({ exposure: 2, acrossBreak: null });
    expect(comparisonOf(own, "quarter-pooled").p).not.toBeNull();
  });

  test("what varied before it does not blind the quarters after it: how much counts vary is that of since", () => {
    const years = [40, 12, 60, 40, 75, 15, 60, 10, 70, 40, 14, 62, 10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 24];
    const result = run(observeAll(T1, years), T1, withBreak("2023-01"));
    expect(result.tests.phi.quarter).toBe(1);
    expect(comparisonOf(analysisOf(result), "quarter-pooled").verdict).toBe("rise-established");
  });

  test("no sum of quarters is made over one", () => {
    const own = analysisOf(run(observeAll(T1, counts), T1, withBreak("2025-07")));
    expect(own.rolling.value).toBeNull();
    expect(analysisOf(run(observeAll(T1, counts), T1, withBreak("2025-04"))).rolling.value).toBe(160);
  });

  test("a break of an unknown line is declared by its label", () => {
    const unknown = observeAll(T1, counts, { indicator: null, label: "Vols de cycles" });
    const own = {
      ...settings,
      breaks: [{ statement: "IS101", indicator: "vol de cycle", from: "2025-04", reason: "x" }],
    } as const;
    expect(analysisOf(run(unknown, T1, own), "ensemble", null).breaks).toEqual([{ from: "2025-04", reason: "x" }]);
  });
});

describe("lines", () => {
  test("in the order of the nomenclature, unknown ones last in their statement, other documents left out", () => {
    const result = run([
      observe(T1, 1, { statement: "IST", indicator: "degradations", family: "biens" }),
      observe(T1, 1, { indicator: null, label: "4 - Zones" }),
      observe(T1, 1, { statement: "AUTRE", indicator: null, label: "Heures" }),
      observe(T1, 1, { statement: "IST", indicator: "biens" }),
      observe(T1, 1),
      observe(T1, 1, { indicator: "homicides" }),
      observe(T1, 9, { kind: "total", indicator: null, label: "Total" }),
    ]);
    expect(result.analyses.map((a) => [a.statement, a.indicator, a.label, a.level])).toEqual([
      ["IS101", "homicides", "Label of homicides", "line"],
      ["IS101", "vols", "Label of vols", "line"],
      ["IS101", null, "Zones", "line"],
      ["IST", "biens", "Label of biens", "family"],
      ["IST", "degradations", "Label of degradations", "line"],
    ]);
    expect(result.printedTotals.map((o) => o.value)).toEqual([9]);
  });

  test("one unknown label under two families is two lines; spelled in two ways it is one", () => {
    const at = (label: string, family: string | null) =>
      observe(T1, 1, { statement: "IST", indicator: null, label, family });
    expect(run([at("Divers", "biens"), at("Divers", "personnes")]).analyses).toHaveLength(2);
    expect(run([at("Vols de vélos", "biens"), at("12 - VOLS DE VELO", "Biens")]).analyses).toHaveLength(1);
    const kept = run([at("2 roues", "biens"), at("4 roues", "biens")]);
    expect(kept.analyses.map((a) => a.label)).toEqual(["2 roues", "4 roues"]);
  });

  test("the unit that the settings declare for a label is that of its line, numbered or not", () => {
    const labels = [{ statement: "IS101", label: "Rodéos urbains", indicator: null, unit: "véhicule" }];
    const sent = observe(T1, 1, { indicator: null, label: "12 - RODEOS URBAINS" });
    expect(analysisOf(run([sent], T1, { ...settings, labels }), "ensemble", null).unit).toBe("véhicule");
  });

  test("burglaries by dwellings, others by inhabitants, unknown lines without a rate", () => {
    const years = Array.from({ length: 4 }, () => 3);
    const result = run([
      ...observeAll(T1, years, { indicator: "cambriolages" }),
      ...observeAll(T1, years),
      ...observeAll(T1, years, { indicator: null, label: "Inconnue" }),
    ]);
    expect(result.analyses.map((a) => a.rate?.size ?? null)).toEqual([3000, 6500, null]);
  });
});

test("the order of the input does not matter", () => {
  const observations = [
    ...observeAll(T1, [3, 5, 2, null, 6, 7, 1, 0, 4, 12, 3, 2, 9]),
    ...observeAll(T1, [3, 5, 2, 4], { force: "PN", delivery: "2025-T4" }),
    ...observeAll(shiftQuarters(T1, -1), [1, 1, 3, 3], { force: "GN", delivery: "2025-T4" }),
    observe(wholeYear(2025), 18, { delivery: "2025-T4" }),
    observe(cumulative(T1), 9),
    ...observeAll(T1, [1, 2, 3, 4, 5], { indicator: null, label: "Zones" }),
    ...observeAll(T1, [1, 2, 3, 4, 5], { indicator: null, label: "Autre" }),
    ...observeAll(T1, [8, 8, 8, 8, 8], { statement: "IST", indicator: "biens", delivery: "2025-T4" }),
    ...observeAll(T1, [8, 8, 9, 8, 8], { statement: "IST", indicator: "biens" }),
  ];
  const expected = run(observations);
  fc.assert(
    fc.property(fc.shuffledSubarray(observations, { minLength: observations.length }), (shuffled) => {
      expect(run(shuffled)).toEqual(expected);
    }),
    runs(30),
  );
});

test("analyses.json has the agreed shape", () => {
  const [row, pooled] = toAnalysesJson(run(observeAll(T1, [...Array.from({ length: 16 }, () => 10), 14])));
  expect(row).toEqual({
    statement: "IS101",
    indicator: "vols",
    label: "Label of vols",
    family: null,
    force: "ensemble",
    comparison: "quarter",
    before: { periods: ["2025-01/2025-03"], values: [10], value: 10 },
    after: { periods: ["2026-01/2026-03"], value: 14 },
    exposure: 1,
    phi: null,
    p: null,
    pAdjusted: null,
    ratio: null,
    verdict: "not-judged",
    range: { low: 4, high: 18 },
    ranges: expect.objectContaining({ "2025-10/2025-12": { low: expect.any(Number), high: expect.any(Number) } }),
    shape: {
      kind: expect.any(String),
      since: expect.stringMatching(/^\d{4}-\d\d\/\d{4}-\d\d$/),
      between: null,
      change: expect.any(Number),
      low: expect.any(Number),
      high: expect.any(Number),
      p: expect.any(Number),
      quarters: 16,
      told: false,
    },
  });
  expect(pooled).toMatchObject({
    comparison: "quarter-pooled",
    exposure: 4,
    before: {
      periods: ["2022-01/2022-03", "2023-01/2023-03", "2024-01/2024-03", "2025-01/2025-03"],
      values: [10, 10, 10, 10],
      value: 40,
    },
    // 12 groups of equal counts: φ = (0 + 150) / (320 + 100), 1 at the least; R: 2 * pbeta(1/5, 14, 41)
    phi: 1,
    p: expect.closeTo(0.354995, 5),
    pAdjusted: expect.closeTo(0.354995, 5),
    ratio: { low: expect.any(Number), high: expect.any(Number) },
    verdict: "ordinary",
  });
});

test("analyses.json: the range and the shape stand on the quarter's comparisons, and on no other", () => {
  const rows = toAnalysesJson(run(observeAll(T1, [...Array.from({ length: 16 }, () => 10), 14])));
  expect(rows.map((r) => [r.comparison, "range" in r, "shape" in r])).toEqual([
    ["quarter", true, true],
    ["quarter-pooled", true, true],
    ["cumulative", false, false],
    ["rolling-year", false, false],
    ["rolling-year-pooled", false, false],
  ]);
  const short = toAnalysesJson(run(observeAll(T1, [10, 10, 10, 14])));
  expect(short.some((r) => "range" in r || "shape" in r)).toBe(false);
});

test("a line that one force alone counts has no ensemble; both forces make one", () => {
  const forces = (...held: readonly ("PN" | "GN" | "ensemble")[]) =>
    run(held.flatMap((force) => observeAll(T1, [1, 2, 3, 4, 5], { force }))).analyses.map((a) => a.force);
  expect(forces("PN")).toEqual(["PN"]);
  expect(forces("GN")).toEqual(["GN"]);
  expect(forces("ensemble")).toEqual(["ensemble"]);
  expect(forces("GN", "PN")).toEqual(["ensemble", "PN", "GN"]);
  expect(forces("ensemble", "GN")).toEqual(["ensemble", "GN"]);
});

test("two forces that are never known in the same quarter make no ensemble", () => {
  const pn = observeAll(shiftQuarters(T1, -1), [1, 2], { force: "PN" });
  const gn = [observe(T1, 3, { force: "GN" })];
  expect(run([...pn, ...gn]).analyses.map((a) => a.force)).toEqual(["PN", "GN"]);
});

test("revisions are told in order of time; of one period, by force", () => {
  const change = (period: Period, force: "PN" | "GN" | "ensemble") => [
    observe(period, 4, { force, delivery: "2025-T4" }),
    observe(period, 6, { force, delivery: "2026-T1" }),
  ];
  const [older, newer] = [shiftQuarters(T1, -3), shiftQuarters(T1, -1)];
  const sent = [
    ...change(newer, "PN"),
    ...change(newer, "GN"),
    ...change(older, "ensemble"),
    ...change(newer, "ensemble"),
  ];
  for (const observations of [sent, sent.toReversed()])
    expect(run(observations).revisions.map((r) => [r.period, r.force])).toEqual([
      [older, "ensemble"],
      [newer, "GN"],
      [newer, "PN"],
      [newer, "ensemble"],
    ]);
});

test("a quarter that was sent without a number is not known", () => {
  const { quarter: own } = run([...observeAll(shiftQuarters(T1, -1), [5, 5]), observe(T1, null)]).analyses[0] ?? {};
  expect(own?.value).toBeNull();
});

test("analyses.json: the rate of twelve months stands on their rows, compared or not; each band of a past quarter on the first row", () => {
  const rows = toAnalysesJson(run(observeAll(T1, [...Array.from({ length: 16 }, () => 10), 14])));
  expect(rows.map((row) => [row.comparison, "rate" in row, "ranges" in row])).toEqual([
    ["quarter", false, true],
    ["quarter-pooled", false, false],
    ["cumulative", false, false],
    ["rolling-year", true, false],
    ["rolling-year-pooled", true, false],
  ]);
});
