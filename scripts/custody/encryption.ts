/** Encryption of backups with a passphrase, in the age format (age-encryption.org/v1). Wraps age-encryption. */
import { Decrypter, Encrypter } from "age-encryption";
import { UserError } from "../model/issue.ts";

/** scrypt's cost, base-2 logarithm: age's own default, about one second a try on an office machine. Tests lower it. */
export const WORK_FACTOR = 18;

export async function encrypt(plain: Uint8Array, passphrase: string, workFactor = WORK_FACTOR): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(workFactor);
  return encrypter.encrypt(plain);
}

/** @throws UserError when the passphrase is not the right one, or the file was cut or changed: age does not tell them apart. */
export async function decrypt(encrypted: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return await decrypter.decrypt(encrypted);
  } catch (error) {
    throw new UserError(
      `La sauvegarde ne s'ouvre pas (${error instanceof Error ? error.message : String(error)}).`,
      "Vérifiez la phrase secrète (majuscules, espaces). Si elle est juste, le fichier est incomplet ou modifié : prenez une autre copie de la sauvegarde.",
    );
  }
}
