/** npm run lecture: how each file of a delivery is read, shown; confirmed by a person, once; later files are held to it. */

import { type Answered, type AskCard, answerAll, notesIn, parseAnswers, remarksIn } from "./answering.ts";
import { reopened, reread } from "./asking/again.ts";
import { type Asked, askedOf, isSound, shown, writePage } from "./asking/asked.ts";
import { chosenIn, confirmAll, errorsFirst } from "./asking/dialogue.ts";
import { assertAsked, drawsOf, numbersGiven, parseNumbers, toReadWords } from "./asking/read-numbers.ts";
import { type LabelOf, labelsIn } from "./lectures/index.ts";
import { plural, quote } from "./model/format.ts";
import type { ReadFile } from "./model/grid.ts";
import { hasError, UserError } from "./model/issue.ts";
import type { Question } from "./model/question.ts";
import { typedQuarter } from "./model/typed.ts";
import type { Reader, Understood } from "./reading/job.ts";
import { isToConfirm } from "./reading/reading.ts";
import { isSomebodyThere, STOPPED } from "./shell/ask.ts";
import { type CommandContext, defineCommand, runAsProgram } from "./shell/command.ts";
import { type Arguments, DATA_OPTION, OUT_OPTION } from "./shell/command-line.ts";
import { type Opening, open } from "./shell/opening.ts";
import { askCard, cardsOf, cardText } from "./shell/question-cards.ts";
import { safeText } from "./shell/wrap.ts";
import { openFile } from "./walk/open.ts";

/** Is there something of it to confirm, or does an error keep it from being read? */
export const isOpen = (file: Understood): boolean => isToConfirm(file) || (file.held !== null && hasError(file.issues));

/** Folders to show: the one named, or all of those with something to confirm or answered just now, or that an error keeps from being read. */
function deliveriesAsked(
  name: string | undefined,
  { holdings }: Opening,
  { outcome, given }: Answered,
): readonly string[] {
  const held = holdings.deliveries.names;
  if (name === undefined) {
    const isAnswered = ({ recognition }: Understood): boolean => given.has(recognition.file.source.path);
    const toShow = outcome.understood.filter((file) => isOpen(file) || (file.held !== null && isAnswered(file)));
    const open = new Set(toShow.map(({ recognition }) => recognition.file.source.delivery));
    return held.filter((delivery) => open.has(delivery));
  }
  if (held.includes(name)) return [name];
  throw new UserError(
    `Aucune livraison ne s'appelle ${quote(name)}.`,
    `Livraisons présentes : ${held.join(", ") || "aucune"}.`,
    1,
  );
}

/** Whoever leaves there confirms nothing. */
const leaving = (error: unknown): readonly Asked[] => {
  if (error !== STOPPED) throw error;
  return [];
};

/** What the command works with. */
export interface LectureTools {
  /** Opens a file in the program of the machine; false: it cannot. */
  readonly openPage: (path: string) => Promise<boolean>;
  readonly reader?: Reader;
}

async function lecture(
  args: Arguments,
  context: CommandContext,
  { openPage, reader }: LectureTools = { openPage: openFile },
): Promise<0 | 1> {
  const { out, err, now, terminal } = context;
  const opened = open(args, now(), true);
  if (args.has("relire")) return await reread(args, opened, context, reader);
  const only = args.has("confirmer");
  const isThere = !only && !args.has("json") && isSomebodyThere(terminal);
  const typed = args.words[0]?.replace(/[\\/]+$/, "");
  const name = typed && (typedQuarter(typed) ?? typed);
  const opening = args.has("revoir") ? reopened(opened, name) : opened;
  const { holdings } = opening;
  const atTerminal: AskCard = (card) =>
    askCard(card, labelsIn(holdings.nomenclature), (question) => terminal.askShown(safeText(question)));
  const ask = isThere ? atTerminal : null;
  const isWanted = ({ delivery }: ReadFile["source"]): boolean => name === undefined || delivery === name;
  const planned = parseAnswers(args.get("reponse"));
  const answered = await answerAll(holdings, planned, { ask, isWanted, reader });
  const { outcome, open: unanswered } = answered;
  if (args.has("json")) {
    const offered = { notes: notesIn(outcome, isWanted), remarks: remarksIn(outcome, isWanted) };
    out(JSON.stringify({ questions: unanswered, ...offered }, null, 1));
    return 0;
  }
  const asked = deliveriesAsked(name, opening, answered).map((delivery) => askedOf(delivery, outcome));
  const isMasked = !only && !opening.isDemo;
  const toShow = asked.filter(({ files }) => files.some((file) => file.held !== null));
  // whoever is asked is shown each file with its question
  const isEachAsked = isThere && unanswered.length === 0 && toShow.length > 0 && !opening.isDemo;
  if (!isEachAsked)
    for (const { files } of asked)
      for (const file of errorsFirst(files)) if (!only || file.held !== null) out(shown(file, holdings, isMasked));
  if (toShow.length === 0) {
    out(nothingToShow(outcome.understood.filter(({ recognition }) => isWanted(recognition.file.source))));
    return 0;
  }
  for (const delivery of toShow) {
    const page = await writePage(delivery, opening);
    if (!isThere || !(await openPage(page))) out(`À regarder aussi, par un double-clic : ${page}`);
  }
  if (opening.isDemo) {
    out("C'est la démonstration : rien n'en est inscrit.");
    return 0;
  }
  const why = whyNot(toShow, { unanswered, isAsked: only || isThere, labelOf: labelsIn(holdings.nomenclature) });
  if (why) {
    for (const text of why.shown) out(safeText(text));
    err(why.message);
    return 1;
  }
  const chosen = only ? withNumbers(toShow, args) : await chosenIn(toShow, opening, context).catch(leaving);
  return await confirmAll(toShow, chosen, opening, context);
}

