/**
 * Who may read what the program writes: the account alone, or the group to which « npm run poste -- --partage » opened the folder. The
 * folder itself says which: its group bits and the bit (setgid) by which what is made in it takes its group. Windows has neither: what
 * is made there takes the rights of the folder above.
 */
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  fchmodSync,
  fstatSync,
  mkdirSync,
  openSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, resolve } from "node:path";
import { quote } from "../model/format.ts";
import { UserError } from "../model/issue.ts";
import { toldInFrench } from "./refusal.ts";

export interface Rights {
  readonly folder: number;
  readonly file: number;
}
const OWN: Rights = { folder: 0o700, file: 0o600 };
const GROUP: Rights = { folder: 0o2770, file: 0o660 };

/** Rights of what stands in this folder. */
export const rightsIn = (folder: string): Rights => (isShared(folder) ? GROUP : OWN);

/** Is the folder opened to a group? */
export const isShared = (folder: string): boolean =>
  process.getuid !== undefined && (statSync(folder).mode & 0o2070) === 0o2070;

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

/** Makes the folder and those above it that are not there, each with the rights of the one above. */
export function makeFolder(folder: string): void {
  if (isFolder(folder)) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above);
  const rights = rightsIn(above).folder;
  try {
    mkdirSync(folder, { mode: rights }); // not { recursive: true }, with which Node says of a read-only disk that the folder does not exist
  } catch (error) {
    if (!isFolder(folder)) throw error; // otherwise another command has just made it
  }
  if (rights !== OWN.folder) chmodSync(folder, rights); // the account's umask may have taken the group's away
}

/** Opens a file to be written, with the rights of its folder. @returns its descriptor. */
export function openWithRights(path: string, flags: "w" | "a" | "a+"): number {
  const rights = rightsIn(dirname(path)).file;
  const descriptor = openSync(path, flags, rights);
  const { mode, uid } = fstatSync(descriptor);
  if (rights !== OWN.file && (mode & 0o777) !== rights && uid === process.getuid?.()) fchmodSync(descriptor, rights);
  return descriptor;
}

/** Writes a new file, with the rights of its folder. */
export function writeWithRights(path: string, content: string | Uint8Array): void {
  const rights = rightsIn(dirname(path)).file;
  writeFileSync(path, content, { mode: rights });
  if (rights !== OWN.file) chmodSync(path, rights);
}

/** @throws UserError when the folder is not there, or as assertReachable. */
export function assertFolder(folder: string): void {
  // a folder above that is closed to this account is told as such, not as a missing one
  if (!toldInFrench(folder, () => statSync(folder, { throwIfNoEntry: false })))
    throw new UserError(`Le dossier ${resolve(folder)} n'existe pas.`, "Vérifiez le dossier donné par --data.");
  assertReachable(folder);
}

/** @throws UserError when the folder is there, and this account may not enter it: it is another's, or a group's. */
export function assertReachable(folder: string): void {
  if (!isFolder(folder)) return; // a file in its place is told as one, by whoever writes there
  try {
    accessSync(folder, constants.R_OK | constants.X_OK);
  } catch {
    throw isShared(folder)
      ? new UserError(
          `Le dossier ${quote(folder)} est réservé aux comptes d'un groupe, et le vôtre n'en fait pas partie.`,
          "Demandez au service informatique d'y mettre votre compte, puis fermez et rouvrez votre session.",
        )
      : new UserError(
          `Le dossier ${quote(folder)} est réservé à un autre compte de ce poste.`,
          "Travaillez depuis ce compte ; ou, pour être plusieurs, que la personne de ce compte l'ouvre à un groupe de comptes habilités : npm run poste -- --partage GROUPE (le service informatique crée le groupe et y met les comptes).",
        );
  }
}
