/** Windows: not yet tried on a real machine; tested with injected system calls. */
import { win32 } from "node:path";
import { UserError } from "../../model/issue.ts";
import type { System, SystemCalls } from "./system.ts";

export const windows = (calls: SystemCalls): System => {
  // by full path: a program named reg.exe planted in the current folder must not answer in its place
  const tool = (name: string): string => win32.join(calls.env("SystemRoot") ?? "C:\\Windows", "System32", name);
  return {
    machineId: () => {
      // "    MachineGuid    REG_SZ    1c2d3e4f-…"
      const key = "HKLM\\SOFTWARE\\Microsoft\\Cryptography";
      const answer = calls.run(tool("reg.exe"), ["query", key, "/v", "MachineGuid", "/reg:64"]) ?? "";
      const id = /MachineGuid\s+REG_SZ\s+([0-9A-Fa-f-]{36})/.exec(answer)?.[1];
      if (id) return id;
      throw new UserError(
        "Windows n'a pas donné l'identifiant de ce poste (MachineGuid).",
        `Demandez à l'informaticien pourquoi « reg query ${key} /v MachineGuid » ne répond pas.`,
      );
    },
    // the real path of a mapped drive (Z:\…) is its share: \\srv\partage\…
    networkMount: (path) => {
      const share = /^\\\\(?:\?\\UNC\\)?(?![.?]\\)([^\\]+\\[^\\]+)/i.exec(path)?.[1];
      return share === undefined ? null : `partage Windows \\\\${share}`;
    },
    readers: (path, thorough) => {
      if (!thorough) return null;
      const answer = calls.run(tool("icacls.exe"), [path]);
      return answer === null ? null : wideReaders(answer);
    },
    tighten: () => false,
    tightenAdvice: (path) =>
      `icacls "${path}" /inheritance:r /grant:r "%USERNAME%:(OI)(CI)F" (dans une invite de commandes), ou : clic droit sur le dossier, Propriétés, Sécurité, Avancé, désactiver l'héritage, ne garder que votre compte`,
  };
};

/** Groups that hold every account of the machine, in French and in English; icacls prints "BUILTIN\Utilisateurs:(I)(OI)(CI)(RX)". */
const WIDE =
  /(?:^|\s)(?:\S+\\)?(Tout le monde|Everyone|Utilisateurs authentifi\S+|Authenticated Users|Utilisateurs|Users):((?:\([A-Z,]+\))+)/gm;

/** Answer of icacls => "Utilisateurs, Tout le monde"; null when no wide group may read. */
export function wideReaders(answer: string): string | null {
  const groups = [...answer.matchAll(WIDE)]
    .filter(
      ([, , rights]) =>
        /\((?:F|M|RX|R|GR|GA|RD)\b|[(,](?:F|M|RX|R|GR|GA|RD)[,)]/.test(rights ?? "") && !/\(DENY\)/.test(rights ?? ""),
    )
    .map(([, group]) => group ?? "");
  return groups.length > 0 ? `les comptes du groupe ${[...new Set(groups)].join(", ")}` : null;
}
