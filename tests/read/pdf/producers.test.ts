/**
 * Random statements drawn to PDF in many manners, most without the lines that part cells: what no line tells may be refused,
 * with an error that says so; a figure is never read for another, nor left out in silence.
 */

import { describe, expect, it } from "vitest";
import { parseSettings } from "../../../scripts/holdings/settings.ts";
import { read } from "../../../scripts/read/index.ts";
import { createRecogniser } from "../../../scripts/recognise/index.ts";
import { seeded } from "../../demo/random.ts";
import { PRINTED_REPORT, type Producer, writePdf } from "../../demo/write/pdf.ts";
import { NIGHTLY, SEED } from "../../draws.ts";
import { CHOICES, describePlan, drawPlan, type Plan } from "../../generated/choices.ts";
import { compare } from "../../generated/compare.ts";
import { drawStatement } from "../../generated/statement.ts";
import { NOMENCLATURE } from "../../generated/trial.ts";
import { spoken } from "../../spoken.ts";
import { source } from "../source.ts";

const SETTINGS = parseSettings("commune: { nom: Saint-Aubin-les-Tilleuls }", "convention.yaml");
const DRAWS = NIGHTLY ? 1000 : 20;
type Random = ReturnType<typeof seeded>;

const drawProducer = (random: Random, lines: readonly Producer["lines"][]): Producer => ({
  ...PRINTED_REPORT,
  repeatHead: false,
  lines: random.pick(lines),
  figures: random.pick(["left", "centre", "right", "right"] as const),
  headings: random.pick(["left", "centre", "centre", "right"] as const),
  vertical: random.pick(["top", "middle", "bottom"] as const),
  orders: random.pick(["line", "word", "glyph"] as const),
  labelWidth: random.pick([90, 150, 230, 400]),
  columnWidth: random.pick([50, 80, 110, 200]),
  padding: random.pick([1, 2, 3, 5]),
  leading: random.pick([10.4, 11, 12]),
});

async function tryPlan(plan: Plan, producer: Producer) {
  const drawn = drawStatement(plan, NOMENCLATURE);
  const file = await read(source(`${drawn.name}.pdf`, await writePdf(drawn.sheets, producer), drawn.delivery));
  const recognised = createRecogniser(NOMENCLATURE, SETTINGS)(file.value);
  // a label that is none of the nomenclature's is asked about, and its figures stay out until then
  const known = new Set(drawn.expected.map(({ label }) => label));
  const observations = recognised.value.observations.filter((o) => o.indicator !== null || known.has(o.label));
  const difference = compare(drawn.expected, observations);
  const errors = [...file.issues, ...recognised.issues].filter((issue) => issue.severity === "error");
  return { ...difference, errors, what: `${describePlan(plan)} drawn as ${JSON.stringify(producer)}` };
}

describe("a statement in PDF", () => {
  it(`is read right or refused, over ${DRAWS} drawn at random`, async () => {
    const random = seeded(SEED);
    let read = 0;
    for (let i = 0; i < DRAWS; i++) {
      const plan: Plan = { ...drawPlan(random), format: "pdf" };
      const { wrong, errors, what } = await tryPlan(plan, drawProducer(random, ["grid", "rows", "booktabs", "none"]));
      if (errors.length > 0) continue;
      expect(wrong, `draw ${i + 1}: ${what}`).toEqual([]);
      read += 1;
    }
    expect(read, "files that are not refused").toBeGreaterThan(DRAWS / 4);
  });

  it("is read whole when it is plain, without any line", async () => {
    const random = seeded(7);
    const plainest = Object.fromEntries(Object.entries(CHOICES).map(([feature, choices]) => [feature, choices[0]]));
    for (const forces of ["both and total", "both"] as const)
      for (const statement of ["IS101", "IST"] as const)
        for (let i = 0; i < (NIGHTLY ? 50 : 2); i++) {
          const plan = { ...drawPlan(random), ...plainest, forces, statement, lineCount: 9, format: "pdf" } as Plan;
          const { wrong, missing, errors, what } = await tryPlan(plan, {
            ...drawProducer(random, ["rows", "none"]),
            orders: "line",
          });
          expect({ errors: errors.map((e) => spoken(e).message), wrong, missing }, what).toEqual({
            wrong: [],
            missing: [],
            errors: [],
          });
        }
  });
});
