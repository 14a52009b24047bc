/** Windows: not yet tried on a real machine; tested with injected system calls. */
import { win32 } from "node:path";
import type { System, SystemCalls } from "./system.ts";

export const windows = (calls: SystemCalls): System => {
  // by full path: a program named reg.exe planted in the current folder must not answer in its place
  const tool = (name: string): string => win32.join(calls.env("SystemRoot") ?? "C:\\Windows", "System32", name);
  return {
    // the real path of a mapped drive (Z:\…) is its share: \\srv\partage\…
    networkMount: (path) => {
      const share = /^\\\\(?:\?\\UNC\\)?(?![.?]\\)([^\\]+\\[^\\]+)/i.exec(path)?.[1];
      return share === undefined ? null : `partage Windows \\\\${share}`;
    },
    readers: (path, thorough) => {
      if (!thorough) return null;
      return wideReaders(calls.run(tool("icacls.exe"), [path]) ?? "");
    },
    printerPolicies: () =>
      ["HKLM", "HKCU"].flatMap((hive) =>
        forbidding(calls.run(tool("reg.exe"), ["query", `${hive}\\${EDGE_POLICIES}`, "/s"]) ?? "").map(
          (policy) => `${hive}\\${EDGE_POLICIES}\\${policy}`,
        ),
      ),
    tighten: () => false,
    tightenAdvice: (path) =>
      `icacls "${path}" /inheritance:r /grant:r "%USERNAME%:(OI)(CI)F" (dans une invite de commandes), ou : clic droit sur le dossier, Propriétés, Sécurité, Avancé, désactiver l'héritage, ne garder que votre compte`,
    share: (path, group) =>
      `icacls "${path}" /inheritance:r /grant:r "%USERNAME%:(OI)(CI)F" "${group}:(OI)(CI)M" (dans une invite de commandes), ou : clic droit sur le dossier, Propriétés, Sécurité, Avancé, désactiver l'héritage, ne garder que votre compte (contrôle total) et le groupe ${group} (modification)`,
    sharedWith: () => null, // icacls names every group that may read: readers() tells the wide ones
    encryption: (path) => {
      const drive = win32.parse(path).root.slice(0, 2);
      const answer = calls.run(tool("manage-bde.exe"), ["-status", drive]) ?? "";
      if (/Protection (On|activée)/i.test(answer)) return { state: "yes", why: `BitLocker, ${drive}` };
      if (/Protection (Off|désactivée)/i.test(answer))
        return { state: "no", why: `la protection de BitLocker est désactivée sur ${drive}` };
      return { state: "unknown", why: `Windows ne le dit qu'à un administrateur (manage-bde -status ${drive})` };
    },
  };
};

const EDGE_POLICIES = "SOFTWARE\\Policies\\Microsoft\\Edge";
/** Values with which Edge does not let itself be driven, or print, or open a file: as reg prints them, "RemoteDebuggingAllowed    REG_DWORD    0x0". */
const FORBIDDING: readonly RegExp[] = [
  /^(RemoteDebuggingAllowed|HeadlessModeEnabled|PrintingEnabled)\s+REG_DWORD\s+(0x0)$/,
  /^(UserDataDir)\s+REG_\w+\s+(\S.*)$/, // another profile than ours: Edge would join the window that is open
];
const BLOCKED = /^\d+\s+REG_SZ\s+(\*|file:.*)$/;

/** Answer of reg for the policies of Edge => "RemoteDebuggingAllowed = 0x0", "URLBlocklist = file:*" */
function forbidding(answer: string): readonly string[] {
  let key = "";
  return answer.split(/\r?\n/).flatMap((line): readonly string[] => {
    if (line.startsWith("HKEY_")) key = line.slice(line.lastIndexOf("\\") + 1);
    const text = line.trim();
    const blocked = key === "URLBlocklist" ? BLOCKED.exec(text)?.[1] : undefined;
    if (blocked !== undefined) return [`URLBlocklist = ${blocked}`];
    const [, name, value] = FORBIDDING.map((one) => one.exec(text)).find((found) => found !== null) ?? [];
    return name === undefined ? [] : [`${name} = ${value}`];
  });
}

/**
 * Groups that hold every account of the machine or of its domain, in French and in English; icacls prints
 * "BUILTIN\Utilisateurs:(I)(OI)(CI)(RX)", in the code page of the console: an accent may be lost.
 */
const WIDE =
  /(?:^|\s)(?:\S+\\)?(Tout le monde|Everyone|Utilisateurs authentifi\S+|Authenticated Users|Utilisateurs du domaine|Utilisa\. du domaine|Domain Users|Invit\S+ du domaine|Domain Guests|Utilisateurs|Users|INTERACTIF|INTERACTIVE):((?:\([A-Z,]+\))+)/gm;
const ANY_ACCOUNT = /\S:(?:\([A-Z,]+\))+/;

/** Answer of icacls => "les comptes du groupe Utilisateurs"; null when no wide group may read; undefined: it names no account. */
export function wideReaders(answer: string): string | null | undefined {
  if (!ANY_ACCOUNT.test(answer)) return undefined;
  const groups = [...answer.matchAll(WIDE)]
    .filter(
      ([, , rights]) =>
        /\((?:F|M|RX|R|GR|GA|RD)\b|[(,](?:F|M|RX|R|GR|GA|RD)[,)]/.test(rights ?? "") && !/\(DENY\)/.test(rights ?? ""),
    )
    .map(([, group]) => group ?? "");
  return groups.length > 0 ? `les comptes du groupe ${[...new Set(groups)].join(", ")}` : null;
}
