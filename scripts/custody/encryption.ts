/** Encryption of backups with a passphrase, in the age format (age-encryption.org/v1). Wraps age-encryption. */
import { createDecipheriv, scryptSync } from "node:crypto";
import { Decrypter, Encrypter, type Identity } from "age-encryption";
import { readPieces } from "../disk/pieces.ts";
import { UserError } from "../model/issue.ts";

/** scrypt's cost, base-2 logarithm: half a second and 128 MiB a try, as OWASP advises. Tests lower it. More is not opened: it takes memory. */
const WORK_FACTOR = 17;

export async function encrypt(plain: Uint8Array, passphrase: string, workFactor = WORK_FACTOR): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(workFactor);
  return encrypter.encrypt(plain);
}

/** The whole header of a file encrypted with one passphrase, some 150 bytes; the library would read one of any length into memory. */
const HEADER =
  /^age-encryption\.org\/v1\n-> scrypt [A-Za-z0-9+/]{22} ([1-9]\d?)\n[A-Za-z0-9+/]{43}\n--- [A-Za-z0-9+/]{43}\n/;
const OTHER_COPY = "Prenez une autre copie de la sauvegarde ; celle-ci est incomplète ou abîmée.";

/** What the passphrase opens: kept for a second reading of the same file, which then costs no scrypt. */
export interface Key {
  readonly fileKey: Uint8Array;
}

/** @throws UserError when the file is no such backup, or the passphrase is not the right one. Reads its first bytes only. */
export async function openBackup(path: string, passphrase: string): Promise<Key> {
  const start: Uint8Array = readPieces(path).next().value ?? Buffer.alloc(0);
  const [header, work] = HEADER.exec(Buffer.from(start.subarray(0, 300)).toString("latin1")) ?? [];
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
  decrypter.addIdentity(fromPassphrase(passphrase));
  try {
    return { fileKey: await decrypter.decryptHeader(Buffer.from(header, "latin1")) };
  } catch (error) {
    if (error instanceof Error && "code" in error) throw error; // Node's own: a defect, or no memory
    // age's own words; a header that was changed says the same
    if (error instanceof Error && /no identity matched/.test(error.message))
      throw new UserError(
        "La sauvegarde ne s'ouvre pas avec cette phrase secrète.",
        "Retapez la phrase : majuscules, accents et espaces comptent. Si elle est juste, essayez une autre copie de la sauvegarde.",
      );
    throw cut();
  }
}

/**
 * As the library's own (age's specification, "The scrypt recipient type"), with the scrypt of Node, which gives its memory back at once:
 * the library's stays until it is collected, beside all that is read then.
 */
const fromPassphrase = (passphrase: string): Identity => ({
  unwrapFileKey: ([stanza]) => {
    const [, salt = "", work] = stanza?.args ?? [];
    const N = 2 ** Number(work);
    const salted = Buffer.concat([Buffer.from("age-encryption.org/v1/scrypt"), Buffer.from(salt, "base64")]);
    const key = scryptSync(passphrase, salted, 32, { N, r: 8, p: 1, maxmem: 2 * 128 * 8 * N });
    const body = Buffer.from(stanza?.body ?? []);
    const decipher = createDecipheriv("chacha20-poly1305", key, Buffer.alloc(12), { authTagLength: 16 });
    decipher.setAuthTag(body.subarray(16));
    try {
      return Buffer.concat([decipher.update(body.subarray(0, 16)), decipher.final()]);
    } catch {
      return null; // not this passphrase
    }
  },
});

const cut = (): UserError =>
  new UserError("La sauvegarde ne s'ouvre pas : le fichier est incomplet ou a été modifié.", OTHER_COPY);

/**
 * The content, one piece after another, as it is read from the disk. Each piece is proved; that none is missing is known at the end.
 * @throws UserError when the file was cut or changed.
 */
export async function* decryptPieces(path: string, { fileKey }: Key): AsyncGenerator<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addIdentity({ unwrapFileKey: () => fileKey });
  const pieces = readPieces(path);
  let refusal: unknown; // of the disk: it says nothing of the file
  const next = () => {
    try {
      return pieces.next();
    } catch (error) {
      refusal = error;
      throw error;
    }
  };
  const source = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      const { value, done } = next();
      if (done) return controller.close();
      controller.enqueue(value);
    },
    cancel: () => {
      pieces.return(undefined);
    },
  });
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  try {
    reader = (await decrypter.decrypt(source)).getReader();
  } catch {
    throw refusal ?? cut();
  }
  try {
    for (;;) {
      const { value, done } = await reader.read().catch(() => {
        throw refusal ?? cut();
      });
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {}); // the reading ended early: the one who ended it has said why
  }
}