interface Hindered {
  readonly unanswered: readonly Question[];
  /** Somebody is there, or has said to confirm. */
  readonly isAsked: boolean;
  readonly labelOf: LabelOf;
}

/** Why nothing is confirmed, and what to show and to do for it; null: nothing hinders it. */
function whyNot(toShow: readonly Asked[], { unanswered, isAsked, labelOf }: Hindered) {
  const command = `npm run lecture -- ${toShow[0]?.delivery}`;
  const [first] = unanswered;
  if (first)
    return {
      shown: cardsOf(unanswered).map((card) => cardText(card, labelOf)),
      message: `Rien n'est confirmé : ${plural(unanswered.length, "réponse est attendue", "réponses sont attendues")}. À un terminal : ${command} ; sinon : --confirmer --reponse ${first.id}=RÉPONSE`,
    };
  if (isAsked) return null;
  if (!toShow.some(({ files }) => files.some((file) => file.held !== null && isSound(file))))
    return {
      shown: [],
      message: "Rien ne peut être confirmé : aucun fichier n'est lu. npm run check dit pourquoi, et que faire.",
    };
  const draws = toShow.flatMap(drawsOf);
  return {
    shown: toReadWords(draws),
    message: `Rien n'est confirmé : personne ne peut être interrogé ici. Si tout est juste : ${command} --confirmer${draws.length > 0 ? ", avec les nombres lus sur le document : --lu NOM=NOMBRE" : ""}`,
  };
}

/** A file like those confirmed needs no confirmation of its own. */
function nothingToShow(files: readonly Understood[]): string {
  if (files.length === 0) return "Aucun fichier de livraison : il n'y a rien à regarder.";
  const isAll = files.every(({ held }) => held === null);
  return isAll ? "Tout est confirmé : rien de nouveau à regarder." : "Rien à confirmer : rien de nouveau à regarder.";
}

/** With the numbers that the line of the command gives of each. */
function withNumbers(toShow: readonly Asked[], args: Arguments): readonly Asked[] {
  const given = parseNumbers(args.get("lu"));
  assertAsked(given, toShow.flatMap(drawsOf));
  return toShow.map((one) => ({ ...one, numbers: numbersGiven(drawsOf(one), given, args.get("lu-par")) }));
}

export const main = defineCommand(
  {
    name: "npm run lecture",
    summary: "Montre comment chaque fichier d'une livraison est lu, et confirme cette lecture : une fois par modèle.",
    examples: ["", "2026-T1", "2026-T1 --confirmer", "2026-T1 --relire"],
    options: [
      { name: "confirmer", value: null, help: "confirme sans rien demander ce qui n'attend aucune réponse" },
      {
        name: "reponse",
        value: "QUESTION=RÉPONSE",
        help: "répond, par leurs noms ; plusieurs : une virgule entre elles",
      },
      {
        name: "lu",
        value: "NOM=NOMBRE",
        help: "avec --confirmer : les nombres lus sur le document reçu ; plusieurs : une virgule entre eux",
      },
      { name: "lu-par", value: "NOM", help: "avec --lu : qui les a lus à votre place" },
      { name: "json", value: null, help: "dit les questions pour un programme, et ne fait rien d'autre" },
      { name: "revoir", value: null, help: "reprend la lecture d'une livraison, et ce que personne ne savait alors" },
      { name: "relire", value: null, help: "relit tout, et dit ce qui serait lu autrement aujourd'hui" },
      DATA_OPTION,
      OUT_OPTION,
    ],
    words: 1,
  },
  lecture,
);

if (import.meta.main) await runAsProgram(main);
