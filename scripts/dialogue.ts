/**
 * What a person is shown and asked of a delivery before its lecture is confirmed: on the terminal, as a page to look at, and the questions,
 * one after the other: answered on the line, at the terminal, or left open.
 */

import { resolve } from "node:path";
import { writeWhole } from "./disk/files.ts";
import { makeFolder } from "./disk/rights.ts";
import { type Holdings, PROGRAM_VERSION } from "./holdings/holdings.ts";
import { answerTo, choiceWords, questionOf, questionWords, sentence, unusedTexts } from "./lectures/index.ts";
import { periodOfDelivery } from "./model/delivery.ts";
import { formatCell, formatPeriod, quote } from "./model/format.ts";
import { type Issue, UserError } from "./model/issue.ts";
import { type Answer, LECTURES_FOLDER } from "./model/lecture.ts";
import type { Nomenclature } from "./model/nomenclature.ts";
import type { ChoiceId, Question } from "./model/question.ts";
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
  const asked = new Set(file.questions.map(({ id }) => id));
  const issues = file.told.filter(
    (issue) => !isReadingRule(issue.rule) && issue.rule !== "unknown-line" && !asked.has(questionOf(issue)?.id ?? ""),
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
  /** Questions that nobody has answered. */
  readonly open: readonly Question[];
  /** Those that were answered as it is proposed, nobody being asked. */
  readonly taken: readonly Question[];
}

/** "force-3f9a21c0=PN,line-77b01e5d=as-sent" => a choice by question. @throws UserError */
export function parseAnswers(given: string | undefined): ReadonlyMap<string, ChoiceId> {
  const pairs = (given ?? "").split(/[,; ]+/).filter((pair) => pair !== "");
  return new Map(
    pairs.map((pair) => {
      const [, id, choice] = /^([^=]+)=([^=]+)$/.exec(pair) ?? [];
      if (id === undefined || choice === undefined)
        throw new UserError(
          `${quote(pair)} n'est pas une réponse.`,
          "Écrivez le nom de la question, « = », celui de la réponse, comme la commande les donne : --reponse force-3f9a21c0=PN ; plusieurs : une virgule entre elles.",
        );
      return [id, choice] as const;
    }),
  );
}

interface Answering {
  /** null: nobody is there. */
  readonly ask: Ask | null;
  /** The deliveries that are to be confirmed. */
  readonly isWanted: (delivery: string) => boolean;
  /** What is proposed is taken: a person confirms what is shown. */
  readonly takesProposals: boolean;
  readonly reader?: Reader | undefined;
}

/** @throws UserError for an answer to a question that is not asked, or that it cannot have. */
export async function answerAll(
  holdings: Holdings,
  planned: ReadonlyMap<string, ChoiceId>,
  { ask, isWanted, takesProposals, reader }: Answering,
): Promise<Answered> {
  const given = new Map<string, readonly Answer[]>();
  const done = new Set<string>();
  const taken: Question[] = [];
  for (;;) {
    const outcome = await followMainPath(holdings, { quarters: "today", isForEyes: true, given, reader });
    const open = questionsIn(outcome, isWanted);
    const before = done.size;
    // all that is asked is answered before the files are read again; of two questions on one text, the first
    const texts = new Set<string>();
    for (const question of open) {
      const { id, file, text } = question;
      const subject = JSON.stringify([file, text === "" ? id : text]);
      if (texts.has(subject) || done.has(id)) continue;
      texts.add(subject);
      const answered = planned.get(id) ?? (ask ? await askChoice(question, holdings, ask) : null);
      if (answered === null && ask) return { outcome, given, open, taken };
      const choice = answered ?? (takesProposals ? (question.proposal ?? null) : null);
      if (choice === null || !question.may.includes(choice)) continue; // it may have that answer once others are given
      if (answered === null) taken.push(question);
      given.set(file, [...(given.get(file) ?? []), answerTo(question, choice)]);
      done.add(id);
    }
    if (done.size > before) continue;
    const [left] = [...planned].filter(([id]) => !done.has(id));
    if (left) throw noSuchAnswer(left, open);
    return { outcome, given, open, taken };
  }
}

function noSuchAnswer([id, choice]: readonly [string, ChoiceId], open: readonly Question[]): UserError {
  const question = open.find((one) => one.id === id);
  return question
    ? new UserError(
        `La question ${id} n'a pas de réponse ${quote(choice)}.`,
        `Réponses possibles : ${question.may.join(", ")}.`,
        1,
      )
    : new UserError(
        `Aucune question ne s'appelle ${quote(id)}.`,
        `Questions posées : ${open.map((one) => one.id).join(", ") || "aucune"}.`,
        1,
      );
}

const questionsIn = ({ understood }: Outcome, isWanted: (delivery: string) => boolean): readonly Question[] =>
  understood.flatMap(({ recognition, questions }) => (isWanted(recognition.file.source.delivery) ? questions : []));

const choicesOf = (question: Question, { nomenclature }: Holdings): readonly string[] =>
  question.may.map((choice) => choiceWords(question, choice, (id) => lineOrStatement(nomenclature, id)));

const lineOrStatement = ({ statements }: Nomenclature, id: string): string | undefined =>
  [...statements, ...statements.flatMap(({ indicators }) => indicators)].find((one) => one.id === id)?.label;

/** A question as it is told where nobody can be asked: its name, and that of each answer. */
export function questionText(question: Question, holdings: Holdings): string {
  const choices = choicesOf(question, holdings).map((says, i) => `  ${question.may[i]} : ${says}`);
  return [`Question ${question.id} : ${questionWords(question)}`, ...choices].join("\n");
}

/** A question that was answered as it is proposed. */
export const takenText = (question: Question, holdings: Holdings): string =>
  `${questionWords(question)} Pris comme proposé : ${choicesOf(question, holdings)[question.may.indexOf(question.proposal ?? "")]}.`;

/** null: none of them. */
async function askChoice(question: Question, holdings: Holdings, ask: Ask): Promise<ChoiceId | null> {
  const { may } = question;
  const choices = choicesOf(question, holdings).map((says, i) => `  ${i + 1}) ${says}`);
  const range = may.length > 1 ? `1 à ${may.length}` : "1";
  const asked = [questionWords(question), ...choices, `Votre réponse (${range}, q pour arrêter) `].join("\n");
  for (;;) {
    const typed = (await ask(asked)).trim();
    if (/^q/i.test(typed)) return null;
    const choice = may[Number(typed) - 1];
    if (choice !== undefined) return choice;
  }
}
