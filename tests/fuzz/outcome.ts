/** What the program makes of each file: its counts and its issues. It is read as every received file is, by the process that its limits end. */

import { check } from "../../scripts/check/index.ts";
import { parseSettings } from "../../scripts/holdings/settings.ts";
import type { SourceFile } from "../../scripts/model/grid.ts";
import { periodKey } from "../../scripts/model/period.ts";
import { loadNomenclature } from "../../scripts/nomenclature/index.ts";
import { readApart } from "../../scripts/reading/apart.ts";
import type { Job, ReadDocument } from "../../scripts/reading/job.ts";
import { spoken } from "../spoken.ts";

export interface Outcome {
  /** "IS101 | homicides | PN | 2026-01/2026-03" => count */
  readonly counts: Readonly<Record<string, number>>;
  /** Warnings and errors that name this file. */
  readonly issues: readonly string[];
}

const NOMENCLATURE = loadNomenclature();
const SETTINGS = parseSettings("commune: { nom: Saint-Aubin-les-Tilleuls }", "convention.yaml");
const TODAY = "2026-11-24";

/** Of each, in their order; rejected where it ends in an unexpected error. */
export function outcomesOf(files: readonly SourceFile[]): readonly Promise<Outcome>[] {
  const jobs = files.map((file): Job => ({ files: [file], given: new Map() }));
  return readApart(
    { settings: SETTINGS, nomenclature: NOMENCLATURE, kept: [], keptLines: [], maps: [], asks: false },
    jobs,
  ).map(async (documents) => toOutcome(await documents));
}

function toOutcome(documents: readonly ReadDocument[]): Outcome {
  const recognitions = documents.map(({ recognition }) => recognition);
  const checked = check({ recognitions, nomenclature: NOMENCLATURE, settings: SETTINGS, today: TODAY });
  const counts: Record<string, number> = {};
  for (const o of recognitions.flatMap(({ observations }) => observations)) {
    if (o.kind === "total" || o.value === null || o.status === "derived") continue;
    counts[[o.statement, o.indicator ?? o.label, o.force, periodKey(o.period)].join(" | ")] = o.value;
  }
  const paths = recognitions.map(({ file }) => file.source.path);
  const issues = [...documents.flatMap(({ remarks }) => remarks), ...checked]
    .filter((i) => i.severity !== "info" && paths.includes(i.place?.file ?? ""))
    .map((i) => `${i.severity} ${i.rule}: ${spoken(i).message}`);
  return { counts, issues };
}
