/** One trial: a plan drawn to a file, the file read and recognised, the difference told. */

import { parseSettings } from "../../scripts/holdings/settings.ts";
import type { Issue } from "../../scripts/model/issue.ts";
import type { Observation, Recognition } from "../../scripts/model/observation.ts";
import { once } from "../../scripts/model/remember.ts";
import { loadNomenclature } from "../../scripts/nomenclature/index.ts";
import { read } from "../../scripts/read/index.ts";
import { createRecogniser } from "../../scripts/recognise/index.ts";
import type { Plan } from "./choices.ts";
import { compare, type Difference } from "./compare.ts";
import { fileOf } from "./file.ts";
import { type DrawnStatement, drawStatement } from "./statement.ts";

export const NOMENCLATURE = loadNomenclature();
const SETTINGS = parseSettings("commune: { nom: Saint-Aubin-les-Tilleuls }", "convention.yaml");

const recogniserOf = once(() => createRecogniser(NOMENCLATURE, SETTINGS));

export interface Trial extends Difference {
  readonly plan: Plan;
  readonly drawn: DrawnStatement;
  readonly recognition: Recognition;
  readonly observations: readonly Observation[];
  readonly issues: readonly Issue[];
}

export const tryPlan = (plan: Plan): Promise<Trial> => tryDrawn(plan, drawStatement(plan, NOMENCLATURE));

/** Writes the statement in the plan's format, reads it back and compares. */
export async function tryDrawn(plan: Plan, drawn: DrawnStatement): Promise<Trial> {
  const file = await read(await fileOf(plan, drawn));
  const recognised = recogniserOf()(file.value);
  const { observations } = recognised.value;
  const issues = [...file.issues, ...recognised.issues];
  const recognition = recognised.value;
  return { plan, drawn, ...compare(drawn.expected, observations), recognition, observations, issues };
}

/** wrong: a fault that no error stops. missing or stopped: a fault unless the statement may be refused. */
export function faultOf(trial: Trial): "wrong" | "missing" | null {
  const isStopped = trial.issues.some((issue) => issue.severity === "error");
  if (trial.wrong.length > 0 && !isStopped) return "wrong";
  return trial.wrong.length + trial.missing.length > 0 && trial.drawn.mayRefuse === null ? "missing" : null;
}
