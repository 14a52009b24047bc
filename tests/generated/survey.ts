/**
 * node tests/generated/survey.ts --draws N --seed S: every failure of many draws, not only the first. Prints how many draws
 * are right, which features the failures share, and the plainest example of each kind of failure.
 */
import { parseArgs } from "node:util";
import { seeded } from "../../scripts/demo/random.ts";
import { CHOICES, drawPlan, type Feature, shrink } from "./choices.ts";
import { reportTrial } from "./report.ts";
import { faultOf, type Trial, tryPlan } from "./trial.ts";

const { values } = parseArgs({
  options: {
    draws: { type: "string", default: "500" },
    seed: { type: "string", default: "1" },
    examples: { type: "string", default: "10" },
  },
});
const random = seeded(Number(values.seed));
const draws = Number(values.draws);

const failures: { trial: Trial; fault: "wrong" | "missing" }[] = [];
const tally = new Map<string, { all: number; failed: number }>();
let refusable = 0;
for (let i = 0; i < draws; i++) {
  const plan = drawPlan(random);
  let trial: Trial;
  try {
    trial = await tryPlan(plan);
  } catch (error) {
    console.log(`CRASH draw ${i + 1}:`, error);
    continue;
  }
  const fault = faultOf(trial);
  if (trial.drawn.mayRefuse !== null) refusable++;
  if (fault !== null) failures.push({ trial, fault });
  for (const feature of Object.keys(CHOICES) as Feature[]) {
    const key = `${feature}: ${plan[feature]}`;
    const count = tally.get(key) ?? { all: 0, failed: 0 };
    count.all++;
    if (fault !== null) count.failed++;
    tally.set(key, count);
  }
}
const wrong = failures.filter((f) => f.fault === "wrong").length;
console.log(`${draws} draws, ${refusable} that may be refused, ${wrong} wrong, ${failures.length - wrong} missing`);
const mean = failures.length / draws;
const suspects = [...tally]
  .filter(([, c]) => c.all >= 5 && c.failed / c.all > Math.max(1.5 * mean, mean + 0.1))
  .sort(([, a], [, b]) => b.failed / b.all - a.failed / a.all)
  .slice(0, 25);
for (const [key, c] of suspects) console.log(`  ${JSON.stringify(key)} ${c.failed}/${c.all}`);

// The plainest example of each kind: failures that shrink to the same plan are one.
const shown = new Set<string>();
for (const { trial, fault } of failures) {
  if (shown.size >= Number(values.examples)) break;
  const smallest = await shrink(trial.plan, async (plan) => {
    const tried = await tryPlan(plan).catch(() => undefined);
    return tried !== undefined && faultOf(tried) === fault;
  });
  const { values: _, ...features } = smallest;
  const key = JSON.stringify(features);
  if (shown.has(key)) continue;
  shown.add(key);
  console.log(`\n${reportTrial(await tryPlan(smallest))}`);
}
