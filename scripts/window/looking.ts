/** The step of the readings: file by file, its questions, what is new, one click that confirms it. */
import { join } from "node:path";
import { plural } from "../model/format.ts";
import { CHOICES, type ChoiceId, type Question } from "../model/question.ts";
import { STOPPED } from "../shell/ask.ts";
import { listOf } from "../shell/question-cards.ts";
import type { Glass } from "./glass.ts";
import { confirmScreen, LATER, questionScreen, wrongScreen } from "./look.ts";
import { type AskFile, type Program, type Ready, type Step, working } from "./program.ts";

export const look: Step = async (glass, program) => {
  const left = new Set<string>();
  for (;;) {
    await glass.show(working("look", "Lecture des fichiers"));
    let path = "";
    try {
      const ready = await program.nextFile(left, async (card, file) => {
        path = card.file;
        return await askCard(glass, program, card, file);
      });
      if (!ready) break;
      path = ready.file.recognition.file.source.path;
      await confirmOne(glass, program, ready);
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

/** @throws STOPPED for later. */
async function confirmOne(
  glass: Glass,
  program: Program,
  { file, corrected, isConfirmable, confirm }: Ready,
): Promise<void> {
  const looked = { file, pictures: await program.pictures(file.recognition) };
  let isWrong = false;
  for (;;) {
    const { commune, labels, dataDir } = program;
    const { press } = await glass.ask(
      isWrong ? wrongScreen(looked) : confirmScreen(looked, { commune, labels, corrected, isConfirmable }),
    );
    if (press === "confirm" && isConfirmable && !isWrong) return await confirm();
    if (press === LATER.press) throw STOPPED;
    if (press === "open-file") await program.openFile(join(dataDir, file.recognition.file.source.path));
    isWrong = press === "wrong";
  }
}
