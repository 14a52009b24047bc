/** What the program makes of one file: its counts and its issues. Runs in a child process. */
import { check } from "../../scripts/check/index.ts";
import { parseSettings } from "../../scripts/holdings/settings.ts";
import type { SourceFile } from "../../scripts/model/grid.ts";
import { periodKey } from "../../scripts/model/period.ts";
import { loadNomenclature } from "../../scripts/nomenclature/index.ts";
import { read } from "../../scripts/read/index.ts";
import { createRecogniser } from "../../scripts/recognise/index.ts";

export interface Outcome {
  /** "IS101 | homicides | PN | 2026-01/2026-03" => count */
  readonly counts: Readonly<Record<string, number>>;
  /** Warnings and errors that name this file. */
  readonly issues: readonly string[];
}

const NOMENCLATURE = loadNomenclature();
const SETTINGS = parseSettings("commune: { nom: Saint-Aubin-les-Tilleuls }", "convention.yaml");
const TODAY = "2026-11-24";

export async function outcomeOf(file: SourceFile): Promise<Outcome> {
  const source = await read(file);
  const recognised = createRecogniser(NOMENCLATURE, SETTINGS)(source.value);
  const checked = check({
    recognitions: [recognised.value],
    nomenclature: NOMENCLATURE,
    settings: SETTINGS,
    today: TODAY,
  });
  const counts: Record<string, number> = {};
  for (const o of recognised.value.observations) {
    if (o.kind === "total" || o.value === null || o.status === "derived") continue;
    counts[[o.statement, o.indicator ?? o.label, o.force, periodKey(o.period)].join(" | ")] = o.value;
  }
  const issues = [...source.issues, ...recognised.issues, ...checked]
    .filter((i) => i.severity !== "info" && i.place?.file === file.path)
    .map((i) => `${i.severity} ${i.rule}: ${i.message}`);
  return { counts, issues };
}
