/** The steps of the window, each from its first screen to the step that follows. */
import { join } from "node:path";
import { makeFolder } from "../disk/rights.ts";
import { formatNumber, plural } from "../model/format.ts";
import { hasError, type Issue, UserError } from "../model/issue.ts";
import type { ChoiceId, Question } from "../model/question.ts";
import { tell } from "../model/remarks/index.ts";
import { STOPPED } from "../shell/ask.ts";
import { nameOf } from "../walk/walk.ts";
import type { Glass } from "./glass.ts";
import { confirmScreen, fileSays, LATER, questionScreen, wrongScreen } from "./look.ts";
import type { AskFile, Program, Ready } from "./program.ts";
import { storeFile } from "./received-files.ts";
import type { Card, Screen, StepId } from "./screen.ts";
import { latestFile, standingScreen } from "./standing.ts";
import { talkIn } from "./talk.ts";

export type Step = (glass: Glass, program: Program) => Promise<StepId>;

const working = (step: StepId, title: string): Screen => ({
  step,
  title,
  cards: [{ kind: "progress", title: "Un instant…" }],
});

const stand: Step = async (glass, program) => {
  for (;;) await glass.ask(standingScreen(program.situation()));
};

const receive: Step = async (glass, program) => {
  const refused: Card[] = [];
  for (;;) {
    await glass.show(working("receive", "Recevoir"));
    const situation = program.situation();
    const quarter = situation.awaited ?? situation.open.at(-1)?.quarter ?? "";
    const pending = new Set(situation.receptions.flatMap(({ place }) => place?.file ?? []));
    const isPending = (path: string) => pending.has(path) || pending.has(path.slice(0, path.indexOf("/")));
    const files = situation.holdings.deliveries.files.filter(({ path }) => isPending(path));
    const understood = files.length === 0 ? [] : await program.read();
    const { press } = await glass.ask({
      step: "receive",
      title: `Recevoir la livraison du ${nameOf(quarter)}`,
      lead: "Relevez la boîte fonctionnelle, déchiffrez avec l’outil de la convention, puis déposez ici ce qui en sort, tel quel.",
      cards: [
        {
          kind: "zone",
          title: "Déposez les fichiers déchiffrés ici",
          lines: [{ text: ".pdf .xls .xlsx .doc .docx .csv .ods .odt .rtf .html" }],
        },
        ...refused.splice(0),
        ...files.map((file): Card => {
          const read = understood.find(({ recognition }) => recognition.file.source.path === file.path);
          const { text, isNews } = read
            ? fileSays(read, program.commune, program.labels)
            : { text: "Un fichier chiffré, avec son contenu.", isNews: false };
          return {
            kind: "told",
            tone: isNews ? "news" : "done",
            title: `${file.path} (${formatNumber(Math.ceil(file.bytes.length / 1024))} ko)`,
            lines: [{ text }],
          };
        }),
        ...(situation.receptions.length > 0
          ? [
              {
                kind: "told",
                tone: "plain",
                title: plural(files.length, "fichier à inscrire au registre", "fichiers à inscrire au registre"),
                buttons: [{ press: "record", label: "C’est tout : inscrire la réception", isMain: true }],
              } as const,
            ]
          : []),
      ],
    });
    if (press === "files") refused.push(...(await storeAll(glass, join(program.dataDir, quarter))));
    if (press !== "record") continue;
    await program.receive(talkIn(glass, { step: "receive", title: "Inscrire la réception" }));
    if (program.situation().receptions.length === 0) return "look";
  }
};

/** @returns what is said of those that are not taken. */
async function storeAll(glass: Glass, folder: string): Promise<readonly Card[]> {
  const told: Card[] = [];
  for (const dropped of await glass.files())
    try {
      makeFolder(folder);
      await storeFile(folder, dropped);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      told.push({ kind: "told", tone: "alert", title: error.message, hint: error.hint });
    }
  return told;
}

const look: Step = async (glass, program) => {
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
  let values: Readonly<Record<string, string>> = {};
  let fault: string | undefined;
  for (;;) {
    const message = await glass.ask(questionScreen(file, card, program.labels, { fault, values }));
    if (message.press === LATER.press) throw STOPPED;
    values = message.values;
    const chosen = card.questions.flatMap((question): readonly (readonly [Question, ChoiceId])[] => {
      const choice = question.may.find((one) => one === values[question.id]);
      return choice === undefined ? [] : [[question, choice]];
    });
    if (chosen.length === card.questions.length) return chosen;
    fault = "Il manque une réponse.";
  }
}

/** @throws STOPPED for later. */
async function confirmOne(glass: Glass, program: Program, { file, isConfirmable, confirm }: Ready): Promise<void> {
  let isWrong = false;
  for (;;) {
    const { commune, labels, dataDir } = program;
    const { press } = await glass.ask(
      isWrong ? wrongScreen(file) : confirmScreen(file, { commune, labels, isConfirmable }),
    );
    if (press === "confirm" && isConfirmable && !isWrong) return confirm();
    if (press === LATER.press) throw STOPPED;
    if (press === "open-file") await program.openFile(join(dataDir, file.recognition.file.source.path));
    isWrong = press === "wrong";
  }
}

/** What is to be done, once for all that asks it. */
function remarkCards(issues: readonly Issue[]): readonly Card[] {
  const told = issues.filter(({ severity }) => severity !== "info").map((issue) => ({ issue, ...tell(issue, "eyes") }));
  return [...Map.groupBy(told, ({ issue, hint }) => `${issue.severity} ${hint ?? issue.rule}`).values()].map(
    (own): Card => {
      const isError = own[0]?.issue.severity === "error";
      return {
        kind: "told",
        tone: isError ? "alert" : "news",
        title: isError ? "À régler d’abord" : "À vérifier",
        lines: own.map(({ message }) => ({ text: message })),
        hint: own[0]?.hint,
      };
    },
  );
}

const check: Step = async (glass, program) => {
  await glass.show(working("check", "Contrôle"));
  const issues = await program.check();
  const toMake = program.situation().open.filter(({ bulletin }) => bulletin !== "current");
  const names = toMake.map(({ quarter }) => nameOf(quarter)).join(" ; ");
  const last: Card = hasError(issues)
    ? {
        kind: "told",
        tone: "alert",
        title: "Le bulletin ne peut pas être fait",
        hint: "Ce qui est à régler d’abord est dit ci-dessus.",
        buttons: [{ press: "go-check", label: "Contrôler de nouveau", isMain: true }],
      }
    : toMake.length === 0
      ? { kind: "told", tone: "done", title: "Le bulletin est fait, et à jour." }
      : {
          kind: "told",
          tone: "plain",
          title: `Rien n’empêche le bulletin du ${names}.`,
          buttons: [{ press: "build", label: "Faire le bulletin", isMain: true }],
        };
  const { press } = await glass.ask({
    step: "check",
    title: "Contrôler, faire le bulletin",
    cards: [...remarkCards(issues), last],
  });
  if (press !== "build") return "check";
  await glass.show(working("check", "Le bulletin se fait"));
  for (const { quarter } of toMake) if (!(await program.build(quarter, glass.progress))) return "check";
  const made = latestFile(program.outDir, "bulletin.html");
  if (made) await glass.open(made);
  return "standing";
};

export const FLOWS: Readonly<Record<StepId, Step>> = { standing: stand, receive, look, check };
