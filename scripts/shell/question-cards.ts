/** The questions of a file as cards: one a kind, with one choice a row. */
import { askedOf, choiceWords, type LabelOf, subjectWords } from "../lectures/index.ts";
import type { ChoiceId, Question, QuestionKind } from "../model/question.ts";
import type { Ask } from "./ask.ts";

export interface Card {
  readonly file: string;
  readonly kind: QuestionKind;
  readonly questions: readonly Question[];
}

export const cardsOf = (questions: readonly Question[]): readonly Card[] =>
  [...Map.groupBy(questions, ({ file, kind }) => JSON.stringify([file, kind])).values()].flatMap((own) =>
    own.slice(0, 1).map(({ file, kind }) => ({ file, kind, questions: own })),
  );

const headOf = ({ file, kind, questions }: Card): string =>
  `${file.slice(file.lastIndexOf("/") + 1)} – ${askedOf(kind, questions.length)}`;
const mayOf = ({ may }: Question): string => may.join();

/** As it is told where nobody can be asked: each question by its name, and each answer. */
export function cardText(card: Card, labelOf: LabelOf): string {
  const rows = card.questions.flatMap((question, i) => {
    const isLast = i === card.questions.length - 1 || mayOf(card.questions[i + 1] ?? question) !== mayOf(question);
    const choices = isLast ? question.may.map((id) => `    ${id} : ${choiceWords(question, id, labelOf)}`) : [];
    return [`  ${question.id} : ${subjectWords(question)}`, ...choices];
  });
  return [headOf(card), ...rows].join("\n");
}

/** A question that was answered as it is proposed. */
export const takenText = (question: Question, labelOf: LabelOf): string =>
  `${headOf({ ...question, questions: [question] })} Pris : ${choiceWords(question, question.proposal ?? "", labelOf)}.`;

/** Asks each row in turn, its answers numbered. @returns a choice by question; null: the person stopped there. */
export async function askCard(
  card: Card,
  labelOf: LabelOf,
  ask: Ask,
): Promise<readonly (readonly [Question, ChoiceId])[] | null> {
  const chosen: (readonly [Question, ChoiceId])[] = [];
  let shown = "";
  for (const question of card.questions) {
    const { may } = question;
    // the answers of a row that are those of the row above are not said again
    const choices =
      mayOf(question) === shown ? [] : may.map((id, i) => `  ${i + 1}) ${choiceWords(question, id, labelOf)}`);
    const head = shown === "" ? [`\n${headOf(card)}`] : [];
    shown = mayOf(question);
    const asked = [...head, subjectWords(question), ...choices, `Votre réponse (1 à ${may.length}, q pour arrêter) `];
    const choice = await askChoice(asked.join("\n"), may, ask);
    if (choice === null) return null;
    chosen.push([question, choice]);
  }
  return chosen;
}

/** No answer is taken but one that is typed. null: the person stops there. */
async function askChoice(asked: string, may: readonly ChoiceId[], ask: Ask): Promise<ChoiceId | null> {
  for (let question = asked; ; question = `Tapez un numéro, de 1 à ${may.length} (q pour arrêter) `) {
    const typed = (await ask(question)).trim();
    if (/^q/i.test(typed)) return null;
    const choice = /^\d+$/.test(typed) ? may[Number(typed) - 1] : undefined;
    if (choice !== undefined) return choice;
  }
}
