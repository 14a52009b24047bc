/** Why a browser does not start: what it says itself, once more and alone, and what that means for the machine. */

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { upperFirst } from "../model/format.ts";
import { UserError } from "../model/issue.ts";

interface Cause {
  readonly message: string;
  readonly remedy: string;
}

/** How long a browser that does not start may take to say so. */
const PATIENCE_MS = 20_000;

/** The last line that tells of a fault; "" when it says nothing, or starts after all. */
export function ownWords(path: string, args: readonly string[], env: NodeJS.ProcessEnv): string {
  const { stderr, error } = spawnSync(path, [...args, "--headless", "--dump-dom", "about:blank"], {
    env,
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
    timeout: PATIENCE_MS,
    killSignal: "SIGKILL",
    windowsHide: true,
  });
  const lines = `${stderr ?? ""}\n${error?.message ?? ""}`
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  return lines.findLast((line) => /FATAL|error|denied|refus/i.test(line)) ?? lines.at(-1) ?? "";
}

/** In the kit as in the repository. */
const PROFILE = join(import.meta.dirname, "apparmor-bulletin-delinquance");

/**
 * @param readText of a file of the system; null when there is none.
 * @returns null for words that say nothing to us.
 */
export function causeOf(words: string, readText: (path: string) => string | null): Cause | null {
  const [, library] = /error while loading shared libraries: ([^:]+):/.exec(words) ?? [];
  if (library !== undefined)
    return {
      message: `Il manque au système une bibliothèque que le navigateur demande : ${library}.`,
      remedy:
        "Le service informatique installe Google Chrome, Chromium ou Edge par les paquets du système : tout vient avec.",
    };
  if (!/No usable sandbox|namespace sandbox|Failed to move to new namespace|SUID sandbox/i.test(words)) return null;
  const commands = commandsFor(readText);
  const install = "installer Google Chrome, Chromium ou Edge par les paquets du système : le programme le trouve seul.";
  return {
    message:
      "Ce Linux refuse au navigateur son bac à sable (les espaces de noms sont interdits aux comptes ordinaires), et le programme ne s'en passe pas.",
    remedy:
      commands.length > 0
        ? `Au service informatique, deux lignes à taper, une fois :\n      ${commands.join("\n      ")}\n    ou bien ${install}`
        : `Au service informatique : ${install}`,
  };
}

/** As root, on this machine: what refuses the sandbox says which. None where a container or a chroot does. */
function commandsFor(readText: (path: string) => string | null): readonly string[] {
  const isSet = (name: string, value: string): boolean =>
    readText(`/proc/sys/${name.replaceAll(".", "/")}`)?.trim() === value;
  const setting = isSet("kernel.unprivileged_userns_clone", "0")
    ? "kernel.unprivileged_userns_clone = 1"
    : isSet("user.max_user_namespaces", "0") && "user.max_user_namespaces = 10000";
  if (setting)
    return [`echo "${setting}" | sudo tee /etc/sysctl.d/60-bulletin-delinquance.conf`, "sudo sysctl --system"];
  if (!isSet("kernel.apparmor_restrict_unprivileged_userns", "1")) return [];
  return [
    `sudo cp "${PROFILE}" /etc/apparmor.d/bulletin-delinquance`,
    "sudo apparmor_parser -r /etc/apparmor.d/bulletin-delinquance",
  ];
}

export interface Failure {
  readonly path: string;
  readonly words: string;
  readonly cause: Cause | null;
}

const INSTALL =
  "installez Microsoft Edge, Google Chrome ou Chromium, ou indiquez le vôtre par la ligne « navigateur » de data/convention.yaml.";

export function noBrowser(failures: readonly Failure[]): UserError {
  const details = failures.map(({ path, words }) => `${path} (détail technique : ${words.slice(0, LONGEST_WORDS)})`);
  const cause = failures.find((failure) => failure.cause !== null)?.cause;
  return new UserError(
    failures.length === 0
      ? "Aucun navigateur n’a été trouvé pour imprimer le bulletin en PDF."
      : `Aucun navigateur n’a pu démarrer pour imprimer le bulletin en PDF. ${cause ? `${cause.message} ` : ""}${details.join(" ; ")}`,
    cause?.remedy ??
      (process.platform === "win32"
        ? `Tapez « npm run diagnostic » : il nomme la stratégie qui empêche Edge d’imprimer, s’il y en a une. Sinon ${INSTALL}`
        : upperFirst(INSTALL)),
  );
}

/** The rest is for those who made the browser. */
const LONGEST_WORDS = 200;
