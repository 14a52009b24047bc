/** The step of the readings: file by file, its questions, what is new, one click that confirms it. */
import { join } from "node:path";
import { unread } from "../asking/asked.ts";
import { type NumbersRead, readNumbers } from "../asking/read-numbers.ts";
import { offeredNotes } from "../lectures/index.ts";
import { plural } from "../model/format.ts";
import { CHOICES, type ChoiceId, type Question } from "../model/question.ts";
import { STOPPED } from "../shell/ask.ts";
import { listOf } from "../shell/question-cards.ts";
import type { Glass } from "./glass.ts";
import { confirmScreen, LATER, questionScreen, wrongScreen } from "./look.ts";
import { type AskFile, type Program, type Ready, type Step, working } from "./program.ts";
import { receivedPage } from "./received-page.ts";
import { talkIn } from "./talk.ts";

export const look: Step = async (glass, program) => {
  const left = new Set<string>();
  for (;;) {
    await glass.show(working("look", "Lecture des fichiers"));
    let path = "";
    const given = new Map<string, ChoiceId>();
    const ask: AskFile = async (card, file) => {
      path = card.file;
      const chosen = await askCard(glass, program, card, file);
      for (const [{ id }, choice] of chosen) given.set(id, choice);
      return chosen;
    };
    try {
      const ready = await program.nextFile(left, new Map(), ask);
      if (!ready) break;
      path = ready.file.recognition.file.source.path;
      const numbers = await readOn(glass, program, ready);
      const ticked = await confirmOne(glass, program, ready);
      // the answers that it was given, and its notes
      const last = ticked.size === 0 ? ready : await program.nextFile(left, new Map([...given, ...ticked]), ask);
      await last?.confirm(numbers);
    } catch (error) {
      if (error !== STOPPED) throw error;
      left.add(path);
    }
  }
  if (left.size === 0) return "check";
  await glass.ask({
    step: "look",
    title: "La lecture",
    cards: [
      {
        kind: "told",
        tone: "news",
        title: plural(left.size, "fichier reste à regarder", "fichiers restent à regarder"),
        lines: [...left].map((text) => ({ text })),
        buttons: [
          { press: "go-look", label: "Y revenir", isMain: true },
          { press: "go-check", label: "Contrôler quand même" },
        ],
      },
    ],
  });
  return "standing";
};

async function askCard(glass: Glass, program: Program, card: Parameters<AskFile>[0], file: Parameters<AskFile>[1]) {
  const pictures = await program.pictures(file.recognition);
  const listed = listOf(card);
  let values: Readonly<Record<string, string>> = {};
  let fault: string | undefined;
  for (;;) {
    const message = await glass.ask(questionScreen({ file, pictures }, card, program.labels, { fault, values }));
    if (message.press === LATER.press) throw STOPPED;
    values = message.values;
    const chosen = card.questions.flatMap((question): readonly (readonly [Question, ChoiceId])[] => {
      const isKept = message.press === "keep-all" && listed.includes(question);
      const choice = isKept ? CHOICES.asSent : question.may.find((one) => one === values[question.id]);
      return choice === undefined ? [] : [[question, choice]];
    });
    if (chosen.length === card.questions.length) return chosen;
    fault = "Il manque une réponse.";
  }
}

/** The numbers that are read on the document itself: until then their cells are masked. @throws STOPPED for later. */
async function readOn(glass: Glass, program: Program, { file }: Ready): Promise<NumbersRead | null> {
  if (!file.draw) return null;
  const { name, path } = file.recognition.file.source;
  const looked = { file: { recognition: unread(file) }, pictures: await program.pictures(file.recognition) };
  const around = {
    step: "look",
    title: name,
    lead: "Pour être sûr que le document a été regardé : recopiez-en ces nombres.",
    page: receivedPage(looked, []),
  } as const;
  const does = () => program.openFile(join(program.dataDir, path));
  const button = { press: "open-file", label: "Ouvrir le fichier" };
  return await readNumbers(path, file.draw, talkIn(glass, around, { button, does }));
}

/** @returns the notes whose print is changed, by their ids. @throws STOPPED for later. */
async function confirmOne(
  glass: Glass,
  program: Program,
  { file, isConfirmable }: Ready,
): Promise<ReadonlyMap<string, ChoiceId>> {
  const looked = { file, pictures: await program.pictures(file.recognition) };
  let isWrong = false;
  for (;;) {
    const { commune, labels, dataDir } = program;
    const { press, values } = await glass.ask(
      isWrong ? wrongScreen(looked) : confirmScreen(looked, { commune, labels, isConfirmable }),
    );
    if (press === "confirm" && isConfirmable && !isWrong) {
      const changed = offeredNotes(file.recognition, file.answers).filter(
        ({ id, isTicked }) => id in values !== isTicked,
      );
      return new Map(changed.map(({ id, isTicked }) => [id, isTicked ? CHOICES.leaveOut : CHOICES.print]));
    }
    if (press === LATER.press) throw STOPPED;
    if (press === "open-file") await program.openFile(join(dataDir, file.recognition.file.source.path));
    isWrong = press === "wrong";
  }
}
