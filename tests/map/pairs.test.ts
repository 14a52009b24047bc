/**
 * Two quarters of each drawn template: what a map, drawn from the first, reads of the second is what was drawn there. It may not read it
 * (a word that is another one in that quarter): then a person is asked; never is a figure another one.
 */
import { expect, test } from "vitest";
import { parseSettings } from "../../scripts/holdings/settings.ts";
import { drawMap, readByMaps } from "../../scripts/map/index.ts";
import { hasError } from "../../scripts/model/issue.ts";
import { periodOfQuarter, quarterId, shiftQuarters } from "../../scripts/model/period.ts";
import { read } from "../../scripts/read/index.ts";
import { createRecogniser } from "../../scripts/recognise/index.ts";
import { seeded } from "../demo/random.ts";
import { DRAWS, SEED } from "../draws.ts";
import { describePlan, drawPlan, type Plan } from "../generated/choices.ts";
import { compare } from "../generated/compare.ts";
import { fileOf } from "../generated/file.ts";
import { drawStatement } from "../generated/statement.ts";
import { NOMENCLATURE } from "../generated/trial.ts";
import { confirmedFile, KEY } from "../lectures/confirmed.ts";

const SETTINGS = parseSettings("commune: { nom: Saint-Aubin-les-Tilleuls }", "convention.yaml");
const QUARTERS = ["2026-T1", "2026-T2", "2026-T3", "2025-T4", "2025-T2"] as const;

test(`the next quarter of ${DRAWS} random statements is read by the map of the first as it was drawn, or not at all`, async () => {
  const recognise = createRecogniser(NOMENCLATURE, SETTINGS);
  const random = seeded(SEED);
  const told = { pairs: 0, byMap: 0 };
  for (let i = 0; i < DRAWS; i++) {
    const plan: Plan = { ...drawPlan(random), quarter: QUARTERS[i % QUARTERS.length] ?? "2026-T1" };
    const next = quarterId(shiftQuarters(periodOfQuarter(plan.quarter), 1));
    const drawn = drawStatement(plan, NOMENCLATURE);
    const first = await read(await fileOf(plan, drawn));
    const confirmed = recognise(first.value);
    const { wrong, missing } = compare(drawn.expected, confirmed.value.observations);
    if (hasError([...first.issues, ...confirmed.issues]) || wrong.length + missing.length > 0) continue;
    told.pairs += 1;
    // a quarter that no plan names is one as any
    const second = { ...plan, quarter: next as Plan["quarter"] };
    const later = drawStatement(second, NOMENCLATURE);
    const file = await read(await fileOf(second, later));
    const found = readByMaps([drawMap(confirmedFile(confirmed.value).recognition, KEY)], file.value);
    if (!found) continue;
    told.byMap += 1;
    expect(
      compare(later.expected, found.value.observations),
      `draw ${i + 1} of seed ${SEED}: ${describePlan(plan)}`,
    ).toEqual({
      wrong: [],
      missing: [],
    });
  }
  expect(told.pairs).toBeGreaterThan(DRAWS / 2);
  expect(told.byMap).toBeGreaterThan(told.pairs / 2);
});
