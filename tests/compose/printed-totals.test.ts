/** Totals as sent: the year before beside them, and whether their own lines make them. */
import { expect, test } from "vitest";
import { compose } from "../../scripts/compose/index.ts";
import type { Observation } from "../../scripts/model/observation.ts";
import { quarter } from "../../scripts/model/period.ts";
import { inputOf, type LineSpec, place } from "./builders.ts";
import { plain, rowOf, tables } from "./find.ts";

const T1_2025 = quarter(2025, 1);
const T1_2026 = quarter(2026, 1);
const spec = (label: string, counts: readonly (number | null)[], indicator: string | null = label): LineSpec => ({
  indicator,
  label,
  counts,
});
const total = (period: typeof T1_2026, value: number): Observation => ({
  statement: "IS101",
  indicator: null,
  label: "Total",
  family: null,
  kind: "total",
  force: "ensemble",
  period,
  value,
  status: "normal",
  delivery: period === T1_2026 ? "2026-T1" : "2025-T1",
  provenance: place("IS101", period, 20, "ensemble", String(value)),
});

/** Two lines of five quarters, and a total in the first and the last statement. */
function tableOf(specs: readonly LineSpec[], now: number, before: number | null, again: readonly Observation[] = []) {
  const input = inputOf(specs);
  const totals = [total(T1_2026, now), ...(before === null ? [] : [total(T1_2025, before)]), ...again];
  const recognitions = input.recognitions.map((r) => ({
    ...r,
    observations: [...r.observations, ...totals.filter((t) => t.provenance.file === r.file.source.path)],
  }));
  const analysis = { ...input.analysis, printedTotals: totals.filter((t) => t.period === T1_2026) };
  return tables(compose({ ...input, recognitions, analysis }), "is101").find((t) => t.title.includes("totaux"));
}
const two = [spec("Vols", [5, 5, 5, 5, 8]), spec("Armes", [1, 1, 1, 1, 2])];
const notesOf = (table: ReturnType<typeof tableOf>): string => plain((table?.notes ?? []).join(" "));

test("a total stands beside that of the year before, each with its cell", () => {
  const table = tableOf(two, 10, 6);
  expect(rowOf(table, "Total")).toMatchObject({ nombre: "10", "nombre-avant": "6", ecart: "+4" });
  expect(table?.rows[0]?.cells.slice(3, 5).map((cell) => cell.from?.length)).toEqual([1, 1]);
});

test("the year before is what the latest delivery says of it", () => {
  const again = { ...total(T1_2025, 7), delivery: "2026-T1", provenance: place("IS101", T1_2026, 21, "ensemble", "7") };
  expect(rowOf(tableOf(two, 10, 6, [again]), "Total")).toMatchObject({ "nombre-avant": "7", ecart: "+3" });
});

test("where none was sent a year before, there is no column for it", () => {
  expect(rowOf(tableOf(two, 10, null), "Total")).toEqual({
    ligne: "Total",
    periode: "T1 2026",
    force: "Ensemble",
    nombre: "10",
  });
});

test("the sum of the lines is said to be it", () => {
  expect(notesOf(tableOf(two, 10, 6))).toContain("Chaque total est la somme des lignes de son tableau.");
});

test("what they leave out is not guessed, be there one line that makes the gap, or none", () => {
  for (const now of [8, 99])
    expect(notesOf(tableOf(two, now, 6))).toContain("Ces totaux ne sont pas la somme des lignes de leur tableau");
});

test("a total stands beside the lines of its own sheet, and of no other of the file", () => {
  const elsewhere = inputOf(two).recognitions.flatMap((r) =>
    r.observations.map((o) => ({ ...o, value: 99, provenance: { ...o.provenance, part: "Détail" } })),
  );
  expect(notesOf(tableOf(two, 10, 6, elsewhere))).toContain("Chaque total est la somme des lignes de son tableau.");
});

test("nor beside counts of another period of its sheet", () => {
  const before = inputOf(two).recognitions.flatMap((r) =>
    r.observations
      .filter((o) => o.delivery === "2026-T1")
      .map((o) => ({ ...o, value: 99, period: T1_2025, provenance: { ...o.provenance, column: 9 } })),
  );
  expect(notesOf(tableOf(two, 10, 6, before))).toContain("Chaque total est la somme des lignes de son tableau.");
});

test("a line that is no longer known was not revised", () => {
  const known = inputOf(two);
  const quarterOf = (value: number | null) => ({
    ...known.analysis,
    printedTotals: [total(T1_2026, 10)],
    analyses: known.analysis.analyses.map((a) => (a.label === "Vols" ? { ...a, quarter: { ...a.quarter, value } } : a)),
  });
  const recognitions = known.recognitions.map((r) =>
    r.file.source.delivery === "2026-T1" ? { ...r, observations: [...r.observations, total(T1_2026, 10)] } : r,
  );
  const notes = (value: number | null) =>
    notesOf(
      tables(compose({ ...known, recognitions, analysis: quarterOf(value) }), "is101").find((t) =>
        t.title.includes("totaux"),
      ),
    );
  expect(notes(9)).toContain("Transmis avant la révision de « Vols »");
  expect(notes(null)).not.toContain("révision");
});

test("nothing is said of totals with a line that has no count", () => {
  expect(notesOf(tableOf([spec("Vols", [5, 5, 5, 5, 8]), spec("Armes", [1, 1, 1, 1, null])], 10, 6))).not.toMatch(
    /somme|laissent/,
  );
});
