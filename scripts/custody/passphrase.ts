/** The passphrase of a backup, chosen by the person at work. */
import { UserError } from "../model/issue.ts";

const MIN_LENGTH = 16;

/** Twice the same, of at least 16 characters: four or five words chosen by chance are best (age's own advice). */
export async function newPassphrase(ask: (question: string) => Promise<string>): Promise<string> {
  const passphrase = await ask("Phrase secrète (elle ne s'affiche pas) : ");
  if ([...passphrase].length < MIN_LENGTH)
    throw new UserError(
      `La phrase secrète a moins de ${MIN_LENGTH} caractères.`,
      "Choisissez quatre ou cinq mots sans rapport entre eux, et gardez la phrase sous enveloppe, hors du poste : sans elle, la sauvegarde est perdue.",
    );
  if ((await ask("La même, une seconde fois : ")) === passphrase) return passphrase;
  throw new UserError("Les deux phrases secrètes diffèrent : rien n'a été sauvegardé.", "Recommencez.");
}
