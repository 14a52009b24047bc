/**
 * Stages 1 and 2 of the main path, and what a person confirmed of them: a file whose lecture is confirmed is not read again, its figures
 * are those confirmed; any other is read, recognised, and held to the confirmed template of its statement.
 */
import type { Holdings } from "../holdings/holdings.ts";
import { readingSettings } from "../holdings/lectures.ts";
import {
  awaitedIssues,
  createKeeper,
  type Difference,
  type Held,
  heldIssues,
  keptAnswers,
  keptLines,
  questionOf,
  rereadDifferences,
  sentAgain,
  withoutAccepted,
} from "../lectures/index.ts";
import type { MapOfFile } from "../map/index.ts";
import type { SourceFile } from "../model/grid.ts";
import { hasError, type Issue } from "../model/issue.ts";
import type { Answer, ConfirmedFile, FileId, Lecture } from "../model/lecture.ts";
import type { Recognition } from "../model/observation.ts";
import { encryptedIssues } from "../read/delivery.ts";
import { findTwins } from "../twin/find.ts";
import { withAnnexes } from "./annexes.ts";
import { readApart } from "./apart.ts";
import { confirmedAs, confirmedFiles, confirmedKey, mapsOf } from "./confirmed.ts";
import type { Job, Knowledge, ReadDocument, Reader, Understood } from "./job.ts";
import { recognisedWhereNoticed } from "./noticed.ts";
import { answeredByTemplates } from "./template-answered.ts";

/** Does a bulletin that rests on it say « Lecture à confirmer »? */
export const isToConfirm = ({ held }: Understood): boolean => held?.state === "first" || held?.state === "changed";

export interface ReadingOptions {
  /** Left out: another process, within a time and a memory. */
  readonly reader?: Reader | undefined;
  /** Answers of the person who is confirming, by path. */
  readonly given?: ReadonlyMap<string, readonly Answer[]> | undefined;
  /** Somebody is there to answer. */
  readonly asks?: boolean | undefined;
  /** What is confirmed is read again too, with its answers. */
  readonly isAgain?: boolean | undefined;
}

/** @param lectures those that may be trusted. */
export async function readDeliveries(
  { deliveries, settings, nomenclature }: Holdings,
  lectures: readonly Lecture[],
  {
    reader = (knowledge, jobs) => readApart(knowledge, jobs),
    given = new Map(),
    asks = false,
    isAgain = false,
  }: ReadingOptions = {},
): Promise<readonly Understood[]> {
  const confirmed = confirmedFiles(isAgain ? [] : lectures, readingSettings(settings));
  const twins = findTwins(deliveries.files);
  const pdfs = new Set(twins.map(({ pdf }) => pdf.path));
  const pdfOf = new Map(twins.map(({ original, pdf }) => [original.path, pdf]));
  const knownAs = (file: SourceFile): ConfirmedFile | undefined =>
    confirmed.get(confirmedKey(file, pdfOf.get(file.path) ?? null));
  const documents = deliveries.files.filter((file) => !pdfs.has(file.path));
  const jobs = documents
    .filter((file) => !knownAs(file))
    .map((file): Job => {
      const pdf = pdfOf.get(file.path);
      const names = deliveries.files.flatMap((f) => (f.delivery === file.delivery ? [f.name] : []));
      return { files: pdf ? [file, pdf] : [file], names, given };
    });
  const maps = jobs.length === 0 || isAgain ? [] : mapsOf(lectures, readingSettings(settings));
  const knowledge: Knowledge = {
    settings,
    nomenclature,
    kept: keptAnswers(lectures),
    keptLines: keptLines(lectures),
    maps,
    asks,
  };
  const keeper = createKeeper(lectures);
  const readBy = (known: readonly MapOfFile[]) => async (some: readonly Job[]) =>
    (await Promise.all(reader({ ...knowledge, maps: known }, some))).flat();
  const first = await recognisedWhereNoticed(await readBy(maps)(jobs), jobs, lectures, readBy([]));
  const read = await answeredByTemplates(first, jobs, keeper, readBy([]));
  const news = new Map(read.map((one) => [one.recognition.file.source.path, one]));
  const content = documents.filter((file) => knownAs(file) || news.get(file.path)?.recognition.file.format);
  const all = [...[...confirmed.values()].map((file) => file.recognition), ...read.map((one) => one.recognition)];
  const understood = deliveries.files.flatMap((file): readonly Understood[] => {
    const known = knownAs(file);
    if (known) return [confirmedAs(known)];
    const fresh = news.get(file.path);
    if (!fresh) return [];
    const own = withoutSentAgain(fresh, all, asks);
    const isSealed = own.remarks.some(({ rule }) => rule === "file-still-encrypted");
    const remarks = isSealed ? encryptedIssues(file, content) : own.remarks;
    if (isSealed && remarks.length === 0) return []; // beside its content there is nothing to read, nor to say
    const pdf = idOf(pdfOf.get(file.path));
    const held = heldTo(keeper(own.recognition, { pdf, readBy: own.readBy, others: all }), own.recognition, remarks);
    const told = withoutAccepted(remarks, held.like);
    const awaited = awaitedIssues(own.recognition, own.answers);
    return [{ ...own, remarks, issues: [...told, ...heldIssues(held, own.recognition, told), ...awaited], pdf, held }];
  });
  return withAnnexes(understood, settings);
}

/** What keeps a file from being read says why none of its figures is there: what else is new is told once they are. */
const heldTo = (held: Held, { observations }: Recognition, remarks: readonly Issue[]): Held =>
  observations.length === 0 && hasError(remarks) ? { ...held, differences: [] } : held;

function withoutSentAgain(own: ReadDocument, all: readonly Recognition[], asks: boolean): ReadDocument {
  const again = sentAgain(own.recognition, all, own.answers);
  if (!again) return own;
  return {
    ...own,
    recognition: again.recognition,
    remarks: [...own.remarks, ...again.issues],
    questions: [...own.questions, ...again.issues.flatMap((issue) => (asks ? (questionOf(issue) ?? []) : []))],
  };
}

const idOf = (file: SourceFile | undefined): FileId | null => (file ? { path: file.path, sha256: file.sha256 } : null);

interface ReadAgain {
  readonly path: string;
  /** null: the file is no longer there. */
  readonly differences: readonly Difference[] | null;
}

export async function readAgain(
  files: readonly ConfirmedFile[],
  holdings: Holdings,
  reader: Reader | undefined,
): Promise<readonly ReadAgain[]> {
  const understood = await readDeliveries(holdings, holdings.lectures, { reader, isAgain: true });
  const today = new Map(understood.map(({ recognition }) => [recognition.file.source.path, recognition]));
  return files.map(({ recognition }) => {
    const { path } = recognition.file.source;
    const now = today.get(path);
    return { path, differences: now ? rereadDifferences(recognition, now) : null };
  });
}
