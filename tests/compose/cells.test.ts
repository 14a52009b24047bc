import { describe, expect, test } from "vitest";
import { differenceCell, figureCell, readingOf, shareCell } from "../../scripts/compose/context/cells.ts";
import { tidyRows } from "../../scripts/compose/tidy.ts";
import type { Analysis, Comparison, Figure } from "../../scripts/model/analysis.ts";
import type { Provenance } from "../../scripts/model/observation.ts";
import { quarter } from "../../scripts/model/period.ts";
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
      expect(differenceCell(after, before, undefined, 20)).toEqual({ text: "n.d.", sort: null });
  });

  test("zero is one", () => {
    expect(figureCell(figure(0))).toEqual({ text: "0", sort: 0 });
    expect(differenceCell(figure(0), figure(0), undefined, 0)).toEqual({ text: "0", sort: 0 });
  });
});

describe("a share", () => {
  test("is given from the threshold on, and never of nothing", () => {
    const share = (part: number | null, whole: number | null, from: number) => {
      const { text, sort } = shareCell(figure(part), figure(whole), from);
      return [plain(text), sort];
    };
    expect(share(5, 20, 20)).toEqual(["25 %", 0.25]);
    expect(share(5, 19, 20)).toEqual(["–", null]);
    expect(share(0, 0, 0)).toEqual(["–", null]);
    expect(share(20, 20, 20)).toEqual(["100 %", 1]);
    expect(share(null, 20, 20)).toEqual(["n.d.", null]);
    expect(share(5, null, 20)).toEqual(["n.d.", null]);
  });
});

describe("the reading of a line", () => {
  const comparison = (kind: Comparison["kind"], reading: Comparison["reading"]) => ({ kind, reading }) as Comparison;
  const readings = (...comparisons: Comparison[]) => readingOf({ comparisons } as unknown as Analysis)?.kind;
  test("is that of the years together, whatever the year before alone says", () => {
    expect(readings(comparison("quarter", "rise"), comparison("quarter-pooled", "none"))).toBe("quarter-pooled");
    expect(readings(comparison("quarter", "rise"), comparison("quarter-pooled", "not-tested"))).toBe("quarter-pooled");
    expect(readings(comparison("quarter", "rise"))).toBeUndefined();
    expect(readings()).toBeUndefined();
  });
});

test("the place of a derived count in donnees.csv is that of the last one that it was computed from", () => {
  const place = (file: string): Provenance => ({ file, part: "p", row: 1, column: 1, raw: "" });
  const derived = { ...figure(5, "derived"), from: [place("2026-T1/a.csv"), place("2026-T2/b.csv")] };
  const series = [derived, figure(4), figure(null, "derived")].map((f) => ({ figure: f }));
  const analysis = { statement: "IS101", indicator: null, label: "Rodéos", force: "PN", series } as unknown as Analysis;
  const context = { analysis: { analyses: [analysis], revisions: [] }, recognitions: [] };
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
      provenance: place("2026-T2/b.csv"),
    },
  ]);
});
