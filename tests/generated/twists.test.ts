import { expect, test } from "vitest";
import { seeded } from "../demo/random.ts";
import { DRAWS, SEED } from "../draws.ts";
import { shrink } from "./choices.ts";
import { reportTrial } from "./report.ts";
import { drawTwist, faultOfTwisted, tryTwisted } from "./twisted.ts";

test(`of ${DRAWS} statements with figures of other places, or that nobody sees, only ours are read, and the rest is told`, async () => {
  const random = seeded(SEED);
  let read = 0;
  for (let i = 0; i < DRAWS; i++) {
    const twisted = drawTwist(random);
    const trial = await tryTwisted(twisted);
    const fault = trial && faultOfTwisted(twisted, trial);
    if (trial && trial.observations.length > 0) read += 1;
    if (!fault) continue;
    const plan = await shrink(twisted.plan, async (plainer) => {
      const tried = await tryTwisted({ ...twisted, plan: plainer });
      return tried !== undefined && faultOfTwisted(twisted, tried) === fault;
    });
    const smallest = await tryTwisted({ ...twisted, plan });
    expect.fail(
      `draw ${i + 1} of seed ${SEED}, ${fault}, ${twisted.name}, at its plainest:\n${smallest && reportTrial(smallest)}`,
    );
  }
  expect(read, "files that are not refused").toBeGreaterThan(DRAWS / 3);
});
