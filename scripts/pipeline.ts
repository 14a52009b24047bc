/**
 * THE MAIN PATH. One call a stage; pure (no disk, no clock): the commands bring the files and the day.
 *
 *   SourceFile[]
 *       |  1. read        one reader a format; text cells exactly as written
 *   Grid[]
 *       |  2. recognise   which statement, where the header is, what each column and row means
 *   Observation[]         one count, one span of months, one force, one place in one file
 *       |  3. check       adds issues, changes nothing
 *       |  4. analyse     series, vintages, changes, tests
 *   Analysis[]
 *       |  5. compose     sentences, charts, tables
 *   Edition               a bulletin and its control sheet: plain JSON, all that templates/ may show
 *       |  6. publish     draw, pages, PDF (called by scripts/build.ts: it writes)
 *   dist/
 */
import { analyse, toAnalysesJson } from "./analyse/index.ts";
import { check } from "./check/index.ts";
import { compose } from "./compose/index.ts";
import type { ReferenceRate } from "./model/analysis.ts";
import type { Edition } from "./model/bulletin.ts";
import type { SourceFile } from "./model/grid.ts";
import type { Issue } from "./model/issue.ts";
import type { Nomenclature } from "./model/nomenclature.ts";
import type { Recognition } from "./model/observation.ts";
import type { Period } from "./model/period.ts";
import type { Settings } from "./model/settings.ts";
import { readAll } from "./read/index.ts";
import { recognise } from "./recognise/index.ts";

/** What the first three stages give: `npm run check` stops here. */
export interface Understanding {
  readonly recognitions: readonly Recognition[];
  readonly issues: readonly Issue[];
}

/** Stages 1 to 3. `today` as "2026-04-09". */
export async function understand(
  files: readonly SourceFile[],
  nomenclature: Nomenclature,
  settings: Settings,
  today: string,
): Promise<Understanding> {
  const read = await readAll(files); //                                              1
  const recognised = recognise(read.value, nomenclature, settings); //               2
  const recognitions = recognised.value;
  const checked = check({ recognitions, nomenclature, settings, today }); //         3
  return { recognitions, issues: [...read.issues, ...recognised.issues, ...checked] };
}

export interface EditionInput extends Understanding {
  readonly quarter: Period;
  readonly references: readonly ReferenceRate[];
  readonly nomenclature: Nomenclature;
  readonly settings: Settings;
  readonly fingerprint: string;
  readonly programVersion: string;
}

/** Stages 4 and 5, for one quarter: `recognitions` and `issues` of the deliveries known at that quarter. */
export function edit(input: EditionInput): Edition {
  const { recognitions, quarter, nomenclature, settings, references } = input;
  const observations = recognitions.flatMap((r) => r.observations);
  const analysis = analyse(observations, quarter, nomenclature, settings, references); // 4
  return compose({ ...input, analysis, analyses: toAnalysesJson(analysis) }); //          5
}
