/** A passphrase typed at the terminal, never shown, never taken from a variable or an argument (both can be read by others). */
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { UserError } from "../model/issue.ts";

/** Asks a question and gives the line typed. */
export type Ask = (question: string) => Promise<string>;

const MIN_LENGTH = 16;

/** Twice the same, of at least 16 characters: four or five words chosen by chance are best (age's own advice). */
export async function newPassphrase(askHidden: Ask): Promise<string> {
  const passphrase = await askHidden("Phrase secrète (elle ne s'affiche pas) : ");
  if ([...passphrase].length < MIN_LENGTH)
    throw new UserError(
      `La phrase secrète a moins de ${MIN_LENGTH} caractères.`,
      "Choisissez quatre ou cinq mots sans rapport entre eux, et gardez la phrase sous enveloppe, hors du poste : sans elle, la sauvegarde est perdue.",
    );
  if ((await askHidden("La même, une seconde fois : ")) === passphrase) return passphrase;
  throw new UserError("Les deux phrases secrètes diffèrent : rien n'a été sauvegardé.", "Recommencez.");
}

function assertTerminal(): void {
  if (process.stdin.isTTY && process.stderr.isTTY) return;
  throw new UserError(
    "Cette commande pose une question : elle doit être lancée dans un terminal.",
    "Ouvrez une fenêtre de terminal sur le poste et tapez la commande vous-même ; une réponse ne peut venir ni d'un fichier ni d'une variable.",
  );
}

async function askTerminal(question: string, hidden: boolean): Promise<string> {
  assertTerminal();
  const nothing = new Writable({ write: (_chunk, _encoding, done) => done() });
  if (hidden) process.stderr.write(question);
  const output = hidden ? nothing : process.stderr;
  const lines = createInterface({ input: process.stdin, output, terminal: true, historySize: 0 });
  const given = new AbortController();
  lines.once("SIGINT", () => given.abort());
  try {
    // "é" in one form (NFC): some keyboards send "e" and its accent apart, and the phrase must be the same
    return (await lines.question(hidden ? "" : question, { signal: given.signal })).normalize("NFC");
  } catch (error) {
    if (!given.signal.aborted) throw error;
    throw new UserError("Arrêté à votre demande : rien n'a été fait.", "Relancez la commande quand vous le voulez.");
  } finally {
    lines.close();
    if (hidden || given.signal.aborted) process.stderr.write("\n");
  }
}

/** The line typed is not shown. @throws UserError outside a terminal. */
export const askHidden: Ask = (question) => askTerminal(question, true);

/** The line typed is shown. @throws UserError outside a terminal. */
export const askShown: Ask = (question) => askTerminal(question, false);
