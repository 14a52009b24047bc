/**
 * Stages 1 and 2 of the main path, and what a person confirmed of them: a file whose lecture is confirmed is not read again, its figures
 * are those confirmed; any other is read, recognised, and held to the confirmed template of its statement.
 */
import type { Holdings } from "../holdings/holdings.ts";
import { readingSettings } from "../holdings/lectures.ts";
import {
  answersIn,
  createKeeper,
  type Held,
  heldIssues,
  keptAnswers,
  settingsWith,
  type Veil,
  veil,
  withoutAccepted,
} from "../lectures/index.ts";
import type { ReadFile, SourceFile } from "../model/grid.ts";
import { hasError, type Issue, type Result } from "../model/issue.ts";
import type { Answer, ConfirmedFile, Lecture } from "../model/lecture.ts";
import type { Recognition } from "../model/observation.ts";
import { once } from "../model/remember.ts";
import type { Settings } from "../model/settings.ts";
import { type Reader, readEach } from "../read/index.ts";
import { createRecogniser, withoutOthers } from "../recognise/index.ts";
import { findTwins, joinTwins, type Twins } from "../twin/index.ts";

/** One file of the deliveries, as it is understood. */
export interface Understood {
  readonly recognition: Recognition;
  /** Of its reading and recognition, as they are told. */
  readonly issues: readonly Issue[];
  /** The same before what was accepted of its template is left unsaid: what a confirmation accepts. */
  readonly remarks: readonly Issue[];
  /** Given for it, or for its template before. */
  readonly answers: readonly Answer[];
  /** null: its lecture is confirmed. */
  readonly held: Held | null;
}

/** Does a bulletin that rests on it say « Lecture à confirmer »? */
export const isToConfirm = ({ held }: Understood): boolean => held?.state === "first" || held?.state === "changed";

/** The confirmed files by path and hash, as long as the settings that change a reading are those of the confirmation. */
export function confirmedFiles(lectures: readonly Lecture[], settings: string): ReadonlyMap<string, ConfirmedFile> {
  const files = lectures.flatMap((lecture) => lecture.files).filter((file) => file.settings === settings);
  return new Map(files.map((file) => [confirmedKey(file.recognition.file.source), file]));
}
const confirmedKey = ({ path, sha256 }: Pick<SourceFile, "path" | "sha256">): string => `${sha256} ${path}`;

export interface ReadingOptions {
  readonly reader?: Reader | undefined;
  /** Answers of the person who is confirming, by path. */
  readonly given?: ReadonlyMap<string, readonly Answer[]> | undefined;
}

/** @param lectures those that may be trusted; none: all is read again. */
export async function readDeliveries(
  { deliveries, settings, nomenclature }: Holdings,
  lectures: readonly Lecture[],
  { reader, given = new Map() }: ReadingOptions = {},
): Promise<readonly Understood[]> {
  const confirmed =
    lectures.length === 0 ? new Map<string, ConfirmedFile>() : confirmedFiles(lectures, readingSettings(settings));
  const twins = findTwins(deliveries.files, settings.twins);
  const originalOf = new Map(twins.map(({ original, pdf }) => [pdf.path, original]));
  // a PDF is new as its original is: what was confirmed of the one holds for both
  const isNew = (file: SourceFile): boolean => !confirmed.has(confirmedKey(originalOf.get(file.path) ?? file));
  const kept = keptAnswers(lectures);
  const plain = once(() => createRecogniser(nomenclature, settings));
  const keeper = createKeeper(lectures);
  const read = await Promise.all(
    joinedTwins(deliveries.files.filter(isNew), twins, (files) =>
      readEach(files, reader, { known: deliveries.files.filter((file) => !isNew(file)), browser: settings.browser }),
    ).map(async (reading) => {
      const { value, issues } = await reading;
      const { path } = value.source;
      const answers = [...(given.get(path) ?? []), ...answersIn(value, kept)];
      const recognise =
        answers.length === 0 ? plain() : createRecogniser(nomenclature, settingsWith(settings, answers, path));
      return { issues, answers, recognised: recognise(value, namesBeside(value.source, deliveries.files)) };
    }),
  );
  const ofReading = Map.groupBy(
    withoutOthers(
      read.flatMap(({ issues }) => issues),
      read.map(({ recognised }) => recognised),
    ),
    ({ place }) => place?.file,
  );
  // of a container that is still encrypted, beside its content, there is nothing to read nor to say
  const isSealed = ({ issues, recognised }: (typeof read)[number]): boolean =>
    recognised.value.file.format === null && issues.length === 0;
  const news = new Map(
    read
      .filter((one) => !isSealed(one))
      .map(({ answers, recognised: { value, issues } }): [string, Understood] => {
        const { path } = value.file.source;
        const remarks = [...(ofReading.get(path) ?? []), ...issues];
        const held = keeper(value);
        const told = withoutAccepted(remarks, held.like);
        return [
          path,
          { recognition: value, issues: [...told, ...heldIssues(held, value, told)], remarks, answers, held },
        ];
      }),
  );
  return deliveries.files.flatMap((file): readonly Understood[] => {
    const known = confirmed.get(confirmedKey(file));
    const own = known
      ? {
          recognition: known.recognition,
          issues: known.remarks.map(accepted),
          remarks: known.remarks,
          answers: known.answers,
          held: null,
        }
      : news.get(file.path);
    return own ? [own] : [];
  });
}

