/**
 * THE MAIN PATH. One call a stage; pure (no disk, no clock): the commands bring what is held and the day.
 *
 *   SourceFile[]          what is held: files, settings
 *       |  1. read        one reader a format; text cells as a person sees them
 *   Grid[]
 *       |  2. recognise   which statement, where the header is, what each column and row means
 *   Observation[]         one count, one span of months, one force, one place in one file
 *       |  3. check       adds issues, changes nothing; an error ends the path here
 *       |  4. analyse     series, vintages, changes, tests
 *   QuarterAnalysis
 *       |  5. compose     sentences, charts, tables
 *   Edition               a bulletin and its control sheet: plain JSON, all that templates/ may show
 *       |  6. publish     draw, pages, PDF (called by build.ts: it writes)
 *   dist/
 */
import { check } from "./check/index.ts";
import { fingerprintOf, wordsHash } from "./holdings/fingerprint.ts";
import {
  deliveriesAt,
  type Holdings,
  inputsHashAt,
  isKnownAt,
  issuesKnownAt,
  PROGRAM_VERSION,
} from "./holdings/holdings.ts";
import { createVocabulary } from "./lectures/index.ts";
import type { Announcement, ReferenceRate, Told } from "./model/analysis.ts";
import type { Bulletin, Edition } from "./model/document/bulletin.ts";
import { type EditionMark, FIRST_EDITION, isSameEdition, NOTHING_RECORDED, type Recorded } from "./model/edition.ts";
import { plural } from "./model/format.ts";
import { asWarning, hasError, type Issue } from "./model/issue.ts";
import type { Answer } from "./model/lecture.ts";
import type { Recognition } from "./model/observation.ts";
import { type Period, periodOfQuarter, quarterId, shiftQuarters } from "./model/period.ts";
import { isReadingRule, type RuleName } from "./model/rules.ts";
import { labelKey } from "./nomenclature/index.ts";
import type { Reader } from "./reading/job.ts";
import { readDeliveries, type Understood, veilsOf, withVeils } from "./reading/reading.ts";

export interface Wanted {
  /** Quarters to make the bulletin of, each as known at its delivery: ["2026-T1"]. "today": all is checked, and no bulletin made. */
  readonly quarters: readonly string[] | "today";
  /** Those of them that close a year, and whose review is wanted. */
  readonly years?: ReadonlySet<string>;
  /** With "today": a quarter whose bulletin was made of what is held of it still. */
  readonly told?: string | undefined;
  /** About the machine and the persons: each bulletin shows them beside its own. */
  readonly remarks?: readonly Issue[];
  /** What the register says of deliveries and editions. */
  readonly recorded?: Recorded;
  /** Bulletins made before, by quarter: would they say the same now? */
  readonly published?: Readonly<Record<string, Pick<Bulletin, "fingerprint"> & Pick<Edition, "madeFrom">>>;
  /** What they announced, by quarter, where the file that says so is the register's; of the other quarters it is computed again. */
  readonly announced?: Readonly<Record<string, readonly Announcement[]>>;
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
  /** In the order of `quarters`; none when one of the issues is an error. */
  readonly editions: readonly Edition[];
  /** Of the bulletins made before: quarters whose bulletin would say another thing now. */
  readonly outdated: readonly string[];
}

