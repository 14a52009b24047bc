import { expect, test } from "vitest";
import { sumNotes } from "../../scripts/compose/context/sums.ts";
import type { Analysis, Figure, SeriesPoint } from "../../scripts/model/analysis.ts";
import { halfYear, type Period, quarter } from "../../scripts/model/period.ts";
import { plain } from "./find.ts";

const figure = (period: Period, value: number | null, delivery: string): Figure => ({
  period,
  value,
  status: value === null ? "missing" : "normal",
  from: [{ file: `${delivery}/IS 101.csv`, part: "CSV", row: 2, column: 2, raw: String(value) }],
});
const point = (of: Figure): SeriesPoint => ({
  figure: of,
  rolling: figure(of.period, null, "2026-T2"),
  range: null,
  breakBefore: null,
});
const said = (half: number | null, second: number | null): readonly string[] => {
  const series = [figure(quarter(2026, 1), 10, "2026-T1"), figure(quarter(2026, 2), second, "2026-T2")].map(point);
  const lines = [{ label: "Vols", whole: { series } as unknown as Analysis }];
  return sumNotes(lines, () => [figure(halfYear(2026, 1), half, "2026-T2")]).map(plain);
};

test("nothing is said of a sum that is right, or of which a part is not known", () => {
  expect(said(31, 20)).toEqual(["« Vols », 1er semestre 2026 : 31 transmis, somme de ses trimestres 30."]);
  expect(said(30, 20)).toEqual([]);
  expect(said(31, null)).toEqual([]);
  expect(said(null, 20)).toEqual([]);
});

test("a note is made of a figure of several quarters, once; a quarter is what it is", () => {
  const quarters = [figure(quarter(2026, 1), 10, "2026-T1"), figure(quarter(2026, 2), 20, "2026-T2")];
  const series = quarters.map(point);
  const lines = [
    { label: "Vols", whole: { series } as unknown as Analysis },
    { label: "Armes", whole: null },
  ];
  const half = figure(halfYear(2026, 1), 31, "2026-T2");
  const notes = (...figures: readonly Figure[]) => sumNotes(lines, () => figures).map(plain);
  expect(notes(half, half)).toEqual(["« Vols », 1er semestre 2026 : 31 transmis, somme de ses trimestres 30."]);
  expect(notes(figure(quarter(2026, 1), 11, "2026-T2"))).toEqual([]);
  expect(notes({ ...half, status: "derived" })[0]).toContain("31 calculé");
});
