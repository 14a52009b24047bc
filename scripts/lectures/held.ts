/** A file that is not confirmed, held to what is: nothing new and nothing is said; something new and it is listed; the first of its template. */
import { periodOfDelivery } from "../model/delivery.ts";
import { listSome, quote } from "../model/format.ts";
import { aWarning, hasError, type Issue } from "../model/issue.ts";
import type { ConfirmedFile, FileId, Lecture } from "../model/lecture.ts";
import type { Recognition } from "../model/observation.ts";
import type { Period } from "../model/period.ts";
import { once } from "../model/remember.ts";
import { abstract } from "./abstract.ts";
import { clerkDifferences } from "./clerk.ts";
import { type Difference, differences } from "./differences.ts";
import { spanDifferences } from "./spans.ts";
import { type Template, templateOf } from "./template.ts";

/**
 *   same       a confirmed template, and nothing new
 *   changed    a confirmed template of its statement, and something new
 *   first      of its template
 *   unread     nothing of it was read: other issues say why
 */
export interface Held {
  readonly state: "same" | "changed" | "first" | "unread";
  readonly differences: readonly Difference[];
  /** The confirmed file that it is held to. */
  readonly like?: ConfirmedFile;
}

interface Known {
  readonly file: ConfirmedFile;
  readonly template: () => Template;
  readonly quarter: Period;
}

interface ReadWith {
  /** Its PDF. */
  readonly pdf?: FileId | null;
  /** Path of the confirmed file whose map read it. */
  readonly readBy?: string | null;
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
    .flatMap(({ delivery, files }) =>
      files.map(
        (file): Known => ({
          file,
          quarter: periodOfDelivery(delivery),
          template: once(() => templateOf(file.recognition)),
        }),
      ),
    )
    .toReversed(); // the latest first: a template lives on
  const clerk = createClerk(lectures);
  return (recognition, { pdf = null, readBy = null } = {}) => {
    if (recognition.tables.length === 0) return { state: "unread", differences: [] };
    const template = templateOf(recognition);
    const quarter = periodOfDelivery(recognition.file.source.delivery);
    const alike = known.filter((k) => sameStatements(k.template().statements, template.statements));
    const noticed = clerk(recognition);
    const reader = known.find(({ file }) => file.recognition.file.source.path === readBy);
    const nearest = closest(reader ? [reader] : alike, (k) => [
      ...(reader ? [] : differences(k.template(), template)),
      ...spanDifferences(k.file, k.quarter, recognition, quarter),
    ]);
    if (!nearest) return { state: "first", differences: [] };
    const found = [...otherPdf(known, recognition, pdf), ...nearest.found, ...noticed];
    return { state: found.length > 0 ? "changed" : "same", differences: found, like: nearest.known.file };
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

const sameStatements = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join();

interface Compared {
  readonly known: Known;
  readonly found: readonly Difference[];
}

/** The template that differs least; one that does not differ ends the search. */
function closest(alike: readonly Known[], compare: (known: Known) => readonly Difference[]): Compared | undefined {
  let best: Compared | undefined;
  for (const known of alike) {
    const found = compare(known);
    if (!best || found.length < best.found.length) best = { known, found };
    if (found.length === 0) break;
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

const remarkKey = ({ rule, actual, message }: Issue): string =>
  `${rule} ${abstract(actual ?? "")} ${abstract(message)}`;

/** What was said of the confirmed file, and accepted with it, is said again of no later one: it stays on the control sheet. */
export function withoutAccepted(issues: readonly Issue[], like: ConfirmedFile | undefined): readonly Issue[] {
  const accepted = new Set((like?.remarks ?? []).map(remarkKey));
  return issues.map((issue) =>
    issue.severity === "warning" && accepted.has(remarkKey(issue)) ? { ...issue, severity: "info" } : issue,
  );
}
