/** Totals as sent. */
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

test("a total stands as it was sent, with its cell; nothing is read in it", () => {
  const table = tableOf(two, 10, 6);
  expect(rowOf(table, "Total")).toEqual({ ligne: "Total", periode: "T1 2026", force: "Ensemble", nombre: "10" });
  expect(table?.rows[0]?.cells.at(-1)?.from?.length).toBe(1);
  expect(notesOf(table)).toContain("ce qui a été révisé depuis n’y est pas");
});
