import { describe, expect, test } from "vitest";
import {
  differenceCell,
  figureCell,
  judgedCell,
  sparklineCell,
  verdictCell,
} from "../../scripts/compose/context/cells.ts";
import { createPrintedPlaces } from "../../scripts/compose/context/printed-places.ts";
import { tidyRows } from "../../scripts/compose/tidy.ts";
import { type Analysis, type Comparison, type Figure, lastingOf, readingOf } from "../../scripts/model/analysis.ts";
import { VERDICT_WORDS } from "../../scripts/model/degree.ts";
import type { Provenance } from "../../scripts/model/observation.ts";
import { quarter } from "../../scripts/model/period.ts";
import { NOMENCLATURE, settingsOf } from "../recognise/tables.ts";
import { plain } from "./find.ts";

const T1 = quarter(2026, 1);
const figure = (value: number | null, status: Figure["status"] = value === null ? "missing" : "normal"): Figure => ({
  period: T1,
  value,
  status,
  from: [],
});

describe("a figure that is not known is never a number", () => {
  test.each([
    ["missing", "n.d."],
    ["confidential", "secret"],
    ["not-applicable", "s.o."],
    ["derived", "n.d."],
    ["normal", "n.d."],
  ] as const)("%s: « %s »", (status, mark) => {
    expect(figureCell(figure(null, status))).toEqual({ text: mark, sort: null });
  });

  test("nor is a difference with one, on either side", () => {
    for (const [after, before] of [
      [figure(null), figure(4)],
      [figure(4), figure(null)],
      [null, figure(4)],
      [figure(4), null],
    ] as const)
      expect(differenceCell(after, before, undefined)).toEqual({ text: "n.d.", sort: null });
  });

  test("zero is one", () => {
    expect(figureCell(figure(0))).toEqual({ text: "0", sort: 0 });
    expect(differenceCell(figure(0), figure(0), undefined)).toEqual({ text: "0", sort: 0 });
  });
});

describe("the reading of a line", () => {
  const comparison = (kind: Comparison["kind"], verdict: Comparison["verdict"]) => ({ kind, verdict }) as Comparison;
  const readings = (...comparisons: Comparison[]) => readingOf({ comparisons } as unknown as Analysis)?.kind;
  test("is that of the years together, whatever the year before alone says", () => {
    expect(readings(comparison("quarter", "rise-established"), comparison("quarter-pooled", "none"))).toBe(
      "quarter-pooled",
    );
    expect(readings(comparison("quarter", "rise-established"), comparison("quarter-pooled", "not-judged"))).toBe(
      "quarter-pooled",
    );
    expect(readings(comparison("quarter", "rise-established"))).toBeUndefined();
    expect(readings()).toBeUndefined();
  });
});

test("the place of a derived count in donnees.csv is that of the last one that it was computed from", () => {
  const place = (file: string): Provenance => ({ file, part: "CSV", row: 1, column: 1, raw: "" });
  const derived = { ...figure(5, "derived"), from: [place("2026-T1/IS 101.csv"), place("2026-T2/IS 101.csv")] };
  const series = [derived, figure(4), figure(null, "derived")].map((f) => ({ figure: f }));
  const analysis = { statement: "IS101", indicator: null, label: "Rodéos", force: "PN", series } as unknown as Analysis;
  const printed = createPrintedPlaces([], { nomenclature: NOMENCLATURE, settings: settingsOf() });
  const context = { analysis: { analyses: [analysis], revisions: [] }, recognitions: [], printed };
  expect(tidyRows(context as unknown as Parameters<typeof tidyRows>[0])).toEqual([
    {
      statement: "IS101",
      indicator: "",
      label: "Rodéos",
      force: "PN",
      period: "2026-01/2026-03",
      value: 5,
      status: "derived",
      delivery: "2026-T2",
      revised: "",
      provenance: place("2026-T2/IS 101.csv"),
    },
  ]);
});

