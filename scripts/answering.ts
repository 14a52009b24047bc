/** The questions of `npm run lecture`, one after the other: answered on the line, at the terminal, or left open. */
import type { Holdings } from "./holdings/holdings.ts";
import { createVocabulary, type Question, questionsOf, settingsWith } from "./lectures/index.ts";
import { quote } from "./model/format.ts";
import { UserError } from "./model/issue.ts";
import type { Answer } from "./model/lecture.ts";
import { followMainPath, type Outcome } from "./pipeline.ts";
import { createRecogniser } from "./recognise/index.ts";
import type { Ask } from "./shell/ask.ts";

export interface Answered {
  readonly outcome: Outcome;
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

/** @param ask null: nobody is there. @param isWanted the deliveries that are to be confirmed. */
export async function answerAll(
  holdings: Holdings,
  planned: ReadonlyMap<number, number>,
  ask: Ask | null,
  isWanted: (delivery: string) => boolean,
): Promise<Answered> {
  const given = new Map<string, readonly Answer[]>();
  for (let n = 1; ; n++) {
    const outcome = await followMainPath(holdings, { quarters: "today", isForEyes: true, given });
    const open = questionsIn(outcome, holdings, isWanted);
    const [first] = open;
    if (!first) return { outcome, open: [], from: n };
    const chosen = planned.get(n) ?? (ask ? await askChoice(first.question, ask) : null);
    const choice = chosen === null ? undefined : first.question.choices[chosen - 1];
    if (chosen !== null && !choice)
      throw new UserError(
        `La question ${n} n'a pas de réponse ${chosen}.`,
        `Réponses possibles : 1 à ${first.question.choices.length}.`,
        1,
      );
    if (!choice) return { outcome, open: open.map(({ question }) => question), from: n };
    given.set(first.path, [...(given.get(first.path) ?? []), choice.answer]);
  }
}

function questionsIn(
  outcome: Outcome,
  { settings, nomenclature, deliveries }: Holdings,
  isWanted: (delivery: string) => boolean,
) {
  const isKnown = createVocabulary(nomenclature, settings);
  return outcome.understood.flatMap(({ recognition, held, answers }) => {
    const { path, delivery } = recognition.file.source;
    if (held === null || !isWanted(delivery)) return [];
    const issues = outcome.issues.filter((issue) => issue.place?.file === path);
    const beside = deliveries.files.flatMap((f) => (f.delivery === delivery && f.path !== path ? [f.name] : []));
    const attempt = (answer: Answer) =>
      createRecogniser(nomenclature, settingsWith(settings, [...answers, answer], path))(recognition.file, beside);
    return questionsOf({ recognition, issues, answers, nomenclature, isKnown, attempt }).map((question) => ({
      path,
      question,
    }));
  });
}

/** A question with its numbered answers. */
export const questionText = ({ asks, choices }: Question, n: number): string =>
  [`Question ${n} : ${asks}`, ...choices.map(({ says }, i) => `  ${i + 1}) ${says}`)].join("\n");

/** null: none of them. */
async function askChoice(question: Question, ask: Ask): Promise<number | null> {
  for (;;) {
    const typed = (
      await ask(
        `${question.asks}\n${question.choices.map(({ says }, i) => `  ${i + 1}) ${says}`).join("\n")}\nVotre réponse (1 à ${question.choices.length}, q pour arrêter) `,
      )
    ).trim();
    if (/^q/i.test(typed)) return null;
    const n = Number(typed);
    if (Number.isInteger(n) && n >= 1 && n <= question.choices.length) return n;
  }
}
