/** The step of the readings: file by file, its questions, what is new, one click that confirms it. */
import { join } from "node:path";
import { unanswered, unread } from "../asking/asked.ts";
import { type NumbersRead, readNumbers } from "../asking/read-numbers.ts";
import { plural } from "../model/format.ts";
import { CHOICES, type ChoiceId, type Question } from "../model/question.ts";
import type { Understood } from "../reading/job.ts";
import { STOPPED } from "../shell/ask.ts";
import { listOf, type Card as QuestionCard } from "../shell/question-cards.ts";
import type { Glass } from "./glass.ts";
import { confirmScreen, LATER, OPEN_FILE, questionScreen, type Said, ticksOf } from "./look.ts";
import { type AskFile, type Program, type Ready, type Step, working } from "./program.ts";
import { type Looked, receivedPage } from "./received-page.ts";
import { talkIn } from "./talk.ts";

export const look: Step = async (glass, program) => {
  const left = new Set<string>();
  for (;;) {
    await glass.show(working("look", "Lecture des fichiers"));
    let path = "";
    const given = new Map<string, ChoiceId>();
    const ask: AskFile = async (card, file) => {
      path = card.file;
      const recognition = unanswered(file);
      // of a page whose numbers are to be read, the picture comes after: it shows them all
      const pictures = recognition === file.recognition ? await program.pictures(recognition) : [];
      const chosen = await askCard(glass, program, card, { file: { recognition }, pictures });
      for (const [{ id }, choice] of chosen) given.set(id, choice);
      return chosen;
    };
    // the answers that it was given, and more
    const again = () => program.nextFile(left, new Map(given), ask);
    try {
      let ready = await again();
      if (!ready) break;
      path = ready.file.recognition.file.source.path;
      const numbers = await readOn(glass, program, ready);
      let said = await confirmOne(glass, program, ready);
      while (said.answers.length > 0) {
        for (const [id, choice] of said.answers) given.set(id, choice);
        ready = await again();
        if (said.isConfirmed || !ready) break;
        said = await confirmOne(glass, program, ready);
      }
      await ready?.confirm(numbers);
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

async function askCard(
  glass: Glass,
  program: Program,
  card: QuestionCard,
  looked: Looked<Pick<Understood, "recognition">>,
  question?: string,
): Promise<readonly (readonly [Question, ChoiceId])[]> {
  const listed = listOf(card);
  for (let said: Said = { question, values: {} }; ; ) {
    const { press, values } = await glass.ask(questionScreen(looked, card, program, said));
    if (press === LATER.press) throw STOPPED;
    const isOpened = press === OPEN_FILE.press;
    if (isOpened) await program.openFile(join(program.dataDir, card.file));
    const chosen = card.questions.flatMap((one): readonly (readonly [Question, ChoiceId])[] => {
      const isKept = press === "keep-all" && listed.includes(one);
      const choice = isKept ? CHOICES.asSent : one.may.find((value) => value === values[one.id]);
      return choice === undefined ? [] : [[one, choice]];
    });
    if (!isOpened && chosen.length === card.questions.length) return chosen;
    said = { question, values, fault: isOpened ? undefined : "Il manque une réponse." };
  }
}

/** The numbers that are read on the document itself: until then their cells are masked. @throws STOPPED for later. */
async function readOn(glass: Glass, program: Program, { file }: Ready): Promise<NumbersRead | null> {
  if (!file.draw) return null;
  const { name, path } = file.recognition.file.source;
  const around = {
    step: "look",
    title: name,
    lead: "Pour être sûr que le document a été regardé : recopiez-en ces nombres.",
    page: receivedPage({ file: { recognition: unread(file) }, pictures: [] }, []),
  } as const;
  const open = () => program.openFile(join(program.dataDir, path));
  return await readNumbers(path, file.draw, talkIn(glass, around, open));
}

/** What is answered besides, of notes, remarks, and what is read wrong; and is it confirmed with that? @throws STOPPED for later. */
async function confirmOne(
  glass: Glass,
  program: Program,
  ready: Ready,
): Promise<{ readonly isConfirmed: boolean; readonly answers: readonly (readonly [id: string, choice: ChoiceId])[] }> {
  const { file, isConfirmable, corrections } = ready;
  const looked = { file, pictures: await program.pictures(file.recognition) };
  for (let isWrong = false; ; ) {
    const { press, values } = await glass.ask(confirmScreen(looked, program, ready, isWrong));
    if (press === LATER.press) throw STOPPED;
    if (press === "confirm" && isConfirmable && !isWrong) {
      const changed = ticksOf(file).filter(({ name, isTicked }) => name in values !== isTicked);
      return { isConfirmed: true, answers: changed.map(({ name, choice }) => [name, choice]) };
    }
    const wrong = isWrong ? corrections.find(({ id }) => press === `wrong-${id}`) : undefined;
    if (wrong) {
      const card = { file: wrong.file, kind: wrong.kind, questions: [wrong] };
      const chosen = await askCard(glass, program, card, looked, "Qu’est-ce, en réalité ?");
      return { isConfirmed: false, answers: chosen.map(([{ id }, choice]) => [id, choice]) };
    }
    if (press === OPEN_FILE.press) await program.openFile(join(program.dataDir, file.recognition.file.source.path));
    else isWrong = press === "wrong";
  }
}
