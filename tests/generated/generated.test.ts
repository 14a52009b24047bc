import { expect, test } from "vitest";
import { seeded } from "../../scripts/demo/random.ts";
import { drawPlan, shrink } from "./choices.ts";
import { reportTrial } from "./report.ts";
import { faultOf, tryPlan } from "./trial.ts";

/** 200 draws in `npm test`; the nightly run sets DRAWS=2000. SEED tries others. */
const DRAWS = Number(process.env.DRAWS ?? 200);
const SEED = Number(process.env.SEED ?? 2026);

test(`what is read of ${DRAWS} random statements is what was drawn`, { timeout: DRAWS * 500 }, async () => {
  const random = seeded(SEED);
  for (let i = 0; i < DRAWS; i++) {
    const trial = await tryPlan(drawPlan(random));
    const fault = faultOf(trial);
    if (fault === null) continue;
    const smallest = await shrink(trial.plan, async (plan) => faultOf(await tryPlan(plan)) === fault);
    expect.fail(`draw ${i + 1} of seed ${SEED}, at its plainest:\n${reportTrial(await tryPlan(smallest))}`);
  }
});
