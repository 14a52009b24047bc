/** Linux, and permission bits, for the systems that have them. */

import { chmodSync, chownSync, lstatSync, readdirSync, type Stats, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { isShared, type Rights, rightsIn } from "../../disk/rights.ts";
import { isMisread, MISREAD, RENAME } from "../../disk/tree.ts";
import { quote } from "../../model/format.ts";
import { UserError } from "../../model/issue.ts";
import type { ClosedFile, Encryption, System, SystemCalls } from "./system.ts";

export const linux = (calls: SystemCalls): System => ({
  machineId: () => {
    // machine-id(5): 32 hexadecimal digits, set at installation; D-Bus keeps the same one on older systems
    const id = (calls.readText("/etc/machine-id") ?? calls.readText("/var/lib/dbus/machine-id"))?.trim();
    if (id) return id;
    throw new UserError(
      "Ce poste n'a pas d'identifiant (/etc/machine-id est absent ou vide).",
      "Demandez à l'informaticien d'exécuter « systemd-machine-id-setup », puis relancez la commande.",
    );
  },
  networkMount: (path) => networkMountIn(calls.readText("/proc/self/mounts") ?? "", path),
  ...byModes(calls),
  encryption: (path) => encryptionOf(calls, path),
});

/** File systems that encrypt what they hold, whatever the disk below. */
const ENCRYPTED = /^(ecryptfs|fuse\.(gocryptfs|encfs|cryfs|securefs|veracrypt))$/;

/** From the mount that holds the path to the devices below it: LUKS and dm-crypt are devices of type "crypt". */
function encryptionOf(calls: SystemCalls, path: string): Encryption {
  const mount = nearestMount(mountsIn(calls.readText("/proc/self/mounts") ?? ""), path);
  if (!mount) return { state: "unknown", why: "Linux ne dit pas sur quel disque est ce dossier" };
  if (ENCRYPTED.test(mount.type)) return { state: "yes", why: mount.type };
  if (!mount.source.startsWith("/dev/"))
    return { state: "unknown", why: `ce dossier n'est pas sur un disque que Linux décrit (${mount.type})` };
  // "lvm\ncrypt\npart\ndisk": the device and those below it
  const below = calls.run("/usr/bin/lsblk", ["--inverse", "--noheadings", "--list", "--output", "TYPE", mount.source]);
  if (below === null || below.trim() === "")
    return { state: "unknown", why: `Linux ne dit rien du disque ${mount.source} (lsblk)` };
  return /^crypt$/m.test(below)
    ? { state: "yes", why: `dm-crypt, sous ${mount.source}` }
    : { state: "no", why: `aucun chiffrement par le système (dm-crypt, LUKS) sous ${mount.source}` };
}

/** File systems of proc(5) "mounts" that reach another machine. */
const NETWORK = /^(nfs4?|cifs|smb3?|smbfs|ncpfs|afs|ceph|gfs2?|glusterfs|lustre|9p|davfs|beegfs|orangefs)$/;
/** FUSE is used by sshfs, rclone, gvfs, cloud drives…; these ones stay on the machine. */
const LOCAL_FUSE =
  /^fuse\.(gocryptfs|encfs|cryfs|securefs|veracrypt|fuse-overlayfs|ntfs-3g|exfat|mergerfs|bindfs|portal|lxcfs|snapfuse)$/;

/** The mount point nearest above the path decides: "srv:/partage /mnt nfs4 rw 0 0", "/mnt/data" => "NFS4 (srv:/partage)" */
export function networkMountIn(mounts: string, path: string): string | null {
  const nearest = nearestMount(mountsIn(mounts), path);
  if (!nearest) return null;
  const away = NETWORK.test(nearest.type) || (nearest.type.startsWith("fuse.") && !LOCAL_FUSE.test(nearest.type));
  return away ? `${nearest.type.toUpperCase()} (${nearest.source})` : null;
}

interface Mount {
  readonly source: string;
  /** "" where the line that tells of it is not understood. */
  readonly point: string;
  readonly type: string;
}

/** The mount point nearest above the path; of equal ones, the last is the one in force. */
const nearestMount = (mounts: readonly Mount[], path: string): Mount | undefined =>
  mounts
    .filter(({ source, point, type }) => source && type && point && isWithin(path, point))
    .toSorted((a, b) => a.point.length - b.point.length)
    .at(-1);

const isWithin = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith("/") ? folder : `${folder}/`);

const mountsIn = (mounts: string): readonly Mount[] =>
  mounts.split("\n").map((line) => {
    const [source = "", point = "", type = ""] = line.split(" ").map(unescapeOctal);
    return { source, point, type };
  });

/** "\040" stands for a space in /proc/mounts. */
const unescapeOctal = (text: string): string =>
  text.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));

/** What the systems that have them do alike. */
const byModes = (calls: SystemCalls) => ({
  readers: (path: string) => readersByMode(path),
  printerPolicies: () => [], // those of Edge are Windows' own
  tighten: (path: string) => {
    tightenModes(path);
    return true;
  },
  tightenAdvice: (path: string) => `chmod -R go-rwx "${path}"`,
  share: (path: string, group: string) => {
    shareModes(calls, path, group);
    return true;
  },
  shareAdvice: (path: string, group: string) => `chgrp -R ${group} "${path}" && chmod -R u=rwX,g=rwXs,o= "${path}"`,
  sharedWith: (path: string) => groupOf(calls, path),
  closedToGroup: (path: string) => closedIn(calls, path),
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
 * There, what is another account's is left to that account: see closedIn. Links are left alone: what they point to is
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
function shareModes(calls: SystemCalls, path: string, group: string): void {
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

/** In a shared folder, what the accounts of the group may not read: one of them has put it there with rights of its own (umask 077). */
function closedIn(calls: SystemCalls, folder: string): readonly ClosedFile[] {
  if (!isShared(folder)) return [];
  const { gid } = statSync(folder);
  const search = (path: string): readonly ClosedFile[] => {
    const found = lstatSync(path);
    const isFolder = found.isDirectory();
    if (!isFolder && !found.isFile()) return [];
    if (isClosed(found, gid)) return [{ path: relative(folder, path), account: accountOf(calls, found.uid) }];
    return isFolder ? readdirSync(path).flatMap((name) => search(join(path, name))) : [];
  };
  return search(folder);
}

/** To the accounts of the group. */
function isClosed(found: Stats, gid: number): boolean {
  const wanted = found.isDirectory() ? 0o050 : 0o040;
  return found.gid !== gid || (found.mode & wanted) !== wanted;
}

/** As the account itself is called: see currentAccount. */
function accountOf(calls: SystemCalls, uid: number): string {
  // "agent1:x:1001:1001:…"
  const own = (calls.readText("/etc/passwd") ?? "").split("\n").find((line) => line.split(":")[2] === String(uid));
  return own?.split(":")[0] ?? `uid-${uid}`;
}
