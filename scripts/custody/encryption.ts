/** Encryption of backups with a passphrase, in the age format (age-encryption.org/v1). Wraps age-encryption. */
import { Decrypter, Encrypter } from "age-encryption";
import { UserError } from "../model/issue.ts";

/** scrypt's cost, base-2 logarithm: age's own default, about one second a try on an office machine. Tests lower it. */
const WORK_FACTOR = 18;

export async function encrypt(plain: Uint8Array, passphrase: string, workFactor = WORK_FACTOR): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(workFactor);
  return encrypter.encrypt(plain);
}

/** First line of every file in this format. */
const SIGNATURE = "age-encryption.org/v1\n";
const OTHER_COPY = "Prenez une autre copie de la sauvegarde ; celle-ci est incomplète ou abîmée.";

/** @throws UserError when the file is not in this format, the passphrase is not the right one, or the file was cut or changed. */
export async function decrypt(encrypted: Uint8Array, passphrase: string): Promise<Uint8Array> {
  if (Buffer.from(encrypted.subarray(0, SIGNATURE.length)).toString("latin1") !== SIGNATURE)
    throw new UserError(
      "Ce fichier n'est pas une sauvegarde de ce programme.",
      "Donnez le fichier que « npm run sauvegarde » a écrit : son nom finit par « .zip.age ».",
    );
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return await decrypter.decrypt(encrypted);
  } catch (error) {
    // age's own words; a header that was changed says the same
    if (error instanceof Error && /no identity matched/.test(error.message))
      throw new UserError(
        "La sauvegarde ne s'ouvre pas avec cette phrase secrète.",
        "Retapez la phrase : majuscules, accents et espaces comptent. Si elle est juste, essayez une autre copie de la sauvegarde.",
      );
    throw new UserError("La sauvegarde ne s'ouvre pas : le fichier est incomplet ou a été modifié.", OTHER_COPY);
  }
}
