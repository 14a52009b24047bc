/** Why the system refused a file or a folder, in French: what happened, and what the operator can do. */
import { lstatSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { quote } from "../model/format.ts";
import { UserError } from "../model/issue.ts";

export interface DiskRefusal {
  /** "le disque est plein": after a colon. */
  readonly what: string;
  readonly remedy: string;
}

const AGAIN = "puis relancez la commande.";

const REFUSALS: Readonly<Record<string, DiskRefusal>> = {
  ENOSPC: { what: "le disque est plein", remedy: `Libérez de la place, ${AGAIN}` },
  EDQUOT: { what: "la place accordée à votre compte est épuisée", remedy: `Libérez de la place, ${AGAIN}` },
  EROFS: {
    what: "le disque est en lecture seule",
    remedy: `Retirez la protection contre l'écriture, ou choisissez un autre dossier, ${AGAIN}`,
  },
  EACCES: {
    what: "votre compte n'en a pas le droit",
    remedy: "Vérifiez les droits du dossier (npm run diagnostic), ou choisissez un autre dossier.",
  },
  EBUSY: {
    what: "un fichier y est ouvert dans un autre programme",
    remedy: `Fermez-le (lecteur PDF, navigateur, tableur), ${AGAIN}`,
  },
  // Windows says EPERM for a file held by a reader, the other systems for a right that is missing
  EPERM: {
    what: "un fichier y est ouvert dans un autre programme, ou votre compte n'en a pas le droit",
    remedy: `Fermez-le (lecteur PDF, navigateur, tableur), sinon vérifiez les droits du dossier (npm run diagnostic), ${AGAIN}`,
  },
  EIO: {
    what: "le disque répond mal",
    remedy: "Vérifiez qu'il est bien branché ; s'il l'est, il est sans doute défectueux : prenez-en un autre.",
  },
  EISDIR: {
    what: "un dossier porte ce nom, là où il faut un fichier",
    remedy: `Renommez ou déplacez ce dossier, ${AGAIN}`,
  },
  ERR_FS_FILE_TOO_LARGE: {
    what: "ce fichier est trop gros",
    remedy: `Un fichier du programme est mille fois plus petit : retirez celui-ci de ce dossier, ${AGAIN}`,
  },
  ELOOP: { what: "ce lien tourne en rond", remedy: `Remplacez-le par ce qu'il devait désigner, ${AGAIN}` },
  EEXIST: { what: "un fichier de ce nom est déjà là", remedy: `Déplacez-le, ${AGAIN}` },
  ENOTDIR: { what: "ce n'est pas un dossier", remedy: "Donnez le nom d'un dossier à la commande." },
  NO_PLACE: {
    what: "le dossier ne peut pas y être créé",
    remedy: "Vérifiez le nom donné à la commande, et que le disque est branché et accepte l'écriture.",
  },
  ENAMETOOLONG: { what: "le nom est trop long", remedy: "Donnez un nom plus court à la commande." },
};

/** SQLite's own codes, when a lock cannot be taken: 8 read-only, 10 no answer of the disk, 13 full, 14 cannot open; 1544 no right on its folder. */
const SQLITE: Readonly<Record<number, string>> = { 8: "EROFS", 10: "EIO", 13: "ENOSPC", 14: "EACCES", 1544: "EACCES" };

/** undefined for an error that is no refusal of the disk: a bug, or something that the caller knows better. */
export function findDiskRefusal(error: unknown): DiskRefusal | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, errcode, syscall } = error as Error & {
    readonly code?: string;
    readonly errcode?: number;
    readonly syscall?: string;
  };
  if (code === "ERR_SQLITE_ERROR") return REFUSALS[SQLITE[errcode ?? 0] ?? SQLITE[(errcode ?? 0) & 0xff] ?? ""];
  // Node, where it makes or takes away whole trees, names these otherwise
  if (syscall === "rm" && code === "") return REFUSALS[/read-only/i.test(error.message) ? "EROFS" : "EPERM"];
  if (syscall === "mkdir" && code === "ENOENT") return REFUSALS.NO_PLACE;
  if (syscall === "mkdir" && code === "EEXIST") return REFUSALS.ENOTDIR;
  return code === "NO_PLACE" ? undefined : REFUSALS[code ?? ""];
}

/** The same of a refusal that nobody has told better on its way: with the path that the system names, where it does. */
export function asRefusal(error: unknown): UserError | undefined {
  const refusal = anothers(error) ?? findDiskRefusal(error);
  if (!refusal) return undefined;
  const { path } = error as NodeJS.ErrnoException;
  return new UserError(`${path === undefined ? "Fichiers" : quote(path)} : ${refusal.what}.`, refusal.remedy);
}

/** The paths of the commands are typed by the operator; where the program chooses them, a file that is not there is a bug. */
const ABSENT: DiskRefusal = { what: "le chemin n'existe pas", remedy: "Vérifiez le nom donné à la commande." };

const isAbsent = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "ENOENT";

/** A file of a shared folder that another account has closed to this one: only that account can open it. */
function anothers(error: unknown): DiskRefusal | undefined {
  const { code, path } = error as NodeJS.ErrnoException;
  if (code !== "EACCES" || path === undefined) return undefined;
  try {
    const isInGroup = (lstatSync(dirname(path)).mode & 0o2070) === 0o2070; // see rights.ts
    const { uid } = lstatSync(path);
    if (!isInGroup || uid === process.getuid?.()) return undefined;
    return {
      what: `le compte ${accountOf(uid)} l'a gardé pour lui, le vôtre ne peut pas l'ouvrir`,
      remedy: "Qu'il lance lui-même npm run reception (ou npm run poste) : ses fichiers sont alors ouverts au groupe.",
    };
  } catch {
    return undefined; // in a folder that is closed itself: whose the file is cannot be known
  }
}

/** As the account itself is called: see currentAccount. */
function accountOf(uid: number): string {
  // "agent1:x:1001:1001:…"
  const accounts = readFileSync("/etc/passwd", "utf8").split("\n");
  const own = accounts.find((line) => line.split(":")[2] === String(uid));
  return own?.split(":")[0] ?? `uid-${uid}`;
}

/** Runs `work` on `path`. @throws UserError for a refusal of the disk; anything else is thrown as it is. */
export function toldInFrench<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const refusal = anothers(error) ?? findDiskRefusal(error) ?? (isAbsent(error) ? ABSENT : undefined);
    throw refusal ? new UserError(`${quote(path)} : ${refusal.what}.`, refusal.remedy) : error;
  }
}
