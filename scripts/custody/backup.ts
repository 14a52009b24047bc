/** One encrypted file of all that must not be lost, read back before it is trusted. */
import { existsSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { isAlive } from "../disk/alive.ts";
import { writeWhole } from "../disk/files.ts";
import { rename } from "../disk/held.ts";
import { DEMO_OUT } from "../disk/out-folders.ts";
import { toldInFrench } from "../disk/refusal.ts";
import { sha256 } from "../disk/sha256.ts";
import { type HeldFile, hashFile, holdFile, listTree, namesIn } from "../disk/tree.ts";
import { quote } from "../model/format.ts";
import { aWarning, type Issue, type Result, UserError } from "../model/issue.ts";
import { packArchive } from "./archive.ts";
import { encrypt } from "./encryption.ts";
import { openBackup } from "./restore.ts";
import { readRegister } from "./verify-register.ts";

export interface Backup {
  readonly dataDir: string;
  readonly outDir: string;
  /** A folder, where the file is named by the instant; or the file itself. */
  readonly destination: string;
  readonly passphrase: string;
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
  readonly programVersion: string;
  readonly workFactor?: number | undefined;
  /** Writes it in the register, once it is read back and before it bears its name: no archive that nobody recorded looks like one. */
  readonly record?: (made: BackedUp) => void;
}

export interface BackedUp {
  readonly path: string;
  readonly sha256: string;
  readonly files: number;
  readonly bytes: number;
}

/** Left out: what ships with the program, and what lives only while a command runs. */
const LEFT_OUT = /^(demo\/|LISEZMOI\.md$|.*\.example\.yaml$|registre\.verrou$|.*\.tmp$)/;
const LEFT_OUT_OF_DIST = new RegExp(`^dist/(${DEMO_OUT}/|\\.verrou$|.*\\.tmp$)`);

/**
 * Path of the file to write. Asked before the passphrase is: nobody types it twice for nothing.
 * @throws UserError when the destination is not there, lies in data or dist, or exists already.
 */
export function chooseDestination(b: Pick<Backup, "dataDir" | "outDir" | "destination" | "at">): string {
  const path = destinationFile(b.destination, b.at);
  settleBackups(dirname(path), b.dataDir);
  for (const folder of [b.dataDir, b.outDir]) {
    const within = relative(resolve(folder), resolve(path));
    if (within !== "" && within !== ".." && !within.startsWith(`..${sep}`) && !/^[A-Za-z]:/.test(within))
      throw new UserError(
        `La sauvegarde ne peut pas être mise dans ${quote(folder)}, qu'elle contient.`,
        "Choisissez un autre disque, par exemple une clé USB chiffrée rangée sous clé.",
      );
  }
  if (existsSync(path))
    throw new UserError(
      `Le fichier ${quote(path)} existe déjà.`,
      "Donnez un autre nom : une sauvegarde n'en remplace jamais une autre.",
    );
  toldInFrench(path, () => {
    writeFileSync(path, "", { flag: "wx" });
    rmSync(path);
  });
  return path;
}

/**
 * Data, settings, register and bulletins in one file, encrypted; then read back from the disk, decrypted and compared, hash by hash.
 * A file that does not come back as it was is taken away: it would be trusted one day. Killed at any instant, what bears the name of a backup is
 * whole and recorded.
 * @throws UserError for a destination that cannot be (see chooseDestination), or when the disk refuses.
 */
export async function backUp(b: Backup): Promise<Result<BackedUp>> {
  const path = chooseDestination(b);
  const files: HeldFile[] = [
    ...held(b.dataDir, "data").filter((file) => !LEFT_OUT.test(file.path.slice("data/".length))),
    ...(existsSync(b.outDir) ? held(b.outDir, "dist").filter((file) => !LEFT_OUT_OF_DIST.test(file.path)) : []),
  ];
  if (files.length === 0)
    throw new UserError(
      `Il n'y a rien à sauvegarder dans ${quote(b.dataDir)}.`,
      "Vérifiez le dossier donné par --data.",
    );
  const encrypted = await encrypt(packArchive(files, b.at, b.programVersion), b.passphrase, b.workFactor);
  const unnamed = `${path}.${process.pid}${AT_WORK}`;
  const value = { path, sha256: sha256(encrypted), files: files.length, bytes: encrypted.length };
  writeWhole(unnamed, encrypted);
  try {
    if (!(await readsBack(unnamed, files, b.passphrase)))
      throw new UserError(
        `La sauvegarde ${quote(path)}, relue, n'était pas ce qui a été écrit : elle a été effacée.`,
        "Le support est sans doute défectueux : recommencez sur un autre.",
      );
    b.record?.(value);
  } catch (error) {
    rmSync(unnamed, { force: true });
    throw error;
  }
  toldInFrench(path, () => rename(unnamed, path));
  return { value, issues: sameDisk(path, b.dataDir) };
}

/** Ends the name of an archive that is not recorded yet: "sauvegarde-2026-04-09-081200.zip.age.1234.en-cours" */
const AT_WORK = ".en-cours";
const UNNAMED = /^(.+)\.(\d+)\.en-cours$/;

/** What a killed backup left: given its name where the register knows it, taken away where it does not. */
function settleBackups(folder: string, dataDir: string): void {
  for (const name of namesIn(folder)) {
    const [, final = "", pid] = UNNAMED.exec(name) ?? [];
    if (pid === undefined || isAlive(Number(pid))) continue;
    const { sha256: hash } = hashFile(folder, name);
    const isRecorded = readRegister(dataDir).some((line) => line.action === "backup" && line.sha256 === hash);
    toldInFrench(join(folder, name), () =>
      isRecorded && !existsSync(join(folder, final))
        ? renameSync(join(folder, name), join(folder, final))
        : rmSync(join(folder, name)),
    );
  }
}

async function readsBack(path: string, files: readonly HeldFile[], passphrase: string): Promise<boolean> {
  try {
    const { files: back } = await openBackup(path, passphrase);
    return (
      back.length === files.length && back.every((f, i) => f.path === files[i]?.path && f.sha256 === files[i]?.sha256)
    );
  } catch (error) {
    if (error instanceof UserError) return false; // not even an archive any more: told by the caller
    throw error;
  }
}

const held = (folder: string, prefix: string): readonly HeldFile[] =>
  listTree(folder).map((path) => ({ ...holdFile(folder, path), path: `${prefix}/${path}` }));

/** "E:\\" at 2026-04-09T08:12:00.000Z => "E:\\sauvegarde-2026-04-09-081200.zip.age" */
function destinationFile(destination: string, at: string): string {
  if (existsSync(destination) && statSync(destination).isDirectory())
    return join(destination, `sauvegarde-${at.slice(0, 10)}-${at.slice(11, 19).replaceAll(":", "")}.zip.age`);
  if (!destination.endsWith(".age"))
    throw new UserError(
      `Le dossier ${quote(destination)} n'existe pas.`,
      "Donnez un dossier qui existe, ou un nom de fichier qui finit par « .age ».",
    );
  if (!existsSync(dirname(resolve(destination))))
    throw new UserError(
      `Le dossier de ${quote(basename(destination))} n'existe pas.`,
      "Créez-le d'abord, ou vérifiez que le disque est branché.",
    );
  return destination;
}

/** A backup beside what it saves is lost with it. */
function sameDisk(path: string, dataDir: string): readonly Issue[] {
  const [own, theirs] = [path, dataDir].map((place) => toldInFrench(place, () => statSync(place)).dev);
  if (own !== theirs) return [];
  return [
    aWarning("backup-on-same-disk", {
      message: "La sauvegarde est sur le même disque que les données : elle serait perdue avec lui.",
      hint: "Copiez-la sur un autre support, rangé sous clé dans une autre pièce.",
    }),
  ];
}
