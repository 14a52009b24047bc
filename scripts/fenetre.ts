/** npm run fenetre: receive, look, confirm, make the bulletin, in a window; what each step does is the command of that name. */
import { resolve } from "node:path";
import { answerAll } from "./answering.ts";
import { askedOf, isSound } from "./asking/asked.ts";
import { confirmAll } from "./asking/dialogue.ts";
import { launchWindow, type OpenWindow } from "./browser/window.ts";
import { build } from "./build.ts";
import { findIssues } from "./check.ts";
import { takeLock } from "./disk/lock.ts";
import { privateFolder } from "./disk/private-folder.ts";
import { sha256 } from "./disk/sha256.ts";
import { isOpen } from "./lecture.ts";
import { labelsIn, offeredCorrections } from "./lectures/index.ts";
import { UserError } from "./model/issue.ts";
import { followMainPath, type Outcome } from "./pipeline.ts";
import { startPublisher } from "./publish/publisher.ts";
import type { Reader } from "./reading/job.ts";
import { drawApart } from "./reading/pictures.ts";
import { reception } from "./reception.ts";
import { type CommandContext, defineCommand, runAsProgram } from "./shell/command.ts";
import { type Arguments, DATA_OPTION, localDay, OUT_OPTION } from "./shell/command-line.ts";
import { open, openForCustody } from "./shell/opening.ts";
import { missing } from "./walk/first-day.ts";
import { openFile } from "./walk/open.ts";
import { findSituation } from "./walk/situation.ts";
import { createGlass, type Glass, Gone } from "./window/glass.ts";
import { framePage } from "./window/page.ts";
import type { Program } from "./window/program.ts";
import { refusalCard } from "./window/remark-cards.ts";
import type { StepId } from "./window/screen.ts";
import { frameOf, openedBy } from "./window/standing.ts";
import { FLOWS } from "./window/steps.ts";

/** What the window works with. */
export interface WindowTools {
  /** @returns why none opens, where none does. */
  readonly launchWindow: (browser: string | null, html: string) => Promise<OpenWindow | string>;
  readonly startPublisher: typeof startPublisher;
  readonly openFile: (path: string) => Promise<boolean>;
  readonly reader?: Reader;
}

function programOf(args: Arguments, context: CommandContext, tools: WindowTools): Program {
  const { dataDir, outDir } = args;
  const { now } = context;
  const { reader, openFile } = tools;
  const quiet: CommandContext = { ...context, out: () => {}, err: () => {} }; // the window shows values, not what they print
  const opened = open(args, now(), true);
  return {
    dataDir,
    outDir,
    openFile,
    commune: opened.holdings.settings.commune,
    labels: labelsIn(opened.holdings.nomenclature),
    situation: () => findSituation(dataDir, outDir, localDay(now())),
    receive: async (talk) => {
      await reception(args, quiet, { reader, talk });
    },
    read: async () => {
      const { holdings } = open(args, now(), true);
      const outcome = await followMainPath(holdings, { quarters: "today", isForEyes: true, reader });
      return holdings.deliveries.names.flatMap((delivery) => askedOf(delivery, outcome).files);
    },
    nextFile: nextFileOf(args, quiet, reader),
    pictures: async ({ file: { source, format } }) => {
      const { deliveries, settings } = open(args, now(), true).holdings;
      const file = deliveries.files.find(({ path }) => path === source.path);
      return file ? await drawApart({ file, format }, settings.browser) : [];
    },
    check: async () => (await findIssues(args, open(args, now(), true), { reader })).issues,
    build: async (quarter, step) => {
      const line: Arguments = {
        ...args,
        has: (name) => name === "bref" || args.has(name),
        get: (name) => (name === "trimestre" ? quarter : args.get(name)),
      };
      const told = { ...quiet, progress: { step, end: () => {} } };
      return (await build(line, told, { startPublisher: tools.startPublisher, ...(reader && { reader }) })) === 0;
    },
  };
}

