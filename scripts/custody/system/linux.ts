/** Linux. */
import { UserError } from "../../model/issue.ts";
import { groupOf, readersByMode, shareModes, tightenModes } from "./modes.ts";
import type { Encryption, System, SystemCalls } from "./system.ts";

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
  networkMount: (path) => {
    const mounts = calls.readText("/proc/self/mounts");
    return mounts === null ? null : networkMountIn(mounts, path);
  },
  readers: (path) => readersByMode(path),
  printerPolicies: () => [], // those of Edge are Windows' own
  tighten: (path) => {
    tightenModes(path);
    return true;
  },
  tightenAdvice: (path) => `chmod -R go-rwx "${path}"`,
  share: (path, group) => {
    shareModes(calls, path, group);
    return true;
  },
  shareAdvice: (path, group) => `chgrp -R ${group} "${path}" && chmod -R u=rwX,g=rwXs,o= "${path}"`,
  sharedWith: (path) => groupOf(calls, path),
  encryption: (path) => encryptionOf(calls, path),
});

/** File systems that encrypt what they hold, whatever the disk below. */
const ENCRYPTED = /^(ecryptfs|fuse\.(gocryptfs|encfs|cryfs|securefs|veracrypt))$/;

/** From the mount that holds the path to the devices below it: LUKS and dm-crypt are devices of type "crypt". */
function encryptionOf(calls: SystemCalls, path: string): Encryption {
  const mount = nearestMount(calls.readText("/proc/self/mounts") ?? "", path);
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
  const nearest = nearestMount(mounts, path);
  if (!nearest) return null;
  const away = NETWORK.test(nearest.type) || (nearest.type.startsWith("fuse.") && !LOCAL_FUSE.test(nearest.type));
  return away ? `${nearest.type.toUpperCase()} (${nearest.source})` : null;
}

interface Mount {
  readonly point: string;
  readonly source: string;
  readonly type: string;
}

function nearestMount(mounts: string, path: string): Mount | undefined {
  let nearest: Mount | undefined;
  for (const line of mounts.split("\n")) {
    const [source, point, type] = line.split(" ").map(unescapeOctal);
    if (!source || !point || !type) continue;
    const holds = path === point || path.startsWith(point.endsWith("/") ? point : `${point}/`);
    // the last of equal mount points is the one in force
    if (holds && (!nearest || point.length >= nearest.point.length)) nearest = { point, source, type };
  }
  return nearest;
}

/** "\040" stands for a space in /proc/mounts. */
const unescapeOctal = (text: string): string =>
  text.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));
