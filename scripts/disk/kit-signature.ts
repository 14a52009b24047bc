/**
 * Who made a kit: SIGNATURE.txt beside EMPREINTES.txt, which it signs (Ed25519, RFC 8032). Public keys are in base64 (SubjectPublicKeyInfo); what
 * people compare, by voice or by mail, is a short form of them.
 *
 *   cle MCowBQYDK2VwAyEA…          the key that signs
 *   signature hT3v…                of the bytes of EMPREINTES.txt
 *   ancienne MCowBQYDK2VwAyEA…     where the key is a new one: the one before,
 *   annonce Qm9x…                  which signs the line « cle … »
 */
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { join } from "node:path";
import { UserError } from "../model/issue.ts";
import { readTextIfThere } from "./files.ts";
import { HASHES_FILE } from "./kit-hashes.ts";
import { sha256 } from "./sha256.ts";

export const SIGNATURE_FILE = "SIGNATURE.txt";
/** In data/: the public key that this town hall trusts, which no kit may bring. */
export const TRUSTED_KEY_FILE = "cle-du-kit.txt";

/** Twenty-four digits, in fours: a person can say them, and nobody can make another key that has the same. */
export const shortForm = (key: string): string =>
  (BigInt(`0x${sha256(Buffer.from(key, "base64"))}`) % 10n ** 24n)
    .toString()
    .padStart(24, "0")
    .replace(/\d{4}(?=\d)/g, "$& ");

/** @param pem a private key, as « npm run kit -- --nouvelle-cle » or openssl writes one. @throws UserError for any other. */
export function privateKey(pem: string): KeyObject {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === "ed25519") return key;
  } catch {
    // told below: Node says no more than that it is none
  }
  throw new UserError(
    "Ce fichier n'est pas une clé privée Ed25519 (PEM).",
    "Donnez celle qui signe les kits ; pour la faire, une fois : npm run kit -- --nouvelle-cle FICHIER",
  );
}

export const publicPart = (key: KeyObject): string =>
  createPublicKey(key).export({ type: "spki", format: "der" }).toString("base64");

const keyLine = (key: string): string => `cle ${key}\n`;

/** The text of SIGNATURE.txt. @param before the private key that signed until now, where this one is new. */
export function signatureOf(hashes: string, key: KeyObject, before?: KeyObject): string {
  const own = publicPart(key);
  const lines = [keyLine(own), `signature ${sign(null, Buffer.from(hashes), key).toString("base64")}\n`];
  if (before)
    lines.push(
      `ancienne ${publicPart(before)}\n`,
      `annonce ${sign(null, Buffer.from(keyLine(own)), before).toString("base64")}\n`,
    );
  return lines.join("");
}

export interface Signed {
  /** The public key whose signature of the list is right. */
  readonly key: string;
  /** The key that has announced it, rightly; null: none. */
  readonly announcedBy: string | null;
}

/** Who signed the list of an unpacked kit; null: nobody did. @throws UserError when the signature is not of that list. */
export function signedBy(root: string): Signed | null {
  const text = readTextIfThere(join(root, SIGNATURE_FILE));
  if (text === undefined) return null;
  const {
    cle = "",
    signature = "",
    ancienne = "",
    annonce = "",
  } = Object.fromEntries(text.split("\n").map((line) => line.split(" ", 2) as [string, string | undefined]));
  if (!isSignedBy(cle, readTextIfThere(join(root, HASHES_FILE)) ?? "", signature))
    throw new UserError(
      "La signature de ce kit n'est pas celle de ses fichiers : il a été modifié après avoir été signé.",
      "Demandez de nouveau le kit à qui vous l'a remis, et dites-lui ce message. La version en place n'est pas touchée.",
    );
  return { key: cle, announcedBy: ancienne !== "" && isSignedBy(ancienne, keyLine(cle), annonce) ? ancienne : null };
}

function isSignedBy(key: string, signed: string, signature: string): boolean {
  try {
    const by = createPublicKey({ key: Buffer.from(key, "base64"), type: "spki", format: "der" });
    return (
      by.asymmetricKeyType === "ed25519" && verify(null, Buffer.from(signed), by, Buffer.from(signature, "base64"))
    );
  } catch {
    return false; // no key at all
  }
}

/** The key that this town hall trusts; undefined: none yet. */
export const trustedKey = (dataDir: string): string | undefined =>
  readTextIfThere(join(dataDir, TRUSTED_KEY_FILE))?.trim();
