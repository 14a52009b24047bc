import { describe, expect, test } from "vitest";
import type { Observation } from "../../scripts/model/observation.ts";
import { periodKey } from "../../scripts/model/period.ts";
import { seeded } from "../demo/random.ts";
import type { Sheet } from "../demo/write/sheet.ts";
import { NIGHTLY } from "../draws.ts";
import { drawPlan, type Plan } from "./choices.ts";
import {
  addTitle,
  changeTables,
  insertEmptyColumn,
  labelsLast,
  reorderRows,
  swapColumns,
  transpose,
} from "./shuffle.ts";
import { type DrawnStatement, drawStatement } from "./statement.ts";
import { NOMENCLATURE, tryDrawn } from "./trial.ts";

const PLANS = NIGHTLY ? 15 : 5;

/** Plain tables without merged cells: any order of their rows and columns says the same. */
const movable = (plan: Plan): Plan => ({
  ...plan,
  statement: "IS101",
  layout: plan.layout === "F/P columns" ? "F/P columns" : "P/F columns",
  groupedBy: "repeated",
  sections: "none",
  totalRow: "none",
  attributes: "none",
  observations: "none",
  change: "none",
  blankRows: "usual",
  blankColumn: "none",
  titleMerged: "no",
  columnNumbers: "none",
  format: plan.format === "pdf" ? "xlsx" : plan.format,
  periods: plan.periods === "bare years" ? "two quarters" : plan.periods,
});

const facts = (observations: readonly Observation[]): string[] =>
  observations
    .map((o) => [o.statement, o.indicator ?? o.label, o.force, periodKey(o.period), o.value, o.status].join(" | "))
    .sort();

const CHANGES: Readonly<Record<string, (drawn: DrawnStatement, seed: number) => readonly Sheet[]>> = {
  "columns swapped": ({ sheets }, seed) => sheets.map((s) => changeTables(s, swapColumns, seeded(seed))),
  "rows reordered": ({ sheets }, seed) => sheets.map((s) => changeTables(s, reorderRows, seeded(seed))),
  "an empty column inserted": ({ sheets }, seed) => sheets.map((s) => changeTables(s, insertEmptyColumn, seeded(seed))),
  "a title added": ({ sheets }) => sheets.map(addTitle),
  "the labels last": ({ sheets }, seed) => sheets.map((s) => changeTables(s, labelsLast, seeded(seed))),
  "rows and columns exchanged": ({ sheets }, seed) => sheets.map((s) => changeTables(s, transpose, seeded(seed))),
};

describe("the same statement laid out otherwise gives the same observations", () => {
  for (const [name, change] of Object.entries(CHANGES))
    test(name, async () => {
      const random = seeded(7);
      for (let i = 0; i < PLANS; i++) {
        const moved = movable(drawPlan(random));
        // Down the rows, years in a column of their own may be figures: such a table may be refused.
        const plan: Plan = name.includes("exchanged") ? { ...moved, periodSplit: "together" } : moved;
        const drawn = drawStatement(plan, NOMENCLATURE);
        if (drawn.mayRefuse !== null) continue;
        const before = await tryDrawn(plan, drawn);
        const after = await tryDrawn(plan, { ...drawn, sheets: change(drawn, i + 1) });
        expect(facts(after.observations), JSON.stringify(plan)).toEqual(facts(before.observations));
        expect(before.observations.length).toBeGreaterThan(0);
      }
    });
});
