/** A statement drawn, then twisted: read, and judged. */
import type { Random } from "../demo/random.ts";
import { seeded } from "../demo/random.ts";
import { drawPlan, type Plan } from "./choices.ts";
import { drawStatement } from "./statement.ts";
import { NOMENCLATURE, type Trial, tryDrawn } from "./trial.ts";
import { TWISTS } from "./twists.ts";

export interface TwistedPlan {
  readonly name: string;
  readonly plan: Plan;
  readonly seed: number;
}

const NAMES = Object.keys(TWISTS);

/** A twist, and a plan that it applies to. */
export function drawTwist(random: Random, names: readonly string[] = NAMES): TwistedPlan {
  const name = random.pick(names);
  const twist = TWISTS[name];
  for (;;) {
    const twisted = { name, plan: { ...drawPlan(random), ...twist?.plan }, seed: random.integer(1, 1_000_000) };
    if (drawTwisted(twisted) !== undefined) return twisted;
  }
}

export function drawTwisted({ name, plan, seed }: TwistedPlan) {
  const twist = TWISTS[name];
  if (!twist || (twist.applies && !twist.applies(plan))) return undefined;
  return twist.change(drawStatement(plan, NOMENCLATURE), seeded(seed), plan);
}

/** undefined when the twist does not apply to the plan. */
export async function tryTwisted(twisted: TwistedPlan): Promise<Trial | undefined> {
  const drawn = drawTwisted(twisted);
  return drawn && tryDrawn(twisted.plan, drawn);
}

/** wrong: a figure that is not ours, or not the one that is seen, and no error. silent: figures left, or an oddity read, without a word. */
export function faultOfTwisted({ name, plan }: TwistedPlan, trial: Trial): "wrong" | "silent" | null {
  const isStopped = trial.issues.some((issue) => issue.severity === "error");
  if (trial.wrong.length > 0 && !isStopped) return "wrong";
  const told = TWISTS[name]?.told ?? false;
  const mustTell = (typeof told === "function" ? told(plan) : told) || trial.missing.length > 0;
  return mustTell && trial.issues.length === 0 ? "silent" : null;
}
