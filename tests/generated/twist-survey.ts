/** node tests/generated/twist-survey.ts --draws N --seed S [--only NAME]: how each twist is read, with the plainest example of each fault. */
import { parseArgs } from "node:util";
import { seeded } from "../demo/random.ts";
import { shrink } from "./choices.ts";
import { reportTrial } from "./report.ts";
import { drawTwist, faultOfTwisted, type TwistedPlan, tryTwisted } from "./twisted.ts";
import { TWISTS } from "./twists.ts";

const { values } = parseArgs({
  options: {
    draws: { type: "string", default: "30" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
    examples: { type: "string", default: "1" },
  },
});

for (const name of Object.keys(TWISTS).filter((each) => values.only === undefined || each === values.only)) {
  const random = seeded(Number(values.seed));
  const tally = { whole: 0, refused: 0, wrong: 0, silent: 0 };
  const faults: { twisted: TwistedPlan; fault: "wrong" | "silent" }[] = [];
  for (let i = 0; i < Number(values.draws); i++) {
    const twisted = drawTwist(random, [name]);
    const trial = await tryTwisted(twisted);
    if (!trial) continue;
    const fault = faultOfTwisted(twisted, trial);
    if (fault) faults.push({ twisted, fault });
    tally[fault ?? (trial.missing.length > 0 || trial.wrong.length > 0 ? "refused" : "whole")]++;
  }
  console.log(`${name}: ${JSON.stringify(tally)}`);
  for (const { twisted, fault } of faults.slice(0, Number(values.examples))) {
    const plan = await shrink(twisted.plan, async (plainer) => {
      const tried = await tryTwisted({ ...twisted, plan: plainer });
      return tried !== undefined && faultOfTwisted(twisted, tried) === fault;
    });
    const smallest = await tryTwisted({ ...twisted, plan });
    console.log(`${fault}\n${smallest ? reportTrial(smallest) : ""}\n`);
  }
}
