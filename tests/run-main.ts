import { stripVTControlCharacters } from "node:util";
import type { BuildTools } from "../scripts/build.ts";
import type { CheckTools } from "../scripts/check.ts";
import type { DiagnosticTools } from "../scripts/diagnostic.ts";
import type { LectureTools } from "../scripts/lecture.ts";
import type { PaperToSign } from "../scripts/model/document/paper-to-sign.ts";
import type { PaperTools } from "../scripts/publish/paper.ts";
import { renderPart } from "../scripts/publish/parts.ts";
import type { BackupTools } from "../scripts/sauvegarde.ts";
import { NOBODY, STOPPED, type Terminal } from "../scripts/shell/ask.ts";
import type { CommandContext, ExitCode } from "../scripts/shell/command.ts";
import { createProgress } from "../scripts/shell/progress.ts";
import { readHere } from "./read-here.ts";

/** What a command printed, no-break spaces plain and without colours. */
export interface Ran {
  readonly status: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a person answers, in turn, once a question holds the words: ["Faire le bulletin ?", "oui"]. null: Ctrl+C. */
export type Answer = readonly [asked: string, typed: string | null];

const plain = (text: string): string => stripVTControlCharacters(text).replaceAll("\u00a0", " ");
const linesOf = (texts: readonly string[]): string => plain(texts.map((text) => `${text}\n`).join(""));

/** The terminal of somebody who answers so; of nobody, when there are no answers at all. */
function terminalOf(left: Answer[] | undefined, show: (text: string) => void): Terminal {
  const assertThere = (): void => {
    if (left === undefined) throw NOBODY;
  };
  const askShown = async (question: string): Promise<string> => {
    assertThere();
    show(question);
    const [asked, typed] = left?.shift() ?? [];
    if (asked === undefined || !plain(question).includes(asked))
      throw new Error(`asked « ${question} », where the answer is to « ${asked} »`);
    if (typed === null || typed === undefined) throw STOPPED;
    return typed;
  };
  return { assertThere, askShown, askHidden: async (questions) => await questions(askShown) };
}

type Command<Tools> = (given: readonly string[], context: CommandContext, tools?: Tools) => Promise<ExitCode>;

export interface Given<Tools = unknown> {
  /** Left out: nobody is at the terminal. */
  readonly answers?: readonly Answer[];
  /** Left out: the clock of the machine. */
  readonly now?: () => Date;
  readonly tools?: Tools;
}

/** A command's `main` in this process, from its line to its exit code. */
export async function runMain<Tools>(
  main: Command<Tools>,
  line: readonly string[],
  { answers, now = () => new Date(), tools }: Given<Tools> = {},
): Promise<Ran> {
  const left = answers && [...answers];
  const printed: string[] = [];
  const told: string[] = [];
  const err = (text: string): void => void told.push(text);
  const context: CommandContext = {
    out: (text) => void printed.push(text),
    err,
    now,
    progress: createProgress({ isTTY: false, write: (text: string) => err(text.trimEnd()) } as never),
    terminal: terminalOf(left, err),
  };
  const status = await main(line, context, tools);
  if (left && left.length > 0) throw new Error(`never asked: ${left.join(" ; ")}\n${linesOf([...printed, ...told])}`);
  return { status, stdout: linesOf(printed), stderr: linesOf(told) };
}

/** A paper whose page nobody has printed. */
export const unprinted = (paper: PaperToSign): Promise<Uint8Array> =>
  Promise.resolve(Buffer.from(renderPart("paper/to-sign.njk", { paper })));

/** What stands in for the browser and the other process, all that a command works with beside its own rules: quick, and nothing is started. */
const HERE: BuildTools & CheckTools & LectureTools & BackupTools & DiagnosticTools & PaperTools = {
  reader: readHere,
  openPage: () => Promise.resolve(false),
  startPublisher: (browser, progress) => ({
    // Eleventy is slow to load, and few commands publish
    publish: async (editions, options) =>
      (await import("./publish/without-browser.ts")).publishHere(browser, progress).publish(editions, options),
    stop: () => Promise.resolve(),
  }),
  launchBrowser: () => Promise.resolve({ version: "Essai/1", close: () => Promise.resolve() }),
  printPaper: unprinted,
  workFactor: 2,
};

/** A command of scripts/ in this process, by its name: "check". @param given `tools: undefined`: the command's own. */
export async function runCommandWith(given: Given, name: string, ...line: readonly string[]): Promise<Ran> {
  const { main } = (await import(`../scripts/${name}.ts`)) as { readonly main: Command<unknown> };
  return await runMain(main, line, { tools: HERE, ...given });
}

/** The same, nobody being at the terminal. */
export const runCommand = (name: string, ...line: readonly string[]): Promise<Ran> => runCommandWith({}, name, ...line);

/** Of a first reading: nobody sees the document, whose numbers are then not read on it. */
export const UNSEEN: readonly Answer[] = [
  ["quel nombre lisez-vous", "non"],
  ["Qui vous a lu le document ?", "personne"],
];