/** From what is held to the bulletins wanted, or to the errors that stop them. */
export async function followMainPath(holdings: Holdings, wanted: Wanted): Promise<Outcome> {
  const { deliveries, nomenclature, settings, today } = holdings;
  const {
    quarters,
    remarks = [],
    recorded = NOTHING_RECORDED,
    published = {},
    announced = {},
    step = () => {},
    reader,
  } = wanted;

  step(`lecture de ${plural(deliveries.files.length, "fichier")}`);
  // 1. Read: files -> grids. 2. Recognise: grids -> observations. What a person has confirmed is taken as it was confirmed.
  // Both for the public bases of data/reference/ -> yearly rates, for context.
  const { given, isForEyes = false } = wanted;
  const read = await readDeliveries(holdings, holdings.lectures, { reader, given, asks: isForEyes });
  const { understood, references } = read;
  // Of a file that nobody has confirmed, only known words are told.
  const veils = isForEyes ? [] : veilsOf(understood, createVocabulary(nomenclature, settings));
  const veiled = (issues: readonly Issue[]): readonly Issue[] => withVeils(veils, issues);
  const recognitions = isForEyes
    ? understood.map(({ recognition }) => recognition)
    : veils.map(({ recognition }) => recognition);
  const found = [
    ...holdings.issues,
    ...veiled(understood.flatMap(({ issues }) => issues)),
    ...read.issues.map(asWarning), // context only: it stops no bulletin
  ];

  const stopped = (issues: readonly Issue[], told: readonly Issue[] = []): Outcome => ({
    recognitions,
    understood,
    references,
    issues,
    told,
    editions: [],
    outdated: [],
  });

  // 3. Check: what was known at each quarter.
  const refused = refusedFiles(understood);
  const inputs = { nomenclature, settings, today, refused };
  const asKnown = knownLines(holdings);
  const checkAt = (quarter: string) => {
    const known = recognitions.filter((r) => isKnownAt(r.file.source.delivery, quarter));
    const issues = issuesKnownAt(quarter, [
      ...found,
      ...veiled(check({ ...inputs, recognitions: known }).map(asKnown)),
    ]);
    return { quarter, known, issues };
  };
  if (quarters === "today") {
    const told = wanted.told === undefined ? [] : checkAt(wanted.told).issues;
    return stopped([...found, ...veiled(check({ ...inputs, recognitions }).map(asKnown))], told);
  }
  const checked = quarters.map(checkAt);
  const issues = once(checked.flatMap((c) => c.issues));
  if (hasError(issues)) return stopped(issues);

  step("analyse et rédaction");
  // loaded here: whoever only checks has no need of them
  const { analyse, announcementsOf, toAnalysesJson } = await import("./analyse/index.ts");
  const { compose } = await import("./compose/index.ts");
  const madeFrom = (quarter: string): string => inputsHashAt(holdings, quarter, { recorded, remarks });
  const sheets = new Set([...Object.keys(published), ...quarters]);
  const editionOf = ({ quarter, known, issues: own }: ReturnType<typeof checkAt>): Edition => {
    // 4. Analyse: observations -> what can be said of each line.
    const analyseAt = (period: Period, of: readonly Recognition[]) =>
      analyse({ observations: of.flatMap((r) => r.observations), quarter: period, nomenclature, settings, references });
    const analysis = analyseAt(periodOfQuarter(quarter), known);
    const earlier = Array.from({ length: FOLLOWED }, (_, i) => shiftQuarters(analysis.quarter, -1 - i)).flatMap(
      (period): readonly Told[] => {
        const id = quarterId(period);
        const then = known.filter((r) => isKnownAt(r.file.source.delivery, id));
        const announcements = announced[id] ?? (then.length > 0 ? announcementsOf(analyseAt(period, then)) : undefined);
        return announcements ? [{ quarter: period, announcements }] : [];
      },
    );
    const yearSoFar = wanted.years?.has(quarter)
      ? [-3, -2, -1].flatMap((back) => {
          const then = shiftQuarters(analysis.quarter, back);
          const of = known.filter((r) => isKnownAt(r.file.source.delivery, quarterId(then)));
          return of.length > 0 ? [analyseAt(then, of)] : [];
        })
      : null;
    // 5. Compose: what is said.
    const say = ({ number, replaces }: EditionMark): Edition =>
      compose({
        analysis,
        earlier,
        yearSoFar,
        recognitions: known,
        issues: [...own, ...remarks],
        nomenclature,
        settings,
        received: recorded.received,
        communal: holdings.communal ?? null,
        edition: { number, replaces },
        sheets,
        fingerprintOf,
        programVersion: PROGRAM_VERSION,
        madeFrom: madeFrom(quarter),
        analyses: toAnalysesJson(analysis),
      });
    const edition = recorded.editions[quarter];
    if (!edition) return say(FIRST_EDITION);
    const again = say(edition);
    const { fingerprint } = again.bulletin;
    return isSameEdition(edition, {
      fingerprint,
      words: wordsHash(again.bulletin),
      deliveries: deliveriesAt(holdings, quarter),
    })
      ? again
      : say({ number: edition.number + 1, replaces: edition.day });
  };
  const editions = checked.map(editionOf);

  const changed = Object.keys(published).filter(
    (quarter) => !quarters.includes(quarter) && published[quarter]?.madeFrom !== madeFrom(quarter),
  );
  if (changed.length > 0)
    step(`comparaison de ${plural(changed.length, "bulletin déjà fait", "bulletins déjà faits")}`);
  const outdated = changed.filter((quarter) => {
    const now = checkAt(quarter);
    return hasError(now.issues) || editionOf(now).bulletin.fingerprint !== published[quarter]?.fingerprint;
  });
  return { recognitions, understood, references, issues, told: [], editions, outdated };
}

/** Earlier quarters whose announcements are followed. */
const FOLLOWED = 4;

/** A line that was confirmed as it stands is known from then on: nobody is asked about it again. */
const knownLines = ({ lectures }: Holdings) => {
  const observations = lectures.flatMap(({ files }) => files.flatMap(({ recognition }) => recognition.observations));
  const labels = new Set(observations.filter((o) => o.indicator === null).map((o) => labelKey(o.label)));
  return (issue: Issue): Issue =>
    issue.rule === "unknown-line" && labels.has(labelKey(issue.actual ?? "")) ? { ...issue, severity: "info" } : issue;
};

/** Files of which nothing is read, and an error or a warning says why: nobody is told twice. */
const refusedFiles = (understood: readonly Understood[]): ReadonlySet<string> =>
  new Set(
    understood
      .filter(
        ({ recognition, issues }) =>
          recognition.observations.length === 0 &&
          issues.some(({ rule, severity }) => severity !== "info" && !isReadingRule(rule)),
      )
      .map(({ recognition }) => recognition.file.source.path),
  );

/** What gathers quarters: each later bulletin knows more of them. */
const GATHERED: ReadonlySet<RuleName> = new Set(["delivery-missing", "statement-missing"]);

/** Each once; one line to paste, or one list of quarters, that several bulletins tell each as they know it, as the last one tells it. */
const once = (issues: readonly Issue[]): readonly Issue[] => [
  ...new Map(
    issues.map((i) => [i.settingsLine ?? (GATHERED.has(i.rule) ? `${i.rule} ${i.expected}` : JSON.stringify(i)), i]),
  ).values(),
];
