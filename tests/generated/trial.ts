/** One trial: a plan drawn to a file, the file read and recognised, the difference told. */
import type { Issue } from "../../scripts/model/issue.ts";
import { loadNomenclature } from "../../scripts/nomenclature/index.ts";
import { read } from "../../scripts/read/index.ts";
import { recognise } from "../../scripts/recognise/index.ts";
import { parseSettings } from "../../scripts/settings.ts";
import type { Plan } from "./choices.ts";
import { compare, type Difference } from "./compare.ts";
import { fileOf } from "./file.ts";
import { type DrawnStatement, drawStatement } from "./statement.ts";

const NOMENCLATURE = loadNomenclature();
const SETTINGS = parseSettings("commune: { nom: Saint-Aubin-les-Tilleuls }", "convention.yaml");

export interface Trial extends Difference {
  readonly plan: Plan;
  readonly drawn: DrawnStatement;
  readonly issues: readonly Issue[];
}

export async function tryPlan(plan: Plan): Promise<Trial> {
  const drawn = drawStatement(plan, NOMENCLATURE);
  const file = await read(fileOf(plan, drawn));
  const recognised = recognise([file.value], NOMENCLATURE, SETTINGS);
  const observations = recognised.value.flatMap((r) => r.observations);
  return { plan, drawn, ...compare(drawn.expected, observations), issues: [...file.issues, ...recognised.issues] };
}

/** wrong: always a fault. missing: a fault unless the statement may be refused. */
export function faultOf(trial: Trial): "wrong" | "missing" | null {
  if (trial.wrong.length > 0) return "wrong";
  return trial.missing.length > 0 && trial.drawn.mayRefuse === null ? "missing" : null;
}
