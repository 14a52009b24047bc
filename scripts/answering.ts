/** The questions of the deliveries, answered: by the line typed, by the person at the terminal, or left open. */
import type { Holdings } from "./holdings/holdings.ts";
import { answerTo, type OfferedNote, offeredCorrections, offeredNotes, offeredRemarks } from "./lectures/index.ts";
import { quote } from "./model/format.ts";
import type { ReadFile } from "./model/grid.ts";
import { UserError } from "./model/issue.ts";
import type { Answer } from "./model/lecture.ts";
import type { ChoiceId, Question } from "./model/question.ts";
import { followMainPath, type Outcome } from "./pipeline.ts";
import type { Reader } from "./reading/job.ts";
import { type Card, cardsOf } from "./shell/question-cards.ts";

export interface Answered {
  readonly outcome: Outcome;
  /** What was answered, by path: it is to be confirmed, whatever else is new. */
  readonly given: ReadonlyMap<string, readonly Answer[]>;
  /** Questions that nobody has answered. */
  readonly open: readonly Question[];
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

/** Shows a card and takes its answers, at a terminal or in a window; null: the person stops there. @param outcome of which it asks. */
export type AskCard = (card: Card, outcome: Outcome) => Promise<readonly (readonly [Question, ChoiceId])[] | null>;

interface Answering {
  /** null: nobody is there. */
  readonly ask: AskCard | null;
  /** What is to be confirmed. */
  readonly isWanted: (source: ReadFile["source"], outcome: Outcome) => boolean;
  readonly reader?: Reader | undefined;
}

/** @throws UserError for an answer to a question that is not asked, or that it cannot have. */
export async function answerAll(
  holdings: Holdings,
  planned: ReadonlyMap<string, ChoiceId>,
  { ask, isWanted, reader }: Answering,
): Promise<Answered> {
  const given = new Map<string, readonly Answer[]>();
  const done = new Set<string>();
  const lists = new Set<string>(); // of which something was answered
  for (;;) {
    const outcome = await followMainPath(holdings, { quarters: "today", isForEyes: true, given, reader });
    const open = questionsIn(outcome, isWanted);
    const before = done.size;
    const offered = offeredIn(outcome, isWanted);
    const corrections = outcome.understood.flatMap(({ recognition, held }) =>
      held !== null && isWanted(recognition.file.source, outcome)
        ? offeredCorrections(recognition, holdings.nomenclature)
        : [],
    );
    const give = (question: Question, choice: ChoiceId): void => {
      const { id, file, list, kind, text } = question;
      const own = given.get(file) ?? [];
      // « Rappel » over the sheet of each force is asked once, and may be answered by the name of either
      const same = own.find((one) => one.kind === kind && one.text === text && text !== "");
      if (same && same.choice !== choice) throw twoAnswers(question, same.choice, choice);
      if (!same) given.set(file, [...own, answerTo(question, choice)]);
      done.add(id);
      if (list !== null) lists.add(list);
    };
    // all that is asked is answered before the files are read again
    const asked = oneByText(open).filter(({ id }) => !done.has(id));
    for (const [question, choice] of nextPlanned(planned, [...open, ...offered, ...corrections], done, lists))
      give(question, choice);
    const left = asked.filter(({ id, list }) => !planned.has(id) && !planned.has(list ?? ""));
    if (ask)
      for (const card of cardsOf(left)) {
        const chosen = await ask(card, outcome);
        if (!chosen) return { outcome, given, open };
        for (const [question, choice] of chosen) give(question, choice);
      }
    if (done.size > before) continue;
    const [strange] = [...planned].filter(([id]) => !done.has(id) && !lists.has(id));
    if (strange) throw noSuchAnswer(strange, [...open, ...offered]);
    return { outcome, given, open };
  }
}

/** Of files to confirm, those that may be ticked for print. */
export const notesIn = (outcome: Outcome, isWanted: Answering["isWanted"]): readonly OfferedNote[] =>
  outcome.understood.flatMap(({ recognition, answers, held }) =>
    held !== null && isWanted(recognition.file.source, outcome) ? offeredNotes(recognition, answers) : [],
  );

/**
 * The answers of the line typed that can be given now, in the order in which they were typed: what is asked once some are given may be asked
 * no more once others are. One that does not come first is given where none does. The name of a list answers all that it holds.
 */
function nextPlanned(
  planned: ReadonlyMap<string, ChoiceId>,
  asked: readonly Question[],
  done: ReadonlySet<string>,
  lists: ReadonlySet<string>,
): readonly (readonly [Question, ChoiceId])[] {
  const ready = [...planned].flatMap(([name, choice]) => {
    const named = asked.filter(({ id, list }) => id === name || (list === name && !planned.has(id)));
    // it may have that answer once others are given
    const open = named.filter(({ id, may }) => !done.has(id) && may.includes(choice));
    const isGiven = done.has(name) || (lists.has(name) && open.length === 0);
    return isGiven ? [] : [open.map((question) => [question, choice] as const)];
  });
  const first = ready.findIndex((own) => own.length === 0);
  return (first > 0 ? ready.slice(0, first) : ready).flat();
}

/** Remarks of the same files that may be understood. */
export function remarksIn(outcome: Outcome, isWanted: Answering["isWanted"]): readonly Question[] {
  const open = new Set(
    outcome.understood.flatMap(({ recognition: { file }, held }) =>
      held !== null && isWanted(file.source, outcome) ? [file.source.path] : [],
    ),
  );
  return offeredRemarks(outcome.issues.filter(({ place }) => place && open.has(place.file)));
}

/** What may be answered by its id, and is never asked. */
const offeredIn = (outcome: Outcome, isWanted: Answering["isWanted"]): readonly Question[] => [
  ...notesIn(outcome, isWanted),
  ...remarksIn(outcome, isWanted),
];

/** Of two questions on one text of a file, the first. */
const oneByText = (questions: readonly Question[]): readonly Question[] =>
  [...Map.groupBy(questions, ({ id, file, text }) => JSON.stringify([file, text === "" ? id : text])).values()].flatMap(
    (own) => own.slice(0, 1),
  );

const twoAnswers = ({ text }: Question, ...choices: readonly ChoiceId[]): UserError =>
  new UserError(
    `${quote(text)} a deux réponses : ${choices.map(quote).join(" et ")}.`,
    "Une réponse vaut pour ce texte partout dans le fichier : n'en gardez qu'une.",
    1,
  );

function noSuchAnswer([id, choice]: readonly [string, ChoiceId], open: readonly Question[]): UserError {
  const question = open.find((one) => one.id === id || one.list === id);
  return question
    ? new UserError(
        `La question ${id} n'a pas de réponse ${quote(choice)}.`,
        `Réponses possibles : ${question.may.join(", ")}.`,
        1,
      )
    : new UserError(
        `Aucune question ne s'appelle ${quote(id)}.`,
        `Questions, notes et remarques : ${open.map((one) => one.id).join(", ") || "aucune"}. D'une lecture confirmée, ajoutez --revoir.`,
        1,
      );
}

const questionsIn = (outcome: Outcome, isWanted: Answering["isWanted"]): readonly Question[] =>
  outcome.understood.flatMap(({ recognition, questions }) =>
    isWanted(recognition.file.source, outcome) ? questions : [],
  );
