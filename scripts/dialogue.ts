/**
 * What a person is shown and asked of a delivery before its lecture is confirmed: on the terminal, as a page to look at, and the questions,
 * one after the other: answered on the line, at the terminal, or left open.
 */

import { resolve } from "node:path";
import { writeWhole } from "./disk/files.ts";
import { makeFolder } from "./disk/rights.ts";
import { type Holdings, PROGRAM_VERSION } from "./holdings/holdings.ts";
import { type Question, sentence, unusedTexts } from "./lectures/index.ts";
import { periodOfDelivery } from "./model/delivery.ts";
import { formatCell, formatPeriod, quote } from "./model/format.ts";
import { type Issue, UserError } from "./model/issue.ts";
import { type Answer, LECTURES_FOLDER } from "./model/lecture.ts";
import { isReadingRule } from "./model/rules.ts";
import { followMainPath, type Outcome } from "./pipeline.ts";
import { lecturePage } from "./publish/lecture-page.ts";
import type { Reader } from "./reading/job.ts";
import type { Understood } from "./reading/reading.ts";
import type { Ask } from "./shell/ask.ts";
import { lectureScreen } from "./shell/lecture-text.ts";
import type { Opening } from "./shell/opening.ts";

/** A delivery with its files, and what is said of each. */
export interface Asked {
  readonly delivery: string;
  readonly files: readonly (Understood & { readonly told: readonly Issue[] })[];
}

export const askedOf = (delivery: string, { understood, issues }: Outcome): Asked => ({
  delivery,
  files: understood
    .filter(({ recognition }) => recognition.file.source.delivery === delivery)
    .map((file) => ({ ...file, told: issues.filter((i) => i.place?.file === file.recognition.file.source.path) })),
});

/** The same as a page, to look at in the browser; written anew once it is confirmed. @returns its path. */
export async function writePage(
  { delivery, files }: Asked,
  { holdings, outDir }: Opening,
  isConfirmed: boolean,
): Promise<string> {
  const { settings } = holdings;
  const { renderLecture } = await import("./publish/pages.ts"); // its library is slow to load
  const page = lecturePage(
    {
      commune: settings.commune.name,
      marking: settings.marking,
      programVersion: PROGRAM_VERSION,
      delivery,
      isConfirmed,
      quarterLabel: formatPeriod(periodOfDelivery(delivery)),
    },
    files.map(({ recognition, told, held }) => ({
      recognition,
      issues: told.filter((issue) => !isReadingRule(issue.rule)),
      sentence: sentence(recognition, settings.commune.name, (id) => labelOf(holdings, id)),
      changes: held?.differences.map(({ says, place }) => (place ? `${says}, ${formatCell(place)}` : says)) ?? [],
      unused: unusedTexts(recognition).map(({ text, place, why }) =>
        [text, place ? formatCell(place) : "", why].filter((part) => part !== "").join(" – "),
      ),
    })),
  );
  const path = resolve(outDir, LECTURES_FOLDER, `${delivery}.html`);
  makeFolder(resolve(outDir, LECTURES_FOLDER));
  writeWhole(path, await renderLecture(page));
  return path;
}

const labelOf = ({ nomenclature }: Holdings, id: string): string =>
  nomenclature.statements.find((s) => s.id === id)?.label ?? id;

/** Outside of a terminal. */
const WIDE = 160;

export function shown(file: Asked["files"][number], holdings: Holdings): string {
  // a line that nobody knows stands in the table, a doubt that is asked about in the question
  const asked = new Set(file.questions.map(({ settles }) => settles));
  const issues = file.told.filter(
    ({ rule, message }) => !isReadingRule(rule) && rule !== "unknown-line" && !asked.has(message),
  );
  return lectureScreen(
    { ...file, issues },
    holdings.settings.commune.name,
    (id) => labelOf(holdings, id),
    process.stdout.columns ?? WIDE,
  );
}

