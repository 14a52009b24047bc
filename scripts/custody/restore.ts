/** A backup, back into folders that hold nothing of it yet: made beside them first, then moved in, all of it or nothing. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { toldInFrench } from "../disk/refusal.ts";
import { namesIn } from "../disk/tree.ts";
import { quote } from "../model/format.ts";
import { UserError } from "../model/issue.ts";
import { type Unpacked, unpackArchive } from "./archive.ts";
import { decrypt } from "./encryption.ts";

export interface Restored {
  readonly madeAt: string;
  readonly files: number;
}

/** Where the parts of a backup go. */
export interface Places {
  readonly dataDir: string;
  readonly outDir: string;
}

/** Those of a folder beside the program. */
export const placesIn = (folder: string): Places => ({
  dataDir: join(folder, "data"),
  outDir: join(folder, "dist"),
});

/** What is made here takes its place once it is whole; a kill leaves it behind, and the next restoring takes it away. */
const AT_WORK = ".restauration-en-cours";

/** The files of a backup, which its encryption proves to be as they were. @throws UserError as decrypt and unpackArchive. */
export async function openBackup(archive: string, passphrase: string): Promise<Unpacked> {
  const encrypted = toldInFrench(archive, () => readFileSync(archive));
  return unpackArchive(await decrypt(encrypted, passphrase));
}

/**
 * Restores into the program's own folders, which hold nothing of the town hall's yet: see the caller.
 * @throws UserError when the passphrase is wrong, the archive is not whole, the disk is full, or something of a name is there
 *   already; nothing is left behind then.
 */
export async function restore(archive: string, { dataDir, outDir }: Places, passphrase: string): Promise<Restored> {
  const above = dirname(resolve(dataDir));
  const atWork = join(above, AT_WORK);
  const { madeAt, files } = await openBackup(archive, passphrase);
  toldInFrench(atWork, () => rmSync(atWork, { recursive: true, force: true }));
  try {
    for (const { path, bytes } of files) {
      const full = join(atWork, path);
      toldInFrench(full, () => {
        mkdirSync(dirname(full), { recursive: true, mode: 0o700 });
        writeFileSync(full, bytes, { flag: "wx", mode: 0o600, flush: true });
      });
    }
    toldInFrench(above, () =>
      moveAll([...movesTo(dataDir, join(atWork, "data")), ...movesTo(outDir, join(atWork, "dist"))]),
    );
    return { madeAt, files: files.length };
  } finally {
    toldInFrench(atWork, () => rmSync(atWork, { recursive: true, force: true }));
  }
}

/** Each name of the part to its place, or the whole of it where the place is not there yet. */
const movesTo = (place: string, from: string): readonly Move[] => {
  if (!existsSync(from)) return [];
  if (!existsSync(place)) return [[from, place]];
  return readdirSync(from).map((name) => [join(from, name), join(place, name)]);
};
type Move = readonly [from: string, to: string];

/** All of them, or none: a folder that is half restored could be restored no more. */
function moveAll(moves: readonly Move[]): void {
  const taken = moves.find(([, to]) => existsSync(to));
  if (taken)
    throw new UserError(
      `${quote(taken[1])} est déjà là : rien n'a été restauré.`,
      "Déplacez-le, puis relancez la commande.",
    );
  const moved: Move[] = [];
  try {
    for (const move of moves) {
      renameSync(...move);
      moved.push(move);
    }
  } catch (error) {
    for (const [from, to] of moved) renameSync(to, from);
    throw error;
  }
}

/** Said before the passphrase is asked. What a killed restoring left is taken away by this one. */
export function assertEmpty(folder: string): void {
  if (namesIn(folder).some((name) => name !== AT_WORK))
    throw new UserError(
      `Le dossier ${quote(folder)} n'est pas vide : rien n'a été restauré.`,
      "Donnez le nom d'un dossier neuf ; vous déplacerez ensuite data et dist à leur place.",
    );
}
