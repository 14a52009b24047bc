/** Encryption of backups with a passphrase, in the age format (age-encryption.org/v1). Wraps age-encryption. */
import { buffer } from "node:stream/consumers";
import { Decrypter, Encrypter } from "age-encryption";
import { UserError } from "../model/issue.ts";
import { WrongPassphrase } from "./passphrase.ts";

/** scrypt's cost, base-2 logarithm: half a second and 128 MiB a try, as OWASP advises. Tests lower it. More is not opened: it takes memory. */
const WORK_FACTOR = 17;

export async function encrypt(plain: Uint8Array, passphrase: string, workFactor = WORK_FACTOR): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(workFactor);
  return buffer(await encrypter.encrypt(streamOf(plain)));
}

/** Of bytes, the library would make a Response, which no command has: see process/no-network.js. */
const streamOf = (bytes: Uint8Array): ReadableStream<Uint8Array> => new Blob([bytes as BlobPart]).stream();

/** The whole header of a file encrypted with one passphrase, some 150 bytes. */
const HEADER =
  /^age-encryption\.org\/v1\n-> scrypt [A-Za-z0-9+/]{22} ([1-9]\d?)\n[A-Za-z0-9+/]{43}\n--- [A-Za-z0-9+/]{43}\n/;

/** @throws UserError when the file is no such backup, was cut or changed, or the passphrase is not the right one. */
export async function decrypt(encrypted: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const [header, work] = HEADER.exec(Buffer.from(encrypted.subarray(0, 300)).toString("latin1")) ?? [];
  if (header === undefined)
    throw new UserError(
      "Ce fichier n'est pas une sauvegarde de ce programme.",
      "Donnez le fichier que « npm run sauvegarde » a écrit : son nom finit par « .zip.age ».",
    );
  if (Number(work) > WORK_FACTOR)
    throw new UserError(
      "Cette sauvegarde demande pour s'ouvrir plus de mémoire que celles de ce programme.",
      "Donnez le fichier que « npm run sauvegarde » a écrit. Si c'est lui, l'outil « age » (age-encryption.org) l'ouvre aussi.",
    );
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return await buffer(await decrypter.decrypt(streamOf(encrypted)));
  } catch (error) {
    if (!(error instanceof Error) || "code" in error) throw error; // Node's own: a defect, or no memory
    // age's own words; a header that was changed says the same
    if (/no identity matched/.test(error.message))
      throw new WrongPassphrase(
        "La sauvegarde ne s'ouvre pas avec cette phrase secrète.",
        "Retapez la phrase : majuscules, accents et espaces comptent. Si elle est juste, essayez une autre copie de la sauvegarde.",
      );
    throw new UserError(
      "La sauvegarde ne s'ouvre pas : le fichier est incomplet ou a été modifié.",
      "Prenez une autre copie de la sauvegarde ; celle-ci est incomplète ou abîmée.",
    );
  }
}
