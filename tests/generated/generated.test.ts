import { expect, test } from "vitest";
import { seeded } from "../demo/random.ts";
import { DRAWS, SEED } from "../draws.ts";
import { drawPlan, shrink } from "./choices.ts";
import { reportTrial } from "./report.ts";
import { faultOf, tryPlan } from "./trial.ts";

test(`what is read of ${DRAWS} random statements is what was drawn`, async () => {
  const random = seeded(SEED);
  let read = 0;
  for (let i = 0; i < DRAWS; i++) {
    const trial = await tryPlan(drawPlan(random));
    const fault = faultOf(trial);
    if (trial.observations.length > 0) read += 1;
    if (fault === null) continue;
    const smallest = await shrink(trial.plan, async (plan) => faultOf(await tryPlan(plan)) === fault);
    expect.fail(`draw ${i + 1} of seed ${SEED}, at its plainest:\n${reportTrial(await tryPlan(smallest))}`);
  }
  expect(read, "files that are not refused").toBeGreaterThan(DRAWS / 2);
});
