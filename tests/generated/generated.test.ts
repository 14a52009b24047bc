/**
 * Each statement that is drawn is read as it was drawn; and what a map, drawn from it, reads of the next quarter of the same template is
 * what was drawn there. The map may not read it (a word that is another one in that quarter): then a person is asked.
 */
import { expect, test } from "vitest";
import { drawMap, readByMaps } from "../../scripts/map/index.ts";
import { hasError } from "../../scripts/model/issue.ts";
import { periodOfQuarter, quarterId, shiftQuarters } from "../../scripts/model/period.ts";
import { read } from "../../scripts/read/index.ts";
import { seeded } from "../demo/random.ts";
import { DRAWS, SEED } from "../draws.ts";
import { confirmedFile, KEY } from "../lectures/confirmed.ts";
import { describePlan, drawPlan, type Plan, shrink } from "./choices.ts";
import { compare } from "./compare.ts";
import { fileOf } from "./file.ts";
import { reportTrial } from "./report.ts";
import { drawStatement } from "./statement.ts";
import { faultOf, NOMENCLATURE, type Trial, tryPlan } from "./trial.ts";

test(`what is read of ${DRAWS} random statements is what was drawn, and so is what a map of them reads of the next quarter`, async () => {
  const random = seeded(SEED);
  const told = { read: 0, pairs: 0, byMap: 0 };
  for (let i = 0; i < DRAWS; i++) {
    const trial = await tryPlan(drawPlan(random));
    const fault = faultOf(trial);
    if (trial.observations.length > 0) told.read += 1;
    if (fault !== null) {
      const smallest = await shrink(trial.plan, async (plan) => faultOf(await tryPlan(plan)) === fault);
      expect.fail(`draw ${i + 1} of seed ${SEED}, at its plainest:\n${reportTrial(await tryPlan(smallest))}`);
    }
    if (hasError(trial.issues) || trial.wrong.length + trial.missing.length > 0) continue;
    told.pairs += 1;
    const difference = await nextByMap(trial);
    if (!difference) continue;
    told.byMap += 1;
    const what = `draw ${i + 1} of seed ${SEED}, the next quarter: ${describePlan(trial.plan)}`;
    expect(difference, what).toEqual({ wrong: [], missing: [] });
  }
  expect(told.read, "files that are not refused").toBeGreaterThan(DRAWS / 2);
  expect(told.pairs).toBeGreaterThan(DRAWS / 2);
  expect(told.byMap).toBeGreaterThan(told.pairs / 2);
});

/** undefined: the map does not read it. */
async function nextByMap({ plan, recognition }: Trial) {
  const quarter = quarterId(shiftQuarters(periodOfQuarter(plan.quarter), 1));
  const next = { ...plan, quarter: quarter as Plan["quarter"] }; // one that no plan names is one as any
  const later = drawStatement(next, NOMENCLATURE);
  const file = await read(await fileOf(next, later));
  const found = readByMaps([drawMap(confirmedFile(recognition).recognition, KEY)], file.value);
  return found && compare(later.expected, found.value.observations);
}
