/**
 * node tests/generated/survey.ts --draws N --seed S: every failure of many draws, not only the first. Prints how many draws
 * are right, which features the failures share, and the plainest example of each kind of failure. Exit 1: a figure was wrong in silence.
 */
import { parseArgs } from "node:util";
import { seeded } from "../demo/random.ts";
import { CHOICES, drawPlan, type Feature, type Plan, shrink } from "./choices.ts";
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
let refused = 0;
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
  if (trial.drawn.mayRefuse !== null) {
    refusable++;
    if (trial.missing.length > 0) refused++;
  }
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
console.log(
  `${draws} draws, ${refusable} that may be refused (${refused} were), ${wrong} wrong, ${failures.length - wrong} missing`,
);
if (wrong > 0) process.exitCode = 1;
const mean = failures.length / draws;
const suspects = [...tally]
  .filter(([, c]) => c.failed >= 3 && c.failed / c.all > Math.max(1.5 * mean, mean + 0.1))
  .sort(([, a], [, b]) => b.failed / b.all - a.failed / a.all)
  .slice(0, 20);
for (const [key, c] of suspects) console.log(`  ${JSON.stringify(key)} ${c.failed}/${c.all}`);

/** What makes the plan special: "layout: long", "format: xlsx". */
const specials = (plan: Plan): string[] =>
  (Object.keys(CHOICES) as Feature[]).filter((f) => plan[f] !== CHOICES[f][0]).map((f) => `${f}: ${plan[f]}`);

// The plainest example of each kind: a failure that has all that an example needs is counted with it, not shrunk again.
const kinds: { readonly needs: readonly string[]; readonly fault: string; readonly trial: Trial; count: number }[] = [];
for (const { trial, fault } of failures) {
  const special = new Set(specials(trial.plan));
  const kind = kinds.find((k) => k.fault === fault && k.needs.length > 0 && k.needs.every((need) => special.has(need)));
  if (kind) {
    kind.count++;
    continue;
  }
  if (kinds.length >= Number(values.examples)) continue;
  const smallest = await shrink(trial.plan, async (plan) => {
    const tried = await tryPlan(plan).catch(() => undefined);
    return tried !== undefined && faultOf(tried) === fault;
  });
  const needs = specials(smallest);
  const same = kinds.find((k) => k.fault === fault && k.needs.join() === needs.join());
  if (same) same.count++;
  else kinds.push({ needs, fault, trial: await tryPlan(smallest), count: 1 });
}
for (const { trial, count } of kinds.sort((a, b) => b.count - a.count))
  console.log(`\n${count} × ${reportTrial(trial)}`);
