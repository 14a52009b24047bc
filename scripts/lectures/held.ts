/** A file that is not confirmed, held to what is: nothing new and nothing is said; something new and it is listed; the first of its template. */

import { drawMap, heldTo, type MapOfFile, type News } from "../map/index.ts";
import { periodOfDelivery } from "../model/delivery.ts";
import { listSome, quote } from "../model/format.ts";
import { aWarning, hasError, type Issue } from "../model/issue.ts";
import type { ConfirmedFile, FileId, Lecture } from "../model/lecture.ts";
import { OTHER_STATEMENT, type Recognition } from "../model/observation.ts";
import { once } from "../model/remember.ts";
import { clerkDifferences } from "./clerk.ts";
import { correctedFigures, countRevised } from "./corrected.ts";
import { type Difference, newsWords } from "./news-words.ts";
import { printedNotes } from "./notes.ts";
import { remarkKeys } from "./remark-keys.ts";
import { isSignedAnew } from "./signature.ts";

/**
 *   same       a confirmed template, and nothing new
 *   changed    a confirmed template of its statement, and something new
 *   first      of its template
 *   unread     nothing of it was read: other issues say why
 */
export interface Held {
  readonly state: "same" | "changed" | "first" | "unread";
  readonly differences: readonly Difference[];
  /** How many figures of months gone by an earlier delivery gave otherwise: a revision, and nothing to confirm. */
  readonly revised?: number;
  /** The confirmed file that it is held to. */
  readonly like?: ConfirmedFile;
}

interface Known {
  readonly file: ConfirmedFile;
  readonly map: () => MapOfFile;
}

interface ReadWith {
  /** Its PDF. */
  readonly pdf?: FileId | null;
  /** Path of the confirmed file whose map read it. */
  readonly readBy?: string | null;
  /** What is known of every delivery; left out: what is confirmed. */
  readonly others?: readonly Recognition[];
}
export type Keeper = (recognition: Recognition, by?: ReadWith) => Held;

/** What a clerk who knows the confirmed figures of the quarters before would notice. */
export const createClerk =
  (lectures: readonly Lecture[]) =>
  (recognition: Recognition): readonly Difference[] => {
    const quarter = periodOfDelivery(recognition.file.source.delivery);
    const before = lectures.filter(({ delivery }) => periodOfDelivery(delivery).last < quarter.last);
    const history = before.flatMap(({ files }) => files.flatMap((file) => file.recognition.observations));
    return clerkDifferences({ recognition, quarter, history });
  };

/** @param lectures those that may be trusted. */
export function createKeeper(lectures: readonly Lecture[]): Keeper {
  const known = lectures
    .flatMap(({ files }) =>
      files.map(
        (file): Known => ({
          file,
          map: once(() => drawMap(file.recognition, file.key)),
        }),
      ),
    )
    .toReversed(); // the latest first: a template lives on
  const clerk = createClerk(lectures);
  const confirmed = known.map(({ file }) => file.recognition);
  return (recognition, { pdf = null, readBy = null, others = confirmed } = {}) => {
    if (recognition.tables.length === 0) return { state: "unread", differences: [] };
    const own = statementsOf(recognition);
    const reader = known.find(({ file }) => file.recognition.file.source.path === readBy);
    const alike = known.filter(({ file }) => statementsOf(file.recognition) === own);
    const nearest = reader ? { known: reader, news: [] } : closest(alike, recognition);
    if (!nearest) return { state: "first", differences: [] };
    const { file: like } = nearest.known;
    const ticked = printedNotes(like.recognition, like.answers).map(({ text }) => text);
    const told = nearest.news.filter((one) => !isSignedAnew(one, like.recognition, recognition));
    const news = newsWords(told, like.recognition, recognition, ticked);
    const found = [
      ...otherPdf(known, recognition, pdf),
      ...news,
      ...clerk(recognition),
      ...correctedFigures(recognition, others),
    ];
    const revised = countRevised(recognition, others);
    return { state: found.length > 0 ? "changed" : "same", differences: found, revised, like };
  };
}

/** The file is the one that was confirmed, and what it was printed as is not. */
function otherPdf(
  known: readonly Known[],
  { file: { source } }: Recognition,
  pdf: FileId | null,
): readonly Difference[] {
  const confirmed = known.find(({ file }) => {
    const own = file.recognition.file.source;
    return own.path === source.path && own.sha256 === source.sha256;
  });
  if (!confirmed || confirmed.file.pdf?.sha256 === pdf?.sha256) return [];
  const says = pdf ? "le PDF lu avec lui n'est pas celui qui a été confirmé" : "le PDF confirmé avec lui n'y est plus";
  return [{ says }];
}

/** "IS101,IST": the statements that it holds. */
const statementsOf = ({ tables }: Recognition): string =>
  [...new Set(tables.map(({ statement }) => statement).filter((id) => id !== OTHER_STATEMENT))].toSorted().join();

interface Nearest {
  readonly known: Known;
  readonly news: readonly News[];
}

/** The map that fits with the least news; one that fits without ends the search. */
function closest(alike: readonly Known[], recognition: Recognition): Nearest | undefined {
  let best: Nearest | undefined;
  for (const known of alike) {
    const news = heldTo(known.map(), recognition);
    if (!best || news.length < best.news.length) best = { known, news };
    if (news.length === 0) break;
  }
  return best;
}

const LISTED = 8;

/** What is said of a file that is held; nothing of one that is the same, nor where an error speaks already. */
export function heldIssues(held: Held, { file }: Recognition, issues: readonly Issue[]): readonly Issue[] {
  const { path, delivery } = file.source;
  if (held.state === "same" || held.state === "unread" || hasError(issues)) return [];
  const command = `npm run lecture -- ${delivery}`;
  if (held.state === "first")
    return [
      aWarning("reading-unconfirmed", {
        message: "La lecture de ce fichier est à confirmer : aucun de ce modèle ne l'a encore été.",
        hint: `${command} la montre et la confirme, une fois pour toutes : les trimestres suivants y seront comparés.`,
        place: { file: path },
      }),
    ];
  const listed = held.differences.map(({ says }, i) => `${i + 1}) ${says}`);
  const [place] = held.differences.flatMap((d) => d.place ?? []);
  return [
    aWarning("reading-changed", {
      message: `Ce fichier n'est pas tout à fait comme ${quote(held.like?.recognition.file.source.path ?? "")}, dont la lecture est confirmée : ${listSome(listed, LISTED, " ; ", ["autre différence", "autres différences"])}.`,
      hint: `Regardez ces différences : ${command} les montre, et les confirme si tout est juste.`,
      place: place ?? { file: path },
    }),
  ];
}

/** What was said of the confirmed file, and accepted with it, is said again of no later one: it stays on the control sheet. */
export function withoutAccepted(issues: readonly Issue[], like: ConfirmedFile | undefined): readonly Issue[] {
  if (!like || like.remarks.length === 0) return issues;
  const accepted = new Set(like.remarks.flatMap((remark) => remarkKeys(remark, like.key).slice(0, 1)));
  return issues.map((issue) =>
    issue.severity === "warning" && remarkKeys(issue, like.key).some((key) => accepted.has(key))
      ? { ...issue, severity: "info" }
      : issue,
  );
}