describe("a difference", () => {
  test.each([
    [25, 20, "+5 (+25 %)", 5],
    [25, 19, "+6", 6], // a percentage of few facts would mislead
    [15, 20, "−5 (−25 %)", -5],
    [20, 20, "0 (0 %)", 0],
    [5, 0, "+5", 5], // nothing to be a percentage of
    [0, 40, "−40 (−100 %)", -40],
  ])("of %i after %i", (after, before, text, sort) => {
    const cell = differenceCell(figure(after), figure(before), { acrossBreak: null });
    expect([plain(cell.text), cell.sort]).toEqual([text, sort]);
  });
  test("across a break in the series is none", () => {
    const acrossBreak = { from: "2026-01", reason: "x" } as unknown as Comparison["acrossBreak"];
    expect(differenceCell(figure(25), figure(20), { acrossBreak })).toEqual({ text: "–", sort: null });
  });
});

describe("a sparkline", () => {
  const of = (...values: readonly (number | null)[]) =>
    sparklineCell({
      series: values.map((value) => ({ figure: figure(value), range: null })),
      quarter: figure(values.at(-1) ?? null),
      quarterBefore: figure(values.at(-5) ?? null),
    } as unknown as Analysis);
  test.each([
    [[3, 9, 4], "3 trimestres : de 3 à 9, dernier 4."],
    [[3, 9, 4, null], "4 trimestres : de 3 à 9, dernier inconnu."],
    [[2, 0, 0, 0], "4 trimestres : de 0 à 2, dernier 0."],
  ])("of %j says « %s »", (values, words) => {
    expect(plain(of(...values).sparkline?.alternative ?? "")).toBe(words);
  });
  test("of two quarters is two bars, the year before and this one; of one there is nothing to draw", () => {
    expect(of(3)).toEqual({ text: "–", sort: null });
    expect(of(4, null, null, null, 6).sparkline).toMatchObject({ values: [4, 6], bars: true });
    expect(plain(of(4, null, null, null, 6).sparkline?.alternative ?? "")).toBe("2 trimestres : de 4 à 6, dernier 6.");
  });
  test("is of the last twelve quarters, and of nothing there is none", () => {
    const values = Array.from({ length: 14 }, (_, i) => i);
    expect(of(...values).sparkline?.values).toEqual(values.slice(2));
    expect(of(null, null)).toEqual({ text: "–", sort: null });
  });
});

const SIGNS = ["rise-established", "fall-established", "rise-to-follow", "fall-to-follow"] as const;
const judged = (kind: Comparison["kind"], verdict: Comparison["verdict"]): Comparison =>
  ({ kind, verdict, pAdjusted: 0.03, acrossBreak: null }) as Comparison;

test.each([
  ["rise-established", "ordinary", "hausse établie", "strong"],
  ["fall-to-follow", "ordinary", "baisse à suivre", "strong"],
  ["ordinary", "rise-to-follow", "12 mois : hausse à suivre", "strong"],
  ["rise-to-follow", "rise-established", "12 mois : hausse établie", "strong"],
  ["fall-established", "fall-established", "baisse établie ; 12 mois : baisse établie", "strong"],
  ["fall-to-follow", "rise-established", "12 mois : hausse établie", "strong"],
  ["ordinary", "ordinary", "", "muted"],
  ["none", "none", "", "muted"],
  ["not-judged", "not-judged", "non comparable", "muted"],
] as const)("of a quarter %s and twelve months %s the word is « %s », %s", (quarter, year, text, emphasis) => {
  const comparisons = [judged("quarter-pooled", quarter), judged("rolling-year-pooled", year)];
  const { mark, ...cell } = verdictCell({ comparisons } as unknown as Analysis);
  expect(cell).toEqual({ text, sort: 0.03, emphasis });
  expect(mark).toBe(emphasis === "muted" ? undefined : SIGNS.find((sign) => text.endsWith(VERDICT_WORDS[sign])));
});

test.each([
  ["rise-established", "ordinary", [true, false]],
  ["rise-established", "rise-established", [true, true]],
  ["rise-to-follow", "rise-established", [false, true]],
  ["fall-to-follow", "rise-established", [false, true]],
  ["ordinary", "ordinary", [false, false]],
  ["none", "not-judged", [false, false]],
] as const)(
  "of a quarter %s and twelve months %s, the counts in bold are those that give the sign: %j",
  (now, lasting, bold) => {
    const [quarter, year] = [judged("quarter-pooled", now), judged("rolling-year-pooled", lasting)];
    const a = { comparisons: [quarter, year] } as unknown as Analysis;
    expect([readingOf, lastingOf].map((of) => judgedCell(a, figure(5), of).emphasis === "strong")).toEqual(bold);
  },
);
