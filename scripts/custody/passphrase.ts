/** The passphrase of a backup, chosen by the person at work: asked again in place until it is one, typed twice alike. */
import { randomInt } from "node:crypto";
import { UserError } from "../model/issue.ts";

type Ask = (question: string) => Promise<string>;

const MIN_LENGTH = 16;
/** Five of ten thousand words: 66 bits, more than anybody tries at half a second each. */
const DRAWN = 5;

/** What is wrong with a phrase; undefined: nothing. Its strength is not measured: only what is no secret at all is refused. */
function faultOf(phrase: string): string | undefined {
  const said = phrase.replace(/\s+/g, " ").trim();
  if ([...said].length < MIN_LENGTH) return `Elle a moins de ${MIN_LENGTH} caractères, espaces répétés non comptés.`;
  if (/^(.+?) ?(?:\1 ?)+$/u.test(said)) return "Elle répète toujours la même chose.";
  if (/^[\d\s./-]+$/.test(said)) return "Elle n'a que des chiffres.";
  return undefined;
}

/** "arches moulis vervins cabris lunay" */
export const drawWords = (words: readonly string[]): string =>
  Array.from({ length: DRAWN }, () => words[randomInt(words.length)]).join(" ");

/** @param drawn offered as an example that may be taken. */
export async function newPassphrase(ask: Ask, drawn: string): Promise<string> {
  const rule =
    `La phrase secrète : au moins ${MIN_LENGTH} caractères, quatre ou cinq mots sans rapport entre eux. Par exemple ceux-ci, tirés au sort à l'instant : ${drawn}\n` +
    "Écrivez-la d'abord sur un papier, à garder sous enveloppe, hors du poste : sans elle, la sauvegarde est perdue.\n";
  for (let before = rule; ; ) {
    const phrase = await ask(`${before}Phrase secrète (elle ne s'affiche pas) : `);
    const fault =
      faultOf(phrase) ??
      ((await ask("La même, une seconde fois : ")) === phrase ? undefined : "Les deux phrases diffèrent.");
    if (fault === undefined) return phrase;
    before = `${fault} Recommencez (Ctrl+C pour arrêter là).\n`;
  }
}

/** Thrown by decrypt: another phrase may be the right one. */
export class WrongPassphrase extends UserError {}

/** The phrase of a backup that is there: asked again in place while `open` finds it wrong. */
export async function knownPassphrase<T>(ask: Ask, open: (phrase: string) => Promise<T>): Promise<T> {
  for (let before = ""; ; ) {
    const phrase = await ask(`${before}Phrase secrète (elle ne s'affiche pas) : `);
    try {
      return await open(phrase);
    } catch (error) {
      if (!(error instanceof WrongPassphrase)) throw error;
      before = `${error.message} ${error.hint} (Ctrl+C pour arrêter là)\n`;
    }
  }
}
