/** Permission bits, for the systems that have them. */
import { chmodSync, chownSync, lstatSync, readdirSync, type Stats, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { isShared, type Rights, rightsIn } from "../../disk/rights.ts";
import { isMisread, MISREAD, RENAME } from "../../disk/tree.ts";
import { quote } from "../../model/format.ts";
import { UserError } from "../../model/issue.ts";
import type { SystemCalls } from "./system.ts";

/** What the systems that have them do alike. */
export const byModes = (calls: SystemCalls) => ({
  readers: (path: string) => readersByMode(path),
  printerPolicies: () => [], // those of Edge are Windows' own
  tighten: (path: string) => {
    tightenModes(path);
    return true;
  },
  tightenAdvice: (path: string) => `chmod -R go-rwx "${path}"`,
  share: (path: string, group: string) => shareModes(calls, path, group),
  sharedWith: (path: string) => groupOf(calls, path),
});

/**
 * Can other accounts than those of the group that it was opened to read the path? Its own bits must allow it, and every folder above must let them pass.
 * 0755 in a home folder of mode 0700 => null.
 */
function readersByMode(path: string): string | null {
  const mode = modeOf(path);
  const group = (mode & 0o070) !== 0 && !isShared(path);
  const others = (mode & 0o007) !== 0;
  if (!group && !others) return null;
  for (let above = dirname(path), below = path; above !== below; below = above, above = dirname(above))
    if ((modeOf(above) & 0o011) === 0) return null;
  return others ? "les autres comptes du poste" : "les comptes du même groupe";
}

const modeOf = (path: string): number => statSync(path).mode & 0o777;

/**
 * Gives the path and all that it holds the rights of the folder: 0700 and 0600, or 2770 and 0660 with its group where it is shared.
 * There, what is another account's is left to that account, which whoever cannot open it is told (disk/refusal.ts). Links are left alone: what they point to is
 * not ours.
 */
function tightenModes(path: string, rights: Rights = rightsIn(path), gid: number = statSync(path).gid): void {
  const found = lstatSync(path);
  if (!(found.isDirectory() || found.isFile())) return;
  const wanted = found.isDirectory() ? rights.folder : rights.file;
  const forGroup = (rights.file & 0o070) !== 0;
  const isLeft = forGroup && found.uid !== process.getuid?.();
  if (!isLeft) {
    if (forGroup && found.gid !== gid) chownSync(path, found.uid, gid); // takes the setgid bit away: before chmod
    if ((found.mode & 0o7777) !== wanted) chmodSync(path, wanted);
  }
  if (!found.isDirectory() || (isLeft && isClosed(found, gid))) return;
  for (const name of readdirSync(path)) {
    if (isMisread(path, name)) throw new UserError(`${quote(join(path, name))} : ${MISREAD}.`, RENAME);
    tightenModes(join(path, name), rights, gid);
  }
}

/**
 * Opens the folder to a group of accounts, and all that it holds. The group is named by the folder itself from then on: see disk/rights.ts.
 * @throws UserError when the folder is another account's, or the group is none that this account may give it to.
 */
function shareModes(calls: SystemCalls, path: string, group: string): undefined {
  if (statSync(path).uid !== process.getuid?.())
    throw new UserError(
      `Le dossier ${quote(path)} appartient à un autre compte : lui seul peut l'ouvrir à un groupe.`,
      "Lancez la commande depuis le compte qui a créé ce dossier.",
    );
  if (calls.run("/usr/bin/chgrp", ["--", group, path]) === null)
    throw new UserError(
      `Le groupe ${quote(group)} n'existe pas sur ce poste, ou votre compte n'en fait pas partie.`,
      "Demandez au service informatique de le créer et d'y mettre les comptes habilités ; fermez puis rouvrez votre session, et relancez la commande.",
    );
  chmodSync(path, SHARED_FOLDER);
  tightenModes(path);
}
const SHARED_FOLDER = 0o2770;

/** Group of a shared folder, by its name where the system's list has it: "bulletin", "groupe n° 1001"; null for a folder that is not shared. */
function groupOf(calls: SystemCalls, path: string): string | null {
  if (!isShared(path)) return null;
  const { gid } = statSync(path);
  // "bulletin:x:1001:agent1,agent2"
  const own = (calls.readText("/etc/group") ?? "").split("\n").find((line) => line.split(":")[2] === String(gid));
  return own?.split(":")[0] ?? `groupe n° ${gid}`;
}

/** To the accounts of the group. */
function isClosed(found: Stats, gid: number): boolean {
  const wanted = found.isDirectory() ? 0o050 : 0o040;
  return found.gid !== gid || (found.mode & wanted) !== wanted;
}
