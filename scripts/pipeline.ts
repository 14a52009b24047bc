/**
 * THE MAIN PATH. One call a stage; pure (no disk, no clock): the commands bring what is held and the day.
 *
 *   SourceFile[]          what is held: files, settings
 *       |  1. read        one reader a format; text cells as a person sees them
 *   Grid[]
 *       |  2. recognise   which statement, where the header is, what each column and row means; a file of a confirmed template is
 *       |                 read by the map of it instead (map/), and what is confirmed is not read again
 *   Observation[]         one count, one span of months, one force, one place in one file
 *       |  3. check       adds issues, changes nothing; an error ends the path here
 *       |  4. analyse     series, vintages, changes, tests
 *   QuarterAnalysis
 *       |  5. compose     sentences, charts, tables
 *   Edition               a bulletin and its control sheet: plain JSON, all that templates/ may show
 *       |  6. publish     draw, pages, PDF (called by build.ts: it writes)
 *   dist/
 */
import { checksOf, eachOnce } from "./editions/checked.ts";
import type { Beside } from "./editions/edition.ts";
import type { Holdings } from "./holdings/holdings.ts";
import { readReferences } from "./holdings/references.ts";
import type { ReferenceRate } from "./model/analysis.ts";
import type { Bulletin, Edition } from "./model/document/bulletin.ts";
import { NOTHING_RECORDED } from "./model/edition.ts";
import { plural } from "./model/format.ts";
import { hasError, type Issue } from "./model/issue.ts";
import type { Answer } from "./model/lecture.ts";
import type { Recognition } from "./model/observation.ts";
import type { Reader, Understood } from "./reading/job.ts";
import { readDeliveries } from "./reading/reading.ts";
import { asVeiled } from "./reading/veiled.ts";

export interface Wanted extends Partial<Beside> {
  /** Quarters to make the bulletin of, each as known at its delivery: ["2026-T1"]. "today": all is checked, and no bulletin made. */
  readonly quarters: readonly string[] | "today";
  /** With "today": a quarter whose bulletin was made of what is held of it still. */
  readonly told?: string | undefined;
  /** Bulletins made before, by quarter: would they say the same now? */
  readonly published?: Readonly<Record<string, Pick<Bulletin, "fingerprint"> & Pick<Edition, "madeFrom">>>;
  /** For the person who is to confirm: the texts of files that nobody has confirmed are told as they are. */
  readonly isForEyes?: boolean;
  /** Answers of the person who is confirming, by path. */
  readonly given?: ReadonlyMap<string, readonly Answer[]> | undefined;
  /** Told what begins. */
  readonly step?: (text: string) => void;
  /** Left out: another process, within a time and a memory. */
  readonly reader?: Reader | undefined;
}

export interface Outcome {
  readonly recognitions: readonly Recognition[];
  /** The same, with what a person confirmed of each. */
  readonly understood: readonly Understood[];
  readonly references: readonly ReferenceRate[];
  /** All that was found, each once: loading, reading, recognition, checks. */
  readonly issues: readonly Issue[];
  /** Of the issues: what the bulletin of the quarter `told` has told. */
  readonly told: readonly Issue[];
  /** In the order of `quarters`, each made when it is asked for, and kept by nobody; none when one of the issues is an error. */
  readonly editions: Iterable<Edition>;
  /** Of the bulletins made before: quarters whose bulletin would say another thing now. */
  readonly outdated: readonly string[];
}

/** From what is held to the bulletins wanted, or to the errors that stop them. */
export async function followMainPath(holdings: Holdings, wanted: Wanted): Promise<Outcome> {
  const { quarters, given, isForEyes = false, published = {}, step = () => {}, reader } = wanted;

  // The public bases of data/reference/ -> yearly rates, for context.
  const { value: references, issues: ofBases } = await readReferences(holdings.deliveries.references, holdings);
  const held = { ...holdings, issues: [...holdings.issues, ...ofBases] };

  // 1. Read: files -> grids. 2. Recognise: grids -> observations. What a person has confirmed is taken as it was confirmed.
  step(`lecture de ${plural(holdings.deliveries.files.length, "fichier")}`);
  const understood = await readDeliveries(held, held.lectures, { reader, given, asks: isForEyes });
  const veiled = asVeiled(understood, held, isForEyes);
  const { recognitions } = veiled;
  const outcome = { recognitions, understood, references };

  // 3. Check: what was known at each quarter. An error ends the path.
  const checks = checksOf(held, understood, veiled);
  if (quarters === "today") {
    const told = wanted.told === undefined ? [] : checks.at(wanted.told).issues;
    return { ...outcome, issues: checks.today(), told, editions: [], outdated: [] };
  }
  const checked = quarters.map(checks.at);
  const issues = eachOnce(checked.flatMap((one) => one.issues));
  if (hasError(issues)) return { ...outcome, issues, told: [], editions: [], outdated: [] };

  // 4. Analyse: observations -> what can be said of each line. 5. Compose: what is said. Loaded here: whoever only checks has no need of them.
  step("analyse et rédaction");
  const { editionMaker } = await import("./editions/edition.ts");
  const { recorded = NOTHING_RECORDED, remarks = [], left = {}, years = new Set() } = wanted;
  const sheets = new Set([...Object.keys(published), ...quarters]);
  const around = { holdings, references, recorded, remarks, left, years, sheets };
  const { make, madeFrom } = editionMaker(around, recognitions);

  // The bulletins made before: those that are made of something else now, and would say another thing.
  const changed = Object.keys(published).filter(
    (quarter) => !quarters.includes(quarter) && published[quarter]?.madeFrom !== madeFrom(quarter),
  );
  if (changed.length > 0)
    step(`comparaison de ${plural(changed.length, "bulletin déjà fait", "bulletins déjà faits")}`);
  const outdated = changed.filter((quarter) => {
    const now = checks.at(quarter);
    return hasError(now.issues) || make(now).bulletin.fingerprint !== published[quarter]?.fingerprint;
  });

  const editions = { [Symbol.iterator]: () => checked.values().map(make) };
  return { ...outcome, issues, told: [], editions, outdated };
}
