import { expect, test } from "vitest";
import { type Cell, EMPTY } from "../../scripts/model/grid.ts";
import type { Observation } from "../../scripts/model/observation.ts";
import { periodKey } from "../../scripts/model/period.ts";
import { type Random, seeded } from "../demo/random.ts";
import type { Block } from "../demo/write/sheet.ts";
import { DRAWS, SEED } from "../draws.ts";
import { drawPlan, type Plan } from "./choices.ts";
import { drawStatement } from "./statement.ts";
import { NOMENCLATURE, tryDrawn } from "./trial.ts";

const PLANS = Math.ceil(DRAWS / 6);

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

/** Of figures: one that is missing may be read as missing or not at all. */
const facts = (observations: readonly Observation[]): string[] =>
  observations
    .filter((o) => o.value !== null)
    .map((o) => [o.statement, o.indicator ?? o.label, o.force, periodKey(o.period), o.value].join(" | "))
    .sort();

type Table = Extract<Block, { kind: "table" }>;
/** Other orders than those that a plan draws: of lines, of periods, of forces. */
const CHANGES: Readonly<Record<string, (table: Table, random: Random) => Table>> = {
  "columns in any order": (table, random) => {
    // one whose upper heading is blank says the same only after all those that have one
    const heads = table.rows.slice(0, table.head);
    const isHeaded = (c: number): boolean => heads.every((row) => row[c]?.text);
    const columns = Array.from({ length: (table.rows[0]?.length ?? 1) - 1 }, (_, i) => i + 1);
    const order = [0, ...random.shuffle(columns.filter(isHeaded)), ...columns.filter((c) => !isHeaded(c))];
    return { ...table, rows: table.rows.map((row) => order.map((i): Cell => row[i] ?? EMPTY)) };
  },
  "the labels last": (table) => ({
    ...table,
    rows: table.rows.map((row) => [...row.slice(1), row[0] ?? EMPTY]),
  }),
  "rows and columns exchanged": (table) => ({
    ...table,
    rows: (table.rows[0] ?? []).map((_, c) => table.rows.map((row) => row[c] ?? EMPTY)),
    head: 1,
  }),
};

test.each(Object.entries(CHANGES))("the same statement gives the same observations, %s", async (name, change) => {
  const random = seeded(SEED);
  let compared = 0;
  for (let i = 0; i < PLANS; i++) {
    const moved = movable(drawPlan(random));
    // Down the rows, years in a column of their own may be figures: such a table may be refused.
    const plan: Plan = name.includes("exchanged") ? { ...moved, periodSplit: "together" } : moved;
    const drawn = drawStatement(plan, NOMENCLATURE);
    if (drawn.mayRefuse !== null) continue;
    const before = await tryDrawn(plan, drawn);
    const sheets = drawn.sheets.map((sheet) => ({
      ...sheet,
      blocks: sheet.blocks.map((block) => (block.kind === "table" ? change(block, seeded(i + 1)) : block)),
    }));
    const after = await tryDrawn(plan, { ...drawn, sheets });
    expect(facts(after.observations), `draw ${i + 1} of seed ${SEED}: ${JSON.stringify(plan)}`).toEqual(
      facts(before.observations),
    );
    expect(before.observations.length).toBeGreaterThan(0);
    compared += 1;
  }
  expect(compared, "statements that may not be refused").toBeGreaterThan(PLANS / 3);
});
