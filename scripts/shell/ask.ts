/**
 * A question at the terminal, and the line typed. Never from a file, a variable or an argument: nobody would have been asked, and what
 * must stay secret could be read there by others.
 */
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { UserError } from "../model/issue.ts";
import { safeText, wrap } from "./wrap.ts";

/** Asks a question and gives the line typed. */
export type Ask = (question: string) => Promise<string>;

/** Where a person is asked. */
export interface Terminal {
  /** @throws UserError where nobody can be asked: a pipe, a file, a scheduled task. */
  readonly assertThere: () => void;
  /** The line typed is shown. @throws UserError outside a terminal, or STOPPED. */
  readonly askShown: Ask;
  /** The same for as many questions as wanted, nothing of what is typed being shown. */
  readonly askHidden: <T>(questions: (ask: Ask) => Promise<T>) => Promise<T>;
}

/** What was typed before the question comes within this time of the terminal giving every key at once. */
const TYPED_AHEAD_MS = 60;
const CTRL_C = "\u0003";
/** Thrown when the person stops at a question: Ctrl+C, Ctrl+D. */
export const STOPPED = new UserError(
  "Arrêté à votre demande : rien n'a été fait.",
  "Relancez la commande quand vous le voulez.",
);

/** Thrown where nobody can be asked. */
export const NOBODY = new UserError(
  "Cette commande pose une question : elle doit être lancée dans un terminal.",
  "Ouvrez une fenêtre de terminal sur le poste et tapez la commande vous-même ; une réponse ne peut venir ni d'un fichier ni d'une variable.",
);

/** As Terminal.assertThere, of this process. */
export function assertTerminal(): void {
  if (!process.stdin.isTTY || !process.stderr.isTTY) throw NOBODY;
}

/**
 * Asks as often as `questions` wants, nothing of what is typed being shown from before the first question until after the last. The
 * terminal has shown what was typed before that: it is thrown away, so that no phrase ever shown can be taken for the secret one.
 */
export const askHidden = <T>(questions: (ask: Ask) => Promise<T>): Promise<T> => atTerminal(true, questions);

/** The line typed is shown. @throws UserError outside a terminal, or when the person stops there. */
export const askShown: Ask = (question) => atTerminal(false, (ask) => ask(question));

/** The one that this process was started in. */
export const thisTerminal: Terminal = { assertThere: assertTerminal, askShown, askHidden };

/** A conversation with the person at the terminal. Each question @throws STOPPED when the person leaves there (q, Ctrl+C, Ctrl+D). */
export interface Talk {
  readonly say: (text: string) => void;
  readonly yes: (question: string) => Promise<boolean>;
  /**
   * Asks again until the answer is understood.
   * @param read what the line means. @throws UserError: why it means nothing, which is said before asking again.
   */
  readonly line: <T>(question: string, read: (line: string) => T) => Promise<T>;
}

/** @param out prints a result. @param err prints why an answer is not understood. */
export function talkAt({ askShown: ask }: Terminal, out: (text: string) => void, err: (text: string) => void): Talk {
  const line: Talk["line"] = async (question, read) => {
    for (;;) {
      const typed = await ask(`${safeText(question)} `);
      if (/^q(uitter)?$/i.test(typed.trim())) throw STOPPED;
      try {
        return read(typed);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        err(`${error.message} ${error.hint}`);
      }
    }
  };
  return { say: (text) => out(safeText(text)), yes: (question) => line(`${question} (oui ou non)`, yesOrNo), line };
}

/** @throws UserError for none of the answers, an empty one too. */
export function yesOrNo(answer: string): boolean {
  const word = answer.trim().toLowerCase();
  if (/^o(ui)?$/.test(word)) return true;
  if (/^n(on)?$/.test(word)) return false;
  throw new UserError("Répondez oui ou non ;", "q pour arrêter là et reprendre plus tard.");
}

/** Can a person be asked here? */
export function isSomebodyThere(terminal: Terminal): boolean {
  try {
    terminal.assertThere();
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

/**
 * Why: as typed with the command, else asked for.
 * @param talk null: nobody is there. @throws UserError with the line to type, where nobody is there; STOPPED.
 */
export async function reasonGiven(
  typed: string | undefined,
  question: string,
  line: string,
  talk: Talk | null,
): Promise<string> {
  if (typed?.trim()) return typed.trim();
  if (!talk) throw new UserError(question, `Ajoutez la raison : ${line} --motif "pourquoi"`);
  return await talk.line(question, (answer) => {
    if (answer.trim() !== "") return answer.trim();
    throw new UserError("Une raison s'inscrit au registre :", "quelques mots suffisent ; q pour arrêter là.");
  });
}

async function atTerminal<T>(isHidden: boolean, questions: (ask: Ask) => Promise<T>): Promise<T> {
  assertTerminal();
  if (await dropTypedAhead())
    process.stderr.write("\nCe qui a été tapé avant la question n'est pas pris : attendez-la pour répondre.\n");
  const nothing = new Writable({ write: (_chunk, _encoding, done) => done() });
  const output = isHidden ? nothing : process.stderr;
  const lines = createInterface({ input: process.stdin, output, terminal: true, historySize: 0 });
  const stopped = new AbortController();
  lines.once("SIGINT", () => stopped.abort());
  lines.once("close", () => stopped.abort()); // Ctrl+D
  try {
    return await questions(async (asked) => {
      const question = wrap(asked, process.stderr.columns);
      if (isHidden) process.stderr.write(question);
      const line = await lines.question(isHidden ? "" : question, { signal: stopped.signal });
      if (isHidden) process.stderr.write("\n");
      // "é" in one form (NFC): some keyboards send "e" and its accent apart, and the phrase must be the same
      return line.normalize("NFC");
    });
  } catch (error) {
    if (!stopped.signal.aborted) throw error;
    process.stderr.write("\n");
    throw STOPPED;
  } finally {
    lines.close();
  }
}

/** Throws away what was typed already. @returns was there anything? @throws UserError when it was Ctrl+C. */
async function dropTypedAhead(): Promise<boolean> {
  const { stdin } = process;
  let typed = "";
  const take = (bytes: Buffer): void => {
    typed += bytes.toString();
  };
  stdin.setRawMode(true); // the keys are no longer shown, nor kept until the end of a line
  stdin.on("data", take);
  await pause(TYPED_AHEAD_MS);
  stdin.off("data", take);
  stdin.pause();
  if (!typed.includes(CTRL_C)) return typed !== "";
  stdin.setRawMode(false);
  throw STOPPED;
}
