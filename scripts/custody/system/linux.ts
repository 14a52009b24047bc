/** Linux. */
import { UserError } from "../../model/issue.ts";
import { readersByMode, tightenModes } from "./modes.ts";
import type { System, SystemCalls } from "./system.ts";

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
});

/** File systems of proc(5) "mounts" that reach another machine. */
const NETWORK = /^(nfs4?|cifs|smb3?|smbfs|ncpfs|afs|ceph|gfs2?|glusterfs|lustre|9p|davfs|beegfs|orangefs)$/;
/** FUSE is used by sshfs, rclone, gvfs, cloud drives…; these ones stay on the machine. */
const LOCAL_FUSE =
  /^fuse\.(gocryptfs|encfs|cryfs|securefs|veracrypt|fuse-overlayfs|ntfs-3g|exfat|mergerfs|bindfs|portal|lxcfs|snapfuse)$/;

/** The mount point nearest above the path decides: "srv:/partage /mnt nfs4 rw 0 0", "/mnt/data" => "NFS4 (srv:/partage)" */
export function networkMountIn(mounts: string, path: string): string | null {
  let nearest: { point: string; source: string; type: string } | undefined;
  for (const line of mounts.split("\n")) {
    const [source, point, type] = line.split(" ").map(unescapeOctal);
    if (!source || !point || !type) continue;
    const holds = path === point || path.startsWith(point.endsWith("/") ? point : `${point}/`);
    // the last of equal mount points is the one in force
    if (holds && (!nearest || point.length >= nearest.point.length)) nearest = { point, source, type };
  }
  if (!nearest) return null;
  const away = NETWORK.test(nearest.type) || (nearest.type.startsWith("fuse.") && !LOCAL_FUSE.test(nearest.type));
  return away ? `${nearest.type.toUpperCase()} (${nearest.source})` : null;
}

/** "\040" stands for a space in /proc/mounts. */
const unescapeOctal = (text: string): string =>
  text.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));
