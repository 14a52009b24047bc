/** Linux. */
import { byModes } from "./modes.ts";
import type { Encryption, System, SystemCalls } from "./system.ts";

export const linux = (calls: SystemCalls): System => ({
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
