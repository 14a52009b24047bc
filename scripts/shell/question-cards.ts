/** The questions of a file as cards: one a kind, with one choice a row. */
import { askedOf, choiceWords, type LabelOf, subjectWords } from "../lectures/index.ts";
import { quote } from "../model/format.ts";
import { CHOICES, type ChoiceId, type Question, type QuestionKind } from "../model/question.ts";
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
  const [listed] = listOf(card);
  const all = listed ? [`  ${listed.list} : toutes à la fois`, `    ${CHOICES.asSent} : ${KEEP_ALL}`] : [];
  return [headOf(card), ...rows, ...all].join("\n");
}

/** Rows that one answer may settle together. */
export const listOf = ({ questions }: Card): readonly Question[] => {
  const listed = questions.filter(({ list }) => list !== null);
  return listed.length > 1 ? listed : [];
};
export const KEEP_ALL = "les garder toutes telles quelles";
const nearWords = ({ may }: Question, labelOf: LabelOf): string => {
  const near = may.flatMap((id) => labelOf(id) ?? []);
  return near.length === 0 ? "" : ` – plutôt ${near.map(quote).join(" ou ")} ?`;
};

/** Shows the whole list, and asks whether it is kept as it is. null: the person stops there. */
async function keepsAll(card: Card, labelOf: LabelOf, ask: Ask): Promise<boolean | null> {
  const rows = listOf(card).map((question) => `  • ${subjectWords(question)}${nearWords(question, labelOf)}`);
  const choices = [`  1) ${KEEP_ALL}`, "  2) répondre pour chacune"];
  const asked = [`\n${headOf(card)}`, ...rows, ...choices, "Votre réponse (1 à 2, q pour arrêter) "];
  const choice = await askChoice(asked.join("\n"), [CHOICES.asSent, ""], ask);
  return choice === null ? null : choice === CHOICES.asSent;
}

/** Asks each row in turn, its answers numbered. @returns a choice by question; null: the person stopped there. */
export async function askCard(
  card: Card,
  labelOf: LabelOf,
  ask: Ask,
): Promise<readonly (readonly [Question, ChoiceId])[] | null> {
  const chosen: (readonly [Question, ChoiceId])[] = [];
  let shown = "";
  const list = listOf(card);
  const isAllKept = list.length > 0 && (await keepsAll(card, labelOf, ask));
  if (isAllKept === null) return null;
  if (isAllKept) for (const question of list) chosen.push([question, CHOICES.asSent]);
  for (const question of isAllKept ? card.questions.filter((one) => !list.includes(one)) : card.questions) {
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
