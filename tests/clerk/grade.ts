/** One case through the program, delivery after delivery, as a truthful clerk takes it. */
import { CHOICES, type ChoiceId, type Question } from "../../scripts/model/question.ts";
import { answerOf, missingOf, wrongOf } from "./clerk.ts";
import { type Office, openOffice } from "./office.ts";
import type { Case, Figure, Sent, Truth } from "./truth.ts";

/**
 *   whole        read and confirmed without a question
 *   settled      read and confirmed, once its questions are answered
 *   told         not to be taken, or not for sure: a question, a warning or an error says so
 *   not settled  figures are missing, or it cannot be confirmed
 *   unseen       a fault that nothing tells
 *   wrong        a figure that is not the true one, and no error
 */
export type Verdict = "whole" | "settled" | "told" | "not settled" | "unseen" | "wrong";

export interface Grade {
  readonly delivery: string;
  readonly verdict: Verdict;
  /** Answers given, by file. */
  readonly asked: Readonly<Record<string, number>>;
  /** Questions that have no true answer among those offered. */
  readonly stuck: readonly string[];
  /** What is told of it beside that it is to be confirmed: "warning reading-changed". */
  readonly told: readonly string[];
  readonly wrong: readonly Figure[];
  readonly missing: readonly Figure[];
}

/** Of a first file they say nothing of how it is read. */
const OF_NO_READING = new Set(["reading-unconfirmed", "statement-missing", "delivery-missing", "delivery-late"]);

export async function gradeCase({ settings, sent }: Case, root: string): Promise<readonly Grade[]> {
  const office = openOffice(root, settings);
  const grades: Grade[] = [];
  for (const one of sent) {
    office.receive(one.delivery, one.folder);
    grades.push(await gradeDelivery(office, one));
  }
  return grades;
}

/** The list of the lines that are all as they were sent: one answer keeps it. */
async function listKept({ list }: Question, open: readonly Question[], truth: Truth): Promise<string | null> {
  const listed = open.filter((one) => one.list === list);
  if (list === null || listed.length < 2) return null;
  const none = () => Promise.resolve([]);
  const choices = await Promise.all(listed.map((one) => answerOf(one, truth, none)));
  return choices.every((choice) => choice === CHOICES.asSent) ? list : null;
}

async function gradeDelivery(office: Office, { delivery, truth }: Sent): Promise<Grade> {
  const told = (await office.told(delivery)).filter(({ rule }) => !OF_NO_READING.has(rule));
  const answers = new Map<string, ChoiceId>();
  const stuck = new Map<string, string>();
  const asked: Record<string, number> = {};
  for (let isNew = true; isNew; ) {
    isNew = false;
    const { open } = await office.ask(delivery, answers);
    for (const question of open) {
      const { id, file, kind, text } = question;
      if (answers.has(id) || stuck.has(id)) continue;
      const tryOut = async (choice: ChoiceId) =>
        (await office.ask(delivery, new Map([...answers, [id, choice]]))).figures;
      const choice = await answerOf(question, truth, tryOut);
      if (choice === null) {
        stuck.set(id, `${kind} « ${text} »`);
        continue;
      }
      const list = await listKept(question, open, truth);
      answers.set(list ?? id, list === null ? choice : CHOICES.asSent);
      asked[file] = (asked[file] ?? 0) + 1;
      isNew = true;
      break; // one at a time: what comes next may depend on it
    }
  }
  const questions = answers.size + stuck.size;
  const isTold = told.length > 0 || questions > 0;
  // whoever is told of a fault stops there, and asks for another file
  const { status } = truth.isFault && isTold ? { status: 1 } : await office.confirm(delivery, answers);
  const { figures } = await office.ask(delivery, new Map());
  const isConfirmed = status === 0;
  const wrong = isConfirmed ? wrongOf(figures, truth) : [];
  const missing = missingOf(figures, truth);
  const verdict = ((): Verdict => {
    if (wrong.length > 0) return "wrong";
    if (truth.isFault) return isTold ? "told" : "unseen";
    if (isConfirmed && missing.length === 0) return answers.size === 0 ? "whole" : "settled";
    return truth.mayRefuse && isTold ? "told" : "not settled";
  })();
  return {
    delivery,
    verdict,
    asked,
    stuck: [...stuck.values()],
    told: told.map(({ severity, rule }) => `${severity} ${rule}`),
    wrong,
    missing,
  };
}
