/** Refusals of the disk, told in French. */
import { UserError } from "../model/issue.ts";

const CAUSES: Readonly<Record<string, readonly [what: string, remedy: string]>> = {
  ENOSPC: ["le disque est plein", "Libérez de la place, puis relancez la commande."],
  EDQUOT: ["la place accordée à votre compte est épuisée", "Libérez de la place, puis relancez la commande."],
  EROFS: [
    "le disque est en lecture seule",
    "Choisissez un autre dossier par --out, ou rendez celui-ci accessible en écriture.",
  ],
  EACCES: ["votre compte n’a pas le droit d’y écrire", "Demandez ce droit, ou choisissez un autre dossier par --out."],
  EBUSY: [
    "un fichier y est ouvert",
    "Fermez le bulletin dans le lecteur de PDF ou le navigateur, puis relancez la commande.",
  ],
  // Windows says EPERM for a file held by a reader, the other systems for a right that is missing.
  EPERM: [
    "un fichier y est ouvert, ou votre compte n’a pas le droit d’y écrire",
    "Fermez le bulletin dans le lecteur de PDF ou le navigateur, puis relancez la commande.",
  ],
  ENOTDIR: ["ce n’est pas un dossier", "Choisissez un autre dossier par --out."],
  EEXIST: ["ce n’est pas un dossier", "Choisissez un autre dossier par --out."], // mkdir, where a file has the name
};

/** The error to throw instead: a UserError when the disk is at fault, otherwise the same. The earlier bulletin stays whole. */
export function explainRefusal(error: unknown, out: string): unknown {
  if (!(error instanceof Error)) return error;
  const { code, errcode, path } = error as NodeJS.ErrnoException & { readonly errcode?: number };
  // SQLite's own codes, when the lock cannot be created: 8 read-only, 13 full, 14 cannot open.
  const named = code === "ERR_SQLITE_ERROR" ? { 8: "EROFS", 13: "ENOSPC", 14: "EACCES" }[errcode ?? 0] : code;
  const [what, remedy] = CAUSES[named ?? ""] ?? [];
  if (what === undefined || remedy === undefined) return error;
  return new UserError(
    `Le bulletin n’a pas pu être écrit dans ${path ?? out} : ${what}. Le précédent est intact.`,
    remedy,
  );
}
