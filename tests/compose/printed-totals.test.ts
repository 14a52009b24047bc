/** Totals as sent. */
import { expect, test } from "vitest";
import { compose } from "../../scripts/compose/index.ts";
import type { Force, Observation } from "../../scripts/model/observation.ts";
import { quarter } from "../../scripts/model/period.ts";
import { inputOf, type LineSpec, place } from "./builders.ts";
import { plain, rowOf, tables } from "./find.ts";

const T1_2026 = quarter(2026, 1);
const spec = (label: string, counts: readonly (number | null)[], indicator: string | null = label): LineSpec => ({
  indicator,
  label,
  counts,
});
const total = (force: Force, value: number | null): Observation => ({
  statement: "IS101",
  indicator: null,
  label: "Total",
  family: null,
  kind: "total",
  force,
  period: T1_2026,
  value,
  status: value === null ? "missing" : "normal",
  delivery: "2026-T1",
  provenance: place("IS101", T1_2026, 20, force, String(value)),
});

/** Two lines of five quarters, and totals in the last statement. */
function tableOf(totals: readonly Observation[]) {
  const input = inputOf([spec("Vols", [5, 5, 5, 5, 8]), spec("Armes", [1, 1, 1, 1, 2])]);
  const recognitions = input.recognitions.map((r) => ({
    ...r,
    observations: [...r.observations, ...totals.filter((t) => t.provenance.file === r.file.source.path)],
  }));
  const analysis = { ...input.analysis, printedTotals: totals };
  return tables(compose({ ...input, recognitions, analysis }), "is101").find((t) => t.title.includes("totaux"));
}

test("a total stands as it was sent, with its cell; nothing is read in it", () => {
  const table = tableOf([total("ensemble", 10)]);
  expect(rowOf(table, "Total")).toEqual({ ligne: "Total", periode: "T1 2026", ensemble: "10" });
  expect(table?.rows[0]?.cells.at(-1)?.from?.length).toBe(1);
  const notes = plain((table?.notes ?? []).join(" "));
  expect(notes).toContain("ce qui a été révisé depuis n’y est pas");
  expect(notes).toContain("peuvent laisser de côté des lignes du tableau");
});

test("the forces stand side by side, each under its own name; one that is not known is no zero", () => {
  const general = { ...total("GN", 3), label: "Total général" };
  const table = tableOf([general, total("GN", null), total("PN", 7), total("ensemble", 10)]);
  const row = { periode: "T1 2026", ensemble: "10", PN: "7", GN: "n.d." };
  expect(rowOf(table, "Total")).toEqual({ ...row, ligne: "Total" });
  expect(rowOf(table, "Total général")).toEqual({ ...row, ligne: "Total général", ensemble: "–", PN: "–", GN: "3" });
  expect(table?.rows.length).toBe(2);
});
