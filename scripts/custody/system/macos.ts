/** macOS: not yet tried on a real machine; tested with injected system calls. */
import { UserError } from "../../model/issue.ts";
import { byModes } from "./modes.ts";
import { nearestMount } from "./mounts.ts";
import type { System, SystemCalls } from "./system.ts";

export const macos = (calls: SystemCalls): System => ({
  machineId: () => {
    // `"IOPlatformUUID" = "1C2D…"` in the answer
    const answer = calls.run("/usr/sbin/ioreg", ["-rd1", "-c", "IOPlatformExpertDevice"]) ?? "";
    const id = /"IOPlatformUUID"\s*=\s*"([0-9A-Fa-f-]{36})"/.exec(answer)?.[1];
    if (id) return id;
    throw new UserError(
      "macOS n'a pas donné l'identifiant de ce poste (ioreg, IOPlatformUUID).",
      "Demandez à l'informaticien pourquoi « ioreg -rd1 -c IOPlatformExpertDevice » ne répond pas.",
    );
  },
  networkMount: (path) => {
    // "//dupont@srv/partage on /Volumes/partage (smbfs, nodev, …)"
    const table = calls.run("/sbin/mount", []) ?? "";
    const mounts = table.split("\n").map((line) => {
      const [, source = "", point = "", type = ""] = /^(.+) on (.+) \(([a-z0-9]+)[,)]/.exec(line) ?? [];
      return { source, point, type };
    });
    const nearest = nearestMount(mounts, path);
    return nearest && /^(nfs|smbfs|afpfs|webdav|ftp|macfuse|osxfuse)$/.test(nearest.type)
      ? `${nearest.type.toUpperCase()} (${nearest.source})`
      : null;
  },
  ...byModes(calls),
  encryption: () => {
    // "FileVault is On."
    const answer = calls.run("/usr/bin/fdesetup", ["status"]) ?? "";
    if (/FileVault is On/.test(answer)) return { state: "yes", why: "FileVault" };
    return /FileVault is Off/.test(answer)
      ? { state: "no", why: "FileVault est désactivé" }
      : { state: "unknown", why: "macOS ne répond pas (fdesetup status)" };
  },
});
