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
import { compose } from "./compose/index.ts";
import type { ReferenceRate } from "./model/analysis.ts";
import type { Edition } from "./model/bulletin.ts";
import type { SourceFile } from "./model/grid.ts";
import type { Issue, Result } from "./model/issue.ts";
import type { Nomenclature } from "./model/nomenclature.ts";
import type { Recognition } from "./model/observation.ts";
import type { Period } from "./model/period.ts";
import type { Settings } from "./model/settings.ts";
import { readAll, readEach } from "./read/index.ts";
import { createRecogniser } from "./recognise/index.ts";
import { recogniseReference } from "./recognise/reference/reference.ts";

/** What the first two stages give. */
export interface Understanding {
  readonly recognitions: readonly Recognition[];
  readonly issues: readonly Issue[];
}

/** Stages 1 and 2, for all the deliveries: each file is recognised as soon as it is read. */
export async function understand(
  files: readonly SourceFile[],
  nomenclature: Nomenclature,
  settings: Settings,
): Promise<Understanding> {
  const recognise = createRecogniser(nomenclature, settings);
  const understood = await Promise.all(
    readEach(files).map(async (reading) => {
      const read = await reading; //                                                1
      return { read, recognised: recognise(read.value) }; //                        2
    }),
  );
  return {
    recognitions: understood.map(({ recognised }) => recognised.value),
    issues: [...understood.flatMap((u) => u.read.issues), ...understood.flatMap((u) => u.recognised.issues)],
  };
}

/** Stage 3, for the deliveries known at one time; `today` as "2026-04-09". `npm run check` stops here. */
export { awaitedDeliveries, check } from "./check/index.ts"; //                     3

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

/** Stages 1 and 2 for the public bases of data/reference/: yearly rates, for context. */
export async function readReferences(
  files: readonly SourceFile[],
  nomenclature: Nomenclature,
  settings: Settings,
): Promise<Result<readonly ReferenceRate[]>> {
  const read = await readAll(files);
  const rates = read.value.map((file) => recogniseReference(file, settings, nomenclature));
  return { value: rates.flatMap((r) => r.value), issues: [...read.issues, ...rates.flatMap((r) => r.issues)] };
}