type Readings = readonly Promise<Result<ReadFile>>[];

/** The readings of the files, those of a document and of its PDF held against each other. */
function joinedTwins(
  files: readonly SourceFile[],
  twins: readonly Twins[],
  readAllOf: (files: readonly SourceFile[]) => Readings,
): Readings {
  const readings = readAllOf(files);
  const readingOf = new Map(files.map(({ path }, i) => [path, readings[i]]));
  const joined = new Map(
    twins.flatMap(({ original, pdf }) => {
      const [one, other] = [readingOf.get(original.path), readingOf.get(pdf.path)];
      if (!one || !other) return [];
      const both = Promise.all([one, other]).then(([own, shown]) => joinTwins(own, shown));
      return [original, pdf].map(({ path }, i) => [path, both.then((pair) => pair[i] as Result<ReadFile>)] as const);
    }),
  );
  return files.map(({ path }, i) => joined.get(path) ?? (readings[i] as Promise<Result<ReadFile>>));
}

/** The files of a delivery as a person confirms them; one of which nothing was read, or with an error of its own, is left out. */
export const confirmedOf = (
  understood: readonly Understood[],
  delivery: string,
  settings: Settings,
): readonly ConfirmedFile[] =>
  understood
    .filter(
      ({ recognition: { file, tables }, remarks }) =>
        file.source.delivery === delivery && tables.length > 0 && !hasError(remarks),
    )
    .map(({ recognition, remarks, answers }) => ({
      recognition,
      remarks,
      answers,
      settings: readingSettings(settings),
    }));

/** Each file, in their order, as far as it may be told before a person has confirmed it. */
export const veilsOf = (understood: readonly Understood[], isKnown: (text: string) => boolean): readonly Veil[] =>
  understood.map(({ recognition, held }) =>
    held === null ? { recognition, issues: (issues) => issues } : veil(recognition, held.like?.recognition, isKnown),
  );

export function withVeils(veils: readonly Veil[], issues: readonly Issue[]): readonly Issue[] {
  const byPath = new Map(veils.map((own) => [own.recognition.file.source.path, own]));
  return issues.flatMap((issue) => byPath.get(issue.place?.file ?? "")?.issues([issue]) ?? [issue]);
}

/** Accepted by the person who confirmed: the control sheet keeps it. */
const accepted = (issue: Issue): Issue => (issue.severity === "warning" ? { ...issue, severity: "info" } : issue);

/** The names of the other files of a delivery. */
const namesBeside = (own: ReadFile["source"], files: readonly SourceFile[]): readonly string[] =>
  files.flatMap((f) => (f.delivery === own.delivery && f.path !== own.path ? [f.name] : []));