export interface Answered {
  readonly outcome: Outcome;
  /** What was answered, by path: it is to be confirmed, whatever else is new. */
  readonly given: ReadonlyMap<string, readonly Answer[]>;
  /** Questions that nobody has answered, with the number of the first. */
  readonly open: readonly Question[];
  readonly from: number;
}

/** "1=2,2=1" => question 1 is answered by 2, question 2 by 1. @throws UserError */
export function parseAnswers(given: string | undefined): ReadonlyMap<number, number> {
  const pairs = (given ?? "").split(/[,; ]+/).filter((pair) => pair !== "");
  return new Map(
    pairs.map((pair) => {
      const [, n, k] = /^(\d+)=(\d+)$/.exec(pair) ?? [];
      if (n === undefined || k === undefined)
        throw new UserError(
          `${quote(pair)} n'est pas une réponse.`,
          "Écrivez le numéro de la question, « = », celui de la réponse : --reponse 1=2 ; plusieurs : --reponse 1=2,2=1.",
        );
      return [Number(n), Number(k)] as const;
    }),
  );
}

interface Answering {
  /** null: nobody is there. */
  readonly ask: Ask | null;
  /** The deliveries that are to be confirmed. */
  readonly isWanted: (delivery: string) => boolean;
  readonly reader?: Reader | undefined;
}

export async function answerAll(
  holdings: Holdings,
  planned: ReadonlyMap<number, number>,
  { ask, isWanted, reader }: Answering,
): Promise<Answered> {
  const given = new Map<string, readonly Answer[]>();
  for (let n = 1; ; ) {
    const outcome = await followMainPath(holdings, { quarters: "today", isForEyes: true, given, reader });
    const open = questionsIn(outcome, isWanted);
    if (open.length === 0) return { outcome, given, open: [], from: n };
    // all that is asked is answered before the files are read again; of two questions on one text, the first
    const texts = new Set<string>();
    for (const [i, { path, question }] of open.entries()) {
      const text = `${path} ${subjectOf(question)}`;
      if (texts.has(text)) continue;
      texts.add(text);
      const chosen = planned.get(n) ?? (ask ? await askChoice(question, ask) : null);
      if (chosen === null) return { outcome, given, open: open.slice(i).map((one) => one.question), from: n };
      const choice = question.choices[chosen - 1];
      if (!choice)
        throw new UserError(
          `La question ${n} n'a pas de réponse ${chosen}.`,
          `Réponses possibles : 1 à ${question.choices.length}.`,
          1,
        );
      given.set(path, [...(given.get(path) ?? []), choice.answer]);
      n++;
    }
  }
}

/** The text that a question is about. */
const subjectOf = ({ choices }: Question): string =>
  choices.map(({ answer }) => ("text" in answer ? answer.text : JSON.stringify(answer))).join("|");

const questionsIn = ({ understood }: Outcome, isWanted: (delivery: string) => boolean) =>
  understood.flatMap(({ recognition, questions }) => {
    const { path, delivery } = recognition.file.source;
    return isWanted(delivery) ? questions.map((question) => ({ path, question })) : [];
  });

/** A question with its numbered answers. */
const asText = ({ asks, choices }: Question): string =>
  [asks, ...choices.map(({ says }, i) => `  ${i + 1}) ${says}`)].join("\n");
export const questionText = (question: Question, n: number): string => `Question ${n} : ${asText(question)}`;

/** null: none of them. */
async function askChoice(question: Question, ask: Ask): Promise<number | null> {
  const last = question.choices.length;
  const asked = `${asText(question)}\nVotre réponse (${last > 1 ? `1 à ${last}` : "1"}, q pour arrêter) `;
  for (;;) {
    const typed = (await ask(asked)).trim();
    if (/^q/i.test(typed)) return null;
    const n = last === 1 && /^o(?:ui)?$/i.test(typed) ? 1 : Number(typed);
    if (question.choices[n - 1]) return n;
  }
}
