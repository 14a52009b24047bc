/**
 * A backup, back into an empty folder. It is read twice, in pieces: the first time all is compared and nothing is written, the second
 * time each file is. Whatever the archive, it takes the memory of a few pieces and of the passphrase.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { writeAll, writeWhole } from "../disk/files.ts";
import { toldInFrench } from "../disk/refusal.ts";
import { hashFile } from "../disk/tree.ts";
import { formatNumber, plural, quote } from "../model/format.ts";
import { UserError } from "../model/issue.ts";
import { type Manifest, readArchive, type Sink } from "./archive.ts";
import { decryptPieces, openBackup } from "./encryption.ts";

export interface Restored {
  readonly madeAt: string;
  readonly files: number;
}

/** What is made here takes its place once it is whole; a kill leaves it behind, and the next restoring takes it away. */
const AT_WORK = ".restauration-en-cours";
/** Keeps git away from a restored folder, whatever its name. */
const GIT_IGNORE = ".gitignore";
/** Beside the files themselves: what a file system takes for folders and the ends of files. */
const ROOM_KEPT = 16 << 20;
const TOLD_EVERY_MS = 1000;

export interface Told {
  /** What is being done, every second while a file is read: "vérification : 12,0 Mo" */
  readonly step?: (text: string) => void;
  /** What the backup holds, before anything is written: "412 fichiers, 38,2 Mo" */
  readonly announce?: (text: string) => void;
}

/**
 * Restores into a folder that is empty or does not exist yet: folder/data and folder/dist.
 * @throws UserError when it holds anything, when the passphrase is wrong, the archive is not whole or has no room on the disk; nothing is
 *   left in the folder then.
 */
export async function restore(
  archive: string,
  folder: string,
  passphrase: string,
  { step = () => {}, announce = () => {} }: Told = {},
): Promise<Restored> {
  assertEmpty(folder);
  step("ouverture de la sauvegarde");
  const key = await toldAbout(archive, () => openBackup(archive, passphrase));
  const room = roomFor(folder);
  const onBytes = (what: string) => everySecond((total) => step(`${what} : ${megabytes(total)}`));
  await toldAbout(archive, () =>
    readArchive(decryptPieces(archive, key), {
      room,
      onList: (list) => assertRoom(list, room, announce),
      onBytes: onBytes("vérification"),
    }),
  );

  const atWork = join(folder, AT_WORK);
  const open = new Set<number>();
  try {
    toldInFrench(folder, () => mkdirSync(atWork, { recursive: true, mode: 0o700 }));
    const { madeAt, files } = await toldAbout(archive, () =>
      readArchive(decryptPieces(archive, key), {
        room,
        onFile: (path) => writeTo(join(atWork, path), open),
        onBytes: onBytes("écriture"),
      }),
    );
    const onFiles = everySecond((done) => step(`relecture : ${plural(done, "fichier")}`));
    for (const [i, { path, sha256 }] of files.entries()) {
      onFiles(i);
      if (hashFile(atWork, path).sha256 !== sha256)
        throw new UserError(
          `${quote(path)}, relu, n'est pas ce qui a été écrit.`,
          "Le disque est sans doute défectueux : recommencez sur un autre.",
        );
    }
    writeWhole(join(folder, GIT_IGNORE), "*\n");
    toldInFrench(folder, () => putInPlace(atWork, folder));
    return { madeAt, files: files.length };
  } finally {
    for (const fd of open) closeSync(fd);
    toldInFrench(atWork, () => rmSync(atWork, { recursive: true, force: true }));
  }
}

/** All that was made, or nothing: a folder that is half restored could be restored no more. */
function putInPlace(atWork: string, folder: string): void {
  const names = readdirSync(atWork);
  try {
    for (const name of names) renameSync(join(atWork, name), join(folder, name));
  } catch (error) {
    for (const name of names) rmSync(join(folder, name), { recursive: true, force: true });
    throw error;
  }
}

/** Is the backup the one that these files make? Read from the disk, in pieces. */
export async function verifyBackup(archive: string, passphrase: string): Promise<Manifest> {
  return toldAbout(archive, async () => {
    const key = await openBackup(archive, passphrase);
    return readArchive(decryptPieces(archive, key), { room: Number.POSITIVE_INFINITY });
  });
}

/** What the disk says of the archive is told in French. */
async function toldAbout<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    return toldInFrench(path, (): never => {
      throw error;
    });
  }
}

const megabytes = (bytes: number): string => `${formatNumber(bytes / 1e6, 1)} Mo`;

/** Tells how far the work is, every second and no more often. */
function everySecond(tell: (done: number) => void): (done: number) => void {
  let told = performance.now();
  return (done) => {
    if (performance.now() - told < TOLD_EVERY_MS) return;
    told = performance.now();
    tell(done);
  };
}

/** Bytes that are free where the folder is, or will be. */
function roomFor(folder: string): number {
  let place = resolve(folder);
  while (!existsSync(place)) place = dirname(place);
  const { bavail, bsize } = toldInFrench(place, () => statfsSync(place));
  return Math.max(0, bavail * bsize - ROOM_KEPT);
}

/** @throws UserError when the files that the list announces have no room. */
function assertRoom({ files }: Manifest, room: number, announce: (text: string) => void): void {
  const size = files.reduce((sum, file) => sum + (file.size ?? 0), 0);
  announce(`${plural(files.length, "fichier")}, ${megabytes(size)}`);
  if (size > room)
    throw new UserError(
      `La sauvegarde, une fois ouverte, tient ${megabytes(size)} ; il reste ${megabytes(room)} sur ce disque : rien n'a été écrit.`,
      "Libérez de la place, ou restaurez dans un dossier d'un autre disque.",
    );
}

/** One file of the backup, forced to the disk at its end. @param open files that are not at their end: the caller closes them. */
function writeTo(path: string, open: Set<number>): Sink {
  return toldInFrench(path, () => {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const fd = openSync(path, "wx", 0o600);
    open.add(fd);
    return {
      write: (bytes) => toldInFrench(path, () => writeAll(fd, bytes)),
      close: () =>
        toldInFrench(path, () => {
          fsyncSync(fd);
          open.delete(fd);
          closeSync(fd);
        }),
    };
  });
}

/** Said before the passphrase is asked. What a killed restoring left is taken away by this one. */
export function assertEmpty(folder: string): void {
  if (!existsSync(folder)) return;
  const found = toldInFrench(folder, () => readdirSync(folder));
  if (found.some((name) => name !== AT_WORK && name !== GIT_IGNORE))
    throw new UserError(
      `Le dossier ${quote(folder)} n'est pas vide : rien n'a été restauré.`,
      "Donnez le nom d'un dossier neuf ; vous déplacerez ensuite data et dist à leur place.",
    );
  toldInFrench(folder, () => rmSync(join(folder, AT_WORK), { recursive: true, force: true }));
}