/** The first file to confirm: see Program. */
function nextFileOf(args: Arguments, quiet: CommandContext, reader: Reader | undefined): Program["nextFile"] {
  /** Numbers to be read on each document, by path. */
  const numbers = new Map<string, number>();
  return async (left, given, ask) => {
    const opening = open(args, quiet.now(), true);
    let path: string | undefined;
    const first = ({ understood }: Outcome) =>
      understood.filter(isOpen).find(({ recognition }) => !left.has(recognition.file.source.path));
    const { outcome } = await answerAll(opening.holdings, given, {
      ask: (card, { understood }) => {
        const file = understood.find(({ recognition }) => recognition.file.source.path === card.file);
        return file ? ask(card, file) : Promise.resolve(null);
      },
      isWanted: (source, found) => {
        path ??= first(found)?.recognition.file.source.path;
        return source.path === path;
      },
      reader,
    });
    const delivery = path?.slice(0, path.indexOf("/")) ?? "";
    const asked = askedOf(delivery, outcome);
    for (const { recognition, draw } of asked.files)
      if (draw && !numbers.has(recognition.file.source.path)) numbers.set(recognition.file.source.path, draw.asked);
    const found = asked.files.find(({ recognition }) => recognition.file.source.path === path);
    // as many as when all the new files of its delivery were there
    const file = found && { ...found, draw: found.draw && { ...found.draw, asked: numbers.get(path ?? "") ?? 0 } };
    if (!file) return null;
    // those in which nothing is new go with it, as at a terminal
    const files = asked.files.filter((one) => one === found || one.held === null || one.held.state === "same");
    return {
      file,
      corrections: offeredCorrections(file.recognition, opening.holdings.nomenclature),
      isConfirmable: isSound(file),
      confirm: async (read) => {
        await confirmAll([asked], [{ delivery, files, numbers: read }], opening, quiet);
      },
    };
  };
}

const AGAIN = { press: "again", label: "Réessayer", isMain: true };

/** From step to step, until the window is closed. */
async function lead(glass: Glass, program: Program): Promise<void> {
  let refused: UserError | null = null;
  for (let step: StepId = "standing"; ; )
    try {
      if (refused) await glass.ask({ step, title: "Rien n’est fait", cards: [refusalCard(refused, [AGAIN])] });
      refused = null;
      glass.frame = frameOf(program.situation(), program.outDir);
      step = await FLOWS[step](glass, program);
    } catch (error) {
      if (error instanceof UserError) refused = error;
      else if (!(error instanceof Gone)) throw error;
      else if (error.to === null) return;
      else [step, refused] = [error.to, null];
    }
}

export const main = defineCommand(
  {
    name: "npm run fenetre",
    summary:
      "Le trimestre dans une fenêtre : recevoir les fichiers, regarder leur lecture, la confirmer, faire le bulletin.",
    examples: [""],
    options: [DATA_OPTION, OUT_OPTION],
    words: 0,
  },
  async (args, context, tools: WindowTools = { launchWindow, startPublisher, openFile }) => {
    const { dataDir, outDir } = args;
    if (missing(dataDir).length > 0) {
      context.err("La fenêtre s'ouvre une fois la commune et les personnes inscrites : npm run trimestre (1 au menu).");
      return 1;
    }
    const { settings } = openForCustody(dataDir, context);
    using _ = takeLock({
      path: resolve(privateFolder(), `fenetre-${sha256(Buffer.from(resolve(dataDir))).slice(0, 12)}.verrou`),
      patienceMs: 0,
      busy: { message: "La fenêtre est déjà ouverte.", hint: "Revenez-y, ou fermez-la d'abord." },
    });
    const program = programOf(args, context, tools);
    const window = await tools.launchWindow(settings.browser, await framePage(settings.commune.name));
    if (typeof window === "string") {
      context.err(`La fenêtre ne s'ouvre pas : ${window}. Tout se fait aussi ici : npm run trimestre`);
      return 1;
    }
    context.out("La fenêtre est ouverte : fermez-la pour revenir ici.");
    try {
      const opens = async (press: string): Promise<boolean> => {
        const path = openedBy(press, outDir);
        if (path !== undefined) await (/\.(?:html|pdf)$/.test(path) ? window.show : tools.openFile)(resolve(path));
        return path !== undefined;
      };
      await lead(await createGlass(window, frameOf(program.situation(), outDir), opens), program);
    } finally {
      await window.close();
    }
    return 0;
  },
);

if (import.meta.main) await runAsProgram(main);
